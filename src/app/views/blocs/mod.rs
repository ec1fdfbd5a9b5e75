//! Two blocs held against each other over the roll calls of a filter: their expressions as they are typed, the figures,
//! and the roll calls that split them as rows.

mod acts;
mod page;
mod view;

use crate::answer::blocs::{BlocSide, Two};
use crate::answer::{BlocReport, By, SortKey, Window, order};
use crate::link::LinkedView;
use crate::query::{Expression, Lexicon};
use crate::record::{MemberId, RollCallId, RollCallSet};

use crate::actions::Context;
use crate::app::App;
use crate::app::bar::mark;
use crate::app::columns::{ListColumn, Sort};
use crate::app::line_editor::{LineEditor, LineKind, Side};
use crate::app::list::Row;
use crate::app::page::{Line, Piece, Role};
use crate::app::session::Workspace;
use crate::app::views::ViewKind;
use crate::app::views::votes::fact;

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

/// The columns of the roll calls that split A and B.
const COLUMNS: [ListColumn; 9] = [
    ListColumn::text("date", "date", 10, 48),
    ListColumn::text("symbol", "symbol", 10, 27),
    ListColumn::text("title", "title", 0, 0),
    ListColumn::text("A", "line of A", 2, 0),
    ListColumn::text("B", "line of B", 2, 0),
    ListColumn::number("A×B", "product of the cohesions of A and B", 4, 40),
    ListColumn::number("Y", "yes votes", 3, 66),
    ListColumn::number("N", "no votes", 3, 66),
    ListColumn::number("A", "abstentions", 3, 66),
];

/// The most one-sided first.
const SORT: Sort = Sort { column: SIDED, reverse: false };

/// What is shown before anything was chosen: the three that this program began with, against those that abstained.
const FIRST: [&str; 2] = ["USA+RUS+ISR", "abstain(A/RES/ES-11/7)"];
/// The same for a record that has no such roll call.
const ELSE: [&str; 2] = ["@EU", "@BRICS"];
/// The column of how one-sided a roll call was, or of the vote of the member of which the list is.
const SIDED: usize = 5;

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

    /// Those that are shown before anything was chosen.
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

    /// Those that there are, with the side of each.
    fn sides(&self) -> impl Iterator<Item = (Side, &BlocSide<'r>)> {
        let sides = self.answer.iter().flat_map(BlocReport::sides);
        Side::BOTH.into_iter().skip(self.first as usize).zip(sides)
    }

    /// One of the two.
    fn side(&self, side: Side) -> Option<&BlocSide<'r>> {
        self.sides().find(|(other, _)| *other == side).map(|(_, bloc)| bloc)
    }

    /// What there is where there are two.
    fn two(&self) -> Option<&Two<'r>> {
        self.answer.as_ref()?.two.as_ref()
    }
}

/// The roll calls that split A and B, or on which the member of which the list is voted otherwise, sorted.
fn rows(shared: &Workspace<'_>, blocs: &BlocsView<'_>, set: &RollCallSet, sort: Sort) -> Vec<Row> {
    let record = shared.record();
    let splits = match (blocs.defector, blocs.two()) {
        (Some((side, member)), _) => {
            let bloc = blocs.side(side);
            let set = bloc.map_or_else(|| RollCallSet::empty(record.len()), |bloc| bloc.defections(member, set));
            let key = key(sort.column).unwrap_or(SortKey::Date);
            return order(record, &set, key, sort.reverse).into_iter().map(Row::RollCall).collect();
        }
        (None, Some(two)) => &two.split,
        (None, None) => return Vec::new(),
    };
    if let Some(key) = key(sort.column) {
        let mut set = RollCallSet::empty(record.len());
        set.extend(splits.iter().map(|split| split.rollcall));
        return order(record, &set, key, sort.reverse).into_iter().map(Row::RollCall).collect();
    }
    let mut splits: Vec<_> = splits.iter().collect();
    match sort.column {
        3 => splits.sort_by_key(|split| split.a),
        4 => splits.sort_by_key(|split| split.b),
        _ => {}
    }
    if sort.reverse {
        splits.reverse();
    }
    splits.into_iter().map(|split| Row::RollCall(split.rollcall)).collect()
}

/// What a column sorts by, if by something of the roll call itself.
fn key(column: usize) -> Option<SortKey> {
    match column {
        0 => Some(SortKey::Date),
        1 => Some(SortKey::Symbol),
        2 => Some(SortKey::Title),
        6 => Some(SortKey::Yes),
        7 => Some(SortKey::No),
        8 => Some(SortKey::Abstain),
        _ => None,
    }
}

/// The cell of a roll call in a column.
fn cell(shared: &Workspace<'_>, blocs: &BlocsView<'_>, id: RollCallId, column: usize) -> Line {
    let record = shared.record();
    if let Some(key) = key(column) {
        return fact(record, id, key);
    }
    let line = |side: Side| {
        let line = blocs.side(side).and_then(|bloc| bloc.line(id));
        line.map_or_else(Line::new, |state| vec![Piece::new(mark(state), Role::Strong(state))])
    };
    match column {
        3 => line(Side::A),
        4 => line(Side::B),
        SIDED if blocs.defector.is_some() => {
            let state = blocs.defector.map(|(_, member)| record.votes().of_rollcall(id).state(member));
            state.map_or_else(Line::new, |state| vec![Piece::new(mark(state), Role::Strong(state))])
        }
        _ => {
            let unity = blocs.answer.as_ref().and_then(|answer| answer.unity(id));
            vec![Piece::plain(unity.map_or_else(|| "–".to_owned(), |unity| format!("{unity:.2}")))]
        }
    }
}
