//! The commands over roll calls that belong together: `compare` and `series`.

use crate::answer::{Compare, Series, SeriesGrid, SeriesIndex};
use crate::link::COMPARED;
use crate::query::{self, is_joiner};
use crate::record::{Record, RollCallId};

use super::asked::Asked;
use super::failure::Failure;
use super::opened::lexicon;
use super::output::Output;

/// Two to ten roll calls side by side.
pub(super) fn compare(symbols: &[String], moved: bool, record: &Record, output: &Output) -> Result<(), Failure> {
    let plain = |symbol: &str| symbol.trim().trim_end_matches([',', ';']).to_owned();
    let parted = symbols.iter().flat_map(|symbol| symbol.split(',')).map(plain);
    let meant: Vec<_> = parted.filter(|symbol| !symbol.is_empty() && !is_joiner(symbol)).collect();
    if meant != symbols && meant.len() > 1 && meant.iter().all(|symbol| query::find(record, symbol).is_ok()) {
        let meant: Vec<_> = meant.iter().map(|symbol| query::shell_quoted(symbol)).collect();
        return Err(Failure::Bad(format!("nothing goes between symbols: write plenary compare {}", meant.join(" "))));
    }
    if !COMPARED.contains(&symbols.len()) {
        let (given, most) = (symbols.len(), COMPARED.end());
        return Err(Failure::Bad(format!(
            "compare takes 2 to {most} roll calls, not {given}; name them as in: plenary compare ES-11/6 ES-11/7"
        )));
    }
    let mut ids: Vec<RollCallId> = Vec::new();
    for symbol in symbols {
        let id = find(record, symbol)?;
        if let Some(same) = ids.iter().position(|&known| known == id) {
            return Err(Failure::Bad(format!(
                "\"{}\" and \"{}\" are the same roll call, {}; name each once",
                symbols[same].escape_debug(),
                symbol.escape_debug(),
                record.rollcall(id).symbol
            )));
        }
        ids.push(id);
    }
    if let Some(&id) = ids.iter().find(|&&id| !record.is_recorded(id)) {
        return Err(Failure::Bad(format!(
            "{}: votes by member not recorded, so nobody's move is known; compare other roll calls",
            record.rollcall(id).short_symbol()
        )));
    }
    output.write(&Compare::new(record, &index(record)?, &ids, &symbols.join(" "), moved), record)
}

/// A resolution through the years, or those of its roll calls that a query asks for.
pub(super) fn series(
    (symbol, query): (&str, &[String]),
    grid: bool,
    record: &Record,
    output: &Output,
) -> Result<(), Failure> {
    let id = find(record, symbol)?;
    let lexicon = lexicon(record)?;
    let asked = Asked::around(query, id, &lexicon)?;
    let series = Series::new(record, &index(record)?, (id, symbol), asked.window(&lexicon), &asked.set);
    if grid && !series.is_empty() {
        output.write(&SeriesGrid::new(&series), record)?;
    } else {
        output.write(&series, record)?;
    }
    asked.end(&lexicon)?;
    if series.is_empty() {
        let (symbol, query) = (symbol.trim().escape_debug(), query.join(" "));
        let query = query.escape_debug();
        return Err(Failure::Nothing(format!(
            "the series of {symbol} has no roll call in \"{query}\"; try it without"
        )));
    }
    Ok(())
}

fn find(record: &Record, symbol: &str) -> Result<RollCallId, Failure> {
    query::find(record, symbol).map_err(|error| Failure::no_symbol(record, symbol, &error))
}

fn index(record: &Record) -> Result<SeriesIndex, Failure> {
    SeriesIndex::new(record).map_err(Failure::Bad)
}
