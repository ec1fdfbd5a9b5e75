#![no_main]
#![allow(dead_code, clippy::unwrap_used, clippy::panic, reason = "each target asks for one thing that must hold")]

#[path = "../../it/holds.rs"]
mod holds;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| holds::input(bytes));
