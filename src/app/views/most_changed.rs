//! Who moved most and least through a list of roll calls, as a part of a page.

use crate::analysis::transition::{Movement, movements};
use crate::record::RollCallId;
use crate::report::counted;

use crate::app::page::{LinkTarget, Page, Piece, Role, padded};
use crate::app::session::Workspace;

/// How many are ranked.
const RANKED: usize = 10;
/// The columns of the changes and of n.
const NUMBERS: usize = 10;

/// Adds the members that changed their votes most, and those that did least.
pub(in crate::app) fn ranking(shared: &Workspace<'_>, rollcalls: &[RollCallId], page: &mut Page) {
    let movements = movements(shared.record(), rollcalls);
    let moved = movements.partition_point(|movement| movement.changes() > 0);
    let (moved, still) = movements.split_at(moved);
    if !moved.is_empty() {
        page.heading([Piece::title("Moved most")]);
        page.wrapped(
            "changes from one vote cast to the next, of n that could have been; a turn between yes and no ranks as two",
            Role::Quiet,
        );
        moved.iter().take(RANKED).for_each(|one| line(shared, one, page));
    }
    if !still.is_empty() {
        page.heading([Piece::title(format!("Never moved: {}", counted(still.len(), "member")))]);
        page.wrapped("of those that cast at least two votes, those that cast most first", Role::Quiet);
        still.iter().rev().take(RANKED).for_each(|one| line(shared, one, page));
    } else if moved.len() > RANKED {
        page.heading([Piece::title("Moved least")]);
        moved.iter().rev().take(RANKED).for_each(|one| line(shared, one, page));
    }
}

fn line(shared: &Workspace<'_>, one: &Movement, page: &mut Page) {
    let name = &shared.record().members().get(one.member).name;
    let room = page.columns().saturating_sub(NUMBERS).min(32);
    let changes = format!(" {:>3}", one.changes());
    let line = [Piece::plain(padded(name, room)), Piece::plain(changes), Piece::quiet(format!(" of {}", one.n))];
    page.leading(line, LinkTarget::Member(one.member));
}
