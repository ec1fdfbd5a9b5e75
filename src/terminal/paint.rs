//! What changed between two frames, in few bytes: nothing that stayed is written, the cursor takes the shortest way,
//! a look is said once.

use std::io::Write;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

/// Writes what turns a terminal that shows `before` into one that shows `now`, both of one size. The terminal's look is
/// plain before and after.
pub(super) fn paint(before: &Buffer, now: &Buffer, out: &mut Vec<u8>) {
    let columns = usize::from(now.area.width).max(1);
    let mut runs: Vec<Run<'_>> = Vec::new();
    for (y, (before, now)) in before.content.chunks(columns).zip(now.content.chunks(columns)).enumerate() {
        changes(before, now, y, &mut runs);
    }
    // Look by look, since saying one takes more bytes than the way to the next place.
    let mut looks: Vec<Look> = Vec::new();
    for run in &runs {
        if !looks.contains(&run.look) {
            looks.push(run.look);
        }
    }
    let mut brush = Brush { at: None, look: Look::default(), columns };
    for look in looks {
        for run in runs.iter().filter(|run| run.look == look) {
            brush.draw(run, out);
        }
    }
    brush.take(Look::default(), out);
}

/// Cells beside each other that are written in one look.
struct Run<'a> {
    x: usize,
    y: usize,
    cells: &'a [Cell],
    look: Look,
}

/// How many cells that stayed are written again rather than gone over.
const WRITTEN_AGAIN: usize = 4;

/// Adds the runs of cells of a row that changed.
fn changes<'a>(before: &[Cell], now: &'a [Cell], y: usize, runs: &mut Vec<Run<'a>>) {
    let mut x = 0;
    let mut open: Option<(usize, usize, Look)> = None;
    // The end of the last wide character that is shown: what the cells under it say is not on the screen.
    let mut hidden = 0;
    while x < now.len() {
        // Most cells are the same as before, and narrow.
        if x >= hidden && before[x] == now[x] && now[x].symbol().len() == 1 {
            x += 1;
            continue;
        }
        let wide = width(&now[x]).max(1);
        let look = Look::of(&now[x]);
        if differs(&before[x], &now[x]) || x < hidden {
            open = match open {
                Some((from, to, same)) if look.fits(same) && near(now, to, x, same) => Some((from, x + wide, same)),
                ended => {
                    runs.extend(ended.map(|(from, to, look)| Run {
                        x: from,
                        y,
                        cells: &now[from..to.min(now.len())],
                        look,
                    }));
                    Some((x, x + wide, look))
                }
            };
        }
        for (at, cell) in before.iter().enumerate().skip(x).take(wide) {
            if at >= hidden {
                hidden = at + width(cell).max(1);
            }
        }
        x += wide;
    }
    runs.extend(open.map(|(from, to, look)| Run { x: from, y, cells: &now[from..to.min(now.len())], look }));
}

/// Whether the cells from `from` to `to`, which stayed, can be written again in `look`.
fn near(row: &[Cell], from: usize, to: usize, look: Look) -> bool {
    let plain = |cell: &Cell| Look::of(cell).fits(look) && symbol(cell).len() == 1;
    to - from <= WRITTEN_AGAIN && row[from..to].iter().all(plain)
}

/// Whether two cells are not the same to who looks at them.
fn differs(before: &Cell, now: &Cell) -> bool {
    before != now && (symbol(before) != symbol(now) || Look::of(before) != Look::of(now))
}

/// What is written for a cell: a full block in a colour of the palette looks like a blank on that ground, which takes a
/// third of the bytes.
fn symbol(cell: &Cell) -> &str {
    if is_filled(cell) { " " } else { cell.symbol() }
}

fn is_filled(cell: &Cell) -> bool {
    cell.symbol() == "█" && matches!(cell.fg, Color::Indexed(_)) && cell.modifier.is_empty()
}

fn width(cell: &Cell) -> usize {
    let symbol = symbol(cell);
    if symbol.len() == 1 { 1 } else { symbol.width() }
}

/// What a cell looks like.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Look {
    ink: Color,
    ground: Color,
    how: Modifier,
    /// Whether nothing is written, so that the ink is not seen.
    blank: bool,
}

impl Look {
    fn of(cell: &Cell) -> Self {
        if is_filled(cell) {
            return Self { ink: Color::Reset, ground: cell.fg, how: Modifier::empty(), blank: true };
        }
        let shown = cell.modifier.intersects(Modifier::REVERSED | Modifier::UNDERLINED);
        if cell.symbol() == " " && !shown {
            return Self { ink: Color::Reset, ground: cell.bg, how: Modifier::empty(), blank: true };
        }
        Self { ink: cell.fg, ground: cell.bg, how: cell.modifier, blank: false }
    }

    /// Whether a cell of this look can be written in another.
    fn fits(self, other: Self) -> bool {
        let shown = other.how.intersects(Modifier::REVERSED | Modifier::UNDERLINED);
        self == other || self.blank && self.ground == other.ground && !shown
    }
}

/// Where the terminal's cursor is, as far as that is known, and what it would write like.
struct Brush {
    at: Option<(usize, usize)>,
    look: Look,
    columns: usize,
}

impl Brush {
    fn draw(&mut self, run: &Run<'_>, out: &mut Vec<u8>) {
        self.go(run.x, run.y, out);
        self.take(run.look, out);
        let mut x = 0;
        while let Some(cell) = run.cells.get(x) {
            out.extend_from_slice(symbol(cell).as_bytes());
            x += width(cell).max(1);
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
    fn take(&mut self, look: Look, out: &mut Vec<u8>) {
        let look = Look { blank: false, ..look };
        if look == self.look {
            return;
        }
        let anew = from(&Look::default(), &look).unwrap_or_default();
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
fn from(before: &Look, look: &Look) -> Option<String> {
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
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    const COLUMNS: u16 = 12;
    const ROWS: u16 = 4;

    /// A frame of a few words in a few looks at random places.
    fn frame() -> impl Strategy<Value = Buffer> {
        let texts = vec!["a", "Yes 93", "…", "国际", "      ", "╭──╮", "é", "███", ""];
        let colours = vec![Color::Reset, Color::Cyan, Color::LightRed, Color::Indexed(32), Color::Rgb(1, 2, 3)];
        let hows = vec![Modifier::empty(), Modifier::BOLD, Modifier::REVERSED, Modifier::BOLD | Modifier::UNDERLINED];
        let colour = || proptest::sample::select(colours.clone());
        let word = (0..COLUMNS, 0..ROWS, proptest::sample::select(texts), colour(), colour());
        let words = (word, proptest::sample::select(hows));
        proptest::collection::vec(words, 0..12).prop_map(|words| {
            let mut frame = Buffer::empty(Rect::new(0, 0, COLUMNS, ROWS));
            for ((x, y, text, ink, ground), how) in words {
                let style = Style::new().fg(ink).bg(ground).add_modifier(how);
                frame.set_stringn(x, y, text, usize::from(COLUMNS - x), style);
            }
            frame
        })
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
            let blank = Buffer::empty(Rect::new(0, 0, COLUMNS, ROWS));
            let mut terminal = parser();
            let mut before = &blank;
            for now in &frames {
                let mut out = Vec::new();
                paint(before, now, &mut out);
                terminal.process(&out);
                // Painted anew on a blank terminal it must look the same.
                let mut anew = Vec::new();
                paint(&blank, now, &mut anew);
                let mut other = parser();
                other.process(&anew);
                prop_assert_eq!(shown(&terminal, now), shown(&other, now));
                for (y, row) in now.content.chunks(usize::from(COLUMNS)).enumerate() {
                    let text: String = terminal.screen().rows(0, COLUMNS).nth(y).unwrap();
                    let mut cells = row.iter();
                    let mut written = String::new();
                    while let Some(cell) = cells.next() {
                        written += symbol(cell);
                        // A wide character hides the cell beside it.
                        for _ in 1..width(cell) {
                            let _ = cells.next();
                        }
                    }
                    prop_assert_eq!(text.replace(' ', ""), written.replace(' ', ""));
                }
                before = now;
            }
        }
    }

    #[test]
    fn what_a_wide_character_hides_is_not_written() {
        let blank = Buffer::empty(Rect::new(0, 0, COLUMNS, ROWS));
        let mut now = blank.clone();
        now.set_string(0, 0, " 国际", Style::new());
        now[(2, 0)].set_symbol("a");
        let mut out = Vec::new();
        paint(&blank, &now, &mut out);
        assert_eq!(String::from_utf8(out).unwrap(), "\x1b[1;2H国际");
    }

    #[test]
    fn what_stayed_is_not_written() {
        let mut before = Buffer::empty(Rect::new(0, 0, COLUMNS, ROWS));
        before.set_string(0, 1, "Yes 93", Style::new());
        let mut now = before.clone();
        let bytes = |now: &Buffer| {
            let mut out = Vec::new();
            paint(&before, now, &mut out);
            String::from_utf8(out).unwrap()
        };
        assert_eq!(bytes(&now), "");
        now.set_string(0, 1, "Yes 81", Style::new());
        assert_eq!(bytes(&now), "\x1b[2;5H81");
        now.set_string(0, 1, "Nes 81", Style::new());
        assert_eq!(bytes(&now), "\x1b[2HNes 81");
        now.set_string(0, 2, "No", Style::new().fg(Color::Cyan));
        assert_eq!(bytes(&now), "\x1b[2HNes 81\r\n\x1b[36mNo\x1b[m");
    }
}
