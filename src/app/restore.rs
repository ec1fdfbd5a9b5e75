//! What is kept from one visit to the next, and what the user set.

use crate::link::Link;
use crate::settings::{Ground, Settings};
use crate::visit::Visit;

use super::columns::Sort;
use super::list::Row;
use super::session::Grouping;
use super::state::App;

/// What is before the name of a column by which the list is sorted the other way round.
const REVERSED: &str = "-";

impl App<'_> {
    /// Takes what the user set.
    pub fn set(&mut self, settings: &Settings) {
        self.set_look(settings.look);
        self.keys = settings.keys.clone();
        self.mouse = settings.mouse;
        self.fit();
    }

    /// Takes up what was marked and chosen on the last visit and, if `whole`, the view that was open then.
    pub fn take_up(&mut self, visit: &Visit, whole: bool) {
        let record = self.shared.record();
        self.shared.marks = visit.marks.iter().filter_map(|&number| record.by_number(number)).collect();
        self.share = visit.divider;
        if let Some(grouping) = Grouping::from_name(&visit.grouping) {
            self.shared.group_by(grouping);
        }
        if let Some(ground) = visit.theme.as_deref().and_then(Ground::from_name) {
            self.look.ground = ground;
        }
        // What a link of another record names may not be there.
        if let Some(link) = Link::parse_any_query(&visit.link, self.shared.lexicon()).ok().filter(|_| whole) {
            self.start_at(&link);
            self.sort_as(&visit.sort);
            let lexicon = self.shared.lexicon();
            let row = visit.selected.as_deref().and_then(|text| match text.parse() {
                Ok(number) => record.by_number(crate::record::RecordNumber(number)).map(Row::RollCall),
                Err(_) => {
                    record.members().by_code(text).map(Row::Member).or_else(|| record.text_called(text).map(Row::Text))
                }
            });
            if let Some(row) = row {
                self.view_mut().select(row);
            }
            if *self.link().to_text(lexicon) != *"votes" {
                self.tell("as you left it; plenary --fresh starts anew");
            }
        }
        self.fit();
    }

    fn sort_as(&mut self, text: &str) {
        let (name, reverse) = text.strip_prefix(REVERSED).map_or((text, false), |name| (name, true));
        let columns = self.view().columns(&self.shared);
        if let Some(column) = columns.iter().position(|column| column.long == name) {
            let shared = &self.shared;
            if let Some(view) = self.views.last_mut() {
                view.set_sort(Sort { column, reverse }, shared);
            }
        }
    }

    /// What the next visit begins with: a line that is still being typed was not meant yet.
    pub fn visit(&mut self) -> Visit {
        let shared = &self.shared;
        if let Some(view) = self.views.last_mut().filter(|view| view.line().is_some()) {
            view.drop_line(shared);
        }
        let (view, record) = (self.view(), self.record());
        let sort = view.sort();
        let column = view.columns(&self.shared)[sort.column].long.clone();
        let selected = view.list().selected().map(|row| match row {
            Row::RollCall(id) => record.rollcall(id).number.to_string(),
            Row::Member(id) => record.code(id).to_owned(),
            Row::Text(id) => record.text(id).symbol.to_string(),
        });
        Visit {
            link: self.link().to_text(self.shared.lexicon()),
            selected,
            marks: self.shared.marks.iter().map(|&id| record.rollcall(id).number).collect(),
            divider: self.share,
            grouping: self.shared.grouping.name(),
            sort: format!("{}{column}", if sort.reverse { REVERSED } else { "" }),
            theme: Some(self.look.ground.name().to_owned()),
        }
    }

    /// Says a word to the user, until the next key.
    pub fn tell(&mut self, word: &str) {
        self.notice = Some(word.to_owned());
    }

    /// Leaves the mouse to the terminal, until the user takes it.
    pub fn leave_mouse(&mut self) {
        self.mouse = false;
    }

    /// Whether the mouse is the explorer's.
    pub fn has_mouse(&self) -> bool {
        self.mouse
    }
}
