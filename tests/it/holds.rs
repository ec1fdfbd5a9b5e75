//! What must hold of anything that a stranger hands over: it is taken, or refused in one line. The tests give it texts made
//! at random, the fuzz targets of `tests/fuzz` whatever reaches new code.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use plenary::actions::Key;
use plenary::app::Event;
use plenary::import;
use plenary::link::Link;
use plenary::query::{Expression, Lexicon, Query, QueryError, SavedBlocs};
use plenary::record::{Origin, Record};
use plenary::settings::Settings;
use plenary::terminal::{InputParser, SILENCE};
use plenary::visit::Visit;

static RECORD: LazyLock<Record> = LazyLock::new(|| Record::embedded().unwrap());
static LEXICON: LazyLock<Lexicon<'static>> =
    LazyLock::new(|| Lexicon::new(&RECORD, Ok(SavedBlocs::default())).unwrap());

#[track_caller]
fn is_a_line(message: &str) {
    assert!(!message.is_empty() && !message.contains(char::is_control), "{message:?} is no line to show");
}

#[track_caller]
fn points_into(text: &str, error: &QueryError) {
    assert!(text.get(error.span.clone()).is_some(), "{:?} is not in {text:?}", error.span);
    is_a_line(&error.to_string());
}

/// A query, a bloc expression and a link: what is understood of a query reads as the same again.
pub(crate) fn words(text: &str) {
    match Query::parse(text, &LEXICON) {
        Ok(query) => {
            let again = Query::parse(&query.to_string(), &LEXICON).map(|again| again.run(&LEXICON));
            assert_eq!(again, Ok(query.run(&LEXICON)), "{query} of {text:?}");
        }
        Err(error) => points_into(text, &error),
    }
    match Expression::parse(text, &LEXICON) {
        Ok(expression) => {
            let again = Expression::parse(&expression.to_string(), &LEXICON).map(|again| again.to_string());
            assert_eq!(again, Ok(expression.to_string()), "of {text:?}");
        }
        Err(error) => points_into(text, &error),
    }
    if let Err(error) = Link::parse(text, &LEXICON) {
        is_a_line(&error.to_string());
    }
}

/// The record's own file: one that is read is written and read again as the same.
pub(crate) fn record(text: &str) {
    match Record::from_text(text, "mine.jsonl") {
        Ok((record, _)) => {
            assert!(record.len() <= text.lines().count());
            let mut written = Vec::new();
            record.write(&mut written).unwrap();
            let (again, _) = Record::from_text(&String::from_utf8(written).unwrap(), "again.jsonl").unwrap();
            assert_eq!(again.checksum(), record.checksum());
        }
        Err(error) => is_a_line(&error.to_string()),
    }
}

/// A table, or several, that are imported.
pub(crate) fn tables(tables: &[&[u8]], origin: Origin, folder: &Path) {
    let base = Record::empty(origin).unwrap();
    let file = |(at, table): (usize, &&[u8])| {
        let file = folder.join(format!("{at}.csv"));
        fs::write(&file, table).unwrap();
        file
    };
    let files: Vec<_> = tables.iter().enumerate().map(file).collect();
    match import::read(&files, &base, &mut |_| ()) {
        Ok(imported) => {
            let _ = imported.over(&base).map_err(|error| is_a_line(&error.to_string()));
        }
        Err(error) => is_a_line(&error.to_string()),
    }
}

/// The settings of `config.toml`.
pub(crate) fn settings(text: &str) {
    if let Err(mistakes) = Settings::parse(text, "config.toml", &LEXICON) {
        assert!(!mistakes.is_empty());
        for mistake in &mistakes {
            is_a_line(&mistake.to_string());
        }
    }
}

/// What is kept of a visit.
pub(crate) fn visit(text: &str) {
    if let Err(error) = Visit::from_text(text) {
        is_a_line(&error);
    }
}

/// The user's own blocs, and each of them read.
pub(crate) fn blocs(text: &str) {
    match SavedBlocs::from_text(text) {
        Ok(blocs) => {
            let names: Vec<_> = blocs.iter().map(|(name, _)| name.to_owned()).collect();
            let Ok(lexicon) = Lexicon::new(&RECORD, Ok(blocs)).map_err(|error| is_a_line(&error)) else { return };
            for name in names {
                let written = format!("@\"{name}\"");
                if let Err(error) = Expression::parse(&written, &lexicon) {
                    points_into(&written, &error);
                }
            }
        }
        Err(error) => is_a_line(&error),
    }
}

/// What a terminal sends: in whatever pieces it comes it is the same, nothing is waited for longer than the silence that ends
/// it, `C-c` is heard after it at once or by that silence, and so is every key after.
pub(crate) fn input(bytes: &[u8]) {
    let key = |text: &str| Event::Key(text.parse::<Key>().unwrap());
    let (interrupt, next) = (key("C-c"), key("j"));
    let mut now = Instant::now();
    let mut whole = InputParser::default();
    let events = whole.read(bytes, now);
    for size in [1, 2, 3, 7] {
        let mut parser = InputParser::default();
        let mut pieced = Vec::new();
        for piece in bytes.chunks(size) {
            now += SILENCE / 2;
            pieced.extend(parser.read(piece, now));
        }
        assert_eq!(pieced, events, "{size} at a time of {:?}", bytes.escape_ascii().to_string());
    }
    for is_silent in [false, true] {
        let mut parser = InputParser::default();
        parser.read(bytes, now);
        if is_silent && let Some(until) = parser.until() {
            assert!(until > now && until <= now + SILENCE);
            assert_eq!(parser.silence(until.checked_sub(Duration::from_nanos(1)).unwrap()), []);
            parser.silence(until);
            assert_eq!(parser.until(), None);
        }
        let mut heard = parser.read(b"\x03", now);
        if let Some(until) = parser.until() {
            assert!(!is_silent && until <= now + SILENCE);
            heard.extend(parser.silence(until));
        }
        assert_eq!(heard.last(), Some(&interrupt), "behind {:?}", bytes.escape_ascii().to_string());
        assert_eq!(parser.until(), None);
        assert_eq!(parser.read(b"j", now), std::slice::from_ref(&next));
    }
}
