//! The terms of a query: which part of which term the cursor is in, and what may be written there.

use std::ops::Range;

use super::super::Query;
use super::super::lex::{self, Sign};
use super::super::lexicon::Lexicon;
use super::super::parse::{self, FIELDS};
use super::completion::{Completion, Completions, MOST, MOST_FOR_A_WORD, begins, letters, quotes_close};
use super::proposals::{blocs, fields, members, moods, sessions, symbol, topics, votes};
use super::voted::voted;

/// How many letters of a plain word must be there before anything is proposed for it.
const FEWEST: usize = 2;

/// What is typed of a part of a term.
struct TypedPart<'t> {
    text: &'t str,
    span: Range<usize>,
    cursor: usize,
}

impl TypedPart<'_> {
    /// What is in it before the cursor, without quotes.
    fn typed(&self) -> String {
        lex::plain(&self.text[self.span.start..self.cursor])
    }

    fn is_quoted(&self) -> bool {
        self.text[self.span.start..self.cursor].contains('"')
    }

    fn proposals(self, items: Vec<Completion>, most: usize) -> Completions {
        Completions::new(self.text, self.span, items, most)
    }
}

pub(super) fn complete(text: &str, cursor: usize, lexicon: &Lexicon<'_>) -> Option<Completions> {
    let mut word = word(text, cursor);
    let start = &text[word.clone()];
    let mark = if begins(start, "not:") { "not:".len() } else { usize::from(start.starts_with('-')) };
    let marked = mark > 0 && cursor >= word.start + mark;
    word.start += if marked { mark } else { 0 };
    let terms = lex::alternatives(text, word);
    let at = terms.iter().position(|term| cursor <= term.end)?;
    let term = terms[at].clone();
    let part = |span| TypedPart { text, span, cursor };
    match lex::sign(text, term.clone()) {
        Some((sign, kind)) if cursor <= sign.start => {
            let part = part(term.start..sign.start);
            let items = heads(&part, Some(kind), marked, lexicon);
            Some(part.proposals(items, MOST_FOR_A_WORD))
        }
        Some((sign, kind)) if cursor >= sign.end => {
            values(part(sign.end..term.end), &lex::plain(&text[term.start..sign.start]), kind, lexicon)
        }
        Some(_) => None,
        None => {
            // What is before the sign of a term holds for those after it.
            let head = terms[..at].iter().rev().find_map(|term| Some((term.start, lex::sign(text, term.clone())?)));
            let mut items = heads(&part(term.clone()), None, marked || at > 0, lexicon);
            if let Some((start, (sign, kind))) = head {
                let of_value = values(part(term.clone()), &lex::plain(&text[start..sign.start]), kind, lexicon);
                let whole = format!("{}{}", &text[start..sign.end], &text[term.clone()]);
                if let Some(found) = of_value.filter(|found| !found.items.is_empty()) {
                    return Some(found);
                } else if Query::parse(&whole, lexicon).is_ok() {
                    return None;
                }
                items.retain(|item| item.text.ends_with([':', '=', '<', '>']));
            }
            // `cuba|MAR:yes` would be refused, since Cuba is a member without a sign.
            let before = &text[terms[0].start..term.start];
            items.retain(|item| at == 0 || parse::has_its_signs(&format!("{before}{}x", item.text), lexicon));
            let is_bloc = text[term.clone()].starts_with('@');
            Some(part(term).proposals(items, if is_bloc { MOST } else { MOST_FOR_A_WORD }))
        }
    }
}

/// The word that the cursor is in. A quote that is still open takes nothing that is after the cursor.
fn word(text: &str, cursor: usize) -> Range<usize> {
    let (mut start, mut quoted) = (0, false);
    for (at, letter) in text[..cursor].char_indices() {
        quoted ^= letter == '"';
        if letter.is_whitespace() && !quoted {
            start = at + letter.len_utf8();
        }
    }
    let closed = quotes_close(text);
    let end = text[cursor..].char_indices().find(|&(_, letter)| {
        quoted ^= letter == '"';
        letter.is_whitespace() && !(quoted && closed)
    });
    start..end.map_or(text.len(), |(at, _)| cursor + at)
}

/// What may stand alone or before a sign: the beginning of a word, which may also be no more than that.
fn heads(part: &TypedPart<'_>, follows: Option<Sign>, later: bool, lexicon: &Lexicon<'_>) -> Vec<Completion> {
    let typed = part.typed();
    let with = |sign: &str| if follows.is_some() { String::new() } else { sign.to_owned() };
    let before = |signs: &[Sign]| follows.is_none_or(|sign| signs.contains(&sign));
    let of_blocs = |name: &str, by_title| {
        let blocs = if before(&[Sign::Colon]) { blocs(name, by_title, lexicon) } else { Vec::new() };
        blocs.into_iter().map(|bloc| Completion { text: bloc.text + &with(":"), ..bloc }).collect::<Vec<_>>()
    };
    if let Some(name) = typed.strip_prefix('@') {
        return of_blocs(name, true);
    }
    if letters(&typed) < FEWEST {
        return Vec::new();
    }
    let mut items = Vec::new();
    if !part.is_quoted() {
        if follows.is_none() {
            items.extend(symbol(&typed, lexicon.record()));
        }
        items.extend(fields(&typed, follows, later, lexicon));
    }
    if before(&[Sign::Colon, Sign::Equal, Sign::NotEqual]) {
        for (at, member) in members(&typed, false, lexicon).into_iter().enumerate() {
            // Only of the likeliest both that can be asked.
            let signs: &[&str] = if at == 0 && follows.is_none() { &[":", "="] } else { &[":"] };
            let item = |sign: &&str| Completion { text: member.text.clone() + &with(sign), ..member.clone() };
            items.extend(signs.iter().map(item));
        }
    }
    if !part.is_quoted() {
        items.extend(of_blocs(&typed, false));
        if follows.is_none() {
            let topic = |topic: Completion| Completion { text: format!("topic:{}", topic.text), ..topic };
            items.extend(topics(&typed, typed.len() >= 2 * FEWEST, lexicon).into_iter().map(topic));
        }
    }
    items
}

/// What may follow a sign.
fn values(part: TypedPart<'_>, head: &str, sign: Sign, lexicon: &Lexicon<'_>) -> Option<Completions> {
    let typed = part.typed();
    let items = match (sign, head.to_ascii_lowercase().as_str()) {
        (Sign::Colon, "topic") => topics(&typed, true, lexicon),
        (Sign::Colon, "session") => sessions(&typed, lexicon.record()),
        (Sign::Colon, bloc) if bloc.starts_with('@') => moods(&typed),
        (Sign::Colon, field) if FIELDS.contains(&field) => voted(field, &typed, lexicon)?,
        (Sign::Colon, _) if lexicon.member(head).is_ok() => votes(&typed, lexicon.record()),
        (Sign::NotEqual, _) => members(&typed, true, lexicon),
        (Sign::Equal, _) => return Some(alike(&part, head, lexicon)),
        _ => return None,
    };
    Some(part.proposals(items, MOST))
}

/// What may follow `USA=`: a member, or a vote and then a member.
fn alike(part: &TypedPart<'_>, head: &str, lexicon: &Lexicon<'_>) -> Completions {
    let second = lex::sign(part.text, part.span.clone()).filter(|(_, sign)| *sign == Sign::Equal);
    let (span, items) = match second {
        Some((sign, _)) if part.cursor >= sign.end => {
            let part = TypedPart { span: sign.end..part.span.end, ..*part };
            let items = members(&part.typed(), true, lexicon);
            (part.span, items)
        }
        _ => {
            let end = second.as_ref().map_or(part.span.end, |(sign, _)| sign.start);
            let vote = |state: &str| {
                let sign = if second.is_some() { "" } else { "=" };
                Completion::new(format!("{state}{sign}"), format!("both voted this way, as {head}={state}=RUS"))
            };
            let votes = ["yes", "no", "abstain"].into_iter().filter(|vote| begins(vote, &part.typed()));
            let mut items: Vec<_> = votes.map(vote).collect();
            if second.is_none() {
                items.extend(members(&part.typed(), true, lexicon));
            }
            (part.span.start..end, items)
        }
    };
    Completions::new(part.text, span, items, MOST)
}
