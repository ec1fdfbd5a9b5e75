//! The map as lines: halves of characters in colours, or letters within outlines; what the shades mean, and what the map can't show.

use crate::answer::world::{InBloc, MapRemark, MapValue};
use crate::answer::{ENOUGH, Metric, WorldReport};
use crate::map::{AreaId, BORDERS, Chart, World};
use crate::query::Expression;
use crate::record::{MemberId, MemberSet, Record, RollCallSet, State};
use crate::report::text::day;
use crate::report::{counted, rollcall_in_words, rule_in_words};

use crate::app::map_cells::MapCells;
use crate::app::page::{Line, Page, Piece, Role, Shade, line_width};
use crate::app::session::Workspace;

use super::{MapContent, WorldView};

/// The fewest cells of a land that has room for a letter.
const ROOM: usize = 14;
/// The rows of a page that the map leaves to what is said of it.
const SAID: u16 = 6;

/// From how many columns on outlines say more than they hide.
const OUTLINED: usize = 80;
/// The dots of a braille character, column by column.
const DOTS: [[u32; 4]; 2] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]];

/// A cell of the screen: a character, what it is, whose land it is.
type MapCell = (char, Role, Option<MemberId>);

/// The map with what is said of it.
pub(in crate::app) fn page(
    shared: &Workspace<'_>,
    map: &WorldView,
    set: &RollCallSet,
    room: (usize, u16),
    at: Option<MemberId>,
) -> Page {
    let (columns, rows) = room;
    let record = shared.record();
    let mut page = Page::new(columns);
    let Some((world, chart)) = shared.map() else {
        page.wrapped("The map can't be read.", Role::Wrong);
        return page;
    };
    // Nobody is shown where there is nothing to show a vote of.
    let Some(answer) = map.answer.as_ref().filter(|_| !set.is_empty()) else {
        page.wrapped("No roll call is in the window, and nothing is mapped.", Role::Title);
        page.wrapped("/ changes the filter; 1 goes to the list of roll calls.", Role::Quiet);
        return page;
    };
    let above = head(map, answer, record, &mut page);
    let present: MemberSet = answer.values.keys().copied().collect();
    let value = |(area, _)| {
        let member = world.seat(area, record.members(), &present)?;
        map.value(member).map(|value| (member, value))
    };
    // Once for each area: it is asked for at every cell.
    let values: Vec<_> = world.areas().map(value).collect();
    let value = |area: AreaId| values.get(area.index()).copied().flatten();
    let bounds = chart.bounds();
    let said = above + if matches!(map.shown, MapContent::Country(_)) { SAID + 5 } else { SAID };
    // As high as there is room for, and the whole no higher than it is wide.
    let room = usize::from(rows.saturating_sub(said)).max(4);
    let fits = |rows: &usize| *rows as f64 * 2.0 * bounds.width >= columns as f64 * bounds.height;
    let height = (4..room).find(fits).filter(|_| map.zoom <= 1.0).unwrap_or(room);
    let unseen = draw(shared, map, (world, chart), (columns, height), at, &value, &mut page);
    legend(map, &mut page);
    match at.and_then(|id| Some((id, map.value(id)?))) {
        Some((id, value)) => {
            let name = record.members().get(id).name.to_string();
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
            page.push([Piece::quiet(format!("{asked} is not in this window; its last roll call is shown."))]);
            2
        }
        _ => 1,
    }
}

/// Draws the map in so many columns and rows; gives the members that there was no room for.
fn draw(
    shared: &Workspace<'_>,
    map: &WorldView,
    (world, chart): (&World, &Chart),
    (columns, height): (usize, usize),
    at: Option<MemberId>,
    value: &impl Fn(AreaId) -> Option<(MemberId, MapValue)>,
    page: &mut Page,
) -> Vec<MemberId> {
    // Letters need no colours; halves of a character show twice as much.
    let letters = matches!(shared.cells, MapCells::Letters | MapCells::OutlinedLetters);
    let parts = if letters { 1 } else { 2 };
    let tall = if letters { 2.0 } else { 1.0 };
    let window = map.window(chart.whole(columns, height * parts, tall));
    let grid = map.grid(chart, window, columns, height * parts);
    // Coasts and borders, eight dots to a character.
    let outlined = shared.cells == MapCells::OutlinedLetters && columns >= OUTLINED;
    let dots = outlined.then(|| map.grid(chart, window, columns * 2, height * 4));
    let outline = |column: usize, row: usize| {
        let dots = dots.as_ref()?;
        let all =
            DOTS.iter().enumerate().flat_map(|(x, bits)| bits.iter().enumerate().map(move |(y, bit)| (x, y, bit)));
        let lines = all.filter(|&(x, y, _)| dots.is_line(2 * column + x, 4 * row + y));
        let bits: u32 = lines.map(|(_, _, bit)| bit).sum();
        char::from_u32(0x2800 + bits).filter(|_| bits > 0)
    };
    let bare = if shared.cells == MapCells::HalvesAndDots { Shade::Sea } else { Shade::Land };
    let shade = |area: Option<AreaId>| match area {
        None => Shade::Sea,
        Some(area) => value(area).map_or(bare, |(_, value)| value.shade()),
    };
    let mut cells: Vec<Vec<MapCell>> = Vec::with_capacity(height);
    let mut lands: Vec<Vec<(usize, usize)>> = vec![Vec::new(); world.areas().count()];
    for row in 0..height {
        let line = (0..columns).map(|column| {
            let (top, bottom) = (grid.at(column, row * parts), grid.at(column, row * parts + parts - 1));
            let area = top.or(bottom);
            if let Some(land) = area.filter(|_| top == bottom).and_then(|area| lands.get_mut(area.index())) {
                land.push((column, row));
            }
            let member = area.and_then(value).map(|(seat, _)| seat);
            if let Some(line) = outline(column, row) {
                return (line, Role::Quiet, member);
            }
            if letters {
                let letter = match area.map(value) {
                    None => ' ',
                    Some(None) => '-',
                    Some(Some((_, value))) => value.letter(),
                };
                let role = area.and_then(value).map_or(Role::Quiet, |(_, value)| role(value));
                return (letter, role, member);
            }
            match (shade(top), shade(bottom)) {
                (Shade::Sea, Shade::Sea) if top.is_some() && bottom.is_some() => ('░', Role::Quiet, None),
                (Shade::Sea, Shade::Sea) => (' ', Role::Plain, None),
                (one, other) if one == other => ('█', Role::Map(one, Shade::Sea), member),
                (Shade::Sea, one) => ('▄', Role::Map(one, Shade::Sea), member),
                (one, other) => ('▀', Role::Map(one, other), member),
            }
        });
        cells.push(line.collect());
    }
    // A letter where there is room for one, and for each that is too small to be seen.
    let small = grid.marks().iter().map(|&(area, column, row)| (area, column, row / parts));
    let here = |area: AreaId| at.is_some() && value(area).map(|(seat, _)| seat) == at;
    // Where there are outlines, they may leave nothing else of a land.
    let room = if outlined { 1 } else { ROOM };
    let large = world.areas().zip(&lands).filter(|((area, _), cells)| cells.len() >= room || here(*area));
    let large = large.filter_map(|((area, _), cells)| middle(cells).map(|(column, row)| (area, column, row)));
    for (area, column, row) in large.chain(small) {
        if let (Some((seat, value)), Some(cell)) = (value(area), cells.get_mut(row).and_then(|row| row.get_mut(column)))
        {
            let role = if at == Some(seat) { Role::Here } else { Role::On(value.shade()) };
            *cell = (value.letter(), role, Some(seat));
        }
    }
    for line in cells {
        page.land(line.chunk_by(|a, b| a.1 == b.1 && a.2 == b.2).map(|run| {
            let text: String = run.iter().map(|cell| cell.0).collect();
            (Piece::new(text, run[0].1), run[0].2)
        }));
    }
    grid.unseen().iter().filter(|&&area| value(area).is_some()).filter_map(|&area| world.member(area)).collect()
}

/// The cell nearest to the middle of some.
fn middle(cells: &[(usize, usize)]) -> Option<(usize, usize)> {
    let mean = |of: fn(&(usize, usize)) -> usize| cells.iter().map(of).sum::<usize>() / cells.len().max(1);
    let (column, row) = (mean(|cell| cell.0), mean(|cell| cell.1));
    cells.iter().copied().min_by_key(|&(x, y)| x.abs_diff(column).pow(2) + 4 * y.abs_diff(row).pow(2))
}

fn role(value: MapValue) -> Role {
    match value {
        MapValue::Vote(state) => Role::Vote(state),
        MapValue::Itself => Role::Title,
        _ => Role::Plain,
    }
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
        page.wrapped(&format!("{members} with fewer than {ENOUGH} shared votes, and so no value."), Role::Quiet);
    }
}

/// Seats without land of their own, members that there is no room for, and whose borders these are.
fn notes(record: &Record, world: &World, present: &MemberSet, unseen: &[MemberId], page: &mut Page) {
    let names = |ids: &[MemberId]| -> String {
        let names: Vec<_> = ids.iter().map(|&id| record.members().get(id).name.as_ref()).collect();
        names.join(", ")
    };
    for (seat, lands) in world.stood_for(record.members(), present) {
        page.wrapped(
            &format!("{}: shown by the land of {}", record.members().get(seat).name, names(&lands)),
            Role::Quiet,
        );
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
