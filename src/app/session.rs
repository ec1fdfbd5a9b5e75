//! What all views have in common: what is marked, whose votes are watched, how members are grouped.

use jiff::civil::Date;

use crate::answer::SeriesIndex;
use crate::map::{Chart, World};
use crate::query::{Belonging, BlocRemark, Expression, Lexicon};
use crate::record::{Member, MemberId, MemberSet, Record, RollCallId, RollCallSet};
use crate::report::IN_NO_GROUP;

use super::map_cells::MapCells;
use super::resources::Resources;

/// How the members of a roll call are grouped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Grouping {
    /// By how they voted.
    #[default]
    Vote,
    /// By the regional group of today.
    Group,
    /// By the subregion of today.
    Subregion,
    /// Those of a bloc, on the day of the roll call, and the others: its name, as after `@`.
    Bloc(String),
}

impl Grouping {
    /// What it is called on the screen and in the state of a visit.
    pub fn name(&self) -> String {
        match self {
            Self::Vote => "vote".to_owned(),
            Self::Group => "regional group".to_owned(),
            Self::Subregion => "subregion".to_owned(),
            Self::Bloc(name) => format!("@{name}"),
        }
    }

    /// What it is called on a page, and of when it is.
    pub(super) fn in_words(&self) -> String {
        let when = if matches!(self, Self::Bloc(_)) { "of that day" } else { "of today" };
        format!("{}, {when}", self.name())
    }

    /// The grouping of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "vote" => Some(Self::Vote),
            "regional group" => Some(Self::Group),
            "subregion" => Some(Self::Subregion),
            _ => name.strip_prefix('@').map(|name| Self::Bloc(name.to_owned())),
        }
    }
}

/// What all views share.
#[derive(Debug)]
pub struct Workspace<'r> {
    pub(super) lexicon: &'r Lexicon<'r>,
    known: &'r Resources<'r>,
    pub(super) by_name: Vec<MemberId>,
    /// The marked roll calls, in the order in which they were marked.
    pub(super) marks: Vec<RollCallId>,
    /// The member whose vote is beside each roll call.
    pub(super) watched: Option<MemberId>,
    pub(super) grouping: Grouping,
    /// The last bloc that was grouped by, so that turning the grouping comes by it again.
    pub(super) bloc: Option<String>,
    /// What a map is made of.
    pub(super) cells: MapCells,
    /// Whether the topics are known, which takes longer than a frame may.
    pub(super) prepared: bool,
}

impl<'r> Workspace<'r> {
    pub(super) fn new(known: &'r Resources<'r>) -> Self {
        let lexicon = known.lexicon();
        Self {
            lexicon,
            known,
            by_name: lexicon.record().members().by_name(),
            marks: Vec::new(),
            watched: None,
            grouping: Grouping::default(),
            bloc: None,
            cells: MapCells::default(),
            prepared: false,
        }
    }

    /// The record.
    pub fn record(&self) -> &'r Record {
        self.lexicon.record()
    }

    /// What words mean in it.
    pub fn lexicon(&self) -> &'r Lexicon<'r> {
        self.lexicon
    }

    /// The series of its roll calls.
    ///
    /// # Errors
    /// If the list in the assets can't be read, which the tests rule out.
    pub(super) fn series(&self) -> Result<&'r SeriesIndex, &'r str> {
        self.known.series()
    }

    /// All land, flat.
    pub(super) fn map(&self) -> Option<(&'r World, &'r Chart)> {
        self.known.map()
    }

    /// The series if they are known already: for what is drawn before anybody asks for them.
    pub(super) fn series_so_far(&self) -> Option<&'r SeriesIndex> {
        if self.prepared { self.series().ok() } else { None }
    }

    /// The marked roll calls, in the order in which they were marked.
    pub fn marks(&self) -> &[RollCallId] {
        &self.marks
    }

    /// The member whose vote is beside each roll call.
    pub fn watched(&self) -> Option<MemberId> {
        self.watched
    }

    /// How the members of a roll call are grouped.
    pub fn grouping(&self) -> &Grouping {
        &self.grouping
    }

    /// Marks a roll call, or takes the mark away.
    pub(super) fn mark(&mut self, id: RollCallId) {
        match self.marks.iter().position(|&marked| marked == id) {
            Some(at) => drop(self.marks.remove(at)),
            None => self.marks.push(id),
        }
    }

    /// Groups in the next way: by vote, regional group, subregion, then by the bloc that was last chosen.
    pub(super) fn cycle_grouping(&mut self) {
        self.grouping = match &self.grouping {
            Grouping::Vote => Grouping::Group,
            Grouping::Group => Grouping::Subregion,
            Grouping::Subregion => self.bloc.clone().map_or(Grouping::Vote, Grouping::Bloc),
            Grouping::Bloc(_) => Grouping::Vote,
        };
    }

    /// Groups in a way.
    pub(super) fn group_by(&mut self, grouping: Grouping) {
        if let Grouping::Bloc(name) = &grouping {
            self.bloc = Some(name.clone());
        }
        self.grouping = grouping;
    }

    /// Members in the groups of the grouping, each with its name: of a bloc those of a day, and all others. By vote they
    /// are in their regional groups.
    pub(super) fn grouped(&self, members: &MemberSet, day: Date) -> Vec<(String, MemberSet)> {
        if let Grouping::Bloc(name) = &self.grouping {
            let inside = self.inside(name, day).inside;
            return vec![(format!("@{name}"), members & &inside), ("all others".to_owned(), members - &inside)];
        }
        let groups = self.record().members().grouped(members, |seat| self.group_of(seat)).into_iter();
        groups.map(|(name, members)| (name.unwrap_or(IN_NO_GROUP).to_owned(), members)).collect()
    }

    /// The members of a bloc on a day; none of one that is not known any more.
    pub(super) fn inside(&self, bloc: &str, day: Date) -> Belonging {
        self.expression(bloc).map_or(Belonging::EMPTY, |bloc| bloc.members().belonging(day))
    }

    /// Of which day the members of the groups are, and of whom that is not known on those roll calls; nothing where they
    /// are grouped by no bloc.
    pub(super) fn grouping_remarks(&self, set: &RollCallSet) -> Vec<BlocRemark> {
        let Grouping::Bloc(name) = &self.grouping else { return Vec::new() };
        self.expression(name).map_or_else(Vec::new, |bloc| bloc.remarks(self.lexicon, set))
    }

    fn expression(&self, bloc: &str) -> Option<Expression> {
        Expression::parse(&format!("@\"{bloc}\""), self.lexicon).ok()
    }

    /// The group of today that a member is in, a subregion where members are grouped that way.
    pub(super) fn group_of<'m>(&self, member: &'m Member) -> Option<&'m str> {
        let group = if self.grouping == Grouping::Subregion { &member.subregion } else { &member.group };
        group.as_deref()
    }

    /// Those of a set of members, by name.
    pub(super) fn named(&self, members: MemberSet) -> impl Iterator<Item = MemberId> {
        self.by_name.iter().copied().filter(move |&member| members.contains(member))
    }
}
