//! What is taken out of the explorer: copied lines, copied commands that open the view again, exported files.

use std::process::Command;

use plenary::app::{Content, Effect, Event};
use plenary::link::Link;
use plenary::ui::svg;

use super::{Explorer, LEXICON};
use crate::common::of_all;

#[test]
fn what_is_copied_quotes_figures_with_their_n_and_source() {
    for (keys, parts) in [
        (
            "/ until:2025 Enter y",
            &["A/RES/80/199", "173 yes, 1 no, 3 abstaining, 16 absent, of 193 members", "digitallibrary.un.org"][..],
        ),
        ("/ symbol:ES-11/7 Enter Enter f hung Enter y", &["Hungary voted no on A/RES/ES-11/7", "93 yes, 18 no"]),
        (
            "/ topic:palestine_date:2015-02-24..2025-02-24 Enter c ukr Enter Home y",
            &[
                "Ukraine: 123 yes, 0 no, 42 abstaining, 5 absent",
                "165 votes cast",
                &of_all("170 of {all} roll calls"),
                "adopted",
            ],
        ),
        (
            "/ symbol:3535(XXX) Enter Enter f swaz Enter y",
            &["Eswatini (then Swaziland) abstained on A/RES/3535(XXX)", "Hammarskjöld Library, https://"],
        ),
        ("w ken Enter / symbol:ES-11/7 Enter y", &["Kenya abstained on A/RES/ES-11/7", "93 yes, 18 no"]),
        ("c ukr Enter Down y", &["Ukraine: 1003 yes", "topic:palestine", "United Nations"]),
    ] {
        let effects = Explorer::new(120, 40, "").press(keys);
        let Some(Effect::Copy(text)) = effects.first() else { panic!("{keys}: {effects:?}") };
        for part in parts {
            assert!(text.contains(part), "{keys}: {part:?} is not in {text:?}");
        }
    }
}

#[test]
fn the_copied_command_opens_the_view_again() {
    for keys in [
        "",
        "/ ukraine_since:2022 Enter",
        "/ ukraine_since:2022 Enter Down Enter",
        "/ \"human_rights\"_-topic:palestine_USA!=RUS Enter 2",
        "c côte Enter",
        "/ topic:palestine Enter c ukr Enter",
        "3",
        "/ topic:palestine Enter 3 a C-u \"guinea-bissau\"+@AU&@OIC Enter b C-u Enter",
        "/ symbol:es-11/7 Enter b",
        "/ topic:palestine Enter : pair/USA,RUS Enter",
        // Every view, with what may be other than it is by itself.
        "w ken Enter s no_vo Enter",
        "w ken Enter s watched Enter S",
        "/ ukraine Enter T eu Enter Enter",
        "t t / ukraine Enter",
        "2 s share_of_no Enter S",
        "X m m o",
        "X o o o",
        "/ since:2000 Enter X o o",
        "c hung Enter D + + s p_of Enter",
        ": pair/USA,RUS Enter m m s title Enter",
        ": between/IND,USA,RUS Enter m m s title Enter",
        "V m",
        ": compare/ES-11/6,ES-11/7 Enter m T brics Enter s ES-11/7 Enter",
        ": series/ES-11/7 Enter w fra Enter S",
        "A s axis_2 Enter",
        ": world/country/UKR Enter s agreement Enter",
        "N s last Enter S",
        "R s committee Enter",
        "/ 2758 Enter Enter",
    ] {
        let mut explorer = Explorer::new(120, 40, "");
        explorer.press(keys);
        let effects = explorer.press("Y");
        let Some(Effect::Copy(command)) = effects.first() else { panic!("{keys}: {effects:?}") };
        // As a shell takes it apart.
        let shell = Command::new("sh").args(["-c", &format!("printf '%s\\0' {command}")]).output().unwrap();
        let words: Vec<_> = shell.stdout.split(|&byte| byte == 0).map(String::from_utf8_lossy).collect();
        assert_eq!(words[..2], ["plenary", "--at"]);
        let mut again = Explorer::new(120, 40, "");
        again.app.start_at(&Link::parse(&words[2], &LEXICON).unwrap());
        again.draw();
        let (view, wanted) = (again.app.view(), explorer.app.view());
        assert_eq!(view.list().rows(), wanted.list().rows(), "{command}");
        assert_eq!(view.sort(), wanted.sort(), "{command}");
        assert_eq!(again.app.shared().grouping(), explorer.app.shared().grouping(), "{command}");
        assert_eq!(again.app.shared().watched(), explorer.app.shared().watched(), "{command}");
        assert_eq!(view.query(), wanted.query(), "{command}");
        assert_eq!(again.app.link().to_text(&LEXICON), explorer.app.link().to_text(&LEXICON), "{command}");
        assert_eq!(
            (view.kind(), view.list().selected(), view.focus()),
            (wanted.kind(), wanted.list().selected(), wanted.focus()),
            "{command}"
        );
    }
}

#[test]
fn the_address_of_a_record_or_a_document_is_opened() {
    for (keys, address) in [
        ("/ symbol:ES-11/7 Enter O", "https://digitallibrary.un.org/record/4076672"),
        ("/ symbol:ES-11/7 Enter Enter O", "https://digitallibrary.un.org/record/4076672"),
        (": text/79/1 Enter O", "https://docs.un.org/en/A/RES/79/1"),
        ("R f climate Enter O", "https://docs.un.org/en/"),
    ] {
        let effects = Explorer::new(120, 40, "").press(keys);
        let Some(Effect::Browse(opened)) = effects.first() else { panic!("{keys}: {effects:?}") };
        assert!(opened.starts_with(address), "{keys}: {opened}");
    }
}

#[test]
fn an_export_is_what_is_shown_and_never_over_a_file_unasked() {
    let mut explorer = Explorer::new(120, 40, "symbol:ES-11/");
    for (keys, name, parts) in [
        ("e C-u o.csv Enter", "o.csv", &["id,symbol,date", "A/RES/ES-11/7"][..]),
        ("S e C-u o.json Enter", "o.json", &["[{\"id\":"]),
        // With the vote that stands beside each.
        (
            "w hung Enter e C-u o.csv Enter",
            "o.csv",
            &[
                "absent,members,body,kind,outcome,HUN,link\r\n",
                ",18,65,17,193,assembly,resolution,adopted,no,https://digitallibrary.un.org/record/4076672\r\n",
            ],
        ),
        ("e C-u o.json Enter", "o.json", &["\"votes_of\":{\"HUN\":\"no\"}"]),
        ("w Enter e C-u o.csv Enter", "o.csv", &["absent,members,body,kind,outcome,link\r\n"]),
        ("2 Enter e C-u o.json Enter", "o.json", &["{\"code\":\"AFG\"", "closest"]),
        ("Esc e C-u o.csv Enter", "o.csv", &["code,name,group,n", "Zimbabwe"]),
        ("1 Enter e C-u o.md Enter", "o.md", &["## ", "sha-256"]),
    ] {
        let effects = explorer.press(keys);
        let Some(Effect::Write { path, content: Content::Text(text), replace: false }) = effects.first() else {
            panic!("{keys}: {effects:?}")
        };
        assert_eq!(path.to_str(), Some(name));
        assert!(parts.iter().all(|part| text.to_lowercase().contains(&part.to_lowercase())), "{keys}: {text}");
    }
    // Excel takes a file for UTF-8 only by its first bytes.
    for (name, begins) in [("o-excel.csv", "\u{feff}id,"), ("o.csv", "id,")] {
        let effects = Explorer::new(120, 40, "").press(&format!("e {name} Enter"));
        let Some(Effect::Write { content: Content::Text(text), .. }) = effects.first() else { panic!("{effects:?}") };
        assert!(text.starts_with(begins), "{name}");
    }
    let mut explorer = Explorer::new(120, 40, "");
    explorer.press("e C-u o.svg Enter");
    explorer.send(Event::Exists("o.svg".into()));
    assert!(explorer.shows("o.svg already exists"), "{}", explorer.text());
    let effects = explorer.press("Enter");
    assert!(
        matches!(effects.first(), Some(Effect::Write { content: Content::Picture(_), replace: true, .. })),
        "{effects:?}"
    );
    explorer.send(Event::Exists("o.svg".into()));
    // Another name is another file, which was not asked about.
    let effects = explorer.press("C-u p.svg Enter");
    assert!(matches!(effects.first(), Some(Effect::Write { replace: false, .. })), "{effects:?}");
    // What can't be written keeps its name.
    explorer.send(Event::Refused("no/o.svg".into(), "there is no folder no".into()));
    assert!(explorer.shows("there is no folder no") && explorer.shows("export to: no/o.svg"), "{}", explorer.text());
    explorer.send(Event::Exists("o.svg".into()));
    assert!(!explorer.press("Esc").iter().any(|effect| matches!(effect, Effect::Write { .. })));
}

#[test]
fn a_picture_of_the_screen_holds_its_text() {
    let mut explorer = Explorer::new(120, 40, "symbol:ES-11/7");
    explorer.press("Enter");
    let picture = svg(&explorer.screen, "a & b");
    assert!(picture.contains("<title>a &amp; b</title>"));
    for text in ["Advancing", "Belarus", "viewBox=\"0 0 1080 800\""] {
        assert!(picture.contains(text), "{text}");
    }
    assert_eq!(picture.matches('<').count(), picture.matches('>').count());
}
