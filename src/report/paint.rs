//! Emphasis on a terminal that wants it.

/// Bold text.
pub(super) fn bold(text: &str, colour: bool) -> String {
    if colour { format!("\u{1b}[1m{text}\u{1b}[0m") } else { text.to_owned() }
}

/// Faint text.
pub(super) fn faint(text: &str, colour: bool) -> String {
    if colour { format!("\u{1b}[2m{text}\u{1b}[0m") } else { text.to_owned() }
}
