//! The roll calls before and after one in its series.

use crate::answer::series::PlaceInSeries;
use crate::app::bar::bar;
use crate::app::page::{Line, LinkTarget, Page, Piece, Role, line_width};
use crate::app::session::Workspace;
use crate::record::{RollCallId, State};

/// How many roll calls before and after one are shown beside it.
const NEAR: usize = 3;

/// Adds the roll calls before and after one in its series, if it is of one.
pub(super) fn near(shared: &Workspace<'_>, id: RollCallId, page: &mut Page) {
    // The series take longer than a frame to find, and come when they are known.
    let place = shared.series_so_far().map(|index| PlaceInSeries::of(index, id));
    let Some(place) = place.filter(|place| place.whole.len() > 1) else { return };
    page.heading([Piece::title("Series "), Piece::quiet(format!("{} of {}", place.at + 1, place.whole.len()))]);
    place.around(NEAR).iter().rev().for_each(|&other| line(shared, other, other == id, page));
    page.leading([Piece::new("▸ the whole series, who left and who joined", Role::Accent)], LinkTarget::Series(id));
}

/// `▸ 2023-02-23 ES-11/6   141–7–32`, with a bar where there is room.
pub(super) fn line(shared: &Workspace<'_>, id: RollCallId, current: bool, page: &mut Page) {
    let record = shared.record();
    let rollcall = record.rollcall(id);
    let tally = record.tally(id);
    let symbol = Piece::plain(format!("{:<9}", rollcall.short_symbol()));
    let mut line: Line = vec![
        Piece::new(if current { "▸ " } else { "  " }, Role::Accent),
        Piece::quiet(format!(
            "{} ",
            if page.columns() < 34 { rollcall.date.year().to_string() } else { rollcall.date.to_string() }
        )),
        if current { Piece { role: Role::Title, ..symbol } } else { symbol },
    ];
    for state in [State::Yes, State::No, State::Abstain] {
        let count = if tally.is_recorded() { tally.of(state).to_string() } else { "–".to_owned() };
        line.push(Piece::new(format!("{count:>4}"), Role::Vote(state)));
    }
    let room = page.columns().saturating_sub(line_width(&line) + 2).min(30);
    if room >= 8 {
        line.push(Piece::plain("  "));
        line.extend(bar(tally, room));
    }
    page.leading(line, LinkTarget::RollCall(id));
}
