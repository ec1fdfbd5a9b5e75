//! What a user is promised, held against the program: commands as run, importers by files, the record by its counts.
#![expect(clippy::unwrap_used, reason = "a test that can't set itself up has failed")]

mod commands;
mod common;
mod import;
mod record;
