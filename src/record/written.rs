//! A record as a file of its own, and the checksum of that file.

use std::fmt::Write as _;
use std::io;

use sha2::{Digest, Sha256};

use super::Record;
use super::file::{FileKind, Heading, write};

impl Record {
    /// Writes the record as a file of its own.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn write(&self, out: impl io::Write) -> io::Result<()> {
        write(out, &self.heading(FileKind::Whole), self.entries(), self.resolutions())
    }

    /// The header of a file of this record's roll calls.
    pub fn heading(&self, kind: FileKind) -> Heading<'_> {
        Heading {
            kind,
            origin: self.origin,
            sources: &self.sources,
            names: &self.names,
            seats: self.members.iter().map(|(_, member)| member.code.as_ref()).collect(),
        }
    }

    /// The SHA-256 of the record in its own file format, in hexadecimal: what two people compare to know that they
    /// look at the same votes.
    pub fn checksum(&self) -> String {
        if let Some(checksum) = self.carried.as_ref().filter(|_| !self.is_corrected()) {
            return checksum.to_string();
        }
        let mut hash = Hash(Sha256::new());
        // Writing into a hash can't fail. A record is written in pieces of a few letters, which a hash takes slowly.
        let _ = self.write(io::BufWriter::with_capacity(1 << 14, &mut hash));
        hash.0.finalize().iter().fold(String::with_capacity(64), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
    }
}

struct Hash(Sha256);

impl io::Write for Hash {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
