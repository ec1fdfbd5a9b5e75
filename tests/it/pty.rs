//! The program in a real terminal: what a user sees, and that the terminal is left as it was.

use std::ops::{Deref, DerefMut};
use std::time::Duration;

use termlens::{Key, MouseMode, Screen, Signal, Terminal};

use crate::common::{Home, VOTED_NO, of_all};

/// The program in a terminal, in a home of its own.
struct Opened {
    terminal: Terminal,
    home: Home,
}

impl Deref for Opened {
    type Target = Terminal;

    fn deref(&self) -> &Terminal {
        &self.terminal
    }
}

impl DerefMut for Opened {
    fn deref_mut(&mut self) -> &mut Terminal {
        &mut self.terminal
    }
}

fn open(columns: u16, rows: u16, arguments: &[&str]) -> Opened {
    open_in(Home::new(), columns, rows, arguments)
}

fn open_in(home: Home, columns: u16, rows: u16, arguments: &[&str]) -> Opened {
    let terminal = termlens::bin!(
        "plenary",
        size(columns, rows),
        env("TERM", "xterm-256color"),
        env("HOME", home.path("")),
        env("XDG_DATA_HOME", home.path("data")),
        env("XDG_CONFIG_HOME", home.path("config")),
        env("XDG_STATE_HOME", home.path("state")),
        current_dir(home.path("")),
        args(arguments)
    );
    Opened { terminal: terminal.unwrap(), home }
}

/// A script of the shell in a terminal, in which `$0` is the program.
fn open_script(options: &[&str], script: &str) -> Opened {
    let home = Home::new();
    let builder = Terminal::builder().size(80, 24).env_clear().timeout(Duration::from_secs(5));
    let builder = builder.env("TERM", "xterm-256color").env("HOME", home.path("")).current_dir(home.path(""));
    let terminal = builder.args(options).args(["-c", script, env!("CARGO_BIN_EXE_plenary")]).spawn("/bin/sh");
    Opened { terminal: terminal.unwrap(), home }
}

fn is_as_before(screen: &Screen) -> bool {
    !screen.alternate_screen()
        && screen.cursor_visible()
        && screen.mouse_modes().is_empty()
        && !screen.bracketed_paste()
}

fn is_open(screen: &Screen) -> bool {
    screen.alternate_screen() && screen.contains(&of_all("of {all}"))
}

#[test]
fn from_the_news_to_those_who_voted_no() {
    let mut terminal = open(80, 24, &[]);
    terminal.wait_until(is_open).unwrap();
    terminal.send(Key::Char('/')).unwrap();
    terminal.send_str("ukraine since:2022").unwrap();
    terminal.wait_until(|screen| screen.contains(&of_all("14 of {all}"))).unwrap();
    terminal.send(Key::Enter).unwrap();
    terminal.wait_until(|screen| screen.contains("Enter open")).unwrap();
    for _ in 0..3 {
        terminal.send(Key::Down).unwrap();
    }
    terminal.wait_until(|screen| screen.contains("A/RES/ES-11/7")).unwrap();
    terminal.send(Key::Enter).unwrap();
    terminal.wait_until(|screen| screen.contains("Y 93   N 18   A 65") && screen.contains("Esc back")).unwrap();
    let mut missing = VOTED_NO.to_vec();
    // They come first; the next group and back puts their heading on top.
    terminal.send(Key::Char(']')).unwrap();
    terminal.wait_until(|screen| screen.contains("Abstaining 65")).unwrap();
    terminal.send(Key::Char('[')).unwrap();
    terminal.wait_until(|screen| screen.contains("N United States")).unwrap();
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
        (80, 24, "ukraine since:2022 ── 14 of {all}"),
        (25, 6, "plenary needs"),
        (40, 12, "ukraine since:2022 ── 14 of {all}"),
        (200, 60, "80/223"),
    ] {
        terminal.resize(columns, rows).unwrap();
        terminal.wait_until(|screen| screen.contains(&of_all(shown))).unwrap();
    }
    terminal.send(Key::Ctrl('c')).unwrap();
    assert!(terminal.wait_exit().unwrap().success());
    terminal.wait_until(is_as_before).unwrap();
}

#[test]
fn a_key_that_comes_with_a_new_size_is_read() {
    // Both reach the program at once now and then: one that loses the key does so about every fifth time.
    for _ in 0..12 {
        let mut terminal = open(120, 40, &[]);
        terminal.wait_until(is_open).unwrap();
        terminal.resize(200, 60).unwrap();
        terminal.send(Key::Ctrl('c')).unwrap();
        assert!(terminal.wait_exit().unwrap().success());
    }
}

#[test]
fn a_signal_leaves_the_terminal_as_it_was() {
    for (signal, name) in [
        (Signal::Term, "Terminated"),
        (Signal::Hup, "Hangup"),
        (Signal::Int, "Interrupt"),
        (Signal::Usr1, "User defined signal 1"),
        (Signal::Quit, "Quit"),
    ] {
        let mut terminal = open(80, 24, &[]);
        terminal.wait_until(is_open).unwrap();
        terminal.signal(signal).unwrap();
        let status = terminal.wait_exit().unwrap();
        assert_eq!(status.signal(), Some(name));
        terminal.wait_until(is_as_before).unwrap();
    }
}

#[test]
fn so_does_every_other_signal_that_ends_a_process_and_can_be_caught() {
    for (signal, name) in [
        ("ABRT", "Aborted"),
        ("ALRM", "Alarm clock"),
        ("PROF", "Profiling timer expired"),
        ("SYS", "Bad system call"),
        ("TRAP", "Trace/breakpoint trap"),
        ("USR2", "User defined signal 2"),
        ("VTALRM", "Virtual timer expired"),
        ("XCPU", "CPU time limit exceeded"),
        ("XFSZ", "File size limit exceeded"),
    ] {
        let mut terminal = open(80, 24, &[]);
        terminal.wait_until(is_open).unwrap();
        let kill = format!("kill -{signal} {}", terminal.pid().unwrap());
        assert!(std::process::Command::new("sh").args(["-c", &kill]).status().unwrap().success());
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
    terminal
        .wait_until(|screen| screen.contains("/ ukraine since:2022") && screen.contains(&of_all("14 of {all}")))
        .unwrap();
    terminal.click(10, 6).unwrap();
    terminal.wait_until(|screen| screen.contains("▸ 2025-02-24 ES-11/7")).unwrap();
    terminal.send(Key::Char('q')).unwrap();
    assert!(terminal.wait_exit().unwrap().success());
}

/// A report of no place on the screen, which some terminals send.
#[test]
fn a_mouse_that_is_nowhere_does_not_keep_the_program_from_ending() {
    let mut terminal = open(120, 40, &[]);
    terminal.wait_until(is_open).unwrap();
    terminal.send_str("\u{1b}[<0;80;0M").unwrap();
    terminal.send(Key::Char('q')).unwrap();
    assert!(terminal.wait_exit().unwrap().success());
    terminal.wait_until(is_as_before).unwrap();
}

#[test]
fn a_stopped_program_gives_the_terminal_back_and_takes_it_again() {
    // A job by itself, after a pipe, and by a script in between.
    for job in ["\"$0\" ukraine", "true | \"$0\" ukraine", "/bin/sh -c '\"$0\" ukraine; true' \"$0\""] {
        let mut terminal = open_script(&["-m"], &format!("{job}; read back; fg"));
        terminal.wait_until(is_open).unwrap();
        terminal.send(Key::Down).unwrap();
        terminal.send(Key::Ctrl('z')).unwrap();
        terminal.wait_until(is_as_before).unwrap();
        // Again, where it came before the shell saw that the job had stopped.
        let back = (0..20).any(|_| {
            terminal.send(Key::Enter).unwrap();
            terminal.wait_until_for(is_open, Duration::from_millis(250)).is_ok()
        });
        assert!(back, "{job}: {}", terminal.screen());
        terminal.send(Key::Ctrl('c')).unwrap();
        assert!(terminal.wait_exit().unwrap().success(), "{job}");
    }
}

#[test]
fn where_no_shell_waits_the_program_does_not_stop_and_says_so() {
    // As the first of its session, as by `xterm -e`; by a shell that has no jobs, as by `ssh host`; by a script of one.
    let scripts = ["exec \"$0\" ukraine", "\"$0\" ukraine; true", "/bin/sh -c '\"$0\" ukraine; true' \"$0\"; true"];
    for script in scripts {
        let mut terminal = open_script(&[], script);
        terminal.wait_until(is_open).unwrap();
        let is_said = |screen: &Screen| is_open(screen) && screen.contains("not suspended: no shell");
        terminal.send(Key::Ctrl('z')).unwrap();
        terminal.wait_until(is_said).unwrap();
        // What comes next is read: in a line of text, too.
        terminal.send_str("/").unwrap();
        terminal.wait_until(|screen| !is_said(screen)).unwrap();
        terminal.send_str("since:2022").unwrap();
        terminal.send(Key::Ctrl('z')).unwrap();
        terminal.wait_until(|screen| is_said(screen) && screen.contains("since:2022")).unwrap();
        terminal.send(Key::Ctrl('c')).unwrap();
        assert!(terminal.wait_exit().unwrap().success(), "{script}");
        terminal.wait_until(is_as_before).unwrap();
    }
}

#[test]
fn without_a_terminal_for_its_keys_the_explorer_says_what_works() {
    let mut terminal = open_script(&[], "setsid -w \"$0\" </dev/null; read back");
    let said = "the explorer needs a terminal for its keys, and there is none";
    terminal.wait_until(|screen| screen.contains(said)).unwrap();
}

#[test]
fn the_mouse_is_taken_for_drags_and_left_in_gnu_screen() {
    let mut terminal = open(120, 40, &[]);
    terminal.wait_until(is_open).unwrap();
    let modes = terminal.screen().mouse_modes();
    assert!(modes.contains(MouseMode::ButtonMotion) && !modes.contains(MouseMode::AnyMotion), "{modes:?}");
    terminal.send(Key::Ctrl('c')).unwrap();
    assert!(terminal.wait_exit().unwrap().success());

    let mut terminal = open_script(&[], "STY=4711.pts-0.host exec \"$0\"");
    terminal
        .wait_until(|screen| is_open(screen) && screen.contains("the mouse is off, since it makes GNU screen"))
        .unwrap();
    assert!(terminal.screen().mouse_modes().is_empty());
    terminal.send(Key::Char('M')).unwrap();
    terminal.wait_until(|screen| screen.contains("mouse taken back")).unwrap();
    assert!(!terminal.screen().mouse_modes().is_empty());
    // Said once: it is gone with the next key, and stays so.
    terminal.send(Key::Down).unwrap();
    terminal.wait_until(|screen| !screen.contains("the mouse is")).unwrap();
    terminal.send(Key::Ctrl('c')).unwrap();
    assert!(terminal.wait_exit().unwrap().success());
    terminal.wait_until(is_as_before).unwrap();
}

#[test]
fn the_next_visit_begins_where_this_one_ended() {
    let mut first = open(120, 40, &["ukraine", "since:2022"]);
    first.wait_until(is_open).unwrap();
    first.send_str("jjj ").unwrap();
    first.wait_until(|screen| screen.contains("mark (1)")).unwrap();
    first.send(Key::Char('q')).unwrap();
    assert!(first.wait_exit().unwrap().success());
    let Opened { home, .. } = first;
    let mut second = open_in(home, 120, 40, &[]);
    second.wait_until(|screen| screen.contains("▸●2025-02-24 ES-11/7") && screen.contains("as you left it")).unwrap();
    second.send(Key::Char('q')).unwrap();
    assert!(second.wait_exit().unwrap().success());
    let Opened { home, .. } = second;
    let mut fresh = open_in(home, 120, 40, &["--fresh"]);
    fresh.wait_until(|screen| screen.contains("▸ 2026-06-04 80/267") && screen.contains("Space mark  ")).unwrap();
    fresh.send(Key::Char('q')).unwrap();
    assert!(fresh.wait_exit().unwrap().success());
    // A file that is not a saved session is said and does no harm.
    let Opened { home, .. } = fresh;
    std::fs::write(home.path("state/plenary/visit.json"), "{\"version\":1,\"link\":").unwrap();
    let mut broken = open_in(home, 120, 40, &[]);
    broken
        .wait_until(|screen| screen.contains("80/199") && screen.contains("could not restore the last session"))
        .unwrap();
    broken.send(Key::Ctrl('c')).unwrap();
    assert!(broken.wait_exit().unwrap().success());
}

#[test]
fn a_saved_bloc_has_its_name_at_once_and_in_the_commands() {
    let mut terminal = open(120, 40, &["--at", "blocs/USA+RUS+ISR;@EU"]);
    terminal.wait_until(|screen| screen.contains("USA+RUS+ISR against @EU")).unwrap();
    terminal.send_str("s").unwrap();
    terminal.send(Key::Enter).unwrap();
    terminal.wait_until(|screen| screen.contains("save A as:")).unwrap();
    terminal.send_str("three").unwrap();
    terminal.send(Key::Enter).unwrap();
    terminal.wait_until(|screen| screen.contains("saved: @three is USA+RUS+ISR")).unwrap();
    terminal.send_str("b+@thr").unwrap();
    terminal.wait_until(|screen| screen.contains("▸ @three")).unwrap();
    terminal.send(Key::Ctrl('c')).unwrap();
    assert!(terminal.wait_exit().unwrap().success());
    let Opened { home, .. } = terminal;
    assert!(home.run(&["blocs"]).answer().contains("USA+RUS+ISR"));
}

#[test]
fn settings_change_keys_and_looks_and_a_mistake_is_said() {
    let home = Home::new();
    std::fs::create_dir_all(home.path("config/plenary")).unwrap();
    home.file(
        "config/plenary/config.toml",
        "ascii = true\nstart = \"countries\"\n[keys]\n\"quit at once\" = [\"C-x\"]\n",
    );
    let mut terminal = open_in(home, 120, 40, &[]);
    terminal
        .wait_until(|screen| screen.contains(&of_all("+ Countries -- {all}")) && screen.contains("> Afghanistan"))
        .unwrap();
    terminal.send(Key::Ctrl('x')).unwrap();
    assert!(terminal.wait_exit().unwrap().success());
    let Opened { home, .. } = terminal;
    home.file("config/plenary/config.toml", "theem = \"dark\"\n");
    let mut terminal = open_in(home, 120, 40, &["--fresh"]);
    terminal.wait_until(|screen| screen.contains("config.toml, line 1") && screen.contains("theme?")).unwrap();
    terminal.send(Key::Ctrl('c')).unwrap();
    assert!(terminal.wait_exit().unwrap().success());
}

#[test]
fn an_export_is_written_and_another_file_is_kept() {
    let mut terminal = open(120, 40, &["symbol:ES-11/7"]);
    terminal.wait_until(is_open).unwrap();
    terminal.home.file("votes.csv", "mine");
    terminal.send_str("e").unwrap();
    terminal.wait_until(|screen| screen.contains("export to: votes.csv")).unwrap();
    terminal.send(Key::Enter).unwrap();
    terminal.wait_until(|screen| screen.contains("votes.csv already exists")).unwrap();
    assert_eq!(std::fs::read_to_string(terminal.home.path("votes.csv")).unwrap(), "mine");
    terminal.send(Key::Enter).unwrap();
    terminal.wait_until(|screen| screen.contains("wrote votes.csv")).unwrap();
    assert!(std::fs::read_to_string(terminal.home.path("votes.csv")).unwrap().contains("A/RES/ES-11/7"));
    terminal.send_str("e").unwrap();
    terminal.wait_until(|screen| screen.contains("export to:")).unwrap();
    terminal.send(Key::Ctrl('u')).unwrap();
    terminal.send_str("screen.svg\r").unwrap();
    terminal.wait_until(|screen| screen.contains("wrote screen.svg with the screen")).unwrap();
    terminal.send_str("e").unwrap();
    terminal.wait_until(|screen| screen.contains("export to:")).unwrap();
    terminal.send(Key::Ctrl('u')).unwrap();
    terminal.send_str("nowhere/v.csv\r").unwrap();
    terminal.wait_until(|screen| screen.contains("there is no folder nowhere")).unwrap();
    assert!(!terminal.home.path("nowhere").exists());
    terminal.send(Key::Esc).unwrap();
    terminal.wait_until(|screen| !screen.contains("export to:")).unwrap();
    assert!(std::fs::read_to_string(terminal.home.path("screen.svg")).unwrap().starts_with("<svg"));
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

#[test]
fn a_dumb_terminal_is_told_what_works_there() {
    let home = Home::new();
    let mut terminal =
        termlens::bin!("plenary", size(80, 24), env("TERM", "dumb"), env("HOME", home.path(""))).unwrap();
    terminal.wait_until(|screen| screen.contains("try plenary list")).unwrap();
    assert!(!terminal.wait_exit().unwrap().success());
}

#[test]
fn votes_that_stand_corrected_are_said_to_be_so() {
    for (columns, rows) in [(200, 60), (120, 40), (80, 24), (40, 12)] {
        let mut terminal = open(columns, rows, &["--corrections", "--at", "show/ES-10/21"]);
        let is_said = |screen: &Screen| screen.contains("counted as") && screen.contains("Iraq yes");
        let has_room = |screen: &Screen| columns < 60 || is_said(screen);
        terminal.wait_until(|screen| screen.contains("Y 121") && screen.contains(" corrected ─")).unwrap();
        terminal.wait_until(has_room).unwrap();
        // Also where nothing on the page is about that roll call.
        terminal.send(Key::Char('2')).unwrap();
        terminal.wait_until(|screen| screen.contains("Albania") && screen.contains("198")).unwrap();
        terminal.wait_until(|screen| !screen.contains("counted as") && screen.contains(" corrected ─")).unwrap();
        terminal.send(Key::Ctrl('c')).unwrap();
        assert!(terminal.wait_exit().unwrap().success());
    }
}
