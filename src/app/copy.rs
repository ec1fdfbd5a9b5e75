//! What is selected as a line of text to paste: the figures with their n, window and source.

use crate::analysis::position;
use crate::record::{MemberId, RollCallId, State};
use crate::report::text::day;
use crate::report::{Credit, Window, counted, rollcall_in_words};

use super::App;
use super::layout::Focus;
use super::page::LinkTarget;
use super::subject::{Kind, Subject};
use super::views::compare::CompareView;
use super::views::countries::shares_in_words;
use super::views::pair::PairView;
use super::views::votes::said;

impl App<'_> {
    /// What is under the cursor, or else selected, as a line; none if nothing is.
    pub(super) fn selected_as_text(&self) -> Option<String> {
        let view = self.view();
        if view.kind() == Kind::Blocs && (view.focus() != Focus::List || view.rollcall().is_none()) {
            return self.blocs_as_text();
        }
        let target = view.under_cursor();
        let (record, query, set) = (self.record(), view.filter().text(), view.set());
        let figures = match (view.about(), view.member()) {
            (Subject::Pair(couple), _) if view.focus() != Focus::List => match target {
                Some(LinkTarget::RollCall(id)) => return Some(self.rollcall_as_text(*id)),
                Some(LinkTarget::Part(term)) => self.couple_as_text(couple, term),
                _ => couple.as_text(record, query, set),
            },
            (Subject::Matrix(pairs), Some(member)) => pairs.as_text(record, member, query, set),
            (Subject::Positions(scatter), Some(member)) => scatter.as_text(record, member, query, set),
            (Subject::Drift(moved), Some(member)) => moved.as_text(record, member, query, set),
            _ => None,
        };
        if let Some(text) = figures {
            return Some(format!("{text}. {}", Credit::of(record).citation));
        }
        if let Some(compared) = view.compared() {
            return match target {
                Some(LinkTarget::RollCall(id)) => Some(self.rollcall_as_text(*id)),
                Some(LinkTarget::Pattern(states)) => Some(self.pattern_as_text(compared, states)),
                Some(LinkTarget::Member(member)) => Some(self.member_beside(compared, *member)),
                _ => view.member().map(|member| self.member_beside(compared, member)),
            };
        }
        match (target, view.rollcall(), view.member()) {
            (Some(LinkTarget::Member(member)), Some(id), _) => Some(self.vote_as_text(id, *member)),
            (Some(LinkTarget::Narrow(term, member)), ..) => self.member_as_text(*member, term),
            (Some(LinkTarget::RollCall(id)), _, Some(member)) => Some(self.vote_as_text(*id, member)),
            (Some(LinkTarget::RollCall(id)), ..) => Some(self.rollcall_as_text(*id)),
            (_, Some(id), _) => Some(self.rollcall_as_text(id)),
            (_, _, Some(member)) => self.member_as_text(member, ""),
            (_, None, None) => None,
        }
    }

    /// Two members over the part of the window that a term asks for.
    fn couple_as_text(&self, couple: &PairView, term: &str) -> Option<String> {
        let (query, set) = self.view().part(&self.shared, term)?;
        let mut couple = couple.clone();
        couple.take(&set, &self.shared);
        couple.as_text(self.record(), &query, &set)
    }

    /// "Hungary: yes on A/RES/ES-11/6 (23 February 2023), no on A/RES/ES-11/7 (24 February 2025)."
    fn member_beside(&self, compared: &CompareView, member: MemberId) -> String {
        let record = self.record();
        let name = &record.members().get(member).name;
        format!(
            "{name}: {}. {}",
            self.beside_as_text(compared, &compared.states(record, member)),
            Credit::of(record).citation
        )
    }

    /// The same for all that voted so, with their number and their names.
    fn pattern_as_text(&self, compared: &CompareView, states: &[State]) -> String {
        let record = self.record();
        let row = |member| compared.states(record, member) == states;
        let voted = self.shared.by_name.iter().filter(|&&member| row(member));
        let names: Vec<_> = voted.map(|&member| record.members().get(member).name.as_ref()).collect();
        let (members, how) = (counted(names.len(), "member"), self.beside_as_text(compared, states));
        format!("{members}: {how}: {}. {}", names.join(", "), Credit::of(record).citation)
    }

    fn beside_as_text(&self, compared: &CompareView, states: &[State]) -> String {
        let record = self.record();
        let part = |(&id, &state): (&RollCallId, &State)| {
            format!(
                "{} {} ({})",
                how(record.origin().word(state), state),
                self.shared.lexicon().symbol(id),
                day(record.rollcall(id).date)
            )
        };
        compared.ids().iter().zip(states).map(part).collect::<Vec<_>>().join(", ")
    }

    fn rollcall_as_text(&self, id: RollCallId) -> String {
        let record = self.record();
        let rollcall = record.rollcall(id);
        let tally = rollcall_in_words(record, id);
        let symbol = if rollcall.symbol.is_empty() { rollcall.number.to_string() } else { rollcall.symbol.to_string() };
        let credit = Credit::of(record).citation;
        let end = record.link(id).map_or(credit.clone(), |link| {
            // The library's name, and the page of this roll call in the place of that of all.
            format!("{}, {link}", credit.split(", ").next().unwrap_or_default())
        });
        format!("{symbol}, {}, {}: {tally}. {end}", rollcall.title, day(rollcall.date))
    }

    fn vote_as_text(&self, id: RollCallId, member: MemberId) -> String {
        let record = self.record();
        if !record.is_recorded(id) {
            return self.rollcall_as_text(id);
        }
        let seat = record.members().get(member);
        let then = seat.name_on(record.rollcall(id).date).map_or_else(String::new, |then| format!(" (then {then})"));
        let vote = said(&format!("{}{then}", seat.name), record.votes().state(id, member));
        format!("{vote} on {}", self.rollcall_as_text(id))
    }

    /// What a member cast over the window, narrowed by a term.
    fn member_as_text(&self, member: MemberId, term: &str) -> Option<String> {
        let record = self.record();
        let (text, set) = self.view().part(&self.shared, term)?;
        let votes = position(record, member, &set);
        let name = &record.members().get(member).name;
        let absent = votes.absent.map_or_else(String::new, |absent| format!(", {absent} absent"));
        Some(format!(
            "{name}: {} yes, {} no, {} abstaining{absent}; of {} cast {}. {}, {}. {}",
            votes.yes,
            votes.no,
            votes.abstain,
            counted(votes.cast() as usize, "vote"),
            shares_in_words(votes),
            Window::new(record, &text, &set).line(),
            record.universe(),
            Credit::of(record).citation,
        ))
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
