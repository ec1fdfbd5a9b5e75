//! Questions to the user: what to jump to in a list or on a page, or what a view asks.

use super::event::Effect;
use super::layout::Focus;
use super::list::Row;
use super::page::Page;
use super::pane::{PagePlace, Pane};
use super::prompt::{FoundFrom, LastFind, Prompt, Purpose, Question};
use super::state::App;
use super::views::Taken;
use crate::query::Found;
use crate::record::fold;

impl App<'_> {
    /// Asks a view's question.
    pub(super) fn ask_question(&mut self, question: Question) {
        self.prompt = Some(Prompt::new(Purpose::Answer(question), ""));
    }

    /// Gives the visible view the answer to its question.
    pub(super) fn answer(&mut self, question: &Question, text: &str) -> Option<Effect> {
        let view = self.view();
        match view.view().take_answer(question, text, &view.here(&self.shared))? {
            Taken::Done(effect) => Some(effect),
            Taken::Shown(view, said) => {
                let shared = &self.shared;
                if let Some(open) = self.views.last_mut() {
                    open.show(view, shared);
                }
                self.notice = Some(said);
                None
            }
            Taken::AskAgain { over, text, notice } => {
                self.prompt = Some(Prompt::new(Purpose::Answer(Question { over, ..question.clone() }), &text));
                self.notice = Some(notice);
                None
            }
        }
    }

    /// Asks what to jump to.
    pub(super) fn ask_what_to_find(&mut self) -> bool {
        let view = self.view();
        let from = FoundFrom { row: view.list().selected(), spot: view.pane().map(Pane::spot), at: 0 };
        self.prompt = Some(Prompt::selected(Purpose::Find(from), &self.last_find.text));
        true
    }

    /// Goes back to where the search began.
    pub(super) fn go_back_to(&mut self, from: &FoundFrom) {
        let view = self.view_mut();
        if let Some(row) = from.row.filter(|_| view.list().selected() != from.row) {
            view.select(row);
        }
        if let (Some(pane), Some(spot)) = (view.pane_mut(), &from.spot) {
            pane.go_back_to(spot);
        }
    }

    /// Jumps to the next place that fits what is typed, or the one before.
    pub(super) fn find_other(&mut self, next: bool) {
        let last = self.last_find.at;
        let Some(Prompt { purpose: Purpose::Find(from), field }) = &mut self.prompt else { return };
        if field.is_selected() {
            // What was found the last time, once more: the place after that one.
            field.edit(crate::actions::Action::CursorEnd);
            from.at = if from.spot.is_some() { last } else { 0 };
        }
        from.at = if next { from.at + 1 } else { from.at.saturating_sub(1) };
        self.find();
    }

    /// Jumps to what best matches the typed text: in a list to a row, on a page to a member, a word or a figure; where the
    /// page is a drawing of the list, to its row.
    pub(super) fn find(&mut self) {
        let Some(Prompt { purpose: Purpose::Find(from), field }) = &self.prompt else { return };
        let (from, typed) = (from.clone(), field.text().trim().to_owned());
        self.go_back_to(&from);
        self.last_find = LastFind { text: typed.clone(), at: from.at };
        if fold(&typed).is_empty() {
            return;
        }
        let in_list = self.view().focus() == Focus::List || self.view().view().is_drawn();
        let found = if in_list { self.find_row(&typed, &from) } else { self.find_on_page(&typed, from.at) };
        if !found {
            let what = if in_list { "No matching row; / filters the roll calls" } else { "Not on this page" };
            self.notice = Some(what.to_owned());
        }
    }

    /// Selects a row that fits, counted from the one where the search began; says whether there is one.
    fn find_row(&mut self, typed: &str, from: &FoundFrom) -> bool {
        let list = self.view().list();
        let rows = list.rows();
        let row = if rows.iter().any(|row| row.member().is_some()) {
            let found = self.shared.lexicon().names().search(typed);
            let listed = found.iter().map(|found| Row::Member(found.member)).filter(|row| rows.contains(row));
            let listed: Vec<_> = listed.collect();
            listed.get(from.at % listed.len().max(1)).copied()
        } else {
            let words = fold(typed);
            let fits = |row: &&Row| self.text_of(**row).contains(&words);
            let begin = rows.iter().position(|row| Some(*row) == from.row).unwrap_or_default();
            let mut around = rows[begin..].iter().chain(&rows[..begin]).filter(fits);
            match around.nth(from.at) {
                Some(row) => Some(*row),
                // Behind the last is the first again.
                None => {
                    let all: Vec<_> = rows[begin..].iter().chain(&rows[..begin]).filter(fits).collect();
                    all.get(from.at % all.len().max(1)).map(|row| **row)
                }
            }
        };
        row.is_some_and(|row| {
            self.view_mut().select(row);
            true
        })
    }

    /// A row that is no member, as it is looked for.
    fn text_of(&self, row: Row) -> String {
        let record = self.record();
        match row {
            Row::RollCall(id) => {
                let rollcall = record.rollcall(id);
                fold(&format!("{} {} {}", rollcall.symbol, rollcall.date, rollcall.title))
            }
            Row::Text(id) => {
                let text = record.text(id);
                fold(&format!("{} {} {}", text.symbol, text.date, text.title))
            }
            Row::Member(id) => fold(record.name(id)),
        }
    }

    /// Goes to a place on the page that fits; says whether there is one.
    fn find_on_page(&mut self, typed: &str, at: usize) -> bool {
        let names = self.shared.lexicon().names().search(typed);
        let Some(pane) = self.view_mut().pane_mut() else { return false };
        let places = places(pane.page(), &fold(typed), &names);
        let Some(place) = places.get(at % places.len().max(1)) else { return false };
        pane.go_to(place);
        true
    }
}

/// The places on a page that fit, the best first: members with a name that has the words, then lines that have them, then
/// members that are similar.
fn places(page: &Page, words: &str, names: &[Found]) -> Vec<PagePlace> {
    let has = |text: &str| {
        let text = fold(text);
        text.match_indices(words).any(|(at, _)| at == 0 || text.as_bytes()[at - 1] == b' ')
    };
    let member = |found: &Found| page.targets().iter().position(|target| target.to.member() == Some(found.member));
    let (whole, similar): (Vec<_>, Vec<_>) = names.iter().partition(|found| has(&found.text));
    let mut places: Vec<_> = whole.into_iter().filter_map(member).map(PagePlace::Target).collect();
    let of_members: Vec<_> = places.iter().filter_map(|place| place.line(page)).collect();
    let text = |line: &super::page::Line| line.iter().map(|piece| piece.text.as_ref()).collect::<String>();
    let lines = page.lines().iter().enumerate().filter(|(at, line)| !of_members.contains(at) && has(&text(line)));
    places.extend(lines.map(|(at, _)| PagePlace::Line(at)));
    places.extend(similar.into_iter().filter_map(member).map(PagePlace::Target));
    places
}
