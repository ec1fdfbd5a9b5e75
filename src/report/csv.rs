//! Rows as CSV (RFC 4180), with texts that no spreadsheet takes for a formula.

use std::borrow::Cow;
use std::io::{self, Write};

use csv_core::{Terminator, Writer, WriterBuilder};

use super::{Cell, Table};

/// The most that is between two cells or after the last: closing quotes and the end of a line, or a line of one empty
/// cell.
const END: usize = 4;

pub(super) fn write(table: &Table) -> String {
    let mut lines = Lines::new();
    lines.add(table.columns.iter().map(|column| harmless(&column.name)));
    for row in &table.rows {
        lines.add(row.iter().map(|cell| match cell {
            Cell::Text(text) => harmless(text),
            Cell::Count(count) => count.to_string().into(),
            Cell::Figure(figure) | Cell::Share(figure) => unrounded(*figure).into(),
            Cell::Undefined => "".into(),
        }));
    }
    // Whole texts went in, and what is put around them is ASCII.
    String::from_utf8_lossy(&lines.text).into_owned()
}

/// The lines written so far.
pub(super) struct Lines {
    writer: Writer,
    text: Vec<u8>,
}

impl Lines {
    pub(super) fn new() -> Self {
        Self { writer: WriterBuilder::new().terminator(Terminator::CRLF).build(), text: Vec::new() }
    }

    /// Hands over what is written so far, and goes on after it.
    pub(super) fn flush(&mut self, to: &mut impl Write) -> io::Result<()> {
        to.write_all(&self.text)?;
        self.text.clear();
        Ok(())
    }

    pub(super) fn add<'a>(&mut self, cells: impl Iterator<Item = Cow<'a, str>>) {
        for (at, cell) in cells.enumerate() {
            if at > 0 {
                self.put(END, |writer, room| writer.delimiter(room).1);
            }
            // At worst all of it is quotes, each of which takes two.
            self.put(END + 2 * cell.len(), |writer, room| writer.field(cell.as_bytes(), room).2);
        }
        self.put(END, |writer, room| writer.terminator(room).1);
    }

    /// Adds what the writer puts into the given room.
    fn put(&mut self, room: usize, write: impl FnOnce(&mut Writer, &mut [u8]) -> usize) {
        let begun = self.text.len();
        self.text.resize(begun + room, 0);
        let written = write(&mut self.writer, &mut self.text[begun..]);
        self.text.truncate(begun + written);
    }
}

/// Every digit that a figure has, as JSON writes it: what is very small with an exponent and not with hundreds of zeros.
fn unrounded(figure: f64) -> String {
    if figure != 0.0 && figure.abs() < 1e-5 { format!("{figure:e}") } else { figure.to_string() }
}

/// A text that a spreadsheet would run begins with an apostrophe instead, which it takes as "this is text".
pub(super) fn harmless(text: &str) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@']) { format!("'{text}").into() } else { text.into() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::Column;
    use super::*;

    proptest! {
        #[test]
        fn what_is_written_is_read_again(cells in prop::collection::vec(prop::collection::vec("[a,\"\r\n é=]{0,6}", 3), 1..6)) {
            let columns = || ["a", "b", "c"].map(Column::new).into();
            let rows = cells.iter().map(|row| row.iter().map(|text| text.as_str().into()).collect()).collect();
            let text = write(&Table { columns: columns(), rows });
            let (mut reader, mut rest) = (csv_core::Reader::new(), text.as_bytes());
            let mut read = Vec::new();
            loop {
                let (mut out, mut ends) = ([0; 256], [0; 8]);
                let (_, used, _, count) = reader.read_record(rest, &mut out, &mut ends);
                rest = &rest[used..];
                if count == 0 {
                    break;
                }
                let begins = std::iter::once(&0).chain(&ends);
                let cell = |(from, to): (&usize, &usize)| String::from_utf8(out[*from..*to].to_vec()).unwrap();
                read.push(begins.zip(&ends).take(count).map(cell).collect::<Vec<_>>());
            }
            let guarded = cells.iter().map(|row| row.iter().map(|text| harmless(text).into_owned()).collect::<Vec<_>>());
            prop_assert_eq!(&read[1..], &guarded.collect::<Vec<_>>()[..]);
        }
    }

    #[test]
    fn a_spreadsheet_gets_every_cell_as_it_is_and_runs_none() {
        let columns = vec![Column::new("title"), Column::new("yes"), Column::new("absent")];
        let rows = vec![
            vec!["a, \"b\"".into(), Cell::Count(93), Cell::Undefined],
            vec!["=1+1".into(), Cell::Count(0), Cell::Count(1)],
        ];
        // A line of one empty cell would be no line to whoever reads it.
        let empty = Table { columns: vec![Column::new("note")], rows: vec![vec!["".into()], vec!["\r".into()]] };
        assert_eq!(write(&empty), "note\r\n\"\"\r\n\"\r\"\r\n");
        assert_eq!([0.0, 1.0, 0.25, 1e-5, 3.5e-300].map(unrounded), ["0", "1", "0.25", "0.00001", "3.5e-300"]);
        assert_eq!(write(&Table { columns, rows }), "title,yes,absent\r\n\"a, \"\"b\"\"\",93,\r\n'=1+1,0,1\r\n");
    }
}
