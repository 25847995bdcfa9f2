//! The list of all configuration keys.
//!
//! Owns names, kinds and one sentence each; unknown keys are refused against it, environment variables are
//! found by it, and a test holds it equal to the fields of [`super::Config`].

/// How the value of a key is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A string; durations as `"30s"`.
    Text,
    /// A whole number.
    Number,
    /// `true` or `false`.
    Switch,
    /// Strings; in an environment variable separated by commas.
    List,
}

/// One configuration key.
#[derive(Debug, Clone, Copy)]
pub struct Key {
    /// Dotted path; `*` stands for a name of the operator's, `[]` for each of a list of tables.
    pub path: &'static str,
    /// How its value is written.
    pub kind: Kind,
    /// What it does.
    pub about: &'static str,
}

const fn key(path: &'static str, kind: Kind, about: &'static str) -> Key {
    Key { path, kind, about }
}

/// Every key, in the order of the documentation.
pub const KEYS: &[Key] = &[
    key("listen", Kind::Text, "address and port; port 0 takes a free one"),
    key("path", Kind::Text, "path of the GraphQL endpoint"),
    key("workers", Kind::Number, "worker threads; 0 takes one per core"),
    key("introspection", Kind::Switch, "whether clients may ask for __schema and __type"),
    key(
        "expose_plan",
        Kind::Switch,
        "whether `router-query-plan: 1` shows the plan in extensions",
    ),
    key("timeout", Kind::Text, "longest wait for one subgraph request"),
    key("supergraph.file", Kind::Text, "file with the supergraph SDL"),
    key("supergraph.watch", Kind::Switch, "whether a change of the file is taken up"),
    key("subgraphs.*.url", Kind::Text, "endpoint instead of the supergraph's"),
    key("subgraphs.*.timeout", Kind::Text, "longest wait for one request to it"),
    key("subgraphs.*.headers.*", Kind::Text, "header set on every request to it"),
    key("headers.propagate", Kind::List, "client request headers sent on to subgraphs"),
    key(
        "headers.client_address",
        Kind::Text,
        "header that tells subgraphs the client's address",
    ),
    key("headers.trusted_proxies", Kind::List, "proxies whose X-Forwarded-For is believed"),
    key(
        "headers.respond",
        Kind::List,
        "headers of root mutation responses sent up to the client; cache-control, of queries",
    ),
    key("limits.body_bytes", Kind::Number, "bytes of a request body or WebSocket message"),
    key("limits.tokens", Kind::Number, "lexical tokens of a document"),
    key("limits.recursion", Kind::Number, "nesting the parser follows"),
    key("limits.operations", Kind::Number, "operations in one document"),
    key("limits.root_fields", Kind::Number, "fields at the root of an operation"),
    key("limits.aliases", Kind::Number, "aliases in an operation"),
    key("limits.depth", Kind::Number, "depth of selections"),
    key("limits.selections", Kind::Number, "selections of an operation, fragments expanded"),
    key("limits.errors", Kind::Number, "errors reported for one invalid document"),
    key("limits.json_depth", Kind::Number, "nesting of JSON in bodies and variables"),
    key("limits.plan_steps", Kind::Number, "steps the planner may take for one operation"),
    key("limits.plan_timeout", Kind::Text, "longest wait for one operation to be planned"),
    key("limits.operation_cache_bytes", Kind::Number, "bytes the operation cache may hold"),
    key("connections.limit", Kind::Number, "connections open at once"),
    key("connections.header_timeout", Kind::Text, "longest wait for the head of a request"),
    key("connections.body_timeout", Kind::Text, "longest wait for the body of a request"),
    key(
        "connections.drain_timeout",
        Kind::Text,
        "longest wait for requests in flight when stopping",
    ),
    key("cors.origins", Kind::List, "origins that may call from a browser; `*` for any"),
    key("cors.credentials", Kind::Switch, "whether cookies may come along"),
    key(
        "cors.headers",
        Kind::List,
        "request headers a page may set; empty mirrors the preflight",
    ),
    key("cors.max_age", Kind::Text, "how long a browser may keep a preflight's answer"),
    key(
        "csrf.enabled",
        Kind::Switch,
        "refuses what a foreign page can send without a preflight",
    ),
    key("csrf.headers", Kind::List, "headers whose presence proves a preflight"),
    key("authentication.tokens.[].header", Kind::Text, "header that may carry a token"),
    key("authentication.tokens.[].prefix", Kind::Text, "what stands before the token"),
    key("authentication.issuers.[].issuer", Kind::Text, "the iss claim"),
    key("authentication.issuers.[].audience", Kind::Text, "the aud claim a token must carry"),
    key("authentication.issuers.[].jwks_file", Kind::Text, "file with the issuer's JWK set"),
    key("authentication.issuers.[].jwks_url", Kind::Text, "URL of the issuer's JWK set"),
    key("authorization.unauthorized", Kind::Text, "`filter` or `reject`"),
    key(
        "authorization.insecure_ignore",
        Kind::Switch,
        "serves security directives unenforced",
    ),
    key("errors.mask", Kind::Switch, "replaces messages of subgraph errors by one sentence"),
    key("errors.show", Kind::List, "subgraphs whose messages are shown all the same"),
    key(
        "signing.header",
        Kind::Text,
        "header that carries the signature of a subgraph request",
    ),
    key("signing.caller", Kind::Text, "name the subgraphs know the key by"),
    key("signing.key_file", Kind::Text, "file with the shared key"),
    key("subscriptions.init_timeout", Kind::Text, "longest wait for connection_init"),
    key("subscriptions.ping_interval", Kind::Text, "pause between pings"),
    key("subscriptions.queue_bytes", Kind::Number, "bytes waiting for one client"),
    key(
        "subscriptions.operations",
        Kind::Number,
        "operations one connection may run at once",
    ),
    key("graphiql.enabled", Kind::Switch, "whether browsers get the GraphiQL page"),
    key("graphiql.dir", Kind::Text, "folder with the built GraphiQL page"),
    key("forward.[].path", Kind::Text, "forwarded path prefix"),
    key("forward.[].to", Kind::Text, "server that answers it"),
];
