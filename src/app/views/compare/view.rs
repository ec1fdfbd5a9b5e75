//! Roll calls side by side as a view: what is listed, said, copied and written of them, and what their keys do.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::HashMap;

use crate::actions::Action;
use crate::app::columns::{ListColumn, MARKS, PlacedColumn, Sort, place};
use crate::app::list::Row;
use crate::app::page::{Line, LinkTarget, Page, Piece, Role};
use crate::app::session::{Grouping, Workspace};
use crate::app::views::{Boxed, Here, OpenedFrom, Outcome, Room, View, ViewKind};
use crate::link::LinkedView;
use crate::record::{MemberId, MemberSet, RollCallId, RollCallSet, State};
use crate::report::text::{day, width};
use crate::report::{Compare, Format, Style, counted, render};

use super::{BORDERS, CompareView, KIND, NAME, NARROW, NO_VOTE, SHORT_NAME, letter, page, sorted};

impl<'r> View<'r> for CompareView {
    fn kind(&self) -> &'static ViewKind {
        &KIND
    }

    fn boxed(&self) -> Boxed<'r> {
        Box::new(self.clone())
    }

    fn is_about_members(&self) -> bool {
        false
    }

    fn has_groups(&self) -> bool {
        true
    }

    fn unfiltered(&self) -> Option<&'static str> {
        Some("marks choose what is compared; press 1 to filter roll calls")
    }

    fn shares(&self, screen: u16) -> [u16; 2] {
        let needed = MARKS + SHORT_NAME + self.ids.len() as u16 * (NARROW + 1) + BORDERS;
        let least = (u32::from(needed) * 100).div_ceil(u32::from(screen.max(1))).min(100) as u16;
        [46, 40].map(|share: u16| share.max(least))
    }

    fn columns(&self, shared: &Workspace<'_>) -> Vec<ListColumn> {
        let record = shared.record();
        let mut columns = vec![ListColumn::text("country", "name", 0, 0)];
        columns.extend(self.ids.iter().map(|&id| {
            let symbol = record.rollcall(id).short_symbol().to_string();
            let long = format!("vote on {symbol}, {}", record.rollcall(id).date);
            let width = (width(&symbol) + 1).clamp(4, 11) as u16;
            ListColumn { name: symbol.into(), long: long.into(), width, ..ListColumn::text("", "", 0, 0) }
        }));
        let votes: u16 = columns[1..].iter().map(|column| column.width + 1).sum();
        let from = MARKS + NAME + votes;
        let changes = ListColumn::number("moves", "changes of vote", 5, from + 14);
        columns.push(if self.ids.len() > 2 { changes } else { changes.unsorted().hidden() });
        columns.push(ListColumn::number("same", "members with the same row of votes", 5, from + 7));
        let (name, long) = match &shared.grouping {
            Grouping::Bloc(_) => (shared.grouping.name(), shared.grouping.in_words()),
            Grouping::Subregion => ("subregion".to_owned(), "subregion of today".to_owned()),
            Grouping::Vote | Grouping::Group => ("regional group".to_owned(), "regional group of today".to_owned()),
        };
        let group = ListColumn { name: name.into(), long: long.into(), ..ListColumn::text("", "", 28, from + 46) };
        columns.push(group);
        columns
    }

    fn placed(&self, shared: &Workspace<'_>, room: u16) -> Vec<PlacedColumn> {
        let mut columns = self.columns(shared);
        let needed: u16 = columns[1..=self.ids.len()].iter().map(|column| column.width + 1).sum();
        if MARKS + NAME + needed > room {
            for column in &mut columns[1..=self.ids.len()] {
                column.width = NARROW;
            }
        }
        place(&columns, room)
    }

    fn heading(&self, _session: &Workspace<'_>, at: PlacedColumn) -> Option<String> {
        let is_narrow = (1..=self.ids.len()).contains(&at.column) && at.width == NARROW;
        is_narrow.then(|| at.column.to_string())
    }

    fn sort(&self) -> Sort {
        Sort { column: self.same(), reverse: false }
    }

    // Members of a group together, or without groups those of one row of votes.
    fn sorted_by(&self, grouping: &Grouping) -> Option<Sort> {
        let groups = usize::from(*grouping != Grouping::Vote);
        Some(Sort { column: self.same() + groups, reverse: false })
    }

    fn rows(&self, _set: &RollCallSet, sort: Sort, shared: &Workspace<'_>) -> Vec<Row> {
        let record = shared.record();
        let together = self.patterns().flat_map(|pattern| shared.named(pattern.members));
        let mut ids: Vec<_> = together.filter(|&id| !self.hidden.contains(id)).collect();
        let votes = 1..=self.ids.len();
        match sort.column {
            0 => {
                let place: HashMap<_, _> = shared.by_name.iter().enumerate().map(|(at, &id)| (id, at)).collect();
                sorted(&mut ids, sort.reverse, |id| place.get(&id).copied());
            }
            at if votes.contains(&at) => {
                sorted(&mut ids, sort.reverse, |id| record.votes().state(self.ids[at - 1], id));
            }
            at if at + 1 == self.same() => sorted(&mut ids, sort.reverse, |id| {
                // Who can't have moved comes last.
                Reverse(self.movements.get(&id).map(|one| (one.way(), one.changes())))
            }),
            at if at == self.same() => sorted(&mut ids, sort.reverse, |id| self.pattern_of.get(&id).copied()),
            _ => {
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

    fn cell(&self, row: Row, at: PlacedColumn, shared: &Workspace<'_>) -> Line {
        let Row::Member(id) = row else { return Line::new() };
        let record = shared.record();
        let member = record.members().get(id);
        let count = |count: Option<u64>| {
            vec![count.map_or_else(|| Piece::quiet(NO_VOTE), |count| Piece::quiet(count.to_string()))]
        };
        match at.column {
            0 => vec![Piece::plain(member.name.to_string())],
            at if at <= self.ids.len() => {
                let state = record.votes().state(self.ids[at - 1], id);
                vec![Piece::new(letter(state), Role::Strong(state))]
            }
            at if at + 1 == self.same() => count(self.movements.get(&id).map(|one| one.changes().into())),
            at if at == self.same() => {
                count(self.pattern_of.get(&id).map(|&at| self.patterns[at].members.len() as u64))
            }
            _ => {
                let group = match &shared.grouping {
                    Grouping::Bloc(name) => {
                        let inside = self.ids.last().map(|&last| shared.inside(name, record.rollcall(last).date));
                        inside.filter(|inside| inside.inside.contains(id)).map(|_| name.as_str())
                    }
                    _ => shared.group_of(member),
                };
                vec![Piece::quiet(group.unwrap_or(NO_VOTE).to_owned())]
            }
        }
    }

    fn is_pinned(&self, member: MemberId) -> bool {
        self.pinned.contains(member)
    }

    fn page_is_whole(&self) -> Option<bool> {
        (!self.ids.is_empty()).then_some(true)
    }

    fn pages(&self, here: &Here<'_, 'r>, room: Room) -> (Page, Page) {
        (page::page(here.session, self, room.columns()), page::aside(here.session, self, room.beside))
    }

    fn title(&self, here: &Here<'_, 'r>) -> String {
        match self.ids.len() {
            2 => self.symbols(here.record(), " → "),
            more => counted(more, "roll call"),
        }
    }

    fn chosen(&self, here: &Here<'_, 'r>) -> String {
        self.symbols(here.record(), ", ")
    }

    fn count(&self, here: &Here<'_, 'r>) -> (String, String) {
        let hidden = self.hidden.len();
        let hidden = if hidden > 0 { format!(", {hidden} hidden") } else { String::new() };
        let members = counted(here.list.len(), "member");
        let count = match &self.only {
            Some(only) => {
                let words: Vec<_> = only.iter().map(|&state| here.record().origin().word(state)).collect();
                format!("{}: {members}{hidden}", words.join(" → "))
            }
            None if self.moved => format!("{members} that moved{hidden}"),
            None => format!("{members}{hidden}"),
        };
        (count.clone(), count)
    }

    fn empty(&self, _here: &Here<'_, 'r>) -> (&'static str, Cow<'static, str>) {
        if self.ids.is_empty() {
            return (
                "Nothing to compare yet.",
                "Go to the roll calls (1), mark two to ten of them with Space, and press v. On any roll call V compares \
                 it with the earlier text of its series."
                    .into(),
            );
        }
        (
            "No member is shown.",
            "Z shows those that are hidden, m all again where only those that moved are shown.".into(),
        )
    }

    fn act(&mut self, action: Action, here: &Here<'_, 'r>) -> Outcome<'r> {
        let (record, selected) = (here.record(), here.member());
        let said = match (action, selected) {
            (Action::Moved, _) => self.toggle_moved().to_owned(),
            (Action::Order, _) => self.cycle_order(record).to_owned(),
            (Action::ShowHidden, _) => if self.show_hidden() { "all members" } else { "nobody is hidden" }.to_owned(),
            (Action::Hide | Action::Pin, None) => "nobody is selected".to_owned(),
            (Action::Hide, Some(member)) => {
                self.hidden.insert(member);
                let said = format!("{} is hidden; Z shows all again", record.members().get(member).name);
                return Outcome::Rearranged { leave: true, said };
            }
            (Action::Pin, Some(member)) => {
                self.pin(member);
                let stays = self.pinned.contains(member);
                let how = if stays { "pinned on top" } else { "no longer pinned" };
                format!("{} {how}", record.members().get(member).name)
            }
            _ => return Outcome::Passed,
        };
        Outcome::Rearranged { leave: false, said }
    }

    fn offers(&self, action: Action) -> Option<bool> {
        (action == Action::CompareMarked).then_some(false)
    }

    fn follow(&self, target: &LinkTarget) -> Option<Boxed<'r>> {
        // The same with the members of one row of votes only.
        let LinkTarget::Pattern(states) = target else { return None };
        let only = Some(states.clone());
        Some(Box::new(Self { only, moved: false, hidden: MemberSet::EMPTY, ..self.clone() }))
    }

    fn origin(&self) -> OpenedFrom {
        OpenedFrom::Selected
    }

    // One alone is not side by side yet.
    fn link(&self, _here: &Here<'_, 'r>) -> LinkedView {
        LinkedView::Compare(if self.ids.len() > 1 { self.ids.clone() } else { Vec::new() })
    }

    fn copy(&self, here: &Here<'_, 'r>) -> Option<String> {
        match here.target {
            Some(LinkTarget::RollCall(id)) => Some(here.rollcall_as_text(*id)),
            Some(LinkTarget::Pattern(states)) => Some(self.pattern_as_text(here, states)),
            Some(LinkTarget::Member(member)) => Some(self.member_as_text(here, *member)),
            _ => here.member().map(|member| self.member_as_text(here, member)),
        }
    }

    fn export(&self, here: &Here<'_, 'r>, format: Format, style: Style) -> Option<String> {
        let Some(index) = here.session.series().ok().filter(|_| !self.ids.is_empty()) else {
            return here.rows_as_file(format, style);
        };
        let asked: Vec<_> = self.ids.iter().map(|&id| here.session.lexicon.symbol(id)).collect();
        let report = Compare::new(here.record(), index, &self.ids, &asked.join(" "), self.moved);
        Some(render(&report, here.record(), format, style))
    }
}

impl CompareView {
    /// "Hungary: yes on A/RES/ES-11/6 (23 February 2023), no on A/RES/ES-11/7 (24 February 2025)."
    fn member_as_text(&self, here: &Here<'_, '_>, member: MemberId) -> String {
        let record = here.record();
        let name = &record.members().get(member).name;
        here.cited(&format!("{name}: {}", self.votes_as_text(here, &self.states(record, member))))
    }

    /// The same for all that voted alike, with their number and their names.
    fn pattern_as_text(&self, here: &Here<'_, '_>, states: &[State]) -> String {
        let record = here.record();
        let voted = here.session.by_name.iter().filter(|&&member| self.states(record, member) == states);
        let names: Vec<_> = voted.map(|&member| record.members().get(member).name.as_ref()).collect();
        let (members, how) = (counted(names.len(), "member"), self.votes_as_text(here, states));
        here.cited(&format!("{members}: {how}: {}", names.join(", ")))
    }

    fn votes_as_text(&self, here: &Here<'_, '_>, states: &[State]) -> String {
        let record = here.record();
        let part = |(&id, &state): (&RollCallId, &State)| {
            let (how, symbol) = (how(record.origin().word(state), state), here.session.lexicon.symbol(id));
            format!("{how} {symbol} ({})", day(record.rollcall(id).date))
        };
        self.ids.iter().zip(states).map(part).collect::<Vec<_>>().join(", ")
    }
}

/// "yes on", "abstained on", "absent from": what stands before the symbol of a roll call.
fn how(word: &str, state: State) -> String {
    match state {
        State::Abstain => "abstained on".to_owned(),
        State::Absent => format!("{word} from"),
        State::NotMember => format!("{word} at"),
        State::Yes | State::No => format!("{word} on"),
    }
}
