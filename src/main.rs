//! Plenary's program: arguments in, exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    plenary::cli::run()
}
