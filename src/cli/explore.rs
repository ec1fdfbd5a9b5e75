//! `plenary` without a command: the explorer.

use crate::link::Link;
use crate::query::Lexicon;
use crate::settings::Charset;
use crate::terminal::{self, Opening};
use crate::ui::Colours;

use super::args::{Args, When};
use super::asked::Asked;
use super::failure::Failure;
use super::{letters, output, usage};

/// Opens the explorer.
pub(super) fn explore(args: &Args, lexicon: &Lexicon<'_>) -> Result<(), Failure> {
    let asked = Asked::in_explorer(&args.query, lexicon);
    let nothing = asked.as_ref().map_or(true, |asked| asked.set.is_empty());
    if let Some(word) = args.query.first()
        && let Some(meant) = usage::command_meant(word)
        && (nothing || word.to_lowercase() == meant)
    {
        let word = word.escape_debug();
        return Err(Failure::Bad(format!("no command is called \"{word}\"; did you mean plenary {meant}?")));
    }
    let asked = asked?;
    let link = match &args.at {
        Some(link) => Some(Link::parse(link, lexicon)?),
        None => asked.link(lexicon.record()),
    };
    let colours = match args.options.color {
        When::Never => Some(Colours::None),
        When::Always => Some(Colours::of(|name| std::env::var(name).ok().filter(|_| name != "NO_COLOR"))),
        When::Auto => None,
    };
    let charset = match args.options.ascii {
        true => Charset::Ascii,
        false if letters::are_few() => Charset::AsciiScreen,
        false => Charset::Unicode,
    };
    let opening = Opening { link, fresh: args.fresh, charset, colours };
    let lost = terminal::run(lexicon, &opening).map_err(|error| Failure::bad(error.to_string()))?;
    if let Some(lost) = lost {
        output::say(&lost);
    }
    Ok(())
}
