//! How far others moved toward a member or away from it between two parts of a window: before a year, and since it.

use crate::analysis::{Drift, Drifts, ENOUGH, Metric, Pair, Windows, drift, drift_by_topic};
use crate::record::{MemberId, Record, RollCallSet};
use crate::report::text::{thousands, value};
use crate::report::{Window, counted, figure_in_words, p_in_words};

use super::columns::{Column, Sort};
use super::list::Row;
use super::page::{Line, Page, Piece, Role, To, padded};
use super::shared::Shared;

/// The columns of members that moved.
pub(super) const COLUMNS: [Column; 7] = [
    Column::text("country", "name", 0, 0),
    Column::number("before", "agreement before", 6, 44),
    Column::number("n", "votes that both cast before", 5, 62),
    Column::number("after", "agreement after", 6, 38),
    Column::number("n", "votes that both cast after", 5, 62),
    Column::number("change", "size of the change", 7, 20),
    Column::number("p", "p of the change", 7, 30),
];
/// The column of the change.
const CHANGE: usize = 5;
/// The width of a figure and of its n in the table of topics.
const FIGURE: (usize, usize) = (7, 6);
/// The fewest columns of the name of a topic beside figures, and the most.
const LABEL: (usize, usize) = (12, 24);

/// A member and others, before a year and since it.
#[derive(Clone, Debug)]
pub(super) struct Moved {
    member: MemberId,
    /// The first year of the later part that was asked for; else it is the middle of the roll calls.
    asked: Option<i16>,
    /// None where there is no roll call.
    found: Option<Found>,
}

/// What is known of them over the set.
#[derive(Clone, Debug)]
struct Found {
    /// The first year of the later part, and the first and the last of the window.
    year: i16,
    first: i16,
    last: i16,
    before: RollCallSet,
    after: RollCallSet,
    drifts: Drifts,
}

impl Moved {
    pub(super) fn new(member: MemberId) -> Self {
        Self { member, asked: None, found: None }
    }

    /// The member that others are held against.
    pub(super) fn member(&self) -> MemberId {
        self.member
    }

    /// Counts over a set.
    pub(super) fn take(&mut self, set: &RollCallSet, shared: &Shared<'_>) {
        let record = shared.record();
        let years: Vec<_> = set.iter().map(|id| record.rollcall(id).date.year()).collect();
        self.found = years.first().zip(years.last()).map(|(&first, &last)| {
            let year = self.asked.unwrap_or(years[years.len() / 2]).clamp(first.saturating_add(1).min(last), last);
            let earlier = record.rollcalls().take_while(|(_, rollcall)| rollcall.date.year() < year).count();
            let before = set & &RollCallSet::range(record.len(), 0..earlier);
            let after = set - &before;
            let drifts = drift(record, Windows { before: &before, after: &after }, Some(self.member));
            Found { year, first, last, before, after, drifts }
        });
    }

    /// The same members over other roll calls, parted at the same year.
    pub(super) fn parted_here(&self) -> Self {
        Self { asked: self.found.as_ref().map(|found| found.year), ..self.clone() }
    }

    /// Begins the later part a year later, or earlier, at the next count; says where.
    pub(super) fn turn_year(&mut self, later: bool) -> String {
        let Some(Found { year, first, last, .. }) = self.found else { return String::new() };
        let wanted = if later { year + 1 } else { year - 1 };
        if wanted <= first || wanted > last {
            return format!(
                "still {}: the window has no year {} that",
                words(year),
                if later { "after" } else { "before" }
            );
        }
        self.asked = Some(wanted);
        words(wanted)
    }

    /// "until 2009, and since 2010".
    fn words(&self) -> String {
        self.found.as_ref().map_or_else(String::new, |found| words(found.year))
    }

    /// "Hungary and others until 2009, and since 2010".
    pub(super) fn subject(&self, record: &Record) -> String {
        format!("{} and others {}", record.members().get(self.member).name, self.words())
    }

    /// The two parts of the window, each with the query that chooses it.
    pub(super) fn windows(&self, query: &str) -> Option<([String; 2], Windows<'_>)> {
        let Found { year, before, after, .. } = self.found.as_ref()?;
        let part = |term: String| format!("{query} {term}").trim().to_owned();
        let queries = [part(format!("until:{}", year - 1)), part(format!("since:{year}"))];
        Some((queries, Windows { before, after }))
    }

    /// A member that moved as a line of text, with both figures, their n and the window.
    pub(super) fn as_text(&self, record: &Record, id: MemberId, query: &str, set: &RollCallSet) -> Option<String> {
        let drift = self.of(id)?;
        let [a, b] = [self.member, id].map(|id| record.members().get(id).name.as_ref());
        let (before, after) = (
            figure_in_words(drift.before.figure(Metric::Agreement)),
            figure_in_words(drift.after.figure(Metric::Agreement)),
        );
        let window = Window::new(record, query, set).line();
        Some(format!(
            "{a} and {b}: agreement {before} before {year}, {after} since, change {change}, p {p}, over {window}",
            year = self.found.as_ref()?.year,
            change = signed(drift.change),
            p = p_in_words(drift.p)
        ))
    }

    fn all(&self) -> &[Drift] {
        self.found.as_ref().map_or(&[], |found| &found.drifts.moved)
    }

    fn of(&self, id: MemberId) -> Option<&Drift> {
        self.all().iter().find(|drift| drift.b == id)
    }

    /// What its list is sorted by until the user says otherwise.
    pub(super) fn sort() -> Sort {
        Sort { column: CHANGE, reverse: false }
    }

    /// The others, sorted.
    pub(super) fn rows(&self, shared: &Shared<'_>, sort: Sort) -> Vec<Row> {
        // As they were found: the largest change first.
        let mut moved: Vec<_> = self.all().iter().collect();
        let name = |drift: &Drift| shared.by_name.iter().position(|&id| id == drift.b);
        let agreement = |pair: Pair| pair.agreement().unwrap_or_default();
        match sort.column {
            0 => moved.sort_by_key(|drift| name(drift)),
            1 => moved.sort_by(|a, b| agreement(b.before).total_cmp(&agreement(a.before))),
            2 => moved.sort_by_key(|drift| std::cmp::Reverse(drift.before.n())),
            3 => moved.sort_by(|a, b| agreement(b.after).total_cmp(&agreement(a.after))),
            4 => moved.sort_by_key(|drift| std::cmp::Reverse(drift.after.n())),
            6 => moved.sort_by(|a, b| a.p.total_cmp(&b.p)),
            _ => {}
        }
        if sort.reverse {
            moved.reverse();
        }
        moved.into_iter().map(|drift| Row::Member(drift.b)).collect()
    }

    /// The cell of a member in a column.
    pub(super) fn cell(&self, record: &Record, id: MemberId, column: usize) -> Line {
        let Some(drift) = self.of(id) else { return Line::new() };
        vec![match column {
            0 => Piece::plain(record.members().get(id).name.to_string()),
            1 => Piece::plain(value(drift.before.agreement())),
            2 => Piece::quiet(thousands(drift.before.n() as usize)),
            3 => Piece::plain(value(drift.after.agreement())),
            4 => Piece::quiet(thousands(drift.after.n() as usize)),
            5 => Piece::plain(signed(drift.change)),
            _ => Piece::quiet(p_in_words(drift.p)),
        }]
    }
}

/// "until 2009, and since 2010".
fn words(year: i16) -> String {
    format!("until {}, and since {year}", year - 1)
}

/// A change with its sign.
fn signed(change: f64) -> String {
    format!("{change:+.3}").replace('-', "−")
}

/// The selected pair before and after, whether that may be chance, and on which topics it moved.
pub(super) fn page(
    shared: &Shared<'_>,
    moved: &Moved,
    query: &str,
    columns: usize,
    selected: Option<MemberId>,
) -> Page {
    let record = shared.record();
    let mut page = Page::new(columns);
    let Some((found, (queries, windows))) = moved.found.as_ref().zip(moved.windows(query)) else { return page };
    let name = |id: MemberId| record.members().get(id).name.to_string();
    if let Some(drift) = selected.and_then(|id| moved.of(id)) {
        let both = format!("{} and {}", name(moved.member), name(drift.b));
        page.leading([Piece::title(both)], To::Pair(moved.member, drift.b));
        page.wrapped("agreement, and n: votes that both cast", Role::Quiet);
        page.blank();
        let sides = [("before", windows.before, drift.before), ("after ", windows.after, drift.after)];
        for ((when, set, pair), query) in sides.into_iter().zip(&queries) {
            page.push([
                Piece::plain(format!("{when}  ")),
                Piece::title(value(pair.agreement())),
                Piece::quiet(format!("  n {}", thousands(pair.n() as usize))),
            ]);
            page.wrapped(&Window::new(record, query, set).line(), Role::Accent);
        }
        page.push([Piece::plain("change  "), Piece::title(signed(drift.change))]);
        let p =
            format!("p {}; corrected for looking at all (Holm) {}", p_in_words(drift.p), p_in_words(drift.corrected));
        page.wrapped(&p, Role::Quiet);
        if drift.corrected >= 0.05 {
            page.wrapped("As large a change may well be chance.", Role::Quiet);
        }
        topics(shared, drift, windows, &mut page);
    }
    let stand = moved.all().iter().filter(|drift| drift.corrected < 0.05).count();
    page.heading([Piece::title("How this is counted")]);
    let tested = counted(moved.all().len(), "member");
    let few = counted(found.drifts.few, "other");
    page.wrapped(
        &format!(
            "Agreement after less agreement before, absences left out. {tested} with at least {ENOUGH} shared votes on \
             both sides, {few} with fewer. p: of all ways to deal the pair's roll calls to the two parts, the share that \
             changes as much, as if roll calls did not depend on each other; under 0.05 corrected: {stand}.{}",
            if found.first < found.last { " + and - move the year." } else { "" }
        ),
        Role::Quiet,
    );
    page
}

fn topics(shared: &Shared<'_>, drift: &Drift, windows: Windows<'_>, page: &mut Page) {
    if !shared.prepared {
        return;
    }
    page.heading([Piece::title("By topic")]);
    let topics = drift_by_topic(shared.lexicon, drift.a, drift.b, windows);
    if topics.is_empty() {
        page.wrapped(&format!("None with {ENOUGH} shared votes on both sides."), Role::Quiet);
        return;
    }
    let (figure, count) = FIGURE;
    let label = page.columns().saturating_sub(3 * figure + 2 * count);
    if label < LABEL.0 {
        for topic in topics {
            let to = To::Part(format!("topic:{}", topic.topic));
            page.leading([Piece::plain(topic.topic), Piece::title(format!("  {}", signed(topic.change)))], to);
            page.push([Piece::quiet(format!(
                "  {} → {}",
                figure_in_words(topic.before.figure(Metric::Agreement)),
                figure_in_words(topic.after.figure(Metric::Agreement))
            ))]);
        }
        return;
    }
    let label = label.min(LABEL.1);
    let heads = format!("{:>figure$}{:>count$}", "before", "n") + &format!("{:>figure$}{:>count$}", "after", "n");
    page.push([Piece::quiet(format!("{:<label$}{heads}{:>figure$}", "", "change"))]);
    for topic in topics {
        let sides = [topic.before, topic.after].map(|pair| {
            [
                Piece::plain(format!("{:>figure$}", value(pair.agreement()))),
                Piece::quiet(format!("{:>count$}", thousands(pair.n() as usize))),
            ]
        });
        let line = [Piece::plain(padded(&topic.topic, label))].into_iter().chain(sides.into_iter().flatten());
        let line = line.chain([Piece::plain(format!("{:>figure$}", signed(topic.change)))]);
        page.leading(line.collect::<Line>(), To::Part(format!("topic:{}", topic.topic)));
    }
}
