//! Links: a text that names a view, what it shows and the window it is on.
//!
//! Everything up to the first `/` is the view, everything after the last `?` the query, so that symbols keep their
//! slashes: `show/A/RES/ES-11/7`, `country/UKR?topic:palestine since:2015`. Behind the first `#` outside quotes is how the
//! view is shown: `votes?topic:palestine#watch=KEN;sort=no`.

mod error;
mod options;
mod read;
mod view;
mod written;

use crate::query::{Lexicon, Query, Quoting};
use crate::record::clean;

pub use self::error::LinkError;
pub use self::options::LinkOptions;
pub use self::view::{COMPARED, LinkedView};

/// A view, and the query that sets its window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What is shown.
    pub view: LinkedView,
    /// Of which roll calls; empty for all of them.
    pub query: String,
    /// How it is shown.
    pub options: LinkOptions,
}

impl Link {
    /// A view over the roll calls of a query, shown as it is by itself.
    pub fn new(view: LinkedView, query: String) -> Self {
        Self { view, query, options: LinkOptions::default() }
    }

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
        let (text, options) = options::parted(&text);
        let (view, query) = text.rsplit_once('?').unwrap_or((text, ""));
        let mut options = LinkOptions::read(options, lexicon)?;
        let view = match read::view(view.trim(), lexicon)? {
            // It is another view, and is written as an option of this one.
            LinkedView::Series(id) if std::mem::take(&mut options.grid) => LinkedView::Grid(id),
            _ if options.grid => {
                return Err(LinkError::Bad("#grid is for a series, as in series/79/7#grid".to_owned()));
            }
            view => view,
        };
        Ok(Self { view, query: query.trim().to_owned(), options })
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
        let grid = matches!(self.view, LinkedView::Grid(_));
        let options = LinkOptions { grid, ..self.options.clone() }.to_text(lexicon);
        let (question, hash) = (if query.is_empty() { "" } else { "?" }, if options.is_empty() { "" } else { "#" });
        format!("{view}{question}{query}{hash}{options}")
    }
}
