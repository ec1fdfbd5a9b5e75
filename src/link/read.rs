//! The view that a link names.

use crate::query::{Expression, Lexicon, SymbolError, find, find_text, nearest, written};
use crate::record::{MemberId, RollCallId};

use super::error::LinkError;
use super::view::{COMPARED, LinkedView};

/// How the links of a view begin, an example, and how what is after the name is read, an empty text if there is nothing.
struct LinkForm {
    name: &'static str,
    written: &'static str,
    read: fn(&LinkReader<'_, '_>, &str) -> Result<LinkedView, LinkError>,
}

const FORMS: &[LinkForm] = &[
    LinkForm { name: "votes", written: "votes", read: |it, what| it.alone(what, LinkedView::Votes) },
    LinkForm { name: "show", written: "show/ES-11/7", read: |it, what| it.rollcall_or_text(it.said(what)?) },
    LinkForm { name: "countries", written: "countries", read: |it, what| it.alone(what, LinkedView::Countries) },
    LinkForm {
        name: "country",
        written: "country/UKR",
        read: |it, what| Ok(LinkedView::Country(it.member(it.said(what)?)?)),
    },
    LinkForm { name: "pair", written: "pair/UKR,ISR", read: |it, what| it.pair(it.said(what)?) },
    LinkForm { name: "between", written: "between/IND,USA,RUS", read: |it, what| it.between(it.said(what)?) },
    LinkForm { name: "blocs", written: "blocs/@EU;@BRICS", read: |it, what| it.blocs(what) },
    LinkForm { name: "compare", written: "compare/ES-11/6,ES-11/7", read: |it, what| it.compare(what) },
    LinkForm {
        name: "series",
        written: "series/ES-11/7",
        read: |it, what| Ok(LinkedView::Series(it.rollcall(it.said(what)?)?)),
    },
    LinkForm {
        name: "world",
        written: "world/ES-11/7, world/country/UKR or world/blocs/@EU;@BRICS",
        read: |it, what| it.world(what),
    },
    LinkForm {
        name: "drift",
        written: "drift/HUN#split=2010-05-29",
        read: |it, what| Ok(LinkedView::Drift(it.member(it.said(what)?)?)),
    },
    LinkForm { name: "matrix", written: "matrix", read: |it, what| it.alone(what, LinkedView::Matrix) },
    LinkForm { name: "positions", written: "positions", read: |it, what| it.alone(what, LinkedView::Positions) },
    LinkForm { name: "vetoes", written: "vetoes", read: |it, what| it.alone(what, LinkedView::Vetoes) },
    LinkForm { name: "texts", written: "texts", read: |it, what| it.alone(what, LinkedView::Texts) },
    LinkForm { name: "text", written: "text/79/1", read: |it, what| it.rollcall_or_text(it.said(what)?) },
];

/// Reads what a link has before its query, in the words of `lexicon`.
pub(super) fn view(text: &str, lexicon: &Lexicon<'_>) -> Result<LinkedView, LinkError> {
    let (name, what) = text.split_once('/').unwrap_or((text, ""));
    let Some(form) = FORMS.iter().find(|form| form.name.eq_ignore_ascii_case(name)) else {
        let names: Vec<_> = FORMS.iter().map(|form| form.name).collect();
        return Err(LinkError::Bad(match nearest(name, names.iter().copied()) {
            Some(near) => format!("no view is called \"{name}\"; did you mean {near}?"),
            None => format!("no view is called \"{name}\"; a link begins with {}", names.join(", ")),
        }));
    };
    (form.read)(&LinkReader { form, lexicon }, what)
}

/// Reads what is after the name of a view.
struct LinkReader<'l, 'r> {
    form: &'l LinkForm,
    lexicon: &'l Lexicon<'r>,
}

impl LinkReader<'_, '_> {
    /// That it is not written as the links of this view are.
    fn bad<T>(&self, what: &str) -> Result<T, LinkError> {
        Err(LinkError::Bad(format!("{what}; write the link as {}", self.form.written)))
    }

    /// A view that is its name alone.
    fn alone(&self, what: &str, view: LinkedView) -> Result<LinkedView, LinkError> {
        let name = self.form.name;
        if what.is_empty() {
            return Ok(view);
        }
        Err(LinkError::Bad(format!("{name} takes nothing after a /; a query goes after a ?, as in {name}?since:2022")))
    }

    /// What is to be shown, which this view does not open without.
    fn said<'t>(&self, what: &'t str) -> Result<&'t str, LinkError> {
        if what.is_empty() { self.bad(&format!("{} does not say what to show", self.form.name)) } else { Ok(what) }
    }

    fn rollcall(&self, what: &str) -> Result<RollCallId, LinkError> {
        let record = self.lexicon.record();
        find(record, what).map_err(|error| {
            let message = error.message(record, what.trim());
            match error {
                SymbolError::Unknown => LinkError::Nothing(message),
                SymbolError::Several(_) | SymbolError::Drafts(_) => LinkError::Bad(message),
            }
        })
    }

    /// A roll call, or a text that was adopted without one.
    fn rollcall_or_text(&self, what: &str) -> Result<LinkedView, LinkError> {
        match self.rollcall(what) {
            Ok(id) => Ok(LinkedView::Show(id)),
            Err(LinkError::Nothing(message)) => {
                find_text(self.lexicon.record(), what).map(LinkedView::Text).ok_or(LinkError::Nothing(message))
            }
            Err(error) => Err(error),
        }
    }

    fn member(&self, name: &str) -> Result<MemberId, LinkError> {
        if let Some(bloc) = self.lexicon.bloc_in_place_of_a_member(name) {
            let world = if self.form.name == "world" { "world/" } else { "" };
            let what = format!("\"{name}\" is a bloc, not a member; for a bloc write {world}blocs/@{}", written(&bloc));
            return Err(LinkError::Bad(what));
        }
        Ok(self.lexicon.member(name)?)
    }

    fn pair(&self, what: &str) -> Result<LinkedView, LinkError> {
        match what.split(',').collect::<Vec<_>>().as_slice() {
            [a, b] => match (self.member(a)?, self.member(b)?) {
                (a, b) if a == b => self.bad("a pair needs two different members"),
                (a, b) => Ok(LinkedView::Pair(a, b)),
            },
            _ => self.bad("a pair needs two members, with a comma between them"),
        }
    }

    fn between(&self, what: &str) -> Result<LinkedView, LinkError> {
        match what.split(',').collect::<Vec<_>>().as_slice() {
            [a, b, c] => match (self.member(a)?, self.member(b)?, self.member(c)?) {
                (a, b, c) if a == b || a == c || b == c => self.bad("three different members are needed"),
                (a, b, c) => Ok(LinkedView::Between(a, [b, c])),
            },
            _ => {
                self.bad("three members are needed, with commas between them: the first is held against the other two")
            }
        }
    }

    fn blocs(&self, what: &str) -> Result<LinkedView, LinkError> {
        let texts = if what.is_empty() { Vec::new() } else { expressions(what, self.lexicon)? };
        Ok(LinkedView::Blocs(texts))
    }

    fn compare(&self, what: &str) -> Result<LinkedView, LinkError> {
        if what.is_empty() {
            return Ok(LinkedView::Compare(Vec::new()));
        }
        let ids = what.split(',').map(|symbol| self.rollcall(symbol)).collect::<Result<Vec<_>, _>>()?;
        let twice = (1..ids.len()).any(|at| ids[..at].contains(&ids[at]));
        if twice || !COMPARED.contains(&ids.len()) {
            return self.bad("two to ten different roll calls can be compared");
        }
        if let Some(&id) = ids.iter().find(|&&id| !self.lexicon.record().is_recorded(id)) {
            let symbol = self.lexicon.symbol(id);
            return Err(LinkError::Bad(format!("{symbol}: votes by member not recorded; compare other roll calls")));
        }
        Ok(LinkedView::Compare(ids))
    }

    fn world(&self, what: &str) -> Result<LinkedView, LinkError> {
        match what.split_once('/') {
            _ if what.is_empty() => Ok(LinkedView::World(None)),
            Some(("country", name)) => Ok(LinkedView::WorldCountry(self.member(name)?)),
            Some(("blocs", blocs)) => Ok(LinkedView::WorldBlocs(expressions(blocs, self.lexicon)?)),
            _ => self.rollcall(what).map(|id| LinkedView::World(Some(id))),
        }
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
