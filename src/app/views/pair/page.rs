//! The page of two members: a metric, the table of their votes, when they last voted alike, the metric by year and topic.

use crate::answer::pair::{PairContext, PairPoint};
use crate::answer::{Agree, Mean};
use crate::app::bar::mark;
use crate::app::chart::{ChartRow, FigureLetters, Form, axis_start, chart};
use crate::app::page::{Line, LinkTarget, Page, Piece, Role};
use crate::app::session::Workspace;
use crate::record::State;
use crate::report::text::thousands;
use crate::report::{counted, rule_in_words, standing_in_words};

use super::PairView;

/// Votes cast, in the order of the table's rows and columns.
const VOTES: [State; 3] = [State::Yes, State::Abstain, State::No];
/// The most columns of the table before its numbers, and of each number; and the fewest of a number.
const TABLE: (usize, usize) = (22, 9);
const NUMBER: usize = 6;
const LETTERS: FigureLetters = &[("●", Role::Accent)];

/// The metric, the table of votes, the last of each, and the metric by topic.
pub(in crate::app) fn page(shared: &Workspace<'_>, couple: &PairView<'_>, columns: usize) -> Page {
    let record = shared.record();
    let mut page = Page::new(columns);
    let Some(answer) = &couple.answer else { return page };
    for id in couple.members {
        let member = record.members().get(id);
        let line = vec![Piece::title(member.name.to_string()), Piece::quiet(format!(" · {}", member.code))];
        page.leading(line, LinkTarget::Member(id));
    }
    page.blank();
    page.leading_text(&answer.window.line(), Role::Accent, LinkTarget::Window);
    answer.window.blocs.iter().for_each(|note| page.wrapped(&note.in_words(), Role::Quiet));
    page.blank();
    measured(answer, &mut page);
    table(couple, answer, &mut page);
    last(answer, &mut page);
    parts(couple, &couple.topics, "topic", &mut page);
    page
}

/// The metric by year.
pub(in crate::app) fn aside(couple: &PairView<'_>, columns: usize) -> Page {
    let mut page = Page::new(columns);
    if let Some(years) = couple.answer.as_ref().and_then(|answer| answer.series.as_ref()) {
        parts(couple, years, "year", &mut page);
    }
    page
}

fn measured(answer: &Agree<'_>, page: &mut Page) {
    let figure = answer.figure;
    let value = figure.value.map_or_else(|| "not defined".to_owned(), |value| format!("{value:.3}"));
    page.push([
        Piece::plain(answer.metric.name()),
        Piece::title(format!("  {value}")),
        Piece::quiet(format!("  n {}", thousands(figure.n as usize))),
    ]);
    page.wrapped(&rule_in_words(answer.metric), Role::Quiet);
    if let Some((from, to)) = answer.interval() {
        page.wrapped(&format!("95 % interval {from:.3} to {to:.3} (Wilson)"), Role::Quiet);
    }
    if let Some(absent) = answer.absent.filter(|&absent| absent > 0) {
        page.wrapped(&format!("{} with one or both absent", counted(absent as usize, "roll call")), Role::Quiet);
    }
    page.wrapped(&standing_in_words(answer.more.standing), Role::Quiet);
}

/// The votes of the first as rows against those of the second as columns; a count leads to its roll calls.
fn table(couple: &PairView<'_>, answer: &Agree<'_>, page: &mut Page) {
    let (a, b) = (answer.a, answer.b);
    let least = a.len() + 2;
    let wide = (page.columns().saturating_sub(least) / 4).clamp(NUMBER, TABLE.1);
    let label = page.columns().saturating_sub(4 * wide).clamp(least, TABLE.0.max(least));
    page.heading([Piece::title(format!("Votes of {a} (rows) against {b}"))]);
    let heads = VOTES.map(|state| Piece::new(format!("{:>wide$}", mark(state)), Role::Strong(state)));
    let head = [Piece::plain(" ".repeat(label))].into_iter().chain(heads);
    page.push(head.chain([Piece::quiet(format!("{:>wide$}", "all"))]).collect::<Line>());
    for (from, counts) in VOTES.into_iter().zip(answer.matrix) {
        page.push([Piece::new(format!("{a} {}", mark(from)), Role::Strong(from))]);
        for (at, (to, count)) in VOTES.into_iter().zip(counts).enumerate() {
            let number = thousands(count as usize);
            let place = label + at * wide + wide.saturating_sub(number.len());
            if count > 0 {
                let term = format!("{a}:{} {b}:{}", from.word(), to.word());
                page.leading_at(place, [Piece::plain(number)], LinkTarget::Narrow(term, couple.members[0]));
            } else {
                page.put_at(place, [Piece::quiet(number)]);
            }
        }
        let all = thousands(counts.iter().sum::<u32>() as usize);
        page.put_at(label + 3 * wide, [Piece::quiet(format!("{all:>wide$}"))]);
    }
}

/// When they last did what.
fn last(answer: &Agree<'_>, page: &mut Page) {
    let PairContext { record, shared: together, .. } = &answer.more;
    page.heading([Piece::title("The last time")]);
    let both = VOTES.map(|vote| (format!("both {}", vote.word()), together.last_both(vote)));
    let rows = [("alike".to_owned(), together.last_alike()), ("opposed".to_owned(), together.last_opposed())];
    for (what, id) in rows.into_iter().chain(both) {
        let start = Piece::plain(format!("{what:<13}"));
        match id {
            None => page.push([start, Piece::quiet("never in this window")]),
            Some(id) => {
                let rollcall = record.rollcall(id);
                let when = Piece::quiet(format!("{} ", rollcall.date));
                let symbol = Piece::new(format!("{} ", rollcall.short_symbol()), Role::Accent);
                page.leading([start, when, symbol, Piece::plain(rollcall.title.to_string())], LinkTarget::RollCall(id));
            }
        }
    }
}

fn parts(couple: &PairView<'_>, parts: &[PairPoint], field: &'static str, page: &mut Page) {
    let heading = if field == "year" { "By year" } else { "By topic" };
    let row = |point: &PairPoint| (LinkTarget::Part(format!("{field}:{}", point.key)), [Mean::from(point.figure)]);
    let rows: Vec<_> = parts.iter().map(row).collect();
    let bars =
        parts.iter().zip(&rows).map(|(point, (to, figures))| ChartRow { key: &point.key, figures, to: to.clone() });
    let mut bars: Vec<_> = bars.collect();
    if field == "year" {
        bars.reverse();
    }
    let form = Form { heading, bars: field == "topic", from: axis_start(couple.metric) };
    chart(form, LETTERS, &bars, page);
}
