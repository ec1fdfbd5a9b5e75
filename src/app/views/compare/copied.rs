//! Votes on roll calls side by side as lines to paste.

use super::CompareView;
use crate::app::views::Here;
use crate::record::{MemberId, RollCallId, State};
use crate::report::counted;
use crate::report::text::day;

impl CompareView {
    /// "Hungary: yes on A/RES/ES-11/6 (23 February 2023), no on A/RES/ES-11/7 (24 February 2025)."
    pub(super) fn member_as_text(&self, here: &Here<'_, '_>, member: MemberId) -> String {
        let record = here.record();
        let name = record.name(member);
        here.cited(&format!("{name}: {}", self.votes_as_text(here, &self.states(record, member))))
    }

    /// The same for all that voted alike, with their number and their names.
    pub(super) fn pattern_as_text(&self, here: &Here<'_, '_>, states: &[State]) -> String {
        let record = here.record();
        let voted = here.session.by_name.iter().filter(|&&member| self.states(record, member) == states);
        let names: Vec<_> = voted.map(|&member| record.name(member)).collect();
        let (members, how) = (counted(names.len(), "member"), self.votes_as_text(here, states));
        here.cited(&format!("{members}: {how}: {}", names.join(", ")))
    }

    fn votes_as_text(&self, here: &Here<'_, '_>, states: &[State]) -> String {
        let record = here.record();
        let part = |(&id, &state): (&RollCallId, &State)| {
            let (how, symbol) = (how(record.state_word(id, state), state), here.session.lexicon.symbol(id));
            format!("{how} {symbol} ({})", day(record.rollcall(id).date))
        };
        self.ids().iter().zip(states).map(part).collect::<Vec<_>>().join(", ")
    }
}

/// "yes on", "abstained on", "absent from": what is before the symbol of a roll call.
fn how(word: &str, state: State) -> String {
    match state {
        State::Abstain => "abstained on".to_owned(),
        State::Absent => format!("{word} from"),
        State::NotMember => format!("{word} at"),
        State::Yes | State::No => format!("{word} on"),
    }
}
