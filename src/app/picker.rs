//! A choice made by typing: what fits best stands first, with the letters that fit.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use crate::query::Lexicon;
use crate::record::MemberId;

use super::columns::ListColumn;
use super::field::TextField;
use super::line_editor::Side;
use super::page::{Line, Piece, lettered};
use super::scroll::{Scroll, Step};
use super::session::Grouping;
use crate::actions::KeyMap;
use crate::actions::{Action, KeyContext, TABLE};

/// What is chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// A member to go to.
    Country(MemberId),
    /// Two members to hold against each other.
    Pair(MemberId, MemberId),
    /// A member whose votes are watched, or none.
    Watch(Option<MemberId>),
    /// An action.
    Action(Action),
    /// A way to group members.
    Group(Grouping),
    /// The position of a column to sort by.
    Sort(usize),
    /// A bloc to save.
    Save(Side),
    /// A link to go to.
    Link(String),
}

/// What there is to choose from.
#[derive(Clone, Debug)]
pub(super) enum PickerSource {
    Countries,
    /// Another member, to hold against this one.
    Others(MemberId),
    Watched,
    Actions(KeyContext),
    Groupings,
    Columns(Vec<ListColumn>),
    /// Blocs, with their expressions.
    Blocs(Vec<(Side, String)>),
}

/// A row of a choice.
#[derive(Clone, Debug)]
pub struct Offer {
    /// What it says.
    pub line: Line,
    /// What stands to the right of it.
    pub note: String,
    /// What it is.
    pub choice: Choice,
}

/// A choice that is open.
#[derive(Clone, Debug)]
pub struct Picker {
    among: PickerSource,
    field: TextField,
    offers: Vec<Offer>,
    at: usize,
    scroll: Scroll,
}

impl Picker {
    pub(super) fn new(among: PickerSource, lexicon: &Lexicon<'_>, keys: &KeyMap) -> Self {
        let mut picker =
            Self { among, field: TextField::default(), offers: Vec::new(), at: 0, scroll: Scroll::default() };
        picker.find(lexicon, keys);
        picker
    }

    fn find(&mut self, lexicon: &Lexicon<'_>, keys: &KeyMap) {
        let text = self.field.text();
        self.offers = match &self.among {
            PickerSource::Countries => countries(lexicon, text, Choice::Country),
            PickerSource::Others(one) => countries(lexicon, text, |other| Choice::Pair(*one, other)),
            PickerSource::Watched => {
                let nobody =
                    Offer { line: vec![Piece::plain("nobody")], note: String::new(), choice: Choice::Watch(None) };
                let nobody = text.trim().is_empty().then_some(nobody);
                nobody.into_iter().chain(countries(lexicon, text, |id| Choice::Watch(Some(id)))).collect()
            }
            PickerSource::Blocs(blocs) => {
                let offer = |(side, text): &(Side, String)| {
                    (format!("{}  {text}", side.letter()), String::new(), Choice::Save(*side))
                };
                fuzzy(blocs.iter().map(offer), text)
            }
            PickerSource::Actions(place) => actions(keys, *place, text),
            PickerSource::Groupings => groupings(lexicon, text),
            PickerSource::Columns(columns) => {
                let columns = columns.iter().enumerate().filter(|(_, column)| column.sorts);
                let offers = columns.map(|(at, column)| (column.long.to_string(), String::new(), Choice::Sort(at)));
                fuzzy(offers, text)
            }
        };
        (self.at, self.scroll.first) = (0, 0);
        self.scroll.lines = self.offers.len();
    }

    /// Writes into the line; says whether it changed.
    pub(super) fn insert(&mut self, text: &str, lexicon: &Lexicon<'_>, keys: &KeyMap) -> bool {
        let changed = self.field.insert(text);
        if changed {
            self.find(lexicon, keys);
        }
        changed
    }

    /// Edits the line; says whether anything changed.
    pub(super) fn edit(&mut self, action: Action, lexicon: &Lexicon<'_>, keys: &KeyMap) -> bool {
        let (changed, text) = self.field.edit(action);
        if text {
            self.find(lexicon, keys);
        }
        changed
    }

    /// Takes a step; says whether anything moved.
    pub(super) fn step(&mut self, step: Step) -> bool {
        let before = self.at;
        self.at = step.target(self.at, self.offers.len(), self.scroll.height);
        self.settle();
        self.at != before
    }

    /// Selects the offer in a row of the window; says whether there is one.
    pub(super) fn select_seen(&mut self, row: usize) -> bool {
        let at = self.scroll.first + row;
        let there = at < self.offers.len();
        if there {
            self.at = at;
        }
        there
    }

    pub(super) fn fit(&mut self, height: usize) {
        self.scroll.fit(self.offers.len(), height);
        self.settle();
    }

    fn settle(&mut self) {
        let height = self.scroll.height.max(1);
        self.scroll.first = self.scroll.first.clamp((self.at + 1).saturating_sub(height), self.at);
    }

    /// What is marked; a link that was typed, where nothing else fits.
    pub(super) fn chosen(&self) -> Option<Choice> {
        let link = || Some(self.field.text().trim().to_owned()).filter(|text| !text.is_empty()).map(Choice::Link);
        match self.offers.get(self.at) {
            Some(offer) => Some(offer.choice.clone()),
            None if matches!(self.among, PickerSource::Actions(_)) => link(),
            None => None,
        }
    }

    /// What it is about.
    pub fn title(&self) -> &'static str {
        match self.among {
            PickerSource::Countries => "Country",
            PickerSource::Others(_) => "Compare with",
            PickerSource::Watched => "Watch the votes of",
            PickerSource::Actions(_) => "Actions",
            PickerSource::Groupings => "Group by",
            PickerSource::Columns(_) => "Sort by",
            PickerSource::Blocs(_) => "Save",
        }
    }

    /// What it says where nothing fits.
    pub fn empty(&self) -> &'static str {
        match self.among {
            PickerSource::Countries | PickerSource::Others(_) | PickerSource::Watched => {
                "No member has had such a name."
            }
            PickerSource::Actions(_) => {
                "No action has such a name; Enter goes to it as to a link, such as country/UKR?topic:palestine"
            }
            PickerSource::Groupings => "No matching bloc; plenary blocs --save adds one of your own.",
            PickerSource::Blocs(_) => "Neither A nor B is so.",
            PickerSource::Columns(_) => "No matching column.",
        }
    }

    /// The line as it is typed.
    pub fn field(&self) -> &TextField {
        &self.field
    }

    /// The offers that are seen, and whether each is marked.
    pub fn window(&self) -> impl Iterator<Item = (&Offer, bool)> {
        let offers = self.offers.iter().enumerate().skip(self.scroll.first).take(self.scroll.height);
        offers.map(|(at, offer)| (offer, at == self.at))
    }

    /// Which part of the offers is seen.
    pub fn scroll(&self) -> Scroll {
        self.scroll
    }
}

/// Members by any of their names; one that is not today's stands behind the member it belongs to.
fn countries(lexicon: &Lexicon<'_>, text: &str, choice: impl Fn(MemberId) -> Choice) -> Vec<Offer> {
    let members = lexicon.record().members();
    let offer = |found: crate::query::Found| {
        let member = members.get(found.member);
        let matched = lettered(&found.text, &found.letters);
        let line = if found.is_name {
            matched
        } else {
            let mut line = vec![Piece::plain(member.name.to_string()), Piece::quiet(" · ")];
            line.extend(matched);
            line
        };
        let ended = member.ended.map_or_else(String::new, |day| format!("until {} ", day.year()));
        Offer { line, note: format!("{ended}{}", member.code), choice: choice(found.member) }
    };
    lexicon.names().search(text).into_iter().map(offer).collect()
}

/// What can be done in a place, each action once.
fn actions(keys: &KeyMap, place: KeyContext, text: &str) -> Vec<Offer> {
    let entries = TABLE.iter().filter(|entry| entry.applies(place) && entry.action != Action::Palette);
    let offers = entries.map(|entry| {
        let key = keys.keys(entry, place).first().map(ToString::to_string).unwrap_or_default();
        (format!("{}{DASH}{}", entry.name, entry.help), key, Choice::Action(entry.action))
    });
    fuzzy(offers, text)
}

fn groupings(lexicon: &Lexicon<'_>, text: &str) -> Vec<Offer> {
    let own = [Grouping::Vote, Grouping::Group, Grouping::Subregion];
    let own = own.into_iter().map(|grouping| (grouping.name(), String::new(), Choice::Group(grouping)));
    let bloc = |name: &str, title: &str| {
        (format!("@{name}{DASH}{title}"), String::new(), Choice::Group(Grouping::Bloc(name.to_owned())))
    };
    let saved = lexicon.saved().ok();
    let saved = saved.iter().flat_map(|saved| saved.iter()).map(|(name, expression)| bloc(name, expression));
    let built_in = lexicon.blocs().iter().map(|built_in| bloc(&built_in.name, &built_in.title));
    fuzzy(own.chain(saved).chain(built_in), text)
}

/// Stands between the name of an offer and what it says of itself.
const DASH: &str = " — ";

/// Those of which the name has the letters of every typed word in order, or the sentence behind it the word; the best
/// first.
fn fuzzy(offers: impl Iterator<Item = (String, String, Choice)>, text: &str) -> Vec<Offer> {
    let matcher = SkimMatcherV2::default();
    let fit = |line: &str, word: &str| {
        let (name, sentence) = line.split_once(DASH).unwrap_or((line, ""));
        if let Some((score, letters)) = matcher.fuzzy_indices(name, word) {
            return Some((score, letters));
        }
        // Letters that are strewn over a sentence say nothing.
        let at = sentence.to_lowercase().find(&word.to_lowercase())?;
        let before = name.chars().count() + DASH.chars().count() + sentence.get(..at)?.chars().count();
        Some((0, (before..before + word.chars().count()).collect()))
    };
    let mut found: Vec<_> = offers
        .filter_map(|(line, note, choice)| {
            let mut letters = Vec::new();
            let mut score = 0;
            for word in text.split_whitespace() {
                let (fits, at) = fit(&line, word)?;
                score += fits;
                letters.extend(at);
            }
            letters.sort_unstable();
            letters.dedup();
            Some((score, Offer { line: lettered(&line, &letters), note, choice }))
        })
        .collect();
    found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    found.into_iter().map(|(_, offer)| offer).collect()
}
