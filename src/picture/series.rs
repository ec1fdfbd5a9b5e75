//! A text through the years: its tallies as stacked bars.

use jiff::civil::Date;

use crate::answer::series::{Gap, Support};
use crate::answer::{Series, SeriesIndex};
use crate::query::Universe;
use crate::record::{MemberSet, Record, RollCallId};
use crate::report::text::{day, percent};
use crate::report::{counted, counts_in_words};

use super::look::FillStyle;
use super::names::named;
use super::page::{FAINT, INNER, MARGIN, PicturePage, RULE};
use super::subject::{Drawn, Subject, Undrawn};
use super::svg::{Anchor, Type, line, rect, text};

const TICK: Type = Type::new(12.5).colour(FAINT);
/// The numbers in the bars, as large as they fit.
const NUMBERS: [Type; 3] = [number(12.0), number(10.5), number(9.0)];
const HIGH: f64 = 380.0;
const SCALE: f64 = 68.0;

const fn number(size: f64) -> Type {
    Type::new(size).bold().anchor(Anchor::Middle)
}

pub(super) fn series(of: &Subject<'_, '_>, id: RollCallId) -> Drawn {
    let record = of.lexicon.record();
    // A symbol says which votes it is about.
    let universe = Universe::around(record, &record.only(id)).terms();
    let of = &Subject {
        lexicon: of.lexicon,
        query: if of.query.is_empty() { universe } else { of.query },
        link: of.link.clone(),
    };
    let set = of.set()?;
    let index = SeriesIndex::new(record).map_err(Undrawn::Bad)?;
    let series = Series::new(record, &index, (id, &of.lexicon.symbol(id)), of.window(&set), &set);
    let shown: Vec<_> = series.ids().collect();
    let (Some(&first), Some(&last)) = (shown.first(), shown.last()) else {
        return Err(Undrawn::Nothing(of.query.escape_debug().to_string()));
    };
    let span = [first, last].map(|id| day(record.rollcall(id).date)).join(" to ");
    let asked = if of.query == universe { String::new() } else { format!(" · {}", of.query) };
    let many = counted(shown.len(), "recorded vote");
    let mut page = PicturePage::new(
        &record.rollcall(last).title,
        &format!("{} · {many} on this text, {span}{asked}", record.bodies(shown.iter().copied())),
    );
    let legend: Vec<_> =
        record.origin().states().iter().map(|&state| (FillStyle::of(state), state.heading().to_owned())).collect();
    page.legend(&legend, false);
    columns(&mut page, record, &series);
    in_words(&mut page, record, &series);
    let each = shown.iter().map(|&id| {
        let rollcall = record.rollcall(id);
        format!("{} {}: {}", rollcall.date, rollcall.symbol, counts_in_words(record, id))
    });
    page.tell(&format!("Stacked bars: {many}, yes–no–abstaining. {}.", each.collect::<Vec<_>>().join("; ")));
    Ok(page.finish(record, &set, &of.link, &notes(&series)))
}

/// How the support went, and who turned at the last vote.
fn in_words(page: &mut PicturePage, record: &Record, series: &Series<'_>) {
    let said = |Support { share, n, date }: Support| format!("{} in {} (n {n})", percent(share), date.year());
    if let Some(support) = series.support() {
        let parts = [
            ("first", support.first),
            ("last", support.last),
            ("lowest", support.lowest),
            ("highest", support.highest),
        ];
        let parts = parts.map(|(word, end)| format!("{word} {}", said(end)));
        page.paragraph("Yes among votes cast", &parts.join(", "));
    }
    let Some(turned) = series.returns.last().and_then(|last| last.turnover) else { return };
    let mut told = |lead: &str, members: &MemberSet| {
        if !members.is_empty() {
            page.paragraph(&format!("{lead} ({})", members.len()), &named(record, members));
        }
    };
    told("Left the yes votes at the last vote", &turned.left);
    told("Joined them there", &turned.joined);
}

/// What is to be known of what is not drawn.
fn notes(series: &Series<'_>) -> Vec<String> {
    let mut notes = Vec::new();
    let unrecorded = series.window.unrecorded;
    if unrecorded > 0 {
        notes.push(format!("Of {} votes by member were not recorded: –.", counted(unrecorded, "roll call")));
    }
    if !series.undecided.is_empty() {
        notes.push(format!(
            "{} under the same title can't be told apart from this series and is left out.",
            counted(series.undecided.len(), "roll call")
        ));
    }
    let texts = series.without_vote.iter().map(|&id| series.record.text(id));
    let texts: Vec<_> = texts.map(|text| format!("{} ({})", text.short_symbol(), text.date.year())).collect();
    if !texts.is_empty() {
        notes.push(format!("Adopted without a vote: {}.", texts.join(", ")));
    }
    for why in [Gap::NotAsked, Gap::NotToldApart, Gap::NoVote] {
        let years = series.gaps.iter().filter(|&&(_, gap)| gap == why);
        let years: Vec<_> = years.map(|(year, _)| year.to_string()).collect();
        if !years.is_empty() {
            notes.push(format!("– in {}: {}.", years.join(", "), why.explained()));
        }
    }
    notes
}

/// The years from the first to the last, each with a roll call or none; a text without a vote is none either.
fn slots(record: &Record, series: &Series<'_>) -> Vec<(i16, Option<RollCallId>)> {
    let gaps = series.gaps.iter().map(|&(year, _)| (Date::constant(year, 1, 1), None));
    let texts = series.without_vote.iter().map(|&id| (record.text(id).date, None));
    let rollcalls = series.ids().map(|id| (record.rollcall(id).date, Some(id)));
    let mut slots: Vec<_> = rollcalls.chain(gaps).chain(texts).collect();
    slots.sort_by_key(|&(date, _)| date);
    slots.into_iter().map(|(date, id)| (date.year(), id)).collect()
}

/// A stacked bar for each roll call, a gap for each year without one.
fn columns(page: &mut PicturePage, record: &Record, series: &Series<'_>) {
    let slots = slots(record, series);
    let states = record.origin().states();
    let most = series.ids().map(|id| record.tally(id).members()).max().unwrap_or(1).max(1);
    let (left, top) = (MARGIN + SCALE, page.y + 26.0);
    let slot = (INNER - SCALE) / slots.len() as f64;
    let wide = (slot * 0.82).min(72.0);
    let scale = HIGH / f64::from(most);
    for count in (0..=most).step_by(if most > 100 { 50 } else { 20 }) {
        let y = top + HIGH - f64::from(count) * scale;
        line(&mut page.body, (left, y), (MARGIN + INNER, y), RULE, 1.0);
        text(&mut page.body, (left - 8.0, y + 4.5), TICK.anchor(Anchor::End), &count.to_string());
    }
    text(&mut page.body, (left - 8.0, top - 6.0), TICK.anchor(Anchor::End), "members");
    let fitting = NUMBERS.into_iter().find(|number| number.width("193") + 2.0 <= wide).unwrap_or(NUMBERS[2]);
    let every = (40.0 / slot).ceil().max(1.0);
    let mut labelled = None;
    for (at, &(year, id)) in slots.iter().enumerate() {
        let middle = left + slot * (at as f64 + 0.5);
        let due = labelled.is_none_or(|(before, x)| before != year && middle - x >= every * slot - 0.5);
        if due {
            labelled = Some((year, middle));
            text(&mut page.body, (middle, top + HIGH + 20.0), TICK.anchor(Anchor::Middle), &year.to_string());
        }
        let Some(id) = id.filter(|&id| record.is_recorded(id)) else {
            text(&mut page.body, (middle, top + HIGH - 5.0), TICK.anchor(Anchor::Middle), "–");
            continue;
        };
        let tally = record.tally(id);
        let mut y = top + HIGH;
        for &state in states {
            let (look, count) = (FillStyle::of(state), tally.of(state));
            let high = f64::from(count) * scale;
            y -= high;
            if count > 0 {
                rect(&mut page.body, (middle - wide / 2.0, y), (wide, (high - 0.8).max(0.6)), &look.fill());
            }
            let number = count.to_string();
            let room = fitting.width(&number) + 2.0;
            if high >= 16.0 && wide >= room {
                let base = y + high / 2.0 + 4.0;
                if look.fill() != look.colour {
                    rect(&mut page.body, (middle - room / 2.0, base - 11.5), (room, 14.0), look.colour);
                }
                text(&mut page.body, (middle, base), fitting.colour(look.ink), &number);
            }
        }
    }
    page.y = top + HIGH + 30.0;
}
