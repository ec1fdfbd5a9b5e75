//! Two members: their agreement by year and by topic.

use crate::answer::pair::PairPoint;
use crate::answer::{Agree, By, Comparison, Mean, Metric};
use crate::record::MemberId;
use crate::report::text::{percent, thousands};

use super::chart::{ChartLine, FEW, bars, lines};
use super::look::{BLUE, FillStyle, ORANGE, VERMILION};
use super::page::{INNER, MARGIN, PicturePage};
use super::subject::{Drawn, Subject};

pub(super) fn members(of: &Subject<'_, '_>, a: MemberId, b: MemberId) -> Drawn {
    let record = of.lexicon.record();
    let set = of.set()?;
    let [first, second] = [a, b].map(|id| record.name(id).to_owned());
    let over = Comparison { metric: Metric::Agreement, set: &set, window: of.window(&set) };
    let whole = Agree::new(of.lexicon, (a, b), over, None);
    let by = |by| PairPoint::all(of.lexicon, (a, b), whole.metric, &set, by).into_iter();
    let agreement = whole.figure.value.map_or("–".to_owned(), percent);
    let n = thousands(whole.figure.n as usize);
    let title = format!("{first} and {second}: agreement {agreement}");
    let mut page =
        PicturePage::new(&title, &format!("{} · n = {n} · {}", record.bodies(set.iter()), whole.window.line()));
    let parts: [(FillStyle, &str, u32); 3] = [
        (BLUE, "same vote", whole.same),
        (ORANGE, "one abstained", whole.partial),
        (VERMILION, "yes against no", whole.opposite),
    ];
    page.legend(&parts.map(|(look, words, count)| (look, format!("{words} {}", thousands(count as usize)))), false);
    page.y += 4.0;
    page.bar(MARGIN, (INNER, 18.0), &parts.map(|(look, _, count)| (look, count)), false);
    page.y += 18.0;
    page.heading("Agreement by year");
    let points: Vec<(i32, Mean)> =
        by(By::Year).filter_map(|year| Some((year.key.parse().ok()?, year.figure.into()))).collect();
    let by_year = points.iter().filter_map(|(year, mean)| Some(format!("{year} {:.3} (n {})", mean.value?, mean.n)));
    page.tell(&format!(
        "Agreement of {first} and {second}: {agreement}, n = {n}: {} the same vote, {} with exactly one abstaining, {} yes \
         against no. By year: {}.",
        whole.same,
        whole.partial,
        whole.opposite,
        by_year.collect::<Vec<_>>().join(", ")
    ));
    lines(&mut page, &[ChartLine { name: format!("agreement {agreement}"), look: BLUE, dash: "", points }]);
    page.heading("By topic; a roll call may have several");
    let rows: Vec<_> = by(By::Topic).map(|topic| (topic.key, vec![topic.figure.into()])).collect();
    bars(&mut page, &[("agreement".to_owned(), BLUE)], &rows);
    let notes = [
        "Agreement: (same + ½ partial) / n over the n roll calls on which both cast a vote; partial: exactly one of them \
         abstained (Lijphart 1963). Absences count nowhere."
            .to_owned(),
        FEW.to_owned(),
    ];
    Ok(page.finish(record, &set, &of.link, &notes))
}
