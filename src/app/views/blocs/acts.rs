//! Actions on two blocs: edit, swap, take from the votes of a roll call, copy.

use crate::actions::Action;
use crate::answer::Window;
use crate::app::App;
use crate::app::event::Effect;
use crate::app::line_editor::{LineKind, Side};
use crate::app::list::Row;
use crate::app::open_view::OpenView;
use crate::app::page::LinkTarget;
use crate::app::picker::{PickerSource, QuestionList};
use crate::app::prompt::Question;
use crate::app::views::{Here, Taken};
use crate::query::Expression;
use crate::record::{MemberId, RollCallId, State};

use super::{BlocsView, KIND};
use crate::app::chart::number;
use crate::report::text::value;

/// Opens the comparison of two blocs, or changes it.
pub(in crate::app::views) fn act(app: &mut App<'_>, action: Action) -> Option<bool> {
    match action {
        Action::Blocs => Some(app.go_to(&KIND)),
        Action::BlocA => Some(app.edit_bloc(Side::A)),
        Action::BlocB => Some(app.edit_bloc(Side::B)),
        Action::Voters => Some(app.go_to_voters()),
        Action::SaveBloc => Some(app.ask_which_bloc()),
        _ => None,
    }
}

impl<'r> App<'r> {
    /// Opens the blocs that a link names.
    pub(super) fn open_blocs(&mut self, texts: &[String], query: &str) -> bool {
        match texts {
            [] => self.open_first(&KIND, query),
            [a, rest @ ..] => {
                let view = self.blocs([a, rest.first().map_or("", String::as_str)], query);
                self.push(view);
                true
            }
        }
    }

    /// A view of two blocs, under a filter; an empty text is no bloc.
    pub(in crate::app) fn blocs(&self, texts: [&str; 2], query: &str) -> OpenView<'r> {
        let blocs = BlocsView::new(self.shared.lexicon, texts);
        OpenView::of(Box::new(blocs), query, &self.shared)
    }

    /// Opens the line of a bloc.
    fn edit_bloc(&mut self, side: Side) -> bool {
        self.view_mut().open_line(LineKind::Members(side));
        true
    }

    /// Asks which bloc to save, if there are two, and its name.
    fn ask_which_bloc(&mut self) -> bool {
        let view = self.view();
        let blocs = Side::BOTH.into_iter().filter_map(|side| Some((side, view.bloc(side)?)));
        let about = |(side, text): (Side, &str)| (format!("{}  {text}", side.letter()), saving(side));
        let mut questions: Vec<_> = blocs.map(about).collect();
        if questions.len() > 1 {
            let list = QuestionList { title: "Save", empty: "Neither A nor B matches.", questions };
            return self.pick(PickerSource::Questions(list)).changed;
        }
        if let Some((_, question)) = questions.pop() {
            self.ask_question(question);
        }
        true
    }

    /// Compares the members that voted as the member under the cursor, or no, with the abstainers, over all roll calls.
    fn go_to_voters(&mut self) -> bool {
        let Some(id) = self.rollcall_here() else {
            self.notice =
                Some("b compares those who voted no on a roll call with its abstainers; 3 goes to Blocs".to_owned());
            return true;
        };
        let member = match (self.view().under_cursor(), self.view().list().selected()) {
            (Some(LinkTarget::Member(member)), _) => Some(*member),
            (_, Some(Row::Member(member))) => Some(member),
            _ => None,
        };
        let symbol = self.shared.lexicon().symbol(id);
        let [a, b] = self.sides_of(id, member).map(|state| format!("{}({symbol})", state.word()));
        let view = self.blocs([&a, &b], "");
        self.push(view);
        self.notice = Some("over all roll calls; / filters".to_owned());
        true
    }

    /// How the two compared groups voted: the first as a member did, or no; the second abstained, or else voted yes or
    /// no, where the first abstained or nobody did.
    fn sides_of(&self, id: RollCallId, member: Option<MemberId>) -> [State; 2] {
        let votes = self.record().votes().of_rollcall(id);
        let any = |state: State| votes.of(state).is_some_and(|plane| !plane.is_empty());
        let own = member.map(|member| votes.state(member)).filter(|&state| any(state));
        let a = own.unwrap_or(if any(State::No) { State::No } else { State::Yes });
        let others = [State::Abstain, State::Yes, State::No];
        let b = others.into_iter().find(|&state| state != a && any(state));
        [a, b.unwrap_or(State::Abstain)]
    }
}

/// Asks for the name of a bloc to save.
fn saving(side: Side) -> Question {
    let label = match side {
        Side::A => "save A as",
        Side::B => "save B as",
    };
    Question { label, hint: "a name, to use as @name", which: side as usize, over: None }
}

impl<'r> BlocsView<'r> {
    /// Saves a bloc under a name; replaces another only if the same name was given before.
    pub(super) fn save(&self, question: &Question, name: &str, here: &Here<'_, 'r>) -> Option<Taken<'r>> {
        let lexicon = here.session.lexicon;
        let name = name.trim_start_matches('@');
        let text = self.lines.get(question.which)?.text();
        let expression = Expression::parse(text, lexicon).ok().filter(|_| !text.is_empty())?;
        let saved = lexicon.saved().ok();
        let over = question.over.as_deref();
        let there = saved.as_ref().and_then(|saved| saved.get(name)).filter(|_| over != Some(name));
        let again = |over, notice| Taken::AskAgain { over, text: name.to_owned(), notice };
        Some(match (lexicon.can_be_saved(name), there) {
            (Err(error), _) => again(None, error.to_string()),
            (Ok(()), Some((known, text))) => {
                let notice = format!("@{known} already exists, {text}: Enter replaces it, Esc keeps it");
                again(Some(name.to_owned()), notice)
            }
            (Ok(()), None) => Taken::Done(Effect::Save { name: name.to_owned(), expression }),
        })
    }

    /// The figures of two blocs as a line, over the part of the window that is under the cursor.
    pub(super) fn as_text(&self, here: &Here<'_, 'r>) -> Option<String> {
        let record = here.record();
        let term = match here.target {
            Some(LinkTarget::Part(term)) => term.as_str(),
            _ => "",
        };
        let (query, set) = here.part(term)?;
        let (first, answer) = self.counted(Window::new(record, &query, &set), &set, &[])?;
        let names: Vec<_> = answer.sides().map(|side| side.expr.as_str()).collect();
        let mut figures = Vec::new();
        for (side, of) in Side::BOTH.into_iter().skip(first as usize).zip(answer.sides()) {
            let (value, n) = (value(of.cohesion.value), number(of.cohesion));
            figures.push(format!("cohesion of {} {value} (n {n})", side.letter()));
        }
        for (figure, mean) in answer.two.iter().flat_map(|two| [("lines", two.lines), ("pairs", two.pairs)]) {
            figures.push(format!("{figure} {} (n {})", value(mean.value), number(mean)));
        }
        Some(format!(
            "{}: {}. {}, {}. {}",
            names.join(" against "),
            figures.join(", "),
            answer.window.line(),
            answer.source.universe,
            answer.source.citation,
        ))
    }
}
