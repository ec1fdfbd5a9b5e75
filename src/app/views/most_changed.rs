//! Who moved most and least through a list of roll calls, as a part of a page.

use crate::answer::moves::{Least, Movement, Ranking};
use crate::report::counted;

use crate::app::page::{LinkTarget, Page, Piece, Role, padded};
use crate::app::session::Workspace;

/// The columns of the changes and of n.
const NUMBERS: usize = 10;

/// Adds the members that changed their votes most, and those that did least.
pub(in crate::app) fn ranking(shared: &Workspace<'_>, ranking: &Ranking, page: &mut Page) {
    if !ranking.moved.is_empty() {
        page.heading([Piece::title("Moved most")]);
        page.wrapped(
            "changes from one vote cast to the next, of n possible; between yes and no counts double for the order",
            Role::Quiet,
        );
        ranking.most().iter().for_each(|one| line(shared, one, page));
    }
    let least = match ranking.least() {
        Least::NoOthers => return,
        Least::Less(least) => {
            page.heading([Piece::title("Moved least")]);
            least
        }
        Least::Never(still) => {
            page.heading([Piece::title(format!("Never moved: {}", counted(ranking.still.len(), "member")))]);
            page.wrapped("members that cast at least two votes, most votes first", Role::Quiet);
            still
        }
    };
    for one in least {
        line(shared, one, page);
    }
}

fn line(shared: &Workspace<'_>, one: &Movement, page: &mut Page) {
    let name = shared.record().name(one.member);
    let room = page.columns().saturating_sub(NUMBERS).min(32);
    let changes = format!(" {:>3}", one.changes());
    let line = [Piece::plain(padded(name, room)), Piece::plain(changes), Piece::quiet(format!(" of {}", one.n))];
    page.leading(line, LinkTarget::Member(one.member));
}
