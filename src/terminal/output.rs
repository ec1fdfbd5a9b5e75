//! The screen: a frame is drawn into memory and goes to the terminal in one write, inside a synchronized update.

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::queue;
use ratatui::crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use ratatui::layout::Rect;

use crate::app::App;
use crate::ui::{self, Theme};

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
    pub(super) fn draw(&mut self, app: &App<'_>, theme: &Theme) -> io::Result<()> {
        queue!(self.memory, BeginSynchronizedUpdate)?;
        self.terminal.draw(|frame| ui::draw(app, theme, frame))?;
        queue!(self.memory, EndSynchronizedUpdate)?;
        self.memory.send()
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
