//! What the tests share: the program as a user runs it, in a home of its own, and the raw files.

use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::LazyLock;

use assert_cmd::Command;
use plenary::record::{Record, thousands};
use tempfile::TempDir;

/// The eighteen members that voted no on A/RES/ES-11/7.
pub(crate) const VOTED_NO: [&str; 18] = [
    "Belarus",
    "Burkina Faso",
    "Burundi",
    "Central African Republic",
    "North Korea",
    "Equatorial Guinea",
    "Eritrea",
    "Haiti",
    "Hungary",
    "Israel",
    "Mali",
    "Marshall Islands",
    "Nicaragua",
    "Niger",
    "Palau",
    "Russia",
    "Sudan",
    "United States",
];

/// A home folder that nobody else uses.
pub(crate) struct Home(TempDir);

impl Home {
    pub(crate) fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// A file with this content in the home.
    pub(crate) fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, content).unwrap();
        path
    }

    /// The user's own record.
    pub(crate) fn record(&self) -> PathBuf {
        self.path("data/plenary/rollcalls.jsonl")
    }

    /// The program with these arguments.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::cargo_bin("plenary").unwrap();
        command.current_dir(self.0.path()).args(arguments).env_clear();
        command
            .env("HOME", self.0.path())
            .env("XDG_DATA_HOME", self.path("data"))
            .env("XDG_CONFIG_HOME", self.path("config"))
            .env("XDG_STATE_HOME", self.path("state"));
        command
    }

    /// Runs the program.
    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        Ran::of(&mut self.command(arguments))
    }
}

/// How a command ended.
pub(crate) struct Ran(Output);

impl Ran {
    pub(crate) fn of(command: &mut Command) -> Self {
        Self(command.output().unwrap())
    }

    pub(crate) fn code(&self) -> i32 {
        self.0.status.code().unwrap()
    }

    pub(crate) fn out(&self) -> String {
        String::from_utf8(self.0.stdout.clone()).unwrap()
    }

    pub(crate) fn err(&self) -> String {
        String::from_utf8(self.0.stderr.clone()).unwrap()
    }

    /// The answer, of a command that gave one.
    #[track_caller]
    pub(crate) fn answer(&self) -> String {
        assert_eq!(self.code(), 0, "{}", self.err());
        self.out()
    }

    /// The answer as JSON.
    #[track_caller]
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.answer()).unwrap()
    }

    /// Holds the end against a code and a message of one line.
    #[track_caller]
    pub(crate) fn fails(&self, code: i32, parts: &[&str]) {
        let message = self.err();
        assert_eq!(self.code(), code, "{message}");
        assert_eq!(message.lines().count(), 1, "{message}");
        for part in parts {
            assert!(message.contains(part), "{part:?} is not in {message:?}");
        }
        assert!(!message.chars().any(|c| c.is_control() && c != '\n'), "{message:?}");
    }
}

/// A raw file that is not part of the project. Tests that need one are ignored unless asked for, as `.ci/run` does.
#[track_caller]
pub(crate) fn raw(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(name);
    assert!(path.exists(), "{} is not here", path.display());
    path
}

/// The three tables of unvotes.
#[track_caller]
pub(crate) fn unvotes() -> [String; 3] {
    ["un_votes", "un_roll_calls", "un_roll_call_issues"]
        .map(|name| raw(&format!("unvotes/{name}.csv.gz")).to_str().unwrap().to_owned())
}

/// How many roll calls a question is about that does not say otherwise.
pub(crate) static LEN: LazyLock<usize> = LazyLock::new(|| Record::embedded().unwrap().usual().len());

/// A text with the number of the record's roll calls in the place of `{all}`: what is expected of a longer record too.
pub(crate) fn of_all(text: &str) -> String {
    text.replace("{all}", &thousands(*LEN))
}
