//! The screen in ASCII: every character as one of the same width, for terminals and fonts that have no other.

use deunicode::deunicode_char;
use ratatui::buffer::Buffer;

/// Writes every cell in ASCII.
pub(super) fn write(canvas: &mut Buffer) {
    for cell in &mut canvas.content {
        if !cell.symbol().is_ascii() {
            let plain = cell.symbol().chars().next().map_or(' ', plain);
            cell.set_char(plain);
        }
    }
}

/// One character of ASCII that stands for another.
fn plain(character: char) -> char {
    match character {
        '─' | '━' | '–' | '—' | '−' | '▿' => '-',
        '│' | '▌' | '▐' => '|',
        '╭' | '╮' | '╰' | '╯' => '+',
        '█' | '┃' => '#',
        '▁'..='▇' => char::from(b'1' + (character as u32 - '▁' as u32) as u8),
        '▒' => '=',
        '░' => ':',
        '·' | '▖'..='▟' | '▀' => '.',
        '…' => '~',
        '▸' | '›' | '→' => '>',
        '●' | '•' => '*',
        '▾' => '_',
        '▴' => '^',
        '×' => 'x',
        '©' => 'c',
        // Of "1/2" no 1 is left.
        other => {
            let text = deunicode_char(other).filter(|text| text.len() == 1 || !text.starts_with(char::is_numeric));
            text.and_then(|text| text.chars().next()).unwrap_or('?')
        }
    }
}
