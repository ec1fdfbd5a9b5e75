//! What a record knows of adopted texts beside their votes, and of the drafts that became them.

use smallvec::SmallVec;

use super::Record;
use super::known_draft::KnownDraft;
use super::packed::{Packable, Unpacker};
use super::resolution::{Adoption, Resolution};
use super::session::Session;
use super::sets::{Index, RollCallId, TextId};
use super::voted::{Outcome, TextKind};
use crate::carried;

impl Record {
    /// The adopted texts that it knows of, beside the roll calls: those without a vote, and what is known of the drafts of
    /// others.
    pub fn resolutions(&self) -> &[Resolution] {
        self.resolutions.all()
    }

    /// An adopted text.
    pub fn text(&self, id: TextId) -> &Resolution {
        &self.resolutions()[id.index()]
    }

    /// The adopted texts that it knows of, each with what it is referred to by.
    pub fn texts(&self) -> impl ExactSizeIterator<Item = (TextId, &Resolution)> {
        self.resolutions().iter().enumerate().map(|(at, text)| (TextId::from_index(at), text))
    }

    /// The adopted text of this whole symbol, in any case.
    pub fn text_called(&self, symbol: &str) -> Option<TextId> {
        self.resolutions.at(symbol).map(TextId::from_index)
    }

    /// What is known of the text of a roll call beside its votes.
    pub fn resolution(&self, id: RollCallId) -> Option<&Resolution> {
        let rollcall = self.rollcall(id);
        let has_text = rollcall.outcome == Outcome::Adopted && rollcall.kind == TextKind::Resolution;
        self.resolutions.of(&rollcall.symbol).filter(|text| has_text && text.adopted != Adoption::WithoutVote)
    }

    /// The symbols of a roll call's drafts, from all that the record knows: also those of its text.
    pub fn all_drafts(&self, id: RollCallId) -> impl Iterator<Item = &str> {
        let of_text = self.resolution(id).into_iter().flat_map(|text| text.drafts.iter().map(AsRef::as_ref));
        let mut drafts: SmallVec<[&str; 2]> = SmallVec::new();
        for draft in self.drafts(id).chain(of_text) {
            if !drafts.contains(&draft) {
                drafts.push(draft);
            }
        }
        drafts.into_iter()
    }

    /// All drafts that it knows of, each with the roll call of the text that it became, in the order of the roll calls.
    pub fn known_drafts(&self) -> impl Iterator<Item = (RollCallId, &str)> {
        let known = self.known_drafts.get_or_init(|| {
            if self.is_carried() {
                return Packable::unpack(&mut Unpacker::new(carried::DRAFTS));
            }
            let ids = self.rollcalls().map(|(id, _)| id);
            ids.flat_map(|id| self.all_drafts(id).map(move |draft| KnownDraft { id, draft: draft.to_owned().into() }))
                .collect()
        });
        known.iter().map(|known| (known.id, known.draft.as_ref()))
    }

    /// The first and the last regular session of which it knows adopted texts.
    pub fn sessions_of_texts(&self) -> Option<(Session, Session)> {
        let sessions = self.resolutions().iter().filter_map(|text| text.session);
        let regular = sessions.filter(|session| matches!(session, Session::Regular(_)));
        regular.clone().min().zip(regular.max())
    }

    /// What a sponsor is called: a member by its name, another as it is written.
    pub fn sponsor<'a>(&'a self, written: &'a str) -> &'a str {
        self.members.by_code(written).map_or(written, |id| self.name(id))
    }
}
