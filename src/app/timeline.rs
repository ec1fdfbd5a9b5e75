//! What the filter lets through in the years of the record as small charts, and a span of them that is chosen to be the window.

use ratatui::layout::Position;

use crate::report::text::{percent, thousands};

use super::done::Done;
use super::event::Mouse;
use super::layout::Layout;
use super::page::{Line, Piece, Role, add};
use super::state::App;
use super::years::{ChosenYears, LABEL, Year, Years};
use crate::actions::Action;

/// From none to all, never so high that one chart runs into the one above.
const LEVELS: [char; 7] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇'];

impl App<'_> {
    /// The years of the window.
    fn window_years(&self) -> Option<(i16, i16)> {
        let year = |id| self.record().rollcall(id).date.year();
        let set = self.view().set();
        set.iter().next().zip(set.iter().next_back()).map(|(first, last)| (year(first), year(last)))
    }

    /// Begins to choose a span of years.
    pub(super) fn open_timeline(&mut self) -> bool {
        if self.layout().is_none_or(|layout| layout.timeline.is_empty()) {
            self.notice = Some("the timeline needs 30 rows, in views 1 and 2; type year:2015..2024 instead".into());
            return true;
        }
        let years = self.view().years(&self.shared);
        let at = self.window_years().map_or(years.last(), |(_, last)| last);
        self.span = Some(ChosenYears { at, anchor: None, dragged: false });
        true
    }

    pub(super) fn act_in_timeline(&mut self, action: Action) -> Done {
        let years = self.view().years(&self.shared);
        let (first, last) = (years.first, years.last());
        let Some(span) = &mut self.span else { return Done::NOTHING };
        let before = span.at;
        match action {
            Action::Left => span.at = (before - 1).max(first),
            Action::Right => span.at = (before + 1).min(last),
            Action::PageUp => span.at = (before - 10).max(first),
            Action::PageDown => span.at = (before + 10).min(last),
            Action::First => span.at = first,
            Action::Last => span.at = last,
            Action::Mark => span.anchor = if span.anchor.is_some() { None } else { Some(before) },
            Action::Accept => self.take_span(),
            Action::Cancel => self.span = None,
            _ => return Done::NOTHING,
        }
        Done::CHANGED
    }

    /// Makes the span the window, in the place of the days that the filter names.
    fn take_span(&mut self) {
        let Some(span) = self.span.take() else { return };
        let (from, to) = span.ends();
        let term = if from == to { format!("year:{from}") } else { format!("year:{from}..{to}") };
        let text = format!("{} {term}", self.view().query().without_time());
        let shared = &self.shared;
        if let Some(view) = self.views.last_mut() {
            view.filter_by(text.trim_start(), shared);
        }
    }

    /// What the mouse does on the timeline: a press begins a span, a drag goes on with it, letting go takes it; none if it is
    /// elsewhere.
    pub(super) fn drag_span(&mut self, mouse: Mouse, at: Position, layout: &Layout) -> Option<Done> {
        let area = layout.timeline;
        let dragged = self.span.is_some_and(|span| span.dragged);
        if !(dragged && mouse != Mouse::Click || mouse == Mouse::Click && area.contains(at)) {
            return None;
        }
        let columns = self.view().years(&self.shared).columns(area.width.into())?;
        let column = usize::from(at.x.saturating_sub(area.x)).checked_sub(LABEL);
        let (from, to) = match column {
            None if mouse == Mouse::Click => return Some(Done::NOTHING),
            None => columns[0],
            Some(column) => columns[column.min(columns.len() - 1)],
        };
        match (mouse, &mut self.span) {
            (Mouse::Click, span) => *span = Some(ChosenYears { at: to, anchor: Some(from), dragged: true }),
            (Mouse::Drag, Some(span)) => {
                let later = span.anchor.is_none_or(|anchor| to >= anchor);
                span.at = if later { to } else { from };
            }
            _ => self.take_span(),
        }
        Some(Done::CHANGED)
    }

    /// The charts, each in a line of the given number of columns, and the years below them; none where there is no
    /// room.
    pub fn timeline(&self, columns: u16) -> Vec<Line> {
        let years = self.view().years(&self.shared);
        let Some(columns) = years.columns(columns.into()) else { return Vec::new() };
        let span = self.span.map(ChosenYears::ends).or(self.window_years());
        let in_years = span.map(|(from, to)| years.sum(from, to)).unwrap_or_default();
        // A filter need not take whole years.
        let set = self.view().set();
        let all = if self.span.is_some() || set.len() == in_years.rollcalls as usize {
            in_years
        } else {
            Years::new(self.record(), set).sum(years.first, years.last())
        };
        let of_each: Vec<_> = columns.iter().map(|&(from, to)| years.sum(from, to)).collect();
        let most = of_each.iter().map(|year| year.rollcalls).max().unwrap_or_default();
        let mut lines = Vec::new();
        for chart in TimelineOf::ALL {
            let (label, figure) = (chart.label(), chart.figure(all));
            let room = LABEL - 2 - label.len();
            let mut line = vec![Piece::quiet(format!(" {label}")), Piece::plain(format!("{figure:>room$} "))];
            for (&(first, last), year) in columns.iter().zip(&of_each) {
                let inside = span.is_some_and(|(from, to)| first <= to && from <= last);
                add(&mut line, chart.level(*year, most), if inside { Role::Accent } else { Role::Quiet });
            }
            lines.push(line);
        }
        let filtered = !self.view().query().without_time().is_empty() || all.rollcalls < in_years.rollcalls;
        let title = match span {
            None => "none".to_owned(),
            Some((from, to)) => {
                let span = if from == to { from.to_string() } else { format!("{from}–{to}") };
                if filtered { format!("{span}, filtered") } else { format!("all of {span}") }
            }
        };
        let mut line = vec![Piece::quiet(format!(" {title:<width$}", width = LABEL - 1))];
        for (letter, role) in axis(&columns, self.span) {
            add(&mut line, letter, role);
        }
        lines.push(line);
        lines
    }
}

/// What a chart is of.
#[derive(Clone, Copy)]
enum TimelineOf {
    RollCalls,
    Broad,
    Contested,
}

impl TimelineOf {
    const ALL: [Self; 3] = [Self::RollCalls, Self::Broad, Self::Contested];

    fn label(self) -> &'static str {
        match self {
            Self::RollCalls => "roll calls",
            Self::Broad => "over 90 % yes",
            Self::Contested => "contested",
        }
    }

    /// The share of the roll calls of some years; none where there are none.
    fn share(self, of: Year) -> Option<f64> {
        let some = match self {
            Self::RollCalls => of.rollcalls,
            Self::Broad => of.broad,
            Self::Contested => of.contested,
        };
        (of.rollcalls > 0).then(|| f64::from(some) / f64::from(of.rollcalls))
    }

    fn figure(self, of: Year) -> String {
        match self {
            Self::RollCalls => thousands(of.rollcalls as usize),
            _ => self.share(of).map_or_else(|| "–".to_owned(), percent),
        }
    }

    /// The character of a column, where the most roll calls of one are so many.
    fn level(self, of: Year, most: u32) -> char {
        let value = match self {
            Self::RollCalls => (of.rollcalls > 0).then(|| f64::from(of.rollcalls) / f64::from(most)),
            _ => self.share(of),
        };
        value.map_or(' ', |value| {
            let at = (0..LEVELS.len()).rfind(|&at| value * LEVELS.len() as f64 > at as f64);
            LEVELS[at.unwrap_or_default()]
        })
    }
}

/// The decades below the columns, and the span that is being chosen.
fn axis(columns: &[(i16, i16)], span: Option<ChosenYears>) -> Vec<(char, Role)> {
    let mut axis = vec![(' ', Role::Quiet); columns.len()];
    let mut next = 0;
    for (column, &(first, last)) in columns.iter().enumerate() {
        let decade = (first..=last).find(|year| year % 10 == 0);
        if let Some(decade) = decade.filter(|_| column >= next && column + 4 <= columns.len()) {
            for (cell, letter) in axis[column..].iter_mut().zip(decade.to_string().chars()) {
                cell.0 = letter;
            }
            next = column + 5;
        }
    }
    let Some(span) = span else { return axis };
    let (from, to) = span.ends();
    for (cell, &(first, last)) in axis.iter_mut().zip(columns) {
        if (first..=last).contains(&span.at) {
            *cell = ('▴', Role::Title);
        } else if first <= to && from <= last {
            *cell = ('━', Role::Accent);
        }
    }
    axis
}
