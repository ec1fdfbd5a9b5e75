//! The record in use, counted again: what was found, in words.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use crate::answer::Window;
use crate::answer::check::{Check, CheckedPart, Finding, Oddity, OddityRemark, Recount};
use crate::record::{RollCallRemark, Tally};

use super::text::thousands;
use super::{Answer, Block, Cell, Column, NOT_RECORDED, Table, counted};

impl CheckedPart {
    /// What was counted again.
    fn in_words(self) -> &'static str {
        match self {
            Self::Keys => "each key belongs to one roll call",
            Self::Order => "roll calls in the order of their days",
            Self::Tallies => "tallies, counted member by member",
            Self::Totals => "rows that give the stated totals",
            Self::Recorded => "votes recorded by member",
            Self::Turnout => "tallies of at least half of the members",
            Self::Memberships => "rows of members within their membership",
            Self::File => "the record's file, written and read again",
        }
    }
}

impl Oddity {
    /// What is odd, in a line.
    fn in_words(&self) -> String {
        match self {
            Self::SameNumber(number) => format!("record number {number} belongs to another roll call too"),
            Self::SameSymbol(symbol) => format!("symbol {symbol} belongs to another roll call too"),
            Self::OutOfOrder(date) => format!("{date} comes after a later roll call"),
            Self::VotesTwice(code) => format!("{code} votes twice"),
            Self::OtherTally { stored, counted } => format!("the tally is {stored:?}, its members are {counted:?}"),
            Self::Totals(totals) => totals.in_words(),
            Self::NotRecorded => NOT_RECORDED.to_owned(),
            Self::FewCast(tally) => {
                let Tally { yes, no, abstain, .. } = tally;
                let members = counted(tally.members().into(), "member");
                format!("{yes}–{no}–{abstain}: {} of {members} cast a vote", tally.cast())
            }
            Self::BeforeAdmission { code, admitted } => format!("{code} has a row, but was admitted on {admitted}"),
            Self::AfterEnd { code, ended } => format!("{code} has a row, but its seat ended on {ended}"),
            Self::OtherChecksum => "its checksum changed".to_owned(),
            Self::Unreadable(why) => why.clone(),
        }
    }
}

impl OddityRemark {
    /// What the record says of it.
    fn in_words(&self) -> Cow<'_, str> {
        match self {
            Self::Said(remarks) => remarks.iter().map(RollCallRemark::in_words).collect::<Vec<_>>().join(" ").into(),
            Self::ByDay(remark) => Cow::Borrowed(remark),
            Self::Marked => Cow::Borrowed("marked as such, and counted in no figure"),
        }
    }
}

impl Serialize for CheckedPart {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.in_words())
    }
}

impl Serialize for Oddity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.in_words())
    }
}

impl Serialize for OddityRemark {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.in_words())
    }
}

impl Check {
    /// What the checks found, or what of it is remarked on.
    fn listed(&self, of: impl Fn(&Recount) -> &Vec<Finding>) -> Table {
        let found = self.checks.iter().flat_map(|check| of(check).iter().map(move |finding| (check.name, finding)));
        let row = |(name, finding): (CheckedPart, &Finding)| {
            let number = finding.rollcall.map_or(Cell::Undefined, |number| Cell::Count(number.into()));
            let remark =
                finding.remark.as_ref().map_or(Cell::Undefined, |remark| Cell::Text(remark.in_words().into_owned()));
            vec![
                name.in_words().into(),
                number,
                finding.symbol.as_str().into(),
                Cell::Text(finding.what.in_words()),
                remark,
            ]
        };
        let columns = ["check", "rollcall", "symbol", "found"].map(Column::new).into_iter();
        Table { columns: columns.chain([Column::giving_way("remark")]).collect(), rows: found.map(row).collect() }
    }
}

impl Answer for Check {
    fn blocks(&self) -> Vec<Block> {
        let row = |part: &Recount| {
            let remarked = part.remarked as u64;
            let counts = [part.checked as u64, part.found.len() as u64, remarked].map(Cell::Count);
            [Cell::from(part.name.in_words())].into_iter().chain(counts).collect()
        };
        let columns = ["what", "checked", "odd", "odd, with a remark"].map(Column::new).into();
        let table = Table { columns, rows: self.checks.iter().map(row).collect() };
        let odd: usize = self.checks.iter().map(|check| check.found.len()).sum();
        let remarked: usize = self.checks.iter().map(|check| check.remarks.len()).sum();
        let result = if odd == 0 { "nothing odd without a remark".to_owned() } else { counted(odd, "finding") };
        let mut blocks = vec![
            Block::Title("The record, counted again".to_owned()),
            Block::Facts(vec![("Result", result), ("Checksum", format!("SHA-256 {}", self.checksum))]),
            Block::Table(table),
        ];
        if odd > 0 {
            let found = self.listed(|check| &check.found);
            blocks.extend([Block::Heading(format!("Odd: {}", thousands(odd))), Block::Table(found)]);
        }
        if remarked > 0 {
            let remarks = self.listed(|check| &check.remarks);
            let heading = format!("Odd, with a remark: {}", thousands(remarked));
            blocks.extend([Block::Heading(heading), Block::Table(remarks)]);
        }
        blocks
    }

    fn rows(&self) -> Table {
        let mut all = self.listed(|check| &check.found);
        all.rows.extend(self.listed(|check| &check.remarks).rows);
        all
    }

    fn window(&self) -> Option<&Window> {
        None
    }
}
