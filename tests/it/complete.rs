//! Completion: what is proposed for a half-typed word, and that every proposal leads to something that can be read.

use std::sync::LazyLock;

use plenary::query::{Completions, Expression, Lexicon, Query, SavedBlocs, complete, complete_expression};
use plenary::record::Record;
use proptest::prelude::*;

static RECORD: LazyLock<Record> = LazyLock::new(|| Record::embedded().unwrap());
/// A lexicon with blocs of a user's own.
static LEXICON: LazyLock<Lexicon<'static>> = LazyLock::new(|| {
    let mut saved = SavedBlocs::default();
    saved.set("three", "USA+RUS+ISR");
    saved.set("EU candidates", "UKR+MDA+GEO");
    Lexicon::new(&RECORD, Ok(saved)).unwrap()
});

/// The text, and where `^` stands in it.
fn typed(text: &str) -> (String, usize) {
    (text.replacen('^', "", 1), text.find('^').unwrap())
}

/// What is replaced, and what by.
fn proposed<'t>(text: &'t str, completions: &'t Completions) -> (&'t str, Vec<&'t str>) {
    (&text[completions.span.clone()], completions.items.iter().map(|item| item.text.as_str()).collect())
}

#[test]
fn a_query_is_finished_from_its_first_letters() {
    for (text, replaced, first) in [
        ("si^", "si", &["since:", "SVN:", "SVN=", "SGP:"][..]),
        ("topic:cuba si^", "si", &["since:"]),
        ("ye^", "ye", &["year:", "yes>", "YEM:", "YEM="]),
        ("un^", "un", &["until:", "unanimous", "USA:", "USA="]),
        ("cont^", "cont", &["contested"]),
        // Members by name, code, former name and alias; topics by name and title.
        ("ukr^", "ukr", &["UKR:", "UKR=", "topic:ukraine"]),
        ("prk^", "prk", &["PRK:", "PRK="]),
        ("burma^", "burma", &["MMR:", "MMR="]),
        ("holl^", "holl", &["NLD:", "NLD="]),
        ("korea^", "korea", &["PRK:", "PRK=", "KOR:"]),
        ("israel^", "israel", &["ISR:", "ISR=", "topic:palestine"]),
        ("climate^", "climate", &["topic:environment"]),
        ("\"North Ko^", "\"North Ko", &["PRK:", "PRK="]),
        ("\"North Ko^ since:2022 \"human rights\"", "\"North Ko", &["PRK:", "PRK="]),
        // A symbol that is whole.
        ("peace es-11/7^", "es-11/7", &["symbol:ES-11/7"]),
        ("a/res/ES-11/7^", "a/res/ES-11/7", &["symbol:ES-11/7"]),
        ("79/7^", "79/7", &["symbol:79/7"]),
        ("es-11/99^", "es-11/99", &[]),
        // Behind a sign only what can stand there.
        ("topic:pal^", "pal", &["palestine"]),
        ("topic:weapons^", "weapons", &["nuclear"]),
        ("topic:\"pal^", "\"pal", &["palestine"]),
        ("UKR:^", "", &["yes", "no", "abstain", "absent"]),
        ("\"north korea\":a^", "a", &["abstain", "absent"]),
        ("USA=^", "", &["yes=", "no=", "abstain="]),
        ("USA=r^", "r", &["RUS"]),
        ("USA=no=ru^", "ru", &["RUS", "RWA"]),
        ("USA=n^=RUS", "n", &["no"]),
        ("USA!=isr^", "isr", &[]),
        ("@^", "@", &["@EU:", "@NATO:", "@BRICS:"]),
        ("@eu^", "@eu", &["@EU:"]),
        ("@eu c^", "c", &[]),
        ("@west^", "@west", &["@\"Western Africa\":", "@\"Western Asia\":", "@\"Western Europe\":"]),
        ("@\"western as^", "@\"western as", &["@\"Western Asia\":"]),
        ("@thr^", "@thr", &["@three:"]),
        ("bri^", "bri", &["GBR:", "GBR=", "@BRICS:"]),
        ("@EU:^", "", &["split", "unanimous", "yes", "no", "abstain"]),
        ("session:ES^", "ES", &["ES-11", "ES-10"]),
        ("session:7^", "7", &[]),
        // Before a term that is left out, and in one of several.
        ("-top^", "top", &["topic:"]),
        ("not:top^", "top", &["topic:"]),
        ("-USA:n^", "n", &["no"]),
        ("CHN:abstain|ab^", "ab", &["abstain", "absent"]),
        ("topic:cuba|pal^", "pal", &["palestine"]),
        ("golan|pales^", "pales", &["topic:palestine"]),
        ("USA:no|rus^", "rus", &["RUS:", "RUS="]),
        ("CHN:ab^|no", "ab", &["abstain", "absent"]),
        // With the cursor inside.
        ("sin^x since:2022", "sinx", &["since:"]),
        ("to^:pal", "to", &["topic", "TON", "TGO"]),
        ("ye^>100", "ye", &["yes"]),
        ("\"North K^orea\":yes", "\"North Korea\"", &["PRK"]),
    ] {
        let (text, cursor) = typed(text);
        let completions = complete(&text, cursor, &LEXICON);
        let (span, mut items) = proposed(&text, &completions);
        assert_eq!(items.is_empty(), first.is_empty(), "{text}: {items:?}");
        items.truncate(first.len());
        assert_eq!((span, items.as_slice()), (if first.is_empty() { span } else { replaced }, first), "{text}");
    }
}

#[test]
fn an_expression_is_finished_from_its_first_letters() {
    for (text, replaced, first) in [
        ("^", "", &["@", "yes(", "no(", "abstain(", "absent(", "all"][..]),
        ("USA+^", "", &["@", "yes("]),
        ("uk^", "uk", &["GBR", "UKR"]),
        ("USA+soviet^", "soviet", &["RUS"]),
        ("\"North Ko^", "\"North Ko", &["PRK"]),
        ("North Ko^", "North Ko", &["PRK"]),
        ("@EU-hung^", "hung", &["HUN"]),
        ("(USA+russ^)&@NATO", "russ", &["RUS"]),
        ("al^", "al", &["all", "ALB"]),
        ("@e^", "@e", &["@EU", "@E10", "@EasternEurope"]),
        ("@eu can^", "@eu can", &["@\"EU candidates\""]),
        ("@EU&@na^-HUN", "@na", &["@NATO", "@NAM"]),
        ("ab^", "ab", &["abstain(", "absent("]),
        ("ab^(ES-11/7)", "ab", &["abstain", "absent"]),
        ("yes(^", "", &["A/RES/80/267)"]),
        ("abstain(es-11/^", "es-11/", &["A/RES/ES-11/9)", "A/RES/ES-11/8)", "A/RES/ES-11/7)"]),
        ("abstain(A/RES/ES-11/8^)", "A/RES/ES-11/8", &[]),
        ("yes(ES-11/6)&no(A/RES/ES-11/7^", "A/RES/ES-11/7", &["A/RES/ES-11/7)"]),
        ("yes(es-10^+USA", "es-10", &["A/RES/ES-10/27)"]),
        ("no(ukrainian children^)", "ukrainian children", &["A/RES/ES-11/9"]),
    ] {
        let (text, cursor) = typed(text);
        let completions = complete_expression(&text, cursor, &LEXICON);
        let (span, mut items) = proposed(&text, &completions);
        assert_eq!(items.is_empty(), first.is_empty(), "{text}: {items:?}");
        items.truncate(first.len());
        assert_eq!((span, items.as_slice()), (replaced, first), "{text}");
    }
}

#[test]
fn nothing_is_proposed_for_a_word_that_is_whole_or_a_word_like_any_other() {
    for text in [
        "^",
        "ukraine ^",
        "s^",
        "the^",
        "of^",
        "effective^",
        "situation of^",
        "topic:cuba^",
        "TOPIC:Cuba^",
        "UKR:yes^",
        "UKR:y^es",
        "unanimous^",
        "@EU:split^",
        "since:20^",
        "yes>10^",
        "foo:b^",
        "USA!^=",
        "sinc^e:2022",
        "-^",
        "\"\"^",
        "|^",
        "CHN:yes|no^",
    ] {
        let (text, cursor) = typed(text);
        assert_eq!(complete(&text, cursor, &LEXICON).items, [], "{text}");
    }
    for text in ["USA^", "usa^", "USA ^", "@EU^", "all^", "yes(ES-11/7)^", "USA RU^", "(USA)^", "^USA", "\"^"] {
        let (text, cursor) = typed(text);
        assert_eq!(complete_expression(&text, cursor, &LEXICON).items, [], "{text}");
    }
}

#[test]
fn a_proposal_says_what_it_means_and_why_it_is_one() {
    for (text, about, lit) in [
        ("since^", "from a year or a day on: 2014, 2014-06-30", ""),
        ("uk^", "United Kingdom (UK)", "UK"),
        ("ukra^", "Ukraine", "Ukra"),
        ("ivor^", "Côte d'Ivoire (Ivory Coast)", "Ivor"),
        ("usa^", "United States", ""),
        ("topic:palest^", "Palestine and Israel", ""),
        ("@nat^", "North Atlantic Treaty Organization, 32 members", ""),
        ("@\"western as^", "subregion, 17 members", ""),
        ("@three^", "saved: USA+RUS+ISR", ""),
        ("session:es-10^0", "1997 to 2025, 26 roll calls", ""),
        ("session:es-9^0", "1982, 1 roll call", ""),
    ] {
        let (text, cursor) = typed(text);
        let completions = complete(&text, cursor, &LEXICON);
        let item = &completions.items[0];
        let letters = item.about.chars().enumerate().filter(|(at, _)| item.letters.contains(at));
        assert_eq!((item.about.as_str(), letters.map(|(_, letter)| letter).collect::<String>().as_str()), (about, lit));
    }
    let (text, cursor) = typed("yes(es-11/7^");
    let item = &complete_expression(&text, cursor, &LEXICON).items[0];
    assert_eq!(item.about, "2025-02-24 Advancing a comprehensive, just and lasting peace in Ukraine");
}

/// Whole words of a query, and of an expression.
const TERMS: [&str; 22] = [
    "ukraine",
    "\"human rights\"",
    "title:israel",
    "since:2014-06",
    "session:ES-10",
    "symbol:ES-11",
    "topic:nuclear",
    "yes>100",
    "no<=5",
    "margin:-20..20",
    "USA:no",
    "CHN:abstain",
    "\"North Korea\":yes",
    "USA=RUS",
    "USA!=ISR",
    "USA=no=RUS",
    "@EU:split",
    "@\"Western Asia\":unanimous",
    "@three:yes",
    "unanimous",
    "contested",
    "Côte:no",
];
const OPERANDS: [&str; 10] = [
    "USA",
    "\"North Korea\"",
    "@EU",
    "@\"Western Asia\"",
    "@\"EU candidates\"",
    "all",
    "no(ES-11/7)",
    "yes(A/RES/377(V)[A-C])",
    "Türkiye",
    "absent(A/ES-11/L.10)",
];

/// What may be missing after a proposal.
const QUERY_ENDS: [&str; 11] =
    ["", "yes", "2022", "palestine", "ES-11", "unanimous", "RUS", "9", "=RUS", "any", "first"];
const EXPRESSION_ENDS: [&str; 4] = ["", "EU", "ES-11/7)", "+USA"];

/// The first part of a text of which the cursor is after the character `at`, or the last.
fn cut(text: &str, at: usize) -> &str {
    text.char_indices().nth(at).map_or(text, |(at, _)| &text[..at])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_proposal_leads_to_a_query(
        before in prop::collection::vec(prop::sample::select(TERMS.to_vec()), 0..3),
        mark in prop::sample::select(vec!["", "-", "not:", "USA:no|", "golan|"]),
        last in prop::sample::select(TERMS.to_vec()),
        at in 0_usize..20,
    ) {
        let text = format!("{} {mark}{}", before.join(" "), cut(last, at));
        let completions = complete(&text, text.len(), &LEXICON);
        for at in 0..completions.items.len() {
            let (text, cursor) = completions.applied(&text, at).unwrap();
            prop_assert_eq!(cursor, text.len());
            let reads = QUERY_ENDS.iter().any(|end| Query::parse(&format!("{text}{end}"), &LEXICON).is_ok());
            prop_assert!(reads, "{text} leads nowhere");
        }
    }

    #[test]
    fn every_proposal_leads_to_an_expression(
        before in prop::collection::vec(prop::sample::select(OPERANDS.to_vec()), 0..3),
        sign in prop::sample::select(vec!["+", "-", "&", " + "]),
        group in any::<bool>(),
        last in prop::sample::select(OPERANDS.to_vec()),
        at in 0_usize..24,
    ) {
        let before = before.iter().fold(String::new(), |before, operand| before + operand + sign);
        let text = format!("{before}{}{}", if group { "(" } else { "" }, cut(last, at));
        let completions = complete_expression(&text, text.len(), &LEXICON);
        for at in 0..completions.items.len() {
            let (text, cursor) = completions.applied(&text, at).unwrap();
            prop_assert_eq!(cursor, text.len());
            let close = if group { ")" } else { "" };
            let reads = |end: &&str| Expression::parse(&format!("{text}{end}{close}"), &LEXICON).is_ok();
            prop_assert!(EXPRESSION_ENDS.iter().any(reads), "{text} leads nowhere");
        }
    }

    #[test]
    fn no_text_breaks_it(
        text in "[\\PC]{0,60}",
        signs in "[a-zA-Zé@:=<>!|()\\[\\]\"+& ./0-9-]{0,60}",
        cursor in 0_usize..130,
    ) {
        for text in [&text, &signs] {
            for completions in [complete(text, cursor, &LEXICON), complete_expression(text, cursor, &LEXICON)] {
                prop_assert!(text.get(completions.span.clone()).is_some());
                prop_assert!(completions.span.start <= cursor.min(text.len()));
                prop_assert!(completions.items.len() <= 50);
                for at in 0..completions.items.len() {
                    let (text, cursor) = completions.applied(text, at).unwrap();
                    prop_assert!(text.is_char_boundary(cursor));
                }
            }
        }
    }
}
