//! Blocks as Markdown to paste, ending in what a reader needs to check it: citation, date and checksum.

use std::fmt::Write as _;

use crate::record::Record;

use super::parts::{Block, Footer, Table};
use crate::record::counted;

pub(super) fn write(blocks: &[Block], end: &Footer<'_>, record: &Record) -> String {
    let mut text = String::new();
    for block in blocks {
        match block {
            Block::Title(title) => {
                let _ = writeln!(text, "## {}\n", escape(title));
            }
            Block::Heading(heading) => {
                let _ = writeln!(text, "### {}\n", escape(heading));
            }
            Block::Facts(facts) => {
                for (name, fact) in facts {
                    let _ = writeln!(text, "- {name}: {}", escape(fact));
                }
                text.push('\n');
            }
            Block::Entries(entries) => {
                for (key, entry) in entries {
                    let _ = writeln!(text, "- {}: {}", escape(key), escape(entry));
                }
                text.push('\n');
            }
            Block::Names(names) => {
                let _ = writeln!(text, "{}\n", escape(&names.join(", ")));
            }
            Block::Table(table) => write_table(&mut text, table),
        }
    }
    let Footer { window, notes, credit } = end;
    if let Some(window) = window {
        let _ = writeln!(text, "Window: {}  ", escape(&window.line()));
    }
    for note in notes {
        let _ = writeln!(text, "{}  ", escape(note));
    }
    let last = record.rollcalls().next_back().map_or_else(String::new, |(_, last)| format!(" to {}", last.date));
    let _ = writeln!(text, "Universe: {}  ", escape(&credit.universe));
    let _ = writeln!(text, "Source: {} ({})  ", escape(&credit.citation), escape(&credit.terms));
    let rollcalls = counted(record.len(), "roll call");
    let _ = writeln!(text, "Record: {rollcalls}{last}, SHA-256 `{}`", record.checksum());
    text
}

fn write_table(text: &mut String, table: &Table) {
    let names: Vec<_> = table.columns.iter().map(|column| escape(&column.name)).collect();
    let rules: Vec<_> = (0..names.len()).map(|at| if table.is_of_counts(at) { "---:" } else { "---" }).collect();
    let _ = writeln!(text, "| {} |\n| {} |", names.join(" | "), rules.join(" | "));
    for row in &table.rows {
        let cells: Vec<_> = row.iter().map(|cell| escape(&cell.text())).collect();
        let _ = writeln!(text, "| {} |", cells.join(" | "));
    }
    text.push('\n');
}

/// A text whose marks are not taken for Markdown.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (at, letter) in text.chars().enumerate() {
        // A heading only at the start of a line.
        let is_mark = matches!(letter, '\\' | '|' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '~' | '&');
        if is_mark || letter == '#' && at == 0 {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}
