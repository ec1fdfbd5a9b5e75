//! Roll calls as rows: date, symbol, title, the vote of the watched member, counts, bar and topic.

mod page;

use std::borrow::Cow;

use crate::answer::texts::texts_beside;
use crate::answer::{Closeness, Show, SortKey, order};
use crate::link::LinkedView;
use crate::query::Query;
use crate::record::{Outcome, Record, RollCallId, RollCallSet, State, TextId};
use crate::report::counted;
use crate::report::text::cut;

use crate::actions::Action;
use crate::app::App;
use crate::app::bar::{bar, mark};
use crate::app::columns::{ListColumn, NamedColumn, PlacedColumn, Sort};
use crate::app::layout::Focus;
use crate::app::list::Row;
use crate::app::page::{Line, LinkTarget, Page, Piece, Role};
use crate::app::session::Workspace;
use crate::app::views::exported::file_name_of;
use crate::app::views::{Boxed, Here, OpenedFrom, Room, View, ViewKind};

pub(super) use self::page::names;

/// Roll calls.
pub(super) static KIND: ViewKind = ViewKind { name: "Votes", keys: None, first };

/// Goes to it.
pub(super) fn act(app: &mut App<'_>, action: Action) -> Option<bool> {
    (action == Action::Votes).then(|| app.go_to(&KIND))
}

/// Opens roll calls, or one of them, if a link names that; says whether it does.
pub(super) fn opens(app: &mut App<'_>, link: &LinkedView, query: &str) -> bool {
    match link {
        LinkedView::Votes => app.open_first(&KIND, query),
        LinkedView::Show(id) => app.dive_or_say(&KIND, query, Row::RollCall(*id)),
        _ => false,
    }
}

/// The columns of roll calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum VoteColumn {
    Fact(SortKey),
    Watched,
    Bar,
    /// How many from yes to no until it fails: by a simple majority, by two thirds.
    Simple,
    TwoThirds,
    /// Who cast a vote that nobody else did.
    Alone,
    Topic,
}

impl NamedColumn for VoteColumn {
    const ALL: &'static [Self] = &[
        Self::Fact(SortKey::Date),
        Self::Fact(SortKey::Symbol),
        Self::Fact(SortKey::Title),
        Self::Watched,
        Self::Fact(SortKey::Yes),
        Self::Fact(SortKey::No),
        Self::Fact(SortKey::Abstain),
        Self::Fact(SortKey::Absent),
        Self::Fact(SortKey::Margin),
        Self::Bar,
        Self::Simple,
        Self::TwoThirds,
        Self::Alone,
        Self::Topic,
    ];
}

impl VoteColumn {
    fn head(self) -> ListColumn {
        match self {
            Self::Fact(SortKey::Date) => ListColumn::text("date", "date", 10, 42),
            Self::Fact(SortKey::Symbol) => ListColumn::text("symbol", "symbol", 10, 57),
            Self::Fact(SortKey::Title) => ListColumn::text("title", "title", 0, 0),
            Self::Watched => ListColumn::text("", "vote of the watched member", 4, 34),
            Self::Fact(SortKey::Yes) => ListColumn::number("Y", "yes votes", 3, 29),
            Self::Fact(SortKey::No) => ListColumn::number("N", "no votes", 3, 29),
            Self::Fact(SortKey::Abstain) => ListColumn::number("A", "abstentions", 3, 29),
            Self::Fact(SortKey::Absent) => ListColumn::number("·", "absent", 3, 86),
            Self::Fact(SortKey::Margin) => ListColumn::number("Y−N", "margin", 4, 98),
            Self::Simple => ListColumn::number("1/2", "closeness: from yes to no until no simple majority", 4, 112),
            Self::TwoThirds => ListColumn::number("2/3", "closeness: from yes to no until no two thirds", 4, 112),
            Self::Alone => ListColumn::text("alone", "who was alone", 9, 118),
            Self::Bar => ListColumn::text("tally", "tally", 12, 92).unsorted(),
            Self::Topic => ListColumn::text("topic", "topic", 14, 134).unsorted(),
        }
    }
}

/// Where the filter lets so many roll calls through at most, the texts without one that it would find are told of.
const FEW: usize = 40;

/// All roll calls of the filter.
#[derive(Clone, Debug, Default)]
struct VotesView {
    /// The adopted texts without a roll call that the filter would find, where it finds few roll calls.
    texts: Vec<TextId>,
}

/// The roll calls of the filter.
pub(super) fn first<'r>(_session: &Workspace<'r>) -> Boxed<'r> {
    Box::new(VotesView::default())
}

impl<'r> View<'r> for VotesView {
    fn kind(&self) -> &'static ViewKind {
        &KIND
    }

    fn boxed(&self) -> Boxed<'r> {
        Box::new(self.clone())
    }

    fn is_about_members(&self) -> bool {
        false
    }

    fn has_years(&self) -> bool {
        true
    }

    fn lists_filtered(&self) -> bool {
        true
    }

    fn has_groups(&self) -> bool {
        true
    }

    fn recompute(&mut self, query: &Query, set: &RollCallSet, session: &Workspace<'r>) {
        // The texts take longer than a frame to read, the first time.
        let few = session.prepared && set.len() <= FEW;
        self.texts = if few { texts_beside(session.lexicon, query) } else { Vec::new() };
    }

    fn columns(&self, session: &Workspace<'_>) -> Vec<ListColumn> {
        columns(session)
    }

    fn heading(&self, session: &Workspace<'_>, at: PlacedColumn) -> Option<String> {
        heading(session, at)
    }

    fn rows(&self, set: &RollCallSet, sort: Sort, session: &Workspace<'_>) -> Vec<Row> {
        rows(session, set, sort)
    }

    fn cell(&self, row: Row, at: PlacedColumn, session: &Workspace<'_>) -> Line {
        row.rollcall().map_or_else(Line::new, |id| cell(session, id, at))
    }

    fn pages(&self, here: &Here<'_, 'r>, room: Room) -> (Page, Page) {
        let Some(id) = here.rollcall() else { return Default::default() };
        let (lexicon, symbol) = (here.session.lexicon(), &here.record().rollcall(id).symbol);
        // Topics take longer than a frame to find, and come when they are known.
        let show = if here.session.prepared {
            Show::new(lexicon, id, symbol)
        } else {
            Show::without_topics(here.record(), id, symbol)
        };
        (page::page(here.session, &show, room.columns()), page::aside(here.session, &show, room.beside))
    }

    fn count(&self, here: &Here<'_, 'r>) -> (String, String) {
        here.filtered(here.set.len(), here.within.len())
    }

    fn below(&self) -> Option<Cow<'_, str>> {
        let texts = self.texts.len();
        (texts > 0).then(|| format!("R: {} without a recorded vote", counted(texts, "text")).into())
    }

    fn empty(&self, here: &Here<'_, 'r>) -> (&'static str, Cow<'static, str>) {
        let (what, help) = here.nothing_matches();
        match self.texts.as_slice() {
            [] => (what, help),
            &[id] => {
                let text = here.record().text(id);
                let (symbol, how) = (text.short_symbol(), text.adopted.sentence());
                (what, format!("{symbol} was {how}: {}. Enter opens it.", text.title).into())
            }
            texts => {
                let found = counted(texts.len(), "adopted text");
                (what, format!("{found} without a recorded vote match. Enter lists them.").into())
            }
        }
    }

    fn opens(&self, here: &Here<'_, 'r>) -> Option<LinkTarget> {
        match self.texts.as_slice() {
            [] => None,
            _ if !here.list.is_empty() => None,
            &[id] => Some(LinkTarget::Text(id)),
            _ => Some(LinkTarget::Texts),
        }
    }

    fn origin(&self) -> OpenedFrom {
        OpenedFrom::Selected
    }

    fn link(&self, here: &Here<'_, 'r>) -> LinkedView {
        here.rollcall().filter(|_| !here.in_list()).map_or(LinkedView::Votes, LinkedView::Show)
    }

    fn file_name(&self, here: &Here<'_, 'r>) -> Option<String> {
        let id = here.rollcall()?;
        if here.focus == Focus::List {
            return Some("votes".to_owned());
        }
        let symbol = here.record().rollcall(id).short_symbol();
        Some(file_name_of(&symbol))
    }
}

/// What is shown above the column of the watched member: its code.
pub(super) fn heading(session: &Workspace<'_>, at: PlacedColumn) -> Option<String> {
    let watched = session.watched.filter(|_| VoteColumn::at(at.column) == Some(VoteColumn::Watched));
    watched.map(|member| session.record().code(member).to_owned())
}

/// The columns of roll calls, with that of the watched member's vote if there is one.
pub(super) fn columns(shared: &Workspace<'_>) -> Vec<ListColumn> {
    let head = |&column: &VoteColumn| match column {
        VoteColumn::Watched if shared.watched.is_none() => column.head().unsorted().hidden(),
        _ => column.head(),
    };
    VoteColumn::ALL.iter().map(head).collect()
}

/// The roll calls of a set, sorted.
pub(super) fn rows(shared: &Workspace<'_>, set: &RollCallSet, sort: Sort) -> Vec<Row> {
    let record = shared.record();
    let (key, watched) = match VoteColumn::at(sort.column) {
        Some(VoteColumn::Fact(key)) => (key, None),
        Some(VoteColumn::Watched) => (SortKey::default(), shared.watched),
        _ => (SortKey::default(), None),
    };
    let own = by_closeness(record, set, sort);
    if let Some(ids) = own {
        return ids.into_iter().map(Row::RollCall).collect();
    }
    let mut ids = order(record, set, key, sort.reverse && watched.is_none());
    if let Some(member) = watched {
        ids.sort_by_key(|&id| record.votes().state(id, member));
        if sort.reverse {
            ids.reverse();
        }
    }
    ids.into_iter().map(Row::RollCall).collect()
}

/// The roll calls of a set by how close they were, the closest first, or by who was alone; none for other columns. Those
/// of which that is not known, or of which nobody is, come last.
fn by_closeness(record: &Record, set: &RollCallSet, sort: Sort) -> Option<Vec<RollCallId>> {
    let mut ids = order(record, set, SortKey::Date, false);
    let flips = |ids: &mut Vec<RollCallId>, of: fn(Closeness) -> Option<u16>| {
        let known = |id: RollCallId| Closeness::of(record, id).and_then(of);
        ids.sort_by_cached_key(|&id| known(id));
        if sort.reverse {
            ids.reverse();
        }
        ids.sort_by_cached_key(|&id| known(id).is_none());
    };
    match VoteColumn::at(sort.column)? {
        VoteColumn::Simple => flips(&mut ids, |close| close.simple),
        VoteColumn::TwoThirds => flips(&mut ids, |close| close.two_thirds),
        VoteColumn::Alone => {
            ids.sort_by_cached_key(|&id| alone(record, id));
            if sort.reverse {
                ids.reverse();
            }
            ids.sort_by_cached_key(|&id| alone(record, id).is_empty());
        }
        _ => return None,
    }
    Some(ids)
}

/// Who cast a vote that nobody else did, each with its letter: "ISR N".
fn alone(record: &Record, id: RollCallId) -> String {
    let tally = record.tally(id);
    let votes = [State::Yes, State::No, State::Abstain].into_iter().filter(|&state| tally.of(state) == 1);
    let who = votes.filter_map(|state| {
        let member = record.votes().of_rollcall(id).of(state)?.iter().next()?;
        Some(format!("{} {}", record.code(member), mark(state)))
    });
    who.collect::<Vec<_>>().join(" ")
}

/// The cell of a roll call in a column.
pub(super) fn cell(shared: &Workspace<'_>, id: RollCallId, at: PlacedColumn) -> Line {
    let (record, width) = (shared.record(), at.width);
    match VoteColumn::at(at.column) {
        Some(VoteColumn::Fact(key)) => fact(record, id, key),
        Some(VoteColumn::Watched) => shared.watched.map_or_else(Line::new, |member| {
            let state = record.votes().state(id, member);
            vec![Piece::new(mark(state), Role::Strong(state))]
        }),
        Some(VoteColumn::Bar) if !record.is_recorded(id) => {
            vec![Piece::quiet(cut("not recorded", width.into()).into_owned())]
        }
        Some(VoteColumn::Bar) => bar(record.tally(id), width.into()),
        Some(VoteColumn::Simple) => flips(Closeness::of(record, id).and_then(|close| close.simple)),
        Some(VoteColumn::TwoThirds) => flips(Closeness::of(record, id).and_then(|close| close.two_thirds)),
        Some(VoteColumn::Alone) => vec![Piece::plain(alone(record, id))],
        Some(VoteColumn::Topic) if shared.prepared => {
            shared.lexicon.topics_of(id).next().map_or_else(Line::new, |topic| vec![Piece::quiet(topic.name.clone())])
        }
        Some(VoteColumn::Topic) | None => Line::new(),
    }
}

/// How many had to turn, as a cell.
fn flips(count: Option<u16>) -> Line {
    vec![count.map_or_else(|| Piece::quiet("–"), |count| Piece::plain(count.to_string()))]
}

/// What a roll call is sorted by, as a cell.
pub(super) fn fact(record: &Record, id: RollCallId, key: SortKey) -> Line {
    let (rollcall, tally) = (record.rollcall(id), record.tally(id));
    let known = |piece: Piece| if tally.is_recorded() { piece } else { Piece::quiet("–") };
    let count = |state: State| known(Piece::new(tally.of(state).to_string(), Role::Vote(state)));
    vec![match key {
        SortKey::Date => Piece::quiet(rollcall.date.to_string()),
        SortKey::Symbol => Piece::plain(rollcall.short_symbol().into_owned()),
        SortKey::Title if rollcall.outcome == Outcome::Vetoed => {
            return vec![Piece::new("veto ", Role::Strong(State::No)), Piece::plain(rollcall.title.to_string())];
        }
        SortKey::Title => Piece::plain(rollcall.title.to_string()),
        SortKey::Yes => count(State::Yes),
        SortKey::No => count(State::No),
        SortKey::Abstain => count(State::Abstain),
        SortKey::Absent if record.origin().has_absences() => count(State::Absent),
        SortKey::Absent => Piece::quiet("–"),
        SortKey::Margin => known(Piece::plain(tally.margin().to_string())),
    }]
}
