//! The answer to each question, once, as data: ids, counts, figures with their n, the window and the source.
//!
//! A command, an export, a picture and a pane render what is found here; none of it knows words, layout or colour.

pub mod positions;
mod window;

pub use self::positions::Positions;
pub use self::window::{Credit, Window};
