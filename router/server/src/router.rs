//! The router as one value: configuration, the supergraph in use, and who may be believed.
//!
//! Owns assembly and the swap of the supergraph. What a request does with it is in `pipeline`.

use std::collections::BTreeMap;
use std::sync::Arc;

use http::{HeaderMap, HeaderName};
use parking_lot::RwLock;
use router_executor::Transport;
use router_graph::supergraph::Subgraph;
use tokio::sync::Semaphore;

use crate::authentication::{Authenticator, Caller, ReadKeySet};
use crate::config::Config;
use crate::engine::{Engine, EngineInUse};
use crate::error::{RequestError, StartError};
use crate::freed_elsewhere::FreedElsewhere;
use crate::propagation::Propagation;
use crate::websocket::session;

/// What an embedder may add that a configuration file can't say.
#[derive(Default, Clone)]
pub struct Options {
    /// JWK sets read by a function instead of a file or URL, by issuer; the issuer is still configured.
    pub key_sets: BTreeMap<String, ReadKeySet>,
}

type Connect<T> = Box<dyn Fn(&[Subgraph]) -> Result<T, StartError> + Send + Sync>;

/// A federation router over some transport. Clones share everything.
pub struct Router<T: Transport> {
    shared: Arc<Shared<T>>,
}

impl<T: Transport> Clone for Router<T> {
    fn clone(&self) -> Self {
        Self {
            shared: self.shared.clone(),
        }
    }
}

struct Shared<T: Transport> {
    config: Config,
    connect: Connect<T>,
    engine: RwLock<EngineInUse<T>>,
    authenticator: Option<Authenticator>,
    propagation: Propagation,
    init_headers: Vec<HeaderName>,
    /// Plans made at once, over all workers: they must leave cores for requests already planned.
    planning: Arc<Semaphore>,
}

impl<T: Transport> Router<T> {
    /// Assembles a router. `connect` makes the transport for a supergraph's subgraphs, numbered by their place in
    /// the slice; it is called again when the supergraph is replaced.
    pub fn new(
        config: Config,
        supergraph_sdl: &str,
        options: &Options,
        connect: impl Fn(&[Subgraph]) -> Result<T, StartError> + Send + Sync + 'static,
    ) -> Result<Self, StartError> {
        config.check()?;
        let authenticator = Authenticator::new(&config.authentication, &options.key_sets)?;
        let propagation = Propagation::new(&config)?;
        let engine = Engine::new(&config, supergraph_sdl, authenticator.is_some(), &connect)?;
        let tokens = authenticator.iter().flat_map(Authenticator::token_headers);
        let init_headers = session::init_headers(tokens, propagation.passed_down());
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Ok(Self {
            shared: Arc::new(Shared {
                connect: Box::new(connect),
                engine: RwLock::new(Arc::new(FreedElsewhere::new(engine))),
                authenticator,
                propagation,
                init_headers,
                planning: Arc::new(Semaphore::new(cores)),
                config,
            }),
        })
    }

    /// Takes up another supergraph. Requests keep the one they began with; on an error nothing changes.
    pub fn replace_supergraph(&self, sdl: &str) -> Result<(), StartError> {
        let shared = &self.shared;
        let engine = Engine::new(&shared.config, sdl, shared.authenticator.is_some(), &shared.connect)?;
        *shared.engine.write() = Arc::new(FreedElsewhere::new(engine));
        Ok(())
    }

    /// The schema clients see, as SDL.
    pub fn api_schema_sdl(&self) -> String {
        self.engine().supergraph.api.sdl()
    }

    /// The settings in use.
    pub fn config(&self) -> &Config {
        &self.shared.config
    }

    pub(crate) fn engine(&self) -> EngineInUse<T> {
        self.shared.engine.read().clone()
    }

    pub(crate) fn propagation(&self) -> &Propagation {
        &self.shared.propagation
    }

    pub(crate) fn planning(&self) -> &Arc<Semaphore> {
        &self.shared.planning
    }

    /// The headers `connection_init` may carry.
    pub(crate) fn init_headers(&self) -> &[HeaderName] {
        &self.shared.init_headers
    }

    pub(crate) async fn authenticate(&self, headers: &HeaderMap) -> Result<Caller, RequestError> {
        match &self.shared.authenticator {
            Some(authenticator) => authenticator.authenticate(headers).await,
            None => Ok(Caller::default()),
        }
    }
}
