//! `plenary config`: the settings with their defaults, or what is wrong in the user's own.

use std::path::Path;

use crate::settings::{Settings, default_text};
use crate::store;

use super::args::ConfigArgs;
use super::output::Output;
use super::{Failure, lexicon, open};

pub(super) fn run(args: &ConfigArgs, file: Option<&Path>, output: &Output) -> Result<(), Failure> {
    if args.default {
        return output.write_text(&default_text());
    }
    let record = open(file)?.record;
    let path = Settings::path().ok_or_else(|| Failure::bad("there is no home folder to keep settings in"))?;
    let path = store::place(&path);
    match Settings::read(&lexicon(&record)?) {
        Ok(Some(_)) => output.write_text(&format!("config.toml is fine: {path}\n")),
        Ok(None) => output.write_text(&format!("there is no {path}; the settings are the program's own\n")),
        Err(mistakes) => {
            let lines: String = mistakes.iter().fold(String::new(), |lines, mistake| format!("{lines}{mistake}\n"));
            output.write_text(&lines)?;
            Err(Failure::Nothing(format!("{path} is not used until that is mended")))
        }
    }
}
