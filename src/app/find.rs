//! Questions to the user: a name on a page to jump to, or what a view asks.

use super::event::Effect;
use super::list::Row;
use super::pane::{Pane, PanePosition};
use super::prompt::{Prompt, Purpose, Question};
use super::state::App;
use super::views::Taken;

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

    /// Asks for a name to jump to.
    pub(super) fn ask_for_name(&mut self) -> bool {
        let view = self.view();
        let Some(spot) = view.pane().map(Pane::spot) else { return false };
        let purpose = Purpose::Find(view.list().selected(), spot);
        self.prompt = Some(Prompt::new(purpose, ""));
        true
    }

    /// Goes back to where the search began.
    pub(super) fn go_back_to(&mut self, row: Option<Row>, spot: &PanePosition) {
        let view = self.view_mut();
        if let Some(row) = row.filter(|_| view.list().selected() != row) {
            view.select(row);
        }
        if let Some(pane) = view.pane_mut() {
            pane.go_back_to(spot);
        }
    }

    /// Jumps to the member on the page that best matches the typed text; where the page is a drawing of the list, to
    /// its row.
    pub(super) fn find(&mut self) {
        let Some(Prompt { purpose: Purpose::Find(row, spot), field }) = &self.prompt else { return };
        let (row, spot, typed) = (*row, spot.clone(), field.text().trim().to_owned());
        self.go_back_to(row, &spot);
        if typed.is_empty() {
            return;
        }
        let found = self.shared.lexicon().names().search(&typed);
        let is_drawn = self.view().view().is_drawn();
        let view = self.view_mut();
        let mut jump = |member| {
            if is_drawn {
                return view.select(Row::Member(member));
            }
            let Some(pane) = view.pane_mut() else { return false };
            let at = pane.page().targets().iter().position(|target| target.to.member() == Some(member));
            at.inspect(|&at| pane.select(at)).is_some()
        };
        if !found.iter().any(|found| jump(found.member)) {
            self.notice = Some("No matching country on this page".to_owned());
        }
    }
}
