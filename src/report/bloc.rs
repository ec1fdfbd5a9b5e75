//! One bloc, or two, in words: blocks for people and rows for CSV.

use crate::answer::blocs::{BlocPoint, BlocReport, BlocSeat, BlocSide, Parted};
use crate::answer::{By, Mean, Window};

use crate::query::{BlocRemark, Nobody};

use super::holdings::not_over;
use super::{Answer, Block, Cell, Column, Table, counted};

/// How many members are shown as the edge of a bloc, inside and outside.
const EDGE: usize = 10;
/// How many roll calls that split two blocs are shown.
const SPLITS: usize = 20;

/// What the figures are, and whether they are of two blocs only.
const READING: [(&str, bool); 6] = [
    ("a line is the plurality of yes, no and abstentions, a tie is none; absences count nowhere", false),
    ("cohesion: Agreement Index, 1 unanimous, 0 split in thirds, the mean over roll calls with two votes cast", false),
    ("Rice: |yes - no| / (yes + no), the mean likewise", false),
    (
        "loyalty: the share of a member's votes that equal the line of the others; agreement: half credit where exactly \
      one abstained",
        false,
    ),
    ("lines: agreement of the two lines", true),
    ("pairs: agreement of every member of A with every other member of B", true),
];

impl BlocReport<'_> {
    /// The blocs with the letter of each.
    fn lettered(&self) -> impl Iterator<Item = (&'static str, &BlocSide<'_>)> {
        ["A", "B"].into_iter().zip(self.sides())
    }

    fn title(&self) -> String {
        self.sides().map(|side| side.expr.as_str()).collect::<Vec<_>>().join(" against ")
    }

    fn members(&self) -> Block {
        let named = |side: &BlocSide<'_>| match self.window.last {
            Some(last) if side.names.is_empty() => {
                let why = match &side.nobody {
                    Some(Nobody::InBoth(a, b)) => format!(": no member is in both {a} and {b}"),
                    Some(Nobody::LeftOver(a, b)) => format!(": nobody in {a} is outside {b}"),
                    _ => String::new(),
                };
                format!("{} · nobody on {last}{why}", side.expr)
            }
            Some(last) => {
                let members = counted(side.names.len(), "member");
                format!("{} · {members} on {last}: {}", side.expr, side.names.join(", "))
            }
            None => side.expr.clone(),
        };
        let mut facts: Vec<_> = self.lettered().map(|(letter, side)| (letter, named(side))).collect();
        for note in self.sides().flat_map(|side| &side.notes).map(BlocRemark::in_words) {
            if !facts.iter().any(|(_, known)| *known == note) {
                facts.push(("Note", note));
            }
        }
        Block::Facts(facts)
    }

    fn figures(&self) -> Block {
        let columns = ["figure", "value", "n", "over"].map(Column::new).into();
        let row = |figure: &str, mean: Mean, over: &str| {
            vec![figure.into(), mean.value.into(), Cell::Count(mean.n), over.into()]
        };
        let mut rows = Vec::new();
        for (letter, side) in self.lettered() {
            rows.push(row(&format!("cohesion of {letter}"), side.cohesion, "roll calls"));
            rows.push(row(&format!("Rice of {letter}"), side.rice, "roll calls"));
        }
        if let Some(two) = &self.two {
            rows.push(row("lines, A and B", two.lines, "roll calls"));
            rows.push(row("pairs, A and B", two.pairs, "comparisons"));
        }
        Block::Table(Table { columns, rows })
    }

    fn series_blocks(&self) -> Vec<Block> {
        let Some(series) = self.series.first() else { return Vec::new() };
        let by = series.by;
        let columns = match self.two {
            Some(_) => vec![word(by), "A", "n", "B", "n", "lines", "n", "pairs", "n"],
            None => vec![word(by), "cohesion", "n"],
        };
        let what = if self.two.is_some() { "Cohesion of A and of B, lines and pairs" } else { "Cohesion" };
        let many = if by == By::Topic { "; a roll call may have several" } else { "" };
        let columns = columns.into_iter().map(Column::new).collect();
        let heading = Block::Heading(format!("{what} by {}{many}", word(by)));
        let rows: Vec<_> = series.known().map(BlocPoint::cells).collect();
        if rows.is_empty() {
            return vec![heading, Block::Names(vec!["none here".to_owned()])];
        }
        let unfinished = self.window.unfinished.filter(|_| by == By::Session);
        let note = unfinished.map(|session| Block::Names(vec![not_over(session)]));
        [heading, Block::Table(Table { columns, rows })].into_iter().chain(note).collect()
    }

    fn splits(&self) -> Vec<Block> {
        let Some(two) = &self.two else { return Vec::new() };
        let all = two.split.len();
        let first = if all > SPLITS { format!("; the first {SPLITS}") } else { String::new() };
        let heading = format!("Split, one line yes and the other no: {}{first}", counted(all, "roll call"));
        let mut blocks = vec![Block::Heading(heading)];
        if all > 0 {
            let columns = ["date", "symbol", "A", "B"].map(Column::new).into_iter();
            let rows = two.split.iter().take(SPLITS).map(|split| {
                let date = Cell::Text(split.date.to_string());
                vec![date, split.symbol.into(), split.a.word().into(), split.b.word().into(), split.title.into()]
            });
            let columns = columns.chain([Column::giving_way("title")]).collect();
            blocks.push(Block::Table(Table { columns, rows: rows.collect() }));
        } else {
            blocks.push(Block::Names(vec!["none here".to_owned()]));
        }
        blocks
    }
}

impl BlocPoint {
    /// Its figures, in the order in which they are shown.
    fn means(&self) -> Vec<Mean> {
        let two = self.two.iter().flat_map(|two| [two.b, two.lines, two.pairs]);
        [self.a].into_iter().chain(two).collect()
    }

    fn cells(&self) -> Vec<Cell> {
        let means = self.means().into_iter().flat_map(|mean| [mean.value.into(), Cell::Count(mean.n)]);
        [self.key.as_str().into()].into_iter().chain(means).collect()
    }
}

impl BlocSide<'_> {
    /// Who is at the edge: the members farthest from its line, and others nearest to it.
    fn edge(&self, letter: &str) -> Vec<Block> {
        let inside: Vec<_> = self.loyalty.iter().map(|member| (&member.seat, member.value)).collect();
        let outside: Vec<_> = self.outside.iter().map(|other| (&other.seat, other.agreement)).collect();
        let mut blocks = at_edge(format!("Inside {letter}, least loyal first"), "loyalty", &inside);
        blocks.extend(at_edge(format!("Outside, nearest to the line of {letter} first"), "agreement", &outside));
        blocks
    }
}

/// The first of `members`, with a word on those that have too few votes to be ranked.
fn at_edge(heading: String, figure: &'static str, members: &[(&BlocSeat<'_>, Option<f64>)]) -> Vec<Block> {
    if members.is_empty() {
        return Vec::new();
    }
    let (ranked, few): (Vec<_>, Vec<_>) = members.iter().partition(|(seat, _)| seat.is_ranked());
    let first = if ranked.len() > EDGE { format!(": {EDGE} of {}", ranked.len()) } else { String::new() };
    let mut blocks = vec![Block::Heading(heading + &first)];
    if !ranked.is_empty() {
        let columns = ["member", "code", figure, "n"].map(Column::new).into();
        let row = |&(seat, value): &(&BlocSeat<'_>, Option<f64>)| {
            vec![seat.name.into(), seat.code.into(), value.into(), seat.n.into()]
        };
        blocks.push(Block::Table(Table { columns, rows: ranked.iter().take(EDGE).map(row).collect() }));
    }
    if few.len() > EDGE {
        blocks.push(Block::Names(vec![format!("not enough votes to rank {}", counted(few.len(), "member"))]));
    } else if !few.is_empty() {
        let few = few.iter().map(|(seat, value)| format!("{} {} (n {})", seat.name, Cell::from(*value).text(), seat.n));
        blocks.push(Block::Names([format!("not enough votes to rank: {}", few.collect::<Vec<_>>().join(", "))].into()));
    }
    blocks
}

fn word(by: By) -> &'static str {
    match by {
        By::Year => "year",
        By::Session => "session",
        By::Topic => "topic",
    }
}

impl Answer for BlocReport<'_> {
    fn blocks(&self) -> Vec<Block> {
        let mut blocks = vec![Block::Title(self.title()), self.members()];
        blocks.extend([Block::Heading("Over the window".to_owned()), self.figures()]);
        blocks.extend(self.series_blocks());
        blocks.extend(self.lettered().flat_map(|(letter, side)| side.edge(letter)));
        blocks.extend(self.splits());
        let reading = READING.iter().filter(|(_, of_two)| self.two.is_some() || !of_two).map(|(text, _)| *text);
        blocks.push(Block::Heading("Reading these figures".to_owned()));
        blocks.push(Block::Names(vec![reading.collect::<Vec<_>>().join("; ")]));
        blocks
    }

    /// The series if there is one; else what splits two blocs, or who is beside one.
    fn rows(&self) -> Table {
        let text = |names: &[&'static str]| names.iter().map(|&name| Column::new(name)).collect();
        if let Some(rows) = self.series.first().map(|series| series.known().map(BlocPoint::cells).collect()) {
            let columns: &[_] = match self.two {
                Some(_) => &["key", "a", "a_n", "b", "b_n", "lines", "lines_n", "pairs", "pairs_n"],
                None => &["key", "a", "a_n"],
            };
            return Table { columns: text(columns), rows };
        }
        if let Some(two) = &self.two {
            let row = |split: &Parted<'_>| {
                let date = Cell::Text(split.date.to_string());
                let id = Cell::Count(split.id.0.into());
                vec![id, split.symbol.into(), date, split.title.into(), split.a.word().into(), split.b.word().into()]
            };
            let columns = text(&["id", "symbol", "date", "title", "a", "b"]);
            return Table { columns, rows: two.split.iter().map(row).collect() };
        }
        let inside = self.a.loyalty.iter().map(|member| ("loyalty", &member.seat, member.value));
        let outside = self.a.outside.iter().map(|other| ("outside", &other.seat, other.agreement));
        let row = |(list, seat, value): (&str, &BlocSeat<'_>, Option<f64>)| {
            vec![list.into(), seat.code.into(), seat.name.into(), value.into(), seat.n.into()]
        };
        let columns = text(&["list", "code", "name", "value", "n"]);
        Table { columns, rows: inside.chain(outside).map(row).collect() }
    }

    fn window(&self) -> Option<&Window> {
        Some(&self.window)
    }
}
