//! The page of two blocs: who they are, cohesion and agreement in all and by topic; beside it who stands at their
//! edges, the same by year, every member.

use crate::analysis::{ENOUGH, Mean};
use crate::app::line_editor::Side;
use crate::app::page::{Line, LinkTarget, Page, Piece, Role, padded};
use crate::app::session::Workspace;
use crate::record::{MemberId, MemberSet, RollCallSet, State};
use crate::report::text::{day, thousands, value, width};
use crate::report::{Window, counted};

use super::{BlocsView, ShownBloc, SliceFigures};
use crate::app::chart::{ChartRow, FigureLetters, Form, chart, number};

/// How many members at an edge are shown.
const SHOWN: usize = 10;
/// How many lines the names of a bloc's members take at the top.
const NAMED: usize = 2;
/// The columns that the name of a figure takes.
const FIGURE: usize = 14;

const COHESION: FigureLetters = &[("A", Role::Accent), ("B", Role::Strong(State::Abstain))];
const COHESION_OF_B: FigureLetters = &[("B", Role::Strong(State::Abstain))];
const AGREEMENT: FigureLetters = &[("L", Role::Accent), ("P", Role::Strong(State::Abstain))];

/// Who A and B are, the figures over the window, and the same by topic.
pub(in crate::app) fn page(
    shared: &Workspace<'_>,
    blocs: &BlocsView<'_>,
    query: &str,
    set: &RollCallSet,
    columns: usize,
) -> Page {
    let record = shared.record();
    let mut page = Page::new(columns);
    for (side, of) in Side::BOTH.into_iter().zip(&blocs.of) {
        match of {
            Some(of) => named(shared, side, of, &mut page),
            None => page.push([letter(side), Piece::quiet("no bloc")]),
        }
    }
    if let Some(text) = overlap(shared, blocs, set) {
        page.wrapped(&text, Role::Quiet);
    }
    page.blank();
    let window = Window::new(record, query, set);
    page.leading_text(&window.line(), Role::Accent, LinkTarget::Window);
    window.blocs.iter().for_each(|note| page.wrapped(note, Role::Quiet));
    figures(blocs, &mut page);
    charts(blocs, &blocs.topics, &TOPICS, &mut page);
    page
}

/// Who stands at the edges, the figures by year, who belongs, how to read it.
pub(in crate::app) fn aside(shared: &Workspace<'_>, blocs: &BlocsView<'_>, set: &RollCallSet, columns: usize) -> Page {
    let mut page = Page::new(columns);
    for (side, of) in blocs.sides() {
        let letter = side.letter();
        let inside = of.loyalty.ranked.iter().map(|member| (member.member, member.value(), member.n));
        let title = format!("Defectors of {letter}: loyalty, the least first");
        edge(shared, &title, inside, |member| LinkTarget::NotWith(side, member), of.loyalty.few.len(), &mut page);
        let outside = of.outside.ranked.iter().map(|other| (other.member, other.pair.agreement(), other.pair.n()));
        let title = format!("Outside: agreement with the line of {letter}");
        edge(shared, &title, outside, LinkTarget::Member, of.outside.few.len(), &mut page);
    }
    charts(blocs, &blocs.years, &YEARS, &mut page);
    let when = shared.record().span(set).map_or_else(String::new, |(_, last)| format!(" on {last}"));
    let sets = blocs.sides().map(|(side, of)| (side.letter(), of.members));
    for (which, members) in sets.chain(neither(shared, blocs, set).map(|members| ("In neither", members))) {
        page.heading([Piece::title(format!("{which}: {}{when}", counted(members.len(), "member")))]);
        page.grid(
            shared.named(members).map(|member| (vec![Piece::plain(name(shared, member))], LinkTarget::Member(member))),
        );
    }
    reading(shared, blocs, set, &mut page);
    page
}

fn letter(side: Side) -> Piece {
    Piece::new(format!("{}  ", side.letter()), Role::Accent)
}

fn name(shared: &Workspace<'_>, member: MemberId) -> String {
    shared.record().members().get(member).name.to_string()
}

/// A bloc's expression, its size and as many of its names as fit into a few lines.
fn named(shared: &Workspace<'_>, side: Side, of: &ShownBloc<'_>, page: &mut Page) {
    let text = of.expression.to_string();
    let room = page.columns().saturating_sub(3);
    if width(&text) <= room {
        page.push([letter(side), Piece::title(text)]);
    } else {
        page.wrapped(&format!("{}  {text}", side.letter()), Role::Title);
    }
    let mut text = counted(of.members.len(), "member");
    let room = (page.columns() * NAMED).saturating_sub(16);
    for (at, member) in shared.named(of.members).enumerate() {
        let name = name(shared, member);
        if width(&text) + width(&name) > room {
            text = format!("{text} and {} more", of.members.len() - at);
            break;
        }
        text = format!("{text}{} {name}", if at == 0 { ":" } else { "," });
    }
    page.wrapped(&text, Role::Plain);
}

/// Who is in both, and how many in neither, on the day of the last roll call.
fn overlap(shared: &Workspace<'_>, blocs: &BlocsView<'_>, set: &RollCallSet) -> Option<String> {
    let [Some(a), Some(b)] = &blocs.of else { return None };
    let record = shared.record();
    let last = set.iter().next_back()?;
    let both = &a.members & &b.members;
    let mut text = if both.is_empty() {
        "Nobody in both".to_owned()
    } else {
        let names: Vec<_> = shared.named(both).take(SHOWN).map(|member| name(shared, member)).collect();
        let more = if both.len() > SHOWN { format!(" and {} more", both.len() - SHOWN) } else { String::new() };
        format!("In both {}: {}{more}", both.len(), names.join(", "))
    };
    if let Some(neither) = neither(shared, blocs, set) {
        text = format!("{text}; in neither {}", neither.len());
    }
    Some(format!("{text}; on {}", day(record.rollcall(last).date)))
}

/// The members that belong to neither, on the day of the last roll call; none without two blocs, and where the source does
/// not say who was a member.
fn neither(shared: &Workspace<'_>, blocs: &BlocsView<'_>, set: &RollCallSet) -> Option<MemberSet> {
    let [Some(a), Some(b)] = &blocs.of else { return None };
    let record = shared.record();
    let last = set.iter().next_back().filter(|_| record.origin().has_absences())?;
    Some(&(&record.votes().of_rollcall(last).members() - &a.members) - &b.members)
}

/// Cohesion, Rice, lines and pairs over the window.
fn figures(blocs: &BlocsView<'_>, page: &mut Page) {
    let mut rows: Vec<(String, Mean, &str)> = Vec::new();
    for (side, of) in blocs.sides() {
        rows.push((format!("cohesion of {}", side.letter()), of.cohesion, "roll call"));
        rows.push((format!("Rice of {}", side.letter()), of.rice, "roll call"));
    }
    if let Some(together) = &blocs.together {
        rows.push(("lines".to_owned(), together.lines, "roll call"));
        rows.push(("pairs".to_owned(), together.pairs, "comparison"));
    }
    let count = rows.iter().map(|(_, mean, _)| width(&number(*mean))).max().unwrap_or_default() + 1;
    for (figure, mean, over) in rows {
        let over = counted(mean.n as usize, over);
        let indent = count - width(&number(mean));
        page.push([
            Piece::plain(padded(&figure, FIGURE)),
            Piece::title(format!("{:>6}", value(mean.value))),
            Piece::quiet(format!("{:indent$}{over}", "")),
        ]);
    }
    page.wrapped(
        "From 0 to 1; half credit where exactly one of two abstained. Each is explained at the end.",
        Role::Quiet,
    );
}

/// How the figures by year or by topic are called and drawn.
struct FigureStyle {
    agreement: &'static str,
    cohesion: &'static str,
    /// The field of a term that asks for a part.
    field: &'static str,
    bars: bool,
    newest_first: bool,
}

const TOPICS: FigureStyle = FigureStyle {
    agreement: "Agreement by topic: L lines, P pairs",
    cohesion: "Cohesion by topic",
    field: "topic",
    bars: true,
    newest_first: false,
};

const YEARS: FigureStyle = FigureStyle {
    agreement: "Agreement by year: L lines, P pairs",
    cohesion: "Cohesion by year",
    field: "year",
    bars: false,
    newest_first: true,
};

fn charts<'p>(blocs: &BlocsView<'_>, parts: &'p [SliceFigures], drawn: &FigureStyle, page: &mut Page) {
    let of = |figures: fn(&SliceFigures) -> &[Mean]| {
        let row = |part: &'p SliceFigures| ChartRow { key: &part.key, figures: figures(part), to: to(part, drawn) };
        let mut rows: Vec<_> = parts.iter().map(row).collect();
        if drawn.newest_first {
            rows.reverse();
        }
        rows
    };
    let form = |heading| Form { heading, bars: drawn.bars, from: 0.0 };
    chart(form(drawn.agreement), AGREEMENT, &of(|part| &part.agreement), page);
    let letters = if blocs.of[0].is_some() { COHESION } else { COHESION_OF_B };
    chart(form(drawn.cohesion), letters, &of(|part| &part.cohesion), page);
}

fn to(part: &SliceFigures, drawn: &FigureStyle) -> LinkTarget {
    LinkTarget::Part(format!("{}:{}", drawn.field, part.key))
}

/// The first of those that stand at an edge; under twenty votes nobody is ranked.
fn edge(
    shared: &Workspace<'_>,
    title: &str,
    ranked: impl ExactSizeIterator<Item = (MemberId, Option<f64>, u32)>,
    to: impl Fn(MemberId) -> LinkTarget,
    few: usize,
    page: &mut Page,
) {
    let all = ranked.len();
    if all + few == 0 {
        return;
    }
    page.heading([Piece::title(title.to_owned())]);
    for (member, figure, n) in ranked.take(SHOWN) {
        let line: Line = vec![
            Piece::plain(padded(&name(shared, member), page.columns().saturating_sub(13).min(28))),
            Piece::plain(format!(" {:>5}", value(figure))),
            Piece::quiet(format!(" {:>6}", thousands(n as usize))),
        ];
        page.leading(line, to(member));
    }
    if all > SHOWN {
        page.wrapped(&format!("and {} behind these", thousands(all - SHOWN)), Role::Quiet);
    }
    if few > 0 {
        let text = format!("{} with under {ENOUGH} votes: not enough votes to rank", counted(few, "member"));
        page.wrapped(&text, Role::Quiet);
    }
}

/// What the figures are, and of which day the members are.
fn reading(shared: &Workspace<'_>, blocs: &BlocsView<'_>, set: &RollCallSet, page: &mut Page) {
    page.heading([Piece::title("Reading these figures")]);
    for text in [
        "A line is the plurality of yes, no and abstentions; a tie is none. Absences count nowhere.",
        "Cohesion: Agreement Index, 1 unanimous, 0 split in thirds; Rice: |yes − no| / (yes + no); means over roll calls.",
        "Lines: agreement of the two lines. Pairs: of every member of A with every other member of B, n comparisons. Half \
         credit where exactly one abstained.",
        "Loyalty: the share of a member's votes that equal the line of the others. Outside: agreement with the line, of \
         members of no bloc here.",
    ] {
        page.wrapped(text, Role::Quiet);
    }
    let mut remarks: Vec<_> = blocs.sides().flat_map(|(_, of)| of.expression.remarks(shared.lexicon(), set)).collect();
    remarks.dedup();
    for remark in remarks {
        page.wrapped(&remark, Role::Quiet);
    }
}
