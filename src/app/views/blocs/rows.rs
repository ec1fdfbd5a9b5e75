//! The roll calls that split two blocs, as a list.

use crate::answer::{SortKey, order};
use crate::record::{MemberId, RollCallId, RollCallSet, State};

use crate::app::bar::mark;
use crate::app::columns::{ListColumn, NamedColumn, Sort};
use crate::app::line_editor::Side;
use crate::app::list::Row;
use crate::app::page::{Line, Piece, Role};
use crate::app::session::Workspace;
use crate::app::views::votes::fact;

use super::BlocsView;

/// The columns of the roll calls that split A and B.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BlocColumn {
    Date,
    Symbol,
    Title,
    LineOf(Side),
    /// How one-sided the roll call was, or the vote of the member that the list is about.
    Cohesion,
    Yes,
    No,
    Abstain,
}

impl NamedColumn for BlocColumn {
    const ALL: &'static [Self] = &[
        Self::Date,
        Self::Symbol,
        Self::Title,
        Self::LineOf(Side::A),
        Self::LineOf(Side::B),
        Self::Cohesion,
        Self::Yes,
        Self::No,
        Self::Abstain,
    ];
}

impl BlocColumn {
    pub(super) fn head(self) -> ListColumn {
        match self {
            Self::Date => ListColumn::text("date", "date", 10, 48),
            Self::Symbol => ListColumn::text("symbol", "symbol", 10, 27),
            Self::Title => ListColumn::text("title", "title", 0, 0),
            Self::LineOf(Side::A) => ListColumn::text("A", "line of A", 2, 0),
            Self::LineOf(Side::B) => ListColumn::text("B", "line of B", 2, 0),
            Self::Cohesion => ListColumn::number("A×B", "product of the cohesions of A and B", 4, 40),
            Self::Yes => ListColumn::number("Y", "yes votes", 3, 66),
            Self::No => ListColumn::number("N", "no votes", 3, 66),
            Self::Abstain => ListColumn::number("A", "abstentions", 3, 66),
        }
    }

    /// The column of the roll call list that it equals, if there is one.
    fn key(self) -> Option<SortKey> {
        match self {
            Self::Date => Some(SortKey::Date),
            Self::Symbol => Some(SortKey::Symbol),
            Self::Title => Some(SortKey::Title),
            Self::Yes => Some(SortKey::Yes),
            Self::No => Some(SortKey::No),
            Self::Abstain => Some(SortKey::Abstain),
            Self::LineOf(_) | Self::Cohesion => None,
        }
    }
}

impl BlocsView<'_> {
    /// The columns, with the vote of the member that the list is about.
    pub(super) fn heads(&self, shared: &Workspace<'_>) -> Vec<ListColumn> {
        let head = |&column: &BlocColumn| match (column, self.defector) {
            (BlocColumn::Cohesion, Some((_, member))) => ListColumn {
                name: shared.record().code(member).to_owned().into(),
                long: "vote of that member".into(),
                right: false,
                ..column.head()
            },
            _ => column.head(),
        };
        BlocColumn::ALL.iter().map(head).collect()
    }

    /// The roll calls that split A and B, or on which the listed member voted differently from its line, sorted.
    pub(super) fn sorted(&self, shared: &Workspace<'_>, set: &RollCallSet, sort: Sort) -> Vec<Row> {
        let record = shared.record();
        let column = BlocColumn::at(sort.column);
        let key = column.and_then(BlocColumn::key);
        let splits = match (self.defector, self.two()) {
            (Some((side, member)), _) => {
                let bloc = self.side(side);
                let set = bloc.map_or_else(|| RollCallSet::empty(record.len()), |bloc| bloc.defections(member, set));
                let key = key.unwrap_or(SortKey::Date);
                return order(record, &set, key, sort.reverse).into_iter().map(Row::RollCall).collect();
            }
            (None, Some(two)) => &two.split,
            (None, None) => return Vec::new(),
        };
        if let Some(key) = key {
            let mut set = RollCallSet::empty(record.len());
            set.extend(splits.iter().map(|split| split.rollcall));
            return order(record, &set, key, sort.reverse).into_iter().map(Row::RollCall).collect();
        }
        // As they were found: the most one-sided first.
        let mut splits: Vec<_> = splits.iter().collect();
        match column {
            Some(BlocColumn::LineOf(Side::A)) => splits.sort_by_key(|split| split.a),
            Some(BlocColumn::LineOf(Side::B)) => splits.sort_by_key(|split| split.b),
            _ => {}
        }
        if sort.reverse {
            splits.reverse();
        }
        splits.into_iter().map(|split| Row::RollCall(split.rollcall)).collect()
    }

    /// The cell of a roll call in a column.
    pub(super) fn cell_of(&self, shared: &Workspace<'_>, id: RollCallId, column: usize) -> Line {
        let record = shared.record();
        let Some(column) = BlocColumn::at(column) else { return Line::new() };
        if let Some(key) = column.key() {
            return fact(record, id, key);
        }
        let vote = |state: State| vec![Piece::new(mark(state), Role::Strong(state))];
        let of_member = |(_, member): (Side, MemberId)| record.votes().of_rollcall(id).state(member);
        match (column, self.defector) {
            (BlocColumn::LineOf(side), _) => {
                self.side(side).and_then(|bloc| bloc.line(id)).map_or_else(Line::new, vote)
            }
            (_, Some(defector)) => vote(of_member(defector)),
            (_, None) => {
                let unity = self.answer.as_ref().and_then(|answer| answer.unity(id));
                vec![Piece::plain(unity.map_or_else(|| "–".to_owned(), |unity| format!("{unity:.2}")))]
            }
        }
    }
}
