//! The columns of the tables that have a row a member and roll call, by the form of the table.

use crate::record::{Body, RecordNumber, SourceId};

use super::BadInput;
use super::table::{ColumnIndex, CsvTable};

/// The columns of the totals that a table states.
pub(super) const STATED: [&str; 5] = ["total_yes", "total_no", "total_abstentions", "total_non_voting", "total_ms"];

/// A form of table with a row a member and roll call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TableForm {
    /// The library's General Assembly voting data.
    Assembly,
    /// The library's Security Council voting data.
    Council,
    /// The Council's drafts that were not adopted, from Benoît Martin's database, in columns after the library's.
    Drafts,
}

impl TableForm {
    /// The form of this table; none where it has not even two of the columns that say who voted.
    pub(super) fn of(table: &CsvTable<'_>) -> Option<Self> {
        if table.has("vetoed_by") && table.has("ms_vote") {
            return Some(Self::Drafts);
        }
        // A column or two may be missing, which its reader then names.
        let known = ["undl_id", "ms_code", "ms_name", "ms_vote"].iter().filter(|name| table.has(name)).count() > 1;
        let council = table.has("permanent_member") || table.has("modality");
        known.then_some(if council { Self::Council } else { Self::Assembly })
    }

    /// What it is called in messages.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Assembly => "the UN's General Assembly voting data",
            Self::Council => "the UN's Security Council voting data",
            Self::Drafts => "the table of the Council's drafts",
        }
    }

    pub(super) fn body(self) -> Body {
        match self {
            Self::Assembly => Body::Assembly,
            Self::Council | Self::Drafts => Body::Council,
        }
    }

    /// Where a roll call of this number is from.
    pub(super) fn source(self, number: RecordNumber) -> SourceId {
        match self {
            Self::Assembly if number.is_own() => SourceId::AssemblyManagement,
            Self::Assembly => SourceId::AssemblyData,
            Self::Council if !number.is_own() => SourceId::CouncilData,
            Self::Council | Self::Drafts => SourceId::CouncilDatabase,
        }
    }

    /// The symbols that its texts begin with; none where they may be anything.
    pub(super) fn symbols(self) -> Option<&'static [&'static str]> {
        match self {
            Self::Assembly => Some(&["A/RES/", "A/DEC/"]),
            Self::Council => Some(&["S/RES/"]),
            Self::Drafts => None,
        }
    }
}

/// The columns that say who voted how.
pub(super) struct MemberColumns {
    pub code: ColumnIndex,
    pub name: ColumnIndex,
    pub vote: ColumnIndex,
}

/// The columns that say on what: the same on every row of a roll call. Those that a form does not have are none.
pub(super) struct RollCallColumns {
    pub form: TableForm,
    pub number: ColumnIndex,
    pub symbol: ColumnIndex,
    pub date: ColumnIndex,
    pub title: ColumnIndex,
    pub session: Option<ColumnIndex>,
    pub agenda: Option<ColumnIndex>,
    pub subjects: Option<ColumnIndex>,
    pub meeting: Option<ColumnIndex>,
    pub report: Option<ColumnIndex>,
    pub drafts: Option<ColumnIndex>,
    pub note: Option<ColumnIndex>,
    pub link: Option<ColumnIndex>,
    /// How it was adopted, where some texts were without a vote.
    pub modality: Option<ColumnIndex>,
    pub outcome: Option<ColumnIndex>,
    pub veto: Option<ColumnIndex>,
    pub stated: [ColumnIndex; 5],
}

impl MemberColumns {
    pub(super) fn of(table: &CsvTable<'_>, form: TableForm) -> Result<Self, BadInput> {
        let column = |name| table.column(name, form.name());
        Ok(Self { code: column("ms_code")?, name: column("ms_name")?, vote: column("ms_vote")? })
    }
}

impl RollCallColumns {
    pub(super) fn of(table: &CsvTable<'_>, form: TableForm) -> Result<Self, BadInput> {
        let column = |name| table.column(name, form.name());
        let of = |names: [&'static str; 3]| match names[form as usize] {
            "" => Ok(None),
            name => column(name).map(Some),
        };
        let must = |names: [&'static str; 3]| column(names[form as usize]);
        let [yes, no, abstain, absent, members] = STATED;
        Ok(Self {
            form,
            number: must(["undl_id", "undl_id", "key"])?,
            symbol: must(["resolution", "resolution", "symbol"])?,
            date: column("date")?,
            title: must(["title", "description", "title"])?,
            session: of(["session", "", ""])?,
            agenda: of(["agenda_title", "agenda", ""])?,
            subjects: of(["subjects", "subjects", ""])?,
            meeting: of(["meeting", "meeting", ""])?,
            report: of(["committee_report", "", ""])?,
            drafts: of(["draft", "draft", ""])?,
            note: of(["vote_note", "vote_note", ""])?,
            link: of(["undl_link", "undl_link", ""])?,
            modality: of(["", "modality", ""])?,
            outcome: of(["", "", "outcome"])?,
            veto: of(["", "", "vetoed_by"])?,
            stated: [column(yes)?, column(no)?, column(abstain)?, column(absent)?, column(members)?],
        })
    }

    /// All but the number: those that a roll call's first row is compared with, first the three that make a roll call.
    pub(super) fn repeated(&self) -> impl Iterator<Item = ColumnIndex> + '_ {
        let makes = [Some(self.symbol), Some(self.date), self.session];
        let says = [
            Some(self.title),
            self.agenda,
            self.subjects,
            self.meeting,
            self.report,
            self.drafts,
            self.note,
            self.link,
            self.modality,
            self.outcome,
            self.veto,
        ];
        makes.into_iter().chain(says).flatten().chain(self.stated)
    }

    /// How many of [`repeated`](Self::repeated) must be the same on every row.
    pub(super) fn making(&self) -> usize {
        2 + usize::from(self.session.is_some())
    }
}
