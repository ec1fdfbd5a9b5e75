//! Titles without the cataloguer's ending.
//!
//! The library ends nearly every title in " : resolution / adopted by the General Assembly", with some thirty variants
//! and typing errors of it. What was decided on is the title; the ending says only what the symbol says too.

/// The words that an ending is made of.
const WORDS: [&str; 11] = [
    "resolution",
    "resolutions",
    "decision",
    "adopted",
    "submitted",
    "by",
    "the",
    "General",
    "Assembly",
    "United",
    "Nations",
];

/// The title without such an ending: from the last word "resolution" or "decision" on, if nothing but the words of an
/// ending follow, each within two letters of its right spelling.
pub(super) fn without_ending(title: &str) -> &str {
    let Some(start) = title.rmatch_indices([' ', ':']).map(|(at, _)| at + 1).find(|&at| opens(&title[at..])) else {
        return title;
    };
    let ending = &title[start..];
    let kept = title[..start].trim_end();
    let words = || ending.split([' ', '/', '.']).filter(|word| !word.is_empty());
    let marked = kept.ends_with(':') || ending.contains('/');
    if !marked || kept.is_empty() || !words().all(|word| WORDS.iter().any(|right| near(word, right))) {
        return title;
    }
    kept.trim_end_matches(':').trim_end()
}

/// Whether an ending may begin here: its first word is never capitalised.
fn opens(text: &str) -> bool {
    let word = text.split([' ', '/']).next().unwrap_or_default();
    word.starts_with(['r', 'd']) && ["resolution", "resolutions", "decision"].iter().any(|right| near(word, right))
}

/// Whether `word` is at most two changes of a letter away from `right`.
fn near(word: &str, right: &str) -> bool {
    word == right || right.len() > 3 && strsim::levenshtein(word, right) <= 2
}

/// The title of a text of the Council: what the cataloguer has in brackets after its number, without the "on" before
/// it.
pub(super) fn of_the_council(title: &str) -> String {
    let title = title.trim();
    if !["Security Council resolution ", "Resolution "].iter().any(|start| title.starts_with(start)) {
        return title.to_owned();
    }
    // The year may stand in a bracket of this kind by mistake.
    let is_year =
        |rest: &str| rest.bytes().take(4).filter(u8::is_ascii_digit).count() == 4 && rest[4..].starts_with(')');
    let mut opened = title.match_indices('[').map(|(at, _)| &title[at + 1..]);
    let Some(within) = opened.find(|rest| !is_year(rest)) else {
        return title.trim_start_matches("Security Council r").trim_start_matches('R').replacen(
            "esolution",
            "Resolution",
            1,
        );
    };
    let within = match within.strip_suffix("[...]]").or_else(|| within.strip_suffix("[...]")) {
        Some(cut) => format!("{}…", cut.trim_end()),
        None => {
            let end = within.strip_suffix(']').unwrap_or(within);
            let too_many = end.matches('(').count() < end.matches(')').count();
            if too_many { end.strip_suffix(')').unwrap_or(end).to_owned() } else { end.to_owned() }
        }
    };
    let said = within.trim();
    let said = said.strip_prefix("on ").unwrap_or(said);
    let mut letters = said.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// An item of the Council's agenda without the cataloguer's code before it; none where there is only the code.
pub(super) fn without_code(item: &str) -> Option<&str> {
    let rest = match item.strip_prefix("S/").and_then(|rest| rest.split_once("] ")) {
        Some((code, rest)) if code.contains('[') => rest,
        _ => item,
    };
    let is_code = rest.strip_prefix('S').is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()));
    (!is_code).then_some(rest.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_of_the_council_is_what_the_brackets_hold() {
        for (written, title) in [
            ("Security Council resolution 7 (1946) [on the Spanish question]", "The Spanish question"),
            ("Security Council resolution 8 (1946) [on the Corfu Channel)", "The Corfu Channel"),
            ("Security Council resolution 9 [2000) [on monitoring of X (MOX)]", "Monitoring of X (MOX)"),
            ("Security Council resolution 10 (2002) [on renewal of Y (MOY)", "Renewal of Y (MOY)"),
            ("Security Council resolution 11 (2003) [on extension of Z (MOZ))", "Extension of Z (MOZ)"),
            ("Resolution 12 (2004)  [endorsing a government] ", "Endorsing a government"),
            (
                "Security Council resolution 13 (2025) [on the mandate until 31 Oct. 20[...]",
                "The mandate until 31 Oct. 20…",
            ),
            ("Security Council resolution 14 (1951) ", "Resolution 14 (1951)"),
            ("Letter of a member on resolution [5]", "Letter of a member on resolution [5]"),
        ] {
            assert_eq!(of_the_council(written), title);
        }
        assert_eq!(without_code("S/58 [102] CONGO SITUATION"), Some("CONGO SITUATION"));
        assert_eq!((without_code("S15"), without_code("Sudan")), (None, Some("Sudan")));
    }

    #[test]
    fn every_ending_of_the_cataloguer_goes_and_no_title_loses_a_word() {
        for ending in [
            " : resolution / adopted by the General Assembly",
            " : resolution / adopted by the General Assemly",
            " : resolution / adopted by the General Assembly.",
            " : resolutions / adopted by the General Assembly.",
            " : resolution / by the General Assembly",
            " : resolution adopted by the General Assembly",
            " : resolultion / adopted by the General Assembly",
            " : resolution / adopted by the General  Assembly",
            " : resolution / addopted by the General Assembly",
            " : resolution /  adopted by the General Assembly",
            " resolutio / adopted by the General Assembly",
            " : resolution / adopted by the General Assemblyv",
            " resolution / adopted by the General Assembly",
            ": resolution / adopted by the General Assembly",
            " : resolution ",
            " : resolution / adopted by the United Nations",
            " : resolution / adoped by the General Assembly",
            " : resolution / submitted by the General Assembly",
            " : resolution / adopted by the General",
            " : resoultion / adopted by the General Assembly",
            " : decision / adopted by the General Assembly",
        ] {
            assert_eq!(without_ending(&format!("The path to peace{ending}")), "The path to peace", "{ending}");
        }
        for title in [
            "Question of Antarctica",
            "IMPLEMENTATION OF THE DECLARATION : NUCLEAR CAPABILITY OF SOUTH AFRICA",
            "Implementation of General Assembly resolution 44/110",
            "Peaceful means of dispute resolution",
            "resolution / adopted by the General Assembly",
            "",
        ] {
            assert_eq!(without_ending(title), title);
        }
    }
}
