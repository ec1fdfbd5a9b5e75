//! A roll call as lines of a width: what the detail pane scrolls through, without how it looks.

use jiff::civil::Date;

use crate::record::{MemberId, Record, RollCallId, State, Tally};
use crate::report::text::{day, width, wrap};

/// One line about a roll call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// Nothing.
    Blank,
    /// A line of the title.
    Title(String),
    /// A line of day, session and symbols.
    Facts(String),
    /// The tally as a bar.
    Bar,
    /// The counts of each state, and of how many members where that fits beside them.
    Counts(String),
    /// Of how many members, where it does not.
    Members(String),
    /// A line of a remark.
    Remark(String),
    /// The heading of those who voted alike.
    Heading(State, usize),
    /// Names of members who voted alike, each at a column.
    Names(State, Vec<(u16, MemberId)>),
    /// A heading of other facts.
    Section(&'static str),
    /// A line of plain text.
    Text(String),
}

/// The columns that a name takes at least, with its letter: most names fit.
const CELL: usize = 15;
/// The columns that the counts take at most: `Y 193   N 193   A 193   · 193   `.
const COUNTS: usize = 32;
/// The letter before a name and the space behind it.
const LETTER: usize = 2;

/// A roll call, laid out.
#[derive(Clone, Debug, Default)]
pub struct Document {
    lines: Vec<Line>,
    tally: Tally,
}

impl Document {
    /// Lays out a roll call in lines of `columns`, with the names in the order of `by_name`.
    pub fn new(record: &Record, id: RollCallId, by_name: &[MemberId], columns: usize) -> Self {
        let mut document = Self { lines: Vec::new(), tally: record.tally(id) };
        let rollcall = record.rollcall(id);
        document.wrapped(&rollcall.title, columns, Line::Title);
        // A dot stays at the end of its line.
        let facts = facts(record, id, rollcall.date).replace(" · ", "\u{a0}· ");
        document.wrapped(&facts, columns, |line| Line::Facts(line.replace('\u{a0}', " ")));
        document.lines.extend([Line::Blank, Line::Bar]);
        let members = members(record, document.tally);
        if COUNTS + width(&members) <= columns {
            document.lines.push(Line::Counts(members));
        } else {
            document.lines.push(Line::Counts(String::new()));
            document.wrapped(&members, columns, Line::Members);
        }
        for remark in record.remarks(id) {
            document.lines.push(Line::Blank);
            document.wrapped(&remark, columns, Line::Remark);
        }
        for state in State::OF_MEMBERS {
            document.names(record, id, state, by_name, columns);
        }
        document.sources(record, id, columns);
        document
    }

    fn wrapped(&mut self, text: &str, columns: usize, line: impl Fn(String) -> Line) {
        self.lines.extend(wrap(text, columns).into_iter().map(line));
    }

    /// Adds those in one state, in as many columns as fit; a long name takes two.
    fn names(&mut self, record: &Record, id: RollCallId, state: State, by_name: &[MemberId], columns: usize) {
        let votes = record.votes().of_rollcall(id);
        let Some(plane) = votes.of(state).filter(|plane| !plane.is_empty()) else { return };
        self.lines.extend([Line::Blank, Line::Heading(state, plane.len())]);
        let cells = (columns / CELL).max(1);
        let cell = columns / cells;
        let mut row = Vec::new();
        let mut used = 0;
        for &member in by_name.iter().filter(|&&member| plane.contains(member)) {
            let needed = LETTER + width(&record.members().get(member).name);
            // The last cell of a row needs no space behind its name.
            let fits = |cells_taken: usize| needed < cells_taken * cell || used + cells_taken == cells;
            let taken = if fits(1) && needed <= cell { 1 } else { (needed + 1).div_ceil(cell.max(1)).min(cells) };
            if used + taken > cells {
                self.lines.push(Line::Names(state, std::mem::take(&mut row)));
                used = 0;
            }
            row.push(((used * cell) as u16, member));
            used += taken;
        }
        self.lines.push(Line::Names(state, row));
    }

    /// Adds what it was about and where to read it.
    fn sources(&mut self, record: &Record, id: RollCallId, columns: usize) {
        let rollcall = record.rollcall(id);
        let link: Vec<_> = record.link(id).into_iter().map(Into::into).collect();
        let description: Vec<_> = rollcall.description.iter().cloned().collect();
        for (section, texts) in [
            ("Decided", &description),
            ("Agenda", &rollcall.agenda),
            ("Subjects", &rollcall.subjects),
            ("Meeting", &rollcall.meeting),
            ("Report", &rollcall.report),
            ("Link", &link),
        ] {
            if !texts.is_empty() {
                self.lines.extend([Line::Blank, Line::Section(section)]);
                for text in texts {
                    self.wrapped(text, columns, Line::Text);
                }
            }
        }
    }

    /// The lines.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The counts.
    pub fn tally(&self) -> Tally {
        self.tally
    }

    /// The lines at which groups and sections start.
    pub fn headings(&self) -> impl DoubleEndedIterator<Item = usize> {
        let starts = |line: &Line| matches!(line, Line::Heading(..) | Line::Section(_));
        self.lines.iter().enumerate().filter(move |(_, line)| starts(line)).map(|(at, _)| at)
    }
}

/// Day, session, drafts and symbol in one line.
fn facts(record: &Record, id: RollCallId, date: Date) -> String {
    let rollcall = record.rollcall(id);
    let mut facts = vec![day(date), rollcall.session.in_words()];
    let drafts: Vec<_> = record.drafts(id).collect();
    if !drafts.is_empty() {
        facts.push(format!("draft {}", drafts.join(", ")));
    }
    if !rollcall.symbol.is_empty() {
        facts.push(rollcall.symbol.to_string());
    }
    let kinds = [(rollcall.amendment, "on an amendment"), (rollcall.paragraph, "on a part of the text")];
    facts.extend(kinds.into_iter().filter(|(is, _)| *is == Some(true)).map(|(_, kind)| kind.to_owned()));
    facts.join(" · ")
}

fn members(record: &Record, tally: Tally) -> String {
    if record.origin().has_absences() {
        format!("of {} members", tally.members())
    } else {
        format!("{} voted; who was absent is not known", tally.cast())
    }
}
