//! The Security Council in the explorer: its universe by a key, its roll calls with who vetoed, its words for members without a
//! seat.

use super::{Explorer, RECORD, each_shows};

#[test]
fn a_key_goes_through_the_universes() {
    each_shows(
        120,
        40,
        &[
            ("", "╰─ Assembly, adopted"),
            ("u", "╰─ Assembly, all"),
            ("u u", "Votes ── body:council ── 3,161 of 3,161 roll calls"),
            ("u u", "╰─ Council ─"),
            ("u u u", "╰─ Assembly and Council"),
            ("u u u u", "Votes ── {all} roll calls"),
            // What else is asked stays.
            ("/ topic:ukraine_since:2022 Enter u u", "topic:ukraine since:2022 body:council"),
            ("/ topic:ukraine_since:2022 Enter u u", "Council: "),
            ("/ body:council_since:2022 Enter u u", "Votes ── since:2022 ── "),
            ("/ kind:amendment Enter u", "Votes ── body:council ── "),
            // A term that is about other votes by itself is not overruled.
            ("/ veto:USA Enter u", "the filter's veto:USA sets which votes are shown"),
            ("/ symbol:es-11/7 Enter u", "Assembly, all: "),
            ("/ es-11/7 Enter u u", "the filter's ES-11/7 sets which votes are shown"),
            ("/ s/2025/115 Enter u", "sets which votes are shown"),
            // What asks for less than a universe is told of where it goes.
            ("/ kind:paragraph Enter u", "kind:paragraph is left out now"),
            ("/ cuba_outcome:rejected Enter u", "outcome:rejected is left out now"),
            // What counts back from the last day does so in each universe.
            ("/ year:last Enter u u", "Votes ── year:2025 body:council ── 50 of 3,161 roll calls"),
            // In every view, from its page too.
            ("2 u u", "Countries ── body:council ── 3,161 of 3,161 roll calls"),
            ("Enter u u", "╰─ Council ─"),
            ("X u u", "╰─ Council ─"),
            ("A u u", "╰─ Council ─"),
            ("3 u u", "╰─ Council ─"),
        ],
    );
}

#[test]
fn every_view_says_at_every_width_which_votes_it_is_about() {
    for (width, height) in [(80, 24), (100, 30), (120, 40), (200, 60)] {
        for keys in ["", "2", "2 Enter", "3", "5", "X", "A", "2 v israel Enter", "r"] {
            for (filter, said) in [("", "Assembly, adopted"), ("body:council", "Council")] {
                let mut explorer = Explorer::new(width, height, filter);
                explorer.press(keys);
                let borders: Vec<String> =
                    explorer.text().lines().filter(|line| line.contains('╰')).map(str::to_owned).collect();
                assert!(
                    borders.iter().any(|line| line.contains(&format!("╰─ {said} "))),
                    "{width}×{height} {keys:?} {filter:?}\n{}",
                    explorer.text()
                );
            }
        }
    }
}

#[test]
fn a_roll_call_of_the_council_begins_with_its_permanent_members() {
    each_shows(
        120,
        40,
        &[
            ("/ symbol:S/2025/115_body:council Enter", "veto Maintenance of peace"),
            ("/ symbol:S/2025/115_body:council Enter", "vetoed by"),
            ("/ symbol:S/2025/115_body:council Enter", "Permanent members 5"),
            ("/ symbol:S/2025/115_body:council Enter", "N Russia         no, vetoed"),
            ("/ symbol:S/2025/115_body:council Enter", "A United States  abstain"),
            ("/ symbol:S/2025/115_body:council Enter", "Elected members: yes 7"),
            // A no on a text that was adopted is no veto.
            ("/ symbol:S/RES/410_body:council Enter", "15 members"),
            // Opened by its symbol or its link it is shown in its own universe.
            (": show/S/RES/2774 Enter", "S/RES/2774(2025)"),
            (": show/S/RES/2774 Enter", "╰─ Council ─"),
            (": world/S/RES/2774 Enter", "╰─ Council ─"),
            (": compare/S/2025/115,S/2025/116 Enter", "╰─ Council ─"),
            (": compare/S/2025/115,ES-11/7 Enter", "╰─ Assembly, adopted, and Council ─"),
            (": S/RES/2774 Enter r", "Series ── body:council"),
            ("w hungary Enter : show/S/RES/2774 Enter", "Hungary has no vote here: not on the"),
            (": country/HUN?body:council_year:2025 Enter", "Not on the Council on any of these roll calls"),
            (": compare/S/2025/115,S/2025/116 Enter", "not on the Council"),
        ],
    );
}

#[test]
fn a_member_says_when_it_sat_there_and_leads_to_its_vetoes() {
    each_shows(
        200,
        100,
        &[
            (": country/DEU Enter", "1977–1978, 1987–1988, 1995–1996"),
            (": country/CHN Enter", "permanent member, 1946–2025"),
            (": country/CHN Enter End Enter", "Votes ── veto:CHN ── 21 of 3,161 roll calls"),
        ],
    );
}

#[test]
fn elected_and_permanent_members_are_all_that_sat() {
    let mut explorer = Explorer::new(120, 60, "symbol:S/RES/2774 body:council");
    explorer.press("Enter");
    let id = RECORD.rollcalls().find(|(_, rollcall)| rollcall.symbol == "S/RES/2774(2025)").unwrap().0;
    for member in RECORD.votes().of_rollcall(id).members().iter() {
        let name = &RECORD.members().get(member).name;
        assert!(explorer.shows(name), "{name}\n{}", explorer.text());
    }
}

#[test]
fn vetoes_are_counted_by_member_and_year() {
    each_shows(
        200,
        60,
        &[
            ("N", "Vetoes ── 270 vetoed of 3,161 roll calls"),
            ("N", "159    142 2025-02-24"),
            ("N", "159 vetoes, 142 of them alone; the first on 1946-02-16"),
            // By year: China, France, the United Kingdom, Russia, the United States, all.
            ("N", "2024    1    ·    ·    4    3     7"),
            // The filter chooses among them, and goes on asking for the Council.
            ("/ since:2020 Enter N", "Vetoes ── since:2020 ── 26 vetoed"),
            ("N u", "the filter's veto:any sets which votes are shown"),
            ("N Enter", "› Russia"),
            (": vetoes?topic:ukraine Enter", "Vetoes ── topic:ukraine"),
            // To a draft, and from a member's page to its vetoes.
            ("N Tab ] Enter", "S/2025/116"),
        ],
    );
}

#[test]
fn the_counts_of_vetoes_are_those_of_the_list() {
    use std::collections::BTreeMap;

    use plenary::record::PERMANENT;

    let mut by_year: BTreeMap<i16, BTreeMap<&str, usize>> = BTreeMap::new();
    for (_, rollcall) in RECORD.rollcalls() {
        for member in rollcall.veto().iter() {
            *by_year.entry(rollcall.date.year()).or_default().entry(RECORD.code(member)).or_default() += 1;
        }
    }
    let mut explorer = Explorer::new(200, 200, "");
    explorer.press("N");
    let text = explorer.text();
    for (year, counts) in &by_year {
        let count = |code: &&str| format!("{:>5}", counts.get(code).map_or_else(|| "·".to_owned(), usize::to_string));
        let cells = PERMANENT.iter().map(count).collect::<Vec<_>>().concat();
        assert!(text.contains(&format!("{year}{cells}")), "{year}{cells}\n{text}");
    }
    assert_eq!(by_year.values().flat_map(|counts| counts.values()).sum::<usize>(), 159 + 96 + 32 + 21 + 17);
}
