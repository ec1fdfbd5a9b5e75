//! A CSV table read row by row, within a fixed amount of memory whatever the file holds.

use csv_core::{ReadRecordResult, Reader};

use super::imported::BadInput;
use super::input::{Input, no_table};

/// The longest row that is read, in bytes. The longest of the UN's has under 2,000.
const LONGEST_ROW: usize = 1 << 18;
/// The most columns that are read.
const MOST_COLUMNS: usize = 256;
const BUFFER: usize = 1 << 18;

/// A table with a header.
pub(super) struct CsvTable<'p> {
    input: Input<'p>,
    reader: Reader,
    buffer: Box<[u8]>,
    /// What of the buffer is not yet read: from, to.
    filled: (usize, usize),
    cells: Box<[u8]>,
    ends: Box<[usize]>,
    columns: Vec<String>,
    row: RowPosition,
}

/// Where the current row is.
#[derive(Clone, Copy, Default)]
struct RowPosition {
    line: u64,
    cells: usize,
}

/// A column of a table, found by its name.
#[derive(Clone, Copy, Debug)]
pub(super) struct ColumnIndex(usize);

impl<'p> CsvTable<'p> {
    /// Reads the header of `input`.
    pub(super) fn open(input: Input<'p>) -> Result<Self, BadInput> {
        let mut table = Self {
            input,
            reader: Reader::new(),
            buffer: vec![0; BUFFER].into(),
            filled: (0, 0),
            cells: vec![0; LONGEST_ROW].into(),
            ends: vec![0; MOST_COLUMNS].into(),
            columns: Vec::new(),
            row: RowPosition::default(),
        };
        table.fill()?;
        if let Some(what) = no_table(&table.buffer[..table.filled.1]) {
            return Err(table.bad_file(what));
        }
        if !table.read_row()? {
            return Err(table.bad_file("empty; expected a table with a header"));
        }
        let header = (0..table.row.cells).map(|at| String::from_utf8_lossy(table.raw(at)).trim().to_owned());
        table.columns = header.collect();
        for (at, name) in table.columns.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
            if let Some(first) = table.columns[..at].iter().position(|other| other.eq_ignore_ascii_case(name)) {
                let name = name.escape_debug().to_string().cut(60);
                let what = format!(
                    "the column \"{name}\" appears twice, as column {} and as column {}; remove the wrong one",
                    first + 1,
                    at + 1
                );
                return Err(BadInput { file: table.input.name.clone(), line: Some(1), column: None, what });
            }
        }
        Ok(table)
    }

    /// Whether there is a column of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.columns.iter().any(|column| column.eq_ignore_ascii_case(name))
    }

    /// The column of this name.
    pub(super) fn column(&self, name: &str, table: &str) -> Result<ColumnIndex, BadInput> {
        let at = self.columns.iter().position(|column| column.eq_ignore_ascii_case(name));
        at.map(ColumnIndex).ok_or_else(|| {
            self.bad_header(&format!("no column \"{name}\", which {table} has; keep all of its columns"))
        })
    }

    /// A fault of the header: `what`, unless the cells are separated otherwise.
    pub(super) fn bad_header(&self, what: &str) -> BadInput {
        let other = match self.columns.as_slice() {
            [one] if one.contains(';') || one.starts_with("sep=") => Some("semicolons"),
            [one] if one.contains('\t') => Some("tabs"),
            _ => None,
        };
        let what = match other {
            Some(other) => format!("the cells are separated by {other}; save the table with commas"),
            None => what.to_owned(),
        };
        BadInput { file: self.input.name.clone(), line: Some(1), column: None, what }
    }

    /// Goes to the next row; false at the end.
    pub(super) fn next(&mut self) -> Result<bool, BadInput> {
        let more = self.read_row()?;
        if more && self.row.cells != self.columns.len() {
            let cells = if self.row.cells == 1 { "cell" } else { "cells" };
            let what = format!("{} {cells}, but the header has {}", self.row.cells, self.columns.len());
            return Err(self.bad(None, what));
        }
        Ok(more)
    }

    /// The bytes of a cell of this row.
    pub(super) fn bytes(&self, ColumnIndex(at): ColumnIndex) -> &[u8] {
        self.raw(at)
    }

    /// The text of a cell of this row.
    pub(super) fn text(&self, column: ColumnIndex) -> Result<&str, BadInput> {
        str::from_utf8(self.bytes(column)).map_err(|_| {
            let cell = self.bytes(column).escape_ascii().to_string();
            let what = format!("\"{}\" is not UTF-8; save the table as CSV in UTF-8", cell.cut(60));
            self.bad(Some(column), what)
        })
    }

    /// A fault in this row.
    pub(super) fn bad(&self, column: Option<ColumnIndex>, what: String) -> BadInput {
        let column = column.map(|ColumnIndex(at)| self.columns[at].clone());
        BadInput { file: self.input.name.clone(), line: Some(self.row.line), column, what }
    }

    /// A fault in this cell: what it says and what was expected.
    pub(super) fn bad_cell(&self, column: ColumnIndex, expected: &str) -> BadInput {
        let cell = String::from_utf8_lossy(self.bytes(column)).escape_debug().to_string();
        self.bad(Some(column), format!("\"{}\"; expected {expected}", cell.cut(60)))
    }

    /// A fault of the file as a whole.
    pub(super) fn bad_file(&self, what: &str) -> BadInput {
        BadInput { file: self.input.name.clone(), line: None, column: None, what: what.to_owned() }
    }

    /// The line on which this row begins.
    pub(super) fn line(&self) -> u64 {
        self.row.line
    }

    fn raw(&self, at: usize) -> &[u8] {
        let start = if at == 0 { 0 } else { self.ends[at - 1] };
        &self.cells[start..self.ends[at]]
    }

    fn fill(&mut self) -> Result<(), BadInput> {
        let count = self.input.read(&mut self.buffer).map_err(|error| self.bad(None, unreadable(&error)))?;
        self.filled = (0, count);
        Ok(())
    }

    fn read_row(&mut self) -> Result<bool, BadInput> {
        let (mut used, mut ends) = (0, 0);
        self.row = RowPosition { line: self.reader.line(), cells: 0 };
        loop {
            if self.filled.0 == self.filled.1 {
                self.fill()?;
            }
            if used == 0 && ends == 0 {
                // The end of the line before, of which the reader took one letter of two, and empty lines.
                let rest = &self.buffer[self.filled.0..self.filled.1];
                let before = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
                self.row.line = self.reader.line() + before.filter(|byte| **byte == b'\n').count() as u64;
            }
            let (result, taken, written, ended) = self.reader.read_record(
                &self.buffer[self.filled.0..self.filled.1],
                &mut self.cells[used..],
                &mut self.ends[ends..],
            );
            self.filled.0 += taken;
            // The ends are counted from the start of the row.
            used += written;
            ends += ended;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::Record => {
                    self.row.cells = ends;
                    return Ok(true);
                }
                ReadRecordResult::End => return Ok(false),
                ReadRecordResult::OutputFull => {
                    let what = format!(
                        "a row longer than {} KiB, in its cell {}; is a quote left open?",
                        LONGEST_ROW / 1024,
                        ends + 1
                    );
                    return Err(self.bad(None, what));
                }
                ReadRecordResult::OutputEndsFull => {
                    return Err(self.bad(None, format!("more than {MOST_COLUMNS} cells in a row")));
                }
            }
        }
    }
}

fn unreadable(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::Other => error.to_string(),
        std::io::ErrorKind::UnexpectedEof => "the gzip file ends early; fetch it again".to_owned(),
        std::io::ErrorKind::InvalidInput | std::io::ErrorKind::InvalidData => {
            format!("the gzip file is damaged ({error}); fetch it again")
        }
        _ => format!("reading stopped: {error}"),
    }
}

trait Cut {
    /// The first `most` characters, with `…` where more follow.
    fn cut(&self, most: usize) -> String;
}

impl Cut for String {
    fn cut(&self, most: usize) -> String {
        match self.char_indices().nth(most) {
            Some((at, _)) => format!("{}…", &self[..at]),
            None => self.clone(),
        }
    }
}
