//! The map of a roll call, of agreement with a member, of one or two blocs.

use crate::answer::world::{InBloc, MemberFigure, WithOthers};
use crate::answer::{ENOUGH, WorldReport};
use crate::map::{BORDERS, World};
use crate::query::{Expression, Lexicon};
use crate::record::{MemberId, MemberSet, RollCallId, RollCallRemark, RollCallSet};
use crate::report::rollcall_in_words;
use crate::report::text::{day, percent};

use super::land::{self, AreaStyle};
use super::look::{BLUE, FillStyle, ORANGE, OTHER, SCALE, UNKNOWN, VERMILION};
use super::names::named;
use super::page::PicturePage;
use super::subject::{Drawn, Subject, about};

/// More members than this that voted one way are not named under the map.
const NAMED: usize = 25;

/// What is said of land that shows no vote.
const NO_SEAT: &str = "Palest grey: land whose members had no seat on that day, territories without one, and land whose \
                       status is disputed.";

/// The same where the record does not know who was absent.
const NO_VOTE: &str = "Palest grey: land whose seats cast no vote, or had none on that day, territories without one, and \
                       land whose status is disputed.";

const NO_LAND: &str = "Palest grey: territories without a seat, and land whose status is disputed.";

/// The map of a roll call.
pub(super) fn rollcall(of: &Subject<'_, '_>, world: &World, id: RollCallId) -> String {
    let record = of.lexicon.record();
    let votes = record.votes().of_rollcall(id);
    let present = votes.members();
    let mut page = PicturePage::new(&record.rollcall(id).title, &about(record, id));
    page.tally(record, record.tally(id), true);
    land::draw(&mut page, record, world, |member| {
        let seat = world.seat(world.land(member)?, record.members(), &present)?;
        let state = votes.state(seat);
        let by = if seat == member { String::new() } else { format!(", by {}", record.name(seat)) };
        Some(AreaStyle { look: FillStyle::of(state), class: state.word(), words: format!("{}{by}", state.word()) })
    });
    page.y += 6.0;
    page.tell(&format!("A map of the world by vote. {}.", rollcall_in_words(record, id)));
    for &state in record.origin().states() {
        let Some(members) = votes.of(state).filter(|members| !members.is_empty()) else { continue };
        let lead = format!("{} ({})", state.heading(), members.len());
        let names = named(record, members);
        page.tell(&format!("{lead}: {names}."));
        if members.len() <= NAMED {
            page.paragraph(&lead, &names);
        }
    }
    let mut notes = seats(of, world, &present);
    notes.extend(record.remarks(id).iter().map(RollCallRemark::in_words));
    if !record.is_recorded(id) {
        notes.push(format!("Votes by member were not recorded: no land has a vote's colour. {BORDERS}"));
        return page.finish(record, &record.only(id), &of.link, &notes);
    }
    let no_vote = if record.origin().has_absences() { NO_SEAT } else { NO_VOTE };
    notes.push(format!("{no_vote} {BORDERS}"));
    page.finish(record, &record.only(id), &of.link, &notes)
}

/// Notes on seats that the map can't show as it shows others.
fn seats(of: &Subject<'_, '_>, world: &World, present: &MemberSet) -> Vec<String> {
    let record = of.lexicon.record();
    let members = record.members();
    let stood = world.stood_for(members, present).into_iter().map(|(seat, lands)| {
        let lands = named(record, &lands.into_iter().collect());
        format!("The seat of {} is shown on the land of today's {lands}.", members.get(seat).name)
    });
    let beside = world.beside(members, present);
    let votes = |seat: MemberId| format!("{} ({})", members.get(seat).name, members.get(seat).code);
    let without: Vec<_> = beside.iter().map(votes).collect();
    let without = (!without.is_empty()).then(|| format!("Seats without land on today's map: {}.", without.join(", ")));
    stood.chain(without).collect()
}

/// The map of agreement with a member over the roll calls of a query.
pub(super) fn agreement(of: &Subject<'_, '_>, world: &World, subject: MemberId) -> Drawn {
    let record = of.lexicon.record();
    let set = of.set()?;
    let name = record.name(subject);
    // Ended seats have no land, and their votes are not those of who followed them.
    let all = WithOthers::new(record, subject, &set).without_ended(record);
    let of_member = |member: MemberId| {
        let ranked = all.closest.iter().map(|found| (found, true)).chain(all.few.iter().map(|found| (found, false)));
        ranked.into_iter().find(|(found, _)| found.member == member)
    };
    let mut page = PicturePage::new(
        &format!("Agreement with {name} in the {}", record.bodies(set.iter())),
        &of.window(&set).line(),
    );
    let steps = Steps::new(&all.closest);
    page.legend(&steps.legend(name, &all.closest), false);
    land::draw(&mut page, record, world, |member| {
        if member == subject {
            return Some(AreaStyle { look: VERMILION, class: "subject", words: "itself".to_owned() });
        }
        let Some((found, enough)) = of_member(member) else {
            return Some(AreaStyle { look: UNKNOWN, class: "unknown", words: "no shared votes".to_owned() });
        };
        let words = format!("{}, n = {}", share(found), found.figure.n);
        match steps.of(found).filter(|_| enough) {
            Some(at) => Some(AreaStyle { look: SCALE[at], class: SCALE[at].id, words }),
            None => Some(AreaStyle { look: UNKNOWN, class: "unknown", words }),
        }
    });
    page.y += 6.0;
    let listed =
        |found: &MemberFigure| format!("{} {} (n {})", record.name(found.member), share(found), found.figure.n);
    let closest: Vec<_> = all.closest.iter().take(8).map(listed).collect();
    let farthest: Vec<_> = all.farthest.iter().take(8).map(listed).collect();
    if !closest.is_empty() {
        page.paragraph("Closest", &closest.join(", "));
        page.paragraph("Farthest", &farthest.join(", "));
    }
    page.tell(&format!(
        "A map of the world by agreement with {name}. {}. Closest: {}. Farthest: {}.",
        of.window(&set).line(),
        closest.join(", "),
        farthest.join(", ")
    ));
    let notes = [
        "Agreement: (same + ½ partial) / n over the n roll calls on which both cast a vote; partial: exactly one of them \
         abstained (Lijphart 1963). Each step includes its lower end, the last both ends. Number of members in \
         parentheses."
            .to_owned(),
        format!("Ended seats are not shown; their votes are not those of the members that followed them. {NO_LAND} {BORDERS}"),
    ];
    Ok(page.finish(record, &set, &of.link, &notes))
}

/// An agreement in per cent.
fn share(found: &MemberFigure) -> String {
    found.figure.value.map_or("–".to_owned(), percent)
}

/// Even steps of agreement that hold all that is shown, in twentieths.
struct Steps {
    first: usize,
    each: usize,
}

impl Steps {
    fn new(shown: &[MemberFigure]) -> Self {
        let twentieths = || shown.iter().filter_map(twentieth);
        let (first, last) = (twentieths().min().unwrap_or(0), twentieths().max().unwrap_or(19));
        Self { first, each: (last + 1 - first).div_ceil(SCALE.len()) }
    }

    /// The member that is asked about, each step with how many of `shown` are in it, and who has no value.
    fn legend(&self, name: &str, shown: &[MemberFigure]) -> Vec<(FillStyle, String)> {
        let mut entries = vec![(VERMILION, name.to_owned())];
        for (at, look) in SCALE.into_iter().enumerate() {
            let count = shown.iter().filter(|found| self.of(found) == Some(at)).count();
            let (low, high) = self.ends(at);
            if low < high {
                entries.push((look, format!("{low}–{high} % ({count})")));
            }
        }
        entries.push((UNKNOWN, format!("under {ENOUGH} shared votes")));
        entries
    }

    /// The step that an agreement is in.
    fn of(&self, found: &MemberFigure) -> Option<usize> {
        twentieth(found).map(|at| (at.saturating_sub(self.first) / self.each).min(SCALE.len() - 1))
    }

    /// Where a step begins and ends, in per cent; at one place if it is beyond everything there can be.
    fn ends(&self, at: usize) -> (usize, usize) {
        let begin = self.first + at * self.each;
        ((begin * 5).min(100), ((begin + self.each) * 5).min(100))
    }
}

/// The twentieth that an agreement is in; the last holds both its ends.
#[expect(clippy::cast_sign_loss, reason = "an agreement is never below 0")]
fn twentieth(found: &MemberFigure) -> Option<usize> {
    // A hair above, so that 0.6, which no float is, counts as reached.
    found.figure.value.map(|share| ((share * 20.0 + 1e-9) as usize).min(19))
}

/// The map of one or two blocs, on the day of the window's last roll call.
pub(super) fn blocs(of: &Subject<'_, '_>, world: &World, texts: &[String]) -> Drawn {
    let record = of.lexicon.record();
    let set = of.set()?;
    let expressions = of.expressions(texts)?;
    let last = set.iter().next_back();
    let blocs = [expressions.first(), expressions.get(1)];
    let answer = WorldReport::of_blocs(record, blocs, of.window(&set), &set);
    let titles: Vec<_> = expressions.iter().map(|expression| of.called(expression)).collect();
    let on = last.map_or_else(String::new, |id| day(record.rollcall(id).date));
    let mut page =
        PicturePage::new(&titles.join(" and "), &format!("Members of the {} on {on}", record.bodies(set.iter())));
    let mut entries = Vec::new();
    let mut parts = Vec::new();
    if titles.len() < 2 {
        parts.push((BLUE, "a", titles[0].clone(), answer.in_bloc(InBloc::A)));
    } else {
        parts.push((BLUE, "a", format!("{} only", titles[0]), answer.in_bloc(InBloc::A)));
        parts.push((ORANGE, "b", format!("{} only", titles[1]), answer.in_bloc(InBloc::B)));
        parts.push((VERMILION, "both", "both".to_owned(), answer.in_bloc(InBloc::Both)));
    }
    for (look, _, words, members) in &parts {
        entries.push((*look, format!("{words} ({})", members.len())));
    }
    let present = last.map_or(MemberSet::EMPTY, |id| record.votes().of_rollcall(id).members());
    let inside = parts.iter().fold(MemberSet::EMPTY, |all, (.., members)| &all | members);
    let others = &present - &inside;
    entries.push((OTHER, format!("other members ({})", others.len())));
    page.legend(&entries, true);
    land::draw(&mut page, record, world, |member| {
        let shown = world.seat(world.land(member)?, record.members(), &present)?;
        let found = parts.iter().find(|(.., members)| members.contains(shown));
        Some(match found {
            Some((look, class, words, _)) => AreaStyle { look: *look, class, words: words.clone() },
            None => AreaStyle { look: OTHER, class: "other", words: "not in it".to_owned() },
        })
    });
    page.y += 6.0;
    page.tell(&format!("A map of the world by bloc on {on}."));
    for (_, _, words, members) in parts.iter().filter(|(.., members)| !members.is_empty()) {
        let lead = format!("{words} ({})", members.len());
        page.tell(&format!("{lead}: {}.", named(record, members)));
        if members.len() <= NAMED {
            page.paragraph(&lead, &named(record, members));
        }
    }
    let mut notes = remarks(of.lexicon, &expressions, &set);
    notes.extend(seats(of, world, &present));
    notes.push(format!("{NO_LAND} {BORDERS}"));
    Ok(page.finish(record, &set, &of.link, &notes))
}

/// What is to be known of blocs: of which day their members are.
pub(super) fn remarks(lexicon: &Lexicon<'_>, expressions: &[Expression], set: &RollCallSet) -> Vec<String> {
    let all = expressions.iter().flat_map(|expression| expression.remarks(lexicon, set));
    all.map(|remark| remark.in_words()).collect()
}
