//! What words mean in a record: its members' names, its blocs, its topics, the words of its texts.

use std::collections::HashSet;
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use crate::record::{MemberId, Record, RollCallId, State, Tally, fold};

use super::bloc_name::{BlocNameError, key};
use super::blocs::{self, Bloc};
use super::lex::is_quote;
use super::names::Names;
use super::near_topic::near_topics;
use super::plain_name::without_signs;
use super::saved::SavedBlocs;
use super::topics::{self, Topic};
use super::words::Words;

/// Everything that a query can name. Made once for a record; what takes time is made when it is first asked for.
#[derive(Debug)]
pub struct Lexicon<'r> {
    record: &'r Record,
    blocs: OnceLock<Vec<Bloc>>,
    /// What the user saves meanwhile is among them.
    saved: RwLock<Result<Arc<SavedBlocs>, String>>,
    topics: Vec<Topic>,
    names: OnceLock<Names>,
    words: OnceLock<Words>,
    tallies: OnceLock<Vec<Tally>>,
    /// In capitals, the symbols that several roll calls bear.
    shared: OnceLock<HashSet<String>>,
}

impl<'r> Lexicon<'r> {
    /// The lexicon of `record` with the user's saved blocs. If these could not be read, their error is said where one is
    /// named.
    ///
    /// # Errors
    /// If an asset can't be read, which the tests rule out for those that the program is built with.
    pub fn new(record: &'r Record, saved: Result<SavedBlocs, String>) -> Result<Self, String> {
        Ok(Self {
            record,
            blocs: OnceLock::new(),
            saved: RwLock::new(saved.map(Arc::new)),
            topics: topics::all()?,
            names: OnceLock::new(),
            words: OnceLock::new(),
            tallies: OnceLock::new(),
            shared: OnceLock::new(),
        })
    }

    /// The same to tell what one roll call is about. Of a record that the program does not carry only its words are folded,
    /// so that its topics are known, and those of others are not.
    #[must_use]
    pub fn about(mut self, id: RollCallId) -> Self {
        if !self.record.is_carried() {
            self.words = OnceLock::from(Words::of(self.record, std::iter::once(id)));
        }
        self
    }

    /// The record.
    pub fn record(&self) -> &'r Record {
        self.record
    }

    /// The names of its members.
    pub fn names(&self) -> &Names {
        self.names.get_or_init(|| Names::new(self.record.members()))
    }

    /// The built-in blocs, regional groups and subregions.
    pub fn blocs(&self) -> &[Bloc] {
        // The build refuses an asset that can't be read.
        self.blocs.get_or_init(|| blocs::built_in(self.record.members()).unwrap_or_default())
    }

    /// The user's own blocs.
    ///
    /// # Errors
    /// Why their file can't be read.
    pub fn saved(&self) -> Result<Arc<SavedBlocs>, String> {
        self.saved.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Has these saved blocs for all that is read from now on.
    pub fn take_saved(&self, saved: SavedBlocs) {
        *self.saved.write().unwrap_or_else(PoisonError::into_inner) = Ok(Arc::new(saved));
    }

    /// The built-in bloc, group or subregion of this name, without regard to case and spaces.
    pub fn bloc(&self, name: &str) -> Option<&Bloc> {
        let wanted = key(name);
        self.blocs().iter().find(|bloc| key(&bloc.name) == wanted || key(&bloc.title) == wanted)
    }

    /// The bloc that a text names where a member is expected: with an `@`, or as no member is called.
    pub fn bloc_in_place_of_a_member(&self, text: &str) -> Option<String> {
        let bloc = self.bloc_called(text.trim_start_matches('@'))?;
        (text.starts_with('@') || self.names().exactly(text).is_none()).then_some(bloc)
    }

    /// The name of the bloc, built-in or saved, that is called `name`.
    pub fn bloc_called(&self, name: &str) -> Option<String> {
        if key(name).is_empty() {
            return None;
        }
        let saved = || Some(self.saved().ok()?.get(name)?.0.to_owned());
        self.bloc(name).map(|bloc| bloc.name.clone()).or_else(saved)
    }

    /// Whether a saved bloc can have this name.
    ///
    /// # Errors
    /// If it is not written like a name, or a built-in bloc has it.
    pub fn can_be_saved(&self, name: &str) -> Result<(), BlocNameError> {
        let shown = || name.escape_debug().to_string();
        let plain = name.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.'));
        if key(name).is_empty() || !plain || name.trim() != name || name.chars().count() > 40 {
            return Err(BlocNameError::Unusable(shown()));
        }
        let built_in =
            |bloc: &Bloc| BlocNameError::BuiltIn { name: shown(), bloc: bloc.name.clone(), title: bloc.title.clone() };
        self.bloc(name).map(built_in).map_or(Ok(()), Err)
    }

    /// Whether a new bloc can be saved under this name.
    ///
    /// # Errors
    /// As [`Self::can_be_saved`], or if a query would take the name for a member or for a word of its own.
    pub fn can_be_named(&self, name: &str) -> Result<(), BlocNameError> {
        self.can_be_saved(name)?;
        let votes = State::OF_MEMBERS.map(State::word);
        let code = self.record.members().by_code(&name.to_uppercase()).is_some();
        let is_word = votes.iter().chain(&["all", "split", "unanimous"]).any(|word| name.eq_ignore_ascii_case(word));
        if is_word {
            Err(BlocNameError::QueryWord(name.escape_debug().to_string()))
        } else if code || self.names().calls_somebody(name) {
            Err(BlocNameError::Member(name.escape_debug().to_string()))
        } else {
            Ok(())
        }
    }

    /// The topics.
    pub fn topics(&self) -> &[Topic] {
        &self.topics
    }

    /// The topic of this short name, without regard to case.
    pub fn topic(&self, name: &str) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.name.eq_ignore_ascii_case(name))
    }

    /// The short name of the topic that another word surely means.
    pub fn topic_meant(&self, word: &str) -> Option<&str> {
        match near_topics(word, &self.topics).as_slice() {
            [topic] => Some(topic),
            _ => None,
        }
    }

    /// The topics that a roll call has.
    pub fn topics_of(&self, id: RollCallId) -> impl Iterator<Item = &Topic> {
        self.topics.iter().filter(move |topic| topic.rollcalls(self).is_ok_and(|set| set.contains(id)))
    }

    /// Makes what a query by words, names or topics needs while nobody waits for it.
    pub fn prepare(&self) {
        self.words();
        self.names();
        for topic in &self.topics {
            // One that can't be read says so where it is asked for.
            let _ = topic.rollcalls(self);
        }
    }

    pub(super) fn words(&self) -> &Words {
        self.words.get_or_init(|| Words::new(self.record))
    }

    /// The tally of each roll call, in the record's order.
    pub(super) fn tallies(&self) -> &[Tally] {
        self.tallies.get_or_init(|| self.record.rollcalls().map(|(id, _)| self.record.tally(id)).collect())
    }

    /// What names a roll call and no other: its whole symbol, or its record number where that is empty or borne by
    /// another.
    pub fn symbol(&self, id: RollCallId) -> String {
        let shared = self.shared.get_or_init(|| {
            let mut met = HashSet::new();
            let symbols = self.record.rollcalls().map(|(_, rollcall)| rollcall.symbol.to_ascii_uppercase());
            symbols.filter_map(|symbol| met.replace(symbol)).collect()
        });
        let rollcall = self.record.rollcall(id);
        if rollcall.symbol.is_empty() || shared.contains(&rollcall.symbol.to_ascii_uppercase()) {
            return rollcall.number.to_string();
        }
        rollcall.symbol.to_string()
    }

    /// The member that `text` names.
    ///
    /// # Errors
    /// A sentence that lists who else could be meant.
    pub fn member(&self, text: &str) -> Result<MemberId, String> {
        let members = self.record.members();
        if let Some(id) = members.by_code(text) {
            return Ok(id);
        }
        if text.trim().eq_ignore_ascii_case("all") {
            return Err("\"all\" is every member; name one".to_owned());
        }
        let text = text.trim_matches(|c: char| c.is_whitespace() || is_quote(c));
        let and = text.replace(" & ", " and ");
        let text = if self.names().exactly(&and).is_some() { &and } else { text };
        let begins = text.chars().next();
        let begins = begins.is_some_and(|c| !c.is_alphanumeric() && !matches!(c, '"' | '\'' | '(' | '’' | '‘'));
        let rest = || text.trim_start_matches(|c: char| !c.is_alphanumeric()).to_owned();
        // Passed over they may have meant the opposite, or another set.
        if let Some(name) = if begins { Some(rest()) } else { without_signs(text) } {
            // Without what they were between, the pieces of several names may be another.
            let known = self.names().exactly(&name).is_some();
            let name = if known { name } else { "one name or code, such as Egypt or EGY".to_owned() };
            return Err(format!("no member is called \"{text}\"; write {name}"));
        }
        let id = self.names().resolve(text).map_err(|error| error.message(text, members))?;
        let member = members.get(id);
        let before = member.held_before.as_ref();
        if let Some(before) = before.filter(|before| before.names.iter().any(|name| fold(name) == fold(text))) {
            let (held, code, until) = (before.names.first().map_or("", |name| name), &member.code, before.until);
            return Err(format!(
                "\"{text}\" is not a member: the {held} held the seat of {} until {until}; write {code}, with \
                 until:{until} for those days",
                member.name
            ));
        }
        Ok(id)
    }
}
