//! Members on two axes by how far they agree, from right to left.

use serde::Serialize;

use crate::analysis::{MemberPosition, places};
use crate::record::{MemberId, Record, RollCallSet};

use super::window::{Credit, Window};

/// The places of members over a set of roll calls, from right to left.
#[derive(Clone, Debug, Serialize)]
pub struct Positions<'r> {
    pub(crate) window: Window,
    pub(crate) explained: [Option<f64>; 2],
    pub(crate) members: Vec<Placed<'r>>,
    pub(crate) source: Credit,
    #[serde(skip)]
    pub(crate) many: usize,
    #[serde(skip)]
    pub(crate) few: usize,
}

/// A member on the two axes.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Placed<'r> {
    pub(crate) code: &'r str,
    #[serde(skip)]
    pub(crate) name: &'r str,
    pub(crate) x: f64,
    pub(crate) y: f64,
    #[serde(skip)]
    pub(crate) member: MemberId,
}

impl<'r> Positions<'r> {
    /// The places over `set`, which `window` says.
    pub fn new(record: &'r Record, window: Window, set: &RollCallSet) -> Self {
        let found = places(record, set);
        let placed = |place: &MemberPosition| {
            let member = record.members().get(place.member);
            Placed { code: &member.code, name: &member.name, x: place.x, y: place.y, member: place.member }
        };
        let mut members: Vec<_> = found.members.iter().map(placed).collect();
        members.sort_by(|a, b| b.x.total_cmp(&a.x));
        Self {
            source: window.credit.clone(),
            window,
            explained: found.explained,
            members,
            many: found.many,
            few: found.few,
        }
    }
}
