//! Links: a text that names a view of the explorer, what it shows and the window it is on.
//!
//! Everything up to the first `/` is the view, everything behind the last `?` the query, so that symbols keep their
//! slashes: `show/A/RES/ES-11/7`, `country/UKR?topic:palestine since:2015`.

use std::ops::RangeInclusive;

use crate::record::{MemberId, RollCallId, clean};

use super::lexicon::Lexicon;
use super::nearest::nearest;
use super::symbol;
use super::{Expression, Query, Quoting, SymbolError};

/// How many roll calls can stand side by side.
pub const COMPARED: RangeInclusive<usize> = 2..=10;

/// Why a link can't be read, in one line: what is not understood, and what would work.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// It names a roll call that the record lacks.
    #[error("{0}")]
    Nothing(String),
    /// It is none.
    #[error("{0}")]
    Bad(String),
}

impl From<String> for LinkError {
    fn from(what: String) -> Self {
        Self::Bad(what)
    }
}

/// A view, and the query that sets its window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What is shown.
    pub view: LinkedView,
    /// Of which roll calls; empty for all of them.
    pub query: String,
}

/// A view of the explorer and what it shows. Views that can be opened before anything is chosen have a form without it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkedView {
    /// The list of roll calls.
    Votes,
    /// One roll call.
    Show(RollCallId),
    /// The list of members.
    Countries,
    /// One member.
    Country(MemberId),
    /// Two different members.
    Pair(MemberId, MemberId),
    /// Up to two bloc expressions.
    Blocs(Vec<String>),
    /// Two to ten different roll calls, or none yet.
    Compare(Vec<RollCallId>),
    /// A text through the years.
    Series(RollCallId),
    /// The map of a roll call, if one is chosen.
    World(Option<RollCallId>),
    /// The map of agreement with a member.
    WorldCountry(MemberId),
    /// The map of one or two bloc expressions.
    WorldBlocs(Vec<String>),
    /// All pairs of members.
    Matrix,
    /// Two axes for every member.
    Positions,
}

impl LinkedView {
    /// Whether it is about members rather than roll calls, so that a bare name in its query is hardly a word of a text.
    pub fn is_about_members(&self) -> bool {
        match self {
            Self::Votes | Self::Show(_) | Self::Compare(_) | Self::Series(_) => false,
            Self::Countries
            | Self::Country(_)
            | Self::Pair(..)
            | Self::Blocs(_)
            | Self::World(_)
            | Self::WorldCountry(_)
            | Self::WorldBlocs(_)
            | Self::Matrix
            | Self::Positions => true,
        }
    }
}

/// The views by the word that their links begin with, and how such a link is written.
const FORMS: [(&str, &str); 11] = [
    ("votes", "votes"),
    ("show", "show/ES-11/7"),
    ("countries", "countries"),
    ("country", "country/UKR"),
    ("pair", "pair/UKR,ISR"),
    ("blocs", "blocs/@EU;@BRICS"),
    ("compare", "compare/ES-11/6,ES-11/7"),
    ("series", "series/ES-11/7"),
    ("world", "world/ES-11/7, world/country/UKR or world/blocs/@EU;@BRICS"),
    ("matrix", "matrix"),
    ("positions", "positions"),
];

impl Link {
    /// Reads a link, in the words of `lexicon`: members and roll calls may be named as in the commands.
    ///
    /// # Errors
    /// In one line: what is not understood, and what would work.
    pub fn parse(text: &str, lexicon: &Lexicon<'_>) -> Result<Self, LinkError> {
        let link = Self::parse_any_query(text, lexicon)?;
        let read = if link.view.is_about_members() {
            Query::parse_beside_names(&link.query, Quoting::Plain, lexicon)
        } else {
            Query::parse(&link.query, lexicon)
        };
        read.map_err(|error| error.pointed("query", &link.query))?;
        Ok(link)
    }

    /// Reads a link whose query may be one that can't be read, to be mended where it is shown.
    ///
    /// # Errors
    /// In one line: what of the view is not understood.
    pub fn parse_any_query(text: &str, lexicon: &Lexicon<'_>) -> Result<Self, LinkError> {
        let (text, _) = clean(text);
        let (view, query) = text.rsplit_once('?').unwrap_or((&text, ""));
        Ok(Self { view: Self::parse_view(view.trim(), lexicon)?, query: query.trim().to_owned() })
    }

    fn parse_view(text: &str, lexicon: &Lexicon<'_>) -> Result<LinkedView, LinkError> {
        let (name, what) = text.split_once('/').unwrap_or((text, ""));
        let Some((name, form)) = FORMS.into_iter().find(|(known, _)| known.eq_ignore_ascii_case(name)) else {
            let names = FORMS.map(|(name, _)| name);
            return Err(LinkError::Bad(match nearest(name, names) {
                Some(near) => format!("no view is called \"{name}\"; did you mean {near}?"),
                None => format!("no view is called \"{name}\"; a link begins with {}", names.join(", ")),
            }));
        };
        let written = |what: &str| Err(LinkError::Bad(format!("{what}; such a link is written {form}")));
        let rollcall = |what: &str| {
            symbol::find(lexicon.record(), what).map_err(|error| {
                let message = error.message(lexicon.record(), what.trim());
                match error {
                    SymbolError::Unknown => LinkError::Nothing(message),
                    SymbolError::Several(_) => LinkError::Bad(message),
                }
            })
        };
        match (name, what) {
            ("votes", "") => Ok(LinkedView::Votes),
            ("countries", "") => Ok(LinkedView::Countries),
            ("matrix", "") => Ok(LinkedView::Matrix),
            ("positions", "") => Ok(LinkedView::Positions),
            ("votes" | "countries" | "matrix" | "positions", _) => Err(LinkError::Bad(format!(
                "{name} takes nothing behind a /; a query goes behind a ?, as in {name}?since:2022"
            ))),
            ("blocs", "") => Ok(LinkedView::Blocs(Vec::new())),
            ("compare", "") => Ok(LinkedView::Compare(Vec::new())),
            ("world", "") => Ok(LinkedView::World(None)),
            (_, "") => written(&format!("{name} does not say what to show")),
            ("show", _) => rollcall(what).map(LinkedView::Show),
            ("series", _) => rollcall(what).map(LinkedView::Series),
            ("country", _) => Ok(LinkedView::Country(lexicon.member(what)?)),
            ("pair", _) => match what.split(',').collect::<Vec<_>>().as_slice() {
                [a, b] => match (lexicon.member(a)?, lexicon.member(b)?) {
                    (a, b) if a == b => written("a pair is of two different members"),
                    (a, b) => Ok(LinkedView::Pair(a, b)),
                },
                _ => written("a pair is of two members with a comma between them"),
            },
            ("compare", _) => {
                let ids = what.split(',').map(rollcall).collect::<Result<Vec<_>, _>>()?;
                let twice = (1..ids.len()).any(|at| ids[..at].contains(&ids[at]));
                if twice || !COMPARED.contains(&ids.len()) {
                    return written("two to ten different roll calls can be compared");
                }
                if let Some(&id) = ids.iter().find(|&&id| !lexicon.record().is_recorded(id)) {
                    let symbol = lexicon.symbol(id);
                    return Err(LinkError::Bad(format!(
                        "{symbol}: votes by member not recorded; compare other roll calls"
                    )));
                }
                Ok(LinkedView::Compare(ids))
            }
            ("blocs", _) => Ok(LinkedView::Blocs(expressions(what, lexicon)?)),
            _ => match what.split_once('/') {
                Some(("country", name)) => Ok(LinkedView::WorldCountry(lexicon.member(name)?)),
                Some(("blocs", blocs)) => Ok(LinkedView::WorldBlocs(expressions(blocs, lexicon)?)),
                _ => rollcall(what).map(|id| LinkedView::World(Some(id))),
            },
        }
    }

    /// The link in its plainest form, which reads as the same view again: members by code, roll calls by whole symbol or
    /// record number.
    pub fn to_text(&self, lexicon: &Lexicon<'_>) -> String {
        let code = |id: &MemberId| lexicon.record().code(*id);
        let symbol = |id: &RollCallId| {
            let symbol = lexicon.symbol(*id);
            // Those that a link has a meaning of its own for.
            if symbol.contains([',', '?']) { lexicon.record().rollcall(*id).number.to_string() } else { symbol }
        };
        let plain = |text: &String| Expression::parse(text, lexicon).map_or_else(|_| text.clone(), |it| it.to_string());
        let blocs = |texts: &[String]| texts.iter().map(plain).collect::<Vec<_>>().join(";");
        let view = match &self.view {
            LinkedView::Votes => "votes".to_owned(),
            LinkedView::Show(id) => format!("show/{}", symbol(id)),
            LinkedView::Countries => "countries".to_owned(),
            LinkedView::Country(id) => format!("country/{}", code(id)),
            LinkedView::Pair(a, b) => format!("pair/{},{}", code(a), code(b)),
            LinkedView::Blocs(texts) if texts.is_empty() => "blocs".to_owned(),
            LinkedView::Blocs(texts) => format!("blocs/{}", blocs(texts)),
            LinkedView::Compare(ids) if ids.is_empty() => "compare".to_owned(),
            LinkedView::Compare(ids) => format!("compare/{}", ids.iter().map(symbol).collect::<Vec<_>>().join(",")),
            LinkedView::Series(id) => format!("series/{}", symbol(id)),
            LinkedView::World(None) => "world".to_owned(),
            LinkedView::World(Some(id)) => format!("world/{}", symbol(id)),
            LinkedView::WorldCountry(id) => format!("world/country/{}", code(id)),
            LinkedView::WorldBlocs(texts) => format!("world/blocs/{}", blocs(texts)),
            LinkedView::Matrix => "matrix".to_owned(),
            LinkedView::Positions => "positions".to_owned(),
        };
        // A query may have a question mark, which in its plainest form is gone.
        let query = Query::parse(&self.query, lexicon).map_or_else(
            |_| self.query.clone(),
            |query| if self.view.is_about_members() { query.to_text_beside_names(lexicon) } else { query.to_string() },
        );
        if query.is_empty() { view } else { format!("{view}?{query}") }
    }
}

/// One or two expressions with a semicolon between them, each in its plainest form.
fn expressions(text: &str, lexicon: &Lexicon<'_>) -> Result<Vec<String>, String> {
    let texts: Vec<_> = text.split(';').collect();
    if texts.len() > 2 {
        return Err("a link has one bloc expression, or two with a ; between them".to_owned());
    }
    let plain = |text: &str| {
        let expression = Expression::parse(text, lexicon);
        expression.map(|it| it.to_string()).map_err(|error| error.pointed("expression", text))
    };
    // `;@EU` is the second of two, the first of which is still to be named.
    let only_second =
        matches!(texts.as_slice(), [first, second] if first.trim().is_empty() && !second.trim().is_empty());
    let read = |(at, text): (usize, &&str)| if at == 0 && only_second { Ok(String::new()) } else { plain(text) };
    texts.iter().enumerate().map(read).collect()
}
