#![no_main]
#![allow(dead_code, clippy::unwrap_used, clippy::panic, reason = "each target asks for one thing that must hold")]

#[path = "../../it/holds.rs"]
mod holds;

use std::sync::LazyLock;

use plenary::record::Origin;
use tempfile::TempDir;

static FOLDER: LazyLock<TempDir> = LazyLock::new(|| TempDir::new().unwrap());

// The three tables, with a NUL between them.
libfuzzer_sys::fuzz_target!(|text: &[u8]| {
    let tables: Vec<_> = text.splitn(3, |&byte| byte == 0).collect();
    holds::tables(&tables, Origin::Unvotes, FOLDER.path());
});
