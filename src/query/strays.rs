//! Names where only a query is expected: after a member or a bloc, a bare word that is a name or a code is hardly meant
//! as a word to look for in texts.

use std::ops::Range;

use super::lex::{Token, WrittenTerm};
use super::lexicon::Lexicon;
use super::shell::shell_quoted;
use super::{QueryError, written};

/// Where a query is written, which says how its quotes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quoting {
    /// In a line of the explorer.
    Plain,
    /// In a shell, which takes quotes away.
    Shell,
}

impl Quoting {
    /// A text in quotes, as it is written there.
    fn quoted(self, text: &str) -> String {
        let quoted = format!("\"{text}\"");
        if self == Self::Shell { shell_quoted(&quoted) } else { quoted }
    }
}

/// How many words may be one name.
const LONGEST: usize = 10;

/// Three-letter codes that are English words.
const WORDS: [&str; 4] = ["and", "are", "can", "per"];

/// Words between two names, in any letters.
const JOINERS: [&str; 10] = ["and", "or", "vs", "vs.", "versus", "v", "with", "against", "than", "plus"];

/// Words between two names in small letters; in capitals they are codes.
const SMALL_JOINERS: [&str; 13] = ["to", "in", "is", "at", "by", "on", "of", "as", "so", "no", "for", "from", "be"];

/// Whether a word only joins two names.
pub fn is_joiner(word: &str) -> bool {
    JOINERS.contains(&word.to_lowercase().as_str())
        || SMALL_JOINERS.contains(&word)
        || !word.is_empty() && !word.contains(char::is_alphanumeric)
}

/// Whether a word or a sign joins two names whatever its letters are.
pub(super) fn joins_names(word: &str) -> bool {
    JOINERS.contains(&word.to_lowercase().as_str()) || word.chars().all(|c| ",;/|&+".contains(c))
}

/// Whether a bare argument is exactly a member's name or code, as it is written among the words of a query: codes of two
/// letters in capitals, of three in any but where they are words.
pub fn names_one(word: &str, lexicon: &Lexicon<'_>) -> bool {
    let bare = word.chars().next().is_some_and(char::is_alphanumeric) && !word.contains('"');
    bare && is_stray(word, lexicon) && lexicon.names().exactly(word).is_some()
}

/// Refuses bare words that name a member or a bloc, each alone or together with those beside it.
pub(super) fn no_strays(tokens: &[Token], quoting: Quoting, lexicon: &Lexicon<'_>) -> Result<(), QueryError> {
    for (at, token) in tokens.iter().enumerate() {
        let run: Vec<_> = tokens[at..].iter().map_while(Token::bare).take(LONGEST).collect();
        for many in (2..=run.len()).rev() {
            let name = joined(&run[..many]);
            let ends = [run[0], run[many - 1]].into_iter().any(|word| is_joiner(&word.value));
            let joined = run[..many].iter().any(|word| is_joiner(&word.value));
            if !ends
                && (!joined && lexicon.names().spells(&name)
                    || lexicon.names().is_name(&name)
                    || lexicon.bloc_called(&name).is_some())
            {
                let span = run[0].span.start..run[many - 1].span.end;
                return Err(error(&name, span, quoting, lexicon));
            }
        }
        let beside = [at.checked_sub(1).map(|at| &tokens[at]), tokens.get(at + 1)];
        if let Some(word) = token.bare().filter(|word| JOINERS.contains(&word.value.to_lowercase().as_str()))
            && beside.iter().any(|token| token.and_then(Token::bare).is_none())
        {
            let what = format!(
                "\"{0}\" joins nothing here: leave it out, or write {1} for the word",
                word.value,
                quoting.quoted(&word.value)
            );
            return Err(QueryError::new(word.span.clone(), what));
        }
        let bare = token.terms.iter().filter(|word| word.head.is_none() && !word.quoted);
        for word in bare {
            if is_stray(&word.value, lexicon) {
                return Err(error(&word.value, word.span.clone(), quoting, lexicon));
            }
        }
    }
    Ok(())
}

fn joined(words: &[&WrittenTerm]) -> String {
    words.iter().map(|word| word.value.as_str()).collect::<Vec<_>>().join(" ")
}

/// Whether a word alone is a name or a code.
pub(super) fn is_stray(word: &str, lexicon: &Lexicon<'_>) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let letters = word.chars().count();
    let code = match letters {
        2 => word.chars().all(|c| c.is_ascii_uppercase()),
        3 => !WORDS.contains(&word),
        _ => false,
    };
    let names = lexicon.names();
    // `uk` and `us` are names as much as codes.
    code && names.exactly(word).is_some()
        || letters == 2 && names.is_name(word)
        || letters > 2 && !WORDS.contains(&word) && names.calls_somebody(word)
        || letters > 1 && lexicon.bloc_called(word).is_some()
}

/// What to say of a name among the words of a query.
fn error(name: &str, span: Range<usize>, quoting: Quoting, lexicon: &Lexicon<'_>) -> QueryError {
    let word = quoting.quoted(name);
    let name = name.trim_matches(|c: char| !c.is_alphanumeric());
    let topic = lexicon.topics().iter().find(|topic| topic.name.eq_ignore_ascii_case(name));
    let topic = topic.map_or_else(String::new, |topic| format!(" or topic:{}", topic.name));
    let members = lexicon.record().members();
    let what = match lexicon.member(name) {
        Ok(id) => {
            let member = members.get(id);
            format!("that names {}: write {}:yes for its vote, {word}{topic} for the word", member.name, member.code)
        }
        Err(_) => match lexicon.bloc_called(name) {
            Some(bloc) => {
                let bloc = written(&bloc);
                format!("that is a bloc: write @{bloc}:yes for its vote, {word}{topic} for the word")
            }
            None => {
                format!("that names more than one member: write a code and :yes for its vote, {word} for the word")
            }
        },
    };
    QueryError::new(span, what)
}

/// The words of `arguments`, of which the first `names` are names each, that are one name and lost their quotes: how
/// many of them there are and where they begin. At least one is a name's, and none has quotes or a sign.
pub fn torn_name(arguments: &[&str], names: usize, lexicon: &Lexicon<'_>) -> Option<Range<usize>> {
    let plain =
        |text: &&&str| !text.contains(['"', ':', '=', '<', '>', '|', '@', '+', '(', ')']) && !text.trim().is_empty();
    (0..names.min(arguments.len())).find_map(|start| {
        let run: Vec<_> = arguments[start..].iter().take(LONGEST).take_while(plain).copied().collect();
        let many = (2..=run.len()).rev().find(|&many| {
            let inner = run[1..many - 1].iter().chain(&run[many - 1..many]);
            let ends = is_joiner(run[0]) || is_joiner(run[many - 1]);
            let codes = inner.clone().any(|word| word.chars().count() < 3);
            let the = run[0].eq_ignore_ascii_case("the");
            let name = run[usize::from(the)..many].join(" ");
            // Two names beside each other, Serbia and Montenegro, are two.
            let apart = run[..many].iter().all(|word| names_one(word, lexicon));
            // A name before another of several words, `Israel State of Palestine`, is no part of it.
            let rest = &run[1..];
            let next = || (2..=rest.len()).any(|many| lexicon.names().is_name(&rest[..many].join(" ")));
            let apart = apart || start + 1 < names && names_one(run[0], lexicon) && next();
            // `Israel State of Palestine`: a word after "of" belongs to it.
            let of = arguments[start + many..].iter().take_while(|word| ["of", "the"].contains(*word)).count();
            let goes_on = of > 0
                && arguments.get(start + many + of).is_some_and(|next| plain(&next) && !names_one(next, lexicon));
            !ends && !apart && !goes_on && (lexicon.names().is_name(&name) || !codes && lexicon.names().spells(&name))
        })?;
        let behind = run[many..].iter().take_while(|word| ["of", "the"].contains(*word)).count();
        Some(start..start + many + behind)
    })
}
