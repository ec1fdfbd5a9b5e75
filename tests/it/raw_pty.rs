//! The program on a pseudo-terminal of which every byte is the test's: what no terminal should send, and a terminal that
//! goes away.

use std::fs::File;
use std::io::{Read, Write};
use std::os::fd::AsRawFd;
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command, ExitStatus};
use std::time::{Duration, Instant};

use filedescriptor::{POLLIN, poll, pollfd};
use rustix::io::{FdFlags, fcntl_setfd};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{LocalModes, Winsize, tcgetattr, tcsetwinsize};

use crate::common::{Home, of_all};
use crate::input::{Dice, made_up};

/// How long anything may take on a machine that does much else: a program that is deaf stays so.
const AT_MOST: Duration = Duration::from_secs(20);

/// What is written when the terminal is given back.
const LEFT: &[u8] = b"\x1b[?1049l";

#[cfg(target_os = "linux")]
const CLOSED_IN_OTHERS: OpenptFlags = OpenptFlags::CLOEXEC;
#[cfg(not(target_os = "linux"))]
const CLOSED_IN_OTHERS: OpenptFlags = OpenptFlags::empty();

/// The program on a terminal of its own that is not the one of its session, so that no signal tells of its end.
struct Opened {
    /// The test's end.
    near: File,
    far: File,
    child: Child,
    written: Vec<u8>,
    _home: Home,
}

impl Drop for Opened {
    fn drop(&mut self) {
        // It has ended already if the test did not fail.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Opened {
    fn new(columns: u16, rows: u16) -> Self {
        let home = Home::new();
        // Not for programs that other tests start in the meantime: a terminal is gone once nobody holds this end of it.
        let near = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY | CLOSED_IN_OTHERS).unwrap();
        fcntl_setfd(&near, FdFlags::CLOEXEC).unwrap();
        grantpt(&near).unwrap();
        unlockpt(&near).unwrap();
        let name = ptsname(&near, Vec::new()).unwrap().into_string().unwrap();
        let far = File::options().read(true).write(true).open(name).unwrap();
        tcsetwinsize(&far, Winsize { ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0 }).unwrap();
        let end = || far.try_clone().unwrap();
        let child = Command::new(env!("CARGO_BIN_EXE_plenary"))
            .env_clear()
            .env("TERM", "xterm-256color")
            .env("HOME", home.path(""))
            .current_dir(home.path(""))
            .stdin(end())
            .stdout(end())
            .stderr(end())
            .spawn()
            .unwrap();
        let mut opened = Self { near: near.into(), far, child, written: Vec::new(), _home: home };
        opened.wait_for(&of_all("of {all}"));
        opened
    }

    /// Takes what the program writes in the next moment.
    fn listen(&mut self) {
        let mut waited_for = [pollfd { fd: self.near.as_raw_fd(), events: POLLIN, revents: 0 }];
        let ready = match poll(&mut waited_for, Some(Duration::from_millis(10))) {
            // The end of a child that another test began.
            Err(filedescriptor::Error::Poll(error)) if error.kind() == std::io::ErrorKind::Interrupted => 0,
            ready => ready.unwrap(),
        };
        if ready > 0 {
            let mut bytes = [0; 16_000];
            let count = self.near.read(&mut bytes).unwrap();
            self.written.extend_from_slice(&bytes[..count]);
        }
    }

    fn has_written(&self, what: &[u8]) -> bool {
        self.written.windows(what.len()).any(|window| window == what)
    }

    fn wait_for(&mut self, text: &str) {
        let until = Instant::now() + AT_MOST;
        while !self.has_written(text.as_bytes()) {
            assert!(Instant::now() < until, "{text:?} is not in {:?}", String::from_utf8_lossy(&self.written));
            self.listen();
        }
    }

    fn send(&mut self, bytes: &[u8]) {
        self.near.write_all(bytes).unwrap();
    }

    /// Waits for the program's end.
    fn end(&mut self, behind: &str) -> ExitStatus {
        let until = Instant::now() + AT_MOST;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            assert!(Instant::now() < until, "it goes on behind {behind}");
            self.listen();
        }
    }

    /// `C-c` ends the program, and the terminal is as before.
    fn leaves(&mut self, behind: &str) {
        self.written.clear();
        self.send(b"\x03");
        assert!(self.end(behind).success(), "behind {behind}");
        while !self.has_written(LEFT) {
            self.listen();
        }
        for given_back in ["\x1b[?1002l", "\x1b[?2004l", "\x1b[?25h"] {
            assert!(self.has_written(given_back.as_bytes()), "{given_back:?} behind {behind}");
        }
        let modes = tcgetattr(&self.far).unwrap().local_modes;
        assert!(modes.contains(LocalModes::ICANON | LocalModes::ECHO | LocalModes::ISIG), "behind {behind}");
    }
}

#[test]
fn behind_whatever_arrives_the_program_is_left() {
    let mut dice = Dice::new(100);
    for _ in 0..100 {
        let bytes = made_up(&mut dice);
        // It would leave by these alone.
        let bytes: Vec<u8> = bytes.into_iter().filter(|byte| !b"q\x03".contains(byte)).collect();
        let mut terminal = Opened::new(120, 40);
        for piece in bytes.chunks(1 + dice.below(8)) {
            terminal.send(piece);
        }
        terminal.leaves(&format!("{:?}", bytes.escape_ascii().to_string()));
    }
}

#[test]
fn what_is_cut_makes_the_next_key_wait_for_a_moment_only() {
    for cut in ["\x1b[?997;1", "\x1b[200~", "\x1b]11;rgb:2e", "\x1bP>|x", "\x1bO", "\x1b[M ", "\x1b_Gi=31;OK\x1b"] {
        let mut terminal = Opened::new(120, 40);
        terminal.send(cut.as_bytes());
        // Swallowed or read, as it falls; one of them is read, and shows the list of countries or, where it came as a paste,
        // the Council's resolution of that number.
        let until = Instant::now() + AT_MOST;
        terminal.written.clear();
        while !terminal.has_written(b"Afghanistan") && !terminal.has_written(b"S/RES/2") {
            assert!(Instant::now() < until, "no key is read behind {cut:?}");
            terminal.send(b"2");
            (0..30).for_each(|_| terminal.listen());
        }
        terminal.leaves(cut);
    }
}

#[test]
fn a_terminal_that_goes_away_ends_the_program() {
    for last in ["", "\x1b", "\x1b[200~ukraine", "/ukr", "\x1b]11;"] {
        let mut terminal = Opened::new(120, 40);
        terminal.send(last.as_bytes());
        // Both ends that the test holds: the program's own are open.
        let null = || File::open("/dev/null").unwrap();
        (terminal.near, terminal.far) = (null(), null());
        let until = Instant::now() + AT_MOST;
        let status = loop {
            match terminal.child.try_wait().unwrap() {
                Some(status) => break status,
                None => assert!(Instant::now() < until, "it goes on without a terminal behind {last:?}"),
            }
            std::thread::yield_now();
        };
        // As a signal of the hang-up would have, or by what could not be drawn any more.
        assert!(status.signal() == Some(1) || status.code() == Some(2), "{status} behind {last:?}");
    }
}

#[test]
fn a_terminal_of_any_size_is_drawn_on() {
    for (columns, rows) in [(30_000, 30_000), (65_535, 65_535), (65_535, 1), (1, 65_535), (0, 0), (0, 24), (1, 1)] {
        let mut terminal = Opened::new(120, 40);
        let size = Winsize { ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0 };
        tcsetwinsize(&terminal.far, size).unwrap();
        // No signal tells of it, since the terminal is not that of the session.
        let process = rustix::process::Pid::from_child(&terminal.child);
        rustix::process::kill_process(process, rustix::process::Signal::WINCH).unwrap();
        terminal.written.clear();
        terminal.wait_for("\x1b[2J");
        terminal.leaves(&format!("{columns}×{rows}"));
    }
    let mut terminal = Opened::new(30_000, 30_000);
    terminal.leaves("a start");
    let mut terminal = Opened::new(0, 0);
    terminal.leaves("a start");
}

#[test]
fn the_theme_follows_what_the_terminal_says_is_behind_its_text() {
    /// The blue of yes votes on a dark and on a light background.
    const YES: [&str; 2] = ["38;5;75m", "38;5;25m"];
    let mut opened = Opened::new(100, 30);
    opened.wait_for("\x1b]11;?\x1b\\");
    let first = opened.written.windows(5).position(|bytes| bytes == b"]11;?").unwrap();
    let frame = String::from_utf8_lossy(&opened.written[..first]).into_owned();
    assert!(frame.contains(&of_all("{all} roll calls")), "asked before the first frame was drawn: {frame:?}");
    for ink in YES {
        assert!(!frame.contains(ink), "{ink} before the background is known");
    }
    opened.send(b"\x1b]11;rgb:0000/2b2b/3636\x07");
    opened.wait_for(YES[0]);
    assert!(!opened.has_written(YES[1].as_bytes()));
    opened.send(b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\");
    opened.wait_for(YES[1]);
}
