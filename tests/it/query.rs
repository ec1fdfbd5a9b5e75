//! Queries and expressions: every term against a plain loop over the rows, their algebra, errors that point at the word.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::LazyLock;

use plenary::query::{Expression, Lexicon, Query, SavedBlocs};
use plenary::record::{Record, RollCallSet, parse_day};
use proptest::prelude::*;
use serde_json::Value;

static RECORD: LazyLock<Record> = LazyLock::new(|| Record::embedded().unwrap());
pub(crate) static LEXICON: LazyLock<Lexicon<'static>> =
    LazyLock::new(|| Lexicon::new(&RECORD, Ok(SavedBlocs::default())).unwrap());

/// A roll call as a plain reading of the asset gives it.
struct Plain {
    line: Value,
    date: String,
    /// Title, agenda titles and subjects as words between spaces, each with the name of its field.
    cells: Vec<(&'static str, String)>,
    votes: BTreeMap<String, char>,
}

static PLAIN: LazyLock<Vec<Plain>> = LazyLock::new(|| {
    let text = asset("rollcalls.jsonl");
    let mut lines = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let header = lines.next().unwrap();
    let seats: Vec<_> =
        header["seats"].as_array().unwrap().iter().map(|seat| seat.as_str().unwrap().to_owned()).collect();
    let mut rows: Vec<_> = lines
        .map(|line| {
            let list = |key: &str| line[key].as_array().cloned().unwrap_or_default();
            let agenda = list("agenda").into_iter().map(|cell| ("agenda", cell));
            let subjects = list("subjects").into_iter().map(|cell| ("subjects", cell));
            let cells = [("title", line["title"].clone())].into_iter().chain(agenda).chain(subjects);
            let cells = cells.map(|(field, cell)| (field, spaced(cell.as_str().unwrap()))).collect();
            let votes = seats.iter().cloned().zip(line["votes"].as_str().unwrap().chars());
            let votes = votes.filter(|(_, letter)| *letter != '.').collect();
            Plain { date: line["date"].as_str().unwrap().to_owned(), cells, votes, line }
        })
        .collect();
    rows.sort_by_key(|row| (row.date.clone(), row.line["id"].as_u64()));
    rows
});

fn asset(name: &str) -> String {
    fs::read_to_string(format!("{}/assets/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn spaced(text: &str) -> String {
    let plain = text.to_lowercase().replace('é', "e");
    let words = plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    format!(" {} ", words.collect::<Vec<_>>().join(" "))
}

impl Plain {
    fn has(&self, words: &str) -> bool {
        self.cells.iter().any(|(_, cell)| cell.contains(&format!(" {words}")))
    }

    fn in_field(&self, field: &str, words: &str) -> bool {
        self.cells.iter().any(|(of, cell)| *of == field && cell.contains(&format!(" {words}")))
    }

    fn vote(&self, code: &str) -> char {
        self.votes.get(code).copied().unwrap_or('.')
    }

    fn count(&self, letter: char) -> i32 {
        self.votes.values().map(|&vote| i32::from(vote == letter)).sum()
    }

    fn cast(&self, code: &str) -> bool {
        "YNA".contains(self.vote(code))
    }

    fn kinds(&self) -> usize {
        self.votes.values().filter(|&&vote| vote != 'X').collect::<BTreeSet<_>>().len()
    }

    /// Votes cast by the members of a bloc of `assets/blocs.json` on that day, counted as Y, N, A.
    fn bloc(&self, name: &str) -> [usize; 3] {
        let members = BLOCS.iter().filter(|(bloc, _, from, to)| {
            bloc == name && (from.is_empty() || *from <= self.date) && (to.is_empty() || self.date < *to)
        });
        let mut counts = [0; 3];
        for (_, code, ..) in members {
            if let Some(at) = "YNA".find(self.vote(code)) {
                counts[at] += 1;
            }
        }
        counts
    }
}

/// Bloc, code, from, to.
pub(crate) static BLOCS: LazyLock<Vec<(String, String, String, String)>> = LazyLock::new(|| {
    let blocs: Vec<Value> = serde_json::from_str(&asset("blocs.json")).unwrap();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let rows = blocs.iter().flat_map(|bloc| {
        let members = bloc["members"].as_array().unwrap().iter();
        members.map(move |term| (text(&bloc["name"]), text(&term["code"]), text(&term["from"]), text(&term["to"])))
    });
    rows.collect()
});

fn run(text: &str) -> RollCallSet {
    Query::parse(text, &LEXICON).map_err(|error| format!("{text}: {error}")).unwrap().run(&LEXICON)
}

/// Holds what a query finds against a plain condition on each roll call.
#[track_caller]
fn means(text: &str, holds: impl Fn(&Plain) -> bool) {
    let plain: Vec<_> = (0..PLAIN.len()).filter(|&at| holds(&PLAIN[at])).collect();
    let found = run(text);
    let usual = RECORD.usual().iter().enumerate();
    let found: Vec<_> = usual.filter(|&(_, id)| found.contains(id)).map(|(at, _)| at).collect();
    assert!(!plain.is_empty(), "{text} is a poor test: it means nothing");
    assert_eq!(found, plain, "{text}");
}

#[test]
fn words_are_looked_for_at_word_starts_in_every_text() {
    means("ukrain", |row| row.has("ukrain"));
    means("UKRAINE", |row| row.has("ukraine"));
    means("human rights", |row| row.has("human") && row.has("rights"));
    means("\"human rights\"", |row| row.has("human rights"));
    means("self-determination", |row| row.has("self determination"));
    means("arms.", |row| row.has("arms "));
    means("cuba|ukraine", |row| row.has("cuba") || row.has("ukraine"));
    means("nuclear cuba|disarm", |row| row.has("nuclear") && (row.has("cuba") || row.has("disarm")));
    means("-nuclear", |row| !row.has("nuclear"));
    means("weapons -nuclear|chemical", |row| row.has("weapons") && !row.has("nuclear") && !row.has("chemical"));
    means("weapons not:\"nuclear weapon\"", |row| row.has("weapons") && !row.has("nuclear weapon"));
    means("title:palestin", |row| row.in_field("title", "palestin"));
    means("agenda:disarmament -subjects:disarmament", |row| {
        row.in_field("agenda", "disarmament") && !row.in_field("subjects", "disarmament")
    });
    assert!(run("\"unanimous\"").is_empty(), "in quotes it is a word, and no text has it");
    // What is pasted from old titles is words.
    means("QUESTION OF (PALESTINE", |row| row.has("question") && row.has("of") && row.has("palestine"));
    means("PEACE AND SECURITY", |row| row.has("peace") && row.has("and") && row.has("security"));
    means("USA=Türkiye and", |row| {
        row.cast("USA") && row.cast("TUR") && row.vote("USA") == row.vote("TUR") && row.has("and")
    });
    means("situation of Iran:no", |row| row.has("situation") && row.has("of") && row.vote("IRN") == 'N');
    means("", |_| true);
}

#[test]
fn time_session_and_symbol_mean_what_the_rows_say() {
    let year = |row: &Plain| row.date[..4].parse::<i32>().unwrap();
    let session = |row: &Plain| row.line["session"].as_str().unwrap().to_owned();
    let symbol = |row: &Plain| row.line["symbol"].as_str().unwrap().to_owned();
    means("year:2022", |row| year(row) == 2022);
    means("year:2015..2024", |row| (2015..=2024).contains(&year(row)));
    means("year:..1950", |row| year(row) <= 1950);
    means("year:2022|2024", |row| [2022, 2024].contains(&year(row)));
    means("since:2014", |row| year(row) >= 2014);
    means("since:2014-06", |row| row.date.as_str() >= "2014-06-01");
    means("until:2020-06-30", |row| row.date.as_str() <= "2020-06-30");
    means("until:2020-02", |row| row.date.as_str() <= "2020-02-29");
    means("date:2025-02-24", |row| row.date == "2025-02-24");
    means("date:2022-02-24..2025-02-24", |row| ("2022-02-24"..="2025-02-24").contains(&row.date.as_str()));
    means("session:79", |row| session(row) == "79");
    means("session:70..79", |row| session(row).parse().is_ok_and(|n: u32| (70..=79).contains(&n)));
    means("session:75..", |row| session(row).parse().is_ok_and(|n: u32| n >= 75));
    means("session:ES-11", |row| session(row) == "ES-11");
    means("session:11emsp|S-6", |row| ["ES-11", "S-6"].contains(&session(row).as_str()));
    means("symbol:ES-11", |row| symbol(row).starts_with("A/RES/ES-11"));
    means("symbol:a/res/39/146", |row| symbol(row).starts_with("A/RES/39/146"));
    means("symbol:A/DEC", |row| symbol(row).starts_with("A/DEC"));
}

#[test]
fn tallies_mean_the_counted_votes() {
    // Where nobody cast a vote the votes were not recorded by member, and nothing holds of a tally.
    let means = |query: &str, holds: &dyn Fn(&Plain) -> bool| means(query, |row| row.kinds() > 0 && holds(row));
    means("yes>100", &|row| row.count('Y') > 100);
    means("yes>=100", &|row| row.count('Y') >= 100);
    means("no<=5", &|row| row.count('N') <= 5);
    means("no<5", &|row| row.count('N') < 5);
    means("abstain>50", &|row| row.count('A') > 50);
    means("absent>30", &|row| row.count('X') > 30);
    means("margin<20", &|row| row.count('Y') - row.count('N') < 20);
    means("margin:-5..5", &|row| (-5..=5).contains(&(row.count('Y') - row.count('N'))));
    means("yes:101..", &|row| row.count('Y') > 100);
    means("no:..5", &|row| row.count('N') <= 5);
    means("yes=93", &|row| row.count('Y') == 93);
    means("no:1|2", &|row| [1, 2].contains(&row.count('N')));
    means("unanimous", &|row| row.kinds() < 2);
    means("contested", &|row| row.kinds() >= 2);
}

#[test]
fn votes_of_members_mean_the_votes_they_cast() {
    let same = |row: &Plain, a: &str, b: &str| row.cast(a) && row.cast(b) && row.vote(a) == row.vote(b);
    means("USA:no", |row| row.vote("USA") == 'N');
    means("CHN:abstain|absent", |row| "AX".contains(row.vote("CHN")));
    means("\"North Korea\":yes", |row| row.vote("PRK") == 'Y');
    // Where votes were not recorded, nobody knows that it was not no.
    means("-USA:no", |row| row.kinds() > 0 && row.vote("USA") != 'N');
    means("us:yes", |row| row.vote("USA") == 'Y');
    means("USA=RUS", |row| same(row, "USA", "RUS"));
    means("USA!=ISR", |row| row.cast("USA") && row.cast("ISR") && row.vote("USA") != row.vote("ISR"));
    means("USA=no=RUS", |row| row.vote("USA") == 'N' && row.vote("RUS") == 'N');
    means("HUN=abstain=\"United Kingdom\"", |row| row.vote("HUN") == 'A' && row.vote("GBR") == 'A');
    means("USA=RUS|CHN", |row| same(row, "USA", "RUS") || same(row, "USA", "CHN"));
}

#[test]
fn votes_of_blocs_mean_those_of_their_members_of_the_day() {
    let kinds = |counts: [usize; 3]| counts.iter().filter(|&&count| count > 0).count();
    let line = |counts: [usize; 3], at: usize| (0..3).all(|other| other == at || counts[at] > counts[other]);
    for bloc in ["EU", "BRICS", "NAM", "P5", "G8", "MERCOSUR"] {
        means(&format!("@{bloc}:split"), |row| kinds(row.bloc(bloc)) >= 2);
        means(&format!("@{bloc}:unanimous"), |row| {
            let counts = row.bloc(bloc);
            kinds(counts) == 1 && counts.iter().sum::<usize>() >= 2
        });
        for (at, word) in ["yes", "no", "abstain"].into_iter().enumerate() {
            means(&format!("@{bloc}:{word}"), |row| line(row.bloc(bloc), at));
        }
    }
    // Regional groups and subregions are today's.
    let members: Vec<Value> = serde_json::from_str(&asset("members.json")).unwrap();
    let of = |key: &str, name: &str| {
        let members = members.iter().filter(|member| member[key] == name);
        members.map(|member| member["code"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    for (written, codes) in [
        ("WEOG", of("group", "WEOG")),
        ("Africa", of("group", "African Group")),
        ("\"western  asia\"", of("subregion", "Western Asia")),
    ] {
        means(&format!("@{written}:split"), |row| {
            codes.iter().map(|code| row.vote(code)).filter(|vote| "YNA".contains(*vote)).collect::<BTreeSet<_>>().len()
                >= 2
        });
    }
}

#[test]
fn topics_mean_their_rules() {
    // The rules of two topics, written out by hand.
    means("topic:cuba", |row| row.has("necessity of ending the economic commercial and financial embargo"));
    means("topic:ukraine", |row| {
        (row.has("ukrain") || row.has("crimea") || row.has("sevastopol"))
            && !row.has("chernobyl")
            && !row.has("ukrainian ssr")
            && !row.has("ukrainian soviet")
    });
    let names = "palestine ukraine nuclear disarmament human-rights decolonisation apartheid development cuba sea space \
                 terrorism racism women-children cyber peacekeeping budget";
    for name in names.split(' ') {
        assert!(!run(&format!("topic:{name}")).is_empty(), "{name}");
    }
    for topic in LEXICON.topics() {
        assert!(!topic.rollcalls(&LEXICON).unwrap().is_empty(), "{}", topic.name);
        assert!(topic.any.iter().chain(&topic.none).all(|rule| !rule.contains("topic:")), "{}", topic.name);
        for rule in &topic.any {
            assert!(!run(rule).is_empty(), "{}: the rule {rule} means nothing", topic.name);
        }
    }
    // Every text on Ukraine of the emergency session, and the count of the story's window.
    assert_eq!((&run("topic:ukraine") & &run("session:ES-11")).len(), 9);
    assert_eq!(run("topic:palestine date:2015-02-24..2025-02-24").len(), 170);
    assert_eq!(run("topic:palestine date:2015-02-24..2025-02-24 UKR:yes").len(), 123);
    assert_eq!(run("palestin|israel|golan|\"middle east\" date:2015-02-24..2025-02-24").len(), 168);
    let covered = LEXICON
        .topics()
        .iter()
        .fold(RollCallSet::empty(RECORD.len()), |all, topic| &all | topic.rollcalls(&LEXICON).unwrap());
    let (covered, usual) = (covered.count_both(RECORD.usual()), RECORD.usual().len());
    assert!(covered * 100 >= usual * 99, "{covered} of {usual} have a topic");
}

#[test]
fn an_expression_means_the_members_it_says() {
    let members = RECORD.members();
    let on = |text: &str, day: &str| {
        let expression = Expression::parse(text, &LEXICON).map_err(|error| format!("{text}: {error}")).unwrap();
        let set = expression.members().on(parse_day(day).unwrap());
        set.iter().map(|id| members.get(id).code.to_string()).collect::<Vec<_>>().join(" ")
    };
    let size = |text: &str, day: &str| on(text, day).split_whitespace().count();
    let today = "2025-12-18";
    assert_eq!(on("USA+RUS+ISR", today), "ISR RUS USA");
    assert_eq!(on("usa + \"Russia\" + Israel", today), "ISR RUS USA");
    assert_eq!(size("@EU", today), 27);
    assert_eq!(size("@EU-HUN", today), 26);
    // Joined day in, left day out.
    assert_eq!(on("@EU&GBR", "2020-01-30"), "GBR");
    assert_eq!(on("@EU&GBR", "2020-01-31"), "");
    assert_eq!(on("@EU&HRV", "2013-06-30"), "");
    assert_eq!(on("@EU&HRV", "2013-07-01"), "HRV");
    assert_eq!(on("@EU-@NATO", today), "AUT CYP IRL MLT");
    assert!(!on("USA+@EU&@NATO-FRA&FRA", today).contains("FRA"), "& binds tightest");
    assert_eq!(on("@P5-(USA+CHN)", today), "FRA GBR RUS");
    assert_eq!(on("@P5-USA+CHN", today), "CHN FRA GBR RUS");
    assert_eq!(on("yes(ES-11/6)&no(ES-11/7)", today), "HTI HUN ISR MHL NER PLW USA");
    assert_eq!(on("no(ES-11/7)", "1950-01-01"), on("no(A/RES/ES-11/7)", today), "a vote's set is fixed");
    assert_eq!(size("abstain(A/ES-11/L.10)", today), 65);
    assert_eq!(size("absent(4076672)", today), 17);
    assert_eq!(size("yes(A/RES/377(V)[A-C])", today), 52);
    assert_eq!(size("all", today), 198);
    assert!(!on("@\"Western Asia\"&@arabLEAGUE", today).is_empty());
    assert_eq!(on("@Nordic", "1950-01-01"), "");
    assert_eq!(on("@Nordic", "1954-01-01"), "DNK ISL NOR SWE");
    assert_eq!(on("@Nordic", "1957-01-01"), "DNK FIN ISL NOR SWE");
    assert_eq!(on("\"Guinea-Bissau\"+NO", today), "GNB NOR");
    assert_eq!(on("(GIN+GNB)-GNB", today), "GIN");
    assert_eq!(on("Türkiye-AND", today), "TUR", "a code may look like a small word");
    assert_eq!(on("Guinea - Bissau", today), on("GIN-GNB", today), "with spaces it is a difference");
    assert_eq!(size("yes (A/RES/377(V)[A-C])", today), 52);
}

#[test]
fn what_is_not_understood_is_pointed_at_with_what_would_work() {
    for (text, at, said) in [
        ("peace yaer:2022", "yaer:2022", "did you mean year?"),
        ("topic:palestin", "topic:palestin", "did you mean palestine?"),
        ("topic:football", "topic:football", "`plenary topics` lists them"),
        ("@UE:split x", "@UE:split", "no bloc is called \"UE\""),
        ("@Nordics:split", "@Nordics:split", "did you mean Nordic?"),
        ("@EU:spilt", "@EU:spilt", "write @EU:yes, :no, :abstain, :split or :unanimous"),
        ("@EU>3", "@EU>3", "write @EU:yes"),
        ("@EU", "@EU", "write @EU:yes"),
        ("USA:nay", "USA:nay", "write yes, no, abstain or absent; did you mean no?"),
        ("USA:abstian", "USA:abstian", "did you mean abstain?"),
        ("USA=maybe=RUS", "USA=maybe=RUS", "is not a vote cast"),
        ("USA>RUS", "USA>RUS", "votes have no order"),
        ("yes>many", "yes>many", "is not a count of votes"),
        ("yes>99999999999", "yes>99999999999", "is not a count of votes"),
        ("margin!=3", "margin!=3", "write not:margin:3"),
        ("yes!=many", "yes!=many", "is not a count of votes"),
        ("korea:yes", "korea:yes", "korea"),
        ("a \"b", "\"b", "a quote is left open"),
        ("a| b", "a|", "a word is missing here"),
        (":x", ":x", "nothing comes before \":\""),
        ("- x", "-", "a word is missing here"),
        ("…", "…", "no letter or digit"),
        // A name of several words whose quotes a shell has taken, and words of it that would name somebody else.
        ("x Papua New Guinea:no", "Papua New Guinea:no", "write \"Papua New Guinea\":no, or PNG:no"),
        ("Islamic Republic of Iran:no", "Islamic Republic of Iran:no", "or IRN:no"),
        ("-United States:no", "United States:no", "write not:\"United States\":no, or not:USA:no"),
        ("Viet Nam:no", "Viet Nam:no", "or VNM:no"),
        ("VIET NAM:no", "VIET NAM:no", "or VNM:no"),
        ("Soviet Union:no", "Soviet Union:no", "write \"Soviet Union\":no, or RUS:no"),
        ("People's Republic of China:no", "People's Republic of China:no", "or CHN:no"),
        ("Trinidad and Tobago:yes|no", "Trinidad and Tobago:yes", "or TTO:yes"),
        ("USA=United Kingdom x", "USA=United Kingdom", "write USA=\"United Kingdom\", or USA=GBR"),
        ("USA=no=New Zealand", "USA=no=New Zealand", "or USA=no=NZL"),
        ("USA!=Sri Lanka", "USA!=Sri Lanka", "or USA!=LKA"),
        // A field with a sign of a count.
        ("year>=2015", "year>=2015", "year takes a colon: write year:2015.."),
        ("year>2015", "year>2015", "write year:2016.."),
        ("year<2015", "year<2015", "write year:..2014"),
        ("session<=70", "session<=70", "write session:..70"),
        ("year=2022", "year=2022", "write year:2022"),
        ("year!=2022", "year!=2022", "write not:year:2022"),
        ("since>=2014", "since>=2014", "write since:2014"),
        ("since<2014", "since<2014", "since takes a colon, as in since:2014"),
        ("topic=palestine", "topic=palestine", "write topic:palestine"),
        ("title=\"human rights\"", "title=\"human rights\"", "write title:\"human rights\""),
        // Spaces, parentheses and words of other search languages.
        ("yes > 100", ">", "a term has no spaces: write yes:101.."),
        ("yes >100", ">100", "a term has no spaces: write yes:101.."),
        ("title: cuba", "title:", "a term has no spaces: write title:cuba"),
        ("cuba | ukraine", "|", "a word is missing here; a term has no spaces"),
        ("not:(cuba embargo)", "not:(cuba", "a query has no parentheses; -a|b leaves out both"),
        ("peace|(cuba embargo)", "peace|(cuba", "a query has no parentheses"),
        ("ukraine OR crimea", "OR", "for either of two write cuba|ukraine"),
        ("NOT nuclear", "NOT", "write -nuclear or not:nuclear"),
        ("cuba AND embargo", "AND", "leave it out"),
        ("year:2022|cuba", "cuba", "to ask for either, write cuba|year:2022"),
        ("@Western Asia:split", "@Western", "write @\"Western Asia\":split"),
        ("USA=RUS=CHN", "USA=RUS=CHN", "write USA=RUS RUS=CHN"),
        ("USA!=no=RUS", "USA!=no=RUS", "write USA!=RUS"),
        ("symbol:\"\"", "symbol:\"\"", "write symbol:ES-11"),
    ] {
        let error = Query::parse(text, &LEXICON).expect_err(text);
        assert!(error.what.contains(said), "{text}: {error}");
        assert!(
            text[error.span.clone()].starts_with(at) || at.ends_with('|'),
            "{text}: {:?}",
            &text[error.span.clone()]
        );
    }
    for (text, at, said) in [
        ("USA+", "", "is missing here"),
        ("USA++RUS", "+", "is expected here"),
        ("USA RUS", "R", "members are joined by +: write USA+RUS"),
        ("USA nuclear", "n", "join members by + - or &"),
        ("(USA+RUS", "(USA+RUS", "a parenthesis is left open"),
        ("USA)", ")", "not expected here"),
        ("@", "", "is expected here"),
        ("@EUU-HUN", "@EUU", "did you mean EU?"),
        ("yes(ES-11/99)", "ES-11/99", "no roll call is called"),
        ("yes(39/146)", "39/146", "names 3 roll calls"),
        ("yes(ES-11/6", "(ES-11/6", "a parenthesis is left open"),
        ("USA+korea", "korea", "korea"),
        ("\"USA", "\"USA", "a quote is left open"),
        ("USA+Guinea-Bissau", "Guinea-Bissau", "write \"Guinea-Bissau\", or GNB"),
        ("@EU-Timor-Leste", "Timor-Leste", "or TLS"),
        ("@Arab Leage", "@Arab", "did you mean @ArabLeague?"),
        ("@Western Asai", "@Western", "put quotes around a name with a space, as in @\"Western A"),
    ] {
        let error = Expression::parse(text, &LEXICON).expect_err(text);
        assert!(error.what.contains(said), "{text}: {error}");
        assert_eq!(&text[error.span.clone()], at, "{text}: {error}");
    }
    let plain = Query::parse("viet Namibia:no", &LEXICON).unwrap().to_string();
    assert_eq!(plain, "viet NAM:no");
    assert!(Query::parse(&plain, &LEXICON).is_ok(), "the word and the code are not the name of another");
    let deep = "(".repeat(5000) + "USA" + &")".repeat(5000);
    assert!(Expression::parse(&deep, &LEXICON).unwrap_err().what.contains("too deep"));
}

#[test]
fn a_word_in_quotes_stays_a_word_as_it_is_written_again() {
    for text in [
        "\"no\"|symbol:79/7",
        "\"palestine\"|topic:ukraine",
        "\"israel\"|USA:no",
        "\"costa\" \"rica\"|PAN:no",
        "cuba|\"new\" GIN:no",
        "\"neither\" USA:no",
        "\"nor\" cuba KEN:yes",
        "\"cuba.\"|KEN:no",
    ] {
        let query = Query::parse(text, &LEXICON).unwrap();
        let again = Query::parse(&query.to_string(), &LEXICON).unwrap_or_else(|error| panic!("{query}: {error}"));
        assert_eq!(again, query, "{text}");
    }
}

/// Terms that mean something, to be put together.
/// Whether a term asks how members voted, which is not known of every roll call.
fn asks_for_votes(term: &str) -> bool {
    let others = ["title", "year", "since", "until", "date", "session", "symbol", "topic"];
    let head = term.split([':', '=', '<', '>', '!']).next().unwrap();
    ["unanimous", "contested"].contains(&term) || head != term && !others.contains(&head)
}

pub(crate) fn terms() -> impl Strategy<Value = String> {
    let fixed = [
        "ukrain",
        "\"human rights\"",
        "arms.",
        "title:israel",
        "co-operation",
        "year:1990..2005",
        "since:2014-06",
        "until:1970",
        "date:2025-02-24",
        "session:70..79",
        "session:ES-10",
        "symbol:ES-11",
        "topic:nuclear",
        "yes>100",
        "no<=5",
        "margin:-20..20",
        "absent>=30",
        "USA:no",
        "CHN:abstain|absent",
        "\"North Korea\":yes",
        "USA=RUS",
        "USA!=ISR",
        "USA=no=RUS",
        "@EU:split",
        "@\"Western Asia\":unanimous",
        "@BRICS:abstain",
        "unanimous",
        "contested",
        "\"unanimous\"",
        "symbol:\"39/146\"",
        "symbol:A/RES/",
        "symbol:a/res/A/RES/79",
    ];
    prop::sample::select(fixed.to_vec()).prop_map(str::to_owned)
}

/// Members, blocs and votes, put together at random.
fn expressions() -> impl Strategy<Value = String> {
    let leaves =
        ["USA", "\"North Korea\"", "@EU", "@\"Western Asia\"", "all", "no(ES-11/7)", "yes(A/RES/377(V)[A-C])", "@NAM"];
    prop::sample::select(leaves.to_vec()).prop_map(str::to_owned).prop_recursive(4, 24, 2, |inner| {
        (inner.clone(), prop::sample::select(vec!["+", "-", "&", " + "]), inner, any::<bool>())
            .prop_map(|(a, sign, b, group)| if group { format!("{a}{sign}({b})") } else { format!("({a}){sign}{b}") })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn terms_join_as_sets_do(a in terms(), b in terms()) {
        let (x, y) = (run(&a), run(&b));
        prop_assert_eq!(run(&format!("{a} {b}")), &x & &y);
        // Where votes were not recorded, nobody knows that they were otherwise.
        let recorded = RECORD.those(|id, _| RECORD.is_recorded(id));
        let rest = RECORD.usual() - &x;
        let rest = if asks_for_votes(&a) { &rest & &recorded } else { rest };
        prop_assert_eq!(run(&format!("-{a}")), rest.clone());
        prop_assert_eq!(run(&format!("not:{a}")), rest);
        // A word after a term with a sign would take its field.
        if b.contains([':', '=', '<', '>']) {
            prop_assert_eq!(run(&format!("{a}|{b}")), &x | &y);
        }
    }

    #[test]
    fn a_query_printed_reads_as_the_same(words in prop::collection::vec((any::<bool>(), prop::collection::vec(terms(), 1..3)), 0..5)) {
        let text = words.iter().map(|(without, terms)| format!("{}{}", if *without { "-" } else { "" }, terms.join("|"))).collect::<Vec<_>>().join(" ");
        if let Ok(query) = Query::parse(&text, &LEXICON) {
            let printed = query.to_string();
            let again = Query::parse(&printed, &LEXICON);
            prop_assert_eq!(again.as_ref(), Ok(&query), "{} printed as {}", text, printed);
            prop_assert_eq!(again.unwrap().to_string(), printed);
        }
    }

    #[test]
    fn an_expression_printed_reads_as_the_same(text in expressions()) {
        let expression = Expression::parse(&text, &LEXICON).unwrap();
        let printed = expression.to_string();
        let again = Expression::parse(&printed, &LEXICON).unwrap();
        prop_assert_eq!(&again, &expression, "{} printed as {}", text, printed);
    }

    #[test]
    fn no_text_breaks_a_parser(text in "[\\PC]{0,60}", signs in "[a-zA-Z@:=<>!|()\\[\\]\"+&. 0-9-]{0,60}") {
        for text in [&text, &signs] {
            if let Err(error) = Query::parse(text, &LEXICON) {
                prop_assert!(text.get(error.span).is_some());
            }
            if let Err(error) = Expression::parse(text, &LEXICON) {
                prop_assert!(text.get(error.span).is_some());
            }
        }
    }
}
