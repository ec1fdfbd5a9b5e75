//! Roll calls side by side as a list: a row for each member, a column for each roll call.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::{CompareView, NAME, NARROW, NO_VOTE, letter, sorted};
use crate::app::columns::{ListColumn, MARKS, PlacedColumn, Sort, place};
use crate::app::list::Row;
use crate::app::page::{Line, Piece, Role};
use crate::app::session::{Grouping, Workspace};
use crate::record::MemberId;
use crate::report::text::width;

/// The columns of members with their votes on each roll call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CompareColumn {
    Name,
    /// The vote on one of the roll calls.
    Vote(usize),
    Changes,
    /// How many members have the same vote pattern.
    Same,
    Group,
}

impl CompareView {
    /// The column at a position: between the name and the rest there is one for each roll call.
    fn column_at(&self, position: usize) -> CompareColumn {
        let votes = self.ids().len();
        match position {
            0 => CompareColumn::Name,
            at if at <= votes => CompareColumn::Vote(at - 1),
            at if at == votes + 1 => CompareColumn::Changes,
            at if at == votes + 2 => CompareColumn::Same,
            _ => CompareColumn::Group,
        }
    }

    /// The position of a column.
    pub(super) fn position(&self, column: CompareColumn) -> usize {
        let votes = self.ids().len();
        match column {
            CompareColumn::Name => 0,
            CompareColumn::Vote(at) => at + 1,
            CompareColumn::Changes => votes + 1,
            CompareColumn::Same => votes + 2,
            CompareColumn::Group => votes + 3,
        }
    }

    /// The columns: name, votes, changes, how many have the same votes, group.
    pub(super) fn all_columns(&self, shared: &Workspace<'_>) -> Vec<ListColumn> {
        let record = shared.record();
        let mut columns = vec![ListColumn::text("country", "name", 0, 0)];
        columns.extend(self.ids().iter().map(|&id| {
            let symbol = record.rollcall(id).short_symbol().to_string();
            let long = format!("vote on {symbol}, {}", record.rollcall(id).date);
            let width = (width(&symbol) + 1).clamp(4, 11) as u16;
            ListColumn { name: symbol.into(), long: long.into(), width, ..ListColumn::text("", "", 0, 0) }
        }));
        let votes: u16 = columns[1..].iter().map(|column| column.width + 1).sum();
        let from = MARKS + NAME + votes;
        let changes = ListColumn::number("moves", "changes of vote", 6, from + 14);
        columns.push(if self.ids().len() > 2 { changes } else { changes.unsorted().hidden() });
        columns.push(ListColumn::number("same", "members with the same pattern", 5, from + 7));
        let (name, long) = match &shared.grouping {
            Grouping::Bloc(_) => (shared.grouping.name(), shared.grouping.in_words()),
            Grouping::Subregion => ("subregion".to_owned(), "subregion of today".to_owned()),
            Grouping::Vote | Grouping::Group => ("regional group".to_owned(), "regional group of today".to_owned()),
        };
        let group = ListColumn { name: name.into(), long: long.into(), ..ListColumn::text("", "", 28, from + 46) };
        columns.push(group);
        columns
    }

    /// The columns that fit, those of votes narrow where they do not fit otherwise.
    pub(super) fn fitted_columns(&self, shared: &Workspace<'_>, room: u16) -> Vec<PlacedColumn> {
        let mut columns = self.all_columns(shared);
        let needed: u16 = columns[1..=self.ids().len()].iter().map(|column| column.width + 1).sum();
        if MARKS + NAME + needed > room {
            for column in &mut columns[1..=self.ids().len()] {
                column.width = NARROW;
            }
        }
        place(&columns, room)
    }

    /// The number of a roll call above a narrow column.
    pub(super) fn narrow_heading(&self, at: PlacedColumn) -> Option<String> {
        match self.column_at(at.column) {
            CompareColumn::Vote(which) if at.width == NARROW => Some((which + 1).to_string()),
            _ => None,
        }
    }

    /// The members that are shown, in an order.
    pub(super) fn members_by(&self, sort: Sort, shared: &Workspace<'_>) -> Vec<Row> {
        let record = shared.record();
        let together = self.patterns().flat_map(|pattern| shared.named(pattern.members));
        let mut ids: Vec<_> = together.filter(|&id| !self.hidden.contains(id)).collect();
        match self.column_at(sort.column) {
            CompareColumn::Name => {
                let place: HashMap<_, _> = shared.by_name.iter().enumerate().map(|(at, &id)| (id, at)).collect();
                sorted(&mut ids, sort.reverse, |id| place.get(&id).copied());
            }
            CompareColumn::Vote(at) => sorted(&mut ids, sort.reverse, |id| record.votes().state(self.ids()[at], id)),
            CompareColumn::Changes => sorted(&mut ids, sort.reverse, |id| {
                // Who can't have moved comes last.
                Reverse(self.movements.get(&id).map(|one| (one.way(), one.changes())))
            }),
            CompareColumn::Same => sorted(&mut ids, sort.reverse, |id| self.pattern_of.get(&id).copied()),
            CompareColumn::Group => {
                // In the order of the groups; who was in none of them, because it was no member that day, comes last.
                let groups = self.groups(shared);
                sorted(&mut ids, sort.reverse, |id| {
                    groups.iter().position(|(_, members)| members.contains(id)).unwrap_or(groups.len())
                });
            }
        }
        ids.sort_by_key(|&id| !self.pinned.contains(id));
        ids.into_iter().map(Row::Member).collect()
    }

    /// What is known of a member in a column.
    pub(super) fn cell_of(&self, id: MemberId, at: PlacedColumn, shared: &Workspace<'_>) -> Line {
        let record = shared.record();
        let member = record.members().get(id);
        let count = |count: Option<u64>| {
            vec![count.map_or_else(|| Piece::quiet(NO_VOTE), |count| Piece::quiet(count.to_string()))]
        };
        match self.column_at(at.column) {
            CompareColumn::Name => vec![Piece::plain(member.name.to_string())],
            CompareColumn::Vote(at) => {
                let state = record.votes().state(self.ids()[at], id);
                vec![Piece::new(letter(state), Role::Strong(state))]
            }
            CompareColumn::Changes => count(self.movements.get(&id).map(|one| one.changes().into())),
            CompareColumn::Same => {
                count(self.pattern_of.get(&id).map(|&at| self.moves.patterns[at].members.len() as u64))
            }
            CompareColumn::Group => {
                let group = match &shared.grouping {
                    Grouping::Bloc(name) => {
                        let inside = self.ids().last().map(|&last| shared.inside(name, record.rollcall(last).date));
                        inside.filter(|inside| inside.inside.contains(id)).map(|_| name.as_str())
                    }
                    _ => shared.group_of(member),
                };
                vec![Piece::quiet(group.unwrap_or(NO_VOTE).to_owned())]
            }
        }
    }
}
