//! What the help explains besides keys: the query language by examples, and the words of the field.

/// Something that is explained.
#[derive(Clone, Copy, Debug)]
pub(super) struct Explained {
    /// A word, or an example of a term.
    pub(super) name: &'static str,
    /// What it means.
    pub(super) text: &'static str,
}

macro_rules! entries {
    ($($name:literal: $text:literal;)*) => { &[$(Explained { name: $name, text: $text }),*] };
}

/// The query language: each name is a query, or two with a space between them.
pub(super) static QUERIES: &[Explained] = entries! {
    "ukraine": "Starts of words in title, agenda and subjects. Several terms must all fit.";
    "\"human rights\"": "Words beside each other.";
    "syria|lebanon": "Either.";
    "-ukraine -topic:cuba": "Leaves out, whatever term it is before.";
    "topic:palestine": "A topic; plenary topics lists them with their rules.";
    "year:2015..2024": "Years. Also since:2014, until:2020-06-30, date:2025-02-24, since:-10y, year:last.";
    "session:79": "A session, or a range of them: session:70..79. Emergency sessions: session:ES-11.";
    "symbol:ES-11": "Symbols that begin so.";
    "yes>100 margin<20": "Counts: yes, no, abstain, absent, margin (yes minus no).";
    "USA:no": "How a member voted. Also CHN:abstain|absent, \"North Korea\":yes.";
    "USA=RUS USA!=ISR": "Two members voted alike, or otherwise. USA=no=RUS: both no.";
    "@EU:split": "A bloc was divided. @EU:unanimous: of one mind. @BRICS:abstain: its line.";
    "alone:USA": "It cast a vote that nobody else did. alone:USA<=3: at most three others.";
    "contested": "At least two different votes were cast. unanimous: one only.";
    "body:council": "The Security Council. body:any: both bodies.";
    "kind:any outcome:any": "Amendments, paragraphs and rejected texts too.";
    "veto:RUS": "Vetoed by a permanent member. veto:any: by any.";
    "sponsor:CUB committee:first": "Where the record knows them, from session 74 on. Also draft:L.10.";
};

/// Which members: each name is an expression.
pub(super) static EXPRESSIONS: &[Explained] = entries! {
    "USA+RUS+ISR": "These members together.";
    "@EU-HUN": "A bloc without a member.";
    "@EU&@NATO": "Members of both.";
    "no(ES-11/7)": "Those that voted so. Also yes(…), abstain(…), absent(…).";
    "all-@EU": "All other members.";
};

/// The words of the field.
pub(super) static TERMS: &[Explained] = entries! {
    "absent": "A member that cast no vote. The record does not say why: it was away, did not take part, or had lost its \
               vote over unpaid dues (Article 19). Absence says nothing of arrears, and counts in no agreement.";
    "abstain": "A vote cast that is neither yes nor no. It is not an absence.";
    "agreement": "How alike two members voted, from 0 to 1, over the roll calls on which both cast a vote: 1 for the same \
                  vote, a half where exactly one abstained, 0 for yes against no.";
    "bloc": "Any set of members: a group such as @EU, a region, an expression, or those that voted one way.";
    "cohesion": "How far a bloc votes as one (Agreement Index): 1 where all cast the same vote, 0 where it is split in thirds.";
    "contested": "A roll call on which at least two different votes were cast.";
    "drift": "How far the agreement of two members changed between two periods, with the chance of such a change.";
    "kappa": "Agreement beyond what the votes of the two would give by chance: 1 is perfect, 0 is chance.";
    "line": "The vote that most members of a bloc cast; none where two are equally common.";
    "loyal": "Of a member that votes as its bloc does: loyalty is the share of its votes that equal the line of the others.";
    "margin": "Yes minus no.";
    "Rice": "The difference of yes and no in a bloc by their sum: 1 where all vote the same way, 0 where half do. \
             Abstentions do not count.";
    "roll call": "A vote that was recorded member by member. Most texts of the Assembly are adopted without one.";
    "series": "A text that comes back year after year, found by title and agenda.";
    "universe": "What is chosen from before any filter: adopted resolutions of the Assembly unless u or the filter says \
                 otherwise.";
    "window": "The roll calls that a figure is over: the universe, as the filter narrows it.";
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::{Expression, Lexicon, Query, SavedBlocs};
    use crate::record::Record;

    #[test]
    fn every_example_can_be_read() {
        let record = Record::embedded().unwrap();
        let lexicon = Lexicon::new(&record, Ok(SavedBlocs::default())).unwrap();
        for entry in QUERIES {
            assert!(Query::parse(entry.name, &lexicon).is_ok(), "{}", entry.name);
        }
        for entry in EXPRESSIONS {
            assert!(Expression::parse(entry.name, &lexicon).is_ok(), "{}", entry.name);
        }
        for entry in QUERIES.iter().chain(EXPRESSIONS).chain(TERMS) {
            assert!(entry.text.ends_with('.'), "{}", entry.name);
        }
    }
}
