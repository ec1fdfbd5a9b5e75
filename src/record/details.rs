//! What is rarely asked of a roll call: read of what the program carries when it is, and kept then.

use std::sync::OnceLock;

use super::packed::{Packable, Packer, Unpacker, packed};
use super::sets::MemberSet;
use super::stated::Stated;
use super::text::{Text, Texts};

/// What a source says of a roll call beside what it was on, when and how it ended.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Details {
    /// The permanent members for whose no it failed, as the source has it; nobody unless it was vetoed.
    pub veto: MemberSet,
    /// Titles of the agenda items.
    pub agenda: Texts,
    /// The library's subject headings; hardly any before 1983.
    pub subjects: Texts,
    /// Symbols of the meeting's record.
    pub meeting: Texts,
    /// Symbols of the committee's report.
    pub report: Texts,
    /// Symbols of the drafts.
    pub drafts: Texts,
    /// What the source says was decided, where it gives more than a title (`unvotes`).
    pub description: Option<Text>,
    /// The source's remark on the vote, or what the importer found odd.
    pub note: Option<Text>,
    /// The totals that the source states, where its rows do not give them.
    pub stated: Option<Box<Stated>>,
    /// Where to read it, if not at the place that the record number gives.
    pub link: Option<Text>,
    /// Whether the vote was on an amendment; none where the source does not say.
    pub amendment: Option<bool>,
    /// Whether the vote was on a paragraph or part; none where the source does not say.
    pub paragraph: Option<bool>,
}

packed!(Details {
    veto,
    agenda,
    subjects,
    meeting,
    report,
    drafts,
    description,
    note,
    stated,
    link,
    amendment,
    paragraph
});

impl Details {
    /// Whether it has any of what few roll calls have and questions about all of them look for.
    fn has_rare(&self) -> bool {
        !self.veto.is_empty() || !self.drafts.is_empty() || self.stated.is_some()
    }

    /// Nothing said.
    pub(super) fn none() -> &'static Self {
        static NONE: OnceLock<Details> = OnceLock::new();
        NONE.get_or_init(Self::default)
    }
}

/// The details of a roll call, or where they are packed.
#[derive(Clone, Debug)]
pub struct LaterDetails {
    at: u32,
    rare: bool,
    read: OnceLock<Box<Details>>,
}

impl LaterDetails {
    pub(super) fn all(&self) -> &Details {
        self.read.get_or_init(|| Packable::unpack(&mut Unpacker::details(self.at)))
    }

    /// All, where there is something rare among them, else nothing said.
    pub(super) fn rare(&self) -> &Details {
        if self.rare { self.all() } else { Details::none() }
    }
}

impl From<Details> for LaterDetails {
    fn from(details: Details) -> Self {
        Self { at: 0, rare: true, read: OnceLock::from(Box::new(details)) }
    }
}

impl PartialEq for LaterDetails {
    fn eq(&self, other: &Self) -> bool {
        self.all() == other.all()
    }
}

impl Eq for LaterDetails {}

impl Packable for LaterDetails {
    fn pack(&self, to: &mut Packer) {
        self.all().has_rare().pack(to);
        to.later(self.all());
    }
    fn unpack(from: &mut Unpacker) -> Self {
        let rare = bool::unpack(from);
        Self { rare, at: u32::unpack(from), read: OnceLock::new() }
    }
}
