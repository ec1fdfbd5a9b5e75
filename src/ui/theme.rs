//! Colours by role: the only place that names one.
//!
//! Votes are blue, vermilion, yellow and grey, in shades that people with any kind of colour vision tell apart
//! (`tests/it/colours.rs` counts it); and each has a letter and a shape too, so that nothing is lost without colours.

use ratatui::style::{Color, Modifier, Style};

use crate::app::{Role, Shade};
use crate::record::State;
use crate::settings::{Background, Ground, Look, VoteColours};

use super::colours::Colours;

/// A colour in each depth.
///
/// The sixteen are the user's, on a ground that is not known: what has to be read on it is in none that is as light as
/// white or as dark as black in a palette that is much used (yellow, cyan, greys), and never in the colour 8, which is
/// the ground of some. What only fills is in the first eight, which every terminal has as a ground.
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
    fn vote_shade(self, state: State) -> Option<PaletteShade> {
        let shades = match (self.look.votes, self.look.under_letters()) {
            // Darker on light, lighter on dark; on a ground that is not known, in between. The eye that has no red or no
            // green is left blue, yellow and how light a colour is: so no is never as light as abstain.
            (VoteColours::BlueVermilion, Background::Unknown) => {
                [shade(32, Color::LightBlue), shade(167, Color::LightRed), shade(178, Color::Magenta)]
            }
            (VoteColours::BlueVermilion, Background::Dark) => {
                [shade(39, Color::LightBlue), shade(203, Color::LightRed), shade(220, Color::Yellow)]
            }
            (VoteColours::BlueVermilion, Background::Light) => {
                [shade(26, Color::Blue), shade(52, Color::Red), shade(94, Color::Magenta)]
            }
            (VoteColours::RedGreen, Background::Unknown) => {
                [shade(35, Color::Green), shade(167, Color::LightRed), shade(178, Color::Magenta)]
            }
            (VoteColours::RedGreen, Background::Dark) => {
                [shade(78, Color::Green), shade(203, Color::LightRed), shade(221, Color::Yellow)]
            }
            // Of the sixteen no green is read on white.
            (VoteColours::RedGreen, Background::Light) => {
                [shade(22, Color::Blue), shade(124, Color::Red), shade(94, Color::Magenta)]
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

    /// What a part of the map is filled with; none for the sea, and without colours.
    fn shade(self, of: Shade) -> Option<Color> {
        let shade = match of {
            Shade::Sea => return None,
            // With sixteen colours it is none: no grey is another one than the ground in all palettes.
            Shade::Land => match self.look.under_letters() {
                Background::Light => shade(253, Color::Gray),
                Background::Unknown | Background::Dark => shade(237, Color::Gray),
            },
            Shade::Vote(state) => self.vote_shade(state).unwrap_or(shade(self.grey_shade().palette, Color::Gray)),
            Shade::Level(0) => shade(166, Color::Red),
            Shade::Level(1) => shade(173, Color::Magenta),
            Shade::Level(2) => shade(145, Color::Gray),
            Shade::Level(3) => shade(74, Color::Cyan),
            Shade::Level(_) => shade(32, Color::Blue),
            Shade::Chosen => shade(221, Color::Green),
        };
        // Of the bright ones not all terminals have a ground.
        self.colour(&shade).map(|colour| match colour {
            Color::LightRed => Color::Red,
            Color::LightBlue => Color::Blue,
            other => other,
        })
    }

    /// One of five groups that are told apart by their letters too.
    fn group(self, at: u8) -> Style {
        let shades = match self.look.under_letters() {
            Background::Unknown => [166, 173, 145, 74, 32],
            Background::Dark => [203, 180, 250, 80, 39],
            Background::Light => [124, 94, 240, 23, 26],
        };
        let light = self.look.under_letters() == Background::Light;
        let blue = if light { Color::Blue } else { Color::LightBlue };
        let sixteen = [Color::LightRed, Color::Red, Color::Reset, Color::Magenta, blue];
        let at = usize::from(at) % shades.len();
        self.ink(&shade(shades[at], sixteen[at]))
    }

    fn grey_shade(self) -> PaletteShade {
        match self.look.under_letters() {
            Background::Unknown => shade(248, Color::Reset),
            Background::Dark => shade(145, Color::Reset),
            Background::Light => shade(241, Color::Reset),
        }
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
        let style = self.ink(&match self.look.under_letters() {
            Background::Unknown => shade(73, Color::Reset),
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
mod tests {
    use super::*;

    /// In the colours of xterm on white and on black, every role of text, in whatever ground and colours of votes.
    #[test]
    fn with_sixteen_colours_text_is_read_on_white_and_on_black() {
        let light = |colour: Color| match colour {
            // What xterm shows, as relative luminance.
            Color::Black => 0.0,
            Color::Red => 0.129,
            Color::Green => 0.440,
            Color::Yellow => 0.569,
            Color::Blue => 0.062,
            Color::Magenta => 0.175,
            Color::LightRed => 0.213,
            Color::LightBlue => 0.185,
            Color::LightCyan => 0.787,
            Color::White => 1.0,
            other => unreachable!("{other:?} in text"),
        };
        let contrast = |a: f64, b: f64| (a.max(b) + 0.05) / (a.min(b) + 0.05);
        let shades = |theme: Theme| {
            let states = State::ALL.map(|state| theme.vote(state));
            let roles = [
                vec![Role::Plain, Role::Quiet, Role::Title, Role::Accent, Role::Wrong, Role::Letter, Role::Here],
                State::ALL.map(Role::Strong).to_vec(),
                (0..5).map(Role::Group).collect(),
            ];
            let others = [theme.tab(false), theme.tab(true), theme.border(false), theme.border(true)];
            let roles: Vec<_> = roles.concat().into_iter().map(|role| theme.role(role)).collect();
            [&states[..], &others[..], &roles[..]].concat()
        };
        for ground in Ground::ALL {
            for votes in VoteColours::ALL {
                let theme = Theme::new(Colours::Sixteen, Look { ground, votes, ..Look::default() });
                let grounds = match ground {
                    Ground::Terminal => vec![0.0, 1.0],
                    Ground::Dark => vec![0.0],
                    Ground::Light => vec![1.0],
                };
                for ink in shades(theme).into_iter().filter_map(|style| style.fg) {
                    for ground in &grounds {
                        assert!(contrast(light(ink), *ground) > 2.0, "{ink:?} on {ground}, {votes:?}");
                    }
                }
                // Letters on what is filled, and what it is filled with.
                let filled = State::ALL.map(Shade::Vote).into_iter().chain((0..5).map(Shade::Level));
                for of in filled.chain([Shade::Chosen, Shade::Land]) {
                    assert_ne!(theme.role(Role::Map(of, Shade::Sea)).fg, Some(Color::DarkGray));
                    let style = theme.role(Role::On(of));
                    let back = match style.bg {
                        Some(Color::Gray) => 0.783,
                        Some(Color::Cyan) => 0.485,
                        back => light(back.unwrap()),
                    };
                    assert!(contrast(light(style.fg.unwrap()), back) > 4.0, "{of:?} {votes:?}");
                }
            }
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
