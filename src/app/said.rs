//! What a view says of itself: its title, its count, what stands above a column, what an empty list says.

use crate::report::counted;
use crate::report::text::thousands;

use super::layout::Focus;
use super::list::Row;
use super::shared::Shared;
use super::subject::Kind;
use super::typed::Side;
use super::view::View;
use super::votes;

impl View<'_> {
    /// What it is called in the trail of views: the row that is open, or the view.
    pub fn title(&self, shared: &Shared<'_>) -> String {
        match self.focus() {
            Focus::List => self.kind().name().to_owned(),
            Focus::Page | Focus::Aside => self.subject(shared),
        }
    }

    /// What the page is about.
    pub fn subject(&self, shared: &Shared<'_>) -> String {
        match self.list().selected() {
            _ if self.kind() == Kind::Blocs => {
                let texts = Side::BOTH.into_iter().filter_map(|side| self.bloc(side));
                texts.collect::<Vec<_>>().join(" against ")
            }
            Some(Row::RollCall(id)) => {
                let rollcall = shared.record().rollcall(id);
                if rollcall.symbol.is_empty() {
                    rollcall.short_symbol().into_owned()
                } else {
                    rollcall.symbol.to_string()
                }
            }
            Some(Row::Member(id)) => shared.record().members().get(id).name.to_string(),
            None => String::new(),
        }
    }

    /// What stands above a column.
    pub fn heading(&self, shared: &Shared<'_>, column: usize) -> String {
        match (self.kind(), column, shared.watched()) {
            (Kind::Votes, votes::WATCHED, Some(member)) => shared.record().members().get(member).code.to_string(),
            _ => self.columns(shared)[column].name.to_owned(),
        }
    }

    /// How many roll calls it is over, in full and in short.
    pub fn count(&self, shared: &Shared<'_>) -> (String, String) {
        let (all, set) = (thousands(shared.record().len()), thousands(self.set().len()));
        if self.kind() == Kind::Blocs {
            let split = thousands(self.list().len());
            let of = counted(self.set().len(), "roll call");
            return (format!("{split} of {of} split them"), format!("{split} split"));
        }
        if self.query().is_empty() {
            return (counted(shared.record().len(), "roll call"), all);
        }
        (format!("{set} of {all} roll calls"), format!("{set} of {all}"))
    }

    /// What an empty list says: what is so, and what to do about it.
    pub fn emptiness(&self) -> (&'static str, &'static str) {
        if let Some(what) = self.about().emptiness() {
            (what, "The figures stand on the page beside; Tab goes there.")
        } else if self.filter().text().is_empty() {
            ("No roll call is in this record.", "Import one: plenary import FILE")
        } else {
            (
                "No roll call matches.",
                "Try fewer words, or the start of one: ukrain finds Ukraine and Ukrainian, in titles, agenda and \
                 subjects. Time: year:2022, since:2014. About: topic:palestine. Votes: USA:no, @EU:split, yes>100.",
            )
        }
    }
}
