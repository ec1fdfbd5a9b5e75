//! `plenary config`: the settings with their defaults, or what is wrong in the user's own.

use std::path::Path;

use crate::record::Record;
use crate::settings::{Settings, default_text};
use crate::store;

use super::args::ConfigArgs;
use super::failure::Failure;
use super::opened::{lexicon, open};
use super::output::Output;

pub(super) fn run(args: &ConfigArgs, file: Option<&Path>, output: &Output) -> Result<(), Failure> {
    if args.default {
        return output.write_text(&default_text());
    }
    // A record of one's own that can't be read is no fault of the settings.
    let record = match open(file) {
        Err(_) if file.is_none() => Record::embedded()?,
        record => record?.record,
    };
    let path = Settings::path().ok_or_else(|| Failure::bad("there is no home folder to keep settings in"))?;
    let path = store::place(&path);
    match Settings::read(&lexicon(&record)?) {
        Ok(Some(_)) => output.write_text(&format!("config.toml has no mistakes: {path}\n")),
        Ok(None) => output.write_text(&format!("there is no {path}; the defaults are used\n")),
        Err(mistakes) => {
            let lines: String = mistakes.iter().fold(String::new(), |lines, mistake| format!("{lines}{mistake}\n"));
            output.write_text(&lines)?;
            Err(Failure::Nothing(format!("{path} is ignored until that is corrected")))
        }
    }
}
