//! A choice made by typing: what fits best is first, with the letters that fit.

mod choice;
mod offers;

use crate::actions::{Action, KeyMap};
use crate::query::Lexicon;

use super::field::{LineChange, TextField};
use super::page::Piece;
use super::prompt::Question;
use super::scroll::{Scroll, Step};

pub use self::choice::Offer;
pub(super) use self::choice::{Choice, PickerSource, QuestionList};

use self::offers::{actions, against, countries, fuzzy, groupings};

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

    /// The same, on what was typed the last time, which is selected.
    pub(super) fn with(mut self, text: &str, lexicon: &Lexicon<'_>, keys: &KeyMap) -> Self {
        self.field = TextField::selected(text);
        self.find(lexicon, keys);
        self
    }

    fn find(&mut self, lexicon: &Lexicon<'_>, keys: &KeyMap) {
        let text = self.field.text();
        self.offers = match &self.among {
            PickerSource::Countries => countries(lexicon, text, None, Choice::Country),
            PickerSource::Others(one) => countries(lexicon, text, Some(*one), |other| Choice::Pair(*one, other)),
            PickerSource::Against(chosen) => against(lexicon, text, chosen),
            PickerSource::Watched => {
                let nobody =
                    Offer { line: vec![Piece::plain("nobody")], note: String::new(), choice: Choice::Watch(None) };
                let typed = text.trim().to_lowercase();
                let nobody = ["nobody", "none"].iter().any(|word| word.starts_with(&typed)).then_some(nobody);
                nobody.into_iter().chain(countries(lexicon, text, None, |id| Choice::Watch(Some(id)))).collect()
            }
            PickerSource::Questions(list) => {
                let offer = |(about, question): &(String, Question)| {
                    (about.clone(), String::new(), Choice::Question(question.clone()))
                };
                fuzzy(list.questions.iter().map(offer), text)
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
        let change = self.field.edit(action);
        if change == LineChange::Text {
            self.find(lexicon, keys);
        }
        change.is_any()
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

    /// Whether it is the palette.
    pub(super) fn is_of_actions(&self) -> bool {
        matches!(self.among, PickerSource::Actions(_))
    }

    /// What it is about.
    pub fn title(&self) -> &'static str {
        match &self.among {
            PickerSource::Countries => "Country",
            PickerSource::Others(_) => "Compare with",
            PickerSource::Against(chosen) if chosen.len() < 2 => "Against the first of two others",
            PickerSource::Against(_) => "Against the second of two others",
            PickerSource::Watched => "Watch the votes of",
            PickerSource::Actions(_) => "Actions",
            PickerSource::Groupings => "Group by",
            PickerSource::Columns(_) => "Sort by",
            PickerSource::Questions(list) => list.title,
        }
    }

    /// What it says where nothing fits.
    pub fn empty(&self) -> &'static str {
        match &self.among {
            PickerSource::Countries | PickerSource::Others(_) | PickerSource::Against(_) | PickerSource::Watched => {
                "No matching member."
            }
            PickerSource::Actions(_) => {
                "No matching action; Enter opens it as a link, such as country/UKR?topic:palestine"
            }
            PickerSource::Groupings => "No matching bloc; plenary blocs --save adds one of your own.",
            PickerSource::Questions(list) => list.empty,
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
