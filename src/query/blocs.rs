//! The blocs that have a name: built-in ones, regional groups and subregions of today.

use std::collections::HashSet;
use std::sync::LazyLock;

use jiff::civil::Date;
use serde::Deserialize;

use crate::record::{MemberId, Members, Record, RollCallSet, Text, fold};

use super::bloc_name::key;
use super::bloc_remark::{BlocRemark, MembersWhen, OpenMembers};
use super::lex::tokens;
use super::membership::{Membership, Time};

static BLOCS: &str = include_str!("../../assets/blocs.json");

/// Read at the first use: pages ask what a query names at each key.
static LINES: LazyLock<Result<Vec<BlocLine>, String>> =
    LazyLock::new(|| serde_json::from_str(BLOCS).map_err(|error| format!("assets/blocs.json: {error}")));

/// Short names of the regional groups, beside those of the record.
const GROUPS: [(&str, &str); 5] = [
    ("Africa", "African Group"),
    ("AsiaPacific", "Asia-Pacific Group"),
    ("EasternEurope", "Eastern European Group"),
    ("GRULAC", "GRULAC"),
    ("WEOG", "WEOG"),
];

/// What kind of bloc it is, which says how far its members are right for the past.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlocKind {
    /// Built-in: of each roll call's day, unless it has no days.
    Bloc,
    /// A regional group of the UN, as it is today.
    Group,
    /// A subregion of the UN's statistical standard.
    Subregion,
}

impl BlocKind {
    /// The word for it, as in the commands' JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Bloc => "bloc",
            Self::Group => "group",
            Self::Subregion => "subregion",
        }
    }
}

/// A set of members with a name.
#[derive(Clone, Debug)]
pub struct Bloc {
    /// Its short name, as after `@`.
    pub name: String,
    /// Its full name.
    pub title: String,
    /// What kind it is.
    pub kind: BlocKind,
    /// What is to be known of its dates.
    pub note: Option<String>,
    /// Who belongs to it.
    pub members: Membership,
}

/// A bloc as `assets/blocs.json` has it.
#[derive(Deserialize)]
struct BlocLine {
    name: String,
    title: String,
    note: Option<String>,
    members: Vec<BlocTerm>,
}

/// A member's time in a bloc.
#[derive(Deserialize)]
struct BlocTerm {
    code: Text,
    from: Option<Date>,
    surely_from: Option<Date>,
    surely_to: Option<Date>,
    to: Option<Date>,
}

impl Bloc {
    /// Whether its members are those of each day.
    pub fn is_dated(&self) -> bool {
        self.kind == BlocKind::Bloc && !self.members.is_constant()
    }

    /// What is to be known of it on the roll calls of `set`.
    pub(super) fn remark_with_note(&self, record: &Record, set: &RollCallSet) -> BlocRemark {
        let (name, note) = (self.name.clone(), self.note.clone());
        BlocRemark::BuiltIn { name, when: self.when(), open: self.open(record, set), note }
    }

    /// The same in short, where only a window names it.
    fn remark(&self, record: &Record, set: &RollCallSet) -> BlocRemark {
        BlocRemark::BuiltIn { name: self.name.clone(), when: self.when(), open: self.open(record, set), note: None }
    }

    /// Which day's members it has.
    fn when(&self) -> MembersWhen {
        match self.kind {
            BlocKind::Bloc if self.is_dated() => MembersWhen::EachDay,
            BlocKind::Group => MembersWhen::Today,
            BlocKind::Bloc | BlocKind::Subregion => MembersWhen::Always,
        }
    }

    /// Of whom it is not known on some roll call of `set` whether it was a member; none where all is known.
    fn open(&self, record: &Record, set: &RollCallSet) -> Option<OpenMembers> {
        let (members, rollcalls) = self.members.not_known(record, set);
        let mut names: Vec<_> = members.iter().map(|id| record.name(id).to_owned()).collect();
        names.sort_by_cached_key(|name| fold(name));
        let rollcalls = (set.len() != 1).then_some(rollcalls);
        (!names.is_empty()).then_some(OpenMembers { names, rollcalls })
    }
}

/// What is to be known of the built-in blocs that a query asks about, each once: of which day the members are, and of whom
/// that is not known on the roll calls of `set`.
pub fn remarks(query: &str, record: &Record, set: &RollCallSet) -> Vec<BlocRemark> {
    let pieces = tokens(query).unwrap_or_default().into_iter().flat_map(|token| token.terms);
    let names = pieces.filter_map(|piece| Some(key(piece.head?.0.strip_prefix('@')?)));
    let names: Vec<_> = names.collect();
    if names.is_empty() {
        return Vec::new();
    }
    let blocs = built_in(record.members()).unwrap_or_default();
    let asked = blocs.iter().filter(|bloc| names.contains(&key(&bloc.name)) || names.contains(&key(&bloc.title)));
    let saved =
        names.iter().filter(|name| blocs.iter().all(|bloc| key(&bloc.name) != **name && key(&bloc.title) != **name));
    let saved = saved.map(|name| BlocRemark::Saved(name.clone()));
    let mut remarks: Vec<_> = asked.map(|bloc| bloc.remark(record, set)).chain(saved).collect();
    let mut seen = HashSet::new();
    remarks.retain(|remark| seen.insert(remark.clone()));
    remarks
}

/// All blocs that have a name in this program.
///
/// # Errors
/// If the asset can't be read or names a seat that `members` lacks.
pub(super) fn built_in(members: &Members) -> Result<Vec<Bloc>, String> {
    let mut blocs = Vec::new();
    for BlocLine { name, title, note, members: terms } in LINES.as_ref().map_err(Clone::clone)? {
        let mut times = Vec::new();
        for &BlocTerm { ref code, from, surely_from, surely_to, to } in terms {
            let member = members.by_code(code).ok_or_else(|| format!("assets/blocs.json: {code} is no seat"))?;
            times.push(Time { member, from, surely_from, surely_to, to });
        }
        let (name, title, note) = (name.clone(), title.clone(), note.clone());
        blocs.push(Bloc { name, title, kind: BlocKind::Bloc, note, members: Membership::dated(&times) });
    }
    let of_today = |name: &str, title: &str, kind, among: &dyn Fn(MemberId) -> bool| {
        let ids = members.iter().map(|(id, _)| id).filter(|&id| among(id));
        let members = Membership::always(ids.collect());
        Bloc { name: name.to_owned(), title: title.to_owned(), kind, note: None, members }
    };
    for (name, title) in GROUPS {
        let among = |id| members.get(id).group.as_deref() == Some(title);
        blocs.push(of_today(name, title, BlocKind::Group, &among));
    }
    let mut subregions: Vec<_> = members.iter().filter_map(|(_, member)| member.subregion.as_deref()).collect();
    subregions.sort_unstable();
    subregions.dedup();
    let taken: HashSet<_> = blocs.iter().map(|bloc| key(&bloc.name)).collect();
    for subregion in subregions {
        let among = |id| members.get(id).subregion.as_deref() == Some(subregion);
        // A regional group bears the name of one subregion already.
        let name = if taken.contains(&key(subregion)) { format!("{subregion} M49") } else { subregion.to_owned() };
        blocs.push(of_today(&name, subregion, BlocKind::Subregion, &among));
    }
    Ok(blocs)
}
