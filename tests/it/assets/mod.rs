//! The record's assets made from the raw files anew, byte for byte: `PLENARY_WRITE=1` writes them.

mod council;
mod library;
mod texts;
mod unresolutions;
mod voeten;

use std::fs;
use std::path::Path;

/// Holds an asset against what is made of the raw files, or writes it.
#[track_caller]
fn is_made(name: &str, made: &[u8]) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets").join(name);
    if std::env::var_os("PLENARY_WRITE").is_some() {
        fs::write(&path, made).unwrap();
        return;
    }
    let there = fs::read(&path).unwrap();
    let lines = |bytes: &[u8]| bytes.split(|&byte| byte == b'\n').map(<[u8]>::to_vec).collect::<Vec<_>>();
    let (there, made) = (lines(&there), lines(made));
    for (at, (there, made)) in there.iter().zip(&made).enumerate() {
        assert_eq!(String::from_utf8_lossy(there), String::from_utf8_lossy(made), "{name}, line {}", at + 1);
    }
    assert_eq!(there.len(), made.len(), "{name}");
}
