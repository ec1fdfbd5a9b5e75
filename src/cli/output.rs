//! Answers to stdout, messages to stderr.

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use clap::error::ErrorKind;
use ratatui::crossterm::terminal;

use crate::record::{Record, thousands};
use crate::report::{Answer, Format, Rows, Style, render, write_all};

use super::args::{Options, When};
use super::failure::Failure;
use super::{letters, links, usage};

/// The most rows that anybody reads as a table.
const MOST_IN_A_TABLE: usize = 20_000;

/// How and where answers go.
pub(super) struct Output {
    format: Format,
    /// How rows for a program are written.
    of_rows: Format,
    style: Style,
    /// Whether symbols lead to their documents.
    linked: bool,
}

impl Output {
    pub(super) fn new(options: &Options) -> Self {
        let to_terminal = io::stdout().is_terminal();
        let plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
            || std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let colour = match options.color {
            When::Always => true,
            When::Never => false,
            When::Auto => to_terminal && !plain,
        };
        let size = if to_terminal { terminal::size().ok() } else { None };
        // A terminal that does not know its width says 0.
        let width = size.map(|(width, _)| width.into()).filter(|&width| width > 0);
        let asked = options.format.map(Format::from);
        let format = asked.unwrap_or(Format::Table);
        let of_rows = asked.unwrap_or(if to_terminal { Format::Table } else { Format::Csv });
        // What is read by a program, or pasted, is UTF-8 whatever the terminal shows.
        let ascii = options.ascii || format == Format::Table && letters::are_few();
        let variable = |name: &str| std::env::var(name).unwrap_or_default();
        let linked = to_terminal && colour && format == Format::Table && links::are_taken(&variable);
        Self { format, of_rows, style: Style { width, colour, ascii }, linked }
    }

    /// Writes an answer.
    pub(super) fn write(&self, answer: &impl Answer, record: &Record) -> Result<(), Failure> {
        let text = render(answer, record, self.format, self.style);
        if self.linked { print(&links::linked(&text)) } else { print(&text) }
    }

    /// Writes that many rows for a program that counts on, those of the whole record too.
    pub(super) fn write_rows(&self, rows: &(impl Answer + Rows), many: usize, record: &Record) -> Result<(), Failure> {
        if matches!(self.of_rows, Format::Table | Format::Markdown) {
            if many > MOST_IN_A_TABLE {
                let many = thousands(many);
                return Err(Failure::Bad(format!(
                    "{many} rows are too many for a table: choose fewer roll calls, or write --format csv or json"
                )));
            }
            return print(&render(rows, record, self.of_rows, self.style));
        }
        if self.style.ascii {
            return print(&render(rows, record, self.of_rows, self.style));
        }
        let out = io::BufWriter::with_capacity(1 << 16, io::stdout().lock());
        written(write_all(rows, self.of_rows == Format::Json, out))?;
        if many > 0 {
            rows.notes().iter().for_each(|note| say(note));
        }
        Ok(())
    }

    /// Writes a text that has one form only.
    pub(super) fn write_text(&self, text: &str) -> Result<(), Failure> {
        if self.format != Format::Table {
            return Err(Failure::bad("this answer is plain text; leave --format out"));
        }
        print(&letters::fitting(text))
    }
}

/// What a script learns from an answer.
pub(super) fn exit(answer: Result<(), Failure>) -> ExitCode {
    match answer {
        Ok(()) | Err(Failure::ReaderGone) => ExitCode::SUCCESS,
        Err(Failure::Nothing(message)) => {
            say(&message);
            ExitCode::from(1)
        }
        Err(Failure::Bad(message)) => {
            say(&message);
            ExitCode::from(2)
        }
    }
}

pub(super) fn print(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    written(out.write_all(text.as_bytes()).and_then(|()| out.flush()))
}

fn written(result: io::Result<()>) -> Result<(), Failure> {
    match result {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Err(Failure::ReaderGone),
        result => result.map_err(|error| Failure::Bad(format!("stdout can't be written: {error}"))),
    }
}

/// Says a line on stderr.
pub(super) fn say(message: &str) {
    // Where stderr is gone too there is nobody to tell.
    let _ = writeln!(io::stderr().lock(), "plenary: {}", letters::fitting(message));
}

/// Ends as clap says: help and version are answers, anything else is one line.
pub(super) fn usage(error: &clap::Error) -> ExitCode {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        return exit(print(&letters::fitting(&error.to_string())));
    }
    let given: Vec<_> = std::env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
    if let Some(mended) = usage::mended(error, &given) {
        say(&mended);
        return ExitCode::from(2);
    }
    let text = error.to_string();
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut said = String::new();
    for line in lines.take_while(|line| !line.starts_with("Usage:") && !line.starts_with("For more information")) {
        let line = line.trim_start_matches("error: ");
        let line = line.strip_prefix("tip: ").unwrap_or(line);
        let between = if said.is_empty() || said.ends_with(':') { " " } else { "; " };
        said = said + between + line;
    }
    say(&format!("{}; see `{} --help`", said.trim_start(), usage_of(&text)));
    ExitCode::from(2)
}

/// The command that an error of clap's shows the usage of: `plenary bloc`.
fn usage_of(text: &str) -> String {
    let usage = text.lines().find_map(|line| line.trim().strip_prefix("Usage:")).unwrap_or_default();
    let words: Vec<_> = usage.split_whitespace().take_while(|word| !word.starts_with(['-', '[', '<'])).collect();
    if words.is_empty() { "plenary".to_owned() } else { words.join(" ") }
}
