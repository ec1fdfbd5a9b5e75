//! The view of a link in its plainest form.

use crate::query::{Expression, Lexicon};
use crate::record::{MemberId, RollCallId};

use super::view::LinkedView;

/// A view as a link names it: members by code, roll calls by whole symbol or record number.
pub(super) fn view(view: &LinkedView, lexicon: &Lexicon<'_>) -> String {
    let code = |id: &MemberId| lexicon.record().code(*id);
    let symbol = |id: &RollCallId| {
        let symbol = lexicon.symbol(*id);
        // Those that a link has a meaning of its own for.
        if symbol.contains([',', '?']) { lexicon.record().rollcall(*id).number.to_string() } else { symbol }
    };
    let plain = |text: &String| Expression::parse(text, lexicon).map_or_else(|_| text.clone(), |it| it.to_string());
    let blocs = |texts: &[String]| texts.iter().map(plain).collect::<Vec<_>>().join(";");
    match view {
        LinkedView::Votes => "votes".to_owned(),
        LinkedView::Show(id) => format!("show/{}", symbol(id)),
        LinkedView::Countries => "countries".to_owned(),
        LinkedView::Country(id) => format!("country/{}", code(id)),
        LinkedView::Pair(a, b) => format!("pair/{},{}", code(a), code(b)),
        LinkedView::Between(a, [b, c]) => format!("between/{},{},{}", code(a), code(b), code(c)),
        LinkedView::Blocs(texts) if texts.is_empty() => "blocs".to_owned(),
        LinkedView::Blocs(texts) => format!("blocs/{}", blocs(texts)),
        LinkedView::Compare(ids) if ids.is_empty() => "compare".to_owned(),
        LinkedView::Compare(ids) => format!("compare/{}", ids.iter().map(symbol).collect::<Vec<_>>().join(",")),
        LinkedView::Drift(id) => format!("drift/{}", code(id)),
        LinkedView::Series(id) | LinkedView::Grid(id) => format!("series/{}", symbol(id)),
        LinkedView::World(None) => "world".to_owned(),
        LinkedView::World(Some(id)) => format!("world/{}", symbol(id)),
        LinkedView::WorldCountry(id) => format!("world/country/{}", code(id)),
        LinkedView::WorldBlocs(texts) => format!("world/blocs/{}", blocs(texts)),
        LinkedView::Matrix => "matrix".to_owned(),
        LinkedView::Positions => "positions".to_owned(),
        LinkedView::Vetoes => "vetoes".to_owned(),
        LinkedView::Texts => "texts".to_owned(),
        LinkedView::Text(id) => format!("text/{}", lexicon.record().text(*id).symbol),
    }
}
