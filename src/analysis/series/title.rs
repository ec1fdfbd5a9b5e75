//! Titles without what changes from year to year: what is left of them is compared.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap, HashSet};

use memchr::memchr2_iter;

use crate::record::{Adoption, Body, Record, Resolution, RollCall, RollCallId, Session, Text, TextId, fold};

use super::symbols::Symbols;
use super::words::read;

/// How a report begins that a title comes under.
const REPORT: &str = "report of ";

/// The roll calls, and the texts adopted without a vote, under titles of the same words.
#[derive(Debug)]
pub(super) struct Family {
    /// The words, in their order.
    pub words: Vec<String>,
    /// Oldest first.
    pub rollcalls: Vec<RollCallId>,
    /// The texts without a vote.
    pub texts: Vec<TextId>,
    /// The items of the agenda that the roll calls came under; where there are none, the texts.
    pub items: BTreeSet<AgendaItem>,
}

/// The titles of a record, read.
pub(super) struct Titles {
    /// Those of roll calls before those of texts alone.
    pub families: Vec<Family>,
    /// Roll calls whose title names another resolution of the record.
    pub references: Vec<(RollCallId, RollCallId)>,
    /// Texts without a vote whose title names one.
    pub references_of_texts: Vec<(TextId, RollCallId)>,
}

impl Titles {
    pub(super) fn new(record: &Record, symbols: &Symbols<'_>) -> Self {
        let mut items = Items::default();
        let openings = openings(record, &mut items);
        let mut known: HashMap<&str, (Option<usize>, Option<RollCallId>)> = HashMap::new();
        let mut by_key: HashMap<String, usize> = HashMap::new();
        let mut families: Vec<Family> = Vec::new();
        let mut references = Vec::new();
        // A vote on an amendment or a paragraph is not one on the text that returns.
        let whole = |rollcall: &RollCall| {
            let details = rollcall.details();
            details.amendment != Some(true) && details.paragraph != Some(true)
        };
        for (id, rollcall) in usual(record).filter(|(_, rollcall)| whole(rollcall)) {
            let agenda: Vec<_> = rollcall.details().agenda.iter().map(|item| items.of(item)).collect();
            let titled = Titled { title: &rollcall.title, session: rollcall.session };
            let subject = titled.subject(&agenda, &openings, &mut items);
            let &mut (family, named) =
                known.entry(subject).or_insert_with(|| read_once(subject, symbols, &mut by_key, &mut families));
            if let Some(at) = family {
                families[at].rollcalls.push(id);
                families[at].items.extend(agenda);
            }
            references.extend(named.map(|named| (id, named)));
        }
        let mut references_of_texts = Vec::new();
        for (id, text) in record.texts().filter(|(_, text)| is_without_vote(text)) {
            let agenda: Vec<_> = text.agenda.iter().map(|item| items.of(item)).collect();
            let titled = Titled { title: &text.title, session: text.session };
            let subject = titled.subject(&agenda, &openings, &mut items);
            let &mut (family, named) =
                known.entry(subject).or_insert_with(|| read_once(subject, symbols, &mut by_key, &mut families));
            if let Some(at) = family {
                families[at].texts.push(id);
                if families[at].rollcalls.is_empty() {
                    families[at].items.extend(agenda);
                }
            }
            references_of_texts.extend(named.map(|named| (id, named)));
        }
        Self { families, references, references_of_texts }
    }
}

/// The family of a title, which is a new one where its words are, and the resolution that it names.
fn read_once(
    subject: &str,
    symbols: &Symbols<'_>,
    by_key: &mut HashMap<String, usize>,
    families: &mut Vec<Family>,
) -> (Option<usize>, Option<RollCallId>) {
    let folded = fold(subject);
    let (words, named) = read(&folded, symbols);
    let family = (!words.is_empty()).then(|| {
        *by_key.entry(words.concat()).or_insert_with(|| {
            let words = words.into_iter().map(Cow::into_owned).collect();
            families.push(Family { words, rollcalls: Vec::new(), texts: Vec::new(), items: BTreeSet::new() });
            families.len() - 1
        })
    });
    (family, named)
}

/// Whether it is a text of the Assembly that was adopted without a vote: one that a roll call of the same text may come
/// before or behind.
fn is_without_vote(text: &Resolution) -> bool {
    text.body == Body::Assembly && text.adopted == Adoption::WithoutVote
}

/// An item of the agenda, or what a title begins with: two texts of the same words are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct AgendaItem(usize);

/// The items by their texts, each of which is read once.
#[derive(Default)]
struct Items<'r> {
    known: HashMap<&'r str, AgendaItem>,
    by_words: HashMap<String, AgendaItem>,
}

impl<'r> Items<'r> {
    fn of(&mut self, text: &'r str) -> AgendaItem {
        let next = AgendaItem(self.by_words.len());
        *self.known.entry(text).or_insert_with(|| {
            let folded = fold(text);
            let mut words = read(&folded, &Symbols::default()).0;
            words.sort_unstable();
            words.dedup();
            *self.by_words.entry(words.concat()).or_insert(next)
        })
    }
}

/// The roll calls whose titles are those of texts that return: what the Assembly adopted.
fn usual(record: &Record) -> impl Iterator<Item = (RollCallId, &RollCall)> {
    record.usual().iter().map(|id| (id, record.rollcall(id)))
}

/// What is before a colon, or a dash, in several titles of one session: the item that they come under.
fn openings<'r>(record: &'r Record, items: &mut Items<'r>) -> HashSet<(Option<Session>, AgendaItem)> {
    let mut titles: HashMap<(Option<Session>, AgendaItem), &str> = HashMap::new();
    let mut several = HashSet::new();
    for (_, rollcall) in usual(record) {
        if let Some((opening, rest)) = split(&rollcall.title) {
            let opening = (rollcall.session, items.of(opening));
            if *titles.entry(opening).or_insert(rest) != rest {
                several.insert(opening);
            }
        }
    }
    several
}

fn split(title: &str) -> Option<(&str, &str)> {
    let between = |&at: &usize| title[..at].ends_with(' ') && title[at + 1..].starts_with(' ');
    let at = memchr2_iter(b':', b'-', title.as_bytes()).find(between)?;
    Some((&title[..at - 1], &title[at + 2..]))
}

/// A title, and the session that it is of.
struct Titled<'r> {
    title: &'r Text,
    session: Option<Session>,
}

impl<'r> Titled<'r> {
    /// The title without the item of the agenda, or another report or item, that it begins with.
    fn subject(
        &self,
        agenda: &[AgendaItem],
        openings: &HashSet<(Option<Session>, AgendaItem)>,
        items: &mut Items<'r>,
    ) -> &'r str {
        let mut title: &'r str = self.title;
        while let Some((opening, rest)) = split(title) {
            let item = items.of(opening);
            let is_report = opening.get(..REPORT.len()).is_some_and(|start| start.eq_ignore_ascii_case(REPORT));
            if !is_report && !agenda.contains(&item) && !openings.contains(&(self.session, item)) {
                break;
            }
            title = rest;
        }
        title
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_before_a_colon_or_a_dash_is_parted_from_the_rest() {
        assert_eq!(
            split("Question of Namibia : UN Fund for Namibia"),
            Some(("Question of Namibia", "UN Fund for Namibia"))
        );
        assert_eq!(split("Non-self-governing: peoples"), None);
    }
}
