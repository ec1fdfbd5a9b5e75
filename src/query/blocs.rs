//! The blocs that have a name: built-in ones, regional groups and subregions of today.

use jiff::civil::Date;
use serde::Deserialize;

use crate::record::{MemberId, Members, Text, fold};

use super::membership::Membership;

static BLOCS: &str = include_str!("../../assets/blocs.json");

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
    /// Built-in: of each roll call's day where it is dated.
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
    /// Its short name, as behind `@`.
    pub name: String,
    /// Its full name.
    pub title: String,
    /// What kind it is.
    pub kind: BlocKind,
    /// Whether its members are those of each day.
    pub dated: bool,
    /// What is to be known of its dates.
    pub note: Option<String>,
    /// Who belongs to it.
    pub members: Membership,
}

/// A bloc as `assets/blocs.json` has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    name: String,
    title: String,
    dated: bool,
    #[serde(rename = "source")]
    _source: Option<String>,
    note: Option<String>,
    members: Vec<Term>,
}

/// A member's time in a bloc.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Term {
    code: Text,
    from: Option<Date>,
    to: Option<Date>,
    #[serde(rename = "precision")]
    _precision: Option<String>,
}

/// All blocs that have a name in this program.
///
/// # Errors
/// If the asset can't be read or names a seat that `members` lacks.
pub(super) fn built_in(members: &Members) -> Result<Vec<Bloc>, String> {
    let lines: Vec<Line> = serde_json::from_str(BLOCS).map_err(|error| format!("assets/blocs.json: {error}"))?;
    let mut blocs = Vec::new();
    for line in lines {
        let mut terms = Vec::new();
        for Term { code, from, to, .. } in line.members {
            let id = members.by_code(&code).ok_or_else(|| format!("assets/blocs.json: {code} is no seat"))?;
            terms.push((id, from, to));
        }
        let Line { name, title, dated, note, .. } = line;
        blocs.push(Bloc { name, title, kind: BlocKind::Bloc, dated, note, members: Membership::dated(&terms) });
    }
    let of_today = |name: &str, title: &str, kind, among: &dyn Fn(MemberId) -> bool| {
        let ids = members.iter().map(|(id, _)| id).filter(|&id| among(id));
        let members = Membership::always(ids.collect());
        Bloc { name: name.to_owned(), title: title.to_owned(), kind, dated: false, note: None, members }
    };
    for (name, title) in GROUPS {
        let among = |id| members.get(id).group.as_deref() == Some(title);
        blocs.push(of_today(name, title, BlocKind::Group, &among));
    }
    let mut subregions: Vec<_> = members.iter().filter_map(|(_, member)| member.subregion.as_deref()).collect();
    subregions.sort_unstable();
    subregions.dedup();
    for subregion in subregions {
        let among = |id| members.get(id).subregion.as_deref() == Some(subregion);
        // A regional group bears the name of one subregion already.
        let taken = blocs.iter().any(|bloc| key(&bloc.name) == key(subregion));
        let name = if taken { format!("{subregion} M49") } else { subregion.to_owned() };
        blocs.push(of_today(&name, subregion, BlocKind::Subregion, &among));
    }
    Ok(blocs)
}

/// A bloc's name as names are compared: without regard to case, accents and spaces.
pub(super) fn key(name: &str) -> String {
    fold(name).replace(' ', "")
}
