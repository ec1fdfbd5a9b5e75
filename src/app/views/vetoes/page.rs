//! The vetoes of a member draft by draft; beside them those of all by year.

use crate::answer::Vetoes;
use crate::answer::vetoes::MemberVetoes;
use crate::record::State;

use crate::app::page::{Line, LinkTarget, Page, Piece, Role};
use crate::app::views::Here;

/// The columns of a count.
const COUNT: usize = 5;

/// The member, its vetoes in all, and the drafts.
pub(super) fn page(here: &Here<'_, '_>, answer: &Vetoes<'_>, row: &MemberVetoes<'_>, columns: usize) -> Page {
    let record = here.record();
    let mut page = Page::new(columns);
    page.wrapped(row.name, Role::Title);
    page.wrapped(&answer.window.line(), Role::Accent);
    page.wrapped(&row.in_words(), Role::Plain);
    page.leading([Piece::new("▸ its record", Role::Accent)], LinkTarget::Member(row.member));
    if row.rollcalls.is_empty() {
        return page;
    }
    page.heading([Piece::title("Drafts that it vetoed, newest first")]);
    for &id in &row.rollcalls {
        let (rollcall, tally) = (record.rollcall(id), record.tally(id));
        let others = rollcall.veto().iter().filter(|&other| other != row.member).map(|other| record.code(other));
        let others = others.collect::<Vec<_>>().join(", ");
        let with = if others.is_empty() { String::new() } else { format!(" with {others}") };
        let counts = format!(" {}–{}–{}", tally.yes, tally.no, tally.abstain);
        let head = [
            Piece::quiet(format!("{} ", rollcall.date)),
            Piece::new(rollcall.short_symbol().into_owned(), Role::Accent),
            Piece::plain(if tally.is_recorded() { counts } else { " not recorded".to_owned() }),
            Piece::quiet(with),
        ];
        page.leading(head, LinkTarget::RollCall(id));
        page.push([Piece::plain(format!("  {}", rollcall.title))]);
    }
    page
}

/// How often each vetoed, year by year, newest first.
pub(super) fn aside(answer: &Vetoes<'_>, columns: usize) -> Page {
    let mut page = Page::new(columns);
    page.heading([Piece::title("By year")]);
    page.wrapped(&answer.in_words(), Role::Quiet);
    let mut codes: Vec<_> = answer.members.iter().map(|row| row.code).collect();
    codes.sort_unstable();
    let heads = codes.iter().map(|code| Piece::quiet(format!("{code:>COUNT$}")));
    let ends = [Piece::plain("    ")].into_iter().chain(heads).chain([Piece::quiet(format!(" {:>COUNT$}", "all"))]);
    page.push(ends.collect::<Line>());
    for year in answer.years.iter().rev() {
        let mut line = vec![Piece::quiet(year.year.clone())];
        line.extend(codes.iter().map(|code| match year.vetoes.get(code) {
            Some(count) => Piece::new(format!("{count:>COUNT$}"), Role::Strong(State::No)),
            None => Piece::quiet(format!("{:>COUNT$}", "·")),
        }));
        line.push(Piece::plain(format!(" {:>COUNT$}", year.drafts)));
        page.push(line);
    }
    page
}
