//! Puts the platform together: every subgraph and the router, in one process or each in its own.
//!
//! The choice is made here, by URLs, and nowhere else.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use kit::bus::{InProcess as InProcessBus, Publisher, redis::RedisBus};
use kit::cache::Cache;
use kit::clock::{SharedClock, SystemClock};
use kit::database::Database;
use kit::id::Ids;
use kit::internal::Internal;
use kit::live::Live;
use kit::outbox::Relay;
use kit::page::Cursors;
use kit::server::ServerState;
use kit::service::Callable;
use kit::token::Verifier;
use kit::{Deps, Service, telemetry};
use router_server::{HttpTransport, Options, Server, StartError, stop_signal};
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::settings::Settings;
use crate::subgraphs::{self, Subgraph};
use crate::transport::InProcess;
use crate::{keys, router_config, schema, web};

/// How long loops may take to finish their round at the end.
const STOP_TIMEOUT: Duration = Duration::from_secs(10);

/// What all subgraphs of a process share.
struct Shared {
    clock: SharedClock,
    ids: Ids,
    live: Live,
    cache: Cache,
    internal: Internal,
    verifier: Verifier,
    cursors: Cursors,
    bus: Bus,
    instance: String,
}

enum Bus {
    InProcess(InProcessBus),
    Redis(RedisBus),
}

impl Bus {
    fn publisher(&self) -> Arc<dyn Publisher> {
        match self {
            Self::InProcess(bus) => Arc::new(bus.clone()),
            Self::Redis(bus) => Arc::new(bus.clone()),
        }
    }
}

fn redis_refused(url: &str, error: impl std::fmt::Display) -> String {
    format!(
        "Redis does not answer at {} ({error}); start it or correct MARQUEE_REDIS_URL",
        without_secret(url)
    )
}

/// The URL without user and password.
fn without_secret(url: &str) -> String {
    match (url.split_once("://"), url.rsplit_once('@')) {
        (Some((scheme, _)), Some((_, rest))) => format!("{scheme}://…@{rest}"),
        _ => url.to_owned(),
    }
}

impl Shared {
    async fn new(settings: &Settings, verifier: Verifier, internal: Internal) -> Result<Self, String> {
        let clock: SharedClock = Arc::new(SystemClock);
        let ids = Ids::system();
        let (bus, live, cache) = match &settings.redis_url {
            None => (
                Bus::InProcess(InProcessBus::new()),
                Live::in_process(),
                Cache::in_memory(clock.clone()),
            ),
            Some(url) => {
                let refused = |error: kit::Error| redis_refused(url, keys::sentence(error));
                (
                    Bus::Redis(RedisBus::connect(url).await.map_err(refused)?),
                    Live::over_redis(url).await.map_err(refused)?,
                    Cache::over_redis(url).await.map_err(refused)?,
                )
            }
        };
        let instance = ids.code("0123456789abcdefghjkmnpqrstvwxyz", 12);
        Ok(Self {
            clock,
            ids,
            live,
            cache,
            internal,
            verifier,
            cursors: keys::cursors(settings)?,
            bus,
            instance,
        })
    }

    fn deps(&self, settings: &Settings, subgraph: &Subgraph, database: Database) -> Result<Deps, String> {
        Ok(Deps {
            database,
            clock: self.clock.clone(),
            ids: self.ids.clone(),
            live: self.live.clone(),
            cache: self.cache.clone(),
            internal: self.internal.clone(),
            verifier: self.verifier.clone(),
            signing_key: keys::signing_key(settings, subgraph)?,
            cursors: self.cursors.clone(),
            public_url: settings.public_url.clone(),
            development: settings.development,
            env: settings.env.clone(),
            data_dir: settings.data_dir.clone(),
            instance: self.instance.clone(),
        })
    }
}

async fn connect(settings: &Settings, subgraph: &Subgraph) -> Result<Database, String> {
    let url = settings.database_url(subgraph);
    Database::connect(&url).await.map_err(|error| {
        format!(
            "cannot open the {} database {} ({error}); correct {}",
            subgraph.name,
            without_secret(&url),
            subgraph.variable("DATABASE_URL")
        )
    })
}

/// Brings the databases up to date: all of them, or the one named.
pub async fn migrate(settings: &Settings, name: Option<&str>) -> Result<(), String> {
    let only = name.map(subgraphs::find).transpose()?;
    settings.prepare_data_dir()?;
    for subgraph in subgraphs::ALL
        .iter()
        .filter(|subgraph| only.is_none_or(|only| only.name == subgraph.name))
    {
        let database = connect(settings, subgraph).await?;
        migrate_one(subgraph, &database).await?;
        tracing::info!(subgraph = subgraph.name, "the database is up to date");
    }
    Ok(())
}

async fn migrate_one(subgraph: &Subgraph, database: &Database) -> Result<(), String> {
    (subgraph.migrate)(database)
        .await
        .map_err(|error| format!("the {} database cannot be brought up to date: {error}", subgraph.name))
}

/// The loops of services: relays, consumers, workers.
struct Loops {
    tasks: JoinSet<()>,
    stop: watch::Sender<bool>,
}

impl Loops {
    fn new() -> Self {
        Self {
            tasks: JoinSet::new(),
            stop: watch::channel(false).0,
        }
    }

    fn start(&mut self, shared: &Shared, service: &mut Service) {
        let stopped = || self.stop.subscribe();
        let relay = Relay {
            subgraph: service.name,
            database: service.database.clone(),
            publisher: shared.bus.publisher(),
            clock: shared.clock.clone(),
            instance: shared.instance.clone(),
        };
        self.tasks.spawn(relay.run(stopped()));
        if let Bus::Redis(bus) = &shared.bus {
            self.tasks.spawn(
                bus.clone()
                    .consume(service.name, shared.instance.clone(), service.consumers.clone(), stopped()),
            );
        }
        for worker in service.workers.drain(..) {
            let stopped = self.stop.subscribe();
            self.tasks.spawn(worker.run(stopped));
        }
    }

    async fn stop(mut self) {
        let _ = self.stop.send(true);
        let all = async { while self.tasks.join_next().await.is_some() {} };
        if tokio::time::timeout(STOP_TIMEOUT, all).await.is_err() {
            tracing::warn!("some loops did not finish in time");
        }
    }
}

/// Every subgraph, running in this process.
pub struct Platform {
    /// By name.
    pub callables: HashMap<&'static str, Callable>,
    /// The plain routes of all subgraphs.
    pub routes: Router,
    loops: Loops,
}

impl Platform {
    /// Makes keys, migrates and starts all subgraphs.
    pub async fn start(settings: &Settings) -> Result<Self, String> {
        settings.prepare_data_dir()?;
        let verifier = keys::make_all(settings)?;
        let shared = Shared::new(settings, verifier, Internal::in_process()).await?;
        let mut services = Vec::new();
        for subgraph in &subgraphs::ALL {
            let database = connect(settings, subgraph).await?;
            migrate_one(subgraph, &database).await?;
            let deps = shared.deps(settings, subgraph, database)?;
            services.push((subgraph.service)(deps).map_err(keys::sentence)?);
        }
        for service in &services {
            shared.internal.register(service.name, service.calls.clone());
            if let Bus::InProcess(bus) = &shared.bus {
                bus.register(service.name, service.consumers.clone());
            }
        }
        let mut loops = Loops::new();
        let (mut callables, mut routes) = (HashMap::new(), Router::new());
        for mut service in services {
            loops.start(&shared, &mut service);
            callables.insert(service.name, Callable::new(&service, shared.verifier.clone(), shared.clock.clone()));
            routes = routes.merge(service.routes);
        }
        Ok(Self { callables, routes, loops })
    }

    /// Lets every loop finish its round.
    pub async fn stop(self) {
        self.loops.stop().await;
    }
}

fn refused(error: StartError) -> String {
    error.to_string()
}

/// The whole platform in this process, on one port.
pub async fn everything(settings: Settings) -> Result<(), String> {
    let metrics = telemetry::start_metrics().ok_or("metrics are already being collected")?;
    let platform = Platform::start(&settings).await?;
    let supergraph = schema::compose_supergraph(schema::in_process_url)?.supergraph_sdl;
    let (callables, runtime) = (platform.callables.clone(), tokio::runtime::Handle::current());
    let router = router_server::Router::new(
        router_config::common(&settings),
        &supergraph,
        &Options::default(),
        move |subgraphs| InProcess::new(&callables, subgraphs, runtime.clone()).map_err(StartError::Supergraph),
    )
    .map_err(refused)?;
    let routes = platform.routes.clone().merge(web::routes(&settings.web_dir));
    let bound = Server::new(router).routes(routes).metrics(metrics).bind().map_err(refused)?;
    tracing::info!("Marquee is ready at {}", settings.public_url);
    bound.run(stop_signal()).await.map_err(refused)?;
    platform.stop().await;
    Ok(())
}

/// The router alone.
pub async fn router(settings: Settings) -> Result<(), String> {
    let metrics = telemetry::start_metrics().ok_or("metrics are already being collected")?;
    keys::verifier(&settings)?;
    let supergraph = schema::distributed_supergraph(&settings)?.supergraph_sdl;
    let config = router_config::distributed(&settings);
    let for_transport = config.clone();
    let router = router_server::Router::new(config, &supergraph, &Options::default(), move |subgraphs| {
        HttpTransport::new(&for_transport, subgraphs)
    })
    .map_err(refused)?;
    let bound = Server::new(router)
        .routes(web::routes(&settings.web_dir))
        .metrics(metrics)
        .bind()
        .map_err(refused)?;
    tracing::info!("Marquee is ready at {}", settings.public_url);
    bound.run(stop_signal()).await.map_err(refused)
}

/// One subgraph alone.
pub async fn subgraph(settings: Settings, name: &str) -> Result<(), String> {
    let subgraph = subgraphs::find(name)?;
    let metrics = telemetry::start_metrics();
    if settings.redis_url.is_none() {
        return Err(
            "a subgraph of its own needs the bus between processes; set MARQUEE_REDIS_URL, such as redis://127.0.0.1:6379".to_owned(),
        );
    }
    settings.prepare_data_dir()?;
    let verifier = keys::verifier(&settings)?;
    let clock: SharedClock = Arc::new(SystemClock);
    let urls = subgraphs::ALL
        .iter()
        .map(|other| (other.name.to_owned(), settings.subgraph_url(other)))
        .collect();
    let internal = Internal::over_http(urls, keys::signer(&settings, subgraph.name)?, clock.clone(), Ids::system());
    let shared = Shared::new(&settings, verifier, internal).await?;
    let database = connect(&settings, subgraph).await?;
    let deps = shared.deps(&settings, subgraph, database)?;
    let mut service = (subgraph.service)(deps).map_err(keys::sentence)?;
    let state = ServerState {
        callable: Callable::new(&service, shared.verifier.clone(), clock.clone()),
        calls: service.calls.clone(),
        gate: Arc::new(keys::gate(&settings)?),
        clock,
        database: service.database.clone(),
        metrics,
    };
    let app = kit::server::router(state, std::mem::take(&mut service.routes));
    let listen = settings
        .env
        .text(&subgraph.variable("LISTEN"))
        .unwrap_or_else(|| format!("127.0.0.1:{}", subgraph.port));
    let listener = tokio::net::TcpListener::bind(&listen).await.map_err(|error| {
        format!(
            "cannot listen on {listen} ({error}); stop what uses the port or choose another with {}",
            subgraph.variable("LISTEN")
        )
    })?;
    let mut loops = Loops::new();
    loops.start(&shared, &mut service);
    tracing::info!(subgraph = subgraph.name, listen, "serving");
    let stopped = loops.stop.subscribe();
    let stop = loops.stop.clone();
    tokio::spawn(async move {
        stop_signal().await;
        let _ = stop.send(true);
    });
    kit::server::serve(listener, app, stopped)
        .await
        .map_err(|error| format!("the server ended: {error}"))?;
    loops.stop().await;
    Ok(())
}
