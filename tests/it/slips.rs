//! More of what people type by mistake: options that are terms, other words for fields and topics, signs with spaces, names
//! in one argument. Each is told in one line, and what it is told to write works.

use crate::common::Home;
use crate::import::{rollcall, table};

/// Arguments, exit code, part of what is said.
const TOLD: &[(&[&str], i32, &str)] = &[
    // Options that there are not.
    (&["list", "-7"], 2, "write --limit 7"),
    (&["country", "KEN", "-12"], 2, "write --limit 12"),
    (&["matrix", "-3"], 2, "see `plenary matrix --help`"),
    (&["list", "-1990"], 2, "write not:year:1990; to end before it until:1989"),
    (&["-v"], 2, "write plenary --version"),
    (&["list", "-z"], 2, "no option is called -z; see `plenary list --help`"),
    (&["list", "--body", "any"], 2, "write body:any"),
    (&["list", "--kind=paragraph"], 2, "write kind:paragraph"),
    (&["agree", "KEN", "GHA", "--outcome", "rejected"], 2, "write outcome:rejected"),
    (&["list", "--veto", "FRA"], 2, "write veto:FRA"),
    (&["list", "--sponsor", "CUB"], 2, "write sponsor:CUB"),
    (&["list", "--committee", "third"], 2, "write committee:third"),
    (&["list", "--type", "amendment"], 2, "write kind:amendment"),
    (&["list", "--chamber"], 2, "write body:council"),
    (&["list", "--year", "soon"], 2, "write it as in year:2022"),
    (&["list", "--since", "-10y"], 2, "write since:-10y"),
    (&["list", "--title", "human rights"], 2, "write 'title:\"human rights\"'"),
    // Commands in other letters.
    (&["List", "cuba"], 2, "did you mean plenary list?"),
    (&["COUNTRY", "Kenya"], 2, "did you mean plenary country?"),
    (&["Topics"], 2, "did you mean plenary topics?"),
    // Too few arguments, or too many.
    (&["agree", "KEN,GHA"], 2, "plenary agree KEN GHA"),
    (&["agree", "KEN GHA"], 2, "plenary agree KEN GHA"),
    (&["agree", "Kenya and Ghana"], 2, "plenary agree KEN GHA"),
    (&["agree", "Sri Lanka vs New Zealand"], 2, "plenary agree LKA NZL"),
    (&["agree", "Sri Lanka"], 2, "takes two names, as in: plenary agree USA 'Viet Nam'"),
    (&["country"], 2, "plenary country Kenya"),
    (&["show"], 2, "plenary show ES-11/7"),
    (&["country", "Kenya and Ghana"], 2, "plenary agree KEN GHA"),
    (&["country", "Kenya, Sri Lanka"], 2, "plenary agree KEN LKA"),
    (&["show", "ES", "11/6"], 2, "'ES-11/6'"),
    (&["show", "A/RES", "68/262"], 2, "'A/RES/68/262'"),
    (&["compare", "ES-11/6", "and", "ES-11/7"], 2, "plenary compare ES-11/6 ES-11/7"),
    (&["compare", "ES-11/6,", "ES-11/7"], 2, "plenary compare ES-11/6 ES-11/7"),
    (&["compare", "ES-11/6,ES-11/7"], 2, "plenary compare ES-11/6 ES-11/7"),
    (&["topics", "palestin"], 2, "plenary list topic:palestine"),
    (&["topics", "xqzt"], 2, "plenary list xqzt"),
    (&["blocs", "mine"], 2, "plenary blocs --save mine KEN+GHA"),
    (&["blocs", "five eyes"], 2, "plenary bloc @FiveEyes"),
    // Several names or blocs: none is dropped, nor is the query.
    (&["agree", "KEN", "GHA,MLI"], 2, "plenary agree KEN GHA MLI"),
    (&["agree", "KEN/GHA", "MLI", "since:2014"], 2, "plenary agree KEN GHA MLI since:2014"),
    (&["agree", "KEN,GHA,MLI"], 2, "plenary agree KEN GHA MLI"),
    (&["agree", "KEN GHA and Sri Lanka", "--by", "year"], 2, "plenary agree KEN GHA LKA"),
    (&["agree", "KEN+GHA", "MLI"], 2, "plenary bloc KEN+GHA MLI"),
    (&["agree", "KEN", "@ASEAN", "topic:nuclear"], 2, "plenary bloc KEN @ASEAN topic:nuclear"),
    (&["agree", "KEN", "European", "Union"], 2, "plenary bloc KEN @EU"),
    (&["agree", "KEN", "GHA", "@ASEAN"], 2, "plenary bloc KEN GHA, and plenary bloc KEN @ASEAN"),
    (&["agree", "KEN", "GHA,MLI,NER", "year:2024"], 2, "plenary bloc KEN+GHA+MLI+NER year:2024"),
    (&["agree", "Antigua", "and", "Barbuda", "KEN"], 2, "Antigua and Barbuda is one name: put it in quotes"),
    (&["agree", "KEN", "and", "Sao", "Tome", "and", "Principe"], 2, "plenary agree KEN STP"),
    (&["agree", "Trinidad", "and", "Tobago", "Costa", "Rica"], 2, "plenary agree TTO CRI"),
    (&["country", "KEN,GHA,MLI", "since:2014"], 2, "plenary agree KEN GHA MLI since:2014"),
    (&["country", "@ASEAN", "since:2014"], 2, "plenary bloc @ASEAN since:2014"),
    (
        &["drift", "KEN,GHA", "--before", "year:2020", "--after", "year:2022"],
        2,
        "then plenary drift GHA --before year:2020",
    ),
    (&["drift", "@ASEAN", "--before", "year:2020", "--after", "year:2022"], 2, "plenary bloc @ASEAN year:2020, then"),
    (&["show", "79/1", "ES-11/7"], 2, "one symbol at a time: plenary show 79/1, then plenary show ES-11/7"),
    (&["blocs", "--save", "mine", "KEN", "GHA"], 2, "plenary blocs --save mine KEN+GHA"),
    (&["blocs", "--save", "mine", "@ASEAN", "-", "MMR"], 2, "plenary blocs --save mine @ASEAN-MMR"),
    (&["blocs", "--save", "mine", "Costa", "Rica", "and", "Panama"], 2, "plenary blocs --save mine CRI+PAN"),
    (&["bloc", "Sri Lanka"], 2, "write LKA"),
    (&["bloc", "KEN and GHA"], 2, "write KEN+GHA"),
    (&["bloc", "@ASEAN-Viet Nam"], 2, "write @ASEAN-VNM"),
    (&["bloc", "KEN, GHA and Sri Lanka"], 2, "write KEN+GHA+LKA"),
    // Topics by other words.
    (&["list", "topic:nukes"], 2, "did you mean nuclear?"),
    (&["list", "topic:bombs"], 2, "did you mean nuclear?"),
    (&["list", "topic:womens"], 2, "did you mean women-children?"),
    (&["list", "topic:girls"], 2, "did you mean women-children?"),
    (&["list", "topic:gazza"], 2, "did you mean palestine?"),
    (&["list", "topic:terorist"], 2, "did you mean terrorism?"),
    (&["list", "topic:satellites"], 2, "did you mean space?"),
    (&["list", "topic:xqzt"], 2, "leave topic: out"),
    // Fields by other words.
    (&["list", "type:amendment"], 2, "did you mean kind:amendment?"),
    (&["list", "type:drafts"], 2, "write it as in kind:amendment"),
    (&["list", "status:rejected"], 2, "did you mean outcome:rejected?"),
    (&["list", "result:close"], 2, "or margin<20 for close votes"),
    (&["list", "chamber:council"], 2, "did you mean body:council?"),
    (&["list", "organ:GA"], 2, "did you mean body:assembly?"),
    (&["list", "body:UNSC"], 2, "did you mean body:council?"),
    (&["list", "author:CUB"], 2, "did you mean sponsor:CUB?"),
    (&["list", "from:soon"], 2, "write it as in since:2014"),
    (&["list", "date>2014"], 2, "write date:2015-01-01.."),
    (&["list", "date<2014-03"], 2, "write date:..2014-02-28"),
    (&["list", "date>=2014-03-01"], 2, "write date:2014-03-01.."),
    (&["list", "year=last"], 2, "write year:last"),
    // Signs with spaces, and words that join.
    (&["list", "KEN", "=no"], 2, "write KEN:no"),
    (&["list", "KEN:", "no"], 2, "write KEN:no"),
    (&["list", "KEN", "=", "GHA"], 2, "write KEN=GHA"),
    (&["list", "absent", ">", "30"], 2, "write absent:31.."),
    (&["list", "topic", ":", "cuba"], 2, "write topic:cuba"),
    (&["list", "and", "KEN:no"], 2, "leave \"and\" out"),
    (&["list", "nuclear", "and", "KEN:no"], 2, "leave \"and\" out"),
    (&["list", "or", "KEN:no"], 2, "write | between them"),
    (&["list", "KEN=GHA=no|yes"], 2, "written KEN=no=GHA|KEN=yes=GHA"),
    (&["list", "KEN=GHA=no"], 2, "written KEN=no=GHA"),
    // More members than two, or a vote that was not cast, behind signs.
    (&["list", "KEN!=GHA!=MLI"], 2, "write KEN!=GHA GHA!=MLI; and KEN!=MLI if all three differ"),
    (&["list", "KEN=GHA!=MLI"], 2, "write KEN=GHA GHA!=MLI"),
    (&["list", "KEN=GHA=MLI=NER"], 2, "write KEN=GHA GHA=MLI MLI=NER"),
    (&["list", "KEN=GHA!=abstain"], 2, "write KEN=GHA not:GHA:abstain"),
    (&["list", "alone:KEN|GHA<=2"], 2, "write alone:KEN<=2|alone:GHA<=2"),
    (&["list", "alone:KEN<=1|GHA<4"], 2, "write alone:KEN<=1|alone:GHA<4"),
    (&["list", "alone:\"KEN+GHA\"<=2"], 2, "write alone:KEN<=2|alone:GHA<=2"),
    (&["list", "-Sri Lanka:no"], 2, "or not:LKA:no"),
    (&["list", "not:Viet Nam:yes"], 2, "or not:VNM:yes"),
    (&["list", "Antigua & Barbuda:no"], 2, "write \"Antigua and Barbuda\":no, or ATG:no"),
    (&["list", "Congo (Democratic Republic of the):no"], 2, "or COD:no"),
    (&["list", "Korea (Republic of):no"], 2, "or KOR:no"),
    (&["list", "the ASEAN:no"], 2, "write @ASEAN:no"),
    (&["list", "the @NATO:split"], 2, "write @NATO:split"),
    (&["list", "KEN=the GHA"], 2, "write KEN=GHA"),
    // What contradicts.
    (
        &["list", "year:1990 year:1995"],
        1,
        "nothing meets both year:1990 and year:1995; for either write year:1990|year:1995",
    ),
    (&["list", "not:USA=RUS=CHN"], 2, "leave out a pair, such as not:USA=RUS"),
    (&["list", "-FRA!=GBR!=DEU"], 2, "leave out a pair, such as not:FRA!=GBR"),
    (&["list", "body:council body:assembly"], 1, "nothing meets both body:council and body:assembly"),
    (&["list", "kind:amendment kind:paragraph"], 1, "nothing meets both kind:amendment and kind:paragraph"),
    (&["list", "session:5 since:1999"], 1, "nothing meets both session:5 and since:1999"),
    (&["list", "KEN:yes KEN:abstain"], 1, "for either write KEN:yes|KEN:abstain"),
    (&["list", "no>60 no<20"], 1, "nothing meets both no:61.. and no:..19"),
    (&["list", "veto:IND"], 1, "only the permanent members have a veto"),
    (&["list", "cuba xqzt"], 1, "xqzt alone finds nothing there"),
    // Blocs beside members.
    (&["list", "ASEAN=KEN"], 2, "plenary bloc @ASEAN KEN"),
    (&["list", "@NATO!=KEN"], 2, "plenary bloc @NATO KEN"),
    // Names.
    (&["agree", "Israel", "State", "of", "Palestine"], 2, "\"State\" may be"),
    (&["agree", "France", "Republic", "of", "Korea"], 2, "'Republic of Korea', or KOR"),
    (&["list", "formosa:no", "since:1990"], 2, "until:1971-10-25"),
    (&["country", "Nationalist China"], 2, "write CHN, with until:1971-10-25"),
    (&["bloc", "KEN+ROC"], 2, "is not a member"),
    // Ranges and numbers without a field.
    (&["list", "1995.."], 2, "write year:1995.."),
    (&["list", "1990..1999", "nuclear"], 2, "write year:1990..1999"),
    (&["list", "70..79"], 2, "write session:70..79"),
    (&["list", "2758"], 2, "A/RES/2758(XXVI), S/RES/2758"),
    (&["country", "KEN", "1441"], 2, "S/RES/1441"),
    (&["list", "45th"], 1, "write session:45"),
    (&["list", "\"Sri Lanka:no\""], 1, "write \"Sri Lanka\":no"),
    (&["list", "'90s"], 1, "write year:1990..1999"),
    (&["list", "session:last", "body:council"], 2, "write year:last"),
    (&["list", "since:10y"], 2, "since:-10y to count back"),
    // Names of several words behind a field, with a count, in another case, of a sponsor that is no member.
    (&["list", "sponsor:Sri Lanka"], 2, "write sponsor:\"Sri Lanka\", or sponsor:LKA"),
    (&["list", "sponsor:new zealand", "budget"], 2, "or sponsor:NZL"),
    (&["list", "veto:United States of America"], 2, "or veto:USA"),
    (&["list", "not:veto:Soviet Union"], 2, "or veto:RUS"),
    (&["list", "alone:Costa Rica<=2"], 2, "write alone:\"Costa Rica\"<=2, or alone:CRI<=2"),
    (&["list", "alone:The Gambia"], 2, "or alone:GMB"),
    (&["texts", "sponsor:El Salvador"], 2, "or sponsor:SLV"),
    (&["list", "sponsor:League of Arab States"], 2, "write sponsor:\"League of Arab States\""),
    // A second name behind a field lost its sign.
    (&["list", "veto:FRA GBR"], 2, "write veto:FRA veto:GBR if both are meant, veto:FRA|GBR if either is"),
    (&["list", "sponsor:Cuba and Sri Lanka"], 2, "write sponsor:Cuba sponsor:LKA if both are meant"),
    // A name that a | tears, before it or after, whatever the sign.
    (&["list", "veto:United Kingdom|veto:FRA"], 2, "or veto:GBR"),
    (&["list", "KEN=Costa Rica|KEN=Panama"], 2, "or KEN=CRI"),
    (&["list", "KEN=no=Marshall Islands|KEN=no=Palau"], 2, "or KEN=no=MHL"),
    (&["list", "sponsor:Saudi Arabia|committee:third"], 2, "or sponsor:SAU"),
    (&["list", "CHN:no|KEN=New Zealand"], 2, "or KEN=NZL"),
    (&["list", "nuclear|South Sudan:no"], 2, "or SSD:no"),
    (&["list", "cuba|the Gambia:yes"], 2, "or GMB:yes"),
    (&["list", "Costa Rica|Panama:no"], 2, "or CRI"),
    (&["list", "not:nuclear|Viet Nam:no"], 2, "or VNM:no"),
    (&["list", "KEN:no|Sri Lanka"], 2, "or LKA"),
    (&["list", "neither KEN nor GHA:no"], 2, "not:USA:no not:RUS:no"),
    // Several names where one goes: nothing is glued.
    (&["list", "FRA+GBR:no"], 2, "write FRA:no GBR:no if all are meant, FRA:no|GBR:no if any is"),
    (&["list", "FRA/GBR:abstain"], 2, "FRA:abstain|GBR:abstain if any is"),
    (&["list", "@ASEAN+CHN:yes"], 2, "write @ASEAN:yes CHN:yes if all are meant"),
    (&["list", "(@NATO-TUR):no"], 2, "plenary blocs --save NAME '@NATO-TUR', then write @NAME:no"),
    (&["list", "@NATO&@EU:no"], 2, "plenary blocs --save NAME '@NATO&@EU'"),
    (&["list", "veto:FRA,GBR"], 2, "write veto:FRA|veto:GBR"),
    (&["list", "sponsor:KEN+GHA"], 2, "write sponsor:KEN|sponsor:GHA"),
    (&["list", "KEN=GHA+MLI"], 2, "write one name or code"),
    (&["bloc", "KEN|GHA"], 2, "members are joined by +: write KEN+GHA"),
    (&["bloc", "KEN, GHA; MLI"], 2, "write KEN+GHA+MLI"),
    (&["bloc", "@ASEAN without MMR"], 2, "members are left out by -: write @ASEAN-MMR"),
    (&["bloc", "!KEN"], 2, "written all-KEN"),
    (&["blocs", "--save", "mine", "KEN|GHA"], 2, "write KEN+GHA"),
    (&["bloc", "@!ASEAN"], 2, "write @ASEAN"),
    // Blocs where members go.
    (&["list", "veto:@NATO"], 2, "write veto:any, or veto:FRA|veto:GBR"),
    (&["list", "alone:@ASEAN"], 2, "write alone:any, or alone:"),
    (&["list", "sponsor:BRICS"], 2, "\"BRICS\" is a bloc, and sponsor takes members"),
    (&["list", "@Western Africa:no"], 2, "write @\"Western Africa\":no"),
    // Two terms in one, and a sign in the wrong place.
    (&["list", "alone:ISR>2"], 2, "write alone:ISR<=3"),
    (&["list", "alone:ISR:no"], 2, "write alone:ISR ISR:no"),
    (&["list", "veto:CHN:no"], 2, "write veto:CHN CHN:no"),
    (&["list", "IND!=not:PAK"], 2, "write not:IND!=PAK, or IND=PAK"),
    (&["list", "IND=!PAK"], 2, "write not:IND=PAK, or IND!=PAK"),
    (&["list", "IND!=PAK=yes"], 2, "write IND!=PAK IND:yes, or IND!=PAK PAK:yes"),
    // What the universe that is asked for has not.
    (&["list", "session:60", "body:council"], 1, "the Security Council has no sessions: write date:2005-"),
    (&["list", "session:ES-11 veto:RUS"], 1, "the Security Council has no sessions: write date:2022-"),
    (&["list", "year:2026", "body:council"], 1, "the last such roll call is of 2025-12-29"),
    (&["list", "until:1946-01-24", "body:council"], 1, "the first such roll call is of 1946-01-25"),
    (&["list", "since:2020", "kind:amendment"], 1, "the last such roll call is of 2017-"),
    (&["list", "date:2020-01-01"], 1, "the record runs from 1946-01-26 to 2026-06-04"),
    (&["list", "rejected"], 1, "write outcome:rejected"),
    (&["list", "vetoed"], 1, "write veto:any"),
    (&["list", "L.10"], 1, "write draft:L.10"),
    (&["show", "377(V)[B]"], 1, "did you mean 377(V)[A-C]?"),
];

#[test]
fn what_is_told_is_one_line_that_says_what_would_work() {
    let home = Home::new();
    let mut wrong = Vec::new();
    for (arguments, code, said) in TOLD {
        let ran = home.run(arguments);
        let message = ran.err();
        let holds = ran.code() == *code && message.lines().count() == 1 && message.contains(said);
        if !holds {
            wrong.push(format!("{arguments:?} ends with {}, not {code} and {said:?}: {message}", ran.code()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What follows "plenary " or "write " at the end of a message is taken at its word.
#[test]
fn what_is_proposed_can_be_run() {
    let home = Home::new();
    for (arguments, _, said) in TOLD {
        let term = said.strip_prefix("write ").or_else(|| said.strip_prefix("did you mean "));
        let Some(term) = term.map(|term| term.trim_end_matches('?')) else { continue };
        let is_term = term.contains(':') && !term.contains([';', ' ', '\'']);
        if !is_term || arguments.iter().any(|argument| argument.starts_with("body:council")) {
            continue;
        }
        let ran = home.run(&["list", term, "--limit", "1"]);
        assert_ne!(ran.code(), 2, "{arguments:?} is told {term}: {}", ran.err());
    }
    // Every command in a message, as a shell reads it. Capitals and dots hold a place.
    for (arguments, ..) in TOLD {
        for proposed in commands_in(&home.run(arguments).err()) {
            let whole: Vec<_> = proposed.iter().map(String::as_str).collect();
            assert_ne!(home.run(&whole).code(), 2, "{arguments:?} is told {proposed:?}: {}", home.run(&whole).err());
        }
    }
    for whole in [
        &["agree", "KEN", "GHA"][..],
        &["compare", "ES-11/6", "ES-11/7"],
        &["show", "A/RES/68/262"],
        &["bloc", "@ASEAN", "KEN"],
        &["drift", "--before", "until:2013", "--after", "since:2014"],
    ] {
        assert_eq!(home.run(whole).code(), 0, "{whole:?}");
    }
}

/// A name as lists have it is the name.
#[test]
fn a_name_that_is_turned_for_a_list_is_that_name() {
    let home = Home::new();
    for (written, code) in [
        ("Congo (Democratic Republic of the)", "COD"),
        ("Korea, Republic of", "KOR"),
        ("Korea (Democratic People's Republic of)", "PRK"),
        ("Tanzania, United Republic of", "TZA"),
    ] {
        let found = home.run(&["country", written, "--limit", "1", "--format", "json"]).json()["code"].clone();
        assert_eq!(found, code, "{written}");
    }
}

/// The commands that a message proposes, each from `plenary` to what ends it in a sentence, its quotes taken away.
fn commands_in(message: &str) -> Vec<Vec<String>> {
    let message = message.trim().trim_start_matches("plenary: ");
    let mut commands = Vec::new();
    for (at, _) in message.match_indices("plenary ") {
        let asked = ["write ", "write: ", "agree: ", "then ", "and ", "time: ", "compare several: ", "out: "];
        if !asked.iter().any(|before| message[..at].ends_with(before)) {
            continue;
        }
        let (mut words, mut word, mut quoted) = (Vec::new(), String::new(), false);
        for letter in message[at + "plenary ".len()..].chars() {
            match letter {
                '\'' => quoted = !quoted,
                ' ' if !quoted => words.push(std::mem::take(&mut word)),
                ',' | ';' | '?' if !quoted && word.chars().all(|c| c != '(') => break,
                letter => word.push(letter),
            }
        }
        words.push(word);
        // A name to be chosen, or words behind the command.
        let placed = words.iter().any(|word| word == "NAME" || word.starts_with("--help"));
        let sentence = words.iter().any(|word| ["says", "lists", "takes"].contains(&word.as_str()));
        if !placed && !sentence {
            commands.push(words.into_iter().filter(|word| !word.is_empty()).collect());
        }
    }
    commands
}

#[test]
fn a_field_that_takes_a_member_leaves_other_words_to_the_search() {
    let home = Home::new();
    let codes = |query: &str| home.run(&["list", query, "--format", "json"]).json();
    // In small letters, and where nobody is called so.
    for query in ["sponsor:CUB embargo", "sponsor:CUB palestine", "alone:USA nuclear"] {
        assert!(!codes(query).as_array().unwrap().is_empty(), "{query}");
    }
    assert_eq!(codes("alone:USA|ISR"), codes("alone:USA|alone:ISR"));
    assert_eq!(codes("sponsor:\"Sri Lanka\""), codes("sponsor:LKA"));
    // A name that was not typed whole is told of.
    let answer = home.run(&["list", "veto:russian", "--limit", "1"]).answer();
    assert!(answer.contains("vetoed by Russia"), "{answer}");
    let answer = home.run(&["list", "session:79", "body:any", "--limit", "1"]).answer();
    assert!(answer.contains("the Security Council has no sessions"), "{answer}");
}

#[test]
fn members_that_never_vote_are_among_those_that_cast_too_little() {
    let home = Home::new();
    for query in ["ES-11/7", "session:last", "year:1950", "topic:space since:2000"] {
        let shown = home.run(&["positions", query]).answer();
        let line = shown.lines().find(|line| line.starts_with("Members")).unwrap_or_default().to_owned();
        let numbers: Vec<usize> = line.split(|c: char| !c.is_ascii_digit()).filter_map(|it| it.parse().ok()).collect();
        let rows = home.run(&["list", query, "--format", "json"]).json();
        let rows = rows.as_array().unwrap();
        // All that were members on one of them, counted roll call by roll call.
        let mut seated = std::collections::BTreeSet::new();
        for row in rows {
            let show = home.run(&["show", &row["id"].to_string(), "--format", "json"]).json();
            seated.extend(show["votes"].as_object().unwrap().keys().cloned());
        }
        assert_eq!((numbers[0] + numbers[2], numbers[1]), (seated.len(), 30), "{query}: {line}");
    }
}

/// Its symbol beside other terms is no phrase to look for: it stands for that text, of which there is no roll call.
#[test]
fn a_text_without_a_vote_among_other_terms_is_that_text() {
    let home = Home::new();
    let symbols = |arguments: &[&str]| -> Vec<String> {
        let rows = home.run(arguments).json();
        rows.as_array().unwrap().iter().map(|row| row["symbol"].as_str().unwrap().to_owned()).collect()
    };
    let list = |query: &str| symbols(&["list", query, "--format", "json"]);
    assert_eq!(list("79/1|ES-11/7"), ["A/RES/ES-11/7"]);
    assert_eq!(list("79/1|cuba"), list("cuba"));
    let neither = home.run(&["list", "79/1|79/2", "--format", "json"]);
    assert_eq!((neither.code(), neither.out().trim()), (1, "[]"));
    assert_eq!(list("not:79/1").len(), list("").len());
    let texts = |query: &str| symbols(&["texts", query, "--format", "json"]);
    assert_eq!(texts("79/1|79/2"), ["A/RES/79/2", "A/RES/79/1"]);
    assert_eq!(texts("session:79 not:79/1").len() + 1, texts("session:79").len());
}

#[test]
fn nothing_found_credits_what_was_searched() {
    let home = Home::new();
    let ran = home.run(&["list", "xqzt", "body:council"]);
    assert_eq!(ran.code(), 1);
    assert!(ran.out().contains("Security Council Voting Data"), "{}", ran.out());
    assert!(!ran.out().contains("General Assembly Voting Data") && !ran.out().contains("Voeten"), "{}", ran.out());
}

#[test]
fn quotes_of_word_processors_are_quotes() {
    let home = Home::new();
    let answer = |query: &str| home.run(&["list", query, "--format", "csv"]).answer();
    for (written, plain) in [
        ("“law of the sea”", "\"law of the sea\""),
        ("„law of the sea“ KEN:yes", "\"law of the sea\" KEN:yes"),
        ("title:«nuclear weapons»", "title:\"nuclear weapons\""),
        ("“Sri Lanka”:no", "LKA:no"),
        ("KEN=”New Zealand” year:2024", "KEN=NZL year:2024"),
        ("not:“human rights” year:2024", "not:\"human rights\" year:2024"),
    ] {
        assert_eq!(answer(written), answer(plain), "{written}");
    }
    home.run(&["list", "“human rights"]).fails(2, &["a quote is left open"]);
    let bloc = |expression: &str| {
        home.run(&["bloc", expression, "year:2024", "--format", "json"]).json()["a"]["members"].clone()
    };
    for (written, plain) in [
        ("@“Western Asia”", "@\"Western Asia\""),
        ("@Five Eyes", "@FiveEyes"),
        ("@Arab League", "@ArabLeague"),
        ("@five eyes - NZL", "@FiveEyes-NZL"),
        ("KEN+@Western Asia", "KEN+@\"Western Asia\""),
    ] {
        assert_eq!(bloc(written), bloc(plain), "{written}");
    }
    let names = ["“Sri Lanka”", "Trinidad & Tobago"]
        .map(|name| home.run(&["country", name, "--format", "json"]).json()["code"].clone());
    assert_eq!(names, ["LKA", "TTO"]);
}

#[test]
fn a_bloc_of_nobody_says_why() {
    let home = Home::new();
    for (expression, why) in [
        ("KEN-KEN", "nobody in KEN is outside KEN"),
        ("@NATO&@BRICS", "no member is in both @NATO and @BRICS"),
        ("@ASEAN-(@ASEAN+KEN)", "nobody in @ASEAN is outside @ASEAN+KEN"),
    ] {
        let said = home.run(&["bloc", expression, "year:2024"]).answer();
        assert!(said.contains(why), "{expression}: {said}");
    }
    assert!(!home.run(&["bloc", "@NATO", "year:2024"]).answer().contains("nobody"));
}

#[test]
fn a_header_in_capitals_is_read_and_one_mark_is_one() {
    let home = Home::new();
    let mut rows = rollcall(5_000_001);
    for row in &mut rows {
        row[10] = "A title\u{7} : resolution / adopted by the General Assembly".to_owned();
    }
    let text = table(&rows);
    let (header, rest) = text.split_once('\n').unwrap();
    home.file("capitals.csv", format!("{}\n{rest}", header.to_uppercase()));
    let ran = home.run(&["import", "capitals.csv"]);
    ran.answer();
    assert!(ran.err().contains("1 control character or direction mark taken out"), "{}", ran.err());
    assert_eq!(home.run(&["show", "81/1", "--format", "json"]).json()["title"], "A title");
}
