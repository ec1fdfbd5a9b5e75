//! The one table of what can be done: key bar, help and key map are made from it.

/// What the explorer can be told to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each has its sentence in the table")]
pub enum Action {
    Up,
    Down,
    PageUp,
    PageDown,
    HalfPageUp,
    HalfPageDown,
    First,
    Last,
    PreviousGroup,
    NextGroup,
    PreviousRollCall,
    NextRollCall,
    Open,
    Back,
    SwitchPane,
    Filter,
    KeepFilter,
    DropFilter,
    CursorLeft,
    CursorRight,
    CursorStart,
    CursorEnd,
    DeleteBefore,
    DeleteAfter,
    DeleteWord,
    DeleteToStart,
    DeleteToEnd,
    Help,
    CloseHelp,
    NothingBehind,
    Quit,
    Suspend,
}

/// Where a key is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Context {
    /// In the list of roll calls.
    List,
    /// In the selected roll call.
    Detail,
    /// While the filter is typed.
    Filter,
    /// In the help.
    Help,
}

impl Context {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::List, Self::Detail, Self::Filter, Self::Help];

    /// What the help calls it.
    pub fn title(self) -> &'static str {
        match self {
            Self::List => "In the list",
            Self::Detail => "In a roll call",
            Self::Filter => "While filtering",
            Self::Help => "In this help",
        }
    }
}

/// What an action is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Moving within a view.
    Move,
    /// Going from one view to another.
    Go,
    /// Choosing roll calls.
    Choose,
    /// Writing a line of text.
    Write,
    /// The program itself.
    Program,
}

/// An action and all that is said of it.
#[derive(Debug)]
pub struct Entry {
    /// What it does.
    pub action: Action,
    /// What it is about.
    pub group: Group,
    /// Its name, as one would search for it.
    pub name: &'static str,
    /// A word or two for the key bar; empty for an action that the bar leaves out.
    pub label: &'static str,
    /// One sentence.
    pub help: &'static str,
    /// Its keys, the first of them the one that the key bar shows.
    pub keys: &'static [&'static str],
    /// Where it applies.
    pub contexts: &'static [Context],
}

use Context::{Detail, Filter, Help, List};

macro_rules! table {
    ($($action:ident, $group:ident, $name:literal, $label:literal, $help:literal, $keys:expr, $contexts:expr;)*) => {
        /// Everything that can be done, what matters most first: the key bar drops its labels from the end.
        pub static TABLE: &[Entry] = &[$(Entry {
            action: Action::$action, group: Group::$group, name: $name, label: $label, help: $help,
            keys: &$keys, contexts: &$contexts,
        }),*];
    };
}

table! {
    Open, Go, "open", "open", "Go into the selected roll call, to read all who voted.",
        ["Enter", "l", "Right"], [List];
    KeepFilter, Choose, "keep filter", "keep", "Keep the filter and go to the list.",
        ["Enter"], [Filter];
    DropFilter, Choose, "drop filter", "undo", "Go back to the filter that was there before.",
        ["Esc"], [Filter];
    Back, Go, "back", "back", "Go back to the list.",
        ["Esc", "q", "h", "Left"], [Detail];
    CloseHelp, Program, "close help", "close", "Close the help.",
        ["Esc", "q", "?"], [Help];
    Filter, Choose, "filter", "filter", "Choose roll calls by words or terms: since:2022, topic:palestine, USA:no, @EU:split, yes>100.",
        ["/"], [List, Detail];
    NextGroup, Move, "next group", "next group", "Go to the next group: yes, no, abstain, absent.",
        ["]"], [Detail];
    PreviousGroup, Move, "previous group", "", "Go to the group before.",
        ["["], [Detail];
    NextRollCall, Move, "next roll call", "next", "Show the next roll call of the list.",
        ["n", "J"], [Detail];
    PreviousRollCall, Move, "previous roll call", "", "Show the roll call before this one in the list.",
        ["p", "K"], [Detail];
    SwitchPane, Go, "switch pane", "", "Go from the list to the roll call and back.",
        ["Tab", "BackTab"], [List, Detail];
    Help, Program, "help", "help", "Show what every key does.",
        ["?", "F1"], [List, Detail];
    Quit, Program, "quit", "quit", "Leave the program.",
        ["q"], [List];
    Up, Move, "up", "", "Up by one row.",
        ["Up", "k"], [List, Detail, Filter, Help];
    Down, Move, "down", "", "Down by one row.",
        ["Down", "j"], [List, Detail, Filter, Help];
    PageUp, Move, "page up", "", "Up by a page.",
        ["PageUp", "C-b"], [List, Detail, Filter, Help];
    PageDown, Move, "page down", "", "Down by a page.",
        ["PageDown", "C-f"], [List, Detail, Filter, Help];
    HalfPageUp, Move, "half a page up", "", "Up by half a page.",
        ["C-u"], [List, Detail, Help];
    HalfPageDown, Move, "half a page down", "", "Down by half a page.",
        ["C-d"], [List, Detail, Help];
    First, Move, "first", "", "To the first row.",
        ["Home", "g"], [List, Detail, Help];
    Last, Move, "last", "", "To the last row.",
        ["End", "G"], [List, Detail, Help];
    CursorLeft, Write, "left", "", "One character to the left.",
        ["Left"], [Filter];
    CursorRight, Write, "right", "", "One character to the right.",
        ["Right"], [Filter];
    CursorStart, Write, "start of line", "", "To the start of the line.",
        ["Home", "C-a"], [Filter];
    CursorEnd, Write, "end of line", "", "To the end of the line.",
        ["End", "C-e"], [Filter];
    DeleteBefore, Write, "delete before", "", "Delete the character before the cursor.",
        ["Backspace", "C-h"], [Filter];
    DeleteAfter, Write, "delete after", "", "Delete the character under the cursor.",
        ["Delete", "C-d"], [Filter];
    DeleteWord, Write, "delete word", "", "Delete the word before the cursor.",
        ["C-w"], [Filter];
    DeleteToStart, Write, "delete to start", "clear", "Delete everything before the cursor.",
        ["C-u"], [Filter];
    DeleteToEnd, Write, "delete to end", "", "Delete everything behind the cursor.",
        ["C-k"], [Filter];
    NothingBehind, Go, "nothing behind", "", "There is nothing behind the list to go back to; it says how to leave.",
        ["Esc"], [List];
    Suspend, Program, "suspend", "", "Stop the program; the shell's fg brings it back.",
        ["C-z"], [List, Detail, Filter, Help];
    Quit, Program, "quit at once", "", "Leave the program from anywhere.",
        ["C-c"], [List, Detail, Filter, Help];
}

/// What can be done in `context`, in the order of the table.
pub fn in_context(context: Context) -> impl Iterator<Item = &'static Entry> {
    TABLE.iter().filter(move |entry| entry.contexts.contains(&context))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_is_explained_in_one_sentence() {
        for entry in TABLE {
            assert!(entry.help.ends_with('.'), "{}", entry.name);
            assert!(entry.help.starts_with(char::is_uppercase), "{}", entry.name);
            assert!(!entry.contexts.is_empty(), "{}", entry.name);
        }
    }
}
