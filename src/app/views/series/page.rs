//! A resolution that returns: its roll calls as rows, who left and who joined at each, its tallies through the years.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::answer::Series;
use crate::answer::series::{Gap, Support};
use crate::record::{MemberSet, RollCallId, State, TextId};
use crate::report::counted;
use crate::report::text::{day, percent};

use crate::app::bar::tallied;
use crate::app::page::{LinkTarget, Page, Piece, Role};
use crate::app::session::Workspace;
use crate::app::views::most_changed::ranking;
use crate::app::views::near::line;
use crate::app::views::votes::names;

/// A roll call of a series: who left and who joined the yes votes since the one before it.
pub(super) fn page(shared: &Workspace<'_>, whole: &Series<'_>, id: RollCallId, columns: usize) -> Page {
    let record = shared.record();
    let rollcall = record.rollcall(id);
    let known = whole.get(id);
    let mut page = Page::new(columns);
    page.wrapped(&rollcall.title, Role::Title);
    page.dotted(&[day(rollcall.date), rollcall.body.held_in(rollcall.session)], Role::Quiet);
    page.blank();
    tallied(record, id, &mut page);
    if let Some(Support { share, n, .. }) = known.and_then(|known| known.support) {
        let text = format!("{} support: yes among {} cast", percent(share), counted(n.into(), "vote"));
        page.wrapped(&text, Role::Quiet);
    }
    page.leading([Piece::new("▸ every member's vote", Role::Accent)], LinkTarget::RollCall(id));
    if !record.is_recorded(id) {
        return page;
    }
    let Some(turnover) = known.and_then(|known| known.turnover) else {
        page.blank();
        page.wrapped("The first of its series in the record.", Role::Quiet);
        return page;
    };
    let symbol = record.rollcall(turnover.since).short_symbol();
    for (heading, members, seen) in [
        (format!("Left the yes votes of {symbol}"), &turnover.left, id),
        (format!("Joined, by what they did on {symbol}"), &turnover.joined, turnover.since),
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
        let said = shared.record().state_word(seen, state);
        page.push([Piece::new(format!("{said} {}", members.len()), Role::Strong(state))]);
        names(shared, page, members.into_iter().map(|member| (member, Some(state), false)));
    }
}

/// What there is of a series in a year.
enum Entry {
    RollCall(RollCallId),
    Text(TextId),
    Gap(Gap),
}

/// The series year by year, and who moved most and least through it.
pub(super) fn aside(shared: &Workspace<'_>, whole: &Series<'_>, id: RollCallId, columns: usize) -> Page {
    let record = shared.record();
    let mut page = Page::new(columns);
    page.heading([Piece::title("Through the years")]);
    let mut entries: Vec<(Date, Entry)> =
        whole.ids().map(|id| (record.rollcall(id).date, Entry::RollCall(id))).collect();
    entries.extend(whole.without_vote.iter().map(|&id| (record.text(id).date, Entry::Text(id))));
    entries.extend(whole.gaps.iter().map(|&(year, gap)| (Date::constant(year, 1, 1), Entry::Gap(gap))));
    entries.sort_by_key(|&(date, _)| date);
    for (date, entry) in entries.into_iter().rev() {
        match entry {
            Entry::RollCall(other) => line(shared, other, other == id, &mut page),
            Entry::Text(text) => {
                let text_of = record.text(text);
                let when = if columns < 34 { date.year().to_string() } else { date.to_string() };
                let said = format!("  {when} {:<9} {}", text_of.short_symbol(), text_of.adopted.words());
                page.leading([Piece::quiet(said)], LinkTarget::Text(text));
            }
            Entry::Gap(gap) => {
                // What that says is said once, below.
                let text = if gap == Gap::NoVote { gap.in_words() } else { gap.explained() };
                page.push([Piece::quiet(format!("  {} {text}", date.year()))]);
            }
        }
    }
    if whole.gaps.iter().any(|&(_, gap)| gap == Gap::NoVote) {
        page.wrapped(Gap::NoVote.explained(), Role::Quiet);
    }
    ranking(shared, &whole.ranking, &mut page);
    page
}
