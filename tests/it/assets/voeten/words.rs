//! What was put to the vote, by the words of a description, and how it ended.

use std::sync::LazyLock;

use plenary::record::{Outcome, TextKind};
use regex::Regex;

use super::tables::Theirs;
use super::titles::expand;

/// A pattern of these rules.
pub(super) fn pattern(text: &str) -> Regex {
    Regex::new(text).unwrap()
}

/// Where it ends what was voted on, and begins what that says.
static END: LazyLock<Regex> = LazyLock::new(|| pattern(r",? SAID |, [A-Z]+ING |, WHICH |; |\.  ?[A-Z]"));
/// Questions of order and of the agenda: no text.
static ORDER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"\bMOTION\b|ADJOURN|POSTPON|\bRULING\b|RULE THAT|2/3|TWO-THIRDS|MAJORITY RULE|\bPRIORITY\b|\bCLOSE\b|CLOSURE",
        r"|\bINCLU(DE|SION|DING)\b.*(ITEM|AGENDA)|\bAGENDA\b|ALLOCAT|\bDIVISION\b|GENERAL COMM(ITTEE|\.)? RECOMMENDATION",
        r"|GEN\. COMM\w*\.? RECOMM|SUSPEN|\bDEFER|PRESIDENT'S|RECONSIDER|COMPETEN|ORDER OF|SEPARATE VOT|SECRET BALLOT",
        r"|ROLL-CALL|\bTITLE\b|INVIT\w+ REPRESENT|REFERR?ING|LIMIT\w* .*DEBATE|RIGHT TO SPEAK"
    ))
});
static AMENDMENT: LazyLock<Regex> = LazyLock::new(|| pattern(r"AMM?END(MENT|ING)?S?\b(?P<by> BY)?|SUB-?AMEND"));
/// A text with amendments, or one that amends a law: the text itself.
static AMENDED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"AS (\w+ )?(\w+ )?AMENDED|INCORPORATING|INCLUDING .*AMEND",
        r"|AMENDMENTS? TO (THE )?(CHARTER|RULE|ARTICLE|STATUTE|STAFF)|AMEND(ING)? (THE )?(CHARTER|RULE)"
    ))
});
static PART: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"\bPARAGRAPHS?\b|\bPARAGS?\b\.?|\bPARAS?\b\.?|PREAMB|\bPHRASES?\b|\bWORDS?\b|\bSENTENCES?\b|\bSECTIONS?\b|\bSECT\b",
        r"|\bARTICLES?\b|\bARTS?\b|\bCLAUSES?\b|\bSUBPARA|\bSUB-?PARA|\bPARTS? [IVX0-9A-Z]+ OF",
        r"|\b(1ST|2ND|FIRST|SECOND|LAST|REMAINING|REST) (PART|PARAGRAPHS?|HALF)|\bPARTS?\b|\bCHAPT|\bANNEX\b"
    ))
});
static WHOLE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(TO )?(ADOPT|APPROVE)? ?(THE )?(WHOLE|ENTIRE)|MINUS|WITHOUT|EXCEPT|AS A WHOLE"));
static WHOLE_TEXT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"DRAFT|\bRESOL|^RES\b|\bRES[,.]|^S, I\.A|CONVENTION|PROTOCOL|\bTO ADMIT\b|PROPOSAL|RECOMMEN|DECISION",
        r"|^TO (ASK|REQUEST|APPROVE|ENDORSE|TAKE NOTE|AUTHORIZE|CALL|URGE|DENOUNCE|REVIEW|REAFFIRM|CONTINUE|INVITE)"
    ))
});

/// What a roll call of theirs was on.
pub(super) fn kind(of: &Theirs) -> TextKind {
    if of.is_transcript() {
        return kind_in_meeting(of);
    }
    let text = expand(&of.descr);
    let head = END.find(&text).map_or(text.as_str(), |end| &text[..end.start()]);
    let flagged = || match (of.amendment, of.paragraph) {
        (true, _) => TextKind::Amendment,
        (_, true) => TextKind::Paragraph,
        _ => TextKind::Unknown,
    };
    let amends = || AMENDMENT.captures_iter(head).any(|found| found.name("by").is_none());
    if head.is_empty() {
        flagged()
    } else if amends() && !AMENDED.is_match(head) {
        TextKind::Amendment
    } else if ORDER.is_match(head) {
        TextKind::Unknown
    } else if PART.is_match(head) && !WHOLE.is_match(head) {
        TextKind::Paragraph
    } else if WHOLE_TEXT.is_match(head) {
        TextKind::Resolution
    } else {
        TextKind::Unknown
    }
}

/// The same by the words of the meeting's record, where the flags of the table come first.
fn kind_in_meeting(of: &Theirs) -> TextKind {
    let words = of.descr.to_lowercase();
    let says = |word: &str| words.contains(word);
    match (of.amendment, of.paragraph) {
        (false, false) if says("motion") => TextKind::Unknown,
        (true, _) => TextKind::Amendment,
        (_, true) => TextKind::Paragraph,
        _ if says("amendment") => TextKind::Amendment,
        _ if says("paragraph") => TextKind::Paragraph,
        _ if says("draft resolution") => TextKind::Resolution,
        _ => TextKind::Unknown,
    }
}

/// How a vote ended, as far as its counts say: without more yes than no nothing is adopted; what needs two thirds is, if it
/// has them. A whole text that got them is among the library's, so that one that is not may have needed more.
pub(super) fn outcome(of: &Theirs, kind: TextKind) -> Outcome {
    let (yes, no) = (of.cast.yes.len(), of.cast.no.len());
    if no >= yes {
        Outcome::Rejected
    } else if kind != TextKind::Resolution && yes >= 2 * no {
        Outcome::Adopted
    } else {
        Outcome::Unknown
    }
}
