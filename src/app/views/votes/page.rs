//! A roll call as pages: what was voted on, the tally and every member by vote, group or bloc; beside it, how the
//! regional groups voted, what it was about and where to read it.

use crate::answer::Show;
use crate::answer::groups::{GroupName, GroupVotes};
use crate::record::{MemberId, MemberSet, State, Tally};
use crate::report::text::{day, width};
use crate::report::{counted, vote_in_words};

use crate::app::bar::{bar, counts, mark, unrecorded};
use crate::app::page::{Line, LinkTarget, Page, Piece, Role, line_width, padded};
use crate::app::session::{Grouping, Workspace};
use crate::app::views::near::near;

/// The mark between letter and name of a member that voted differently from its group's line.
const OTHERWISE: &str = "•";
/// From how many columns on there is room for the word cohesion beside the longest name of a group.
const ROOMY: usize = 56;

/// What was voted on, the tally, and every member.
pub(super) fn page(shared: &Workspace<'_>, show: &Show<'_>, columns: usize) -> Page {
    let origin = show.votes.record.origin();
    let mut page = Page::new(columns);
    page.wrapped(show.row.title, Role::Title);
    page.dotted(&facts(show), Role::Quiet);
    page.blank();
    let Some(tally) = show.row.tally() else {
        page.wrapped(&unrecorded(), Role::Title);
        remarks(show, &mut page);
        return page;
    };
    page.push(bar(tally, columns));
    let of = match show.row.members {
        Some(members) => format!("of {}", counted(members.into(), "member")),
        None => format!("{} voted; who was absent is not known", tally.cast()),
    };
    let mut line = counts(tally, origin, columns);
    if line_width(&line) + 3 + width(&of) <= columns {
        line.extend([Piece::plain("   "), Piece::quiet(of)]);
        page.push(line);
    } else {
        page.push(line);
        page.wrapped(&of, Role::Quiet);
    }
    if let Some(close) = show.closeness {
        page.wrapped(&close.briefly(), Role::Quiet);
    }
    if let Some(member) = shared.watched {
        let state = show.votes.planes.state(member);
        let said = vote_in_words(show.votes.record.name(member), state, show.row.body);
        page.leading([Piece::new(said, Role::Strong(state))], LinkTarget::Member(member));
    }
    remarks(show, &mut page);
    match &shared.grouping {
        Grouping::Vote => by_vote(shared, show, &mut page),
        _ => by_group(shared, show, &mut page),
    }
    page
}

/// Remarks on it.
fn remarks(show: &Show<'_>, page: &mut Page) {
    for remark in show.remarks.in_words() {
        page.blank();
        page.wrapped(&remark, Role::Plain);
    }
}

/// Date, session, drafts and symbol.
fn facts(show: &Show<'_>) -> Vec<String> {
    let mut facts = vec![day(show.row.date), show.row.body.held_in(show.row.session)];
    facts.extend(show.outcome_in_words());
    if !show.drafts.is_empty() {
        facts.push(format!("draft {}", show.drafts.join(", ")));
    }
    if !show.row.symbol.is_empty() {
        facts.push(show.row.symbol.to_owned());
    }
    let kinds = [(show.amendment, "on an amendment"), (show.paragraph, "on a part of the text")];
    facts.extend(kinds.into_iter().filter(|(is, _)| *is == Some(true)).map(|(_, kind)| kind.to_owned()));
    facts
}

fn by_vote(shared: &Workspace<'_>, show: &Show<'_>, page: &mut Page) {
    let permanent: MemberSet = show.permanent.iter().copied().collect();
    let of = if permanent.is_empty() {
        ""
    } else {
        permanent_members(show, page);
        "Elected members: "
    };
    let elected = |state| show.members_in(state).map(|members| members - &permanent);
    let count = |state| elected(state).map_or(0, |members| members.len() as u16);
    let [yes, no, abstain, absent] = State::OF_MEMBERS.map(count);
    for state in (Tally { yes, no, abstain, absent }).fewest_first() {
        let Some(members) = elected(state).filter(|members| !members.is_empty()) else { continue };
        let heading = state.heading();
        let heading = if of.is_empty() { heading.to_owned() } else { heading.to_lowercase() };
        page.heading([Piece::new(format!("{of}{heading} {}", members.len()), Role::Strong(state))]);
        names(shared, page, shared.named(members).map(|member| (member, Some(state), false)));
    }
}

/// The permanent members of the Council, each with its vote, a line each; a veto is named.
fn permanent_members(show: &Show<'_>, page: &mut Page) {
    let record = show.votes.record;
    page.heading([Piece::title(format!("Permanent members {}", show.permanent.len()))]);
    let widest = show.permanent.iter().map(|&member| width(record.name(member))).max().unwrap_or_default();
    for &member in &show.permanent {
        let state = show.votes.planes.state(member);
        let name = record.name(member);
        let vetoed = show.veto.contains(&record.code(member));
        let said = if vetoed { format!("{}, vetoed", state.word()) } else { state.word().to_owned() };
        let line = [
            Piece::new(mark(state), Role::Vote(state)),
            Piece::plain(format!(" {name}{} ", " ".repeat(widest - width(name)))),
            Piece::new(said, Role::Strong(state)),
        ];
        page.leading(line, LinkTarget::Member(member));
    }
}

fn by_group(shared: &Workspace<'_>, show: &Show<'_>, page: &mut Page) {
    let record = show.votes.record;
    page.blank();
    page.wrapped(
        &format!("By {}. {OTHERWISE} voted differently from its line.", shared.grouping.in_words()),
        Role::Quiet,
    );
    for remark in shared.grouping_remarks(&record.only(show.id)) {
        page.wrapped(&remark.in_words(), Role::Quiet);
    }
    let open = match &shared.grouping {
        Grouping::Bloc(name) => shared.inside(name, show.row.date).open,
        _ => MemberSet::EMPTY,
    };
    for (name, members) in shared.grouped(&show.votes.planes.members(), show.row.date) {
        let group = GroupVotes::new(record, show.id, GroupName::Named(name.into()), members, &open);
        page.heading([Piece::title(format!("{} {}", group.name.in_words(), group.members.len()))]);
        let mut line = counts(group.tally, record.origin(), page.columns());
        let said = line_in_words(&group);
        line.extend([Piece::plain("  "), Piece::quiet(said.clone())]);
        if line_width(&line) > page.columns() {
            line.truncate(line.len() - 2);
            page.push(line);
            page.wrapped(&said, Role::Quiet);
        } else {
            page.push(line);
        }
        let states = group.tally.fewest_first().into_iter().filter_map(|state| Some((state, show.members_in(state)?)));
        let members = states.flat_map(|(state, plane)| {
            let otherwise = &group.otherwise;
            shared.named(plane & &members).map(move |member| (member, Some(state), otherwise.contains(member)))
        });
        names(shared, page, members);
    }
}

/// "line yes, cohesion 0.86": cohesion is the Agreement Index over the votes cast.
fn line_in_words(group: &GroupVotes<'_>) -> String {
    match (group.line, group.cohesion) {
        (Some(line), Some(cohesion)) => format!("line {}, cohesion {cohesion:.2}", line.word()),
        (None, Some(cohesion)) => format!("no line, cohesion {cohesion:.2}"),
        _ => "no vote cast".to_owned(),
    }
}

/// Adds members, each after the letter of its vote if there is a letter.
pub(in crate::app) fn names(
    shared: &Workspace<'_>,
    page: &mut Page,
    members: impl Iterator<Item = (MemberId, Option<State>, bool)>,
) {
    page.grid(members.map(|(member, state, otherwise)| {
        let name = shared.record().name(member);
        let mut line = Line::new();
        if let Some(state) = state {
            line.push(Piece::new(mark(state), Role::Vote(state)));
            line.push(Piece::plain(if otherwise { OTHERWISE } else { " " }));
        }
        let role = if shared.watched == Some(member) || otherwise { Role::Title } else { Role::Plain };
        line.push(Piece::new(name.to_string(), role));
        (line, LinkTarget::Member(member))
    }));
}

/// How the regional groups voted, what it was about and where to read it.
pub(super) fn aside(shared: &Workspace<'_>, show: &Show<'_>, columns: usize) -> Page {
    let mut page = Page::new(columns);
    if shared.grouping == Grouping::Vote && show.row.tally().is_some() {
        regional_groups(show, &mut page);
    }
    let texts = |texts: &[&str]| texts.iter().map(|&text| text.to_owned()).collect::<Vec<_>>();
    near(shared, show.id, &mut page);
    let topics = show.topics.iter().map(|topic| format!("{}: {}", topic.name, topic.title)).collect();
    for (section, texts) in [
        ("Decided", texts(show.description.as_slice())),
        ("Topics", topics),
        ("Agenda", texts(&show.agenda)),
        ("Subjects", texts(&show.subjects)),
        ("Meeting", texts(&show.meeting)),
        ("Report", texts(&show.report)),
        ("Link", show.link.iter().cloned().collect()),
        ("Names", show.names_in_words().into_iter().collect()),
    ] {
        if !texts.is_empty() {
            page.heading([Piece::title(section)]);
            for text in texts {
                page.wrapped(&text, Role::Plain);
            }
        }
    }
    page
}

/// A line for each regional group: its tally and its cohesion.
fn regional_groups(show: &Show<'_>, page: &mut Page) {
    let states = show.votes.record.origin().states();
    page.heading([Piece::title("Regional groups of today")]);
    let (cohesion_is, wide) = if page.columns() >= ROOMY { ("cohesion", 10) } else { ("coh.", 6) };
    let numbers = states.len() * 4 + wide;
    let room = page.columns().saturating_sub(numbers);
    let mut header = vec![Piece::plain(" ".repeat(room))];
    header.extend(states.iter().map(|&state| Piece::new(format!("{:>4}", mark(state)), Role::Vote(state))));
    header.push(Piece::quiet(format!("{cohesion_is:>wide$}")));
    page.push(header);
    for group in &show.groups {
        let mut line = vec![Piece::plain(padded(group.name.in_words(), room))];
        line.extend(states.iter().map(|&state| Piece::new(format!("{:>4}", group.tally.of(state)), Role::Vote(state))));
        let index = group.cohesion.map_or_else(|| "–".to_owned(), |index| format!("{index:.2}"));
        line.push(Piece::quiet(format!("{index:>wide$}")));
        page.push(line);
    }
}
