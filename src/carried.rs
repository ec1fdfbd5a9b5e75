//! What the program carries: `assets`, packed by the build (`build.rs`). Nothing of it is parsed at a start.

macro_rules! packed {
    ($file:literal) => {
        include_bytes!(concat!(env!("OUT_DIR"), "/", $file))
    };
}

/// What is read of the record at a start.
pub(crate) static RECORD: &[u8] = packed!("record.bin");
/// The seats.
pub(crate) static SEATS: &[u8] = packed!("seats.bin");
/// What is rarely asked of a roll call.
pub(crate) static DETAILS: &[u8] = packed!("details.bin");
/// Remarks on roll calls.
pub(crate) static NOTES: &[u8] = packed!("notes.bin");
/// The adopted texts.
pub(crate) static RESOLUTIONS: &[u8] = packed!("resolutions.bin");
/// Where the adopted text of each symbol is.
pub(crate) static TEXT_PLACES: &[u8] = packed!("places.bin");
/// The drafts, each with its roll call.
pub(crate) static DRAFTS: &[u8] = packed!("drafts.bin");
/// The votes by member.
pub(crate) static PLANES: &[u8] = packed!("planes.bin");
/// The counts of each roll call.
pub(crate) static TALLIES: &[u8] = packed!("tallies.bin");
/// Which part of the folded words is of which cell of which roll calls.
pub(crate) static CELLS: &[u8] = packed!("cells.bin");
/// The roll calls of each topic.
pub(crate) static TOPICS: &[u8] = packed!("topics.bin");
/// The series.
pub(crate) static SERIES: &[u8] = packed!("series.bin");
/// The folded words.
pub(crate) static WORDS: &str = include_str!(concat!(env!("OUT_DIR"), "/words.txt"));
/// All texts of these.
pub(crate) static TEXTS: &str = include_str!(concat!(env!("OUT_DIR"), "/texts.txt"));
