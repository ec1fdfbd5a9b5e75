//! Colours by role: the only place that names one.
//!
//! Votes are blue, vermilion, orange and grey, which people with any kind of colour vision tell apart (Okabe and Ito,
//! Color Universal Design, 2008); and each has a letter and a shape too, so that nothing is lost without colours.

use ratatui::style::{Color, Modifier, Style};

use crate::app::{Ground, Look, Role, Shade as Filled, VoteColours};
use crate::record::State;

/// How many colours the terminal has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colours {
    /// None, or none wanted.
    None,
    /// The sixteen that the user chose for the terminal.
    Sixteen,
    /// The palette of 256, or more.
    Palette,
}

impl Colours {
    /// What the environment says: `NO_COLOR`, `COLORTERM` and `TERM`, read by `variable`.
    pub fn of(variable: impl Fn(&str) -> Option<String>) -> Self {
        let variable = |name| variable(name).unwrap_or_default();
        let (colours, terminal) = (variable("COLORTERM"), variable("TERM"));
        if !variable("NO_COLOR").is_empty() || terminal == "dumb" {
            Self::None
        } else if !colours.is_empty() || terminal.contains("256color") || terminal.ends_with("-direct") {
            Self::Palette
        } else {
            Self::Sixteen
        }
    }
}

/// A colour in each depth.
struct Shade {
    /// In the palette of 256, which terminals with more colours have too; it is said in half the bytes.
    palette: u8,
    sixteen: Color,
}

const fn shade(palette: u8, sixteen: Color) -> Shade {
    Shade { palette, sixteen }
}

/// What each thing looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    colours: Colours,
    look: Look,
}

impl Theme {
    /// The theme for so many colours, as the user likes it.
    pub fn new(colours: Colours, look: Look) -> Self {
        Self { colours, look }
    }

    fn colour(self, shade: &Shade) -> Option<Color> {
        match self.colours {
            Colours::None => None,
            Colours::Sixteen => Some(shade.sixteen),
            Colours::Palette => Some(Color::Indexed(shade.palette)),
        }
    }

    fn ink(self, shade: &Shade) -> Style {
        self.colour(shade).map_or_else(Style::new, |colour| Style::new().fg(colour))
    }

    /// The ground and the text on it: the terminal's own, unless another is chosen and the terminal can show it.
    pub fn ground(self) -> Style {
        let (ground, text) = match self.look.ground {
            Ground::Terminal => return Style::new(),
            Ground::Dark => (shade(234, Color::Black), shade(253, Color::White)),
            Ground::Light => (shade(231, Color::White), shade(235, Color::Black)),
        };
        match (self.colour(&ground), self.colour(&text)) {
            (Some(ground), Some(text)) => Style::new().bg(ground).fg(text),
            _ => Style::new(),
        }
    }

    /// A vote.
    pub fn vote(self, state: State) -> Style {
        let shades = match (self.look.votes, self.look.ground) {
            // Darker on light, lighter on dark; on a ground that is not known, in between.
            (VoteColours::BlueVermilion, Ground::Terminal) => {
                [shade(32, Color::LightBlue), shade(166, Color::LightRed), shade(172, Color::Yellow)]
            }
            (VoteColours::BlueVermilion, Ground::Dark) => {
                [shade(74, Color::LightBlue), shade(208, Color::LightRed), shade(221, Color::Yellow)]
            }
            (VoteColours::BlueVermilion, Ground::Light) => {
                [shade(25, Color::Blue), shade(166, Color::Red), shade(100, Color::Magenta)]
            }
            (VoteColours::RedGreen, Ground::Terminal) => {
                [shade(35, Color::LightGreen), shade(167, Color::LightRed), shade(178, Color::Yellow)]
            }
            (VoteColours::RedGreen, Ground::Dark) => {
                [shade(78, Color::LightGreen), shade(203, Color::LightRed), shade(221, Color::Yellow)]
            }
            (VoteColours::RedGreen, Ground::Light) => {
                [shade(22, Color::Green), shade(124, Color::Red), shade(100, Color::Magenta)]
            }
        };
        let [yes, no, abstain] = shades;
        match state {
            State::Yes => self.ink(&yes),
            State::No => self.ink(&no),
            State::Abstain => self.ink(&abstain),
            State::Absent | State::NotMember => self.grey(),
        }
    }

    /// What a part of the map is filled with; none for the sea, and without colours.
    fn shade(self, of: Filled) -> Option<Color> {
        let level = |level: u8| match level {
            0 => shade(166, Color::LightRed),
            1 => shade(173, Color::Red),
            2 => shade(145, Color::Gray),
            3 => shade(74, Color::Cyan),
            _ => shade(32, Color::LightBlue),
        };
        match of {
            Filled::Sea => None,
            Filled::Land => self.colour(&match self.look.ground {
                Ground::Light => shade(253, Color::Gray),
                Ground::Terminal | Ground::Dark => shade(237, Color::DarkGray),
            }),
            Filled::Vote(State::Absent | State::NotMember) => self.colour(&shade(246, Color::Gray)),
            Filled::Vote(state) => self.vote(state).fg,
            Filled::Level(of) => self.colour(&level(of)),
            Filled::Chosen => self.colour(&shade(221, Color::Yellow)),
        }
    }

    fn grey(self) -> Style {
        self.ink(&match self.look.ground {
            Ground::Terminal => shade(245, Color::DarkGray),
            Ground::Dark => shade(246, Color::Gray),
            Ground::Light => shade(241, Color::DarkGray),
        })
    }

    /// What matters less.
    pub fn quiet(self) -> Style {
        if self.colours == Colours::None { Style::new().add_modifier(Modifier::DIM) } else { self.grey() }
    }

    /// A title or a heading.
    pub fn title(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// A piece of text.
    pub fn role(self, role: Role) -> Style {
        match role {
            Role::Plain => Style::new(),
            Role::Quiet => self.quiet(),
            Role::Title => self.title(),
            Role::Accent => self.accent(),
            Role::Vote(state) => self.vote(state),
            Role::Strong(state) => self.vote(state).patch(self.title()),
            Role::Map(front, back) => {
                let style = self.shade(front).map_or_else(Style::new, |colour| Style::new().fg(colour));
                self.shade(back).map_or(style, |colour| style.bg(colour))
            }
            Role::On(under) => match self.shade(under) {
                Some(colour) => {
                    let ink = if is_dark(colour) { shade(231, Color::White) } else { shade(16, Color::Black) };
                    Style::new().bg(colour).fg(self.colour(&ink).unwrap_or_default())
                }
                None => self.title(),
            },
            Role::Here => self.title().add_modifier(Modifier::REVERSED),
            Role::Letter => self.accent().patch(self.title()).add_modifier(Modifier::UNDERLINED),
            Role::Wrong => self.wrong(),
        }
    }

    /// A view's name in the header.
    pub fn tab(self, current: bool) -> Style {
        if current { self.title().add_modifier(Modifier::REVERSED) } else { self.quiet() }
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
            (false, _) => Style::new(),
        }
    }

    /// What leads the eye: the focused border, the keys of the key bar.
    pub fn accent(self) -> Style {
        let style = self.ink(&match self.look.ground {
            Ground::Terminal => shade(73, Color::Cyan),
            Ground::Dark => shade(79, Color::LightCyan),
            Ground::Light => shade(23, Color::Cyan),
        });
        if self.colours == Colours::None { style.add_modifier(Modifier::BOLD) } else { style }
    }

    /// What is selected, laid over what is drawn: one bar where the keys go, whatever the colours in it, and bold in a
    /// pane that has not got them. There is a mark beside it too.
    pub fn selected(self, focused: bool) -> Style {
        if !focused {
            return self.title();
        }
        let bar = self.title().add_modifier(Modifier::REVERSED).remove_modifier(Modifier::DIM);
        if self.colours == Colours::None { bar } else { Style::new().fg(Color::Reset).patch(self.ground()).patch(bar) }
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

/// Whether light letters are easier to read on a colour than dark ones.
fn is_dark(colour: Color) -> bool {
    match colour {
        // The cube of the 256 colours, in sixths of red, green and blue; and its greys.
        Color::Indexed(at @ 16..=231) => {
            let at = u32::from(at - 16);
            let (red, green, blue) = (at / 36, at / 6 % 6, at % 6);
            3 * red + 6 * green + blue < 14
        }
        Color::Indexed(at @ 232..) => at < 244,
        Color::Blue | Color::Red | Color::Magenta | Color::Green | Color::DarkGray => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_as_many_as_the_environment_says() {
        for (no_color, colorterm, term, expected) in [
            ("", "truecolor", "xterm-256color", Colours::Palette),
            ("", "24bit", "xterm", Colours::Palette),
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
        for ground in Ground::ALL {
            let theme = Theme::new(Colours::None, Look { ground, ..Look::default() });
            let votes = State::ALL.map(|state| theme.vote(state));
            let others = [theme.quiet(), theme.accent(), theme.wrong(), theme.selected(true), theme.ground()];
            for style in votes.into_iter().chain(others) {
                assert_eq!((style.fg, style.bg), (None, None));
            }
        }
    }
}
