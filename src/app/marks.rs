//! Marking roll calls.

use crate::report::counted;
use crate::report::text::thousands;

use super::App;
use super::list::Row;
use super::views::MOST_MARKS as MOST;

impl App<'_> {
    /// Marks what is under the cursor or selected, if it is a roll call.
    pub(super) fn mark(&mut self) -> bool {
        if let Some(id) = self.rollcall_here() {
            self.shared.mark(id);
        } else {
            self.notice = Some("only roll calls can be marked".to_owned());
        }
        true
    }

    /// Marks the roll calls of the list, as many as can be compared.
    pub(super) fn mark_all(&mut self) -> bool {
        let rows = self.view().list().rows().iter();
        let ids: Vec<_> = rows.copied().filter_map(Row::rollcall).collect();
        if ids.is_empty() {
            return self.say("only roll calls can be marked");
        }
        let new: Vec<_> = ids.iter().copied().filter(|id| !self.shared.marks().contains(id)).collect();
        let room = MOST.saturating_sub(self.shared.marks().len());
        new.iter().take(room).for_each(|&id| self.shared.mark(id));
        let marked = counted(self.shared.marks().len(), "roll call");
        let left = new.len().saturating_sub(room);
        let rest = if left > 0 {
            format!("; {} more in the list left unmarked, as {MOST} is the limit", thousands(left))
        } else {
            String::new()
        };
        self.say(format!("{marked} marked{rest}"))
    }
}
