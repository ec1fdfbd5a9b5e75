//! A line of text as it is typed.

use std::borrow::Cow;

use tui_input::{Input, InputRequest};

use crate::record::{self, is_clean};

use crate::actions::Action;

/// How many characters a line can have: more than anybody types, less than what a wrong paste brings.
const LONGEST: usize = 1000;

/// What an edit of a line changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineChange {
    /// Nothing: the cursor was at an end, or the action is no edit.
    Nothing,
    /// Where the cursor is.
    Cursor,
    /// The text.
    Text,
}

impl LineChange {
    /// Whether anything has to be drawn anew.
    pub fn is_any(self) -> bool {
        self != Self::Nothing
    }
}

/// A line of text with a cursor.
#[derive(Clone, Debug, Default)]
pub struct TextField {
    input: Input,
    /// Whether all of it is selected: what is typed next takes its place.
    selected: bool,
}

impl TextField {
    /// A line with this text, and the cursor after it.
    pub fn new(text: &str) -> Self {
        Self { input: Input::new(clean(text, LONGEST)), selected: false }
    }

    /// A line with this text, all of it selected.
    pub fn selected(text: &str) -> Self {
        Self { selected: !text.is_empty(), ..Self::new(text) }
    }

    /// Whether all of it is selected.
    pub fn is_selected(&self) -> bool {
        self.selected
    }

    /// Writes a text at the cursor, or in the place of what is selected; says whether the line changed.
    pub fn insert(&mut self, text: &str) -> bool {
        if self.selected && !clean(text, LONGEST).is_empty() {
            *self = Self::default();
        }
        let line = self.input.value();
        let text = clean(text, LONGEST.saturating_sub(line.chars().count()));
        if text.is_empty() {
            return false;
        }
        let at = self.cursor();
        let cursor = self.input.cursor() + text.chars().count();
        let line = format!("{}{text}{}", &line[..at], &line[at..]);
        self.input = std::mem::take(&mut self.input).with_value(line).with_cursor(cursor);
        true
    }

    /// Writes a text in the place of the bytes of `span`, and puts the cursor after it.
    pub fn replace(&mut self, span: std::ops::Range<usize>, text: &str) {
        let line = self.input.value();
        let (Some(before), Some(behind)) = (line.get(..span.start), line.get(span.end..)) else { return };
        self.selected = false;
        let before = clean(&format!("{before}{text}"), LONGEST);
        let cursor = before.chars().count();
        let line = clean(&format!("{before}{behind}"), LONGEST);
        self.input = std::mem::take(&mut self.input).with_value(line).with_cursor(cursor);
    }

    /// Moves the cursor or deletes; says what that changed. A move keeps what is selected, a deletion takes it away; but
    /// a deletion of one word takes only the last.
    pub fn edit(&mut self, action: Action) -> LineChange {
        if self.selected {
            match action {
                Action::DeleteBefore | Action::DeleteAfter | Action::DeleteToStart | Action::DeleteToEnd => {
                    *self = Self::default();
                    return LineChange::Text;
                }
                Action::CursorLeft | Action::CursorRight | Action::CursorStart | Action::CursorEnd => {
                    self.selected = false;
                    self.edit(action);
                    return LineChange::Cursor;
                }
                Action::DeleteWord => self.selected = false,
                _ => {}
            }
        }
        let request = match action {
            Action::CursorLeft => InputRequest::GoToPrevChar,
            Action::CursorRight => InputRequest::GoToNextChar,
            Action::CursorStart => InputRequest::GoToStart,
            Action::CursorEnd => InputRequest::GoToEnd,
            Action::DeleteBefore => InputRequest::DeletePrevChar,
            Action::DeleteAfter => InputRequest::DeleteNextChar,
            Action::DeleteWord => InputRequest::DeletePrevWord,
            Action::DeleteToStart => InputRequest::DeleteFromStart,
            Action::DeleteToEnd => InputRequest::DeleteTillEnd,
            _ => return LineChange::Nothing,
        };
        match self.input.handle(request) {
            Some(changed) if changed.value => LineChange::Text,
            Some(_) => LineChange::Cursor,
            None => LineChange::Nothing,
        }
    }

    /// The text.
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// The byte at which the cursor is.
    pub fn cursor(&self) -> usize {
        let line = self.input.value();
        line.char_indices().nth(self.input.cursor()).map_or(line.len(), |(at, _)| at)
    }

    /// How many columns are to be left out at the start, so that the cursor is seen in the given number of columns.
    pub fn skipped(&self, columns: usize) -> usize {
        self.input.visual_scroll(columns)
    }

    /// The column of the cursor, counted from the start of the text.
    pub fn column(&self) -> usize {
        self.input.visual_cursor()
    }
}

/// A text as one line of at most `longest` characters. The spaces around it stay: one of them may be what was typed.
fn clean(text: &str, longest: usize) -> String {
    let text = if is_clean(text) { Cow::Borrowed(text) } else { record::clean(text).0 };
    text.chars().take(longest).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pasted_text_becomes_one_line_without_commands() {
        let mut field = TextField::default();
        field.insert("ab");
        field.edit(Action::CursorLeft);
        field.insert("1\n2\u{1b}[31m3\u{7}");
        assert_eq!((field.text(), field.cursor()), ("a1 23b", 5));
        field.insert(&"x".repeat(5000));
        assert_eq!(field.text().chars().count(), LONGEST);
        assert!(!field.insert("x"));
    }

    #[test]
    fn what_is_selected_gives_way_to_what_is_typed_and_a_move_keeps_it() {
        for (action, typed, text) in [
            (None, "x", "x"),
            (None, "", "one two"),
            (Some(Action::CursorRight), "x", "one twox"),
            (Some(Action::CursorLeft), "x", "one twxo"),
            (Some(Action::CursorStart), "x", "xone two"),
            (Some(Action::DeleteBefore), "x", "x"),
            (Some(Action::DeleteWord), "x", "one x"),
            (Some(Action::Up), "x", "x"),
        ] {
            let mut field = TextField::selected("one two");
            if let Some(action) = action {
                field.edit(action);
            }
            field.insert(typed);
            assert_eq!(field.text(), text, "{action:?}");
            assert_eq!(field.is_selected(), typed.is_empty());
        }
        assert!(!TextField::selected("").is_selected());
    }

    #[test]
    fn a_word_is_replaced_and_the_cursor_stands_behind_it() {
        let mut field = TextField::new("a ükr b");
        field.replace(2..6, "UKR:");
        assert_eq!((field.text(), field.cursor()), ("a UKR: b", 6));
    }
}
