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
    /// The colours of votes.
    pub votes: VoteColours,
    /// Whether only ASCII is written.
    pub ascii: bool,
    /// Whether there are no colours.
    pub plain: bool,
}

impl Look {
    /// The next theme.
    pub(super) fn turn_ground(&mut self) {
        let at = Ground::ALL.iter().position(|&ground| ground == self.ground).unwrap_or_default();
        self.ground = Ground::ALL[(at + 1) % Ground::ALL.len()];
    }

    /// The other colours of votes.
    pub(super) fn turn_votes(&mut self) {
        self.votes = match self.votes {
            VoteColours::BlueVermilion => VoteColours::RedGreen,
            VoteColours::RedGreen => VoteColours::BlueVermilion,
        };
    }
}
