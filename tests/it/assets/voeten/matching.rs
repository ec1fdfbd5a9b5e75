//! Which of Voeten's roll calls are the library's: the rule that `assets/README.md` says in words.

use std::collections::HashMap;

use jiff::civil::Date;
use plenary::record::{Session, TextKind};

use super::tables::{Near, Ours, Theirs};
use super::words::kind;

/// By which step a roll call was found to be the library's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Step {
    /// A text of that day on which every member voted so.
    Same,
    /// The symbol and session, where the votes agree.
    Symbol,
    /// The votes and the day.
    Votes,
    /// Flagged as a part, and yet of the votes and the day of a text.
    Flagged,
    /// The votes alone, in the session or the years beside it.
    Year,
    /// A symbol and session of which the library has one with these votes already.
    Again,
    /// The symbol and session alone.
    Bare,
}

impl Step {
    /// Whether one of theirs alone is found by it.
    pub(super) fn is_partner(self) -> bool {
        !matches!(self, Self::Again | Self::Bare)
    }

    /// As the table of judged decisions has it.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Symbol => "symbol",
            Self::Votes => "votes",
            Self::Flagged => "flagged",
            Self::Year => "year",
            Self::Again => "again",
            Self::Bare => "bare",
        }
    }
}

/// A number with its letters: `146` and `B` of `A/RES/39/146B`.
type Key = (u32, String);

/// What a symbol names within its session.
fn key(symbol: &str) -> Option<Key> {
    let symbol = symbol.to_uppercase();
    let rest = symbol.strip_prefix("A/RES/").or_else(|| symbol.strip_prefix("R/"))?;
    let last = rest.rsplit('/').next().unwrap_or(rest);
    let digits = last.find(|c: char| !c.is_ascii_digit()).unwrap_or(last.len());
    let part = &last[digits..];
    let part = part.strip_prefix('(').and_then(|part| Some(part.split_once(')')?.1)).unwrap_or(part);
    Some((last[..digits].parse().ok()?, part.chars().filter(char::is_ascii_alphanumeric).collect()))
}

/// The day of a month as the tables have it until 1985: counted through the weekdays with which the month began.
pub(super) fn as_written(day: Date) -> i8 {
    let first = day.first_of_month().weekday().to_sunday_zero_offset();
    (day.day() + 2 * first - 1) % 7 + 1
}

/// Whether a day of theirs may stand for one of ours: until 2002 only year and month are to be trusted.
fn is_day(theirs: Date, ours: Date) -> bool {
    let is_month = (theirs.year(), theirs.month()) == (ours.year(), ours.month());
    let written = || theirs.year() >= 1986 || theirs.day() == as_written(ours);
    theirs == ours || (is_month && theirs.year() < 2003 && written())
}

/// What was found: by their place among theirs, the step and the place among ours.
pub(super) struct Matches<'a> {
    ours: &'a [Ours],
    theirs: &'a [Theirs],
    pub of: HashMap<usize, (Step, usize)>,
    taken: HashMap<usize, usize>,
    by_symbol: HashMap<(Session, Key), usize>,
    near: Vec<Vec<(usize, Near)>>,
}

impl<'a> Matches<'a> {
    pub(super) fn new(ours: &'a [Ours], theirs: &'a [Theirs]) -> Self {
        let symbols = ours.iter().enumerate().filter_map(|(at, of)| Some(((of.session?, key(&of.symbol)?), at)));
        let by_symbol = symbols.collect();
        let near = theirs.iter().map(|of| near(of, ours)).collect();
        let mut matches = Self { ours, theirs, of: HashMap::new(), taken: HashMap::new(), by_symbol, near };
        matches.same();
        matches.symbol();
        let by_votes = |near: Near| near.is_alike(95);
        let nearly_all = |near: Near| 2 * near.both > near.either && 50 * near.differ <= near.either;
        let is_text = |of: &Theirs| kind(of) == TextKind::Resolution;
        matches.nearest(Step::Votes, |of| !of.is_flagged(), is_day, by_votes);
        matches.nearest(Step::Flagged, |of| of.is_flagged() && is_text(of), is_day, nearly_all);
        matches.nearest(Step::Flagged, Theirs::is_flagged, is_day, nearly_all);
        let in_year = |near: Near| near.is_alike(97) && 100 * near.differ <= 3 * near.either;
        matches.nearest(Step::Year, |of| !of.is_flagged(), |_, _| true, in_year);
        matches.again();
        matches
    }

    /// The one of ours that bears the symbol of one of theirs in its session.
    pub(super) fn of_symbol(&self, of: &Theirs) -> Option<usize> {
        self.by_symbol.get(&(of.session?, key(&of.symbol)?)).copied()
    }

    fn is_free(&self, theirs: usize, ours: usize) -> bool {
        !self.of.contains_key(&theirs) && !self.taken.contains_key(&ours)
    }

    fn take(&mut self, step: Step, theirs: usize, ours: usize) {
        if self.is_free(theirs, ours) {
            self.of.insert(theirs, (step, ours));
            self.taken.insert(ours, theirs);
        }
    }

    /// Texts by their words or unflagged, of the day, on which no member voted otherwise; of several the one of that symbol
    /// first, then the unflagged.
    fn same(&mut self) {
        let mut pairs = Vec::new();
        for (at, of) in self.theirs.iter().enumerate() {
            if of.is_flagged() && kind(of) != TextKind::Resolution {
                continue;
            }
            let all =
                self.near[at].iter().filter(|(our, near)| near.differ == 0 && is_day(of.date, self.ours[*our].date));
            pairs.extend(all.map(|&(our, _)| (self.of_symbol(of) != Some(our), of.is_flagged(), at, our)));
        }
        pairs.sort_unstable();
        for (.., at, our) in pairs {
            self.take(Step::Same, at, our);
        }
    }

    /// Of those with the symbol and session of one of ours the nearest, if nine in ten votes agree.
    fn symbol(&mut self) {
        let mut pairs = Vec::new();
        for (at, of) in self.theirs.iter().enumerate().filter(|(_, of)| !of.is_flagged()) {
            if let Some(our) = self.of_symbol(of) {
                let near = Near::of(&self.ours[our].cast, &of.cast);
                pairs.extend(near.is_alike(90).then_some((our, near.differ, at)));
            }
        }
        pairs.sort_unstable();
        for (our, _, at) in pairs {
            self.take(Step::Symbol, at, our);
        }
    }

    /// The nearest pairs first, of those that `wanted`, `day` and `ok` allow.
    fn nearest(
        &mut self,
        step: Step,
        wanted: impl Fn(&Theirs) -> bool,
        day: impl Fn(Date, Date) -> bool,
        ok: impl Fn(Near) -> bool,
    ) {
        let mut pairs = Vec::new();
        for (at, of) in self.theirs.iter().enumerate().filter(|(_, of)| wanted(of)) {
            let all = self.near[at].iter().filter(|(our, near)| ok(*near) && day(of.date, self.ours[*our].date));
            pairs.extend(all.map(|&(our, near)| (near.differ, at, our)));
        }
        pairs.sort_unstable();
        for (_, at, our) in pairs {
            self.take(step, at, our);
        }
    }

    /// What bears the symbol of one of ours and is left: the same vote twice or, from session 26 on, before which their
    /// symbols may be pages, a text of damaged votes.
    fn again(&mut self) {
        for (at, of) in self.theirs.iter().enumerate().filter(|(_, of)| !of.is_flagged()) {
            let Some(our) = self.of_symbol(of).filter(|_| !self.of.contains_key(&at)) else { continue };
            let is_late = matches!(of.session, Some(Session::Regular(number)) if number >= 26);
            if Near::of(&self.ours[our].cast, &of.cast).is_alike(97) {
                self.of.insert(at, (Step::Again, our));
            } else if is_late && !of.descr.starts_with("The ") {
                self.of.insert(at, (Step::Bare, our));
            }
        }
    }
}

/// Those of ours of the session or the years beside it that are near one of theirs.
fn near(of: &Theirs, ours: &[Ours]) -> Vec<(usize, Near)> {
    let beside = |our: &Ours| our.session == of.session || (our.date.year() - of.date.year()).abs() <= 1;
    let all = ours.iter().enumerate().filter(|(_, our)| beside(our));
    all.map(|(at, our)| (at, Near::of(&our.cast, &of.cast))).filter(|(_, near)| near.is_alike(85)).collect()
}
