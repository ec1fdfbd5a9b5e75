//! A roll call as pages: what was voted on, the tally and every member by vote, group or bloc; beside it, how the
//! regional groups voted, what it was about and where to read it.

use crate::analysis::{cohesion, defectors};
use crate::record::{MemberId, MemberSet, Outcome, Record, RollCallId, State, Tally};
use crate::report::counted;
use crate::report::text::{day, width};

use crate::app::bar::{bar, counts, mark, unrecorded};
use crate::app::page::{Line, LinkTarget, Page, Piece, Role, line_width};
use crate::app::session::{Grouping, Workspace};
use crate::app::views::near::near;

/// Stands between letter and name of a member that voted otherwise than the line of its group.
const OTHERWISE: &str = "•";
/// From how many columns on there is room for the word cohesion beside the longest name of a group.
const ROOMY: usize = 56;

/// What was voted on, the tally, and every member.
pub(in crate::app) fn page(shared: &Workspace<'_>, id: RollCallId, columns: usize) -> Page {
    let record = shared.record();
    let rollcall = record.rollcall(id);
    let tally = record.tally(id);
    let mut page = Page::new(columns);
    page.wrapped(&rollcall.title, Role::Title);
    page.dotted(&facts(record, id), Role::Quiet);
    page.blank();
    if !tally.is_recorded() {
        page.wrapped(&unrecorded(), Role::Title);
        remarks(record, id, &mut page);
        return page;
    }
    page.push(bar(tally, columns));
    let of = if record.origin().has_absences() {
        format!("of {}", counted(tally.members().into(), "member"))
    } else {
        format!("{} voted; who was absent is not known", tally.cast())
    };
    let mut line = counts(tally, record.origin(), columns);
    if line_width(&line) + 3 + width(&of) <= columns {
        line.extend([Piece::plain("   "), Piece::quiet(of)]);
        page.push(line);
    } else {
        page.push(line);
        page.wrapped(&of, Role::Quiet);
    }
    if let Some(member) = shared.watched {
        let state = record.votes().state(id, member);
        let name = &record.members().get(member).name;
        page.leading([Piece::new(said(name, state), Role::Strong(state))], LinkTarget::Member(member));
    }
    remarks(record, id, &mut page);
    match &shared.grouping {
        Grouping::Vote => by_vote(shared, id, &mut page),
        _ => by_group(shared, id, &mut page),
    }
    page
}

/// What a reader should know of it.
fn remarks(record: &Record, id: RollCallId, page: &mut Page) {
    for remark in record.remarks(id) {
        page.blank();
        page.wrapped(&remark, Role::Plain);
    }
}

/// "Hungary voted no", "Palau was absent".
pub(in crate::app) fn said(name: &str, state: State) -> String {
    match state {
        State::Yes | State::No => format!("{name} voted {}", state.word()),
        State::Abstain => format!("{name} abstained"),
        State::Absent => format!("{name} was absent"),
        State::NotMember => format!("{name} has no vote here: not a member then"),
    }
}

/// How it ended, where that is not that it was adopted: "vetoed by Russia".
fn ended(record: &Record, id: RollCallId) -> Option<String> {
    let rollcall = record.rollcall(id);
    match rollcall.outcome {
        Outcome::Adopted => None,
        Outcome::Vetoed => {
            let by: Vec<_> = rollcall.veto.iter().map(|member| record.name(member)).collect();
            Some(format!("vetoed by {}", by.join(" and ")))
        }
        Outcome::Rejected => Some("rejected".to_owned()),
        Outcome::Unknown => Some("outcome not known".to_owned()),
    }
}

/// Day, session, how it ended, drafts and symbol.
fn facts(record: &Record, id: RollCallId) -> Vec<String> {
    let rollcall = record.rollcall(id);
    let mut facts = vec![day(rollcall.date), rollcall.held_in()];
    facts.extend(ended(record, id));
    let drafts: Vec<_> = record.drafts(id).collect();
    if !drafts.is_empty() {
        facts.push(format!("draft {}", drafts.join(", ")));
    }
    if !rollcall.symbol.is_empty() {
        facts.push(rollcall.symbol.to_string());
    }
    let kinds = [(rollcall.amendment, "on an amendment"), (rollcall.paragraph, "on a part of the text")];
    facts.extend(kinds.into_iter().filter(|(is, _)| *is == Some(true)).map(|(_, kind)| kind.to_owned()));
    facts
}

fn by_vote(shared: &Workspace<'_>, id: RollCallId, page: &mut Page) {
    let votes = shared.record().votes().of_rollcall(id);
    for state in State::OF_MEMBERS {
        if let Some(plane) = votes.of(state).filter(|plane| !plane.is_empty()) {
            page.heading([Piece::new(format!("{} {}", heading(state), plane.len()), Role::Strong(state))]);
            names(shared, page, shared.named(*plane).map(|member| (member, Some(state), false)));
        }
    }
}

fn heading(state: State) -> &'static str {
    match state {
        State::Yes => "Yes",
        State::No => "No",
        State::Abstain => "Abstain",
        State::Absent => "Absent",
        State::NotMember => "Not a member",
    }
}

fn by_group(shared: &Workspace<'_>, id: RollCallId, page: &mut Page) {
    let record = shared.record();
    let votes = record.votes().of_rollcall(id);
    page.blank();
    page.wrapped(
        &format!("By {}. {OTHERWISE} voted otherwise than its line.", shared.grouping.in_words()),
        Role::Quiet,
    );
    let day = record.rollcall(id).date;
    for remark in shared.grouping_remarks(&record.only(id)) {
        page.wrapped(&remark, Role::Quiet);
    }
    // Of whom it is not known where it belonged, nobody says that it left a line.
    let open = match &shared.grouping {
        Grouping::Bloc(name) => shared.inside(name, day).open,
        _ => MemberSet::EMPTY,
    };
    for (name, members) in shared.grouped(&votes.members(), day) {
        let tally = votes.tally_among(&members);
        page.heading([Piece::title(format!("{name} {}", members.len()))]);
        let mut line = counts(tally, record.origin(), page.columns());
        line.extend([Piece::plain("  "), Piece::quiet(of_one_mind(tally))]);
        if line_width(&line) > page.columns() {
            line.truncate(line.len() - 2);
            page.push(line);
            page.wrapped(&of_one_mind(tally), Role::Quiet);
        } else {
            page.push(line);
        }
        let otherwise = &defectors(votes, &members) - &open;
        let states = State::OF_MEMBERS.into_iter().filter_map(|state| Some((state, votes.of(state)?)));
        let members = states.flat_map(|(state, plane)| {
            shared.named(plane & &members).map(move |member| (member, Some(state), otherwise.contains(member)))
        });
        names(shared, page, members);
    }
}

/// "line yes, cohesion 0.86": cohesion is the Agreement Index over the votes cast.
fn of_one_mind(tally: Tally) -> String {
    match (tally.line(), cohesion(tally)) {
        (Some(line), Some(cohesion)) => format!("line {}, cohesion {cohesion:.2}", line.word()),
        (None, Some(cohesion)) => format!("no line, cohesion {cohesion:.2}"),
        _ => "no vote cast".to_owned(),
    }
}

/// Adds members, each behind the letter of its vote if one is given.
pub(in crate::app) fn names(
    shared: &Workspace<'_>,
    page: &mut Page,
    members: impl Iterator<Item = (MemberId, Option<State>, bool)>,
) {
    page.grid(members.map(|(member, state, otherwise)| {
        let name = &shared.record().members().get(member).name;
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
pub(in crate::app) fn aside(shared: &Workspace<'_>, id: RollCallId, columns: usize) -> Page {
    let record = shared.record();
    let rollcall = record.rollcall(id);
    let mut page = Page::new(columns);
    if shared.grouping == Grouping::Vote && record.is_recorded(id) {
        regional_groups(shared, id, &mut page);
    }
    let texts = |texts: &[crate::record::Text]| texts.iter().map(ToString::to_string).collect::<Vec<_>>();
    near(shared, id, &mut page);
    // Topics take longer than a frame to find, and come when they are known.
    let topics: Vec<_> = if shared.prepared {
        shared.lexicon.topics_of(id).map(|topic| format!("{}: {}", topic.name, topic.title)).collect()
    } else {
        Vec::new()
    };
    for (section, texts) in [
        ("Decided", rollcall.description.iter().map(ToString::to_string).collect()),
        ("Topics", topics),
        ("Agenda", texts(&rollcall.agenda)),
        ("Subjects", texts(&rollcall.subjects)),
        ("Meeting", texts(&rollcall.meeting)),
        ("Report", texts(&rollcall.report)),
        ("Link", record.link(id).into_iter().collect()),
        ("Names", record.names_then(id).into_iter().collect()),
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
fn regional_groups(shared: &Workspace<'_>, id: RollCallId, page: &mut Page) {
    let record = shared.record();
    let votes = record.votes().of_rollcall(id);
    let states = record.origin().states();
    page.heading([Piece::title("Regional groups of today")]);
    let (cohesion_is, wide) = if page.columns() >= ROOMY { ("cohesion", 10) } else { ("coh.", 6) };
    let numbers = states.len() * 4 + wide;
    let room = page.columns().saturating_sub(numbers);
    let mut header = vec![Piece::plain(" ".repeat(room))];
    header.extend(states.iter().map(|&state| Piece::new(format!("{:>4}", mark(state)), Role::Vote(state))));
    header.push(Piece::quiet(format!("{cohesion_is:>wide$}")));
    page.push(header);
    for (name, members) in shared.grouped(&votes.members(), record.rollcall(id).date) {
        let tally = votes.tally_among(&members);
        let mut line = vec![Piece::plain(crate::app::page::padded(&name, room))];
        line.extend(states.iter().map(|&state| Piece::new(format!("{:>4}", tally.of(state)), Role::Vote(state))));
        let index = cohesion(tally).map_or_else(|| "–".to_owned(), |index| format!("{index:.2}"));
        line.push(Piece::quiet(format!("{index:>wide$}")));
        page.push(line);
    }
}
