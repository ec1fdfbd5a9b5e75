//! One bloc, or two against each other: cohesion and agreement by year and by topic.

use crate::analysis::{BlocVotes, By, Mean, TwoBlocs, slices};
use crate::record::RollCallSet;
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

type FigureLine<'f> = (String, FillStyle, &'static str, Box<dyn Fn(&RollCallSet) -> Mean + 'f>);

pub(super) fn blocs(of: &Subject<'_, '_>, texts: &[String]) -> Drawn {
    let (lexicon, record) = (of.lexicon, of.lexicon.record());
    let set = of.set()?;
    let expressions = of.expressions(texts)?;
    let votes: Vec<_> = expressions.iter().map(|it| BlocVotes::new(record, it.members())).collect();
    let [a, rest @ ..] = votes.as_slice() else {
        return Err(Undrawn::Bad("the link names no bloc; such a link is written blocs/@EU;@BRICS".to_owned()));
    };
    let two = rest.first().map(|b| (b, TwoBlocs::new(record, a, b)));
    let titles: Vec<_> = expressions.iter().map(|it| of.called(it)).collect();
    let letters = ["A", "B"];
    let mut page =
        PicturePage::new(&titles.join(" and "), &format!("UN General Assembly · {}", of.window(&set).line()));
    for ((bloc, title), letter) in votes.iter().zip(&titles).zip(letters) {
        let members = bloc.at_end(&set);
        let lead = if two.is_some() { format!("{letter} = {title}") } else { title.clone() };
        let names = if members.len() > NAMED { String::new() } else { format!(": {}", named(record, &members)) };
        let names = format!("{} at the end of the window{names}", counted(members.len(), "member"));
        page.tell(&format!("{lead}: {names}."));
        page.paragraph(&lead, &names);
    }
    let mut cohesion: Vec<FigureLine<'_>> = vec![(
        if two.is_some() { "cohesion of A" } else { "cohesion" }.to_owned(),
        BLUE,
        "",
        Box::new(|set| a.cohesion(set)),
    )];
    let mut agreement: Vec<FigureLine<'_>> = Vec::new();
    if let Some((b, facing)) = &two {
        cohesion.push(("cohesion of B".to_owned(), ORANGE, "7 4", Box::new(|set| b.cohesion(set))));
        agreement.push(("pairs".to_owned(), VERMILION, "", Box::new(|set| facing.pairs(set))));
        agreement.push((
            "lines".to_owned(),
            GREY,
            "2 4",
            Box::new(|set| {
                let lines = facing.lines(set);
                Mean { n: lines.n().into(), value: lines.agreement() }
            }),
        ));
    }
    let years = slices(lexicon, &set, By::Year);
    for (heading, figures) in [("Cohesion by year", &cohesion), ("Agreement between A and B by year", &agreement)] {
        if figures.is_empty() {
            continue;
        }
        page.heading(heading);
        let made = figures.iter().map(|(name, look, dash, figure)| {
            let whole = figure(&set);
            let said = whole.value.map_or("–".to_owned(), |value| format!("{value:.3}"));
            page.tell(&format!("{name}: {said}, n = {}.", thousands(whole.n as usize)));
            let point = |key: &str, set| Some((key.parse().ok()?, figure(set)));
            let points = years.iter().filter_map(|year| point(&year.key, &year.rollcalls)).collect();
            ChartLine { name: format!("{name} {said}"), look: *look, dash, points }
        });
        let made: Vec<_> = made.collect();
        lines(&mut page, &made);
    }
    page.heading("By topic; a roll call may have several");
    let figures: Vec<_> = cohesion.iter().chain(agreement.iter().take(1)).collect();
    let row = |name: String, set: &RollCallSet| (name, figures.iter().map(|(.., figure)| figure(set)).collect());
    let mut rows: Vec<(String, Vec<Mean>)> = vec![row("all".to_owned(), &set)];
    rows.extend(slices(lexicon, &set, By::Topic).into_iter().map(|topic| row(topic.key, &topic.rollcalls)));
    let columns: Vec<_> = figures.iter().map(|(name, look, ..)| (name.clone(), *look)).collect();
    bars(&mut page, &columns, &rows);
    let mut notes = vec![
        "Cohesion: Agreement Index (Hix, Noury and Roland 2005), 1 unanimous, 0 split in thirds; n: roll calls with at least \
         two votes cast. Beside each line its figure over the whole window."
            .to_owned(),
    ];
    if two.is_some() {
        notes.push(
            "Lines and pairs: ½ credit where exactly one abstained, between the two pluralities (n: roll calls) and between \
             every member of A and every other of B (n: comparisons)."
                .to_owned(),
        );
    }
    notes.push(FEW.to_owned());
    notes.extend(remarks(lexicon, &expressions, &set));
    Ok(page.finish(record, &of.link, &notes))
}
