//! The registry of all views, and what is asked of each of them until one answers.

use super::{ViewKind, blocs, compare, countries, drift, matrix, pair, positions, series, votes, world};
use crate::app::App;
use crate::app::action::Action;
use crate::query::LinkedView;

/// The views that have a number, in its order.
pub(in crate::app) static NUMBERED: [&ViewKind; 5] =
    [&votes::KIND, &countries::KIND, &blocs::KIND, &compare::KIND, &world::KIND];

/// The views that have none.
static OTHERS: [&ViewKind; 5] = [&pair::KIND, &matrix::KIND, &positions::KIND, &drift::KIND, &series::KIND];

/// Does what an action says of any view, whichever is seen; none if it is about none. Says whether anything changed.
pub(in crate::app) fn act_on_any(app: &mut App<'_>, action: Action) -> Option<bool> {
    NUMBERED.into_iter().chain(OTHERS).find_map(|kind| (kind.act)(app, action))
}

/// Opens what a link names, under a query.
pub(super) fn open_linked(app: &mut App<'_>, link: &LinkedView, query: &str) {
    NUMBERED.into_iter().chain(OTHERS).find(|kind| (kind.opens)(app, link, query));
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Size;

    use super::*;
    use crate::app::Resources;
    use crate::query::SavedBlocs;
    use crate::query::{Lexicon, Link};
    use crate::record::Record;

    #[test]
    fn a_link_is_opened_by_one_kind_of_view_and_opens_what_it_names() {
        let record = Record::embedded().unwrap();
        let lexicon = Lexicon::new(&record, Ok(SavedBlocs::default())).unwrap();
        let known = Resources::new(&lexicon);
        for text in [
            "votes",
            "show/A/RES/ES-11/7",
            "countries",
            "country/UKR",
            "pair/UKR,ISR",
            "blocs",
            "blocs/@EU;@BRICS",
            "compare",
            "compare/A/RES/ES-11/6,A/RES/ES-11/7",
            "series/A/RES/ES-11/7",
            "world/A/RES/ES-11/7",
            "world/country/UKR",
            "world/blocs/@EU;@BRICS",
            "matrix",
            "positions",
        ] {
            let link = Link::parse(text, &lexicon).unwrap();
            let mut app = App::new(&known, "", Size { width: 120, height: 40 });
            let kinds = NUMBERED.into_iter().chain(OTHERS);
            let opened: Vec<_> = kinds.filter(|kind| (kind.opens)(&mut app, &link.view, "")).collect();
            assert_eq!(opened.len(), 1, "{text}: {opened:?}");
            app.fit();
            assert_eq!(app.link().to_text(&lexicon), text);
        }
    }
}
