//! Going to a series, and from one of its roll calls to another.

use crate::actions::Action;
use crate::answer::Series;
use crate::answer::series::PlaceInSeries;
use crate::app::App;
use crate::app::layout::Focus;
use crate::app::list::Row;
use crate::app::open_view::OpenView;
use crate::record::{RollCallId, RollCallSet};

use super::{KIND, SeriesView};

/// Goes to a series, or on to another roll call of one.
pub(in crate::app::views) fn act(app: &mut App<'_>, action: Action) -> Option<bool> {
    match action {
        Action::Series => Some(app.open_series()),
        Action::Earlier | Action::Later => Some(app.turn(action == Action::Later)),
        _ => None,
    }
}

impl App<'_> {
    /// Goes to the later or the earlier text of the series.
    fn turn(&mut self, later: bool) -> bool {
        // The one that is open goes on, wherever the cursor is on its page.
        let Some(id) = self.view().rollcall().or_else(|| self.rollcall_here()) else {
            return self.say("select a roll call to see its series");
        };
        let index = match self.shared.series() {
            Ok(index) => index,
            Err(error) => return self.say(error),
        };
        let place = PlaceInSeries::of(index, id);
        let Some(to) = (if later { place.later() } else { place.earlier() }) else {
            let which = if later { "later" } else { "earlier" };
            return self.say(format!("no {which} text in this series"));
        };
        if !self.view_mut().select(Row::RollCall(to)) {
            self.go_to_rollcall(to);
        }
        let place = PlaceInSeries::of(index, to);
        self.say(format!("{} of {} in its series", place.at + 1, place.whole.len()))
    }

    /// Opens the series of a roll call under a filter; where that is empty, in the universe that it is in.
    pub(in crate::app) fn go_to_series(&mut self, id: RollCallId, query: &str) {
        let view = match self.shared.series().map(|index| Series::whole(self.record(), index, id)) {
            Ok(whole) => {
                let mut set = RollCallSet::empty(self.record().len());
                set.extend(whole.ids());
                let universe = self.universe_of(&set);
                let query = if query.is_empty() { universe } else { query };
                let mut view = OpenView::of(Box::new(SeriesView { whole: whole.clone() }), query, &self.shared);
                if !view.select(Row::RollCall(id)) && view.list().is_empty() {
                    self.notice = Some("Its series is outside the filter; filter cleared".to_owned());
                    view = OpenView::of(Box::new(SeriesView { whole }), universe, &self.shared);
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
    fn open_series(&mut self) -> bool {
        let Some(id) = self.rollcall_here() else { return self.say("select a roll call to see its series") };
        if self.view().kind() == &KIND {
            return self.view_mut().go(Focus::List);
        }
        self.go_to_series(id, "");
        true
    }
}
