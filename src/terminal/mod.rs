//! The explorer on a real terminal: enter and leave, the event loop, carrying out effects.
//!
//! An input thread blocks on the terminal and the main thread on one channel. It drains the channel, updates, and
//! draws once if something changed; it draws before it first waits, and nothing ticks.

mod background;
mod browser;
mod clipboard;
mod files;
mod guard;
mod input;
mod message;
mod mouse;
mod output;
mod paint;
mod signals;
mod size;

use std::io::{self, IsTerminal};
use std::sync::mpsc::{Receiver, channel};
use std::thread;

use ratatui::layout::Size;

use crate::app::{App, Effect, Event, Resources};
use crate::link::Link;
use crate::query::{Lexicon, written};
use crate::settings::Settings;
use crate::settings::{Background, Charset, Fills, Look};
use crate::ui::Colours;
use crate::user::save_bloc;
use crate::visit::Visit;

use self::message::Message;
use self::output::Screen;
use self::size::size;

pub use self::guard::Guard;
pub use self::input::{InputParser, SILENCE};
pub use self::paint::ShownCells;

/// What the explorer opens with.
#[derive(Debug, Default)]
pub struct Opening {
    /// A view; none for the one of the last visit.
    pub link: Option<Link>,
    /// Without anything of the last visit.
    pub fresh: bool,
    /// Which letters to write, if the settings don't ask for fewer.
    pub charset: Charset,
    /// How many colours, if not as many as the environment says.
    pub colours: Option<Colours>,
}

/// Runs the explorer on the terminal until the user leaves it; gives a word on what could not be kept for the next time.
///
/// A signal that ends the process ends it once the terminal is as it was before.
///
/// # Errors
/// If the standard output is no terminal, or if the terminal can't be read or written.
pub fn run(lexicon: &Lexicon<'_>, opening: &Opening) -> io::Result<Option<String>> {
    if !io::stdout().is_terminal() {
        return Err(io::Error::other(
            "the explorer needs a terminal to draw on; for an answer here use plenary list or plenary show",
        ));
    }
    if !input::is_there() {
        return Err(io::Error::other(
            "the explorer needs a terminal for its keys, and there is none; try plenary list",
        ));
    }
    if std::env::var_os("TERM").is_some_and(|term| term == "dumb") {
        return Err(io::Error::other(
            "the explorer needs a terminal that moves its cursor, and TERM is dumb; try plenary list",
        ));
    }
    let (sender, messages) = channel();
    // The signals first: from here on none leaves the terminal in disorder, and no new size is missed.
    signals::listen(&sender)?;
    let known = &Resources::new(lexicon);
    let mut app = App::new(known, "", size());
    begin(&mut app, lexicon, opening);
    let colours = opening.colours.unwrap_or_else(|| Colours::of(|name| std::env::var(name).ok()));
    let fills = match colours {
        Colours::None => Fills::None,
        Colours::Sixteen => Fills::Few,
        Colours::Palette => Fills::Many,
    };
    let hint = std::env::var("COLORFGBG").ok();
    app.set_look(Look { fills, answered: Background::hinted(hint.as_deref()), ..app.look() });
    let guard = Guard::enter()?;
    if app.has_mouse() {
        Screen::command(mouse::TAKE)?;
    }
    let mut screen = Screen::new(colours);
    screen.draw(&app)?;
    input::listen(sender.clone());
    let asked = background::ask(app.look(), colours)?;
    let left = thread::scope(|scope| {
        // What takes longer than a frame is made beside it.
        scope.spawn(move || {
            known.prepare();
            // Nobody listens any more if the user left in the meantime.
            let _ = sender.send(Message::Event(Event::Prepared));
        });
        turn(&mut app, &mut screen, &messages)
    });
    if let Some(asked) = asked {
        background::wait_for_answer(asked, &messages);
    }
    drop(guard);
    // Also where a signal ends the process: the next visit begins where this one ended.
    let kept = app.visit().write();
    if let Some(signal) = left? {
        signals::die_of(signal)?;
    }
    Ok(kept.err())
}

/// Sets up the explorer: the user's settings, what the last visit left, and the view that was asked for.
fn begin(app: &mut App<'_>, lexicon: &Lexicon<'_>, opening: &Opening) {
    let (settings, wrong) = Settings::open(lexicon);
    app.set(&settings);
    let link = opening.link.as_ref();
    // The explorer begins with all votes: only another view is to be made.
    if let Some(link) = link.or(Some(&settings.start).filter(|start| **start != Settings::default().start)) {
        app.start_at(link);
    }
    let mut word = wrong;
    if !opening.fresh {
        match Visit::open() {
            Ok(visit) => visit.iter().for_each(|visit| app.take_up(visit, link.is_none())),
            Err(error) => word = word.or(Some(error)),
        }
    }
    if let Some(why) = mouse::left_at_the_start(|name| std::env::var(name).ok()).filter(|_| app.has_mouse()) {
        app.leave_mouse();
        word = Some(word.map_or_else(|| why.to_owned(), |word| format!("{word}; {why}")));
    }
    let charset = app.look().charset.max(opening.charset);
    app.set_look(Look { charset, ..app.look() });
    if let Some(word) = word {
        app.tell(&word);
    }
}

/// Takes messages until one ends the explorer; gives the signal, if it was one.
fn turn(app: &mut App<'_>, screen: &mut Screen, messages: &Receiver<Message>) -> io::Result<Option<i32>> {
    while let Ok(first) = messages.recv() {
        let mut changed = false;
        for message in std::iter::once(first).chain(messages.try_iter()) {
            let effects = match message {
                Message::Event(event) => app.update(event),
                Message::Leave(signal) => return Ok(Some(signal)),
                Message::Suspend => vec![Effect::Suspend],
                Message::Gone(error) => return Err(error),
            };
            for effect in effects {
                if effect == Effect::Quit {
                    return Ok(None);
                }
                changed |= carry_out(effect, app, screen)?;
            }
        }
        if changed {
            screen.draw(app)?;
        }
    }
    Ok(None)
}

/// Does what the explorer asks for; says whether anything is to be drawn.
fn carry_out(effect: Effect, app: &mut App<'_>, screen: &mut Screen) -> io::Result<bool> {
    match effect {
        Effect::Draw => {}
        Effect::Redraw => screen.forget(),
        Effect::Suspend => suspend(app, screen)?,
        Effect::Mouse(true) => Screen::command(mouse::TAKE)?,
        Effect::Mouse(false) => Screen::command(mouse::Leave)?,
        Effect::Copy(text) => {
            let told = match clipboard::copy(&text) {
                Ok(how) => format!("copied: {text} ({how})"),
                Err(why) => format!("not copied: {why}"),
            };
            app.update(Event::Told(told));
        }
        Effect::Browse(address) => {
            app.update(Event::Told(browser::open(&address)));
        }
        Effect::Write { path, content, replace } => {
            let event = files::write(&path, content, replace, app.shared().lexicon(), || screen.picture(app));
            app.update(event);
        }
        Effect::Save { name, expression } => {
            let told = match save_bloc(app.shared().lexicon(), &name, &expression) {
                Ok(()) => format!("saved: @{} is {expression}", written(&name)),
                Err(why) => format!("not saved: {why}"),
            };
            app.update(Event::Told(told));
        }
        // The loop ends by that.
        Effect::Quit => return Ok(false),
    }
    Ok(true)
}

/// Gives the terminal back to the shell, and takes it again when the shell brings the process back. Where no shell would,
/// says so: stopped, the process would keep the terminal for good.
fn suspend(app: &mut App<'_>, screen: &mut Screen) -> io::Result<()> {
    if signals::is_orphaned() {
        app.update(Event::Told("not suspended: no shell is waiting to resume plenary".to_owned()));
        return Ok(());
    }
    Guard::pause(signals::stop)?;
    if app.has_mouse() {
        Screen::command(mouse::TAKE)?;
    }
    let Size { width, height } = size();
    app.update(Event::Resize(width, height));
    screen.forget();
    Ok(())
}
