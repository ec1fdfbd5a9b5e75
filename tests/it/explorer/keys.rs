//! Keys in the views of votes and countries, and what they show; what keeps, copies and writes what is shown.

use plenary::app::{Effect, Event};

use super::{Explorer, RECORD, each_shows};
use crate::common::VOTED_NO;

/// Keys, and what they show.
const IN_ONE_VIEW: &[(&str, &str)] = &[
    // The newest roll call is first and open beside the list.
    ("", "Votes ── {all} roll calls"),
    ("", "A/RES/80/267"),
    // Moving.
    ("Down", "▸ 2026-06-04"),
    ("G", "▸ 1946-01-26"),
    ("End Home", "▸ 2026-06-04"),
    ("G g", "1–31 of {all}"),
    ("PageDown", "1–31 of {all}"),
    ("PageDown PageDown", "31–61 of {all}"),
    ("C-f C-f C-b C-b", "1–31 of {all}"),
    // Votes that were not recorded by member have no count, in the list and on the page.
    ("/ symbol:43/62 Enter", "not recorded"),
    ("/ symbol:43/62 Enter", "Votes by member not recorded: no member's vote"),
    ("/ USA:absent_symbol:43/62", "No roll call matches."),
    // Filtering as one types.
    ("/ ukraine_since:2022", "Votes ── ukraine since:2022 ── 14 of {all}"),
    ("/ ukraine_since:2022 Enter", "Enter open"),
    ("/ ukraine_since:", "nothing follows \"since:\""),
    ("/ ukraine_since:", "Votes ── {all} ── line not read"),
    ("/ ukraine_foo:bar", "no member is called \"foo\""),
    ("/ ukraine_foo:bar C-w", "Votes ── ukraine ── "),
    ("/ United_States:no", "put quotes around a name with a space"),
    ("/ \"United_States\":no_RUS:no Enter", "256 of {all}"),
    // A new filter begins with its first row.
    ("/ palestine Enter / C-u topic:palestine Enter", "1–31 of 1,183"),
    ("/ palestine Enter Down Down Down / C-u topic:nuclear Enter", "1–31 of "),
    ("/ zzzz", "No roll call matches."),
    ("R", "Texts ── 2,235 texts"),
    (": texts?session:79 Enter", "Texts ── session:79 ── 336 of 2,235 texts"),
    ("/ cuba_1970s", "write year:1970..1979"),
    ("/ zzzz", "Try fewer words"),
    ("/ topic:ukraine_@EU:spl", "Votes ── {all} ── line not read"),
    ("/ zzzz Esc", "Votes ── {all}"),
    ("/ ukraine Enter / syria Esc", "Votes ── ukraine ── "),
    ("/ ukraine Enter / C-u Enter", "Votes ── {all}"),
    // A line opens with what it says selected: typing takes its place, an arrow keeps it, and what is typed next is another
    // word.
    ("/ ukraine Enter / syria", "Votes ── syria ── "),
    ("/ ukraine Enter / Right since:2022", "Votes ── ukraine since:2022 ── 14 of {all}"),
    ("/ ukraine Enter / End since:2022", "Votes ── ukraine since:2022 ── 14 of {all}"),
    ("/ ukraine Enter / Backspace Enter", "Votes ── {all}"),
    ("/ ukraine_golan Enter / C-w", "Votes ── ukraine ── "),
    ("/ ukraine Enter / Enter", "Votes ── ukraine ── "),
    (": theme Enter : Enter", "theme: light"),
    (": theme Enter : watch", "Show a country's vote on each roll call"),
    ("e other.json Esc e", "export to: votes.csv"),
    ("e other.json", "export to: other.json"),
    ("e Right x", "export to: votes.csvx"),
    ("3 a @G7 Enter", "@G7 against"),
    ("3 b Right +KEN Enter", ")+KEN"),
    // A key that works elsewhere says so.
    ("Enter s", "s works in a list: Choose the column to sort by"),
    // Opening and coming back.
    ("Enter", "Esc back"),
    ("Enter Esc", "Enter open"),
    ("Enter q", "Enter open"),
    ("Enter Tab", "Enter open"),
    ("Tab", "Esc back"),
    ("Esc", "q quits"),
    ("Esc Esc Down", "Enter open"),
    ("/ symbol:es-11/7 Enter Enter", "No 18"),
    ("/ symbol:es-11/7 Enter Enter ]", "Abstaining 65"),
    ("/ symbol:es-11/7 Enter Enter ] ]", "Yes 93"),
    ("/ symbol:es-11/7 Enter Enter ] ] [ [ [", "24 February 2025"),
    ("/ symbol:es-11/7 Enter Enter G", "https://digitallibrary.un.org/record/4076672"),
    ("/ ukraine_since:2022 Enter Enter J J J", "A/RES/ES-11/7"),
    ("/ ukraine_since:2022 Enter Enter J J J K", "A/RES/ES-11/8"),
];

/// Keys that lead from view to view or open something, and what they show.
const AROUND: &[(&str, &str)] = &[
    // The filter of now comes along to a view by its number; going back is to that view as it was.
    ("2 / since:2022 Enter 1", "Votes ── since:2022 ── "),
    // Where members are listed a bare name is hardly a word to look for; what was one in another view still is.
    ("2 / syria", "\"syria\" for the word"),
    ("2 / viet_nam", "that names Vietnam: write VNM:yes for its vote, \"viet nam\" for the word"),
    ("2 / asean", "write @ASEAN:yes"),
    ("c kenya Enter / ghana", "write GHA:yes"),
    ("/ ukraine Enter 2", "Countries ── ukraine ── "),
    ("/ ukraine Enter 2 / Right crimea Enter", "Countries ── \"ukraine\" crimea ── "),
    // What is understood of a line stands below it.
    ("/ KEN=no", "Kenya voted no"),
    ("/ budget", "title, agenda or subjects with “budget”"),
    ("/ phillipines:abstain", "Philippines abstained"),
    ("/ ES-10/22 Enter", "1 of {all}"),
    ("/ 377_(V) Enter", "377(V)"),
    ("/ 3379 Enter", "1 of {all}"),
    // Esc closes what is typed, takes away what this view added to the filter, then goes back; at the top it clears the filter.
    ("2 / since:2022 Enter Esc", "Countries ── {all} roll calls"),
    ("2 / since:2022 Enter Esc Esc", "Votes ── {all} roll calls"),
    ("/ ukraine Enter Esc", "Votes ── {all} roll calls"),
    ("/ ukraine Enter Esc", "filter cleared"),
    ("/ ukraine Enter", "Esc clear"),
    ("/ ukraine Enter q", "ukraine"),
    ("/ ukraine Enter 2 / Right since:2022 Enter Esc", "Countries ── ukraine ── "),
    ("/ ukraine Enter 2 / Right since:2022 Enter Esc", "filter: ukraine"),
    ("/ ukraine Enter 2 / Right since:2022 Enter q", "Votes ── ukraine ── "),
    ("/ ukraine Enter 2 Esc Esc", "Votes ── {all} roll calls"),
    ("/ ukraine Enter Enter Esc", "Votes ── ukraine ── "),
    ("/ ukraine Enter c kenya Enter / Right gaza Enter Esc Esc", "Votes ── ukraine ── "),
    ("/ ukraine Enter / syria Esc", "Votes ── ukraine ── "),
    ("u Esc", "Votes ── {all} roll calls"),
    ("/ ukraine Enter 2 : clear_filter Enter", "Countries ── {all} roll calls"),
    ("/ ukraine Enter 2 / C-u palestine Enter 1", "Votes ── palestine ── "),
    // The help, this context's keys first; it can be searched.
    ("?", "In a list"),
    ("? ?", "Enter open"),
    ("Enter ?", "In a page"),
    ("? G", "© United Nations"),
    ("? / unmark_the", "Space"),
    // The query language and the words of the field, to be searched by the same key as everything else.
    ("? f arrears", "Absence says nothing of arrears"),
    ("? f rice", "Rice"),
    ("? f glossary_loyal", "loyalty is the share"),
    ("? f query_committee", "sponsor:CUB"),
    ("? f keyboard", "Nothing matches."),
    (": glossary Enter f universe", "What is chosen from before any filter"),
    // Where there is more than is seen the border has a bar.
    ("", "┃"),
    ("c kenya Enter", "┃"),
    // A name that is still being typed in a bloc changes nothing.
    ("3 a bri", "USA+RUS+ISR against"),
    ("3 a bri", "▸ "),
    ("3 a brazil Enter", "BRA against"),
    ("3 a bri Enter", "GBR against"),
    ("? / xyzzy", "Nothing matches."),
    ("? / xyzzy Esc Esc", "Enter open"),
    // Completion of what is typed in the filter.
    ("/ sin", "▸ since:"),
    ("/ sin Tab 2022", "Votes ── since:2022 ── "),
    ("/ topic:pal", "▸ palestine"),
    ("/ topic:pal Tab", "Votes ── topic:palestine ── 1,183 of {all}"),
    // Enter takes one only where somebody marked it: what fits is not what was asked.
    ("/ topic:pal Enter", "Votes ── {all} ── line not read"),
    ("/ topic:pal Down Up Enter", "Votes ── topic:palestine ── 1,183 of {all}"),
    ("/ topic:pal Down Up Enter", "Enter open"),
    ("/ palestine Enter", "Votes ── palestine ── "),
    ("/ foo:bar_sin Enter", "/ foo:bar sin"),
    ("/ topic:nu Down Enter", "Votes ── topic:nuclear ── "),
    ("/ burma", "MMR:"),
    // Views by number, and back through what one came by.
    ("2", "Countries ── {all} roll calls"),
    ("2", "Votes › Countries"),
    ("2 Esc", "Votes ── {all} roll calls"),
    ("2 1", "Votes ── {all} roll calls"),
    ("2 q", "Enter open"),
    ("/ ukraine Enter 2", "Countries ── ukraine ── "),
    ("/ ukraine Enter 2 / golan Enter Esc Esc", "Votes ── ukraine ── "),
    ("Enter Enter", "A/RES/80/267 › United States"),
    ("Enter Down Enter Esc", "A/RES/80/267 ─"),
    ("Enter Enter Esc Esc", "q quit"),
    // A country by any of its names.
    ("c", "type to find"),
    // A bloc is found there too, and is not taken for the member that is nearest.
    ("c EU", "@EU — European Union"),
    ("c EU Enter", "27 members: Austria"),
    ("c NATO Enter", "Blocs"),
    ("c AU Enter", "Australia"),
    ("c burma", "Myanmar · Burma"),
    ("c ukr Enter", "Votes › Ukraine"),
    ("c hung Enter", "68.1 % yes, 15.5 % no, 16.4 % abstaining"),
    ("c ukr Enter / xyzzy Enter", "There is no roll call to count."),
    ("c south_sudan Enter / until:1990 Enter", "Not a member on any of these roll calls."),
    ("c zzzzzzz", "No matching member."),
    ("c hung Esc", "Enter open"),
    ("/ topic:palestine_date:2015-02-24..2025-02-24 Enter c ukr Enter", "Y 123   N 0   A 42   · 5"),
    ("/ topic:palestine_date:2015-02-24..2025-02-24 Enter c ukr Enter", "25.5 % abstaining, of 165"),
    // From its page to the roll calls, its vote beside each.
    ("c ukr Enter Down Enter", "Votes ── topic:palestine ── 1,183 of {all}"),
    ("c ukr Enter Enter", "UKR▿  ▿Y  ▿N  ▿A"),
    ("c ukr Enter Enter Enter", "Ukraine voted yes"),
    ("w isr Enter", "ISR"),
    ("w isr Enter w Enter", "title▿                         ▿Y"),
    ("c ussr Enter", "The seat of the USSR until 1991-12-24"),
    // Sorting by any column.
    ("s", "no votes"),
    ("s no_vo Enter", "▾N"),
    ("s no_vo Enter S", "▴N"),
    ("2 s attend Enter", "▾present"),
    ("S g", "▸ 1946-01-26"),
    // A sort goes to the top and marks its heading, which is shown if it was not; every column that sorts has a mark.
    ("S", "▸ 1946-01-26"),
    ("/ embargo_cuba Enter 2 s share_of_no Enter", "▸ Israel"),
    ("/ embargo_cuba Enter 2 s share_of_no Enter", "▾N %"),
    ("G s marg Enter", "▾Y−N"),
    ("G s marg Enter S", "▴Y−N"),
    ("w ken Enter s watched Enter", "KEN▾"),
    ("", "date▾      symbol▿"),
    ("", "▿Y"),
    ("2", "country▾"),
    ("2", "▿present"),
    ("S", "date▴"),
    ("/ ukraine Enter s abst Enter g", "▸ 2020-12-16"),
    // Grouping.
    ("t", "By regional group, of today."),
    ("t", "African Group 54"),
    ("t t Enter ] ]", "Central Asia"),
    ("t t t", "Yes 165"),
    ("T brics Enter", "@BRICS"),
    ("T brics Enter", "cohesion"),
    ("T brics Enter t t t", "By subregion"),
    // Jumping to a name.
    ("Enter f hung", "find: hung"),
    ("Enter f hung Enter Enter", "80/267 › Hungary"),
    ("Enter f zzzzz", "Not on this page"),
    // The same key finds in any list and on any page, by names, titles, symbols and words; Down goes to the next.
    ("f 3379", "▸ 1975-11-10 3379"),
    ("f embargo", "▸ 2025-10-29 80/4"),
    ("f embargo Down Enter", "▸ 2024-10-30 79/7"),
    ("f embargo Enter f Enter", "▸ 2024-10-30 79/7"),
    ("f embargo Down Up", "▸ 2025-10-29 80/4"),
    ("f embargo Esc", "▸ 2026-06-04"),
    ("f zzzzz", "No matching row"),
    ("2 f ken", "▸ Kenya"),
    ("2 f burma", "▸ Myanmar"),
    ("R f climate", "limate"),
    ("3 f zimb", "No matching row"),
    ("3 Tab f cohesion_of_B Enter", "cohesion of B"),
    ("c kenya Enter f farthest Enter", "Farthest"),
    // A page that stays the same page keeps the keys while the filter is typed.
    ("c kenya Enter / since:2020 Enter", "Enter open  Esc clear"),
    ("c kenya Enter / since:2020 Enter ] Enter", "Votes ── "),
    // A key that works in another view says where.
    ("m", "m works in Compare: Show only members that moved, or all"),
    ("A D", "and others until"),
    // Whoever comes from a member finds it selected.
    ("c kenya Enter X", "▸ Kenya"),
    ("c kenya Enter 5", "▸ Kenya"),
    ("c kenya Enter A", "▸ Kenya"),
    ("2 f fiji Enter X", "▸ Fiji"),
    // A group by its acronym; what is said of it happens.
    ("T eu Enter", "members by @EU"),
    ("T au Enter", "members by @AU"),
    ("T NAM Enter", "members by @NAM"),
    ("2 T caricom Enter", "members by @CARICOM on the page of a roll call, in Compare and in Series"),
    // What a window is too small for is said.
    ("/ symbol:ES-11 Enter X", "roll calls, under 20: no pair has a figure"),
    (": pair/USA,RUS Enter t t", "USA RUS both no"),
    // The palette knows other words, and a whole word goes before strewn letters.
    (": csv", "▸ export"),
    (": save", "export — Save as CSV"),
    ("3 : save", "▸ save a bloc"),
    (": history", "series — Open the series"),
    (": clear", "▸ clear filter"),
    (": reset", "clear filter"),
    (": link", "open in browser"),
    (": link", "copy command"),
    (": browser", "▸ open in browser"),
    (": quote", "▸ copy"),
    (": glossary", "▸ help"),
    (": similar", "matrix"),
    (": trend", "series"),
    (": chart", "blocs"),
    ("2 O", "no page on the web for this; select a roll call or a text"),
    // Marks stay.
    ("Space", "mark (1)"),
    ("Space Down Space / palestine Enter", "mark (2, 2 not listed)"),
    ("Space 2 1", "mark (1)"),
    ("2 / topic:palestine Enter", "Palestine and Israel, by the rules"),
    ("Space Space", "Space mark "),
    ("+ Down Down Down Down Down Down Down Down Down Down Space 4", "comparing the first 10 of 11 marked"),
    ("Space U", "1 mark cleared"),
    ("Space U Down", "Space mark "),
    ("Space", "▸●2026-06-04"),
    // The palette finds actions, and goes to links.
    (":", "Actions"),
    (": theme Enter", "theme: dark"),
    (": country/UKR?topic:palestine Enter", "Countries ── topic:palestine ── 1,183"),
    (": show/ES-11/7 Enter", "A/RES/ES-11/7"),
    (": ES-11/6 Enter", "A/RES/ES-11/6"),
    (": nowhere/at/all Enter", "no view is called"),
    // Export asks for a file.
    ("e", "export to: votes.csv"),
    ("2 e", "export to: countries.csv"),
    ("Enter e", "export to: 80-267.csv"),
    ("e", ".csv (-excel.csv for Excel) .json .md .svg"),
    ("/ zzzz Enter e", "nothing to save here"),
    ("e C-u votes.txt Enter", "ends in .csv, .json, .md, .svg (a picture) or screen.svg"),
    ("e Esc", "Enter open"),
    ("M", "mouse released; M takes it back"),
];

#[test]
fn keys_show_what_they_promise() {
    each_shows(120, 40, IN_ONE_VIEW.iter().chain(AROUND));
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
        explorer.press("Enter ] [");
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
    assert_eq!(explorer.app.view().list().len(), RECORD.usual().len());
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
fn a_filter_of_an_older_visit_that_reads_otherwise_now_opens_for_mending() {
    for (link, filter, said) in [
        ("votes?2022", "2022", "a year is written year:2022"),
        ("votes?KEN|GHA:no", "KEN|GHA:no", "write KEN:no|GHA:no"),
        ("country/FRA?austra:no", "austra:no", "Australia (AUS) or Austria (AUT)"),
        ("blocs/@EU;@NATO?topic:gaza", "topic:gaza", "did you mean palestine?"),
    ] {
        let mut explorer = Explorer::new(120, 40, "");
        explorer.app.take_up(&plenary::visit::Visit { link: link.to_owned(), ..Default::default() }, true);
        explorer.press("Down");
        assert!(explorer.shows(filter) && explorer.shows(said), "{link}: {}", explorer.text());
    }
    // A name that was a word is one still, in a view about members too.
    let mut explorer = Explorer::new(120, 40, "");
    let link = "country/FRA?ukraine".to_owned();
    explorer.app.take_up(&plenary::visit::Visit { link, ..Default::default() }, true);
    explorer.press("Esc /");
    assert!(explorer.shows("\"ukraine\""), "{}", explorer.text());
}
