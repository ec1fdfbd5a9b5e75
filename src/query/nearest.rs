//! The known word that another may be a slip of.

use strsim::damerau_levenshtein;

use crate::record::fold;

/// The one of `known` that `word` may be a slip of, if one is near enough.
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = fold(word);
    let near = known.into_iter().map(|known| (damerau_levenshtein(&wanted, &fold(known)), known));
    let (distance, known) = near.min_by_key(|(distance, _)| *distance)?;
    (distance <= 1 + wanted.len() / 4).then_some(known)
}

/// "; did you mean year?", or nothing.
pub(crate) fn did_you_mean<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    nearest(word, known).map_or_else(String::new, |near| format!("; did you mean {near}?"))
}
