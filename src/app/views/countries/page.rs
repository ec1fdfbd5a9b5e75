//! A member as pages: what it cast over the window, in all and by topic; beside it by year, its lone votes, those that
//! voted most and least alike, and its names through time.

use std::fmt::Write as _;

use crate::analysis::{ENOUGH, Neighbour, Position, Scarce, Slice, lone, neighbours, position};
use crate::answer::Window;
use crate::answer::country::LoneVotes;
use crate::query::topics_named;
use crate::record::{MemberId, RollCallSet};
use crate::report::text::{thousands, value, width};
use crate::report::{counted, lone_in_words};

use super::{CountriesView, percent, shares_in_words, tally};
use crate::app::bar::{self, bar, mark};
use crate::app::page::{Line, LinkTarget, Page, Piece, Role, padded};
use crate::app::session::Workspace;

/// Under how many columns a bar of a year or a topic is left out.
const LEAST: usize = 12;
/// How many lone votes, and how many close and far members, are shown.
const SHOWN: usize = 10;

/// The member, the window, its votes in all and by topic.
pub(in crate::app) fn page(
    shared: &Workspace<'_>,
    id: MemberId,
    query: &str,
    set: &RollCallSet,
    counts: &CountriesView,
    columns: usize,
) -> Page {
    let record = shared.record();
    let member = record.members().get(id);
    let mut page = Page::new(columns);
    page.wrapped(member.official.as_deref().unwrap_or(&member.name), Role::Title);
    let facts = [
        Some(member.code.to_string()),
        member.group.as_ref().map(ToString::to_string),
        member.admitted.map(|day| format!("member since {day}")),
        member.ended.map(|day| format!("ended {day}")),
    ];
    page.dotted(&facts.into_iter().flatten().collect::<Vec<_>>(), Role::Quiet);
    page.blank();
    let window = Window::new(record, query, set);
    page.wrapped(&window.line(), Role::Accent);
    for (_, title) in topics_named(query) {
        page.wrapped(&format!("{title}, by the rules that plenary topics gives"), Role::Quiet);
    }
    window.blocs.iter().for_each(|note| page.wrapped(note, Role::Quiet));
    let total = counts.of(id);
    totals(shared, set, total, &mut page);
    if total.is_any() {
        let to = LinkTarget::Narrow(String::new(), id);
        page.leading([Piece::new("▸ its vote on each of them", Role::Accent)], to);
    }
    // Before any figure of parts: what they are figures of.
    seats(shared, id, &mut page);
    if shared.prepared {
        parts(shared, id, "topic", counts.topics(shared, set).iter(), &mut page);
    }
    page
}

/// Seats before and after this one, and what is to be known of it.
fn seats(shared: &Workspace<'_>, id: MemberId, page: &mut Page) {
    let members = shared.record().members();
    let member = members.get(id);
    if member.note.is_none() && member.predecessors.is_empty() && member.successors.is_empty() {
        return;
    }
    page.heading([Piece::title("The seat")]);
    for (said, codes) in [("Follows the seat of", &member.predecessors), ("Followed by", &member.successors)] {
        for seat in codes.iter().filter_map(|code| members.by_code(code)) {
            page.leading(
                [Piece::quiet(format!("{said} ")), Piece::plain(members.get(seat).name.to_string())],
                LinkTarget::Member(seat),
            );
        }
    }
    if let Some(note) = &member.note {
        page.wrapped(note, Role::Plain);
    }
    if !member.predecessors.is_empty() || !member.successors.is_empty() {
        page.wrapped(
            "Votes of another seat are not counted here: figures over both are not of one member.",
            Role::Quiet,
        );
    }
}

/// The tally of the member's own votes, its shares and its attendance.
fn totals(shared: &Workspace<'_>, set: &RollCallSet, total: Position, page: &mut Page) {
    if !total.is_any() {
        let none = match set.is_empty() {
            true => "There is no roll call to count.",
            false if set.iter().any(|id| shared.record().is_recorded(id)) => "Not a member on any of them.",
            false => "Votes by member not recorded.",
        };
        page.wrapped(none, Role::Plain);
        return;
    }
    page.push(bar(tally(total), page.columns()));
    page.push(bar::counts(tally(total), shared.record().origin(), page.columns()));
    let of = counted(total.cast() as usize, "vote");
    page.wrapped(&format!("{}, of {of} cast", shares_in_words(total)), Role::Plain);
    if let (Some(attendance), Some(member)) = (total.attendance(), total.member()) {
        let of = counted(member as usize, "roll call");
        page.wrapped(&format!("{} % attendance, of {of} as a member", percent(Some(attendance))), Role::Quiet);
    }
}

/// The member's votes by year or topic: a bar and counts, each leading to the roll calls.
fn parts<'a>(
    shared: &Workspace<'_>,
    id: MemberId,
    field: &str,
    slices: impl Iterator<Item = &'a Slice>,
    page: &mut Page,
) {
    let record = shared.record();
    let votes = slices.map(|slice| (slice, tally(position(record, id, &slice.rollcalls))));
    let votes: Vec<_> = votes.filter(|(_, tally)| tally.members() > 0).collect();
    if votes.is_empty() {
        return;
    }
    let states = record.origin().states();
    let columns = page.columns();
    let most = votes.iter().flat_map(|(_, tally)| states.iter().map(|&state| tally.of(state))).max();
    let number = most.unwrap_or_default().to_string().len() + 1;
    let numbers = states.len() * number;
    let keys = votes.iter().map(|(slice, _)| width(&slice.key)).max().unwrap_or_default();
    let keys = keys.min(14).min(columns.saturating_sub(numbers));
    // A short bar would give a few votes as much room as many.
    let bar_width = Some(columns.saturating_sub(keys + 1 + numbers).min(40)).filter(|&room| room >= LEAST).unwrap_or(0);
    page.heading([Piece::title(format!("By {field}"))]);
    let before = if bar_width > 0 { keys + 1 + bar_width } else { keys };
    let mut header = vec![Piece::plain(" ".repeat(before))];
    header.extend(states.iter().map(|&state| Piece::new(format!("{:>number$}", mark(state)), Role::Vote(state))));
    page.push(header);
    for (slice, tally) in votes {
        let mut line: Line = vec![Piece::plain(padded(&slice.key, keys))];
        if bar_width > 0 {
            line.push(Piece::plain(" "));
            line.extend(bar(tally, bar_width));
        }
        // The columns have their colours above: numbers in one look are calmer to read, and sooner written.
        let mut counts = String::with_capacity(numbers);
        for &state in states {
            // Writing into a string can't fail.
            let _ = write!(counts, "{:>number$}", tally.of(state));
        }
        line.push(Piece::plain(counts));
        page.leading(line, LinkTarget::Narrow(format!("{field}:{}", slice.key), id));
    }
}

/// By year, lone and near-lone votes, the closest and the farthest, names.
pub(in crate::app) fn aside(
    shared: &Workspace<'_>,
    id: MemberId,
    set: &RollCallSet,
    counts: &CountriesView,
    columns: usize,
) -> Page {
    let mut page = Page::new(columns);
    // From the last one: what is new is in sight, and the rows of most members are of the same years.
    parts(shared, id, "year", counts.years(shared, set).iter().rev(), &mut page);
    if counts.of(id).is_any() {
        lone_votes(shared, id, counts.scarce(shared, set), &mut page);
    }
    neighbourhood(shared, id, set, &mut page);
    names(shared, id, &mut page);
    page
}

fn lone_votes(shared: &Workspace<'_>, id: MemberId, scarce: &Scarce, page: &mut Page) {
    let record = shared.record();
    let found = LoneVotes::of(lone(record, id, scarce));
    page.heading([Piece::title("Lone and near-lone votes")]);
    page.wrapped(&format!("{}; + how many others", lone_in_words(&found)), Role::Quiet);
    for lone in found.votes.iter().take(SHOWN) {
        let rollcall = record.rollcall(lone.rollcall);
        let line = vec![
            Piece::new(mark(lone.vote), Role::Strong(lone.vote)),
            Piece::quiet(format!(" +{} {} ", lone.others, rollcall.date)),
            Piece::plain(padded(&rollcall.title, page.columns().saturating_sub(16))),
        ];
        page.leading(line, LinkTarget::RollCall(lone.rollcall));
    }
    if found.votes.len() > SHOWN {
        page.wrapped(&format!("and {} before these", thousands(found.votes.len() - SHOWN)), Role::Quiet);
    }
}

/// The members that voted most and least as this one did.
fn neighbourhood(shared: &Workspace<'_>, id: MemberId, set: &RollCallSet, page: &mut Page) {
    let found = neighbours(shared.record(), id, set);
    if found.ranked.is_empty() && found.few.is_empty() {
        return;
    }
    let ranked = found.ranked.len();
    let shown = SHOWN.min(ranked.div_ceil(2));
    page.heading([Piece::title("Closest")]);
    page.wrapped("agreement with it, and n: votes that both cast", Role::Quiet);
    found.ranked.iter().take(shown).for_each(|other| neighbour(shared, id, other, page));
    page.heading([Piece::title("Farthest")]);
    found.farthest().into_iter().take(shown.min(ranked - shown)).for_each(|other| neighbour(shared, id, other, page));
    if !found.few.is_empty() {
        let members = counted(found.few.len(), "member");
        page.wrapped(&format!("{members} with under {ENOUGH} votes in common: not enough votes to rank"), Role::Quiet);
    }
}

fn neighbour(shared: &Workspace<'_>, id: MemberId, other: &Neighbour, page: &mut Page) {
    let name = &shared.record().members().get(other.member).name;
    let agreement = value(other.pair.agreement());
    let line = vec![
        Piece::plain(padded(name, page.columns().saturating_sub(13).min(28))),
        Piece::plain(format!(" {agreement:>5}")),
        Piece::quiet(format!(" {:>6}", thousands(other.pair.n() as usize))),
    ];
    page.leading(line, LinkTarget::Pair(id, other.member));
}

fn names(shared: &Workspace<'_>, id: MemberId, page: &mut Page) {
    let member = shared.record().members().get(id);
    if member.names.len() > 1 {
        page.heading([Piece::title("Names in the record")]);
        for used in &member.names {
            let to = used.to.map_or_else(|| "now".to_owned(), |day| day.year().to_string());
            page.push([Piece::quiet(format!("{}–{to:<4} ", used.from.year())), Piece::plain(used.name.to_string())]);
        }
    }
}
