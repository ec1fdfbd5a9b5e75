//! Colours by role: the only place that names one.
//!
//! Votes are blue, vermilion, orange and grey, which people with any kind of colour vision tell apart (Okabe and Ito,
//! Color Universal Design, 2008); and each has a letter and a shape too, so that nothing is lost without colours.

use ratatui::style::{Color, Modifier, Style};

use crate::record::State;

/// How many colours the terminal has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colours {
    /// None, or none wanted.
    None,
    /// The sixteen that the user chose for the terminal.
    Sixteen,
    /// The palette of 256.
    Palette,
    /// All.
    True,
}

impl Colours {
    /// What the environment says: `NO_COLOR`, `COLORTERM` and `TERM`, read by `variable`.
    pub fn of(variable: impl Fn(&str) -> Option<String>) -> Self {
        let variable = |name| variable(name).unwrap_or_default();
        let (colours, terminal) = (variable("COLORTERM"), variable("TERM"));
        if !variable("NO_COLOR").is_empty() || terminal == "dumb" {
            Self::None
        } else if colours.contains("truecolor") || colours.contains("24bit") || terminal.ends_with("-direct") {
            Self::True
        } else if terminal.contains("256color") {
            Self::Palette
        } else {
            Self::Sixteen
        }
    }
}

/// What each thing looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    colours: Colours,
}

impl Theme {
    /// The theme for so many colours.
    pub fn new(colours: Colours) -> Self {
        Self { colours }
    }

    /// A colour in each of three depths; none where there are none.
    fn colour(self, (red, green, blue): (u8, u8, u8), palette: u8, sixteen: Color) -> Style {
        let style = Style::new();
        match self.colours {
            Colours::None => style,
            Colours::Sixteen => style.fg(sixteen),
            Colours::Palette => style.fg(Color::Indexed(palette)),
            Colours::True => style.fg(Color::Rgb(red, green, blue)),
        }
    }

    /// A vote.
    pub fn vote(self, state: State) -> Style {
        match state {
            State::Yes => self.colour((0x2b, 0x8c, 0xd0), 32, Color::LightBlue),
            State::No => self.colour((0xd5, 0x5e, 0x00), 166, Color::LightRed),
            State::Abstain => self.colour((0xe6, 0x9f, 0x00), 172, Color::Yellow),
            State::Absent | State::NotMember => self.colour((0x99, 0x99, 0x99), 246, Color::DarkGray),
        }
    }

    /// What matters less.
    pub fn quiet(self) -> Style {
        let style = self.colour((0x8a, 0x8a, 0x8a), 245, Color::DarkGray);
        if self.colours == Colours::None { style.add_modifier(Modifier::DIM) } else { style }
    }

    /// A title or a heading.
    pub fn title(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// The border of a pane: of the one that has the keys, or of another.
    pub fn border(self, focused: bool) -> Style {
        if focused { self.accent() } else { self.quiet() }
    }

    /// The title of a pane. Without colours it is what shows where the keys go.
    pub fn pane_title(self, focused: bool) -> Style {
        match (focused, self.colours) {
            (true, Colours::None) => self.title().add_modifier(Modifier::REVERSED),
            (true, _) => self.title(),
            (false, _) => Style::new().fg(Color::Reset),
        }
    }

    /// What leads the eye: the focused border, the keys of the key bar.
    pub fn accent(self) -> Style {
        let style = self.colour((0x3a, 0xa8, 0xa0), 73, Color::Cyan);
        if self.colours == Colours::None { style.add_modifier(Modifier::BOLD) } else { style }
    }

    /// The selected row: where the keys go, or in a pane that has not got them. There is a mark beside it too.
    pub fn selected(self, focused: bool) -> Style {
        if focused { self.title().add_modifier(Modifier::REVERSED) } else { self.title() }
    }

    /// What is wrong.
    pub fn wrong(self) -> Style {
        self.vote(State::No).add_modifier(Modifier::BOLD)
    }

    /// The word that is wrong.
    pub fn wrong_word(self) -> Style {
        self.wrong().add_modifier(Modifier::UNDERLINED)
    }
}

/// The mark of a vote before a name or a count; a member that did not vote has no letter.
pub(super) fn mark(state: State) -> char {
    match state {
        State::Absent => '·',
        state => state.letter(),
    }
}

/// The shape of a vote in a bar.
pub(super) fn shape(state: State) -> &'static str {
    match state {
        State::Yes => "█",
        State::No => "▒",
        State::Abstain => "░",
        State::Absent => "·",
        State::NotMember => " ",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_as_many_as_the_environment_says() {
        for (no_color, colorterm, term, expected) in [
            ("", "truecolor", "xterm-256color", Colours::True),
            ("", "24bit", "xterm", Colours::True),
            ("", "", "xterm-256color", Colours::Palette),
            ("", "", "linux", Colours::Sixteen),
            ("", "", "", Colours::Sixteen),
            ("", "", "dumb", Colours::None),
            ("1", "truecolor", "xterm-256color", Colours::None),
        ] {
            let colours = Colours::of(|name| {
                Some(match name {
                    "NO_COLOR" => no_color.to_owned(),
                    "COLORTERM" => colorterm.to_owned(),
                    _ => term.to_owned(),
                })
            });
            assert_eq!(colours, expected, "{no_color} {colorterm} {term}");
        }
    }

    #[test]
    fn without_colours_nothing_is_coloured() {
        let theme = Theme::new(Colours::None);
        let votes = State::ALL.map(|state| theme.vote(state));
        for style in votes.into_iter().chain([theme.quiet(), theme.accent(), theme.wrong(), theme.selected(true)]) {
            assert_eq!((style.fg, style.bg), (None, None));
        }
    }
}
