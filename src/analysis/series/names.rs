//! Words that name a place: a text on one country is not one on another, however alike their titles are.

use std::collections::HashSet;

use crate::record::{Members, fold};

/// Places that are no members.
const PLACES: [&str; 10] =
    ["africa", "america", "asia", "atlantic", "caribbean", "europe", "namibia", "ocean", "pacific", "palestine"];
/// Words of members' names that name no place by themselves.
const GENERAL: [&str; 36] = [
    "arab",
    "central",
    "city",
    "democratic",
    "east",
    "eastern",
    "federal",
    "federated",
    "federation",
    "former",
    "great",
    "independent",
    "island",
    "islands",
    "islamic",
    "kingdom",
    "land",
    "north",
    "northern",
    "people",
    "peoples",
    "plurinational",
    "province",
    "republic",
    "republics",
    "saint",
    "socialist",
    "south",
    "southern",
    "soviet",
    "state",
    "states",
    "union",
    "united",
    "west",
    "western",
];

/// The words of the names of `members` and of other places.
pub(super) fn places(members: &Members) -> HashSet<String> {
    let names = members.iter().flat_map(|(_, member)| {
        let used = member.names.iter().map(|used| fold(&used.name));
        used.chain([fold(&member.name)]).collect::<Vec<_>>()
    });
    let words = names.flat_map(|name| name.split(' ').map(str::to_owned).collect::<Vec<_>>());
    let mut places: HashSet<_> = words.filter(|word| word.len() > 3 && !GENERAL.contains(&word.as_str())).collect();
    places.extend(PLACES.map(str::to_owned));
    places
}
