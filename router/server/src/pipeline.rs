//! From a GraphQL request to its answer.
//!
//! Owns the order of the phases; each phase belongs to a module of its own. The same for HTTP and WebSocket.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use bytes::Bytes;
use futures_util::StreamExt;
use futures_util::stream::LocalBoxStream;
use http::{HeaderMap, StatusCode};
use router_executor::{ExecuteOptions, RequestContext, Response, Transport};
use router_graph::{OperationKind, Supergraph};
use tracing::Instrument;

use crate::authentication::Caller;
use crate::edge::request::GraphqlRequest;
use crate::engine::{EngineInUse, Executable, Parsed, refuse};
use crate::error::{ErrorCode, ErrorDetail, RequestError};
use crate::operations::{Entry, Variation};
use crate::router::Router;
use crate::serve::InFlight;
use crate::telemetry::RequestLog;
use crate::transport::Watched;

/// A request with all the edge knows about it.
pub(crate) struct Call<'a> {
    pub(crate) request: &'a GraphqlRequest,
    pub(crate) caller: &'a Caller,
    /// For subgraphs.
    pub(crate) headers: HeaderMap,
    pub(crate) accepts: Accepts,
    pub(crate) shows_plan: bool,
}

/// Which kinds of operation the way it came allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Accepts {
    /// GET.
    Query,
    /// POST.
    QueryOrMutation,
    /// WebSocket.
    Anything,
}

/// What a request comes to.
pub(crate) enum Outcome {
    Answer(Answer),
    /// A subscription's; an error ends it.
    Events(LocalBoxStream<'static, Result<Answer, RequestError>>),
}

/// A GraphQL response.
pub(crate) struct Answer {
    pub(crate) body: Bytes,
    /// For the client.
    pub(crate) headers: HeaderMap,
    pub(crate) error_count: usize,
    /// Whether the body has `data`, though it may be null.
    pub(crate) has_data: bool,
    /// Whether it is one of a subscription's.
    pub(crate) is_event: bool,
}

impl Answer {
    /// GraphQL over HTTP, section 6.4.2: a response without `data` is a failure, but `application/json` has no
    /// word for it.
    pub(crate) fn status(&self, is_graphql_response: bool) -> StatusCode {
        if self.has_data || !is_graphql_response {
            StatusCode::OK
        } else {
            StatusCode::BAD_REQUEST
        }
    }
}

/// Answers one request with the supergraph in use when it came.
pub(crate) async fn handle<T: Transport>(
    router: &Router<T>,
    in_flight: &InFlight,
    call: Call<'_>,
    log: &mut RequestLog,
) -> Result<Outcome, RequestError> {
    let started = Instant::now();
    let engine = router.engine();
    let (entry, parsed) = look_up(router, &engine, call.request).await?;
    let operation = &parsed.operation;
    log.operation(operation.kind.keyword(), operation.name.as_deref());
    check_kind(operation.kind, call.accepts)?;
    check_introspection(router, &parsed)?;
    let executable = authorise_and_plan(router, &engine, &entry, &parsed, call.caller).await?;
    reject_denied(router, &executable)?;
    log.prepare = started.elapsed();
    let in_use = engine.clone();
    let execution = Execution {
        options: introspect(router, &engine, &entry, &parsed, &executable, call.request).await?,
        context: RequestContext {
            headers: call.headers,
            timeout: None,
        },
        variables: call.request.variables.clone(),
        engine,
        executable,
    };
    let mut executed = match operation.kind {
        OperationKind::Query => execution.run().await,
        OperationKind::Mutation => execution.run_to_the_end(in_flight).await?,
        OperationKind::Subscription => return Ok(execution.subscribe()),
    };
    if call.shows_plan {
        executed.show_plan(&in_use.supergraph);
    }
    Ok(Outcome::Answer(executed.finish(router, call.caller)))
}

/// The cached operation, or parse, validate and limit it off the event loop.
async fn look_up<T: Transport>(
    router: &Router<T>,
    engine: &EngineInUse<T>,
    request: &GraphqlRequest,
) -> Result<(Arc<Entry>, Arc<Parsed>), RequestError> {
    let parse = async || {
        let engine = engine.clone();
        let (text, name) = (request.query.clone(), request.operation_name.clone());
        off_the_event_loop(router, "parse", move |_| engine.parse(&text, name.as_deref())).await
    };
    engine.operations.find_or_parse(request, parse).await
}

/// The cached plan for the caller's rights and the labels drawn for the request, or a new one made off the event loop.
async fn authorise_and_plan<T: Transport>(
    router: &Router<T>,
    engine: &EngineInUse<T>,
    entry: &Arc<Entry>,
    parsed: &Arc<Parsed>,
    caller: &Caller,
) -> Result<Arc<Executable>, RequestError> {
    let variation = Variation {
        holdings: engine.holdings(caller),
        labels: engine.draw(&parsed.labels),
    };
    let compile = async |entry: &Entry| {
        let (operation, denied) = engine.authorise(parsed, &variation.holdings);
        let labels = variation.labels.clone();
        if let Some(same) = entry.reusable(|executable| executable.denied == denied && executable.labels == labels) {
            return Ok(same);
        }
        let engine = engine.clone();
        let plan = move |cancelled: &AtomicBool| engine.compile(&operation, denied, labels, cancelled).map(Arc::new);
        off_the_event_loop(router, "plan", plan).await
    };
    engine.operations.find_or_compile(entry, variation.clone(), compile).await
}

fn check_kind(kind: OperationKind, accepts: Accepts) -> Result<(), RequestError> {
    match (kind, accepts) {
        (OperationKind::Query, _) | (_, Accepts::Anything) => Ok(()),
        (OperationKind::Mutation, Accepts::QueryOrMutation) => Ok(()),
        (OperationKind::Mutation, Accepts::Query) => Err(RequestError::new(
            ErrorCode::MethodNotAllowed,
            "A GET may only query; send mutations with POST.",
        )),
        (OperationKind::Subscription, _) => Err(RequestError::new(
            ErrorCode::SubscriptionNeedsWebSocket,
            "Subscribe over WebSocket with the subprotocol graphql-transport-ws.",
        )),
    }
}

fn check_introspection<T: Transport>(router: &Router<T>, parsed: &Parsed) -> Result<(), RequestError> {
    if router.config().introspection || !parsed.operation.has_introspection() {
        return Ok(());
    }
    Err(RequestError::new(
        ErrorCode::IntrospectionDisabled,
        "This server does not answer __schema and __type.",
    ))
}

fn reject_denied<T: Transport>(router: &Router<T>, executable: &Executable) -> Result<(), RequestError> {
    if executable.denied.is_empty() || !router.config().rejects_unauthorized() {
        return Ok(());
    }
    Err(RequestError {
        code: ErrorCode::UnauthorizedFieldOrType,
        details: executable
            .denied
            .iter()
            .take(router.config().limits.errors)
            .map(|denied| ErrorDetail {
                message: format!("You may not see {} (at {}).", denied.coordinate, denied.path.join(".")),
                locations: Vec::new(),
            })
            .collect(),
    })
}

/// The options of this execution, with the answers to `__schema` and `__type` where they are asked.
async fn introspect<T: Transport>(
    router: &Router<T>,
    engine: &EngineInUse<T>,
    entry: &Arc<Entry>,
    parsed: &Arc<Parsed>,
    executable: &Executable,
    request: &GraphqlRequest,
) -> Result<ExecuteOptions, RequestError> {
    let options = engine.execute_options.clone();
    if !parsed.operation.has_introspection() {
        return Ok(options);
    }
    let answered = |answer: Bytes| ExecuteOptions {
        introspection: Some(answer),
        ..engine.execute_options.clone()
    };
    let is_always_the_same = parsed.operation.variables.is_empty();
    if is_always_the_same && let Some(answer) = parsed.introspected.get() {
        return Ok(answered(answer.clone()));
    }
    // Refused variables are answered by the execution itself.
    let Ok(variables) = executable.compiled.coerced_variables(&request.variables, &options) else {
        return Ok(options);
    };
    let introspect = async || {
        let (engine, parsed, name) = (engine.clone(), parsed.clone(), request.operation_name.clone());
        let answer = move |_: &AtomicBool| {
            let variables = serde_json::from_slice(&variables).map_err(RequestError::internal)?;
            let fields = parsed
                .document
                .introspect(&engine.supergraph.api, name.as_deref(), &variables)
                .map_err(refuse)?;
            serde_json::to_vec(&fields).map(Bytes::from).map_err(RequestError::internal)
        };
        off_the_event_loop(router, "introspect", answer).await
    };
    if !is_always_the_same {
        return Ok(answered(introspect().await?));
    }
    let kept = async || {
        let answer = introspect().await?;
        engine.operations.grow(entry, answer.len());
        Ok(answer)
    };
    let answer = parsed.introspected.get_or_try_init(kept).await?;
    Ok(answered(answer.clone()))
}

/// Runs pure work on the blocking pool, bounded in number and time. The flag tells the work that nobody waits
/// for it any more.
async fn off_the_event_loop<T: Transport, R: Send + 'static>(
    router: &Router<T>,
    phase: &'static str,
    work: impl FnOnce(&AtomicBool) -> Result<R, RequestError> + Send + 'static,
) -> Result<R, RequestError> {
    struct CancelOnDrop(Arc<AtomicBool>);
    impl Drop for CancelOnDrop {
        fn drop(&mut self) {
            self.0.store(true, Ordering::Relaxed);
        }
    }
    let cancel = CancelOnDrop(Arc::default());
    let cancelled = cancel.0.clone();
    let span = tracing::debug_span!("prepare", phase);
    let bounded = async {
        let permit = router.planning().clone().acquire_owned().await.map_err(RequestError::internal)?;
        let started = Instant::now();
        // The permit goes along: work that nobody waits for any more still takes its core until it ends.
        let work = move || {
            let done = span.in_scope(|| work(&cancelled));
            drop(permit);
            done
        };
        let done = tokio::task::spawn_blocking(work).await;
        metrics::histogram!("router_prepare_seconds", "phase" => phase).record(started.elapsed());
        done.map_err(RequestError::internal)?
    };
    let limit = router.config().limits.plan_timeout;
    tokio::time::timeout(limit, bounded).await.unwrap_or_else(|_| {
        Err(RequestError::new(
            ErrorCode::PlanTimeout,
            "Preparing the operation took too long; try again.",
        ))
    })
}

/// Everything one execution needs, owned: it may outlive the request.
struct Execution<T: Transport> {
    engine: EngineInUse<T>,
    executable: Arc<Executable>,
    variables: Bytes,
    context: RequestContext,
    options: ExecuteOptions,
}

impl<T: Transport> Execution<T> {
    async fn run(self) -> Executed {
        let Self {
            engine,
            executable,
            variables,
            context,
            options,
        } = self;
        let compiled = &executable.compiled;
        let response = router_executor::execute(compiled, &variables, &context, &*engine.transport, &options).await;
        Executed { response, executable }
    }

    /// A mutation is finished even when nobody waits for it any more; stopping the server waits too.
    async fn run_to_the_end(self, in_flight: &InFlight) -> Result<Executed, RequestError> {
        let in_flight = in_flight.clone();
        let task = async move {
            let executed = self.run().await;
            drop(in_flight);
            executed
        };
        let task = task.instrument(tracing::Span::current());
        tokio::task::spawn_local(task).await.map_err(RequestError::internal)
    }

    fn subscribe(self) -> Outcome {
        let Self {
            engine,
            executable,
            variables,
            context,
            options,
        } = self;
        let is_lost = Arc::new(AtomicBool::new(false));
        let transport = Arc::new(Watched::new(engine.transport.clone(), is_lost.clone()));
        let compiled = executable.compiled.clone();
        match router_executor::subscribe(compiled, &variables, Arc::new(context), transport, options) {
            Err(refusal) => Outcome::Answer(answer(refusal, HeaderMap::new(), false)),
            Ok(responses) => {
                let events = responses.map(move |response| {
                    if is_lost.load(Ordering::Acquire) {
                        return Err(RequestError::new(
                            ErrorCode::UpstreamClosed,
                            "The source of this subscription went away; subscribe again.",
                        ));
                    }
                    Ok(answer(response, HeaderMap::new(), true))
                });
                Outcome::Events(events.boxed_local())
            }
        }
    }
}

/// A finished execution.
struct Executed {
    response: Response,
    executable: Arc<Executable>,
}

impl Executed {
    /// Adds the plan to `extensions`; the executor writes none of its own.
    fn show_plan(&mut self, supergraph: &Supergraph) {
        let plan = &self.executable.plan;
        let (text, tree) = (plan.to_text(supergraph), plan.to_json(supergraph));
        let shown = serde_json::json!({ "queryPlan": { "text": text, "tree": tree } });
        let mut body = self.response.body.to_vec();
        if body.pop() == Some(b'}') {
            body.extend_from_slice(format!(",\"extensions\":{shown}}}").as_bytes());
            self.response.body = body.into();
        }
    }

    /// With the headers that go up.
    fn finish<T: Transport>(self, router: &Router<T>, caller: &Caller) -> Answer {
        let headers = router.propagation().up(&self.response, caller.is_authenticated);
        answer(self.response, headers, false)
    }
}

fn answer(response: Response, headers: HeaderMap, is_event: bool) -> Answer {
    Answer {
        body: response.body,
        headers,
        error_count: response.stats.errors,
        has_data: response.executed,
        is_event,
    }
}
