//! The views, and their registry.
//!
//! A view is a folder: its state, rows, columns and keys in `mod.rs`, the drawing of its page in `page.rs`. Code
//! outside uses [`View`] and names no view.

mod between;
mod blocs;
mod compare;
mod copied;
mod countries;
mod drift;
mod exported;
mod grid;
mod here;
mod links;
mod matrix;
mod most_changed;
mod near;
mod pair;
mod positions;
mod series;
mod shown;
mod texts;
mod vetoes;
mod view;
mod votes;
mod world;

use crate::actions::Action;
use crate::link::LinkedView;

use super::App;

pub(super) use self::compare::MOST as MOST_MARKS;
pub(super) use self::here::{Here, OpenedFrom, Pointed, Room};
pub use self::view::ViewKind;
pub(super) use self::view::{Boxed, Response, Taken, View};

/// The numbered views, in order.
pub(super) static NUMBERED: [&ViewKind; 5] =
    [&votes::KIND, &countries::KIND, &blocs::KIND, &compare::KIND, &world::KIND];

/// What a view does on an action from anywhere: it is opened, or does something else of its own; none if the action is
/// not about it.
type FromAnywhere = fn(&mut App<'_>, Action) -> Option<bool>;

/// What each view does from anywhere, in the order of asking.
static FROM_ANYWHERE: &[FromAnywhere] = &[
    votes::act,
    countries::act,
    blocs::act,
    compare::act,
    world::act,
    matrix::act,
    positions::act,
    drift::act,
    series::act,
    grid::act,
    vetoes::act,
    texts::act,
];

/// Carries out an action that is about some view, whichever is visible; none if it is about no view. Says whether
/// anything changed.
pub(super) fn act_on_any(app: &mut App<'_>, action: Action) -> Option<bool> {
    FROM_ANYWHERE.iter().find_map(|act| act(app, action))
}

/// What each view does with a link: if the link is one of its own, opens it under a query; says whether it did.
static OPENS: &[fn(&mut App<'_>, &LinkedView, &str) -> bool] = &[
    votes::opens,
    countries::opens,
    blocs::opens,
    compare::opens,
    world::opens,
    pair::opens,
    drift::opens,
    between::opens,
    matrix::opens,
    positions::opens,
    series::opens,
    grid::opens,
    drift::opens,
    vetoes::opens,
    texts::opens,
];

/// Opens what a link names, under a query.
fn open_linked(app: &mut App<'_>, link: &LinkedView, query: &str) {
    OPENS.iter().find(|opens| opens(app, link, query));
}

/// Opens a view on what the marks chose for it; says whether they chose anything.
pub(super) fn open_marked(app: &mut App<'_>, kind: &ViewKind) -> bool {
    kind == &compare::KIND && app.go_to_marked()
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Size;

    use super::*;
    use crate::app::Resources;
    use crate::link::Link;
    use crate::query::Lexicon;
    use crate::query::SavedBlocs;
    use crate::record::Record;

    #[test]
    fn a_link_is_opened_by_one_view_and_opens_what_it_names() {
        let record = Record::embedded().unwrap();
        let lexicon = Lexicon::new(&record, Ok(SavedBlocs::default())).unwrap();
        let known = Resources::new(&lexicon);
        for text in [
            "votes",
            "show/A/RES/ES-11/7",
            "countries",
            "country/UKR",
            "pair/UKR,ISR",
            "between/IND,USA,RUS",
            "blocs/@EU;@BRICS",
            "compare",
            "compare/A/RES/ES-11/6,A/RES/ES-11/7",
            "series/A/RES/ES-11/7",
            "series/A/RES/ES-11/7#grid",
            "drift/HUN",
            "drift/HUN#split=2010-05-29",
            "world/A/RES/ES-11/7",
            "world/country/UKR",
            "world/blocs/@EU;@BRICS",
            "drift/HUN",
            "matrix",
            "positions",
            "vetoes",
            "texts",
            "text/A/RES/79/1",
            "text/S/RES/2034(2012)",
        ] {
            let link = Link::parse(text, &lexicon).unwrap();
            let mut app = App::new(&known, "", Size { width: 120, height: 40 });
            let opened = OPENS.iter().filter(|opens| opens(&mut app, &link.view, "")).count();
            assert_eq!(opened, 1, "{text}");
            app.fit();
            assert_eq!(app.link().to_text(&lexicon), text);
        }
    }
}
