//! What the user chooses of how things look; the theme makes colours of it.

/// Where the colours of text and ground come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ground {
    /// The terminal's own.
    #[default]
    Terminal,
    /// Light on dark.
    Dark,
    /// Dark on light.
    Light,
}

/// What is behind the text where that is the terminal's own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Background {
    /// What the terminal says it is; not known where it says nothing.
    #[default]
    Auto,
    /// Dark.
    Dark,
    /// Light.
    Light,
}

/// The colours of votes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum VoteColours {
    /// Blue, vermilion, orange: for any kind of colour vision.
    #[default]
    BlueVermilion,
    /// Green, red, yellow.
    RedGreen,
}

impl Ground {
    /// All of them, in the order in which they are turned through.
    pub const ALL: [Self; 3] = [Self::Terminal, Self::Dark, Self::Light];

    /// Its name in settings.
    pub fn name(self) -> &'static str {
        match self {
            Self::Terminal => "terminal",
            Self::Dark => "dark",
            Self::Light => "light",
        }
    }

    /// The ground of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ground| ground.name() == name)
    }
}

impl Background {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Dark, Self::Light];

    /// Its name in settings.
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Dark => "dark",
            Self::Light => "light",
        }
    }

    /// The background of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|background| background.name() == name)
    }

    /// Dark or light, by the red, green and blue of a colour, each from 0 to 1: dark is what white text is easier to read
    /// on than black.
    pub fn of(colour: [f64; 3]) -> Self {
        /// The relative luminance at which both are read as well.
        const MIDDLE: f64 = 0.179;
        let light = |part: f64| if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) };
        let [red, green, blue] = colour.map(light);
        if 0.2126 * red + 0.7152 * green + 0.0722 * blue > MIDDLE { Self::Light } else { Self::Dark }
    }

    /// What the variable `COLORFGBG` of some terminals says: the numbers of two of the sixteen colours, the last that of
    /// the background.
    pub fn hinted(variable: Option<&str>) -> Self {
        match variable.and_then(|value| value.rsplit(';').next()).and_then(|last| last.parse().ok()) {
            Some(0..=6 | 8) => Self::Dark,
            Some(7 | 9..=15) => Self::Light,
            Some(16u8..) | None => Self::Auto,
        }
    }
}

impl VoteColours {
    /// Both.
    pub const ALL: [Self; 2] = [Self::BlueVermilion, Self::RedGreen];

    /// Its name in settings.
    pub fn name(self) -> &'static str {
        match self {
            Self::BlueVermilion => "blue-vermilion",
            Self::RedGreen => "red-green",
        }
    }

    /// The colours of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|colours| colours.name() == name)
    }
}

/// How things look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Where the colours of text and ground come from.
    pub ground: Ground,
    /// What is behind the text, as the user says.
    pub background: Background,
    /// The same as the terminal says.
    pub answered: Background,
    /// The colours of votes.
    pub votes: VoteColours,
    /// Which letters are written, and where.
    pub charset: Charset,
    /// How many colours there are to fill the map with.
    pub fills: Fills,
}

/// Which letters are written, and where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Charset {
    /// All.
    #[default]
    Unicode,
    /// Those of ASCII on the screen, since the terminal has no others; all in files.
    AsciiScreen,
    /// Those of ASCII, on the screen and in files.
    Ascii,
}

/// How many colours there are to fill the map with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fills {
    /// Enough.
    #[default]
    Many,
    /// The sixteen that the user chose for the terminal: too few for land that shows nothing to have one.
    Few,
    /// None.
    None,
}

impl Look {
    /// Whether the screen is written in ASCII only.
    pub fn is_in_ascii(self) -> bool {
        self.charset != Charset::Unicode
    }

    /// What the colours have to be read on; [`Background::Auto`] where that is not known.
    pub fn behind(self) -> Background {
        match (self.ground, self.background) {
            (Ground::Dark, _) | (Ground::Terminal, Background::Dark) => Background::Dark,
            (Ground::Light, _) | (Ground::Terminal, Background::Light) => Background::Light,
            (Ground::Terminal, Background::Auto) => self.answered,
        }
    }

    /// The next theme.
    pub fn cycle_ground(&mut self) {
        let at = Ground::ALL.iter().position(|&ground| ground == self.ground).unwrap_or_default();
        self.ground = Ground::ALL[(at + 1) % Ground::ALL.len()];
    }

    /// The other colours of votes.
    pub fn cycle_votes(&mut self) {
        self.votes = match self.votes {
            VoteColours::BlueVermilion => VoteColours::RedGreen,
            VoteColours::RedGreen => VoteColours::BlueVermilion,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_dark_or_light_and_a_hint_says_which() {
        for (colour, expected) in [
            ([0.0, 0.0, 0.0], Background::Dark),
            ([1.0, 1.0, 1.0], Background::Light),
            ([0.0, 0.17, 0.21], Background::Dark),
            ([0.99, 0.96, 0.89], Background::Light),
            ([0.0, 0.0, 1.0], Background::Dark),
            ([0.5, 0.5, 0.5], Background::Light),
        ] {
            assert_eq!(Background::of(colour), expected, "{colour:?}");
        }
        for (variable, expected) in [
            (None, Background::Auto),
            (Some(""), Background::Auto),
            (Some("15;0"), Background::Dark),
            (Some("0;default;15"), Background::Light),
            (Some("12;8"), Background::Dark),
            (Some("0;256"), Background::Auto),
        ] {
            assert_eq!(Background::hinted(variable), expected, "{variable:?}");
        }
    }
}
