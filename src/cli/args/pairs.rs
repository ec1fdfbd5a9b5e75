//! What can be written behind the commands over pairs of members.

use clap::ValueEnum;
use clap::builder::PossibleValue;

use crate::answer::Metric;

use super::choices::ByArg;

pub(super) const METRIC_HELP: &str = "\
METRIC, over the roll calls on which both cast a vote:
  agreement  same vote 1, one abstaining 1/2, yes against no 0
  exact      the share of equal votes, with its 95 % interval
  yesno      equal where both voted yes or no; the US State Department's
             printed figures, \"votes only\", count other votes and lie 10 to
             20 points off
  state      as agreement, and 1/2 where one or both did not vote: gives
             the State Department's figures of 2022 and 2023
  s          2 x agreement - 1
  kappa      agreement beyond chance, given each member's own habits
  pi         agreement beyond chance, given the habits of both together
QUERY is as in `plenary list --help`. Examples:
  plenary agree USA RUS since:2000 --by year
  plenary agree India Pakistan topic:nuclear --metric kappa
  plenary matrix year:2024 --contested --format csv";

pub(super) const DRIFT_HELP: &str = "\
Each window is a QUERY in one argument, as in `plenary list --help`; they
share no roll call. p is the share of all ways to deal a pair's roll calls
to the two windows in which agreement changes as much. Examples:
  plenary drift Hungary --before year:2000..2009 --after since:2010
  plenary drift --before 'session:70..74 contested' --after 'session:75..79 contested'";

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct AgreeArgs {
    /// A code (USA), or a name of any time (Burma, "North Korea")
    #[arg(value_name = "NAME")]
    pub a: String,
    /// Another member
    #[arg(value_name = "NAME")]
    pub b: String,
    /// Over which roll calls, such as: topic:palestine since:2014
    #[arg(value_name = "QUERY")]
    pub query: Vec<String>,
    /// By which rule votes are compared
    #[arg(long, value_enum, default_value = Metric::default().name())]
    pub metric: Metric,
    /// A series too: the figure of each year, session or topic
    #[arg(long, value_enum)]
    pub by: Option<ByArg>,
    /// Leave out roll calls on which no two votes differed
    #[arg(long)]
    pub contested: bool,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct MatrixArgs {
    /// Over which roll calls, such as: topic:palestine since:2014
    #[arg(value_name = "QUERY")]
    pub query: Vec<String>,
    /// By which rule votes are compared
    #[arg(long, value_enum, default_value = Metric::default().name())]
    pub metric: Metric,
    /// Leave out roll calls on which no two votes differed
    #[arg(long)]
    pub contested: bool,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct DriftArgs {
    /// The member whose pairs are asked for; without it all pairs are
    #[arg(value_name = "NAME")]
    pub name: Option<String>,
    /// The earlier roll calls, such as: year:2000..2009
    #[arg(long, value_name = "QUERY")]
    pub before: String,
    /// The later roll calls, such as: since:2010
    #[arg(long, value_name = "QUERY")]
    pub after: String,
}

impl ValueEnum for Metric {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()))
    }
}
