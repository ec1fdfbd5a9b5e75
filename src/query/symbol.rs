//! What a person writes for one roll call: a symbol, a draft, an address or a record number.

mod near;
mod written;

use std::borrow::Cow;

use crate::record::{Record, RecordNumber, RollCall, RollCallId, TextId, without_resolution};

pub(super) use self::written::{looks_like, plain};

/// A symbol that names no roll call, or several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SymbolError {
    /// The record has none of this name.
    Unknown,
    /// Several roll calls bear it, oldest first.
    Several(Vec<RollCallId>),
    /// Several drafts end like this: each with the text that it became.
    Drafts(Vec<(String, String)>),
}

/// How many roll calls an error spells out.
const SPELLED_OUT: usize = 8;

impl SymbolError {
    /// What to say of `symbol`, in a sentence.
    pub fn message(&self, record: &Record, symbol: &str) -> String {
        match self {
            Self::Unknown => unknown(record, symbol),
            Self::Drafts(drafts) => {
                let named = drafts.iter().rev().take(SPELLED_OUT).map(|(draft, text)| format!("{draft} ({text})"));
                let more = match drafts.len().saturating_sub(SPELLED_OUT) {
                    0 => String::new(),
                    more => format!(" or {more} more, which `plenary texts draft:{symbol}` shows"),
                };
                let named = named.collect::<Vec<_>>().join(", ");
                format!("\"{symbol}\" is the end of {} drafts; name one of {named}{more}", drafts.len())
            }
            Self::Several(ids) => {
                let symbol = symbol.escape_debug();
                let rollcalls: Vec<_> = ids.iter().map(|&id| record.rollcall(id)).collect();
                let name = |of: &&RollCall| {
                    let alike = rollcalls.iter().filter(|it| it.symbol.eq_ignore_ascii_case(&of.symbol)).count();
                    if alike > 1 { format!("{} ({})", of.number, of.date) } else { of.symbol.to_string() }
                };
                let names: Vec<_> = rollcalls.iter().take(SPELLED_OUT).map(name).collect();
                let more = match ids.len().saturating_sub(SPELLED_OUT) {
                    0 => String::new(),
                    more => format!(" or {more} more, which `plenary list` shows"),
                };
                format!("\"{symbol}\" names {} roll calls; name one of {}{more}", ids.len(), names.join(", "))
            }
        }
    }
}

fn unknown(record: &Record, symbol: &str) -> String {
    if let Some(text) = find_text(record, symbol).map(|id| record.text(id)).filter(|text| !text.symbol.is_empty()) {
        let name = without_resolution(&text.symbol);
        return format!("{name} was adopted without a recorded vote; `plenary show {name}` says how");
    }
    let wanted = plain(symbol);
    let wanted = without_resolution(&wanted);
    let near = near::nearest(record, wanted);
    let symbol = symbol.escape_debug();
    // Of a session that the record has the others are hardly meant.
    if let Some((session, _)) = wanted.split_once('/').filter(|_| near.is_empty())
        && let Ok(session) = session.parse()
        && record.rollcalls().any(|(_, rollcall)| rollcall.session == Some(session))
    {
        return format!(
            "no recorded vote is called \"{symbol}\": most resolutions are adopted without a vote, and the record has those \
             from session 74 on only; `plenary list session:{session}` shows the votes of that session"
        );
    }
    match near.as_slice() {
        [] => format!(
            "no roll call is called \"{symbol}\"; name a resolution (ES-11/7), a draft (A/ES-11/L.10) or a record \
             number, or look with `plenary list`; texts adopted without a vote are known from session 74 on"
        ),
        near => format!("no roll call is called \"{symbol}\"; did you mean {}?", near.join(", ")),
    }
}

/// The roll call that `text` names, in any case and with any spaces: `A/RES/ES-11/7`, `es-11/7`, `181 (II)`, a draft such
/// as `A/ES-11/L.10` or its end `L.10`, the address of a record or a document, or a record number. A whole symbol wins;
/// without its `A/RES/` it may be the base of several (`39/146` is `A/RES/39/146`, but also the base of `A/RES/39/146B`).
///
/// # Errors
/// If there is none, or if there are several.
pub fn find(record: &Record, text: &str) -> Result<RollCallId, SymbolError> {
    let found = matching(record, text);
    let end = plain(text);
    // Only the end of a draft may be that of others too.
    let is_whole = |id: RollCallId| {
        let symbol = spaceless(&record.rollcall(id).symbol).to_ascii_uppercase();
        symbol.contains(&end.to_ascii_uppercase())
            || record.all_drafts(id).any(|draft| draft.eq_ignore_ascii_case(&end))
    };
    if !end.contains('/') && end.contains('.') && !found.iter().any(|&id| is_whole(id)) {
        let drafts = drafts_ending(record, &end);
        if drafts.len() > 1 {
            return Err(SymbolError::Drafts(drafts));
        }
    }
    match found.as_slice() {
        [] => Err(SymbolError::Unknown),
        &[id] => Ok(id),
        _ => Err(SymbolError::Several(found)),
    }
}

/// The adopted text that `text` names by its symbol or a draft's, with a vote or without one; a draft's end only where it is
/// no other's.
pub fn find_text(record: &Record, text: &str) -> Option<TextId> {
    let wanted = plain(text);
    let short = without_resolution(&wanted);
    let is_symbol = |symbol: &str| without_resolution(&spaceless(symbol)).eq_ignore_ascii_case(short);
    let by_draft = |holds: &dyn Fn(&str) -> bool| {
        record.texts().find(|(_, text)| text.drafts.iter().any(|it| holds(it))).map(|(id, _)| id)
    };
    let by_end = || match drafts_ending(record, &wanted).as_slice() {
        [(draft, _)] => by_draft(&|known| known == draft),
        _ => None,
    };
    let whole = || by_draft(&|draft| draft.eq_ignore_ascii_case(&wanted));
    record.text_that(is_symbol).or_else(whole).or_else(by_end)
}

/// The drafts that end in `end` after a slash, each with the text that it became.
fn drafts_ending(record: &Record, end: &str) -> Vec<(String, String)> {
    let of_rollcalls = record
        .rollcalls()
        .flat_map(|(id, rollcall)| record.drafts(id).map(|draft| (draft.to_owned(), rollcall.symbol.to_string())));
    let of_texts = record
        .resolutions()
        .iter()
        .flat_map(|text| text.drafts.iter().map(|draft| (draft.to_string(), text.symbol.to_string())));
    let mut found: Vec<(String, String)> = Vec::new();
    for (draft, symbol) in of_rollcalls.chain(of_texts).filter(|(draft, _)| is_end(end, draft)) {
        if !found.iter().any(|(known, _)| *known == draft) {
            found.push((draft, symbol));
        }
    }
    found
}

/// The roll calls that `text` may name by the strongest rule that any meets, oldest first.
pub(super) fn matching(record: &Record, text: &str) -> Vec<RollCallId> {
    let text = plain(text);
    if let Some(number) = text.strip_prefix('#') {
        let number = number.parse().ok().map(RecordNumber);
        return number.and_then(|number| record.by_number(number)).into_iter().collect();
    }
    let wanted = without_resolution(&text);
    if wanted.is_empty() {
        return Vec::new();
    }
    let number = wanted.parse().ok().and_then(|number| record.by_number(RecordNumber(number)));
    // A bare number may be a resolution of either body.
    let same_number = |symbol: &str| {
        let council = symbol.get(..6).is_some_and(|start| start.eq_ignore_ascii_case("S/RES/"));
        council && text.bytes().all(|byte| byte.is_ascii_digit()) && symbol[6..] == text
    };
    // Each pass goes once through the record: a filter asks this of each of its words, at each key.
    let (mut whole, mut base) = (Vec::new(), Vec::new());
    for (id, rollcall) in record.rollcalls() {
        let symbol = spaceless(&rollcall.symbol);
        let short = without_resolution(&symbol);
        if symbol.eq_ignore_ascii_case(&text) {
            whole.push(id);
        } else if is_base(wanted, short) || same_number(short) {
            base.push(id);
        }
    }
    if !whole.is_empty() {
        return whole;
    }
    let mut named: Vec<_> = number.into_iter().collect();
    let mut ends = Vec::new();
    for (id, draft) in record.known_drafts() {
        if draft.eq_ignore_ascii_case(wanted) {
            named.push(id);
        } else if is_end(wanted, draft) {
            ends.push(id);
        }
    }
    named.sort_unstable();
    let rules = [named, base, ends].map(|mut found| {
        found.dedup();
        found
    });
    rules.into_iter().find(|found| !found.is_empty()).unwrap_or_default()
}

/// A symbol without white space.
fn spaceless(symbol: &str) -> Cow<'_, str> {
    if symbol.contains(char::is_whitespace) {
        Cow::Owned(symbol.split_whitespace().collect())
    } else {
        Cow::Borrowed(symbol)
    }
}

/// Whether `symbol` is `base`, alone or with a letter, a part in brackets or the like after it: `39/146A` of `39/146`.
fn is_base(base: &str, symbol: &str) -> bool {
    let starts = symbol.get(..base.len()).is_some_and(|start| start.eq_ignore_ascii_case(base));
    starts && !symbol[base.len()..].starts_with(|next: char| next.is_ascii_digit() || next == '/')
}

/// Whether `symbol` begins with `start`, no number of it cut in two: `ES-11` begins `ES-11/7`, `ES-1` does not.
pub(super) fn begins_with(start: &str, symbol: &str) -> bool {
    let begins = symbol.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start));
    let digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
    begins && !(digit(start.chars().next_back()) && digit(symbol[start.len()..].chars().next()))
}

/// Whether a draft's symbol is `end`, or ends in it after a slash.
pub(super) fn ends_with(end: &str, draft: &str) -> bool {
    draft.eq_ignore_ascii_case(end) || is_end(end, draft)
}

/// Whether a draft's symbol ends in `end` after a slash: `L.10` of `A/ES-11/L.10`.
pub(super) fn is_end(end: &str, draft: &str) -> bool {
    let start = draft.len().checked_sub(end.len()).filter(|&start| start > 0 && draft.is_char_boundary(start));
    start.is_some_and(|start| draft[start..].eq_ignore_ascii_case(end) && draft[..start].ends_with('/'))
}
