//! What is to be drawn, and why it may not be.

use crate::answer::Window;
use crate::query::{Expression, Lexicon, Query, nothing_matched};
use crate::record::{Record, RollCallId, RollCallSet};
use crate::report::text::day;

/// Why there is no picture.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Undrawn {
    /// The window holds no roll call.
    #[error("{0}")]
    Nothing(String),
    /// The link can't be drawn.
    #[error("{0}")]
    Bad(String),
}

pub(super) type Drawn = Result<String, Undrawn>;

/// What is to be drawn.
pub(super) struct Subject<'l, 'r> {
    pub lexicon: &'l Lexicon<'r>,
    pub query: &'l str,
    /// The link in its plainest form.
    pub link: String,
}

impl Subject<'_, '_> {
    /// The roll calls of the window, at least one.
    pub(super) fn set(&self) -> Result<RollCallSet, Undrawn> {
        let query = Query::parse(self.query, self.lexicon).map_err(|error| Undrawn::Bad(error.to_string()))?;
        let set = query.run(self.lexicon);
        if set.is_empty() { Err(Undrawn::Nothing(nothing_matched(self.query, self.lexicon))) } else { Ok(set) }
    }

    pub(super) fn window(&self, set: &RollCallSet) -> Window {
        Window::new(self.lexicon.record(), self.query, set)
    }

    /// What an expression is called: by its title if it is but a bloc.
    pub(super) fn called(&self, expression: &Expression) -> String {
        let text = expression.to_string();
        let bloc = text.strip_prefix('@').and_then(|name| self.lexicon.bloc(name.trim_matches('"')));
        bloc.map_or(text, |bloc| bloc.title.clone())
    }

    pub(super) fn expressions(&self, texts: &[String]) -> Result<Vec<Expression>, Undrawn> {
        let read = |text: &String| Expression::parse(text, self.lexicon);
        texts.iter().map(read).collect::<Result<_, _>>().map_err(|error| Undrawn::Bad(error.to_string()))
    }
}

/// Which roll call: symbol, day, session.
pub(super) fn about(record: &Record, id: RollCallId) -> String {
    let rollcall = record.rollcall(id);
    let symbol =
        if rollcall.symbol.is_empty() { format!("roll call {}", rollcall.number) } else { rollcall.symbol.to_string() };
    let session = rollcall.session.in_words();
    format!("Vote of the UN General Assembly · {symbol} · {} · {session}", day(rollcall.date))
}
