//! The program `marquee`: the whole platform in one process, or one role of it.
//!
//! Owns the command line and what a person at a terminal reads when something is wrong. What runs is put together in
//! `assemble`.

mod assemble;
mod keys;
mod router_config;
mod schema;
mod seed;
mod settings;
mod subgraphs;
mod transport;
mod web;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use kit::env::Env;
use kit::telemetry;

use crate::settings::Settings;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Event ticketing as a GraphQL federation supergraph.
///
/// Without a command: everything in one process.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(flatten)]
    options: CommandOptions,
    #[command(subcommand)]
    command: Option<Command>,
}

/// What can be said on the command line; each also as a variable.
#[derive(Args, Clone, Debug, Default)]
pub struct CommandOptions {
    /// Address and port to listen on [default: 127.0.0.1:4000]
    #[arg(long, value_name = "ADDR", global = true)]
    pub listen: Option<String>,
    /// Folder for databases, keys and the mails of development [default: data]
    #[arg(long, value_name = "DIR", global = true)]
    pub data: Option<PathBuf>,
    /// Where people reach the platform: for links, mails and cookies [default: http:// and the listen address]
    #[arg(long, value_name = "URL", global = true)]
    pub public_url: Option<String>,
    /// Keep the sandbox payment provider although the public URL is not on this machine
    #[arg(long, global = true)]
    pub allow_sandbox: bool,
}

#[derive(Subcommand, Clone, Debug)]
enum Command {
    /// The router alone, in front of subgraph processes
    Router,
    /// One subgraph alone: users, events, bookings, payments or notifications
    Subgraph {
        /// Its name
        name: String,
    },
    /// Bring databases up to date: all, or the one named
    Migrate {
        /// A subgraph's name
        name: Option<String>,
    },
    /// Fill the platform with a demo catalogue, through its own commands
    Seed,
    /// Make the keys a distributed deployment shares, in DATA/keys
    Keys,
    /// Compose the schemas and write them to a folder
    Schema {
        /// The folder
        #[arg(default_value = "schema")]
        folder: PathBuf,
        /// Change nothing; fail when the folder is not up to date
        #[arg(long)]
        check: bool,
    },
    /// Show how an operation would be answered
    Plan {
        /// File with the operation
        operation: PathBuf,
    },
}

fn main() -> ExitCode {
    let Arguments { options, command } = Arguments::parse();
    let settings = match Settings::read(options, Env::system()) {
        Ok(settings) => settings,
        Err(error) => return fail(&error),
    };
    telemetry::start_logs(settings.log_format, &settings.log_filter);
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return fail(&format!("cannot start: {error}")),
    };
    let result = runtime.block_on(run(settings, command));
    runtime.shutdown_background();
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&error),
    }
}

fn fail(error: &str) -> ExitCode {
    eprintln!("marquee: {error}");
    ExitCode::FAILURE
}

/// Runs one role. An error is one sentence for the person who started it.
async fn run(settings: Settings, command: Option<Command>) -> Result<(), String> {
    match command {
        None => assemble::everything(settings).await,
        Some(Command::Router) => assemble::router(settings).await,
        Some(Command::Subgraph { name }) => assemble::subgraph(settings, &name).await,
        Some(Command::Migrate { name }) => assemble::migrate(&settings, name.as_deref()).await,
        Some(Command::Seed) => seed::run(settings).await,
        Some(Command::Keys) => keys::make_all(&settings).map(|_| ()),
        Some(Command::Schema { folder, check }) => schema::write(&folder, check),
        Some(Command::Plan { operation }) => schema::plan(&operation),
    }
}
