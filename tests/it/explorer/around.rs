//! The explorer under mouse, paste, small terminals, and without colours or Unicode.

use ratatui::buffer::Cell;
use ratatui::layout::Position;
use ratatui::style::Color;

use plenary::actions::TABLE;
use plenary::app::{Effect, Event, Focus, Mouse};
use plenary::settings::{Charset, Look};
use plenary::ui::{Colours, Theme};

use super::Explorer;

#[test]
fn the_border_follows_the_mouse_and_a_heading_sorts() {
    let mut explorer = Explorer::new(120, 40, "");
    let at = |x, y| Position { x, y };
    let border = |explorer: &Explorer| explorer.app.layout().unwrap().list.right() - 1;
    let before = border(&explorer);
    explorer.send(Event::Mouse(Mouse::Click, at(before, 10)));
    explorer.send(Event::Mouse(Mouse::Drag, at(50, 12)));
    assert!(border(&explorer).abs_diff(50) <= 1, "{}", border(&explorer));
    explorer.send(Event::Mouse(Mouse::Release, at(50, 12)));
    explorer.send(Event::Mouse(Mouse::Drag, at(80, 12)));
    assert!(border(&explorer).abs_diff(50) <= 1, "a drag that began elsewhere");
    explorer.press("> >");
    assert!(border(&explorer) > 55);
    explorer.send(Event::Mouse(Mouse::Click, at(4, 2)));
    assert!(explorer.shows("date▴"), "{}", explorer.text());
    explorer.send(Event::Mouse(Mouse::Click, at(20, 0)));
    assert!(explorer.shows("Countries ── "), "{}", explorer.text());
}

#[test]
fn in_ascii_every_character_is_ascii() {
    for keys in ["", "Enter", "2 Enter", "3 Tab", "3 a", "?", "c cote", "t", "/ sin", "/ symbol:es-11/7 Enter V G"] {
        let mut explorer = Explorer::new(120, 40, "");
        explorer.app.set_look(Look { charset: Charset::Ascii, ..Look::default() });
        explorer.press(keys);
        explorer.draw();
        assert!(explorer.text().is_ascii(), "{keys}\n{}", explorer.text());
    }
}

#[test]
fn the_mouse_selects_opens_and_scrolls() {
    let mut explorer = Explorer::new(120, 40, "ukraine since:2022");
    let at = |x, y| Position { x, y };
    explorer.send(Event::Mouse(Mouse::Click, at(10, 6)));
    assert!(explorer.shows("▸ 2025-02-24 ES-11/7"), "{}", explorer.text());
    assert_eq!(explorer.app.view().focus(), Focus::List);
    explorer.send(Event::Mouse(Mouse::Click, at(10, 6)));
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
    assert!(explorer.shows("14 of {all}"), "{}", explorer.text());
}

#[test]
fn a_small_terminal_says_so_and_a_narrow_one_shows_one_pane() {
    for (width, height, keys, shown, hidden) in [
        (29, 8, "", "plenary needs 30×8; this is", "Votes"),
        (30, 7, "", "plenary needs 30×8; this is", "Votes"),
        (30, 8, "", "Votes ── {all}", "A/RES/80"),
        (59, 20, "", "Votes ── {all}", "A/RES/80"),
        (59, 20, "Enter", "A/RES/80/267", "▸"),
        (59, 20, "Enter Esc", "Votes ── {all}", "A/RES/80"),
        (60, 20, "", "A/RES/80/267", "plenary needs"),
    ] {
        let mut explorer = Explorer::new(width, height, "");
        explorer.press(keys);
        let text = explorer.text();
        assert!(explorer.shows(shown) && !text.contains(hidden), "{width}×{height}: {shown}, not {hidden}\n{text}");
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
