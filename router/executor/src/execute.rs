//! Running a compiled operation: fetches start as their prerequisites are done, then the response is written.

use std::collections::VecDeque;
use std::sync::Arc;

use bytes::Bytes;
use futures_util::stream::{BoxStream, FuturesUnordered, StreamExt};
use futures_util::{FutureExt, stream};
use http::HeaderMap;
use router_graph::{OperationKind, SubgraphId};
use tracing::Instrument;

use crate::block::Cell;
use crate::data::{Data, Overlay};
use crate::errors::{ClientError, ErrorList, ErrorVisibility, place_errors};
use crate::json::{push_string, push_unsigned};
use crate::parser::Parsed;
use crate::program::Compiled;
use crate::reply::{SubgraphError, read_reply};
use crate::representation::Representations;
use crate::request::request_body;
use crate::transport::{Reply, RequestContext, SubgraphRequest, Transport};
use crate::variables::{Coerced, PathStep, VariableError};
use crate::writer::write_response;

/// How to run and what to show.
#[derive(Debug, Clone)]
pub struct ExecuteOptions {
    /// Whose error messages clients may read.
    pub visibility: Arc<ErrorVisibility>,
    /// How many errors a response lists.
    pub reported_errors: usize,
    /// A JSON object with the answers to the operation's `__schema` and `__type` fields, by response key.
    pub introspection: Option<Bytes>,
}

impl Default for ExecuteOptions {
    fn default() -> Self {
        Self {
            visibility: Arc::default(),
            reported_errors: 20,
            introspection: None,
        }
    }
}

/// The answer to a client.
#[derive(Debug, Clone)]
pub struct Response {
    /// `{"data":...,"errors":[...]}`; `errors` only where there are any.
    pub body: Bytes,
    /// Whether the operation ran. If not (its variables were refused), the body has no `data`.
    pub executed: bool,
    /// The headers of subgraphs' replies, in the order the fetches have in the plan.
    pub subgraph_headers: Vec<SubgraphHeaders>,
    /// What it took.
    pub stats: Stats,
}

/// The headers of one reply.
#[derive(Debug, Clone)]
pub struct SubgraphHeaders {
    /// Who answered.
    pub subgraph: SubgraphId,
    /// What was asked: a mutation's headers may set cookies.
    pub kind: OperationKind,
    /// All headers of the reply.
    pub headers: HeaderMap,
}

/// Counts of one execution.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Stats {
    /// Requests sent to subgraphs.
    pub fetches: u32,
    /// Representations sent in them, equal ones counted once.
    pub representations: u32,
    /// Errors in the response.
    pub errors: usize,
}

impl Compiled {
    /// The coerced variables as one JSON object, for whoever answers introspection; refused variables give the response
    /// to send instead.
    pub fn coerced_variables(&self, variables: &[u8], options: &ExecuteOptions) -> Result<Vec<u8>, Response> {
        match self.variables.coerce(variables) {
            Ok(coerced) => Ok(coerced.to_json(&self.variables)),
            Err(errors) => Err(refused(&errors, options.reported_errors)),
        }
    }
}

/// Runs a query or mutation. `variables` is the request's raw JSON object, or empty.
pub async fn execute<T: Transport>(
    compiled: &Compiled,
    variables: &[u8],
    context: &RequestContext,
    transport: &T,
    options: &ExecuteOptions,
) -> Response {
    match compiled.variables.coerce(variables) {
        Ok(coerced) => run(compiled, &coerced, context, transport, options, None).await,
        Err(errors) => refused(&errors, options.reported_errors),
    }
}

/// Runs what follows one event of a subscription: the event is the reply to the plan's first fetch.
pub async fn execute_event<T: Transport>(
    compiled: &Compiled,
    variables: &[u8],
    context: &RequestContext,
    transport: &T,
    options: &ExecuteOptions,
    event: Reply,
) -> Response {
    match compiled.variables.coerce(variables) {
        Ok(coerced) => run(compiled, &coerced, context, transport, options, Some(event)).await,
        Err(errors) => refused(&errors, options.reported_errors),
    }
}

/// Opens a subscription. The stream gives one response per event, in order, and ends with the source; if the variables
/// are refused there is no stream but a response that says so. Dropping the stream closes the source.
pub fn subscribe<T: Transport>(
    compiled: Arc<Compiled>,
    variables: &[u8],
    context: Arc<RequestContext>,
    transport: Arc<T>,
    options: ExecuteOptions,
) -> Result<BoxStream<'static, Response>, Response> {
    let coerced = compiled
        .variables
        .coerce(variables)
        .map_err(|errors| refused(&errors, options.reported_errors))?;
    let (Some(source), OperationKind::Subscription) = (compiled.fetches.first(), compiled.kind) else {
        // Nothing to wait for: everything was denied or is introspection. One response, then the end.
        let once = async move { run(&compiled, &coerced, &context, &*transport, &options, None).await };
        return Ok(stream::once(once).boxed());
    };
    let request = SubgraphRequest {
        body: request_body(&compiled, 0, &coerced, None),
        kind: source.kind,
    };
    let events = transport.subscribe(source.subgraph, request, &context);
    let coerced = Arc::new(coerced);
    let responses = events.then(move |event| {
        let (compiled, coerced) = (Arc::clone(&compiled), Arc::clone(&coerced));
        let (context, transport, options) = (Arc::clone(&context), Arc::clone(&transport), options.clone());
        async move { run(&compiled, &coerced, &context, &*transport, &options, Some(event)).await }
    });
    Ok(responses.boxed())
}

async fn run<T: Transport>(
    compiled: &Compiled,
    coerced: &Coerced,
    context: &RequestContext,
    transport: &T,
    options: &ExecuteOptions,
    event: Option<Reply>,
) -> Response {
    let mut run = Run::new(compiled, condition_bits(compiled, coerced));
    let mut in_flight = FuturesUnordered::new();
    if let Some(event) = event {
        run.ready.retain(|fetch| *fetch != 0);
        run.absorb(0, event);
    }
    loop {
        while let Some(fetch) = run.ready.pop_front() {
            match run.prepare(fetch, coerced) {
                Some(request) => in_flight.push(send(compiled, fetch, request, context, transport)),
                None => run.finish(fetch),
            }
        }
        let Some((fetch, reply)) = in_flight.next().await else { break };
        run.absorb(fetch, reply);
        // Everything already here is read before anything new is asked.
        while let Some(Some((fetch, reply))) = in_flight.next().now_or_never() {
            run.absorb(fetch, reply);
        }
    }
    run.respond(options)
}

async fn send<T: Transport>(
    compiled: &Compiled,
    fetch: u32,
    request: SubgraphRequest,
    context: &RequestContext,
    transport: &T,
) -> (u32, Reply) {
    let program = &compiled.fetches[fetch as usize];
    let span = tracing::info_span!("fetch", subgraph = %program.service);
    let reply = transport.call(program.subgraph, request, context).instrument(span).await;
    let service = || metrics::SharedString::from_shared(Arc::clone(&program.service));
    let outcome = if reply.failure.is_some() { "failed" } else { "answered" };
    metrics::counter!("router_fetches_total", "subgraph" => service(), "outcome" => outcome).increment(1);
    if let Some(elapsed) = reply.elapsed {
        metrics::histogram!("router_fetch_duration_seconds", "subgraph" => service()).record(elapsed.as_secs_f64());
    }
    (fetch, reply)
}

/// The state of one execution.
struct Run<'a> {
    compiled: &'a Compiled,
    data: Data<'a>,
    /// Prerequisites not yet done, per fetch.
    waiting: Vec<u32>,
    ready: VecDeque<u32>,
    /// Per entity fetch in flight.
    sent: Vec<Option<Representations>>,
    errors: Vec<SubgraphError>,
    headers: Vec<(u32, HeaderMap)>,
    stats: Stats,
}

impl<'a> Run<'a> {
    fn new(compiled: &'a Compiled, bits: u128) -> Self {
        let waiting: Vec<u32> = compiled.fetches.iter().map(|fetch| fetch.prerequisites).collect();
        let ready = (0..waiting.len() as u32).filter(|fetch| waiting[*fetch as usize] == 0).collect();
        Self {
            compiled,
            data: Data::new(compiled, bits),
            sent: waiting.iter().map(|_| None).collect(),
            waiting,
            ready,
            errors: Vec::new(),
            headers: Vec::new(),
            stats: Stats::default(),
        }
    }

    /// The request of a fetch, or `None` when there is nothing to ask.
    fn prepare(&mut self, fetch: u32, coerced: &Coerced) -> Option<SubgraphRequest> {
        let program = &self.compiled.fetches[fetch as usize];
        if !self.data.holds(program.condition) {
            return None;
        }
        let body = if program.entities.is_some() {
            let representations = self.data.represent(fetch);
            if representations.count == 0 {
                return None;
            }
            self.stats.representations += representations.count;
            let body = request_body(self.compiled, fetch, coerced, Some(&representations));
            self.sent[fetch as usize] = Some(representations);
            body
        } else {
            request_body(self.compiled, fetch, coerced, None)
        };
        self.stats.fetches += 1;
        Some(SubgraphRequest { body, kind: program.kind })
    }

    /// Takes in a reply and lets go what waited for it.
    fn absorb(&mut self, fetch: u32, mut reply: Reply) {
        let program = &self.compiled.fetches[fetch as usize];
        if !reply.headers.is_empty() {
            self.headers.push((fetch, std::mem::take(&mut reply.headers)));
        }
        let sent = self.sent[fetch as usize].take();
        let (parsed, errors) = read_reply(fetch, program, &self.compiled.vocabulary.names, reply, sent.as_ref());
        self.errors.extend(errors);
        if let Some(parsed) = parsed {
            self.data.overlays[fetch as usize] = vec![Overlay::NONE; parsed.block.overlays as usize];
            if let Some(representations) = sent {
                self.attach(&parsed, &representations);
            }
            self.data.answers[fetch as usize] = Some(parsed);
        }
        self.finish(fetch);
    }

    /// Lays the entities over the objects they complete.
    fn attach(&mut self, parsed: &Parsed, representations: &Representations) {
        let Some(data) = parsed.data else { return };
        for (source, overlay, number) in &representations.targets {
            let (list, index) = representations.homes[*number as usize];
            let Cell::List { first, .. } = parsed.block.cell(data + list) else {
                continue;
            };
            if let Cell::Object(object) = parsed.block.cell(first + index) {
                self.data.overlays[*source as usize][*overlay].object = object;
            }
        }
    }

    fn finish(&mut self, fetch: u32) {
        for dependent in &self.compiled.fetches[fetch as usize].dependents {
            let waiting = &mut self.waiting[*dependent as usize];
            *waiting = waiting.saturating_sub(1);
            if *waiting == 0 {
                self.ready.push_back(*dependent);
            }
        }
    }

    fn respond(mut self, options: &ExecuteOptions) -> Response {
        self.errors.sort_by_key(|error| error.fetch);
        let errors = place_errors(&self.data, &self.errors, &options.visibility, options.reported_errors);
        let (body, errors) = write_response(&self.data, errors, options.introspection.as_deref());
        self.headers.sort_by_key(|(fetch, _)| *fetch);
        let subgraph_headers = self.headers.into_iter().map(|(fetch, headers)| {
            let program = &self.compiled.fetches[fetch as usize];
            SubgraphHeaders {
                subgraph: program.subgraph,
                kind: program.kind,
                headers,
            }
        });
        Response {
            body: body.into(),
            executed: true,
            subgraph_headers: subgraph_headers.collect(),
            stats: Stats { errors, ..self.stats },
        }
    }
}

fn condition_bits(compiled: &Compiled, coerced: &Coerced) -> u128 {
    let mut bits = 0;
    for (bit, alternatives) in compiled.conditions.iter().enumerate() {
        let holds = alternatives
            .iter()
            .any(|literals| literals.iter().all(|(variable, expected)| coerced.is_true(*variable) == *expected));
        bits |= u128::from(holds) << bit;
    }
    bits
}

/// The response to variables that do not fit (specification section 7.1: a request error, no `data`).
fn refused(errors: &[VariableError], limit: usize) -> Response {
    let mut list = ErrorList::new(limit);
    for error in errors {
        let mut extensions = b"\"code\":\"BAD_USER_INPUT\"".to_vec();
        if !error.path.is_empty() {
            extensions.extend_from_slice(b",\"variable\":[");
            for (index, step) in error.path.iter().enumerate() {
                if index > 0 {
                    extensions.push(b',');
                }
                match step {
                    PathStep::Name(name) => push_string(&mut extensions, name),
                    PathStep::Index(index) => push_unsigned(&mut extensions, *index),
                }
            }
            extensions.push(b']');
        }
        list.push(ClientError {
            message: error.message.clone(),
            path: Vec::new(),
            extensions,
            fetch: None,
        });
    }
    let mut body = b"{\"errors\":".to_vec();
    list.write(&mut body);
    body.push(b'}');
    let stats = Stats {
        errors: list.len(),
        ..Stats::default()
    };
    Response {
        body: body.into(),
        executed: false,
        subgraph_headers: Vec::new(),
        stats,
    }
}
