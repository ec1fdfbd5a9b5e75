//! Bloc expressions: text into a set of members.
//!
//! `USA+RUS+ISR` is a union, `@EU-HUN` a difference, `@EU&@NATO` an intersection, which binds tightest; parentheses;
//! `yes(ES-11/6)` are those that voted this way, `all` is everybody, `@name` a bloc.

mod other_signs;
mod remarks;

use std::fmt;
use std::ops::Range;

use crate::record::{MemberId, MemberSet, State, Text};

use super::bloc_name::{key, written};
use super::error::{BlocError, ErrorPlace, QueryError};
use super::lex::is_quote;
use super::lexicon::Lexicon;
use super::membership::{Join, Membership};
use super::nearest::did_you_mean;
use super::plain_name::without_signs;
use super::symbol;

/// How deep parentheses may nest, those of saved blocs within them counted too.
const DEEPEST: usize = 64;

/// How deep saved blocs may nest: each may name several, so that what is to be read doubles with every step or worse.
const DEEPEST_BLOC: usize = 16;

/// A set of members as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expression {
    root: Node,
    members: Membership,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Node {
    All,
    Member(Text),
    /// The name as it is shown, in quotes where it needs them.
    Bloc(String),
    Voted(State, String),
    Join(Join, Box<Node>, Box<Node>),
}

fn sign(join: Join) -> char {
    match join {
        Join::Union => '+',
        Join::Difference => '-',
        Join::Intersection => '&',
    }
}

impl Expression {
    /// Reads an expression.
    ///
    /// # Errors
    /// At the first word that is not understood: where it is and what would be.
    pub fn parse(text: &str, lexicon: &Lexicon<'_>) -> Result<Self, QueryError> {
        let read = |text: &str| parse_nested(text, lexicon, &Within::default());
        read(text).map_err(|error| {
            let ways = [other_signs::written_here(text), other_signs::names_with_spaces(text, lexicon)];
            let here = ways.into_iter().flatten().find_map(|(what, written)| Some((what, read(&written).ok()?)));
            here.map_or(error.clone(), |(what, here)| QueryError { what: format!("{what} {here}"), ..error })
        })
    }

    /// Who is in it, day by day.
    pub fn members(&self) -> &Membership {
        &self.members
    }
}

/// What an expression is read within.
#[derive(Clone, Debug, Default)]
pub(super) struct Within {
    /// How many parentheses are open.
    depth: usize,
    /// The keys of the saved blocs, from the outermost on.
    blocs: Vec<String>,
}

fn parse_nested(text: &str, lexicon: &Lexicon<'_>, within: &Within) -> Result<Expression, QueryError> {
    if let Some(bloc) =
        lexicon.bloc_called(text).filter(|_| text.trim().contains(' ') && !text.contains(['@', '"', '-']))
    {
        return Err(QueryError::new(
            0..text.len(),
            format!("\"{}\" is a bloc: write @{}", text.trim(), written(&bloc)),
        ));
    }
    let mut parser = Parser { text, at: 0, within: within.clone(), lexicon };
    let (root, members) = parser.sum()?;
    match parser.peek() {
        None => Ok(Expression { root, members }),
        Some(next) => {
            let what = format!("\"{next}\" is not expected here; join members by + - or &");
            Err(QueryError::new(parser.at..parser.at + next.len_utf8(), what))
        }
    }
}

struct Parser<'t, 'l, 'r> {
    text: &'t str,
    at: usize,
    within: Within,
    lexicon: &'l Lexicon<'r>,
}

type Parsed = Result<(Node, Membership), QueryError>;

impl Parser<'_, '_, '_> {
    /// The next letter that is no space.
    fn peek(&mut self) -> Option<char> {
        let rest = &self.text[self.at..];
        self.at += rest.len() - rest.trim_start().len();
        self.text[self.at..].chars().next()
    }

    fn sum(&mut self) -> Parsed {
        let mut left = self.product()?;
        loop {
            let join = match self.peek() {
                Some('+') => Join::Union,
                Some('-') => Join::Difference,
                _ => return Ok(left),
            };
            self.at += 1;
            let right = self.product()?;
            left = joined(join, left, right);
        }
    }

    fn product(&mut self) -> Parsed {
        let mut left = self.operand()?;
        while self.peek() == Some('&') {
            self.at += 1;
            let right = self.operand()?;
            left = joined(Join::Intersection, left, right);
        }
        Ok(left)
    }

    fn operand(&mut self) -> Parsed {
        let start = self.at;
        match self.peek() {
            None => Err(QueryError::new(
                start.min(self.text.len())..self.text.len(),
                "a member, a bloc such as @EU or a vote such as yes(ES-11/6) is missing here",
            )),
            Some('(') => self.group(),
            Some('@') => {
                self.at += 1;
                let (name, span) = self.bloc_name()?;
                self.bloc(&name, span.start - 1..span.end)
            }
            Some(_) => {
                let quoted = self.text[self.at..].starts_with(is_quote);
                let (name, span) = self.name()?;
                let state = State::OF_MEMBERS.into_iter().find(|state| name.eq_ignore_ascii_case(state.word()));
                match state {
                    Some(state) if !quoted && self.peek() == Some('(') => self.voted(state),
                    _ if !quoted && name.eq_ignore_ascii_case("all") => {
                        let everybody = self.lexicon.record().members().iter().map(|(id, _)| id).collect();
                        Ok((Node::All, Membership::always(everybody)))
                    }
                    _ => {
                        if !quoted {
                            self.no_hyphen(&name, span.start)?;
                        }
                        self.member(&name, span)
                    }
                }
            }
        }
    }

    fn group(&mut self) -> Parsed {
        let open = self.at;
        self.within.depth += 1;
        if self.within.depth > DEEPEST {
            return Err(QueryError::new(open..open + 1, "parentheses nest too deep"));
        }
        self.at += 1;
        let inner = self.sum()?;
        if self.peek() != Some(')') {
            return Err(QueryError::new(open..self.at, "a parenthesis is left open; end it with )"));
        }
        self.at += 1;
        self.within.depth -= 1;
        Ok(inner)
    }

    /// A name: in quotes, or up to the next sign or space.
    fn name(&mut self) -> Result<(String, Range<usize>), QueryError> {
        let start = self.at;
        let rest = &self.text[start..];
        if let Some(quoted) = rest.strip_prefix(is_quote) {
            let close = quoted.char_indices().find(|(_, letter)| is_quote(*letter));
            let (end, letter) =
                close.ok_or_else(|| QueryError::new(start..self.text.len(), "a quote is left open; end it with \""))?;
            self.at = self.text.len() - quoted.len() + end + letter.len_utf8();
            return Ok((quoted[..end].to_owned(), start..self.at));
        }
        let end = rest.find(ends_name).unwrap_or(rest.len());
        if end == 0 {
            let width = rest.chars().next().map_or(0, char::len_utf8);
            let what = "a member, a bloc such as @EU or a vote such as yes(ES-11/6) is expected here";
            return Err(QueryError::new(start..start + width, what));
        }
        self.at = start + end;
        Ok((rest[..end].to_owned(), start..self.at))
    }

    /// The name of a bloc, in quotes or not: in one that is known spaces do not matter.
    fn bloc_name(&mut self) -> Result<(String, Range<usize>), QueryError> {
        let start = self.at;
        let rest = &self.text[start..];
        let end = rest.find(|letter: char| ends_name(letter) && !letter.is_whitespace()).unwrap_or(rest.len());
        let whole = rest[..end].trim_end();
        if whole.contains(char::is_whitespace) && self.lexicon.bloc_called(whole).is_some() {
            self.at = start + whole.len();
            return Ok((whole.to_owned(), start..self.at));
        }
        self.name()
    }

    /// Refuses a name with a hyphen without quotes, `Guinea-Bissau`: it would be Guinea without somebody.
    fn no_hyphen(&self, name: &str, start: usize) -> Result<(), QueryError> {
        let Some(rest) = self.text[self.at..].strip_prefix('-') else { return Ok(()) };
        let end = rest.find(ends_name).unwrap_or(rest.len());
        let whole = format!("{name}-{}", &rest[..end]);
        if end == 0 || !self.lexicon.names().is_name(&whole) {
            return Ok(());
        }
        let code = self.lexicon.names().resolve(&whole).map(|id| self.lexicon.record().code(id));
        let code = code.map_or_else(|_| String::new(), |code| format!(", or {code}"));
        let what = format!("put quotes around a name with a hyphen: write \"{whole}\"{code}");
        Err(QueryError::new(start..self.at + 1 + end, what))
    }

    fn member(&self, name: &str, span: Range<usize>) -> Parsed {
        let exact = self.lexicon.names().exactly(name);
        // Two letters may be a code and a bloc: who asks for one must not get the other.
        if let Some(bloc) = self.lexicon.bloc_called(name).filter(|_| exact.is_none() || name.chars().count() == 2) {
            let member = exact.map(|id| self.lexicon.record().members().get(id));
            let or = member.map_or_else(String::new, |it| format!(", or {} for {}", it.code, it.name));
            let what = format!("\"{name}\" is a bloc: write @{}{or}", written(&bloc));
            return Err(QueryError::new(span, what));
        }
        let id: MemberId = self.lexicon.member(name).map_err(|what| QueryError::new(span, what))?;
        let code = self.lexicon.record().members().get(id).code.clone();
        Ok((Node::Member(code), Membership::always([id].into_iter().collect())))
    }

    fn bloc(&self, name: &str, span: Range<usize>) -> Parsed {
        let (name, members) =
            bloc_members(name, self.lexicon, &self.within).map_err(|error| QueryError::of_bloc(span, error))?;
        Ok((Node::Bloc(name), members))
    }

    /// The members that voted this way; the symbol runs to the parenthesis that closes it.
    fn voted(&mut self, state: State) -> Parsed {
        let open = self.at;
        let Some(end) = closing(&self.text[open..]) else {
            return Err(QueryError::new(open..self.text.len(), "a parenthesis is left open; end it with )"));
        };
        let symbol = self.text[open + 1..open + end].trim();
        let span = open + 1..open + end;
        self.at = open + end + 1;
        let record = self.lexicon.record();
        let id = symbol::find(record, symbol).map_err(|error| QueryError::new(span, error.message(record, symbol)))?;
        if state == State::Absent && !record.origin().has_absences() {
            return Err(QueryError::new(open..self.at, "this record does not know who was absent"));
        }
        if !record.is_recorded(id) {
            let what = format!("{symbol}: votes by member not recorded; take another roll call");
            return Err(QueryError::new(open..self.at, what));
        }
        let members = record.votes().of_rollcall(id).of(state).copied().unwrap_or(MemberSet::EMPTY);
        let mut symbol = self.lexicon.symbol(id);
        // One with a bracket too few or too many would end elsewhere.
        if closing(&format!("({symbol})")) != Some(symbol.len() + 1) {
            symbol = record.rollcall(id).number.to_string();
        }
        Ok((Node::Voted(state, symbol), Membership::always(members)))
    }
}

/// Where the parenthesis is closed with which `text` begins.
pub(super) fn closing(text: &str) -> Option<usize> {
    let mut depth = 0;
    let end = text.char_indices().find(|&(_, letter)| {
        depth += i32::from(matches!(letter, '(' | '[')) - i32::from(matches!(letter, ')' | ']'));
        depth == 0
    });
    end.map(|(end, _)| end)
}

/// Whether a name without quotes ends before this letter.
fn ends_name(letter: char) -> bool {
    letter.is_whitespace() || is_quote(letter) || matches!(letter, '+' | '-' | '&' | '(' | ')' | '@')
}

fn joined(join: Join, (a, of_a): (Node, Membership), (b, of_b): (Node, Membership)) -> (Node, Membership) {
    let members = of_a.with(&of_b, join);
    (Node::Join(join, Box::new(a), Box::new(b)), members)
}

/// The name and the members of a bloc, built-in or saved.
pub(super) fn bloc_members(
    name: &str,
    lexicon: &Lexicon<'_>,
    within: &Within,
) -> Result<(String, Membership), BlocError> {
    if let Some(clean) = without_signs(name) {
        let known = lexicon
            .bloc_called(&clean)
            .map_or_else(|| "one name behind the @, as in @EU".to_owned(), |bloc| format!("@{}", written(&bloc)));
        return Err(format!("no bloc is called \"{}\"; write {known}", name.escape_debug()).into());
    }
    if let Some(bloc) = lexicon.bloc(name) {
        return Ok((bloc.name.clone(), bloc.members.clone()));
    }
    let saved = lexicon.saved()?;
    let Some((name, expression)) = saved.get(name) else {
        let known = lexicon.blocs().iter().map(|bloc| bloc.name.as_str()).chain(saved.iter().map(|(name, _)| name));
        let near = did_you_mean(name, known);
        let begun = |known: &&str| known.contains(' ') && key(known).starts_with(&key(name)) && !key(name).is_empty();
        let starts = |known: &&str| !key(name).is_empty() && key(known).starts_with(&key(name));
        let mut known = lexicon.blocs().iter().map(|bloc| bloc.name.as_str());
        let near = match known.clone().find(begun) {
            Some(whole) => format!("; put quotes around a name with a space, as in @\"{whole}\""),
            // `@Arab League`: a name that is one word here.
            None if near.is_empty() => match known.find(starts) {
                Some(whole) => format!("; did you mean @{}?", written(whole)),
                None => near,
            },
            None => near,
        };
        return Err(format!("no bloc is called \"{}\"; `plenary blocs` lists them{near}", name.escape_debug()).into());
    };
    if within.blocs.contains(&key(name)) {
        return Err(format!("the saved bloc @{name} is defined by itself").into());
    }
    if within.blocs.len() == DEEPEST_BLOC {
        return Err(format!("saved blocs nest too deep at @{name}; at most {DEEPEST_BLOC} levels are possible").into());
    }
    let mut within = within.clone();
    within.blocs.push(key(name));
    let members = parse_nested(expression, lexicon, &within);
    let members = members.map_err(|error| {
        // Of blocs within blocs the innermost is the one to mend.
        let what = match error.place {
            ErrorPlace::SavedBloc => error.what,
            ErrorPlace::Typed => format!("in the saved bloc @{name}: {error}"),
        };
        BlocError { what, place: ErrorPlace::SavedBloc }
    })?;
    Ok((name.to_owned(), members.members))
}

impl fmt::Display for Expression {
    /// The expression in its plainest form, which reads as the same one again.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.root.fmt(f)
    }
}

impl fmt::Display for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::All => f.write_str("all"),
            Self::Member(code) => f.write_str(code),
            Self::Bloc(name) => write!(f, "@{}", written(name)),
            Self::Voted(state, symbol) => write!(f, "{}({symbol})", state.word()),
            Self::Join(join, a, b) => {
                let sum = |node: &Self| matches!(node, Self::Join(Join::Union | Join::Difference, ..));
                let part = |node: &Self, inside| if inside { format!("({node})") } else { node.to_string() };
                let product = *join == Join::Intersection;
                let left = part(a, product && sum(a));
                let right = part(b, if product { matches!(**b, Self::Join(..)) } else { sum(b) });
                write!(f, "{left}{}{right}", sign(*join))
            }
        }
    }
}
