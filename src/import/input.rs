//! A file as bytes: plain or gzipped, told by its first bytes, counted as it is read.

use std::fs::{self, File};
use std::io::{self, BufReader, Read};
use std::path::Path;

use flate2::bufread::GzDecoder;

use crate::store::place;

use super::imported::BadInput;

const BUFFER: usize = 1 << 18;

/// What files begin with that are often taken for a table, and what to do with them.
const OTHERS: [(&[u8], &str); 15] = [
    (b"PK\x03\x04", "is a ZIP archive or a spreadsheet; unpack it, or save it as CSV"),
    // Before UTF-16, whose mark begins the same.
    (b"\xff\xfe\0\0", "is UTF-32; save it as CSV in UTF-8"),
    (b"\0\0\xfe\xff", "is UTF-32; save it as CSV in UTF-8"),
    (b"\xff\xfe", "is UTF-16; save it as CSV in UTF-8"),
    (b"\xfe\xff", "is UTF-16; save it as CSV in UTF-8"),
    (&GZIP, "is gzipped twice; unpack it once, and import that"),
    (b"BZh", "is packed with bzip2; unpack it, and import that"),
    (b"\xfd7zXZ", "is packed with xz; unpack it, and import that"),
    (b"\x28\xb5\x2f\xfd", "is packed with zstd; unpack it, and import that"),
    (b"PAR1", "is a Parquet file; save it as CSV"),
    (b"%PDF", "is a PDF; download the data as CSV"),
    (b"RDX", "is an R data file; save its table as CSV"),
    (b"{", "is JSON; plenary imports CSV"),
    (b"[", "is JSON; plenary imports CSV"),
    (b"<", "is a web page or XML; download the data as CSV"),
];

/// Why what begins with `start` is no table, if that can be told: what it is and what to do with it.
pub(super) fn no_table(start: &[u8]) -> Option<&'static str> {
    let known = OTHERS.into_iter().find(|(first, _)| start.trim_ascii_start().starts_with(first));
    let known = known.map(|(_, what)| what);
    // Half of the bytes of Latin letters in UTF-16 are NUL, and no text has one.
    let two_bytes =
        || matches!(start, &[a, b, c, d, ..] if (a == 0) == (c == 0) && (b == 0) == (d == 0) && (a == 0) != (b == 0));
    // Of UTF-32 three of four.
    let four_bytes = || matches!(start, &[a, b, c, d, ..] if (b, c) == (0, 0) && (a == 0) != (d == 0));
    known
        .or_else(|| four_bytes().then_some("is UTF-32; save it as CSV in UTF-8"))
        .or_else(|| two_bytes().then_some("is UTF-16; save it as CSV in UTF-8"))
        .or_else(|| start.contains(&0).then_some("is not text; save the table as CSV in UTF-8"))
}

/// What gzipped data begin with.
const GZIP: [u8; 2] = [0x1f, 0x8b];

/// What a gzip file holds: its parts one after the other, and nothing after them.
struct Unzipped<R>(Option<GzDecoder<R>>);

impl<R: io::BufRead> Read for Unzipped<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while let Some(part) = &mut self.0 {
            let count = part.read(buffer)?;
            if count > 0 || buffer.is_empty() {
                return Ok(count);
            }
            let Some(mut rest) = self.0.take().map(GzDecoder::into_inner) else { break };
            let behind = rest.fill_buf()?;
            if behind.starts_with(&GZIP) {
                self.0 = Some(GzDecoder::new(rest));
            } else if !behind.is_empty() {
                return Err(io::Error::other(
                    "bytes that are not gzip follow the gzip data; unpack it, look at its end, and import that",
                ));
            }
        }
        Ok(0)
    }
}

/// An opened file.
pub(super) struct Input<'p> {
    /// Its name, for messages.
    pub name: String,
    source: Box<dyn Read + 'p>,
}

/// Counts the bytes that leave the disk.
struct Counted<'p> {
    file: File,
    read: u64,
    progress: &'p mut dyn FnMut(u64),
}

impl Read for Counted<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.file.read(buffer)?;
        self.read += count as u64;
        (self.progress)(count as u64);
        Ok(count)
    }
}

impl<'p> Input<'p> {
    /// Opens the file at `path`; `progress` is told of each step how many bytes it was.
    pub(super) fn open(path: &Path, progress: &'p mut dyn FnMut(u64)) -> Result<Self, BadInput> {
        let name = place(path);
        let bad = |what: String| BadInput { file: name.clone(), line: None, column: None, what };
        let unreadable = |error: io::Error| bad(format!("can't be read: {error}"));
        let piped = path == Path::new("-") && !path.exists();
        // Before it is opened, which of a pipe takes what is in it, or waits for ever.
        let kind = if piped { None } else { Some(fs::metadata(path).map_err(unreadable)?.file_type()) };
        if kind.is_some_and(|kind| kind.is_dir()) {
            return Err(unreadable(io::ErrorKind::IsADirectory.into()));
        }
        if !kind.is_some_and(|kind| kind.is_file()) {
            return Err(bad("is a pipe or a device; save it to a file first, which may be .gz".to_owned()));
        }
        let file = File::open(path).map_err(unreadable)?;
        let mut reader = BufReader::with_capacity(BUFFER, Counted { file, read: 0, progress });
        let start = io::BufRead::fill_buf(&mut reader).map_err(unreadable)?;
        let source: Box<dyn Read + 'p> =
            if start.starts_with(&GZIP) { Box::new(Unzipped(Some(GzDecoder::new(reader)))) } else { Box::new(reader) };
        Ok(Self { name, source })
    }

    pub(super) fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            match self.source.read(buffer) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                result => return result,
            }
        }
    }
}
