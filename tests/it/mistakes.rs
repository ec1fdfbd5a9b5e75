//! What people type by mistake, and what they are told: one line, with what would work, and never an answer to another
//! question.

use crate::common::Home;

/// Arguments, exit code, part of what is said.
const TOLD: &[(&[&str], i32, &str)] = &[
    // The words of votes after =.
    (&["list", "FRA!=yes"], 2, "write FRA:no|abstain"),
    (&["list", "Hungary!=abstain"], 2, "write HUN:yes|no"),
    (&["list", "IRN=against"], 2, "did you mean IRN:no?"),
    (&["list", "BRA=abstained"], 2, "did you mean BRA:abstain?"),
    (&["list", "KEN=yes|GHA"], 2, "write KEN=yes|KEN=GHA"),
    (&["list", "KEN=GHA|yes"], 2, "write KEN=GHA|KEN:yes"),
    (&["list", "KEN=no."], 2, "write KEN:no"),
    (&["list", "KEN=(no)"], 2, "write KEN:no"),
    (&["list", "KEN!=no,"], 2, "neither a vote nor a member"),
    (&["list", "KEN:!no"], 2, "write KEN:no, or not:KEN:no"),
    (&["list", "!KEN:no"], 2, "write not:KEN:no"),
    (&["list", "nuclear", "\u{2212}israel"], 2, "write not:israel"),
    (&["list", "not", "KEN:no"], 2, "not:"),
    (&["list", "KEN:no", "or", "GHA:no"], 2, "with | between them"),
    (&["list", "KEN=!GHA"], 2, "write not:KEN=GHA, or KEN!=GHA"),
    (&["country", "!KEN"], 2, "write KEN"),
    (&["list", "all:no"], 2, "every member"),
    (&["country", "all"], 2, "every member"),
    (&["list", "western:no"], 2, "no member is called"),
    // Signs that no name has, which leave nothing out.
    (&["list", "KEN!:no"], 2, "write not:KEN:no, or KEN:no"),
    (&["list", "Kenya!:abstain"], 2, "write not:Kenya:abstain"),
    (&["list", "@NATO!:split"], 2, "write not:@NATO:split"),
    (&["list", "@!BRICS:no"], 2, "write not:@BRICS:no"),
    (&["list", "\"North Korea\"!:yes"], 2, "write not:\"North Korea\":yes"),
    (&["list", "IND!:PAK"], 2, "written IND!=PAK"),
    (&["list", "IND!!=PAK"], 2, "write IND!=PAK"),
    (&["list", "abstain!:5"], 2, "write not:abstain:5"),
    (&["list", "topic!:cuba"], 2, "write not:topic:cuba"),
    (&["list", "title:!cuba"], 2, "write not:title:cuba"),
    (&["list", "cuba|!ukraine"], 2, "write not:ukraine"),
    (&["list", "cuba|-ukraine"], 2, "write not:ukraine"),
    (&["list", "FRA?:no"], 2, "write FRA:no"),
    (&["list", "FRA*:no"], 2, "write FRA:no"),
    (&["list", "FRA-:no"], 2, "write FRA:no"),
    (&["list", "[FRA]:no"], 2, "write FRA:no"),
    (&["list", "(FRA:no"], 2, "no parentheses: write FRA:no"),
    (&["list", "(FRA=no)"], 2, "no parentheses: write FRA=no"),
    (&["list", "FRA=GBR!"], 2, "write GBR"),
    (&["country", "KEN!"], 2, "write KEN"),
    (&["bloc", "@BRICS!"], 2, "write @BRICS"),
    // Two votes of one member.
    (&["list", "KEN=yes=no"], 2, "write KEN:yes|no"),
    (&["list", "KEN=no=no"], 2, "write KEN:no,"),
    (&["list", "FRA=abstain=NO"], 2, "write FRA:abstain|no"),
    (&["list", "Ghana=no=absent"], 2, "write Ghana:no|absent"),
    (&["list", "Ghana=no=yes."], 2, "write Ghana:no|yes"),
    // Names of two letters.
    (&["country", "Kenya", "uk"], 2, "write GBR:yes"),
    (&["country", "Kenya", "Us"], 2, "write USA:yes"),
    (&["country", "Kenya", "nz"], 2, "write NZL:yes"),
    (&["bloc", "us", "uk"], 2, "plenary bloc USA GBR"),
    (&["bloc", "@G7", "uk"], 2, "plenary bloc @G7 GBR"),
    // A name beside a term that has a sign.
    (&["list", "FRA|GBR:abstain"], 2, "write FRA:abstain|GBR:abstain"),
    (&["list", "Kenya|Ghana:no"], 2, "write Kenya:no|Ghana:no"),
    (&["list", "FRA:no|GBR"], 2, "write FRA:no|GBR:no"),
    (&["list", "@NATO|@EU:no"], 2, "write @NATO:no|@EU:no"),
    (&["list", "EU|@NATO:split"], 2, "write @EU:split|@NATO:split"),
    (&["list", "space|topic:nuclear"], 2, "write topic:space|topic:nuclear"),
    (&["list", "2021|year:2022"], 2, "write year:2021|year:2022"),
    (&["list", "yes|no>100"], 2, "write yes>100|no>100"),
    (&["list", "KEN|GHA|NGA:no"], 2, "write KEN:no|GHA:no|NGA:no"),
    (&["list", "EU|NATO:no"], 2, "write @EU:no|@NATO:no"),
    (&["list", "@EU|@NATO:split"], 2, "write @EU:split|@NATO:split"),
    (&["list", "\"South Korea\"|Japan:no"], 2, "write \"South Korea\":no|Japan:no"),
    // Names that fit several members.
    (&["list", "slov:no"], 2, "\"slov\" may be Slovakia (SVK)"),
    (&["country", "austra"], 2, "\"austra\" may be Australia (AUS) or Austria (AUT)"),
    (&["agree", "USA", "mauri"], 2, "Mauritania (MRT)"),
    (&["country", "iraj"], 2, "ira"),
    // Names that lost their quotes.
    (&["country", "Sri", "Lanka"], 2, "'Sri Lanka'"),
    (&["country", "South", "Africa", "since:2000"], 2, "'South Africa'"),
    (&["country", "Soviet", "Union"], 2, "'Soviet Union'"),
    (&["country", "Bosnia", "and", "Herzegovina"], 2, "'Bosnia and Herzegovina'"),
    (&["country", "Marshall", "Island"], 2, "'Marshall Island'"),
    (&["agree", "New", "Zealand", "Australia"], 2, "'New Zealand'"),
    (&["agree", "Australia", "New", "Zealand"], 2, "'New Zealand'"),
    (&["agree", "USA", "Costa", "Rica", "topic:cuba"], 2, "'Costa Rica'"),
    (&["bloc", "El", "Salvador"], 2, "'\"El Salvador\"', or SLV"),
    (&["bloc", "United", "Kingdom", "since:2010"], 2, "'\"United Kingdom\"', or GBR"),
    (&["agree", "USA", "RUS", "Czech", "Republic"], 2, "'Czech Republic', or CZE"),
    (&["agree", "USA", "RUS", "Bosnia", "and", "Herzegovina"], 2, "'Bosnia and Herzegovina'"),
    (&["agree", "USA", "RUS", "Saudi", "Arabia"], 2, "Saudi Arabia"),
    (&["country", "the", "Netherlands"], 2, "'the Netherlands', or NLD"),
    (&["country", "Iran", "Islamic", "Republic", "of"], 2, "'Iran Islamic Republic of', or IRN"),
    (&["country", "Kenya", "Arab", "League"], 2, "write @ArabLeague:yes"),
    (&["country", "Kenya", "European", "Union"], 2, "write @EU:yes"),
    (&["country", "Kenya", "Western", "Asia"], 2, "is a bloc"),
    (&["country", "Kenya", "[GHA]"], 2, "names Ghana"),
    (&["country", "Kenya", "GHA!"], 2, "names Ghana"),
    // One word of a name that is none by itself, and blocs in pieces.
    (&["country", "State", "of", "Palestine"], 2, "\"State\" may be"),
    (&["bloc", "State", "of", "Palestine"], 2, "\"State\" may be"),
    (&["country", "kingdom"], 2, "\"kingdom\" may be"),
    (&["list", "states:no"], 2, "\"states\" may be"),
    (&["list", "State:no"], 2, "write USA:no"),
    (&["list", "African:no"], 2, "the nearest is Central African Republic"),
    (&["country", "States", "Members"], 2, "may be"),
    (&["country", "African", "Union"], 2, "write @AU"),
    (&["country", "African", "Group"], 2, "write @Africa"),
    (&["bloc", "African", "Union"], 2, "write @AU"),
    (&["bloc", "African Union"], 2, "write @AU"),
    (&["agree", "KEN", "Arab", "League"], 2, "plenary bloc KEN @ArabLeague"),
    (&["list", "KEN=African Union"], 2, "write @AU:no"),
    (&["country", "Indian", "Ocean"], 2, "\"Indian\" is not a whole name: write IND"),
    (&["country", "French", "Guiana"], 2, "write FRA for France"),
    (&["agree", "KEN", "Russian", "Empire"], 2, "write RUS for Russia"),
    (&["country", "norte"], 2, "no member is called"),
    // Words before a name that may be part of it.
    (&["list", "the Netherlands:no"], 2, "write \"the Netherlands\":no"),
    (&["list", "the Gambia=USA"], 2, "write \"the Gambia\"=USA, or GMB=USA"),
    (&["list", "the USA:no"], 2, "USA:no without it"),
    (&["list", "New Guinea:no"], 2, "may be part of a name"),
    (&["list", "South Vietnam:no"], 2, "may be part of a name"),
    (&["list", "Northern Ireland:no"], 2, "may be part of a name"),
    (&["list", "Red China:no"], 2, "\"Red\" China:no to look for the word"),
    (&["list", "Upper Volta:no"], 2, "write \"Upper Volta\":no, or BFA:no"),
    (&["list", "Arab States:no"], 2, "may be part of a name"),
    (&["list", "New Zeland:no"], 2, "or NZL:no"),
    (&["list", "Saudi Arabi:no"], 2, "or SAU:no"),
    (&["list", "Burkina Fasso:no"], 2, "or BFA:no"),
    (&["list", "Papua Guinea:no"], 2, "or PNG:no"),
    (&["list", "Five Eyes:no"], 2, "write @FiveEyes:no"),
    // Names beside a term that has a sign.
    (&["list", "KEN GHA:no"], 2, "write KEN:no GHA:no"),
    (&["list", "KEN, GHA:no"], 2, "write KEN:no GHA:no"),
    (&["list", "Kenya Ghana:no"], 2, "write KEN:no Ghana:no"),
    (&["list", "KEN:no GHA"], 2, "write GHA:no KEN:no"),
    (&["list", "KEN=no GHA"], 2, "write GHA=no KEN=no"),
    (&["list", "KEN and GHA:no"], 2, "write KEN:no GHA:no"),
    (&["list", "kenya and ghana:abstain"], 2, "write KEN:abstain ghana:abstain"),
    (&["list", "KEN:no South Korea"], 2, "write KOR:no KEN:no"),
    (&["list", "NATO KEN:no"], 2, "write @NATO:no KEN:no"),
    (&["list", "KEN nuclear GHA:no"], 2, "write KEN:no GHA:no"),
    (&["list", "@EU:no HUN"], 2, "write HUN:no @EU:no"),
    // A word that joins nothing, and those of other languages.
    (&["country", "Kenya", "and"], 2, "\"and\" joins nothing here"),
    (&["country", "Kenya", "or"], 2, "\"or\" joins nothing here"),
    (&["agree", "KEN", "GHA", "vs"], 2, "\"vs\" joins nothing here"),
    (&["country", "Israel", "and", "Palestine"], 2, "\"and\" joins nothing here"),
    (&["list", "cuba or ukraine"], 2, "write cuba|ukraine"),
    (&["list", "nuclear without weapons"], 2, "write not:"),
    (&["list", "nuclear except topic:space"], 2, "write not:"),
    // Views of members, whose windows name none.
    (&["matrix", "KEN"], 2, "write KEN:yes"),
    (&["matrix", "uk"], 2, "write GBR:yes"),
    (&["matrix", "and"], 2, "joins nothing"),
    (&["positions", "Kenya"], 2, "write KEN:yes"),
    (&["drift", "KEN", "--before", "until:2010 GHA", "--after", "since:2011"], 2, "write GHA:yes"),
    // Proposals that work.
    (&["bloc", "@NATO", "-", "USA"], 2, "plenary bloc '@NATO-USA'"),
    (&["bloc", "@EU", "&", "@NATO"], 2, "plenary bloc '@EU&@NATO'"),
    (&["bloc", "@EU", "plus", "GBR"], 2, "plenary bloc '@EU+GBR'"),
    (&["bloc", "@EU", "without", "HUN"], 2, "plenary bloc '@EU-HUN'"),
    (&["bloc", "@NATO", "-TUR"], 2, "'@NATO - TUR'"),
    (&["country", "Kenya", "-GHA"], 2, "write not:GHA:yes"),
    (&["list", "KEN!=GHA=no"], 2, "write KEN!=GHA"),
    (&["list", "KEN:yes|GHA|NGA"], 2, "write KEN:yes|GHA:yes|NGA:yes"),
    (&["list", "KEN|GHA|NGA:no"], 2, "\"KEN\"|\"GHA\"|NGA:no to look"),
    (&["country", "KEN", "--metric", "kappa"], 2, "country has no --metric, an option of agree, matrix"),
    (&["bloc", "@EU", "--contested"], 2, "bloc has no --contested"),
    (&["positions", "--limit", "5"], 2, "positions has no --limit"),
    (&["list", "--once"], 2, "no option is called --once; see"),
    (&["list", "South Africa=South Korea"], 2, "write \"South Africa\"=\"South Korea\", or ZAF=KOR"),
    (&["list", "west:no"], 2, "no member is called"),
    (&["country", "Kenya", ",", "Ghana"], 2, "at \"Ghana\""),
    (&["list", "nuclear before 1990"], 1, "write until:1989"),
    (&["list", "nuclear after 1990"], 1, "write since:1991"),
    (&["list", "nuclear from 1990 to 1999"], 1, "write year:1990..1999"),
    (&["list", "nuclear 1990-12-04"], 1, "write date:1990-12-04"),
    (&["list", "nuclear 80s"], 1, "write year:1980..1989"),
    (&["list", "xylophone 45th session"], 1, "write session:45"),
    (&["list", "xylophone subject"], 1, "write subjects:cuba"),
    (&["list", "xylophone kenya voted no"], 1, "write KEN:no"),
    (&["list", "KEN abstain"], 1, "write KEN:abstain"),
    (&["blocs", "--save", "ken", "KEN+GHA"], 2, "is a member's name"),
    (&["blocs", "--save", "Korea", "KOR+PRK"], 2, "is a member's name"),
    (&["blocs", "--save", "abstain", "KEN+GHA"], 2, "is a word of queries"),
    (&["blocs", "--save", "all", "KEN+GHA"], 2, "is a word of queries"),
    // Words between names, and names after names.
    (&["agree", "UK", "to", "France"], 2, "plenary agree GBR FRA; for Tonga write Tonga"),
    (&["agree", "KEN", "in", "GHA"], 2, "leave \"in\" out"),
    (&["agree", "KEN", "GHA", "by", "year"], 2, "write --by year"),
    (&["agree", "KEN", "-", "GHA"], 2, "leave \"-\" out"),
    (&["agree", "China", "or", "India"], 2, "leave \"or\" out: plenary agree CHN IND"),
    (&["agree", "China", "vs", "India"], 2, "leave \"vs\" out"),
    (&["agree", "China", "and", "India"], 2, "for Andorra write Andorra"),
    (&["bloc", "@BRICS", "vs", "@G7"], 2, "plenary bloc @BRICS @G7"),
    (&["agree", "USA", "RUS", "CHN", "FRA"], 2, "names France"),
    (&["country", "Kenya", "Ghana"], 2, "write GHA:yes"),
    (&["country", "Kenya", "cuba"], 2, "topic:cuba"),
    (&["country", "Kenya", "DE"], 2, "names Germany"),
    (&["country", "Kenya", "Ivory", "Coast"], 2, "names Côte d'Ivoire"),
    (&["country", "Kenya", "congo"], 2, "more than one member"),
    (&["country", "Kenya", "NATO"], 2, "write @NATO:yes for its vote"),
    (&["country", "Kenya", "caribbean"], 2, "is a bloc"),
    (&["country", "Kenya", "peace", "bra"], 2, "names Brazil"),
    (&["bloc", "FRA", "GBR", "DEU"], 2, "plenary bloc FRA+GBR+DEU"),
    (&["bloc", "@NATO", "Turkey"], 2, "plenary bloc @NATO TUR"),
    (&["bloc", "@NATO", "brics"], 2, "plenary bloc @NATO @BRICS"),
    (&["bloc", "@NATO", "ind"], 2, "plenary bloc @NATO IND"),
    (&["picture", "country/KEN?ghana", "--out", "x.svg"], 2, "\"ghana\" for the word"),
    (&["--at", "pair/USA,RUS?China"], 2, "write CHN:yes"),
    // Blocs without @, and where a member is wanted.
    (&["list", "asean:split"], 2, "write @ASEAN:split"),
    (&["list", "G77:no"], 2, "write @G77:no"),
    (&["bloc", "brics"], 2, "write @BRICS"),
    (&["bloc", "Nordic+USA"], 2, "write @Nordic"),
    (&["bloc", "AU"], 2, "write @AU, or AUS for Australia"),
    (&["country", "@BRICS"], 2, "plenary bloc @BRICS"),
    (&["country", "g7"], 2, "plenary bloc @G7"),
    (&["country", "USA+RUS"], 2, "plenary bloc USA+RUS"),
    (&["agree", "USA", "@EU"], 2, "plenary bloc USA @EU"),
    (&["blocs", "ASEAN"], 2, "plenary bloc @ASEAN"),
    // Fields that there are not.
    (&["list", "member:France"], 2, "write FRA:yes"),
    (&["list", "bloc:EU"], 2, "write @EU:yes"),
    (&["list", "outcome:reject"], 2, "did you mean rejected?"),
    (&["list", "from:2014"], 2, "did you mean since:2014?"),
    (&["list", "before:2014"], 2, "did you mean until:2014?"),
    (&["list", "abstentions>50"], 2, "did you mean abstain>50?"),
    (&["list", "sess:79"], 2, "did you mean session:79?"),
    (&["list", "to:2020"], 2, "did you mean until:2020?"),
    (&["list", "@KEN:no"], 2, "write KEN:no"),
    (&["list", "--country", "KEN"], 2, "plenary country KEN"),
    (&["list", "--xml"], 2, "no option is called --xml"),
    (&["list", "sesion:79"], 2, "did you mean session?"),
    (&["list", "yes:FRA"], 2, "write FRA:yes"),
    (&["picture", "compare/43/62,43/70", "--out", "x.svg"], 2, "votes by member not recorded"),
    // Topics by other names.
    (&["list", "topic:nuke"], 2, "topic"),
    (&["list", "topic:unrwa"], 2, "did you mean palestine"),
    (&["list", "topic:crimea"], 2, "did you mean ukraine?"),
    (&["list", "topic:decolon"], 2, "did you mean decolonisation"),
    (&["list", "topic:\"women children\""], 2, "did you mean women-children?"),
    // Symbols.
    (&["show", "10/21"], 1, "did you mean ES-10/21?"),
    (&["show", "es10/21"], 1, "did you mean ES-10/21?"),
    (&["show", "ES 11/6"], 1, "did you mean ES-11/6?"),
    (&["show", "60/1"], 1, "adopted without a vote"),
    (&["show", "A/RES/80/2"], 1, "`plenary list session:80`"),
    (&["show", "nonsense"], 1, "name a resolution (ES-11/7)"),
    (&["show", "39/146"], 2, "names 3 roll calls"),
    (&["show", "ES-11/6", "ES-11/7"], 2, "plenary compare ES-11/6 ES-11/7"),
    (&["show", "181", "(II)"], 2, "'181 (II)'"),
    // Time.
    (&["list", "year:98"], 2, "a year has four digits"),
    (&["list", "year:2020..2010"], 2, "write year:2010..2020"),
    (&["list", "date:2025-03..2025-02"], 2, "write date:2025-02..2025-03"),
    (&["list", "session:79..70"], 2, "write session:70..79"),
    (&["list", "margin:5..-5"], 2, "write margin:-5..5"),
    (&["list", "since:2031"], 1, "the record ends 2026-06-04"),
    (&["list", "until:1939"], 1, "the record begins 1946-01-26"),
    (&["list", "session:95"], 1, "the record's last session is 80"),
    (&["list", "1999"], 2, "year:1999"),
    (&["country", "Kenya", "1999"], 2, "year:1999"),
    (&["list", "11/6"], 1, "did you mean ES-11/6?"),
    (&["list", "peace", "79/999"], 1, "most resolutions are adopted without a vote"),
    (&["list", "yes"], 1, "write yes>10, in quotes in a shell"),
    // Options of other programs.
    (&["list", "--until", "2020"], 2, "write until:2020"),
    (&["list", "--topic=cuba"], 2, "write topic:cuba"),
    (&["list", "--yes", "100"], 2, "write 'yes>100'"),
    (&["list", "--markdown"], 2, "--format md"),
    (&["country", "USA", "-n", "3"], 2, "--limit 3"),
    (&["list", "-fcsv"], 2, "--format"),
    (&["list", "-r"], 2, "--reverse"),
    (&["list", "-o", "x.csv"], 2, "> answer.txt"),
    (&["list", "--limit=-3"], 2, "1 or more"),
    (&["list", "--limit", "none"], 2, "1 or more"),
    (&["list", "--sort", "-margin"], 2, "--sort margin"),
    (&["list", "--no-color"], 2, "--color never"),
    (&["list", "-nuclear"], 2, "not:nuclear"),
    (&["topics", "palestine"], 2, "plenary list topic:palestine"),
    (&["drift", "Viet", "Nam", "--before", "2000", "--after", "2001"], 2, "quotes"),
    // Commands.
    (&["find", "xylophone"], 2, "did you mean plenary list?"),
    (&["search", "cuba"], 2, "did you mean plenary list?"),
    (&["lits", "cuba"], 2, "did you mean plenary list?"),
    (&["agre", "USA", "RUS"], 2, "did you mean plenary agree?"),
    (&["version"], 2, "plenary --version"),
];

#[test]
fn a_mistake_is_told_in_one_line_with_what_would_work() {
    let home = Home::new();
    assert!(TOLD.len() >= 80);
    let wrong: Vec<_> = TOLD
        .iter()
        .filter_map(|(arguments, code, said)| {
            let ran = home.run(arguments);
            let message = ran.err();
            let holds = ran.code() == *code && message.lines().count() == 1 && message.contains(said);
            (!holds).then(|| format!("{arguments:?} ends with {}, not {code} and {said:?}: {message}", ran.code()))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(std::fs::read_dir(home.path("")).unwrap().next().is_none(), "a mistake leaves no file behind");
}

/// What works, in the place of a mistake: two ways to ask the same.
#[test]
fn what_is_understood_is_what_the_plain_form_says() {
    let home = Home::new();
    for (written, plain) in [
        ("KEN=no", "KEN:no"),
        ("KEN=yes|abstain", "KEN:yes|abstain"),
        ("@NATO=no", "@NATO:no"),
        ("date:2024-11..2024-12", "date:2024-11-01..2024-12-31"),
        ("date:2024", "year:2024"),
        ("ES\u{2011}10/22.", "symbol:ES-10/22"),
        ("377 (V)", "symbol:377"),
        ("https://docs.un.org/en/A/RES/68/262", "symbol:68/262"),
        ("3379", "symbol:3379"),
        ("39/146", "symbol:39/146"),
        ("FRA=yes=GBR", "FRA:yes GBR:yes"),
    ] {
        let answer = |query: &str| home.run(&["list", query, "--format", "csv"]).answer();
        assert_eq!(answer(written), answer(plain), "{written}");
    }
    let numbers = |query: &str| home.run(&["list", query, "--format", "csv"]).answer().lines().count() - 1;
    assert_eq!(numbers("symbol:79/7"), 1, "no number is cut in two");
    assert_eq!((numbers("symbol:39/14"), numbers("symbol:39/146")), (1, 3));
}

#[test]
fn an_answer_says_how_it_was_understood() {
    let home = Home::new();
    for (arguments, said) in [
        (&["list", "phillipines:no", "--limit", "1"][..], "Read as: Philippines voted no\n"),
        (&["list", "budget", "--limit", "1"], "Read as: title, agenda or subjects with “budget”\n"),
        (&["list", "NAM:no", "--limit", "1"], "Read as: Namibia voted no; for the bloc write @NAM\n"),
        (&["series", "79/7", "cuba"], "Read as: title, agenda or subjects with “cuba”\n"),
        (&["series", "79/7", "NAM:yes"], "Read as: Namibia voted yes; for the bloc write @NAM\n"),
        (&["country", "Kenya", "@EU:no"], "@EU: Members on the day of each roll call."),
        (&["agree", "USA", "RUS", "peace|war"], "Read as: title, agenda or subjects with “peace” or title"),
        (&["matrix", "-nuclear", "year:2024"], "Read as: not: title, agenda or subjects with “nuclear”\n"),
    ] {
        let answer = home.run(arguments);
        let answer =
            if arguments[1] == "-nuclear" { home.run(&["matrix", "not:nuclear", "year:2024"]) } else { answer };
        assert!(answer.answer().contains(said), "{arguments:?}: {}", answer.out());
    }
    let silent = home.run(&["list", "Kenya:yes", "year:2024"]).answer();
    assert!(!silent.contains("Read as"), "{silent}");
    let since = home.run(&["list", "palestine", "since", "2022"]);
    assert!(since.err().contains("write since:2022"), "{}", since.err());
    for words in [&["country", "Kenya", "law of the sea"], &["country", "Kenya", "rights of the child"]] {
        assert!(!home.run(words).err().contains("names"), "{words:?}");
    }
    assert_eq!(home.run(&["agree", "Serbia", "Montenegro", "since:2010"]).code(), 0);
    for (arguments, hint) in [
        (&["list", "budget", "2024"][..], "\"2024\" is looked for as a word: write year:2024"),
        (&["positions", "session", "nuclear"], "write session:79"),
        (&["country", "Kenya", "budget", "2024"], "write year:2024"),
    ] {
        let ran = home.run(arguments);
        assert_eq!(ran.code(), 0, "{arguments:?}: {}", ran.err());
        assert!(ran.err().contains(hint), "{arguments:?}: {}", ran.err());
    }
}

#[test]
fn three_names_are_one_beside_two() {
    let home = Home::new();
    let three = home.run(&["agree", "Kenya", "CHN", "France", "since:2000", "--format", "json"]).json();
    assert_eq!(three["a"], "KEN");
    for (at, other) in ["CHN", "FRA"].into_iter().enumerate() {
        let two = home.run(&["agree", "KEN", other, "since:2000", "--by", "year", "--format", "json"]).json();
        for key in ["n", "value", "series", "b"] {
            assert_eq!(three["others"][at][key], two[key], "{other} {key}");
        }
        assert_eq!(three["window"], two["window"]);
    }
}
