//! Two blocs compared over the roll calls of a filter: their expressions as they are typed, the figures,
//! and the roll calls that split them as rows.

mod acts;
mod page;
mod rows;
mod view;

use crate::answer::blocs::{BlocSide, Two};
use crate::answer::{BlocReport, By, Window};
use crate::link::LinkedView;
use crate::query::{Expression, Lexicon};
use crate::record::{MemberId, RollCallSet};

use crate::actions::Context;
use crate::app::App;
use crate::app::line_editor::{LineEditor, LineKind, Side};
use crate::app::views::ViewKind;

/// Two blocs.
pub(super) use self::acts::act;

pub(super) static KIND: ViewKind = ViewKind {
    name: "Blocs",
    keys: Some(Context::Blocs),
    first: |session| Box::new(BlocsView::first(session.lexicon)),
};

/// Opens the blocs that a link names; says whether it names any.
pub(super) fn opens(app: &mut App<'_>, link: &LinkedView, query: &str) -> bool {
    let LinkedView::Blocs(texts) = link else { return false };
    app.open_blocs(texts, query)
}

/// What is shown before anything was chosen: the three that this program began with, against those that abstained.
const FIRST: [&str; 2] = ["USA+RUS+ISR", "abstain(A/RES/ES-11/7)"];
/// The same for a record that has no such roll call.
const ELSE: [&str; 2] = ["@EU", "@BRICS"];
/// Two blocs, and what is known of them over a set of roll calls.
#[derive(Clone, Debug)]
pub(super) struct BlocsView<'r> {
    lexicon: &'r Lexicon<'r>,
    /// The expressions of A and B.
    lines: [LineEditor<'r>; 2],
    /// Over the set, by year and by topic; none where there is no bloc.
    answer: Option<BlocReport<'r>>,
    /// Which of the two the first of the answer is: B where it is alone.
    first: Side,
    /// Whose votes other than the line of its bloc are listed, in the place of the roll calls that split the two.
    defector: Option<(Side, MemberId)>,
}

impl<'r> BlocsView<'r> {
    /// A and B as they are written; an empty text is no bloc.
    pub(super) fn new(lexicon: &'r Lexicon<'r>, [a, b]: [&str; 2]) -> Self {
        let line = |side, text| LineEditor::new(lexicon, LineKind::Members(side), text);
        Self { lexicon, lines: [line(Side::A, a), line(Side::B, b)], answer: None, first: Side::A, defector: None }
    }

    /// The blocs shown before any are chosen.
    fn first(lexicon: &'r Lexicon<'r>) -> Self {
        let known = FIRST.iter().all(|text| Expression::parse(text, lexicon).is_ok());
        Self::new(lexicon, if known { FIRST } else { ELSE })
    }

    /// The expressions that can be read, each with its side.
    fn expressions(&self) -> Vec<(Side, Expression)> {
        let read = |(side, line): (Side, &LineEditor<'r>)| {
            let expression = Expression::parse(line.text(), self.lexicon).ok();
            Some((side, expression?))
        };
        Side::BOTH.into_iter().zip(&self.lines).filter_map(read).collect()
    }

    /// The answer over a set, with the side of its first bloc.
    fn counted(&self, window: Window, set: &RollCallSet, by: &[By]) -> Option<(Side, BlocReport<'r>)> {
        let expressions = self.expressions();
        let (side, a) = expressions.first()?;
        let b = expressions.get(1).map(|(_, b)| b);
        Some((*side, BlocReport::new(self.lexicon, (a, b), window, set, by)))
    }

    /// The blocs that are given, with the side of each.
    fn sides(&self) -> impl Iterator<Item = (Side, &BlocSide<'r>)> {
        let sides = self.answer.iter().flat_map(BlocReport::sides);
        Side::BOTH.into_iter().skip(self.first as usize).zip(sides)
    }

    /// One of the two.
    fn side(&self, side: Side) -> Option<&BlocSide<'r>> {
        self.sides().find(|(other, _)| *other == side).map(|(_, bloc)| bloc)
    }

    /// The figures of both, where there are two.
    fn two(&self) -> Option<&Two<'r>> {
        self.answer.as_ref()?.two.as_ref()
    }
}
