//! The page of two blocs: who they are, cohesion and agreement in all and by topic; beside it who is at their
//! edges, the same by year, every member.

use crate::answer::blocs::{BlocPoint, BlocSeat, BlocSide};
use crate::answer::{By, ENOUGH, Mean};
use crate::app::line_editor::Side;
use crate::app::page::{Line, LinkTarget, Page, Piece, Role, padded};
use crate::app::session::Workspace;
use crate::app::views::Here;
use crate::record::{MemberId, State};
use crate::report::counted;
use crate::report::text::{day, thousands, value, width};

use super::BlocsView;
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
pub(in crate::app) fn page(here: &Here<'_, '_>, blocs: &BlocsView<'_>, columns: usize) -> Page {
    let shared = here.session;
    let mut page = Page::new(columns);
    for side in Side::BOTH {
        match blocs.side(side) {
            Some(bloc) => named(shared, side, bloc, &mut page),
            None => page.push([letter(side), Piece::quiet("no bloc")]),
        }
    }
    if let Some(text) = overlap(shared, blocs) {
        page.wrapped(&text, Role::Quiet);
    }
    page.blank();
    let window = blocs.answer.as_ref().map_or_else(|| here.window(), |answer| answer.window.clone());
    page.leading_text(&window.line(), Role::Accent, LinkTarget::Window);
    window.blocs.iter().for_each(|note| page.wrapped(&note.in_words(), Role::Quiet));
    figures(blocs, &mut page);
    charts(blocs, &TOPICS, &mut page);
    page
}

/// Who is at the edges, the figures by year, who belongs, how to read it.
pub(in crate::app) fn aside(shared: &Workspace<'_>, blocs: &BlocsView<'_>, columns: usize) -> Page {
    let mut page = Page::new(columns);
    for (side, bloc) in blocs.sides() {
        let letter = side.letter();
        let inside: Vec<_> = bloc.loyalty.iter().map(|member| (&member.seat, member.value)).collect();
        let title = format!("Inside {letter}: loyalty, lowest first");
        edge(&title, &inside, |member| LinkTarget::NotWith(side, member), &mut page);
        let outside: Vec<_> = bloc.outside.iter().map(|other| (&other.seat, other.agreement)).collect();
        let title = format!("Outside: agreement with the line of {letter}");
        edge(&title, &outside, LinkTarget::Member, &mut page);
    }
    charts(blocs, &YEARS, &mut page);
    let last = blocs.answer.as_ref().and_then(|answer| answer.window.last);
    let when = last.map_or_else(String::new, |last| format!(" on {last}"));
    let sets = blocs.sides().map(|(side, bloc)| (side.letter(), bloc.at_end));
    let neither = blocs.two().and_then(|two| two.neither);
    for (which, members) in sets.chain(neither.map(|members| ("In neither", members))) {
        page.heading([Piece::title(format!("{which}: {}{when}", counted(members.len(), "member")))]);
        page.grid(
            shared.named(members).map(|member| (vec![Piece::plain(name(shared, member))], LinkTarget::Member(member))),
        );
    }
    reading(blocs, &mut page);
    page
}

fn letter(side: Side) -> Piece {
    Piece::new(format!("{}  ", side.letter()), Role::Accent)
}

fn name(shared: &Workspace<'_>, member: MemberId) -> String {
    shared.record().name(member).to_owned()
}

/// A bloc's expression, its size and as many of its names as fit into a few lines.
fn named(shared: &Workspace<'_>, side: Side, of: &BlocSide<'_>, page: &mut Page) {
    let text = of.expr.clone();
    let room = page.columns().saturating_sub(3);
    if width(&text) <= room {
        page.push([letter(side), Piece::title(text)]);
    } else {
        page.wrapped(&format!("{}  {text}", side.letter()), Role::Title);
    }
    let mut text = counted(of.at_end.len(), "member");
    let room = (page.columns() * NAMED).saturating_sub(16);
    for (at, member) in shared.named(of.at_end).enumerate() {
        let name = name(shared, member);
        if width(&text) + width(&name) > room {
            text = format!("{text} and {} more", of.at_end.len() - at);
            break;
        }
        text = format!("{text}{} {name}", if at == 0 { ":" } else { "," });
    }
    page.wrapped(&text, Role::Plain);
}

/// Who is in both, and how many in neither, on the day of the last roll call.
fn overlap(shared: &Workspace<'_>, blocs: &BlocsView<'_>) -> Option<String> {
    let (two, last) = (blocs.two()?, blocs.answer.as_ref()?.window.last?);
    let both = two.both;
    let mut text = if both.is_empty() {
        "No member in both".to_owned()
    } else {
        let names: Vec<_> = shared.named(both).take(SHOWN).map(|member| name(shared, member)).collect();
        let more = if both.len() > SHOWN { format!(" and {} more", both.len() - SHOWN) } else { String::new() };
        format!("In both {}: {}{more}", both.len(), names.join(", "))
    };
    if let Some(neither) = two.neither {
        text = format!("{text}; in neither {}", neither.len());
    }
    Some(format!("{text}; on {}", day(last)))
}

/// Cohesion, Rice, lines and pairs over the window.
fn figures(blocs: &BlocsView<'_>, page: &mut Page) {
    let mut rows: Vec<(String, Mean, &str)> = Vec::new();
    for (side, of) in blocs.sides() {
        rows.push((format!("cohesion of {}", side.letter()), of.cohesion, "roll call"));
        rows.push((format!("Rice of {}", side.letter()), of.rice, "roll call"));
    }
    if let Some(together) = blocs.two() {
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
    by: By,
}

const TOPICS: FigureStyle = FigureStyle {
    agreement: "Agreement by topic: L lines, P pairs",
    cohesion: "Cohesion by topic",
    field: "topic",
    by: By::Topic,
};

const YEARS: FigureStyle = FigureStyle {
    agreement: "Agreement by year: L lines, P pairs",
    cohesion: "Cohesion by year",
    field: "year",
    by: By::Year,
};

fn charts(blocs: &BlocsView<'_>, drawn: &FigureStyle, page: &mut Page) {
    let mut points: Vec<_> = blocs.answer.iter().flat_map(|answer| answer.points(drawn.by)).collect();
    // The newest year first.
    if drawn.by == By::Year {
        points.reverse();
    }
    let mut draw = |heading, letters, figures: fn(&BlocPoint) -> Vec<Mean>| {
        let figures: Vec<_> = points.iter().map(|point| figures(point)).collect();
        let rows = points.iter().zip(&figures).map(|(point, figures)| ChartRow {
            key: &point.key,
            figures,
            to: LinkTarget::Part(format!("{}:{}", drawn.field, point.key)),
        });
        let form = Form { heading, bars: drawn.by == By::Topic, from: 0.0 };
        chart(form, letters, &rows.collect::<Vec<_>>(), page);
    };
    draw(drawn.agreement, AGREEMENT, |point| point.two.iter().flat_map(|two| [two.lines, two.pairs]).collect());
    let letters = if blocs.first == Side::A { COHESION } else { COHESION_OF_B };
    draw(drawn.cohesion, letters, |point| [point.a].into_iter().chain(point.two.as_ref().map(|two| two.b)).collect());
}

/// The first of those that are at an edge; under twenty votes nobody is ranked.
fn edge(title: &str, members: &[(&BlocSeat<'_>, Option<f64>)], to: impl Fn(MemberId) -> LinkTarget, page: &mut Page) {
    let (ranked, few): (Vec<_>, Vec<_>) = members.iter().partition(|(seat, _)| seat.is_ranked());
    if members.is_empty() {
        return;
    }
    page.heading([Piece::title(title.to_owned())]);
    for (seat, figure) in ranked.iter().take(SHOWN) {
        let line: Line = vec![
            Piece::plain(padded(seat.name, page.columns().saturating_sub(13).min(28))),
            Piece::plain(format!(" {:>5}", value(*figure))),
            Piece::quiet(format!(" {:>6}", thousands(seat.n as usize))),
        ];
        page.leading(line, to(seat.member));
    }
    if ranked.len() > SHOWN {
        page.wrapped(&format!("and {} more after these", thousands(ranked.len() - SHOWN)), Role::Quiet);
    }
    if !few.is_empty() {
        let text = format!("{} with under {ENOUGH} votes: not enough votes to rank", counted(few.len(), "member"));
        page.wrapped(&text, Role::Quiet);
    }
}

/// What the figures are, and of which day the members are.
fn reading(blocs: &BlocsView<'_>, page: &mut Page) {
    page.heading([Piece::title("Reading these figures")]);
    for text in [
        "A line is the plurality of yes, no and abstentions; a tie is none. Absences count nowhere.",
        "Cohesion: Agreement Index, 1 unanimous, 0 split in thirds; Rice: |yes − no| / (yes + no); means over roll calls.",
        "Lines: agreement of the two lines. Pairs: of every member of A with every other member of B, n comparisons. Half \
         credit where exactly one abstained.",
        "Loyalty: the share of a member's votes that equal the line of the others. Outside: how far members of neither \
         bloc agree with the line.",
    ] {
        page.wrapped(text, Role::Quiet);
    }
    let mut remarks: Vec<_> = blocs.sides().flat_map(|(_, bloc)| &bloc.notes).collect();
    remarks.dedup();
    for remark in remarks {
        page.wrapped(&remark.in_words(), Role::Quiet);
    }
}
