//! What is written where the locale has other letters than UTF-8's.

use termlens::Key;

use crate::common::{Home, Ran};

/// The locales of one kind and of the other.
const FEW: [(&str, &str); 6] = [
    ("LC_ALL", "C"),
    ("LANG", "POSIX"),
    ("LC_CTYPE", "it_IT.ISO-8859-15@euro"),
    ("LC_ALL", "zh_CN.GBK"),
    ("LANG", "ja_JP.SJIS"),
    ("LANG", "uk_UA.KOI8-U"),
];
const ALL: [(&str, &str); 4] = [("LC_ALL", "C.UTF-8"), ("LANG", "pl_PL.utf8"), ("LC_CTYPE", "UTF-8"), ("LC_ALL", "")];

fn run(home: &Home, (name, value): (&str, &str), arguments: &[&str]) -> Ran {
    Ran::of(home.command(arguments).env(name, value))
}

#[test]
fn tables_and_messages_have_the_letters_of_the_locale() {
    let home = Home::new();
    for arguments in [
        &["show", "ES-11/7"][..],
        &["show", "3535(XXX)"],
        &["list", "montréal|côte"],
        &["country", "CIV", "year:2020"],
        &["country", "TUR"],
        &["agree", "CIV", "TUR", "since:2020"],
        &["positions", "year:2020"],
        &["bloc", "@EU", "year:2020", "--by", "year"],
        &["series", "79/7"],
        &["record"],
        &["topics"],
        &["blocs"],
        &["--version"],
        &["--help"],
        &["list", "--help"],
        &["config", "--default"],
        // Said on stderr.
        &["show", "“A/RES/9999”"],
        &["list", "é:no"],
        &["list", "zzzz", "“señor”"],
        &["country", "Ĉîle"],
        &["list", "--record", "/nowhere/naïve.jsonl"],
        &["lïst"],
        &["list", "--sórt"],
    ] {
        let with = |pair: (&str, &str)| {
            let ran = run(&home, pair, arguments);
            (ran.code(), ran.out(), ran.err())
        };
        let (code, out, said) = with(("LANG", ""));
        for pair in FEW {
            let (few, few_out, few_said) = with(pair);
            assert!(few_out.is_ascii() && few_said.is_ascii(), "{pair:?} {arguments:?}: {few_out}{few_said}");
            assert_eq!((few, few_out.lines().count()), (code, out.lines().count()), "{arguments:?}");
        }
        for pair in ALL {
            assert_eq!(with(pair), (code, out.clone(), said.clone()), "{pair:?} {arguments:?}");
        }
        // Asked for it is the same, whatever the locale.
        let asked = run(&home, ("LC_ALL", "C.UTF-8"), &[arguments, &["--ascii"]].concat());
        assert!(asked.out().is_ascii() && asked.err().is_ascii(), "{arguments:?}: {}{}", asked.out(), asked.err());
    }
}

#[test]
fn what_programs_read_is_utf8_whatever_the_locale() {
    let home = Home::new();
    for format in ["json", "csv", "md"] {
        let arguments = ["show", "ES-11/7", "--format", format];
        let plain = home.run(&arguments).answer();
        assert!(!plain.is_ascii(), "{plain}");
        assert_eq!(run(&home, ("LC_ALL", "C"), &arguments).answer(), plain);
        // But for who asks for less.
        assert!(run(&home, ("LC_ALL", "C"), &[&arguments[..], &["--ascii"]].concat()).answer().is_ascii());
    }
    run(&home, ("LC_ALL", "C"), &["picture", "show/ES-11/7", "--out", "a.svg"]).answer();
    assert!(std::fs::read_to_string(home.path("a.svg")).unwrap().contains("Türkiye"));
}

#[test]
fn the_explorer_draws_in_the_letters_of_the_locale_and_writes_files_in_all() {
    for (name, value) in FEW {
        let home = Home::new();
        let mut terminal = termlens::bin!(
            "plenary",
            size(120, 40),
            env("TERM", "xterm-256color"),
            env("HOME", home.path("")),
            env(name, value),
            current_dir(home.path("")),
            args(["symbol:ES-11/7"])
        )
        .unwrap();
        terminal.wait_until(|screen| screen.contains("> 2025-02-24 ES-11/7")).unwrap();
        assert!(terminal.screen().text().is_ascii(), "{name}={value}\n{}", terminal.screen());
        terminal.send(Key::Char('2')).unwrap();
        terminal.wait_until(|screen| screen.contains("Afghanistan")).unwrap();
        terminal.send_str("e").unwrap();
        terminal.wait_until(|screen| screen.contains("export to: countries.csv")).unwrap();
        assert!(terminal.screen().text().is_ascii(), "{name}={value}\n{}", terminal.screen());
        terminal.send(Key::Ctrl('u')).unwrap();
        terminal.send_str("~/all.csv\r").unwrap();
        terminal.wait_until(|screen| screen.contains("all.csv") && screen.contains("wrote")).unwrap();
        assert!(std::fs::read_to_string(home.path("all.csv")).unwrap().contains("Türkiye"));
        terminal.send(Key::Ctrl('c')).unwrap();
        assert!(terminal.wait_exit().unwrap().success());
    }
}
