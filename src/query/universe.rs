//! Which votes a query is about before its terms choose: the adopted resolutions of the Assembly unless it says otherwise.

use crate::record::{Body, Origin, Outcome, Record, RollCall, RollCallSet, TextKind, counted, thousands};

use super::lexicon::Lexicon;
use super::parts::{Part, Query};
use super::term::Term;
use super::voted::VotedTerm;

/// The votes that a query is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Universe {
    /// Which of the Assembly's are among them, if any.
    assembly: Option<AssemblyVotes>,
    /// Whether the Council's are among them: everything that it voted on.
    council: bool,
}

/// Which votes of the Assembly: its adopted resolutions, and what a query asks for beside them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct AssemblyVotes {
    /// Amendments and paragraphs too, and texts whose kind the source does not give.
    any_kind: bool,
    /// What was not adopted too.
    any_outcome: bool,
}

impl Universe {
    /// What a query is about that says nothing of it.
    pub const DEFAULT: Self =
        Self { assembly: Some(AssemblyVotes { any_kind: false, any_outcome: false }), council: false };

    /// Whether it is the one of a query that says nothing of it.
    pub fn is_default(self) -> bool {
        self == Self::DEFAULT
    }

    /// The least of these universes that all of `set` is in; the usual one if there is nothing in it.
    pub fn around(record: &Record, set: &RollCallSet) -> Self {
        let mut around = Self { assembly: set.is_empty().then(AssemblyVotes::default), council: false };
        for rollcall in set.iter().map(|id| record.rollcall(id)) {
            match rollcall.body {
                Body::Council => around.council = true,
                Body::Assembly => {
                    let votes = around.assembly.get_or_insert_default();
                    votes.any_kind |= rollcall.kind != TextKind::Resolution;
                    votes.any_outcome |= rollcall.outcome != Outcome::Adopted;
                }
            }
        }
        around
    }

    /// Whether votes of the Security Council are in it.
    pub(super) fn has_council(self) -> bool {
        self.council
    }

    /// How a query asks for it, or for the least that has a name and holds all of it: "body:council".
    pub fn terms(self) -> &'static str {
        let adopted = Some(AssemblyVotes::default());
        match (self.assembly, self.council) {
            (None, _) => ROUND[2],
            (votes, false) if votes == adopted => ROUND[0],
            (Some(_), false) => ROUND[1],
            (votes, true) if votes == adopted => "body:any",
            (Some(_), true) => ROUND[3],
        }
    }

    /// Whether a roll call is in it.
    pub fn contains(self, rollcall: &RollCall) -> bool {
        match rollcall.body {
            Body::Council => self.council,
            Body::Assembly => self.assembly.is_some_and(|votes| {
                (votes.any_kind || rollcall.kind == TextKind::Resolution)
                    && (votes.any_outcome || rollcall.outcome == Outcome::Adopted)
            }),
        }
    }

    /// Its roll calls. A record of another source than the library's has one universe, which is all of it.
    pub fn rollcalls(self, record: &Record) -> RollCallSet {
        if record.origin() != Origin::UnLibrary {
            return record.all();
        }
        if self == Self::DEFAULT {
            return record.usual().clone();
        }
        record.those(|_, rollcall| self.contains(rollcall))
    }

    /// Which votes these are, in words: shown beside every figure.
    pub fn in_words(self, record: &Record) -> String {
        self.said(record, |what, _| what.to_owned(), "everything that it voted on")
    }

    /// These votes with how many they are of each body: "Security Council: 3,161 roll calls". `set` is all of them.
    pub fn counted(self, record: &Record, set: &RollCallSet) -> String {
        let of = |body: Body| set.iter().filter(|&id| record.rollcall(id).body == body).count();
        let with_count = |what: &str, body| match of(body) {
            1 if body == Body::Council => counted(1, "roll call"),
            many => format!("{} {what}", thousands(many)),
        };
        self.said(record, with_count, "roll calls")
    }

    /// The universe with its bodies, each as `say` words it; what the Council voted on is called `council`.
    fn said(self, record: &Record, say: impl Fn(&str, Body) -> String, council: &str) -> String {
        let mut parts = Vec::new();
        match record.origin() {
            Origin::Unvotes => parts.push(say(record.origin().universe(), Body::Assembly)),
            Origin::UnLibrary if self == Self::DEFAULT => {
                parts.push(say(AssemblyVotes::default().in_words(), Body::Assembly));
            }
            Origin::UnLibrary => {
                let assembly = self.assembly.map(|votes| (Body::Assembly, votes.in_words()));
                let bodies = assembly.into_iter().chain(self.council.then_some((Body::Council, council)));
                parts.extend(bodies.map(|(body, what)| format!("{}: {}", body.name(), say(what, body))));
            }
        }
        if parts.is_empty() {
            parts.push("none: the query asks for votes of the Assembly and of the Council at once".to_owned());
        }
        let corrected = record.corrected_votes().map(|corrected| format!(", {corrected}"));
        parts.join("; ") + &corrected.unwrap_or_default()
    }

    /// The bodies in short: "Assembly", "Council", "Assembly and Council".
    pub fn bodies(self) -> &'static str {
        match (self.assembly, self.council) {
            (Some(_), true) => "Assembly and Council",
            (None, true) => "Council",
            _ => "Assembly",
        }
    }

    /// Which votes these are, in two or three words: "Assembly, adopted", "Council".
    pub fn in_short(self, origin: Origin) -> &'static str {
        let adopted = Some(AssemblyVotes::default());
        match (origin, self.assembly, self.council) {
            (Origin::Unvotes, ..) => "Assembly, as unvotes has it",
            (_, None, _) => "Council",
            (_, votes, false) if votes == adopted => "Assembly, adopted",
            (_, _, false) => "Assembly, all",
            (_, votes, true) if votes == adopted => "Assembly, adopted, and Council",
            (_, _, true) => "Assembly and Council",
        }
    }
}

impl AssemblyVotes {
    fn in_words(self) -> &'static str {
        match (self.any_kind, self.any_outcome) {
            (false, false) => "adopted resolutions with a recorded vote",
            (false, true) => "resolutions with a recorded vote, adopted or not",
            (true, false) => "adopted resolutions, amendments and paragraphs with a recorded vote",
            (true, true) => "everything with a recorded vote, adopted or not, as far as the record has it",
        }
    }
}

/// The universes that are gone through, each as a query asks for it.
const ROUND: [&str; 4] = ["", "kind:any outcome:any", "body:council", "body:any kind:any outcome:any"];

impl Query {
    /// The text of the same query, written as `text`, about the next universe: what the Assembly adopted, all of the Assembly,
    /// the Council, both. The rest stays as it is written, since `year:last` is another year there.
    ///
    /// # Errors
    /// If another term binds the query to its universe, such as `veto:` or a symbol, whatever that is: that term.
    pub fn in_next_universe(&self, text: &str, lexicon: &Lexicon<'_>) -> Result<String, String> {
        let record = lexicon.record();
        let rest = Query { parts: self.parts.iter().filter(|part| !part.chooses_universe()).cloned().collect() };
        if let Some(binding) = rest.parts.iter().find(|part| part.binds(record) || part.names_one()) {
            return Err(Query { parts: vec![binding.clone()] }.to_string());
        }
        let now = self.universe(record);
        let round = ROUND.map(|terms| Query::parse(terms, lexicon).map(|query| query.universe(record)));
        let at = round.iter().position(|universe| universe.as_ref().is_ok_and(|universe| *universe == now));
        let next = ROUND[at.map_or(0, |at| (at + 1) % ROUND.len())];
        let chooses = |word: &&str| {
            let word = Self::parse(word, lexicon);
            word.is_ok_and(|word| !word.is_empty() && word.parts.iter().all(Part::chooses_universe))
        };
        let rest = text.split_whitespace().filter(|word| !chooses(word));
        Ok(rest.chain(next.split_whitespace()).collect::<Vec<_>>().join(" "))
    }

    /// The terms that the next universe does not keep, as they are written: `kind:amendment` asks for less than a
    /// universe. None where each of them is one of those that are gone through.
    pub fn lost_in_next_universe(&self) -> Option<String> {
        let plain = |term: &Term| {
            let term = term.to_string();
            ROUND.iter().any(|round| round.split(' ').any(|known| known == term)) || term == "body:assembly"
        };
        let lost = |part: &&Part| part.chooses_universe() && !part.either.iter().all(plain);
        let parts: Vec<_> = self.parts.iter().filter(lost).cloned().collect();
        (!parts.is_empty()).then(|| Self { parts }.to_string())
    }

    /// The votes that it is about. A term that leaves out lifts no default.
    pub fn universe(&self, record: &Record) -> Universe {
        let mut bodies: Option<Vec<Body>> = None;
        let mut narrow = |allowed: Vec<Body>| {
            let before = bodies.take().unwrap_or(Body::ALL.into());
            bodies = Some(before.into_iter().filter(|body| allowed.contains(body)).collect());
        };
        let (mut any_kind, mut any_outcome) = (false, false);
        for part in self.parts.iter().filter(|part| !part.without) {
            let of: Vec<_> = part.either.iter().map(|term| bodies_of(term, record)).collect();
            // Where one of several terms says nothing of the body, that one is about the Assembly.
            if of.iter().any(Option::is_some) {
                narrow(of.into_iter().flat_map(|of| of.unwrap_or_else(|| vec![Body::Assembly])).collect());
            }
            for term in &part.either {
                match term {
                    Term::Voted(VotedTerm::Kind(_)) => (any_kind, any_outcome) = (true, true),
                    Term::Named(named) => {
                        for rollcall in named.ids.iter().map(|&id| record.rollcall(id)) {
                            any_kind |= rollcall.kind != TextKind::Resolution;
                            any_outcome |= rollcall.outcome != Outcome::Adopted;
                        }
                    }
                    Term::Voted(VotedTerm::Outcome(_)) => any_outcome = true,
                    _ => {}
                }
            }
        }
        let bodies = bodies.unwrap_or_else(|| vec![Body::Assembly]);
        let has = |body| bodies.contains(&body);
        let assembly = has(Body::Assembly).then_some(AssemblyVotes { any_kind, any_outcome });
        Universe { assembly, council: has(Body::Council) }
    }
}

impl Part {
    /// Whether it says which votes the query is about, and nothing else.
    fn chooses_universe(&self) -> bool {
        let chooses =
            |term: &Term| matches!(term, Term::Voted(VotedTerm::Body(_) | VotedTerm::Kind(_) | VotedTerm::Outcome(_)));
        !self.without && self.either.iter().all(chooses)
    }

    /// Whether it is the symbol of roll calls or of a text, which are nowhere but where they are.
    fn names_one(&self) -> bool {
        !self.without && self.either.iter().all(|term| matches!(term, Term::Named(_) | Term::WithoutVote(_)))
    }

    /// Whether it makes the query about other votes than the usual ones.
    fn binds(&self, record: &Record) -> bool {
        Query { parts: vec![self.clone()] }.universe(record) != Universe::DEFAULT
    }
}

/// The bodies whose votes a term is about, where it says so.
fn bodies_of(term: &Term, record: &Record) -> Option<Vec<Body>> {
    match term {
        Term::Voted(VotedTerm::Body(body)) => Some(body.map_or(Body::ALL.into(), |body| vec![body])),
        Term::Voted(VotedTerm::Veto(_) | VotedTerm::Outcome(Some(Outcome::Vetoed))) => Some(vec![Body::Council]),
        // Symbols of the Council begin with its letter.
        Term::Symbol(start) if start.starts_with("S/") => Some(vec![Body::Council]),
        Term::Named(named) => Some(named.ids.iter().map(|&id| record.rollcall(id).body).collect()),
        _ => None,
    }
}
