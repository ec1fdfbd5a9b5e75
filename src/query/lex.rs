//! A query cut into words, each with its place in the text.

use std::ops::Range;

use super::error::QueryError;

/// A word of the query: terms of which any may hold, or none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub without: bool,
    pub terms: Vec<WrittenTerm>,
}

impl Token {
    /// The word, left out or not, if it is nothing but one, without a field and without quotes.
    pub(super) fn bare(&self) -> Option<&WrittenTerm> {
        match self.terms.as_slice() {
            [word] if word.head.is_none() && !word.quoted => Some(word),
            _ => None,
        }
    }
}

/// At most `most` words without a sign before the token `at`, the nearest first: whole tokens and the last term of one that
/// has several, as in `cuba|New Zealand:no`.
pub(super) fn words_before(tokens: &[Token], at: usize, most: usize) -> Vec<&WrittenTerm> {
    let mut words = Vec::new();
    for token in tokens[..at].iter().rev().take(most) {
        let last = token.terms.last().filter(|word| !word.quoted && (word.head.is_none() || word.inherits));
        words.extend(last);
        if token.bare().is_none() {
            break;
        }
    }
    words
}

/// At most `most` words without a sign after the token `at`, the nearest first: whole tokens and the first term of one that
/// has several, as in `USA=Costa Rica|Panama`.
pub(super) fn words_after(tokens: &[Token], at: usize, most: usize) -> Vec<&WrittenTerm> {
    let mut words = Vec::new();
    for token in tokens[at + 1..].iter().take(most) {
        words.extend(token.terms.first().filter(|word| !word.quoted && word.head.is_none()));
        if token.bare().is_none() {
            break;
        }
    }
    words
}

/// A term as it is written: `field:value`, `yes>100`, `USA=no=RUS`, or a value alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct WrittenTerm {
    pub span: Range<usize>,
    /// What is before the first sign outside quotes, and the sign.
    pub head: Option<(String, Sign)>,
    /// What is after it, without quotes.
    pub value: String,
    /// Whether the value was in quotes, so that it is words whatever it says.
    pub quoted: bool,
    /// Whether what is before its sign is written with a term before it: `CHN:abstain|absent`.
    pub inherits: bool,
}

/// What joins the two sides of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    Colon,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    More,
    MoreOrEqual,
}

impl Sign {
    /// The longer ones first, since the shorter begin alike.
    const ALL: [(&'static str, Self); 7] = [
        ("!=", Self::NotEqual),
        ("<=", Self::LessOrEqual),
        (">=", Self::MoreOrEqual),
        (":", Self::Colon),
        ("=", Self::Equal),
        ("<", Self::Less),
        (">", Self::More),
    ];

    /// The sign as it is written.
    pub(super) fn text(self) -> &'static str {
        Self::ALL.iter().find(|(_, sign)| *sign == self).map_or("", |(text, _)| text)
    }
}

/// Signs by which other languages leave out.
pub(super) const NEGATIONS: [char; 6] = ['!', '~', '¬', '\u{2212}', '\u{2013}', '\u{2014}'];

/// Whether a letter begins or ends a phrase: the quote of a keyboard, or those that a word processor or a page has for it.
pub(super) fn is_quote(letter: char) -> bool {
    matches!(letter, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '＂')
}

/// The words of `text`.
pub(super) fn tokens(text: &str) -> Result<Vec<Token>, QueryError> {
    let mut tokens = Vec::new();
    for span in spans(text)? {
        let word = &text[span.clone()];
        // Other languages leave out by these; here they would be passed over, and the opposite found.
        if let Some(sign) = word.chars().next().filter(|sign| NEGATIONS.contains(sign))
            && word.chars().any(char::is_alphanumeric)
        {
            let rest = &word[sign.len_utf8()..];
            let what = format!("\"{sign}\" leaves nothing out here; write not:{rest} or -{rest}");
            return Err(QueryError::new(span, what));
        }
        let not = word.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("not:"));
        let mark = if not { 4 } else { usize::from(word.starts_with('-')) };
        let mut terms: Vec<WrittenTerm> = Vec::new();
        for part in alternatives(text, span.start + mark..span.end) {
            let mut piece = piece(text, part).map_err(|error| {
                // Where there is nothing to point at, the whole word is.
                let at = if error.span.is_empty() { span.clone() } else { error.span.clone() };
                // What is still being typed has nothing after it.
                let behind = !text[span.end..].trim().is_empty();
                let before = text[span.clone()].starts_with([':', '=', '<', '>', '!']) && span.start > 0;
                let torn = behind || before;
                let hint = if torn { "; a term has no spaces: yes>100, title:cuba, cuba|ukraine, -cuba" } else { "" };
                QueryError { span: at, what: error.what + hint, ..error }
            })?;
            // `-(cuba embargo)` would leave out no more than cuba. Around words that are all wanted it does no harm.
            let written = &text[piece.span.clone()];
            let open = written.starts_with('(') && !written.contains(')');
            if open && (mark > 0 || text[span.clone()].contains('|')) {
                let what = "a query has no parentheses; -a|b leaves out both, a|b is either";
                return Err(QueryError::new(span, what));
            }
            if piece.head.is_none()
                && let Some(first) = terms.last()
            {
                // `CHN:abstain|absent`: what is before the sign holds for what follows.
                piece.head.clone_from(&first.head);
                piece.inherits = piece.head.is_some();
            }
            terms.push(piece);
        }
        tokens.push(Token { without: mark > 0, terms });
    }
    no_operators(text, &tokens)?;
    Ok(tokens)
}

/// Refuses `OR`, `AND` and `NOT`, which other search languages have; among capitals alone they are words of old titles.
fn no_operators(text: &str, tokens: &[Token]) -> Result<(), QueryError> {
    // Beside a term with a sign they are hardly words, in small letters either.
    for (at, token) in tokens.iter().enumerate() {
        let signed = |token: Option<&Token>| token.is_some_and(|token| token.terms.iter().any(|it| it.head.is_some()));
        let (before, behind) = (signed(at.checked_sub(1).map(|at| &tokens[at])), signed(tokens.get(at + 1)));
        let Some(word) = token.bare() else { continue };
        let what = match word.value.as_str() {
            "or" if before && behind => "for either of two terms write one with | between them, as in USA:no|RUS:no",
            "and" if before && behind => "all terms must hold anyway; leave \"and\" out",
            "or" if at > 0 && at + 1 < tokens.len() => {
                "for either of two write cuba|ukraine; for the word write \"or\" in quotes"
            }
            "neither" | "nor"
                if signed(tokens.get(at + 1)) || tokens[at + 1..].iter().any(|token| signed(Some(token))) =>
            {
                "to leave out each write not: before it, as in not:USA:no not:RUS:no"
            }
            "not" | "without" | "except" | "minus" if !behind && at + 1 < tokens.len() => {
                "to leave out what follows write not: before it, as in not:nuclear; for the word write it in quotes"
            }
            "without" | "except" | "minus" | "not" if behind => {
                "to leave a term out write not: before it, as in not:USA:no"
            }
            _ => continue,
        };
        return Err(QueryError::new(word.span.clone(), what));
    }
    if !text.chars().any(char::is_lowercase) {
        return Ok(());
    }
    for word in tokens.iter().filter_map(Token::bare) {
        let what = match word.value.as_str() {
            "OR" => "for either of two write cuba|ukraine",
            "AND" => "all words are required anyway; leave it out",
            "NOT" => "to leave a word out write -nuclear or not:nuclear",
            _ => continue,
        };
        return Err(QueryError::new(
            word.span.clone(),
            format!("{what}; as a word write \"{}\" in quotes", word.value),
        ));
    }
    Ok(())
}

/// Refuses `and` and `or` before a term with a sign, or between one and another word. Names that these join are told of
/// before.
pub(super) fn no_joiners(tokens: &[Token]) -> Result<(), QueryError> {
    let signed = |token: &Token| token.terms.iter().any(|term| term.head.is_some());
    for (at, token) in tokens.iter().enumerate() {
        let next = tokens.get(at + 1);
        let before = at.checked_sub(1).is_some_and(|at| signed(&tokens[at])) && next.is_some();
        let Some(word) = token.bare().filter(|_| before || next.is_some_and(signed)) else { continue };
        let what = match word.value.as_str() {
            "and" => "all terms must hold anyway; leave \"and\" out, or for the word write it in quotes",
            "or" => {
                "for either of two terms write | between them, as in USA:no|RUS:no; for the word write it in quotes"
            }
            _ => continue,
        };
        return Err(QueryError::new(word.span.clone(), what));
    }
    Ok(())
}

/// Where the words are: white space ends one, but not between quotes.
fn spans(text: &str) -> Result<Vec<Range<usize>>, QueryError> {
    let mut spans = Vec::new();
    let mut start = None;
    let mut quote = None;
    for (at, letter) in text.char_indices() {
        if is_quote(letter) {
            quote = if quote.is_some() { None } else { Some(at) };
        } else if quote.is_none() && letter.is_whitespace() {
            spans.extend(start.take().map(|start| start..at));
            continue;
        }
        start.get_or_insert(at);
    }
    if let Some(at) = quote {
        return Err(QueryError::new(at..text.len(), "a quote is left open; end it with \""));
    }
    spans.extend(start.map(|start| start..text.len()));
    Ok(spans)
}

/// The parts of a word between `|` outside quotes.
pub(super) fn alternatives(text: &str, span: Range<usize>) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = span.start;
    for at in unquoted(text, span.clone()).filter(|&at| text[at..].starts_with('|')) {
        parts.push(start..at);
        start = at + 1;
    }
    parts.push(start..span.end);
    parts
}

fn piece(text: &str, span: Range<usize>) -> Result<WrittenTerm, QueryError> {
    let (head, value) = match sign(text, span.clone()) {
        Some((at, sign)) => (Some((plain(&text[span.start..at.start]), sign)), at.end..span.end),
        None => (None, span.clone()),
    };
    let value = &text[value];
    let what = match &head {
        Some((head, sign)) if head.is_empty() => format!("nothing comes before \"{}\"", sign.text()),
        Some((head, sign)) if value.is_empty() => format!("nothing follows \"{head}{}\"", sign.text()),
        None if value.is_empty() => "a word is missing here".to_owned(),
        _ => {
            return Ok(WrittenTerm {
                span,
                head,
                value: plain(value),
                quoted: value.contains(is_quote),
                inherits: false,
            });
        }
    };
    Err(QueryError::new(span, what))
}

/// The first sign in `span` outside quotes, and where it is.
pub(super) fn sign(text: &str, span: Range<usize>) -> Option<(Range<usize>, Sign)> {
    unquoted(text, span.clone()).find_map(|at| {
        let sign = Sign::ALL.into_iter().find(|(written, _)| text[at..span.end].starts_with(written));
        sign.map(|(written, sign)| (at..at + written.len(), sign))
    })
}

/// The places in `span` that are outside quotes.
fn unquoted(text: &str, span: Range<usize>) -> impl Iterator<Item = usize> {
    let mut quoted = false;
    text[span.clone()].char_indices().filter_map(move |(at, letter)| {
        quoted ^= is_quote(letter);
        (!quoted).then_some(span.start + at)
    })
}

pub(super) fn plain(text: &str) -> String {
    text.replace(is_quote, "")
}
