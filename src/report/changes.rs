//! What an import changed, or would change.

use crate::answer::{ImportOutcome, Undone, Window};
use crate::record::Changes;

use super::text::thousands;
use super::{Answer, Block, Cell, Column, Table, counted};

impl Answer for ImportOutcome {
    fn blocks(&self) -> Vec<Block> {
        let Changes { added, changed, renumbered, same } = self.changes;
        let count = |count: usize| counted(count, "roll call");
        let written = match (&self.written, self.dry_run) {
            (Some(file), _) => file.clone(),
            (None, true) => "nothing: this was a dry run".to_owned(),
            (None, false) if self.left_out > 0 => "nothing: the record holds the rest of it".to_owned(),
            (None, false) => "nothing: the record holds all of it".to_owned(),
        };
        let mut facts = vec![
            ("Rows", thousands(self.rows as usize)),
            ("Added", count(added)),
            ("Changed", count(changed)),
            ("Same", count(same)),
        ];
        // Of what is rare nothing is said where there is none.
        if renumbered > 0 {
            facts.insert(
                3,
                ("Renumbered", format!("{}: the library's number replaces one of our own", count(renumbered))),
            );
        }
        let Changes { added, changed, same, .. } = self.texts;
        if added + changed + same > 0 {
            let [added, changed, same] = [added, changed, same].map(thousands);
            facts.push(("Texts", format!("{added} added, {changed} changed, {same} the same")));
        }
        let left_out = (self.left_out > 0).then(|| ("Left out", count(self.left_out)));
        facts.extend(left_out.into_iter().chain([("Written", written)]));
        let title = if self.dry_run { "What an import would change" } else { "Imported" };
        vec![Block::Title(title.to_owned()), Block::Facts(facts)]
    }

    fn rows(&self) -> Table {
        let Changes { added, changed, renumbered, same } = self.changes;
        let counts = [
            ("added", added),
            ("changed", changed),
            ("renumbered", renumbered),
            ("same", same),
            ("left out", self.left_out),
        ];
        let Changes { added, changed, same, .. } = self.texts;
        let texts = [("texts added", added), ("texts changed", changed), ("texts the same", same)];
        let has_texts = texts.iter().any(|(_, count)| *count > 0);
        let all = counts.into_iter().chain(texts.into_iter().filter(|_| has_texts));
        let rows = all.map(|(name, count)| vec![name.into(), Cell::Count(count as u64)]).collect();
        Table { columns: ["change", "rollcalls"].map(Column::new).into(), rows }
    }

    fn window(&self) -> Option<&Window> {
        None
    }
}

impl Answer for Undone {
    fn blocks(&self) -> Vec<Block> {
        let facts = vec![("File", self.undone.clone()), ("The record again has", counted(self.rollcalls, "roll call"))];
        vec![Block::Title("The last import is undone".to_owned()), Block::Facts(facts)]
    }

    fn rows(&self) -> Table {
        let columns = ["undone", "rollcalls"].map(Column::new).into();
        Table { columns, rows: vec![vec![self.undone.as_str().into(), Cell::Count(self.rollcalls as u64)]] }
    }

    fn window(&self) -> Option<&Window> {
        None
    }
}
