//! Terms of votes: how a member, two members or a bloc voted.

use crate::record::{State, fold};

use super::super::bloc_name::written;
use super::super::expr::{Within, bloc_members};
use super::super::lex::{NEGATIONS, Sign};
use super::super::lexicon::Lexicon;
use super::super::nearest::did_you_mean;
use super::super::seat::Seat;
use super::super::term::{Mood, Term};
use super::fields::NO_ABSENCES;
use super::unknown::{self, vote_word};

const VOTES: [State; 3] = [State::Yes, State::No, State::Abstain];

/// What to say of a bloc without a word for how it voted.
pub(super) fn bloc_form(name: &str) -> String {
    let name = written(name);
    format!("a bloc is asked for its line or its unity: write @{name}:yes, :no, :abstain, :split or :unanimous")
}

/// A condition on the votes of a bloc.
pub(super) fn of_bloc(name: &str, sign: Sign, value: &str, lexicon: &Lexicon<'_>) -> Result<Term, String> {
    let members = bloc_members(name, lexicon, &Within::default());
    let (name, members) = members.map_err(|error| match lexicon.names().exactly(name) {
        Some(id) => {
            let code = &lexicon.record().members().get(id).code;
            format!("\"{name}\" is a member, not a bloc: write {code}{}{value}", sign.text())
        }
        None => error.what,
    })?;
    let line = VOTES.map(Mood::Line);
    let mut moods = [Mood::Split, Mood::Unanimous].into_iter().chain(line);
    let asked = |mood: &Mood| match mood {
        // As behind a member: `@EU=no` is `@EU:no`.
        Mood::Line(_) => matches!(sign, Sign::Colon | Sign::Equal),
        Mood::Split | Mood::Unanimous => sign == Sign::Colon,
    };
    let mood = moods.find(|mood| asked(mood) && value.eq_ignore_ascii_case(mood.word()));
    let mood = mood.ok_or_else(|| match lexicon.member(value) {
        Ok(other) if matches!(sign, Sign::Equal | Sign::NotEqual) && vote(value).is_none() => {
            let (name, other) = (written(&name), lexicon.record().code(other));
            format!(
                "only members are compared here: write @{name}:no for the bloc's line, or for how often they agree \
                 plenary bloc @{name} {other}"
            )
        }
        _ => bloc_form(&name),
    })?;
    Ok(Term::Bloc { name, members, mood })
}

/// A condition on the votes of one member or of two.
pub(super) fn of_members(head: &str, sign: Sign, value: &str, lexicon: &Lexicon<'_>) -> Result<Term, String> {
    let a = first_seat(head, sign, value, lexicon)?;
    let negated = value.strip_prefix("not:").or_else(|| value.strip_prefix(NEGATIONS));
    if let Some(rest) = negated.filter(|rest| !rest.is_empty() && blurred_vote(value).is_none()) {
        let turned = match sign {
            Sign::Equal if vote(rest).is_none() => format!(", or {head}!={rest}"),
            Sign::NotEqual => format!(", or {head}={rest}"),
            _ => String::new(),
        };
        return Err(format!("what leaves a term out goes before it: write not:{head}{}{rest}{turned}", sign.text()));
    }
    if let Some(what) = chain(head, sign, value, lexicon) {
        return Err(what);
    }
    match sign {
        Sign::Colon => cast(&a, head, value, lexicon),
        // The words of votes are votes here too, whoever else bears such a code, and with whatever is stuck to them.
        Sign::Equal | Sign::NotEqual if blurred_vote(value).is_some() => {
            let word = blurred_vote(value).map_or("no", State::word);
            Err(format!("\"{value}\" is neither a vote nor a member; write {head}:{word}"))
        }
        Sign::Equal if vote(value).is_some() => cast(&a, head, value, lexicon),
        Sign::NotEqual if vote(value).is_some() => {
            let code = &a.code;
            let others = VOTES.into_iter().filter(|state| Some(*state) != vote(value)).map(State::word);
            Err(format!("a vote does not go behind !=; write {code}:{}", others.collect::<Vec<_>>().join("|")))
        }
        Sign::Equal | Sign::NotEqual if vote_word(value).is_some() => {
            let word = vote_word(value).map_or("no", State::word);
            Err(format!("\"{value}\" is not a vote and not a member; did you mean {head}:{word}?"))
        }
        Sign::Equal => match value.split_once('=') {
            None => Ok(Term::Alike(a, seat(value, lexicon)?)),
            Some((word, b)) => match vote(word).filter(|state| VOTES.contains(state)) {
                Some(state) => match vote(b).or_else(|| blurred_vote(b)) {
                    // Two votes of one member, whoever else bears such a code.
                    Some(other) => Err(two_votes(head, state, other)),
                    None => Ok(Term::AlikeIn(a, state, seat(b, lexicon)?)),
                },
                None if blurred_vote(word).is_some() => Err(format!("write {head}=no={b}, without other signs")),
                None if lexicon.member(word).is_ok() && vote(b).is_some() => {
                    Err(format!("two members that voted alike and so are written {head}={b}={word}"))
                }
                None => Err(format!("\"{word}\" is not a vote cast; write USA=no=RUS, or yes or abstain")),
            },
        },
        Sign::NotEqual if value.contains('=') => {
            let member = value.rsplit('=').find(|word| vote(word).is_none()).unwrap_or("RUS");
            let state = value.split('=').find_map(vote).map_or("no", State::word);
            Err(format!(
                "only a member goes behind !=; write {head}!={member} {head}:{state}, or {head}!={member} {member}:{state}"
            ))
        }
        Sign::NotEqual => Ok(Term::Otherwise(a, seat(value, lexicon)?)),
        _ => Err(format!(
            "votes have no order; write {head}:yes, {head}=RUS or {head}!=RUS, or alone:{head}<=3 for how many others voted so"
        )),
    }
}

/// What to say of more than two members with signs between them, `USA!=RUS!=CHN`, or of two that did not cast a vote
/// alike, `USA=RUS!=no`: a term for each sign.
fn chain(head: &str, sign: Sign, value: &str, lexicon: &Lexicon<'_>) -> Option<String> {
    let (mut pairs, mut sign, mut before, mut rest) = (Vec::new(), sign.text().to_owned(), head.to_owned(), value);
    if !matches!(sign.as_str(), "=" | "!=") || !value.contains('=') {
        return None;
    }
    let mut names = vec![head.to_owned()];
    loop {
        let end = rest.find(['!', '=']).unwrap_or(rest.len());
        let (name, behind) = rest.split_at(end);
        if let Some(state) = vote(name).filter(|_| behind.is_empty() && sign == "!=" && names.len() > 1) {
            pairs.push(format!("not:{before}:{}", state.word()));
            break;
        }
        if is_vote(name) || lexicon.member(name).is_err() {
            return None;
        }
        pairs.push(format!("{before}{sign}{name}"));
        names.push(name.to_owned());
        if behind.is_empty() {
            break;
        }
        sign = if behind.starts_with("!=") { "!=".to_owned() } else { "=".to_owned() };
        rest = behind.strip_prefix(sign.as_str())?;
        name.clone_into(&mut before);
    }
    let ends = match names.as_slice() {
        // Otherwise than each other says nothing of the first and the last.
        [a, .., b] if names.len() == 3 && pairs.iter().all(|pair| pair.contains("!=")) => {
            format!("; and {a}!={b} if all three differ")
        }
        _ => String::new(),
    };
    let pairs = pairs.join(" ");
    Some(format!("only two members are compared at once; write {pairs}{ends}"))
}

/// What to say of `USA=yes=no`, which has a vote where a second member goes.
fn two_votes(head: &str, state: State, other: State) -> String {
    let (first, second) = (state.word(), other.word());
    let either = if state == other { String::new() } else { format!("|{second}") };
    format!(
        "\"{first}\" and \"{second}\" are both votes: write {head}:{first}{either}, or {head}={first}=RUS for two members"
    )
}

/// Whether a word is a vote.
pub(super) fn is_vote(text: &str) -> bool {
    vote(text).is_some()
}

/// The vote that a word is.
fn vote(text: &str) -> Option<State> {
    State::OF_MEMBERS.into_iter().find(|state| text.eq_ignore_ascii_case(state.word()))
}

/// The vote that a word is but for signs around it: `no.`, `(no)`, `-no`.
fn blurred_vote(text: &str) -> Option<State> {
    vote(fold(text).as_str()).filter(|_| vote(text).is_none())
}

/// How a member voted.
fn cast(seat: &Seat, head: &str, value: &str, lexicon: &Lexicon<'_>) -> Result<Term, String> {
    match vote(value) {
        Some(State::Absent) if !lexicon.record().origin().has_absences() => Err(NO_ABSENCES.to_owned()),
        Some(state) => Ok(Term::Vote(seat.clone(), state)),
        None if blurred_vote(value).is_some() => {
            let word = blurred_vote(value).map_or("no", State::word);
            Err(format!("\"{value}\" is not a vote; write {head}:{word}, or not:{head}:{word} to leave it out"))
        }
        None if lexicon.member(value).is_ok() && lexicon.names().exactly(value).is_some() => Err(format!(
            "\"{value}\" is not a vote; for two members that voted alike write {head}={value}, otherwise {head}!={value}"
        )),
        None => {
            let near = match vote_word(value) {
                Some(state) => format!("; did you mean {}?", state.word()),
                None => did_you_mean(value, State::OF_MEMBERS.map(State::word)),
            };
            Err(format!("\"{value}\" is not a vote; write yes, no, abstain or absent{near}"))
        }
    }
}

/// The member before the sign, or what else may be meant there.
fn first_seat(head: &str, sign: Sign, value: &str, lexicon: &Lexicon<'_>) -> Result<Seat, String> {
    let exact = lexicon.names().exactly(head).is_some();
    if let Some(bloc) = lexicon.bloc_called(head)
        // AU is Australia, and the African Union: who asks for one must not get the other.
        && (!exact || head.chars().count() == 2)
    {
        let name = written(&bloc);
        let or = lexicon.member(head).ok().filter(|_| exact);
        let or = or.map(|id| lexicon.record().members().get(id));
        let or = or.map_or_else(String::new, |it| format!(", or {}{}{value} for {}", it.code, sign.text(), it.name));
        let lines = VOTES.iter().map(|state| state.word());
        let asked = lines.chain(["split", "unanimous"]).find(|word| value.eq_ignore_ascii_case(word)).unwrap_or("no");
        if matches!(sign, Sign::Equal | Sign::NotEqual)
            && let Ok(other) = lexicon.member(value)
            && vote(value).is_none()
        {
            let other = lexicon.record().code(other);
            let or =
                if or.is_empty() { format!(", or for how often they agree plenary bloc @{name} {other}") } else { or };
            return Err(format!(
                "\"{head}\" is a bloc, and only members are compared here: write @{name}:no for its line{or}"
            ));
        }
        return Err(format!("\"{head}\" is a bloc: write @{name}:{asked}{or}"));
    }
    let is_field = unknown::is_other_field(head) && vote(value).is_none();
    if (!exact || is_field)
        && let Some(what) = unknown::field(head, sign, value, lexicon)
    {
        return Err(what);
    }
    seat(head, lexicon)
}

pub(super) fn seat(name: &str, lexicon: &Lexicon<'_>) -> Result<Seat, String> {
    if let Some(bloc) = lexicon.bloc_in_place_of_a_member(name) {
        return Err(format!("\"{name}\" is a bloc, and only members are compared here; write @{}:no", written(&bloc)));
    }
    let id = lexicon.member(name)?;
    // NAM is Namibia, and the Non-Aligned Movement: the code wins, and says so.
    let surely = lexicon.names().exactly(name).is_some() && lexicon.bloc_called(name).is_none();
    Ok(Seat { id, code: lexicon.record().members().get(id).code.clone(), surely })
}
