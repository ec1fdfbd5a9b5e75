//! Two blocs as a view: what is listed, said and written of them, and what their keys do.

use std::borrow::Cow;

use crate::actions::Action;
use crate::answer::{By, Window};
use crate::app::columns::{ListColumn, NamedColumn, PlacedColumn, Sort};
use crate::app::line_editor::{LineEditor, Side};
use crate::app::list::Row;
use crate::app::page::{Line, LinkTarget, Page};
use crate::app::prompt::Question;
use crate::app::session::Workspace;
use crate::app::views::{Boxed, Here, Response, Room, Taken, View, ViewKind};
use crate::link::LinkedView;
use crate::query::Query;
use crate::record::RollCallSet;
use crate::report::text::thousands;
use crate::report::{Format, Style, counted, render};

use super::rows::BlocColumn;
use super::{BlocsView, KIND, page};

impl<'r> View<'r> for BlocsView<'r> {
    fn kind(&self) -> &'static ViewKind {
        &KIND
    }

    fn boxed(&self) -> Boxed<'r> {
        Box::new(self.clone())
    }

    fn shares(&self, _screen: u16) -> [u16; 2] {
        [42, 36]
    }

    fn recompute(&mut self, query: &Query, set: &RollCallSet, shared: &Workspace<'r>) {
        // Topics take longer than a frame to find, and come when they are known.
        let by: &[By] = if shared.prepared { &[By::Year, By::Topic] } else { &[By::Year] };
        let counted = self.counted(Window::of(shared.lexicon, query, set), set, by);
        self.first = counted.as_ref().map_or(Side::A, |(side, _)| *side);
        self.answer = counted.map(|(_, answer)| answer);
    }

    fn columns(&self, shared: &Workspace<'_>) -> Vec<ListColumn> {
        self.heads(shared)
    }

    fn sort(&self) -> Sort {
        let one_sided = Sort { column: BlocColumn::Cohesion.position(), reverse: false };
        if self.defector.is_some() { Sort::default() } else { one_sided }
    }

    fn rows(&self, set: &RollCallSet, sort: Sort, session: &Workspace<'_>) -> Vec<Row> {
        self.sorted(session, set, sort)
    }

    fn cell(&self, row: Row, at: PlacedColumn, session: &Workspace<'_>) -> Line {
        row.rollcall().map_or_else(Line::new, |id| self.cell_of(session, id, at.column))
    }

    fn page_is_whole(&self) -> Option<bool> {
        Some(true)
    }

    fn pages(&self, here: &Here<'_, 'r>, room: Room) -> (Page, Page) {
        let page = page::page(here, self, room.columns());
        (page, page::aside(here.session, self, room.beside))
    }

    fn title(&self, _here: &Here<'_, 'r>) -> String {
        let texts = self.lines.iter().map(LineEditor::text).filter(|text| !text.is_empty());
        texts.collect::<Vec<_>>().join(" against ")
    }

    fn chosen(&self, here: &Here<'_, 'r>) -> String {
        let Some((side, member)) = self.defector else { return here.asked(true) };
        let code = here.record().code(member);
        format!("{code} not with {} {}", side.letter(), here.asked(true)).trim_end().to_owned()
    }

    fn count(&self, here: &Here<'_, 'r>) -> (String, String) {
        let (listed, all) = (here.list.len(), here.set.len());
        let (full, short) = Here::some_of(listed, all);
        if self.defector.is_some() {
            return (full, short);
        }
        (format!("{} of {} split them", thousands(listed), counted(all, "roll call")), short)
    }

    fn empty(&self, _here: &Here<'_, 'r>) -> (&'static str, Cow<'static, str>) {
        let what = match self.two() {
            _ if self.defector.is_some() => "In this window it always voted with the line of its bloc.",
            Some(_) => "No roll call of this window has one line yes and the other no.",
            None => "Enter two blocs, A and B, to see which roll calls split them.",
        };
        (what, "The figures are on the page beside the list; Tab goes there.".into())
    }

    fn act(&mut self, action: Action, _here: &Here<'_, 'r>) -> Response<'r> {
        match action {
            Action::SwapBlocs if self.swap() => Response::Recompute(None),
            Action::SwapBlocs => Response::Said("no two blocs to swap".to_owned()),
            _ => Response::Passed,
        }
    }

    fn offers(&self, action: Action) -> Option<bool> {
        match action {
            Action::SwapBlocs => Some(self.lines.iter().all(|line| !line.text().is_empty())),
            Action::NextRow => Some(false),
            Action::Export => Some(true),
            _ => None,
        }
    }

    fn opens(&self, here: &Here<'_, 'r>) -> Option<LinkTarget> {
        here.rollcall().filter(|_| here.in_list()).map(LinkTarget::RollCall)
    }

    fn follow(&self, target: &LinkTarget) -> Option<Boxed<'r>> {
        match target {
            LinkTarget::Part(_) => Some(self.boxed()),
            // The same two, with where a member cast another vote than the line of its bloc as the list.
            LinkTarget::NotWith(side, member) => {
                Some(Box::new(Self { defector: Some((*side, *member)), ..self.clone() }))
            }
            _ => None,
        }
    }

    fn lines(&self) -> &[LineEditor<'r>] {
        &self.lines
    }

    fn lines_mut(&mut self) -> &mut [LineEditor<'r>] {
        &mut self.lines
    }

    fn link(&self, _here: &Here<'_, 'r>) -> LinkedView {
        let texts: Vec<_> = self.lines.iter().map(|line| line.text().to_owned()).collect();
        // B alone stays B.
        let used = texts.iter().rposition(|text| !text.is_empty()).map_or(0, |last| last + 1);
        LinkedView::Blocs(texts.into_iter().take(used).collect())
    }

    fn take_answer(&self, question: &Question, text: &str, here: &Here<'_, 'r>) -> Option<Taken<'r>> {
        self.save(question, text, here)
    }

    fn copy(&self, here: &Here<'_, 'r>) -> Option<String> {
        if here.in_list() && here.rollcall().is_some() { here.row_as_text() } else { self.as_text(here) }
    }

    fn file_name(&self, here: &Here<'_, 'r>) -> Option<String> {
        let blocs = self.answer.as_ref().map(|_| "blocs".to_owned());
        blocs.or_else(|| here.list.selected().map(|_| "votes".to_owned()))
    }

    fn export(&self, here: &Here<'_, 'r>, format: Format, style: Style) -> Option<String> {
        let Some(answer) = &self.answer else { return here.rows_as_file(format, style) };
        // Beside the list there are the figures by year.
        let mut answer = answer.clone();
        answer.series.truncate(usize::from(!here.in_list()));
        Some(render(&answer, here.record(), format, style))
    }
}

impl BlocsView<'_> {
    /// Swaps the blocs; says whether there are two.
    fn swap(&mut self) -> bool {
        let [a, b] = self.lines.each_ref().map(|line| line.text().to_owned());
        let both = !a.is_empty() && !b.is_empty();
        if both {
            let [first, second] = &mut self.lines;
            first.set(&b);
            second.set(&a);
        }
        both
    }
}
