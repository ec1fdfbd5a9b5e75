//! Rows as CSV (RFC 4180), with texts that no spreadsheet takes for a formula.

use std::borrow::Cow;

use super::{Cell, Table};

pub(super) fn write(table: &Table) -> String {
    let mut text = line(table.columns.iter().map(|column| harmless(&column.name)));
    for row in &table.rows {
        text += &line(row.iter().map(|cell| match cell {
            Cell::Text(text) => harmless(text),
            Cell::Count(count) => count.to_string().into(),
            Cell::Figure(figure) | Cell::Share(figure) => unrounded(*figure).into(),
            Cell::Undefined => "".into(),
        }));
    }
    text
}

/// Every digit that a figure has, as JSON writes it: what is very small with an exponent and not with hundreds of zeros.
fn unrounded(figure: f64) -> String {
    if figure != 0.0 && figure.abs() < 1e-5 { format!("{figure:e}") } else { figure.to_string() }
}

fn line<'a>(cells: impl Iterator<Item = Cow<'a, str>>) -> String {
    let cells: Vec<_> = cells.map(quoted).collect();
    cells.join(",") + "\r\n"
}

/// A text that a spreadsheet would run begins with an apostrophe instead, which it takes as "this is text".
fn harmless(text: &str) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@']) { format!("'{text}").into() } else { text.into() }
}

fn quoted(cell: Cow<'_, str>) -> Cow<'_, str> {
    if cell.contains([',', '"', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")).into() } else { cell }
}

#[cfg(test)]
mod tests {
    use super::super::Column;
    use super::*;

    #[test]
    fn a_spreadsheet_gets_every_cell_as_it_is_and_runs_none() {
        let columns = vec![Column::new("title"), Column::new("yes"), Column::new("absent")];
        let rows = vec![
            vec!["a, \"b\"".into(), Cell::Count(93), Cell::Undefined],
            vec!["=1+1".into(), Cell::Count(0), Cell::Count(1)],
        ];
        assert_eq!([0.0, 1.0, 0.25, 1e-5, 3.5e-300].map(unrounded), ["0", "1", "0.25", "0.00001", "3.5e-300"]);
        assert_eq!(write(&Table { columns, rows }), "title,yes,absent\r\n\"a, \"\"b\"\"\",93,\r\n'=1+1,0,1\r\n");
    }
}
