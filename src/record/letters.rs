//! How a line of the record's file has the votes: a letter a seat or, where few voted, each letter with who voted this way.

use std::borrow::Cow;
use std::collections::HashMap;

use super::sets::{Index, MAX_SEATS, MemberId, MemberSet};
use super::text::counted;
use super::votes::{Planes, State};

/// The seats of a file, in the order of its header.
pub(super) struct SeatOrder<'h> {
    members: Vec<MemberId>,
    by_code: HashMap<&'h str, MemberId>,
}

impl<'h> SeatOrder<'h> {
    /// The seats of these codes are `members`, in their order.
    pub(super) fn new(codes: &'h [Cow<'_, str>], members: Vec<MemberId>) -> Self {
        let by_code = codes.iter().map(AsRef::as_ref).zip(members.iter().copied()).collect();
        Self { members, by_code }
    }

    pub(super) fn by_code(&self, code: &str) -> Option<MemberId> {
        self.by_code.get(code).copied()
    }
}

/// The votes of a roll call as a line has them: a letter a seat or, where few voted, each letter with who voted this way.
pub(super) fn read_votes(written: &str, order: &SeatOrder<'_>) -> Result<Planes<MemberSet>, String> {
    if written.contains(':') { read_few(written, order) } else { read_letters(written, &order.members) }
}

/// The votes written as `Y:CHN FRA;N:RUS`.
fn read_few(written: &str, order: &SeatOrder<'_>) -> Result<Planes<MemberSet>, String> {
    let mut votes = Planes::<MemberSet>::EMPTY;
    for part in written.split(';') {
        let (letter, codes) = part.split_once(':').unwrap_or((part, ""));
        let mut letters = letter.chars();
        let state = letters.next().and_then(State::from_letter).filter(|_| letters.next().is_none());
        let state = state.filter(|&state| state != State::NotMember);
        let state = state.ok_or_else(|| format!("the vote '{}' is not Y, N, A or X", letter.escape_debug()))?;
        for code in codes.split_whitespace() {
            let id = order.by_code(code);
            let id = id.ok_or_else(|| format!("\"{}\" is no seat of this file", code.escape_debug()))?;
            if votes.state(id) != State::NotMember {
                return Err(format!("{code} votes twice"));
            }
            votes.set(id, state);
        }
    }
    Ok(if votes.is_recorded() { votes } else { Planes::EMPTY })
}

/// The votes of a body of which few have a seat.
pub(super) fn write_few(votes: &Planes<MemberSet>, seats: &[&str]) -> String {
    let parts = State::OF_MEMBERS.iter().filter_map(|&state| {
        let codes: Vec<_> = votes.of(state)?.iter().map(|id| seats[id.index()]).collect();
        (!codes.is_empty()).then(|| format!("{}:{}", state.letter(), codes.join(" ")))
    });
    let written = parts.collect::<Vec<_>>().join(";");
    // Where nobody's vote is known.
    if written.is_empty() { "X:".to_owned() } else { written }
}

/// The letter of each of so many seats.
pub(super) fn write_letters(votes: &Planes<MemberSet>, seats: usize) -> String {
    let mut letters = vec![State::NotMember.letter(); seats];
    for state in State::OF_MEMBERS {
        for member in votes.of(state).into_iter().flat_map(MemberSet::iter) {
            if let Some(letter) = letters.get_mut(member.index()) {
                *letter = state.letter();
            }
        }
    }
    letters.into_iter().collect()
}

/// The states that the letters of a line give the members of `order`.
fn read_letters(letters: &str, order: &[MemberId]) -> Result<Planes<MemberSet>, String> {
    if letters.len() != order.len() {
        return Err(format!(
            "{} of votes for {}",
            counted(letters.chars().count(), "letter"),
            counted(order.len(), "seat")
        ));
    }
    // A million letters are read at every start: each goes into the set of its letter without a branch, and one that
    // stands for no state is looked for afterwards.
    let mut sets = [[0_u64; MAX_SEATS / 64]; 8];
    for (letter, member) in letters.bytes().zip(order) {
        let set = &mut sets[usize::from(STATE_OF_LETTER[usize::from(letter)] & 7)];
        let at = member.index() & (MAX_SEATS - 1);
        set[at / 64] |= 1 << (at % 64);
    }
    let [yes, no, abstain, absent, _, none, ..] = sets.map(MemberSet::from_words);
    if !none.is_empty() {
        let wrong = letters.chars().find(|&letter| State::from_letter(letter).is_none()).unwrap_or_default();
        return Err(format!("the vote '{}' is not Y, N, A, X or '.'", wrong.escape_debug()));
    }
    let votes = Planes { yes, no, abstain, absent };
    // Where nobody cast a vote the votes were not recorded by member: a row there says nothing of its member.
    Ok(if votes.is_recorded() { votes } else { Planes::EMPTY })
}

/// The position in [`State::ALL`] of the state that each letter stands for, or the one after them.
static STATE_OF_LETTER: [u8; 256] = {
    let mut table = [State::ALL.len() as u8; 256];
    let mut at = 0;
    while at < State::ALL.len() {
        table[State::ALL[at].letter() as usize] = at as u8;
        at += 1;
    }
    table
};
