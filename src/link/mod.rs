//! Links: a text that names a view, what it shows and the window it is on.
//!
//! Everything up to the first `/` is the view, everything after the last `?` the query, so that symbols keep their
//! slashes: `show/A/RES/ES-11/7`, `country/UKR?topic:palestine since:2015`.

mod error;
mod read;
mod view;
mod written;

use crate::query::{Lexicon, Query, Quoting};
use crate::record::clean;

pub use self::error::LinkError;
pub use self::view::{COMPARED, LinkedView};

/// A view, and the query that sets its window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What is shown.
    pub view: LinkedView,
    /// Of which roll calls; empty for all of them.
    pub query: String,
}

impl Link {
    /// Reads a link, in the words of `lexicon`: members and roll calls may be named as in the commands.
    ///
    /// # Errors
    /// In one line: what is not understood, and what would work.
    pub fn parse(text: &str, lexicon: &Lexicon<'_>) -> Result<Self, LinkError> {
        let link = Self::parse_any_query(text, lexicon)?;
        let read = if link.view.is_about_members() {
            Query::parse_beside_names(&link.query, Quoting::Plain, lexicon)
        } else {
            Query::parse(&link.query, lexicon)
        };
        read.map_err(|error| error.pointed("query", &link.query))?;
        Ok(link)
    }

    /// Reads a link whose query may be one that can't be read, to be mended where it is shown.
    ///
    /// # Errors
    /// In one line: what of the view is not understood.
    pub fn parse_any_query(text: &str, lexicon: &Lexicon<'_>) -> Result<Self, LinkError> {
        let (text, _) = clean(text);
        let (text, options) = read::parted(&text);
        let (view, query) = text.rsplit_once('?').unwrap_or((text, ""));
        let view = read::with_options(read::view(view.trim(), lexicon)?, options)?;
        Ok(Self { view, query: query.trim().to_owned() })
    }

    /// The link in its plainest form, which reads as the same view again: members by code, roll calls by whole symbol or
    /// record number.
    pub fn to_text(&self, lexicon: &Lexicon<'_>) -> String {
        let view = written::view(&self.view, lexicon);
        // A query may have a question mark, which in its plainest form is gone.
        let query = Query::parse(&self.query, lexicon).map_or_else(
            |_| self.query.clone(),
            |query| if self.view.is_about_members() { query.to_text_beside_names(lexicon) } else { query.to_string() },
        );
        let options = written::options(&self.view);
        if query.is_empty() { format!("{view}{options}") } else { format!("{view}?{query}{options}") }
    }
}
