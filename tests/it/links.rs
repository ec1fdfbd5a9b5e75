//! Links and the commands that are copied from the screen: each reads as what it was made from.

use std::process::Command;

use plenary::link::{Link, LinkedView};
use plenary::query::{Expression, Lexicon, Query, SavedBlocs, SymbolError, find, shell_quoted};
use plenary::record::{Index, MemberId, Record, RollCallId, TextId};
use proptest::prelude::*;

use crate::query::LEXICON;

#[test]
fn a_link_says_how_its_view_is_shown() {
    for (text, plain) in [
        ("votes#watch=kenya;sort=no", "votes#watch=KEN;sort=no"),
        ("votes?topic:ukraine # reverse ; watch=KEN", "votes?topic:ukraine#watch=KEN;reverse"),
        ("votes?\"a # b\"#reverse", "votes?\"a b\"#reverse"),
        ("drift/hungary#split=2014-01-01", "drift/HUN#split=2014-01-01"),
        ("matrix#metric=kappa;order=name", "matrix#metric=kappa;order=name"),
        ("compare/ES-11/6,ES-11/7#moved;group=@EU", "compare/A/RES/ES-11/6,A/RES/ES-11/7#moved;group=@EU"),
        ("votes#", "votes"),
    ] {
        let link = read(text);
        let again = read(&link.to_text(&LEXICON));
        assert_eq!(link.to_text(&LEXICON), plain, "{text}");
        assert_eq!((again.view, again.options), (link.view, link.options), "{text}");
    }
    for (text, said) in [
        ("votes#sorts=no", "did you mean sort?"),
        ("votes#xyzzy", "behind the # there may be watch, sort"),
        ("votes#watch", "#watch does not say what"),
        ("votes#watch=xyzzyx", "xyzzyx"),
        ("votes#moved=no", "#moved takes no ="),
        ("drift/HUN#split=2014", "\"2014\" is not a day; write split=2014-01-01"),
    ] {
        let error = Link::parse(text, &LEXICON).unwrap_err().to_string();
        assert!(error.contains(said), "{text}: {error}");
    }
}

fn read(text: &str) -> Link {
    Link::parse(text, &LEXICON).unwrap()
}

#[test]
fn a_link_is_written_in_one_way_however_it_was_typed() {
    for (text, written) in [
        ("votes", "votes"),
        (" Votes? ukraine  since:2022 ", "votes?ukraine since:2022"),
        ("votes?", "votes"),
        ("votes?\"North Korea\":yes", "votes?PRK:yes"),
        ("votes?symbol:a/res/", "votes?symbol:\"A/RES/\""),
        ("show/a/es-11/l.10", "show/A/RES/ES-11/7"),
        ("show/A/RES/377(V)[A-C]", "show/A/RES/377(V)[A-C]"),
        ("SHOW/4076672", "show/A/RES/ES-11/7"),
        ("countries?topic:palestine", "countries?topic:palestine"),
        ("country/burma?@EU:split", "country/MMR?@EU:split"),
        ("pair/north korea,usa?since:2000", "pair/PRK,USA?since:2000"),
        ("between/india,us,russian federation?since:2000", "between/IND,USA,RUS?since:2000"),
        ("series/78/183 b#grid", "series/A/RES/78/183 B#grid"),
        ("series/78/183 b?since:2000 # grid", "series/A/RES/78/183 B?since:2000#grid"),
        ("drift/hungary", "drift/HUN"),
        ("drift/hungary?topic:palestine#split=2010-05-29", "drift/HUN?topic:palestine#split=2010-05-29"),
        // Inside quotes it begins no options.
        ("votes?\"one # two\"", "votes?\"one two\""),
        ("blocs", "blocs"),
        ("blocs/@eu-hungary", "blocs/@EU-HUN"),
        ("blocs/;@eu", "blocs/;@EU"),
        ("blocs/usa + russia + israel;abstain(es-11/7)", "blocs/USA+RUS+ISR;abstain(A/RES/ES-11/7)"),
        ("compare", "compare"),
        ("compare/es-11/6, es-11/7?contested", "compare/A/RES/ES-11/6,A/RES/ES-11/7?contested"),
        ("series/78/183 b", "series/A/RES/78/183 B"),
        ("world", "world"),
        ("world/ES-11/7", "world/A/RES/ES-11/7"),
        ("world/country/ivory coast?year:2024", "world/country/CIV?year:2024"),
        ("world/blocs/@brics;@\"western asia\"", "world/blocs/@BRICS;@\"Western Asia\""),
        ("matrix?session:79", "matrix?session:79"),
        ("positions/", "positions"),
    ] {
        let link = read(text);
        assert_eq!(link.to_text(&LEXICON), written, "{text}");
        assert_eq!(read(written).to_text(&LEXICON), written);
    }
    // A query that is typed into the filter may have what a link has a meaning of its own for.
    let link = Link::new(LinkedView::Votes, "what?now? cuba".to_owned());
    assert_eq!(link.to_text(&LEXICON), "votes?\"what now\" cuba");
}

#[test]
fn a_link_that_cannot_be_read_says_what_would_work() {
    for (text, said) in [
        ("", "no view is called \"\"; a link begins with votes, show, countries"),
        ("vote", "no view is called \"vote\"; did you mean votes?"),
        ("countrys/UKR", "did you mean country?"),
        ("ukraine since:2022", "no view is called \"ukraine since:2022\"; a link begins with"),
        ("votes/ukraine", "votes takes nothing after a /; a query goes after a ?, as in votes?since:2022"),
        ("show", "show does not say what to show; write the link as show/ES-11/7"),
        ("show/", "write the link as show/ES-11/7"),
        ("show/ES-11/99", "no roll call is called \"ES-11/99\""),
        ("series/39/146", "\"39/146\" names 3 roll calls; name one of"),
        ("country/atlantis", "no member is called \"atlantis\""),
        ("country/korea", "may be"),
        ("country/@ASEAN", "is a bloc, not a member; for a bloc write blocs/@ASEAN"),
        ("pair/BRICS,KEN", "for a bloc write blocs/@BRICS"),
        ("world/country/Arab League", "for a bloc write world/blocs/@ArabLeague"),
        ("pair/UKR", "a pair needs two members, with a comma between them; write the link as pair/UKR,ISR"),
        ("pair/UKR,Ukraine", "a pair needs two different members"),
        ("between/IND,USA", "three members are needed"),
        ("between/IND,USA,india", "three different members are needed"),
        ("votes#grid", "#grid is for a series, as in series/79/7#grid"),
        ("drift/HUN#split=soon", "\"soon\" is not a day; write split=2014-01-01"),
        ("series/79/7#gird", "no link has #gird; did you mean grid?"),
        ("blocs/@EUU", "expression, column 1, at \"@EUU\": no bloc is called"),
        ("blocs/USA;@EU;@NAM", "one bloc expression, or two with a ; between them"),
        ("blocs/USA;", "expression, column 1, at \"\": a member"),
        ("compare/ES-11/6", "two to ten different roll calls can be compared"),
        ("compare/ES-11/6,ES-11/7,A/RES/ES-11/6", "two to ten different"),
        ("world/country", "no roll call is called \"country\""),
        (
            "votes?yeer:2020",
            "query, column 1, at \"yeer:2020\": \"yeer\" is neither a field nor a member; did you mean year?",
        ),
        ("matrix?year:2020 USA:maybe", "column 11, at \"USA:maybe\": \"maybe\" is not a vote"),
        ("votes?what?now", "no view is called \"votes?what\""),
        ("vo\u{1b}[31mtes\n\u{7}x", "no view is called \"votes x\""),
    ] {
        let error = Link::parse(text, &LEXICON).expect_err(text).to_string();
        assert!(error.contains(said), "{text}: {error}");
        assert!(!error.chars().any(char::is_control), "{text}: {error}");
    }
}

#[test]
fn a_symbol_that_names_no_roll_call_alone_gives_way_to_the_record_number() {
    let asset = std::fs::read_to_string(format!("{}/assets/rollcalls.jsonl", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let mut lines: Vec<_> = asset.lines().take(6).map(str::to_owned).collect();
    for (line, symbol) in lines[1..].iter_mut().zip(["A/RES/1/1", "a/res/1/1", "", "A/RES/1/1,2", "A/RES/1/1A"]) {
        let mut rollcall: serde_json::Value = serde_json::from_str(line).unwrap();
        rollcall["symbol"] = symbol.into();
        *line = rollcall.to_string();
    }
    let (record, _) = Record::from_text(&lines.join("\n"), "five").unwrap();
    let lexicon = Lexicon::new(&record, Ok(SavedBlocs::default())).unwrap();
    let mut by_number = 0;
    for (id, rollcall) in record.rollcalls() {
        let link = Link::new(LinkedView::Show(id), String::new());
        let text = link.to_text(&lexicon);
        assert_eq!(Link::parse(&text, &lexicon), Ok(link), "{text}");
        by_number += usize::from(text == format!("show/{}", rollcall.number));
    }
    assert_eq!(by_number, 4);
}

/// The adopted texts that no roll call of the record is of.
fn without_rollcall() -> Vec<TextId> {
    let record = LEXICON.record();
    let alone = record.texts().filter(|(_, text)| find(record, &text.symbol) == Err(SymbolError::Unknown));
    alone.map(|(id, _)| id).collect()
}

/// Views of members and roll calls at random.
fn views() -> impl Strategy<Value = LinkedView> {
    let record = LEXICON.record();
    let member = || (0..record.members().len()).prop_map(MemberId::from_index);
    let rollcall = || (0..record.len()).prop_map(RollCallId::from_index);
    let texts =
        ["USA+RUS", "@\"Western Asia\"&all", "abstain(ES-11/7)-@EU", "\"Guinea-Bissau\"", "yes(A/RES/377(V)[A-C])"];
    let blocs = move |least| {
        let texts = texts.map(|text| Expression::parse(text, &LEXICON).unwrap().to_string());
        prop::collection::vec(prop::sample::select(texts.to_vec()), least..3)
    };
    // Those without votes by member can't be compared.
    let recorded: Vec<_> =
        record.rollcalls().map(|(id, _)| id).filter(|&id| record.is_recorded(id)).map(RollCallId::index).collect();
    let ids = prop::collection::btree_set(prop::sample::select(recorded), 2..11);
    prop_oneof![
        Just(LinkedView::Votes),
        Just(LinkedView::Countries),
        Just(LinkedView::Matrix),
        Just(LinkedView::Positions),
        Just(LinkedView::Vetoes),
        Just(LinkedView::Texts),
        prop::sample::select(without_rollcall()).prop_map(LinkedView::Text),
        rollcall().prop_map(LinkedView::Show),
        rollcall().prop_map(LinkedView::Series),
        prop::option::of(rollcall()).prop_map(LinkedView::World),
        member().prop_map(LinkedView::Country),
        member().prop_map(LinkedView::WorldCountry),
        (member(), member()).prop_filter("two", |(a, b)| a != b).prop_map(|(a, b)| LinkedView::Pair(a, b)),
        blocs(0).prop_map(LinkedView::Blocs),
        blocs(1).prop_map(LinkedView::WorldBlocs),
        ids.prop_map(|ids| LinkedView::Compare(ids.into_iter().map(RollCallId::from_index).collect())),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_link_reads_as_what_it_was_made_from(view in views(), terms in prop::collection::vec(crate::query::terms(), 0..3)) {
        let link = Link::new(view, terms.join(" "));
        let text = link.to_text(&LEXICON);
        let again = Link::parse(&text, &LEXICON);
        prop_assert!(again.is_ok(), "{text}: {again:?}");
        let again = again.unwrap();
        prop_assert_eq!(&again.view, &link.view, "{}", text);
        prop_assert_eq!(Query::parse(&again.query, &LEXICON), Query::parse(&link.query, &LEXICON));
        prop_assert_eq!(again.to_text(&LEXICON), text);
    }

    #[test]
    fn no_text_breaks_a_link(
        view in prop::sample::select(vec!["", "votes", "show/", "pair/", "blocs/", "compare/", "world/", "world/country/"]),
        text in "[\\PC]{0,40}",
        signs in "[a-zA-Z@:=/?;,()\"+& 0-9-]{0,40}",
    ) {
        for text in [format!("{view}{text}"), format!("{view}{signs}")] {
            if let Err(error) = Link::parse(&text, &LEXICON) {
                prop_assert!(!error.to_string().is_empty());
            }
        }
    }
}

#[cfg(unix)]
proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn a_shell_reads_an_argument_as_it_was(
        mut texts in prop::collection::vec("[\\PC\n\t'\"$`!*?~;&|<>(){}\\[\\]#= -]{0,20}", 1..6),
    ) {
        texts.extend(["", "~", "=ls", "-n", "show/ES-11/7", "votes?ukraine since:2022", "it's", "a\\b"].map(str::to_owned));
        let quoted: Vec<_> = texts.iter().map(|text| shell_quoted(text)).collect();
        let output = Command::new("sh").args(["-c", &format!("printf '%s\\0' {}", quoted.join(" "))]).output().unwrap();
        let read: Vec<_> = output.stdout.split(|&byte| byte == 0).map(String::from_utf8_lossy).collect();
        prop_assert_eq!(&read[..texts.len()], texts.as_slice());
    }
}

#[test]
fn a_plain_argument_is_not_quoted() {
    for (text, quoted) in [
        ("show/ES-11/7", "show/ES-11/7"),
        ("country/UKR", "country/UKR"),
        ("pair/UKR,ISR", "pair/UKR,ISR"),
        ("votes?ukraine", "'votes?ukraine'"),
        ("it's", r"'it'\''s'"),
        ("", "''"),
    ] {
        assert_eq!(shell_quoted(text), quoted);
    }
}
