//! Texts where something would read them as commands: a terminal, or a reader of XML.

/// A text that somebody gave, as a message repeats it: what would command a terminal is spelled out.
pub fn shown(text: &str) -> String {
    let letter = |c: char| if is_control(c) { c.escape_unicode().collect() } else { vec![c] };
    text.chars().flat_map(letter).collect()
}

/// Whether a character commands a terminal, or turns the direction of what is written.
pub fn is_control(character: char) -> bool {
    character.is_control() || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A text as XML has it between tags or in an attribute.
pub fn xml(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
