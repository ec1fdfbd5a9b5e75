//! Blocks as aligned text: cut and wrapped to a terminal's width, whole in a pipe.

use std::fmt::Write as _;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::paint::{bold, faint};
use super::{Block, Cell, Credit, Table, Window};

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

pub(super) fn write(blocks: &[Block], window: Option<&Window>, credit: &Credit, style: Style) -> String {
    let mut text = String::new();
    for block in blocks {
        match block {
            Block::Title(title) => {
                for line in wrap(title, style.width) {
                    let _ = writeln!(text, "{}", bold(&line, style.colour));
                }
            }
            Block::Heading(heading) => {
                let _ = writeln!(text, "\n{}", bold(heading, style.colour));
            }
            Block::Facts(facts) => write_facts(&mut text, facts, style),
            Block::Names(names) => {
                for line in wrap(&names.join(", "), style.width.map(|width| width.saturating_sub(2))) {
                    let _ = writeln!(text, "  {line}");
                }
            }
            Block::Table(table) => write_table(&mut text, table, style),
        }
    }
    text.push('\n');
    let window = window.map(|window| format!("Window: {}", window.line()));
    let source = format!("Source: {} ({})", credit.citation, credit.terms);
    for line in window.into_iter().chain([format!("Universe: {}", credit.universe), source]) {
        for line in wrap(&line, style.width) {
            let _ = writeln!(text, "{}", faint(&line, style.colour));
        }
    }
    if style.ascii { deunicode::deunicode(&text.replace('·', "|").replace('©', "(c)")) } else { text }
}

fn write_facts(text: &mut String, facts: &[(&'static str, String)], style: Style) {
    let names = facts.iter().map(|(name, _)| name.width()).max().unwrap_or_default();
    for (name, fact) in facts {
        let room = style.width.map(|width| width.saturating_sub(names + 2));
        for (at, line) in wrap(fact, room).iter().enumerate() {
            let name = if at == 0 { name } else { "" };
            let _ = writeln!(text, "{name:names$}  {line}");
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
                Cell::Count(_) | Cell::Undefined => format!("{}{cell}", " ".repeat(width.saturating_sub(cell.width()))),
            };
        }
    }
    let counts: Vec<bool> = (0..table.columns.len())
        .map(|at| table.rows.first().is_some_and(|row| !matches!(row[at], Cell::Text(_))))
        .collect();
    let names = table.columns.iter().zip(&widths).zip(&counts);
    let header: Vec<_> = names
        .map(
            |((column, &width), &count)| {
                if count { format!("{:>width$}", column.name) } else { pad(column.name, width) }
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
    let widest = |at: usize| cells.iter().map(|row| row[at].width()).max().unwrap_or_default();
    let columns = table.columns.iter().enumerate();
    let mut widths: Vec<_> = columns.map(|(at, column)| widest(at).max(column.name.width())).collect();
    let Some(screen) = screen else { return widths };
    let gaps = 2 * widths.len().saturating_sub(1);
    let mut over = (widths.iter().sum::<usize>() + gaps).saturating_sub(screen);
    for (width, column) in widths.iter_mut().zip(&table.columns).filter(|(_, column)| column.gives_way) {
        let less = over.min(width.saturating_sub(NARROWEST.max(column.name.width())));
        *width -= less;
        over -= less;
    }
    widths
}

fn pad(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

/// The text in at most `width` columns, cut between graphemes with `…`.
pub fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut kept = String::new();
    for grapheme in text.graphemes(true) {
        if kept.width() + grapheme.width() >= width {
            break;
        }
        kept.push_str(grapheme);
    }
    kept.truncate(kept.trim_end().len());
    if width > 0 {
        kept.push('…');
    }
    kept
}

/// The text in lines of at most `width` columns, broken between words where it can be.
pub fn wrap(text: &str, width: Option<usize>) -> Vec<String> {
    let Some(width) = width.map(|width| width.max(1)) else { return vec![text.to_owned()] };
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let mut word = word.to_owned();
        loop {
            let line = lines.last().map_or(0, |line| line.width());
            let gap = usize::from(line > 0);
            if line + gap + word.width() <= width {
                if let Some(last) = lines.last_mut() {
                    last.push_str(if gap == 1 { " " } else { "" });
                    last.push_str(&word);
                }
                break;
            }
            if line > 0 {
                lines.push(String::new());
                continue;
            }
            // A word wider than the screen is broken where it must be.
            let mut head = String::new();
            for grapheme in word.graphemes(true) {
                if !head.is_empty() && head.width() + grapheme.width() > width {
                    break;
                }
                head.push_str(grapheme);
            }
            word = word[head.len()..].to_owned();
            if let Some(last) = lines.last_mut() {
                *last = head;
            }
            if word.is_empty() {
                break;
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_cut_between_graphemes_and_never_wider_than_its_place() {
        for (text, width, shown) in [
            ("Côte d'Ivoire", 13, "Côte d'Ivoire"),
            ("Côte d'Ivoire", 5, "Côte…"),
            ("Côte d'Ivoire", 6, "Côte…"),
            ("ab", 1, "…"),
            ("ab", 0, ""),
            ("日本国", 4, "日…"),
        ] {
            assert_eq!(cut(text, width), shown);
        }
    }

    #[test]
    fn text_is_wrapped_between_words_and_long_words_are_broken() {
        assert_eq!(wrap("one two three", Some(7)), ["one two", "three"]);
        assert_eq!(wrap("https://long", Some(5)), ["https", "://lo", "ng"]);
        assert_eq!(wrap("as it is, in a pipe", None), ["as it is, in a pipe"]);
        assert_eq!(wrap("", Some(5)), [""]);
    }
}
