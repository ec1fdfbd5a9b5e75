//! Hands a text to the clipboard: by tmux, by a program of the desktop, by the terminal itself, or into a file.
//!
//! Which one works can't be asked, only told from the environment: over SSH the desktop's programs, if there are any, are
//! those of the wrong machine. What was tried is said on the screen, since a terminal does not answer.

use std::env;
use std::fmt;
use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::mpsc::channel;
use std::thread;
use std::time::{Duration, Instant};

use ratatui::crossterm;
use ratatui::crossterm::clipboard::CopyToClipboard;

use crate::store;

use super::output::Screen;

/// How long the screen waits for a program that takes a text.
const MOMENT: Duration = Duration::from_millis(300);

/// How long it is before it is asked again.
const STEP: Duration = Duration::from_millis(2);

/// The longest text in bytes that terminals are known to take: 100,000 as they are sent.
const LONGEST: usize = 74_994;

/// A program that takes a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Program {
    name: &'static str,
    arguments: &'static [&'static str],
    /// Where the text is then.
    how: &'static str,
    /// Whether it may go on when it has the text, to serve it to others; one that does not is to say that it took it.
    stays: bool,
}

const TMUX: Program = Program {
    name: "tmux",
    arguments: &["load-buffer", "-w", "-"],
    how: "into tmux's buffer, and to the clipboard where the terminal allows it",
    stays: false,
};
const PBCOPY: Program = Program { name: "pbcopy", arguments: &[], how: "by pbcopy", stays: false };
const WL_COPY: Program =
    Program { name: "wl-copy", arguments: &["--type", "text/plain"], how: "by wl-copy", stays: true };
const XCLIP: Program = Program { name: "xclip", arguments: &["-selection", "clipboard"], how: "by xclip", stays: true };
const XSEL: Program = Program { name: "xsel", arguments: &["--clipboard", "--input"], how: "by xsel", stays: true };

/// A way to copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Program(Program),
    /// The terminal's own clipboard, by OSC 52.
    Terminal,
    /// The same in tmux, which may keep such a sequence to itself but for one that is wrapped to be passed on.
    Outside,
    /// A file, where there is no clipboard.
    File,
}

/// Copies `text`, and says how.
///
/// # Errors
/// If no way works: why the last one did not.
pub(super) fn copy(text: &str) -> Result<String, String> {
    let variable = |name: &str| env::var(name).unwrap_or_default();
    let ways = ways(&variable, &is_installed, cfg!(target_os = "macos"));
    let mut answer = Err(String::new());
    for way in ways {
        answer = match way {
            Way::Program(program) => hand_over(program, text).map(|()| program.how.to_owned()),
            Way::Terminal | Way::Outside if text.len() > LONGEST => {
                Err("the text is too long for terminals".to_owned())
            }
            Way::Terminal => Screen::command(CopyToClipboard::to_clipboard_from(text))
                .map(|()| "by OSC 52; if nothing arrives, the terminal does not allow it".to_owned())
                .map_err(|error| error.to_string()),
            Way::Outside => Screen::command(CopyToClipboard::to_clipboard_from(text))
                .and_then(|()| Screen::command(Passed(CopyToClipboard::to_clipboard_from(text))))
                .map(|()| {
                    "by OSC 52 through tmux; if nothing arrives, tmux or the terminal does not allow it".to_owned()
                })
                .map_err(|error| error.to_string()),
            Way::File => into_file(text),
        };
        if answer.is_ok() {
            break;
        }
    }
    answer
}

/// What may work, the best first; the file at the end always may.
fn ways(variable: &dyn Fn(&str) -> String, installed: &dyn Fn(&str) -> bool, macos: bool) -> Vec<Way> {
    let set = |name| !variable(name).is_empty();
    let far = set("SSH_CONNECTION") || set("SSH_TTY");
    let programs: &[(bool, Program)] = if set("TMUX") {
        &[(true, TMUX)]
    } else if far {
        &[]
    } else {
        &[(macos, PBCOPY), (set("WAYLAND_DISPLAY"), WL_COPY), (set("DISPLAY"), XCLIP), (set("DISPLAY"), XSEL)]
    };
    let programs = programs.iter().filter(|(fits, program)| *fits && installed(program.name));
    let mut ways: Vec<_> = programs.map(|(_, program)| Way::Program(*program)).collect();
    // The console has no clipboard, and screen keeps such sequences to itself.
    let term = variable("TERM");
    if !matches!(term.as_str(), "" | "linux" | "dumb") && !set("STY") {
        ways.push(if set("TMUX") || term.starts_with("tmux") { Way::Outside } else { Way::Terminal });
    }
    ways.push(Way::File);
    ways
}

/// A command that tmux hands to the terminal outside as it is.
struct Passed<C>(C);

impl<C: crossterm::Command> crossterm::Command for Passed<C> {
    fn write_ansi(&self, out: &mut impl fmt::Write) -> fmt::Result {
        let mut command = String::new();
        self.0.write_ansi(&mut command)?;
        write!(out, "\x1bPtmux;{}\x1b\\", command.replace('\x1b', "\x1b\x1b"))
    }

    #[cfg(windows)]
    fn execute_winapi(&self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Whether a program of that name can be found.
pub(super) fn is_installed(name: &str) -> bool {
    env::var_os("PATH").is_some_and(|path| env::split_paths(&path).any(|folder| folder.join(name).is_file()))
}

/// Gives the text to a program. One that may go on when it has all of it, until another text is copied, is left alone;
/// another one that does not end in a moment has failed, and is ended.
fn hand_over(Program { name, arguments, stays, .. }: Program, text: &str) -> Result<(), String> {
    let mut command = Command::new(name);
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    // Away from the terminal, which would take it along when it is closed.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let mut child = command.spawn().map_err(|error| format!("{name}: {error}"))?;
    let (sender, taken) = channel();
    let (mut input, text) = (child.stdin.take(), text.to_owned());
    thread::spawn(move || {
        // Nobody listens any more to what comes too late.
        let _ = sender.send(input.take().is_some_and(|mut input| input.write_all(text.as_bytes()).is_ok()));
    });
    let until = Instant::now() + MOMENT;
    let taken = taken.recv_timeout(until.saturating_duration_since(Instant::now()));
    let ended = loop {
        match child.try_wait() {
            Ok(None) if Instant::now() < until => thread::sleep(STEP),
            ended => break ended.ok().flatten(),
        }
    };
    match (taken, ended) {
        (Ok(true), Some(status)) if status.success() => Ok(()),
        (_, Some(_)) => Err(format!("{name} failed")),
        (Ok(true), None) if stays => {
            // Not to be left as a process that nobody asks about.
            thread::spawn(move || child.wait());
            Ok(())
        }
        (_, None) => {
            let _ = child.kill();
            thread::spawn(move || child.wait());
            Err(format!("{name} does not take the text"))
        }
    }
}

/// Writes the text where the user can fetch it.
fn into_file(text: &str) -> Result<String, String> {
    let path = store::state("copied.txt").ok_or("there is no home folder to keep a copy in")?;
    store::make_folder(&path)
        .and_then(|()| store::replace(&path, |out| out.write_all(text.as_bytes())))
        .map(|()| format!("into {}, since this terminal has no clipboard", store::place(&path)))
        .map_err(|error| format!("{}: can't be written: {error}", store::place(&path)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How a text is copied with these variables and programs, the best way first.
    fn tried(environment: &str, installed: &str, macos: bool) -> Vec<String> {
        let variable = |name: &str| {
            let pairs = environment.split(' ').filter_map(|pair| pair.split_once('='));
            pairs.filter(|(known, _)| *known == name).map(|(_, value)| value.to_owned()).collect::<String>()
        };
        let ways = ways(&variable, &|name| installed.split(' ').any(|known| known == name), macos);
        let name = |way: &Way| match way {
            Way::Program(program) => program.name.to_owned(),
            Way::Terminal => "terminal".to_owned(),
            Way::Outside => "outside".to_owned(),
            Way::File => "file".to_owned(),
        };
        ways.iter().map(name).collect()
    }

    #[test]
    fn the_environment_says_how_to_copy() {
        let desktop = "tmux wl-copy xclip xsel";
        for (environment, installed, macos, expected) in [
            ("TERM=xterm-256color", "", false, "terminal file"),
            (
                "TERM=xterm-256color WAYLAND_DISPLAY=wayland-0 DISPLAY=:0",
                desktop,
                false,
                "wl-copy xclip xsel terminal file",
            ),
            ("TERM=xterm-256color WAYLAND_DISPLAY=wayland-0", "xclip", false, "terminal file"),
            ("TERM=xterm-256color DISPLAY=:0", "xsel", false, "xsel terminal file"),
            ("TERM=xterm-256color DISPLAY=:10 SSH_TTY=/dev/pts/1", desktop, false, "terminal file"),
            ("TERM=xterm-256color DISPLAY=:10 SSH_CONNECTION=1", desktop, false, "terminal file"),
            ("TERM=tmux-256color TMUX=/tmp/tmux-0/default,1,0 DISPLAY=:0", desktop, false, "tmux outside file"),
            ("TERM=tmux-256color TMUX=/tmp/tmux-0/default,1,0 SSH_TTY=/dev/pts/1", desktop, false, "tmux outside file"),
            ("TERM=tmux-256color TMUX=/tmp/tmux-0/default,1,0", "", false, "outside file"),
            ("TERM=screen-256color TMUX=/tmp/tmux-0/default,1,0", "xclip", false, "outside file"),
            // On another machine, in a tmux of the first.
            ("TERM=tmux-256color SSH_TTY=/dev/pts/1", "tmux", false, "outside file"),
            ("TERM=screen STY=1.pts-0", desktop, false, "file"),
            ("TERM=screen STY=1.pts-0 DISPLAY=:0", desktop, false, "xclip xsel file"),
            ("TERM=linux", desktop, false, "file"),
            ("TERM=dumb", desktop, false, "file"),
            ("", desktop, false, "file"),
            ("TERM=xterm-256color", "pbcopy", true, "pbcopy terminal file"),
            ("TERM=xterm-256color SSH_TTY=/dev/ttys001", "pbcopy", true, "terminal file"),
        ] {
            assert_eq!(tried(environment, installed, macos).join(" "), expected, "{environment}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_program_gets_the_text_and_is_not_waited_for() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("got");
        let program = |script: String| Program {
            name: "sh",
            arguments: Vec::leak(vec!["-c", script.leak()]),
            how: "",
            stays: true,
        };
        let long = "Côte d’Ivoire\n".repeat(100_000);
        for text in ["", "one line", &long] {
            assert_eq!(hand_over(program(format!("cat > '{}'", path.display())), text), Ok(()));
            assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
        }
        let start = Instant::now();
        for (script, text, expected) in [
            ("cat > /dev/null; exit 1", "text", Err("sh failed")),
            ("exit 1", &long, Err("sh failed")),
            // It has the text and stays, as those do that serve it to others.
            ("cat > /dev/null; exec sleep 5", "text", Ok(())),
            // It never reads.
            ("exec sleep 5", &long, Err("sh does not take the text")),
        ] {
            assert_eq!(hand_over(program(script.to_owned()), text), expected.map_err(str::to_owned), "{script}");
        }
        // It has the text and ought to end, as one whose server hangs.
        let hangs = Program { stays: false, ..program("cat > /dev/null; exec sleep 5".to_owned()) };
        assert_eq!(hand_over(hangs, "text"), Err("sh does not take the text".to_owned()));
        assert!(start.elapsed() < Duration::from_secs(5));
        let missing = Program { name: "no-such-program-of-plenary", arguments: &[], how: "", stays: true };
        assert!(hand_over(missing, "text").unwrap_err().starts_with("no-such-program"));
    }
}
