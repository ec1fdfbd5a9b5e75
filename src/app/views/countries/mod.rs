//! Members as rows: what each cast under the filter, and in which shares.

mod page;

use jiff::civil::Date;

use crate::answer::countries::agreement_with;
use crate::answer::{Countries, Country, CountryWindow, Figure, Position, Window};
use crate::link::LinkedView;
use crate::query::Query;
use crate::record::{Index, MemberId, RollCallSet, State, Tally};
use crate::report::text::{thousands, value};

use crate::actions::{Action, Context};
use crate::app::App;
use crate::app::bar::bar;
use crate::app::columns::{ListColumn, NamedColumn, PlacedColumn, Sort};
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum CountryColumn {
    Name,
    Code,
    Cast,
    Attendance,
    /// The share of all roll calls of the window that it voted on.
    Window,
    /// Its agreement with the watched member, and the votes that both cast.
    With,
    Shared,
    Last,
    ShareOf(State),
    Bar,
    Group,
}

impl NamedColumn for CountryColumn {
    const ALL: &'static [Self] = &[
        Self::Name,
        Self::Code,
        Self::Cast,
        Self::With,
        Self::Shared,
        Self::Attendance,
        Self::Window,
        Self::ShareOf(State::Yes),
        Self::ShareOf(State::No),
        Self::ShareOf(State::Abstain),
        Self::Last,
        Self::Bar,
        Self::Group,
    ];
}

impl CountryColumn {
    fn head(self) -> ListColumn {
        match self {
            Self::Name => ListColumn::text("country", "name", 0, 0),
            Self::Code => ListColumn::text("code", "code", 5, 63),
            Self::Cast => ListColumn::number("cast", "votes cast", 5, 26),
            Self::Attendance => ListColumn::number("present", "attendance", 8, 56),
            Self::Window => ListColumn::number("voted", "share of the window voted on", 6, 84),
            Self::With => ListColumn::number("with", "agreement with the watched member", 6, 34 - WATCHED),
            Self::Shared => ListColumn::number("n", "votes that both cast", 5, 41 - WATCHED),
            Self::Last => ListColumn::text("last vote", "last vote", 10, 96),
            Self::ShareOf(State::Yes) => ListColumn::number("Y %", "share of yes", 5, 40),
            Self::ShareOf(State::No) => ListColumn::number("N %", "share of no", 5, 40),
            Self::ShareOf(_) => ListColumn::number("A %", "share of abstentions", 5, 40),
            Self::Bar => ListColumn::text("votes", "votes", 12, 76).unsorted(),
            Self::Group => ListColumn::text("regional group", "regional group", 28, 126),
        }
    }
}

/// How many columns the agreement with the watched member takes, with its n.
const WATCHED: u16 = 13;

/// The votes of all members over a set, and the window over which a member's page is made.
#[derive(Clone, Debug, Default)]
struct CountriesView<'r> {
    /// In the order of the seats.
    all: Option<Countries<'r>>,
    window: Option<CountryWindow<'r, 'r>>,
    /// The roll calls, and the agreement of each with the watched member over them, if there is one.
    set: Option<RollCallSet>,
    with: Option<(MemberId, Vec<Figure>)>,
}

impl CountriesView<'_> {
    /// Its agreement with the watched member; none on too few votes, and with itself.
    fn with(&self, member: MemberId) -> Option<Figure> {
        let (_, figures) = self.with.as_ref()?;
        figures.get(member.index()).copied()
    }

    /// The share of the window that it voted on; none of one that was no member on any of it.
    fn voted(&self, member: MemberId) -> Option<f64> {
        if !self.of(member).is_any() {
            return None;
        }
        let all = self.set.as_ref().map(RollCallSet::len).filter(|&all| all > 0)?;
        Some(f64::from(self.of(member).cast()) / all as f64)
    }

    fn last(&self, member: MemberId) -> Option<Date> {
        self.all.as_ref()?.members.get(member.index())?.last
    }

    fn of(&self, member: MemberId) -> Position {
        let row = self.all.as_ref().and_then(|all| all.members.get(member.index()));
        row.map(|row| row.votes).unwrap_or_default()
    }
}

impl<'r> View<'r> for CountriesView<'r> {
    fn kind(&self) -> &'static ViewKind {
        &KIND
    }

    fn boxed(&self) -> Boxed<'r> {
        Box::new(self.clone())
    }

    fn has_years(&self) -> bool {
        true
    }

    fn recompute(&mut self, query: &Query, set: &RollCallSet, session: &Workspace<'r>) {
        let (record, window) = (session.record(), Window::of(session.lexicon, query, set));
        let ids: Vec<_> = record.members().iter().map(|(id, _)| id).collect();
        self.all = Some(Countries::new(record, &ids, set, window.clone()));
        (self.set, self.with) = (Some(set.clone()), None);
        let window = CountryWindow::new(session.lexicon, window, set.clone());
        self.window = Some(if session.prepared { window } else { window.without_topics() });
    }

    fn arrange(&mut self, session: &Workspace<'_>) {
        let Some((set, member)) = self.set.as_ref().zip(session.watched) else {
            self.with = None;
            return;
        };
        if self.with.as_ref().is_none_or(|(of, _)| *of != member) {
            self.with = Some((member, agreement_with(session.record(), member, set)));
        }
    }

    fn columns(&self, session: &Workspace<'_>) -> Vec<ListColumn> {
        let Some(member) = session.watched else {
            let is_beside = |column: &CountryColumn| matches!(column, CountryColumn::With | CountryColumn::Shared);
            let head = |column: &CountryColumn| {
                if is_beside(column) { column.head().unsorted().hidden() } else { column.head() }
            };
            return CountryColumn::ALL.iter().map(head).collect();
        };
        // Beside the agreement the others need more room, so that no name is squeezed.
        let head = |&column: &CountryColumn| {
            let head = column.head();
            let from = if head.from > 26 { head.from + WATCHED } else { head.from };
            match column {
                CountryColumn::With => {
                    ListColumn { from, name: format!("w {}", session.record().code(member)).into(), ..head }
                }
                _ => ListColumn { from, ..head },
            }
        };
        CountryColumn::ALL.iter().map(head).collect()
    }

    fn rows(&self, _set: &RollCallSet, sort: Sort, session: &Workspace<'_>) -> Vec<Row> {
        rows(session, self, sort)
    }

    fn cell(&self, row: Row, at: PlacedColumn, session: &Workspace<'_>) -> Line {
        row.member().map_or_else(Line::new, |id| cell(session, self, id, at))
    }

    fn pages(&self, here: &Here<'_, 'r>, room: Room) -> (Page, Page) {
        let (Some(id), Some(window)) = (here.member(), &self.window) else { return Default::default() };
        let answer = Country::over(window, id, page::SHOWN);
        (page::page(&answer, room.columns()), page::aside(&answer, room.beside))
    }

    fn count(&self, here: &Here<'_, 'r>) -> (String, String) {
        here.filtered(here.set.len(), here.within.len())
    }

    fn link(&self, here: &Here<'_, 'r>) -> LinkedView {
        here.member().filter(|_| !here.in_list()).map_or(LinkedView::Countries, LinkedView::Country)
    }

    fn file_name(&self, here: &Here<'_, 'r>) -> Option<String> {
        let code = here.record().code(here.member()?);
        Some(if here.in_list() { "countries".to_owned() } else { code.to_string() })
    }
}

/// A share as a percentage, or `–`.
fn percent(share: Option<f64>) -> String {
    share.map_or_else(|| "–".to_owned(), |share| format!("{:.1}", share * 100.0))
}

/// A member's votes as a tally, for its bar.
fn tally(position: Position) -> Tally {
    let count = |count: u32| u16::try_from(count).unwrap_or(u16::MAX);
    Tally {
        yes: count(position.yes),
        no: count(position.no),
        abstain: count(position.abstain),
        absent: count(position.absent.unwrap_or_default()),
    }
}

/// All members, sorted; by default by name. Those for which a column is not defined come last.
fn rows(shared: &Workspace<'_>, counts: &CountriesView<'_>, sort: Sort) -> Vec<Row> {
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
    let by_member = |ids: &mut Vec<MemberId>, key: &dyn Fn(MemberId) -> Option<f64>| {
        ids.sort_by(|&a, &b| {
            let (a, b) = (key(a), key(b));
            let order = b.unwrap_or_default().total_cmp(&a.unwrap_or_default());
            b.is_some().cmp(&a.is_some()).then(if sort.reverse { order.reverse() } else { order })
        });
    };
    match CountryColumn::at(sort.column) {
        Some(CountryColumn::Window) => by_member(&mut ids, &|id| counts.voted(id)),
        Some(CountryColumn::With) => by_member(&mut ids, &|id| counts.with(id).and_then(Figure::enough)),
        Some(CountryColumn::Shared) => by_member(&mut ids, &|id| counts.with(id).map(|figure| figure.n.into())),
        Some(CountryColumn::Last) => {
            ids.sort_by_key(|&id| std::cmp::Reverse(counts.last(id)));
            if sort.reverse {
                ids.reverse();
            }
            ids.sort_by_key(|&id| counts.last(id).is_none());
        }
        Some(CountryColumn::Code) => text(&mut ids, &|id| Some(members.get(id).code.to_string())),
        Some(CountryColumn::Cast) => by(&mut ids, &|position| Some(f64::from(position.cast()))),
        Some(CountryColumn::Attendance) => by(&mut ids, &Position::attendance),
        Some(CountryColumn::ShareOf(state)) => by(&mut ids, &|position| position.share(state)),
        Some(CountryColumn::Group) => text(&mut ids, &|id| members.get(id).group.as_ref().map(ToString::to_string)),
        Some(CountryColumn::Name | CountryColumn::Bar) | None => {
            if sort.reverse {
                ids.reverse();
            }
        }
    }
    ids.into_iter().map(Row::Member).collect()
}

/// The cell of a member in a column.
fn cell(shared: &Workspace<'_>, counts: &CountriesView<'_>, id: MemberId, at: PlacedColumn) -> Line {
    let member = shared.record().members().get(id);
    let position = counts.of(id);
    let share = |state| vec![Piece::new(percent(position.share(state)), Role::Vote(state))];
    match CountryColumn::at(at.column) {
        Some(CountryColumn::Name) => vec![Piece::plain(member.name.to_string())],
        Some(CountryColumn::Code) => vec![Piece::quiet(member.code.to_string())],
        Some(CountryColumn::Cast) => vec![Piece::plain(thousands(position.cast() as usize))],
        Some(CountryColumn::Attendance) => vec![Piece::plain(percent(position.attendance()))],
        Some(CountryColumn::Window) => vec![Piece::plain(percent(counts.voted(id)))],
        // On few votes it has no rank, and the n beside it says why.
        Some(CountryColumn::With) => vec![Piece::plain(value(counts.with(id).and_then(Figure::enough)))],
        Some(CountryColumn::Shared) => {
            vec![Piece::quiet(thousands(counts.with(id).map_or(0, |figure| figure.n) as usize))]
        }
        Some(CountryColumn::Last) => {
            vec![Piece::quiet(counts.last(id).map_or_else(|| "–".to_owned(), |day| day.to_string()))]
        }
        Some(CountryColumn::ShareOf(state)) => share(state),
        Some(CountryColumn::Bar) => bar(tally(position), at.width.into()),
        Some(CountryColumn::Group) => vec![Piece::quiet(member.group.as_deref().unwrap_or("–").to_owned())],
        None => Line::new(),
    }
}
