//! `plenary blocs`: the blocs that have a name, and those that a user saves.

use crate::answer::Blocs;
use crate::query::{Expression, Lexicon, written};
use crate::record::Record;
use crate::user::{open_blocs, remove_bloc, save_bloc};

use super::args::BlocsArgs;
use super::failure::Failure;
use super::output::{self, Output};

/// Saves or removes a bloc of the user's, then lists all of them.
pub(super) fn run(change: &BlocsArgs, record: &Record, output: &Output) -> Result<(), Failure> {
    let lexicon = Lexicon::new(record, Ok(open_blocs().map_err(Failure::Bad)?)).map_err(Failure::Bad)?;
    // All are read before one is kept.
    let mut wanted = Vec::new();
    for pair in change.save.chunks_exact(2) {
        let (name, text) = (&pair[0], &pair[1]);
        lexicon.can_be_named(name).map_err(|error| Failure::Bad(error.to_string()))?;
        let expression =
            Expression::parse(text, &lexicon).map_err(|error| Failure::pointed("expression", text, &error))?;
        wanted.push((name, expression));
    }
    for (name, expression) in wanted {
        save_bloc(&lexicon, name, &expression).map_err(Failure::Bad)?;
    }
    if let Some(name) = &change.remove {
        let name = name.trim_start_matches('@');
        match remove_bloc(&lexicon, name).map_err(Failure::Bad)? {
            None => return Err(Failure::Nothing(format!("no saved bloc is called \"{}\"", name.escape_debug()))),
            Some(lost) => {
                for other in lost {
                    output::say(&format!("@{} was defined by it and can no longer be read", written(&other)));
                }
            }
        }
    }
    output.write(&Blocs::new(&lexicon).map_err(Failure::Bad)?, record)
}
