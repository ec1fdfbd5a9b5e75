#![no_main]
#![allow(dead_code, clippy::unwrap_used, clippy::panic, reason = "each target asks for one thing that must hold")]

#[path = "../../it/holds.rs"]
mod holds;

use std::sync::LazyLock;

use plenary::record::Origin;
use tempfile::TempDir;

static FOLDER: LazyLock<TempDir> = LazyLock::new(|| TempDir::new().unwrap());

libfuzzer_sys::fuzz_target!(|table: &[u8]| holds::tables(&[table], Origin::UnLibrary, FOLDER.path()));
