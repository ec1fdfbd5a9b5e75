//! A member as pages: what it cast over the window, in all and by topic; beside it by year, its lone votes, those that
//! voted most and least alike, and its names through time.

use std::fmt::Write as _;

use crate::answer::country::{CountryContext, Near};
use crate::answer::{Country, Position};
use crate::query::BlocRemark;
use crate::record::{Member, MemberId};
use crate::report::text::{percent, sentence, thousands, value, width};
use crate::report::{counted, few_in_words, lone_in_words, shares_in_words, vetoes_in_words};

use super::tally;
use crate::app::bar::{self, bar, mark};
use crate::app::page::{Line, LinkTarget, Page, Piece, Role, padded};

/// Under how many columns a bar of a year or a topic is left out.
const LEAST: usize = 12;
/// How many lone votes, and how many close and far members, are shown.
pub(super) const SHOWN: usize = 10;

/// The member, the window, its votes in all and by topic.
pub(super) fn page(answer: &Country<'_>, columns: usize) -> Page {
    let CountryContext { member, id, none, topics, .. } = &answer.more;
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
    page.wrapped(&answer.window.line(), Role::Accent);
    let asked = answer.window.topics_in_words().into_iter().map(|(_, title)| title);
    asked.chain(answer.window.blocs.iter().map(BlocRemark::in_words)).for_each(|note| page.wrapped(&note, Role::Quiet));
    match none {
        Some(none) => page.wrapped(&sentence(none.in_words()), Role::Plain),
        None => {
            totals(answer, &mut page);
            let to = LinkTarget::Narrow(String::new(), *id);
            page.leading([Piece::new("▸ its vote on each of them", Role::Accent)], to);
        }
    }
    // Before any figure of parts: what they are figures of.
    seats(answer, &mut page);
    parts(answer, "topic", topics.iter(), &mut page);
    on_council(answer, &mut page);
    page
}

/// Seats before and after this one, and notes on it.
fn seats(answer: &Country<'_>, page: &mut Page) {
    let CountryContext { record, member, .. } = &answer.more;
    let members = record.members();
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
        page.wrapped("Votes of another seat are not counted here: they are another member's.", Role::Quiet);
    }
}

/// Its years on the Council, with links to its votes and its vetoes there.
fn on_council(answer: &Country<'_>, page: &mut Page) {
    let Some(council) = &answer.council else { return };
    let (id, code) = (answer.more.id, answer.code);
    page.heading([Piece::title("On the Security Council")]);
    page.wrapped(&council.in_words(), Role::Plain);
    let to = |term: String| LinkTarget::Narrow(term, id);
    page.leading([Piece::new("▸ its votes there", Role::Accent)], to("body:council".to_owned()));
    if council.vetoes > 0 {
        let said = format!("▸ its {}", vetoes_in_words(council.vetoes));
        page.leading([Piece::new(said, Role::Accent)], to(format!("veto:{code}")));
    }
}

/// The tally of the member's own votes, its shares and its attendance.
fn totals(answer: &Country<'_>, page: &mut Page) {
    let CountryContext { record, position: total, .. } = answer.more;
    page.push(bar(tally(total), page.columns()));
    page.push(bar::counts(tally(total), record.origin(), page.columns()));
    let of = counted(total.cast() as usize, "vote");
    page.wrapped(&format!("{}, of {of} cast", shares_in_words(total)), Role::Plain);
    if let (Some(attendance), Some(member)) = (total.attendance(), total.member()) {
        let of = counted(member as usize, "roll call");
        page.wrapped(&format!("{} attendance, of {of} as a member", percent(attendance)), Role::Quiet);
    }
}

/// The member's votes by year or topic: a bar and counts, each leading to the roll calls.
fn parts<'a>(answer: &Country<'_>, field: &str, parts: impl Iterator<Item = &'a (String, Position)>, page: &mut Page) {
    let CountryContext { record, id, .. } = answer.more;
    let votes: Vec<_> = parts.map(|(key, votes)| (key, tally(*votes))).collect();
    if votes.is_empty() {
        return;
    }
    let states = record.origin().states();
    let columns = page.columns();
    let most = votes.iter().flat_map(|(_, tally)| states.iter().map(|&state| tally.of(state))).max();
    let number = most.unwrap_or_default().to_string().len() + 1;
    let numbers = states.len() * number;
    let keys = votes.iter().map(|(key, _)| width(key)).max().unwrap_or_default();
    let keys = keys.min(14).min(columns.saturating_sub(numbers));
    // A short bar would give a few votes as much room as many.
    let bar_width = Some(columns.saturating_sub(keys + 1 + numbers).min(40)).filter(|&room| room >= LEAST).unwrap_or(0);
    page.heading([Piece::title(format!("By {field}"))]);
    let before = if bar_width > 0 { keys + 1 + bar_width } else { keys };
    let mut header = vec![Piece::plain(" ".repeat(before))];
    header.extend(states.iter().map(|&state| Piece::new(format!("{:>number$}", mark(state)), Role::Vote(state))));
    page.push(header);
    for (key, tally) in votes {
        let mut line: Line = vec![Piece::plain(padded(key, keys))];
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
        page.leading(line, LinkTarget::Narrow(format!("{field}:{key}"), id));
    }
}

/// By year, lone and near-lone votes, the closest and the farthest, names.
pub(super) fn aside(answer: &Country<'_>, columns: usize) -> Page {
    let mut page = Page::new(columns);
    // From the last one: what is new is in sight, and the rows of most members are of the same years.
    parts(answer, "year", answer.more.years.iter().rev(), &mut page);
    if answer.more.none.is_none() {
        lone_votes(answer, &mut page);
    }
    neighbourhood(answer, &mut page);
    names(answer.more.member, &mut page);
    page
}

fn lone_votes(answer: &Country<'_>, page: &mut Page) {
    let CountryContext { record, lone: found, .. } = &answer.more;
    page.heading([Piece::title("Lone and near-lone votes")]);
    page.wrapped(&format!("{}; + how many others", lone_in_words(found)), Role::Quiet);
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
        page.wrapped(&format!("and {} earlier", thousands(found.votes.len() - SHOWN)), Role::Quiet);
    }
}

/// The members that agree most and least with this one.
fn neighbourhood(answer: &Country<'_>, page: &mut Page) {
    let CountryContext { id, ranked, few, .. } = answer.more;
    if ranked == 0 && few == 0 {
        return;
    }
    let shown = SHOWN.min(ranked.div_ceil(2));
    page.heading([Piece::title("Closest")]);
    page.wrapped("agreement with it, and n: votes that both cast", Role::Quiet);
    answer.closest.iter().take(shown).for_each(|other| neighbour(id, other, page));
    page.heading([Piece::title("Farthest")]);
    answer.farthest.iter().take(shown.min(ranked - shown)).for_each(|other| neighbour(id, other, page));
    if few > 0 {
        page.wrapped(&few_in_words(few), Role::Quiet);
    }
}

fn neighbour(id: MemberId, near: &Near<'_>, page: &mut Page) {
    let agreement = value(near.agreement);
    let line = vec![
        Piece::plain(padded(near.name, page.columns().saturating_sub(13).min(28))),
        Piece::plain(format!(" {agreement:>5}")),
        Piece::quiet(format!(" {:>6}", thousands(near.n as usize))),
    ];
    page.leading(line, LinkTarget::Pair(id, near.other.member));
}

fn names(member: &Member, page: &mut Page) {
    if member.names.len() > 1 {
        page.heading([Piece::title("Names in the record")]);
        for used in &member.names {
            let to = used.to.map_or_else(|| "now".to_owned(), |day| day.year().to_string());
            page.push([Piece::quiet(format!("{}–{to:<4} ", used.from.year())), Piece::plain(used.name.to_string())]);
        }
    }
}
