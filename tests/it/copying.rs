//! Copying in a real terminal: what arrives where, and the word about it.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use termlens::{Key, Terminal};

use crate::common::{Home, of_all};

/// The explorer on the vote of the news, with these variables; a row of it copied, and the word about it on the screen.
fn copied(home: &Home, variables: &[(&str, &str)], word: &str) -> Terminal {
    let mut builder = Terminal::builder().size(160, 40).env_clear();
    let folders = [("HOME", ""), ("XDG_DATA_HOME", "data"), ("XDG_STATE_HOME", "state"), ("XDG_CONFIG_HOME", "config")];
    for (name, folder) in folders {
        builder = builder.env(name, home.path(folder));
    }
    for (name, value) in variables {
        builder = builder.env(name, value);
    }
    let mut terminal = builder.args(["date:2025-02-24"]).spawn(env!("CARGO_BIN_EXE_plenary")).unwrap();
    terminal.wait_until(|screen| screen.contains(&of_all("of {all}"))).unwrap();
    terminal.send(Key::Down).unwrap();
    terminal.wait_until(|screen| screen.contains("▸ 2025-02-24 ES-11/7")).unwrap();
    terminal.send(Key::Char('y')).unwrap();
    terminal.wait_until(|screen| screen.contains(word)).unwrap();
    terminal
}

const ROW: &str = "A/RES/ES-11/7, Advancing a comprehensive, just and lasting peace in Ukraine";

#[test]
fn a_terminal_gets_the_text_itself() {
    let home = Home::new();
    for variables in [
        &[("TERM", "xterm-256color")][..],
        &[("TERM", "xterm-256color"), ("SSH_TTY", "/dev/pts/9"), ("DISPLAY", ":10"), ("WAYLAND_DISPLAY", "wayland-0")],
    ] {
        let terminal = copied(&home, variables, "OSC 52;");
        let screen = terminal.screen();
        let clipboard = screen.clipboard().unwrap();
        assert_eq!(clipboard.targets(), "c");
        assert!(clipboard.text().unwrap().starts_with(ROW), "{:?}", clipboard.text());
    }
    assert!(!home.path("state/plenary/copied.txt").exists());
}

#[test]
fn without_a_clipboard_the_text_is_in_a_file() {
    let home = Home::new();
    let terminal = copied(&home, &[("TERM", "linux")], "copied.txt");
    assert!(terminal.screen().clipboard().is_none());
    let text = fs::read_to_string(home.path("state/plenary/copied.txt")).unwrap();
    assert!(text.starts_with(ROW), "{text}");
}

#[test]
fn a_program_of_the_desktop_or_tmux_gets_the_text() {
    for (program, variable, word) in
        [("xclip", "DISPLAY", "xclip)"), ("wl-copy", "WAYLAND_DISPLAY", "wl-copy)"), ("tmux", "TMUX", "tmux's")]
    {
        let home = Home::new();
        fs::create_dir(home.path("bin")).unwrap();
        let script =
            home.file(&format!("bin/{program}"), "#!/bin/sh\necho \"$@\" > \"$HOME/asked\"\ncat > \"$HOME/got\"\n");
        fs::set_permissions(&script, fs::Permissions::from_mode(0o755)).unwrap();
        let path = format!("{}:/usr/bin:/bin", home.path("bin").display());
        let terminal = copied(&home, &[("TERM", "xterm-256color"), ("PATH", &path), (variable, "1")], word);
        assert!(terminal.screen().clipboard().is_none());
        assert!(fs::read_to_string(home.path("got")).unwrap().starts_with(ROW));
        if program == "tmux" {
            assert_eq!(fs::read_to_string(home.path("asked")).unwrap(), "load-buffer -w -\n");
            // A tmux that fails leaves it to the terminal.
            fs::write(&script, "#!/bin/sh\nexit 1\n").unwrap();
            let variables = [("TERM", "xterm-256color"), ("PATH", path.as_str()), (variable, "1")];
            let terminal = copied(&home, &variables, "OSC 52");
            assert!(terminal.screen().clipboard().is_some());
        }
    }
}
