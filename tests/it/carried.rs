//! What the program carries, packed by the build, beside what the assets say when they are read.

use std::fs;

use plenary::analysis::series::SeriesIndex;
use plenary::query::{Lexicon, Query, SavedBlocs, find_text};
use plenary::record::{Assets, Record};

fn asset(name: &str) -> String {
    fs::read_to_string(format!("{}/assets/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn read() -> Record {
    let [rollcalls, council, voeten, texts] =
        ["rollcalls", "council", "voeten", "texts"].map(|name| asset(&format!("{name}.jsonl")));
    let (members, notes) = (asset("members.json"), asset("notes.json"));
    let assets = Assets {
        rollcalls: &rollcalls,
        council: &council,
        voeten: &voeten,
        texts: &texts,
        members: &members,
        notes: &notes,
    };
    Record::from_assets(&assets).unwrap()
}

#[test]
fn the_record_is_carried_as_the_assets_say() {
    let (carried, read) = (Record::embedded().unwrap(), read());
    assert_eq!(carried.origin(), read.origin());
    assert_eq!(carried.sources(), read.sources());
    assert_eq!(carried.added_names(), read.added_names());
    assert_eq!(carried.members().iter().collect::<Vec<_>>(), read.members().iter().collect::<Vec<_>>());
    assert_eq!(carried.usual(), read.usual());
    assert_eq!(carried.counts(), read.counts());
    assert_eq!(carried.len(), read.len());
    // Before the votes of any roll call are made from what is carried.
    for (id, rollcall) in read.rollcalls() {
        assert_eq!(carried.tally(id), read.votes().of_rollcall(id).tally(), "{}", rollcall.number);
    }
    for (id, rollcall) in read.rollcalls() {
        let number = rollcall.number;
        assert_eq!(carried.rollcall(id), rollcall);
        assert_eq!(carried.votes().of_rollcall(id), read.votes().of_rollcall(id), "{number}");
        assert_eq!((carried.by_number(number), read.by_number(number)), (Some(id), Some(id)), "{number}");
        assert_eq!(carried.is_recorded(id), read.is_recorded(id), "{number}");
        assert_eq!(carried.is_recorded(id), carried.tally(id).is_recorded(), "{number}");
        // What few have is looked for in few.
        let (here, there) = (carried.rollcall(id), rollcall.details());
        assert_eq!(here.veto(), &there.veto, "{number}");
        assert_eq!(here.drafts(), &there.drafts[..], "{number}");
        assert_eq!(here.stated(), there.stated.as_deref(), "{number}");
        assert_eq!(carried.remarks(id), read.remarks(id), "{number}");
        assert_eq!(carried.drafts(id).collect::<Vec<_>>(), read.drafts(id).collect::<Vec<_>>(), "{number}");
    }
    for (id, member) in read.members().iter() {
        assert_eq!(carried.votes().of_member(id), read.votes().of_member(id), "{}", member.code);
        assert_eq!(carried.members().by_code(&member.code), Some(id));
    }
    for (id, rollcall) in read.rollcalls() {
        assert_eq!(carried.resolution(id), read.resolution(id), "{}", rollcall.number);
    }
    assert_eq!(carried.known_drafts().collect::<Vec<_>>(), read.known_drafts().collect::<Vec<_>>());
    assert_eq!(carried.resolutions(), read.resolutions());
    assert_eq!(carried.corrected().corrected_votes(), read.corrected().corrected_votes());
}

/// A text is found by its symbol in the same way where only the symbols are read and where all texts are.
#[test]
fn every_adopted_text_is_found_by_its_symbol() {
    let (carried, read) = (Record::embedded().unwrap(), read());
    for text in read.resolutions() {
        let first = read.resolutions().iter().find(|other| other.symbol.eq_ignore_ascii_case(&text.symbol));
        for written in [text.symbol.to_string(), text.symbol.to_lowercase(), text.symbol.replace("A/RES/", "")] {
            assert_eq!(find_text(&carried, &written).map(|id| carried.text(id)), first, "{written}");
        }
    }
    for none in ["A/RES/79/9999", "S/RES/1(2031)", "79", "x"] {
        assert_eq!(find_text(&carried, none), find_text(&read, none), "{none}");
    }
}

/// What one roll call is about is told without the words of the others.
#[test]
fn the_topics_of_a_roll_call_alone_are_those_that_it_has_among_all() {
    let read = read();
    let all = Lexicon::new(&read, Ok(SavedBlocs::default())).unwrap();
    let mut told = 0;
    for (id, rollcall) in read.rollcalls().step_by(487) {
        let alone = Lexicon::new(&read, Ok(SavedBlocs::default())).unwrap().about(id);
        let names = |lexicon: &Lexicon<'_>| lexicon.topics_of(id).map(|topic| topic.name.clone()).collect::<Vec<_>>();
        assert_eq!(names(&alone), names(&all), "{}", rollcall.number);
        told += names(&alone).len();
    }
    assert!(told > 10, "{told} topics of a sample");
}

#[test]
fn its_file_is_that_of_the_assets_byte_for_byte() {
    let (carried, read) = (Record::embedded().unwrap(), read());
    let written = |record: &Record| {
        let mut written = Vec::new();
        record.write(&mut written).unwrap();
        written
    };
    assert!(written(&carried) == written(&read));
    assert_eq!(carried.checksum(), read.checksum());
    let corrected = Record::embedded().unwrap().corrected();
    assert_ne!(corrected.checksum(), carried.checksum());
}

#[test]
fn words_topics_and_series_are_those_of_a_record_that_is_read() {
    let (carried, read) = (Record::embedded().unwrap(), read());
    let [here, there] = [&carried, &read].map(|record| Lexicon::new(record, Ok(SavedBlocs::default())).unwrap());
    assert_eq!(here.topics().len(), there.topics().len());
    for (here_topic, there_topic) in here.topics().iter().zip(there.topics()) {
        let rollcalls = there_topic.rollcalls(&there).unwrap();
        assert_eq!(here_topic.rollcalls(&here).unwrap(), rollcalls, "{}", here_topic.name);
        assert!(!rollcalls.is_empty());
    }
    for text in [
        "ukraine",
        "\"human rights\"",
        "title:nuclear",
        "agenda:palestine",
        "subjects:israel",
        "a",
        "z",
        "-peace",
        "ti ag",
    ] {
        let found = |lexicon: &Lexicon<'_>| {
            Query::parse(&format!("{text} body:any kind:any outcome:any"), lexicon).unwrap().run(lexicon)
        };
        assert_eq!(found(&here), found(&there), "{text}");
    }
    let [here, there] = [&carried, &read].map(|record| SeriesIndex::new(record).unwrap());
    for (id, rollcall) in read.rollcalls() {
        let number = rollcall.number;
        let of = |index: &SeriesIndex| (index.earlier(id), index.later(id), index.link_of(id), index.of(id));
        assert_eq!(of(&here), of(&there), "{number}");
        assert_eq!(here.reason(id), there.reason(id), "{number}");
        assert_eq!(here.undecided(&[id]), there.undecided(&[id]), "{number}");
    }
}
