//! The answer to each question, once, as data: ids, counts, figures with their n, the window and the source.
//!
//! A command, an export, a picture and a pane render what is found here; none of it knows words, layout or colour.

pub mod against;
pub mod between;
pub mod bloc_list;
pub mod blocs;
pub mod check;
pub mod closeness;
pub mod compare;
pub mod countries;
pub mod country;
mod country_window;
pub mod drift;
pub mod grid;
pub mod groups;
mod holdings;
mod import;
pub mod list;
pub mod matrix;
pub mod moves;
pub mod on_council;
mod order;
pub mod pair;
pub mod positions;
pub mod series;
pub mod show;
pub mod texts;
pub mod topics;
pub mod vetoes;
pub mod votes;
mod window;
pub mod world;

/// What the figures of an answer are, and by what they are counted.
pub use crate::analysis::{By, Crosstab, ENOUGH, Figure, Lone, Mean, Metric, NEARLY, Position, Standing, Windows};

pub use self::against::AgainstReport;
pub use self::between::Between;
pub use self::bloc_list::Blocs;
pub use self::blocs::BlocReport;
pub use self::check::Check;
pub use self::closeness::Closeness;
pub use self::compare::Compare;
pub use self::countries::Countries;
pub use self::country::Country;
pub use self::country_window::CountryWindow;
pub use self::drift::DriftReport;
pub use self::grid::SeriesGrid;
pub use self::holdings::{Holdings, SourceHoldings};
pub use self::import::{ImportOutcome, Undone};
pub use self::list::{RollCallList, RollCallRow};
pub use self::matrix::MatrixReport;
pub use self::on_council::OnCouncil;
pub use self::order::{SortKey, natural, order};
pub use self::pair::{Agree, Comparison};
pub use self::positions::Positions;
pub use self::series::{Series, SeriesIndex};
pub use self::show::Show;
pub use self::topics::Topics;
pub use self::vetoes::Vetoes;
pub use self::votes::VoteList;
pub use self::window::{Credit, Window};
pub use self::world::WorldReport;
