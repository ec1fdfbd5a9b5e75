//! What a terminal sends: keys in every way that terminals have for them, answers that nobody waits for, and whatever else
//! comes, whole or cut. Made at random, but the same each time.

use std::time::Instant;

use plenary::app::Event;
use plenary::terminal::{InputParser, SILENCE};

use crate::holds;

/// Numbers that are the same each time.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }

    fn one<'a>(&mut self, of: &[&'a [u8]]) -> &'a [u8] {
        of[self.below(of.len())]
    }

    /// Up to so many of these bytes.
    fn some(&mut self, of: &[u8], most: usize) -> Vec<u8> {
        (0..self.below(most + 1)).map(|_| of[self.below(of.len())]).collect()
    }
}

/// What a terminal answers or reports, whole: a control sequence that is no key, or words up to their end.
fn answer(dice: &mut Dice) -> Vec<u8> {
    let printable: Vec<u8> = (b' '..=b'~').collect();
    if dice.below(2) == 0 {
        let private = dice.one(&[b"?", b">", b"="]);
        let numbers = dice.some(b"0123456789;:", 12);
        let between = dice.some(b" !\"#$%&'()*+,-./", 2);
        [
            b"\x1b[",
            private,
            &numbers,
            &between,
            &[*dice.one(&[b"c", b"n", b"y", b"R", b"u", b"t", b"S"]).first().unwrap()],
        ]
        .concat()
    } else {
        let begin = dice.one(&[b"\x1b]", b"\x1bP", b"\x1b_", b"\x1b^", b"\x1bX"]);
        let known =
            dice.one(&[b"11;rgb:2e2e/3434/4040", b"1+r544e=787465726d", b">|XTerm(390)", b"Gi=31;OK", b"52;c;cXE="]);
        let words = if dice.below(2) == 0 { known.to_vec() } else { dice.some(&printable, 40) };
        [begin, &words, dice.one(&[b"\x1b\\", b"\x07"])].concat()
    }
}

/// A key, a report of the mouse, a paste, a character: what is meant for the program.
fn meant(dice: &mut Dice) -> Vec<u8> {
    let numbers = dice.some(b"0123456789;", 8);
    let words = dice.some(b"ukraine since:2022 \r\n\t\x03\x1b[~", 30);
    match dice.below(6) {
        0 => [b"\x1b[", numbers.as_slice(), dice.one(&[b"A", b"H", b"Z", b"P", b"~", b"u", b"R", b"[A", b"Mabc"])]
            .concat(),
        1 => [b"\x1bO", dice.one(&[b"A", b"P", b"M", b"j", b"5P", b"1;2R"])].concat(),
        2 => [b"\x1b[<", numbers.as_slice(), dice.one(&[b"M", b"m"])].concat(),
        3 => [b"\x1b[200~", words.as_slice(), b"\x1b[201~"].concat(),
        4 => dice.one(&["é".as_bytes(), "国".as_bytes(), "🙂".as_bytes(), "\u{9b}".as_bytes()]).to_vec(),
        _ => dice.one(&[b"j", b"\x1b", b"\x1bx", b"\r", b"\x7f", b"\x1b\x1b", b"\0"]).to_vec(),
    }
}

/// A few things that a terminal sends, most of them cut somewhere, some with a byte that does not belong there.
pub(crate) fn made_up(dice: &mut Dice) -> Vec<u8> {
    let mut sent = Vec::new();
    for _ in 0..=dice.below(3) {
        let mut thing = if dice.below(2) == 0 { answer(dice) } else { meant(dice) };
        if dice.below(3) > 0 {
            thing.truncate(1 + dice.below(thing.len()));
        }
        if dice.below(3) == 0 {
            let at = dice.below(thing.len());
            thing[at] = u8::try_from(dice.below(256)).unwrap();
        }
        // A sequence of which the start is lost.
        if dice.below(6) == 0 {
            thing.drain(..dice.below(thing.len()));
        }
        sent.extend(thing);
    }
    sent
}

/// What it is taken for, as people write keys, once nothing more comes.
fn read(bytes: &[u8]) -> String {
    let events = events(bytes);
    // What it says of its own ground is followed, and is no key.
    let done = events.iter().filter(|event| !matches!(event, Event::Background(_)));
    let written = |event: &Event| match event {
        Event::Key(key) => key.to_string(),
        Event::Paste(text) => format!("{text:?}"),
        Event::Mouse(mouse, at) => format!("{mouse:?}@{},{}", at.x, at.y),
        other => format!("{other:?}"),
    };
    done.map(written).collect::<Vec<_>>().join(" ")
}

fn events(bytes: &[u8]) -> Vec<Event> {
    let mut parser = InputParser::default();
    let now = Instant::now();
    let mut events = parser.read(bytes, now);
    if let Some(until) = parser.until() {
        events.extend(parser.silence(until));
    }
    events
}

#[test]
fn whatever_arrives_nothing_goes_deaf() {
    let mut dice = Dice::new(17);
    for _ in 0..2000 {
        holds::input(&made_up(&mut dice));
    }
    for _ in 0..2000 {
        let bytes: Vec<u8> = (0..dice.below(40)).map(|_| u8::try_from(dice.below(256)).unwrap()).collect();
        holds::input(&bytes);
    }
}

#[test]
fn the_ground_of_the_terminal_is_read() {
    use plenary::settings::Background::{Dark, Light};
    for (answer, ground) in [
        ("\x1b]11;rgb:2e2e/3434/4040\x1b\\", Some(Dark)),
        ("\x1b]11;rgb:fdfd/f6f6/e3e3\x07", Some(Light)),
        ("\x1b]11;rgb:ff/ff/ff\x1b\\", Some(Light)),
        ("\x1b]11;rgba:0000/0000/0000/ffff\x1b\\", Some(Dark)),
        ("\x1b]11;#fdf6e3\x1b\\", Some(Light)),
        ("\x1b]11;#000\x07", Some(Dark)),
        // Half light: black letters are read better on it than white ones.
        ("\x1b]11;rgb:8080/8080/8080\x07", Some(Light)),
        ("\x1b]11;rgb:6060/6060/6060\x07", Some(Dark)),
        ("\x1b]10;rgb:0000/0000/0000\x1b\\", None),
        ("\x1b]11;rgb:zz/00/00\x1b\\", None),
        ("\x1b]11;rgb:00/00\x1b\\", None),
        ("\x1b]11;#00é\x1b\\", None),
        ("\x1b]11;?\x1b\\", None),
        ("\x1bP11;#000\x1b\\", None),
    ] {
        let expected: Vec<_> = ground.map(Event::Background).into_iter().collect();
        assert_eq!(events(answer.as_bytes()), expected, "{}", answer.escape_debug());
    }
}

#[test]
fn what_a_terminal_answers_is_no_key() {
    let mut dice = Dice::new(18);
    for _ in 0..2000 {
        let answer = answer(&mut dice);
        let named = || answer.escape_ascii().to_string();
        assert_eq!(read(&answer), "", "{}", named());
        // Nor is what is left of one that is cut after its start, and what follows is read.
        let cut = 3 + dice.below(answer.len() - 2);
        assert_eq!(read(&answer[..cut]), "", "{cut} of {}", named());
        assert_eq!(read(&[&answer, b"q".as_slice()].concat()), "q", "{}", named());
    }
    for answer in [
        "\x1b[?997;1n",
        "\x1b[?2026;2$y",
        "\x1b]11;rgb:2e2e/3434/4040\x1b\\",
        "\x1b]11;rgb:2e2e/3434/4040\x07",
        "\x1b[>41;390;0c",
        "\x1b[?62;22c",
        "\x1b[12;40R",
        "\x1b[0n",
        "\x1b[8;24;80t",
        "\x1bP>|kitty(0.26.5)\x1b\\",
        "\x1bP1$r0m\x1b\\",
        "\x1b_Gi=31;OK\x1b\\",
        "\x1b[?1u",
        "\x1b[I\x1b[O",
        "\x1b[201~",
        "\x1b[<0;80;0M",
        "\x1b[<0;99999999999;1M",
        "\x1b[<35;10;10M",
        "\u{9b}",
        "\u{9b}?62;22c",
        "\u{9d}11;rgb:2e2e/3434/4040\x07",
        "\u{90}>|x\x1b\\",
    ] {
        assert_eq!(read(answer.as_bytes()), "", "{answer:?}");
        // The same where it is sent byte by byte as of old.
        let of_old: Vec<u8> = answer.chars().map(|character| u8::try_from(u32::from(character)).unwrap()).collect();
        assert_eq!(read(&of_old), "", "{answer:?}");
    }
    assert_eq!(read(b"\x9b?62;22cj\x9bA\x9b1;5B"), "j Up C-Down");
}

#[test]
fn keys_are_read_in_every_way_that_terminals_send_them() {
    for (sent, keys) in [
        ("jG/", "j G /"),
        ("\x03\x1a\x0d\x09\x7f\x08\0\x1f", "C-c C-z Enter Tab Backspace C-h C-Space C-7"),
        ("é国🙂", "é 国 🙂"),
        ("\x1b", "Esc"),
        ("\x1b\x1b", "Esc Esc"),
        ("\x1bx\x1b\r\x1b\x7f\x1bé\x1b ", "M-x M-Enter M-Backspace M-é M-Space"),
        ("\x1b\x1b[A", "Esc Up"),
        ("\x1b[A\x1b[B\x1b[C\x1b[D\x1b[H\x1b[F\x1b[Z", "Up Down Right Left Home End BackTab"),
        ("\x1bOA\x1bOB\x1bOC\x1bOD\x1bOH\x1bOF", "Up Down Right Left Home End"),
        ("\x1b[1~\x1b[2~\x1b[3~\x1b[4~\x1b[5~\x1b[6~\x1b[7~\x1b[8~", "Home Insert Delete End PageUp PageDown Home End"),
        ("\x1bOP\x1bOQ\x1bOR\x1bOS\x1b[P\x1b[11~\x1b[15~\x1b[17~\x1b[24~", "F1 F2 F3 F4 F1 F1 F5 F6 F12"),
        ("\x1b[[A\x1b[[E", "F1 F5"),
        ("\x1b[1;5A\x1b[1;3D\x1b[1;2H\x1b[5;5~\x1b[1;7P\x1bO5P", "C-Up M-Left Home C-PageUp C-M-F1 C-F1"),
        ("\x1bOM\x1bOk\x1bOp\x1bOy", "Enter + 0 9"),
        // Keys by code, as kitty and xterm send them.
        ("\x1b[99;5u\x1b[97;2u\x1b[97:65;2u\x1b[120;3u\x1b[27u\x1b[13u", "C-c A A M-x Esc Enter"),
        ("\x1b[9;2u\x1b[127;3u\x1b[106;1:1u\x1b[106;1:3u\x1b[57417u\x1b[57400u", "BackTab M-Backspace j Left 1"),
        ("\x1b[27;5;67~\x1b[27;2;71~\x1b[27;3;13~\x1b[228u", "C-c G M-Enter ä"),
        ("\x1b[57441u\x1b[1;1:3A", ""),
        // What may begin a sequence may be a key, too.
        ("\x1b[", "M-["),
        ("\x1bO", "M-O"),
        ("\x1b]", "M-]"),
        ("\x1bP", "M-P"),
    ] {
        assert_eq!(read(sent.as_bytes()), keys, "{sent:?}");
    }
}

#[test]
fn the_mouse_is_read_in_every_way_that_terminals_report_it() {
    for (sent, expected) in [
        ("\x1b[<0;10;5M\x1b[<32;11;5M\x1b[<0;11;5m", "Click@9,4 Drag@10,4 Release@10,4"),
        ("\x1b[<64;1;1M\x1b[<65;1000;500M", "WheelUp@0,0 WheelDown@999,499"),
        ("\x1b[<4;1;1M\x1b[<80;1;1M", "Click@0,0 WheelUp@0,0"),
        ("\x1b[<2;1;1M\x1b[<66;1;1M\x1b[<128;1;1M", ""),
        ("\x1b[M !!\x1b[M#!!\x1b[M`!!", "Click@0,0 Release@0,0 WheelUp@0,0"),
        ("\x1b[32;10;5M\x1b[35;10;5M\x1b[96;10;5M", "Click@9,4 Release@9,4 WheelUp@9,4"),
    ] {
        assert_eq!(read(sent.as_bytes()), expected, "{sent:?}");
    }
}

#[test]
fn a_paste_is_one_text_and_what_is_in_it_no_key() {
    for (sent, expected) in [
        ("\x1b[200~ukraine\r\x03q\x1b[201~j", "\"ukraine\\r\\u{3}q\" j"),
        ("\x1b[200~\x1b[20\x1b[A\x1b\x1b[201~", "\"\\u{1b}[20\\u{1b}[A\\u{1b}\""),
        ("\x1b[200~\x1b[201~", ""),
        ("\x1b[200~ukraine", "\"ukraine\""),
        ("\x1b[200~ukraine\x1b[20", "\"ukraine\""),
        // Pressed while the end did not come.
        ("\x1b[200~ukraine\x03", "\"ukraine\" C-c"),
        ("\x1b[200~\x03jj\x1b[", "C-c"),
    ] {
        assert_eq!(read(sent.as_bytes()), expected, "{sent:?}");
    }
    // Pressed, it is heard before the end is given up.
    let mut parser = InputParser::default();
    let now = Instant::now();
    parser.read(b"\x1b[200~ukraine\x03", now);
    assert_eq!(parser.until(), Some(now + SILENCE / 2));
    let cut = [b"\x1b[200~".as_slice(), &"国".as_bytes()[..2], b"\x1b[201~"].concat();
    assert_eq!(read(&cut), "\"\u{fffd}\"");
    // One that never ends is not kept for ever.
    let long = [b"\x1b[200~".to_vec(), vec![b'x'; 3 << 20], b"\x1b[201~j".to_vec()].concat();
    assert!(read(&long).ends_with("x\" j") && read(&long).len() < 2 << 20);
}

#[test]
fn the_rest_of_a_paste_that_comes_late_is_not_typed() {
    let mut parser = InputParser::default();
    let now = Instant::now();
    parser.read(b"\x1b[200~ukraine ", now);
    let until = parser.until().unwrap();
    assert_eq!(parser.silence(until), [Event::Paste("ukraine ".to_owned())]);
    // A key in between is one.
    assert_eq!(parser.read(b"j", until), [Event::Key("j".parse().unwrap())]);
    let late = parser.read(b"qqq\x1b[201~k", until);
    assert_eq!(late, [Event::Paste("qqq".to_owned()), Event::Key("k".parse().unwrap())]);
    // Another paste is not taken for the rest of this one.
    parser.read(b"\x1b[200~a", until);
    let until = parser.until().unwrap();
    parser.silence(until);
    let next = parser.read(b"j\x1b[200~b\x1b[201~", until);
    assert_eq!(next, [Event::Key("j".parse().unwrap()), Event::Paste("b".to_owned())]);
    parser.read(b"\x1b[200~a", until);
    let until = parser.until().unwrap();
    parser.silence(until);
    parser.read(b"\x1b[200~one ", until);
    assert_eq!(parser.read(b"text\x1b[201~", until), [Event::Paste("one text".to_owned())]);
}
