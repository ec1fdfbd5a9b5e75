//! Cells as the bytes that a terminal reads: the shortest way to them, their look, their text.

use std::io::Write;

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use super::seen::{CellLook, Seen};

/// Cells beside each other that are written in one look.
pub(super) struct Run<'a> {
    pub(super) x: usize,
    pub(super) y: usize,
    pub(super) cells: &'a [Cell],
}

/// Where the terminal's cursor is, as far as that is known, and what it would write like.
pub(super) struct Brush {
    at: Option<(usize, usize)>,
    look: CellLook,
    columns: usize,
}

impl Brush {
    /// A cursor that is anywhere, on a terminal whose look is plain.
    pub(super) fn new(columns: usize) -> Self {
        Self { at: None, look: CellLook::default(), columns }
    }

    pub(super) fn draw(&mut self, run: &Run<'_>, look: CellLook, out: &mut Vec<u8>) {
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
    pub(super) fn take(&mut self, look: CellLook, out: &mut Vec<u8>) {
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
