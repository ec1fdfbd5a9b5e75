//! What an import found odd: taken as it is, and said.

use crate::record::counted;

/// How many findings of one kind are spelled out.
const SPELLED_OUT: usize = 3;

/// A kind of oddity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Odd {
    /// The totals that a roll call states are not those of its rows.
    Tally,
    /// Such a roll call, where the record has one whose rows are those of its totals.
    Kept,
    /// A roll call without a vote of anybody, where the record has its votes.
    KeptVotes,
    /// A roll call with less than half of the votes that the record has.
    KeptCast,
    /// A roll call that the record lacks, and of which rows are missing.
    Cut,
    /// A cell that should be the same on all rows of a roll call is not; the first is kept.
    Rows,
    /// A roll call that two of the files have, with another title or other words about it.
    Twice,
    /// A roll call that the record has with another symbol, day or title.
    OtherText,
    /// A roll call that the record has under another number, with the same symbol, day and votes.
    Twin,
    /// A roll call on which the record has members that the file lacks.
    Fewer,
    /// A roll call on which the record has votes cast by members that are absent in the file.
    Silent,
    /// A roll call with votes of fewer than half of the day's members, from a source that leaves absences out.
    Few,
    /// A roll call that appears twice, once as vetoed and once as without a majority.
    TwoOutcomes,
    /// Rows of a member from before its admission.
    BeforeAdmission,
    /// Rows of a seat from after its end.
    AfterEnd,
    /// A code that the program's own table of members lacks.
    NewSeat,
    /// A name that a known seat did not have.
    NewName,
    /// A text that a table has twice.
    TextTwice,
    /// A text that is said to have been adopted without a vote, where the record has one by name.
    TextVoted,
    /// A text whose totals are not those of its roll call.
    TextTotals,
    /// An issue or a vote of a roll call that is not in the table of roll calls.
    NoRollCall,
}

impl Odd {
    fn text(self, count: usize) -> String {
        let (one, many) = self.of_rollcalls().unwrap_or_else(|| self.of_rows());
        format!("{count} {}", if count == 1 { one } else { many })
    }

    /// One and many of what is odd about a roll call.
    fn of_rollcalls(self) -> Option<(&'static str, &'static str)> {
        Some(match self {
            Self::Tally => (
                "roll call states totals that its rows contradict",
                "roll calls state totals that their rows contradict",
            ),
            Self::Kept => (
                "roll call has rows that do not give its totals; the record keeps its own",
                "roll calls have rows that do not give their totals; the record keeps its own",
            ),
            Self::KeptVotes => (
                "roll call has no member's vote; the record keeps its own",
                "roll calls have no member's vote; the record keeps its own",
            ),
            Self::KeptCast => (
                "roll call has less than half of the votes cast that the record has; the record keeps its own",
                "roll calls have less than half of the votes cast that the record has; the record keeps its own",
            ),
            Self::Cut => (
                "roll call lacks rows and is left out; if the file was cut off, fetch it again",
                "roll calls lack rows and are left out; if the file was cut off, fetch it again",
            ),
            Self::Rows => (
                "cell differs between rows of one roll call; the first is kept",
                "cells differ between rows of one roll call; the first is kept",
            ),
            Self::Twice => (
                "roll call is in two files with the same votes and another description; the later file's is taken",
                "roll calls are in two files with the same votes and other descriptions; the later file's are taken",
            ),
            Self::OtherText => (
                "roll call has another symbol, day or title than the record had; the file's are taken",
                "roll calls have another symbol, day or title than the record had; the file's are taken",
            ),
            Self::Twin => (
                "roll call is in the record with the same symbol, day and votes under another number; both are kept",
                "roll calls are in the record with the same symbol, day and votes under other numbers; both are kept",
            ),
            Self::Fewer | Self::Silent => ("roll call", "roll calls"),
            Self::TwoOutcomes => (
                "roll call appears twice, vetoed and without a majority; the vetoed one is kept",
                "roll calls appear twice, vetoed and without a majority; the vetoed ones are kept",
            ),
            Self::Few => (
                "roll call has votes of fewer than half of the members; if the file was cut off, fetch it again",
                "roll calls have votes of fewer than half of the members; if the file was cut off, fetch it again",
            ),
            _ => return None,
        })
    }

    /// One and many of what is odd about rows, seats and texts.
    fn of_rows(self) -> (&'static str, &'static str) {
        match self {
            Self::BeforeAdmission => {
                ("row is from before the member's admission; kept", "rows are from before the member's admission; kept")
            }
            Self::AfterEnd => ("row is from after the seat's end; kept", "rows are from after the seat's end; kept"),
            Self::NewSeat => ("new seat", "new seats"),
            Self::NewName => ("new name of a known seat", "new names of known seats"),
            Self::TextTwice => ("text appears twice; the last is kept", "texts appear twice; the last is kept"),
            Self::TextVoted => (
                "text is listed as adopted without a vote, but the record has members' votes; left out",
                "texts are listed as adopted without a vote, but the record has members' votes; left out",
            ),
            Self::TextTotals => (
                "text has totals that the votes of its roll call contradict",
                "texts have totals that the votes of their roll calls contradict",
            ),
            Self::NoRollCall => (
                "row is of a roll call that is in no table; left out",
                "rows are of a roll call that is in no table; left out",
            ),
            _ => ("finding", "findings"),
        }
    }
}

/// What an import counted and found.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    /// Rows read.
    pub rows: u64,
    /// Control characters, escape sequences and direction marks taken out, counted in characters.
    pub removed: usize,
    /// Roll calls that were not taken.
    pub left_out: usize,
    /// Members that the record has on roll calls on which the files have them no more.
    pub(super) fewer: usize,
    /// Votes cast in the record where the files have absences.
    pub(super) silent: usize,
    odd: Vec<(Odd, usize, Vec<String>)>,
}

impl Findings {
    /// Notes one oddity.
    pub(super) fn note(&mut self, odd: Odd, what: impl FnOnce() -> String) {
        let at = match self.odd.iter().position(|(known, ..)| *known == odd) {
            Some(at) => at,
            None => {
                self.odd.push((odd, 0, Vec::new()));
                self.odd.len() - 1
            }
        };
        let (_, count, examples) = &mut self.odd[at];
        *count += 1;
        if examples.len() < SPELLED_OUT {
            examples.push(what());
        }
    }

    /// Notes a roll call that is not taken.
    pub(super) fn leave_out(&mut self, odd: Odd, what: impl FnOnce() -> String) {
        self.left_out += 1;
        self.note(odd, what);
    }

    /// A line for each kind of oddity, with its first examples.
    pub fn lines(&self) -> Vec<String> {
        let mut odd: Vec<_> = self.odd.iter().collect();
        odd.sort_by_key(|(odd, ..)| *odd);
        let mut lines: Vec<_> = odd
            .into_iter()
            .map(|(odd, count, examples)| {
                let more = if *count > examples.len() { ", …" } else { "" };
                let text = odd.text(*count);
                let text = match odd {
                    Odd::Fewer => format!("{} fewer than before on {text}", counted(self.fewer, "member")),
                    Odd::Silent => format!("{} cast before, absent now, on {text}", counted(self.silent, "vote")),
                    _ => text,
                };
                format!("{text}: {}{more}", examples.join(", "))
            })
            .collect();
        if self.removed > 0 {
            let marks = match self.removed {
                1 => "1 control character or direction mark".to_owned(),
                many => format!("{many} control characters or direction marks"),
            };
            lines.push(format!("{marks} taken out of the texts"));
        }
        lines
    }
}
