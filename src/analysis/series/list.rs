//! Series that the words of titles do not show, kept by hand.

use serde::Deserialize;

static SERIES: &str = include_str!("../../../assets/series.json");

/// Resolutions that follow one another.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ListedSeries {
    /// Their symbols, oldest first.
    pub symbols: Vec<String>,
    /// Why they are one series, in a sentence.
    pub why: String,
}

/// All entries of the asset.
pub(super) fn all() -> Result<Vec<ListedSeries>, String> {
    serde_json::from_str(SERIES).map_err(|error| format!("assets/series.json: {error}"))
}
