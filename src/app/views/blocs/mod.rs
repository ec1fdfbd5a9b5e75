//! Two blocs held against each other over the roll calls of a filter: their expressions as they are typed, the figures,
//! and the roll calls that split them as rows.

mod acts;
mod page;

use std::borrow::Cow;

use crate::analysis::{BlocVotes, By, Loyalty, Mean, Neighbours, Ranked, Slice, Split, TwoBlocs, cohesion, slices};
use crate::query::{self, Expression, Lexicon};
use crate::record::{MemberId, MemberSet, RollCallId, RollCallSet};
use crate::report::text::thousands;
use crate::report::{BlocReport, Format, SortKey, Style, counted, order, render};

use crate::app::action::{Action, Context};
use crate::app::bar::mark;
use crate::app::columns::{Column, Placed, Sort};
use crate::app::line_editor::{LineEditor, LineKind, Side};
use crate::app::list::Row;
use crate::app::page::{Line, LinkTarget, Page, Piece, Role};
use crate::app::session::Session;
use crate::app::views::votes::fact;
use crate::app::views::{Boxed, Here, Kind, Outcome, Room, View};

/// Two blocs.
pub(super) static KIND: Kind = Kind {
    name: "Blocs",
    action: Some(Action::Blocs),
    keys: Some(Context::Blocs),
    first: |session| Box::new(BlocsView::first(session.lexicon)),
    marked: |_| false,
    go: |app| app.go_to(&KIND),
};

/// The columns of the roll calls that split A and B.
const COLUMNS: [Column; 9] = [
    Column::text("date", "date", 10, 48),
    Column::text("symbol", "symbol", 10, 27),
    Column::text("title", "title", 0, 0),
    Column::text("A", "line of A", 2, 0),
    Column::text("B", "line of B", 2, 0),
    Column::number("A×B", "product of the cohesions of A and B", 4, 40),
    Column::number("Y", "yes votes", 3, 66),
    Column::number("N", "no votes", 3, 66),
    Column::number("A", "abstentions", 3, 66),
];

/// The most one-sided first.
const SORT: Sort = Sort { column: SIDED, reverse: false };

/// What is shown before anything was chosen: the three that this program began with, against those that abstained.
const FIRST: [&str; 2] = ["USA+RUS+ISR", "abstain(A/RES/ES-11/7)"];
/// The same for a record that has no such roll call.
const ELSE: [&str; 2] = ["@EU", "@BRICS"];
/// The column of how one-sided a roll call was, or of the vote of the member of which the list is.
const SIDED: usize = 5;

/// Two blocs, and what is known of them over a set of roll calls.
#[derive(Clone, Debug)]
pub(super) struct BlocsView<'r> {
    /// The expressions of A and B.
    lines: [LineEditor<'r>; 2],
    /// A and B; none for an empty line.
    of: [Option<Of<'r>>; 2],
    together: Option<Together>,
    years: Vec<Part>,
    topics: Vec<Part>,
    /// Whose votes other than the line of its bloc are listed, in the place of the roll calls that split the two.
    defector: Option<(Side, MemberId)>,
}

/// A bloc over the set.
#[derive(Clone, Debug)]
struct Of<'r> {
    expression: Expression,
    votes: BlocVotes<'r>,
    /// Those of the day of the last roll call.
    members: MemberSet,
    cohesion: Mean,
    rice: Mean,
    loyalty: Ranked<Loyalty>,
    outside: Neighbours,
}

/// Both over the set.
#[derive(Clone, Debug)]
struct Together {
    lines: Mean,
    pairs: Mean,
    splits: Vec<Split>,
}

/// The figures of a year or a topic: the cohesion of each bloc; lines and pairs, if there are two.
#[derive(Clone, Debug)]
struct Part {
    key: String,
    cohesion: Vec<Mean>,
    agreement: Vec<Mean>,
}

impl<'r> BlocsView<'r> {
    /// A and B as they are written; an empty text is no bloc.
    pub(super) fn new(lexicon: &'r Lexicon<'r>, [a, b]: [&str; 2]) -> Self {
        let line = |side, text| LineEditor::new(lexicon, LineKind::Members(side), text);
        Self {
            lines: [line(Side::A, a), line(Side::B, b)],
            of: [None, None],
            together: None,
            years: Vec::new(),
            topics: Vec::new(),
            defector: None,
        }
    }

    /// Those that are shown before anything was chosen.
    fn first(lexicon: &'r Lexicon<'r>) -> Self {
        let known = FIRST.iter().all(|text| Expression::parse(text, lexicon).is_ok());
        Self::new(lexicon, if known { FIRST } else { ELSE })
    }

    /// Those that there are, with the side of each.
    fn sides(&self) -> impl Iterator<Item = (Side, &Of<'r>)> {
        Side::BOTH.into_iter().zip(&self.of).filter_map(|(side, of)| Some((side, of.as_ref()?)))
    }

    /// The expressions of A and B, or of the one that there is.
    fn expressions(&self) -> Option<(&Expression, Option<&Expression>)> {
        let mut there = self.sides().map(|(_, of)| &of.expression);
        Some((there.next()?, there.next()))
    }
}

impl<'r> View<'r> for BlocsView<'r> {
    fn kind(&self) -> &'static Kind {
        &KIND
    }

    fn boxed(&self) -> Boxed<'r> {
        Box::new(self.clone())
    }

    fn shares(&self, _screen: u16) -> [u16; 2] {
        [42, 36]
    }

    fn recompute(&mut self, set: &RollCallSet, shared: &Session<'r>) {
        let (record, lexicon) = (shared.record(), shared.lexicon);
        let read = |line: &LineEditor<'_>| {
            let expression = Expression::parse(line.text(), lexicon).ok()?;
            let votes = BlocVotes::new(record, expression.members());
            Some((expression, votes))
        };
        let [a, b] = &self.lines;
        let read = [read(a), read(b)];
        let [a, b] = read.each_ref().map(|of| of.as_ref().map(|(_, votes)| votes));
        let two = a.zip(b).map(|(a, b)| TwoBlocs::new(record, a, b));
        let part = |Slice { key, rollcalls: set }: Slice| {
            let cohesion = [a, b].into_iter().flatten().map(|votes| votes.cohesion(&set)).collect();
            let agreement = two.iter().flat_map(|two| [two.lines(&set).into(), two.pairs(&set)]).collect();
            Part { key, cohesion, agreement }
        };
        let parts = |by| slices(lexicon, set, by).into_iter().map(part).filter(Part::has_figures).collect();
        self.years = parts(By::Year);
        // Topics take longer than a frame to find, and come when they are known.
        self.topics = if shared.prepared { parts(By::Topic) } else { Vec::new() };
        self.together =
            two.map(|two| Together { lines: two.lines(set).into(), pairs: two.pairs(set), splits: two.splits(set) });
        let outside = [(a, b), (b, a)].map(|(of, other)| of.map(|of| of.outside(other, set)).unwrap_or_default());
        let mut outside = outside.into_iter();
        self.of = read.map(|of| {
            let outside = outside.next().unwrap_or_default();
            let (expression, votes) = of?;
            Some(Of {
                members: votes.at_end(set),
                cohesion: votes.cohesion(set),
                rice: votes.rice(set),
                loyalty: votes.loyalty(set),
                outside,
                expression,
                votes,
            })
        });
    }

    fn columns(&self, shared: &Session<'_>) -> Vec<Column> {
        let mut columns = COLUMNS.to_vec();
        if let Some((_, member)) = self.defector {
            let code = shared.record().members().get(member).code.to_string();
            columns[SIDED] = Column {
                name: code.into(),
                long: "vote of that member".into(),
                right: false,
                ..columns[SIDED].clone()
            };
        }
        columns
    }

    fn sort(&self) -> Sort {
        if self.defector.is_some() { Sort::default() } else { SORT }
    }

    fn rows(&self, set: &RollCallSet, sort: Sort, session: &Session<'_>) -> Vec<Row> {
        rows(session, self, set, sort)
    }

    fn cell(&self, row: Row, at: Placed, session: &Session<'_>) -> Line {
        row.rollcall().map_or_else(Line::new, |id| cell(session, self, id, at.column))
    }

    fn page_is_whole(&self) -> Option<bool> {
        Some(true)
    }

    fn pages(&self, here: &Here<'_, 'r>, room: Room) -> (Page, Page) {
        let page = page::page(here.session, self, here.filter, here.set, room.columns());
        (page, page::aside(here.session, self, here.set, room.beside))
    }

    fn title(&self, _here: &Here<'_, 'r>) -> String {
        let texts = self.lines.iter().map(LineEditor::text).filter(|text| !text.is_empty());
        texts.collect::<Vec<_>>().join(" against ")
    }

    fn chosen(&self, here: &Here<'_, 'r>) -> String {
        let Some((side, member)) = self.defector else { return here.filter.to_owned() };
        let code = &here.record().members().get(member).code;
        format!("{code} not with {} {}", side.letter(), here.filter).trim_end().to_owned()
    }

    fn count(&self, here: &Here<'_, 'r>) -> (String, String) {
        let (listed, all) = (here.list.len(), here.set.len());
        let (full, short) = Here::some_of(listed, all);
        if self.defector.is_some() {
            return (full, short);
        }
        (format!("{} of {} split them", thousands(listed), counted(all, "roll call")), short)
    }

    fn empty(&self, _here: &Here<'_, 'r>) -> (&'static str, Cow<'static, str>) {
        let what = match self.together {
            _ if self.defector.is_some() => "It never cast another vote than the line of its bloc here.",
            Some(_) => "No roll call of the window has the one line at yes and the other at no.",
            None => "It takes two blocs, A and B, to be split by a roll call.",
        };
        (what, "The figures stand on the page beside; Tab goes there.".into())
    }

    fn act(&mut self, action: Action, _here: &Here<'_, 'r>) -> Outcome<'r> {
        match action {
            Action::SwapBlocs if self.swap() => Outcome::Recompute(None),
            Action::SwapBlocs => Outcome::Said("there are no two blocs to swap".to_owned()),
            _ => Outcome::Passed,
        }
    }

    fn offers(&self, action: Action) -> Option<bool> {
        match action {
            Action::SwapBlocs => Some(self.lines.iter().all(|line| !line.text().is_empty())),
            Action::NextRow => Some(false),
            Action::Export => Some(true),
            _ => None,
        }
    }

    fn opens(&self, here: &Here<'_, 'r>) -> Option<LinkTarget> {
        here.rollcall().filter(|_| here.in_list()).map(LinkTarget::RollCall)
    }

    fn follow(&self, target: &LinkTarget) -> Option<Boxed<'r>> {
        match target {
            LinkTarget::Part(_) => Some(self.boxed()),
            // The same two, with where a member cast another vote than the line of its bloc as the list.
            LinkTarget::NotWith(side, member) => {
                Some(Box::new(Self { defector: Some((*side, *member)), ..self.clone() }))
            }
            _ => None,
        }
    }

    fn lines(&self) -> &[LineEditor<'r>] {
        &self.lines
    }

    fn lines_mut(&mut self) -> &mut [LineEditor<'r>] {
        &mut self.lines
    }

    fn link(&self, _here: &Here<'_, 'r>) -> query::View {
        let texts = self.lines.iter().map(LineEditor::text).filter(|text| !text.is_empty());
        query::View::Blocs(texts.map(String::from).collect())
    }

    fn copy(&self, here: &Here<'_, 'r>) -> Option<String> {
        if here.in_list() && here.rollcall().is_some() { here.row_as_text() } else { self.as_text(here) }
    }

    fn file_name(&self, here: &Here<'_, 'r>) -> Option<String> {
        let blocs = self.expressions().map(|_| "blocs".to_owned());
        blocs.or_else(|| here.list.selected().map(|_| "votes".to_owned()))
    }

    fn export(&self, here: &Here<'_, 'r>, format: Format, style: Style) -> Option<String> {
        let Some(blocs) = self.expressions() else { return here.rows_as_file(format, style) };
        // Beside the list there are the figures by year.
        let by = (!here.in_list()).then_some(By::Year);
        let report = BlocReport::new(here.session.lexicon, blocs, here.window(), here.set, by);
        Some(render(&report, here.record(), format, style))
    }
}

impl BlocsView<'_> {
    /// Puts each bloc in the place of the other; says whether there are two.
    fn swap(&mut self) -> bool {
        let [a, b] = self.lines.each_ref().map(|line| line.text().to_owned());
        let both = !a.is_empty() && !b.is_empty();
        if both {
            let [first, second] = &mut self.lines;
            first.set(&b);
            second.set(&a);
        }
        both
    }
}

impl Part {
    fn has_figures(&self) -> bool {
        self.cohesion.iter().chain(&self.agreement).any(|mean| mean.n > 0)
    }
}

/// The roll calls that split A and B, or on which the member of which the list is voted otherwise, sorted.
fn rows(shared: &Session<'_>, blocs: &BlocsView<'_>, set: &RollCallSet, sort: Sort) -> Vec<Row> {
    let record = shared.record();
    let splits = match (blocs.defector, &blocs.together) {
        (Some((side, member)), _) => {
            let of = blocs.of[side as usize].as_ref();
            let set = of.map_or_else(|| RollCallSet::empty(record.len()), |of| of.votes.defections(member, set));
            let key = key(sort.column).unwrap_or(SortKey::Date);
            return order(record, &set, key, sort.reverse).into_iter().map(Row::RollCall).collect();
        }
        (None, Some(together)) => &together.splits,
        (None, None) => return Vec::new(),
    };
    if let Some(key) = key(sort.column) {
        let mut set = RollCallSet::empty(record.len());
        set.extend(splits.iter().map(|split| split.rollcall));
        return order(record, &set, key, sort.reverse).into_iter().map(Row::RollCall).collect();
    }
    let mut splits = splits.clone();
    match sort.column {
        3 => splits.sort_by_key(|split| split.a),
        4 => splits.sort_by_key(|split| split.b),
        _ => {}
    }
    if sort.reverse {
        splits.reverse();
    }
    splits.into_iter().map(|split| Row::RollCall(split.rollcall)).collect()
}

/// What a column sorts by, if by something of the roll call itself.
fn key(column: usize) -> Option<SortKey> {
    match column {
        0 => Some(SortKey::Date),
        1 => Some(SortKey::Symbol),
        2 => Some(SortKey::Title),
        6 => Some(SortKey::Yes),
        7 => Some(SortKey::No),
        8 => Some(SortKey::Abstain),
        _ => None,
    }
}

/// The cell of a roll call in a column.
fn cell(shared: &Session<'_>, blocs: &BlocsView<'_>, id: RollCallId, column: usize) -> Line {
    let record = shared.record();
    if let Some(key) = key(column) {
        return fact(record, id, key);
    }
    let tallies = blocs.of.each_ref().map(|of| of.as_ref().map(|of| of.votes.tally(id)));
    let line = |at: usize| {
        let line = tallies[at].and_then(crate::record::Tally::line);
        line.map_or_else(Line::new, |state| vec![Piece::new(mark(state), Role::Strong(state))])
    };
    match column {
        3 => line(0),
        4 => line(1),
        SIDED if blocs.defector.is_some() => {
            let state = blocs.defector.map(|(_, member)| record.votes().of_rollcall(id).state(member));
            state.map_or_else(Line::new, |state| vec![Piece::new(mark(state), Role::Strong(state))])
        }
        _ => {
            let unity = tallies.into_iter().map(|tally| tally.and_then(cohesion)).product::<Option<f64>>();
            vec![Piece::plain(unity.map_or_else(|| "–".to_owned(), |unity| format!("{unity:.2}")))]
        }
    }
}
