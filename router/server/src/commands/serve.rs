//! `router serve`: the router over HTTP subgraphs.
//!
//! Owns the log of the program and watching the supergraph file.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use clap::Args;
use router_server::config::SubgraphConfig;
use router_server::{Config, HttpTransport, Options, Router, Server, StartError, install_metrics, stop_signal};
use tracing_subscriber::EnvFilter;

/// How often a watched supergraph file is looked at.
const WATCH_INTERVAL: Duration = Duration::from_secs(1);

/// Arguments of `router serve`.
#[derive(Args)]
pub struct Serve {
    /// File with the supergraph SDL.
    #[arg(long, value_name = "FILE")]
    supergraph: Option<PathBuf>,
    /// Configuration in TOML; environment variables ROUTER_... override it.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Address and port to listen on.
    #[arg(long, value_name = "ADDR")]
    listen: Option<String>,
    /// Address of a subgraph instead of the supergraph's; may be repeated.
    #[arg(long, value_name = "NAME=URL", value_parser = parse_override)]
    override_url: Vec<(String, String)>,
    /// Serve a schema with security directives without enforcing them.
    #[arg(long)]
    insecure_ignore_authorization: bool,
}

fn parse_override(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((name, url)) if !name.is_empty() && url.starts_with("http://") => Ok((name.into(), url.into())),
        _ => Err("write it as NAME=http://HOST:PORT/PATH".into()),
    }
}

/// Serves until the program is told to stop.
pub fn serve(arguments: Serve) -> ExitCode {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt()
        .json()
        .flatten_event(true)
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .init();
    let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return fail(&StartError::Worker(error.to_string())),
    };
    match runtime.block_on(run(arguments)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&error),
    }
}

fn fail(error: &StartError) -> ExitCode {
    eprintln!("router: {error}");
    ExitCode::FAILURE
}

async fn run(arguments: Serve) -> Result<(), StartError> {
    let config = configure(arguments)?;
    let Some(file) = config.supergraph.file.clone() else {
        return Err(StartError::Supergraph(
            "none is given; name its file with --supergraph FILE or supergraph.file".into(),
        ));
    };
    let sdl = read(&file)?;
    let for_transport = config.clone();
    let router = Router::new(config, &sdl, &Options::default(), move |subgraphs| {
        HttpTransport::new(&for_transport, subgraphs)
    })?;
    let metrics = install_metrics().map_err(StartError::Worker)?;
    let server = Server::new(router.clone()).metrics(metrics).bind()?;
    let is_watched = router.config().supergraph.watch;
    let watching = async {
        if is_watched {
            watch(&router, &file, sdl).await;
        } else {
            std::future::pending::<()>().await;
        }
    };
    tokio::select! {
        served = server.run(stop_signal()) => served,
        () = watching => Ok(()),
    }
}

fn configure(arguments: Serve) -> Result<Config, StartError> {
    let text = match &arguments.config {
        Some(path) => read(path)?,
        None => String::new(),
    };
    let variables = std::env::vars_os().filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)));
    let mut config = Config::read(&text, "ROUTER_", variables)?;
    if let Some(listen) = arguments.listen {
        config.listen = listen;
    }
    if let Some(file) = arguments.supergraph {
        config.supergraph.file = Some(file);
    }
    for (name, url) in arguments.override_url {
        let subgraph: &mut SubgraphConfig = config.subgraphs.entry(name).or_default();
        subgraph.url = Some(url);
    }
    config.authorization.insecure_ignore |= arguments.insecure_ignore_authorization;
    Ok(config)
}

fn read(path: &Path) -> Result<String, StartError> {
    std::fs::read_to_string(path).map_err(|error| StartError::File {
        path: path.display().to_string(),
        reason: error.to_string(),
    })
}

/// Takes up changes of the file; a bad one is reported once and the old supergraph stays.
async fn watch(router: &Router<HttpTransport>, file: &Path, mut last: String) {
    let mut interval = tokio::time::interval(WATCH_INTERVAL);
    loop {
        interval.tick().await;
        let Ok(sdl) = tokio::fs::read_to_string(file).await else {
            // Being replaced just now, perhaps.
            continue;
        };
        if sdl == last {
            continue;
        }
        match router.replace_supergraph(&sdl) {
            Ok(()) => tracing::info!(file = %file.display(), "the supergraph was replaced"),
            Err(error) => tracing::error!(%error, "the supergraph was not replaced; the old one stays"),
        }
        last = sdl;
    }
}
