//! The table of actions, from which key bar, help, key map, README and manual are made.

use super::action::Context::{self, Filter, Help, Line, List, Page, Pick};
use super::action::{Action, ActionEntry, ActionGroup};

macro_rules! table {
    ($($action:ident, $group:ident, $name:literal, $label:literal, $help:literal, $keys:expr, $contexts:expr;)*) => {
        /// All actions, the most important first: the key bar drops labels from the end.
        pub static TABLE: &[ActionEntry] = &[$(ActionEntry {
            action: Action::$action, group: ActionGroup::$group, name: $name, label: $label, help: $help,
            keys: &$keys, contexts: &$contexts,
        }),*];
    };
}

table! {
    Open, Go, "open", "open", "Open what is selected",
        ["Enter", "l", "Right"], [List];
    Open, Go, "follow", "open", "Open what is under the cursor",
        ["Enter"], [Page];
    Accept, Choose, "keep filter", "keep", "Keep the line, with the proposal if you chose it",
        ["Enter"], [Filter];
    Complete, Choose, "complete", "complete", "Insert the marked proposal",
        ["Tab"], [Filter];
    Cancel, Choose, "drop filter", "undo", "Restore the line as it was",
        ["Esc"], [Filter];
    Accept, Choose, "take years", "take", "Filter to the selected years",
        ["Enter"], [Context::Timeline];
    Mark, Choose, "start of years", "start", "Start a range here; arrows extend it",
        ["Space"], [Context::Timeline];
    Left, Move, "year before", "year before", "Go to the previous year",
        ["Left", "h"], [Context::Timeline];
    Right, Move, "year after", "year after", "Go to the next year",
        ["Right", "l"], [Context::Timeline];
    PageUp, Move, "ten years before", "", "Go back ten years",
        ["PageUp", "Up", "k"], [Context::Timeline];
    PageDown, Move, "ten years after", "", "Go forward ten years",
        ["PageDown", "Down", "j"], [Context::Timeline];
    Cancel, Choose, "keep window", "close", "Close without changing anything",
        ["Esc", "q", "d"], [Context::Timeline];
    Accept, Choose, "take", "take", "Choose what is marked",
        ["Enter"], [Pick];
    Cancel, Choose, "close", "close", "Close without changing anything",
        ["Esc"], [Pick];
    Accept, Write, "accept", "done", "Accept the line",
        ["Enter"], [Line];
    Cancel, Write, "give up", "give up", "Close without changing anything",
        ["Esc"], [Line];
    Back, Go, "back", "back", "Undo this view's filter, or go back a view",
        ["Esc"], [Page, List];
    Mark, Choose, "mark", "mark", "Mark or unmark the roll call",
        ["Space"], [List, Page];
    BlocA, Choose, "edit a", "edit A",
        "Edit bloc A: USA+RUS+ISR, @EU-HUN, no(ES-11/7)",
        ["a"], [Context::Blocs];
    BlocB, Choose, "edit b", "edit B", "Edit bloc B",
        ["b"], [Context::Blocs];
    SwapBlocs, Choose, "swap blocs", "swap", "Swap A and B",
        ["x"], [Context::Blocs];
    SaveBloc, Take, "save a bloc", "save", "Save A or B under a name, to use as @name",
        ["s"], [Context::Blocs];
    Voters, Go, "blocs of a vote", "blocs",
        "Compare this vote's opponents with its abstainers",
        ["b"], [List, Page];
    CompareMarked, Go, "compare", "compare", "Compare the marked roll calls, two to ten",
        ["v"], [List, Page];
    Moved, Choose, "only moved", "moved", "Show only members that moved, or all",
        ["m"], [Context::Compare];
    Nearer, Move, "zoom in", "zoom in", "Zoom in; arrows pan",
        ["+", "="], [Context::World];
    Farther, Move, "zoom out", "zoom out", "Zoom out",
        ["-"], [Context::World];
    Whole, Move, "whole world", "whole", "Show the whole world",
        ["0"], [Context::World];
    Pair, Go, "pair", "with another", "Compare with another country",
        ["v"], [Context::Countries];
    Metric, Choose, "metric", "metric", "Switch to the next metric",
        ["m"], [Context::Pair, Context::Matrix];
    Order, Choose, "order of members", "order",
        "Change the order: alike, group, agreement, name",
        ["o"], [Context::Matrix];
    MoreGroups, Choose, "more groups", "more groups", "Cut into one more group",
        ["+", "="], [Context::Matrix];
    FewerGroups, Choose, "fewer groups", "fewer", "Cut into one group fewer",
        ["-"], [Context::Matrix];
    GroupBloc, Go, "group as a bloc", "blocs",
        "Compare the row's group with the column's",
        ["b"], [Context::Matrix];
    Left, Move, "earlier texts", "earlier", "Show earlier texts of the series",
        ["Left", "h"], [Context::Grid];
    Right, Move, "later texts", "later", "Show later texts of the series",
        ["Right", "l"], [Context::Grid];
    SplitDay, Choose, "any day", "any day", "Type the day on which the later period starts",
        ["a"], [Context::Drift];
    LaterYear, Choose, "later year", "year later", "Start the later period a year later",
        ["+", "="], [Context::Drift];
    EarlierYear, Choose, "earlier year", "earlier", "Start the later period a year earlier",
        ["-"], [Context::Drift];
    Which, Choose, "which roll calls", "which", "Change which roll calls are listed",
        ["t"], [Context::Pair];
    Filter, Choose, "filter", "filter", "Filter roll calls: ukraine, since:2022, USA:no",
        ["/"], [List, Page];
    ClearFilter, Choose, "clear filter", "", "Clear the filter: all roll calls again",
        [], [List, Page];
    Country, Go, "country", "country", "Find a country by any name or code",
        ["c"], [List, Page];
    Group, Choose, "turn grouping", "group", "Group by vote, region, subregion or bloc",
        ["t"], [List, Page];
    Palette, Program, "palette", "palette", "Find any action, or open a link",
        [":"], [List, Page];
    Help, Program, "help", "help", "Show every key, the query language, a glossary",
        ["?", "F1"], [List, Page];
    Leave, Program, "leave", "quit", "Go back, or quit from the top level",
        ["q"], [List, Page];
    Find, Move, "find", "find", "Find a word or name in the list or page",
        ["f"], [List, Page];
    Sort, Choose, "sort", "sort", "Choose the column to sort by",
        ["s"], [List];
    Watch, Choose, "watch", "watch", "Show a country's vote on each roll call",
        ["w"], [List, Page];
    Between, Go, "against two", "against two", "Hold a country against two others, year by year",
        ["B"], [Context::Countries, Context::Pair];
    Drift, Go, "drift", "drift",
        "Compare agreement before and after a year",
        ["D"], [Context::Countries, Context::Pair, Context::Positions, Context::Matrix, Context::World];
    CompareEarlier, Go, "compare with earlier", "who moved", "Compare with the previous text of its series",
        ["V"], [List, Page];
    Earlier, Go, "earlier text", "earlier", "Go to the previous text of the series",
        ["p"], [List, Page];
    Later, Go, "later text", "later", "Go to the next text of the series",
        ["n"], [List, Page];
    Series, Go, "series", "series", "Open the series: this resolution through the years",
        ["r"], [List, Page];
    Grid, Go, "grid", "grid", "Open the series as a grid: who wavers",
        ["W"], [List, Page];
    Timeline, Choose, "years", "years",
        "Choose years on the timeline",
        ["d"], [List, Page];
    Universe, Choose, "universe", "universe",
        "Switch between Assembly, Council and both",
        ["u"], [List, Page];
    Order, Choose, "order of roll calls", "order", "Order by date, or as marked",
        ["o"], [Context::Compare];
    Hide, Choose, "hide", "hide", "Hide the selected member",
        ["z"], [Context::Compare];
    Pin, Choose, "pin", "pin", "Pin the selected member on top, or unpin it",
        ["P"], [Context::Compare];
    ShowHidden, Choose, "show hidden", "", "Show all hidden members",
        ["Z"], [Context::Compare];
    Votes, Go, "votes", "", "Go to the roll calls",
        ["1"], [List, Page];
    Countries, Go, "countries", "", "Go to the countries",
        ["2"], [List, Page];
    Blocs, Go, "blocs", "", "Go to the comparison of two blocs",
        ["3"], [List, Page];
    Compare, Go, "side by side", "", "Go to the roll calls side by side",
        ["4"], [List, Page];
    World, Go, "world", "", "Go to the map",
        ["5"], [List, Page];
    Matrix, Go, "matrix", "", "Go to all pairs of members",
        ["X"], [List, Page];
    Positions, Go, "positions", "", "Go to the members on two axes",
        ["A"], [List, Page];
    Vetoes, Go, "vetoes", "", "Go to the vetoes in the Security Council",
        ["N"], [List, Page];
    Texts, Go, "texts", "", "Go to the adopted texts, with a vote or without one",
        ["R"], [List, Page];
    CopyRow, Take, "copy", "copy", "Copy the selected line, with figures and source",
        ["y"], [List, Page];
    CopyCommand, Take, "copy command", "", "Copy the command that opens this view",
        ["Y"], [List, Page];
    Export, Take, "export", "export", "Save as CSV, JSON, Markdown or SVG",
        ["e"], [List, Page];
    Browse, Take, "open in browser", "", "Open its record or document in the browser",
        ["O"], [List, Page];
    GroupBy, Choose, "group by", "", "Choose the grouping, also by any bloc",
        ["T"], [List, Page];
    Reverse, Choose, "reverse", "", "Reverse the order",
        ["S"], [List];
    MarkAll, Choose, "mark all", "", "Mark all listed roll calls, up to ten",
        ["+"], [List];
    Unmark, Choose, "unmark all", "", "Clear all marks",
        ["U"], [List, Page];
    NextGroup, Move, "next group", "next group", "Go to the next section",
        ["]"], [Page];
    PreviousGroup, Move, "previous group", "", "Go to the previous section",
        ["["], [Page];
    NextRow, Move, "next of the list", "next", "Show the next row of the list",
        ["J"], [Page];
    PreviousRow, Move, "previous of the list", "", "Show the previous row of the list",
        ["K"], [Page];
    SwitchPane, Go, "switch pane", "", "Go to the next pane",
        ["Tab"], [List, Page];
    SwitchPaneBack, Go, "switch pane back", "", "Go to the previous pane",
        ["BackTab"], [List, Page];
    Up, Move, "up", "", "Move up",
        ["Up", "k", "C-p"], [List, Page, Filter, Pick, Line, Help];
    Down, Move, "down", "", "Move down",
        ["Down", "j", "C-n"], [List, Page, Filter, Pick, Line, Help];
    Left, Move, "left on the page", "", "Move left, or back to the list",
        ["Left", "h"], [Page];
    Right, Move, "right on the page", "", "Move right",
        ["Right", "l"], [Page];
    PageUp, Move, "page up", "", "Move up a page",
        ["PageUp", "C-b"], [List, Page, Filter, Pick, Help];
    PageDown, Move, "page down", "", "Move down a page",
        ["PageDown", "C-f"], [List, Page, Filter, Pick, Help];
    HalfPageUp, Move, "half a page up", "", "Move up half a page",
        ["C-u"], [List, Page, Help];
    HalfPageDown, Move, "half a page down", "", "Move down half a page",
        ["C-d"], [List, Page, Help];
    First, Move, "first", "", "Go to the first row",
        ["Home", "g"], [List, Page, Help, Context::Timeline];
    Last, Move, "last", "", "Go to the last row",
        ["End", "G"], [List, Page, Help, Context::Timeline];
    Wider, Program, "wider list", "", "Make the list wider",
        [">"], [List, Page];
    Narrower, Program, "narrower list", "", "Make the list narrower",
        ["<"], [List, Page];
    Mouse, Program, "mouse", "", "Release the mouse to select text, or take it back",
        ["M"], [List, Page];
    Theme, Program, "theme", "", "Change the theme: terminal, dark or light",
        [], [List, Page];
    VoteColours, Program, "vote colours", "", "Change vote colours: blue-vermilion or green-red",
        [], [List, Page];
    Redraw, Program, "redraw", "", "Redraw the screen",
        ["C-l"], [List, Page, Filter, Pick, Line, Help, Context::Timeline];
    Search, Move, "search the help", "search", "Search the help",
        ["/", "f"], [Help];
    Cancel, Program, "close help", "close", "Close the help",
        ["Esc", "q", "?"], [Help];
    CursorLeft, Write, "left", "", "Move left",
        ["Left"], [Filter, Pick, Line];
    CursorRight, Write, "right", "", "Move right",
        ["Right"], [Filter, Pick, Line];
    CursorStart, Write, "start of line", "", "Go to the start of the line",
        ["Home", "C-a"], [Filter, Pick, Line];
    CursorEnd, Write, "end of line", "", "Go to the end of the line",
        ["End", "C-e"], [Filter, Pick, Line];
    DeleteBefore, Write, "delete before", "", "Delete the character before the cursor",
        ["Backspace", "C-h"], [Filter, Pick, Line];
    DeleteAfter, Write, "delete after", "", "Delete the character under the cursor",
        ["Delete", "C-d"], [Filter, Pick, Line];
    DeleteWord, Write, "delete word", "", "Delete the word before the cursor",
        ["C-w"], [Filter, Pick, Line];
    DeleteToStart, Write, "delete to start", "clear", "Delete to the start of the line",
        ["C-u"], [Filter, Pick, Line];
    DeleteToEnd, Write, "delete to end", "", "Delete to the end of the line",
        ["C-k"], [Filter, Pick, Line];
    Suspend, Program, "suspend", "", "Suspend; the shell's fg resumes",
        ["C-z"], [List, Page, Filter, Pick, Line, Help, Context::Timeline];
    Quit, Program, "quit at once", "", "Quit from anywhere",
        ["C-c"], [List, Page, Filter, Pick, Line, Help, Context::Timeline];
}

/// The actions of `context`, in the order of the table.
pub fn in_context(context: Context) -> impl Iterator<Item = &'static ActionEntry> {
    TABLE.iter().filter(move |entry| entry.contexts.contains(&context))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_is_explained_in_one_sentence() {
        for entry in TABLE {
            assert!(!entry.help.ends_with('.') && entry.help.chars().count() < 60, "{}", entry.name);
            assert!(entry.help.starts_with(char::is_uppercase), "{}", entry.name);
            assert!(!entry.contexts.is_empty(), "{}", entry.name);
            // By its name an entry gets its own keys in the settings.
            assert_eq!(TABLE.iter().filter(|other| other.name == entry.name).count(), 1, "{}", entry.name);
        }
    }
}
