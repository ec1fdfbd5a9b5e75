//! The screen as a picture: vector graphics whose text stays text.

use std::fmt::Write as _;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use crate::escape::xml;
use crate::report::text::width;

/// The width and the height of a cell, in units of the picture.
const CELL: (usize, usize) = (9, 20);
/// How far the text is above the lower edge of its cell.
const DESCENT: usize = 6;

/// A screen as SVG, called `title`. Colours that are the terminal's own become dark on white.
pub fn svg(screen: &Buffer, title: &str) -> String {
    let area = screen.area;
    let (columns, rows) = (usize::from(area.width), usize::from(area.height));
    let (wide, high) = (columns * CELL.0, rows * CELL.1);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {wide} {high}\" width=\"{wide}\" height=\"{high}\" \
         role=\"img\" font-family=\"ui-monospace, 'JetBrains Mono', 'DejaVu Sans Mono', monospace\" font-size=\"15\">\n\
         <title>{}</title>\n<rect width=\"{wide}\" height=\"{high}\" fill=\"#ffffff\"/>\n",
        xml(title)
    );
    for (y, row) in screen.content.chunks(columns.max(1)).enumerate() {
        grounds(&mut out, row, y);
        texts(&mut out, row, y);
    }
    out.push_str("</svg>\n");
    out
}

/// What a run of cells looks like: ink, ground, weight, underline.
#[derive(PartialEq, Eq, Clone)]
struct CellStyle {
    ink: String,
    ground: String,
    bold: bool,
    underlined: bool,
}

impl CellStyle {
    fn of(cell: &Cell) -> Self {
        let (ink, ground) = (colour(cell.fg, "#1c1f24"), colour(cell.bg, "#ffffff"));
        let (ink, ground) = if cell.modifier.contains(Modifier::REVERSED) { (ground, ink) } else { (ink, ground) };
        let bold = cell.modifier.contains(Modifier::BOLD);
        Self { ink, ground, bold, underlined: cell.modifier.contains(Modifier::UNDERLINED) }
    }
}

/// The runs of cells that look alike in what `of` says, with the column at which each starts.
fn runs<T: PartialEq>(row: &[Cell], of: impl Fn(&Cell) -> T) -> Vec<(usize, T, &[Cell])> {
    let mut runs = Vec::new();
    let mut at = 0;
    for run in row.chunk_by(|a, b| of(a) == of(b)) {
        runs.push((at, of(&run[0]), run));
        at += run.len();
    }
    runs
}

fn grounds(out: &mut String, row: &[Cell], y: usize) {
    for (at, ground, run) in runs(row, |cell| CellStyle::of(cell).ground) {
        if ground != "#ffffff" {
            let (x, y, wide) = (at * CELL.0, y * CELL.1, run.len() * CELL.0);
            let _ =
                writeln!(out, "<rect x=\"{x}\" y=\"{y}\" width=\"{wide}\" height=\"{}\" fill=\"{ground}\"/>", CELL.1);
        }
    }
}

fn texts(out: &mut String, row: &[Cell], y: usize) {
    let base = (y + 1) * CELL.1 - DESCENT;
    for (at, look, run) in runs(row, CellStyle::of) {
        let text: String = run.iter().map(Cell::symbol).collect();
        let text = text.trim_end();
        let start = text.len() - text.trim_start().len();
        if text.len() == start {
            continue;
        }
        let x = (at + start) * CELL.0;
        let text = &text[start..];
        let weight = if look.bold { " font-weight=\"bold\"" } else { "" };
        let line = if look.underlined { " text-decoration=\"underline\"" } else { "" };
        let long = width(text) * CELL.0;
        let _ = writeln!(
            out,
            "<text x=\"{x}\" y=\"{base}\" fill=\"{}\" textLength=\"{long}\" lengthAdjust=\"spacingAndGlyphs\" \
             xml:space=\"preserve\"{weight}{line}>{}</text>",
            look.ink,
            xml(text)
        );
    }
}

/// A colour as the web writes it; `own` for the terminal's own.
fn colour(colour: Color, own: &str) -> String {
    let rgb = match colour {
        Color::Rgb(red, green, blue) => (red, green, blue),
        Color::Indexed(at @ 16..=231) => {
            let part = |part: u8| if part == 0 { 0 } else { 55 + part * 40 };
            (part((at - 16) / 36), part((at - 16) / 6 % 6), part((at - 16) % 6))
        }
        Color::Indexed(at @ 232..) => {
            let grey = 8 + (at - 232) * 10;
            (grey, grey, grey)
        }
        Color::LightBlue | Color::Blue => (0x2b, 0x6c, 0xb0),
        Color::LightRed | Color::Red => (0xc0, 0x39, 0x2b),
        Color::LightGreen | Color::Green => (0x2e, 0x8b, 0x57),
        Color::Yellow | Color::LightYellow => (0xb8, 0x86, 0x0b),
        Color::Cyan | Color::LightCyan => (0x00, 0x80, 0x80),
        Color::Magenta | Color::LightMagenta => (0x8e, 0x44, 0xad),
        Color::DarkGray | Color::Gray => (0x77, 0x77, 0x77),
        Color::Black => (0, 0, 0),
        _ => return own.to_owned(),
    };
    format!("#{:02x}{:02x}{:02x}", rgb.0, rgb.1, rgb.2)
}
