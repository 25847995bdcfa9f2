//! The program `router`: serves a supergraph, and makes and judges supergraphs. Owns nothing but the start; each
//! command is in `commands/`.

use std::process::ExitCode;

use clap::Parser;

mod commands;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    commands::run(commands::Arguments::parse())
}
