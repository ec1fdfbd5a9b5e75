//! The selected roll call: title, day, tally, and every member by how it voted; only the lines that are seen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line as Row, Span};

use crate::app::{App, Focus, Layout, Line};
use crate::record::State;

use super::theme::{Theme, mark};
use super::{bar, fitted, pane, put};

/// Draws the pane.
pub(super) fn draw(app: &App<'_>, theme: &Theme, layout: &Layout, canvas: &mut Buffer) {
    if layout.detail.is_empty() {
        return;
    }
    let votes = app.votes();
    let title = votes.list().selected().map(|id| app.record().rollcall(id)).map_or_else(String::new, |rollcall| {
        if rollcall.symbol.is_empty() { rollcall.short_symbol().into_owned() } else { rollcall.symbol.to_string() }
    });
    let focused = app.focus() == Focus::Detail;
    pane::draw(layout.detail, &[&title], votes.scroll(), focused, theme, canvas);
    let area = layout.lines();
    let lines = votes.document().lines().iter().skip(votes.scroll().first);
    for (line, row) in lines.zip(area.rows()) {
        draw_line(app, line, theme, row, canvas);
    }
}

fn draw_line(app: &App<'_>, line: &Line, theme: &Theme, row: Rect, canvas: &mut Buffer) {
    let line = match line {
        Line::Blank => return,
        Line::Title(text) => Row::styled(text.as_str(), theme.title()),
        Line::Facts(text) | Line::Members(text) => Row::styled(text.as_str(), theme.quiet()),
        Line::Remark(text) | Line::Text(text) => Row::raw(text.as_str()),
        Line::Section(text) => Row::styled(*text, theme.title()),
        Line::Bar => bar::line(app.votes().document().tally(), row.width.into(), theme),
        Line::Counts(members) => counts(app, members, theme),
        Line::Heading(state, count) => {
            let style = theme.vote(*state).patch(theme.title());
            Row::styled(format!("{} {count}", heading(*state)), style)
        }
        Line::Names(state, names) => {
            for &(column, member) in names {
                let column = column.min(row.width);
                let area = Rect { x: row.x + column, width: row.width - column, ..row };
                let name = fitted(
                    &app.record().members().get(member).name,
                    Rect { width: area.width.saturating_sub(2), ..area },
                );
                let letter = Span::styled(mark(*state).to_string(), theme.vote(*state));
                put(canvas, area, &Row::from(vec![letter, Span::raw(" "), Span::raw(name)]));
            }
            return;
        }
    };
    put(canvas, row, &line);
}

/// `Y 93   N 18   A 65   · 17   of 193 members`
fn counts(app: &App<'_>, members: &str, theme: &Theme) -> Row<'static> {
    let tally = app.votes().document().tally();
    let mut spans = Vec::new();
    for state in State::OF_MEMBERS {
        // A record without absences counts none.
        if state != State::Absent || app.record().origin().has_absences() {
            spans.push(Span::styled(mark(state).to_string(), theme.vote(state).patch(theme.title())));
            spans.push(Span::styled(format!(" {}   ", tally.of(state)), theme.title()));
        }
    }
    spans.push(Span::styled(members.to_owned(), theme.quiet()));
    Row::from(spans)
}

fn heading(state: State) -> &'static str {
    match state {
        State::Yes => "Yes",
        State::No => "No",
        State::Abstain => "Abstain",
        State::Absent => "Absent",
        State::NotMember => "Not a member",
    }
}
