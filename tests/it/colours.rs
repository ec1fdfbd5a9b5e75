//! Colours that everybody can tell apart and read: differences (CIEDE2000) between those of votes, for eyes with all cones
//! and for those without red or green ones (Machado, Oliveira and Fernandes 2009, severity 1), and contrasts (WCAG 2.2) of
//! every role of text with the grounds that a theme is for.

use plenary::app::Role;
use plenary::record::State;
use plenary::settings::{Background, Ground, Look, VoteColours};
use plenary::ui::{Colours, Theme};
use ratatui::style::{Color, Style};

type Rgb = [f64; 3];

/// Each share of 255 as light: what sRGB says of it, undone.
fn linear(rgb: [u8; 3]) -> Rgb {
    rgb.map(|share| {
        let share = f64::from(share) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    })
}

fn times(matrix: [Rgb; 3], by: Rgb) -> Rgb {
    matrix.map(|row| row.iter().zip(by).map(|(a, b)| a * b).sum())
}

/// What is seen without the cones for red, and without those for green.
const WITHOUT_RED: [Rgb; 3] =
    [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]];
const WITHOUT_GREEN: [Rgb; 3] =
    [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]];

/// CIE L*a*b* of linear light, for the white of sRGB.
fn lab(light: Rgb) -> Rgb {
    let to_xyz = [
        [0.412_456_4, 0.357_576_1, 0.180_437_5],
        [0.212_672_9, 0.715_152_2, 0.072_175],
        [0.019_333_9, 0.119_192, 0.950_304_1],
    ];
    let (xyz, white) = (times(to_xyz, light), times(to_xyz, [1.0; 3]));
    let [x, y, z] = [0, 1, 2].map(|at| {
        let share = xyz[at] / white[at];
        if share > 216.0 / 24389.0 { share.cbrt() } else { (24389.0 / 27.0 * share + 16.0) / 116.0 }
    });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// CIEDE2000 (Sharma, Wu and Dalal 2005), all weights 1.
fn difference([l1, a1, b1]: Rgb, [l2, a2, b2]: Rgb) -> f64 {
    let mean = f64::midpoint(a1.hypot(b1), a2.hypot(b2)).powi(7);
    let stretch = 1.0 + 0.5 * (1.0 - (mean / (mean + 25_f64.powi(7))).sqrt());
    let (a1, a2) = (a1 * stretch, a2 * stretch);
    let (c1, c2) = (a1.hypot(b1), a2.hypot(b2));
    let hue = |a: f64, b: f64| if a == 0.0 && b == 0.0 { 0.0 } else { b.atan2(a).to_degrees().rem_euclid(360.0) };
    let (h1, h2) = (hue(a1, b1), hue(a2, b2));
    let turn = if c1 * c2 == 0.0 { 0.0 } else { (h2 - h1 + 180.0).rem_euclid(360.0) - 180.0 };
    let (dl, dc, dh) = (l2 - l1, c2 - c1, 2.0 * (c1 * c2).sqrt() * (turn / 2.0).to_radians().sin());
    let (l, c) = (f64::midpoint(l1, l2), f64::midpoint(c1, c2));
    let h = if c1 * c2 == 0.0 {
        h1 + h2
    } else if (h1 - h2).abs() <= 180.0 {
        f64::midpoint(h1, h2)
    } else {
        f64::midpoint(h1, h2) + if h1 + h2 < 360.0 { 180.0 } else { -180.0 }
    };
    let cos = |degrees: f64| degrees.to_radians().cos();
    let t = 1.0 - 0.17 * cos(h - 30.0) + 0.24 * cos(2.0 * h) + 0.32 * cos(3.0 * h + 6.0) - 0.2 * cos(4.0 * h - 63.0);
    let around = 30.0 * (-((h - 275.0) / 25.0).powi(2)).exp();
    let rc = 2.0 * (c.powi(7) / (c.powi(7) + 25_f64.powi(7))).sqrt();
    let (sl, sc, sh) =
        (1.0 + 0.015 * (l - 50.0).powi(2) / (20.0 + (l - 50.0).powi(2)).sqrt(), 1.0 + 0.045 * c, 1.0 + 0.015 * c * t);
    let turned = -(2.0 * around).to_radians().sin() * rc;
    ((dl / sl).powi(2) + (dc / sc).powi(2) + (dh / sh).powi(2) + turned * (dc / sc) * (dh / sh)).sqrt()
}

/// Pairs of the table that the formula was published with.
#[test]
fn the_difference_is_that_of_its_authors() {
    for (a, b, expected) in [
        ([50.0, 2.6772, -79.7751], [50.0, 0.0, -82.7485], 2.0425),
        ([50.0, -1.3802, -84.2814], [50.0, 0.0, -82.7485], 1.0000),
        ([50.0, 2.49, -0.001], [50.0, -2.49, 0.0009], 7.1792),
        ([50.0, 2.5, 0.0], [73.0, 25.0, -18.0], 27.1492),
        ([50.0, 2.5, 0.0], [58.0, 24.0, 15.0], 19.4535),
        ([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644),
        ([22.7233, 20.0904, -46.6940], [23.0331, 14.9730, -42.5619], 2.0373),
        ([90.9257, -0.5406, -0.9208], [88.6381, -0.8985, -0.7239], 1.5381),
        ([2.0776, 0.0795, -1.1350], [0.9033, -0.0636, -0.5514], 0.9082),
    ] {
        assert!((difference(a, b) - expected).abs() < 1e-4, "{a:?} {b:?} {}", difference(a, b));
    }
}

/// The sixteen colours of a terminal, in the order of their numbers.
type Palette = [[u8; 3]; 16];

const XTERM: Palette = [
    [0, 0, 0],
    [205, 0, 0],
    [0, 205, 0],
    [205, 205, 0],
    [0, 0, 238],
    [205, 0, 205],
    [0, 205, 205],
    [229, 229, 229],
    [127, 127, 127],
    [255, 0, 0],
    [0, 255, 0],
    [255, 255, 0],
    [92, 92, 255],
    [255, 0, 255],
    [0, 255, 255],
    [255, 255, 255],
];

const SOLARIZED: Palette = [
    [7, 54, 66],
    [220, 50, 47],
    [133, 153, 0],
    [181, 137, 0],
    [38, 139, 210],
    [211, 54, 130],
    [42, 161, 152],
    [238, 232, 213],
    [0, 43, 54],
    [203, 75, 22],
    [88, 110, 117],
    [101, 123, 131],
    [131, 148, 150],
    [108, 113, 196],
    [147, 161, 161],
    [253, 246, 227],
];

/// What is shown of a colour in a palette.
fn shown(colour: Color, palette: &Palette) -> [u8; 3] {
    let at = match colour {
        Color::Indexed(at @ 16..=231) => {
            let at = at - 16;
            return [at / 36, at / 6 % 6, at % 6].map(|step| if step == 0 { 0 } else { 55 + 40 * step });
        }
        Color::Indexed(at @ 232..) => return [8 + 10 * (at - 232); 3],
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
        other => panic!("{other:?} is nothing that may be shown"),
    };
    palette[at]
}

fn contrast(a: [u8; 3], b: [u8; 3]) -> f64 {
    let luminance =
        |rgb| linear(rgb).iter().zip([0.2126, 0.7152, 0.0722]).map(|(share, weight)| share * weight).sum::<f64>();
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

const VOTES: [State; 4] = [State::Yes, State::No, State::Abstain, State::Absent];

/// Any two of the votes, at least 18 apart: the palette of 256 is the one that terminals with more colours are sent too.
#[test]
fn votes_are_told_apart_by_everybody() {
    println!("{:14} {:8} {:18} {:>7} {:>7} {:>7}", "colours", "ground", "votes", "all", "no red", "no green");
    for votes in VoteColours::ALL {
        for background in [Background::Unknown, Background::Dark, Background::Light] {
            let theme = Theme::new(Colours::Palette, Look { votes, background, ..Look::default() });
            let colour = |state| linear(shown(theme.vote(state).fg.unwrap(), &XTERM));
            for (at, a) in VOTES.into_iter().enumerate() {
                for b in VOTES.into_iter().skip(at + 1) {
                    let seen = |by: Option<[Rgb; 3]>| {
                        let [a, b] = [a, b].map(|state| match by {
                            Some(by) => lab(times(by, colour(state)).map(|share| share.clamp(0.0, 1.0))),
                            None => lab(colour(state)),
                        });
                        difference(a, b)
                    };
                    let all = [seen(None), seen(Some(WITHOUT_RED)), seen(Some(WITHOUT_GREEN))];
                    let pair = format!("{}, {}", a.word(), b.word());
                    let ground = format!("{background:?}");
                    println!("{:14} {ground:8} {pair:18} {:7.1} {:7.1} {:7.1}", votes.name(), all[0], all[1], all[2]);
                    // Red and green are for those who see both.
                    let eyes = if votes == VoteColours::RedGreen { 1 } else { 3 };
                    assert!(
                        all[..eyes].iter().all(|&apart| apart >= 18.0),
                        "{votes:?} on {background:?}: {pair} {all:?}"
                    );
                }
            }
        }
    }
}

/// Everything that letters are drawn in: on the terminal's own ground or on one of theirs.
fn letters(theme: Theme) -> Vec<(String, Style)> {
    let roles = [Role::Plain, Role::Quiet, Role::Title, Role::Accent, Role::Letter, Role::Here, Role::Wrong];
    let votes = State::ALL.into_iter().flat_map(|state| [Role::Vote(state), Role::Strong(state)]);
    let groups = (0..5).map(Role::Group);
    let roles = roles.into_iter().chain(votes).chain(groups).map(|role| (format!("{role:?}"), theme.role(role)));
    let others = [
        ("tab", theme.tab(false)),
        ("this tab", theme.tab(true)),
        ("border", theme.border(false)),
        ("this border", theme.border(true)),
        ("pane title", theme.pane_title(true)),
        ("selected", theme.selected(true)),
        ("wrong word", theme.wrong_word()),
    ];
    roles.chain(others.map(|(name, style)| (name.to_owned(), style))).collect()
}

#[test]
fn every_role_is_read_on_the_grounds_that_its_theme_is_for() {
    let black = [0, 0, 0];
    let white = [255, 255, 255];
    let dark = [("black", black, XTERM), ("Solarized dark", [0, 43, 54], SOLARIZED)];
    let light = [("white", white, XTERM), ("Solarized light", [253, 246, 227], SOLARIZED)];
    println!("{:10} {:14} {:15} {:>6}  role", "depth", "colours", "ground", "least");
    for (colours, least) in [(Colours::Palette, 4.5), (Colours::Sixteen, 3.0)] {
        for votes in VoteColours::ALL {
            for (background, grounds) in [(Background::Dark, dark), (Background::Light, light)] {
                let theme = Theme::new(colours, Look { votes, background, ..Look::default() });
                for (ground, under, palette) in grounds {
                    let inked = letters(theme).into_iter().filter_map(|(name, style)| {
                        assert_ne!(style.fg, Some(Color::DarkGray), "{name}");
                        let back = style.bg.map_or(under, |back| shown(back, &palette));
                        let front = style.fg.filter(|&front| front != Color::Reset)?;
                        Some((contrast(shown(front, &palette), back), name))
                    });
                    let (worst, name) = inked.min_by(|a, b| a.0.total_cmp(&b.0)).unwrap();
                    let depth = format!("{colours:?}");
                    println!("{depth:10} {:14} {ground:15} {worst:6.2}  {name}", votes.name());
                    assert!(worst >= least, "{name} on {ground}, {colours:?}, {votes:?}: {worst:.2}");
                }
            }
        }
    }
}

/// Bars, map and legend have the colour of the letter, and letters on them are read.
#[test]
fn a_vote_has_one_colour_wherever_it_is() {
    use plenary::app::Shade;
    for votes in VoteColours::ALL {
        for background in [Background::Unknown, Background::Dark, Background::Light] {
            let theme = Theme::new(Colours::Palette, Look { votes, background, ..Look::default() });
            for state in VOTES {
                let fill = theme.role(Role::On(Shade::Vote(state)));
                assert_eq!(theme.vote(state).fg, fill.bg, "{state:?} on {background:?}");
                assert_eq!(theme.role(Role::Map(Shade::Vote(state), Shade::Sea)).fg, fill.bg);
                let read = contrast(shown(fill.fg.unwrap(), &XTERM), shown(fill.bg.unwrap(), &XTERM));
                assert!(read >= 4.5, "{state:?} on {background:?}, {votes:?}: {read:.2}");
            }
        }
    }
}

#[test]
fn a_ground_that_is_painted_is_that_of_its_letters() {
    for ground in [Ground::Dark, Ground::Light] {
        for background in [Background::Unknown, Background::Dark, Background::Light] {
            let look = Look { ground, background, ..Look::default() };
            let theme = Theme::new(Colours::Palette, look);
            let painted = shown(theme.ground().bg.unwrap(), &XTERM);
            for (name, style) in letters(theme) {
                let front = style.fg.filter(|&front| front != Color::Reset);
                let back = style.bg.map_or(painted, |back| shown(back, &XTERM));
                let read = front.map_or(9.0, |front| contrast(shown(front, &XTERM), back));
                assert!(read >= 4.5, "{name} on {ground:?}: {read:.2}");
            }
        }
    }
}
