//! The views: what each has to say of itself, and the registry of all.
//!
//! A view is a folder: what it is about with its rows, columns and keys in `mod.rs`, the drawing of its page in
//! `page.rs`. Whatever is around it asks through [`View`] and knows none by name.

mod blocs;
mod compare;
mod copied;
mod countries;
mod drift;
mod exported;
mod here;
mod links;
mod matrix;
mod most_changed;
mod near;
mod pair;
mod positions;
mod series;
mod view;
mod votes;
mod world;

use crate::actions::Action;

use super::App;

pub(super) use self::compare::MOST as MOST_MARKS;
pub(super) use self::here::{Here, OpenedFrom, Pointed, Room};
pub use self::view::ViewKind;
pub(super) use self::view::{Boxed, Outcome, View};

/// The views that have a number, in its order.
pub(super) static NUMBERED: [&ViewKind; 5] =
    [&votes::KIND, &countries::KIND, &blocs::KIND, &compare::KIND, &world::KIND];

/// What a view does from wherever the keys are: it is gone to, or does what else is done with it from there; none if that
/// isn't what the action says.
type FromAnywhere = fn(&mut App<'_>, Action) -> Option<bool>;

/// What each view does from anywhere, in the order in which they are asked.
static FROM_ANYWHERE: [FromAnywhere; 9] = [
    votes::act,
    countries::act,
    blocs::act,
    compare::act,
    world::act,
    matrix::act,
    positions::act,
    drift::act,
    series::act,
];

/// Does what an action says of any view, whichever is seen; none if it is about none. Says whether anything changed.
pub(super) fn act_on_any(app: &mut App<'_>, action: Action) -> Option<bool> {
    FROM_ANYWHERE.iter().find_map(|act| act(app, action))
}

/// Opens a view on what was chosen for it by marks; says whether anything was.
pub(super) fn open_marked(app: &mut App<'_>, kind: &ViewKind) -> bool {
    kind == &compare::KIND && app.go_to_marked()
}
