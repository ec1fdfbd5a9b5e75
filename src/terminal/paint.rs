//! What changed between what a terminal shows and a frame, in few bytes: nothing that stayed is written, the cursor takes the shortest way,
//! a look is said once.

mod brush;
mod seen;

use std::io;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;

use self::brush::{Brush, Run};
use self::seen::{CellLook, Seen};

/// How many rows are looked through at a time.
const STRIP: usize = 20;

/// What a terminal shows, cell by cell.
#[derive(Debug)]
pub struct ShownCells {
    area: Rect,
    cells: Vec<Seen>,
}

impl ShownCells {
    /// A terminal that shows nothing.
    pub fn blank(area: Rect) -> Self {
        Self { area, cells: vec![Seen::of(&Cell::EMPTY); area.area() as usize] }
    }

    /// Its place.
    pub(super) fn area(&self) -> Rect {
        self.area
    }

    /// Writes what makes the terminal show `now`, a frame of its size, strip by strip; what is written so far may be sent
    /// after each, before the next is looked through. The terminal's look is plain before and after.
    ///
    /// # Errors
    /// If what is written can't be sent.
    pub fn paint(
        &mut self,
        now: &Buffer,
        out: &mut Vec<u8>,
        mut behind_strip: impl FnMut(&mut Vec<u8>) -> io::Result<()>,
    ) -> io::Result<()> {
        let columns = usize::from(self.area.width).max(1);
        let mut brush = Brush::new(columns);
        let strips = self.cells.chunks_mut(STRIP * columns).zip(now.content.chunks(STRIP * columns));
        for (strip, (before, now)) in strips.enumerate() {
            // Look by look, since saying one takes more bytes than the way to the next place.
            let mut looks: Vec<(CellLook, Vec<Run<'_>>)> = Vec::new();
            for (y, (before, now)) in before.chunks_mut(columns).zip(now.chunks(columns)).enumerate() {
                changes(before, now, strip * STRIP + y, &mut looks);
            }
            for (look, runs) in &looks {
                for run in runs {
                    brush.draw(run, *look, out);
                }
            }
            behind_strip(out)?;
        }
        brush.take(CellLook::default(), out);
        Ok(())
    }
}

/// How many cells that stayed are written again rather than gone over.
const WRITTEN_AGAIN: usize = 4;

/// Adds the runs of cells of a row that changed to those of their looks; `before` becomes `now`.
fn changes<'a>(before: &mut [Seen], now: &'a [Cell], y: usize, looks: &mut Vec<(CellLook, Vec<Run<'a>>)>) {
    let mut add = |(from, to, look): (usize, usize, CellLook)| {
        let run = Run { x: from, y, cells: &now[from..to.min(now.len())] };
        match looks.iter_mut().find(|(other, _)| *other == look) {
            Some((_, runs)) => runs.push(run),
            None => looks.push((look, vec![run])),
        }
    };
    let mut x = 0;
    let mut open: Option<(usize, usize, CellLook)> = None;
    // The end of the last wide character that is shown: what the cells under it say is not on the screen.
    let mut hidden = 0;
    while x < now.len() {
        let seen = Seen::of(&now[x]);
        let is_same = seen == before[x] && seen.is_known() && x >= hidden;
        let wide = seen.width().max(1);
        // Most cells are the same as before, and narrow.
        if is_same && wide == 1 {
            x += 1;
            continue;
        }
        if !is_same {
            let look = seen.look;
            open = match open {
                Some((from, to, same)) if look.fits(same) && near(&now[to..x], same) => Some((from, x + wide, same)),
                ended => {
                    ended.into_iter().for_each(&mut add);
                    Some((x, x + wide, look))
                }
            };
        }
        for (at, (before, now)) in before.iter_mut().zip(now).enumerate().skip(x).take(wide) {
            if at >= hidden {
                hidden = at + before.width().max(1);
            }
            *before = Seen::of(now);
        }
        x += wide;
    }
    open.into_iter().for_each(&mut add);
}

/// Whether `cells` between two runs, which stayed, can be written again in `look`.
fn near(cells: &[Cell], look: CellLook) -> bool {
    let plain = |seen: Seen| seen.look.fits(look) && (1..=0x7F).contains(&seen.text);
    cells.len() <= WRITTEN_AGAIN && cells.iter().map(Seen::of).all(plain)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::style::{Color, Modifier, Style};

    use super::*;

    const COLUMNS: u16 = 12;
    /// More than a strip.
    const ROWS: u16 = 24;

    /// A frame of a few words in a few looks at random places.
    fn frame() -> impl Strategy<Value = Buffer> {
        let texts = vec!["a", "Yes 93", "…", "国际", "      ", "╭──╮", "é", "███", "▄▀▄", ""];
        let colours = vec![Color::Reset, Color::Cyan, Color::LightRed, Color::Indexed(32), Color::Rgb(1, 2, 3)];
        let hows = vec![Modifier::empty(), Modifier::BOLD, Modifier::REVERSED, Modifier::BOLD | Modifier::UNDERLINED];
        let colour = || proptest::sample::select(colours.clone());
        let word = (0..COLUMNS, 0..ROWS, proptest::sample::select(texts), colour(), colour());
        let words = (word, proptest::sample::select(hows));
        proptest::collection::vec(words, 0..12).prop_map(|words| {
            let mut frame = blank();
            for ((x, y, text, ink, ground), how) in words {
                let style = Style::new().fg(ink).bg(ground).add_modifier(how);
                frame.set_stringn(x, y, text, usize::from(COLUMNS - x), style);
            }
            frame
        })
    }

    fn blank() -> Buffer {
        Buffer::empty(Rect::new(0, 0, COLUMNS, ROWS))
    }

    fn paint(terminal: &mut ShownCells, now: &Buffer) -> Vec<u8> {
        let mut out = Vec::new();
        terminal.paint(now, &mut out, |_| Ok(())).unwrap();
        out
    }

    fn painted(before: &Buffer, now: &Buffer) -> Vec<u8> {
        let mut terminal = ShownCells::blank(before.area);
        paint(&mut terminal, before);
        paint(&mut terminal, now)
    }

    fn parser() -> vt100::Parser {
        vt100::Parser::new(ROWS.try_into().unwrap(), COLUMNS.try_into().unwrap(), 0)
    }

    fn shown(terminal: &vt100::Parser, frame: &Buffer) -> Vec<(String, vt100::Color, vt100::Color, bool, bool)> {
        let at = |x, y| terminal.screen().cell(y, x).unwrap();
        let all = (0..frame.area.height).flat_map(|y| (0..frame.area.width).map(move |x| (x, y)));
        all.map(|(x, y)| {
            let cell = at(x, y);
            // A cell that nothing was written to and a blank are the same to who looks at them.
            let text = if cell.contents().is_empty() { " ".to_owned() } else { cell.contents().to_owned() };
            let is_blank = text == " " && !cell.inverse();
            let ink = if is_blank { vt100::Color::Default } else { cell.fgcolor() };
            (text, ink, cell.bgcolor(), cell.bold() && !is_blank, cell.inverse())
        })
        .collect()
    }

    proptest! {
        #[test]
        fn what_is_painted_over_a_frame_shows_the_next_one(frames in proptest::collection::vec(frame(), 1..6)) {
            let mut terminal = parser();
            let mut known = ShownCells::blank(blank().area);
            for now in &frames {
                terminal.process(&paint(&mut known, now));
                prop_assert_eq!(paint(&mut known, now), Vec::<u8>::new());
                // Painted anew on a blank terminal it must look the same.
                let mut other = parser();
                other.process(&painted(&blank(), now));
                prop_assert_eq!(shown(&terminal, now), shown(&other, now));
                for (y, row) in now.content.chunks(usize::from(COLUMNS)).enumerate() {
                    let text: String = terminal.screen().rows(0, COLUMNS).nth(y).unwrap();
                    let mut cells = row.iter();
                    let mut written = String::new();
                    while let Some(cell) = cells.next() {
                        written += Seen::of(cell).written(cell);
                        // A wide character hides the cell beside it.
                        for _ in 1..Seen::of(cell).width() {
                            let _ = cells.next();
                        }
                    }
                    prop_assert_eq!(text.replace(' ', ""), written.replace(' ', ""));
                }
            }
        }
    }

    #[test]
    fn what_fills_leaves_no_seams() {
        let bytes = |text, ink, ground| {
            let mut now = blank();
            now.set_string(1, 0, text, Style::new().fg(ink).bg(ground));
            String::from_utf8(painted(&blank(), &now)).unwrap()
        };
        assert_eq!(bytes("██", Color::Indexed(32), Color::Reset), "\x1b[1;2H\x1b[48;5;32m  \x1b[m");
        assert_eq!(bytes("█", Color::Magenta, Color::Reset), "\x1b[1;2H\x1b[45m \x1b[m");
        assert_eq!(bytes("▄▄", Color::Indexed(32), Color::Reset), "\x1b[1;2H\x1b[7;38;5;32m▀▀\x1b[m");
        assert_eq!(bytes("▄", Color::Blue, Color::Red), "\x1b[1;2H\x1b[7;34;41m▀\x1b[m");
        assert_eq!(bytes("▀", Color::Blue, Color::Red), "\x1b[1;2H\x1b[34;41m▀\x1b[m");
        // In the terminal's own colour there is no ground of it.
        assert_eq!(bytes("█", Color::Reset, Color::Reset), "\x1b[1;2H█");
    }

    #[test]
    fn what_a_wide_character_hides_is_not_written() {
        let mut now = blank();
        now.set_string(0, 0, " 国际", Style::new());
        now[(2, 0)].set_symbol("a");
        assert_eq!(String::from_utf8(painted(&blank(), &now)).unwrap(), "\x1b[1;2H国际");
    }

    #[test]
    fn what_stayed_is_not_written() {
        let mut before = blank();
        before.set_string(0, 1, "Yes 93", Style::new());
        let mut now = before.clone();
        let bytes = |now: &Buffer| String::from_utf8(painted(&before, now)).unwrap();
        assert_eq!(bytes(&now), "");
        now.set_string(0, 1, "Yes 81", Style::new());
        assert_eq!(bytes(&now), "\x1b[2;5H81");
        now.set_string(0, 1, "Nes 81", Style::new());
        assert_eq!(bytes(&now), "\x1b[2HNes 81");
        now.set_string(0, 2, "No", Style::new().fg(Color::Cyan));
        assert_eq!(bytes(&now), "\x1b[2HNes 81\r\n\x1b[36mNo\x1b[m");
    }
}
