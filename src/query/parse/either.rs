//! What is asked with `|`: that no reader could take it for another question.

use super::super::error::QueryError;
use super::super::lex::{Sign, Token, WrittenTerm};
use super::super::lexicon::Lexicon;
use super::super::parts::Query;
use super::super::term::Term;
use super::field::count;
use super::fields::FIELDS;
use super::single::parse;
use super::votes::is_vote;

/// Refuses `USA|RUS:no` and `palestine|topic:ukraine`: a word without a sign that would mean something with that of a
/// term behind it.
pub(super) fn each_by_itself(text: &str, token: &Token, lexicon: &Lexicon<'_>) -> Result<(), QueryError> {
    for (at, word) in token.terms.iter().enumerate() {
        let behind = token.terms[at + 1..].iter().find(|term| term.head.is_some());
        // A name of several words has quotes whatever it is meant as.
        let may_be_name = !word.quoted || word.value.contains(' ') && lexicon.names().exactly(&word.value).is_some();
        let Some(term) = behind.filter(|_| word.head.is_none() && may_be_name) else { continue };
        if let Some(meant) = with_sign_of(text, word, term, lexicon) {
            // All of the words that lack the sign, and a bloc with its @.
            let whole = token.terms.iter().map(|other| {
                let own = text[other.span.clone()].to_owned();
                let bare = other.head.is_none() && other.span.start < term.span.start;
                let bloc = other.head.as_ref().filter(|(head, _)| {
                    !other.inherits
                        && !head.starts_with('@')
                        && lexicon.names().exactly(head).is_none()
                        && lexicon.bloc(head).is_some()
                });
                match bloc {
                    _ if bare => with_sign_of(text, other, term, lexicon).unwrap_or(own),
                    Some(_) => format!("@{own}"),
                    None => own,
                }
            });
            let whole = whole.collect::<Vec<_>>().join("|");
            let quoted = token.terms.iter().map(|other| {
                let own = &text[other.span.clone()];
                if other.head.is_none() && !other.quoted { format!("\"{own}\"") } else { own.to_owned() }
            });
            let quoted = quoted.collect::<Vec<_>>().join("|");
            let word_form = if meant.starts_with('"') {
                String::new()
            } else {
                format!(", or {quoted} to look for the word in texts")
            };
            return Err(QueryError::new(
                word.span.clone(),
                format!("\"{}\" has no sign: write {whole}{word_form}", word.value),
            ));
        }
    }
    Ok(())
}

/// The word with the sign of a term behind it, if that means something: `USA:no`, `topic:palestine`, `yes>100`.
fn with_sign_of(text: &str, word: &WrittenTerm, term: &WrittenTerm, lexicon: &Lexicon<'_>) -> Option<String> {
    let (head, sign) = term.head.as_ref()?;
    let (written, value) = (&word.value, &text[term.span.clone()]);
    let field = head.to_ascii_lowercase();
    let is_field = FIELDS.contains(&field.as_str());
    // A member, a bloc or a count before the sign.
    let behind = value.find(sign.text()).map(|at| &value[at..])?;
    let is_name = lexicon.names().exactly(written).is_some() || lexicon.names().calls_somebody(written);
    let same_kind = match (is_field, count(&field)) {
        (_, Some(_)) => count(&written.to_ascii_lowercase()).is_some(),
        (true, None) => FIELDS.contains(&written.to_ascii_lowercase().as_str()),
        (false, None) => is_name || written.starts_with('@') || lexicon.bloc(written).is_some(),
    };
    if same_kind {
        let at = if !is_name && !written.starts_with('@') && lexicon.bloc(written).is_some() { "@" } else { "" };
        let written = if written.contains(' ') { format!("\"{written}\"") } else { written.clone() };
        return Some(format!("{at}{written}{behind}"));
    }
    // Or a value behind it. Words may be meant as words.
    let meant = format!("{head}{}{written}", sign.text());
    let valued = is_field && !["title", "agenda", "subjects", "symbol"].contains(&field.as_str());
    (valued && Query::parse(&meant, lexicon).is_ok()).then_some(meant)
}

/// What to say of a term that is read with the sign of one before it and can't be, for which `what` was to be said:
/// `RUS:no|USA`, `year:2022|cuba`.
pub(super) fn meant(
    text: &str,
    token: &Token,
    piece: &WrittenTerm,
    what: &str,
    lexicon: &Lexicon<'_>,
) -> Option<String> {
    if !piece.inherits {
        return alone_with_most(text, token, piece, lexicon).or_else(|| alike_in_several(token, piece, lexicon));
    }
    let first = token.terms.iter().find(|first| first.head.is_some() && !first.inherits)?;
    let (written, first_text) = (&text[piece.span.clone()], &text[first.span.clone()]);
    if with_sign_of(text, piece, first, lexicon).is_some() {
        // All of them, each that lacks a sign with that of the first.
        let each = token.terms.iter().map(|term| {
            let own = text[term.span.clone()].to_owned();
            if !term.inherits {
                return own;
            }
            let valued = parse(term, lexicon).is_ok().then(|| {
                let (head, sign) = first.head.as_ref().map_or(("", ":"), |(head, sign)| (head.as_str(), sign.text()));
                format!("{head}{sign}{own}")
            });
            valued.or_else(|| with_sign_of(text, term, first, lexicon)).unwrap_or(own)
        });
        return Some(format!("\"{written}\" has no sign: write {}", each.collect::<Vec<_>>().join("|")));
    }
    let alone = WrittenTerm { head: None, ..piece.clone() };
    parse(&alone, lexicon).ok()?;
    let ways = [format!("{written}|{first_text}"), format!("\"{written}\"|{first_text}")];
    let way = ways.into_iter().find(|way| Query::parse(way, lexicon).is_ok())?;
    Some(format!("{what}; the sign holds for both: to ask for either, write {way}"))
}

/// How `alone:USA|ISR<=3` is written, whose last member has a count and no field.
fn alone_with_most(text: &str, token: &Token, piece: &WrittenTerm, lexicon: &Lexicon<'_>) -> Option<String> {
    let (name, sign) = piece.head.as_ref().filter(|(_, sign)| matches!(sign, Sign::Less | Sign::LessOrEqual))?;
    let is_alone = |term: &WrittenTerm| term.head.as_ref().is_some_and(|(head, _)| head.eq_ignore_ascii_case("alone"));
    token.terms.first().filter(|first| is_alone(first))?;
    lexicon.names().exactly(name)?;
    let most = format!("{}{}", sign.text(), piece.value);
    let each = token.terms.iter().map(|term| {
        let own = &text[term.span.clone()];
        let (field, counted) = (if is_alone(term) && !term.inherits { "" } else { "alone:" }, own.contains('<'));
        format!("{field}{own}{}", if counted { "" } else { &most })
    });
    let written = each.collect::<Vec<_>>().join("|");
    Query::parse(&written, lexicon).ok()?;
    Some(format!("each member has its own count: write {written}"))
}

/// How `USA=RUS=no|yes` is written.
fn alike_in_several(token: &Token, piece: &WrittenTerm, lexicon: &Lexicon<'_>) -> Option<String> {
    let (head, sign) = piece.head.as_ref().filter(|(_, sign)| *sign == Sign::Equal)?;
    let (member, vote) = piece.value.split_once('=').filter(|(_, vote)| is_vote(vote))?;
    let others = token.terms.iter().filter(|other| other.inherits).map(|other| other.value.as_str());
    let votes: Vec<_> = [vote].into_iter().chain(others).collect();
    let written =
        votes.iter().map(|vote| format!("{head}{0}{vote}{0}{member}", sign.text())).collect::<Vec<_>>().join("|");
    let reads = votes.len() > 1 && votes.iter().all(|vote| is_vote(vote)) && Query::parse(&written, lexicon).is_ok();
    reads.then(|| format!("two members that voted alike and so are written {written}"))
}

/// Refuses `USA=yes|RUS`, which asks for a vote and for a member behind one sign.
pub(super) fn one_kind(text: &str, token: &Token, terms: &[Term]) -> Result<(), QueryError> {
    let pieces = || token.terms.iter().zip(terms);
    let votes = |term: &Term| matches!(term, Term::Vote(..));
    let pairs = |term: &Term| matches!(term, Term::Alike(..) | Term::AlikeIn(..));
    let mixed = pieces().find(|(piece, term)| {
        let other = |test: &dyn Fn(&Term) -> bool| {
            pieces().any(|(other, term)| other.span.start < piece.span.start && other.head == piece.head && test(term))
        };
        piece.inherits && (votes(term) && other(&pairs) || pairs(term) && other(&votes))
    });
    let Some((piece, term)) = mixed else { return Ok(()) };
    let before = &text[token.terms[0].span.start..piece.span.start];
    let what = format!("a vote and a member can't share a sign: write {before}{term}");
    Err(QueryError::new(piece.span.clone(), what))
}
