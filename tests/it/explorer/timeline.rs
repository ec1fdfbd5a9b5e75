//! The years under the list: what they say, and that a span of them becomes the window by keys and by mouse.

use plenary::app::{Event, Mouse};
use plenary::query::Query;
use ratatui::layout::Position;

use super::{Explorer, LEXICON, RECORD, each_shows};

#[test]
fn keys_choose_a_span_of_years() {
    each_shows(
        120,
        40,
        &[
            ("", "all of 1946–2026"),
            ("/ year:2015..2020 Enter", "all of 2015–2020"),
            // Nothing else says which years are meant.
            ("d", "all of 2026"),
            ("d Left Left", "all of 2024"),
            ("d Space Left Left", "all of 2024–2026"),
            ("d Space Left Left Space", "all of 2024"),
            ("d Home", "all of 1946"),
            ("d Space Up", "all of 2016–2026"),
            ("d Enter", "Votes ── year:2026 ── "),
            ("d Space Up Enter", "Votes ── year:2016..2026 ── "),
            ("/ ukraine_since:2022 Enter d Enter", "Votes ── ukraine year:2025 ── "),
            ("/ ukraine|year:1980 Enter d Enter", "\"ukraine\"|year:1980 year:2025"),
            // A phrase stays whole, and whatever names days and nothing else makes place.
            ("/ \"rights_since:2015\" Enter d Enter", "Votes ── \"rights since 2015\" year:2026 ── 0 of"),
            ("/ date:2022-01-01..2022-12-31 Enter d Home Enter", "Votes ── year:1946 ── "),
            ("/ -year:2025_until:2024 Enter d Left Enter", "Votes ── -year:2025 year:2023 ── "),
            // The years are those of what the filter lets through on any day.
            ("/ topic:ukraine_since:2015 Enter", "2016–2025, filtered"),
            ("/ topic:ukraine_since:2015 Enter d", " roll calls          4 "),
            ("/ topic:ukraine_since:2015 Enter d Enter", "topic:ukraine year:2025 ── 4 of"),
            ("2 d Left Enter", "Countries ── year:2025 ── "),
            ("d Left Esc", "Votes ── {all} roll calls"),
            ("d Left Esc", "all of 1946–2026"),
            ("4 d", "the timeline needs 30 rows, in views 1 and 2"),
        ],
    );
}

#[test]
fn the_mouse_draws_a_span() {
    let mut explorer = Explorer::new(120, 40, "");
    let text = explorer.text();
    let row = text.lines().position(|line| line.starts_with(" roll calls")).unwrap() as u16;
    let at = |x| Position { x, y: row };
    // A column is a year, after the labels.
    explorer.send(Event::Mouse(Mouse::Click, at(23 + 54)));
    explorer.send(Event::Mouse(Mouse::Drag, at(23 + 60)));
    assert!(explorer.shows("all of 2000–2006"), "{}", explorer.text());
    explorer.send(Event::Mouse(Mouse::Drag, at(23 + 50)));
    assert!(explorer.shows("all of 1996–2000"), "{}", explorer.text());
    explorer.send(Event::Mouse(Mouse::Release, at(23 + 50)));
    assert!(explorer.shows("Votes ── year:1996..2000 ── "), "{}", explorer.text());
}

#[test]
fn a_low_screen_leaves_them_out() {
    assert!(!Explorer::new(120, 29, "").shows("over 90 % yes"));
    assert!(Explorer::new(120, 30, "").shows("over 90 % yes"));
    let mut low = Explorer::new(80, 24, "");
    low.press("d");
    assert!(low.shows("needs 30 rows"), "{}", low.text());
}

/// Counted vote by vote.
#[test]
fn its_figures_are_those_of_a_plain_count() {
    let spans = [(1946, 2025), (2015, 2024), (1985, 1985)];
    for (filter, (from, to)) in ["", "topic:palestine "].into_iter().flat_map(|filter| spans.map(|span| (filter, span)))
    {
        let chosen = Query::parse(filter, &LEXICON).unwrap().run(&LEXICON);
        let (mut all, mut broad, mut contested) = (0, 0, 0);
        for (id, rollcall) in RECORD.rollcalls() {
            if !(from..=to).contains(&rollcall.date.year()) || !chosen.contains(id) {
                continue;
            }
            let count = |vote: &str| {
                RECORD.members().iter().filter(|&(member, _)| RECORD.votes().state(id, member).word() == vote).count()
            };
            let votes = ["yes", "no", "abstain"].map(count);
            all += 1;
            broad += usize::from(votes[0] as f64 > 0.9 * votes.iter().sum::<usize>() as f64);
            contested += usize::from(votes.iter().filter(|&&votes| votes > 0).count() >= 2);
        }
        let explorer = Explorer::new(120, 40, &format!("{filter}since:{from} until:{to}"));
        let text = explorer.text();
        let shown = |label: &str| {
            let line = text.lines().find(|line| line.trim_start().starts_with(label)).unwrap();
            line.trim_start()[label.len()..].split_whitespace().next().unwrap().replace(',', "")
        };
        let share =
            |of: usize| if all > 0 { format!("{:.1}", 100.0 * of as f64 / f64::from(all)) } else { "–".to_owned() };
        assert_eq!(shown("roll calls"), all.to_string(), "{text}");
        assert_eq!(shown("over 90 % yes"), share(broad), "{text}");
        assert_eq!(shown("contested"), share(contested), "{text}");
    }
}
