//! The file of all settings as they are without one, made from the defaults and the table of actions.

use std::fmt::Write as _;

use super::look::{Background, Charset, Ground, Look, VoteColours};
use crate::actions::TABLE;
use crate::report::text::wrap;

use super::Settings;
use super::read::written_name;

/// How wide a comment is.
const COLUMNS: usize = 96;

/// A file that a user can begin with: every setting with a comment, as it is without the file, after a `#`.
pub fn default_text() -> String {
    let Settings { look: Look { ground, background, votes, charset, .. }, mouse, .. } = Settings::default();
    let ascii = charset == Charset::Ascii;
    let quoted = |names: &[&str]| names.iter().map(|name| string(name)).collect::<Vec<_>>().join(", ");
    let mut text = format!(
        "# The settings of Plenary, each with its default: remove the # before what you change.\n\
         # `plenary config --check` says where the file is read from, and what is wrong in it.\n\
         \n\
         # Where the colours of text and background come from: {}.\n#theme = {}\n\
         \n\
         # What is behind the text in the theme \"terminal\": {}. With auto the terminal is asked.\n#background = {}\n\
         \n\
         # The colours of votes: {}.\n#votes = {}\n\
         \n\
         # The view that the explorer opens at, as a link: \"votes?since:2022\", \"country/UKR?topic:palestine\".\n\
         #start = \"votes\"\n\
         \n\
         # Whether clicks and the wheel are the explorer's; otherwise the terminal selects text.\n#mouse = {mouse}\n\
         \n\
         # Whether only ASCII is drawn.\n#ascii = {ascii}\n\
         \n\
         # The keys of each action: g, C-c, M-x, Enter, PageDown, F1, Space. They replace its default keys;\n\
         # an action without keys, [], is still in the palette.\n\
         [keys]\n",
        quoted(&Ground::ALL.map(Ground::name)),
        string(ground.name()),
        quoted(&Background::ALL.map(Background::name)),
        string(background.name()),
        quoted(&VoteColours::ALL.map(VoteColours::name)),
        string(votes.name()),
    );
    for entry in TABLE {
        let places: Vec<_> = entry.contexts.iter().map(|context| context.title().to_lowercase()).collect();
        // Writing into a string can't fail.
        let _ = writeln!(text);
        for line in wrap(&format!("{} ({})", entry.help.trim_end_matches('.'), places.join(", ")), COLUMNS) {
            let _ = writeln!(text, "# {line}");
        }
        let _ = writeln!(text, "#{} = [{}]", written_name(entry), quoted(entry.keys));
    }
    text
}

/// A string of TOML, which writes one as JSON does.
fn string(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
