//! The screen: a frame is drawn into memory, and what changed goes to the terminal in few writes, inside one
//! synchronized update.

#[cfg(unix)]
use std::fs::File;
use std::io::{self, Write};
#[cfg(unix)]
use std::os::fd::AsFd;

use ratatui::buffer::Buffer;
use ratatui::crossterm::cursor::{Hide, MoveTo, Show};
use ratatui::crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate, SetTitle};
use ratatui::crossterm::{Command, queue};
use ratatui::layout::{Position, Rect};

use crate::app::{App, ViewKind};
use crate::ui::{self, Colours, Theme};

use super::paint::ShownCells;

/// How many bytes are sent before all are there: the terminal reads them while the rest is looked for.
const EARLY: usize = 1024;
/// What most frames take.
const AT_ONCE: usize = 8192;

/// The terminal as what was last drawn on it.
#[derive(Debug)]
pub(super) struct Screen {
    colours: Colours,
    /// What the terminal shows; none if that is not known.
    shown: Option<ShownCells>,
    /// What is drawn into; nothing is in it between two frames.
    frame: Buffer,
    cursor: Option<Position>,
    /// Which view was drawn: how many lie below it, and what it is about.
    view: Option<(usize, &'static ViewKind)>,
    /// The title that the terminal's window has; none where terminals would write it on the screen.
    title: Option<String>,
}

impl Screen {
    pub(super) fn new(colours: Colours) -> Self {
        Self {
            colours,
            shown: None,
            frame: Buffer::default(),
            cursor: None,
            view: None,
            title: has_title().then(String::new),
        }
    }

    /// Draws what changed since the last frame, if anything did.
    pub(super) fn draw(&mut self, app: &App<'_>) -> io::Result<()> {
        let area = Rect::from((Position::ORIGIN, app.size()));
        if self.frame.area != area {
            self.frame = Buffer::empty(area);
        }
        let cursor = ui::draw(app, &Theme::new(self.colours, app.look()), &mut self.frame);
        // Memory takes everything.
        let mut bytes = Vec::with_capacity(AT_ONCE);
        let title = title(app);
        if let Some(shown) = self.title.as_mut().filter(|shown| **shown != title) {
            let _ = queue!(bytes, SetTitle(&title));
            shown.clone_from(&title);
        }
        let _ = queue!(bytes, BeginSynchronizedUpdate);
        let begun = bytes.len();
        // Another view is drawn on a clear screen: letters that reach over their cells leave fragments beside them, and
        // little stays from one view to another.
        let view = Some((app.trail().len(), app.view().kind()));
        let same = std::mem::replace(&mut self.view, view) == view;
        let known = self.shown.take().filter(|shown| same && shown.area() == area);
        let mut shown = known.unwrap_or_else(|| {
            let _ = queue!(bytes, Clear(ClearType::All));
            ShownCells::blank(area)
        });
        let mut is_sent = false;
        shown.paint(&self.frame, &mut bytes, |bytes| {
            if bytes.len() < EARLY {
                return Ok(());
            }
            is_sent = true;
            send(bytes).map(|()| bytes.clear())
        })?;
        self.shown = Some(shown);
        if cursor != self.cursor || is_sent || bytes.len() > begun {
            self.place(cursor, &mut bytes);
            let _ = queue!(bytes, EndSynchronizedUpdate);
            send(&bytes)?;
        }
        // Now, while nobody waits for it.
        self.frame.reset();
        Ok(())
    }

    /// Shows the terminal's cursor where text is typed, and nowhere else.
    fn place(&mut self, cursor: Option<Position>, body: &mut Vec<u8>) {
        let _ = match (self.cursor, cursor) {
            (None, Some(at)) => queue!(body, MoveTo(at.x, at.y), Show),
            (Some(_), Some(at)) => queue!(body, MoveTo(at.x, at.y)),
            (Some(_), None) => queue!(body, Hide),
            (None, None) => Ok(()),
        };
        self.cursor = cursor;
    }

    /// Writes to the terminal what is no part of a frame.
    pub(super) fn command(command: impl Command) -> io::Result<()> {
        let mut bytes = Vec::new();
        queue!(bytes, command)?;
        send(&bytes)
    }

    /// What the explorer would draw, as a picture.
    pub(super) fn picture(&self, app: &App<'_>) -> String {
        let mut frame = Buffer::empty(Rect::from((Position::ORIGIN, app.size())));
        ui::draw(app, &Theme::new(self.colours, app.look()), &mut frame);
        ui::svg(&frame, &title(app))
    }

    /// Forgets what the terminal shows, so that the next frame draws everything.
    pub(super) fn forget(&mut self) {
        (self.shown, self.cursor) = (None, None);
        if let Some(title) = &mut self.title {
            title.clear();
        }
    }
}

/// What is seen, as a title.
fn title(app: &App<'_>) -> String {
    let title = app.view().title(app.shared());
    format!("Plenary: {title}").chars().filter(|letter| !letter.is_control()).collect()
}

/// Whether the terminal has a title: a console has none, and may write what it is told.
pub(super) fn has_title() -> bool {
    std::env::var("TERM").is_ok_and(|term| !matches!(term.as_str(), "" | "dumb" | "linux"))
}

/// Past the standard output's own buffer, which would write what is before the last line's end by itself.
#[cfg(unix)]
fn send(bytes: &[u8]) -> io::Result<()> {
    File::from(io::stdout().as_fd().try_clone_to_owned()?).write_all(bytes)
}

#[cfg(not(unix))]
fn send(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}
