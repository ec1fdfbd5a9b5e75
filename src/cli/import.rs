//! `plenary import`: files of others into a record.

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::answer::{ImportOutcome, Undone};
use crate::import::{self, UndoError, save, save_over};
use crate::record::{Compared, FileKind, Origin, Record, write};
use crate::store;
use crate::user::{Open, user_file};

use super::args::ImportArgs;
use super::failure::Failure;
use super::letters;
use super::opened::open;
use super::output::{self, Output};

/// Where an import is written and how.
struct ImportTarget {
    path: PathBuf,
    kind: FileKind,
}

pub(super) fn run(args: &ImportArgs, file: Option<&Path>, output: &Output) -> Result<(), Failure> {
    if args.undo {
        return undo(file, output);
    }
    let origin = import::origin(&args.files)?;
    let mut base = base_of(args, file, origin)?;
    let target = target(args, &base, origin)?;
    // Of two imports into one record the second is laid over what the first one wrote.
    let _held = match target.as_ref().filter(|_| !args.dry_run && args.to.is_none()) {
        Some(target) => {
            let wait = || output::say(&format!("another import is writing {}; waiting", store::place(&target.path)));
            let held = store::hold(&target.path, wait);
            base = base_of(args, file, origin)?;
            held
        }
        None => None,
    };
    let base = base.record;
    let bar = progress(&args.files);
    let imported = import::read(&args.files, &base, &mut |bytes| bar.inc(bytes));
    bar.finish_and_clear();
    let imported = imported?;
    let changes = imported.changes(&base);
    let texts = imported.text_changes(&base);
    let findings = imported.findings.clone();
    let record = imported.over(&base)?;
    let rollcalls = changes.added + changes.changed + changes.renumbered;
    let nothing_new = rollcalls + texts.added + texts.changed == 0 && record.added_names() == base.added_names();
    let written = match target {
        Some(target) if !(args.dry_run || nothing_new && args.to.is_none()) => {
            save_as(&record, &target, args.to.is_none())?;
            Some(store::place(&target.path))
        }
        _ => None,
    };
    let outcome = ImportOutcome {
        changes,
        texts,
        left_out: findings.left_out,
        rows: findings.rows,
        written,
        dry_run: args.dry_run,
        warnings: findings.lines(),
    };
    for warning in &outcome.warnings {
        output::say(warning);
    }
    output.write(&outcome, &record)
}

/// The record that the import is laid over.
fn base_of(args: &ImportArgs, file: Option<&Path>, origin: Origin) -> Result<Open, Failure> {
    // The tables of unvotes are another universe: they never go over the embedded record.
    if args.new || (origin == Origin::Unvotes && file.is_none()) {
        let record = Record::empty(origin)?;
        return Ok(Open { record, file: None, kind: FileKind::Whole });
    }
    let base = open(file)?;
    if base.record.origin() != origin {
        return Err(Failure::bad(
            "the files and the record are of different sources, which are never mixed; use --new",
        ));
    }
    Ok(base)
}

/// Where to write: none in a dry run that names no place.
fn target(args: &ImportArgs, base: &Open, origin: Origin) -> Result<Option<ImportTarget>, Failure> {
    let path = match (&args.to, &base.file) {
        (Some(to), _) => {
            return match store::missing_folder(to) {
                Some(why) => Err(Failure::Bad(why)),
                None => Ok(Some(ImportTarget { path: to.clone(), kind: FileKind::Whole })),
            };
        }
        (None, Some(file)) => Some(file.clone()),
        // A dry run says what the import would.
        (None, None) if args.new || origin == Origin::Unvotes => {
            return Err(Failure::bad("a new record needs a file: add --to FILE"));
        }
        (None, None) if args.dry_run => return Ok(None),
        (None, None) => user_file(),
    };
    let path = path.ok_or_else(|| Failure::bad("there is no home folder to keep your record in: add --to FILE"))?;
    Ok(Some(ImportTarget { path, kind: base.kind }))
}

/// Writes the record, and keeps what was there if it is one that imports are laid over.
fn save_as(record: &Record, target: &ImportTarget, keep: bool) -> Result<(), Failure> {
    let write = |out: &mut dyn Write| match target.kind {
        FileKind::Whole => record.write(out),
        FileKind::Differences => {
            let embedded = Record::embedded().map_err(io::Error::other)?;
            let differs = |&(rollcall, votes): &(&_, &_)| embedded.compare(rollcall, votes) != Compared::Same;
            write(
                out,
                &record.heading(FileKind::Differences),
                record.entries().filter(differs),
                record.resolutions().iter().filter(|text| !embedded.resolutions().contains(text)),
            )
        }
    };
    let saved = if keep { save_over(&target.path, write) } else { save(&target.path, write) };
    Ok(saved?)
}

/// Brings back the record from before the last import.
fn undo(file: Option<&Path>, output: &Output) -> Result<(), Failure> {
    let path = file.map(Path::to_owned).or_else(user_file);
    let path = path.ok_or_else(|| Failure::bad("there is no home folder, so there is no record of yours"))?;
    let wait = || output::say(&format!("another import is writing {}; waiting", store::place(&path)));
    // Nothing is made where there is nothing.
    let _held = path.exists().then(|| store::hold(&path, wait));
    import::undo(&path).map_err(|error| match error {
        UndoError::Nothing(_) => Failure::Nothing(error.to_string()),
        _ => Failure::Bad(error.to_string()),
    })?;
    let record = open(file.filter(|_| path.exists()))?.record;
    output.write(&Undone::new(&record, store::place(&path)), &record)
}

/// A bar over the bytes of all files, on a terminal.
fn progress(files: &[PathBuf]) -> ProgressBar {
    if !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bytes = files.iter().filter_map(|file| Some(file.metadata().ok()?.len())).sum();
    let style = ProgressStyle::with_template("{bar:40} {percent}% {bytes} of {total_bytes}").map(|style| {
        let plain = *letters::fitting("█") != *"█";
        if plain { style.progress_chars("#- ") } else { style }
    });
    let bar = ProgressBar::with_draw_target(Some(bytes), ProgressDrawTarget::stderr());
    style.map_or_else(|_| bar.clone(), |style| bar.clone().with_style(style))
}
