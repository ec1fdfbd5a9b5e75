//! How far others moved toward a member or away from it between two parts of a window: before a year, and since it.

mod page;

use std::borrow::Cow;

use jiff::civil::Date;

use crate::answer::drift::Moved;
use crate::answer::{DriftReport, Figure, Window, Windows};
use crate::link::{LinkOptions, LinkedView};
use crate::query::{Lexicon, Query, first_day};
use crate::record::{MemberId, Record, RollCallSet};
use crate::report::text::{thousands, value};
use crate::report::{Format, Style, figure_in_words, p_in_words, render};

use crate::actions::{Action, Context};
use crate::app::App;
use crate::app::columns::{ListColumn, NamedColumn, PlacedColumn, Sort};
use crate::app::list::Row;
use crate::app::page::{Line, LinkTarget, Page, Piece};
use crate::app::prompt::Question;
use crate::app::session::Workspace;
use crate::app::views::{Boxed, Here, Response, Room, Taken, View, ViewKind, votes};

/// A member and others, before a year and since it.
pub(super) static KIND: ViewKind = ViewKind { name: "Drift", keys: Some(Context::Drift), first: votes::first };

/// Goes to it, or asks for its day.
pub(super) fn act(app: &mut App<'_>, action: Action) -> Option<bool> {
    match action {
        Action::Drift => Some(app.go_to_drift()),
        Action::SplitDay => {
            app.ask_question(Question {
                label: "later part from",
                hint: "a day, a month or a year: 2014-03-27, 2014-03, 2014",
                which: 0,
                over: None,
            });
            Some(true)
        }
        _ => None,
    }
}

/// Opens a member and others if a link names that; says whether it does.
pub(super) fn opens(app: &mut App<'_>, link: &LinkedView, query: &str) -> bool {
    let LinkedView::Drift(member) = link else { return false };
    app.open_under(Box::new(DriftView::new(*member)), query)
}

/// The columns of members that moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum DriftColumn {
    Name,
    Before,
    SharedBefore,
    After,
    SharedAfter,
    Change,
    Chance,
}

impl NamedColumn for DriftColumn {
    const ALL: &'static [Self] =
        &[Self::Name, Self::Before, Self::SharedBefore, Self::After, Self::SharedAfter, Self::Change, Self::Chance];
}

impl DriftColumn {
    fn head(self) -> ListColumn {
        match self {
            Self::Name => ListColumn::text("country", "name", 0, 0),
            Self::Before => ListColumn::number("before", "agreement before", 7, 44),
            Self::SharedBefore => ListColumn::number("n", "votes that both cast before", 5, 62),
            Self::After => ListColumn::number("after", "agreement after", 6, 38),
            Self::SharedAfter => ListColumn::number("n", "votes that both cast after", 5, 62),
            Self::Change => ListColumn::number("change", "size of the change", 7, 20),
            Self::Chance => ListColumn::number("p", "p of the change", 7, 30),
        }
    }
}

/// A member and others, before a year and since it.
#[derive(Clone, Debug)]
struct DriftView<'r> {
    member: MemberId,
    /// The first day of the later part, if it was set; by default the parts have about equally many roll calls.
    asked: Option<Date>,
    /// None where there is no roll call.
    found: Option<DriftFigures<'r>>,
}

/// The figures over the set.
#[derive(Clone, Debug)]
struct DriftFigures<'r> {
    /// The first day of the later part, and the first and the last of the window.
    day: Date,
    first: Date,
    last: Date,
    before: RollCallSet,
    after: RollCallSet,
    answer: DriftReport<'r>,
}

impl DriftFigures<'_> {
    fn windows(&self) -> Windows<'_> {
        Windows { before: &self.before, after: &self.after }
    }
}

impl<'r> DriftView<'r> {
    fn new(member: MemberId) -> Self {
        Self { member, asked: None, found: None }
    }

    /// Moves the start of the later part by a year, for the next count; says where it is.
    fn step_year(&mut self, later: bool) -> String {
        let Some(DriftFigures { day, first, last, .. }) = self.found else { return String::new() };
        let year = if later { day.year().saturating_add(1) } else { day.year() - i16::from(is_new_year(day)) };
        let wanted = Date::new(year, 1, 1).unwrap_or(day);
        if wanted <= first || wanted > last {
            let side = if later { "after" } else { "before" };
            return format!("still {}: the window has no year {side} that", words(day));
        }
        self.asked = Some(wanted);
        words(wanted)
    }

    /// "until 2009, and since 2010".
    fn words(&self) -> String {
        self.found.as_ref().map_or_else(String::new, |found| words(found.day))
    }

    /// A member that moved as a line of text, with both figures, their n and the window.
    fn as_text(&self, record: &Record, id: MemberId, window: &Window) -> Option<String> {
        let (found, moved) = (self.found.as_ref()?, self.of(id)?);
        let [a, b] = [self.member, id].map(|id| record.name(id));
        Some(format!(
            "{a} and {b}: agreement {before} before {year}, {after} since, change {change}, p {p}, over {window}",
            before = figure_in_words(moved.before),
            after = figure_in_words(moved.after),
            year = day_in_words(found.day),
            change = signed(moved.change),
            p = p_in_words(moved.p),
            window = window.line()
        ))
    }

    fn all(&self) -> &[Moved<'r>] {
        self.found.as_ref().map_or(&[], |found| &found.answer.pairs)
    }

    fn of(&self, id: MemberId) -> Option<&Moved<'r>> {
        self.all().iter().find(|moved| moved.members[1] == id)
    }
}

/// The part of a query's window that a term asks for.
fn part(lexicon: &Lexicon<'_>, query: &Query, term: &str, set: &RollCallSet) -> Window {
    let text = format!("{query} {term}").trim().to_owned();
    match Query::parse(&text, lexicon) {
        Ok(query) => Window::of(lexicon, &query, set),
        Err(_) => Window::new(lexicon.record(), &text, set),
    }
}

impl<'r> View<'r> for DriftView<'r> {
    fn kind(&self) -> &'static ViewKind {
        &KIND
    }

    fn boxed(&self) -> Boxed<'r> {
        Box::new(self.clone())
    }

    fn has_aside(&self) -> bool {
        false
    }

    fn recompute(&mut self, query: &Query, set: &RollCallSet, shared: &Workspace<'r>) {
        let (record, lexicon) = (shared.record(), shared.lexicon);
        let days: Vec<_> = set.iter().map(|id| record.rollcall(id).date).collect();
        self.found = days.first().zip(days.last()).map(|(&first, &last)| {
            let middle = || {
                let year = days[days.len() / 2].year().max(first.year().saturating_add(1)).min(last.year());
                Date::new(year, 1, 1).unwrap_or(last)
            };
            let day = self.asked.unwrap_or_else(middle);
            let earlier = record.rollcalls().take_while(|(_, rollcall)| rollcall.date < day).count();
            let before = set & &RollCallSet::range(record.len(), 0..earlier);
            let after = set - &before;
            let eve = day.yesterday().unwrap_or(day);
            let until = if is_new_year(day) { eve.year().to_string() } else { eve.to_string() };
            let parts = [
                part(lexicon, query, &format!("until:{until}"), &before),
                part(lexicon, query, &format!("since:{}", day_in_words(day)), &after),
            ];
            let windows = Windows { before: &before, after: &after };
            let answer = DriftReport::new(record, Some(self.member), parts, windows);
            DriftFigures { day, first, last, before, after, answer }
        });
    }

    fn columns(&self, _session: &Workspace<'_>) -> Vec<ListColumn> {
        DriftColumn::ALL.iter().map(|column| column.head()).collect()
    }

    fn sort(&self) -> Sort {
        Sort { column: DriftColumn::Change.position(), reverse: false }
    }

    fn rows(&self, _set: &RollCallSet, sort: Sort, shared: &Workspace<'_>) -> Vec<Row> {
        // As they were found: the largest change first.
        let mut moved: Vec<_> = self.all().iter().collect();
        let name = |moved: &Moved<'_>| shared.by_name.iter().position(|&id| id == moved.members[1]);
        let value = |figure: Figure| figure.value.unwrap_or_default();
        match DriftColumn::at(sort.column) {
            Some(DriftColumn::Name) => moved.sort_by_key(|pair| name(pair)),
            Some(DriftColumn::Before) => moved.sort_by(|a, b| value(b.before).total_cmp(&value(a.before))),
            Some(DriftColumn::SharedBefore) => moved.sort_by_key(|pair| std::cmp::Reverse(pair.before.n)),
            Some(DriftColumn::After) => moved.sort_by(|a, b| value(b.after).total_cmp(&value(a.after))),
            Some(DriftColumn::SharedAfter) => moved.sort_by_key(|pair| std::cmp::Reverse(pair.after.n)),
            Some(DriftColumn::Chance) => moved.sort_by(|a, b| a.p.total_cmp(&b.p)),
            Some(DriftColumn::Change) | None => {}
        }
        if sort.reverse {
            moved.reverse();
        }
        moved.into_iter().map(|pair| Row::Member(pair.members[1])).collect()
    }

    fn cell(&self, row: Row, at: PlacedColumn, shared: &Workspace<'_>) -> Line {
        let Row::Member(id) = row else { return Line::new() };
        let Some((column, moved)) = DriftColumn::at(at.column).zip(self.of(id)) else { return Line::new() };
        vec![match column {
            DriftColumn::Name => Piece::plain(shared.record().name(id).to_owned()),
            DriftColumn::Before => Piece::plain(value(moved.before.value)),
            DriftColumn::SharedBefore => Piece::quiet(thousands(moved.before.n as usize)),
            DriftColumn::After => Piece::plain(value(moved.after.value)),
            DriftColumn::SharedAfter => Piece::quiet(thousands(moved.after.n as usize)),
            DriftColumn::Change => Piece::plain(signed(moved.change)),
            DriftColumn::Chance => Piece::quiet(p_in_words(moved.p)),
        }]
    }

    fn pages(&self, here: &Here<'_, 'r>, room: Room) -> (Page, Page) {
        (page::page(here.session, self, room.columns(), here.member()), Page::default())
    }

    fn title(&self, here: &Here<'_, 'r>) -> String {
        format!("{} and others {}", here.record().name(self.member), self.words())
    }

    fn empty(&self, _here: &Here<'_, 'r>) -> (&'static str, Cow<'static, str>) {
        (
            "No member has enough votes in both parts of this window.",
            "A pair needs 20 shared votes before the year and since it; + and - move it, a types it, / sets the window.".into(),
        )
    }

    fn act(&mut self, action: Action, _here: &Here<'_, 'r>) -> Response<'r> {
        match action {
            Action::LaterYear | Action::EarlierYear => {
                Response::Recompute(Some(self.step_year(action == Action::LaterYear)))
            }
            _ => Response::Passed,
        }
    }

    fn take_answer(&self, _question: &Question, text: &str, _here: &Here<'_, 'r>) -> Option<Taken<'r>> {
        let again = |notice: String| Taken::AskAgain { over: None, text: text.to_owned(), notice };
        let Some(found) = &self.found else { return Some(again("no roll call in this window; / sets it".to_owned())) };
        let Some(day) = first_day(text) else {
            return Some(again(format!("\"{text}\" is no day; write 2014-01-01, 2014-01 or 2014")));
        };
        if day <= found.first || day > found.last {
            return Some(again(format!(
                "the window goes from {} to {}; write a day after the first",
                found.first, found.last
            )));
        }
        let asked = Self { asked: Some(day), ..self.clone() };
        Some(Taken::Shown(Box::new(asked), words(day)))
    }

    fn follow(&self, target: &LinkTarget) -> Option<Boxed<'r>> {
        // Over other roll calls it is parted at the same year.
        let parted = || Self { asked: self.found.as_ref().map(|found| found.day), ..self.clone() };
        matches!(target, LinkTarget::Part(_)).then(|| Box::new(parted()) as Boxed<'r>)
    }

    fn link(&self, _here: &Here<'_, 'r>) -> LinkedView {
        LinkedView::Drift(self.member)
    }

    fn options(&self, _session: &Workspace<'_>) -> LinkOptions {
        LinkOptions { split: self.asked, ..LinkOptions::default() }
    }

    fn take_options(&mut self, options: &LinkOptions, _session: &Workspace<'_>) {
        self.asked = options.split;
    }

    fn copy(&self, here: &Here<'_, 'r>) -> Option<String> {
        let text = here.member().and_then(|member| self.as_text(here.record(), member, &here.window()));
        text.map(|text| here.cited(&text)).or_else(|| here.row_as_text())
    }

    fn export(&self, here: &Here<'_, 'r>, format: Format, style: Style) -> Option<String> {
        let Some(found) = &self.found else { return here.rows_as_file(format, style) };
        let answer = found.answer.clone().with_topics(here.session.lexicon, found.windows());
        Some(render(&answer, here.record(), format, style))
    }
}

impl App<'_> {
    /// Goes to those that moved toward the selected member, or the first of two, or away from it.
    fn go_to_drift(&mut self) -> bool {
        let member = self.view().view().member(&self.view().here(&self.shared));
        member.is_some_and(|member| self.open_here(Box::new(DriftView::new(member))))
    }
}

/// Whether a day is the first of its year.
fn is_new_year(day: Date) -> bool {
    day.day_of_year() == 1
}

/// A year where it is its first day, otherwise the day.
fn day_in_words(day: Date) -> String {
    if is_new_year(day) { day.year().to_string() } else { day.to_string() }
}

/// "until 2009, and since 2010", "until 2014-03-26, and since 2014-03-27".
fn words(day: Date) -> String {
    let eve = day.yesterday().unwrap_or(day);
    let until = if is_new_year(day) { eve.year().to_string() } else { eve.to_string() };
    format!("until {until}, and since {}", day_in_words(day))
}

/// A change with its sign.
fn signed(change: f64) -> String {
    format!("{change:+.3}").replace('-', "−")
}
