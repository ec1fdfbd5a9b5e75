//! How large the terminal is.

use ratatui::layout::Size;

/// The largest that is drawn: more than a wall of screens shows in letters that can be read, and little enough to be kept
/// in memory. What a terminal has beyond stays empty.
const LARGEST: Size = Size { width: 1000, height: 500 };

/// Terminals had this size before they could say one.
const USUAL: Size = Size { width: 80, height: 24 };

/// The size to draw in.
pub(super) fn size() -> Size {
    drawn(said().unwrap_or(Size::ZERO))
}

/// The size that the terminal says that is drawn on.
#[cfg(unix)]
fn said() -> std::io::Result<Size> {
    let size = rustix::termios::tcgetwinsize(std::io::stdout())?;
    Ok(Size { width: size.ws_col, height: size.ws_row })
}

#[cfg(not(unix))]
fn said() -> std::io::Result<Size> {
    ratatui::crossterm::terminal::size().map(|(width, height)| Size { width, height })
}

/// The size to draw in where the terminal says this one.
fn drawn(said: Size) -> Size {
    if said.width == 0 || said.height == 0 {
        return USUAL;
    }
    Size { width: said.width.min(LARGEST.width), height: said.height.min(LARGEST.height) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_one_that_can_be_drawn() {
        for (said, expected) in [
            ((80, 24), (80, 24)),
            ((1, 1), (1, 1)),
            ((1000, 500), (1000, 500)),
            ((1001, 20), (1000, 20)),
            ((20, 65_535), (20, 500)),
            ((30_000, 30_000), (1000, 500)),
            ((u16::MAX, u16::MAX), (1000, 500)),
            // A line to a machine knows no size.
            ((0, 0), (80, 24)),
            ((0, 40), (80, 24)),
            ((100, 0), (80, 24)),
        ] {
            assert_eq!(drawn(said.into()), expected.into());
        }
    }
}
