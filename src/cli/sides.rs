//! Several names, or blocs, where single members go: the command that answers for all of them, so that none is dropped.

use crate::query::{Expression, Lexicon, is_joiner, listed, names_one, shell_quoted};

/// The leading arguments of a command that name members and blocs.
struct NamedSides<'a> {
    /// Each as an expression has it.
    names: Vec<String>,
    /// The names of several words that lost their quotes.
    torn: Vec<String>,
    /// What is a bloc or several members in one argument.
    groups: Vec<String>,
    /// Whether a word or a sign joins some of them.
    joined: bool,
    /// The query behind them.
    rest: &'a [&'a str],
}

/// What to say of the arguments of `agree` where one of them is not a member's name: the command with all of them.
pub(super) fn several(arguments: &[&str], lexicon: &Lexicon<'_>) -> Option<String> {
    let sides = NamedSides::read(arguments, lexicon);
    if let ([name], [], false) = (sides.torn.as_slice(), sides.groups.as_slice(), sides.joined) {
        let code = listed(name, lexicon)?.join("+");
        let name = shell_quoted(name);
        return Some(format!("{} is one name: put it in quotes, {name}, or {code}", name.trim_matches('\'')));
    }
    if sides.names.len() < 2 || sides.torn.is_empty() && sides.groups.is_empty() {
        return None;
    }
    let group = sides.groups.iter().find(|text| !is_list(text, lexicon));
    let what = match group {
        Some(text) if listed(text, lexicon).is_some_and(|names| names.len() == 1) => {
            format!("\"{}\" is a bloc, not a member; write", text.escape_debug())
        }
        Some(text) => format!("\"{}\" is several members; write", text.escape_debug()),
        None => "each name is an argument of its own; write".to_owned(),
    };
    Some(format!("{what}: {}", command(&sides.names, sides.rest)))
}

/// What to say of one argument that names several members or blocs, with the query in `rest` behind it.
pub(super) fn in_one(text: &str, rest: &[&str], lexicon: &Lexicon<'_>) -> Option<String> {
    let names = listed(text, lexicon).filter(|names| names.iter().any(|name| *name != names[0]))?;
    let many = match names.len() {
        2 => "two",
        3 => "three",
        _ => "several",
    };
    let of = if names.iter().any(|name| name.starts_with('@')) { "names" } else { "members" };
    let written = command(&names, rest);
    Some(format!("\"{}\" is {many} {of}; for how often they agree: {written}", text.escape_debug()))
}

/// The command that sets these beside each other, over the query in `rest`.
pub(super) fn command(names: &[String], rest: &[&str]) -> String {
    let mut names: Vec<_> = names.to_vec();
    let mut met = std::collections::HashSet::new();
    names.retain(|name| met.insert(name.clone()));
    let rest: String = rest.iter().flat_map(|word| [" ".to_owned(), shell_quoted(word)]).collect();
    let is_member = |name: &String| name.chars().all(char::is_alphanumeric);
    let each: Vec<_> = names.iter().map(|name| shell_quoted(name)).collect();
    match each.as_slice() {
        [one] if is_member(&names[0]) => format!("plenary country {one}{rest}"),
        [one] => format!("plenary bloc {one}{rest}"),
        [..] if each.len() < 4 && names.iter().all(is_member) => format!("plenary agree {}{rest}", each.join(" ")),
        [a, b] => format!("plenary bloc {a} {b}{rest}"),
        [a, others @ ..] if !names.iter().all(is_member) => {
            let pairs: Vec<_> = others.iter().map(|b| format!("plenary bloc {a} {b}{rest}")).collect();
            pairs.join(", and ")
        }
        _ => format!("plenary bloc {}{rest}", shell_quoted(&names.join("+"))),
    }
}

/// Whether it is members one behind another, which are meant each.
fn is_list(text: &str, lexicon: &Lexicon<'_>) -> bool {
    let plain = listed(text, lexicon).is_some_and(|names| names.iter().all(|name| !name.starts_with('@')));
    plain && !text.contains(['+', '&', '(', '@'])
}

impl<'a> NamedSides<'a> {
    fn read(arguments: &'a [&'a str], lexicon: &Lexicon<'_>) -> Self {
        let mut sides =
            Self { names: Vec::new(), torn: Vec::new(), groups: Vec::new(), joined: false, rest: arguments };
        while let Some(read) = sides.next(lexicon) {
            sides.rest = &sides.rest[read..];
        }
        sides
    }

    /// Takes one more from the front of the rest: of how many arguments it is.
    fn next(&mut self, lexicon: &Lexicon<'_>) -> Option<usize> {
        let joiners = self.rest.iter().take_while(|word| !self.names.is_empty() && is_joiner(word)).count();
        let rest = &self.rest[joiners..];
        let text = *rest.first()?;
        let beyond = self.names.len() > 1;
        let capital = text.starts_with(|c: char| c.is_uppercase() || c == '@');
        if let Some((many, name, code)) = torn(rest, lexicon).filter(|_| !beyond || capital) {
            if code.starts_with('@') { &mut self.groups } else { &mut self.torn }.push(name);
            self.names.push(code);
            self.joined |= joiners > 0;
            return Some(joiners + many);
        }
        // Behind two names a word in small letters is one of the query.
        let names = listed(text, lexicon);
        let plain = names.as_ref().is_some_and(|names| names.len() == 1 && !names[0].starts_with('@'));
        let may_be = !beyond || names_one(text, lexicon) || text.contains(['@', '+', ',']);
        let is_term = text.contains([':', '=', '<', '>', '"']);
        if is_term || !may_be {
            return None;
        }
        let set = || Expression::parse(text, lexicon).ok().map(|set| set.to_string());
        match names {
            Some(names) if plain || is_list(text, lexicon) => self.names.extend(names),
            Some(mut names) if names.len() == 1 => self.names.append(&mut names),
            _ => self.names.push(set().filter(|_| text.contains(['+', '&', '-', '(', '@']))?),
        }
        if !plain {
            self.groups.push(text.to_owned());
        }
        self.joined |= joiners > 0;
        Some(joiners + 1)
    }
}

/// The longest run of arguments, two or more, that is one name: of how many, the name, and its code or its bloc.
fn torn(rest: &[&str], lexicon: &Lexicon<'_>) -> Option<(usize, String, String)> {
    let plain = |text: &&&str| !text.contains(['"', ':', '=', '<', '>', '|', '@', '+', '(', ')', ',', ' ']);
    let run: Vec<_> = rest.iter().take(8).take_while(plain).copied().collect();
    (2..=run.len()).rev().find_map(|many| {
        let name = run[..many].join(" ");
        let code = listed(&name, lexicon).filter(|names| names.len() == 1)?.remove(0);
        // Both of `Serbia Montenegro` are names, and so is the whole.
        let apart = run[..many].iter().all(|word| names_one(word, lexicon));
        // `Israel State of Palestine`: what is before "of" belongs to what is behind it.
        let goes_on = rest.get(many).is_some_and(|next| ["of", "the"].contains(next));
        (!apart && !goes_on).then_some((many, name, code))
    })
}
