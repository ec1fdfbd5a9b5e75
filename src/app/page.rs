//! Text for a screen without a screen: lines of pieces, and the places in them that lead somewhere.

mod piece;
mod shade;
mod target;

use crate::record::MemberId;
use crate::report::text::{width, wrap};

pub use self::piece::{Line, Piece, Role, cut_line, lettered, line_width, padded};
pub use self::shade::Shade;
pub use self::target::{LinkTarget, Target};

pub(super) use self::piece::add;
pub(super) use self::shade::tenths;

use self::piece::cut_to;

/// The columns that a cell of a grid takes at least: most names of members fit.
const CELL: usize = 15;

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
    /// A page without lines, which may have at most `columns`.
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

    /// Adds a heading after an empty line.
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

    /// Adds pieces to the last line, at `column` or after what is there; says how many columns they take.
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
            // The last cell of a row needs no space after what is in it.
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
