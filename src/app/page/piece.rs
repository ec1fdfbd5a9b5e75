//! Pieces of text, each with a role that the theme gives a look, and lines of them.

use std::borrow::Cow;

use super::shade::Shade;
use crate::record::State;
use crate::report::text::{cut, width};

/// What a piece of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Text.
    Plain,
    /// Less important text.
    Quiet,
    /// A title or a heading.
    Title,
    /// Emphasised text.
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

    /// Less important text.
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
pub(in crate::app) fn add(line: &mut Line, letter: char, role: Role) {
    match line.last_mut() {
        Some(piece) if piece.role == role => piece.text.to_mut().push(letter),
        _ => line.push(Piece::new(letter.to_string(), role)),
    }
}

/// A line of at most the given number of columns, cut with `…` where it is longer.
pub fn cut_line(line: Line, columns: usize) -> Line {
    cut_to(line, columns).0
}

/// A line of at most the given number of columns, and how many it takes.
pub(in crate::app) fn cut_to(line: Line, columns: usize) -> (Line, usize) {
    let needed = line_width(&line);
    if needed <= columns {
        return (line, needed);
    }
    let mut room = columns;
    let mut short = Line::new();
    for piece in line {
        let taken = width(&piece.text);
        if taken >= room {
            // What is cut off here or after shows that it is.
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

/// A text in exactly the given number of columns, to the left.
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
