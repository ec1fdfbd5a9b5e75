//! Figures of members and blocs: their definitions on cases worked by hand, and each fast function beside a plain, slow
//! one on made records in which members join and leave.

use plenary::analysis::{
    BlocVotes, By, ENOUGH, Lone, Mean, NEARLY, Neighbour, Position, Scarce, TwoBlocs, cohesion, defectors, lone,
    lone_counts, neighbours, pair, position, rice, slices,
};
use plenary::query::Query;
use plenary::record::{Index, MemberId, MemberSet, Record, State, Tally};
use proptest::prelude::*;

use crate::made::{Case, Row, SEATS, Written, cases, credit, expression, half_credits, id, lexicon, line, mean};
use crate::query::LEXICON;

fn tally(yes: u16, no: u16, abstain: u16) -> Tally {
    Tally { yes, no, abstain, absent: 7 }
}

#[test]
fn unity_of_a_tally_is_as_defined() {
    // Yes, no, abstentions; line, cohesion, Rice.
    for (yes, no, abstain, line, agreement, index) in [
        (0, 0, 0, None, None, None),
        (5, 0, 0, Some(State::Yes), Some(1.0), Some(1.0)),
        (0, 1, 0, Some(State::No), Some(1.0), Some(1.0)),
        (0, 0, 3, Some(State::Abstain), Some(1.0), None),
        (2, 2, 2, None, Some(0.0), Some(0.0)),
        (2, 2, 0, None, Some(0.25), Some(0.0)),
        (0, 2, 2, None, Some(0.25), Some(1.0)),
        (3, 1, 0, Some(State::Yes), Some(0.625), Some(0.5)),
        (1, 1, 4, Some(State::Abstain), Some(0.5), Some(0.0)),
    ] {
        let tally = tally(yes, no, abstain);
        assert_eq!((tally.line(), cohesion(tally), rice(tally)), (line, agreement, index), "{tally:?}");
    }
}

/// A figure with its count, near enough for another order of adding.
#[track_caller]
fn same(ours: Mean, (n, value): (u64, Option<f64>)) {
    let near = match (ours.value, value) {
        (Some(a), Some(b)) => (a - b).abs() < 1e-9,
        (a, b) => a == b,
    };
    assert!(ours.n == n && near, "{ours:?} is not {value:?} over {n}");
}

fn seat(record: &Record, code: &str) -> MemberId {
    record.members().by_code(code).unwrap()
}

fn codes(record: &Record, members: &MemberSet) -> Vec<String> {
    let mut codes: Vec<_> = members.iter().map(|id| record.members().get(id).code.to_string()).collect();
    codes.sort();
    codes
}

fn sorted(codes: impl IntoIterator<Item = &'static str>) -> Vec<&'static str> {
    let mut codes: Vec<_> = codes.into_iter().collect();
    codes.sort_unstable();
    codes
}

/// A figure's name, its count and its value, by code: what is ranked in order, what is not by code.
type List = (Vec<(u32, f64)>, Vec<(String, u32, Option<f64>)>);

/// What a list should be: those with enough votes by value, lowest first, then by most votes; and the others.
fn ranked(mut rows: Vec<(&'static str, u32, Option<f64>)>) -> List {
    rows.sort_unstable_by_key(|row| row.0);
    let (enough, few): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.1 >= ENOUGH);
    let mut enough: Vec<_> = enough.into_iter().map(|(_, n, value)| (n, value.unwrap())).collect();
    enough.sort_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
    (enough, few.into_iter().map(|(code, n, value)| (code.to_owned(), n, value)).collect())
}

/// A list of neighbours as one that is lowest first: by how far they are from full agreement.
fn listed(record: &Record, ranked: &[Neighbour], few: &[Neighbour]) -> List {
    let far = |other: &Neighbour| other.pair.agreement().map(|agreement| -agreement);
    let mut few: Vec<_> = few
        .iter()
        .map(|other| (record.members().get(other.member).code.to_string(), other.pair.n(), far(other)))
        .collect();
    few.sort_by(|a, b| a.0.cmp(&b.0));
    (ranked.iter().map(|other| (other.pair.n(), far(other).unwrap())).collect(), few)
}

/// How far two are from full agreement where both have a vote.
fn apart(pairs: impl Iterator<Item = (char, char)>) -> (u32, Option<f64>) {
    let (n, value) = mean(pairs.map(|(a, b)| credit(a, b)));
    (n as u32, value.map(|value| -value))
}

fn plain_position(rows: &[&Row], code: &str, absences: bool) -> Position {
    let count = |letter| rows.iter().filter(|row| row.vote(code) == letter).count() as u32;
    Position { yes: count('Y'), no: count('N'), abstain: count('A'), absent: absences.then(|| count('X')) }
}

/// The line of a bloc on a row.
fn line_of(row: &Row, bloc: &Written) -> Option<char> {
    line(row.count(&bloc.on(&row.date)))
}

fn plain_cohesion(rows: &[&Row], bloc: &Written) -> (u64, Option<f64>) {
    let votes = rows.iter().map(|row| row.count(&bloc.on(&row.date)).map(f64::from));
    let votes = votes.filter(|votes| votes.iter().sum::<f64>() >= 2.0);
    mean(votes.map(|[yes, no, abstain]| {
        let (most, total) = (yes.max(no).max(abstain), yes + no + abstain);
        (most - 0.5 * (total - most)) / total
    }))
}

fn plain_rice(rows: &[&Row], bloc: &Written) -> (u64, Option<f64>) {
    let votes = rows.iter().map(|row| row.count(&bloc.on(&row.date)).map(f64::from));
    mean(votes.filter(|[yes, no, _]| yes + no >= 2.0).map(|[yes, no, _]| (yes - no).abs() / (yes + no)))
}

fn plain_pairs(rows: &[&Row], a: &Written, b: &Written) -> (u64, Option<f64>) {
    let mut credits = Vec::new();
    for row in rows {
        for x in a.on(&row.date) {
            for y in b.on(&row.date) {
                if x != y && row.cast(x) && row.cast(y) {
                    credits.push(credit(row.vote(x), row.vote(y)));
                }
            }
        }
    }
    mean(credits.into_iter())
}

fn plain_loyalty(case: &Case, bloc: &Written) -> List {
    let rows = case.chosen();
    let member = |code: &'static str| {
        let inside: Vec<_> = rows.iter().filter(|row| bloc.on(&row.date).contains(&code)).collect();
        let here = |row: &&&&Row| if case.absences { row.vote(code) != '.' } else { row.cast(code) };
        inside.iter().find(here)?;
        let lines = inside.iter().filter(|row| row.cast(code)).filter_map(|row| {
            let others: Vec<_> = bloc.on(&row.date).into_iter().filter(|&other| other != code).collect();
            Some((row.vote(code), line(row.count(&others))?))
        });
        let (n, value) = mean(lines.map(|(own, others)| if own == others { 1.0 } else { 0.0 }));
        Some((code, n as u32, value))
    };
    ranked(SEATS.into_iter().filter_map(member).collect())
}

fn plain_outside(case: &Case, bloc: &Written, other: Option<&Written>) -> List {
    let rows = case.chosen();
    let Some(last) = rows.last() else { return ranked(Vec::new()) };
    let apart_from = |row: &Row, code: &&str| {
        !bloc.on(&row.date).contains(code) && other.is_none_or(|other| !other.on(&row.date).contains(code))
    };
    let candidates = SEATS.into_iter().filter(|code| {
        let here = if case.absences { last.vote(code) != '.' } else { true };
        here && apart_from(last, code)
    });
    let outside = candidates.filter_map(|code| {
        let rows = rows.iter().filter(|row| row.cast(code) && apart_from(row, &code));
        let (n, value) = apart(rows.filter_map(|row| Some((row.vote(code), line_of(row, bloc)?))));
        (n > 0).then_some((code, n, value))
    });
    ranked(outside.collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_member_is_counted_as_a_plain_loop_counts(
        case in cases(), at in 0..SEATS.len(), other in 0..SEATS.len(), k in 0_u16..4,
    ) {
        let (record, set, rows) = (case.record(), case.set(), case.chosen());
        let (code, other) = (SEATS[at], SEATS[other]);
        let member = seat(&record, code);
        let plain = plain_position(&rows, code, case.absences);
        prop_assert_eq!(position(&record, member, &set), plain);
        let there = f64::from(plain.cast()) / f64::from(plain.cast() + plain.absent.unwrap_or_default());
        prop_assert_eq!(plain.attendance(), (case.absences && !there.is_nan()).then_some(there));

        let with = |row: &Row| SEATS.iter().filter(|&&other| other != code && row.vote(other) == row.vote(code)).count();
        let few = case.rows.iter().enumerate().rev().filter(|(at, row)| case.window[*at] && row.cast(code));
        let few: Vec<_> = few
            .map(|(at, row)| {
                let vote = State::from_letter(row.vote(code)).unwrap();
                Lone { rollcall: id(at), vote, others: with(row) as u16 }
            })
            .filter(|lone| lone.others <= k)
            .collect();
        let found = lone(&record, member, &Scarce::new(&record, &set, k));
        let with = |others: u16| few.iter().filter(|lone| lone.others <= others).count();
        prop_assert_eq!(lone_counts(&found), (with(0), with(NEARLY)));
        prop_assert_eq!(found, few);

        let beside = |other: &'static str| rows.iter().filter(move |row| row.cast(code) && row.cast(other));
        let halves = |row: &Row| half_credits(row.vote(code), row.vote(other));
        let count = |credit| beside(other).filter(|row| halves(row) == credit).count() as u32;
        let two = pair(&record, member, seat(&record, other), &set);
        prop_assert_eq!((two.same, two.partial, two.opposite), (count(2), count(1), count(0)));

        let others = SEATS.into_iter().filter(|&other| other != code).map(|other| {
            let (n, value) = apart(beside(other).map(|row| (row.vote(code), row.vote(other))));
            (other, n, value)
        });
        let found = neighbours(&record, member, &set);
        prop_assert_eq!(listed(&record, &found.ranked, &found.few), ranked(others.filter(|row| row.1 > 0).collect()));
    }

    #[test]
    fn the_parts_of_a_window_are_those_a_query_picks(case in cases()) {
        let (record, set) = (case.record(), case.set());
        let lexicon = lexicon(&record);
        for (by, field) in [(By::Year, "year"), (By::Session, "session"), (By::Topic, "topic")] {
            let parts = slices(&lexicon, &set, by);
            for part in &parts {
                let asked = Query::parse(&format!("{field}:{}", part.key), &lexicon).unwrap().run(&lexicon);
                prop_assert_eq!(&part.rollcalls, &(&asked & &set));
                prop_assert!(!part.rollcalls.is_empty());
            }
            if by != By::Topic {
                prop_assert_eq!(parts.iter().map(|part| part.rollcalls.len()).sum::<usize>(), set.len());
            }
        }
    }

    #[test]
    fn a_bloc_is_counted_as_a_plain_loop_counts(case in cases()) {
        let (record, set, rows) = (case.record(), case.set(), case.chosen());
        let lexicon = lexicon(&record);
        let expression = expression(&case.a, &lexicon);
        let bloc = BlocVotes::new(&record, expression.members());
        for (at, row) in case.rows.iter().enumerate() {
            let votes = record.votes().of_rollcall(id(at));
            let members = bloc.members(id(at));
            let inside = case.a.on(&row.date);
            prop_assert_eq!(bloc.tally(id(at)), votes.tally_among(&members));
            let among: Vec<_> = codes(&record, &members).into_iter().filter(|code| SEATS.contains(&code.as_str())).collect();
            prop_assert_eq!(&among, &sorted(inside.iter().copied()));
            let own = line_of(row, &case.a);
            prop_assert_eq!(bloc.tally(id(at)).line().map(State::letter), own);
            let off = inside.iter().copied().filter(|code| row.cast(code) && own.is_some_and(|own| row.vote(code) != own));
            prop_assert_eq!(codes(&record, &defectors(votes, &members)), sorted(off));
            for code in SEATS {
                let member = seat(&record, code);
                let defected = bloc.defections(member, &set).contains(id(at));
                prop_assert_eq!(defected, case.window[at] && defectors(votes, &members).contains(member));
                prop_assert_eq!(bloc.belonging(member).contains(id(at)), inside.contains(&code));
            }
        }
        same(bloc.cohesion(&set), plain_cohesion(&rows, &case.a));
        same(bloc.rice(&set), plain_rice(&rows, &case.a));
        let end = rows.last().map_or_else(Vec::new, |last| {
            let here = |code: &&str| if case.absences { last.vote(code) != '.' } else { true };
            sorted(case.a.on(&last.date).into_iter().filter(here))
        });
        let mut found = codes(&record, &bloc.at_end(&set));
        found.retain(|code| SEATS.contains(&code.as_str()));
        prop_assert_eq!(found, end);

        let loyal = bloc.loyalty(&set);
        let few = loyal.few.iter().map(|member| {
            (record.members().get(member.member).code.to_string(), member.n, member.value())
        });
        let mut few: Vec<_> = few.collect();
        few.sort_by(|a, b| a.0.cmp(&b.0));
        let found = (loyal.ranked.iter().map(|member| (member.n, member.value().unwrap())).collect::<Vec<_>>(), few);
        prop_assert_eq!(found, plain_loyalty(&case, &case.a));
        let found = bloc.outside(None, &set);
        prop_assert_eq!(listed(&record, &found.ranked, &found.few), plain_outside(&case, &case.a, None));
    }

    #[test]
    fn two_blocs_are_compared_as_a_plain_loop_compares(case in cases()) {
        let (record, set, rows) = (case.record(), case.set(), case.chosen());
        let lexicon = lexicon(&record);
        let [a, b] = [&case.a, &case.b].map(|text| BlocVotes::new(&record, expression(text, &lexicon).members()));
        let two = TwoBlocs::new(&record, &a, &b);
        let lines = rows.iter().filter_map(|row| Some((line_of(row, &case.a)?, line_of(row, &case.b)?)));
        let found = two.lines(&set);
        same(Mean { n: found.n().into(), value: found.agreement() }, mean(lines.map(|(a, b)| credit(a, b))));
        same(two.pairs(&set), plain_pairs(&rows, &case.a, &case.b));
        for by in [By::Year, By::Session, By::Topic] {
            for part in slices(&lexicon, &set, by) {
                let rows: Vec<_> = part.rollcalls.iter().map(|id| &case.rows[id.index()]).collect();
                same(two.pairs(&part.rollcalls), plain_pairs(&rows, &case.a, &case.b));
                same(b.cohesion(&part.rollcalls), plain_cohesion(&rows, &case.b));
            }
        }

        let unity = |row: &Row, bloc: &Written| plain_cohesion(&[row], bloc).1.unwrap_or(1.0);
        let split = case.rows.iter().enumerate().filter(|(at, _)| case.window[*at]).filter_map(|(at, row)| {
            let lines = (line_of(row, &case.a)?, line_of(row, &case.b)?);
            let parted = matches!(lines, ('Y', 'N') | ('N', 'Y'));
            parted.then(|| (at, lines, unity(row, &case.a) * unity(row, &case.b)))
        });
        let mut split: Vec<_> = split.collect();
        split.sort_by(|x, y| y.2.total_cmp(&x.2).then(y.0.cmp(&x.0)));
        let found: Vec<_> = two.splits(&set).iter()
            .map(|split| (split.rollcall.index(), (split.a.letter(), split.b.letter()), split.unity))
            .collect();
        prop_assert_eq!(found, split);

        let found = b.outside(Some(&a), &set);
        prop_assert_eq!(listed(&record, &found.ranked, &found.few), plain_outside(&case, &case.b, Some(&case.a)));
    }

    #[test]
    fn a_bloc_beside_itself_agrees_and_two_the_other_way_round_say_the_same(case in cases()) {
        let (record, set) = (case.record(), case.set());
        let lexicon = lexicon(&record);
        let [a, b] = [&case.a, &case.b].map(|text| BlocVotes::new(&record, expression(text, &lexicon).members()));
        let [ab, ba, aa] = [(&a, &b), (&b, &a), (&a, &a)].map(|(a, b)| TwoBlocs::new(&record, a, b));
        prop_assert_eq!(ab.lines(&set), ba.lines(&set));
        prop_assert_eq!(ab.pairs(&set), ba.pairs(&set));
        prop_assert_eq!(ab.splits(&set).len(), ba.splits(&set).len());
        prop_assert!(aa.splits(&set).is_empty());
        prop_assert!(aa.lines(&set).agreement().is_none_or(|agreement| (agreement - 1.0).abs() < 1e-12));
        // A bloc of one and another of one compare as the two members do.
        let [usa, rus] = [seat(&record, "USA"), seat(&record, "RUS")];
        let two = pair(&record, usa, rus, &set);
        let alone = |member: MemberId| {
            let code = record.members().get(member).code.to_string();
            let expression = plenary::query::Expression::parse(&code, &lexicon).unwrap();
            BlocVotes::new(&record, expression.members())
        };
        let (usa, rus) = (alone(usa), alone(rus));
        let facing = TwoBlocs::new(&record, &usa, &rus);
        prop_assert_eq!(facing.lines(&set), two);
        same(facing.pairs(&set), (two.n().into(), two.agreement()));
    }
}

#[test]
fn cohesion_of_the_whole_record_holds_the_identities() {
    let record = LEXICON.record();
    for (id, _) in record.rollcalls() {
        let tally = record.tally(id);
        let most = tally.yes.max(tally.no).max(tally.abstain);
        let Some(index) = cohesion(tally) else {
            assert_eq!(tally.cast(), 0, "{tally:?}");
            continue;
        };
        assert!((0.0..=1.0).contains(&index), "{tally:?}");
        assert_eq!(index >= 1.0, most == tally.cast(), "1 is unanimity, and nothing else: {tally:?}");
    }
}
