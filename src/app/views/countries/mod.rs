//! Members as rows: what each cast under the filter, and in which shares.

mod page;

use std::cell::OnceCell;

use crate::analysis::{By, NEARLY, Position, Scarce, Slice, positions, slices};
use crate::link::LinkedView;
use crate::query::Query;
use crate::record::{Index, MemberId, RollCallSet, State, Tally};
use crate::report::text::thousands;

use crate::actions::{Action, Context};
use crate::app::App;
use crate::app::bar::bar;
use crate::app::columns::{ListColumn, PlacedColumn, Sort};
use crate::app::list::Row;
use crate::app::page::{Line, Page, Piece, Role};
use crate::app::session::Workspace;
use crate::app::views::{Boxed, Here, Room, View, ViewKind};

/// Members.
pub(super) static KIND: ViewKind =
    ViewKind { name: "Countries", keys: Some(Context::Countries), first: |_| Box::new(CountriesView::default()) };

/// Goes to it.
pub(super) fn act(app: &mut App<'_>, action: Action) -> Option<bool> {
    (action == Action::Countries).then(|| app.go_to(&KIND))
}

/// Opens members, or one of them, if a link names that; says whether it does.
pub(super) fn opens(app: &mut App<'_>, link: &LinkedView, query: &str) -> bool {
    match link {
        LinkedView::Countries => app.open_first(&KIND, query),
        LinkedView::Country(id) => app.dive_or_say(&KIND, query, Row::Member(*id)),
        _ => false,
    }
}

/// The columns of members. Shares are of the votes cast, attendance of the roll calls on which it was a member.
const COLUMNS: [ListColumn; 9] = [
    ListColumn::text("country", "name", 0, 0),
    ListColumn::text("code", "code", 4, 62),
    ListColumn::number("cast", "votes cast", 5, 26),
    ListColumn::number("present", "attendance", 8, 56),
    ListColumn::number("Y %", "share of yes", 5, 40),
    ListColumn::number("N %", "share of no", 5, 40),
    ListColumn::number("A %", "share of abstentions", 5, 40),
    ListColumn::text("votes", "votes", 12, 76).unsorted(),
    ListColumn::text("regional group", "regional group", 28, 112),
];

/// The votes of all members over a set, and the parts of the set that a member's page is made of: they are the same for
/// every member, and are made when the first is asked for.
#[derive(Clone, Debug, Default)]
pub(super) struct CountriesView {
    /// In the order of the seats.
    positions: Vec<Position>,
    years: OnceCell<Vec<Slice>>,
    topics: OnceCell<Vec<Slice>>,
    scarce: OnceCell<Scarce>,
}

impl CountriesView {
    pub(super) fn of(&self, member: MemberId) -> Position {
        self.positions.get(member.index()).copied().unwrap_or_default()
    }

    /// The set that this was made for, by calendar year.
    pub(super) fn years(&self, shared: &Workspace<'_>, set: &RollCallSet) -> &[Slice] {
        self.years.get_or_init(|| slices(shared.lexicon(), set, By::Year))
    }

    /// The set that this was made for, by topic.
    pub(super) fn topics(&self, shared: &Workspace<'_>, set: &RollCallSet) -> &[Slice] {
        self.topics.get_or_init(|| slices(shared.lexicon(), set, By::Topic))
    }

    /// The votes on the set that this was made for that few cast.
    pub(super) fn scarce(&self, shared: &Workspace<'_>, set: &RollCallSet) -> &Scarce {
        self.scarce.get_or_init(|| Scarce::new(shared.record(), set, NEARLY))
    }
}

impl<'r> View<'r> for CountriesView {
    fn kind(&self) -> &'static ViewKind {
        &KIND
    }

    fn boxed(&self) -> Boxed<'r> {
        Box::new(self.clone())
    }

    fn has_years(&self) -> bool {
        true
    }

    fn recompute(&mut self, _query: &Query, set: &RollCallSet, session: &Workspace<'r>) {
        *self = Self { positions: positions(session.record(), set), ..Self::default() };
    }

    fn columns(&self, _session: &Workspace<'_>) -> Vec<ListColumn> {
        COLUMNS.to_vec()
    }

    fn rows(&self, _set: &RollCallSet, sort: Sort, session: &Workspace<'_>) -> Vec<Row> {
        rows(session, self, sort)
    }

    fn cell(&self, row: Row, at: PlacedColumn, session: &Workspace<'_>) -> Line {
        row.member().map_or_else(Line::new, |id| cell(session, self, id, at.column, at.width))
    }

    fn pages(&self, here: &Here<'_, 'r>, room: Room) -> (Page, Page) {
        let Some(id) = here.member() else { return Default::default() };
        let page = page::page(here.session, id, here.filter, here.set, self, room.columns());
        (page, page::aside(here.session, id, here.set, self, room.beside))
    }

    fn count(&self, here: &Here<'_, 'r>) -> (String, String) {
        here.filtered(here.set.len(), here.of())
    }

    fn link(&self, here: &Here<'_, 'r>) -> LinkedView {
        here.member().filter(|_| !here.in_list()).map_or(LinkedView::Countries, LinkedView::Country)
    }

    fn file_name(&self, here: &Here<'_, 'r>) -> Option<String> {
        let code = &here.record().members().get(here.member()?).code;
        Some(if here.in_list() { "countries".to_owned() } else { code.to_string() })
    }
}

/// A share of votes cast, from 0 to 1; none where no vote was cast.
pub(super) fn share(position: Position, state: State) -> Option<f64> {
    let count = match state {
        State::Yes => position.yes,
        State::No => position.no,
        _ => position.abstain,
    };
    (position.cast() > 0).then(|| f64::from(count) / f64::from(position.cast()))
}

/// A share as a percentage, or `–`.
pub(super) fn percent(share: Option<f64>) -> String {
    share.map_or_else(|| "–".to_owned(), |share| format!("{:.1}", share * 100.0))
}

/// "74.5 % yes, 0.0 % no, 25.5 % abstaining": shares of the votes cast.
pub(super) fn shares_in_words(position: Position) -> String {
    if position.cast() == 0 {
        return "no share is defined".to_owned();
    }
    let [yes, no, abstain] = [State::Yes, State::No, State::Abstain].map(|state| percent(share(position, state)));
    format!("{yes} % yes, {no} % no, {abstain} % abstaining")
}

/// What a position is as a tally, for its bar.
pub(super) fn tally(position: Position) -> Tally {
    let count = |count: u32| u16::try_from(count).unwrap_or(u16::MAX);
    Tally {
        yes: count(position.yes),
        no: count(position.no),
        abstain: count(position.abstain),
        absent: count(position.absent.unwrap_or_default()),
    }
}

/// All members, sorted; by default by name. Those for which a column is not defined come last.
fn rows(shared: &Workspace<'_>, counts: &CountriesView, sort: Sort) -> Vec<Row> {
    let members = shared.record().members();
    let mut ids = shared.by_name.clone();
    let by = |ids: &mut Vec<MemberId>, key: &dyn Fn(Position) -> Option<f64>| {
        ids.sort_by(|&a, &b| {
            let (a, b) = (key(counts.of(a)), key(counts.of(b)));
            b.is_some().cmp(&a.is_some()).then_with(|| {
                let order = b.unwrap_or_default().total_cmp(&a.unwrap_or_default());
                if sort.reverse { order.reverse() } else { order }
            })
        });
    };
    let text = |ids: &mut Vec<MemberId>, key: &dyn Fn(MemberId) -> Option<String>| {
        ids.sort_by_key(|&id| key(id));
        if sort.reverse {
            ids.reverse();
        }
    };
    match sort.column {
        1 => text(&mut ids, &|id| Some(members.get(id).code.to_string())),
        2 => by(&mut ids, &|position| Some(f64::from(position.cast()))),
        3 => by(&mut ids, &Position::attendance),
        4 => by(&mut ids, &|position| share(position, State::Yes)),
        5 => by(&mut ids, &|position| share(position, State::No)),
        6 => by(&mut ids, &|position| share(position, State::Abstain)),
        8 => text(&mut ids, &|id| members.get(id).group.as_ref().map(ToString::to_string)),
        _ if sort.reverse => ids.reverse(),
        _ => {}
    }
    ids.into_iter().map(Row::Member).collect()
}

/// The cell of a member in a column, of so many columns of the screen.
fn cell(shared: &Workspace<'_>, counts: &CountriesView, id: MemberId, column: usize, width: u16) -> Line {
    let member = shared.record().members().get(id);
    let position = counts.of(id);
    let share = |state| vec![Piece::new(percent(share(position, state)), Role::Vote(state))];
    match column {
        0 => vec![Piece::plain(member.name.to_string())],
        1 => vec![Piece::quiet(member.code.to_string())],
        2 => vec![Piece::plain(thousands(position.cast() as usize))],
        3 => vec![Piece::plain(percent(position.attendance()))],
        4 => share(State::Yes),
        5 => share(State::No),
        6 => share(State::Abstain),
        7 => bar(tally(position), width.into()),
        _ => vec![Piece::quiet(member.group.as_deref().unwrap_or("–").to_owned())],
    }
}
