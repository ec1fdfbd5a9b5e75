//! What changed between two frames, in few bytes: nothing that stayed is written, the cursor takes the shortest way,
//! a look is said once.

use std::io::Write;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

/// Writes what turns a terminal that shows `before` into one that shows `now`, both of one size. The terminal's look is
/// plain before and after.
pub(super) fn paint(before: &Buffer, now: &Buffer, out: &mut Vec<u8>) {
    let mut brush = Brush::default();
    let columns = usize::from(now.area.width).max(1);
    let rows = before.content.chunks(columns).zip(now.content.chunks(columns)).enumerate();
    for (y, (before, now)) in rows {
        let mut x = 0;
        while x < columns {
            let wide = width(&now[x]).max(1);
            // A wide character hides what stood beside it, whatever the cells say.
            let changed = before[x] != now[x] || (wide != width(&before[x]).max(1));
            if changed {
                brush.go(x, y, now, out);
                brush.write(&now[x], out);
                brush.at = if x + wide >= columns { None } else { Some((x + wide, y)) };
            }
            x += wide;
        }
    }
    brush.look(&Look::default(), out);
}

fn width(cell: &Cell) -> usize {
    cell.symbol().width()
}

/// What a cell looks like.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Look {
    ink: Color,
    ground: Color,
    how: Modifier,
}

impl Look {
    fn of(cell: &Cell) -> Self {
        Self { ink: cell.fg, ground: cell.bg, how: cell.modifier }
    }
}

/// Where the terminal's cursor is, as far as that is known, and what it would write like.
#[derive(Default)]
struct Brush {
    at: Option<(usize, usize)>,
    look: Look,
}

impl Brush {
    /// Goes to a cell: over what stands in between if that is shorter, since it is the same.
    fn go(&mut self, x: usize, y: usize, row: &[Cell], out: &mut Vec<u8>) {
        match self.at {
            Some(at) if at == (x, y) => {}
            Some((from, line)) if line == y && from < x => {
                let between = &row[from..x];
                let bytes: usize = between.iter().map(|cell| cell.symbol().len()).sum();
                if bytes <= 4 && between.iter().all(|cell| Look::of(cell) == self.look && width(cell) == 1) {
                    for cell in between {
                        out.extend_from_slice(cell.symbol().as_bytes());
                    }
                } else {
                    forward(x - from, out);
                }
            }
            Some((_, line)) if line + 1 == y => {
                out.extend_from_slice(b"\r\n");
                forward(x, out);
            }
            _ if x == 0 => say(out, format_args!("\x1b[{}H", y + 1)),
            _ => say(out, format_args!("\x1b[{};{}H", y + 1, x + 1)),
        }
        self.at = Some((x, y));
    }

    fn write(&mut self, cell: &Cell, out: &mut Vec<u8>) {
        self.look(&Look::of(cell), out);
        out.extend_from_slice(cell.symbol().as_bytes());
    }

    /// Takes a look, from the one before or from none, whichever is said sooner.
    fn look(&mut self, look: &Look, out: &mut Vec<u8>) {
        if *look == self.look {
            return;
        }
        let anew = from(&Look::default(), look).unwrap_or_default();
        let anew = if anew.is_empty() { String::new() } else { format!("0;{anew}") };
        let parts = match from(&self.look, look) {
            Some(parts) if parts.len() <= anew.len() => parts,
            _ => anew,
        };
        say(out, format_args!("\x1b[{parts}m"));
        self.look = *look;
    }
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

fn forward(columns: usize, out: &mut Vec<u8>) {
    match columns {
        0 => {}
        1 => out.extend_from_slice(b"\x1b[C"),
        _ => say(out, format_args!("\x1b[{columns}C")),
    }
}

fn say(out: &mut Vec<u8>, text: std::fmt::Arguments<'_>) {
    // Memory takes everything.
    let _ = out.write_fmt(text);
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
        let texts = vec!["a", "Yes 93", "…", "国际", "      ", "╭──╮", "é", ""];
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
            (text, cell.fgcolor(), cell.bgcolor(), cell.bold(), cell.inverse())
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
                    let wide: String = row.iter().map(Cell::symbol).collect();
                    prop_assert_eq!(text.replace(' ', ""), wide.replace(' ', ""));
                }
                before = now;
            }
        }
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
