//! `plenary votes`: every vote of a query, for a program that counts on.

use crate::answer::VoteList;
use crate::query::Expression;
use crate::record::Record;
use crate::report::VotesWide;

use super::args::VotesArgs;
use super::asked::Asked;
use super::failure::Failure;
use super::opened::lexicon;
use super::output::Output;

/// Every vote on the roll calls of a query, of all members or those of an expression.
pub(super) fn run(args: &VotesArgs, record: &Record, output: &Output) -> Result<(), Failure> {
    let lexicon = lexicon(record)?;
    let asked = Asked::new(&args.query, &lexicon)?;
    let read =
        |text: &String| Expression::parse(text, &lexicon).map_err(|error| Failure::pointed("expression", text, &error));
    let members = args.members.as_ref().map(read).transpose()?;
    let votes = VoteList::new(&lexicon, members.as_ref(), asked.window(&lexicon), &asked.set);
    if args.wide {
        output.write_rows(&VotesWide::new(&votes), votes.rollcalls().len(), record)?;
    } else {
        output.write_rows(&votes, votes.len(), record)?;
    }
    if votes.is_empty() && !asked.set.is_empty() {
        return Err(Failure::Nothing(
            "on these roll calls none of these members has a vote that was recorded".to_owned(),
        ));
    }
    asked.end(&lexicon)
}
