//! Names one behind another in one text, with whatever people put between them: `USA RUS CHN`, `France, Germany and
//! Italy`, `the EU vs. China`.

use super::bloc_name::written;
use super::lexicon::Lexicon;
use super::strays::joins_names;

/// How many words may be one name.
const LONGEST: usize = 8;

/// The members and blocs that `text` names, if it is nothing else: each as an expression has it, a code or a bloc with
/// its @, in the order in which they are written.
pub fn listed(text: &str, lexicon: &Lexicon<'_>) -> Option<Vec<String>> {
    let mut spaced = String::new();
    for letter in text.chars() {
        match letter {
            ',' | ';' | '/' | '|' | '&' | '+' => spaced.extend([' ', letter, ' ']),
            _ => spaced.push(letter),
        }
    }
    let words: Vec<_> = spaced.split_whitespace().map(|word| if word == "&" { "and" } else { word }).collect();
    names(&words, lexicon).filter(|names| !names.is_empty())
}

fn names(words: &[&str], lexicon: &Lexicon<'_>) -> Option<Vec<String>> {
    if words.is_empty() {
        return Some(Vec::new());
    }
    (1..=words.len().min(LONGEST)).rev().find_map(|many| {
        let first = one(&words[..many], lexicon)?;
        let rest = &words[many..];
        let between = rest.iter().take_while(|word| joins_names(word)).count();
        // Nothing ends in a word that joins.
        let ends = between > 0 && between == rest.len();
        let others = if ends { None } else { names(&rest[between..], lexicon) };
        others.map(|others| [first].into_iter().chain(others).collect())
    })
}

/// The member or the bloc that all of these words name together.
fn one(words: &[&str], lexicon: &Lexicon<'_>) -> Option<String> {
    let name = words.join(" ");
    let code = |name: &str| lexicon.names().exactly(name).map(|id| lexicon.record().code(id).to_owned());
    // Serbia and Montenegro are two, Trinidad and Tobago are one.
    let apart = words.iter().position(|word| joins_names(word)).is_some_and(|at| {
        let sides = [&words[..at], &words[at + 1..]].map(|side| code(&side.join(" ")));
        sides.iter().all(Option::is_some) && sides[0] != sides[1]
    });
    let article = name.get(..4).filter(|article| article.eq_ignore_ascii_case("the ")).map_or(0, str::len);
    let bloc = || lexicon.bloc_called(name[article..].trim_start_matches('@'));
    let bloc = || bloc().map(|bloc| format!("@{}", written(&bloc)));
    let end = |word: &str| joins_names(word) || ["of", "the"].contains(&word.to_lowercase().as_str());
    let signs = words.iter().any(|word| !word.contains(char::is_alphanumeric));
    let ends = signs || joins_names(words.first()?) || end(words.last()?);
    match (apart || ends, name.starts_with('@')) {
        (true, _) => None,
        (false, true) => bloc(),
        (false, false) => code(&name).or_else(bloc),
    }
}
