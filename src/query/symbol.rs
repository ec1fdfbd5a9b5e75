//! What a person writes for one roll call: a symbol, a draft or a record number.

use crate::record::{Record, RecordNumber, RollCall, RollCallId, without_resolution};

/// A symbol that names no roll call, or several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SymbolError {
    /// The record has none of this name.
    Unknown,
    /// Several roll calls bear it, oldest first.
    Several(Vec<RollCallId>),
}

/// How many roll calls an error spells out.
const SPELLED_OUT: usize = 8;

impl SymbolError {
    /// What to say of `symbol`, in a sentence.
    pub fn message(&self, record: &Record, symbol: &str) -> String {
        let symbol = symbol.escape_debug();
        match self {
            Self::Unknown => format!(
                "no roll call is called \"{symbol}\"; name a resolution (ES-11/7), a draft (A/ES-11/L.10) or a record \
                 number, or look with `plenary list`"
            ),
            Self::Several(ids) => {
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

/// Whether a roll call is meant.
type Rule<'a> = &'a dyn Fn(RollCallId) -> bool;

/// The roll call that `text` names, in any case: `A/RES/ES-11/7`, `es-11/7`, a draft such as `A/ES-11/L.10` or its end
/// `L.10`, or a record number. A whole symbol wins; without its `A/RES/` it may be the base of several (`39/146` is
/// `A/RES/39/146`, but also the base of `A/RES/39/146B`).
///
/// # Errors
/// If there is none, or if there are several.
pub fn find(record: &Record, text: &str) -> Result<RollCallId, SymbolError> {
    let text = text.trim();
    let wanted = without_resolution(text);
    if wanted.is_empty() {
        return Err(SymbolError::Unknown);
    }
    let number = wanted.parse().ok().and_then(|number| record.by_number(RecordNumber(number)));
    let symbol = |id| record.rollcall(id).symbol.as_ref();
    let rules: [Rule<'_>; 4] = [
        &|id| symbol(id).eq_ignore_ascii_case(text),
        &|id| number == Some(id) || record.drafts(id).any(|draft| draft.eq_ignore_ascii_case(wanted)),
        &|id| is_base(wanted, without_resolution(symbol(id))),
        &|id| record.drafts(id).any(|draft| is_end(wanted, draft)),
    ];
    for rule in rules {
        let found: Vec<_> = record.rollcalls().map(|(id, _)| id).filter(|&id| rule(id)).collect();
        match found.as_slice() {
            [] => {}
            &[id] => return Ok(id),
            _ => return Err(SymbolError::Several(found)),
        }
    }
    Err(SymbolError::Unknown)
}

/// Whether `symbol` is `base`, alone or with a letter, a part in brackets or the like behind it: `39/146A` of `39/146`.
fn is_base(base: &str, symbol: &str) -> bool {
    let starts = symbol.get(..base.len()).is_some_and(|start| start.eq_ignore_ascii_case(base));
    starts && !symbol[base.len()..].starts_with(|next: char| next.is_ascii_digit() || next == '/')
}

/// Whether a draft's symbol ends in `end` behind a slash: `L.10` of `A/ES-11/L.10`.
fn is_end(end: &str, draft: &str) -> bool {
    let start = draft.len().checked_sub(end.len()).filter(|&start| start > 0 && draft.is_char_boundary(start));
    start.is_some_and(|start| draft[start..].eq_ignore_ascii_case(end) && draft[..start].ends_with('/'))
}
