//! Taking the mouse and leaving it.

pub(super) use ratatui::crossterm::event::DisableMouseCapture as Leave;
#[cfg(not(unix))]
use ratatui::crossterm::event::EnableMouseCapture;
#[cfg(unix)]
use ratatui::crossterm::style::Print;

/// Takes presses, the wheel, and motion while a button is down, with places of any size. Motion without a button, which
/// nothing here uses, would be a report for every cell that the mouse goes over.
#[cfg(unix)]
pub(super) const TAKE: Print<&str> = Print("\x1b[?1000h\x1b[?1002h\x1b[?1015h\x1b[?1006h");

/// Takes what the console has.
#[cfg(not(unix))]
pub(super) const TAKE: EnableMouseCapture = EnableMouseCapture;

/// Why the mouse is not taken at the start, if it is not. With a mouse to read, GNU screen keeps Esc back until the next
/// key, since a report of the mouse begins like this.
pub(super) fn left_at_the_start(variable: impl Fn(&str) -> Option<String>) -> Option<&'static str> {
    let in_screen = variable("STY").is_some_and(|session| !session.is_empty());
    in_screen.then_some("the mouse is off, since it makes GNU screen delay Esc; M turns it on")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mouse_is_left_where_gnu_screen_is_in_between() {
        for (name, value, is_left) in [
            ("STY", "4711.pts-0.host", true),
            ("STY", "", false),
            ("TMUX", "/tmp/tmux-0/default,1,0", false),
            ("TERM", "screen-256color", false),
        ] {
            let variable = |asked: &str| (asked == name).then(|| value.to_owned());
            assert_eq!(left_at_the_start(variable).is_some(), is_left, "{name}={value}");
        }
    }
}
