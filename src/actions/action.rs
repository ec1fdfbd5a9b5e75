//! What can be done and where; the table of it is in a file of its own.

/// What the explorer can be told to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each has its sentence in the table")]
pub enum Action {
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    HalfPageUp,
    HalfPageDown,
    First,
    Last,
    PreviousGroup,
    NextGroup,
    PreviousRow,
    NextRow,
    Open,
    Back,
    Leave,
    SwitchPane,
    SwitchPaneBack,
    Votes,
    Countries,
    Blocs,
    BlocA,
    BlocB,
    Voters,
    SwapBlocs,
    SaveBloc,
    Compare,
    Country,
    Watch,
    Filter,
    ClearFilter,
    Find,
    Mark,
    MarkAll,
    Unmark,
    CompareMarked,
    CompareEarlier,
    Earlier,
    Later,
    Series,
    Grid,
    Moved,
    World,
    Nearer,
    Farther,
    Whole,
    Pair,
    Between,
    Matrix,
    Positions,
    Vetoes,
    Texts,
    Drift,
    Timeline,
    Universe,
    MoreGroups,
    FewerGroups,
    GroupBloc,
    SplitDay,
    LaterYear,
    EarlierYear,
    Metric,
    Which,
    Order,
    Hide,
    ShowHidden,
    Pin,
    Sort,
    Reverse,
    Group,
    GroupBy,
    CopyRow,
    CopyCommand,
    Export,
    Browse,
    Palette,
    Help,
    Search,
    Theme,
    VoteColours,
    Mouse,
    Wider,
    Narrower,
    Redraw,
    Accept,
    Cancel,
    Complete,
    CursorLeft,
    CursorRight,
    CursorStart,
    CursorEnd,
    DeleteBefore,
    DeleteAfter,
    DeleteWord,
    DeleteToStart,
    DeleteToEnd,
    Quit,
    Suspend,
}

/// Where a key is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Context {
    /// In the list of a view.
    List,
    /// In the page of what is selected there.
    Page,
    /// In list or page of two blocs: before what a list or a page does with a key.
    Blocs,
    /// In list or page of roll calls side by side, likewise.
    Compare,
    /// In the list of members or the page of one, likewise.
    Countries,
    /// In list or page of two members, or of one against two, likewise.
    Pair,
    /// In list or page of all pairs, likewise.
    Matrix,
    /// In list or page of members on two axes, likewise.
    Positions,
    /// In list or page of members that moved, likewise.
    Drift,
    /// In the grid of a series, likewise.
    Grid,
    /// In the map or the list beside it, likewise.
    World,
    /// While a span of years is chosen.
    Timeline,
    /// While the filter is typed.
    Filter,
    /// While something is chosen by typing.
    Pick,
    /// While another line of text is typed.
    Line,
    /// In the help.
    Help,
}

impl Context {
    /// All of them.
    pub const ALL: [Self; 16] = [
        Self::List,
        Self::Page,
        Self::Blocs,
        Self::Compare,
        Self::Countries,
        Self::Pair,
        Self::Matrix,
        Self::Positions,
        Self::Drift,
        Self::Grid,
        Self::World,
        Self::Timeline,
        Self::Filter,
        Self::Pick,
        Self::Line,
        Self::Help,
    ];

    /// Those of views with keys of their own.
    pub const VIEWS: [Self; 8] = [
        Self::Blocs,
        Self::Compare,
        Self::Countries,
        Self::Pair,
        Self::Matrix,
        Self::Positions,
        Self::Drift,
        Self::World,
    ];

    /// What the help calls it.
    pub fn title(self) -> &'static str {
        match self {
            Self::List => "In a list",
            Self::Page => "In a page",
            Self::Blocs => "In Blocs",
            Self::Compare => "In Compare",
            Self::Countries => "In Countries",
            Self::Pair => "With two members or three",
            Self::Matrix => "In Matrix",
            Self::Positions => "In Positions",
            Self::Drift => "In Drift",
            Self::Grid => "In Grid",
            Self::World => "In World",
            Self::Timeline => "While choosing years",
            Self::Filter => "While filtering",
            Self::Pick => "While choosing",
            Self::Line => "While typing",
            Self::Help => "In this help",
        }
    }

    /// Whether a key that writes a character writes it there.
    pub fn is_text(self) -> bool {
        matches!(self, Self::Filter | Self::Pick | Self::Line)
    }
}

/// Where keys go: the context, and before it that of the view, if the view has keys of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyContext {
    /// The view's own context.
    pub view: Option<Context>,
    /// What a key does where the view says nothing.
    pub context: Context,
}

impl KeyContext {
    /// The contexts in which a key is looked for, in that order.
    pub fn contexts(self) -> impl Iterator<Item = Context> {
        self.view.into_iter().chain([self.context])
    }
}

impl From<Context> for KeyContext {
    fn from(context: Context) -> Self {
        Self { view: None, context }
    }
}

/// What an action is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActionGroup {
    /// Moving within a view.
    Move,
    /// Going from one view to another.
    Go,
    /// Choosing roll calls and members.
    Choose,
    /// Taking something along.
    Take,
    /// Writing a line of text.
    Write,
    /// The program itself.
    Program,
}

/// An action and everything the table says about it.
#[derive(Debug)]
pub struct ActionEntry {
    /// What it does.
    pub action: Action,
    /// What it is about.
    pub group: ActionGroup,
    /// Its name, to search for it and to set its keys.
    pub name: &'static str,
    /// A word or two for the key bar; empty for an action that the bar leaves out.
    pub label: &'static str,
    /// One sentence.
    pub help: &'static str,
    /// Its keys, the first of them the one that the key bar shows; none for one that is only in the palette.
    pub keys: &'static [&'static str],
    /// Where it applies.
    pub contexts: &'static [Context],
}

impl ActionEntry {
    /// Whether it applies in a place.
    pub fn applies(&self, place: impl Into<KeyContext>) -> bool {
        place.into().contexts().any(|context| self.contexts.contains(&context))
    }
}
