//! `plenary picture`: a view as a file of vector graphics.

use std::io::Write;

use crate::link::Link;
use crate::picture::{self, Undrawn};
use crate::record::Record;
use crate::report::counted;
use crate::store;

use super::args::PictureArgs;
use super::failure::Failure;
use super::opened::lexicon;
use super::output;

/// Draws what a link names into a file, never over another unless that was asked for.
pub(super) fn run(args: &PictureArgs, record: &Record) -> Result<(), Failure> {
    let place = store::place(&args.out);
    if !args.out.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("svg")) {
        return Err(Failure::Bad(format!("{place}: a picture is SVG; name a file that ends in .svg")));
    }
    if let Some(why) = store::missing_folder(&args.out) {
        return Err(Failure::Bad(why));
    }
    let lexicon = lexicon(record)?;
    let link = Link::parse(&args.link, &lexicon)?;
    let drawn = picture::draw(&lexicon, &link).map_err(|error| match error {
        Undrawn::Nothing(_) => Failure::Nothing(error.to_string()),
        Undrawn::Bad(_) => Failure::Bad(error.to_string()),
    })?;
    let text = |out: &mut dyn Write| out.write_all(drawn.as_bytes());
    let written =
        if args.force { store::replace(&args.out, text).map(|()| true) } else { store::create(&args.out, text) };
    match written {
        Ok(true) => {}
        Ok(false) => return Err(Failure::Bad(format!("{place} already exists; --force overwrites it"))),
        Err(error) => return Err(Failure::Bad(format!("{place} can't be written: {error}"))),
    }
    output::say(&format!("wrote {place}, {}", counted(drawn.len(), "byte")));
    Ok(())
}
