//! The page of a member and another, before a year and since it.

use crate::analysis::{Drift, ENOUGH, Metric, Windows, drift_by_topic};
use crate::app::page::{Line, LinkTarget, Page, Piece, Role, padded};
use crate::app::session::Workspace;
use crate::record::MemberId;
use crate::report::text::{thousands, value};
use crate::report::{Window, counted, figure_in_words, p_in_words};

use super::{DriftView, signed};

/// The width of a figure and of its n in the table of topics.
const FIGURE: (usize, usize) = (7, 6);
/// The fewest columns of the name of a topic beside figures, and the most.
const LABEL: (usize, usize) = (12, 24);

/// The selected pair before and after, whether that may be chance, and on which topics it moved.
pub(in crate::app) fn page(
    shared: &Workspace<'_>,
    moved: &DriftView,
    query: &str,
    columns: usize,
    selected: Option<MemberId>,
) -> Page {
    let record = shared.record();
    let mut page = Page::new(columns);
    let Some((found, (queries, windows))) = moved.found.as_ref().zip(moved.windows(query)) else { return page };
    let name = |id: MemberId| record.members().get(id).name.to_string();
    if let Some(drift) = selected.and_then(|id| moved.of(id)) {
        let both = format!("{} and {}", name(moved.member), name(drift.b));
        page.leading([Piece::title(both)], LinkTarget::Pair(moved.member, drift.b));
        page.wrapped("agreement, and n: votes that both cast", Role::Quiet);
        page.blank();
        let sides = [("before", windows.before, drift.before), ("after ", windows.after, drift.after)];
        for ((when, set, pair), query) in sides.into_iter().zip(&queries) {
            page.push([
                Piece::plain(format!("{when}  ")),
                Piece::title(value(pair.agreement())),
                Piece::quiet(format!("  n {}", thousands(pair.n() as usize))),
            ]);
            page.wrapped(&Window::new(record, query, set).line(), Role::Accent);
        }
        page.push([Piece::plain("change  "), Piece::title(signed(drift.change))]);
        let p =
            format!("p {}; corrected for looking at all (Holm) {}", p_in_words(drift.p), p_in_words(drift.corrected));
        page.wrapped(&p, Role::Quiet);
        if drift.corrected >= 0.05 {
            page.wrapped("As large a change may well be chance.", Role::Quiet);
        }
        topics(shared, drift, windows, &mut page);
    }
    let stand = moved.all().iter().filter(|drift| drift.corrected < 0.05).count();
    page.heading([Piece::title("How this is counted")]);
    let tested = counted(moved.all().len(), "member");
    let few = counted(found.drifts.few, "other");
    page.wrapped(
        &format!(
            "Agreement after less agreement before, absences left out. {tested} with at least {ENOUGH} shared votes on \
             both sides, {few} with fewer. p: of all ways to deal the pair's roll calls to the two parts, the share that \
             changes as much, as if roll calls did not depend on each other; under 0.05 corrected: {stand}.{}",
            if found.first < found.last { " + and - move the year." } else { "" }
        ),
        Role::Quiet,
    );
    page
}

fn topics(shared: &Workspace<'_>, drift: &Drift, windows: Windows<'_>, page: &mut Page) {
    if !shared.prepared {
        return;
    }
    page.heading([Piece::title("By topic")]);
    let topics = drift_by_topic(shared.lexicon, drift.a, drift.b, windows);
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
                figure_in_words(topic.before.figure(Metric::Agreement)),
                figure_in_words(topic.after.figure(Metric::Agreement))
            ))]);
        }
        return;
    }
    let label = label.min(LABEL.1);
    let heads = format!("{:>figure$}{:>count$}", "before", "n") + &format!("{:>figure$}{:>count$}", "after", "n");
    page.push([Piece::quiet(format!("{:<label$}{heads}{:>figure$}", "", "change"))]);
    for topic in topics {
        let sides = [topic.before, topic.after].map(|pair| {
            [
                Piece::plain(format!("{:>figure$}", value(pair.agreement()))),
                Piece::quiet(format!("{:>count$}", thousands(pair.n() as usize))),
            ]
        });
        let line = [Piece::plain(padded(&topic.topic, label))].into_iter().chain(sides.into_iter().flatten());
        let line = line.chain([Piece::plain(format!("{:>figure$}", signed(topic.change)))]);
        page.leading(line.collect::<Line>(), LinkTarget::Part(format!("topic:{}", topic.topic)));
    }
}
