//! The program in a real terminal: what a user sees, and that the terminal is left as it was.

use std::process::Command;
use std::time::Duration;

use termlens::{Key, Screen, Signal, Terminal};

use crate::common::VOTED_NO;

fn open(columns: u16, rows: u16, query: &[&str]) -> Terminal {
    let empty = std::env::temp_dir().join("plenary-without-a-record-of-its-own");
    termlens::bin!(
        "plenary",
        size(columns, rows),
        env("TERM", "xterm-256color"),
        env("HOME", &empty),
        env("XDG_DATA_HOME", &empty),
        args(query)
    )
    .unwrap()
}

fn is_as_before(screen: &Screen) -> bool {
    !screen.alternate_screen()
        && screen.cursor_visible()
        && screen.mouse_modes().is_empty()
        && !screen.bracketed_paste()
}

fn is_open(screen: &Screen) -> bool {
    screen.alternate_screen() && screen.contains("of 5,698")
}

#[test]
fn from_the_news_to_those_who_voted_no() {
    let mut terminal = open(80, 24, &[]);
    terminal.wait_until(is_open).unwrap();
    terminal.send(Key::Char('/')).unwrap();
    terminal.send_str("ukraine since:2022").unwrap();
    terminal.wait_until(|screen| screen.contains("13 of 5,698")).unwrap();
    terminal.send(Key::Enter).unwrap();
    terminal.wait_until(|screen| screen.contains("Enter open")).unwrap();
    for _ in 0..2 {
        terminal.send(Key::Down).unwrap();
    }
    terminal.wait_until(|screen| screen.contains("A/RES/ES-11/7")).unwrap();
    terminal.send(Key::Enter).unwrap();
    terminal.wait_until(|screen| screen.contains("Y 93   N 18   A 65") && screen.contains("Esc back")).unwrap();
    let mut missing = VOTED_NO.to_vec();
    terminal.send(Key::Char(']')).unwrap();
    terminal.wait_until(|screen| screen.contains("Yes 93")).unwrap();
    terminal.send(Key::Char(']')).unwrap();
    terminal.wait_until(|screen| screen.contains("No 18")).unwrap();
    missing.retain(|name| !terminal.screen().contains(&format!("N {name}")));
    assert!(missing.is_empty(), "{missing:?} not on\n{}", terminal.screen());
    // From the detail `q` goes back, from the list it leaves.
    terminal.send(Key::Char('q')).unwrap();
    terminal.wait_until(|screen| screen.contains("Enter open")).unwrap();
    terminal.send(Key::Char('q')).unwrap();
    assert!(terminal.wait_exit().unwrap().success());
    terminal.wait_until(is_as_before).unwrap();
    assert!(!terminal.screen().contains("Votes"), "{}", terminal.screen());
}

#[test]
fn a_new_size_is_drawn_in_full() {
    let mut terminal = open(120, 40, &["ukraine", "since:2022"]);
    terminal.wait_until(is_open).unwrap();
    for (columns, rows, shown) in [
        (80, 24, "ukraine since:2022 ── 13 of 5,698"),
        (25, 6, "plenary needs"),
        (40, 12, "ukraine since:2022 ── 13 of 5,698"),
        (200, 60, "80/223"),
    ] {
        terminal.resize(columns, rows).unwrap();
        terminal.wait_until(|screen| screen.contains(shown)).unwrap();
    }
    terminal.send(Key::Ctrl('c')).unwrap();
    assert!(terminal.wait_exit().unwrap().success());
    terminal.wait_until(is_as_before).unwrap();
}

#[test]
fn a_signal_leaves_the_terminal_as_it_was() {
    for (signal, name) in [(Signal::Term, "Terminated"), (Signal::Hup, "Hangup"), (Signal::Int, "Interrupt")] {
        let mut terminal = open(80, 24, &[]);
        terminal.wait_until(is_open).unwrap();
        terminal.signal(signal).unwrap();
        let status = terminal.wait_exit().unwrap();
        assert_eq!(status.signal(), Some(name));
        terminal.wait_until(is_as_before).unwrap();
    }
}

#[test]
fn mouse_and_paste_reach_the_list() {
    let mut terminal = open(120, 40, &[]);
    terminal.wait_until(is_open).unwrap();
    terminal.paste("ukraine\nsince:2022").unwrap();
    terminal.wait_until(|screen| screen.contains("/ ukraine since:2022") && screen.contains("13 of 5,698")).unwrap();
    terminal.click(10, 5).unwrap();
    terminal.wait_until(|screen| screen.contains("▸ 2025-02-24 ES-11/7")).unwrap();
    terminal.send(Key::Char('q')).unwrap();
    assert!(terminal.wait_exit().unwrap().success());
}

#[test]
fn a_stopped_program_gives_the_terminal_back_and_takes_it_again() {
    let mut terminal = open(80, 24, &["ukraine"]);
    terminal.wait_until(is_open).unwrap();
    terminal.send(Key::Down).unwrap();
    terminal.send(Key::Ctrl('z')).unwrap();
    terminal.wait_until(is_as_before).unwrap();
    let process = terminal.pid().unwrap().to_string();
    // What a shell's `fg` does; again, where it came before the program had stopped.
    let back = (0..20).any(|_| {
        Command::new("kill").args(["-CONT", &process]).status().unwrap();
        terminal.wait_until_for(is_open, Duration::from_millis(250)).is_ok()
    });
    assert!(back, "{}", terminal.screen());
    terminal.send(Key::Char('q')).unwrap();
    assert!(terminal.wait_exit().unwrap().success());
}

#[test]
fn a_panic_leaves_the_terminal_as_it_was_and_says_what_happened() {
    let mut terminal = Terminal::builder()
        .size(80, 24)
        .env("RUST_BACKTRACE", "0")
        .args(["--exact", "pty::child_that_panics", "--ignored", "--nocapture"])
        .spawn(std::env::current_exe().unwrap())
        .unwrap();
    terminal.wait_until(|screen| screen.contains("the child panics")).unwrap();
    assert!(!terminal.wait_exit().unwrap().success());
    terminal.wait_until(is_as_before).unwrap();
    assert!(terminal.screen().contains("panicked at"), "{}", terminal.screen());
}

/// What the test above runs: it takes the terminal and panics.
#[test]
#[ignore = "the child of another test"]
fn child_that_panics() {
    let _guard = plenary::terminal::Guard::enter().unwrap();
    panic!("the child panics");
}
