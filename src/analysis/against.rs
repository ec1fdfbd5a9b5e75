//! Two records of the same votes compared: which roll calls are the same vote, and who differs.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::Serialize;

use crate::record::{Body, MemberId, MemberSet, Planes, Record, RollCall, RollCallId, Session, State};

/// A roll call of one record and the same vote in another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MatchedVote {
    /// In the record in use.
    pub here: RollCallId,
    /// In the other.
    pub there: RollCallId,
}

/// A member that differs on a roll call: none is no member.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Otherwise<'r> {
    /// The code of the member.
    pub code: &'r str,
    /// Its state in the record in use.
    pub here: Option<State>,
    /// Its state in the other.
    pub there: Option<State>,
}

/// Two records side by side.
#[derive(Debug)]
pub struct Against<'r> {
    here: &'r Record,
    there: &'r Record,
    /// The seats of both, by the codes that they share.
    seats: Vec<(&'r str, Option<MemberId>, Option<MemberId>)>,
    pairs: Vec<MatchedVote>,
}

/// Of the votes that both have cast, so many in a hundred are equal where both have one symbol.
const ALIKE: usize = 90;
/// And so many where the votes alone say that it is one roll call.
const NEARLY_THE_SAME: usize = 97;
/// Among how many more members another roll call must differ, for the nearest to be it.
const CLEARLY: usize = 3;

impl<'r> Against<'r> {
    /// Finds the roll calls of `there` that are those of `here`: by record number where both are of one source, then by
    /// symbol and session where the votes are alike (of several the nearest), then by the votes alone, in one session or
    /// year, where one is nearly the same and nearer than any other. Roll calls whose votes were not recorded by member are
    /// left out.
    pub fn new(here: &'r Record, there: &'r Record) -> Self {
        let mut seats: BTreeMap<&str, (Option<MemberId>, Option<MemberId>)> = BTreeMap::new();
        for (id, member) in here.members().iter() {
            seats.entry(&member.code).or_default().0 = Some(id);
        }
        for (id, member) in there.members().iter() {
            seats.entry(&member.code).or_default().1 = Some(id);
        }
        let seats = seats.into_iter().map(|(code, (here, there))| (code, here, there)).collect();
        let mut against = Self { here, there, seats, pairs: Vec::new() };
        against.pairs = against.matched();
        against
    }

    /// The roll calls that both have, in the order of the record in use.
    pub fn pairs(&self) -> &[MatchedVote] {
        &self.pairs
    }

    /// How many members have a row in one of the two.
    pub fn rows(&self, pair: MatchedVote) -> usize {
        self.states(pair).count()
    }

    /// The members that stand otherwise, by their codes. In a record without absences who has no row did not vote, if it
    /// was a member.
    pub fn otherwise(&self, pair: MatchedVote) -> Vec<Otherwise<'r>> {
        self.states(pair).filter(|one| one.here != one.there).collect()
    }

    fn states(&self, MatchedVote { here, there }: MatchedVote) -> impl Iterator<Item = Otherwise<'r>> {
        let of = |record: &'r Record, rollcall, seat: Option<MemberId>| {
            seat.map_or(State::NotMember, |seat| record.votes().state(rollcall, seat))
        };
        self.seats.iter().filter_map(move |&(code, seat_here, seat_there)| {
            let is = |state: State| (state != State::NotMember).then_some(state);
            let (mut a, mut b) = (is(of(self.here, here, seat_here)), is(of(self.there, there, seat_there)));
            if a.is_none() && b.is_none() {
                return None;
            }
            if !self.here.origin().has_absences() {
                a = a.or(Some(State::Absent));
            }
            if !self.there.origin().has_absences() {
                b = b.or(Some(State::Absent));
            }
            Some(Otherwise { code, here: a, there: b })
        })
    }

    fn matched(&self) -> Vec<MatchedVote> {
        let theirs = self.in_our_seats();
        let mut left: HashSet<RollCallId> =
            self.there.rollcalls().map(|(id, _)| id).filter(|&id| self.there.is_recorded(id)).collect();
        let mut found: BTreeMap<RollCallId, RollCallId> = BTreeMap::new();
        if self.here.origin() == self.there.origin() {
            for (id, rollcall) in self.here.rollcalls().filter(|&(id, _)| self.here.is_recorded(id)) {
                let same = self.there.by_number(rollcall.number).filter(|there| left.remove(there));
                found.extend(same.map(|there| (id, there)));
            }
        }
        self.by_symbol(&theirs, &mut left, &mut found);
        self.by_votes(&theirs, &mut left, &mut found);
        found.into_iter().map(|(here, there)| MatchedVote { here, there }).collect()
    }

    /// The roll calls here that no number found. What the Assembly did not adopt, and its parts, bear the symbols and often
    /// the votes of what it adopted: only the number tells which is which.
    fn without_number(&self, found: &BTreeMap<RollCallId, RollCallId>) -> Vec<(RollCallId, &'r RollCall)> {
        let whole = |id, rollcall: &RollCall| rollcall.body == Body::Council || self.here.usual().contains(id);
        let those = self.here.rollcalls().filter(|&(id, rollcall)| whole(id, rollcall) && self.here.is_recorded(id));
        those.filter(|(id, _)| !found.contains_key(id)).collect()
    }

    fn by_symbol(&self, theirs: &Theirs, left: &mut HashSet<RollCallId>, found: &mut BTreeMap<RollCallId, RollCallId>) {
        let mut bearing: HashMap<(Option<Session>, ResolutionKey), Vec<RollCallId>> = HashMap::new();
        for (id, rollcall) in self.there.rollcalls().filter(|(id, _)| left.contains(id)) {
            if let Some(key) = key(&rollcall.symbol) {
                bearing.entry((rollcall.session, key)).or_default().push(id);
            }
        }
        for (id, rollcall) in self.without_number(found) {
            let Some(key) = key(&rollcall.symbol) else { continue };
            let others = bearing.get(&(rollcall.session, key)).into_iter().flatten().copied();
            let ours = self.here.votes().of_rollcall(id);
            let alike =
                others.filter(|other| left.contains(other)).map(|other| (Nearness::of(ours, &theirs[&other]), other));
            let nearest =
                alike.filter(|(near, _)| near.is_alike(ALIKE)).min_by_key(|&(near, other)| (near.differ, other));
            if let Some((_, other)) = nearest {
                left.remove(&other);
                found.insert(id, other);
            }
        }
    }

    fn by_votes(&self, theirs: &Theirs, left: &mut HashSet<RollCallId>, found: &mut BTreeMap<RollCallId, RollCallId>) {
        let mut sessions: HashMap<Option<Session>, Vec<RollCallId>> = HashMap::new();
        let mut years: HashMap<i16, Vec<RollCallId>> = HashMap::new();
        for (id, rollcall) in self.there.rollcalls().filter(|(id, _)| left.contains(id)) {
            sessions.entry(rollcall.session).or_default().push(id);
            years.entry(rollcall.date.year()).or_default().push(id);
        }
        let mut nearest = Vec::new();
        for (id, rollcall) in self.without_number(found) {
            let ours = self.here.votes().of_rollcall(id);
            let year = rollcall.date.year();
            let others = sessions.get(&rollcall.session).into_iter().chain(years.get(&year)).flatten();
            let others: HashSet<_> = others.copied().collect();
            let mut near: Vec<_> =
                others.into_iter().map(|other| (Nearness::of(ours, &theirs[&other]), other)).collect();
            near.sort_by_key(|&(near, other)| (near.differ, other));
            let Some(&(first, other)) = near.first() else { continue };
            let same = |&(_, rival): &(Nearness, RollCallId)| theirs[&rival] == theirs[&other];
            let rival = near.iter().skip(1).find(|rival| !same(rival));
            let is_clear = rival.is_none_or(|(rival, _)| rival.differ > first.differ + CLEARLY);
            if is_clear && first.is_alike(NEARLY_THE_SAME) && 20 * first.differ <= first.rows {
                nearest.push((first.differ, id, other));
            }
        }
        nearest.sort_unstable();
        for (_, id, other) in nearest {
            if left.remove(&other) {
                found.insert(id, other);
            }
        }
    }

    /// The votes of the other record by the seats of the one in use; in a record without absences who did not vote is left
    /// out on both sides.
    fn in_our_seats(&self) -> Theirs {
        let seat: HashMap<MemberId, MemberId> = self.seats.iter().filter_map(|&(_, a, b)| Some((b?, a?))).collect();
        let turned = |votes: &Planes<MemberSet>| {
            let turned = |plane: &MemberSet| plane.iter().filter_map(|id| seat.get(&id).copied()).collect();
            Planes {
                yes: turned(&votes.yes),
                no: turned(&votes.no),
                abstain: turned(&votes.abstain),
                absent: turned(&votes.absent),
            }
        };
        self.there.rollcalls().map(|(id, _)| (id, turned(self.there.votes().of_rollcall(id)))).collect()
    }
}

type Theirs = HashMap<RollCallId, Planes<MemberSet>>;

/// How near two roll calls are to each other, in votes.
#[derive(Clone, Copy, Debug)]
struct Nearness {
    /// Members that cast a vote on both.
    both: usize,
    /// Those that cast the same.
    equal: usize,
    /// Members that cast a vote on either, and not the same on both.
    differ: usize,
    /// Members that cast a vote on either.
    rows: usize,
}

impl Nearness {
    fn of(a: &Planes<MemberSet>, b: &Planes<MemberSet>) -> Self {
        let equal = a.yes.count_both(&b.yes) + a.no.count_both(&b.no) + a.abstain.count_both(&b.abstain);
        let (ours, theirs) = (a.cast(), b.cast());
        let both = ours.count_both(&theirs);
        let rows = ours.len() + theirs.len() - both;
        Self { both, equal, differ: rows - equal, rows }
    }

    /// Whether so many in a hundred of the votes that both have are equal, and most members have one on both.
    fn is_alike(self, in_a_hundred: usize) -> bool {
        2 * self.both > self.rows && 100 * self.equal >= in_a_hundred * self.both
    }
}

/// The number of a resolution and the letter of its part.
type ResolutionKey = (u32, String);

/// What two ways to write a symbol have in common: `A/RES/74/226` and `R/74/226`, `A/RES/2588(XXIV)[B]` and `R/24/2588B`.
fn key(symbol: &str) -> Option<ResolutionKey> {
    let symbol = symbol.to_ascii_uppercase();
    let rest = symbol.strip_prefix("A/RES/").or_else(|| symbol.strip_prefix("R/"))?;
    let last = rest.rsplit_once('/').map_or(rest, |(_, last)| last);
    let digits = last.bytes().take_while(u8::is_ascii_digit).count();
    let (number, part) = last.split_at(digits);
    // Old symbols have the session in round brackets after the number.
    let part = match part.strip_prefix('(').and_then(|part| part.split_once(')')) {
        Some((_, part)) => part,
        None => part,
    };
    Some((number.parse().ok()?, part.chars().filter(char::is_ascii_alphanumeric).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_symbol_is_known_in_both_ways_of_writing_it() {
        let part = |number, part: &str| Some((number, part.to_owned()));
        for (symbol, expected) in [
            ("A/RES/74/226", part(226, "")),
            ("R/74/226", part(226, "")),
            ("A/RES/2588(XXIV)[B]", part(2588, "B")),
            ("R/24/2588B", part(2588, "B")),
            ("A/RES/38/183G", part(183, "G")),
            ("A/RES/ES-10/13", part(13, "")),
            ("SS/1/59", None),
            ("", None),
        ] {
            assert_eq!(key(symbol), expected, "{symbol}");
        }
    }
}
