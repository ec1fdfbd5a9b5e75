//! What is seen first: the few before the many.

use super::Explorer;

/// The headings of the page of the selected roll call, in the order in which they are below its tally, with their counts.
fn headings(explorer: &Explorer, of: &str) -> Vec<(String, u16)> {
    let text = explorer.text();
    let mut headings = Vec::new();
    for line in text.lines() {
        for part in line.split(['│', '╭', '╮']) {
            let heading = part.trim().strip_prefix(of).unwrap_or_default().trim();
            let Some((word, count)) = heading.split_once(' ') else { continue };
            let is_vote = ["yes", "no", "abstaining", "absent"].contains(&word.to_lowercase().as_str());
            if let Some(count) = count.parse().ok().filter(|_| is_vote) {
                headings.push((word.to_lowercase(), count));
            }
        }
    }
    headings
}

/// Says of each of the first roll calls of a filter, `step` rows apart, that its page begins with the fewest.
#[track_caller]
fn dissent_is_first(filter: &str, of: &str, step: usize) {
    let mut explorer = Explorer::new(240, 200, filter);
    let mut several = 0;
    for _ in 0..120 {
        let headings = headings(&explorer, of);
        let cast: Vec<_> = headings.iter().filter(|(word, _)| word != "absent").map(|(_, count)| *count).collect();
        assert!(cast.is_sorted(), "{filter}: {headings:?}\n{}", explorer.text());
        let absent = headings.iter().position(|(word, _)| word == "absent");
        assert!(absent.is_none_or(|at| at + 1 == headings.len()), "{headings:?}");
        several += usize::from(cast.len() > 1);
        explorer.press(&"Down ".repeat(step));
    }
    assert!(several > 60, "{filter}: only {several} had two kinds of votes");
}

#[test]
fn the_few_are_named_before_the_many() {
    dissent_is_first("", "", 47);
    dissent_is_first("body:council contested", "Elected members:", 3);
}
