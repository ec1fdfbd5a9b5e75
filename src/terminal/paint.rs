//! What changed between what a terminal shows and a frame, in few bytes: nothing that stayed is written, the cursor takes the shortest way,
//! a look is said once.

use std::io::{self, Write};

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

use crate::report::text::width as columns_of;

/// How many rows are looked through at a time.
const STRIP: usize = 20;

/// What a terminal shows, cell by cell.
#[derive(Debug)]
pub struct ShownCells {
    area: Rect,
    cells: Vec<Seen>,
}

impl ShownCells {
    /// A terminal that shows nothing.
    pub fn blank(area: Rect) -> Self {
        Self { area, cells: vec![Seen::of(&Cell::EMPTY); area.area() as usize] }
    }

    /// The place that it is of.
    pub(super) fn area(&self) -> Rect {
        self.area
    }

    /// Writes what makes the terminal show `now`, a frame of its size, strip by strip; what is written so far may be sent
    /// behind each, before the next is looked through. The terminal's look is plain before and after.
    ///
    /// # Errors
    /// If what is written can't be sent.
    pub fn paint(
        &mut self,
        now: &Buffer,
        out: &mut Vec<u8>,
        mut behind_strip: impl FnMut(&mut Vec<u8>) -> io::Result<()>,
    ) -> io::Result<()> {
        let columns = usize::from(self.area.width).max(1);
        let mut brush = Brush { at: None, look: CellLook::default(), columns };
        let strips = self.cells.chunks_mut(STRIP * columns).zip(now.content.chunks(STRIP * columns));
        for (strip, (before, now)) in strips.enumerate() {
            // Look by look, since saying one takes more bytes than the way to the next place.
            let mut looks: Vec<(CellLook, Vec<Run<'_>>)> = Vec::new();
            for (y, (before, now)) in before.chunks_mut(columns).zip(now.chunks(columns)).enumerate() {
                changes(before, now, strip * STRIP + y, &mut looks);
            }
            for (look, runs) in &looks {
                for run in runs {
                    brush.draw(run, *look, out);
                }
            }
            behind_strip(out)?;
        }
        brush.take(CellLook::default(), out);
        Ok(())
    }
}

/// Cells beside each other that are written in one look.
struct Run<'a> {
    x: usize,
    y: usize,
    cells: &'a [Cell],
}

/// How many cells that stayed are written again rather than gone over.
const WRITTEN_AGAIN: usize = 4;

/// Adds the runs of cells of a row that changed to those of their looks; `before` becomes `now`.
fn changes<'a>(before: &mut [Seen], now: &'a [Cell], y: usize, looks: &mut Vec<(CellLook, Vec<Run<'a>>)>) {
    let mut add = |(from, to, look): (usize, usize, CellLook)| {
        let run = Run { x: from, y, cells: &now[from..to.min(now.len())] };
        match looks.iter_mut().find(|(other, _)| *other == look) {
            Some((_, runs)) => runs.push(run),
            None => looks.push((look, vec![run])),
        }
    };
    let mut x = 0;
    let mut open: Option<(usize, usize, CellLook)> = None;
    // The end of the last wide character that is shown: what the cells under it say is not on the screen.
    let mut hidden = 0;
    while x < now.len() {
        let seen = Seen::of(&now[x]);
        let is_same = seen == before[x] && seen.is_known() && x >= hidden;
        let wide = seen.width().max(1);
        // Most cells are the same as before, and narrow.
        if is_same && wide == 1 {
            x += 1;
            continue;
        }
        if !is_same {
            let look = seen.look;
            open = match open {
                Some((from, to, same)) if look.fits(same) && near(&now[to..x], same) => Some((from, x + wide, same)),
                ended => {
                    ended.into_iter().for_each(&mut add);
                    Some((x, x + wide, look))
                }
            };
        }
        for (at, (before, now)) in before.iter_mut().zip(now).enumerate().skip(x).take(wide) {
            if at >= hidden {
                hidden = at + before.width().max(1);
            }
            *before = Seen::of(now);
        }
        x += wide;
    }
    open.into_iter().for_each(&mut add);
}

/// Whether `cells` between two runs, which stayed, can be written again in `look`.
fn near(cells: &[Cell], look: CellLook) -> bool {
    let plain = |seen: Seen| seen.look.fits(look) && (1..=0x7F).contains(&seen.text);
    cells.len() <= WRITTEN_AGAIN && cells.iter().map(Seen::of).all(plain)
}

/// What is seen of a cell, in a third of its room: all cells are held against what they were at every frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Seen {
    /// Its text where that takes at most four bytes, otherwise [`Self::LONG`] and how wide it is.
    text: u32,
    look: CellLook,
}

impl Seen {
    /// No text begins with this byte.
    const LONG: u32 = 0xFF00_0000;
    const BLANK: u32 = b' ' as u32;
    /// `█`.
    const FULL: u32 = 0xE2_96_88;
    /// `▄`.
    const LOWER: u32 = 0xE2_96_84;
    /// `▀`.
    const UPPER: u32 = 0xE2_96_80;

    fn of(cell: &Cell) -> Self {
        let text = cell.symbol();
        let bytes = match *text.as_bytes() {
            [] => 0,
            [letter] => u32::from(letter),
            [a, b] => u32::from_be_bytes([0, 0, a, b]),
            [a, b, c] => u32::from_be_bytes([0, a, b, c]),
            [a, b, c, d] => u32::from_be_bytes([a, b, c, d]),
            _ => Self::LONG | text.width() as u32,
        };
        let how = cell.modifier;
        match bytes {
            Self::BLANK if !how.intersects(SEEN_ON_BLANKS) => Self { text: bytes, look: CellLook::blank(cell.bg) },
            // Letters leave seams in some terminals, grounds in none: a full block is a blank on a ground of its colour,
            // which takes a third of the bytes too, and a lower half stands on one, all but its upper half.
            Self::FULL if cell.fg != Color::Reset && how.is_empty() => {
                Self { text: Self::BLANK, look: CellLook::blank(cell.fg) }
            }
            Self::LOWER if cell.fg != Color::Reset && how.is_empty() => {
                Self { text: Self::UPPER, look: CellLook::of(cell.fg, cell.bg, Modifier::REVERSED) }
            }
            _ => Self { text: bytes, look: CellLook::of(cell.fg, cell.bg, how) },
        }
    }

    /// What is written for `cell`, which it is of.
    fn written(self, cell: &Cell) -> &str {
        match self.text {
            Self::BLANK => " ",
            Self::UPPER => "▀",
            _ => cell.symbol(),
        }
    }

    /// Whether it says what the text is.
    fn is_known(self) -> bool {
        self.text < Self::LONG
    }

    fn width(self) -> usize {
        match self.text {
            0..=0x7F => 1,
            Self::LONG.. => (self.text - Self::LONG) as usize,
            text => {
                let bytes = text.to_be_bytes();
                let first = bytes.iter().position(|&byte| byte != 0).unwrap_or_default();
                std::str::from_utf8(&bytes[first..]).map_or(1, columns_of)
            }
        }
    }
}

/// What shows where nothing is written.
const SEEN_ON_BLANKS: Modifier = Modifier::REVERSED.union(Modifier::UNDERLINED);

/// What a cell looks like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct CellLook {
    ink: Color,
    ground: Color,
    how: Modifier,
    /// Whether nothing is written, so that the ink is not seen.
    blank: bool,
}

impl CellLook {
    fn of(ink: Color, ground: Color, how: Modifier) -> Self {
        Self { ink, ground, how, blank: false }
    }

    fn blank(ground: Color) -> Self {
        Self { ink: Color::Reset, ground, how: Modifier::empty(), blank: true }
    }

    /// Whether a cell of this look can be written in another.
    fn fits(self, other: Self) -> bool {
        self == other || self.blank && self.ground == other.ground && !other.how.intersects(SEEN_ON_BLANKS)
    }
}

/// Where the terminal's cursor is, as far as that is known, and what it would write like.
struct Brush {
    at: Option<(usize, usize)>,
    look: CellLook,
    columns: usize,
}

impl Brush {
    fn draw(&mut self, run: &Run<'_>, look: CellLook, out: &mut Vec<u8>) {
        self.go(run.x, run.y, out);
        self.take(look, out);
        let mut x = 0;
        while let Some(cell) = run.cells.get(x) {
            let seen = Seen::of(cell);
            out.extend_from_slice(seen.written(cell).as_bytes());
            x += seen.width().max(1);
        }
        // At the end of a row terminals differ in where the cursor is.
        self.at = Some((run.x + x, run.y)).filter(|_| run.x + x < self.columns);
    }

    /// Goes to a cell by the shortest way.
    fn go(&mut self, x: usize, y: usize, out: &mut Vec<u8>) {
        let absolute = if x == 0 { 3 + digits(y + 1) } else { 4 + digits(y + 1) + digits(x + 1) };
        let from = self.at.filter(|&(_, line)| line <= y && y - line < 6);
        // Down in the same column and from there, or down in the first one and from there.
        let here = from.map(|(at, line)| (y - line + sideways(at, x), at, y - line));
        let first = from.map(|(_, line)| (1 + y - line + sideways(0, x), 0, y - line));
        let way = [here, first].into_iter().flatten().min_by_key(|&(bytes, ..)| bytes);
        match way.filter(|&(bytes, ..)| bytes <= absolute) {
            Some((_, at, lines)) => {
                if from.is_some_and(|(from, _)| from != at) {
                    out.push(b'\r');
                }
                out.extend(std::iter::repeat_n(b'\n', lines));
                go_sideways(at, x, out);
            }
            None if x == 0 => say(out, format_args!("\x1b[{}H", y + 1)),
            None => say(out, format_args!("\x1b[{};{}H", y + 1, x + 1)),
        }
        self.at = Some((x, y));
    }

    /// Takes a look, from the one before or from none, whichever is said sooner.
    fn take(&mut self, look: CellLook, out: &mut Vec<u8>) {
        let look = CellLook { blank: false, ..look };
        if look == self.look {
            return;
        }
        let anew = from(&CellLook::default(), &look).unwrap_or_default();
        let anew = if anew.is_empty() { String::new() } else { format!("0;{anew}") };
        let parts = match from(&self.look, &look) {
            Some(parts) if parts.len() <= anew.len() => parts,
            _ => anew,
        };
        say(out, format_args!("\x1b[{parts}m"));
        self.look = look;
    }
}

/// How many columns back are said one by one.
const ONE_BY_ONE: usize = 4;

/// How many bytes it takes to go from one column to another.
fn sideways(from: usize, to: usize) -> usize {
    let by = from.abs_diff(to);
    match by {
        0 => 0,
        1 if to > from => 3,
        1..=ONE_BY_ONE if to < from => by,
        _ => 3 + digits(by),
    }
}

fn go_sideways(from: usize, to: usize, out: &mut Vec<u8>) {
    match from.abs_diff(to) {
        0 => {}
        1 if to > from => out.extend_from_slice(b"\x1b[C"),
        by if to > from => say(out, format_args!("\x1b[{by}C")),
        by if by <= ONE_BY_ONE => out.extend(std::iter::repeat_n(b'\x08', by)),
        by => say(out, format_args!("\x1b[{by}D")),
    }
}

fn digits(number: usize) -> usize {
    number.checked_ilog10().unwrap_or_default() as usize + 1
}

fn say(out: &mut Vec<u8>, text: std::fmt::Arguments<'_>) {
    // Memory takes everything.
    let _ = out.write_fmt(text);
}

/// The parts of the command that turns one look into another; none if something must be taken away that only a new
/// start takes away for certain.
fn from(before: &CellLook, look: &CellLook) -> Option<String> {
    if !(before.how - look.how).is_empty() {
        return None;
    }
    let mut parts = Vec::new();
    let codes = [
        (Modifier::BOLD, 1),
        (Modifier::DIM, 2),
        (Modifier::ITALIC, 3),
        (Modifier::UNDERLINED, 4),
        (Modifier::REVERSED, 7),
    ];
    let added = look.how - before.how;
    parts.extend(codes.into_iter().filter(|(how, _)| added.contains(*how)).map(|(_, code)| code.to_string()));
    if look.ink != before.ink {
        parts.push(colour(look.ink, 30));
    }
    if look.ground != before.ground {
        parts.push(colour(look.ground, 40));
    }
    Some(parts.join(";"))
}

/// The code of a colour, as ink from `base` 30 on or as ground from 40.
fn colour(colour: Color, base: u8) -> String {
    let plain = |at: u8| (base + at).to_string();
    let bright = |at: u8| (base + 60 + at).to_string();
    match colour {
        Color::Reset => plain(9),
        Color::Black => plain(0),
        Color::Red => plain(1),
        Color::Green => plain(2),
        Color::Yellow => plain(3),
        Color::Blue => plain(4),
        Color::Magenta => plain(5),
        Color::Cyan => plain(6),
        Color::Gray => plain(7),
        Color::DarkGray => bright(0),
        Color::LightRed => bright(1),
        Color::LightGreen => bright(2),
        Color::LightYellow => bright(3),
        Color::LightBlue => bright(4),
        Color::LightMagenta => bright(5),
        Color::LightCyan => bright(6),
        Color::White => bright(7),
        Color::Indexed(at) => format!("{};5;{at}", base + 8),
        Color::Rgb(red, green, blue) => format!("{};2;{red};{green};{blue}", base + 8),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::style::Style;

    use super::*;

    const COLUMNS: u16 = 12;
    /// More than a strip.
    const ROWS: u16 = 24;

    /// A frame of a few words in a few looks at random places.
    fn frame() -> impl Strategy<Value = Buffer> {
        let texts = vec!["a", "Yes 93", "…", "国际", "      ", "╭──╮", "é", "███", "▄▀▄", ""];
        let colours = vec![Color::Reset, Color::Cyan, Color::LightRed, Color::Indexed(32), Color::Rgb(1, 2, 3)];
        let hows = vec![Modifier::empty(), Modifier::BOLD, Modifier::REVERSED, Modifier::BOLD | Modifier::UNDERLINED];
        let colour = || proptest::sample::select(colours.clone());
        let word = (0..COLUMNS, 0..ROWS, proptest::sample::select(texts), colour(), colour());
        let words = (word, proptest::sample::select(hows));
        proptest::collection::vec(words, 0..12).prop_map(|words| {
            let mut frame = blank();
            for ((x, y, text, ink, ground), how) in words {
                let style = Style::new().fg(ink).bg(ground).add_modifier(how);
                frame.set_stringn(x, y, text, usize::from(COLUMNS - x), style);
            }
            frame
        })
    }

    fn blank() -> Buffer {
        Buffer::empty(Rect::new(0, 0, COLUMNS, ROWS))
    }

    fn paint(terminal: &mut ShownCells, now: &Buffer) -> Vec<u8> {
        let mut out = Vec::new();
        terminal.paint(now, &mut out, |_| Ok(())).unwrap();
        out
    }

    fn painted(before: &Buffer, now: &Buffer) -> Vec<u8> {
        let mut terminal = ShownCells::blank(before.area);
        paint(&mut terminal, before);
        paint(&mut terminal, now)
    }

    fn parser() -> vt100::Parser {
        vt100::Parser::new(ROWS.try_into().unwrap(), COLUMNS.try_into().unwrap(), 0)
    }

    fn shown(terminal: &vt100::Parser, frame: &Buffer) -> Vec<(String, vt100::Color, vt100::Color, bool, bool)> {
        let at = |x, y| terminal.screen().cell(y, x).unwrap();
        let all = (0..frame.area.height).flat_map(|y| (0..frame.area.width).map(move |x| (x, y)));
        all.map(|(x, y)| {
            let cell = at(x, y);
            // A cell that nothing was written to and a blank are the same to who looks at them.
            let text = if cell.contents().is_empty() { " ".to_owned() } else { cell.contents().to_owned() };
            let is_blank = text == " " && !cell.inverse();
            let ink = if is_blank { vt100::Color::Default } else { cell.fgcolor() };
            (text, ink, cell.bgcolor(), cell.bold() && !is_blank, cell.inverse())
        })
        .collect()
    }

    proptest! {
        #[test]
        fn what_is_painted_over_a_frame_shows_the_next_one(frames in proptest::collection::vec(frame(), 1..6)) {
            let mut terminal = parser();
            let mut known = ShownCells::blank(blank().area);
            for now in &frames {
                terminal.process(&paint(&mut known, now));
                prop_assert_eq!(paint(&mut known, now), Vec::<u8>::new());
                // Painted anew on a blank terminal it must look the same.
                let mut other = parser();
                other.process(&painted(&blank(), now));
                prop_assert_eq!(shown(&terminal, now), shown(&other, now));
                for (y, row) in now.content.chunks(usize::from(COLUMNS)).enumerate() {
                    let text: String = terminal.screen().rows(0, COLUMNS).nth(y).unwrap();
                    let mut cells = row.iter();
                    let mut written = String::new();
                    while let Some(cell) = cells.next() {
                        written += Seen::of(cell).written(cell);
                        // A wide character hides the cell beside it.
                        for _ in 1..Seen::of(cell).width() {
                            let _ = cells.next();
                        }
                    }
                    prop_assert_eq!(text.replace(' ', ""), written.replace(' ', ""));
                }
            }
        }
    }

    #[test]
    fn what_fills_leaves_no_seams() {
        let bytes = |text, ink, ground| {
            let mut now = blank();
            now.set_string(1, 0, text, Style::new().fg(ink).bg(ground));
            String::from_utf8(painted(&blank(), &now)).unwrap()
        };
        assert_eq!(bytes("██", Color::Indexed(32), Color::Reset), "\x1b[1;2H\x1b[48;5;32m  \x1b[m");
        assert_eq!(bytes("█", Color::Magenta, Color::Reset), "\x1b[1;2H\x1b[45m \x1b[m");
        assert_eq!(bytes("▄▄", Color::Indexed(32), Color::Reset), "\x1b[1;2H\x1b[7;38;5;32m▀▀\x1b[m");
        assert_eq!(bytes("▄", Color::Blue, Color::Red), "\x1b[1;2H\x1b[7;34;41m▀\x1b[m");
        assert_eq!(bytes("▀", Color::Blue, Color::Red), "\x1b[1;2H\x1b[34;41m▀\x1b[m");
        // In the terminal's own colour there is no ground of it.
        assert_eq!(bytes("█", Color::Reset, Color::Reset), "\x1b[1;2H█");
    }

    #[test]
    fn what_a_wide_character_hides_is_not_written() {
        let mut now = blank();
        now.set_string(0, 0, " 国际", Style::new());
        now[(2, 0)].set_symbol("a");
        assert_eq!(String::from_utf8(painted(&blank(), &now)).unwrap(), "\x1b[1;2H国际");
    }

    #[test]
    fn what_stayed_is_not_written() {
        let mut before = blank();
        before.set_string(0, 1, "Yes 93", Style::new());
        let mut now = before.clone();
        let bytes = |now: &Buffer| String::from_utf8(painted(&before, now)).unwrap();
        assert_eq!(bytes(&now), "");
        now.set_string(0, 1, "Yes 81", Style::new());
        assert_eq!(bytes(&now), "\x1b[2;5H81");
        now.set_string(0, 1, "Nes 81", Style::new());
        assert_eq!(bytes(&now), "\x1b[2HNes 81");
        now.set_string(0, 2, "No", Style::new().fg(Color::Cyan));
        assert_eq!(bytes(&now), "\x1b[2HNes 81\r\n\x1b[36mNo\x1b[m");
    }
}
