//! Pictures to take away: what a link names as vector graphics for a page or a slide.
//!
//! A picture is drawn of an answer and says what every answer says: its window, n and source. It reads
//! in black and white, its text is text, and what it shows is told in words to those that can't see it.

mod blocs;
mod chart;
mod compare;
mod flow;
mod land;
mod look;
mod names;
mod page;
mod pair;
mod series;
mod show;
mod subject;
mod svg;
mod world;

use crate::link::{Link, LinkedView};
use crate::map::World;
use crate::query::Lexicon;

use self::subject::{Drawn, Subject};

pub use self::subject::Undrawn;

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
            "there is no picture of {}; there are pictures of show/ES-11/7, world/ES-11/7, world/country/UKR, \
             world/blocs/@EU;@BRICS, compare/ES-11/6,ES-11/7, series/ES-11/7, blocs/@EU;@BRICS and pair/UKR,ISR",
            of.link
        ))),
    }
}
