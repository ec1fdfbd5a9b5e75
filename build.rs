//! Packs what the program carries: reads `assets` by the program's own rooms and writes what is read into a form that a
//! start need not parse.
#![expect(dead_code, unreachable_pub, unused_imports, reason = "the build uses some of what these rooms can do")]

#[path = "src/analysis/mod.rs"]
mod analysis;
#[path = "src/escape.rs"]
mod escape;
#[path = "src/query/mod.rs"]
mod query;
#[path = "src/record/mod.rs"]
mod record;

/// What the program carries: not there yet.
mod carried {
    pub(crate) static RECORD: &[u8] = &[];
    pub(crate) static SEATS: &[u8] = &[];
    pub(crate) static NOTES: &[u8] = &[];
    pub(crate) static DETAILS: &[u8] = &[];
    pub(crate) static RESOLUTIONS: &[u8] = &[];
    pub(crate) static TEXT_PLACES: &[u8] = &[];
    pub(crate) static DRAFTS: &[u8] = &[];
    pub(crate) static PLANES: &[u8] = &[];
    pub(crate) static TALLIES: &[u8] = &[];
    pub(crate) static CELLS: &[u8] = &[];
    pub(crate) static TOPICS: &[u8] = &[];
    pub(crate) static SERIES: &[u8] = &[];
    pub(crate) static WORDS: &str = "";
    pub(crate) static TEXTS: &str = "";
}

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use analysis::series::SeriesIndex;
use query::{Lexicon, SavedBlocs};
use record::{Assets, Packer, Record};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=assets");
    println!("cargo::rerun-if-changed=build.rs");
    let asset = |name: &str| fs::read_to_string(Path::new("assets").join(name));
    let record = Record::from_assets(&Assets {
        rollcalls: &asset("rollcalls.jsonl")?,
        council: &asset("council.jsonl")?,
        voeten: &asset("voeten.jsonl")?,
        texts: &asset("texts.jsonl")?,
        members: &asset("members.json")?,
        notes: &asset("notes.json")?,
    })?;
    let folder = env::var_os("OUT_DIR").ok_or("cargo names no folder to write to")?;
    let write = |name: &str, bytes: &[u8]| fs::write(Path::new(&folder).join(name), bytes);
    let mut packer = Packer::default();
    let pack = record.pack(&mut packer);
    write("record.bin", &pack.record)?;
    write("seats.bin", &pack.seats)?;
    write("notes.bin", &pack.notes)?;
    write("resolutions.bin", &pack.resolutions.texts)?;
    write("places.bin", &pack.resolutions.places)?;
    write("drafts.bin", &pack.drafts)?;
    write("planes.bin", &pack.planes)?;
    write("tallies.bin", &pack.tallies)?;
    let lexicon = Lexicon::new(&record, Ok(SavedBlocs::default()))?;
    let found = lexicon.pack(&mut packer)?;
    write("words.txt", found.words.as_bytes())?;
    write("cells.bin", &found.cells)?;
    write("topics.bin", &found.topics)?;
    SeriesIndex::new(&record)?.pack(&mut packer);
    write("series.bin", &packer.section())?;
    write("details.bin", &packer.details)?;
    write("texts.txt", packer.texts.as_bytes())?;
    Ok(())
}
