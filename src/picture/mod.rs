//! Pictures to take away: what a link names as vector graphics for a page or a slide.
//!
//! A picture is drawn of an answer and says what every answer says: its window, n and source. It reads
//! in black and white, its text is text, and what it shows is told in words to those that can't see it.

mod blocs;
mod chart;
mod compare;
mod land;
mod look;
mod names;
mod page;
mod pair;
mod series;
mod show;
pub(crate) mod svg;
mod world;

use crate::answer::Window;
use crate::map::World;
use crate::query::{Expression, Lexicon, Link, LinkedView, Query, nothing_matched};
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

type Drawn = Result<String, Undrawn>;

/// What is to be drawn.
struct Subject<'l, 'r> {
    lexicon: &'l Lexicon<'r>,
    query: &'l str,
    /// The link in its plainest form.
    link: String,
}

/// The picture of what a link names, as SVG.
///
/// # Errors
/// If the link names a view of which there is no picture, or no roll call is in its window.
pub fn draw(lexicon: &Lexicon<'_>, link: &Link) -> Drawn {
    let of = Subject { lexicon, query: &link.query, link: link.to_text(lexicon) };
    let record = lexicon.record();
    let world = || World::new(record.members()).map_err(|error| Undrawn::Bad(error.to_string()));
    match &link.view {
        LinkedView::World(Some(id)) => Ok(world::rollcall(&of, &world()?, *id)),
        LinkedView::WorldCountry(member) => world::agreement(&of, &world()?, *member),
        LinkedView::WorldBlocs(texts) => world::blocs(&of, &world()?, texts),
        LinkedView::Show(id) => Ok(show::rollcall(&of, *id)),
        LinkedView::Compare(ids) if !ids.is_empty() => Ok(compare::rollcalls(&of, ids)),
        LinkedView::Series(id) => series::series(&of, *id),
        LinkedView::Blocs(texts) if !texts.is_empty() => blocs::blocs(&of, texts),
        LinkedView::Pair(a, b) => pair::members(&of, *a, *b),
        _ => Err(Undrawn::Bad(format!(
            "there is no picture of {}; there is of show/ES-11/7, world/ES-11/7, world/country/UKR, \
             world/blocs/@EU;@BRICS, compare/ES-11/6,ES-11/7, series/ES-11/7, blocs/@EU;@BRICS and pair/UKR,ISR",
            of.link
        ))),
    }
}

impl Subject<'_, '_> {
    /// The roll calls of the window, at least one.
    fn set(&self) -> Result<RollCallSet, Undrawn> {
        let query = Query::parse(self.query, self.lexicon).map_err(|error| Undrawn::Bad(error.to_string()))?;
        let set = query.run(self.lexicon);
        if set.is_empty() { Err(Undrawn::Nothing(nothing_matched(self.query, self.lexicon))) } else { Ok(set) }
    }

    fn window(&self, set: &RollCallSet) -> Window {
        Window::new(self.lexicon.record(), self.query, set)
    }

    /// What an expression is called: by its title if it is but a bloc.
    fn called(&self, expression: &Expression) -> String {
        let text = expression.to_string();
        let bloc = text.strip_prefix('@').and_then(|name| self.lexicon.bloc(name.trim_matches('"')));
        bloc.map_or(text, |bloc| bloc.title.clone())
    }

    fn expressions(&self, texts: &[String]) -> Result<Vec<Expression>, Undrawn> {
        let read = |text: &String| Expression::parse(text, self.lexicon);
        texts.iter().map(read).collect::<Result<_, _>>().map_err(|error| Undrawn::Bad(error.to_string()))
    }
}

/// Which roll call: symbol, day, session.
fn about(record: &Record, id: RollCallId) -> String {
    let rollcall = record.rollcall(id);
    let symbol =
        if rollcall.symbol.is_empty() { format!("roll call {}", rollcall.number) } else { rollcall.symbol.to_string() };
    let session = rollcall.session.in_words();
    format!("Vote of the UN General Assembly · {symbol} · {} · {session}", day(rollcall.date))
}
