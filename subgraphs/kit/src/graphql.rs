//! A subgraph's GraphQL schema as something that can be called: bodies in, bodies out, with limits, the viewer and
//! the trace put into every request. Knows no particular schema.

use std::sync::Arc;
use std::time::Instant;

use async_graphql::parser::types::{OperationType, Selection};
use async_graphql::{
    ErrorExtensionValues, ObjectType, Request, Response, SDLExportOptions, Schema, SchemaBuilder, ServerError, SubscriptionType,
    Value as ConstValue,
};
use bytes::Bytes;
use futures_util::StreamExt;
use futures_util::future::BoxFuture;
use futures_util::stream::BoxStream;
use http::HeaderMap;
use tracing::Instrument;

use crate::error::Code;
use crate::viewer::Viewer;

const MAX_DEPTH: usize = 40;
const MAX_COMPLEXITY: usize = 20_000;
const MAX_RECURSION: usize = 64;
const MAX_DIRECTIVES: usize = 50;

/// The answer to a request: headers for the client (cookies) and `{"data":…,"errors":…}`.
#[derive(Clone, Debug, Default)]
pub struct GraphqlReply {
    pub headers: HeaderMap,
    pub body: Bytes,
}

/// A schema whose types are forgotten.
pub trait GraphqlEndpoint: Send + Sync {
    /// Executes a query or mutation: `body` is `{"query","variables","operationName"}`.
    fn execute(&self, viewer: Viewer, body: Bytes) -> BoxFuture<'static, GraphqlReply>;
    /// Starts a subscription; one body per event, the end of the stream is the end of the subscription.
    fn subscribe(&self, viewer: Viewer, body: Bytes) -> BoxStream<'static, Bytes>;
}

/// A schema builder with federation, subscriptions in federation and the limits every subgraph has.
pub fn builder<Query, Mutation, Subscription>(
    query: Query,
    mutation: Mutation,
    subscription: Subscription,
) -> SchemaBuilder<Query, Mutation, Subscription>
where
    Query: ObjectType + 'static,
    Mutation: ObjectType + 'static,
    Subscription: SubscriptionType + 'static,
{
    Schema::build(query, mutation, subscription)
        .enable_federation()
        .enable_subscription_in_federation()
        .limit_depth(MAX_DEPTH)
        .limit_complexity(MAX_COMPLEXITY)
        .limit_recursive_depth(MAX_RECURSION)
        .limit_directives(MAX_DIRECTIVES)
}

/// The schema in federation SDL.
pub fn sdl<Query, Mutation, Subscription>(schema: &Schema<Query, Mutation, Subscription>) -> String
where
    Query: ObjectType + 'static,
    Mutation: ObjectType + 'static,
    Subscription: SubscriptionType + 'static,
{
    let text = schema.sdl_with_options(
        SDLExportOptions::new()
            .federation()
            .prefer_single_line_descriptions()
            .use_space_ident()
            .indent_width(2),
    );
    // The definition of @requiresScopes comes with the federation link; ours is only there so that it can be applied.
    let mut lines: Vec<&str> = text
        .lines()
        .filter(|line| !line.starts_with("directive @requiresScopes"))
        .map(str::trim_end)
        .collect();
    lines.dedup_by(|next, previous| next.is_empty() && previous.is_empty());
    let mut text = lines.join("\n");
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

/// Makes a schema callable. `prepare` puts what lives as long as one request into it, such as the loaders.
pub fn endpoint<Query, Mutation, Subscription, F>(
    name: &'static str,
    schema: Schema<Query, Mutation, Subscription>,
    prepare: F,
) -> Arc<dyn GraphqlEndpoint>
where
    Query: ObjectType + 'static,
    Mutation: ObjectType + 'static,
    Subscription: SubscriptionType + 'static,
    F: Fn(Request) -> Request + Send + Sync + 'static,
{
    Arc::new(Endpoint {
        name,
        schema,
        prepare: Arc::new(prepare),
    })
}

struct Endpoint<Query, Mutation, Subscription> {
    name: &'static str,
    schema: Schema<Query, Mutation, Subscription>,
    prepare: Arc<dyn Fn(Request) -> Request + Send + Sync>,
}

impl<Query, Mutation, Subscription> Endpoint<Query, Mutation, Subscription> {
    fn request(&self, viewer: Viewer, body: &[u8]) -> Result<Request, Box<Response>> {
        let refuse = |sentence: String| {
            let mut error = ServerError::new(sentence, None);
            error
                .extensions
                .get_or_insert_with(ErrorExtensionValues::default)
                .set("code", Code::BadUserInput.name());
            Box::new(Response::from_errors(vec![error]))
        };
        let request: Request =
            serde_json::from_slice(body).map_err(|error| refuse(format!("The request's body is not understood: {error}.")))?;
        // PostgreSQL keeps no text with U+0000 and SQLite does; nobody means it. In JSON and in GraphQL it is always escaped.
        if body.windows(6).any(|window| window == b"\\u0000") && (has_nul(&request.variables) || request.query.contains("\\u0000")) {
            return Err(refuse("Text cannot contain the character U+0000.".to_owned()));
        }
        Ok((self.prepare)(request.data(viewer)))
    }
}

/// Whether a string among the values contains U+0000.
fn has_nul(variables: &async_graphql::Variables) -> bool {
    fn within(value: &ConstValue) -> bool {
        match value {
            ConstValue::String(text) => text.contains('\0'),
            ConstValue::List(items) => items.iter().any(within),
            ConstValue::Object(fields) => fields.values().any(within),
            _ => false,
        }
    }
    variables.values().any(within)
}

/// The name of the mutation a request makes, if it makes one.
fn command(request: &mut Request) -> Option<String> {
    let document = request.parsed_query().ok()?;
    let (_, operation) = document.operations.iter().next()?;
    if operation.node.ty != OperationType::Mutation {
        return None;
    }
    operation
        .node
        .selection_set
        .node
        .items
        .iter()
        .find_map(|selection| match &selection.node {
            Selection::Field(field) => Some(field.node.name.node.to_string()),
            _ => None,
        })
}

fn body_of(response: &Response) -> Bytes {
    Bytes::from(serde_json::to_vec(response).expect("a response is plain data"))
}

/// `{"data":null,"errors":[…]}` with one error of this code.
pub fn refusal(code: &str, sentence: &str) -> Bytes {
    let body = serde_json::json!({"data": null, "errors": [{"message": sentence, "extensions": {"code": code}}]});
    Bytes::from(body.to_string())
}

impl<Query, Mutation, Subscription> GraphqlEndpoint for Endpoint<Query, Mutation, Subscription>
where
    Query: ObjectType + 'static,
    Mutation: ObjectType + 'static,
    Subscription: SubscriptionType + 'static,
{
    fn execute(&self, viewer: Viewer, body: Bytes) -> BoxFuture<'static, GraphqlReply> {
        let mut request = match self.request(viewer, &body) {
            Ok(request) => request,
            Err(response) => {
                let reply = GraphqlReply {
                    headers: HeaderMap::new(),
                    body: body_of(&response),
                };
                return Box::pin(std::future::ready(reply));
            }
        };
        let (schema, subgraph) = (self.schema.clone(), self.name);
        Box::pin(async move {
            let command = command(&mut request);
            let span = match &command {
                Some(command) => tracing::info_span!("command", subgraph, command = command.as_str()),
                None => tracing::info_span!("resolve", subgraph),
            };
            let began = Instant::now();
            let response = schema.execute(request).instrument(span).await;
            if let Some(command) = command {
                let outcome = if response.errors.is_empty() { "ok" } else { "error" };
                metrics::histogram!("command_duration_seconds", "subgraph" => subgraph, "command" => command, "outcome" => outcome)
                    .record(began.elapsed().as_secs_f64());
            }
            GraphqlReply {
                body: body_of(&response),
                headers: response.http_headers,
            }
        })
    }

    fn subscribe(&self, viewer: Viewer, body: Bytes) -> BoxStream<'static, Bytes> {
        match self.request(viewer, &body) {
            Ok(request) => self.schema.execute_stream(request).map(|response| body_of(&response)).boxed(),
            Err(response) => {
                let body = body_of(&response);
                futures_util::stream::once(async move { body }).boxed()
            }
        }
    }
}
