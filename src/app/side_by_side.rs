//! What is done with roll calls side by side and with the series of one: marks into columns, the earlier and the later
//! text, which members are seen.

use crate::record::{MemberId, RollCallId};
use crate::report::counted;
use crate::report::text::thousands;

use super::App;
use super::layout::Focus;
use super::list::Row;
use super::scroll::Step;
use super::subject::{Kind, Subject};
use super::view::View;
use super::views::compare::{CompareView, MOST};
use super::views::world::Shown;

/// How to have roll calls side by side.
const HOW: &str = "mark two to ten roll calls with Space, then v compares them";

impl App<'_> {
    /// Says a word; something changed by that.
    pub(super) fn say(&mut self, word: impl Into<String>) -> bool {
        self.notice = Some(word.into());
        true
    }

    /// Opens roll calls side by side, in the order of their days if `by_date`.
    pub(super) fn compare(&mut self, ids: Vec<RollCallId>, by_date: bool) {
        let compared = CompareView::new(self.record(), ids, by_date);
        self.open_here(Subject::Compare(Box::new(compared)));
    }

    /// Goes to the marked roll calls side by side, if they are not in a view that one came by; says whether it does.
    pub(super) fn go_to_marked(&mut self) -> bool {
        let ids = self.to_compare();
        let goes = ids.is_some();
        if let Some(ids) = ids {
            self.compare(ids, true);
            self.say_which();
        }
        goes
    }

    /// The marked roll calls, as many as can stand side by side, if they are not in a view that one came by.
    fn to_compare(&self) -> Option<Vec<RollCallId>> {
        let marks = self.shared.marks();
        let marks = &marks[..marks.len().min(MOST)];
        let same = |view: &View<'_>| {
            view.compared().is_some_and(|compared| {
                let ids = compared.ids();
                ids.len() == marks.len() && ids.iter().all(|id| marks.contains(id))
            })
        };
        let open = self.trail().iter().any(same);
        (marks.len() >= 2 && !open).then(|| marks.to_vec())
    }

    /// Says that more are marked than can stand side by side.
    fn say_which(&mut self) {
        let marked = self.shared.marks().len();
        if marked > MOST {
            self.say(format!("the first {MOST} of {marked} that are marked; U takes all marks away"));
        }
    }

    /// Compares the marked roll calls; one that is marked alone with the one that is selected.
    pub(super) fn compare_marked(&mut self) -> bool {
        let mut ids = self.shared.marks().to_vec();
        if let ([marked], Some(id)) = (ids.as_slice(), self.rollcall_here())
            && *marked != id
        {
            ids.push(id);
        }
        if ids.len() < 2 {
            return self.say(HOW);
        }
        ids.truncate(MOST);
        self.compare(ids, true);
        self.say_which();
        true
    }

    /// Marks the roll calls of the list, as many as can be compared.
    pub(super) fn mark_all(&mut self) -> bool {
        let rows = self.view().list().rows().iter();
        let ids: Vec<_> = rows
            .filter_map(|row| match row {
                Row::RollCall(id) => Some(*id),
                Row::Member(_) => None,
            })
            .collect();
        if ids.is_empty() {
            return self.say("only roll calls can be marked");
        }
        let new: Vec<_> = ids.iter().copied().filter(|id| !self.shared.marks().contains(id)).collect();
        let room = MOST.saturating_sub(self.shared.marks().len());
        new.iter().take(room).for_each(|&id| self.shared.mark(id));
        let marked = counted(self.shared.marks().len(), "roll call");
        let left = new.len().saturating_sub(room);
        let rest = if left > 0 {
            format!("; {} of the list are not, {MOST} is the most", thousands(left))
        } else {
            String::new()
        };
        self.say(format!("{marked} marked{rest}"))
    }

    /// Goes to the later or the earlier text of the series.
    pub(super) fn turn(&mut self, later: bool) -> bool {
        if let Some(said) = self.turn_map(later) {
            return self.say(said);
        }
        // The one that is open goes on, wherever the cursor is on its page.
        let Some(id) = self.view().rollcall().or_else(|| self.rollcall_here()) else {
            return self.say("select a roll call: it may be of a series");
        };
        let index = match self.shared.series() {
            Ok(index) => index,
            Err(error) => return self.say(error),
        };
        let Some(to) = (if later { index.later(id) } else { index.earlier(id) }) else {
            let which = if later { "later" } else { "earlier" };
            return self.say(format!("no {which} text in this series"));
        };
        let series = index.of(to);
        let at = series.iter().position(|&other| other == to).unwrap_or_default();
        if !self.view_mut().select(Row::RollCall(to)) {
            self.go_to_rollcall(to);
        }
        self.say(format!("{} of {} in its series", at + 1, series.len()))
    }

    /// Goes on to the map of another roll call: the next of the window, if that is of some, or else of its series. Says
    /// which it is; none where the view is no map of a roll call.
    fn turn_map(&mut self, later: bool) -> Option<String> {
        let Subject::World(map) = self.view().about() else { return None };
        let Shown::RollCall(id) = *map.shown() else { return None };
        let view = self.view();
        let (to, of) = if view.query().is_empty() {
            let index = self.shared.series().ok()?;
            (if later { index.later(id) } else { index.earlier(id) }, "its series")
        } else {
            let next = if later {
                view.set().iter().find(|&other| other > id)
            } else {
                view.set().iter().rfind(|&other| other < id)
            };
            (next, "the window")
        };
        let which = if later { "later" } else { "earlier" };
        let Some(to) = to else { return Some(format!("nothing {which} in {of}")) };
        let shared = &self.shared;
        self.views.last_mut()?.turn(shared, true, |subject| {
            let Subject::World(map) = subject else { return None };
            map.turn_to(to);
            Some(())
        });
        Some(format!("{which} in {of}"))
    }

    /// Compares a roll call with the text before it in its series.
    pub(super) fn compare_with_earlier(&mut self) -> bool {
        let Some(id) = self.rollcall_here() else { return self.say("select a roll call: it may be of a series") };
        match self.shared.series().map(|index| index.earlier(id)) {
            Ok(Some(earlier)) => {
                self.compare(vec![earlier, id], false);
                self.view_mut().enter_page();
                true
            }
            Ok(None) => self.say("no earlier text in this series; mark another with Space, then v compares them"),
            Err(error) => self.say(error),
        }
    }

    /// Opens the series of a roll call.
    pub(super) fn go_to_series(&mut self, id: RollCallId, query: &str) {
        let view = match self.shared.series().map(|index| index.of(id)) {
            Ok(whole) => {
                let mut view = View::of(Subject::Series(whole.clone()), query, &self.shared);
                if !view.select(Row::RollCall(id)) && view.list().is_empty() {
                    self.notice = Some("its series is outside the filter, which is set aside".to_owned());
                    view = View::of(Subject::Series(whole), "", &self.shared);
                    view.select(Row::RollCall(id));
                }
                view
            }
            Err(error) => {
                self.notice = Some(error.to_owned());
                return;
            }
        };
        self.push(view);
    }

    /// Opens the series of the roll call that is selected.
    pub(super) fn open_series(&mut self) -> bool {
        let Some(id) = self.rollcall_here() else { return self.say("select a roll call: it may be of a series") };
        if self.view().kind() == Kind::Series {
            return self.view_mut().go(Focus::List);
        }
        self.go_to_series(id, "");
        true
    }

    /// The member that is selected side by side with others.
    fn beside(&self) -> Option<MemberId> {
        self.view().compared().and(self.view().member())
    }

    /// Changes which members are seen side by side, and in which order; says so.
    fn rearrange(&mut self, change: impl FnOnce(&mut CompareView) -> String) -> bool {
        let shared = &self.shared;
        let said = self.views.last_mut().and_then(|view| view.rearrange(shared, change));
        self.say(said.unwrap_or_else(|| format!("that is for roll calls side by side: {HOW}")))
    }

    /// Shows only members that moved, or all.
    pub(super) fn turn_moved(&mut self) -> bool {
        self.rearrange(|compared| compared.turn_moved().to_owned())
    }

    /// Puts the roll calls into the order of their days, or as they were marked.
    pub(super) fn turn_order(&mut self) -> bool {
        let record = self.record();
        self.rearrange(|compared| compared.turn_order(record).to_owned())
    }

    /// Hides the selected member.
    pub(super) fn hide(&mut self) -> bool {
        let Some(member) = self.beside() else { return self.rearrange(|_| "nobody is selected".to_owned()) };
        let view = self.view_mut();
        let _ = view.step(Step::Rows(1)) || view.step(Step::Rows(-1));
        let name = &self.record().members().get(member).name;
        self.rearrange(|compared| {
            compared.hide(member);
            format!("{name} is hidden; Z shows all again")
        })
    }

    /// Shows all members that were hidden.
    pub(super) fn show_hidden(&mut self) -> bool {
        self.rearrange(|compared| {
            let any = compared.show_hidden();
            if any { "all members" } else { "nobody is hidden" }.to_owned()
        })
    }

    /// Keeps the selected member above all others, or no longer.
    pub(super) fn pin(&mut self) -> bool {
        let Some(member) = self.beside() else { return self.rearrange(|_| "nobody is selected".to_owned()) };
        let name = &self.record().members().get(member).name;
        self.rearrange(|compared| {
            compared.pin(member);
            let how =
                if compared.is_pinned(member) { "stays above the others" } else { "stands among the others again" };
            format!("{name} {how}")
        })
    }
}
