//! A member's record: its names, how it voted by year and by topic, lone votes, closest and farthest members.

use crate::answer::country::{Country, CountryContext, LoneVotes, Near, NoVotes, VotedName};
use crate::answer::{ENOUGH, Lone, NEARLY, OnCouncil, Position, Window};
use crate::record::Text;

use super::text::{percent, thousands};
use super::{Answer, Block, Cell, Column, NOT_RECORDED, Table, counted};

impl NoVotes {
    /// Why there is nothing to count.
    pub(crate) fn in_words(self) -> &'static str {
        match self {
            Self::NoRollCall => "there is no roll call to count",
            Self::NotRecorded => NOT_RECORDED,
            Self::NotMember => "not a member on any of these roll calls",
            Self::NotOnCouncil => "not on the Council on any of these roll calls",
            Self::NoneCast => "no vote cast on any of these roll calls",
        }
    }
}

impl OnCouncil {
    /// When, on how many roll calls and with how many vetoes: "1977–1978, 1987–1988: 190 roll calls".
    pub(crate) fn in_words(&self) -> String {
        let years =
            self.years.iter().map(|(from, to)| if from == to { from.to_string() } else { format!("{from}–{to}") });
        let years = years.collect::<Vec<_>>().join(", ");
        let seat = if self.permanent { "permanent member, " } else { "" };
        let vetoes = if self.permanent { format!(", {}", vetoes_in_words(self.vetoes)) } else { String::new() };
        format!("{seat}{years}: {}{vetoes}", counted(self.rollcalls, "roll call"))
    }
}

/// "1 veto", "159 vetoes".
pub fn vetoes_in_words(vetoes: usize) -> String {
    if vetoes == 1 { "1 veto".to_owned() } else { format!("{} vetoes", thousands(vetoes)) }
}

/// That some of the other members share too few votes: "not enough votes to rank 3 other members (under 20 in common)".
pub fn few_in_words(few: usize) -> String {
    format!("not enough votes to rank {} (under {ENOUGH} in common)", counted(few, "other member"))
}

impl Country<'_> {
    fn facts(&self) -> Vec<(&'static str, String)> {
        let member = self.more.member;
        let seats = |codes: &[Text]| codes.iter().map(|code| self.seat(code)).collect::<Vec<_>>().join(", ");
        let named = |named: &VotedName<'_>| match &named.to {
            Some(to) => format!("{} ({} to {to})", named.name, named.from),
            None => format!("{} (from {})", named.name, named.from),
        };
        let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string()).unwrap_or_default();
        let facts = [
            ("Official name", member.official.as_deref().unwrap_or_default().to_owned()),
            ("Voted as", self.names.iter().map(named).collect::<Vec<_>>().join(", ")),
            ("Admitted", day(member.admitted)),
            ("Ended", day(member.ended)),
            ("On the Council", self.council.as_ref().map(OnCouncil::in_words).unwrap_or_default()),
            ("Follows the seat of", seats(&member.predecessors)),
            ("Followed by", seats(&member.successors)),
            ("Note", member.note.as_deref().unwrap_or_default().to_owned()),
            ("Votes cast", self.votes_in_words()),
            ("Attendance", self.attendance_in_words()),
        ];
        facts.into_iter().filter(|(_, fact)| !fact.is_empty()).collect()
    }

    /// A seat as people know it: "Slovakia (SVK)".
    fn seat(&self, code: &str) -> String {
        let members = self.more.record.members();
        members.by_code(code).map_or_else(|| code.to_owned(), |id| format!("{} ({code})", members.get(id).name))
    }

    fn votes_in_words(&self) -> String {
        let [n, yes, no, abstain] = [self.n, self.yes, self.no, self.abstain].map(|count| thousands(count as usize));
        format!("{n}: {yes} yes, {no} no, {abstain} abstaining")
    }

    fn attendance_in_words(&self) -> String {
        let Position { absent, .. } = self.more.position;
        match (absent, self.more.position.member(), self.more.position.attendance()) {
            (Some(absent), Some(member), Some(share)) => {
                let [absent, member] = [absent, member].map(|count| count as usize);
                format!("{}, absent from {} of {}", percent(share), thousands(absent), counted(member, "roll call"))
            }
            (None, ..) => "not known in this record".to_owned(),
            // That there is no roll call is said by the window.
            _ => self.more.none.filter(|&none| none != NoVotes::NoRollCall).map_or("", NoVotes::in_words).to_owned(),
        }
    }

    fn near(near: &[Near<'_>]) -> Block {
        let columns =
            ["code", "agreement", "n", "same", "partial", "opposite", "exact", "exact, 95 %"].map(Column::new);
        let columns = [Column::giving_way("member")].into_iter().chain(columns).collect();
        let row = |near: &Near<'_>| {
            let counts = [near.n, near.other.pair.same, near.other.pair.partial, near.other.pair.opposite];
            let cells = [near.name.into(), near.code.into(), near.agreement.into()].into_iter();
            let interval = near.other.pair.interval();
            let interval = interval.map_or(Cell::Undefined, |(from, to)| Cell::Text(format!("{from:.3}–{to:.3}")));
            cells.chain(counts.map(Cell::from)).chain([near.other.pair.exact().into(), interval]).collect()
        };
        Block::Table(Table { columns, rows: near.iter().map(row).collect() })
    }

    fn positions(key: &'static str, parts: &[(String, Position)]) -> Block {
        let columns = [key, "n", "yes", "no", "abstain", "absent", "attendance"].map(Column::new).into();
        let row = |(key, here): &(String, Position)| {
            let counts = [here.cast(), here.yes, here.no, here.abstain].map(Cell::from);
            let cells = [Cell::Text(key.clone())].into_iter().chain(counts);
            cells.chain([here.absent.into(), here.attendance().map_or(Cell::Undefined, Cell::Share)]).collect()
        };
        Block::Table(Table { columns, rows: parts.iter().map(row).collect() })
    }

    fn lone(&self) -> Vec<Block> {
        let CountryContext { record, lone, limit, .. } = &self.more;
        let newest = if lone.votes.len() > *limit { format!("; the newest {limit}") } else { String::new() };
        let columns = ["date", "symbol", "vote", "others"].map(Column::new).into_iter();
        let row = |lone: &Lone| {
            let rollcall = record.rollcall(lone.rollcall);
            vec![
                Cell::Text(rollcall.date.to_string()),
                rollcall.symbol.as_ref().into(),
                lone.vote.word().into(),
                Cell::Count(lone.others.into()),
                rollcall.title.as_ref().into(),
            ]
        };
        let rows = lone.votes.iter().take(*limit).map(row).collect();
        let table = Table { columns: columns.chain([Column::giving_way("title")]).collect(), rows };
        vec![Block::Heading(format!("Lone and near-lone votes: {}{newest}", lone_in_words(lone))), Block::Table(table)]
    }
}

/// How often a vote was cast alone and nearly alone: "1 cast alone, 3 with at most 3 others, the lone ones among them".
pub fn lone_in_words(found: &LoneVotes) -> String {
    let &LoneVotes { alone, nearly, .. } = found;
    let among = if alone > 0 { ", the lone ones among them" } else { "" };
    format!("{} cast alone, {} with at most {NEARLY} others{among}", thousands(alone), thousands(nearly))
}

impl Answer for Country<'_> {
    fn blocks(&self) -> Vec<Block> {
        let CountryContext { ranked, few, years, topics, lone, .. } = &self.more;
        let mut blocks = vec![Block::Title(format!("{} ({})", self.name, self.code)), Block::Facts(self.facts())];
        let enough = format!("{} with at least {ENOUGH} shared votes", counted(*ranked, "member"));
        if *ranked == 0 {
            blocks.push(Block::Heading("Closest and farthest members: not enough votes".to_owned()));
            blocks.push(Block::Names(vec![format!("no member shares {ENOUGH} votes with it here")]));
        } else {
            blocks.push(Block::Heading(format!("Closest by agreement, of {enough}")));
            blocks.push(Self::near(&self.closest));
            blocks.push(Block::Heading(format!("Farthest by agreement, of {enough}")));
            blocks.push(Self::near(&self.farthest));
            if *few > 0 {
                blocks.push(Block::Names(vec![few_in_words(*few)]));
            }
        }
        for (heading, key, parts) in
            [("By year", "year", years), ("By topic; a roll call may have several", "topic", topics)]
        {
            if !parts.is_empty() {
                blocks.extend([Block::Heading(heading.to_owned()), Self::positions(key, parts)]);
            }
        }
        if !lone.votes.is_empty() {
            blocks.extend(self.lone());
        }
        blocks
    }

    fn rows(&self) -> Table {
        let columns = ["list", "code", "name", "agreement", "n", "yes", "no", "abstain", "absent"];
        let votes = |list: &'static str, code: &str, name: &str, here: &Position| {
            let counts = [here.cast(), here.yes, here.no, here.abstain].map(Cell::from);
            let cells = [list.into(), code.into(), name.into(), Cell::Undefined].into_iter().chain(counts);
            cells.chain([here.absent.into()]).collect()
        };
        let CountryContext { position, years, topics, .. } = &self.more;
        let mut rows: Vec<Vec<Cell>> = vec![votes("all", self.code, self.name, position)];
        for (list, parts) in [("year", years), ("topic", topics)] {
            rows.extend(parts.iter().map(|(key, here)| votes(list, "", key, here)));
        }
        for (list, members) in [("closest", &self.closest), ("farthest", &self.farthest)] {
            let row = |near: &Near<'_>| {
                let cells = [list.into(), near.code.into(), near.name.into(), near.agreement.into(), near.n.into()];
                cells.into_iter().chain(std::iter::repeat_n(Cell::Undefined, 4)).collect()
            };
            rows.extend(members.iter().map(row));
        }
        Table { columns: columns.map(Column::new).into(), rows }
    }

    fn window(&self) -> Option<&Window> {
        Some(&self.window)
    }
}
