//! The page of a member and another, before a year and since it.

use crate::answer::ENOUGH;
use crate::answer::drift::Moved;
use crate::app::page::{Line, LinkTarget, Page, Piece, Role, padded};
use crate::app::session::Workspace;
use crate::record::MemberId;
use crate::report::text::{thousands, value};
use crate::report::{counted, figure_in_words, p_in_words};

use super::{DriftFigures, DriftView, signed};

/// The width of a figure and of its n in the table of topics.
const FIGURE: (usize, usize) = (7, 6);
/// The fewest columns of the name of a topic beside figures, and the most.
const LABEL: (usize, usize) = (12, 24);

/// The selected pair before and after, whether that may be chance, and on which topics it moved.
pub(in crate::app) fn page(
    shared: &Workspace<'_>,
    moved: &DriftView<'_>,
    columns: usize,
    selected: Option<MemberId>,
) -> Page {
    let record = shared.record();
    let mut page = Page::new(columns);
    let Some(found) = &moved.found else { return page };
    let name = |id: MemberId| record.name(id).to_owned();
    if let Some(pair) = selected.and_then(|id| moved.of(id)) {
        let [a, b] = pair.members;
        page.leading([Piece::title(format!("{} and {}", name(a), name(b)))], LinkTarget::Pair(a, b));
        page.wrapped("agreement, and n: votes that both cast", Role::Quiet);
        page.blank();
        let windows = (&found.answer.before, &found.answer.after);
        for (when, window, figure) in [("before", windows.0, pair.before), ("after ", windows.1, pair.after)] {
            page.push([
                Piece::plain(format!("{when}  ")),
                Piece::title(value(figure.value)),
                Piece::quiet(format!("  n {}", thousands(figure.n as usize))),
            ]);
            page.wrapped(&window.line(), Role::Accent);
        }
        page.push([Piece::plain("change  "), Piece::title(signed(pair.change))]);
        let p = format!("p {}; corrected for looking at all (Holm) {}", p_in_words(pair.p), p_in_words(pair.corrected));
        page.wrapped(&p, Role::Quiet);
        if pair.may_be_chance() {
            page.wrapped("This change could be due to chance.", Role::Quiet);
        }
        topics(shared, pair, found, &mut page);
    }
    let stand = found.answer.beyond_chance();
    page.heading([Piece::title("How this is counted")]);
    let tested = counted(moved.all().len(), "member");
    let few = counted(found.answer.more.few, "other");
    page.wrapped(
        &format!(
            "Agreement after minus agreement before, absences left out. {tested} with at least {ENOUGH} shared votes \
             on both sides, {few} with fewer. p: of all ways to deal the pair's roll calls to the two parts, the share in \
             which agreement changes as much; roll calls are taken as independent; under 0.05 corrected: {stand}.{}",
            if found.first < found.last { " + and - move the year, a types a day." } else { "" }
        ),
        Role::Quiet,
    );
    page
}

fn topics(shared: &Workspace<'_>, pair: &Moved<'_>, found: &DriftFigures<'_>, page: &mut Page) {
    if !shared.prepared {
        return;
    }
    page.heading([Piece::title("By topic")]);
    let topics = pair.topics(shared.lexicon, found.windows());
    if topics.is_empty() {
        page.wrapped(&format!("None with {ENOUGH} shared votes on both sides."), Role::Quiet);
        return;
    }
    let (figure, count) = FIGURE;
    let label = page.columns().saturating_sub(3 * figure + 2 * count);
    if label < LABEL.0 {
        for topic in topics {
            let to = LinkTarget::Part(format!("topic:{}", topic.topic));
            page.leading([Piece::plain(topic.topic), Piece::title(format!("  {}", signed(topic.change)))], to);
            page.push([Piece::quiet(format!(
                "  {} → {}",
                figure_in_words(topic.before),
                figure_in_words(topic.after)
            ))]);
        }
        return;
    }
    let label = label.min(LABEL.1);
    let heads = format!("{:>figure$}{:>count$}", "before", "n") + &format!("{:>figure$}{:>count$}", "after", "n");
    page.push([Piece::quiet(format!("{:<label$}{heads}{:>figure$}", "", "change"))]);
    for topic in topics {
        let sides = [topic.before, topic.after].map(|side| {
            [
                Piece::plain(format!("{:>figure$}", value(side.value))),
                Piece::quiet(format!("{:>count$}", thousands(side.n as usize))),
            ]
        });
        let line = [Piece::plain(padded(&topic.topic, label))].into_iter().chain(sides.into_iter().flatten());
        let line = line.chain([Piece::plain(format!("{:>figure$}", signed(topic.change)))]);
        page.leading(line.collect::<Line>(), LinkTarget::Part(format!("topic:{}", topic.topic)));
    }
}
