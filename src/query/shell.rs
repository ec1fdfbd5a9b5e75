//! Arguments as typed into a shell, for commands that are copied from the screen.

/// An argument that a POSIX shell reads as `text`: bare where no letter of it means anything to a shell, or else in
/// single quotes.
pub fn shell_quoted(text: &str) -> String {
    // A leading `=` or `~` stands for something, in zsh at least.
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '/' | ':' | ',' | '@' | '+' | '=');
    if text.starts_with(|c: char| plain(c) && c != '=') && text.chars().all(plain) {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', r"'\''"))
    }
}
