//! What the key bar offers: of the table of actions, what does something now.

use super::App;
use super::layout::Focus;
use super::navigate::WayBack;
use crate::actions::{Action, Context, TABLE};

impl App<'_> {
    /// What works now, most useful first: a key, and a word or two.
    pub fn offers(&self) -> Vec<(String, String)> {
        let place = self.place();
        let entries = TABLE.iter().filter(|entry| entry.applies(place) && !entry.label.is_empty());
        let entries = entries.filter(|entry| self.does_something(entry.action, place.context));
        let (marked, beside) = (self.shared().marks().len(), self.marks_not_listed());
        let offer = |entry: &'static crate::actions::ActionEntry| {
            let key = self.keys().keys(entry, place).first()?.to_string();
            let label = match entry.action {
                Action::Mark if beside > 0 => format!("mark ({marked}, {beside} not listed)"),
                Action::Mark if marked > 0 => format!("mark ({marked})"),
                Action::Back if matches!(self.way_back(), WayBack::Filter(_)) => "clear".to_owned(),
                Action::Leave if !self.is_at_the_top() => "back".to_owned(),
                _ => entry.label.to_owned(),
            };
            Some((key, label))
        };
        entries.filter_map(offer).collect()
    }

    /// How many marked roll calls the filter of a list of roll calls leaves out.
    fn marks_not_listed(&self) -> usize {
        let view = self.view();
        let lists = view.view().lists_filtered();
        self.shared().marks().iter().filter(|&&id| lists && !view.set().contains(id)).count()
    }

    /// Whether there is nothing to go back to.
    pub(super) fn is_at_the_top(&self) -> bool {
        self.trail().len() == 1 && self.view().focus() == Focus::List
    }

    fn does_something(&self, action: Action, context: Context) -> bool {
        let view = self.view();
        let selected = view.list().selected();
        if let Some(offers) = view.view().offers(action) {
            return offers;
        }
        match action {
            Action::Timeline => self.layout().is_some_and(|layout| !layout.timeline.is_empty()),
            Action::Back => !self.is_at_the_top() || matches!(self.way_back(), WayBack::Filter(_)),
            // Beside Esc it would say the same twice.
            Action::Leave => self.is_at_the_top(),
            Action::CompareMarked => !self.shared().marks().is_empty(),
            Action::Group => view.view().has_groups() && selected.is_some(),
            Action::Mark if context == Context::Timeline => true,
            Action::Voters
            | Action::Mark
            | Action::CompareEarlier
            | Action::Series
            | Action::Grid
            | Action::Earlier
            | Action::Later => self.rollcall_here().is_some(),
            Action::Sort => selected.is_some() && view.sorts(&self.shared),
            Action::Filter | Action::Universe => view.view().unfiltered().is_none(),
            Action::Open if context == Context::Page => view.under_cursor().is_some(),
            Action::Open
            | Action::CopyRow
            | Action::Export
            | Action::Moved
            | Action::Order
            | Action::Hide
            | Action::Pin => selected.is_some(),
            _ => true,
        }
    }
}
