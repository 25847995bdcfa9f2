//! Listening, workers and stopping.
//!
//! Owns sockets and threads: N workers, each a current-thread runtime with its own listener on the same port,
//! so that a request stays on the core that accepted it. Must not know GraphQL.

use std::cell::RefCell;
use std::convert::Infallible;
use std::net::{SocketAddr, ToSocketAddrs};
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use metrics_exporter_prometheus::PrometheusHandle;
use router_executor::Transport;
use socket2::{Domain, Protocol, Socket, Type};
use tokio::sync::{Semaphore, mpsc, watch};
use tokio::task::LocalSet;

use crate::edge::dispatch::Edge;
use crate::error::StartError;
use crate::router::Router;

/// Connections the system keeps until a worker accepts them.
const BACKLOG: i32 = 1024;
/// Threads of one worker that parse, plan and read files.
const BLOCKING_THREADS: usize = 8;
/// Pause after the system refused to accept, as when descriptors run out.
const ACCEPT_PAUSE: Duration = Duration::from_millis(50);

/// Says whether the program can do its work: `Err` with a sentence makes `/ready` answer 503.
pub type ReadyCheck = Arc<dyn Fn() -> Result<(), String> + Send + Sync>;

/// A router about to be served.
pub struct Server<T: Transport> {
    pub(crate) router: Router<T>,
    pub(crate) routes: axum::Router,
    pub(crate) metrics: Option<PrometheusHandle>,
    pub(crate) ready: Option<ReadyCheck>,
}

impl<T: Transport> Server<T> {
    /// Serves the endpoint, `/health`, `/ready`, `/metrics`, GraphiQL's files and configured forwards.
    pub fn new(router: Router<T>) -> Self {
        Self {
            router,
            routes: axum::Router::new(),
            metrics: None,
            ready: None,
        }
    }

    /// Paths of the embedder, and its fallback for everything unknown.
    #[must_use]
    pub fn routes(mut self, routes: axum::Router) -> Self {
        self.routes = routes;
        self
    }

    /// Shows these metrics at `/metrics`; without them the path is unknown.
    #[must_use]
    pub fn metrics(mut self, handle: PrometheusHandle) -> Self {
        self.metrics = Some(handle);
        self
    }

    /// Asked on every `/ready`.
    #[must_use]
    pub fn ready_when(mut self, check: ReadyCheck) -> Self {
        self.ready = Some(check);
        self
    }

    /// Takes the configured port.
    pub fn bind(self) -> Result<Bound<T>, StartError> {
        let config = self.router.config();
        let workers = match config.workers {
            0 => std::thread::available_parallelism().map_or(1, usize::from),
            workers => workers,
        };
        let listeners = listen(&config.listen, workers)?;
        let address = listeners[0].local_addr().map_err(|error| StartError::Listen {
            address: config.listen.clone(),
            reason: error.to_string(),
        })?;
        Ok(Bound {
            server: self,
            listeners,
            address,
        })
    }
}

/// A server that holds its port and does not accept yet.
pub struct Bound<T: Transport> {
    server: Server<T>,
    listeners: Vec<std::net::TcpListener>,
    address: SocketAddr,
}

impl<T: Transport> Bound<T> {
    /// The address in use, with the real port.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Serves until `stop` resolves, then drains: no new connections, WebSockets closed with 1001, requests in
    /// flight finished within `connections.drain_timeout`.
    pub async fn run(self, stop: impl Future<Output = ()>) -> Result<(), StartError> {
        let (stopping, stopped) = watch::channel(false);
        let (done, mut all_done) = mpsc::channel::<()>(1);
        let server = Arc::new(self.server);
        let permits = Arc::new(Semaphore::new(server.router.config().connections.limit));
        for (number, listener) in self.listeners.into_iter().enumerate() {
            let worker = Worker {
                server: server.clone(),
                permits: permits.clone(),
                stopped: stopped.clone(),
            };
            let done = done.clone();
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .max_blocking_threads(BLOCKING_THREADS)
                .build()
                .map_err(|error| StartError::Worker(error.to_string()))?;
            std::thread::Builder::new()
                .name(format!("router-{number}"))
                .spawn(move || {
                    runtime.block_on(LocalSet::new().run_until(worker.run(listener)));
                    // A plan that outlives its request must not hold up the end.
                    runtime.shutdown_background();
                    drop(done);
                })
                .map_err(|error| StartError::Worker(error.to_string()))?;
        }
        drop(done);
        tracing::info!(address = %self.address, "serving");
        tokio::select! {
            () = stop => tracing::info!("stopping: finishing requests in flight"),
            _ = all_done.recv() => {}
        }
        // Nobody listening any more is as good as having told them.
        let _ = stopping.send(true);
        let _ = all_done.recv().await;
        Ok(())
    }
}

/// Resolves on SIGTERM or SIGINT.
pub async fn stop_signal() {
    use tokio::signal::unix::{SignalKind, signal};
    let wait = |kind| async move {
        match signal(kind) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(error) => {
                tracing::warn!(%error, "a signal can't be awaited");
                std::future::pending::<()>().await;
            }
        }
    };
    tokio::select! {
        () = wait(SignalKind::terminate()) => {}
        () = wait(SignalKind::interrupt()) => {}
    }
}

/// What is in flight on one worker, awaited when it drains.
#[derive(Clone)]
pub(crate) struct InFlight {
    _guard: mpsc::Sender<()>,
    stopped: watch::Receiver<bool>,
}

impl InFlight {
    /// Resolves when the server stops.
    pub(crate) async fn stopped(&self) {
        let mut stopped = self.stopped.clone();
        // A sender that is gone has stopped too.
        let _ = stopped.wait_for(|stopped| *stopped).await;
    }

    /// Whether the server is stopping.
    pub(crate) fn is_stopping(&self) -> bool {
        *self.stopped.borrow()
    }
}

struct Worker<T: Transport> {
    server: Arc<Server<T>>,
    permits: Arc<Semaphore>,
    stopped: watch::Receiver<bool>,
}

impl<T: Transport> Worker<T> {
    async fn run(self, listener: std::net::TcpListener) {
        let listener = match tokio::net::TcpListener::from_std(listener) {
            Ok(listener) => listener,
            Err(error) => {
                tracing::error!(%error, "a worker can't use its listener");
                return;
            }
        };
        let (guard, mut all_done) = mpsc::channel::<()>(1);
        let in_flight = InFlight {
            _guard: guard,
            stopped: self.stopped.clone(),
        };
        let edge = match Edge::new(&self.server, in_flight.clone()) {
            Ok(edge) => Rc::new(edge),
            Err(error) => {
                tracing::error!(%error, "a worker can't start");
                return;
            }
        };
        let config = self.server.router.config();
        let mut http = http1::Builder::new();
        http.timer(TokioTimer::new())
            .header_read_timeout(config.connections.header_timeout)
            .pipeline_flush(true);
        loop {
            let accepted = tokio::select! {
                () = in_flight.stopped() => break,
                accepted = accept(&listener, &self.permits) => accepted,
            };
            let Some((stream, peer, permit)) = accepted else {
                tokio::time::sleep(ACCEPT_PAUSE).await;
                continue;
            };
            let edge = edge.clone();
            let in_flight = in_flight.clone();
            let http = http.clone();
            tokio::task::spawn_local(async move {
                // Held by the connection; an upgraded one takes it over.
                let permit = Rc::new(RefCell::new(Some(permit)));
                let service = service_fn(|request| {
                    let edge = edge.clone();
                    let permit = permit.clone();
                    async move { Ok::<_, Infallible>(edge.dispatch(request, peer, permit).await) }
                });
                let connection = http.serve_connection(TokioIo::new(stream), service).with_upgrades();
                let mut connection = std::pin::pin!(connection);
                let ended = tokio::select! {
                    ended = connection.as_mut() => ended,
                    () = in_flight.stopped() => {
                        connection.as_mut().graceful_shutdown();
                        connection.await
                    }
                };
                if let Err(error) = ended {
                    tracing::debug!(%error, "a connection ended");
                }
            });
        }
        drop(listener);
        drop(edge);
        drop(in_flight);
        let drained = tokio::time::timeout(config.connections.drain_timeout, all_done.recv()).await;
        if drained.is_err() {
            tracing::warn!("requests still in flight after the drain timeout are cut off");
        }
    }
}

async fn accept(
    listener: &tokio::net::TcpListener,
    permits: &Arc<Semaphore>,
) -> Option<(tokio::net::TcpStream, SocketAddr, tokio::sync::OwnedSemaphorePermit)> {
    match listener.accept().await {
        Ok((stream, peer)) => {
            // Only now: an idle worker must not keep a place that another worker's connection waits for.
            let permit = permits.clone().acquire_owned().await.expect("the semaphore is never closed");
            if let Err(error) = stream.set_nodelay(true) {
                tracing::debug!(%error, "no TCP_NODELAY");
            }
            Some((stream, peer, permit))
        }
        Err(error) => {
            tracing::warn!(%error, "a connection can't be accepted");
            None
        }
    }
}

/// One listener per worker on the same port. The port must be free first: shared ports alone would let two
/// servers split the requests without a word.
fn listen(address: &str, workers: usize) -> Result<Vec<std::net::TcpListener>, StartError> {
    let failed = |error: &dyn std::fmt::Display| StartError::Listen {
        address: address.to_owned(),
        reason: error.to_string(),
    };
    let mut wanted = address
        .to_socket_addrs()
        .map_err(|error| failed(&error))?
        .next()
        .ok_or_else(|| failed(&"the name has no address"))?;
    let open = |at: SocketAddr, is_shared: bool| -> std::io::Result<std::net::TcpListener> {
        let socket = Socket::new(Domain::for_address(at), Type::STREAM, Some(Protocol::TCP))?;
        socket.set_reuse_address(true)?;
        socket.set_reuse_port(is_shared)?;
        socket.set_nonblocking(true)?;
        socket.bind(&at.into())?;
        socket.listen(BACKLOG)?;
        Ok(socket.into())
    };
    if wanted.port() != 0 {
        open(wanted, false).map_err(|error| match error.kind() {
            std::io::ErrorKind::AddrInUse => StartError::PortBusy {
                host: wanted.ip().to_string(),
                port: wanted.port(),
            },
            _ => failed(&error),
        })?;
    }
    let mut listeners = Vec::with_capacity(workers);
    for _ in 0..workers.max(1) {
        let listener = open(wanted, true).map_err(|error| failed(&error))?;
        wanted = listener.local_addr().map_err(|error| failed(&error))?;
        listeners.push(listener);
    }
    Ok(listeners)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_busy_port_is_named_with_the_remedy() {
        let taken = listen("127.0.0.1:0", 2).unwrap();
        let address = taken[0].local_addr().unwrap();
        assert_eq!(taken[1].local_addr().unwrap(), address);
        let error = listen(&address.to_string(), 2).unwrap_err().to_string();
        assert_eq!(
            error,
            format!(
                "port {} of 127.0.0.1 is already in use; stop the other program or choose another with --listen",
                address.port()
            )
        );
        drop(taken);
        assert!(listen(&address.to_string(), 2).is_ok());
    }

    #[test]
    fn a_bad_address_is_named() {
        let error = listen("nowhere", 1).unwrap_err().to_string();
        assert!(error.starts_with("can't listen on nowhere"), "{error}");
    }
}
