//! What is under the cursor or selected as a line of text to paste, in any view.

use crate::answer::{Countries, Credit, Window};
use crate::app::page::LinkTarget;
use crate::record::{MemberId, RollCallId};
use crate::report::text::day;
use crate::report::{counted, rollcall_in_words, shares_in_words, vote_in_words};

use super::here::Here;

impl Here<'_, '_> {
    /// What is under the cursor, or else the selected row.
    pub(super) fn row_as_text(&self) -> Option<String> {
        match (self.target, self.rollcall(), self.member()) {
            (Some(LinkTarget::Member(member)), Some(id), _) => Some(self.vote_as_text(id, *member)),
            (Some(LinkTarget::Narrow(term, member)), ..) => self.member_as_text(*member, term),
            (Some(LinkTarget::RollCall(id)), _, Some(member)) => Some(self.vote_as_text(*id, member)),
            (Some(LinkTarget::RollCall(id)), ..) => Some(self.rollcall_as_text(*id)),
            // With the vote that is beside it.
            (None, Some(id), _) if self.in_list() => {
                let watched = self.session.watched;
                Some(watched.map_or_else(|| self.rollcall_as_text(id), |member| self.vote_as_text(id, member)))
            }
            (_, Some(id), _) => Some(self.rollcall_as_text(id)),
            (_, _, Some(member)) => self.member_as_text(member, ""),
            (_, None, None) => None,
        }
    }

    /// Figures in words, with where they are from.
    pub(super) fn cited(&self, figures: &str) -> String {
        format!("{figures}. {}", Credit::over(self.record(), self.set).citation)
    }

    /// A roll call, with its tally.
    pub(super) fn rollcall_as_text(&self, id: RollCallId) -> String {
        let record = self.record();
        let rollcall = record.rollcall(id);
        let tally = rollcall_in_words(record, id);
        let symbol = if rollcall.symbol.is_empty() { rollcall.number.to_string() } else { rollcall.symbol.to_string() };
        let credit = Credit::over(record, &record.only(id)).citation;
        let end = record.link(id).map_or(credit.clone(), |link| {
            // The library's name, and the page of this roll call in the place of that of all.
            format!("{}, {link}", credit.split(", ").next().unwrap_or_default())
        });
        format!("{symbol}, {}, {}: {tally}. {end}", rollcall.title, day(rollcall.date))
    }

    /// What a member cast on a roll call.
    fn vote_as_text(&self, id: RollCallId, member: MemberId) -> String {
        let record = self.record();
        if !record.is_recorded(id) {
            return self.rollcall_as_text(id);
        }
        let seat = record.members().get(member);
        let then = seat.name_on(record.rollcall(id).date).map_or_else(String::new, |then| format!(" (then {then})"));
        let vote =
            vote_in_words(&format!("{}{then}", seat.name), record.votes().state(id, member), record.rollcall(id).body);
        format!("{vote} on {}", self.rollcall_as_text(id))
    }

    /// What a member cast over the window, narrowed by a term.
    fn member_as_text(&self, member: MemberId, term: &str) -> Option<String> {
        let record = self.record();
        let (text, set) = self.part(term)?;
        let Countries { members, window, source } =
            Countries::new(record, &[member], &set, Window::new(record, &text, &set));
        let row = members.first()?;
        let absent = row.absent.map_or_else(String::new, |absent| format!(", {absent} absent"));
        Some(format!(
            "{}: {} yes, {} no, {} abstaining{absent}; of {} cast {}. {}, {}. {}",
            row.name,
            row.yes,
            row.no,
            row.abstain,
            counted(row.n as usize, "vote"),
            shares_in_words(row.votes),
            window.line(),
            window.universe,
            source.citation,
        ))
    }
}
