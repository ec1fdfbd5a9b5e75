//! The ways in which people write symbols: with spaces, other hyphens, a full stop, as the address of a page.

/// Hyphens and dashes that pages and word processors put in the place of `-`.
const HYPHENS: [char; 11] = [
    '\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2014}', '\u{2015}', '\u{2212}', '\u{fe58}', '\u{fe63}',
    '\u{ff0d}', '\u{30fc}',
];

/// A symbol in its plainest form: no spaces, plain hyphens, no full stop after it; of an address of the UN's library or
/// documents, what it names. A record number that can be nothing else has a `#` before it.
pub(in crate::query) fn plain(text: &str) -> String {
    let text = text.trim();
    let named = address(text);
    let letter = |c: char| match c {
        _ if c.is_whitespace() || c == '\u{ad}' || c == '\u{200b}' => None,
        _ if HYPHENS.contains(&c) => Some('-'),
        _ => Some(c),
    };
    let plain: String = named.as_deref().unwrap_or(text).chars().filter_map(letter).collect();
    plain.trim_end_matches('.').to_owned()
}

/// What an address of the UN's pages names: a record number, or a symbol after the language.
fn address(text: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    let scheme = ["https://", "http://"].into_iter().find(|scheme| lower.starts_with(scheme));
    let rest = &text[scheme.map_or(0, str::len)..];
    let (host, path) = rest.split_once('/')?;
    let host = host.to_ascii_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    let path = path.split(['?', '#']).next().unwrap_or_default();
    match host {
        "digitallibrary.un.org" => {
            let number = path.strip_prefix("record/")?;
            Some(format!("#{}", number.split('/').next().unwrap_or_default()))
        }
        "docs.un.org" | "undocs.org" => {
            let symbol = match path.split_once('/') {
                Some((language, symbol)) if language.len() == 2 && language.chars().all(|c| c.is_ascii_lowercase()) => {
                    symbol
                }
                _ => path,
            };
            Some(decoded(symbol.trim_end_matches('/')))
        }
        _ => None,
    }
}

/// `%28II%29` as `(II)`.
fn decoded(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, behind @ ..] = rest {
        let code = behind.get(..2).filter(|_| *first == b'%').and_then(|digits| std::str::from_utf8(digits).ok());
        let code = code.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(code.unwrap_or(*first));
        rest = &behind[if code.is_some() { 2 } else { 0 }..];
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Whether a text is written as symbols are, or as the address of one: digits, and signs that words do not have.
pub(in crate::query) fn looks_like(text: &str) -> bool {
    let is_number = |rest: &str| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit());
    text.strip_prefix('#').is_some_and(is_number)
        || address(text).is_some()
        || text.contains(['/', '(']) && text.contains(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_symbol_is_the_same_however_it_is_written() {
        for (text, symbol) in [
            (" 377 (V) ", "377(V)"),
            ("A/RES/2758 (XXVI).", "A/RES/2758(XXVI)"),
            ("A/RES/ES\u{2011}10/19", "A/RES/ES-10/19"),
            ("ES\u{2013}10 / 19", "ES-10/19"),
            ("https://digitallibrary.un.org/record/4001234?ln=en&v=pdf", "#4001234"),
            ("digitallibrary.un.org/record/4001234/files/x.pdf", "#4001234"),
            ("https://docs.un.org/en/A/RES/68/262", "A/RES/68/262"),
            ("HTTPS://undocs.org/A/RES/377%28V%29", "A/RES/377(V)"),
            ("http://www.undocs.org/fr/A/RES/68/262/", "A/RES/68/262"),
            ("https://example.org/A/RES/68/262", "https://example.org/A/RES/68/262"),
            ("A/ES-11/L.10", "A/ES-11/L.10"),
            ("100%", "100%"),
        ] {
            assert_eq!(plain(text), symbol, "{text}");
        }
    }
}
