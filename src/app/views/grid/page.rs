//! The page of a member in a grid: how often it changed, and its vote on each text, newest first.

use crate::answer::grid::{GridRow, GridVote, SeriesGrid};
use crate::app::bar::mark;
use crate::app::page::{LinkTarget, Page, Piece, Role};
use crate::record::Record;
use crate::report::{GRID_LETTERS, WAVERS, counted};

/// The member, its changes with how many could have been, its votes; what the letters are.
pub(super) fn page(record: &Record, grid: Option<&SeriesGrid<'_>>, row: Option<&GridRow<'_>>, columns: usize) -> Page {
    let mut page = Page::new(columns);
    let Some(grid) = grid else { return page };
    if let Some(last) = grid.rollcalls.last() {
        page.wrapped(last.title, Role::Quiet);
        page.blank();
    }
    if let Some(row) = row {
        page.leading([Piece::title(row.name.to_owned())], LinkTarget::Member(row.member));
        let changes = row.changes_in_words().map_or_else(
            || "fewer than four votes cast over the last six texts".to_owned(),
            |changes| format!("{changes} changes over the last six texts"),
        );
        page.wrapped(&changes, Role::Plain);
        page.wrapped(
            &format!("no {}, abstained {}, of {}", row.no, row.abstain, counted(row.votes.len(), "text")),
            Role::Plain,
        );
        page.heading([Piece::title("Its votes")]);
        for (&id, vote) in grid.ids.iter().zip(&row.votes).rev() {
            let rollcall = record.rollcall(id);
            let (letter, role, said) = match vote {
                GridVote::NotRecorded => ("?", Role::Quiet, "votes by member not recorded"),
                GridVote::Known(state) => (mark(*state), Role::Strong(*state), record.state_word(id, *state)),
            };
            let line = [
                Piece::new(format!("{letter} "), role),
                Piece::quiet(format!("{} {:<9} ", rollcall.date, rollcall.short_symbol())),
                Piece::plain(said),
            ];
            page.leading(line, LinkTarget::RollCall(id));
        }
    }
    page.heading([Piece::title("How to read it")]);
    page.wrapped(&GRID_LETTERS.replace("X absent, . not", "· absent, blank not"), Role::Quiet);
    page.wrapped(WAVERS, Role::Quiet);
    page.wrapped("Left and Right show earlier and later texts; s orders.", Role::Quiet);
    page
}
