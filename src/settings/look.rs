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

/// What the terminal's own ground is, as far as it says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Background {
    /// It has not said.
    #[default]
    Unknown,
    /// Darker than what black letters are read on best.
    Dark,
    /// Lighter than that.
    Light,
}

impl Background {
    /// What a ground of these shares of red, green and blue is, each from 0 to 1: light where black letters have more
    /// contrast on it than white ones (WCAG 2.2).
    pub fn of(rgb: [f64; 3]) -> Self {
        let linear =
            rgb.map(|share| if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) });
        let luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
        if luminance > 0.179 { Self::Light } else { Self::Dark }
    }

    /// What `COLORFGBG` says, which some terminals set: the numbers of text and ground among the sixteen colours.
    pub fn of_variable(text: &str) -> Self {
        match text.rsplit(';').next().and_then(|ground| ground.parse().ok()) {
            Some(7 | 9..=15) => Self::Light,
            Some(0..=6 | 8) => Self::Dark,
            _ => Self::Unknown,
        }
    }
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
    /// What the terminal's own is.
    pub background: Background,
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
    /// The ground that letters are to be read on.
    pub fn under_letters(self) -> Background {
        match self.ground {
            Ground::Terminal => self.background,
            Ground::Dark => Background::Dark,
            Ground::Light => Background::Light,
        }
    }

    /// Whether the screen is written in ASCII only.
    pub fn is_in_ascii(self) -> bool {
        self.charset != Charset::Unicode
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
