//! The page of a member against two others: both figures, lines through the years with n, each year, each topic.

use ratatui::layout::Size;

use crate::answer::between::Other;
use crate::answer::{Between, Mean};
use crate::app::chart::{ChartRow, FigureLetters, Form, axis_start, chart};
use crate::app::lines::{Plot, Plotted, lines};
use crate::app::page::{LinkTarget, Page, Piece, Role};
use crate::record::Record;
use crate::report::text::{thousands, value};
use crate::report::{counted, rule_in_words};

use super::BetweenView;

/// The letter of each other.
const LETTERS: FigureLetters = &[("B", Role::Group(0)), ("C", Role::Group(4))];
/// The lines above the plot and below it, and the most that it takes.
const AROUND: usize = 14;
const ROWS: std::ops::RangeInclusive<usize> = 6..=17;

/// Both figures, how many roll calls it voted with whom, and lines through the years.
pub(super) fn page(record: &Record, view: &BetweenView<'_>, room: Size) -> Page {
    let mut page = Page::new(room.width.into());
    let Some(answer) = &view.years else { return page };
    let [a, b, c] = view.members;
    let name = |id| Piece::title(record.name(id).to_owned());
    page.leading([name(a), Piece::quiet(format!(" · {}", answer.a))], LinkTarget::Member(a));
    for ((other, id), &(letter, role)) in answer.others.iter().zip([b, c]).zip(LETTERS) {
        let line = [
            Piece::new(letter, role),
            Piece::quiet(" with "),
            name(id),
            Piece::plain(format!("  {}", value(other.figure.value))),
            Piece::quiet(format!("  n {}", thousands(other.figure.n as usize))),
        ];
        page.leading(line, LinkTarget::Pair(a, id));
    }
    page.leading_text(&answer.window.line(), Role::Accent, LinkTarget::Window);
    page.wrapped(&format!("{}: {}", answer.metric.name(), rule_in_words(answer.metric)), Role::Quiet);
    if let Some(sides) = &view.sides {
        let [with_b, with_c] = [&sides.with[0], &sides.with[1]].map(|set| thousands(set.len()));
        let [b, c] = [b, c].map(|id| record.code(id));
        let parted = counted(sides.parted.len(), "roll call");
        page.wrapped(
            &format!("{b} and {c} voted differently on {parted}: with {b} {with_b}, with {c} {with_c}"),
            Role::Plain,
        );
    }
    page.heading([Piece::title("Through the years")]);
    let rows = usize::from(room.height).saturating_sub(AROUND).clamp(*ROWS.start(), *ROWS.end());
    let plot = Plot { rows, from: axis_start(view.metric) };
    if !lines(plot, &answer.keys, &plotted(answer), &mut page) {
        page.wrapped("too few years or too little room for lines; each year is below", Role::Quiet);
    }
    page
}

/// Each year and each topic, with n.
pub(super) fn aside(view: &BetweenView<'_>, columns: usize) -> Page {
    let mut page = Page::new(columns);
    for (answer, field) in [(&view.years, "year"), (&view.topics, "topic")] {
        if let Some(answer) = answer {
            parts(answer, field, axis_start(view.metric), &mut page);
        }
    }
    page
}

/// The figure of each other in a part.
fn figures(answer: &Between<'_>, key: &str) -> Vec<Mean> {
    let of = |other: &Other<'_>| {
        let point = other.series.iter().find(|point| point.key == key);
        point.map_or(Mean { n: 0, value: None }, |point| Mean::from(point.figure))
    };
    answer.others.iter().map(of).collect()
}

fn plotted(answer: &Between<'_>) -> Vec<Plotted> {
    let all: Vec<_> = answer.keys.iter().map(|key| figures(answer, key)).collect();
    let line = |(at, &(letter, role)): (usize, &(&str, Role))| Plotted {
        letter: letter.chars().next().unwrap_or(' '),
        role,
        figures: all.iter().map(|part| part[at]).collect(),
    };
    LETTERS.iter().enumerate().map(line).collect()
}

fn parts(answer: &Between<'_>, field: &'static str, from: f64, page: &mut Page) {
    let heading = if field == "year" { "By year" } else { "By topic" };
    let all: Vec<_> = answer.keys.iter().map(|key| (key, figures(answer, key))).collect();
    let row = |key: &String| LinkTarget::Part(format!("{field}:{key}"));
    let rows = all.iter().map(|(key, figures)| ChartRow { key, figures, to: row(key) });
    let mut rows: Vec<_> = rows.collect();
    if field == "year" {
        rows.reverse();
    }
    chart(Form { heading, bars: false, from }, LETTERS, &rows, page);
}
