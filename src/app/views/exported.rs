//! The rows of any view, and the page of one of them, as a file.

use crate::answer::{Countries, Country, RollCallList, Show};
use crate::app::layout::Focus;
use crate::app::list::Row;
use crate::record::MemberId;
use crate::report::{Format, Style, render};

use super::here::Here;

/// How many of the closest and the farthest members are written, as by the command.
const NEIGHBOURS: usize = 10;

impl Here<'_, '_> {
    /// The list, or the page of its selected row.
    pub(super) fn rows_as_file(&self, format: Format, style: Style) -> Option<String> {
        let (record, lexicon) = (self.record(), self.session.lexicon);
        Some(match (self.focus, self.list.selected()?) {
            (Focus::List, Row::RollCall(_)) => {
                let beside: Vec<_> = self.session.watched.into_iter().collect();
                self.rollcalls_as_file(&beside, format, style)
            }
            (_, Row::RollCall(id)) => {
                let symbol = record.rollcall(id).symbol.to_string();
                render(&Show::new(lexicon, id, &symbol), record, format, style)
            }
            (Focus::Page | Focus::Aside, Row::Member(id)) => self.member_as_file(id, format, style),
            // The view of texts writes them itself.
            (_, Row::Text(_)) => return None,
            (Focus::List, Row::Member(_)) => {
                let ids: Vec<_> = self.list.rows().iter().copied().filter_map(Row::member).collect();
                render(&Countries::new(record, &ids, self.set, self.window()), record, format, style)
            }
        })
    }

    /// The listed roll calls, with the votes of some members beside each.
    pub(super) fn rollcalls_as_file(&self, beside: &[MemberId], format: Format, style: Style) -> String {
        let record = self.record();
        let ids: Vec<_> = self.list.rows().iter().copied().filter_map(Row::rollcall).collect();
        let list = RollCallList::new(record, &ids, self.window()).beside(record, &ids, beside);
        render(&list.with_links(record, &ids), record, format, style)
    }

    /// The record of a member.
    pub(super) fn member_as_file(&self, id: MemberId, format: Format, style: Style) -> String {
        let country = Country::new(self.session.lexicon, id, self.window(), self.set, NEIGHBOURS);
        render(&country, self.record(), format, style)
    }
}

/// A symbol as the name of a file: what is neither letter nor digit is a hyphen.
pub(super) fn file_name_of(symbol: &str) -> String {
    symbol.chars().map(|letter| if letter.is_alphanumeric() { letter } else { '-' }).collect()
}
