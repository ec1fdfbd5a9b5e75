//! A file as bytes: plain or gzipped, told by its first bytes, counted as it is read.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;

use flate2::bufread::MultiGzDecoder;

use crate::store::place;

use super::BadInput;

const BUFFER: usize = 1 << 18;

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
        let unreadable = |error: io::Error| BadInput {
            file: name.clone(),
            line: None,
            column: None,
            what: format!("can't be read: {error}"),
        };
        let file = File::open(path).map_err(unreadable)?;
        if file.metadata().map_err(unreadable)?.is_dir() {
            return Err(unreadable(io::ErrorKind::IsADirectory.into()));
        }
        let mut reader = BufReader::with_capacity(BUFFER, Counted { file, read: 0, progress });
        let start = io::BufRead::fill_buf(&mut reader).map_err(unreadable)?;
        let source: Box<dyn Read + 'p> =
            if start.starts_with(&[0x1f, 0x8b]) { Box::new(MultiGzDecoder::new(reader)) } else { Box::new(reader) };
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
