//! The map as a view: what is listed, said and written of it, and what its keys do.

use std::borrow::Cow;

use ratatui::layout::Size;

use crate::actions::Action;
use crate::answer::world::{InBloc, MapRemark, MapValue};
use crate::answer::{Show, Window, WorldReport};
use crate::app::App;
use crate::app::bar::mark;
use crate::app::columns::{ListColumn, NamedColumn, PlacedColumn, Sort};
use crate::app::layout::Focus;
use crate::app::line_editor::Side;
use crate::app::list::Row;
use crate::app::page::{Line, LinkTarget, Page, Piece, Role};
use crate::app::session::Workspace;
use crate::app::views::{Boxed, Here, OpenedFrom, Pointed, Response, Room, View, ViewKind, countries, votes};
use crate::link::LinkedView;
use crate::query::{Expression, Query};
use crate::record::{MemberId, Record, RollCallId, RollCallSet, State};
use crate::report::text::thousands;
use crate::report::{Format, Style, render};

use super::{KIND, MapContent, WorldView, page};

/// The columns of members on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum MapColumn {
    Name,
    /// The vote, the agreement, or the bloc.
    Value,
    /// The votes that both cast, where there is an agreement.
    Shared,
}

impl NamedColumn for MapColumn {
    const ALL: &'static [Self] = &[Self::Name, Self::Value, Self::Shared];
}

impl<'r> View<'r> for WorldView {
    fn kind(&self) -> &'static ViewKind {
        &KIND
    }

    fn boxed(&self) -> Boxed<'r> {
        Box::new(self.clone())
    }

    fn has_aside(&self) -> bool {
        false
    }

    fn is_drawn(&self) -> bool {
        true
    }

    fn page_is_whole(&self) -> Option<bool> {
        // Where nobody is listed it says why.
        Some(self.answer.as_ref().is_none_or(|answer| answer.values.is_empty()))
    }

    fn shares(&self, _screen: u16) -> [u16; 2] {
        [27, 22]
    }

    fn recompute(&mut self, query: &Query, set: &RollCallSet, shared: &Workspace<'r>) {
        let (record, window) = (shared.record(), Window::of(shared.lexicon, query, set));
        self.seen = match self.shown {
            MapContent::RollCall(asked) => {
                let of_window = |id: &RollCallId| query.is_empty() || set.contains(*id);
                asked.filter(of_window).or_else(|| set.iter().next_back())
            }
            _ => None,
        };
        self.answer = Some(match &self.shown {
            MapContent::RollCall(_) => match self.seen {
                Some(id) => WorldReport::of_rollcall(record, id, window),
                None => {
                    self.answer = None;
                    return;
                }
            },
            MapContent::Country(id) => WorldReport::of_member(record, *id, window, set),
            MapContent::Blocs(texts) => {
                let read = |at: usize| texts.get(at).and_then(|text| Expression::parse(text, shared.lexicon).ok());
                let (a, b) = (read(0), read(1));
                WorldReport::of_blocs(record, [a.as_ref(), b.as_ref()], window, set)
            }
        });
    }

    fn columns(&self, _session: &Workspace<'_>) -> Vec<ListColumn> {
        let (name, long) = match self.shown {
            MapContent::RollCall(_) => ("vote", "vote"),
            MapContent::Country(_) => ("agr.", "agreement"),
            MapContent::Blocs(_) => ("bloc", "bloc"),
        };
        let head = |&column: &MapColumn| match column {
            MapColumn::Name => Some(ListColumn::text("country", "name", 0, 0)),
            MapColumn::Value => Some(ListColumn::text(name, long, 5, 0)),
            MapColumn::Shared => {
                let shared = ListColumn::number("n", "votes that both cast", 5, 28);
                matches!(self.shown, MapContent::Country(_)).then_some(shared)
            }
        };
        MapColumn::ALL.iter().filter_map(head).collect()
    }

    fn rows(&self, _set: &RollCallSet, sort: Sort, shared: &Workspace<'_>) -> Vec<Row> {
        let mut ids: Vec<_> = shared.by_name.iter().copied().filter(|&id| self.value(id).is_some()).collect();
        let rank = |id: &MemberId| match self.value(*id) {
            Some(MapValue::Vote(state)) => {
                State::ALL.iter().rposition(|&other| other == state).map_or(0.0, |at| -(at as f64))
            }
            Some(MapValue::Agreement { value, .. }) => value,
            Some(MapValue::InBloc(InBloc::Both)) => 3.0,
            Some(MapValue::Itself | MapValue::InBloc(InBloc::A)) => 2.0,
            Some(MapValue::InBloc(InBloc::B)) => 1.0,
            None => -1.0,
        };
        let n = |id: &MemberId| match self.value(*id) {
            Some(MapValue::Agreement { n, .. }) => n,
            _ => 0,
        };
        match MapColumn::at(sort.column) {
            Some(MapColumn::Value) => ids.sort_by(|a, b| rank(b).total_cmp(&rank(a))),
            Some(MapColumn::Shared) => ids.sort_by_key(|id| std::cmp::Reverse(n(id))),
            Some(MapColumn::Name) | None => {}
        }
        if sort.reverse {
            ids.reverse();
        }
        ids.into_iter().map(Row::Member).collect()
    }

    fn cell(&self, row: Row, at: PlacedColumn, shared: &Workspace<'_>) -> Line {
        let Row::Member(id) = row else { return Line::new() };
        let Some(column) = MapColumn::at(at.column) else { return Line::new() };
        match (column, self.value(id)) {
            (MapColumn::Name, _) => vec![Piece::plain(shared.record().name(id).to_owned())],
            (MapColumn::Value, Some(MapValue::Vote(state))) => vec![Piece::new(mark(state), Role::Strong(state))],
            (MapColumn::Value, Some(MapValue::Agreement { value, .. })) => vec![Piece::plain(format!("{value:.3}"))],
            (MapColumn::Value, Some(value)) => vec![Piece::plain(value.letter().to_string())],
            (MapColumn::Shared, Some(MapValue::Agreement { n, .. })) => vec![Piece::quiet(thousands(n as usize))],
            (MapColumn::Value | MapColumn::Shared, _) => Line::new(),
        }
    }

    fn pages(&self, here: &Here<'_, 'r>, room: Room) -> (Page, Page) {
        let size = (room.columns(), room.page.height);
        (page::page(here.session, self, here.set, size, here.member()), Page::default())
    }

    fn title(&self, here: &Here<'_, 'r>) -> String {
        self.subject(here.record())
    }

    fn chosen(&self, here: &Here<'_, 'r>) -> String {
        match self.shown {
            MapContent::RollCall(_) => {
                self.seen.map(|id| here.record().rollcall(id).short_symbol().into_owned()).unwrap_or_default()
            }
            _ => here.asked(true),
        }
    }

    fn empty(&self, here: &Here<'_, 'r>) -> (&'static str, Cow<'static, str>) {
        if here.set.is_empty() {
            return here.nothing_matches();
        }
        match self.answer.as_ref().and_then(|answer| answer.remark) {
            Some(MapRemark::NotRecorded) => (
                "The votes by member were not recorded.",
                "n goes to a later text, p to an earlier; 1 goes to the list.".into(),
            ),
            None => ("No member has a value here.", "/ sets the window; 1 goes to the roll calls.".into()),
        }
    }

    fn act(&mut self, action: Action, here: &Here<'_, 'r>) -> Response<'r> {
        let pans = !here.in_list();
        Response::shown(match action {
            Action::Nearer => self.zoom(true),
            Action::Farther => self.zoom(false),
            Action::Whole => self.whole(),
            Action::Left if pans => self.pan(-1.0, 0.0),
            Action::Right if pans => self.pan(1.0, 0.0),
            Action::Up if pans => self.pan(0.0, -1.0),
            Action::Down if pans => self.pan(0.0, 1.0),
            Action::Earlier | Action::Later => return self.turn(action == Action::Later, here),
            _ => return Response::Passed,
        })
    }

    fn offers(&self, action: Action) -> Option<bool> {
        matches!(action, Action::Earlier | Action::Later).then_some(true)
    }

    fn point(&mut self, (line, column): (usize, usize), _room: Size, here: &Here<'_, 'r>) -> Option<Pointed> {
        let member = here.page.page().land_at(line + here.page.scroll().first, column)?;
        Some(Pointed { row: Row::Member(member), moved: false })
    }

    fn opens(&self, here: &Here<'_, 'r>) -> Option<LinkTarget> {
        here.member().map(LinkTarget::Member)
    }

    fn origin(&self) -> OpenedFrom {
        OpenedFrom::Picture(match self.shown {
            MapContent::RollCall(_) => self.seen,
            _ => None,
        })
    }

    fn link(&self, _here: &Here<'_, 'r>) -> LinkedView {
        match &self.shown {
            MapContent::RollCall(_) => LinkedView::World(self.seen),
            MapContent::Country(id) => LinkedView::WorldCountry(*id),
            MapContent::Blocs(texts) => LinkedView::WorldBlocs(texts.clone()),
        }
    }

    fn export(&self, here: &Here<'_, 'r>, format: Format, style: Style) -> Option<String> {
        let (record, lexicon) = (here.record(), here.session.lexicon);
        match self.shown {
            MapContent::RollCall(_) => {
                let id = self.seen?;
                Some(render(&Show::new(lexicon, id, &lexicon.symbol(id)), record, format, style))
            }
            MapContent::Country(id) => Some(here.member_as_file(id, format, style)),
            MapContent::Blocs(_) => here.rows_as_file(format, style),
        }
    }
}

impl WorldView {
    /// "Votes on A/RES/ES-11/7".
    pub(super) fn subject(&self, record: &Record) -> String {
        match &self.shown {
            MapContent::RollCall(_) => match self.seen {
                Some(id) => format!("Votes on {}", record.rollcall(id).short_symbol()),
                None => "Votes".to_owned(),
            },
            MapContent::Country(id) => format!("Agreement with {}", record.name(*id)),
            MapContent::Blocs(texts) => texts.join(" and "),
        }
    }

    /// Goes on to the map of another roll call: the next of the window, if that is of some, or else of its series. Says
    /// which it is.
    fn turn<'r>(&mut self, later: bool, here: &Here<'_, 'r>) -> Response<'r> {
        if !matches!(self.shown, MapContent::RollCall(_)) {
            return Response::Passed;
        }
        let Some(id) = self.seen else { return Response::Said("the window is empty; / changes the filter".to_owned()) };
        let (to, of) = if here.query.is_empty() {
            let Ok(index) = here.session.series() else { return Response::Passed };
            (if later { index.later(id) } else { index.earlier(id) }, "its series")
        } else {
            let next = if later {
                here.set.iter().find(|&other| other > id)
            } else {
                here.set.iter().rfind(|&other| other < id)
            };
            (next, "the window")
        };
        let which = if later { "later" } else { "earlier" };
        let Some(to) = to else { return Response::Said(format!("no {which} roll call in {of}")) };
        self.shown = MapContent::RollCall(Some(to));
        Response::Recompute(Some(format!("{which} roll call of {of}")))
    }
}

/// The map of the last roll call; the list of them where there is none.
pub(super) fn first<'r>(session: &Workspace<'r>) -> Boxed<'r> {
    if session.record().usual().is_empty() {
        return votes::first(session);
    }
    Box::new(WorldView::new(MapContent::RollCall(None)))
}

/// Opens the map that a link names.
pub(in crate::app::views) fn opens(app: &mut App<'_>, link: &LinkedView, query: &str) -> bool {
    let content = match link {
        LinkedView::World(None) => return app.open_first(&KIND, query),
        LinkedView::World(Some(id)) => MapContent::RollCall(Some(*id)),
        LinkedView::WorldCountry(id) => MapContent::Country(*id),
        LinkedView::WorldBlocs(texts) => MapContent::Blocs(texts.clone()),
        _ => return false,
    };
    app.open_map(content, query)
}

impl App<'_> {
    /// Goes to the map of what is open: the roll call, the two blocs, agreement with the member; from another picture of the
    /// roll call that it was opened from.
    pub(super) fn go_to_map(&mut self) -> bool {
        let view = self.view();
        if view.kind() == &KIND {
            return self.view_mut().go(Focus::List);
        }
        let blocs: Vec<_> = Side::BOTH.into_iter().filter_map(|side| view.bloc(side)).map(String::from).collect();
        let here = match view.view().origin() {
            OpenedFrom::Picture(_) => self.rollcall_before(),
            _ => self.rollcall_here(),
        };
        let shown = match (here, view.member()) {
            _ if !blocs.is_empty() => MapContent::Blocs(blocs),
            (Some(id), _) => MapContent::RollCall(Some(id)),
            (None, Some(id)) if view.kind() == &countries::KIND => MapContent::Country(id),
            _ => return self.go_to(&KIND),
        };
        let query = view.filter().text().to_owned();
        self.open_map(shown, &query)
    }

    /// Opens a map under a query; without it, and saying so, where it does not let the roll call through that is asked for.
    fn open_map(&mut self, content: MapContent, query: &str) -> bool {
        let asked = if let MapContent::RollCall(asked) = content { asked } else { None };
        let leaves_out = |id| {
            let lexicon = self.shared.lexicon;
            Query::parse(query, lexicon).is_ok_and(|query| !query.is_empty() && !query.run(lexicon).contains(id))
        };
        if asked.is_some_and(leaves_out) {
            self.notice = Some(format!("Not in \"{query}\"; filter cleared"));
            return self.open_under(Box::new(WorldView::new(content)), "");
        }
        // A vote is shown in its own universe.
        let universe = asked.filter(|_| query.is_empty()).map(|id| self.universe_of(&self.record().only(id)));
        let query = universe.unwrap_or(query);
        self.open_under(Box::new(WorldView::new(content)), query)
    }
}
