//! The map as lines: halves of characters in colours, or letters within outlines; what the shades mean, and what the map can't show.

use crate::answer::world::{InBloc, MapRemark, MapValue};
use crate::answer::{ENOUGH, Metric, WorldReport};
use crate::map::{BORDERS, Chart, World};
use crate::query::Expression;
use crate::record::{MemberId, MemberSet, Record, RollCallSet, State};
use crate::report::text::day;
use crate::report::{counted, rollcall_in_words, rule_in_words};

use crate::app::page::{Line, Page, Piece, Role, Shade, line_width};
use crate::app::session::Workspace;

use super::drawing::MapDrawing;
use super::{MapContent, WorldView};

/// The rows of a page that the map leaves to what is said of it.
const SAID: u16 = 6;

/// The map with what is said of it.
pub(in crate::app) fn page(
    shared: &Workspace<'_>,
    map: &WorldView,
    set: &RollCallSet,
    room: (usize, u16),
    at: Option<MemberId>,
) -> Page {
    let (columns, record) = (room.0, shared.record());
    let mut page = Page::new(columns);
    let Some((world, chart)) = shared.map() else {
        page.wrapped("The map can't be read.", Role::Wrong);
        return page;
    };
    // Nobody is shown where there is nothing to show a vote of.
    let Some(answer) = map.answer.as_ref().filter(|_| !set.is_empty()) else {
        page.wrapped("The window has no roll call, so there is nothing to map.", Role::Title);
        page.wrapped("/ changes the filter; 1 goes to the list of roll calls.", Role::Quiet);
        return page;
    };
    let above = head(map, answer, record, &mut page);
    let present: MemberSet = answer.values.keys().copied().collect();
    let (values, height) = (values(record, map, world, &present), height(map, chart, room, above));
    let drawing = MapDrawing { map, world, chart, cells: shared.cells, columns, height, at, values };
    let unseen = drawing.draw(&mut page);
    legend(map, &mut page);
    match at.and_then(|id| Some((id, map.value(id)?))) {
        Some((id, value)) => {
            let name = record.name(id).to_owned();
            page.push([
                Piece::new("▸ ", Role::Accent),
                Piece::title(name),
                Piece::plain(format!(": {}", value.words())),
            ]);
        }
        None => page.blank(),
    }
    reading(map, answer, &mut page);
    // The map is of the day of the last one.
    if let (MapContent::Blocs(texts), Some(last)) = (&map.shown, set.iter().next_back()) {
        let expressions = texts.iter().filter_map(|text| Expression::parse(text, shared.lexicon()).ok());
        let remarks = expressions.flat_map(|bloc| bloc.remarks(shared.lexicon(), &record.only(last)));
        remarks.for_each(|remark| page.wrapped(&remark.in_words(), Role::Quiet));
    }
    notes(record, world, &present, &unseen, &mut page);
    page
}

/// What the map is of, and of which window; gives how many rows that takes beyond two.
fn head(map: &WorldView, answer: &WorldReport, record: &Record, page: &mut Page) -> u16 {
    let Some(id) = map.seen else {
        page.push([Piece::title(map.subject(record))]);
        page.push([Piece::new(answer.window.line(), Role::Accent)]);
        return 0;
    };
    let rollcall = record.rollcall(id);
    let symbol = Piece::new(rollcall.short_symbol().to_string(), Role::Accent);
    let tally = rollcall_in_words(record, id);
    page.push([symbol, Piece::quiet(format!(" · {} · {tally}", day(rollcall.date)))]);
    page.push([Piece::title(rollcall.title.to_string())]);
    if answer.window.query.is_empty() {
        return 0;
    }
    page.push([Piece::new(answer.window.line(), Role::Accent)]);
    match map.shown {
        MapContent::RollCall(Some(asked)) if asked != id => {
            let asked = record.rollcall(asked).short_symbol();
            page.push([Piece::quiet(format!("{asked} is not in this window; shown is the window's last roll call."))]);
            2
        }
        _ => 1,
    }
}

/// The seat and the value of each area, which are asked for at every cell.
fn values(record: &Record, map: &WorldView, world: &World, present: &MemberSet) -> Vec<Option<(MemberId, MapValue)>> {
    let value = |(area, _)| {
        let member = world.seat(area, record.members(), present)?;
        map.value(member).map(|value| (member, value))
    };
    world.areas().map(value).collect()
}

/// The rows of the map, with so many rows more than two above it: as many as there is room for, and the whole no higher than
/// it is wide.
fn height(map: &WorldView, chart: &Chart, (columns, rows): (usize, u16), above: u16) -> usize {
    let said = above + if matches!(map.shown, MapContent::Country(_)) { SAID + 5 } else { SAID };
    let room = usize::from(rows.saturating_sub(said)).max(4);
    let bounds = chart.bounds();
    let fits = |rows: &usize| *rows as f64 * 2.0 * bounds.width >= columns as f64 * bounds.height;
    (4..room).find(fits).filter(|_| map.zoom <= 1.0).unwrap_or(room)
}

/// What the shades and letters mean.
fn legend(map: &WorldView, page: &mut Page) {
    let (mut lines, columns) = (vec![Line::new()], page.columns());
    let mut entry = |value: MapValue, words: String| {
        let pieces =
            [Piece::new(format!(" {} ", value.letter()), Role::On(value.shade())), Piece::quiet(format!(" {words}  "))];
        let fits = lines.last().is_some_and(|line| line_width(line) + line_width(&pieces) <= columns + 2);
        if !fits {
            lines.push(Line::new());
        }
        lines.last_mut().into_iter().for_each(|line| line.extend(pieces.clone()));
    };
    match map.shown {
        MapContent::RollCall(_) => {
            for state in State::OF_MEMBERS {
                entry(MapValue::Vote(state), state.word().to_owned());
            }
        }
        MapContent::Country(_) => {
            for (at, from) in [0.0].into_iter().chain(Shade::LEVELS).enumerate() {
                let to = Shade::LEVELS.get(at).copied().unwrap_or(1.0);
                entry(MapValue::Agreement { value: from, n: 0 }, format!("{from:.1}–{to:.1}"));
            }
        }
        MapContent::Blocs(_) => {
            entry(MapValue::InBloc(InBloc::A), "A".to_owned());
            entry(MapValue::InBloc(InBloc::B), "B".to_owned());
            entry(MapValue::InBloc(InBloc::Both), "both".to_owned());
        }
    }
    for line in lines {
        page.push(line);
    }
}

/// What a value of agreement is, and who has none.
fn reading(map: &WorldView, answer: &WorldReport, page: &mut Page) {
    if matches!(map.shown, MapContent::Country(_)) {
        let rule = rule_in_words(Metric::Agreement);
        page.wrapped(&format!("A digit: tenths of agreement, rounded down; {rule}."), Role::Quiet);
    }
    if let Some(MapRemark::NotRecorded) = answer.remark {
        page.wrapped("The votes by member were not recorded.", Role::Quiet);
    }
    if !answer.few.is_empty() {
        let members = counted(answer.few.len(), "member");
        page.wrapped(&format!("{members} without a value: fewer than {ENOUGH} shared votes."), Role::Quiet);
    }
}

/// Seats without land of their own, members that there is no room for, and whose borders these are.
fn notes(record: &Record, world: &World, present: &MemberSet, unseen: &[MemberId], page: &mut Page) {
    let names = |ids: &[MemberId]| -> String {
        let names: Vec<_> = ids.iter().map(|&id| record.name(id)).collect();
        names.join(", ")
    };
    for (seat, lands) in world.stood_for(record.members(), present) {
        page.wrapped(&format!("{}: shown on the land of {}", record.name(seat), names(&lands)), Role::Quiet);
    }
    let beside: Vec<_> = world.beside(record.members(), present).iter().collect();
    if !beside.is_empty() {
        page.wrapped(&format!("Only in the list: {}", names(&beside)), Role::Quiet);
    }
    if !unseen.is_empty() {
        page.wrapped(&format!("Too small here, in the list: {}", names(unseen)), Role::Quiet);
    }
    page.wrapped(BORDERS, Role::Quiet);
}
