//! Several names where a single name is expected: `USA+RUS:no`, `(@EU-HUN):no`, `veto:FRA,GBR`. Read as a single name they
//! are nobody's, and without the signs between them they may be somebody else's.

use super::bloc_name::written;
use super::expr::Expression;
use super::lex::is_quote;
use super::lexicon::Lexicon;
use super::parts::Query;

/// Names of members and blocs with signs between them.
pub(super) struct Several {
    /// Each as a query has it, a code or a bloc with its @, in the order in which they are written: two or more.
    names: Vec<String>,
    /// Whether all of them are meant, so that none is left out and none only where another is too.
    added: bool,
    /// The set of members that they are, as an expression.
    expression: String,
}

impl Several {
    /// The names that `text` is made of, if it is nothing else.
    pub(super) fn read(text: &str, lexicon: &Lexicon<'_>) -> Option<Self> {
        let is_sign = |c: char| matches!(c, '+' | '|' | '&' | ',' | ';' | '/' | '-' | '(' | ')');
        // One name at most: nothing to look up.
        if !text.contains(is_sign) {
            return None;
        }
        let (mut names, mut expression) = (Vec::new(), String::new());
        let mut rest = text.trim();
        while !rest.is_empty() {
            let end = rest.find(is_sign).unwrap_or(rest.len());
            let name = rest[..end].trim_matches(|c: char| c.is_whitespace() || is_quote(c));
            if !name.is_empty() {
                names.push(named(name, lexicon)?);
                expression.extend(names.last().map(String::as_str));
            }
            rest = &rest[end..];
            if let Some(sign) = rest.chars().next() {
                expression.push(if matches!(sign, '|' | ',' | ';' | '/') { '+' } else { sign });
                rest = &rest[sign.len_utf8()..];
            }
        }
        let added = !text.contains(['-', '&']);
        (names.len() > 1).then_some(Self { names, added, expression })
    }

    /// What to say where `text` is before a sign, with what is `behind` it: `:no`.
    pub(super) fn before_a_sign(&self, text: &str, behind: &str, lexicon: &Lexicon<'_>) -> String {
        let each: Vec<_> = self.names.iter().map(|name| format!("{name}{behind}")).collect();
        let (both, either) = (each.join(" "), each.join("|"));
        if self.added && Query::parse(&both, lexicon).is_ok() {
            return format!("a term names one member or bloc: write {both} if all are meant, {either} if any is");
        }
        match Expression::parse(&self.expression, lexicon) {
            Ok(set) => format!(
                "a term names one member or bloc: save this one with plenary blocs --save NAME '{set}', then write \
                 @NAME{behind}"
            ),
            Err(_) => format!("\"{text}\" names several; a term names one member or bloc, as in {}", each[0]),
        }
    }

    /// The codes, where all of them are members and none is left out.
    pub(super) fn members(&self) -> Option<&[String]> {
        let members = self.added && self.names.iter().all(|name| !name.starts_with('@'));
        members.then_some(self.names.as_slice())
    }
}

/// A name of a member or a bloc as a query has it.
fn named(name: &str, lexicon: &Lexicon<'_>) -> Option<String> {
    let bloc = || lexicon.bloc_called(name.trim_start_matches('@')).map(|bloc| format!("@{}", written(&bloc)));
    if name.starts_with('@') {
        return bloc();
    }
    lexicon.names().exactly(name).map(|id| lexicon.record().code(id).to_owned()).or_else(bloc)
}
