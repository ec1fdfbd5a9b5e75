//! The map: what it shows of a roll call, of agreement, of blocs; that every member is on it or named beside it.

use plenary::app::{Content, Effect, Event, Mouse};
use plenary::link::Link;
use plenary::picture::draw;
use plenary::settings::{Charset, Fills, Look};
use ratatui::layout::Position;

use super::{Explorer, LEXICON, RECORD, each_shows};

#[test]
fn keys_show_the_world() {
    each_shows(
        160,
        60,
        &[
            // Of the newest roll call, of the selected one, and back.
            ("5", "193 members"),
            ("5 Esc", "Votes ── {all} roll calls"),
            ("/ symbol:es-11/7 Enter 5", "ES-11/7 · 24 February 2025 · 93 yes, 18 no, 65 abstaining, 17 absent"),
            ("/ symbol:es-11/7 Enter 5", "Advancing a comprehensive, just and lasting peace in Ukraine"),
            ("/ symbol:es-11/7 Enter 5 Down", "▸ Albania: yes"),
            ("/ symbol:es-11/7 Enter 5 Enter", "› Afghanistan"),
            // Step by step through the series, or through the window.
            (": world/79/7 Enter n", "80/4 · 29 October 2025"),
            (": world/79/7 Enter p p", "77/7 · 3 November 2022"),
            (": world/79/7 Enter n n", "no later roll call in its series"),
            (": world/ES-11/7?topic:ukraine Enter n", "ES-11/8 · 24 February 2025"),
            // Where there are no votes by member, from there too.
            // The list is narrow: the line is wrapped.
            (": world/43/62 Enter", "The votes by member were not "),
            (": world/43/62 Enter n", "44/104 · 15 December 1989"),
            (": world/country/USA?symbol:43/62 Enter", "The votes by member were not recorded."),
            // Of agreement with a member, of blocs.
            ("2 f Esc Esc 2 5", "Agreement with "),
            (": world/country/USA?since:2015 Enter", "Agreement with United States"),
            (": world/country/USA?since:2015 Enter", "since:2015 · 1,1"),
            (": world/country/USA Enter s agreement Enter", "agr."),
            ("3 5", "USA+RUS+ISR and abstain(A/RES/ES-11/7)"),
            (": world/blocs/@EU;@NATO Enter", "@EU and @NATO"),
            // Seats of then.
            ("/ year:1985 Enter 5", "World ── 40/257[C] ── 159 "),
            // Nearer, farther, to the side and back to the whole.
            ("/ symbol:es-11/7 Enter 5 + + +", "Votes on ES-11/7"),
            ("/ symbol:es-11/7 Enter 5 Tab + Left Up - 0", "Votes on ES-11/7"),
        ],
    );
}

#[test]
fn every_member_is_a_row_beside_the_map() {
    let mut explorer = Explorer::new(120, 240, "");
    explorer.press("/ symbol:es-11/7 Enter 5");
    let id = RECORD.rollcalls().find(|(_, rollcall)| rollcall.symbol == "A/RES/ES-11/7").unwrap().0;
    for member in RECORD.votes().of_rollcall(id).members().iter() {
        let name: String = RECORD.members().get(member).name.chars().take(14).collect();
        assert!(explorer.shows(&name), "{name}\n{}", explorer.text());
    }
}

#[test]
fn in_letters_the_map_says_what_colours_say() {
    let mut explorer = Explorer::new(160, 60, "");
    explorer.app.set_look(Look { charset: Charset::Ascii, ..Look::default() });
    explorer.press("/ symbol:es-11/7 Enter 5");
    explorer.draw();
    let text = explorer.text();
    assert!(text.is_ascii());
    // Russia and the United States are wide: their row has many letters of one kind.
    for run in ["NNNNNNNN", "YYYYYY", "AAAAAAAA"] {
        assert!(text.contains(run), "{run}\n{text}");
    }
}

#[test]
fn a_click_on_land_names_its_member_and_another_opens_it() {
    let mut explorer = Explorer::new(160, 60, "");
    explorer.press("/ symbol:es-11/7 Enter 5");
    let land = |explorer: &Explorer| {
        let area = explorer.app.layout().unwrap().page;
        let pane = explorer.app.view().page();
        let russia = RECORD.members().by_code("RUS").unwrap();
        let found = (0..pane.page().lines().len()).find_map(|line| {
            let column =
                (0..pane.page().columns()).find(|&column| pane.page().land_at(line, column) == Some(russia))?;
            Some(Position { x: area.x + 2 + column as u16, y: area.y + 1 + line as u16 })
        });
        found.unwrap()
    };
    let at = land(&explorer);
    explorer.send(Event::Mouse(Mouse::Click, at));
    assert!(explorer.shows("▸ Russia: no"), "{}", explorer.text());
    explorer.send(Event::Mouse(Mouse::Click, at));
    assert!(explorer.shows("› Russia"), "{}", explorer.text());
}

/// The picture is that of the command for the link of the view; a name that says so is the screen, and so is a list, of
/// which there is no picture.
#[test]
fn a_picture_is_that_of_the_command() {
    for (keys, link) in [
        (": world/ES-11/7 Enter e C-u p.svg Enter", Some("world/ES-11/7")),
        (": compare/ES-11/6,ES-11/7 Enter e C-u p.svg Enter", Some("compare/ES-11/6,ES-11/7")),
        (": pair/USA,RUS?since:2015 Enter e C-u p.svg Enter", Some("pair/USA,RUS?since:2015")),
        ("3 e C-u p.SVG Enter", Some("blocs/USA+RUS+ISR;abstain(A/RES/ES-11/7)")),
        (": world/ES-11/7 Enter e C-u screen.svg Enter", None),
    ] {
        let link = link.map(|link| Link::parse(link, &LEXICON).unwrap());
        assert!(link.as_ref().is_none_or(|link| draw(&LEXICON, link).is_ok()), "after {keys:?}");
        assert_eq!(written(keys), link.map_or(Content::Screen, Content::Picture), "after {keys:?}");
    }
    let Content::Picture(list) = written("e C-u votes.svg Enter") else { panic!("no picture was asked for") };
    assert!(draw(&LEXICON, &list).is_err(), "the screen is written in its place");
}

/// What is to be written after these keys.
fn written(keys: &str) -> Content {
    let effects = Explorer::new(120, 40, "").press(keys);
    let content = effects.into_iter().find_map(|effect| match effect {
        Effect::Write { content, .. } => Some(content),
        _ => None,
    });
    content.unwrap()
}

/// Greenland has no seat and no colour of its own where there are sixteen.
#[test]
fn land_that_shows_nothing_is_dotted_where_colours_are_few() {
    let map = |fills| {
        let mut explorer = Explorer::new(120, 40, "");
        explorer.app.set_look(Look { fills, ..Look::default() });
        explorer.press(": world/ES-11/7 Enter");
        explorer.text()
    };
    let (many, few) = (map(Fills::Many), map(Fills::Few));
    assert!(few.contains("░░░") && few.contains("███") && !many.contains('░'), "{few}");
    // Land that shows something is the same.
    let votes = |text: &str| text.chars().filter(|letter| "YNA".contains(*letter)).count();
    assert_eq!(votes(&few), votes(&many));
}

/// Without colours there are coasts and borders around the letters, where there is room and more than ASCII.
#[test]
fn outlines_are_drawn_where_there_is_room() {
    let braille = |width, height, charset| {
        let mut explorer = Explorer::new(width, height, "");
        explorer.app.set_look(Look { fills: Fills::None, charset, ..Look::default() });
        explorer.press(": world/ES-11/7 Enter");
        let text = explorer.text();
        assert!(text.contains("YYY") && text.contains("NNN"), "{text}");
        text.chars().filter(|letter| ('\u{2801}'..='\u{28ff}').contains(letter)).count()
    };
    assert!(braille(200, 60, Charset::Unicode) > 500);
    assert_eq!(braille(200, 60, Charset::Ascii), 0);
    assert_eq!(braille(80, 24, Charset::Unicode), 0);
}
