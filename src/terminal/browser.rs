//! Opens a page of the web in the browser of the desktop; where there is none, says its address.

use std::env;
use std::process::{Command, Stdio};
use std::thread;

use super::clipboard::is_installed;

/// Opens a page, and says what came of it: the address is always said, since no browser tells whether it shows the page.
pub(super) fn open(address: &str) -> String {
    let variable = |name: &str| env::var(name).unwrap_or_default();
    let system = System::current();
    match opener(system, &variable, &is_installed).map(|opener| start(opener, address)) {
        Some(Ok(())) => format!("opening {address}"),
        Some(Err(why)) => format!("{address} (not opened: {why})"),
        None => format!("{address} (there is no browser here to open it)"),
    }
}

/// What is known of the system before anything is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum System {
    Mac,
    Windows,
    Other,
}

impl System {
    fn current() -> Self {
        match () {
            () if cfg!(target_os = "macos") => Self::Mac,
            () if cfg!(windows) => Self::Windows,
            () => Self::Other,
        }
    }
}

/// The program that opens a page, and its arguments before the address: none over SSH, where it would open it on the wrong
/// machine, or without a desktop, where it would be a browser in this terminal.
fn opener(
    system: System,
    variable: &dyn Fn(&str) -> String,
    installed: &dyn Fn(&str) -> bool,
) -> Option<&'static [&'static str]> {
    let set = |name| !variable(name).is_empty();
    if set("SSH_CONNECTION") || set("SSH_TTY") {
        return None;
    }
    let desktop = set("DISPLAY") || set("WAYLAND_DISPLAY");
    match system {
        System::Mac => Some(&["open"]),
        System::Windows => Some(&["rundll32", "url.dll,FileProtocolHandler"]),
        System::Other if set("WSL_DISTRO_NAME") && installed("wslview") => Some(&["wslview"]),
        System::Other if desktop && installed("xdg-open") => Some(&["xdg-open"]),
        System::Other => None,
    }
}

fn start(opener: &[&str], address: &str) -> Result<(), String> {
    let [program, arguments @ ..] = opener else { return Err("no program".to_owned()) };
    let mut command = Command::new(program);
    command.args(arguments).arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    // Away from the terminal, which would take it along when it is closed.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let mut child = command.spawn().map_err(|error| format!("{program}: {error}"))?;
    // Not to be left as a process that nobody asks about.
    thread::spawn(move || child.wait());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_opened_only_where_somebody_sees_it() {
        for (system, environment, installed, expected) in [
            (System::Other, "DISPLAY=:0", "xdg-open", Some("xdg-open")),
            (System::Other, "WAYLAND_DISPLAY=wayland-0", "xdg-open", Some("xdg-open")),
            (System::Other, "", "xdg-open", None),
            (System::Other, "DISPLAY=:0", "", None),
            (System::Other, "DISPLAY=:10 SSH_CONNECTION=1", "xdg-open", None),
            (System::Other, "WSL_DISTRO_NAME=Debian", "wslview xdg-open", Some("wslview")),
            (System::Mac, "", "", Some("open")),
            (System::Mac, "SSH_TTY=/dev/pts/1", "", None),
            (System::Windows, "", "", Some("rundll32")),
        ] {
            let variable = |name: &str| {
                let pairs = environment.split(' ').filter_map(|pair| pair.split_once('='));
                pairs.filter(|(known, _)| *known == name).map(|(_, value)| value.to_owned()).collect::<String>()
            };
            let found = opener(system, &variable, &|name| installed.split(' ').any(|known| known == name));
            assert_eq!(found.and_then(|words| words.first().copied()), expected, "{system:?} {environment}");
        }
    }
}
