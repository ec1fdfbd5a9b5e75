//! How many colours the terminal has, by what the environment says.

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
    /// Reads the environment by `variable`: whether colours are wanted, the terminal's own name, and the traces left by
    /// terminals that call themselves xterm.
    pub fn of(variable: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name: &str| variable(name).is_some_and(|value| !value.is_empty());
        let terminal = variable("TERM").unwrap_or_default().to_lowercase();
        if set("NO_COLOR") || terminal == "dumb" {
            return Self::None;
        }
        let says = set("COLORTERM") || OF_256.iter().any(|part| terminal.contains(part));
        let name = terminal.strip_prefix("xterm-").unwrap_or(&terminal);
        let fewer = FEWER.iter().any(|part| terminal.contains(part));
        let known = !fewer && (name == "st" || NAMED.iter().any(|known| name.starts_with(known)));
        // Those who run in another terminal have its variables too: they count for none that says what it is itself.
        let left = matches!(terminal.as_str(), "" | "xterm" | "xterm-color") && LEFT.iter().any(|name| set(name));
        // It turns them into what the terminal outside has.
        let tmux = set("TMUX") && terminal.starts_with("screen");
        if says || known || left || tmux { Self::Palette } else { Self::Sixteen }
    }
}

/// Parts of the names of terminals with 256 colours or more.
const OF_256: [&str; 4] = ["256color", "-direct", "truecolor", "24bit"];

/// Parts of the names of terminals that were told to use fewer.
const FEWER: [&str; 4] = ["8color", "16color", "88color", "mono"];

/// Beginnings of the names of terminals with 256 colours or more that do not say how many.
const NAMED: [&str; 15] = [
    "mlterm",
    "alacritty",
    "foot",
    "kitty",
    "wezterm",
    "ghostty",
    "contour",
    "rio",
    "st-",
    "konsole",
    "vte",
    "gnome",
    "iterm",
    "mintty",
    "tmux",
];

/// Variables that terminals with 256 colours or more set.
const LEFT: [&str; 15] = [
    "XTERM_VERSION",
    "WT_SESSION",
    "VTE_VERSION",
    "KONSOLE_VERSION",
    "TERM_PROGRAM",
    "LC_TERMINAL",
    "MLTERM",
    "KITTY_WINDOW_ID",
    "ALACRITTY_WINDOW_ID",
    "WEZTERM_PANE",
    "GHOSTTY_RESOURCES_DIR",
    "ITERM_SESSION_ID",
    "TERMINAL_EMULATOR",
    "ConEmuANSI",
    "DOMTERM",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_as_many_as_the_environment_says() {
        for (environment, expected) in [
            ("COLORTERM=truecolor TERM=xterm-256color", Colours::Palette),
            ("COLORTERM=24bit TERM=xterm", Colours::Palette),
            ("TERM=xterm-256color", Colours::Palette),
            ("TERM=xterm-direct", Colours::Palette),
            ("TERM=xterm XTERM_VERSION=XTerm(379)", Colours::Palette),
            ("TERM=mlterm", Colours::Palette),
            ("TERM=xterm-kitty", Colours::Palette),
            ("TERM=foot-extra", Colours::Palette),
            ("TERM=st", Colours::Palette),
            ("TERM=xterm VTE_VERSION=7200", Colours::Palette),
            ("TERM=xterm TERM_PROGRAM=Apple_Terminal", Colours::Palette),
            ("WT_SESSION=0b9f", Colours::Palette),
            ("TERM=screen TMUX=/tmp/tmux-0/default,1,0", Colours::Palette),
            ("TERM=xterm", Colours::Sixteen),
            ("TERM=xterm XTERM_VERSION=", Colours::Sixteen),
            ("TERM=mlterm3", Colours::Palette),
            ("TERM=stv52", Colours::Sixteen),
            ("TERM=st-16color", Colours::Sixteen),
            ("TERM=linux", Colours::Sixteen),
            ("", Colours::Sixteen),
            // Those run in another, whose variables they have.
            ("TERM=linux XTERM_VERSION=XTerm(379)", Colours::Sixteen),
            ("TERM=screen STY=1.pts-0 VTE_VERSION=7200", Colours::Sixteen),
            ("TERM=xterm-16color WT_SESSION=0b9f", Colours::Sixteen),
            ("TERM=dumb XTERM_VERSION=XTerm(379)", Colours::None),
            ("NO_COLOR=1 COLORTERM=truecolor TERM=xterm-256color", Colours::None),
            ("NO_COLOR= TERM=xterm-256color", Colours::Palette),
        ] {
            let colours = Colours::of(|name| {
                let mut pairs = environment.split(' ').filter_map(|pair| pair.split_once('='));
                pairs.find(|(set, _)| *set == name).map(|(_, value)| value.to_owned())
            });
            assert_eq!(colours, expected, "{environment}");
        }
    }
}
