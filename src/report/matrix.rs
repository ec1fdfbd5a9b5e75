//! All pairs of members by a metric: whole as JSON and CSV, its two ends for people.

use crate::answer::{ENOUGH, Figure, MatrixReport, Window};
use crate::record::MemberId;

use super::agree::rule_in_words;
use super::text::thousands;
use super::{Answer, Block, Cell, Column, Table, counted};

/// How many of the closest and of the farthest pairs people are shown.
const SHOWN: usize = 10;

impl MatrixReport<'_> {
    fn table(&self, pairs: &[(MemberId, MemberId, Figure)]) -> Block {
        let name = |id: MemberId| {
            let member = self.record.members().get(id);
            Cell::Text(format!("{} ({})", member.name, member.code))
        };
        let row = |&(a, b, figure): &(MemberId, MemberId, Figure)| {
            vec![name(a), name(b), figure.value.into(), figure.n.into()]
        };
        let columns = [Column::giving_way("a"), Column::giving_way("b"), Column::new(self.metric.name())];
        let columns = columns.into_iter().chain([Column::new("n")]).collect();
        Block::Table(Table { columns, rows: pairs.iter().map(row).collect() })
    }
}

impl Answer for MatrixReport<'_> {
    fn blocks(&self) -> Vec<Block> {
        let all: Vec<_> = self.pairs().collect();
        let mut enough: Vec<_> = all.iter().copied().filter(|pair| pair.2.enough().is_some()).collect();
        let value = |pair: &(MemberId, MemberId, Figure)| pair.2.value.unwrap_or_default();
        enough.sort_by(|x, y| value(y).total_cmp(&value(x)).then(y.2.n.cmp(&x.2.n)));
        let ranked = format!("{} of {}", thousands(enough.len()), counted(all.len(), "pair"));
        let facts = vec![
            ("Rule", rule_in_words(self.metric)),
            ("Members", format!("{} with a row here", self.members().len())),
            ("Pairs", format!("{ranked} with at least {ENOUGH} shared votes")),
            ("All of it", "with --format csv, a pair a line, or --format json".to_owned()),
        ];
        let mut blocks = vec![Block::Title(format!("All pairs by {}", self.metric.name())), Block::Facts(facts)];
        if enough.is_empty() {
            blocks.push(Block::Heading("Closest and farthest pairs: not enough votes".to_owned()));
            return blocks;
        }
        let shown = SHOWN.min(enough.len());
        blocks.extend([Block::Heading("Closest pairs".to_owned()), self.table(&enough[..shown])]);
        // From the other end: the farthest first, of equals those with more votes.
        enough.sort_by(|x, y| value(x).total_cmp(&value(y)).then(y.2.n.cmp(&x.2.n)));
        blocks.extend([Block::Heading("Farthest pairs".to_owned()), self.table(&enough[..shown])]);
        blocks
    }

    fn rows(&self) -> Table {
        let code = |id: MemberId| self.record.code(id);
        let row = |(a, b, figure): (MemberId, MemberId, Figure)| {
            vec![code(a).into(), code(b).into(), figure.n.into(), figure.value.into()]
        };
        let columns = ["a", "b", "n", self.metric.name()].map(Column::new).into();
        Table { columns, rows: self.pairs().map(row).collect() }
    }

    fn window(&self) -> Option<&Window> {
        Some(&self.window)
    }
}
