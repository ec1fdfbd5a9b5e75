//! Which letters the terminal can show: the locale names their set, and only UTF-8 has all of the record's.

use std::borrow::Cow;
use std::env;

use crate::report::text::transliterated;

/// Whether the locale says another set of letters than UTF-8. Where no locale is set at all, as in containers, nothing
/// is said against it.
pub(super) fn is_other_than_utf8(variable: impl Fn(&str) -> Option<String>) -> bool {
    let mut set = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().filter_map(variable);
    set.find(|locale| !locale.is_empty()).is_some_and(|locale| !is_utf8(&locale))
}

/// Whether a locale is of UTF-8: `de_DE.UTF-8@euro`, `C.utf8`, or the set alone, as macOS has it. One that names no set
/// has an older one.
fn is_utf8(locale: &str) -> bool {
    let locale = locale.split('@').next().unwrap_or_default();
    let set = locale.rsplit('.').next().unwrap_or_default();
    let letters = set.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase());
    letters.eq("utf8".chars())
}

/// What the environment says.
pub(super) fn are_few() -> bool {
    is_other_than_utf8(|name| env::var_os(name).map(|value| value.to_string_lossy().into_owned()))
}

/// A text for the terminal, in the letters that it has or that were asked for; also before the arguments are read, and
/// where they can't be.
pub(super) fn fitting(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !(are_few() || env::args_os().any(|argument| argument == "--ascii")) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(transliterated(text))
}

#[cfg(test)]
mod tests {
    use super::is_other_than_utf8;

    #[test]
    fn the_locale_says_which_letters_there_are() {
        for (locale, expected) in [
            ("", false),
            ("LC_ALL=", false),
            ("LANG=C", true),
            ("LC_ALL=POSIX", true),
            ("LC_ALL=C.UTF-8", false),
            ("LANG=C.utf8", false),
            ("LANG=en_US.UTF-8", false),
            ("LANG=de_DE.utf8@euro", false),
            ("LC_CTYPE=UTF-8", false),
            ("LANG=fr_FR.ISO-8859-1", true),
            ("LANG=fr_FR.ISO-8859-15@euro", true),
            ("LANG=ja_JP.eucJP", true),
            ("LC_CTYPE=ru_RU.KOI8-R", true),
            ("LC_ALL=zh_TW.Big5", true),
            ("LC_ALL=en_US", true),
            // The first that is set and not empty says it.
            ("LC_ALL=C LANG=en_US.UTF-8", true),
            ("LC_ALL= LC_CTYPE=C LANG=en_US.UTF-8", true),
            ("LC_ALL=en_US.UTF-8 LC_CTYPE=C LANG=C", false),
            ("LC_CTYPE=en_US.UTF-8 LANG=C", false),
            ("LC_ALL= LC_CTYPE= LANG=C", true),
            // Of other things than letters.
            ("LC_NUMERIC=C LC_MESSAGES=POSIX LANGUAGE=C", false),
        ] {
            let variable = |name: &str| {
                let pairs = locale.split(' ').filter_map(|pair| pair.split_once('='));
                pairs.filter(|(set, _)| *set == name).map(|(_, value)| value.to_owned()).next()
            };
            assert_eq!(is_other_than_utf8(variable), expected, "{locale}");
        }
    }
}
