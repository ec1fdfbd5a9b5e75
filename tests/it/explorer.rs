//! The explorer without a terminal: what keys, mouse, pastes and resizes show, and that nothing breaks it.

use std::fmt::Write as _;
use std::process::Command;
use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::{Color, Modifier};

use plenary::app::action::TABLE;
use plenary::app::keys::Key;
use plenary::app::{App, Content, Effect, Event, Focus, Look, Mouse, line_width};
use plenary::query::{Lexicon, Link, SavedBlocs};
use plenary::record::Record;
use plenary::ui::{Colours, Theme, draw, svg};

use crate::common::VOTED_NO;

static RECORD: LazyLock<Record> = LazyLock::new(|| Record::embedded().unwrap());
static LEXICON: LazyLock<Lexicon<'static>> =
    LazyLock::new(|| Lexicon::new(&RECORD, Ok(SavedBlocs::default())).unwrap());

/// The explorer on a screen that can be read.
pub(crate) struct Explorer {
    app: App<'static>,
    screen: Buffer,
    theme: Theme,
}

impl Explorer {
    pub(crate) fn new(width: u16, height: u16, query: &str) -> Self {
        let app = App::new(&KNOWN, query, Size { width, height });
        let mut explorer =
            Self { app, screen: Buffer::default(), theme: Theme::new(Colours::Palette, Look::default()) };
        explorer.send(Event::Prepared);
        explorer
    }

    fn draw(&mut self) {
        self.screen = Buffer::empty(Rect::from((Position::ORIGIN, self.app.size())));
        draw(&self.app, &self.theme, &mut self.screen);
    }

    fn send(&mut self, event: Event) -> Vec<Effect> {
        let effects = self.app.update(event);
        if effects.contains(&Effect::Draw) {
            self.draw();
        }
        effects
    }

    /// Presses keys, written with spaces between them; what is no key is typed letter by letter.
    pub(crate) fn press(&mut self, keys: &str) -> Vec<Effect> {
        let mut effects = Vec::new();
        for word in keys.split_whitespace() {
            match word.parse() {
                Ok(key) => effects = self.send(Event::Key(key)),
                Err(_) => {
                    for letter in word.replace('_', " ").chars() {
                        effects = self.send(Event::Key(Key::char(letter)));
                    }
                }
            }
        }
        effects
    }

    pub(crate) fn text(&self) -> String {
        let width = usize::from(self.screen.area.width).max(1);
        let rows = self.screen.content.chunks(width).map(|row| row.iter().map(Cell::symbol).collect());
        let rows: Vec<String> = rows.map(|row: String| row.trim_end().to_owned()).collect();
        rows.join("\n")
    }

    /// The screen's text and, below it, how each character looks: a letter for each look, explained at the end.
    pub(crate) fn text_and_looks(&self) -> String {
        let mut looks = Vec::new();
        let mut grid = String::new();
        let width = usize::from(self.screen.area.width).max(1);
        for row in self.screen.content.chunks(width) {
            let mut line = String::new();
            for cell in row {
                let look = (cell.fg, cell.bg, cell.modifier);
                let at = looks.iter().position(|&known| known == look).unwrap_or_else(|| {
                    looks.push(look);
                    looks.len() - 1
                });
                line.push(if at == 0 { '.' } else { char::from(b'a' + at as u8 - 1) });
            }
            grid += line.trim_end_matches('.');
            grid.push('\n');
        }
        let explain = |(at, (fg, bg, how)): (usize, &(Color, Color, Modifier))| {
            let letter = if at == 0 { '.' } else { char::from(b'a' + at as u8 - 1) };
            format!("{letter} = {fg} on {bg} {how:?}\n")
        };
        let legend: String = looks.iter().enumerate().map(explain).collect();
        format!("{}\n\n{grid}\n{legend}", self.text())
    }

    pub(crate) fn shows(&self, expected: &str) -> bool {
        self.text().contains(expected)
    }
}

/// Keys, and what they show.
const IN_ONE_VIEW: &[(&str, &str)] = &[
    // The newest roll call is first and open beside the list.
    ("", "Votes ── 5,698 roll calls"),
    ("", "A/RES/80/199"),
    // Moving.
    ("Down", "▸ 2025-12-18"),
    ("G", "▸ 1946-01-26"),
    ("End Home", "▸ 2025-12-18"),
    ("G g", "1–35 of 5,698"),
    ("PageDown", "1–35 of 5,698"),
    ("PageDown PageDown", "35–69 of 5,698"),
    ("C-f C-f C-b C-b", "1–35 of 5,698"),
    // Filtering as one types.
    ("/ ukraine_since:2022", "Votes ── ukraine since:2022 ── 13 of 5,698"),
    ("/ ukraine_since:2022 Enter", "Enter open"),
    ("/ ukraine_since:", "nothing stands behind \"since:\""),
    ("/ ukraine_since:", "Votes ── ukraine since ── "),
    ("/ ukraine_foo:bar", "no member is called \"foo\""),
    ("/ ukraine_foo:bar C-w", "Votes ── ukraine ── "),
    ("/ zzzz", "No roll call matches."),
    ("/ zzzz", "Try fewer words"),
    ("/ topic:ukraine_@EU:spl", "Votes ── topic:ukraine ── 25 of 5,698"),
    ("/ zzzz Esc", "Votes ── 5,698"),
    ("/ ukraine Enter / syria Esc", "Votes ── ukraine ── "),
    ("/ ukraine Enter / C-u Enter", "Votes ── 5,698"),
    // Opening and coming back.
    ("Enter", "Esc back"),
    ("Enter Esc", "Enter open"),
    ("Enter q", "Enter open"),
    ("Enter Tab", "Enter open"),
    ("Tab", "Esc back"),
    ("Esc", "q leaves the program"),
    ("Esc Esc Down", "Enter open"),
    ("/ symbol:es-11/7 Enter Enter", "Yes 93"),
    ("/ symbol:es-11/7 Enter Enter ]", "No 18"),
    ("/ symbol:es-11/7 Enter Enter ] ]", "Abstain 65"),
    ("/ symbol:es-11/7 Enter Enter ] ] [ [ [", "24 February 2025"),
    ("/ symbol:es-11/7 Enter Enter G", "https://digitallibrary.un.org/record/4076672"),
    ("/ ukraine_since:2022 Enter Enter J J", "A/RES/ES-11/7"),
    ("/ ukraine_since:2022 Enter Enter J J K", "A/RES/ES-11/8"),
];

/// Keys that lead from view to view or open something, and what they show.
const AROUND: &[(&str, &str)] = &[
    // The help, this context's keys first; it can be searched.
    ("?", "In a list"),
    ("? ?", "Enter open"),
    ("Enter ?", "In a page"),
    ("? G", "© United Nations"),
    ("? / marks_stay", "Space"),
    ("? / xyzzy", "Nothing that can be done is called so."),
    ("? / xyzzy Esc Esc", "Enter open"),
    // Completion of what is typed in the filter.
    ("/ sin", "▸ since:"),
    ("/ sin Tab 2022", "Votes ── since:2022 ── "),
    ("/ topic:pal", "▸ palestine"),
    ("/ topic:pal Tab", "Votes ── topic:palestine ── 1,183 of 5,698"),
    ("/ burma", "MMR:"),
    // Views by number, and back through what one came by.
    ("2", "Countries ── 5,698 roll calls"),
    ("2", "Votes › Countries"),
    ("2 Esc", "Votes ── 5,698 roll calls"),
    ("2 1", "Votes ── 5,698 roll calls"),
    ("2 q", "Enter open"),
    ("/ ukraine Enter 2", "Countries ── ukraine ── "),
    ("/ ukraine Enter 2 / C-u syria Enter Esc", "Votes ── ukraine ── "),
    ("Enter Enter", "A/RES/80/199 › Albania"),
    ("Enter Down Enter Esc", "A/RES/80/199 ─"),
    ("Enter Enter Esc Esc", "q quit"),
    // A country by any of its names.
    ("c", "type to find"),
    ("c burma", "Myanmar · Burma"),
    ("c ukr Enter", "Votes › Ukraine"),
    ("c hung Enter", "68.0 % yes, 15.5 % no, 16.4 % abstaining"),
    ("c zzzzzzz", "No member has had such a name."),
    ("c hung Esc", "Enter open"),
    ("/ topic:palestine_date:2015-02-24..2025-02-24 Enter c ukr Enter", "Y 123   N 0   A 42   · 5"),
    ("/ topic:palestine_date:2015-02-24..2025-02-24 Enter c ukr Enter", "25.5 % abstaining, of 165"),
    // From its page to the roll calls, its vote beside each.
    ("c ukr Enter Down Enter", "Votes ── topic:palestine ── 1,183 of 5,698"),
    ("c ukr Enter Enter", "UKR   Y   N   A"),
    ("c ukr Enter Enter Enter", "Ukraine voted yes"),
    ("w isr Enter", "ISR"),
    ("w isr Enter w Enter", "title                           Y"),
    ("c ussr Enter ] ]", "The seat of the USSR until 1991-12-24"),
    // Sorting by any column.
    ("s", "no votes"),
    ("s no_vo Enter", "▾N"),
    ("s no_vo Enter S", "▴N"),
    ("2 s attend Enter", "▾present"),
    ("S g", "▸ 1946-01-26"),
    ("S", "date▴"),
    ("/ ukraine Enter s abst Enter g", "▸ 2020-12-16"),
    // Grouping.
    ("t", "By regional group, of today."),
    ("t", "African Group 54"),
    ("t t Enter ] ]", "Central Asia"),
    ("t t t", "Yes 173"),
    ("T brics Enter", "@BRICS"),
    ("T brics Enter", "cohesion"),
    ("T brics Enter t t t", "By subregion"),
    // Jumping to a name.
    ("Enter f hung", "find: hung"),
    ("Enter f hung Enter Enter", "80/199 › Hungary"),
    ("Enter f zzzzz", "nobody on this page has such a name"),
    // Marks stay.
    ("Space", "mark (1)"),
    ("Space Down Space / palestine Enter", "mark (2)"),
    ("Space 2 1", "mark (1)"),
    ("Space Space", "Space mark "),
    ("Space U", "Space mark "),
    ("Space", "▸●2025-12-18"),
    // The palette finds actions, and goes to links.
    (":", "Actions"),
    (": theme Enter", "theme: dark"),
    (": country/UKR?topic:palestine Enter", "Countries ── topic:palestine ── 1,183"),
    (": show/ES-11/7 Enter", "A/RES/ES-11/7"),
    (": nowhere/at/all Enter", "no view is called"),
    // Export asks for a file.
    ("e", "export to: votes.csv"),
    ("2 e", "export to: countries.csv"),
    ("Enter e", "export to: 80-199.csv"),
    ("e C-u votes.txt Enter", "ends in .csv, .json, .md or .svg"),
    ("e Esc", "Enter open"),
    ("M", "the mouse is the terminal's"),
];

#[test]
fn keys_show_what_they_promise() {
    let mut missing = String::new();
    for (keys, shown) in IN_ONE_VIEW.iter().chain(AROUND) {
        let mut explorer = Explorer::new(120, 40, "");
        explorer.press(keys);
        if !explorer.shows(shown) {
            let _ = writeln!(missing, "after {keys:?}, {shown:?} is not in\n{}", explorer.text());
        }
    }
    assert!(missing.is_empty(), "{missing}");
}

#[test]
fn q_leaves_at_the_top_level_and_control_c_from_anywhere() {
    for (keys, quits) in [
        ("q", true),
        ("C-c", true),
        ("Enter q", false),
        ("Enter q q", true),
        ("Enter C-c", true),
        ("/ q", false),
        ("/ C-c", true),
        ("? q", false),
        ("? C-c", true),
        ("Esc", false),
        ("Esc Esc Esc", false),
    ] {
        let effects = Explorer::new(80, 24, "").press(keys);
        assert_eq!(effects.contains(&Effect::Quit), quits, "{keys}");
    }
}

#[test]
fn the_named_votes_of_a_roll_call_are_all_there() {
    for width in [80, 120, 200] {
        let mut explorer = Explorer::new(width, 24, "symbol:ES-11/7");
        assert!(explorer.shows("Y 93   N 18   A 65   · 17"), "{}", explorer.text());
        explorer.press("Enter ]");
        for name in VOTED_NO {
            assert!(explorer.shows(&format!("N {name}")), "{name} at {width}\n{}", explorer.text());
        }
    }
}

#[test]
fn what_is_selected_stays_selected_through_filter_and_size() {
    let mut explorer = Explorer::new(120, 40, "symbol:ES-11/7");
    let selected = |explorer: &Explorer| explorer.app.view().list().selected();
    let chosen = selected(&explorer);
    explorer.press("Enter Esc / C-u Enter");
    assert_eq!(explorer.app.view().list().len(), RECORD.len());
    for (width, height) in [(80, 24), (40, 12), (10, 3), (200, 60)] {
        explorer.send(Event::Resize(width, height));
        assert_eq!(selected(&explorer), chosen);
    }
    assert!(explorer.shows("▸ 2025-02-24 ES-11/7"), "{}", explorer.text());
    explorer.press("/ palestine");
    assert_ne!(selected(&explorer), chosen);
    explorer.press("C-w");
    assert_eq!(selected(&explorer), chosen);
    explorer.press("palestine Down Esc");
    assert_eq!(selected(&explorer), chosen);
}

#[test]
fn what_is_copied_quotes_figures_with_their_n_and_source() {
    for (keys, parts) in [
        ("y", &["A/RES/80/199", "173 yes, 1 no, 3 abstaining, 16 absent, of 193 members", "digitallibrary.un.org"][..]),
        ("/ symbol:ES-11/7 Enter Enter f hung Enter y", &["Hungary voted no on A/RES/ES-11/7", "93 yes, 18 no"]),
        (
            "/ topic:palestine_date:2015-02-24..2025-02-24 Enter c ukr Enter Home y",
            &[
                "Ukraine: 123 yes, 0 no, 42 abstaining, 5 absent",
                "165 votes cast",
                "170 of 5,698 roll calls",
                "adopted",
            ],
        ),
        ("c ukr Enter Down y", &["Ukraine: 1003 yes", "topic:palestine", "United Nations"]),
    ] {
        let effects = Explorer::new(120, 40, "").press(keys);
        let Some(Effect::Copy(text)) = effects.first() else { panic!("{keys}: {effects:?}") };
        for part in parts {
            assert!(text.contains(part), "{keys}: {part:?} is not in {text:?}");
        }
    }
}

#[test]
fn the_copied_command_opens_the_view_again() {
    for keys in [
        "",
        "/ ukraine_since:2022 Enter",
        "/ ukraine_since:2022 Enter Down Enter",
        "/ \"human_rights\"_-topic:palestine_USA!=RUS Enter 2",
        "c côte Enter",
        "/ topic:palestine Enter c ukr Enter",
        "3",
        "/ topic:palestine Enter 3 a C-u \"guinea-bissau\"+@AU&@OIC Enter b C-u Enter",
        "/ symbol:es-11/7 Enter b",
    ] {
        let mut explorer = Explorer::new(120, 40, "");
        explorer.press(keys);
        let effects = explorer.press("Y");
        let Some(Effect::Copy(command)) = effects.first() else { panic!("{keys}: {effects:?}") };
        // As a shell takes it apart.
        let shell = Command::new("sh").args(["-c", &format!("printf '%s\\0' {command}")]).output().unwrap();
        let words: Vec<_> = shell.stdout.split(|&byte| byte == 0).map(String::from_utf8_lossy).collect();
        assert_eq!(words[..2], ["plenary", "--at"]);
        let mut again = Explorer::new(120, 40, "");
        again.app.start_at(&Link::parse(&words[2], &LEXICON).unwrap());
        let (view, wanted) = (again.app.view(), explorer.app.view());
        assert_eq!(view.query(), wanted.query(), "{command}");
        assert_eq!(again.app.link().to_text(&LEXICON), explorer.app.link().to_text(&LEXICON), "{command}");
        assert_eq!(
            (view.kind(), view.list().selected(), view.focus()),
            (wanted.kind(), wanted.list().selected(), wanted.focus()),
            "{command}"
        );
    }
}

#[test]
fn an_export_is_what_is_shown_and_never_over_a_file_unasked() {
    let mut explorer = Explorer::new(120, 40, "symbol:ES-11/");
    for (keys, name, parts) in [
        ("e C-u o.csv Enter", "o.csv", &["id,symbol,date", "A/RES/ES-11/7"][..]),
        ("S e C-u o.json Enter", "o.json", &["[{\"id\":"]),
        ("2 Enter e C-u o.json Enter", "o.json", &["{\"code\":\"AFG\"", "closest"]),
        ("Esc e C-u o.csv Enter", "o.csv", &["code,name,group,n", "Zimbabwe"]),
        ("1 Enter e C-u o.md Enter", "o.md", &["## ", "sha-256"]),
    ] {
        let effects = explorer.press(keys);
        let Some(Effect::Write { path, content: Content::Text(text), replace: false }) = effects.first() else {
            panic!("{keys}: {effects:?}")
        };
        assert_eq!(path.to_str(), Some(name));
        assert!(parts.iter().all(|part| text.to_lowercase().contains(&part.to_lowercase())), "{keys}: {text}");
    }
    let mut explorer = Explorer::new(120, 40, "");
    explorer.press("e C-u o.svg Enter");
    explorer.send(Event::Exists("o.svg".into()));
    assert!(explorer.shows("o.svg is there already"), "{}", explorer.text());
    let effects = explorer.press("Enter");
    assert!(
        matches!(effects.first(), Some(Effect::Write { content: Content::Screen, replace: true, .. })),
        "{effects:?}"
    );
    explorer.send(Event::Exists("o.svg".into()));
    // Another name is another file, which was not asked about.
    let effects = explorer.press("C-u p.svg Enter");
    assert!(matches!(effects.first(), Some(Effect::Write { replace: false, .. })), "{effects:?}");
    explorer.send(Event::Exists("o.svg".into()));
    assert!(!explorer.press("Esc").iter().any(|effect| matches!(effect, Effect::Write { .. })));
}

#[test]
fn a_picture_of_the_screen_holds_its_text() {
    let mut explorer = Explorer::new(120, 40, "symbol:ES-11/7");
    explorer.press("Enter");
    let picture = svg(&explorer.screen, "a & b");
    assert!(picture.contains("<title>a &amp; b</title>"));
    for text in ["Advancing", "Albania", "viewBox=\"0 0 1080 800\""] {
        assert!(picture.contains(text), "{text}");
    }
    assert_eq!(picture.matches('<').count(), picture.matches('>').count());
}

#[test]
fn the_border_follows_the_mouse_and_a_heading_sorts() {
    let mut explorer = Explorer::new(120, 40, "");
    let at = |x, y| Position { x, y };
    let border = |explorer: &Explorer| explorer.app.layout().unwrap().list.right() - 1;
    let before = border(&explorer);
    explorer.send(Event::Mouse(Mouse::Click, at(before, 10)));
    explorer.send(Event::Mouse(Mouse::Drag, at(50, 12)));
    assert!(border(&explorer).abs_diff(50) <= 1, "{}", border(&explorer));
    explorer.send(Event::Mouse(Mouse::Release, at(50, 12)));
    explorer.send(Event::Mouse(Mouse::Drag, at(80, 12)));
    assert!(border(&explorer).abs_diff(50) <= 1, "a drag that began elsewhere");
    explorer.press("> >");
    assert!(border(&explorer) > 55);
    explorer.send(Event::Mouse(Mouse::Click, at(4, 2)));
    assert!(explorer.shows("date▴"), "{}", explorer.text());
    explorer.send(Event::Mouse(Mouse::Click, at(20, 0)));
    assert!(explorer.shows("Countries ── "), "{}", explorer.text());
}

#[test]
fn in_ascii_every_character_is_ascii() {
    for keys in
        ["", "Enter", "2 Enter", "3 Tab", "3 a", "?", "c cote", "t", "/ sin", "/ symbol:es-11/7 Enter V G"]
    {
        let mut explorer = Explorer::new(120, 40, "");
        explorer.app.set_look(Look { ascii: true, ..Look::default() });
        explorer.press(keys);
        explorer.draw();
        assert!(explorer.text().is_ascii(), "{keys}\n{}", explorer.text());
    }
}

#[test]
fn the_mouse_selects_opens_and_scrolls() {
    let mut explorer = Explorer::new(120, 40, "ukraine since:2022");
    let at = |x, y| Position { x, y };
    explorer.send(Event::Mouse(Mouse::Click, at(10, 5)));
    assert!(explorer.shows("▸ 2025-02-24 ES-11/7"), "{}", explorer.text());
    assert_eq!(explorer.app.view().focus(), Focus::List);
    explorer.send(Event::Mouse(Mouse::Click, at(10, 5)));
    assert_eq!(explorer.app.view().focus(), Focus::Page);
    explorer.send(Event::Mouse(Mouse::WheelDown, at(100, 20)));
    assert!(!explorer.shows("24 February 2025"), "{}", explorer.text());
    explorer.send(Event::Mouse(Mouse::WheelUp, at(10, 20)));
    assert!(explorer.shows("▸ 2025-12-18"), "{}", explorer.text());
    assert!(explorer.send(Event::Mouse(Mouse::WheelUp, at(10, 20))).is_empty(), "nothing moved, so nothing is drawn");
    explorer.send(Event::Mouse(Mouse::Click, at(10, 30)));
    assert_eq!(explorer.app.view().focus(), Focus::List);
}

#[test]
fn a_pasted_text_is_a_filter() {
    let mut explorer = Explorer::new(120, 40, "");
    explorer.send(Event::Paste("ukraine\r\nsince:2022\u{1b}[31m".to_owned()));
    assert!(explorer.shows("/ ukraine since:2022"), "{}", explorer.text());
    assert!(explorer.shows("13 of 5,698"), "{}", explorer.text());
}

#[test]
fn a_small_terminal_says_so_and_a_narrow_one_shows_one_pane() {
    for (width, height, keys, shown, hidden) in [
        (29, 8, "", "plenary needs 30×8; this is", "Votes"),
        (30, 7, "", "plenary needs 30×8; this is", "Votes"),
        (30, 8, "", "Votes ── 5,698", "A/RES/80"),
        (59, 20, "", "Votes ── 5,698", "A/RES/80"),
        (59, 20, "Enter", "A/RES/80/199", "▸"),
        (59, 20, "Enter Esc", "Votes ── 5,698", "A/RES/80"),
        (60, 20, "", "A/RES/80/199", "plenary needs"),
    ] {
        let mut explorer = Explorer::new(width, height, "");
        explorer.press(keys);
        let text = explorer.text();
        assert!(text.contains(shown) && !text.contains(hidden), "{width}×{height}: {shown}, not {hidden}\n{text}");
    }
}

#[test]
fn without_colours_letters_and_marks_say_the_same() {
    let mut explorer = Explorer::new(120, 40, "ukraine since:2022");
    let text = explorer.text();
    explorer.theme = Theme::new(Colours::None, Look::default());
    explorer.draw();
    assert_eq!(explorer.text(), text);
    let coloured = |cell: &Cell| cell.fg != Color::Reset || cell.bg != Color::Reset;
    assert!(!explorer.screen.content.iter().any(coloured));
}

#[test]
fn the_key_bar_and_the_help_name_every_action() {
    let mut explorer = Explorer::new(78, 200, "");
    explorer.press("?");
    let mut help = explorer.text();
    while explorer.press("PageDown").contains(&Effect::Draw) {
        help += &explorer.text();
    }
    for entry in TABLE {
        let start: String = entry.help.chars().take(30).collect();
        assert!(help.contains(&start), "{} is not in the help", entry.name);
    }
}

#[test]
fn pictures() {
    for (name, width, height, query, keys) in [
        ("countries_80x24", 80, 24, "topic:palestine since:2015", "2"),
        ("ukraine_on_palestine_80x24", 80, 24, "topic:palestine since:2015", "c ukr Enter"),
        ("ukraine_on_palestine_200x60", 200, 60, "topic:palestine since:2015", "c ukr Enter"),
        ("by_group_200x60", 200, 60, "ukraine since:2022", "Down Down Space t Enter"),
        ("finder_80x24", 80, 24, "", "c sovi"),
        ("palette_80x24", 80, 24, "", ": cop"),
        ("ukraine_80x24", 80, 24, "ukraine since:2022", "Down Down"),
        ("ukraine_120x40", 120, 40, "ukraine since:2022", "Down Down"),
        ("no_votes_120x40", 120, 40, "ukraine since:2022", "Down Down Enter ]"),
        ("filtering_80x24", 80, 24, "", "/ palestine_year:"),
        ("help_80x24", 80, 24, "", "Enter ?"),
        ("narrow_40x12", 40, 12, "ukraine since:2022", ""),
    ] {
        let mut explorer = Explorer::new(width, height, query);
        explorer.press(keys);
        insta::assert_snapshot!(name, explorer.text_and_looks());
    }
}

fn event() -> impl Strategy<Value = Event> {
    let keys: Vec<Key> = TABLE.iter().flat_map(|entry| entry.keys).map(|key| key.parse().unwrap()).collect();
    // Leaving ends the walk; it has a test of its own.
    let keys: Vec<Key> = keys.into_iter().filter(|key| !["q", "C-c"].contains(&key.to_string().as_str())).collect();
    let mouse = prop_oneof![
        Just(Mouse::Click),
        Just(Mouse::Drag),
        Just(Mouse::Release),
        Just(Mouse::WheelUp),
        Just(Mouse::WheelDown)
    ];
    let words = prop_oneof![
        Just("ukraine ".to_owned()),
        Just("since:2022 ".to_owned()),
        Just("\"open".to_owned()),
        Just("国际|-x".to_owned()),
        ".{0,12}",
    ];
    prop_oneof![
        8 => proptest::sample::select(keys).prop_map(Event::Key),
        4 => any::<char>().prop_filter("leaves", |letter| *letter != 'q').prop_map(|letter| Event::Key(Key::char(letter))),
        3 => (mouse, 0_u16..310, 0_u16..110).prop_map(|(mouse, x, y)| Event::Mouse(mouse, Position { x, y })),
        1 => words.prop_map(Event::Paste),
        1 => (1_u16..=300, 1_u16..=100).prop_map(|(width, height)| Event::Resize(width, height)),
        1 => (1_u16..=90, 1_u16..=30).prop_map(|(width, height)| Event::Resize(width, height)),
    ]
}

/// Nothing that is sent breaks anything: `PLENARY_STEPS` sets how many things are.
#[test]
fn no_event_at_any_size_breaks_the_explorer() {
    let steps: u32 = std::env::var("PLENARY_STEPS").ok().and_then(|steps| steps.parse().ok()).unwrap_or(20_000);
    let walk = 60;
    let mut runner = TestRunner::new(Config { cases: steps / walk, failure_persistence: None, ..Config::default() });
    let events = proptest::collection::vec(event(), walk as usize);
    let walked = runner.run(&events, |events| {
        let mut explorer = Explorer::new(80, 24, "");
        for event in events {
            let choosing = explorer.app.picker().is_some();
            let effects = explorer.send(event);
            if effects.contains(&Effect::Quit) {
                // The keys that leave are not pressed; only the palette can be asked to.
                prop_assert!(choosing);
                break;
            }
            let list = explorer.app.view().list();
            prop_assert_eq!(list.selected().is_some(), !list.is_empty());
            prop_assert!(
                list.is_empty()
                    || list.scroll().height == 0
                    || list.window().filter(|&(_, selected)| selected).count() == 1
            );
            for pane in [explorer.app.view().page(), explorer.app.view().aside()] {
                prop_assert!(pane.scroll().first <= pane.scroll().end());
                for line in pane.page().lines() {
                    prop_assert!(line_width(line) <= pane.page().columns(), "{:?}", line);
                }
            }
        }
        Ok(())
    });
    walked.unwrap();
}
