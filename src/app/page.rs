//! Text for a screen without a screen: lines of pieces, each with a role that the theme gives a look, and the places
//! in them that lead somewhere.

use std::borrow::Cow;

use crate::record::{MemberId, RollCallId, State};
use crate::report::text::{cut, width, wrap};

use super::line_editor::Side;

/// The columns that a cell of a grid takes at least: most names of members fit.
const CELL: usize = 15;

/// What a piece of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Text.
    Plain,
    /// What matters less.
    Quiet,
    /// A title or a heading.
    Title,
    /// What leads the eye.
    Accent,
    /// A vote.
    Vote(State),
    /// A vote in a heading, or a count that leads the eye.
    Strong(State),
    /// The letter of one of five groups.
    Group(u8),
    /// A piece of the map: the shade of its character, and the one behind it.
    Map(Shade, Shade),
    /// A letter on a shade of the map.
    On(Shade),
    /// The letter of what is selected on the map.
    Here,
    /// A letter that was typed.
    Letter,
    /// What is wrong.
    Wrong,
}

/// What a piece of the map is filled with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shade {
    /// Nothing.
    Sea,
    /// Land that shows nothing.
    Land,
    /// A vote, or a bloc: A as yes, B as no, both as abstaining.
    Vote(State),
    /// How far a member agrees, from 0 to 4.
    Level(u8),
    /// The member that others are held against.
    Chosen,
}

impl Shade {
    /// The shares from which on there is each of the levels but the first.
    pub(super) const LEVELS: [f64; 4] = [0.2, 0.4, 0.6, 0.8];

    /// The level of a share, the lowest for one below 0 too.
    pub(super) fn level(share: f64) -> Self {
        Self::Level(Self::LEVELS.iter().filter(|&&from| share >= from).count() as u8)
    }
}

/// The tenths of a share, rounded down, as a digit; none for one below 0.
pub(super) fn tenths(share: f64) -> Option<char> {
    ('0'..='9').zip(0..).filter(|&(_, tenths)| share * 10.0 >= f64::from(tenths)).last().map(|(digit, _)| digit)
}

/// Text in one role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The text.
    pub text: Cow<'static, str>,
    /// What it is.
    pub role: Role,
}

impl Piece {
    /// `text` as `role`.
    pub fn new(text: impl Into<Cow<'static, str>>, role: Role) -> Self {
        Self { text: text.into(), role }
    }

    /// Text.
    pub fn plain(text: impl Into<Cow<'static, str>>) -> Self {
        Self::new(text, Role::Plain)
    }

    /// Text that matters less.
    pub fn quiet(text: impl Into<Cow<'static, str>>) -> Self {
        Self::new(text, Role::Quiet)
    }

    /// A title.
    pub fn title(text: impl Into<Cow<'static, str>>) -> Self {
        Self::new(text, Role::Title)
    }
}

/// A line of pieces, from left to right.
pub type Line = Vec<Piece>;

/// How many columns a line takes.
pub fn line_width(line: &[Piece]) -> usize {
    line.iter().map(|piece| width(&piece.text)).sum()
}

/// Adds a character to a line, to its last piece if that is of the same role.
pub(super) fn add(line: &mut Line, letter: char, role: Role) {
    match line.last_mut() {
        Some(piece) if piece.role == role => piece.text.to_mut().push(letter),
        _ => line.push(Piece::new(letter.to_string(), role)),
    }
}

/// Where a place on a page leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkTarget {
    /// To a member.
    Member(MemberId),
    /// To two members beside each other.
    Pair(MemberId, MemberId),
    /// To a roll call.
    RollCall(RollCallId),
    /// To what is shown here, over those roll calls of the window that a term asks for too.
    Part(String),
    /// To where a member cast another vote than the line of the bloc on that side.
    NotWith(Side, MemberId),
    /// To the roll calls of the window that a term asks for too, with the vote of a member beside each.
    Narrow(String, MemberId),
    /// To the members that voted so on the roll calls side by side, in their order.
    Pattern(Vec<State>),
    /// To the series of a roll call.
    Series(RollCallId),
    /// To the roll calls of the window.
    Window,
}

impl LinkTarget {
    /// The member that it is about: the other one, of two.
    pub(super) fn member(&self) -> Option<MemberId> {
        match self {
            Self::Member(id) | Self::Pair(_, id) | Self::NotWith(_, id) => Some(*id),
            _ => None,
        }
    }
}

/// A place on a page that leads somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Its line.
    pub line: usize,
    /// Its first column.
    pub column: usize,
    /// How many columns it takes.
    pub width: usize,
    /// Where it leads.
    pub to: LinkTarget,
}

/// Lines of a width.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    columns: usize,
    lines: Vec<Line>,
    targets: Vec<Target>,
    /// Where the land of a member is, on a map: line, first column and width.
    land: Vec<(usize, usize, usize, MemberId)>,
    headings: Vec<usize>,
}

impl Page {
    /// A page of no lines yet, which are to be of at most `columns`.
    pub fn new(columns: usize) -> Self {
        Self { columns, ..Self::default() }
    }

    /// How many columns its lines may take.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// Adds a line, cut where it is too long.
    pub fn push(&mut self, line: impl Into<Line>) {
        self.lines.push(cut_line(line.into(), self.columns));
    }

    /// Adds an empty line, unless the page begins here.
    pub fn blank(&mut self) {
        if !self.lines.is_empty() {
            self.lines.push(Line::new());
        }
    }

    /// Adds a text in as many lines as it needs.
    pub fn wrapped(&mut self, text: &str, role: Role) {
        let columns = self.columns;
        self.lines.extend(wrap(text, columns).into_iter().map(|line| vec![Piece::new(line, role)]));
    }

    /// Adds parts with dots between them, a dot at the end of its line: `24 February 2025 · draft A/ES-11/L.10`.
    pub fn dotted(&mut self, parts: &[String], role: Role) {
        let text = parts.join("\u{a0}· ");
        for line in wrap(&text, self.columns) {
            self.push([Piece::new(line.replace('\u{a0}', " "), role)]);
        }
    }

    /// Adds a heading behind an empty line.
    pub fn heading(&mut self, line: impl Into<Line>) {
        self.blank();
        self.headings.push(self.lines.len());
        self.push(line);
    }

    /// Adds a line all of which leads somewhere.
    pub fn leading(&mut self, line: impl Into<Line>, to: LinkTarget) {
        let (line, width) = cut_to(line.into(), self.columns);
        self.targets.push(Target { line: self.lines.len(), column: 0, width, to });
        self.lines.push(line);
    }

    /// Adds a text in as many lines as it needs, the first of which leads somewhere.
    pub fn leading_text(&mut self, text: &str, role: Role, to: LinkTarget) {
        let line = self.lines.len();
        self.wrapped(text, role);
        if let Some(first) = self.lines.get(line) {
            self.targets.push(Target { line, column: 0, width: line_width(first), to });
        }
    }

    /// Adds pieces that lead somewhere to the last line, at `column`.
    pub fn leading_at(&mut self, column: usize, pieces: impl Into<Line>, to: LinkTarget) {
        let width = self.put_at(column, pieces);
        if let Some(line) = self.lines.len().checked_sub(1) {
            self.targets.push(Target { line, column, width, to });
        }
    }

    /// Adds a line of a map, cut where it is too long: its pieces, and whose land each of them is.
    pub fn land(&mut self, pieces: impl IntoIterator<Item = (Piece, Option<MemberId>)>) {
        let (at, mut column) = (self.lines.len(), 0);
        let mut line = Line::new();
        for (piece, member) in pieces {
            let width = width(&piece.text);
            self.land.extend(member.map(|member| (at, column, width, member)));
            column += width;
            line.push(piece);
        }
        self.push(line);
    }

    /// Whose land is at a place of a map.
    pub fn land_at(&self, line: usize, column: usize) -> Option<MemberId> {
        let here = |&&(at, from, width, _): &&(usize, usize, usize, MemberId)| {
            at == line && (from..from + width).contains(&column)
        };
        self.land.iter().find(here).map(|&(.., member)| member)
    }

    /// Adds pieces to the last line, at `column` or behind what is there; says how many columns they take.
    pub fn put_at(&mut self, column: usize, pieces: impl Into<Line>) -> usize {
        if column >= self.columns {
            return 0;
        }
        let (pieces, width) = cut_to(pieces.into(), self.columns.saturating_sub(column));
        let Some(line) = self.lines.last_mut() else { return 0 };
        let space = column.saturating_sub(line_width(line));
        if space > 0 {
            line.push(Piece::plain(" ".repeat(space)));
        }
        line.extend(pieces);
        width
    }

    /// Adds what leads somewhere in as many columns as fit; what is long takes two of them.
    pub fn grid(&mut self, cells: impl Iterator<Item = (Line, LinkTarget)>) {
        let many = (self.columns / CELL).max(1);
        let cell = self.columns / many;
        let mut used = many;
        for (line, to) in cells {
            let needed = line_width(&line);
            // The last cell of a row needs no space behind what is in it.
            let fits = |taken: usize| needed < taken * cell || used + taken == many;
            let taken = if fits(1) && needed <= cell { 1 } else { (needed + 1).div_ceil(cell.max(1)).min(many) };
            if used + taken > many {
                self.push(Line::new());
                used = 0;
            }
            self.leading_at(used * cell, line, to);
            used += taken;
        }
    }

    /// Adds the lines of another page below an empty one.
    pub fn append(&mut self, other: Self) {
        if other.lines.is_empty() {
            return;
        }
        self.blank();
        let from = self.lines.len();
        self.headings.extend(other.headings.into_iter().map(|line| line + from));
        self.targets.extend(other.targets.into_iter().map(|target| Target { line: target.line + from, ..target }));
        self.lines.extend(other.lines);
    }

    /// The lines.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The places that lead somewhere, line by line and from left to right.
    pub fn targets(&self) -> &[Target] {
        &self.targets
    }

    /// The lines at which groups and sections start.
    pub fn headings(&self) -> &[usize] {
        &self.headings
    }
}

/// A line of at most so many columns, cut with `…` where it is longer.
pub fn cut_line(line: Line, columns: usize) -> Line {
    cut_to(line, columns).0
}

/// A line of at most so many columns, and how many it takes.
fn cut_to(line: Line, columns: usize) -> (Line, usize) {
    let needed = line_width(&line);
    if needed <= columns {
        return (line, needed);
    }
    let mut room = columns;
    let mut short = Line::new();
    for piece in line {
        let taken = width(&piece.text);
        if taken >= room {
            // What is cut off here or behind shows that it is.
            let text = cut(&format!("{}…", piece.text), room).into_owned();
            short.push(Piece::new(text, piece.role));
            break;
        }
        room -= taken;
        short.push(piece);
    }
    let needed = line_width(&short);
    (short, needed)
}

/// A text in exactly so many columns, to the left.
pub fn padded(text: &str, columns: usize) -> String {
    let mut padded = cut(text, columns).into_owned();
    padded.extend(std::iter::repeat_n(' ', columns.saturating_sub(width(&padded))));
    padded
}

/// A text with the characters at `letters` as those that were typed.
pub fn lettered(text: &str, letters: &[usize]) -> Line {
    let mut line: Line = Vec::new();
    for (at, character) in text.chars().enumerate() {
        let role = if letters.contains(&at) { Role::Letter } else { Role::Plain };
        add(&mut line, character, role);
    }
    line
}
