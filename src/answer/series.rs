//! A resolution through the years: its roll calls, who left and who joined the yes votes, how its support went, who moved
//! most.

mod found;
mod place;

use jiff::civil::Date;
use serde::{Serialize, Serializer};

use crate::analysis::series::{support, turnovers};
use crate::record::{MemberSet, Record, RollCallId, RollCallSet, TextId, fold};

pub use crate::analysis::series::{Gap, LinkedBy, SeriesIndex};

use super::list::RollCallRow;
use super::moves::Ranking;
use super::window::Window;

pub use self::found::{HowFound, Reason};
pub use self::place::{PlaceInSeries, SpanInSeries};

/// The roll calls of a series, oldest first.
#[derive(Clone, Debug)]
pub struct Series<'r> {
    pub(crate) record: &'r Record,
    pub(crate) returns: Vec<Return<'r>>,
    pub(crate) window: Window,
    pub(crate) found: HowFound,
    /// Roll calls under its title that are not told apart from it.
    pub(crate) undecided: Vec<RollCallId>,
    /// Why the list of series has roll calls follow others.
    pub(crate) reasons: Vec<Reason>,
    /// The titles as they drift, each from its first day on.
    pub(crate) titles: Vec<(Date, &'r str)>,
    /// The texts of it that were adopted without a vote, oldest first: all, or of a part of the series those within it.
    pub(crate) without_vote: Vec<TextId>,
    /// The years with neither between the first and the last, and why they have none.
    pub(crate) gaps: Vec<(i16, Gap)>,
    pub(crate) ranking: Ranking,
}

/// A roll call of the series.
#[derive(Clone, Debug)]
pub(crate) struct Return<'r> {
    pub(crate) id: RollCallId,
    pub(crate) row: RollCallRow<'r>,
    /// None where nobody cast a vote.
    pub(crate) support: Option<Support>,
    /// None at the first, and where votes by member were not recorded.
    pub(crate) turnover: Option<YesTurnover>,
}

/// The share of yes among votes cast.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Support {
    pub(crate) share: f64,
    pub(crate) n: u16,
    pub(crate) date: Date,
}

/// Who left and who joined the yes votes since an earlier roll call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct YesTurnover {
    pub(crate) since: RollCallId,
    pub(crate) left: MemberSet,
    pub(crate) joined: MemberSet,
}

/// The support at both ends, and where it was lowest and highest.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct SupportRange {
    pub(crate) first: Support,
    pub(crate) last: Support,
    pub(crate) lowest: Support,
    pub(crate) highest: Support,
    /// How many roll calls it is known of.
    pub(crate) of: usize,
}

impl<'r> Series<'r> {
    /// The series of `id`, those of its roll calls that `set` holds, which `window` says. The window of the answer is that of
    /// the series within it: `named` says what the series was asked for by.
    pub fn new(
        record: &'r Record,
        index: &SeriesIndex,
        (id, named): (RollCallId, &str),
        window: Window,
        set: &RollCallSet,
    ) -> Self {
        let whole = index.of(id);
        let ids: Vec<_> = whole.iter().copied().filter(|&id| set.contains(id)).collect();
        let mut shown = RollCallSet::empty(record.len());
        shown.extend(ids.iter().copied());
        let undecided = index.undecided(&whole);
        let without_vote = without_vote(record, index, &ids, &whole);
        let asked = format!("series {named} {}", window.query);
        Self {
            record,
            returns: returns(record, &ids),
            window: Window { understood: window.understood, ..Window::new(record, asked.trim_end(), &shown) },
            found: HowFound::of(index, &whole),
            reasons: Reason::all(index, &whole),
            titles: titles(record, &ids),
            gaps: gaps(record, &ids, &whole, &undecided)
                .into_iter()
                .filter(|(year, _)| without_vote.iter().all(|&id| record.text(id).date.year() != *year))
                .collect(),
            without_vote,
            ranking: Ranking::new(record, &ids),
            undecided,
        }
    }

    /// The series of `id`, all of it.
    pub fn whole(record: &'r Record, index: &SeriesIndex, id: RollCallId) -> Self {
        let all = record.all();
        let symbol = record.rollcall(id).short_symbol();
        Self::new(record, index, (id, &symbol), Window::new(record, "", &all), &all)
    }

    /// Whether no roll call of it is in the window.
    pub fn is_empty(&self) -> bool {
        self.returns.is_empty()
    }

    /// The roll calls, oldest first.
    pub fn ids(&self) -> impl ExactSizeIterator<Item = RollCallId> + DoubleEndedIterator {
        self.returns.iter().map(|one| one.id)
    }

    pub(crate) fn get(&self, id: RollCallId) -> Option<&Return<'r>> {
        self.returns.iter().find(|one| one.id == id)
    }

    /// How the support went; none where nobody ever cast a vote.
    pub(crate) fn support(&self) -> Option<SupportRange> {
        let known: Vec<_> = self.returns.iter().filter_map(|one| one.support).collect();
        let by_share = |a: &Support, b: &Support| a.share.total_cmp(&b.share);
        Some(SupportRange {
            first: *known.first()?,
            last: *known.last()?,
            lowest: known.iter().copied().min_by(by_share)?,
            highest: known.iter().copied().max_by(by_share)?,
            of: known.len(),
        })
    }

    pub(crate) fn codes(&self, members: &MemberSet) -> Vec<&'r str> {
        members.iter().map(|id| self.record.code(id)).collect()
    }
}

fn returns<'r>(record: &'r Record, ids: &[RollCallId]) -> Vec<Return<'r>> {
    let mut last = None;
    let one = |(&id, turned): (&RollCallId, crate::analysis::series::Turnover)| {
        let since = if record.is_recorded(id) { last.replace(id) } else { None };
        let tally = record.tally(id);
        let support = support(tally).map(|share| Support { share, n: tally.cast(), date: record.rollcall(id).date });
        let turnover = since.map(|since| YesTurnover { since, left: turned.left, joined: turned.joined });
        Return { id, row: RollCallRow::new(record, id), support, turnover }
    };
    ids.iter().zip(turnovers(record, ids)).map(one).collect()
}

fn titles<'r>(record: &'r Record, ids: &[RollCallId]) -> Vec<(Date, &'r str)> {
    let mut titles: Vec<(Date, &str)> = Vec::new();
    let mut last = String::new();
    for rollcall in ids.iter().map(|&id| record.rollcall(id)) {
        let folded = fold(&rollcall.title);
        if folded != last {
            titles.push((rollcall.date, &rollcall.title));
            last = folded;
        }
    }
    titles
}

/// The texts without a vote of the series `whole`, those between the first and the last of `ids` where that is a part of it.
fn without_vote(record: &Record, index: &SeriesIndex, ids: &[RollCallId], whole: &[RollCallId]) -> Vec<TextId> {
    let (Some(&first), Some(&last)) = (ids.first(), ids.last()) else { return Vec::new() };
    let between = record.rollcall(first).date..=record.rollcall(last).date;
    let mut texts = index.without_vote(whole);
    texts.retain(|&id| ids.len() == whole.len() || between.contains(&record.text(id).date));
    texts.sort_by_key(|&id| record.text(id).date);
    texts
}

fn gaps(record: &Record, ids: &[RollCallId], whole: &[RollCallId], undecided: &[RollCallId]) -> Vec<(i16, Gap)> {
    let years: Vec<_> = ids.iter().map(|&id| record.rollcall(id).date.year()).collect();
    let missing = years.windows(2).flat_map(|pair| pair[0] + 1..pair[1]);
    missing.map(|year| (year, Gap::of(record, year, whole, undecided))).collect()
}

impl Serialize for Series<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct SeriesEntry<'a> {
            #[serde(flatten)]
            row: &'a RollCallRow<'a>,
            left: Vec<&'a str>,
            joined: Vec<&'a str>,
        }
        serializer.collect_seq(self.returns.iter().map(|one| {
            let codes = |of: fn(&YesTurnover) -> &MemberSet| {
                one.turnover.as_ref().map_or_else(Vec::new, |turnover| self.codes(of(turnover)))
            };
            SeriesEntry { row: &one.row, left: codes(|it| &it.left), joined: codes(|it| &it.joined) }
        }))
    }
}
