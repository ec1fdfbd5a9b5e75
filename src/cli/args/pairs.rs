//! What can be written after the commands over pairs of members.

use std::fmt::Write;

use clap::ValueEnum;
use clap::builder::PossibleValue;

use crate::answer::Metric;
use crate::report::rule_and_source;
use crate::report::text::wrap;

use super::choices::ByArg;

/// The metrics with their rules, as answers and the explorer word them, and examples.
pub(super) fn metric_help() -> String {
    const INDENT: usize = 13;
    let mut help = String::from("METRIC, over the roll calls on which both cast a vote:\n");
    for metric in Metric::ALL {
        let rule = wrap(&rule_and_source(metric), 74 - INDENT).join(&format!("\n{:INDENT$}", ""));
        let _ = writeln!(help, "  {:<11}{rule}", metric.name());
    }
    help + METRIC_EXAMPLES
}

const METRIC_EXAMPLES: &str = "\
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
