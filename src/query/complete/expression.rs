//! Bloc expressions: which operand the cursor is in, or which symbol, and what may stand there.

use std::ops::Range;

use crate::record::{Record, RollCallId, State, fold, without_resolution};

use super::super::expr::closing;
use super::super::lex;
use super::super::lexicon::Lexicon;
use super::super::symbol;
use super::completion::{Completion, Completions, MOST, begins, boundary, letters, quotes_close};
use super::proposals::{blocs, members};

/// How many roll calls are proposed.
const MOST_SYMBOLS: usize = 20;

/// Where the cursor is.
enum CursorPlace {
    /// Where an operand is wanted, and none begun.
    Nothing,
    /// In a name, with or without `@` and quotes.
    Name(Range<usize>),
    /// In the word before a parenthesis that holds a symbol.
    Call(Range<usize>),
    /// In a symbol; whether its parenthesis is closed.
    Symbol(Range<usize>, bool),
}

/// The ways to finish the word of an expression at `cursor`, a byte of `text`.
pub fn complete_expression(text: &str, cursor: usize, lexicon: &Lexicon<'_>) -> Completions {
    let cursor = boundary(text, cursor);
    let (span, items) = match place(text, cursor) {
        None => (cursor..cursor, Vec::new()),
        Some(CursorPlace::Nothing) => (cursor..cursor, beginnings(lexicon)),
        Some(CursorPlace::Name(span)) => {
            let items = names(&lex::plain(&text[span.start..cursor]), text[span.clone()].contains('"'), lexicon);
            (span, items)
        }
        Some(CursorPlace::Call(span)) => {
            let items = calls(lexicon).filter(|call| begins(&call.text, &text[span.start..cursor]));
            let items = items.map(|call| Completion { text: call.text.replace('(', ""), ..call }).collect();
            (span, items)
        }
        Some(CursorPlace::Symbol(span, closed)) => {
            let whole = closed && symbol::find(lexicon.record(), &text[span.clone()]).is_ok();
            let items = if whole { Vec::new() } else { symbols(text[span.start..cursor].trim(), closed, lexicon) };
            (span, items)
        }
    };
    Completions::new(text, span, items, MOST)
}

fn is_sign(letter: char) -> bool {
    matches!(letter, '+' | '-' | '&' | '(' | ')')
}

/// Where in the expression the cursor is; none where something else than an operand should stand. Unlike the parser it
/// takes several words for one name, since nothing else could be meant by them.
fn place(text: &str, cursor: usize) -> Option<CursorPlace> {
    let (mut at, mut wanted) = (0, true);
    loop {
        let next = text[at..].chars().next();
        match next {
            Some(letter) if letter.is_whitespace() || is_sign(letter) => {
                if at >= cursor {
                    return wanted.then_some(CursorPlace::Nothing);
                }
                wanted = if letter.is_whitespace() { wanted } else { letter != ')' };
                at += letter.len_utf8();
            }
            None => return wanted.then_some(CursorPlace::Nothing),
            Some(_) => {
                let end = name_end(text, at, cursor);
                let word = &text[at..end];
                let is_vote = State::OF_MEMBERS.iter().any(|state| word.eq_ignore_ascii_case(state.word()));
                let open = text[end..].starts_with('(');
                if cursor <= end {
                    let end = (at + word.trim_end().len()).max(cursor);
                    return wanted.then_some(if open {
                        CursorPlace::Call(at..end)
                    } else {
                        CursorPlace::Name(at..end)
                    });
                }
                at = end;
                if is_vote && open {
                    let (symbol, closed) = symbol_span(text, end, cursor);
                    if cursor <= symbol.end {
                        return wanted.then_some(CursorPlace::Symbol(symbol, closed));
                    }
                    at = symbol.end + 1;
                }
                wanted = false;
            }
        }
    }
}

/// Where the name ends that begins at `start`. A quote that is still open takes no sign that is after the cursor.
fn name_end(text: &str, start: usize, cursor: usize) -> usize {
    let inside = start + usize::from(text[start..].starts_with('@'));
    let from = |at: usize, ends: &dyn Fn(char) -> bool| text[at..].find(ends).map_or(text.len(), |end| at + end);
    if !text[inside..].starts_with('"') {
        return from(inside, &|letter| is_sign(letter) || matches!(letter, '"' | '@'));
    }
    let closed = quotes_close(text);
    match text[inside + 1..].find('"') {
        Some(end) if closed || inside + 1 + end < cursor => inside + 1 + end + 1,
        _ => from(cursor.max(inside + 1), &is_sign),
    }
}

/// The symbol in the parenthesis at `open`, and whether that is closed. If not, it takes no union or intersection that
/// is after the cursor.
fn symbol_span(text: &str, open: usize, cursor: usize) -> (Range<usize>, bool) {
    if let Some(close) = closing(&text[open..]) {
        return (open + 1..open + close, true);
    }
    let from = cursor.max(open + 1);
    let end = text[from..].find(['+', '&']).map_or(text.len(), |end| from + end);
    (open + 1..end, false)
}

/// What an operand can begin with.
fn beginnings(lexicon: &Lexicon<'_>) -> Vec<Completion> {
    let bloc = Completion::new("@", "a bloc: @EU, @BRICS, one that you saved");
    [bloc].into_iter().chain(calls(lexicon)).chain([everybody()]).collect()
}

fn everybody() -> Completion {
    Completion::new("all", "all members")
}

/// The votes that members can be chosen by.
fn calls(lexicon: &Lexicon<'_>) -> impl Iterator<Item = Completion> {
    lexicon.record().origin().states().iter().map(|&state| {
        let about = match state {
            State::Yes => "those that voted yes on a text: yes(ES-11/6)",
            State::No => "those that voted no on a text: no(ES-11/7)",
            State::Abstain => "those that abstained on a text: abstain(ES-11/7)",
            State::Absent | State::NotMember => "those that did not vote on a text: absent(ES-11/7)",
        };
        Completion::new(format!("{}(", state.word()), about)
    })
}

/// The operands that begin like this.
fn names(typed: &str, quoted: bool, lexicon: &Lexicon<'_>) -> Vec<Completion> {
    if let Some(name) = typed.strip_prefix('@') {
        return blocs(name, true, lexicon);
    }
    if letters(typed) == 0 {
        return Vec::new();
    }
    let words = calls(lexicon).chain([everybody()]).filter(|word| !quoted && begins(&word.text, typed));
    words.chain(members(typed, true, lexicon)).collect()
}

/// The roll calls whose symbol begins like this, or else those that have the words, newest first.
fn symbols(typed: &str, closed: bool, lexicon: &Lexicon<'_>) -> Vec<Completion> {
    let record = lexicon.record();
    let fits = |symbol: &str| begins(symbol, typed) || begins(without_resolution(symbol), typed);
    let by_symbol = record.usual().iter().rev().filter(|&id| fits(&record.rollcall(id).symbol));
    let mut found: Vec<_> = by_symbol.take(MOST_SYMBOLS).collect();
    if found.is_empty() && letters(typed) > 1 {
        let words = fold(typed);
        let all = words.split(' ').map(|word| lexicon.words().find(word, false, None));
        let set = all.reduce(|a, b| &a & &b).unwrap_or_else(|| record.usual().clone());
        found = set.iter().rev().take(MOST_SYMBOLS).collect();
    }
    let close = if closed { "" } else { ")" };
    found.into_iter().map(|id| Completion::new(lexicon.symbol(id) + close, about(record, id))).collect()
}

fn about(record: &Record, id: RollCallId) -> String {
    let rollcall = record.rollcall(id);
    format!("{} {}", rollcall.date, rollcall.title)
}
