//! The scatter as lines: a letter for each member where it is, names where there is room for them, what the letters
//! mean.

use ratatui::layout::Size;

use crate::answer::positions::Placed;
use crate::app::bar::mark;
use crate::app::page::{Line, Page, Piece, Role, add};
use crate::app::session::{Grouping, Workspace};
use crate::record::{MemberId, MemberSet, Record, State};
use crate::report::counted;
use crate::report::text::{percent, thousands, width};

use super::PositionsView;

/// The lines before and after the scatter: what it is, its window, its axes, who is selected; what letters mean.
const ABOVE: usize = 4;
/// The columns on either side in which nobody is, for names.
const SIDE: usize = 5;
/// The fewest lines of a scatter.
const LEAST: usize = 4;
/// How many of the hidden members of a group are named.
const LEFT_NAMED: usize = 2;

/// A kind of members: its letter, its name, who.
struct Marker {
    letter: char,
    role: Role,
    name: String,
    members: MemberSet,
    /// Those of the group that cast too few votes to be placed.
    left: MemberSet,
}

/// The places of members on the screen, at the same scale both ways: a character is twice as high as wide.
struct ScreenScale {
    columns: usize,
    rows: usize,
    least: (f64, f64),
    /// The columns to a unit.
    scale: f64,
}

impl ScreenScale {
    fn new(members: &[Placed<'_>], columns: usize, rows: usize) -> Self {
        let ends = |of: fn(&Placed<'_>) -> f64| {
            let all = || members.iter().map(of);
            (all().fold(f64::INFINITY, f64::min), all().fold(f64::NEG_INFINITY, f64::max))
        };
        let (x, y) = (ends(|place| place.x), ends(|place| place.y));
        let span = |(from, to): (f64, f64)| (to - from).max(1e-6);
        let inner = columns.saturating_sub(2 * SIDE + 1).max(1) as f64;
        let lines = 2.0 * rows.saturating_sub(1).max(1) as f64;
        let scale = (inner / span(x)).min(lines / span(y));
        // In the middle of what is left over.
        let rest = (columns.saturating_sub(1) as f64 / scale - span(x), lines / scale - span(y));
        Self { columns, rows, least: (x.0 - rest.0 / 2.0, y.0 - rest.1 / 2.0), scale }
    }

    #[expect(clippy::cast_sign_loss, reason = "no place lies left of or below the least one")]
    fn at(&self, place: &Placed<'_>) -> (usize, usize) {
        let column = ((place.x - self.least.0) * self.scale).round() as usize;
        let up = ((place.y - self.least.1) * self.scale / 2.0).round() as usize;
        (column.min(self.columns - 1), (self.rows - 1).saturating_sub(up))
    }
}

/// The member nearest to a line and a column of the page, if there is one within two columns.
pub(in crate::app) fn at(
    scatter: &PositionsView<'_>,
    shared: &Workspace<'_>,
    (line, column): (usize, usize),
    room: Size,
) -> Option<MemberId> {
    let (_, _, drawn) = laid_out(scatter, shared, room);
    let row = line.checked_sub(ABOVE)?;
    let far = |place: &Placed<'_>| {
        let (x, y) = drawn.at(place);
        x.abs_diff(column).max(2 * y.abs_diff(row))
    };
    let nearest = scatter.members().iter().min_by_key(|place| far(place))?;
    (far(nearest) <= 2).then_some(nearest.member)
}

/// The grouping of members, its legend, and their places in the remaining lines.
fn laid_out(scatter: &PositionsView<'_>, shared: &Workspace<'_>, room: Size) -> (Vec<Marker>, Vec<Line>, ScreenScale) {
    let kinds = kinds(scatter, shared);
    let legend = legend(shared.record(), &kinds, room.width.into());
    let rows = usize::from(room.height).saturating_sub(ABOVE + legend.len() + 1).max(LEAST);
    let drawn = ScreenScale::new(scatter.members(), usize::from(room.width).max(1), rows);
    (kinds, legend, drawn)
}

impl Marker {
    /// How many are shown: "65"; and who is not: "17 of 18; Palau left out", "12 of 17; 5 left out".
    fn counts(&self, record: &Record) -> String {
        let shown = self.members.len();
        let left: Vec<_> = self.left.iter().map(|id| record.name(id)).collect();
        match left.as_slice() {
            [] => shown.to_string(),
            few if few.len() <= LEFT_NAMED => {
                format!("{shown} of {}; {} left out", shown + few.len(), few.join(", "))
            }
            many => format!("{shown} of {}; {} left out", shown + many.len(), many.len()),
        }
    }
}

/// The members by what tells them apart.
fn kinds(scatter: &PositionsView<'_>, shared: &Workspace<'_>) -> Vec<Marker> {
    let record = shared.record();
    let all: MemberSet = scatter.members().iter().map(|place| place.member).collect();
    let on = scatter.voted();
    if let (Grouping::Vote, Some(id)) = (&shared.grouping, on) {
        let votes = record.votes().of_rollcall(id);
        let of = |state: State| Marker {
            letter: if state == State::NotMember { '-' } else { mark(state).chars().next().unwrap_or('·') },
            role: Role::Strong(state),
            name: state.word().to_owned(),
            members: all.iter().filter(|&member| votes.state(member) == state).collect(),
            left: votes.of(state).map_or(MemberSet::EMPTY, |voted| voted - &all),
        };
        let kinds = State::ALL.into_iter().map(of);
        return kinds.filter(|kind| !(kind.members.is_empty() && kind.left.is_empty())).collect();
    }
    let Some(id) = on else { return Vec::new() };
    let mut used = Vec::new();
    let everybody = &all | &record.seated(id);
    let groups = shared.grouped(&everybody, record.rollcall(id).date).into_iter().enumerate();
    let kind = |(at, (name, group)): (usize, (String, MemberSet))| {
        let (members, left) = (&group & &all, &group - &all);
        // The first of its letters that no other has.
        let letters = name.chars().filter(char::is_ascii_alphabetic).map(|letter| letter.to_ascii_uppercase());
        let letter = letters.chain('A'..='Z').find(|letter| !used.contains(letter)).unwrap_or('?');
        used.push(letter);
        Marker { letter, role: Role::Group((at % 5) as u8), name, members, left }
    };
    groups.map(kind).filter(|kind| !(kind.members.is_empty() && kind.left.is_empty())).collect()
}

/// The legend: what the letters mean and how many members of each are not shown.
fn legend(record: &Record, kinds: &[Marker], columns: usize) -> Vec<Line> {
    let mut lines = vec![Line::new()];
    let mut used = 0;
    for kind in kinds {
        let text = format!(" {} ({})   ", kind.name, kind.counts(record));
        if used > 0 && used + 1 + width(&text) > columns {
            lines.push(Line::new());
            used = 0;
        }
        used += 1 + width(&text);
        if let Some(line) = lines.last_mut() {
            line.extend([Piece::new(kind.letter.to_string(), kind.role), Piece::quiet(text)]);
        }
    }
    lines
}

/// The scatter with what is said of it.
pub(in crate::app) fn page(
    shared: &Workspace<'_>,
    scatter: &PositionsView<'_>,
    room: Size,
    selected: Option<MemberId>,
) -> Page {
    let record = shared.record();
    let mut page = Page::new(room.width.into());
    let Some(found) = &scatter.answer else { return page };
    let by = match (&shared.grouping, scatter.voted()) {
        (Grouping::Vote, Some(id)) => format!("votes on {}", record.rollcall(id).short_symbol()),
        (grouping, _) => grouping.in_words(),
    };
    page.push([Piece::title("Positions by agreement"), Piece::quiet(format!(" · letters: {by}"))]);
    page.push([Piece::new(found.window.line(), Role::Accent)]);
    let share = |axis: usize| found.explained[axis].map_or_else(|| "–".to_owned(), percent);
    let axes = format!(
        "axis 1 of this selection (across) {}, axis 2 (up) {} of the positive eigenvalues' sum",
        share(0),
        share(1)
    );
    page.push([Piece::quiet(axes)]);
    match selected.and_then(|id| scatter.place(id)) {
        None => page.push([Piece::quiet("Too few roll calls, or too few members voting on them, to place anyone.")]),
        Some(place) => page.push([
            Piece::new("▸ ", Role::Accent),
            Piece::title(place.name.to_owned()),
            Piece::plain(format!("  {:.3}, {:.3}", place.x, place.y)),
        ]),
    }
    if found.members.is_empty() {
        return page;
    }
    let (kinds, legend, drawn) = laid_out(scatter, shared, room);
    for line in draw(scatter, &kinds, &drawn, selected).into_iter().chain(legend) {
        page.push(line);
    }
    let placed = counted(found.members.len(), "member");
    let few = thousands(found.few);
    let left =
        if found.few > 0 { format!("; {few} left out for casting under 30 % of the votes") } else { String::new() };
    page.push([Piece::quiet(format!("{placed}; * several in one place{left}"))]);
    page
}

/// The letters, and names where there is room: the selected member first, then those farthest out.
fn draw(scatter: &PositionsView<'_>, kinds: &[Marker], drawn: &ScreenScale, selected: Option<MemberId>) -> Vec<Line> {
    let mut cells = vec![vec![(' ', Role::Plain); drawn.columns]; drawn.rows];
    for place in scatter.members() {
        let (column, row) = drawn.at(place);
        let kind = kinds.iter().find(|kind| kind.members.contains(place.member));
        let (letter, role) = kind.map_or(('?', Role::Plain), |kind| (kind.letter, kind.role));
        let cell = &mut cells[row][column];
        *cell = if cell.0 == ' ' || *cell == (letter, role) { (letter, role) } else { ('*', Role::Plain) };
    }
    let chosen = selected.and_then(|id| scatter.place(id));
    if let Some(place) = chosen {
        let (column, row) = drawn.at(place);
        cells[row][column].1 = Role::Here;
    }
    let mut others: Vec<_> = scatter.members().iter().collect();
    let far = |place: &Placed<'_>| place.x.hypot(place.y);
    others.sort_by(|a, b| far(b).total_cmp(&far(a)));
    for place in chosen.into_iter().chain(others.into_iter().filter(|place| Some(place.member) != selected)) {
        let (column, row) = drawn.at(place);
        let role = if Some(place.member) == selected { Role::Title } else { Role::Quiet };
        let row = &mut cells[row];
        let mut places = [place.name, place.code].into_iter().flat_map(|text| {
            // Behind the letter or before it.
            let starts = [Some(column + 2), column.checked_sub(width(text) + 1)];
            starts.into_iter().flatten().map(move |start| (text, start))
        });
        let fits = |&(text, start): &(&str, usize)| {
            let end = start + width(text);
            // With a blank on either side, unless that is the border.
            let around = start.saturating_sub(1)..(end + 1).min(drawn.columns);
            end <= drawn.columns && row[around].iter().all(|cell| cell.0 == ' ')
        };
        if let Some((text, start)) = places.find(fits) {
            for (cell, letter) in row[start..].iter_mut().zip(text.chars()) {
                *cell = (letter, role);
            }
        }
    }
    let line = |row: Vec<(char, Role)>| {
        let mut line = Line::new();
        for (letter, role) in row {
            add(&mut line, letter, role);
        }
        line
    };
    cells.into_iter().map(line).collect()
}
