//! The series of the record that the program carries, as the build found them.

use std::collections::HashMap;

use crate::carried;
use crate::record::{Index, Packable, Packer, RollCallId, Text, Unpacker};

use super::SeriesIndex;
use super::drift::JoinedTitle;

impl SeriesIndex {
    /// Packs what the program is to carry.
    pub fn pack(&self, to: &mut Packer) {
        self.titles.pack(to);
        self.behind.pack(to);
        for (at, earlier) in self.earlier.iter().enumerate() {
            match earlier {
                None => to.number(0),
                Some((earlier, link)) => {
                    to.number((at - earlier.index()) as u64);
                    link.pack(to);
                    self.reasons.get(&RollCallId::from_index(at)).cloned().pack(to);
                }
            }
        }
    }

    pub(super) fn carried(rollcalls: usize) -> Self {
        let mut from = Unpacker::new(carried::SERIES);
        let titles: Vec<JoinedTitle> = Packable::unpack(&mut from);
        let behind = Packable::unpack(&mut from);
        let mut title_of = vec![None; rollcalls];
        for (at, title) in titles.iter().enumerate() {
            for id in &title.rollcalls {
                title_of[id.index()] = Some(at);
            }
        }
        let mut index = Self {
            earlier: vec![None; rollcalls],
            later: vec![None; rollcalls],
            titles,
            title_of,
            behind,
            reasons: HashMap::new(),
        };
        for at in 0..rollcalls {
            let back = from.number() as usize;
            if back == 0 {
                continue;
            }
            let (id, earlier) = (RollCallId::from_index(at), RollCallId::from_index(at - back));
            index.earlier[at] = Some((earlier, Packable::unpack(&mut from)));
            index.later[at - back] = Some(id);
            if let Some(reason) = Option::<Text>::unpack(&mut from) {
                index.reasons.insert(id, reason);
            }
        }
        index
    }
}
