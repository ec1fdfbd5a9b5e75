//! What a person writes for one roll call: a symbol, a draft or a record number.

use crate::record::{Record, RecordNumber, RollCallId, without_resolution};

/// A symbol that names no roll call, or several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SymbolError {
    /// The record has none of this name.
    Unknown,
    /// Several roll calls bear it, oldest first.
    Several(Vec<RollCallId>),
}

/// Whether a roll call is meant, given it and its symbol.
type Rule<'a> = &'a dyn Fn(RollCallId, &str) -> bool;

/// The roll call that `text` names, in any case: `A/RES/ES-11/7`, `es-11/7`, a draft such as `A/ES-11/L.10` or its end
/// `L.10`, or a record number. An exact symbol wins over a base that names several (`39/146`).
///
/// # Errors
/// If there is none, or if there are several.
pub fn find(record: &Record, text: &str) -> Result<RollCallId, SymbolError> {
    let wanted = without_resolution(text.trim());
    let matching = |holds: Rule<'_>| {
        let rollcalls = record.rollcalls();
        let rollcalls = rollcalls.filter(|(id, rollcall)| holds(*id, without_resolution(&rollcall.symbol)));
        rollcalls.map(|(id, _)| id).collect::<Vec<_>>()
    };
    let number = wanted.parse().ok().and_then(|number| record.by_number(RecordNumber(number)));
    let rules: [Rule<'_>; 4] = [
        &|_, symbol| symbol.eq_ignore_ascii_case(wanted),
        &|id, _| record.drafts(id).any(|draft| draft.eq_ignore_ascii_case(wanted)),
        &|_, symbol| is_base(wanted, symbol),
        &|id, _| record.drafts(id).any(|draft| is_end(wanted, draft)),
    ];
    if wanted.is_empty() {
        return Err(SymbolError::Unknown);
    }
    for (at, rule) in rules.into_iter().enumerate() {
        // A number is a record number unless it is a whole symbol.
        if at == 1
            && let Some(id) = number
        {
            return Ok(id);
        }
        let found = matching(rule);
        match found.as_slice() {
            [] => {}
            &[id] => return Ok(id),
            _ => return Err(SymbolError::Several(found)),
        }
    }
    Err(SymbolError::Unknown)
}

/// Whether `symbol` is `base` with a letter, a part in brackets or the like behind it: `39/146A` of `39/146`.
fn is_base(base: &str, symbol: &str) -> bool {
    let starts = symbol.get(..base.len()).is_some_and(|start| start.eq_ignore_ascii_case(base));
    starts && !symbol[base.len()..].starts_with(|next: char| next.is_ascii_digit() || next == '/')
}

/// Whether a draft's symbol ends in `end` behind a slash: `L.10` of `A/ES-11/L.10`.
fn is_end(end: &str, draft: &str) -> bool {
    let start = draft.len().checked_sub(end.len()).filter(|&start| start > 0 && draft.is_char_boundary(start));
    start.is_some_and(|start| draft[start..].eq_ignore_ascii_case(end) && draft[..start].ends_with('/'))
}
