//! Seats as an import meets them: known by code, new ones taken with their name, names followed through time.

use std::collections::HashMap;

use jiff::civil::Date;

use crate::record::{Index, MAX_SEATS, Member, MemberId, NameUsed, Record, SeatName, Text, fold};

use super::findings::{Findings, Odd};

/// The seats of the base record and those that the import adds.
pub(super) struct Seats {
    members: Vec<Member>,
    known: usize,
    by_code: HashMap<Vec<u8>, MemberId>,
    /// For each seat, the names it stood under in the files, the last one met at the end.
    names: Vec<Vec<Used>>,
}

struct Used {
    name: Vec<u8>,
    first: Date,
    last: Date,
}

impl Seats {
    pub(super) fn new(base: &Record) -> Self {
        let members: Vec<_> = base.members().iter().map(|(_, member)| member.clone()).collect();
        let by_code = members.iter().enumerate();
        let by_code = by_code.map(|(at, member)| (member.code.as_bytes().to_vec(), MemberId::from_index(at))).collect();
        let names = members.iter().map(|_| Vec::new()).collect();
        Self { known: members.len(), by_code, names, members }
    }

    pub(super) fn get(&self, id: MemberId) -> &Member {
        &self.members[id.index()]
    }

    /// How many seats were members on a day, by the days of admission and of the seats' ends.
    pub(super) fn on(&self, day: Date) -> usize {
        let there = |member: &&Member| {
            member.admitted.is_some_and(|admitted| admitted <= day) && member.ended.is_none_or(|ended| day <= ended)
        };
        self.members.iter().filter(there).count()
    }

    /// The seat with this code.
    pub(super) fn by_code(&self, code: &[u8]) -> Option<MemberId> {
        self.by_code.get(code).copied()
    }

    /// The code of a known seat that differs from `code` in nothing but capitals.
    pub(super) fn by_code_in_any_case(&self, code: &str) -> Option<&str> {
        self.members.iter().map(|member| member.code.as_ref()).find(|known| known.eq_ignore_ascii_case(code))
    }

    /// The only seat with this two-letter code, or else with this name or alias.
    pub(super) fn by_iso2_or_name(&self, iso2: &str, name: &str) -> Option<MemberId> {
        let name = fold(name);
        let find = |fits: &dyn Fn(&Member) -> bool| self.members.iter().position(fits).map(MemberId::from_index);
        let by_iso2 = || find(&|member| !iso2.is_empty() && member.iso2.as_deref() == Some(iso2));
        let names = |member: &Member| {
            let own = [Some(&member.name), member.official.as_ref()].into_iter().flatten();
            let used = member.names.iter().map(|used| &used.name);
            own.chain(used).chain(&member.aliases).any(|text| fold(text) == name)
        };
        by_iso2().or_else(|| find(&names))
    }

    /// The code of the seat that bears this name, of any time, if `own` is not among those that do.
    pub(super) fn bearer(&self, name: &str, own: Option<MemberId>) -> Option<&str> {
        let letters = |name: &str| fold(name).chars().filter(|letter| letter.is_alphanumeric()).collect::<String>();
        let name = letters(name);
        let bears = |member: &Member| {
            let own = std::iter::once(&member.name).chain(&member.official);
            let all = own.chain(member.names.iter().map(|used| &used.name)).chain(&member.aliases);
            all.into_iter().any(|text| letters(text) == name)
        };
        if name.is_empty() || own.is_some_and(|own| bears(self.get(own))) {
            return None;
        }
        self.members.iter().find(|member| bears(member)).map(|member| member.code.as_ref())
    }

    /// Takes a seat that is not known yet; none where there is no more room.
    pub(super) fn add(&mut self, code: &str, name: &str, findings: &mut Findings) -> Option<MemberId> {
        if self.members.len() == MAX_SEATS {
            return None;
        }
        let id = MemberId::from_index(self.members.len());
        self.members.push(Member::new(Text::Owned(code.to_owned()), Text::Owned(name.to_owned())));
        self.names.push(Vec::new());
        self.by_code.insert(code.as_bytes().to_vec(), id);
        findings.note(Odd::NewSeat, || format!("{code} {name}"));
        Some(id)
    }

    /// Notes that the seat stood under `name` on `day`. False for a name met for the first time in a cell of this seat,
    /// which the caller then checks and enters by [`Seats::enter`].
    pub(super) fn stood_under(&mut self, id: MemberId, name: &[u8], day: Date) -> bool {
        let names = &mut self.names[id.index()];
        let Some(at) = names.iter().rposition(|used| used.name == name) else { return false };
        let used = &mut names[at];
        used.first = used.first.min(day);
        used.last = used.last.max(day);
        let last = names.len() - 1;
        names.swap(at, last);
        true
    }

    /// Enters a name that [`Seats::stood_under`] did not know.
    pub(super) fn enter(&mut self, id: MemberId, name: &str, day: Date) {
        self.names[id.index()].push(Used { name: name.as_bytes().to_vec(), first: day, last: day });
    }

    /// The seats as they came in, and the names met that those of the base record do not have, with their first and last
    /// days.
    pub(super) fn finish(self, base: &Record, findings: &mut Findings) -> (Vec<Member>, Vec<SeatName>) {
        let mut added: Vec<SeatName> = base.added_names().to_vec();
        for (at, (member, names)) in self.members.iter().zip(self.names).enumerate() {
            for Used { name, first, last } in names {
                let name = String::from_utf8_lossy(&name).into_owned();
                if member.names.iter().any(|used| fold(&used.name) == fold(&name)) {
                    continue;
                }
                if at < self.known {
                    findings.note(Odd::NewName, || format!("{} {name}", member.code));
                }
                let used = NameUsed { name: Text::Owned(name), from: first, to: Some(last) };
                added.push(SeatName { code: member.code.clone(), used });
            }
        }
        added.sort_by(|a, b| (&a.code, a.used.from).cmp(&(&b.code, b.used.from)));
        (self.members, added)
    }
}
