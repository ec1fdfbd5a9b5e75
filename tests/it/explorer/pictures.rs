//! How screens look, at several sizes, with their colours.

use plenary::settings::{Fills, Look};
use plenary::ui::{Colours, Theme};

use super::Explorer;

#[test]
fn pictures() {
    for (name, width, height, query, keys) in [
        ("countries_80x24", 80, 24, "topic:palestine since:2015", "2"),
        ("ukraine_on_palestine_80x24", 80, 24, "topic:palestine since:2015", "c ukr Enter"),
        ("ukraine_on_palestine_200x60", 200, 60, "topic:palestine since:2015", "c ukr Enter"),
        ("by_group_200x60", 200, 60, "ukraine since:2022", "Down Down Down Space t Enter"),
        ("finder_80x24", 80, 24, "", "c sovi"),
        ("palette_80x24", 80, 24, "", ": cop"),
        ("ukraine_80x24", 80, 24, "ukraine since:2022", "Down Down Down"),
        ("ukraine_120x40", 120, 40, "ukraine since:2022", "Down Down Down"),
        ("no_votes_120x40", 120, 40, "ukraine since:2022", "Down Down Down Enter ]"),
        ("filtering_80x24", 80, 24, "", "/ palestine_year:"),
        ("help_80x24", 80, 24, "", "Enter ?"),
        ("texts_80x24", 80, 24, "climate since:2023", "R"),
        ("texts_120x40", 120, 40, "climate since:2023", "R"),
        ("text_80x24", 80, 24, "", ": text/79/1 Enter"),
        ("narrow_40x12", 40, 12, "ukraine since:2022", ""),
    ] {
        let mut explorer = Explorer::new(width, height, query);
        explorer.press(keys);
        insta::assert_snapshot!(name, explorer.text_and_looks());
    }
}

/// With colours halves of characters are filled; without, letters say the same.
#[test]
fn maps() {
    for (width, height) in [(80, 24), (120, 40), (200, 60)] {
        for plain in [false, true] {
            let mut explorer = Explorer::new(width, height, "");
            if plain {
                let look = Look { fills: Fills::None, ..Look::default() };
                explorer.app.set_look(look);
                explorer.theme = Theme::new(Colours::None, look);
            }
            explorer.press(": world/ES-11/7 Enter");
            let name = format!("world_{width}x{height}{}", if plain { "_plain" } else { "" });
            insta::assert_snapshot!(name, explorer.text_and_looks());
        }
    }
}
