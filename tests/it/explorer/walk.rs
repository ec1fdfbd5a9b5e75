//! A random walk: no key, click, paste or size breaks the explorer.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use ratatui::layout::Position;

use plenary::actions::Key;
use plenary::actions::TABLE;
use plenary::app::{Effect, Event, Mouse, line_width};

use super::Explorer;

fn event() -> impl Strategy<Value = Event> {
    let keys: Vec<Key> = TABLE.iter().flat_map(|entry| entry.keys).map(|key| key.parse().unwrap()).collect();
    // Leaving ends the walk; it has a test of its own.
    let keys: Vec<Key> = keys.into_iter().filter(|key| !["q", "C-c"].contains(&key.to_string().as_str())).collect();
    let mouse = prop_oneof![
        Just(Mouse::Click),
        Just(Mouse::Drag),
        Just(Mouse::Release),
        Just(Mouse::WheelUp),
        Just(Mouse::WheelDown)
    ];
    let words = prop_oneof![
        Just("ukraine ".to_owned()),
        Just("since:2022 ".to_owned()),
        Just("\"open".to_owned()),
        Just("国际|-x".to_owned()),
        ".{0,12}",
    ];
    prop_oneof![
        8 => proptest::sample::select(keys).prop_map(Event::Key),
        4 => any::<char>().prop_filter("leaves", |letter| *letter != 'q').prop_map(|letter| Event::Key(Key::char(letter))),
        3 => (mouse, 0_u16..310, 0_u16..110).prop_map(|(mouse, x, y)| Event::Mouse(mouse, Position { x, y })),
        1 => words.prop_map(Event::Paste),
        1 => (1_u16..=300, 1_u16..=100).prop_map(|(width, height)| Event::Resize(width, height)),
        1 => (1_u16..=90, 1_u16..=30).prop_map(|(width, height)| Event::Resize(width, height)),
    ]
}

/// Nothing that is sent breaks anything: `PLENARY_STEPS` sets how many things are.
#[test]
fn no_event_at_any_size_breaks_the_explorer() {
    let steps: u32 = std::env::var("PLENARY_STEPS").ok().and_then(|steps| steps.parse().ok()).unwrap_or(20_000);
    let walk = 60;
    let mut runner = TestRunner::new(Config { cases: steps / walk, failure_persistence: None, ..Config::default() });
    let events = proptest::collection::vec(event(), walk as usize);
    let walked = runner.run(&events, |events| {
        let mut explorer = Explorer::new(80, 24, "");
        for event in events {
            let choosing = explorer.app.picker().is_some();
            let effects = explorer.send(event);
            if effects.contains(&Effect::Quit) {
                // The keys that leave are not pressed; only the palette can be asked to.
                prop_assert!(choosing);
                break;
            }
            let list = explorer.app.view().list();
            prop_assert_eq!(list.selected().is_some(), !list.is_empty());
            prop_assert!(
                list.is_empty()
                    || list.scroll().height == 0
                    || list.window().filter(|&(_, selected)| selected).count() == 1
            );
            for pane in [explorer.app.view().page(), explorer.app.view().aside()] {
                prop_assert!(pane.scroll().first <= pane.scroll().end());
                for line in pane.page().lines() {
                    prop_assert!(line_width(line) <= pane.page().columns(), "{:?}", line);
                }
            }
        }
        Ok(())
    });
    walked.unwrap();
}
