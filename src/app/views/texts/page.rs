//! What is known of an adopted text; beside it which share of each session went to a vote.

use crate::answer::texts::{AdoptedText, SessionTexts, TextList, TextRow};
use crate::app::page::{LinkTarget, Page, Piece, Role};
use crate::app::views::Here;
use crate::report::TextsBySession;
use crate::report::text::day;

/// The columns of a count.
const COUNT: usize = 6;

/// The text, and where its votes are or why there are none.
pub(super) fn page(here: &Here<'_, '_>, row: &TextRow<'_>, columns: usize) -> Page {
    let record = here.record();
    let text = AdoptedText::new(record, row.text);
    let mut page = Page::new(columns);
    page.wrapped(row.facts.title, Role::Title);
    page.dotted(&[day(row.facts.date), text.body.held_in(row.facts.session)], Role::Quiet);
    page.blank();
    let why = text.why_no_rollcall().filter(|_| row.rollcall.is_none());
    page.wrapped(why.unwrap_or(row.facts.adopted.sentence()), Role::Accent);
    if let Some(id) = row.rollcall {
        page.leading([Piece::new("▸ every member's vote", Role::Accent)], LinkTarget::RollCall(id));
    }
    // The series take longer than a frame to find, and come when they are known.
    if let Some(id) = here.session.series_so_far().and_then(|index| index.of_text(row.text)) {
        page.leading([Piece::new("▸ its votes in other years", Role::Accent)], LinkTarget::Series(id));
    }
    page.blank();
    for (name, what) in text.in_words() {
        // Said above.
        if !["Date", "Adopted"].contains(&name) {
            page.wrapped(&format!("{name}: {what}"), Role::Plain);
        }
    }
    page.blank();
    page.wrapped(&text.credit().citation, Role::Quiet);
    page
}

/// Which share of the listed texts went to a vote, session by session, the latest first.
pub(super) fn aside(list: &TextList<'_>, columns: usize) -> Page {
    let mut page = Page::new(columns);
    page.heading([Piece::title("By session")]);
    let by = TextsBySession::new(list);
    page.push([Piece::quiet(format!("{:<8} {:>COUNT$} {:>7} {:>7}", "", "texts", "by vote", "share"))]);
    for row in by.sessions().iter().rev() {
        let SessionTexts { key, texts, voted, .. } = row;
        page.push([
            Piece::quiet(format!("{key:<8} ")),
            Piece::plain(format!("{texts:>COUNT$} {voted:>7} {:>7}", row.share_in_words())),
            Piece::quiet(row.note().map_or_else(String::new, |note| format!("  {note}"))),
        ]);
    }
    for gap in by.gaps_in_words() {
        page.blank();
        page.wrapped(&gap, Role::Quiet);
    }
    page
}
