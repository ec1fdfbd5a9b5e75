//! How a view is shown: what a link has behind its `#`.

use jiff::civil::Date;

use crate::query::{Lexicon, nearest};
use crate::record::MemberId;

use super::error::LinkError;

/// How a view is shown; what is not said is as the view has it by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LinkOptions {
    /// The member whose vote is beside each roll call.
    pub watch: Option<MemberId>,
    /// The column that the list is sorted by, as a word or some with hyphens between them.
    pub sort: Option<String>,
    /// Whether the order is turned round.
    pub reverse: bool,
    /// Whether only members that moved are shown.
    pub moved: bool,
    /// What members are grouped by: `@EU`, `subregion`.
    pub group: Option<String>,
    /// The metric, by its name in commands.
    pub metric: Option<String>,
    /// The order of the rows or columns.
    pub order: Option<String>,
    /// The first day of the later of two periods.
    pub split: Option<Date>,
    /// Whether a series is a grid of members and texts.
    pub grid: bool,
}

/// The names of the options.
const NAMES: [&str; 9] = ["watch", "sort", "reverse", "moved", "group", "metric", "order", "split", "grid"];

impl LinkOptions {
    /// Reads options with semicolons between them.
    ///
    /// # Errors
    /// In one line: which is none, and what would work.
    pub(super) fn read(text: &str, lexicon: &Lexicon<'_>) -> Result<Self, LinkError> {
        let mut options = Self::default();
        for option in text.split(';').map(str::trim).filter(|option| !option.is_empty()) {
            let (name, value) = option.split_once('=').unwrap_or((option, ""));
            let given = || Some(value.to_owned()).filter(|value| !value.is_empty());
            let value_of =
                || given().ok_or_else(|| LinkError::Bad(format!("#{name} does not say what; write {name}=…")));
            match name.trim().to_ascii_lowercase().as_str() {
                "watch" => options.watch = Some(lexicon.member(&value_of()?)?),
                "sort" => options.sort = Some(value_of()?),
                "group" => options.group = Some(value_of()?),
                "metric" => options.metric = Some(value_of()?),
                "order" => options.order = Some(value_of()?),
                "split" => options.split = Some(day(&value_of()?)?),
                "reverse" if value.is_empty() => options.reverse = true,
                "moved" if value.is_empty() => options.moved = true,
                "grid" if value.is_empty() => options.grid = true,
                "reverse" | "moved" | "grid" => {
                    return Err(LinkError::Bad(format!("#{name} takes no =; write {name}")));
                }
                other => {
                    return Err(LinkError::Bad(match nearest(other, NAMES.iter().copied()) {
                        Some(near) => format!("no link has #{other}; did you mean {near}?"),
                        None => format!("no link has #{other}; behind the # there may be {}", NAMES.join(", ")),
                    }));
                }
            }
        }
        Ok(options)
    }

    /// The options as a link has them, in the order of their names; empty if there are none.
    pub(super) fn to_text(&self, lexicon: &Lexicon<'_>) -> String {
        let flag = |name: &str, set: bool| set.then(|| name.to_owned());
        let text = |name: &str, value: Option<&String>| value.map(|value| format!("{name}={value}"));
        let all = [
            self.watch.map(|member| format!("watch={}", lexicon.record().code(member))),
            text("sort", self.sort.as_ref()),
            flag("reverse", self.reverse),
            flag("moved", self.moved),
            text("group", self.group.as_ref()),
            text("metric", self.metric.as_ref()),
            text("order", self.order.as_ref()),
            self.split.map(|day| format!("split={day}")),
            flag("grid", self.grid),
        ];
        all.into_iter().flatten().collect::<Vec<_>>().join(";")
    }
}

fn day(text: &str) -> Result<Date, LinkError> {
    text.parse().map_err(|_| LinkError::Bad(format!("\"{text}\" is not a day; write split=2014-01-01")))
}

/// A link before its options, and these: they begin with the first `#` outside quotes.
pub(super) fn parted(text: &str) -> (&str, &str) {
    let mut quoted = false;
    let at = text.char_indices().find(|&(_, letter)| {
        quoted ^= letter == '"';
        letter == '#' && !quoted
    });
    at.map_or((text, ""), |(at, _)| (&text[..at], &text[at + 1..]))
}
