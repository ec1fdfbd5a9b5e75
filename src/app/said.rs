//! What a view says of itself: its title, its count, what stands above a column, what an empty list says.

use std::borrow::Cow;

use crate::query::meant;
use crate::report::counted;
use crate::report::text::thousands;

use super::columns::Placed;
use super::layout::Focus;
use super::line_editor::Side;
use super::list::Row;
use super::session::Session;
use super::subject::{Kind, Subject};
use super::view::View;
use super::views::votes;

impl View<'_> {
    /// What it is called in the trail of views: the row that is open, or the view.
    pub fn title(&self, shared: &Session<'_>) -> String {
        match self.focus() {
            Focus::List => self.kind().name().to_owned(),
            Focus::Page | Focus::Aside => self.subject(shared),
        }
    }

    /// What the page is about.
    pub fn subject(&self, shared: &Session<'_>) -> String {
        match (self.about(), self.list().selected()) {
            (Subject::Blocs(_), _) => {
                let texts = Side::BOTH.into_iter().filter_map(|side| self.bloc(side));
                texts.collect::<Vec<_>>().join(" against ")
            }
            (Subject::World(map), _) => map.subject(shared.record()),
            (Subject::Pair(couple), _) => couple.names(shared.record()),
            (Subject::Matrix(_), _) => "All pairs".to_owned(),
            (Subject::Positions(_), _) => "Two axes".to_owned(),
            (Subject::Drift(moved), _) => moved.subject(shared.record()),
            (Subject::Compare(compared), _) => match compared.ids().len() {
                2 => compared.symbols(shared.record(), " → "),
                more => counted(more, "roll call"),
            },
            (_, Some(Row::RollCall(id))) => {
                let rollcall = shared.record().rollcall(id);
                if rollcall.symbol.is_empty() {
                    rollcall.short_symbol().into_owned()
                } else {
                    rollcall.symbol.to_string()
                }
            }
            (_, Some(Row::Member(id))) => shared.record().members().get(id).name.to_string(),
            (_, None) => String::new(),
        }
    }

    /// What stands above a column.
    pub fn heading(&self, shared: &Session<'_>, at: Placed) -> String {
        if let Some(short) = self.compared().and_then(|compared| compared.heading(at)) {
            return short;
        }
        match (self.kind(), at.column, shared.watched()) {
            (Kind::Votes | Kind::Series, votes::WATCHED, Some(member)) => {
                shared.record().members().get(member).code.to_string()
            }
            _ => self.columns(shared)[at.column].name.to_string(),
        }
    }

    /// What chooses the rows of its list: the filter, or the roll calls side by side.
    pub fn chosen(&self, shared: &Session<'_>) -> String {
        match self.about() {
            Subject::Compare(compared) => compared.symbols(shared.record(), ", "),
            Subject::World(map) if let Some(symbol) = map.symbol(shared.record()) => symbol,
            Subject::Pair(couple) => {
                format!("{} {}", couple.chosen(shared.record()), self.filter().text()).trim_end().to_owned()
            }
            Subject::Blocs(blocs) if let Some((side, member)) = blocs.defector() => {
                let who = format!("{} not with {}", shared.record().members().get(member).code, side.letter());
                format!("{who} {}", self.filter().text()).trim_end().to_owned()
            }
            _ => self.filter().text().to_owned(),
        }
    }

    /// How many there are in its list, or roll calls behind it, in full and in short.
    pub fn count(&self, shared: &Session<'_>) -> (String, String) {
        let (listed, all) = (self.list().len(), shared.record().len());
        let of_all = |some: usize, all: usize| {
            if self.query().is_empty() {
                return (counted(all, "roll call"), thousands(all));
            }
            let short = format!("{} of {}", thousands(some), thousands(all));
            (format!("{short} roll calls"), short)
        };
        match self.about() {
            Subject::Blocs(blocs) if blocs.defector().is_some() => {
                let short = format!("{} of {}", thousands(listed), thousands(self.set().len()));
                (format!("{short} roll calls"), short)
            }
            Subject::Blocs(_) => (
                format!("{} of {} split them", thousands(listed), counted(self.set().len(), "roll call")),
                format!("{} of {}", thousands(listed), thousands(self.set().len())),
            ),
            Subject::Compare(compared) => {
                let count = compared.count(shared.record(), listed);
                (count.clone(), count)
            }
            Subject::Matrix(pairs) => {
                let metric = pairs.metric().name();
                (format!("{}, {metric}", counted(listed, "member")), format!("{}, {metric}", thousands(listed)))
            }
            Subject::World(_) | Subject::Positions(_) | Subject::Drift(_) => {
                (counted(listed, "member"), thousands(listed))
            }
            Subject::Pair(_) => {
                let short = format!("{} of {}", thousands(listed), thousands(self.set().len()));
                (format!("{short} roll calls"), short)
            }
            Subject::Series(whole) => of_all(listed, whole.len()),
            Subject::Votes | Subject::Countries(_) => of_all(self.set().len(), all),
        }
    }

    /// What an empty list says: what is so, and what to do about it.
    pub fn emptiness(&self, shared: &Session<'_>) -> (&'static str, Cow<'static, str>) {
        let (what, help) = match self.about() {
            Subject::Blocs(blocs) => (blocs.emptiness(), "The figures stand on the page beside; Tab goes there."),
            Subject::Compare(compared) if compared.ids().is_empty() => (
                "Nothing stands side by side here.",
                "Go to the roll calls (1), mark two to ten of them with Space, and press v. On any roll call V compares \
                 it with the earlier text of its series.",
            ),
            Subject::Compare(_) => (
                "No member is shown.",
                "Z shows those that are hidden, m all again where only those that moved are shown.",
            ),
            Subject::World(_) => ("Nobody has a value here.", "/ sets the window; 1 goes to the roll calls."),
            Subject::Matrix(_) => ("Nobody has a vote in this window.", "/ sets the window."),
            Subject::Positions(_) => {
                ("Nobody can be placed.", "Members need a vote on 30 % of the roll calls; / sets the window.")
            }
            Subject::Drift(_) => (
                "Nobody has enough votes in both parts of this window.",
                "A pair needs 20 shared votes before the year and since it; + and - move it, / sets the window.",
            ),
            Subject::Pair(_) => ("No such roll call in this window.", "t lists others; / sets the window."),
            _ if self.filter().text().is_empty() => {
                ("No roll call is in this record.", "Import one: plenary import FILE")
            }
            _ => (
                "No roll call matches.",
                "Try fewer words, or the start of one: ukrain finds Ukraine and Ukrainian, in titles, agenda and \
                 subjects. A resolution: symbol:ES-11/7. Time: year:2022, since:2014. About: topic:palestine. Votes: USA:no, @EU:split, yes>100.",
            ),
        };
        // What is written as a year or a symbol is first of all looked for as a word.
        match meant(self.filter().text(), shared.lexicon()) {
            Some(meant) if self.set().is_empty() => (what, format!("{}. {help}", meant.sentence()).into()),
            _ => (what, help.into()),
        }
    }
}
