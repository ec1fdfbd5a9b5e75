//! The explorer without a terminal: what keys, mouse, pastes and resizes show, and that nothing breaks it.

use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::Color;

use plenary::app::action::TABLE;
use plenary::app::keys::Key;
use plenary::app::{App, Effect, Event, Focus, Look, Mouse, line_width};
use plenary::query::{Lexicon, SavedBlocs};
use plenary::record::Record;
use plenary::ui::{Colours, Theme, draw};

use crate::common::VOTED_NO;

static RECORD: LazyLock<Record> = LazyLock::new(|| Record::embedded().unwrap());
static LEXICON: LazyLock<Lexicon<'static>> =
    LazyLock::new(|| Lexicon::new(&RECORD, Ok(SavedBlocs::default())).unwrap());

/// The explorer on a screen that can be read.
pub(crate) struct Explorer {
    app: App<'static>,
    screen: Buffer,
    theme: Theme,
}

impl Explorer {
    pub(crate) fn new(width: u16, height: u16, query: &str) -> Self {
        let app = App::new(&LEXICON, query, Size { width, height });
        let mut explorer =
            Self { app, screen: Buffer::default(), theme: Theme::new(Colours::Palette, Look::default()) };
        explorer.send(Event::Prepared);
        explorer
    }

    fn draw(&mut self) {
        self.screen = Buffer::empty(Rect::from((Position::ORIGIN, self.app.size())));
        draw(&self.app, &self.theme, &mut self.screen);
    }

    fn send(&mut self, event: Event) -> Vec<Effect> {
        let effects = self.app.update(event);
        if effects.contains(&Effect::Draw) {
            self.draw();
        }
        effects
    }

    /// Presses keys, written with spaces between them; what is no key is typed letter by letter.
    pub(crate) fn press(&mut self, keys: &str) -> Vec<Effect> {
        let mut effects = Vec::new();
        for word in keys.split_whitespace() {
            match word.parse() {
                Ok(key) => effects = self.send(Event::Key(key)),
                Err(_) => {
                    for letter in word.replace('_', " ").chars() {
                        effects = self.send(Event::Key(Key::char(letter)));
                    }
                }
            }
        }
        effects
    }

    pub(crate) fn text(&self) -> String {
        let width = usize::from(self.screen.area.width).max(1);
        let rows = self.screen.content.chunks(width).map(|row| row.iter().map(Cell::symbol).collect());
        let rows: Vec<String> = rows.map(|row: String| row.trim_end().to_owned()).collect();
        rows.join("\n")
    }

    fn shows(&self, expected: &str) -> bool {
        self.text().contains(expected)
    }
}

#[test]
fn keys_show_what_they_promise() {
    for (keys, shown) in [
        // The newest roll call is first and open beside the list.
        ("", "Votes ── 5,698 roll calls"),
        ("", "A/RES/80/199"),
        // Moving.
        ("Down", "▸ 2025-12-18"),
        ("G", "▸ 1946-01-26"),
        ("End Home", "▸ 2025-12-18"),
        ("G g", "1–35 of 5,698"),
        ("PageDown", "1–35 of 5,698"),
        ("PageDown PageDown", "35–69 of 5,698"),
        ("C-f C-f C-b C-b", "1–35 of 5,698"),
        // Filtering as one types.
        ("/ ukraine_since:2022", "Votes ── ukraine since:2022 ── 13 of 5,698"),
        ("/ ukraine_since:2022 Enter", "Enter open"),
        ("/ ukraine_since:", "nothing stands behind \"since:\""),
        ("/ ukraine_since:", "Votes ── ukraine since ── "),
        ("/ ukraine_foo:bar", "no member is called \"foo\""),
        ("/ ukraine_foo:bar C-w", "Votes ── ukraine ── "),
        ("/ zzzz", "No roll call matches."),
        ("/ zzzz", "Try fewer words"),
        ("/ topic:ukraine_@EU:spl", "Votes ── topic:ukraine ── 25 of 5,698"),
        ("/ zzzz Esc", "Votes ── 5,698"),
        ("/ ukraine Enter / syria Esc", "Votes ── ukraine ── "),
        ("/ ukraine Enter / C-u Enter", "Votes ── 5,698"),
        // Opening and coming back.
        ("Enter", "Esc back"),
        ("Enter Esc", "Enter open"),
        ("Enter q", "Enter open"),
        ("Enter Tab", "Enter open"),
        ("Tab", "Esc back"),
        ("Esc", "q leaves the program"),
        ("Esc Esc Down", "Enter open"),
        ("/ symbol:es-11/7 Enter Enter", "Yes 93"),
        ("/ symbol:es-11/7 Enter Enter ]", "No 18"),
        ("/ symbol:es-11/7 Enter Enter ] ]", "Abstain 65"),
        ("/ symbol:es-11/7 Enter Enter ] ] [ [ [", "24 February 2025"),
        ("/ symbol:es-11/7 Enter Enter G", "https://digitallibrary.un.org/record/4076672"),
        ("/ ukraine_since:2022 Enter Enter n n", "A/RES/ES-11/7"),
        ("/ ukraine_since:2022 Enter Enter n n p", "A/RES/ES-11/8"),
        // The help, this context's keys first.
        ("?", "In a list"),
        ("? ?", "Enter open"),
        ("Enter ?", "In a page"),
        ("? G", "© United Nations"),
    ] {
        let mut explorer = Explorer::new(120, 40, "");
        explorer.press(keys);
        assert!(explorer.shows(shown), "after {keys:?}, {shown:?} is not in\n{}", explorer.text());
    }
}

#[test]
fn q_leaves_at_the_top_level_and_control_c_from_anywhere() {
    for (keys, quits) in [
        ("q", true),
        ("C-c", true),
        ("Enter q", false),
        ("Enter q q", true),
        ("Enter C-c", true),
        ("/ q", false),
        ("/ C-c", true),
        ("? q", false),
        ("? C-c", true),
        ("Esc", false),
        ("Esc Esc Esc", false),
    ] {
        let effects = Explorer::new(80, 24, "").press(keys);
        assert_eq!(effects.contains(&Effect::Quit), quits, "{keys}");
    }
}

#[test]
fn the_named_votes_of_a_roll_call_are_all_there() {
    for width in [80, 120, 200] {
        let mut explorer = Explorer::new(width, 24, "symbol:ES-11/7");
        assert!(explorer.shows("Y 93   N 18   A 65   · 17"), "{}", explorer.text());
        explorer.press("Enter ]");
        for name in VOTED_NO {
            assert!(explorer.shows(&format!("N {name}")), "{name} at {width}\n{}", explorer.text());
        }
    }
}

#[test]
fn what_is_selected_stays_selected_through_filter_and_size() {
    let mut explorer = Explorer::new(120, 40, "symbol:ES-11/7");
    let selected = |explorer: &Explorer| explorer.app.view().list().selected();
    let chosen = selected(&explorer);
    explorer.press("Enter Esc / C-u Enter");
    assert_eq!(explorer.app.view().list().len(), RECORD.len());
    for (width, height) in [(80, 24), (40, 12), (10, 3), (200, 60)] {
        explorer.send(Event::Resize(width, height));
        assert_eq!(selected(&explorer), chosen);
    }
    assert!(explorer.shows("▸ 2025-02-24 ES-11/7"), "{}", explorer.text());
    explorer.press("/ palestine");
    assert_ne!(selected(&explorer), chosen);
    explorer.press("C-w");
    assert_eq!(selected(&explorer), chosen);
    explorer.press("palestine Down Esc");
    assert_eq!(selected(&explorer), chosen);
}

#[test]
fn the_mouse_selects_opens_and_scrolls() {
    let mut explorer = Explorer::new(120, 40, "ukraine since:2022");
    let at = |x, y| Position { x, y };
    explorer.send(Event::Mouse(Mouse::Click, at(10, 5)));
    assert!(explorer.shows("▸ 2025-02-24 ES-11/7"), "{}", explorer.text());
    assert_eq!(explorer.app.view().focus(), Focus::List);
    explorer.send(Event::Mouse(Mouse::Click, at(10, 5)));
    assert_eq!(explorer.app.view().focus(), Focus::Page);
    explorer.send(Event::Mouse(Mouse::WheelDown, at(100, 20)));
    assert!(!explorer.shows("24 February 2025"), "{}", explorer.text());
    explorer.send(Event::Mouse(Mouse::WheelUp, at(10, 20)));
    assert!(explorer.shows("▸ 2025-12-18"), "{}", explorer.text());
    assert!(explorer.send(Event::Mouse(Mouse::WheelUp, at(10, 20))).is_empty(), "nothing moved, so nothing is drawn");
    explorer.send(Event::Mouse(Mouse::Click, at(10, 30)));
    assert_eq!(explorer.app.view().focus(), Focus::List);
}

#[test]
fn a_pasted_text_is_a_filter() {
    let mut explorer = Explorer::new(120, 40, "");
    explorer.send(Event::Paste("ukraine\r\nsince:2022\u{1b}[31m".to_owned()));
    assert!(explorer.shows("/ ukraine since:2022"), "{}", explorer.text());
    assert!(explorer.shows("13 of 5,698"), "{}", explorer.text());
}

#[test]
fn a_small_terminal_says_so_and_a_narrow_one_shows_one_pane() {
    for (width, height, keys, shown, hidden) in [
        (29, 8, "", "plenary needs 30×8; this is", "Votes"),
        (30, 7, "", "plenary needs 30×8; this is", "Votes"),
        (30, 8, "", "Votes ── 5,698", "A/RES/80"),
        (59, 20, "", "Votes ── 5,698", "A/RES/80"),
        (59, 20, "Enter", "A/RES/80/199", "▸"),
        (59, 20, "Enter Esc", "Votes ── 5,698", "A/RES/80"),
        (60, 20, "", "A/RES/80/199", "plenary needs"),
    ] {
        let mut explorer = Explorer::new(width, height, "");
        explorer.press(keys);
        let text = explorer.text();
        assert!(text.contains(shown) && !text.contains(hidden), "{width}×{height}: {shown}, not {hidden}\n{text}");
    }
}

#[test]
fn without_colours_letters_and_marks_say_the_same() {
    let mut explorer = Explorer::new(120, 40, "ukraine since:2022");
    let text = explorer.text();
    explorer.theme = Theme::new(Colours::None, Look::default());
    explorer.draw();
    assert_eq!(explorer.text(), text);
    let coloured = |cell: &Cell| cell.fg != Color::Reset || cell.bg != Color::Reset;
    assert!(!explorer.screen.content.iter().any(coloured));
}

#[test]
fn the_key_bar_and_the_help_name_every_action() {
    let mut explorer = Explorer::new(78, 200, "");
    explorer.press("?");
    let mut help = explorer.text();
    while explorer.press("PageDown").contains(&Effect::Draw) {
        help += &explorer.text();
    }
    for entry in TABLE {
        let start: String = entry.help.chars().take(30).collect();
        assert!(help.contains(&start), "{} is not in the help", entry.name);
    }
}

#[test]
fn pictures() {
    for (name, width, height, query, keys) in [
        ("ukraine_80x24", 80, 24, "ukraine since:2022", "Down Down"),
        ("ukraine_120x40", 120, 40, "ukraine since:2022", "Down Down"),
        ("no_votes_120x40", 120, 40, "ukraine since:2022", "Down Down Enter ]"),
        ("filtering_80x24", 80, 24, "", "/ palestine_year:"),
        ("help_80x24", 80, 24, "", "Enter ?"),
        ("narrow_40x12", 40, 12, "ukraine since:2022", ""),
    ] {
        let mut explorer = Explorer::new(width, height, query);
        explorer.press(keys);
        insta::assert_snapshot!(name, explorer.text());
    }
}

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
    let steps: u32 = std::env::var("PLENARY_STEPS").ok().and_then(|steps| steps.parse().ok()).unwrap_or(6000);
    let walk = 60;
    let mut runner = TestRunner::new(Config { cases: steps / walk, failure_persistence: None, ..Config::default() });
    let events = proptest::collection::vec(event(), walk as usize);
    let walked = runner.run(&events, |events| {
        let mut explorer = Explorer::new(80, 24, "");
        for event in events {
            let effects = explorer.send(event);
            prop_assert!(!effects.contains(&Effect::Quit));
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
