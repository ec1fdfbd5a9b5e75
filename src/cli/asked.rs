//! The arguments that say which roll calls and which members: read, or refused with what to write.

use crate::answer::Window;
use crate::link::{Link, LinkedView};
use crate::query::{
    self, Expression, Lexicon, Query, Quoting, SymbolError, Universe, find_text, hints, is_joiner, names_one,
    shell_quoted, torn_name, written,
};
use crate::record::{Body, MemberId, Record, RollCallId, RollCallSet};

use super::failure::Failure;
use super::output;
use super::sides::{command, in_one};

/// The roll calls that a command is asked about.
pub(super) struct Asked {
    text: String,
    query: Query,
    /// Which they are.
    pub set: RollCallSet,
}

impl Asked {
    /// The roll calls of a query, each word of it an argument or several in one.
    pub(super) fn new(words: &[String], lexicon: &Lexicon<'_>) -> Result<Self, Failure> {
        Self::in_explorer(words, lexicon)?.of_one_body(lexicon)
    }

    /// The same, in the universe of a roll call where the query does not ask for that: a symbol says which votes it is about.
    pub(super) fn around(words: &[String], id: RollCallId, lexicon: &Lexicon<'_>) -> Result<Self, Failure> {
        let record = lexicon.record();
        let asked = Self::new(words, lexicon)?;
        if asked.query.universe(record).contains(record.rollcall(id)) {
            return Ok(asked);
        }
        let universe = Universe::around(record, &record.only(id)).terms().to_owned();
        Self::new(&[words, &[universe]].concat(), lexicon)
    }

    /// Those that the explorer opens on: a number that both bodies have gives both.
    pub(super) fn in_explorer(words: &[String], lexicon: &Lexicon<'_>) -> Result<Self, Failure> {
        let text = words.join(" ");
        let query = Query::parse(&text, lexicon).map_err(|error| Failure::pointed("query", &text, &error))?;
        Ok(Self { set: query.run(lexicon), text, query })
    }

    /// The roll calls of a query after members' names or blocs, where a bare name is no word to look for.
    pub(super) fn beside_names(words: &[String], lexicon: &Lexicon<'_>) -> Result<Self, Failure> {
        let text = words.join(" ");
        let parts = words.windows(2).find(|pair| pair[0] == "by" && ["year", "session", "topic"].contains(&&*pair[1]));
        if let Some([_, part]) = parts {
            return Err(Failure::Bad(format!("for figures by {part} write --by {part}")));
        }
        let query = Query::parse_beside_names(&text, Quoting::Shell, lexicon);
        let query = query.map_err(|error| Failure::pointed("query", &text, &error))?;
        Self { set: query.run(lexicon), text, query }.of_one_body(lexicon)
    }

    /// Refuses a bare number that both bodies have.
    fn of_one_body(self, lexicon: &Lexicon<'_>) -> Result<Self, Failure> {
        let number = self.text.trim();
        if !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) {
            let record = lexicon.record();
            let ids: Vec<_> = self.set.iter().collect();
            let has = |body| ids.iter().any(|&id| record.rollcall(id).body == body);
            if Body::ALL.into_iter().all(has) {
                return Err(Failure::no_symbol(record, number, &SymbolError::Several(ids)));
            }
        }
        Ok(self)
    }

    /// What the explorer opens on: the roll call, or the text without one, that a symbol names, or the list of those asked for.
    pub(super) fn link(self, record: &Record) -> Option<Link> {
        let text = self.set.is_empty().then(|| find_text(record, &self.text)).flatten();
        match self.set.iter().collect::<Vec<_>>().as_slice() {
            _ if self.text.trim().is_empty() => None,
            &[id] if self.query.is_a_symbol() => Some(Link::new(LinkedView::Show(id), String::new())),
            _ => Some(match text {
                Some(id) => Link::new(LinkedView::Text(id), String::new()),
                None => Link::new(LinkedView::Votes, self.text),
            }),
        }
    }

    /// Without the unanimous ones.
    pub(super) fn contested(self, lexicon: &Lexicon<'_>) -> Result<Self, Failure> {
        Self::new(&[format!("{} contested", self.query).trim().to_owned()], lexicon)
    }

    /// The query, as it was understood.
    pub(super) fn query(&self) -> &Query {
        &self.query
    }

    /// The window that it is.
    pub(super) fn window(&self, lexicon: &Lexicon<'_>) -> Window {
        Window::of(lexicon, &self.query, &self.set)
    }

    /// The end of a command that has answered: what the query may have been meant as, and whether anything matched.
    pub(super) fn end(&self, lexicon: &Lexicon<'_>) -> Result<(), Failure> {
        if self.set.is_empty() {
            return Err(Failure::Nothing(query::nothing_matched(&self.text, lexicon)));
        }
        let hints = hints(&self.text, lexicon);
        if !hints.is_empty() {
            output::say(&hints.join("; "));
        }
        Ok(())
    }
}

/// The member that an argument names, with the query in `rest` behind it.
pub(super) fn member(name: &str, rest: &[String], lexicon: &Lexicon<'_>) -> Result<MemberId, Failure> {
    if let Some(id) = lexicon.record().members().by_code(name) {
        return Ok(id);
    }
    let rest: Vec<_> = rest.iter().map(String::as_str).collect();
    if let Some(bloc) = lexicon.bloc_in_place_of_a_member(name) {
        let bloc = command(&[format!("@{}", written(&bloc))], &rest);
        let name = name.escape_debug();
        return Err(Failure::Bad(format!("\"{name}\" is a bloc, not a member; for a bloc write: {bloc}")));
    }
    // `Trinidad & Tobago` is one name.
    let is_and = lexicon.names().exactly(&name.replace(" & ", " and ")).is_some();
    if name.contains(['+', '&', '(']) && !is_and && Expression::parse(name, lexicon).is_ok() {
        let bloc = command(&[name.to_owned()], &rest);
        return Err(Failure::Bad(format!("\"{}\" is several members; write: {bloc}", name.escape_debug())));
    }
    if lexicon.names().exactly(name).is_none()
        && !is_and
        && let Some(said) = in_one(name, &rest, lexicon)
    {
        return Err(Failure::Bad(said));
    }
    lexicon.member(name).map_err(Failure::Bad)
}

/// Refuses a name that lost its quotes: of `arguments`, which a shell has parted, the first `names` are names.
pub(super) fn names_in_one_piece<'a>(
    command: &str,
    arguments: impl IntoIterator<Item = &'a String>,
    names: usize,
    lexicon: &Lexicon<'_>,
) -> Result<(), Failure> {
    let arguments: Vec<_> = arguments.into_iter().map(String::as_str).collect();
    if are_codes(&arguments, names, lexicon) {
        return Ok(());
    }
    if let Some(run) = torn_name(&arguments, names, lexicon) {
        let name = arguments[run].join(" ");
        // An expression has quotes of its own around a name.
        let written = if command == "bloc" { quoted(&format!("\"{name}\"")) } else { quoted(&name) };
        let code = lexicon.member(&name).map(|id| lexicon.record().code(id).to_owned());
        let code = code.map_or_else(|_| String::new(), |code| format!(", or {code}"));
        return Err(Failure::Bad(format!("{} is one name: put it in quotes, {written}{code}", name.escape_debug())));
    }
    no_bloc_in_pieces(&arguments, names, lexicon)?;
    // A name that is none by itself, before a word that may be the rest of it: `Indian Ocean`.
    let (Some(name), Some(next)) = (names.checked_sub(1).and_then(|at| arguments.get(at)), arguments.get(names)) else {
        return Ok(());
    };
    let is_word =
        next.starts_with(char::is_alphanumeric) && !next.contains([':', '=', '<', '>', '"', ' ', '|', '(', '/']);
    let part = lexicon.names().exactly(name).is_none() && lexicon.names().resolve(name).is_ok();
    if is_word && part && !names_one(next, lexicon) && !next.starts_with(|c: char| c.is_ascii_digit()) {
        let id = lexicon.member(name).map_err(Failure::Bad)?;
        let both = quoted(&format!("{name} {next}"));
        return Err(Failure::Bad(format!(
            "\"{}\" is not a whole name: write {} for {}, or {both} if both words are one name",
            name.escape_debug(),
            lexicon.record().code(id),
            lexicon.record().name(id)
        )));
    }
    Ok(())
}

/// Whether the names are codes of members and no word of the query behind them could belong to one: nothing is torn or
/// joined there.
pub(super) fn are_codes(arguments: &[&str], names: usize, lexicon: &Lexicon<'_>) -> bool {
    let Some((names, query)) = arguments.split_at_checked(names) else { return false };
    let is_code = |name: &&str| lexicon.record().members().by_code(name).is_some();
    names.iter().all(is_code) && query.iter().all(|word| word.contains([':', '=', '<', '>']))
}

/// Refuses a bloc's name in pieces where a member's is wanted: `African Union`.
fn no_bloc_in_pieces(arguments: &[&str], names: usize, lexicon: &Lexicon<'_>) -> Result<(), Failure> {
    for start in 0..names.min(arguments.len()) {
        for end in (start + 2..=arguments.len().min(start + 6)).rev() {
            let name = arguments[start..end].join(" ");
            if let Some(bloc) = lexicon.bloc_called(&name).filter(|_| !name.contains(['@', '+', '&', '-', '('])) {
                let bloc = shell_quoted(&format!("@{}", written(&bloc)));
                let name = name.escape_debug();
                return Err(Failure::Bad(format!("\"{name}\" is a bloc: write {bloc}, as in: plenary bloc {bloc}")));
            }
        }
    }
    Ok(())
}

/// Refuses a word such as `and` between two names: of `arguments` the first `names` are names.
pub(super) fn no_joiners<'a>(
    command: &str,
    arguments: impl IntoIterator<Item = &'a String>,
    names: usize,
    lexicon: &Lexicon<'_>,
) -> Result<(), Failure> {
    let arguments: Vec<_> = arguments.into_iter().map(String::as_str).collect();
    if are_codes(&arguments, names, lexicon) {
        return Ok(());
    }
    // Behind all names it may be a word of the query, unless another name follows.
    let joins = |at: usize| {
        let next = arguments.get(at + 1);
        (is_joiner(arguments[at]) || command == "bloc" && set_sign(arguments[at]).is_some())
            && next.is_some_and(|next| at < names || next.starts_with('@') || names_one(next, lexicon))
    };
    // `State of Palestine`: who has not named anybody yet is told of that.
    if command == "agree" && arguments.first().is_some_and(|first| lexicon.member(first).is_err()) {
        return Ok(());
    }
    let Some(at) = (1..=names).take_while(|&at| at < arguments.len()).find(|&at| joins(at)) else { return Ok(()) };
    if command == "bloc"
        && let Some(sign) = set_sign(arguments[at])
    {
        let whole = format!("{}{sign}{}", arguments[at - 1], arguments[at + 1]);
        return Err(Failure::Bad(format!(
            "\"{}\" joins the words around it into one expression: write plenary bloc {}",
            arguments[at],
            quoted(&whole)
        )));
    }
    let (joiner, others) = (arguments[at].escape_debug(), [&arguments[..at], &arguments[at + 1..]].concat());
    let code = |name: &str| match lexicon.names().exactly(name) {
        Some(id) => lexicon.record().code(id).to_owned(),
        None => shell_quoted(name),
    };
    let others: Vec<_> = others.into_iter().map(code).collect();
    let member = lexicon.names().exactly(arguments[at]).map(|id| lexicon.record().name(id));
    let or = member.map_or_else(String::new, |name| format!("; for {name} write {}", shell_quoted(name)));
    Err(Failure::Bad(format!("leave \"{joiner}\" out: plenary {command} {}{or}", others.join(" "))))
}

/// The sign of expressions that is, or is spelt out, in an argument of its own.
fn set_sign(word: &str) -> Option<char> {
    match word.to_lowercase().as_str() {
        "+" | "|" | "plus" => Some('+'),
        "-" | "\u{2212}" | "\u{2013}" | "minus" | "without" | "except" | "less" => Some('-'),
        "&" => Some('&'),
        _ => None,
    }
}

fn quoted(name: &str) -> String {
    format!("'{}'", name.replace('\'', r"'\''"))
}
