//! Going from one view to another and back.

use crate::query::{self, Link, shell_quoted};
use crate::record::{MemberId, RollCallId};

use super::layout::Focus;
use super::line_editor::Side;
use super::list::Row;
use super::page::LinkTarget;
use super::picker::Choice;
use super::subject::{Kind, Subject};
use super::view::View;
use super::views::compare::CompareView;
use super::views::pair::PairView;
use super::views::world::{Shown, WorldView};
use super::{App, Overlay};

/// How many views one can come back through.
const DEEPEST: usize = 100;

impl<'r> App<'r> {
    pub(super) fn view_mut(&mut self) -> &mut View<'r> {
        let last = self.views.len() - 1;
        &mut self.views[last]
    }

    /// Opens a view over the one that is seen.
    pub(super) fn push(&mut self, view: View<'r>) {
        if self.views.len() == DEEPEST {
            self.views.remove(0);
        }
        self.views.push(view);
    }

    /// Goes to a view that has a number: back to it if one came by it, and otherwise to it as it was left; under the filter
    /// of now, unless that is of roll calls side by side, which have none.
    pub(super) fn go_to(&mut self, kind: Kind) -> bool {
        if kind == Kind::Compare && self.go_to_marked() {
            return true;
        }
        if self.view().kind() == kind {
            return self.view_mut().go(Focus::List);
        }
        let query = self.view().filter().text().to_owned();
        if let Some(at) = self.views.iter().rposition(|view| view.kind() == kind) {
            let filtered = self.view().kind() != Kind::Compare;
            self.left.extend(self.views.drain(at + 1..));
            let shared = &self.shared;
            if let Some(view) = self.views.last_mut().filter(|view| filtered && view.filter().text() != query) {
                view.filter_by(&query, shared);
            }
        } else {
            let at = self.left.iter().rposition(|view| view.kind() == kind);
            let view = match at.map(|at| self.left.swap_remove(at)) {
                None => View::new(kind, &query, &self.shared),
                Some(left) => {
                    let mut view = View::of(left.about().clone(), &query, &self.shared);
                    view.set_sort(left.sort(), &self.shared);
                    if let Some(row) = left.list().selected() {
                        view.select(row);
                    }
                    view
                }
            };
            self.push(view);
        }
        self.left.drain(..self.left.len().saturating_sub(Kind::NUMBERED.len()));
        true
    }

    /// Goes back: from a page to the list beside it, or to the view that one came from.
    pub(super) fn back(&mut self) -> bool {
        let view = self.view();
        let is_dive = view.focus() != Focus::List && view.entered() != Focus::List && self.views.len() > 1;
        if view.focus() != Focus::List && !is_dive {
            return self.view_mut().go(Focus::List);
        }
        if self.views.len() > 1 {
            self.left.extend(self.views.pop());
            // What is shared may have changed since.
            let shared = &self.shared;
            if let Some(view) = self.views.last_mut() {
                view.refresh(shared);
            }
            return true;
        }
        self.notice = Some("nothing to go back to; / changes the filter, q leaves the program".to_owned());
        true
    }

    /// Goes where a place on a page leads.
    pub(super) fn follow(&mut self, to: &LinkTarget) -> bool {
        match to {
            LinkTarget::Member(id) => self.go_to_member(*id),
            LinkTarget::Pair(a, b) => self.go_to_pair(*a, *b, None),
            LinkTarget::RollCall(id) => self.go_to_rollcall(*id),
            LinkTarget::Part(term) => {
                let (about, row) = (self.view().about(), self.view().list().selected());
                let about = match about {
                    Subject::Drift(moved) => Subject::Drift(Box::new(moved.parted_here())),
                    about => about.clone(),
                };
                let members = matches!(about, Subject::Drift(_));
                let mut view = View::of(about, &self.view().narrowed(term), &self.shared);
                if let Some(row) = row.filter(|_| members) {
                    view.select(row);
                }
                self.push(view);
            }
            LinkTarget::NotWith(side, member) => {
                let view = match self.view().about() {
                    Subject::Blocs(blocs) => Subject::Blocs(Box::new(blocs.where_not_with(*side, *member))),
                    _ => return false,
                };
                self.open_here(view);
            }
            LinkTarget::Series(id) => self.go_to_series(*id, ""),
            LinkTarget::Pattern(states) => {
                if let Some(only) = self.view().compared().map(|compared| compared.only(states)) {
                    self.open_here(Subject::Compare(Box::new(only)));
                }
            }
            LinkTarget::Narrow(term, member) => {
                self.watch(Some(*member));
                let view = View::new(Kind::Votes, &self.view().narrowed(term), &self.shared);
                self.push(view);
                self.say_watched();
            }
            LinkTarget::Window => {
                let view = View::new(Kind::Votes, &self.view().narrowed(""), &self.shared);
                self.push(view);
            }
        }
        true
    }

    /// Goes to the page of a member, under the filter of now.
    pub(super) fn go_to_member(&mut self, id: MemberId) {
        let query = self.view().filter().text().to_owned();
        self.dive(Kind::Countries, &query, Row::Member(id));
    }

    fn map_of(&self, shown: Shown, query: &str) -> View<'r> {
        View::of(Subject::World(Box::new(WorldView::new(shown))), query, &self.shared)
    }

    /// The roll call that one came from: that of the pictures before, or the one from which the first of them was opened.
    pub(super) fn rollcall_before(&self) -> Option<RollCallId> {
        let mut pictures = true;
        for view in self.views.iter().rev() {
            let found = match view.about() {
                Subject::Positions(scatter) => scatter.wanted(),
                Subject::World(map) => match map.shown() {
                    Shown::RollCall(id) => Some(*id),
                    _ => None,
                },
                Subject::Matrix(_) => None,
                // A list that only stands below is another matter than the roll call that was left open.
                Subject::Votes | Subject::Series(_) | Subject::Compare(_) => {
                    return view.rollcall().filter(|_| pictures || view.focus() != Focus::List);
                }
                _ => {
                    pictures = false;
                    None
                }
            };
            if found.is_some() {
                return found;
            }
        }
        None
    }

    /// Goes to the map of what is open: the roll call, the two blocs, agreement with the member; from another picture of the
    /// roll call that one came from.
    pub(super) fn go_to_map(&mut self) -> bool {
        let view = self.view();
        if view.kind() == Kind::World {
            return self.view_mut().go(Focus::List);
        }
        let blocs: Vec<_> = Side::BOTH.into_iter().filter_map(|side| view.bloc(side)).map(String::from).collect();
        let here = match view.kind() {
            Kind::Positions | Kind::Matrix => self.rollcall_before(),
            _ => self.rollcall_here(),
        };
        let shown = match (view.kind(), here, view.member()) {
            (Kind::Blocs, ..) if !blocs.is_empty() => Shown::Blocs(blocs),
            (Kind::Countries, None, Some(id)) => Shown::Country(id),
            (_, Some(id), _) => Shown::RollCall(id),
            _ => return self.go_to(Kind::World),
        };
        self.open_here(Subject::World(Box::new(WorldView::new(shown))))
    }

    /// Opens a view under the filter of now.
    pub(super) fn open_here(&mut self, subject: Subject<'r>) -> bool {
        let query = self.view().filter().text().to_owned();
        let view = View::of(subject, &query, &self.shared);
        self.push(view);
        true
    }

    /// Goes to two members beside each other, under a filter or that of now.
    pub(super) fn go_to_pair(&mut self, a: MemberId, b: MemberId, query: Option<&str>) {
        let query = query.unwrap_or_else(|| self.view().filter().text()).to_owned();
        let view = View::of(Subject::Pair(Box::new(PairView::new(a, b))), &query, &self.shared);
        self.push(view);
    }

    /// Goes to a roll call, under the filter of now if that lets it through.
    pub(super) fn go_to_rollcall(&mut self, id: RollCallId) {
        let query = if self.view().set().contains(id) { self.view().filter().text().to_owned() } else { String::new() };
        self.dive(Kind::Votes, &query, Row::RollCall(id));
    }

    /// Opens a view in the page of one of its rows; says whether that is among those that the query lets through.
    fn dive(&mut self, kind: Kind, query: &str, row: Row) -> bool {
        let mut view = View::new(kind, query, &self.shared);
        let found = view.select(row);
        if found {
            view.enter_page();
            self.push(view);
        }
        found
    }

    /// Opens the view that a link names over the one that is seen.
    pub(super) fn open_link(&mut self, link: &Link) {
        let query = &link.query;
        let view = match &link.view {
            query::View::Show(id) => return self.dive_or_say(Kind::Votes, query, Row::RollCall(*id)),
            query::View::Country(id) => return self.dive_or_say(Kind::Countries, query, Row::Member(*id)),
            query::View::Series(id) => return self.go_to_series(*id, query),
            query::View::Pair(a, b) => return self.go_to_pair(*a, *b, Some(query)),
            query::View::Votes => View::new(Kind::Votes, query, &self.shared),
            query::View::Countries => View::new(Kind::Countries, query, &self.shared),
            query::View::World(None) => View::new(Kind::World, query, &self.shared),
            query::View::World(Some(id)) => self.map_of(Shown::RollCall(*id), query),
            query::View::WorldCountry(id) => self.map_of(Shown::Country(*id), query),
            query::View::WorldBlocs(texts) => self.map_of(Shown::Blocs(texts.clone()), query),
            query::View::Blocs(texts) => match texts.as_slice() {
                [] => View::new(Kind::Blocs, query, &self.shared),
                [a, rest @ ..] => self.blocs([a, rest.first().map_or("", String::as_str)], query),
            },
            query::View::Compare(ids) => {
                let compared = CompareView::new(self.record(), ids.clone(), false);
                View::of(Subject::Compare(Box::new(compared)), query, &self.shared)
            }
            query::View::Matrix => View::new(Kind::Matrix, query, &self.shared),
            query::View::Positions => View::new(Kind::Positions, query, &self.shared),
        };
        self.push(view);
    }

    /// Opens a view in the page of one of its rows; without the query, and saying so, where that does not let it through.
    fn dive_or_say(&mut self, kind: Kind, query: &str, row: Row) {
        if !self.dive(kind, query, row) {
            self.notice = Some(format!("it is not among the roll calls of \"{query}\", which is set aside"));
            self.dive(kind, "", row);
        }
    }

    /// Opens the view that a link names in the place of all others.
    pub fn start_at(&mut self, link: &Link) {
        self.open_link(link);
        self.views.drain(..self.views.len() - 1);
        self.fit();
    }

    /// The link of the view that is seen.
    pub fn link(&self) -> Link {
        let view = self.view();
        let subject = match (view.about(), view.focus(), view.list().selected()) {
            (Subject::Blocs(_), ..) => query::View::Blocs(
                Side::BOTH.into_iter().filter_map(|side| view.bloc(side)).map(String::from).collect(),
            ),
            (Subject::World(map), ..) => match map.shown() {
                Shown::RollCall(id) => query::View::World(Some(*id)),
                Shown::Country(id) => query::View::WorldCountry(*id),
                Shown::Blocs(texts) => query::View::WorldBlocs(texts.clone()),
            },
            (Subject::Pair(couple), ..) => {
                let [a, b] = couple.members();
                query::View::Pair(a, b)
            }
            (Subject::Matrix(_), ..) => query::View::Matrix,
            (Subject::Positions(_), ..) => query::View::Positions,
            // It has no link of its own: the member that others are held against.
            (Subject::Drift(moved), ..) => query::View::Country(moved.member()),
            // One alone is not side by side yet.
            (Subject::Compare(compared), ..) => {
                query::View::Compare(Some(compared.ids().to_vec()).filter(|ids| ids.len() > 1).unwrap_or_default())
            }
            (Subject::Series(_), _, Some(Row::RollCall(id))) => query::View::Series(id),
            (Subject::Series(whole), ..) => whole.last().map_or(query::View::Votes, |&id| query::View::Series(id)),
            (_, Focus::Page | Focus::Aside, Some(Row::RollCall(id))) => query::View::Show(id),
            (_, Focus::Page | Focus::Aside, Some(Row::Member(id))) => query::View::Country(id),
            (Subject::Votes, ..) => query::View::Votes,
            (Subject::Countries(_), ..) => query::View::Countries,
        };
        Link { view: subject, query: view.filter().text().to_owned() }
    }

    /// The command that opens the view that is seen.
    pub(super) fn command(&self) -> String {
        let corrected = if self.shared.record().is_corrected() { " --corrections" } else { "" };
        // What has no link of its own is answered by a command.
        if let Subject::Drift(moved) = self.view().about()
            && let Some(([before, after], _)) = moved.windows(self.view().filter().text())
        {
            let code = &self.record().members().get(moved.member()).code;
            let [before, after] = [before, after].map(|query| shell_quoted(&query));
            return format!("plenary drift {code} --before {before} --after {after}{corrected}");
        }
        let link = self.link().to_text(self.shared.lexicon());
        format!("plenary --at {}{corrected}", shell_quoted(&link))
    }

    /// Watches the votes of a member, or of none.
    pub(super) fn watch(&mut self, member: Option<MemberId>) {
        self.shared.watched = member;
        let shared = &self.shared;
        self.views.iter_mut().for_each(|view| view.refresh(shared));
    }

    /// Says whose vote stands beside each roll call.
    fn say_watched(&mut self) {
        let name = self.shared.watched.map(|member| &self.record().members().get(member).name);
        self.notice = Some(match name {
            Some(name) => format!("the vote of {name} stands beside each roll call; w chooses another, or none"),
            None => "nobody's vote stands beside each roll call".to_owned(),
        });
    }

    /// Takes what was chosen.
    pub(super) fn choose(&mut self, choice: Choice) {
        match choice {
            Choice::Country(id) => self.go_to_member(id),
            Choice::Pair(a, b) if a == b => self.notice = Some("a pair is of two different members".to_owned()),
            Choice::Pair(a, b) => self.go_to_pair(a, b, None),
            Choice::Watch(member) => {
                self.watch(member);
                self.say_watched();
            }
            Choice::Group(grouping) => {
                self.shared.group_by(grouping);
                self.regroup();
            }
            Choice::Sort(column) => {
                let shared = &self.shared;
                if let Some(view) = self.views.last_mut() {
                    view.sort_by(column, shared);
                }
            }
            Choice::Save(side) => self.ask_for_bloc_name(side),
            // A symbol alone is the roll call of that symbol.
            Choice::Link(text) => match Link::parse(&text, self.shared.lexicon())
                .or_else(|error| Link::parse(&format!("show/{text}"), self.shared.lexicon()).map_err(|_| error))
            {
                Ok(link) => self.open_link(&link),
                Err(error) => self.notice = Some(error.to_string()),
            },
            // Whoever opened the choice does what it says.
            Choice::Action(_) => {}
        }
    }

    /// Lays out what depends on the grouping, and says which it is.
    pub(super) fn regroup(&mut self) {
        let shared = &self.shared;
        for view in &mut self.views {
            let sort = view.compared().map(|compared| compared.sorted_by(&shared.grouping));
            match sort.filter(|sort| *sort != view.sort()) {
                Some(sort) => view.set_sort(sort, shared),
                None => view.refresh(shared),
            }
        }
        self.notice = Some(format!("members by {}", self.shared.grouping.name()));
    }

    /// Closes what lies over everything; says whether anything did.
    pub(super) fn close(&mut self) -> Option<Overlay> {
        self.over.take()
    }
}
