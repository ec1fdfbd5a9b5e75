//! What there is to propose: fields, members, blocs, topics, votes, sessions, each with a few words.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::record::{Record, Session, State, counted, fold, without_resolution};

use super::super::bloc_name::{key, written};
use super::super::lex::Sign;
use super::super::lexicon::Lexicon;
use super::super::term::Term;
use super::completion::{Completion, begins};

/// What a term can begin with, and what that asks.
const FIELDS: [(&str, &str); 26] = [
    ("year:", "in a calendar year, or from one to another: 2015..2024"),
    ("since:", "from a year or a day on: 2014, 2014-06-30"),
    ("until:", "up to a year or a day: 2020, 2020-06-30"),
    ("date:", "on a day, or from one to another"),
    ("session:", "in a session: 79, 70..79, ES-11"),
    ("symbol:", "with a symbol that starts with it: ES-11"),
    ("topic:", "about a topic: palestine"),
    ("title:", "with the word in the title"),
    ("agenda:", "with the word in an agenda item"),
    ("subjects:", "with the word in a subject heading"),
    ("yes>", "with more yes votes than: 100"),
    ("no>", "with more no votes than: 5"),
    ("abstain>", "with more abstentions than: 50"),
    ("absent>", "with more members absent than: 30"),
    ("margin<", "with a margin, yes minus no, below: 20"),
    ("body:", "whose vote: assembly, council or any"),
    ("kind:", "what was voted on: resolution, amendment, paragraph, any"),
    ("outcome:", "how it ended: adopted, rejected, vetoed, any"),
    ("veto:", "vetoed in the Security Council by: RUS, any"),
    ("alone:", "with a vote that nobody else cast: USA, any"),
    ("draft:", "with a draft whose symbol ends like this: L.10"),
    ("sponsor:", "submitted by a member: CUB"),
    ("committee:", "from a committee: first to sixth, none"),
    ("unanimous", "no two different votes were cast"),
    ("contested", "at least two different votes were cast"),
    ("not:", "leaves out what follows, like -"),
];

const COUNTS: [&str; 5] = ["yes", "no", "abstain", "absent", "margin"];

/// The fields that begin with the typed text and can precede the sign that follows, if there is one. `later` ones can't
/// be `not:`.
pub(super) fn fields(typed: &str, follows: Option<Sign>, later: bool, lexicon: &Lexicon<'_>) -> Vec<Completion> {
    let known = FIELDS.into_iter().filter(|(field, _)| begins(field, typed));
    let fits = known.filter_map(|(field, about)| {
        let name = field.trim_end_matches([':', '<', '>']);
        let is_known = name != "absent" || lexicon.record().origin().has_absences();
        let stands = match follows {
            None => field != "not:" || !later,
            Some(Sign::Colon) => field != name && field != "not:",
            Some(_) => COUNTS.contains(&name),
        };
        let text = if follows.is_some() { name } else { field };
        (is_known && stands).then(|| Completion::new(text, about))
    });
    fits.collect()
}

/// The roll call of which this is the whole symbol, with or without its `A/RES/`.
pub(super) fn symbol(typed: &str, record: &Record) -> Option<Completion> {
    let wanted = without_resolution(typed);
    let is_it = |symbol: &str| without_resolution(symbol).eq_ignore_ascii_case(wanted);
    let (_, rollcall) = record.rollcalls().rev().find(|(_, rollcall)| is_it(&rollcall.symbol))?;
    let term = Term::Symbol(without_resolution(&rollcall.symbol).to_owned());
    Some(Completion::new(term.to_string(), format!("{} {}", rollcall.date, rollcall.title)))
}

/// The members of which a name or a code, or a word of a name, begins like this, by code; fewer where none is `wanted`.
pub(super) fn members(typed: &str, wanted: bool, lexicon: &Lexicon<'_>) -> Vec<Completion> {
    let found = lexicon.names().beginning(typed, wanted);
    let completion = found.into_iter().map(|found| {
        let member = lexicon.record().members().get(found.member);
        let code = &member.code;
        let text = if code.chars().all(char::is_alphanumeric) { code.to_string() } else { format!("\"{code}\"") };
        let name = member.name.to_string();
        let is_code = found.text == *code || Some(found.text.as_str()) == member.iso2.as_deref();
        if is_code || found.is_name {
            let letters = if is_code { Vec::new() } else { found.letters };
            return Completion { text, about: name, letters };
        }
        let before = name.chars().count() + 2;
        let letters = found.letters.into_iter().map(|at| before + at).collect();
        Completion { text, about: format!("{name} ({})", found.text), letters }
    });
    completion.collect()
}

/// The blocs whose name begins like this, or a word of whose title does where `by_title`.
pub(super) fn blocs(typed: &str, by_title: bool, lexicon: &Lexicon<'_>) -> Vec<Completion> {
    let record = lexicon.record();
    let last = record.usual().iter().next_back();
    let built_in = lexicon.blocs().iter().map(|bloc| {
        let what = if bloc.title == bloc.name { bloc.kind.word() } else { &bloc.title };
        let members = last.map_or(0, |last| bloc.members.seated(record, last).len());
        (bloc.name.as_str(), bloc.title.as_str(), format!("{what}, {}", counted(members, "member")))
    });
    let saved = lexicon.saved().ok();
    let saved = saved.iter().flat_map(|saved| saved.iter());
    let saved = saved.map(|(name, expression)| (name, name, format!("saved: {expression}")));
    let (wanted, words) = (key(typed), format!(" {}", fold(typed)));
    // Of a name that is whole, no other begins.
    let whole = lexicon.bloc(typed).map(|bloc| bloc.name.as_str());
    let fit = |(name, title, about): (&str, &str, String)| {
        if whole.is_some_and(|whole| whole != name) {
            return None;
        }
        let by_name = key(name).starts_with(&wanted);
        let by_word = by_title && format!(" {}", fold(title)).contains(&words);
        (by_name || by_word).then(|| (!by_name, Completion::new(format!("@{}", written(name)), about)))
    };
    let mut found: Vec<_> = built_in.chain(saved).filter_map(fit).collect();
    found.sort_by_key(|(by_word, _)| *by_word);
    found.into_iter().map(|(_, bloc)| bloc).collect()
}

/// The topics whose name begins like this, or a word of whose title does where `by_title`.
pub(super) fn topics(typed: &str, by_title: bool, lexicon: &Lexicon<'_>) -> Vec<Completion> {
    let words = format!(" {}", fold(typed));
    let fit = |(name, title): (&str, &str)| {
        let by_name = begins(name, typed);
        let by_word = by_title && format!(" {}", fold(title)).contains(&words);
        (by_name || by_word).then(|| (!by_name, Completion::new(name, title)))
    };
    let mut found: Vec<_> = lexicon.topics().iter().filter_map(|topic| fit((&topic.name, &topic.title))).collect();
    found.sort_by_key(|(by_word, _)| *by_word);
    found.into_iter().map(|(_, topic)| topic).collect()
}

/// How a member can have voted.
pub(super) fn votes(typed: &str, record: &Record) -> Vec<Completion> {
    let known = record.origin().states().iter().copied();
    let about = |state| match state {
        State::Yes => "voted yes",
        State::No => "voted no",
        State::Abstain => "abstained",
        State::Absent | State::NotMember => "was a member and did not vote",
    };
    let begun = known.filter(|state| begins(state.word(), typed));
    begun.map(|state| Completion::new(state.word(), about(state))).collect()
}

/// What a bloc can be asked for.
pub(super) fn moods(typed: &str) -> Vec<Completion> {
    let known = [
        ("split", "its members cast at least two different votes"),
        ("unanimous", "at least two cast a vote, and all the same"),
        ("yes", "more of them voted yes than anything else"),
        ("no", "more of them voted no than anything else"),
        ("abstain", "more of them abstained than anything else"),
    ];
    let begun = known.into_iter().filter(|(mood, _)| begins(mood, typed));
    begun.map(|(mood, about)| Completion::new(mood, about)).collect()
}

/// The sessions that the record knows, the one with the latest roll call first.
pub(super) fn sessions(typed: &str, record: &Record) -> Vec<Completion> {
    let mut known: BTreeMap<Session, (Date, Date, usize)> = BTreeMap::new();
    for (session, rollcall) in record.rollcalls().filter_map(|(_, rollcall)| Some((rollcall.session?, rollcall))) {
        let (_, last, count) = known.entry(session).or_insert((rollcall.date, rollcall.date, 0));
        (*last, *count) = (rollcall.date, *count + 1);
    }
    let mut known: Vec<_> = known.into_iter().map(|(session, held)| (session.to_string(), held)).collect();
    known.retain(|(session, _)| begins(session, typed));
    known.sort_by_key(|&(_, (_, last, _))| Reverse(last));
    let about = |(first, last, count): (Date, Date, usize)| {
        let calls = if count == 1 { "roll call" } else { "roll calls" };
        let until = if first.year() == last.year() { String::new() } else { format!(" to {}", last.year()) };
        format!("{}{until}, {count} {calls}", first.year())
    };
    known.into_iter().map(|(session, held)| Completion::new(session, about(held))).collect()
}

#[cfg(test)]
mod tests {
    use super::super::super::parse;
    use super::*;

    #[test]
    fn every_field_of_the_language_is_proposed() {
        for field in parse::FIELDS {
            assert!(FIELDS.iter().any(|(known, _)| known.trim_end_matches([':', '<', '>']) == field), "{field}");
        }
    }
}
