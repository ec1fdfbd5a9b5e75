//! One roll call: its tally, how the regional groups voted, and every member by its vote.

use crate::answer::Show;
use crate::record::{MemberSet, RollCallId};
use crate::report::{rollcall_in_words, tally_in_words};

use super::look::FillStyle;
use super::names::named;
use super::page::{INNER, MARGIN, PicturePage};
use super::subject::{Subject, about};
use super::svg::{Anchor, Type, rect, text};

const NAME: Type = Type::new(13.0);
const COLUMNS: usize = 6;
/// What is left for the name of a group.
const GROUP: f64 = 210.0;

pub(super) fn rollcall(of: &Subject<'_, '_>, id: RollCallId) -> String {
    let record = of.lexicon.record();
    let show = Show::without_topics(record, id, of.query);
    let remarks: Vec<_> = show.remarks.in_words().collect();
    let states = record.origin().states();
    let mut page = PicturePage::new(show.row.title, &about(record, id));
    page.tally(record, record.tally(id), false);
    let said = rollcall_in_words(record, id);
    page.tell(&format!("A vote of the UN {}. {said}.", record.rollcall(id).body.name()));
    page.y += 8.0;
    if show.row.tally().is_none() {
        page.paragraph("Votes by member not recorded", "no member's vote is known");
        return page.finish(record, &record.only(id), &of.link, &remarks);
    }
    page.heading("By regional group of today");
    let largest = show.groups.iter().map(|group| group.members.len()).max().unwrap_or(1);
    for group in &show.groups {
        page.y += 8.0;
        let name = group.name.in_words();
        text(&mut page.body, (MARGIN, page.y + 15.0), Type::new(15.0), name);
        let all = group.members.len();
        let wide = (INNER - GROUP - 60.0) * all as f64 / largest as f64;
        let parts: Vec<_> =
            states.iter().map(|&state| (FillStyle::of(state), u32::from(group.tally.of(state)))).collect();
        page.bar(MARGIN + GROUP, (wide, 21.0), &parts, true);
        text(&mut page.body, (MARGIN + GROUP + wide + 8.0, page.y + 15.0), Type::new(14.0), &all.to_string());
        page.tell(&format!("{name}: {}.", tally_in_words(group.tally, record.origin().has_absences())));
        page.y += 21.0;
    }
    page.y += 6.0;
    for &state in states {
        let Some(members) = show.members_in(state) else { continue };
        page.y += 28.0;
        rect(&mut page.body, (MARGIN, page.y - 14.0), (26.0, 18.0), &FillStyle::of(state).fill());
        let lead = format!("{} {}", state.heading(), members.len());
        text(&mut page.body, (MARGIN + 34.0, page.y), Type::new(16.0).bold(), &lead);
        page.tell(&format!("{lead}: {}.", named(record, members)));
        columns(of, &mut page, members);
    }
    page.finish(record, &record.only(id), &of.link, &remarks)
}

/// Names of members, down one column after the other.
fn columns(of: &Subject<'_, '_>, page: &mut PicturePage, members: &MemberSet) {
    let record = of.lexicon.record();
    let ids: Vec<_> = record.members().by_name().into_iter().filter(|&id| members.contains(id)).collect();
    // As many as leave each of the names whole.
    let widest = ids.iter().map(|&id| NAME.width(record.name(id))).fold(0.0, f64::max);
    let many = (1..=COLUMNS).rfind(|&many| INNER / many as f64 - 8.0 >= widest).unwrap_or(1);
    let wide = INNER / many as f64;
    let rows = ids.len().div_ceil(many);
    page.y += 6.0;
    for (at, id) in ids.iter().enumerate() {
        let (column, row) = (at / rows, at % rows);
        let name = NAME.cut(record.name(*id), wide - 8.0);
        let spot = (MARGIN + column as f64 * wide, page.y + 17.0 * (row + 1) as f64);
        text(&mut page.body, spot, NAME.anchor(Anchor::Start), &name);
    }
    page.y += 17.0 * rows as f64;
}
