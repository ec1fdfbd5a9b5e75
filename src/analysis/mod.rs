//! Pure functions over the record and a set of roll calls or of members: what a pane or a command shows as a number.
//!
//! A figure comes with the count that it is over, n, and is none where it is not defined. Absences are never votes; in
//! a record that does not know them they are none, not 0.

pub mod series;
pub mod transition;
