//! The commands of the program `router`: one file each, and what they share.
//!
//! Owns arguments, exit codes, and what is written where. Must not know any rule of composition: that is
//! `router-composition`'s.

mod api_schema;
mod check;
mod check_report;
mod compose;
mod contract;
mod introspection;
mod operations;
mod output;
mod plan;
mod plan_explained;
mod serve;
mod stdio;
mod subgraphs;
mod supergraph_config;
mod supergraph_file;

use std::process::ExitCode;

use clap::builder::Styles;
use clap::builder::styling::AnsiColor;
use clap::{Parser, Subcommand};

/// How the names of files with schemas or operations end.
const EXTENSION: &str = "graphql";

/// Stack of the thread that reads schemas: nesting is bounded by the parsers, and this is enough for it.
const STACK_BYTES: usize = 256 * 1024 * 1024;

const STYLES: Styles = Styles::styled()
    .header(AnsiColor::Green.on_default().bold())
    .usage(AnsiColor::Green.on_default().bold())
    .literal(AnsiColor::Cyan.on_default().bold())
    .placeholder(AnsiColor::Cyan.on_default());

/// A GraphQL federation router, and the tools that make and check its supergraph.
#[derive(Parser)]
#[command(version, styles = STYLES, arg_required_else_help = true)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve a supergraph over HTTP.
    Serve(serve::Serve),
    Compose(compose::Compose),
    Check(check::Check),
    ApiSchema(api_schema::ApiSchema),
    Contract(contract::Contract),
    Plan(plan::Plan),
}

/// The command was not given what it needs: a sentence that says what to give. Exit code 2.
#[derive(Debug)]
pub struct Misuse(pub String);

/// How a command ends: an exit code, or wrong usage.
pub type Outcome = Result<ExitCode, Misuse>;

/// Runs the command that was asked for.
pub fn run(arguments: Arguments) -> ExitCode {
    let outcome = match arguments.command {
        Command::Serve(arguments) => return serve::serve(arguments),
        Command::Compose(arguments) => on_deep_stack(move || compose::run(&arguments)),
        Command::Check(arguments) => on_deep_stack(move || check::run(&arguments)),
        Command::ApiSchema(arguments) => on_deep_stack(move || api_schema::run(&arguments)),
        Command::Contract(arguments) => on_deep_stack(move || contract::run(&arguments)),
        Command::Plan(arguments) => on_deep_stack(move || plan::run(&arguments)),
    };
    outcome.unwrap_or_else(|Misuse(sentence)| {
        output::complain(&sentence);
        ExitCode::from(2)
    })
}

/// Schemas nest as deep as their authors like; the main thread's stack is as deep as the system likes.
fn on_deep_stack(command: impl FnOnce() -> Outcome + Send + 'static) -> Outcome {
    let thread = std::thread::Builder::new()
        .name("command".to_owned())
        .stack_size(STACK_BYTES)
        .spawn(command)
        .map_err(|error| Misuse(format!("no thread can be started: {error}")))?;
    match thread.join() {
        Ok(outcome) => outcome,
        Err(panic) => std::panic::resume_unwind(panic),
    }
}
