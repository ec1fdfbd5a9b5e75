//! The little of SVG that pictures are made of: numbers, texts with their widths, and shapes.

use std::fmt::{self, Write as _};

use crate::escape::xml;
use crate::report::text::in_lines;

/// The colours of texts and of lines between things.
pub(super) const INK: &str = "#1c1f24";

/// A length as SVG has it: rounded to a tenth, without zeros that say nothing.
#[derive(Clone, Copy)]
pub(super) struct Px(pub f64);

impl fmt::Display for Px {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = format!("{:.1}", self.0);
        let text = text.strip_suffix(".0").unwrap_or(&text);
        f.write_str(if text == "-0" { "0" } else { text })
    }
}

/// Where a text is in relation to its spot.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// How a text is set.
#[derive(Clone, Copy)]
pub(super) struct Type {
    pub size: f64,
    pub bold: bool,
    pub colour: &'static str,
    pub anchor: Anchor,
}

impl Type {
    /// A plain text of this size, to the right of its spot.
    pub(super) const fn new(size: f64) -> Self {
        Self { size, bold: false, colour: INK, anchor: Anchor::Start }
    }

    pub(super) const fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    pub(super) const fn colour(self, colour: &'static str) -> Self {
        Self { colour, ..self }
    }

    pub(super) const fn anchor(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }

    /// About how wide a text is, rather too wide than too narrow: which font will be there is not known.
    pub(super) fn width(self, text: &str) -> f64 {
        let letters = text.chars().map(|letter| match letter {
            'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '|' | '!' | '\'' | ' ' | '\u{a0}' => 0.33,
            'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '-' | '/' | '·' => 0.40,
            'm' | 'w' | 'M' | 'W' | '@' | '%' => 0.93,
            'A'..='Z' => 0.69,
            '0'..='9' => 0.62,
            _ => 0.59,
        });
        let bold = if self.bold { 1.17 } else { 1.0 };
        letters.sum::<f64>() * self.size * bold
    }

    /// A text in lines of at most so many pixels, broken between words.
    pub(super) fn wrap(self, text: &str, wide: f64) -> Vec<String> {
        // A number keeps its per cent.
        let text = text.replace(" %", "\u{a0}%");
        in_lines(text.split(' '), |line, word| self.width(line) + self.width(" ") + self.width(word) <= wide)
    }

    /// A text in one line of at most so many pixels, cut with `…` where it is longer.
    pub(super) fn cut(self, text: &str, wide: f64) -> String {
        if self.width(text) <= wide {
            return text.to_owned();
        }
        let mut cut = text.to_owned();
        while !cut.is_empty() && self.width(&cut) + self.width("…") > wide {
            cut.pop();
        }
        format!("{}…", cut.trim_end())
    }
}

/// A text whose base line begins, has its middle or ends at a spot.
pub(super) fn text(out: &mut String, (x, y): (f64, f64), set: Type, text: &str) {
    let anchor = match set.anchor {
        Anchor::Start => "",
        Anchor::Middle => " text-anchor=\"middle\"",
        Anchor::End => " text-anchor=\"end\"",
    };
    let bold = if set.bold { " font-weight=\"bold\"" } else { "" };
    let colour = if set.colour == INK { String::new() } else { format!(" fill=\"{}\"", set.colour) };
    let (x, y, size) = (Px(x), Px(y), Px(set.size));
    let _ = writeln!(out, "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{bold}{colour}{anchor}>{}</text>", xml(text));
}

/// A rectangle.
pub(super) fn rect(out: &mut String, (x, y): (f64, f64), (wide, high): (f64, f64), fill: &str) {
    let (x, y, wide, high) = (Px(x), Px(y), Px(wide), Px(high));
    let _ = writeln!(out, "<rect x=\"{x}\" y=\"{y}\" width=\"{wide}\" height=\"{high}\" fill=\"{fill}\"/>");
}

/// A straight line.
pub(super) fn line(out: &mut String, from: (f64, f64), to: (f64, f64), stroke: &str, thick: f64) {
    let [x1, y1, x2, y2, thick] = [from.0, from.1, to.0, to.1, thick].map(Px);
    let _ = writeln!(
        out,
        "<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\" stroke=\"{stroke}\" stroke-width=\"{thick}\"/>"
    );
}
