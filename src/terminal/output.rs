//! The screen: a frame is drawn into memory and goes to the terminal in one write, inside a synchronized update.

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

use ratatui::Terminal;
use ratatui::backend::{CrosstermBackend, TestBackend};
use ratatui::crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use ratatui::crossterm::{Command, queue};
use ratatui::layout::Rect;

use crate::app::App;
use crate::ui::{self, Colours, Theme};

/// The terminal as what was last drawn on it.
#[derive(Debug)]
pub(super) struct Screen {
    terminal: Terminal<CrosstermBackend<Memory>>,
    memory: Memory,
}

impl Screen {
    pub(super) fn new() -> io::Result<Self> {
        let memory = Memory::default();
        let terminal = Terminal::new(CrosstermBackend::new(memory.clone()))?;
        Ok(Self { terminal, memory })
    }

    /// Draws what changed since the last frame.
    pub(super) fn draw(&mut self, app: &App<'_>, colours: Colours) -> io::Result<()> {
        let theme = Theme::new(colours, app.look());
        queue!(self.memory, BeginSynchronizedUpdate)?;
        self.terminal.draw(|frame| ui::draw(app, &theme, frame))?;
        queue!(self.memory, EndSynchronizedUpdate)?;
        self.memory.send()
    }

    /// Writes to the terminal what is no part of a frame.
    pub(super) fn command(&mut self, command: impl Command) -> io::Result<()> {
        queue!(self.memory, command)?;
        self.memory.send()
    }

    /// What the explorer would draw, as a picture.
    pub(super) fn picture(app: &App<'_>, colours: Colours) -> io::Result<String> {
        let theme = Theme::new(colours, app.look());
        let mut terminal =
            Terminal::new(TestBackend::new(app.size().width, app.size().height)).map_err(io::Error::other)?;
        terminal.draw(|frame| ui::draw(app, &theme, frame)).map_err(io::Error::other)?;
        let title = format!("Plenary: {}", app.view().title(app.shared()));
        Ok(ui::svg(terminal.backend().buffer(), &title))
    }

    /// Takes the terminal for blank, so that the next frame draws everything.
    pub(super) fn forget(&mut self) -> io::Result<()> {
        let size = self.terminal.size()?;
        self.terminal.resize(Rect::from(size))
    }
}

/// What is not sent yet. Flushing keeps it: parts of a frame are never sent.
#[derive(Clone, Debug, Default)]
struct Memory(Rc<RefCell<Vec<u8>>>);

impl Memory {
    fn send(&self) -> io::Result<()> {
        let mut bytes = self.0.borrow_mut();
        let mut out = io::stdout().lock();
        let sent = out.write_all(&bytes).and_then(|()| out.flush());
        bytes.clear();
        sent
    }
}

impl Write for Memory {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
