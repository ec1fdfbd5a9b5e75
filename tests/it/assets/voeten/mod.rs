//! `voeten.jsonl`: what the Assembly voted on and the library's file leaves out, of Erik Voeten's data.

mod days;
mod lists;
mod matching;
mod tables;
mod titles;
mod words;

use std::collections::BTreeMap;

use jiff::civil::Date;
use plenary::record::{
    Body, Details, FileKind, Heading, MemberSet, Origin, Planes, Record, RecordNumber, RollCall, Session, SourceId,
    Text, write,
};

use super::is_made;

use self::days::Days;
use self::matching::{Matches, Step};
use self::tables::{Theirs, absent, all_admitted, members_of, ours, theirs};
use self::titles::Titles;
use self::words::{kind, outcome};

/// Their numbers are theirs with this before them.
const NUMBERS: u32 = 8_100_000;

/// What is said of a day that is not known, and of one that is not in its month either.
const DAY: &str = "The source gives the month of this vote, not its day.";
const MONTH: &str = "The source's month is wrong: a member voted that was admitted later. The day is not known.";

/// The session: that of a special one is in the symbol alone.
fn session(of: &Theirs) -> Option<Session> {
    let mut parts = of.symbol.split('/');
    let (kind, number) = (parts.next()?, parts.next());
    match kind {
        "ESS" => number?.parse().ok().map(Session::Emergency),
        "SS" => number?.parse().ok().map(Session::Special),
        _ => of.session,
    }
}

/// The first day that it may have been, where the day is not known: one of its month, on which whoever voted was a member.
fn first_day(of: &Theirs, record: &Record) -> Date {
    all_admitted(of, record).map_or(of.date.first_of_month(), |day| day.max(of.date.first_of_month()))
}

fn rollcall(of: &Theirs, day: Option<Date>, title: String, record: &Record) -> RollCall {
    let (kind, date) = (kind(of), day.unwrap_or_else(|| first_day(of, record)));
    let unknown = if date > of.date.last_of_month() { MONTH } else { DAY };
    let note = day.is_none().then_some(Text::Borrowed(unknown));
    RollCall {
        number: RecordNumber(NUMBERS + of.rcid),
        body: Body::Assembly,
        kind,
        outcome: outcome(of, kind),
        source: 0,
        symbol: Text::Owned(of.symbol.clone()),
        date,
        session: session(of),
        title: Text::Owned(title),
        details: Details { note, ..Details::default() }.into(),
    }
}

/// With who was a member of that day and cast no vote: the wide table has nearly all of them as absent, and no seats that
/// have ended.
fn with_absences(of: &Theirs, rollcall: &RollCall, record: &Record) -> Planes<MemberSet> {
    let members = members_of(rollcall.date, record);
    let absent = members.iter().filter(|&member| !of.cast.all.contains(member)).collect();
    Planes { absent, ..of.votes.clone() }
}

/// Holds what was decided against the decisions that were judged by hand: 59 of 60 are right.
#[track_caller]
fn are_judged_so(theirs: &[Theirs], matches: &Matches<'_>) {
    let judged = include_str!("../../../data/voeten_matches.csv").lines().skip(1);
    let rows: Vec<_> = judged.map(|row| row.split(',').collect::<Vec<_>>()).collect();
    assert_eq!(rows.len(), 60);
    for row in &rows {
        let at = theirs.iter().position(|of| of.rcid.to_string() == row[1]).unwrap();
        let step = matches.of.get(&at).map_or("kept", |(step, _)| step.word());
        assert_eq!(step, row[4], "{row:?}");
    }
    assert_eq!(rows.iter().filter(|row| row[8] == "yes").count(), 59);
}

#[test]
#[ignore = "needs ../shared/data"]
fn what_the_assembly_did_not_adopt_is_made_of_voetens_tables() {
    let record = Record::embedded().unwrap();
    let (ours, theirs) = (ours(&record), theirs(&record));
    let matches = Matches::new(&ours, &theirs);
    let mut steps = BTreeMap::<Step, usize>::new();
    for (step, _) in matches.of.values() {
        *steps.entry(*step).or_default() += 1;
    }
    let (days, titles) = (Days::new(&ours, &theirs, &matches), Titles::new(&record));
    let rest = theirs.iter().enumerate().filter(|(at, _)| !matches.of.contains_key(at)).map(|(_, of)| of);
    let mut made: Vec<_> = rest
        .map(|of| {
            let library = matches.of_symbol(of).map(|our| ours[our].title.as_str());
            let rollcall =
                rollcall(of, days.of(of, all_admitted(of, &record)), titles.title(of, kind(of), library), &record);
            let votes = with_absences(of, &rollcall, &record);
            (of.rcid, rollcall, votes)
        })
        .collect();
    let counts = [Step::Same, Step::Symbol, Step::Votes, Step::Flagged, Step::Year, Step::Again, Step::Bare];
    assert_eq!(counts.map(|step| steps[&step]), [3_486, 1_264, 81, 55, 10, 15, 3]);
    assert_eq!(made.len(), 1_289);
    are_judged_so(&theirs, &matches);
    made.sort_by_key(|(_, rollcall, _)| (rollcall.date, rollcall.number));
    let away = absent(&record);
    let (mut said, mut unsaid) = (0, 0);
    for (rcid, _, votes) in &made {
        let both = away.get(rcid).map_or(0, |away| away.count_both(&votes.absent));
        said += both;
        unsaid += votes.absent.len() - both;
    }
    assert_eq!((said, unsaid), (17_189, 360));
    let sources = [SourceId::Voeten.source()];
    let seats = record.members().iter().map(|(_, member)| member.code.as_ref()).collect();
    let heading = Heading { kind: FileKind::Whole, origin: Origin::UnLibrary, sources: &sources, names: &[], seats };
    let mut file = Vec::new();
    write(&mut file, &heading, made.iter().map(|(_, rollcall, votes)| (rollcall, votes)), []).unwrap();
    is_made("voeten.jsonl", &file);
}
