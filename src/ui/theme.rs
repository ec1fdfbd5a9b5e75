//! Colours by role: the only place that names one.
//!
//! Votes are blue, vermilion, orange and grey, which people with any kind of colour vision tell apart (Okabe and Ito,
//! Color Universal Design, 2008); and each has a letter and a shape too, so that nothing is lost without colours.

use ratatui::style::{Color, Modifier, Style};

use crate::app::{Role, Shade};
use crate::record::State;
use crate::settings::{Background, Ground, Look, VoteColours};

use super::colours::Colours;

/// A colour in each depth.
///
/// The sixteen are the user's, on a ground that is not known: what has to be read on it is in none that is as light as
/// white or as dark as black in a palette that is much used (yellow, cyan, greys), and never in the colour 8, which is
/// the ground of some. What fills has the colour of the letter that it is explained by.
struct PaletteShade {
    /// In the palette of 256, which terminals with more colours have too; it is said in half the bytes.
    palette: u8,
    /// The text's own where it is [`Color::Reset`].
    sixteen: Color,
}

const fn shade(palette: u8, sixteen: Color) -> PaletteShade {
    PaletteShade { palette, sixteen }
}

/// What each thing looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    colours: Colours,
    look: Look,
}

impl Theme {
    /// The theme for a number of colours and the user's settings.
    pub fn new(colours: Colours, look: Look) -> Self {
        Self { colours, look }
    }

    fn colour(self, shade: &PaletteShade) -> Option<Color> {
        match self.colours {
            Colours::None => None,
            Colours::Sixteen => Some(shade.sixteen),
            Colours::Palette => Some(Color::Indexed(shade.palette)),
        }
    }

    fn ink(self, shade: &PaletteShade) -> Style {
        let colour = self.colour(shade).filter(|&colour| colour != Color::Reset);
        colour.map_or_else(Style::new, |colour| Style::new().fg(colour))
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
        self.vote_shade(state).map_or_else(|| self.grey(), |shade| self.ink(&shade))
    }

    /// The colour of a vote; none of its own for those who cast none.
    ///
    /// Any two are ΔE2000 18 apart (15 where the background is not known) in the eyes that the colours are meant for, and
    /// 4.5 to 1 on the backgrounds that they are for; `theme/tests.rs` computes it.
    fn vote_shade(self, state: State) -> Option<PaletteShade> {
        let shades = match (self.look.votes, self.look.behind()) {
            // Darker on light, lighter on dark; on a background that is not known, in between.
            (VoteColours::BlueVermilion, Background::Auto) => {
                [shade(32, Color::LightBlue), shade(161, Color::Red), shade(136, Color::Magenta)]
            }
            (VoteColours::BlueVermilion, Background::Dark) => {
                [shade(75, Color::Cyan), shade(202, Color::Red), shade(228, Color::Yellow)]
            }
            (VoteColours::BlueVermilion, Background::Light) => {
                [shade(25, Color::Blue), shade(52, Color::Red), shade(94, Color::Magenta)]
            }
            // No palette of sixteen has a green that is read on white.
            (VoteColours::RedGreen, Background::Auto) => {
                [shade(28, Color::LightBlue), shade(160, Color::Red), shade(136, Color::Magenta)]
            }
            (VoteColours::RedGreen, Background::Dark) => {
                [shade(78, Color::Green), shade(203, Color::Red), shade(221, Color::Yellow)]
            }
            (VoteColours::RedGreen, Background::Light) => {
                [shade(22, Color::Blue), shade(160, Color::Red), shade(94, Color::Magenta)]
            }
        };
        let [yes, no, abstain] = shades;
        match state {
            State::Yes => Some(yes),
            State::No => Some(no),
            State::Abstain => Some(abstain),
            State::Absent | State::NotMember => None,
        }
    }

    /// Of those who cast no vote, and of less important text.
    fn grey_shade(self) -> PaletteShade {
        match self.look.behind() {
            Background::Auto => shade(246, Color::Gray),
            Background::Dark => shade(247, Color::Gray),
            Background::Light => shade(242, Color::Gray),
        }
    }

    /// What a part of the map is filled with; none for the sea, and without colours.
    fn shade(self, of: Shade) -> Option<Color> {
        let shade = match of {
            Shade::Sea => return None,
            // With sixteen colours it is none: no grey is another one than the ground in all palettes.
            Shade::Land => match self.look.behind() {
                Background::Light => shade(253, Color::Gray),
                Background::Auto | Background::Dark => shade(237, Color::Gray),
            },
            Shade::Vote(state) => self.vote_shade(state).unwrap_or_else(|| self.grey_shade()),
            Shade::Level(0) => shade(166, Color::Red),
            Shade::Level(1) => shade(173, Color::Magenta),
            Shade::Level(2) => shade(145, Color::Gray),
            Shade::Level(3) => shade(74, Color::Cyan),
            Shade::Level(_) => shade(32, Color::Blue),
            Shade::Chosen => shade(221, Color::Green),
        };
        self.colour(&shade)
    }

    /// One of five groups that are told apart by their letters too.
    fn group(self, at: u8) -> Style {
        let shades = match self.look.behind() {
            Background::Auto => [
                shade(166, Color::LightRed),
                shade(131, Color::Red),
                shade(245, Color::Reset),
                shade(67, Color::Magenta),
                shade(32, Color::LightBlue),
            ],
            Background::Dark => [
                shade(208, Color::Red),
                shade(216, Color::Yellow),
                shade(188, Color::Reset),
                shade(117, Color::LightCyan),
                shade(75, Color::Cyan),
            ],
            Background::Light => [
                shade(88, Color::Red),
                shade(94, Color::LightRed),
                shade(240, Color::Reset),
                shade(24, Color::Magenta),
                shade(19, Color::Blue),
            ],
        };
        self.ink(&shades[usize::from(at) % shades.len()])
    }

    fn grey(self) -> Style {
        match self.colours {
            Colours::None => Style::new(),
            Colours::Sixteen => Style::new().add_modifier(Modifier::DIM),
            Colours::Palette => self.ink(&self.grey_shade()),
        }
    }

    /// Less important text.
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
            Role::Group(at) => self.group(at),
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

    /// Emphasis: the focused border, the keys of the key bar.
    pub fn accent(self) -> Style {
        let style = self.ink(&match self.look.behind() {
            Background::Auto => shade(30, Color::Reset),
            Background::Dark => shade(79, Color::LightCyan),
            Background::Light => shade(23, Color::Reset),
        });
        if style.fg.is_none() { style.add_modifier(Modifier::BOLD) } else { style }
    }

    /// The selection, laid over what is drawn: a plain bar in the pane with the keys, whatever the colours in it, and
    /// bold in another pane. It has a mark too.
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
        Color::Blue | Color::Red | Color::Magenta => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests;
