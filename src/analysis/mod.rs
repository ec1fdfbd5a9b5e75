//! Pure functions over the record and a set of roll calls or of members: what a pane or a command shows as a number.
//!
//! A figure comes with the count that it is over, n, and is none where it is not defined. Absences are never votes; in
//! a record that does not know them they are none, not 0.

pub mod against;
mod agreement;
mod bloc;
mod chance;
mod cluster;
mod counting;
mod drift;
mod eigen;
mod lone;
mod matrix;
mod metric;
mod places;
mod position;
mod ranked;
pub mod series;
mod shared;
mod slices;
mod standing;
pub mod transition;
mod two_blocs;
mod unity;
mod wavering;

pub use self::agreement::{Neighbour, Neighbours, Pair, neighbours, pair};
pub use self::bloc::{BlocVotes, Loyalty, Mean};
pub use self::cluster::{Tree, tree};
pub use self::drift::{Drift, Drifts, TopicDrift, Windows, drift, drift_by_topic};
pub use self::lone::{Lone, NEARLY, Scarce, lone, lone_counts};
pub use self::matrix::Matrix;
pub use self::metric::{Crosstab, Figure, Metric, crosstab};
pub use self::places::{MemberPosition, Places, places};
pub use self::position::{Position, position};
pub use self::ranked::{ENOUGH, Ranked};
pub use self::shared::{Shared, shared};
pub use self::slices::{By, Slice, slices};
pub use self::standing::{Standing, standing};
pub use self::two_blocs::{Split, TwoBlocs};
pub use self::unity::{cohesion, defectors, rice};
pub use self::wavering::{LAST_TEXTS, Wavering, moved_last, wavering};
