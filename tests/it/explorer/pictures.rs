//! How screens look, at several sizes, with their colours.

use super::Explorer;

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
