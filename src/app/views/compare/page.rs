//! Roll calls side by side as pages. Of two: what they are, who went from which vote to which as a table and by name;
//! beside it the flows as a chart, and who stayed. Of more: the rows of votes with their members; beside them who moved
//! most and least.

use std::cmp::Reverse;

use crate::answer::moves::{Move, MoveTable, Pattern, is_neither};
use crate::answer::series::SpanInSeries;
use crate::record::{RollCallId, State, StateWords};
use crate::report::text::{day, width, wrap};
use crate::report::{counted, counts_in_words};

use super::flows::chart;
use super::{CompareView, letter};
use crate::app::bar::{shape, tallied};
use crate::app::page::{Line, LinkTarget, Page, Piece, Role, line_width};
use crate::app::session::{Grouping, Workspace};
use crate::app::views::most_changed::ranking;
use crate::app::views::votes::names;

/// From how many columns on the rows of the table have words beside their letters.
const WITH_WORDS: usize = 44;
/// The columns of a count in the table, where there is room for words and where there is not.
const COUNTS: [usize; 2] = [5, 4];
/// The most lines of a title.
const TITLE: usize = 2;
/// The most columns of a bar after a heading.
const BAR: usize = 24;

/// What is compared, and who moved.
pub(in crate::app) fn page(shared: &Workspace<'_>, compared: &CompareView, columns: usize) -> Page {
    let mut page = Page::new(columns);
    match (compared.ids(), compared.moves.steps.as_slice()) {
        (&[first, second], [step]) => two(shared, compared, ([first, second], step), &mut page),
        _ => many(shared, compared, &mut page),
    }
    page
}

fn two(shared: &Workspace<'_>, compared: &CompareView, (ids, step): ([RollCallId; 2], &MoveTable), page: &mut Page) {
    let record = shared.record();
    let absences = record.origin().has_absences();
    for id in ids {
        let rollcall = record.rollcall(id);
        let symbol = Piece::new(rollcall.short_symbol().to_string(), Role::Accent);
        page.leading([symbol, Piece::quiet(format!(" · {}", day(rollcall.date)))], LinkTarget::RollCall(id));
        titled(&rollcall.title, page);
        tallied(record, id, page);
    }
    series(shared, &ids, page);
    if ids.iter().any(|&id| !record.is_recorded(id)) {
        return;
    }
    let moved = step.moved();
    page.heading([Piece::title(moved.in_words(absences))]);
    if let Some(how) = moved.how_in_words() {
        page.wrapped(&how, Role::Plain);
    }
    table(shared, step, ids, page);
    if shared.grouping == Grouping::Vote {
        let words = record.state_words(ids);
        by_move(shared, words, step.moves.iter().filter(|one| one.at_both() && !one.stayed()), page);
    } else {
        by_group(shared, compared, page);
    }
    if compared.moved {
        page.blank();
        page.wrapped("Only members that moved are in the list.", Role::Quiet);
    }
}

/// A title in at most two lines; a key shows all of it.
fn titled(title: &str, page: &mut Page) {
    let mut lines = wrap(title, page.columns());
    let more = lines.len() > TITLE;
    lines.truncate(TITLE);
    for (at, line) in lines.into_iter().enumerate() {
        let end = if more && at + 1 == TITLE { "…" } else { "" };
        page.push([Piece::title(format!("{line}{end}"))]);
    }
}

/// The roll calls between them, where they are of one series.
fn series(shared: &Workspace<'_>, ids: &[RollCallId], page: &mut Page) {
    // The series take longer than a frame to find, and come when they are known.
    let index = shared.series_so_far();
    if let Some(span) = index.and_then(|index| SpanInSeries::of(index, ids)) {
        let text = span.in_words(shared.record());
        page.wrapped(&format!("Of{}.", text.trim_start_matches("of")), Role::Quiet);
        page.leading([Piece::new("▸ the whole series", Role::Accent)], LinkTarget::Series(ids[0]));
    }
}

/// The states on the first roll call as rows, on the second as columns; a count leads to the members that it counts.
fn table(shared: &Workspace<'_>, step: &MoveTable, ids: [RollCallId; 2], page: &mut Page) {
    let record = shared.record();
    let said = record.state_words(ids);
    let longest = width(said.word(State::NotMember));
    let [first, second] = ids.map(|id| record.rollcall(id).short_symbol());
    let (label, wide) =
        if page.columns() >= WITH_WORDS { (longest.clamp(12, 18) + 3, COUNTS[0]) } else { (2, COUNTS[1]) };
    let at = |column: usize| label + column * wide;
    page.push([Piece::quiet(format!("rows {first}, columns {second}"))]);
    let heads = State::ALL.map(|state| Piece::new(format!("{:>wide$}", letter(state)), Role::Strong(state)));
    let head =
        [Piece::plain(" ".repeat(label))].into_iter().chain(heads).chain([Piece::quiet(format!("{:>wide$}", "all"))]);
    page.push(head.collect::<Line>());
    let most = State::ALL.map(|from| step.sum_from(from)).into_iter().max().unwrap_or_default();
    let room = page.columns().saturating_sub(at(6) + 2);
    for from in State::ALL {
        let text = if label > 2 { format!("{} {}", letter(from), said.word(from)) } else { letter(from).to_owned() };
        page.push([Piece::new(text, Role::Strong(from))]);
        for (column, to) in State::ALL.into_iter().enumerate() {
            let number = if is_neither(from, to) { String::new() } else { step.count(from, to).to_string() };
            let place = at(column) + wide.saturating_sub(number.len());
            if step.count(from, to) > 0 {
                let role = if from == to { Role::Vote(to) } else { Role::Strong(to) };
                page.leading_at(place, [Piece::new(number, role)], LinkTarget::Pattern(vec![from, to]));
            } else {
                page.put_at(place, [Piece::quiet(number)]);
            }
        }
        page.put_at(at(5), [Piece::plain(format!("{:>wide$}", step.sum_from(from)))]);
        // Where there is room, the row as a bar in the measure of the longest.
        if room >= 16 && most > 0 {
            let length = |to| Piece::new(shape(to).repeat(step.count(from, to) * room / most), Role::Vote(to));
            page.put_at(at(6) + 2, State::ALL.map(length));
        }
    }
    let sums = State::ALL.map(|to| step.sum_to(to));
    let text = format!("{:label$}", if label > 2 { "all" } else { "" });
    let sums = sums.into_iter().chain([step.all()]).map(|sum| Piece::plain(format!("{sum:>wide$}")));
    page.push([Piece::quiet(text)].into_iter().chain(sums).collect::<Line>());
}

/// The members of each move by name, under what it is, its count and a bar.
fn by_move<'m>(shared: &Workspace<'_>, words: StateWords, moves: impl Iterator<Item = &'m Move>, page: &mut Page) {
    let moves: Vec<_> = moves.collect();
    let most = moves.iter().map(|one| one.members.len()).max().unwrap_or_default();
    for one in moves {
        let (from, to, count) = (one.from, one.to, one.members.len());
        let [from, to] = [from, to].map(|state| Piece::new(words.word(state), Role::Strong(state)));
        let mut line =
            if one.stayed() { vec![Piece::title("stayed "), to] } else { vec![from, Piece::quiet(" → "), to] };
        line.push(Piece::title(format!(" {count} ")));
        let bar = CountBar { state: one.to, count, most };
        with_bar(line, &bar, LinkTarget::Pattern(vec![one.from, one.to]), page);
        names(shared, page, shared.named(one.members).map(|member| (member, Some(one.to), false)));
    }
}

/// A count as a bar, in the measure of the longest.
struct CountBar {
    state: State,
    count: usize,
    most: usize,
}

/// Adds a heading that leads somewhere, and its count as a bar after it.
fn with_bar(line: Line, bar: &CountBar, to: LinkTarget, page: &mut Page) {
    let CountBar { state, count, most } = *bar;
    let room = page.columns().saturating_sub(line_width(&line)).min(BAR);
    page.heading(Line::new());
    page.leading_at(0, line, to);
    let length = (count * room).div_ceil(most.max(1)).min(room);
    let shape = if state == State::NotMember { "-" } else { shape(state) };
    page.put_at(0, [Piece::new(shape.repeat(length), Role::Vote(state))]);
}

/// The roll calls with their numbers, and the vote patterns.
fn many(shared: &Workspace<'_>, compared: &CompareView, page: &mut Page) {
    let record = shared.record();
    for (at, &id) in compared.ids().iter().enumerate() {
        let rollcall = record.rollcall(id);
        let text = format!(" {} {}", rollcall.date, counts_in_words(record, id));
        let symbol = Piece::new(rollcall.short_symbol().to_string(), Role::Accent);
        page.leading([Piece::quiet(format!("{:>2} ", at + 1)), symbol, Piece::quiet(text)], LinkTarget::RollCall(id));
        page.push([Piece::plain(format!("   {}", rollcall.title))]);
    }
    series(shared, compared.ids(), page);
    if compared.ids().iter().any(|&id| !record.is_recorded(id)) {
        return;
    }
    page.blank();
    let nobody = record.state_words(compared.ids().iter().copied()).word(State::NotMember);
    page.wrapped(&format!("Patterns, in this order: Y yes, N no, A abstain, · absent, – {nobody}"), Role::Quiet);
    if shared.grouping != Grouping::Vote {
        by_group(shared, compared, page);
        return;
    }
    let most = compared.patterns().map(|pattern| pattern.members.len()).max().unwrap_or_default();
    for Pattern { states, members } in compared.patterns() {
        let mut line = row(states);
        line.push(Piece::title(format!(": {} ", counted(members.len(), "member"))));
        let last = states.last().copied().unwrap_or(State::NotMember);
        let bar = CountBar { state: last, count: members.len(), most };
        with_bar(line, &bar, LinkTarget::Pattern(states.clone()), page);
        names(shared, page, shared.named(*members).map(|member| (member, None, false)));
    }
}

/// A vote pattern: "Y Y A N".
fn row(states: &[State]) -> Line {
    let letters = states.iter().flat_map(|&state| [Piece::new(letter(state), Role::Strong(state)), Piece::plain(" ")]);
    let mut line: Line = letters.collect();
    line.pop();
    line
}

/// The members of each group by vote pattern, the most common first.
fn by_group(shared: &Workspace<'_>, compared: &CompareView, page: &mut Page) {
    page.blank();
    page.wrapped(&format!("By {}.", shared.grouping.in_words()), Role::Quiet);
    for (name, members) in compared.groups(shared) {
        let within = compared.patterns().map(|pattern| (pattern, &pattern.members & &members));
        let mut rows: Vec<_> = within.filter(|(_, members)| !members.is_empty()).collect();
        rows.sort_by_key(|(_, members)| Reverse(members.len()));
        let moved: usize = rows.iter().filter(|(row, _)| row.moved()).map(|(_, members)| members.len()).sum();
        page.heading([Piece::title(format!("{name} {}", members.len())), Piece::quiet(format!(" · {moved} moved"))]);
        for (pattern, members) in rows {
            let mut line = row(&pattern.states);
            line.push(Piece::title(format!(": {}", members.len())));
            page.leading(line, LinkTarget::Pattern(pattern.states.clone()));
            names(shared, page, shared.named(members).map(|member| (member, None, false)));
        }
    }
}

/// The flows between two and who stayed, or who moved most and least through more.
pub(in crate::app) fn aside(shared: &Workspace<'_>, compared: &CompareView, columns: usize) -> Page {
    let mut page = Page::new(columns);
    let record = shared.record();
    match (compared.ids(), compared.moves.steps.as_slice()) {
        (&[first, second], [step]) => {
            let [from, to] = [first, second].map(|id| record.rollcall(id).short_symbol());
            let chart = chart(step, columns);
            if !chart.is_empty() {
                page.heading([Piece::title(format!("From {from} to {to}"))]);
                for line in chart {
                    page.push(line);
                }
            }
            let words = record.state_words([first, second]);
            by_move(shared, words, step.moves.iter().filter(|one| !one.at_both()), &mut page);
            if !compared.moved {
                by_move(shared, words, step.moves.iter().filter(|one| one.stayed() && one.at_both()), &mut page);
            }
        }
        _ => ranking(shared, &compared.moves.ranking, &mut page),
    }
    page
}
