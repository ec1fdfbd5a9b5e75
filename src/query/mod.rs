//! Text into a set of roll calls or a set of members; says what it did not understand.
//!
//! The same parser serves the commands and the explorer's filter line. The terms of a query are joined by AND, `a|b` is
//! either and binds tighter, `-` or `not:` before a term, or before several joined by `|`, leaves out.

mod bloc_name;
mod bloc_remark;
mod blocs;
mod complete;
mod conflict;
mod error;
mod expr;
mod lex;
mod lexicon;
mod listed;
mod membership;
mod missed;
mod names;
mod near_topic;
mod nearest;
mod packed;
mod parse;
mod parts;
mod plain_name;
mod query_remark;
mod range;
mod read;
mod relative;
mod run;
mod saved;
mod seat;
mod several;
mod shell;
mod strays;
mod symbol;
mod term;
mod texts;
mod time;
mod topics;
mod understood;
mod universe;
mod voted;
mod words;

pub(crate) use self::nearest::{did_you_mean, nearest};

pub use self::bloc_name::{BlocNameError, written};
pub use self::bloc_remark::{BlocRemark, MembersWhen, Nobody, OpenMembers};
pub use self::blocs::{Bloc, BlocKind, remarks as bloc_remarks};
pub use self::complete::{Completion, Completions, complete, complete_expression};
pub use self::error::QueryError;
pub use self::expr::Expression;
pub use self::lexicon::Lexicon;
pub use self::listed::listed;
pub use self::membership::{Belonging, Membership};
pub use self::missed::{Meant, hints, meant, nothing_matched, why_nothing};
pub use self::names::{Found, NameError, Names};
pub use self::packed::LexiconPack;
pub use self::parts::Query;
pub use self::query_remark::QueryRemark;
pub use self::saved::SavedBlocs;
pub use self::shell::shell_quoted;
pub use self::strays::{Quoting, is_joiner, names_one, torn_name};
pub use self::symbol::{SymbolError, find, find_text};
pub use self::texts::TextFilter;
pub use self::time::first_day;
pub use self::topics::{Topic, named as topics_named};
pub use self::universe::Universe;
