//! The matrix as lines: a digit and a shade for each pair, as many rows and columns around the cursor as there is room for.

use ratatui::layout::Size;

use crate::answer::{ENOUGH, Figure};
use crate::app::page::{Line, LinkTarget, Page, Piece, Role, Shade, add, tenths};
use crate::app::session::Workspace;
use crate::record::MemberId;
use crate::report::text::{capitalised, thousands, width};
use crate::report::{counted, figure_in_words, rule, rule_and_source, rule_in_words};

use super::{MatrixFigures, MatrixView, groups_in_words, letter};

/// With fewer lines than this, only the pair and the column codes are above the rows.
const LOW: u16 = 14;
/// The lines above those: title, window, rule.
const SAID: usize = 3;
/// The pair, the codes of the columns and their groups.
const CODES: usize = 5;
/// The lines after the last row.
const BELOW: usize = 1;
/// The columns of a row's code and its group.
const CODE: usize = 6;
/// The lines before the first row.
fn above(room: Size) -> usize {
    if room.height < LOW { CODES } else { SAID + CODES }
}

/// The part that is seen in the given room: the first row and the first column, and how many there are of each. It goes
/// on by halves, so that the pairs stay where they are while the cursor goes over them.
fn seen(count: usize, (row, column): (usize, usize), room: Size) -> [(usize, usize); 2] {
    let part = |at: usize, room: usize| {
        let shown = room.min(count);
        // A quarter of it at least is seen on either side of the cursor.
        let half = (shown / 2).max(1);
        let first = at.saturating_sub(shown / 4) / half * half;
        (first.min(count - shown), shown)
    };
    let rows = usize::from(room.height).saturating_sub(above(room) + BELOW).max(1);
    [part(row, rows), part(column, usize::from(room.width).saturating_sub(CODE).max(1))]
}

/// The pair at a line and a column of the page.
pub(in crate::app) fn at(
    pairs: &MatrixView<'_>,
    selected: Option<MemberId>,
    (line, column): (usize, usize),
    room: Size,
) -> Option<(MemberId, MemberId)> {
    let order = pairs.order();
    let row = order.iter().position(|&id| Some(id) == selected)?;
    let [rows, columns] = seen(order.len(), (row, pairs.across), room);
    let (down, across) = (line.checked_sub(above(room))?, column.checked_sub(CODE)?);
    (down < rows.1 && across < columns.1).then(|| (order[rows.0 + down], order[columns.0 + across]))
}

/// The digit of a value and how far it is filled: tenths, rounded down; a minus below zero.
fn digit(figure: Figure) -> (char, Role) {
    let Some(value) = figure.enough() else { return ('·', Role::Quiet) };
    (tenths(value).unwrap_or('-'), Role::On(Shade::level(value)))
}

/// What is said of a window in which no pair can have a figure.
fn too_few(found: &MatrixFigures<'_>) -> Option<String> {
    let rollcalls = found.answer.window.rollcalls;
    (rollcalls < ENOUGH as usize).then(|| {
        let rollcalls = counted(rollcalls, "roll call");
        format!("{rollcalls}, under {ENOUGH}: no pair has a figure; Esc clears the filter, / widens it")
    })
}

/// The matrix around the cursor, with what is under it.
pub(in crate::app) fn page(
    shared: &Workspace<'_>,
    pairs: &MatrixView<'_>,
    room: Size,
    selected: Option<MemberId>,
) -> Page {
    let record = shared.record();
    let mut page = Page::new(room.width.into());
    let (Some(found), Some(row), Some(across)) = (&pairs.found, selected, pairs.across()) else { return page };
    if room.height >= LOW {
        let (order, groups) = (pairs.order_in_words(shared), groups_in_words(&found.groups));
        page.push([
            Piece::title(format!("{} of all pairs", capitalised(pairs.metric.name()))),
            Piece::quiet(format!(" · order: {order} · {groups}")),
        ]);
        page.push(match too_few(found) {
            Some(few) => Line::from([Piece::title(few)]),
            None => Line::from([Piece::new(found.answer.window.line(), Role::Accent)]),
        });
        let said = [rule_in_words(pairs.metric), rule_and_source(pairs.metric)];
        let said = said.into_iter().find(|said| width(said) <= page.columns());
        page.push([Piece::quiet(said.unwrap_or_else(|| rule(pairs.metric).to_owned()))]);
    }
    under_cursor(shared, found, (row, across), &mut page);
    let members = pairs.order();
    let at = members.iter().position(|&id| id == row).unwrap_or_default();
    let [rows, columns] = seen(members.len(), (at, pairs.across), room);
    let columns = &members[columns.0..columns.0 + columns.1];
    let code = |id: MemberId| record.code(id);
    for depth in 0..3 {
        let mut line = vec![Piece::plain(" ".repeat(CODE))];
        for &id in columns {
            let letter = code(id).chars().nth(depth).unwrap_or(' ');
            add(&mut line, letter, if id == across { Role::Accent } else { Role::Quiet });
        }
        page.push(line);
    }
    let groups: String = columns.iter().map(|&id| letter(&found.groups, id)).collect();
    page.push([Piece::plain(" ".repeat(CODE)), Piece::quiet(groups)]);
    for &id in &members[rows.0..rows.0 + rows.1] {
        let group = letter(&found.groups, id);
        let role = if id == row { Role::Title } else { Role::Quiet };
        let mut line = vec![Piece::new(format!("{:<3} {group} ", code(id)), role)];
        for &other in columns {
            let (letter, role) = if other == id { ('\\', Role::Quiet) } else { digit(found.answer.figure(id, other)) };
            let role = if (id, other) == (row, across) { Role::Here } else { role };
            add(&mut line, letter, role);
        }
        page.push(line);
    }
    let below = [
        format!("Tenths, rounded down; · fewer than {ENOUGH} shared votes; \\ itself. A letter is a group."),
        format!("Tenths; · under {ENOUGH} shared votes; letter: group"),
        format!("Tenths; · under {ENOUGH} shared votes"),
    ];
    let fitting = below.into_iter().find(|below| width(below) <= page.columns());
    page.push([Piece::quiet(fitting.unwrap_or_else(|| "Tenths".to_owned()))]);
    page
}

/// The pair under the cursor.
fn under_cursor(
    shared: &Workspace<'_>,
    found: &MatrixFigures<'_>,
    (row, across): (MemberId, MemberId),
    page: &mut Page,
) {
    let record = shared.record();
    let [a, b] = [row, across].map(|id| record.name(id).to_owned());
    let mut line = vec![Piece::new("▸ ", Role::Accent), Piece::title(a)];
    if row == across {
        line.push(Piece::quiet(" beside itself"));
        page.push(line);
        return;
    }
    let figure = found.answer.figure(row, across);
    line.extend([Piece::plain(" and "), Piece::title(b), Piece::plain(format!(": {}", figure_in_words(figure)))]);
    if figure.enough().is_none() {
        line.push(Piece::quiet(format!(", fewer than {} shared votes", thousands(ENOUGH as usize))));
    }
    page.leading(line, LinkTarget::Pair(row, across));
}
