//! Pairs that moved most between two windows, with n on both sides and a test against chance.

use crate::answer::drift::{DriftReport, Moved, PAIRS};
use crate::answer::{Credit, ENOUGH, Figure, Window};
use crate::record::{MemberId, Record};

use super::text::thousands;
use super::{Answer, Block, Cell, Column, Table, counted};

/// How many pairs people are shown.
const SHOWN: usize = 20;
/// How many topics of a pair people are shown.
const TOPICS: usize = 3;

/// A share of what chance gives: "< 0.001", "0.034".
pub fn p_in_words(p: f64) -> String {
    if p < 0.001 { "< 0.001".to_owned() } else { format!("{p:.3}") }
}

impl DriftReport<'_> {
    fn name(&self, id: MemberId) -> String {
        let member = self.more.record.members().get(id);
        format!("{} ({})", member.name, member.code)
    }

    fn facts(&self) -> Vec<(&'static str, String)> {
        let tested = self.pairs.len();
        let mut facts = vec![
            ("Before", self.before.line()),
            ("After", self.after.line()),
            ("Change", "agreement after minus agreement before; absences left out".to_owned()),
            ("Pairs", format!("{} with at least {ENOUGH} shared votes in both windows", thousands(tested))),
        ];
        let few = (self.more.few > 0).then(|| format!("{}: not enough votes", counted(self.more.few, "pair")));
        let apart = (self.more.apart > 0).then(|| format!("{}: no shared vote", counted(self.more.apart, "pair")));
        let left_out: Vec<_> = few.into_iter().chain(apart).collect();
        if !left_out.is_empty() {
            facts.push(("Left out", left_out.join("; ")));
        }
        if tested > 0 {
            let test = "p: of all ways to deal a pair's roll calls to the two windows, the share in which agreement \
                        changes as much; for one pair alone, and with roll calls taken as independent";
            facts.push(("Test", test.to_owned()));
            let corrected = format!(
                "for looking at all of them (Holm); under 0.05: {} of {}",
                thousands(self.beyond_chance()),
                counted(tested, "pair")
            );
            facts.push(("Corrected", corrected));
        }
        facts
    }

    fn moved(&self) -> Table {
        let one = self.more.member.is_some();
        let members = if one { vec!["member"] } else { vec!["a", "b"] }.into_iter().map(Column::giving_way);
        let figures = ["before", "n", "after", "n", "change", "p", "corrected"].map(Column::new);
        let row = |pair: &Moved<'_>| {
            let mut row: Vec<Cell> = Vec::new();
            if !one {
                row.push(Cell::Text(self.name(pair.members[0])));
            }
            row.push(Cell::Text(self.name(pair.members[1])));
            row.extend(sides(pair.before, pair.after, pair.change));
            row.extend([pair.p, pair.corrected].map(|p| Cell::Text(p_in_words(p))));
            row
        };
        Table { columns: members.chain(figures).collect(), rows: self.pairs.iter().take(SHOWN).map(row).collect() }
    }

    fn topics(&self) -> Table {
        let rows = self.more.topics.iter().flat_map(|(other, topics)| {
            topics.iter().take(TOPICS).map(|topic| {
                let cells = [Cell::Text(self.name(*other)), topic.topic.as_str().into()].into_iter();
                cells.chain(sides(topic.before, topic.after, topic.change)).collect()
            })
        });
        let columns = [Column::giving_way("member")].into_iter();
        let columns = columns.chain(["topic", "before", "n", "after", "n", "change"].map(Column::new));
        Table { columns: columns.collect(), rows: rows.collect() }
    }
}

fn sides(before: Figure, after: Figure, change: f64) -> [Cell; 5] {
    [before.value.into(), before.n.into(), after.value.into(), after.n.into(), Cell::Figure(change)]
}

impl Answer for DriftReport<'_> {
    fn blocks(&self) -> Vec<Block> {
        let of = self.more.member.map_or_else(|| "Pairs".to_owned(), |id| format!("{} and others", self.name(id)));
        let mut blocks = vec![Block::Title(format!("{of}: agreement before and after")), Block::Facts(self.facts())];
        if self.pairs.is_empty() {
            blocks.push(Block::Heading("Not enough votes to say who moved".to_owned()));
            return blocks;
        }
        let first = if self.pairs.len() > SHOWN { format!("; the first {SHOWN}") } else { String::new() };
        blocks.extend([Block::Heading(format!("Moved most{first}")), Block::Table(self.moved())]);
        let topics = self.topics();
        if !topics.rows.is_empty() {
            let heading =
                format!("What the first {PAIRS} moved on most: topics with {ENOUGH} shared votes in both windows");
            blocks.extend([Block::Heading(heading), Block::Table(topics)]);
        }
        blocks
    }

    fn rows(&self) -> Table {
        let columns = ["a", "b", "before", "before_n", "after", "after_n", "change", "p", "p_corrected"];
        let row = |pair: &Moved<'_>| {
            let members = [pair.a.into(), pair.b.into()].into_iter();
            let figures = members.chain(sides(pair.before, pair.after, pair.change));
            figures.chain([pair.p, pair.corrected].map(Cell::Figure)).collect()
        };
        Table { columns: columns.map(Column::new).into(), rows: self.pairs.iter().map(row).collect() }
    }

    fn window(&self) -> Option<&Window> {
        None
    }

    fn credit(&self, _record: &Record) -> Credit {
        self.source.clone()
    }

    fn notes(&self) -> Vec<String> {
        let mut notes = self.before.notes();
        let later = self.after.notes();
        notes.extend(later.into_iter().filter(|note| !self.before.notes().contains(note)));
        notes
    }
}
