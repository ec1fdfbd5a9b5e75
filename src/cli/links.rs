//! Symbols as links (OSC 8), for a terminal that is known to take them.

use crate::record::document_link;

/// How the symbols of resolutions begin.
const BEGINNINGS: [&str; 2] = ["A/RES/", "S/RES/"];

/// Terminals that say by a variable of their own that they are there, or by their name.
const BY_VARIABLE: [&str; 4] = ["KITTY_WINDOW_ID", "WT_SESSION", "DOMTERM", "ALACRITTY_WINDOW_ID"];
const BY_PROGRAM: [&str; 7] = ["iTerm.app", "WezTerm", "ghostty", "vscode", "Hyper", "rio", "Tabby"];
const BY_TERM: [&str; 5] = ["kitty", "foot", "alacritty", "ghostty", "contour"];
/// From which version on VTE and Konsole take them.
const BY_VERSION: [(&str, u32); 2] = [("VTE_VERSION", 5000), ("KONSOLE_VERSION", 201_200)];

/// Whether the terminal is known to take links. What runs within another one may keep them to itself, or write them.
pub(super) fn are_taken(variable: &dyn Fn(&str) -> String) -> bool {
    let set = |name: &str| !variable(name).is_empty();
    if set("TMUX") || set("STY") || ["dumb", "linux", ""].contains(&variable("TERM").as_str()) {
        return false;
    }
    let (program, term) = (variable("TERM_PROGRAM"), variable("TERM"));
    BY_VARIABLE.into_iter().any(set)
        || BY_PROGRAM.contains(&program.as_str())
        || BY_TERM.iter().any(|name| term.contains(name))
        || BY_VERSION.iter().any(|(name, least)| variable(name).parse().is_ok_and(|version: u32| version >= *least))
}

/// A text in which each symbol of a resolution that is there whole leads to its document.
pub(super) fn linked(text: &str) -> String {
    let mut linked = String::with_capacity(text.len() * 2);
    let mut rest = text;
    while let Some(at) = BEGINNINGS.iter().filter_map(|beginning| rest.find(beginning)).min() {
        let (before, behind) = rest.split_at(at);
        linked.push_str(before);
        let end = behind.find(|letter: char| !letter.is_ascii_alphanumeric() && !"/()-.[]".contains(letter));
        let word = &behind[..end.unwrap_or(behind.len())];
        // A full stop or a bracket that only ends here is the sentence's.
        let symbol = word.trim_end_matches('.');
        let symbol = if symbol.contains('(') { symbol } else { symbol.trim_end_matches(')') };
        let is_within = before.ends_with(|letter: char| letter.is_alphanumeric() && letter != 'm' || letter == '/');
        let is_cut = behind[word.len()..].starts_with('…');
        match document_link(symbol).filter(|_| !is_within && !is_cut && symbol.len() > BEGINNINGS[0].len()) {
            Some(link) => linked.extend(["\x1b]8;;", &link, "\x1b\\", symbol, "\x1b]8;;\x1b\\"]),
            None => linked.push_str(symbol),
        }
        rest = &behind[symbol.len()..];
    }
    linked + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_terminal_that_is_known_gets_links() {
        for (environment, taken) in [
            ("TERM=xterm-256color", false),
            ("TERM=xterm-kitty", true),
            ("TERM=xterm-256color VTE_VERSION=7600", true),
            ("TERM=xterm-256color VTE_VERSION=4600", false),
            ("TERM=xterm-256color TERM_PROGRAM=WezTerm", true),
            ("TERM=xterm-256color TERM_PROGRAM=Apple_Terminal", false),
            ("TERM=xterm-256color WT_SESSION=1", true),
            ("TERM=tmux-256color TMUX=/tmp/x VTE_VERSION=7600", false),
            ("TERM=screen STY=1 KITTY_WINDOW_ID=1", false),
            ("TERM=dumb VTE_VERSION=7600", false),
            ("", false),
        ] {
            let variable = |name: &str| {
                let pairs = environment.split(' ').filter_map(|pair| pair.split_once('='));
                pairs.filter(|(known, _)| *known == name).map(|(_, value)| value.to_owned()).collect::<String>()
            };
            assert_eq!(are_taken(&variable), taken, "{environment}");
        }
    }

    #[test]
    fn a_symbol_leads_to_its_document_and_nothing_else_changes() {
        let link =
            |path: &str, symbol: &str| format!("\x1b]8;;https://docs.un.org/en/{path}\x1b\\{symbol}\x1b]8;;\x1b\\");
        for (text, expected) in [
            ("on A/RES/79/1.\n", format!("on {}.\n", link("A/RES/79/1", "A/RES/79/1"))),
            ("\x1b[1mA/RES/79/1\x1b[m", format!("\x1b[1m{}\x1b[m", link("A/RES/79/1", "A/RES/79/1"))),
            ("(A/RES/79/1)", format!("({})", link("A/RES/79/1", "A/RES/79/1"))),
            ("A/RES/181(II) x", format!("{} x", link("A/RES/181(II)", "A/RES/181(II)"))),
            ("S/RES/2774(2025), b", format!("{}, b", link("S/RES/2774(2025)", "S/RES/2774(2025)"))),
            ("A/RES/377(V)[A]", link("A/RES/377(V)%5BA%5D", "A/RES/377(V)[A]")),
            ("A/RES/79/…", "A/RES/79/…".to_owned()),
            ("https://docs.un.org/en/A/RES/79/1", "https://docs.un.org/en/A/RES/79/1".to_owned()),
            ("nothing", "nothing".to_owned()),
        ] {
            assert_eq!(linked(text), expected);
        }
    }
}
