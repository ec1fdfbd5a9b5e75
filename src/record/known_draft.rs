//! A draft, by the text that it became.

use super::packed::packed;
use super::sets::RollCallId;
use super::text::Text;

/// A draft and the roll call of the text that it became.
#[derive(Debug)]
pub(super) struct KnownDraft {
    pub(super) id: RollCallId,
    pub(super) draft: Text,
}

packed!(KnownDraft { id, draft });
