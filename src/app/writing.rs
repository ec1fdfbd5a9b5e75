//! Where text is typed or something is chosen: the filter, the help, a choice, another line.

use super::done::Done;
use super::event::Effect;
use super::field::LineChange;
use super::layout::Focus;
use super::line_editor::{LineEditor, LineKind};
use super::picker::Choice;
use super::prompt::{Prompt, Purpose};
use super::scroll::step_of;
use super::state::{App, Overlay};
use crate::actions::{Action, Context};
use crate::report::counted;
use crate::report::text::thousands;

impl App<'_> {
    pub(super) fn act_in_filter(&mut self, action: Action) -> bool {
        let shared = &self.shared;
        let Some(view) = self.views.last_mut() else { return false };
        match (action, step_of(action)) {
            (Action::Accept, _) => view.change(shared, LineEditor::accept),
            (Action::Cancel, _) => {
                view.drop_line(shared);
                true
            }
            (Action::Complete, _) => view.change(shared, LineEditor::complete),
            // Up and down are for the proposals, as long as there are any.
            (Action::Up | Action::Down, _) if view.mark_proposal(action == Action::Down) => true,
            (_, Some(step)) => view.step(step),
            (action, None) => view.change(shared, |line| line.edit(action)),
        }
    }

    pub(super) fn act_in_help(&mut self, action: Action) -> bool {
        let Some(Overlay::Help(help)) = &mut self.over else { return false };
        match (action, step_of(action)) {
            (Action::Cancel, _) => self.close().is_some(),
            (Action::Search, _) => {
                help.typing = true;
                true
            }
            (_, Some(step)) => help.scroll.step(step),
            _ => false,
        }
    }

    pub(super) fn act_in_picker(&mut self, action: Action) -> Done {
        let (lexicon, keys) = (self.shared.lexicon(), &self.keys);
        let Some(Overlay::Picker(picker)) = &mut self.over else { return Done::NOTHING };
        match (action, step_of(action)) {
            (Action::Accept, _) => {
                let Some(choice) = picker.chosen() else { return Done::NOTHING };
                if picker.is_of_actions() {
                    self.last_action = picker.field().text().to_owned();
                }
                self.close();
                if let Choice::Action(action) = choice {
                    return Done { changed: true, ..self.act(action) };
                }
                self.choose(choice);
                Done::CHANGED
            }
            (Action::Cancel, _) => self.close().is_some().into(),
            (_, Some(step)) => picker.step(step).into(),
            (action, None) => picker.edit(action, lexicon, keys).into(),
        }
    }

    pub(super) fn act_in_line(&mut self, action: Action) -> Done {
        if let Some(Overlay::Help(help)) = &mut self.over {
            match action {
                Action::Accept => help.typing = false,
                Action::Cancel => {
                    help.typing = false;
                    help.search_mut().edit(Action::CursorEnd);
                    help.search_mut().edit(Action::DeleteToStart);
                }
                action => return help.search_mut().edit(action).is_any().into(),
            }
            return Done::CHANGED;
        }
        let Some(prompt) = &mut self.prompt else { return Done::NOTHING };
        match action {
            Action::Accept => Done { changed: true, effect: self.accept() },
            Action::Cancel => {
                if let Some(Prompt { purpose: Purpose::Find(from), .. }) = self.prompt.take() {
                    self.go_back_to(&from);
                }
                Done::CHANGED
            }
            Action::Up | Action::Down => {
                self.find_other(action == Action::Down);
                Done::CHANGED
            }
            action => {
                let change = prompt.field.edit(action);
                if change == LineChange::Text {
                    prompt.start_anew();
                    self.find();
                }
                change.is_any().into()
            }
        }
    }

    /// Takes the line that was asked for.
    fn accept(&mut self) -> Option<Effect> {
        if self.prompt.as_ref().is_some_and(|prompt| prompt.field.is_selected()) {
            // Looked for once more: the next place.
            self.find_other(true);
        }
        let prompt = self.prompt.take()?;
        match prompt.purpose {
            Purpose::Find(_) => None,
            Purpose::Answer(question) => self.answer(&question, prompt.field.text().trim()),
            Purpose::Export(over) => self.write_export(prompt.field.text().trim(), over),
        }
    }

    /// Writes where text goes now; says whether anything changed.
    pub(super) fn write(&mut self, text: &str) -> bool {
        let (shared, keys) = (&self.shared, &self.keys);
        match (&mut self.over, &mut self.prompt, self.views.last_mut()) {
            (Some(Overlay::Help(help)), ..) => help.search_mut().insert(text),
            (Some(Overlay::Picker(picker)), ..) => picker.insert(text, shared.lexicon(), keys),
            (None, Some(prompt), _) => {
                let changed = prompt.field.insert(text);
                prompt.start_anew();
                self.find();
                changed
            }
            (None, None, Some(view)) => view.change(shared, |line| line.insert(text)),
            (None, None, None) => false,
        }
    }

    /// A paste goes where text goes now, and is a filter where none does.
    pub(super) fn paste(&mut self, text: &str) -> bool {
        if self.context() == Context::Help {
            return false;
        }
        if !self.context().is_text() && !self.open_filter() {
            return true;
        }
        self.write(text);
        true
    }

    /// Opens the filter line; says whether there is one here.
    pub(super) fn open_filter(&mut self) -> bool {
        if let Some(why) = self.view().view().unfiltered() {
            self.notice = Some(why.to_owned());
            return false;
        }
        // A page that stays the same page keeps the keys.
        let view = self.view().view();
        if !view.is_about_members() && view.page_is_whole() != Some(true) {
            self.view_mut().go(Focus::List);
        }
        self.view_mut().open_line(LineKind::RollCalls);
        true
    }

    /// Takes the filter of the visible view away, whatever view it came from.
    pub(super) fn clear_filter(&mut self) -> bool {
        if let Some(why) = self.view().view().unfiltered() {
            return self.say(why);
        }
        self.refilter("");
        self.say("filter cleared")
    }

    /// Filters the next universe in the same way.
    pub(super) fn next_universe(&mut self) -> bool {
        if let Some(why) = self.view().view().unfiltered() {
            return self.say(why);
        }
        let next = match self.view().query().in_next_universe(self.view().filter().text(), self.shared.lexicon()) {
            Ok(next) => next,
            Err(term) => return self.say(format!("the filter's {term} sets which votes are shown; / changes it")),
        };
        let lost = self.view().query().lost_in_next_universe();
        let lost = lost.map_or_else(String::new, |lost| format!("; {lost} is left out now"));
        self.refilter(&next);
        let universe = self.universe().in_short(self.record().origin());
        let (some, all) = (self.view().set().len(), self.view().within().len());
        self.say(format!("{universe}: {} of {}{lost}", thousands(some), counted(all, "roll call")))
    }
}
