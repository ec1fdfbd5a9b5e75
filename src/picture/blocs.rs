//! One bloc, or two against each other: cohesion and agreement by year and by topic.

use crate::answer::blocs::BlocPoint;
use crate::answer::{BlocReport, By, Mean};
use crate::report::counted;
use crate::report::text::thousands;

use super::chart::{ChartLine, FEW, bars, lines};
use super::look::{BLUE, FillStyle, GREY, ORANGE, VERMILION};
use super::names::named;
use super::page::PicturePage;
use super::subject::{Drawn, Subject, Undrawn};
use super::world::remarks;

/// A bloc of more members is counted, not named.
const NAMED: usize = 60;

/// A figure of the blocs: over the window, and over a part of it.
struct BlocFigure {
    name: &'static str,
    look: FillStyle,
    dash: &'static str,
    whole: Mean,
    of: fn(&BlocPoint) -> Option<Mean>,
}

/// Cohesion of each bloc; agreement where there are two.
fn figures(answer: &BlocReport<'_>) -> (Vec<BlocFigure>, Vec<BlocFigure>) {
    let name = if answer.two.is_some() { "cohesion of A" } else { "cohesion" };
    let of_a = BlocFigure { name, look: BLUE, dash: "", whole: answer.a.cohesion, of: |point| Some(point.a) };
    let Some(two) = &answer.two else { return (vec![of_a], Vec::new()) };
    let of_b = BlocFigure {
        name: "cohesion of B",
        look: ORANGE,
        dash: "7 4",
        whole: two.b.cohesion,
        of: |point| Some(point.two.as_ref()?.b),
    };
    let pairs = BlocFigure {
        name: "pairs",
        look: VERMILION,
        dash: "",
        whole: two.pairs,
        of: |point| Some(point.two.as_ref()?.pairs),
    };
    let lines = BlocFigure {
        name: "lines",
        look: GREY,
        dash: "2 4",
        whole: two.lines,
        of: |point| Some(point.two.as_ref()?.lines),
    };
    (vec![of_a, of_b], vec![pairs, lines])
}

/// Every year or topic of the window.
fn all<'a>(answer: &'a BlocReport<'_>, by: By) -> impl Iterator<Item = &'a BlocPoint> {
    answer.series.iter().filter(move |series| series.by == by).flat_map(|series| &series.all)
}

pub(super) fn blocs(of: &Subject<'_, '_>, texts: &[String]) -> Drawn {
    let (lexicon, record) = (of.lexicon, of.lexicon.record());
    let set = of.set()?;
    let expressions = of.expressions(texts)?;
    let [a, rest @ ..] = expressions.as_slice() else {
        return Err(Undrawn::Bad("the link names no bloc; write it as blocs/@EU;@BRICS".to_owned()));
    };
    let answer = BlocReport::new(lexicon, (a, rest.first()), of.window(&set), &set, &[By::Year, By::Topic]);
    let titles: Vec<_> = expressions.iter().map(|it| of.called(it)).collect();
    let over = format!("{} · {}", record.bodies(set.iter()), answer.window.line());
    let mut page = PicturePage::new(&titles.join(" and "), &over);
    for ((bloc, title), letter) in answer.sides().zip(&titles).zip(["A", "B"]) {
        let members = bloc.at_end;
        let lead = if answer.two.is_some() { format!("{letter} = {title}") } else { title.clone() };
        let names = if members.len() > NAMED { String::new() } else { format!(": {}", named(record, &members)) };
        let names = format!("{} at the end of the window{names}", counted(members.len(), "member"));
        page.tell(&format!("{lead}: {names}."));
        page.paragraph(&lead, &names);
    }
    let (cohesion, agreement) = figures(&answer);
    for (heading, figures) in [("Cohesion by year", &cohesion), ("Agreement between A and B by year", &agreement)] {
        if figures.is_empty() {
            continue;
        }
        page.heading(heading);
        let made = figures.iter().map(|figure| {
            let said = figure.whole.value.map_or("–".to_owned(), |value| format!("{value:.3}"));
            page.tell(&format!("{}: {said}, n = {}.", figure.name, thousands(figure.whole.n as usize)));
            let point = |point: &BlocPoint| Some((point.key.parse().ok()?, (figure.of)(point)?));
            let points = all(&answer, By::Year).filter_map(point).collect();
            ChartLine { name: format!("{} {said}", figure.name), look: figure.look, dash: figure.dash, points }
        });
        let made: Vec<_> = made.collect();
        lines(&mut page, &made);
    }
    page.heading("By topic; a roll call may have several");
    let figures: Vec<_> = cohesion.iter().chain(agreement.iter().take(1)).collect();
    let mut rows = vec![("all".to_owned(), figures.iter().map(|figure| figure.whole).collect::<Vec<_>>())];
    rows.extend(all(&answer, By::Topic).map(|topic| {
        let means = figures.iter().filter_map(|figure| (figure.of)(topic));
        (topic.key.clone(), means.collect())
    }));
    let columns: Vec<_> = figures.iter().map(|figure| (figure.name.to_owned(), figure.look)).collect();
    bars(&mut page, &columns, &rows);
    let mut notes = vec![
        "Cohesion: Agreement Index (Hix, Noury and Roland 2005), 1 unanimous, 0 split in thirds; n: roll calls with at least \
         two votes cast. Each line's figure is over the whole window."
            .to_owned(),
    ];
    if answer.two.is_some() {
        notes.push(
            "Lines and pairs: ½ credit where exactly one abstained, between the two pluralities (n: roll calls) and between \
             every member of A and every other of B (n: comparisons)."
                .to_owned(),
        );
    }
    notes.push(FEW.to_owned());
    notes.extend(remarks(lexicon, &expressions, &set));
    Ok(page.finish(record, &set, &of.link, &notes))
}
