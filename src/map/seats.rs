//! Which seat an area shows: that of the member whose land it is or, before it had one, that of the seat it followed.

use crate::record::{MemberId, MemberSet, Members};

use super::{AreaId, World};

impl World {
    /// The seat that an area shows among those `present`: its member's own or, where that is not among them, the first
    /// of its predecessors that is. None for land whose members are not present, and for land without a seat.
    pub fn seat(&self, id: AreaId, members: &Members, present: &MemberSet) -> Option<MemberId> {
        let own = self.member(id)?;
        if present.contains(own) {
            return Some(own);
        }
        let before = members.get(own).predecessors.iter();
        before.filter_map(|code| members.by_code(code)).find(|&seat| present.contains(seat))
    }

    /// Those `present` that no area shows, since all members that followed them, if any did, sat beside them.
    pub fn beside(&self, members: &Members, present: &MemberSet) -> MemberSet {
        let shown: MemberSet = self.areas().filter_map(|(id, _)| self.seat(id, members, present)).collect();
        present - &shown
    }

    /// Those `present` whose vote the land of others shows, with these: ended seats and the members that followed them.
    pub fn stood_for(&self, members: &Members, present: &MemberSet) -> Vec<(MemberId, Vec<MemberId>)> {
        let mut stood: Vec<(MemberId, Vec<MemberId>)> = Vec::new();
        for (id, area) in self.areas() {
            let (Some(own), Some(seat)) = (area.member, self.seat(id, members, present)) else { continue };
            if own == seat {
                continue;
            }
            match stood.iter_mut().find(|(known, _)| *known == seat) {
                Some((_, lands)) => lands.push(own),
                None => stood.push((seat, vec![own])),
            }
        }
        stood
    }
}
