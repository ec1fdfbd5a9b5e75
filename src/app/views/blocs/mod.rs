//! Two blocs held against each other over the roll calls of a filter: their expressions as they are typed, the figures,
//! and the roll calls that split them as rows.

mod acts;
mod page;
mod view;

use crate::analysis::{BlocVotes, Loyalty, Mean, Neighbours, Ranked, Split, cohesion};
use crate::query::{Expression, Lexicon};
use crate::record::{MemberId, MemberSet, RollCallId, RollCallSet};
use crate::report::{SortKey, order};

use crate::actions::Context;
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
    /// The expressions of A and B.
    lines: [LineEditor<'r>; 2],
    /// A and B; none for an empty line.
    of: [Option<ShownBloc<'r>>; 2],
    together: Option<Together>,
    years: Vec<SliceFigures>,
    topics: Vec<SliceFigures>,
    /// Whose votes other than the line of its bloc are listed, in the place of the roll calls that split the two.
    defector: Option<(Side, MemberId)>,
}

/// A bloc over the set.
#[derive(Clone, Debug)]
struct ShownBloc<'r> {
    expression: Expression,
    votes: BlocVotes<'r>,
    /// Those of the day of the last roll call.
    members: MemberSet,
    cohesion: Mean,
    rice: Mean,
    loyalty: Ranked<Loyalty>,
    outside: Neighbours,
}

/// Both over the set.
#[derive(Clone, Debug)]
struct Together {
    lines: Mean,
    pairs: Mean,
    splits: Vec<Split>,
}

/// The figures of a year or a topic: the cohesion of each bloc; lines and pairs, if there are two.
#[derive(Clone, Debug)]
struct SliceFigures {
    key: String,
    cohesion: Vec<Mean>,
    agreement: Vec<Mean>,
}

impl<'r> BlocsView<'r> {
    /// A and B as they are written; an empty text is no bloc.
    pub(super) fn new(lexicon: &'r Lexicon<'r>, [a, b]: [&str; 2]) -> Self {
        let line = |side, text| LineEditor::new(lexicon, LineKind::Members(side), text);
        Self {
            lines: [line(Side::A, a), line(Side::B, b)],
            of: [None, None],
            together: None,
            years: Vec::new(),
            topics: Vec::new(),
            defector: None,
        }
    }

    /// Those that are shown before anything was chosen.
    fn first(lexicon: &'r Lexicon<'r>) -> Self {
        let known = FIRST.iter().all(|text| Expression::parse(text, lexicon).is_ok());
        Self::new(lexicon, if known { FIRST } else { ELSE })
    }

    /// Those that there are, with the side of each.
    fn sides(&self) -> impl Iterator<Item = (Side, &ShownBloc<'r>)> {
        Side::BOTH.into_iter().zip(&self.of).filter_map(|(side, of)| Some((side, of.as_ref()?)))
    }

    /// The expressions of A and B, or of the one that there is.
    fn expressions(&self) -> Option<(&Expression, Option<&Expression>)> {
        let mut there = self.sides().map(|(_, of)| &of.expression);
        Some((there.next()?, there.next()))
    }
}

impl SliceFigures {
    fn has_figures(&self) -> bool {
        self.cohesion.iter().chain(&self.agreement).any(|mean| mean.n > 0)
    }
}

/// The roll calls that split A and B, or on which the member of which the list is voted otherwise, sorted.
fn rows(shared: &Workspace<'_>, blocs: &BlocsView<'_>, set: &RollCallSet, sort: Sort) -> Vec<Row> {
    let record = shared.record();
    let splits = match (blocs.defector, &blocs.together) {
        (Some((side, member)), _) => {
            let of = blocs.of[side as usize].as_ref();
            let set = of.map_or_else(|| RollCallSet::empty(record.len()), |of| of.votes.defections(member, set));
            let key = key(sort.column).unwrap_or(SortKey::Date);
            return order(record, &set, key, sort.reverse).into_iter().map(Row::RollCall).collect();
        }
        (None, Some(together)) => &together.splits,
        (None, None) => return Vec::new(),
    };
    if let Some(key) = key(sort.column) {
        let mut set = RollCallSet::empty(record.len());
        set.extend(splits.iter().map(|split| split.rollcall));
        return order(record, &set, key, sort.reverse).into_iter().map(Row::RollCall).collect();
    }
    let mut splits = splits.clone();
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
    let tallies = blocs.of.each_ref().map(|of| of.as_ref().map(|of| of.votes.tally(id)));
    let line = |at: usize| {
        let line = tallies[at].and_then(crate::record::Tally::line);
        line.map_or_else(Line::new, |state| vec![Piece::new(mark(state), Role::Strong(state))])
    };
    match column {
        3 => line(0),
        4 => line(1),
        SIDED if blocs.defector.is_some() => {
            let state = blocs.defector.map(|(_, member)| record.votes().of_rollcall(id).state(member));
            state.map_or_else(Line::new, |state| vec![Piece::new(mark(state), Role::Strong(state))])
        }
        _ => {
            let unity = tallies.into_iter().map(|tally| tally.and_then(cohesion)).product::<Option<f64>>();
            vec![Piece::plain(unity.map_or_else(|| "–".to_owned(), |unity| format!("{unity:.2}")))]
        }
    }
}
