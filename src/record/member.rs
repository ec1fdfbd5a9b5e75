//! Members as seats: one code through all the names that a seat voted under.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::packed::packed;
use super::sets::{Index, MemberId, MemberSet};
use super::text::{Text, fold};

/// A seat in the Assembly.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// Three letters, the key of the seat: `RUS` is the Soviet Union's seat too.
    pub code: Text,
    /// Two letters, for those that have them.
    pub iso2: Option<Text>,
    /// The short name that people use today.
    pub name: Text,
    /// The official name.
    pub official: Option<Text>,
    /// The regional group of today (or, for an ended seat, its last one).
    pub group: Option<Text>,
    /// The subregion of the UN's statistical standard M49.
    pub subregion: Option<Text>,
    /// The day of admission.
    pub admitted: Option<Date>,
    /// The day on which the seat ended.
    pub ended: Option<Date>,
    /// The names under which it is in the record's source, in the order of their first days.
    #[serde(default)]
    pub names: Vec<NameUsed>,
    /// Other names that people use for it.
    #[serde(default)]
    pub aliases: Vec<Text>,
    /// Who held the seat before it passed to another government of the same state.
    pub held_before: Option<HeldBefore>,
    /// Seats that this one followed.
    #[serde(default)]
    pub predecessors: Vec<Text>,
    /// Seats that followed this one.
    #[serde(default)]
    pub successors: Vec<Text>,
    /// What a reader of its votes must know: who held the seat, where it has gaps.
    pub note: Option<Text>,
}

packed!(Member {
    code,
    iso2,
    name,
    official,
    group,
    subregion,
    admitted,
    ended,
    names,
    aliases,
    held_before,
    predecessors,
    successors,
    note
});

impl Member {
    /// A seat of which only the code and the name are known.
    pub fn new(code: Text, name: Text) -> Self {
        Self {
            code,
            iso2: None,
            name,
            official: None,
            group: None,
            subregion: None,
            admitted: None,
            ended: None,
            names: Vec::new(),
            aliases: Vec::new(),
            held_before: None,
            predecessors: Vec::new(),
            successors: Vec::new(),
            note: None,
        }
    }

    /// The name under which it is in the source on a day, where that is not its name of today; where the source has
    /// two, the one of the shorter time.
    pub fn name_on(&self, day: Date) -> Option<&str> {
        let last = |used: &NameUsed| used.to.unwrap_or(Date::MAX);
        let then = self.names.iter().filter(|used| used.from <= day && day <= last(used));
        let then = then.min_by_key(|used| (last(used) - used.from).get_days())?;
        (then.to.is_some() && fold(&then.name) != fold(&self.name)).then_some(then.name.as_ref())
    }
}

/// A government that held a seat and is still known by names of its own.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct HeldBefore {
    /// What it is called, its name first; all of them are aliases of the member.
    pub names: Vec<Text>,
    /// The last day on which it held the seat.
    pub until: Date,
}

packed!(HeldBefore { names, until });

/// A name under which a seat is in the source, with the days of its first and last use there. Periods may
/// overlap, since the library relabelled some rows; they do not say when a state took the name.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct NameUsed {
    /// The name.
    pub name: Text,
    /// The first roll call under it.
    pub from: Date,
    /// The last roll call under it; none while it is in use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
}

packed!(NameUsed { name, from, to });

/// The day that `text` names as `2025-02-24`, and in no other form.
pub fn parse_day(text: &str) -> Option<Date> {
    let written = |byte: u8| byte.is_ascii_digit() || byte == b'-';
    let plain = text.len() == 10 && text.bytes().all(written);
    plain.then(|| text.parse().ok())?
}

/// The seats of a record.
#[derive(Clone, Debug)]
pub struct Members {
    seats: Vec<Member>,
    by_code: Vec<MemberId>,
}

impl Members {
    /// The seats in the order that the record gives them.
    pub(super) fn new(seats: Vec<Member>) -> Self {
        let mut by_code: Vec<_> = (0..seats.len()).map(MemberId::from_index).collect();
        by_code.sort_by(|a, b| seats[a.index()].code.cmp(&seats[b.index()].code));
        Self { seats, by_code }
    }

    /// The short name of a member that people use today.
    pub fn name(&self, id: MemberId) -> &str {
        &self.get(id).name
    }

    /// The code of a member's seat.
    pub fn code(&self, id: MemberId) -> &str {
        &self.get(id).code
    }

    /// How many seats there are.
    pub fn len(&self) -> usize {
        self.seats.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.seats.is_empty()
    }

    /// The seat at `id`.
    pub fn get(&self, id: MemberId) -> &Member {
        &self.seats[id.index()]
    }

    /// The seat with exactly this code.
    pub fn by_code(&self, code: &str) -> Option<MemberId> {
        let found = self.by_code.binary_search_by(|&id| self.get(id).code.as_ref().cmp(code));
        found.ok().map(|at| self.by_code[at])
    }

    /// All seats, by their codes.
    pub fn by_codes(&self) -> impl Iterator<Item = MemberId> {
        self.by_code.iter().copied()
    }

    /// All seats, in the record's order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (MemberId, &Member)> {
        self.seats.iter().enumerate().map(|(at, member)| (MemberId::from_index(at), member))
    }

    /// Those of `members` by what `group` says of their seats, the groups by name; at the end those in none.
    pub fn grouped<'m>(
        &'m self,
        members: &MemberSet,
        group: impl Fn(&'m Member) -> Option<&'m str>,
    ) -> Vec<(Option<&'m str>, MemberSet)> {
        let mut groups: BTreeMap<(bool, Option<&str>), MemberSet> = BTreeMap::new();
        for (id, member) in self.iter().filter(|&(id, _)| members.contains(id)) {
            let name = group(member);
            groups.entry((name.is_none(), name)).or_insert(MemberSet::EMPTY).insert(id);
        }
        groups.into_iter().map(|((_, name), members)| (name, members)).collect()
    }

    /// All seats, in the order of their short names without regard to accents.
    pub fn by_name(&self) -> Vec<MemberId> {
        let mut ids: Vec<_> = self.iter().map(|(id, member)| (fold(&member.name), id)).collect();
        ids.sort();
        ids.into_iter().map(|(_, id)| id).collect()
    }
}
