//! What can be written after `plenary`.

mod choices;
mod pairs;

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::builder::{PathBufValueParser, TypedValueParser};
use clap::{CommandFactory, Parser, Subcommand};

use crate::store;

pub(super) use self::choices::{ByArg, FormatArg, SortArg, When};
pub(super) use self::pairs::{AgreeArgs, DriftArgs, MatrixArgs};

use self::pairs::{DRIFT_HELP, metric_help};

/// Explore every recorded vote of the UN General Assembly since 1946, offline.
///
/// Without a command it opens the explorer, on QUERY if there is one.
#[derive(Debug, Parser)]
#[command(name = "plenary", version)]
#[command(after_help = QUERY_HELP)]
pub(super) struct Args {
    #[command(flatten)]
    pub options: Options,
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Open the explorer at a view, such as: 'country/UKR?topic:palestine'
    #[arg(long, value_name = "LINK", conflicts_with = "query")]
    pub at: Option<String>,
    /// Open the explorer without what it kept of the last visit
    #[arg(long)]
    pub fresh: bool,
    /// Which roll calls the explorer opens on, such as: ukraine since:2022
    #[arg(value_name = "QUERY")]
    pub query: Vec<String>,
}

const QUERY_HELP: &str = "\
QUERY, its terms joined by AND:
  ukraine \"human rights\"      words, a phrase: in title, agenda or subjects
  title:israel agenda: subjects:  in one of them
  cuba|ukraine                  either
  -nuclear  not:nuclear         left out; -a|b leaves out both
  year:2022  year:2015..2024    calendar years
  since:2014  until:2020-06-30  from and to a day, a month or a year
  since:-10y  -6m  -30d  year:last  session:last
                                counted back from the last vote
  date:2025-02-24  date:2022-02-24..2025-02-24
  session:79  session:70..79  session:ES-11
  symbol:ES-11                  a symbol that begins like this
  topic:palestine               see `plenary topics`
  yes>100  no<=5  abstain>50  absent>30  margin<20  yes:101..  no:..5
                                the tally; margin is yes minus no
  USA:no  CHN:abstain|absent  \"North Korea\":yes
                                how a member voted
  USA=RUS  USA!=ISR  USA=no=RUS
                                two members voted alike, differently, or
                                both no; each cast a vote
  @EU:split  @EU:unanimous  @BRICS:abstain
                                a bloc was divided, of one mind, or its
                                line; see `plenary blocs`
  unanimous  contested          no two different votes, or at least two
In a shell, quote what has < > | & ! ( ) or spaces:
  plenary list 'USA=no=RUS' since:2000 --format json | jq length

Votes: United Nations Dag Hammarskjöld Library, General Assembly Voting
Data, © United Nations, free for non-commercial use with attribution.";

const BLOC_HELP: &str = "\
EXPR, the members to count, each on the day of a roll call:
  USA+RUS+ISR                   all of them
  @EU-HUN                       without some
  @EU&@NATO                     those in both; binds tightest, ( ) group
  \"abstain(ES-11/7)\"            those with that vote: yes no abstain absent
  all  @EU  @\"Western Asia\"     everybody, a bloc; see `plenary blocs`
The second argument is an EXPR if it begins with @, ( or a call such as
abstain(, has a + or &, or is a member's code; otherwise the query begins
there. QUERY is as in `plenary list --help`. Examples:
  plenary bloc @EU since:2022 --by year
  plenary bloc USA+RUS+ISR 'abstain(ES-11/7)' topic:palestine";

const PICTURE_HELP: &str = "\
LINK, what to draw; a query after ? sets its window:
  world/ES-11/7                 the map of a vote
  'world/country/UKR?since:2022'  the map of agreement with a member
  'world/blocs/@EU;@BRICS'      the map of one or two blocs
  show/ES-11/7                  a vote: its tally, by regional group, by name
  compare/ES-11/6,ES-11/7       who moved from what to what
  series/79/7                   the tallies of a text through the years
  'blocs/@EU;@BRICS?since:2000' cohesion and agreement by year and by topic
  'pair/UKR,ISR?topic:palestine'  agreement of two members
In a shell, quote what has ; ? @ & ( ) or spaces. Example:
  plenary picture world/ES-11/7 --out map.svg";

const IMPORT_HELP: &str = "\
Your record holds what differs from the embedded one: a roll call with a
known record number is replaced, another is added, none is removed. If its
rows do not give its stated totals, it never replaces one whose rows do; a
file with more than one such roll call in twenty is refused. The record as
it was before the last import is kept for --undo, but not with --to:
  plenary import ga_voting.csv --dry-run
  plenary import ga_voting.csv
  plenary import --undo
  plenary import un_*.csv.gz --to unvotes.jsonl";

const FORMAT_HELP: &str =
    "How to write the answer: as a table if nothing is said, but the rows of `votes` as csv into a pipe or a file";

/// Options of every command.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    #[arg(long, global = true, value_enum, help = FORMAT_HELP)]
    pub format: Option<FormatArg>,
    /// Use the record in FILE instead of the embedded one and your own
    #[arg(long, global = true, value_name = "FILE", value_parser = file())]
    pub record: Option<PathBuf>,
    /// Count votes as their members said later they had meant them, where that is known; every answer says so
    #[arg(long, global = true)]
    pub corrections: bool,
    #[arg(long, global = true, value_enum, default_value_t, help = "When to emphasise; beats NO_COLOR")]
    pub color: When,
    /// Write ASCII only
    #[arg(long, global = true)]
    pub ascii: bool,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// List roll calls, newest first
    #[command(after_help = QUERY_HELP)]
    List(ListArgs),
    /// Show one roll call with every member's vote
    Show {
        /// A resolution (ES-11/7), a draft (A/ES-11/L.10) or a record number (4076672)
        #[arg(value_name = "SYMBOL")]
        symbol: String,
    },
    /// A member's record: its votes by year and topic, lone votes, closest and farthest members
    #[command(after_help = QUERY_HELP)]
    Country(CountryArgs),
    /// Two members beside each other: how far they agree, their votes in a table, the last time alike and opposed
    #[command(after_help = metric_help())]
    Agree(AgreeArgs),
    /// All pairs of members: how far each agrees
    #[command(after_help = metric_help())]
    Matrix(MatrixArgs),
    /// Members on two axes: those that vote alike are close together
    #[command(after_help = QUERY_HELP)]
    Positions {
        /// Over which roll calls, such as: since:2015
        #[arg(value_name = "QUERY")]
        query: Vec<String>,
    },
    /// Pairs of members, or one member and others, that moved most between two windows
    #[command(after_help = DRIFT_HELP)]
    Drift(DriftArgs),
    /// A bloc's cohesion, its members' loyalty, who is near its line outside; or two blocs against each other
    #[command(after_help = BLOC_HELP)]
    Bloc(BlocArgs),
    /// Put two to ten roll calls side by side: who moved
    Compare {
        /// Resolutions (ES-11/6 ES-11/7), drafts or record numbers
        #[arg(value_name = "SYMBOL")]
        symbols: Vec<String>,
        /// Show only the members that moved
        #[arg(long)]
        moved: bool,
    },
    /// Follow a resolution through the years: tallies, who left, who joined, who moved most
    #[command(after_help = QUERY_HELP)]
    Series {
        /// A resolution of the series (79/7), a draft or a record number
        #[arg(value_name = "SYMBOL")]
        symbol: String,
        /// Which of its roll calls, such as: since:2014
        #[arg(value_name = "QUERY")]
        query: Vec<String>,
        /// Every member's vote on each of them, who changed most over the last six first
        #[arg(long)]
        grid: bool,
    },
    /// Draw a view into a file: a map, a vote, a comparison, a series, blocs or a pair, for a page or a slide
    #[command(after_help = PICTURE_HELP)]
    Picture(PictureArgs),
    /// List the topics: what each is about, its rules, how many roll calls it has
    Topics,
    /// Every vote, one a row, for R, Python or a spreadsheet
    #[command(after_help = QUERY_HELP)]
    Votes(VotesArgs),
    /// Adopted texts, with a vote or without one, newest first
    #[command(after_help = QUERY_HELP)]
    Texts(TextsArgs),
    /// List the blocs, built-in and saved; save one or remove it
    Blocs(BlocsArgs),
    /// Say what the record holds: sources, dates, counts, checksum, terms
    Record,
    /// Count the record in use again and say what is odd in it, or what another record has otherwise
    Check {
        /// Another record, such as one made by `plenary import un_*.csv.gz --to FILE`
        #[arg(long, value_name = "FILE", value_parser = file())]
        against: Option<PathBuf>,
    },
    /// Lay the UN's voting data over the record, or make a record of the unvotes tables
    #[command(after_help = IMPORT_HELP)]
    Import(ImportArgs),
    /// Print what a shell needs to complete commands and options
    Completions {
        /// Which shell
        shell: clap_complete::Shell,
    },
    /// Print the settings with their defaults, or check your own
    Config(ConfigArgs),
}

/// Every vote.
#[derive(Debug, clap::Args)]
pub(super) struct VotesArgs {
    /// On which roll calls, such as: topic:nuclear since:2015
    #[arg(value_name = "QUERY")]
    pub query: Vec<String>,
    /// Of which members only, such as: @EU or USA+RUS
    #[arg(long, value_name = "EXPR", allow_hyphen_values = true)]
    pub members: Option<String>,
    /// A roll call a row and a member a column: Y, N, A, X for absent, nothing where it was no member
    #[arg(long)]
    pub wide: bool,
}

/// Adopted texts.
#[derive(Debug, clap::Args)]
pub(super) struct TextsArgs {
    /// Which texts: words, days, sessions, topics, drafts, sponsors, committees
    #[arg(value_name = "QUERY")]
    pub query: Vec<String>,
    /// How many of each session went to a vote
    #[arg(long, value_enum, value_name = "PART")]
    pub by: Option<TextsByArg>,
}

/// What texts are counted by.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
pub(super) enum TextsByArg {
    /// The session of the Assembly
    Session,
}

#[derive(Debug, clap::Args)]
pub(super) struct ListArgs {
    /// Which roll calls, such as: ukraine since:2022
    #[arg(value_name = "QUERY")]
    pub query: Vec<String>,
    /// What to sort by: dates newest first, counts largest first
    #[arg(long, value_enum, default_value_t)]
    pub sort: SortArg,
    /// Turn the order round
    #[arg(long)]
    pub reverse: bool,
    /// Stop after this many
    #[arg(long, value_name = "N")]
    pub limit: Option<NonZeroUsize>,
}

#[derive(Debug, clap::Args)]
pub(super) struct CountryArgs {
    /// A code (USA), or a name of any time (Burma, "North Korea")
    #[arg(value_name = "NAME")]
    pub name: String,
    /// Over which roll calls, such as: topic:palestine since:2014
    #[arg(value_name = "QUERY")]
    pub query: Vec<String>,
    /// How many closest and farthest members, and lone votes
    #[arg(long, value_name = "N", default_value = "10")]
    pub limit: NonZeroUsize,
}

#[derive(Debug, clap::Args)]
pub(super) struct BlocArgs {
    /// Which members, such as: @EU, USA+RUS+ISR or "abstain(ES-11/7)"
    #[arg(value_name = "EXPR", allow_hyphen_values = true)]
    pub a: String,
    /// A second bloc, if it is written as one, and over which roll calls
    #[arg(value_name = "[EXPR] QUERY")]
    pub rest: Vec<String>,
    /// A series too: figures for each year, session or topic
    #[arg(long, value_enum)]
    pub by: Option<ByArg>,
}

#[derive(Debug, clap::Args)]
pub(super) struct PictureArgs {
    /// What to draw, such as: world/ES-11/7
    #[arg(value_name = "LINK")]
    pub link: String,
    /// Where to write it, as vector graphics
    #[arg(long, value_name = "FILE.svg", value_parser = file())]
    pub out: PathBuf,
    /// Write over a file that is there
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct BlocsArgs {
    /// Keep an expression such as USA+RUS+ISR under a name, to be used as @NAME
    #[arg(long, num_args = 2, value_names = ["NAME", "EXPR"], allow_hyphen_values = true)]
    pub save: Vec<String>,
    /// Forget a bloc that you saved
    #[arg(long, value_name = "NAME", conflicts_with = "save")]
    pub remove: Option<String>,
}

#[derive(Debug, clap::Args)]
#[group(required = true, multiple = false)]
pub(super) struct ConfigArgs {
    /// Print a file of all settings, commented, to be saved as config.toml
    #[arg(long)]
    pub default: bool,
    /// Say what is wrong in your config.toml, and where
    #[arg(long)]
    pub check: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct ImportArgs {
    #[arg(value_name = "FILE", required_unless_present = "undo", value_parser = file())]
    #[arg(help = "The UN's CSV, or the tables un_roll_calls, un_votes and un_roll_call_issues; plain or .gz")]
    pub files: Vec<PathBuf>,
    /// Say what would change, and write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Write a whole record to FILE instead of adding to your own
    #[arg(long, value_name = "FILE", value_parser = file())]
    pub to: Option<PathBuf>,
    /// Start from nothing instead of the record in use
    #[arg(long)]
    pub new: bool,
    /// Bring back what was there before the last import
    #[arg(long, conflicts_with_all = ["files", "dry_run", "to", "new"])]
    pub undo: bool,
}

/// Reads a file's name.
fn file() -> impl TypedValueParser<Value = PathBuf> {
    PathBufValueParser::new().map(|name| store::expanded(&name))
}

/// The program's arguments, for its manual and for completions.
pub fn command() -> clap::Command {
    Args::command()
}
