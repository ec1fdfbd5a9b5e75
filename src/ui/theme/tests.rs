//! What the colours of every theme are measured by: how different those of votes are to different eyes, and how well each
//! role is read on the backgrounds that the theme is for.

use std::fmt::Write as _;

use super::*;

type Rgb = [f64; 3];

/// A colour of the palette of 256 from 16 on, from 0 to 1.
fn of_palette(at: u8) -> Rgb {
    let parts = match at {
        232.. => [8 + 10 * (u16::from(at) - 232); 3],
        _ => {
            let step = |sixths: u8| if sixths == 0 { 0 } else { 55 + 40 * u16::from(sixths) };
            let at = at - 16;
            [step(at / 36), step(at / 6 % 6), step(at % 6)]
        }
    };
    parts.map(|part| f64::from(part) / 255.0)
}

fn of_hex(hex: u32) -> Rgb {
    [16, 8, 0].map(|shift| f64::from(hex >> shift & 0xff) / 255.0)
}

/// The sixteen as xterm has them, and as Solarized.
const XTERM: [u32; 16] = [
    0x00_0000, 0xcd_0000, 0x00_cd00, 0xcd_cd00, 0x00_00ee, 0xcd_00cd, 0x00_cdcd, 0xe5_e5e5, 0x7f_7f7f, 0xff_0000,
    0x00_ff00, 0xff_ff00, 0x5c_5cff, 0xff_00ff, 0x00_ffff, 0xff_ffff,
];
const SOLARIZED: [u32; 16] = [
    0x07_3642, 0xdc_322f, 0x85_9900, 0xb5_8900, 0x26_8bd2, 0xd3_3682, 0x2a_a198, 0xee_e8d5, 0x00_2b36, 0xcb_4b16,
    0x58_6e75, 0x65_7b83, 0x83_9496, 0x6c_71c4, 0x93_a1a1, 0xfd_f6e3,
];

/// The position of a colour among the sixteen.
fn sixteenth(colour: Color) -> usize {
    let all = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    all.iter().position(|&other| other == colour).unwrap()
}

fn rgb(colour: Color, sixteen: &[u32; 16]) -> Rgb {
    match colour {
        Color::Indexed(at) => of_palette(at),
        other => of_hex(sixteen[sixteenth(other)]),
    }
}

fn linear(colour: Rgb) -> Rgb {
    colour.map(|part| if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) })
}

fn times(matrix: [Rgb; 3], colour: Rgb) -> Rgb {
    matrix.map(|row| row.iter().zip(colour).map(|(a, b)| a * b).sum())
}

/// WCAG 2: the ratio of the relative luminances, each with 0.05 for the light in the room.
fn contrast(a: Rgb, b: Rgb) -> f64 {
    let [a, b] = [a, b].map(|colour| times([[0.2126, 0.7152, 0.0722]; 3], linear(colour))[0] + 0.05);
    a.max(b) / a.min(b)
}

/// How a colour looks to other eyes: Machado, Oliveira and Fernandes (2009), severity 1, on linear light.
const NORMAL: [Rgb; 3] = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
const PROTANOPIA: [Rgb; 3] =
    [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]];
const DEUTERANOPIA: [Rgb; 3] =
    [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]];

/// CIE L*a*b* of a colour in sRGB, as the given eyes see it.
fn lab(colour: Rgb, eyes: [Rgb; 3]) -> Rgb {
    const TO_XYZ: [Rgb; 3] = [
        [0.412_456_4, 0.357_576_1, 0.180_437_5],
        [0.212_672_9, 0.715_152_2, 0.072_175_0],
        [0.019_333_9, 0.119_192_0, 0.950_304_1],
    ];
    let [x, y, z] = times(TO_XYZ, times(eyes, linear(colour)).map(|part| part.clamp(0.0, 1.0)));
    let root = |t: f64| if t > 216.0 / 24389.0 { t.cbrt() } else { (24389.0 / 27.0 * t + 16.0) / 116.0 };
    let [x, y, z] = [x / 0.950_47, y, z / 1.088_83].map(root);
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// CIEDE2000 with all weights 1, as in Sharma, Wu and Dalal (2005).
fn delta_e([l1, a1, b1]: Rgb, [l2, a2, b2]: Rgb) -> f64 {
    let of_25 = |c: f64| (c.powi(7) / (c.powi(7) + 25_f64.powi(7))).sqrt();
    let stretch = 1.0 + 0.5 * (1.0 - of_25(f64::midpoint(a1.hypot(b1), a2.hypot(b2))));
    let polar = |a: f64, b: f64| {
        let a = a * stretch;
        (a.hypot(b), b.atan2(a).to_degrees().rem_euclid(360.0))
    };
    let ((c1, h1), (c2, h2)) = (polar(a1, b1), polar(a2, b2));
    let is_grey = c1 * c2 == 0.0;
    let by = if is_grey { 0.0 } else { (h2 - h1 + 180.0).rem_euclid(360.0) - 180.0 };
    let hue = 2.0 * (c1 * c2).sqrt() * (by / 2.0).to_radians().sin();
    let middle = match (h1 + h2, (h1 - h2).abs() > 180.0) {
        (sum, _) if is_grey => sum,
        (sum, false) => sum / 2.0,
        (sum, true) if sum < 360.0 => f64::midpoint(sum, 360.0),
        (sum, true) => (sum - 360.0) / 2.0,
    };
    let (l, c) = (f64::midpoint(l1, l2), f64::midpoint(c1, c2));
    let cos = |degrees: f64| degrees.to_radians().cos();
    let t = 1.0 - 0.17 * cos(middle - 30.0) + 0.24 * cos(2.0 * middle) + 0.32 * cos(3.0 * middle + 6.0)
        - 0.20 * cos(4.0 * middle - 63.0);
    let turn = 30.0 * (-((middle - 275.0) / 25.0).powi(2)).exp();
    let from_50 = (l - 50.0).powi(2);
    let light = (l2 - l1) / (1.0 + 0.015 * from_50 / (20.0 + from_50).sqrt());
    let chroma = (c2 - c1) / (1.0 + 0.045 * c);
    let hue = hue / (1.0 + 0.015 * c * t);
    let rotation = -(2.0 * turn).to_radians().sin() * 2.0 * of_25(c);
    (light.powi(2) + chroma.powi(2) + hue.powi(2) + rotation * chroma * hue).sqrt()
}

/// Pairs from the table of Sharma, Wu and Dalal, among them those at which implementations go wrong.
#[test]
fn the_difference_of_two_colours_is_as_published() {
    for (a, b, expected) in [
        ([50.0, 2.6772, -79.7751], [50.0, 0.0, -82.7485], 2.0425),
        ([50.0, -1.3802, -84.2814], [50.0, 0.0, -82.7485], 1.0),
        ([50.0, 0.0, 0.0], [50.0, -1.0, 2.0], 2.3669),
        ([50.0, 2.49, -0.001], [50.0, -2.49, 0.0009], 7.1792),
        ([50.0, 2.49, -0.001], [50.0, -2.49, 0.0011], 7.2195),
        ([50.0, -0.001, 2.49], [50.0, 0.0011, -2.49], 4.7461),
        ([50.0, 2.5, 0.0], [50.0, 0.0, -2.5], 4.3065),
        ([50.0, 2.5, 0.0], [73.0, 25.0, -18.0], 27.1492),
        ([50.0, 2.5, 0.0], [58.0, 24.0, 15.0], 19.4535),
        ([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644),
        ([22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373),
        ([2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082),
    ] {
        for (a, b) in [(a, b), (b, a)] {
            assert!((delta_e(a, b) - expected).abs() < 0.0001, "{a:?} {b:?}: {} and not {expected}", delta_e(a, b));
        }
    }
}

/// Every theme in a number of colours, with what it has to be read on.
fn themes(colours: Colours) -> Vec<(Theme, String)> {
    let mut themes = Vec::new();
    for ground in Ground::ALL {
        for background in Background::ALL {
            for votes in VoteColours::ALL {
                let look = Look { ground, background, votes, ..Look::default() };
                let name = format!("{} on {}, {}", ground.name(), background.name(), votes.name());
                themes.push((Theme::new(colours, look), name));
            }
        }
    }
    themes
}

/// What a theme has to be read on: black and white where nothing is known, and its own ground where it has one.
fn backgrounds(theme: Theme, colours: Colours) -> Vec<Rgb> {
    let own = theme.ground().bg.map(|colour| rgb(colour, &XTERM));
    let known = match theme.look.behind() {
        Background::Auto => vec![0x00_0000, 0xff_ffff],
        Background::Dark => vec![0x00_0000, 0x00_2b36],
        Background::Light => vec![0xff_ffff, 0xfd_f6e3],
    };
    let own = own.into_iter().filter(|_| colours == Colours::Palette);
    known.into_iter().map(of_hex).chain(own).collect()
}

/// Every role of text, by name.
fn texts(theme: Theme) -> Vec<(String, Style)> {
    let roles = [
        vec![Role::Plain, Role::Quiet, Role::Title, Role::Accent, Role::Wrong, Role::Letter, Role::Here],
        State::ALL.map(Role::Vote).to_vec(),
        State::ALL.map(Role::Strong).to_vec(),
        (0..5).map(Role::Group).collect(),
    ];
    let mut texts: Vec<_> = roles.concat().into_iter().map(|role| (format!("{role:?}"), theme.role(role))).collect();
    for (name, style) in [
        ("tab", theme.tab(false)),
        ("border", theme.border(false)),
        ("focused border", theme.border(true)),
        ("pane title", theme.pane_title(true)),
        ("wrong word", theme.wrong_word()),
    ] {
        texts.push((name.to_owned(), style));
    }
    texts
}

#[test]
#[expect(clippy::print_stdout, reason = "the table of what was measured, for whoever runs it with --nocapture")]
fn any_two_votes_are_told_apart_by_all_eyes_that_the_theme_is_for() {
    const STATES: [State; 4] = State::OF_MEMBERS;
    let (mut table, mut poor) = (String::new(), String::new());
    for (theme, name) in themes(Colours::Palette) {
        let eyes = match theme.look.votes {
            VoteColours::BlueVermilion => &[("normal", NORMAL), ("protan", PROTANOPIA), ("deutan", DEUTERANOPIA)][..],
            VoteColours::RedGreen => &[("normal", NORMAL)],
        };
        let least = if theme.look.behind() == Background::Auto { 15.0 } else { 18.0 };
        for &(eye, matrix) in eyes {
            let inks = STATES.map(|state| lab(rgb(theme.vote(state).fg.unwrap(), &XTERM), matrix));
            let _ = write!(table, "\n{name:32} {eye:8}");
            for (at, first) in inks.into_iter().enumerate() {
                for (to, second) in inks.into_iter().enumerate().skip(at + 1) {
                    let apart = delta_e(first, second);
                    let _ = write!(table, " {apart:5.1}");
                    if apart < least {
                        let _ = write!(poor, "\n{name}, {eye}: {:?} and {:?} {apart:.1}", STATES[at], STATES[to]);
                    }
                }
            }
        }
    }
    println!("ΔE2000 of yes–no, yes–abstain, yes–absent, no–abstain, no–absent, abstain–absent{table}");
    assert!(poor.is_empty(), "{poor}");
}

#[test]
#[expect(clippy::print_stdout, reason = "the table of what was measured, for whoever runs it with --nocapture")]
fn every_role_is_read_on_the_backgrounds_of_its_theme() {
    let (mut table, mut poor) = (String::new(), String::new());
    for colours in [Colours::Palette, Colours::Sixteen] {
        for (theme, name) in themes(colours) {
            let is_known = theme.look.behind() != Background::Auto;
            let least = if colours == Colours::Palette && is_known { 4.5 } else { 3.0 };
            let mut lowest: (f64, String) = (f64::INFINITY, String::new());
            for (role, style) in texts(theme) {
                assert_ne!(style.fg, Some(Color::DarkGray), "{role} in {name}: the ground of some palettes");
                let Some(ink) = style.fg else { continue };
                for (at, behind) in backgrounds(theme, colours).into_iter().enumerate() {
                    let sixteen = if at == 1 && is_known { &SOLARIZED } else { &XTERM };
                    let read = contrast(rgb(ink, sixteen), behind);
                    if read < lowest.0 {
                        lowest = (read, format!("{role} {ink:?}"));
                    }
                    if read < least {
                        let _ = write!(poor, "\n{name}, {colours:?}: {role} {ink:?} on {behind:.2?} {read:.2}");
                    }
                }
            }
            let _ = write!(table, "\n{name:32} {colours:?}: {:.2} {}", lowest.0, lowest.1);
        }
    }
    println!("lowest contrast{table}");
    assert!(poor.is_empty(), "{poor}");
}

#[test]
fn letters_are_read_on_what_is_filled_and_it_has_the_colour_of_its_letter() {
    for colours in [Colours::Palette, Colours::Sixteen] {
        for (theme, name) in themes(colours) {
            let filled = State::OF_MEMBERS.map(Shade::Vote).into_iter().chain((0..5).map(Shade::Level));
            for of in filled.chain([Shade::Chosen, Shade::Land]) {
                let style = theme.role(Role::On(of));
                let (ink, back) = (rgb(style.fg.unwrap(), &XTERM), rgb(style.bg.unwrap(), &XTERM));
                assert!(contrast(ink, back) > 3.5, "{of:?} in {name}, {colours:?}: {}", contrast(ink, back));
            }
            for state in [State::Yes, State::No, State::Abstain] {
                assert_eq!(theme.role(Role::On(Shade::Vote(state))).bg, theme.vote(state).fg, "{state:?} in {name}");
            }
        }
    }
}

#[test]
fn without_colours_nothing_is_coloured() {
    for (theme, _) in themes(Colours::None) {
        let votes = State::ALL.map(|state| theme.vote(state));
        let others = [theme.quiet(), theme.accent(), theme.wrong(), theme.selected(true), theme.ground()];
        for style in votes.into_iter().chain(others) {
            assert_eq!((style.fg, style.bg), (None, None));
        }
    }
}
