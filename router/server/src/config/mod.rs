//! What an operator can choose, as plain values.
//!
//! Owns the shape and the defaults of every setting; `keys` lists them for documents, suggestions and
//! environment variables, `read` turns a TOML file and the environment into a [`Config`].
//! Must not know the network or the engine: a `Config` is also built in code by whoever embeds the router.

mod duration;
mod keys;
mod read;

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::path::PathBuf;
use std::time::Duration;

use serde::{Deserialize, Serialize};

pub use keys::{KEYS, Key, Kind};
pub use read::{ConfigError, parse_duration};

/// Every setting of the router. `Config::default()` serves on the loopback without authentication.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// Address and port to listen on; port 0 takes a free one.
    pub listen: String,
    /// Path of the GraphQL endpoint, for HTTP and WebSocket.
    pub path: String,
    /// Worker threads, each with its own listener; 0 takes one per core.
    pub workers: usize,
    /// Whether clients may ask for `__schema` and `__type`.
    pub introspection: bool,
    /// Whether a request with the header `router-query-plan: 1` gets its plan in `extensions`.
    pub expose_plan: bool,
    /// Longest wait for one subgraph request, where the subgraph has none of its own.
    #[serde(with = "duration")]
    pub timeout: Duration,
    /// Where the supergraph comes from, for the `router` binary.
    pub supergraph: SupergraphConfig,
    /// Settings of single subgraphs, by name.
    pub subgraphs: BTreeMap<String, SubgraphConfig>,
    /// Which headers pass in either direction.
    pub headers: HeadersConfig,
    /// Bounds on requests.
    pub limits: LimitsConfig,
    /// Bounds on connections and on stopping.
    pub connections: ConnectionsConfig,
    /// Which other origins may call from a browser.
    pub cors: CorsConfig,
    /// Refusal of requests a foreign page can send without a preflight.
    pub csrf: CsrfConfig,
    /// Who may be believed about the caller.
    pub authentication: AuthenticationConfig,
    /// What happens to selections the caller may not see.
    pub authorization: AuthorizationConfig,
    /// What clients learn of subgraph failures.
    pub errors: ErrorsConfig,
    /// Signing of subgraph requests; none without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signing: Option<SigningConfig>,
    /// The WebSocket endpoint.
    pub subscriptions: SubscriptionsConfig,
    /// The page for browsers.
    pub graphiql: GraphiqlConfig,
    /// Path prefixes forwarded byte for byte to another server.
    pub forward: Vec<ForwardConfig>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            listen: "127.0.0.1:4000".into(),
            path: "/graphql".into(),
            workers: 0,
            introspection: true,
            expose_plan: false,
            timeout: Duration::from_secs(30),
            supergraph: SupergraphConfig::default(),
            subgraphs: BTreeMap::new(),
            headers: HeadersConfig::default(),
            limits: LimitsConfig::default(),
            connections: ConnectionsConfig::default(),
            cors: CorsConfig::default(),
            csrf: CsrfConfig::default(),
            authentication: AuthenticationConfig::default(),
            authorization: AuthorizationConfig::default(),
            errors: ErrorsConfig::default(),
            signing: None,
            subscriptions: SubscriptionsConfig::default(),
            graphiql: GraphiqlConfig::default(),
            forward: Vec::new(),
        }
    }
}

/// Where the supergraph comes from.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SupergraphConfig {
    /// File with the supergraph SDL.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<PathBuf>,
    /// Whether a change of the file replaces the supergraph in use.
    pub watch: bool,
}

/// Settings of one subgraph.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SubgraphConfig {
    /// Endpoint, instead of the one in the supergraph.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Longest wait for one request.
    #[serde(with = "duration::optional", skip_serializing_if = "Option::is_none")]
    pub timeout: Option<Duration>,
    /// Headers set on every request to it.
    pub headers: BTreeMap<String, String>,
}

/// Which headers pass in either direction.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct HeadersConfig {
    /// Client request headers sent on to every subgraph, lower case.
    pub propagate: Vec<String>,
    /// Header that tells subgraphs the client's address; none is told without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client_address: Option<String>,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// Subgraph response headers sent up to the client, from root mutation fetches only, one after another. But `cache-control` is that of queries: the
    /// most restrictive of all replies, and `no-store` if one has none or anything failed.
    pub respond: Vec<String>,
}

/// Bounds on requests. Each excess has a code of its own, see `docs/errors.md`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LimitsConfig {
    /// Bytes of a request body, of a GET's query string and of a WebSocket message.
    pub body_bytes: usize,
    /// Lexical tokens of a document.
    pub tokens: usize,
    /// Nesting the parser follows.
    pub recursion: usize,
    /// Operations in one document.
    pub operations: usize,
    /// Fields at the root of an operation, fragments expanded.
    pub root_fields: usize,
    /// Aliases in an operation, fragments expanded.
    pub aliases: usize,
    /// Depth of selections, fragments expanded.
    pub depth: usize,
    /// Selections of an operation, fragments expanded.
    pub selections: usize,
    /// Errors reported for one invalid document.
    pub errors: usize,
    /// Nesting of JSON in request bodies and variables.
    pub json_depth: usize,
    /// Steps the planner may take for one operation.
    pub plan_steps: u64,
    /// Longest wait for parse, validation and plan of one operation.
    #[serde(with = "duration")]
    pub plan_timeout: Duration,
    /// Bytes the operation cache may hold.
    pub operation_cache_bytes: usize,
}

impl Default for LimitsConfig {
    fn default() -> Self {
        Self {
            body_bytes: 2_000_000,
            tokens: 15_000,
            recursion: 200,
            operations: 10,
            root_fields: 100,
            aliases: 200,
            depth: 64,
            selections: 100_000,
            errors: 20,
            json_depth: 64,
            plan_steps: 10_000_000,
            plan_timeout: Duration::from_secs(5),
            operation_cache_bytes: 64_000_000,
        }
    }
}

/// Bounds on connections and on stopping.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ConnectionsConfig {
    /// Connections open at once, over all workers; further ones wait to be served.
    pub limit: usize,
    /// Longest wait for the head of a request, an idle connection's next one included.
    #[serde(with = "duration")]
    pub header_timeout: Duration,
    /// Longest wait for the body of a request.
    #[serde(with = "duration")]
    pub body_timeout: Duration,
    /// Longest wait for requests in flight when the server stops.
    #[serde(with = "duration")]
    pub drain_timeout: Duration,
}

impl Default for ConnectionsConfig {
    fn default() -> Self {
        Self {
            limit: 10_000,
            header_timeout: Duration::from_secs(30),
            body_timeout: Duration::from_secs(30),
            drain_timeout: Duration::from_secs(20),
        }
    }
}

/// Which other origins may call from a browser.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CorsConfig {
    /// Origins, as `https://shop.example`; `*` for any, which excludes credentials.
    pub origins: Vec<String>,
    /// Whether cookies may come along.
    pub credentials: bool,
    /// Request headers a page may set; empty mirrors what the preflight asks for.
    pub headers: Vec<String>,
    /// How long a browser may keep the answer to a preflight.
    #[serde(with = "duration")]
    pub max_age: Duration,
}

impl Default for CorsConfig {
    fn default() -> Self {
        Self {
            origins: Vec::new(),
            credentials: false,
            headers: Vec::new(),
            max_age: Duration::from_secs(3600),
        }
    }
}

/// Refusal of requests a foreign page can send without a preflight.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CsrfConfig {
    /// Off only where no cookie authenticates anyone.
    pub enabled: bool,
    /// Headers whose presence proves a preflight.
    pub headers: Vec<String>,
}

impl Default for CsrfConfig {
    fn default() -> Self {
        Self {
            enabled: true,
            headers: vec!["apollo-require-preflight".into(), "x-apollo-operation-name".into()],
        }
    }
}

/// Who may be believed about the caller.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AuthenticationConfig {
    /// Headers (and `connection_init` keys) that carry tokens; all present ones are verified.
    pub tokens: Vec<TokenConfig>,
    /// Issuers whose tokens are accepted.
    pub issuers: Vec<IssuerConfig>,
}

/// One header that may carry a token.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TokenConfig {
    /// Header name, lower case.
    pub header: String,
    /// What stands before the token, as `"Bearer "`.
    pub prefix: String,
}

/// One issuer and its keys.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct IssuerConfig {
    /// The `iss` claim.
    pub issuer: String,
    /// The `aud` claim that must be among the token's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audience: Option<String>,
    /// File with its JWK set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub jwks_file: Option<PathBuf>,
    /// URL of its JWK set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub jwks_url: Option<String>,
}

/// What happens to selections the caller may not see.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AuthorizationConfig {
    /// `filter` answers null with an error at the path, `reject` refuses the whole request.
    pub unauthorized: Unauthorized,
    /// Serves a schema with security directives without enforcing them.
    pub insecure_ignore: bool,
}

/// How denied selections are answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Unauthorized {
    /// Null and an error at the path of each.
    #[default]
    Filter,
    /// The whole request is refused.
    Reject,
}

/// What clients learn of subgraph errors. Codes are always shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ErrorsConfig {
    /// Replaces the messages of subgraph errors by one sentence.
    pub mask: bool,
    /// Subgraphs whose messages are shown all the same: they are written for clients.
    pub show: Vec<String>,
}

impl Default for ErrorsConfig {
    fn default() -> Self {
        Self {
            mask: true,
            show: Vec::new(),
        }
    }
}

/// Signing of subgraph requests.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SigningConfig {
    /// Header that carries the signature.
    pub header: String,
    /// Name the subgraphs know the key by.
    pub caller: String,
    /// File with the shared key; surrounding blanks do not count.
    pub key_file: PathBuf,
}

/// The WebSocket endpoint.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SubscriptionsConfig {
    /// Longest wait for `connection_init`.
    #[serde(with = "duration")]
    pub init_timeout: Duration,
    /// Pause between pings; a client silent for two of them is gone.
    #[serde(with = "duration")]
    pub ping_interval: Duration,
    /// Bytes waiting for one client; beyond it the oldest events are dropped.
    pub queue_bytes: usize,
    /// Operations one connection may run at once.
    pub operations: usize,
}

impl Default for SubscriptionsConfig {
    fn default() -> Self {
        Self {
            init_timeout: Duration::from_secs(10),
            ping_interval: Duration::from_secs(20),
            queue_bytes: 1_000_000,
            operations: 100,
        }
    }
}

/// The page for browsers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct GraphiqlConfig {
    /// Whether a browser's GET of the endpoint gets the page.
    pub enabled: bool,
    /// Folder with the built page (`index.html` and its assets).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dir: Option<PathBuf>,
}

impl Default for GraphiqlConfig {
    fn default() -> Self {
        Self { enabled: true, dir: None }
    }
}

/// One forwarded path prefix.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ForwardConfig {
    /// Prefix of whole path segments, as `/webhooks`.
    pub path: String,
    /// Server that answers, as `http://127.0.0.1:4105`; its own path is put before the request's.
    pub to: String,
}
