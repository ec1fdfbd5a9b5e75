//! What is one of its kind is said so: "1 member", never "1 members".

use plenary::app::{App, Event, Resources};
use plenary::link::Link;
use plenary::query::{Lexicon, SavedBlocs};
use plenary::record::Record;
use plenary::settings::Look;
use plenary::ui::{Colours, Theme, draw};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect, Size};
use serde_json::json;

use crate::common::Home;

/// A record of one roll call, on which one member had a seat, or three did.
fn record(votes: &str) -> String {
    let header = json!({
        "format": "plenary-rollcalls", "version": 1, "kind": "whole", "origin": "un-library", "sources": [],
        "seats": ["AUT", "SWE", "USA"],
    });
    let line = json!({
        "id": 1, "symbol": "A/RES/80/1", "date": "2025-10-01", "session": "80", "title": "Nuclear disarmament",
        "votes": votes,
    });
    format!("{header}\n{line}\n")
}

/// The first place where a text has 1 of several; what stands in another column or in brackets is
/// no part of it.
fn one_of_several(text: &str) -> Option<String> {
    text.split(['|', '│', '(', '\n']).flat_map(|part| part.split("  ")).find_map(|part| {
        let words: Vec<_> = part.split([' ', ')', ',', ';', '.', ':']).filter(|word| !word.is_empty()).collect();
        let starts = words.iter().enumerate().filter(|(_, word)| **word == "1").map(|(at, _)| at + 1);
        let mut nouns = starts.filter_map(|at| Some((*words.get(at)?, words.get(at + 1).copied().unwrap_or_default())));
        nouns.find(|&pair| is_several(pair)).map(|(noun, next)| format!("1 {noun} {next}"))
    })
}

/// Whether these are the first words of a noun in the plural.
fn is_several((noun, next): (&str, &str)) -> bool {
    // In "s" too, and nothing that is counted.
    let others = ["is", "was", "has", "this", "series", "yes", "across", "abstains", "unanimous", "as"];
    let ends = |word: &str| word.ends_with('s') && word.starts_with(char::is_lowercase) && !others.contains(&word);
    ends(noun) || (["roll", "other", "adopted", "shared", "recorded"].contains(&noun) && ends(next))
}

#[test]
fn what_is_one_and_what_is_several_is_told_apart() {
    for text in
        ["cut at 1 groups, x", "of 1 roll calls on", "(1 members) here", "1 votes as corrected", "1 others were"]
    {
        assert!(one_of_several(text).is_some(), "{text}");
    }
    for text in ["11 groups of", "1 roll call of", "1 member voted", "0 votes of", "1 yes of", "1 series of"] {
        assert_eq!(one_of_several(text), None, "{text}");
    }
}

#[test]
fn no_command_says_one_of_several() {
    for votes in ["Y..", "YNA", "YX."] {
        let home = Home::new();
        home.file("one.jsonl", record(votes));
        for command in [
            "record",
            "list",
            "show 80/1",
            "check",
            "check --against one.jsonl",
            "countries",
            "country AUT",
            "series 80/1",
            "agree AUT SWE",
            "agree AUT SWE --by year",
            "bloc AUT SWE",
            "bloc AUT SWE+USA",
            "matrix",
            "positions",
            "topics",
            "drift year:2025 year:2024",
            "blocs",
            "country SWE",
        ] {
            for format in ["table", "md"] {
                let arguments: Vec<_> =
                    command.split(' ').chain(["--record", "one.jsonl", "--format", format]).collect();
                let ran = home.run(&arguments);
                let said = ran.out() + &ran.err();
                assert!(!said.is_empty(), "{command}");
                assert_eq!(one_of_several(&said), None, "{command} of {votes}:\n{said}");
            }
        }
    }
}

#[test]
fn no_view_says_one_of_several() {
    for votes in ["Y..", "YNA", "YX."] {
        let record = Record::from_text(&record(votes), "one.jsonl").unwrap().0;
        let lexicon = Lexicon::new(&record, Ok(SavedBlocs::default())).unwrap();
        let known = Resources::new(&lexicon);
        known.prepare();
        for link in [
            "votes",
            "votes?AUT:yes",
            "show/80/1",
            "countries",
            "country/AUT",
            "pair/AUT,SWE",
            "blocs/AUT;SWE",
            "series/80/1",
            "world/80/1",
            "world/country/AUT",
            "matrix",
            "positions",
            "votes?AUT:no",
        ] {
            for size in [Size::new(200, 60), Size::new(80, 24)] {
                let mut app = App::new(&known, "", size);
                app.update(Event::Prepared);
                app.start_at(&Link::parse(link, &lexicon).unwrap());
                let mut screen = Buffer::empty(Rect::from((Position::ORIGIN, size)));
                draw(&app, &Theme::new(Colours::Palette, Look::default()), &mut screen);
                let rows = screen.content.chunks(size.width.into());
                for row in rows {
                    let row: String = row.iter().map(Cell::symbol).collect();
                    assert_eq!(one_of_several(&row), None, "{link} of {votes}:\n{row}");
                }
            }
        }
    }
}
