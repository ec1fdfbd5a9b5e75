//! The explorer without a screen: the table of actions, the key map, what is open and how it changes.
//!
//! [`App::update`] takes an event and returns effects for whoever runs the explorer to carry out; it reads and writes
//! nothing else, so that all of it runs in a test. Views are data: columns and cells of a list, pages of lines whose
//! pieces have a role, so that drawing knows nothing of what they are about.

mod bar;
mod chart;
mod columns;
mod done;
mod event;
mod export;
mod field;
mod find;
mod glossary;
mod help;
mod key_hints;
mod layout;
mod line_editor;
mod lines;
mod list;
mod map_cells;
mod marks;
mod mouse;
mod navigate;
mod open_view;
mod page;
mod pane;
mod picker;
mod prompt;
mod resources;
mod restore;
mod scroll;
mod session;
mod state;
mod tabs;
mod timeline;
mod titles;
mod update;
mod views;
mod writing;
mod years;

pub use self::columns::{ListColumn, MARKERS, MARKS, PlacedColumn, Sort};
pub use self::event::{Content, Effect, Event, Mouse};
pub use self::field::{LineChange, TextField};
pub use self::help::Help;
pub use self::layout::{Focus, Layout, SMALLEST, Shown, inside, lines};
pub use self::line_editor::{LineEditor, LineKind, Side};
pub use self::list::{List, Row};
pub use self::open_view::OpenView;
pub use self::page::{Line, LinkTarget, Page, Piece, Role, Shade, Target, cut_line, lettered, line_width, padded};
pub use self::pane::Pane;
pub use self::picker::{Offer, Picker};
pub use self::prompt::Prompt;
pub use self::resources::Resources;
pub use self::scroll::{Scroll, Step};
pub use self::session::{Grouping, Workspace};
pub use self::state::App;
pub use self::tabs::{NAME, Tab, tabs};
pub use self::views::ViewKind;
