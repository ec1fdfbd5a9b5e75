//! `texts.jsonl`: adopted texts of sessions 74 to 80, with drafts, committee and sponsors; those with a vote stand beside
//! their roll call.

use std::collections::HashMap;

use plenary::record::{
    Adoption, Body, FileKind, Heading, Origin, Record, Resolution, Session, SourceId, Text, Texts, write,
};

use super::is_made;
use super::unresolutions::read;

/// The session in a symbol: `80` of `A/RES/80/4`, `ES-11` of `A/RES/ES-11/7`.
fn session(symbol: &str) -> Option<Session> {
    symbol.split('/').nth(2)?.parse().ok()
}

#[test]
#[ignore = "needs ../shared/data"]
fn the_texts_are_made_from_the_resolutions_for_machines() {
    let record = Record::embedded().unwrap();
    let all = |texts: Vec<String>| texts.into_iter().map(Text::Owned).collect::<Texts>();
    let mut texts: Vec<_> = read(&record)
        .into_iter()
        .map(|text| {
            let adopted = match text.adopted.as_str() {
                "Without a vote" => Adoption::WithoutVote,
                "By a recorded vote" => Adoption::Vote,
                _ => Adoption::Unknown,
            };
            // The roll call has these already.
            let has_vote = adopted == Adoption::Vote;
            let unless = |texts: Vec<String>| if has_vote { Texts::new() } else { all(texts) };
            Resolution {
                adopted,
                session: session(&text.symbol),
                symbol: Text::Owned(text.symbol),
                id: None,
                body: Body::Assembly,
                date: text.date,
                title: Text::Owned(if has_vote { String::new() } else { text.title }),
                agenda: unless(text.agenda),
                subjects: unless(text.subjects),
                meeting: unless(text.meeting),
                report: unless(text.report),
                drafts: all(text.drafts),
                committee: text.committee,
                sponsors: all(text.sponsors),
                stated: None,
                source: 0,
            }
        })
        .collect();
    texts.sort_by(|a, b| (a.date, &a.symbol).cmp(&(b.date, &b.symbol)));
    let mut by = HashMap::<Adoption, usize>::new();
    for text in &texts {
        *by.entry(text.adopted).or_default() += 1;
    }
    assert_eq!(by[&Adoption::WithoutVote], 1_458);
    let sources = [SourceId::AssemblyManagement.source()];
    let heading =
        Heading { kind: FileKind::Whole, origin: Origin::UnLibrary, sources: &sources, names: &[], seats: vec![] };
    let mut made = Vec::new();
    write(&mut made, &heading, [], &texts).unwrap();
    is_made("texts.jsonl", &made);
}
