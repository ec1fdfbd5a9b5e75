//! Blocks as aligned text: cut and wrapped to a terminal's width, whole in a pipe.

use std::fmt::Write as _;

use super::paint::{bold, faint};
use super::parts::{Block, Cell, Column, Footer, Table};
use super::text::{cut, transliterated, width as columns, wrap};

/// How text is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Style {
    /// The terminal's width in columns; none where nothing is cut or wrapped.
    pub width: Option<usize>,
    /// Whether to emphasise.
    pub colour: bool,
    /// Whether to write ASCII only.
    pub ascii: bool,
}

/// The narrowest that a column which gives way becomes.
const NARROWEST: usize = 12;

pub(super) fn write(blocks: &[Block], end: &Footer<'_>, style: Style) -> String {
    let mut text = String::new();
    for block in blocks {
        match block {
            Block::Title(title) => {
                for line in lines(title, style.width) {
                    let _ = writeln!(text, "{}", bold(&line, style.colour));
                }
            }
            Block::Heading(heading) => {
                let _ = writeln!(text, "\n{}", bold(heading, style.colour));
            }
            Block::Facts(facts) => write_facts(&mut text, facts, style),
            Block::Entries(entries) => write_facts(&mut text, entries, style),
            Block::Names(names) => {
                for line in lines(&names.join(", "), style.width.map(|width| width.saturating_sub(2))) {
                    let _ = writeln!(text, "  {line}");
                }
            }
            Block::Table(table) => write_table(&mut text, table, style),
        }
    }
    text.push('\n');
    let Footer { window, notes, credit } = end;
    let window = window.map(|window| format!("Window: {}", window.line()));
    let source = format!("Source: {} ({})", credit.citation, credit.terms);
    let below = window.into_iter().chain(notes.iter().cloned());
    for line in below.chain([format!("Universe: {}", credit.universe), source]) {
        let line = if style.ascii { transliterated(&line) } else { line };
        for line in lines(&line, style.width) {
            let _ = writeln!(text, "{}", faint(&line, style.colour));
        }
    }
    text
}

fn write_facts(text: &mut String, facts: &[(impl AsRef<str>, String)], style: Style) {
    let names = facts.iter().map(|(name, _)| columns(name.as_ref())).max().unwrap_or_default();
    for (name, fact) in facts {
        let room = style.width.map(|width| width.saturating_sub(names + 2));
        for (at, line) in lines(fact, room).iter().enumerate() {
            let name = if at == 0 { name.as_ref() } else { "" };
            let _ = writeln!(text, "{}  {line}", pad(name, names));
        }
    }
}

fn write_table(text: &mut String, table: &Table, style: Style) {
    let mut cells: Vec<Vec<String>> = table.rows.iter().map(|row| row.iter().map(Cell::text).collect()).collect();
    let widths = widths(table, &cells, style.width);
    for (row, kinds) in cells.iter_mut().zip(&table.rows) {
        for ((cell, kind), &width) in row.iter_mut().zip(kinds).zip(&widths) {
            *cell = match kind {
                Cell::Text(_) => pad(&cut(cell, width), width),
                Cell::Count(_) | Cell::Figure(_) | Cell::Share(_) | Cell::Undefined => {
                    format!("{}{cell}", " ".repeat(width.saturating_sub(columns(cell))))
                }
            };
        }
    }
    let names = table.columns.iter().zip(&widths).enumerate();
    let header: Vec<_> = names
        .map(
            |(at, (Column { name, .. }, &width))| {
                if table.is_of_counts(at) { format!("{name:>width$}") } else { pad(name, width) }
            },
        )
        .collect();
    let _ = writeln!(text, "{}", bold(header.join("  ").trim_end(), style.colour));
    for row in cells {
        let _ = writeln!(text, "{}", row.join("  ").trim_end());
    }
}

/// The width of each column: what its cells need, and less for those that give way where the screen is narrow.
fn widths(table: &Table, cells: &[Vec<String>], screen: Option<usize>) -> Vec<usize> {
    let widest = |at: usize| cells.iter().map(|row| columns(&row[at])).max().unwrap_or_default();
    let named = table.columns.iter().enumerate();
    let mut widths: Vec<_> = named.map(|(at, column)| widest(at).max(columns(&column.name))).collect();
    let Some(screen) = screen else { return widths };
    let gaps = 2 * widths.len().saturating_sub(1);
    let mut over = (widths.iter().sum::<usize>() + gaps).saturating_sub(screen);
    for (width, column) in widths.iter_mut().zip(&table.columns).filter(|(_, column)| column.gives_way) {
        let less = over.min(width.saturating_sub(NARROWEST.max(columns(&column.name))));
        *width -= less;
        over -= less;
    }
    widths
}

fn pad(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(columns(text))))
}

/// The text in lines that fit, or as it is where nothing is wrapped; an empty one is an empty line.
fn lines(text: &str, width: Option<usize>) -> Vec<String> {
    let lines = width.map_or_else(Vec::new, |width| wrap(text, width.max(1)));
    if lines.is_empty() { vec![text.to_owned()] } else { lines }
}
