//! The one table of what can be done: key bar, help, key map, README and manual are made from it.

use super::Context::{self, Filter, Help, Line, List, Page, Pick};
use super::{Action, Entry, Group};

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
    Open, Go, "open", "open", "Go into what is selected, to read all of it.",
        ["Enter", "l", "Right"], [List];
    Open, Go, "follow", "open", "Go to what is under the cursor: a member, a roll call, the votes of a year or a topic.",
        ["Enter"], [Page];
    Accept, Choose, "keep filter", "keep", "Keep what is typed, the filter or a bloc, and go to the list; with the proposal that is marked, if it was chosen or the line can't be read without it.",
        ["Enter"], [Filter];
    Complete, Choose, "complete", "complete", "Write the proposal that is marked into the line.",
        ["Tab"], [Filter];
    Cancel, Choose, "drop filter", "undo", "Go back to the filter or the bloc that was there before.",
        ["Esc"], [Filter];
    Accept, Choose, "take years", "take", "Make the years that are chosen the window, in the place of other years of the filter.",
        ["Enter"], [Context::Timeline];
    Mark, Choose, "start of years", "start", "Begin a span at this year, which goes on to where the arrows lead; again for one year.",
        ["Space"], [Context::Timeline];
    Left, Move, "year before", "year before", "To the year before.",
        ["Left", "h"], [Context::Timeline];
    Right, Move, "year after", "year after", "To the year after.",
        ["Right", "l"], [Context::Timeline];
    PageUp, Move, "ten years before", "", "To the year ten before.",
        ["PageUp", "Up", "k"], [Context::Timeline];
    PageDown, Move, "ten years after", "", "To the year ten after.",
        ["PageDown", "Down", "j"], [Context::Timeline];
    Cancel, Choose, "keep window", "close", "Close the choice of years and change nothing.",
        ["Esc", "q", "d"], [Context::Timeline];
    Accept, Choose, "take", "take", "Take what is marked.",
        ["Enter"], [Pick];
    Cancel, Choose, "close", "close", "Close the choice and change nothing.",
        ["Esc"], [Pick];
    Accept, Write, "accept", "done", "Accept the line.",
        ["Enter"], [Line];
    Cancel, Write, "give up", "give up", "Close the line and change nothing.",
        ["Esc"], [Line];
    Back, Go, "back", "back", "Go back through the views that one came by.",
        ["Esc"], [Page, List];
    Mark, Choose, "mark", "mark", "Mark the roll call, or take its mark away; marks stay through filters, sorting and views.",
        ["Space"], [List, Page];
    BlocA, Choose, "edit a", "edit A",
        "Edit A, the first of two blocs: USA+RUS+ISR, @EU-HUN, @EU&@NATO, no(ES-11/7).",
        ["a"], [Context::Blocs];
    BlocB, Choose, "edit b", "edit B", "Edit B, the second of two blocs.",
        ["b"], [Context::Blocs];
    SwapBlocs, Choose, "swap blocs", "swap", "Put A in the place of B, and B in the place of A.",
        ["x"], [Context::Blocs];
    SaveBloc, Take, "save a bloc", "save", "Save A or B under a name, to write it as @name from then on.",
        ["s"], [Context::Blocs];
    Filter, Choose, "window", "window", "Choose the roll calls over which the two are compared.",
        ["f"], [Context::Blocs];
    Voters, Go, "blocs of a vote", "blocs",
        "Hold who voted on this roll call as the member under the cursor, or no, against its abstainers.",
        ["b"], [List, Page];
    CompareMarked, Go, "compare", "compare", "Put the marked roll calls side by side, two to ten; one alone with the selected.",
        ["v"], [List, Page];
    Moved, Choose, "only moved", "moved", "Show only members that moved, or all.",
        ["m"], [Context::Compare];
    Nearer, Move, "zoom in", "nearer", "Go nearer; where the map has the keys, the arrows move it.",
        ["+", "="], [Context::World];
    Farther, Move, "zoom out", "farther", "Go farther away.",
        ["-"], [Context::World];
    Whole, Move, "whole world", "whole", "Show the whole world.",
        ["0"], [Context::World];
    Pair, Go, "pair", "with another", "Choose another country, and hold the two against each other.",
        ["v"], [Context::Countries];
    Metric, Choose, "metric", "metric", "Go on to the next metric: agreement, exact, yesno, state, s, kappa, pi.",
        ["m"], [Context::Pair, Context::Matrix];
    Order, Choose, "order of members", "order",
        "Put members in another order: like beside like, by group, by agreement with the selected one, by name.",
        ["o"], [Context::Matrix];
    MoreGroups, Choose, "more groups", "more groups", "Cut the members into one group more.",
        ["+", "="], [Context::Matrix];
    FewerGroups, Choose, "fewer groups", "fewer", "Cut the members into one group less.",
        ["-"], [Context::Matrix];
    GroupBloc, Go, "group as a bloc", "blocs",
        "Hold the group of the selected member against that of the column under the cursor.",
        ["b"], [Context::Matrix];
    LaterYear, Choose, "later year", "year later", "Begin the later part of the window a year later.",
        ["+", "="], [Context::Drift];
    EarlierYear, Choose, "earlier year", "earlier", "Begin the later part of the window a year earlier.",
        ["-"], [Context::Drift];
    Which, Choose, "which roll calls", "which", "List where both voted, where alike, yes against no, or where one abstained.",
        ["t"], [Context::Pair];
    Filter, Choose, "filter", "filter", "Choose roll calls by words or terms: since:2022, topic:palestine, USA:no, @EU:split, yes>100.",
        ["/"], [List, Page];
    Country, Go, "country", "country", "Find a country by any name, former name or code, and go to it.",
        ["c"], [List, Page];
    Group, Choose, "turn grouping", "group", "Group members by vote, by regional group, by subregion, by the bloc last chosen.",
        ["t"], [List, Page];
    Palette, Program, "palette", "palette", "Find any action by its name, with its key; or go to a link.",
        [":"], [List, Page];
    Help, Program, "help", "help", "Show what every key does.",
        ["?", "F1"], [List, Page];
    Leave, Program, "leave", "quit", "Leave the program; from what one went into, go back.",
        ["q"], [List, Page];
    Find, Move, "find", "find", "Jump to a name on the page by typing it.",
        ["f"], [Page];
    Sort, Choose, "sort", "sort", "Choose what the list is sorted by.",
        ["s"], [List];
    Watch, Choose, "watch", "watch", "Choose a country whose vote stands beside each roll call.",
        ["w"], [List, Page];
    Drift, Go, "drift", "drift",
        "Hold the agreement of the selected member with others before a year against that since it.",
        ["D"], [Context::Countries, Context::Pair];
    CompareEarlier, Go, "compare with earlier", "who moved", "Compare the roll call with the earlier text of its series.",
        ["V"], [List, Page];
    Earlier, Go, "earlier text", "earlier", "Go to the earlier text of the series: the same resolution, the time before.",
        ["p"], [List, Page];
    Later, Go, "later text", "later", "Go to the later text of the series.",
        ["n"], [List, Page];
    Series, Go, "series", "series", "Open the series of the roll call: through the years, who left and who joined.",
        ["r"], [List, Page];
    Timeline, Choose, "years", "years",
        "Choose a span of years on the timeline: roll calls, the share with over 90 % yes of votes cast, the share on which votes differed.",
        ["d"], [List, Page];
    Order, Choose, "order of roll calls", "order", "Put the roll calls in the order of date, or as they were marked or named.",
        ["o"], [Context::Compare];
    Hide, Choose, "hide", "hide", "Hide the selected member.",
        ["z"], [Context::Compare];
    Pin, Choose, "pin", "pin", "Keep the selected member above the others, or no longer.",
        ["P"], [Context::Compare];
    ShowHidden, Choose, "show hidden", "", "Show all members that were hidden.",
        ["Z"], [Context::Compare];
    Votes, Go, "votes", "", "Go to the view of roll calls.",
        ["1"], [List, Page];
    Countries, Go, "countries", "", "Go to the view of countries.",
        ["2"], [List, Page];
    Blocs, Go, "blocs", "", "Go to the view of two blocs held against each other.",
        ["3"], [List, Page];
    Compare, Go, "side by side", "", "Go to the view of roll calls side by side.",
        ["4"], [List, Page];
    World, Go, "world", "", "Go to the map: of the roll call, of agreement with the member, of the two blocs.",
        ["5"], [List, Page];
    Matrix, Go, "matrix", "", "Go to all pairs of members, like beside like: who votes like whom.",
        ["X"], [List, Page];
    Positions, Go, "positions", "", "Go to members on two axes by how far they agree.",
        ["A"], [List, Page];
    CopyRow, Take, "copy", "copy", "Copy what is selected as a line of text, with its figures and source.",
        ["y"], [List, Page];
    CopyCommand, Take, "copy command", "", "Copy the command that opens this view again.",
        ["Y"], [List, Page];
    Export, Take, "export", "export", "Write what is shown into a file: CSV, JSON, Markdown, or a picture of it as SVG; screen.svg is the screen itself.",
        ["e"], [List, Page];
    GroupBy, Choose, "group by", "", "Choose how members are grouped: also by any bloc.",
        ["T"], [List, Page];
    Reverse, Choose, "reverse", "", "Turn the order of the list round.",
        ["S"], [List];
    MarkAll, Choose, "mark all", "", "Mark all roll calls of the list, up to ten marks.",
        ["+"], [List];
    Unmark, Choose, "unmark all", "", "Take all marks away.",
        ["U"], [List, Page];
    NextGroup, Move, "next group", "next group", "Go to the next group or section of the page.",
        ["]"], [Page];
    PreviousGroup, Move, "previous group", "", "Go to the group or section before.",
        ["["], [Page];
    NextRow, Move, "next of the list", "next", "Show what comes next in the list.",
        ["J"], [Page];
    PreviousRow, Move, "previous of the list", "", "Show what comes before this in the list.",
        ["K"], [Page];
    SwitchPane, Go, "switch pane", "", "Go to the next pane.",
        ["Tab"], [List, Page];
    SwitchPaneBack, Go, "switch pane back", "", "Go to the pane before.",
        ["BackTab"], [List, Page];
    Up, Move, "up", "", "Up by one row.",
        ["Up", "k", "C-p"], [List, Page, Filter, Pick, Help];
    Down, Move, "down", "", "Down by one row.",
        ["Down", "j", "C-n"], [List, Page, Filter, Pick, Help];
    Left, Move, "left on the page", "", "To the name on the left, and from the first one to the list.",
        ["Left", "h"], [Page];
    Right, Move, "right on the page", "", "To the name on the right.",
        ["Right", "l"], [Page];
    PageUp, Move, "page up", "", "Up by a page.",
        ["PageUp", "C-b"], [List, Page, Filter, Pick, Help];
    PageDown, Move, "page down", "", "Down by a page.",
        ["PageDown", "C-f"], [List, Page, Filter, Pick, Help];
    HalfPageUp, Move, "half a page up", "", "Up by half a page.",
        ["C-u"], [List, Page, Help];
    HalfPageDown, Move, "half a page down", "", "Down by half a page.",
        ["C-d"], [List, Page, Help];
    First, Move, "first", "", "To the first row.",
        ["Home", "g"], [List, Page, Help, Context::Timeline];
    Last, Move, "last", "", "To the last row.",
        ["End", "G"], [List, Page, Help, Context::Timeline];
    Wider, Program, "wider list", "", "Make the list wider.",
        [">"], [List, Page];
    Narrower, Program, "narrower list", "", "Make the list narrower.",
        ["<"], [List, Page];
    Mouse, Program, "mouse", "", "Leave the mouse to the terminal, to select text; again to take it back.",
        ["M"], [List, Page];
    Theme, Program, "theme", "", "Change the theme: the terminal's own colours, dark, light.",
        [], [List, Page];
    VoteColours, Program, "vote colours", "", "Change the colours of votes: blue and vermilion, or green and red.",
        [], [List, Page];
    Redraw, Program, "redraw", "", "Draw the screen anew.",
        ["C-l"], [List, Page, Filter, Pick, Line, Help, Context::Timeline];
    Search, Move, "search the help", "search", "Show only what has a word in it.",
        ["/"], [Help];
    Cancel, Program, "close help", "close", "Close the help.",
        ["Esc", "q", "?"], [Help];
    CursorLeft, Write, "left", "", "One character to the left.",
        ["Left"], [Filter, Pick, Line];
    CursorRight, Write, "right", "", "One character to the right.",
        ["Right"], [Filter, Pick, Line];
    CursorStart, Write, "start of line", "", "To the start of the line.",
        ["Home", "C-a"], [Filter, Pick, Line];
    CursorEnd, Write, "end of line", "", "To the end of the line.",
        ["End", "C-e"], [Filter, Pick, Line];
    DeleteBefore, Write, "delete before", "", "Delete the character before the cursor.",
        ["Backspace", "C-h"], [Filter, Pick, Line];
    DeleteAfter, Write, "delete after", "", "Delete the character under the cursor.",
        ["Delete", "C-d"], [Filter, Pick, Line];
    DeleteWord, Write, "delete word", "", "Delete the word before the cursor.",
        ["C-w"], [Filter, Pick, Line];
    DeleteToStart, Write, "delete to start", "clear", "Delete everything before the cursor.",
        ["C-u"], [Filter, Pick, Line];
    DeleteToEnd, Write, "delete to end", "", "Delete everything behind the cursor.",
        ["C-k"], [Filter, Pick, Line];
    Suspend, Program, "suspend", "", "Stop the program; the shell's fg brings it back.",
        ["C-z"], [List, Page, Filter, Pick, Line, Help, Context::Timeline];
    Quit, Program, "quit at once", "", "Leave the program from anywhere.",
        ["C-c"], [List, Page, Filter, Pick, Line, Help, Context::Timeline];
}
