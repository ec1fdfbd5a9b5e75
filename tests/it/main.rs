//! What a user is promised, held against the program: commands as run, explorer by keys and in a real terminal, importers
//! by files, the record by its counts.
#![expect(clippy::unwrap_used, reason = "a test that can't set itself up has failed")]

mod against;
mod arrows;
mod assets;
mod blocs;
mod carried;
mod check;
mod circles;
mod commands;
mod common;
mod compare;
mod complete;
#[cfg(unix)]
mod copying;
mod council;
mod explorer;
mod figures;
mod frozen;
mod functions;
#[cfg(unix)]
mod given;
mod holds;
mod hostile;
mod import;
mod import_contradictions;
mod import_kept;
mod input;
mod judged;
#[cfg(unix)]
mod letters;
mod links;
mod made;
mod map;
mod mistakes;
mod names;
mod outcomes;
mod pair_figures;
mod pairs;
mod picture;
mod plurals;
#[cfg(unix)]
mod pty;
mod query;
#[cfg(unix)]
mod raw_pty;
mod readme;
mod record;
mod relative;
mod renewal;
mod series;
mod settings;
mod slips;
mod story;
mod topics;
mod types;
mod undo;
mod unrecorded;
mod visit;
mod votes;
