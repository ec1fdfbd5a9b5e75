//! A resolution that returns: its roll calls as rows, who left and who joined at each, its tallies through the years.

use std::collections::BTreeMap;

use crate::analysis::series::{Gap, support, turnovers};
use crate::record::{MemberSet, RollCallId, State};
use crate::report::counted;
use crate::report::text::{day, percent};

use crate::app::bar::tallied;
use crate::app::page::{LinkTarget, Page, Piece, Role};
use crate::app::session::Workspace;
use crate::app::views::most_changed::ranking;
use crate::app::views::near::line;
use crate::app::views::votes::names;

/// A roll call of a series: who left and who joined the yes votes since the one before it.
pub(in crate::app) fn page(shared: &Workspace<'_>, whole: &[RollCallId], id: RollCallId, columns: usize) -> Page {
    let record = shared.record();
    let rollcall = record.rollcall(id);
    let tally = record.tally(id);
    let mut page = Page::new(columns);
    page.wrapped(&rollcall.title, Role::Title);
    page.dotted(&[day(rollcall.date), rollcall.session.in_words()], Role::Quiet);
    page.blank();
    tallied(record, id, &mut page);
    if let Some(share) = support(tally) {
        page.wrapped(
            &format!("{} support: yes among {} cast", percent(share), counted(tally.cast().into(), "vote")),
            Role::Quiet,
        );
    }
    page.leading([Piece::new("▸ every member's vote", Role::Accent)], LinkTarget::RollCall(id));
    if !record.is_recorded(id) {
        return page;
    }
    let at = whole.iter().position(|&other| other == id);
    let Some(before) = at.and_then(|at| whole[..at].iter().rev().copied().find(|&before| record.is_recorded(before)))
    else {
        page.blank();
        page.wrapped("The first of its series in the record.", Role::Quiet);
        return page;
    };
    let symbol = record.rollcall(before).short_symbol();
    let Some(turnover) = turnovers(record, &[before, id]).pop() else { return page };
    for (heading, members, seen) in [
        (format!("Left the yes votes of {symbol}"), &turnover.left, id),
        (format!("Joined, by what they did on {symbol}"), &turnover.joined, before),
    ] {
        page.heading([Piece::title(format!("{heading}: {}", members.len()))]);
        by_state(shared, members, seen, &mut page);
    }
    page
}

/// Members by what they did on a roll call.
fn by_state(shared: &Workspace<'_>, members: &MemberSet, seen: RollCallId, page: &mut Page) {
    let votes = shared.record().votes();
    let mut by_state: BTreeMap<State, Vec<_>> = BTreeMap::new();
    for member in shared.named(*members) {
        by_state.entry(votes.state(seen, member)).or_default().push(member);
    }
    for (state, members) in by_state {
        let said = shared.record().origin().word(state);
        page.push([Piece::new(format!("{said} {}", members.len()), Role::Strong(state))]);
        names(shared, page, members.into_iter().map(|member| (member, Some(state), false)));
    }
}

/// The series year by year, and who moved most and least through it.
pub(in crate::app) fn aside(shared: &Workspace<'_>, whole: &[RollCallId], id: RollCallId, columns: usize) -> Page {
    let record = shared.record();
    let mut page = Page::new(columns);
    page.heading([Piece::title("Through the years")]);
    let mut later: Option<i16> = None;
    let undecided = shared.series().map(|index| index.undecided(whole)).unwrap_or_default();
    let mut gaps = false;
    for &other in whole.iter().rev() {
        let year = record.rollcall(other).date.year();
        for missing in later.into_iter().flat_map(|later| (year + 1..later).rev()) {
            let told = Gap::of(record, missing, whole, &undecided) == Gap::NoVote;
            let text = if told { "no recorded vote" } else { "several under its title, not told apart" };
            page.push([Piece::quiet(format!("  {missing} {text}"))]);
            gaps |= told;
        }
        line(shared, other, other == id, &mut page);
        later = Some(year);
    }
    if gaps {
        let text = "no recorded vote: no text was put, or it passed without a vote; the record can't tell which";
        page.wrapped(text, Role::Quiet);
    }
    ranking(shared, whole, &mut page);
    page
}
