//! A served router with scripted subgraphs, and clients for it.

use std::net::SocketAddr;
use std::sync::Arc;

use bytes::Bytes;
use ed25519_dalek::SigningKey;
use ed25519_dalek::pkcs8::EncodePrivateKey;
use futures_util::stream::BoxStream;
use futures_util::{FutureExt, SinkExt, StreamExt};
use http::{HeaderMap, Method, Request, StatusCode};
use http_body_util::{BodyExt, Full};
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use parking_lot::Mutex;
use router_executor::{Reply, RequestContext, SubgraphRequest, Transport};
use router_graph::SubgraphId;
use router_graph::supergraph::Subgraph;
use router_server::config::{AuthenticationConfig, IssuerConfig, TokenConfig};
use router_server::{Config, Options, Router, Server, StartError};
use serde_json::{Value, json};
use tokio::sync::{mpsc, oneshot};
use tokio_stream::wrappers::UnboundedReceiverStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;

pub const SUPERGRAPH: &str = include_str!("supergraph.graphql");

/// A request as a subgraph got it.
#[derive(Debug, Clone)]
pub struct Asked {
    pub subgraph: String,
    pub body: Value,
    pub headers: HeaderMap,
}

/// An upstream subscription: `send` gives events, `closed` waits until the router let go.
pub struct Source {
    pub asked: Asked,
    pub events: mpsc::UnboundedSender<Reply>,
}

impl Source {
    pub fn send(&self, data: Value) {
        let body = json!({ "data": data }).to_string();
        self.events.send(Reply::from_body(body)).unwrap();
    }
}

type Answer = Arc<dyn Fn(&Asked) -> futures_util::future::BoxFuture<'static, Reply> + Send + Sync>;

/// Subgraphs that answer as a test says, and remember what they were asked.
#[derive(Clone)]
pub struct Script {
    answer: Arc<Mutex<Answer>>,
    asked: Arc<Mutex<Vec<Asked>>>,
    sources: mpsc::UnboundedSender<Source>,
}

impl Script {
    pub fn asked(&self) -> Vec<Asked> {
        self.asked.lock().clone()
    }

    /// Replaces the default answers.
    pub fn answer(&self, answer: impl Fn(&Asked) -> Reply + Send + Sync + 'static) {
        *self.answer.lock() = Arc::new(move |asked| std::future::ready(answer(asked)).boxed());
    }

    /// The same with answers that take their time.
    pub fn answer_later<F>(&self, answer: impl Fn(&Asked) -> F + Send + Sync + 'static)
    where
        F: Future<Output = Reply> + Send + 'static,
    {
        *self.answer.lock() = Arc::new(move |asked| answer(asked).boxed());
    }
}

pub fn ada() -> Value {
    json!({ "__typename": "Person", "id": "1", "name": "Ada", "email": "ada@example.org" })
}

/// What the subgraphs say unless a test has another wish.
pub fn usual(asked: &Asked) -> Reply {
    let query = asked.body["query"].as_str().unwrap();
    let data = if query.contains("_entities") {
        let count = asked.body["variables"]["representations"].as_array().unwrap().len();
        let entity = json!({ "__typename": "Person", "notes": ["first"] });
        json!({ "_entities": vec![entity; count] })
    } else {
        json!({ "greeting": "hello", "me": ada(), "person": ada(), "rename": ada(), "audit": "seen" })
    };
    Reply {
        headers: HeaderMap::from_iter([
            (http::header::SET_COOKIE, "session=1".parse().unwrap()),
            (http::header::SERVER, "subgraph".parse().unwrap()),
        ]),
        ..Reply::from_body(json!({ "data": data }).to_string())
    }
}

/// The script bound to the subgraphs of one supergraph.
pub struct Scripted {
    names: Vec<String>,
    script: Script,
}

impl Scripted {
    pub fn new(subgraphs: &[Subgraph], script: Script) -> Self {
        let names = subgraphs.iter().map(|subgraph| subgraph.name.to_string()).collect();
        Self { names, script }
    }

    fn asked(&self, subgraph: SubgraphId, request: &SubgraphRequest, context: &RequestContext) -> Asked {
        let asked = Asked {
            subgraph: self.names[subgraph.index()].clone(),
            body: serde_json::from_slice(&request.body).unwrap(),
            headers: context.headers.clone(),
        };
        self.script.asked.lock().push(asked.clone());
        asked
    }
}

impl Transport for Scripted {
    async fn call(&self, subgraph: SubgraphId, request: SubgraphRequest, context: &RequestContext) -> Reply {
        let asked = self.asked(subgraph, &request, context);
        let answer = self.script.answer.lock().clone();
        answer(&asked).await
    }

    fn subscribe(&self, subgraph: SubgraphId, request: SubgraphRequest, context: &RequestContext) -> BoxStream<'static, Reply> {
        let asked = self.asked(subgraph, &request, context);
        let (events, stream) = mpsc::unbounded_channel();
        self.script.sources.send(Source { asked, events }).unwrap();
        UnboundedReceiverStream::new(stream).boxed()
    }
}

/// A running server. Dropping it stops it.
pub struct Served {
    pub address: SocketAddr,
    pub router: Router<Scripted>,
    pub script: Script,
    pub sources: mpsc::UnboundedReceiver<Source>,
    pub stop: Option<oneshot::Sender<()>>,
    pub ended: tokio::task::JoinHandle<()>,
}

pub fn assemble(config: Config) -> (Result<Router<Scripted>, StartError>, Script, mpsc::UnboundedReceiver<Source>) {
    assemble_with(config, SUPERGRAPH)
}

pub fn assemble_with(config: Config, sdl: &str) -> (Result<Router<Scripted>, StartError>, Script, mpsc::UnboundedReceiver<Source>) {
    let (sources, opened) = mpsc::unbounded_channel();
    let usual: Answer = Arc::new(|asked| std::future::ready(usual(asked)).boxed());
    let script = Script {
        answer: Arc::new(Mutex::new(usual)),
        asked: Arc::default(),
        sources,
    };
    let for_transport = script.clone();
    let mut options = Options::default();
    options.key_sets.insert("people".into(), Arc::new(|| Ok(key_set())));
    options.key_sets.insert("guests".into(), Arc::new(|| Ok(key_set())));
    let router = Router::new(config, sdl, &options, move |subgraphs: &[Subgraph]| {
        Ok(Scripted::new(subgraphs, for_transport.clone()))
    });
    (router, script, opened)
}

pub fn config() -> Config {
    let issuer = |name: &str| IssuerConfig {
        issuer: name.into(),
        audience: Some("test".into()),
        ..Default::default()
    };
    let mut config = Config {
        listen: "127.0.0.1:0".into(),
        workers: 2,
        authentication: AuthenticationConfig {
            tokens: vec![
                TokenConfig {
                    header: "authorization".into(),
                    prefix: "Bearer ".into(),
                },
                TokenConfig {
                    header: "guest".into(),
                    prefix: String::new(),
                },
            ],
            issuers: vec![issuer("people"), issuer("guests")],
        },
        ..Config::default()
    };
    config.headers.propagate = vec!["authorization".into(), "guest".into(), "cookie".into()];
    config.headers.respond = vec!["set-cookie".into()];
    config.errors.mask = false;
    config
}

pub async fn serve(config: Config) -> Served {
    serve_with(config, |server| server).await
}

pub async fn serve_with(config: Config, adjust: impl FnOnce(Server<Scripted>) -> Server<Scripted>) -> Served {
    let (router, script, sources) = assemble(config);
    run(router.unwrap(), script, sources, adjust)
}

pub fn run(
    router: Router<Scripted>,
    script: Script,
    sources: mpsc::UnboundedReceiver<Source>,
    adjust: impl FnOnce(Server<Scripted>) -> Server<Scripted>,
) -> Served {
    let bound = adjust(Server::new(router.clone())).bind().unwrap();
    let address = bound.address();
    let (stop, stopped) = oneshot::channel::<()>();
    let ended = tokio::spawn(async move {
        let stopped = stopped.map(|_| ());
        bound.run(stopped).await.unwrap();
    });
    Served {
        address,
        router,
        script,
        sources,
        stop: Some(stop),
        ended,
    }
}

/// What came back.
#[derive(Debug)]
pub struct Got {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Got {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("not JSON: {:?}", self.body))
    }

    pub fn code(&self) -> String {
        let json = self.json();
        json["errors"][0]["extensions"]["code"]
            .as_str()
            .unwrap_or_else(|| panic!("no code: {json}"))
            .to_owned()
    }
}

impl Served {
    pub async fn send(&self, request: Request<Full<Bytes>>) -> Got {
        send(self.address, request).await
    }

    pub async fn post(&self, body: Value, headers: &[(&str, &str)]) -> Got {
        self.post_raw(&body.to_string(), headers).await
    }

    pub async fn post_raw(&self, body: &str, headers: &[(&str, &str)]) -> Got {
        let mut request = Request::new(Full::from(body.to_owned()));
        *request.method_mut() = Method::POST;
        *request.uri_mut() = "/graphql".parse().unwrap();
        request.headers_mut().insert("content-type", "application/json".parse().unwrap());
        set(request.headers_mut(), headers);
        self.send(request).await
    }

    pub async fn get(&self, path: &str, headers: &[(&str, &str)]) -> Got {
        let mut request = Request::new(Full::default());
        *request.uri_mut() = path.parse().unwrap();
        set(request.headers_mut(), headers);
        self.send(request).await
    }

    pub async fn query(&self, query: &str) -> Value {
        self.post(json!({ "query": query }), &[]).await.json()
    }

    pub async fn socket(&self, headers: &[(&str, &str)]) -> Socket {
        Socket::open(self.address, Some("graphql-transport-ws"), headers).await.unwrap()
    }
}

fn set(into: &mut HeaderMap, headers: &[(&str, &str)]) {
    for (name, value) in headers {
        let name: http::HeaderName = name.parse().unwrap();
        into.insert(name, value.parse().unwrap());
    }
}

pub async fn send(address: SocketAddr, mut request: Request<Full<Bytes>>) -> Got {
    let path = request.uri().path_and_query().unwrap().clone();
    *request.uri_mut() = format!("http://{address}{path}").parse().unwrap();
    let client = Client::builder(TokioExecutor::new()).build_http();
    let response = client.request(request).await.unwrap();
    let (parts, body) = response.into_parts();
    Got {
        status: parts.status,
        headers: parts.headers,
        body: body.collect().await.unwrap().to_bytes(),
    }
}

/// A WebSocket client.
pub struct Socket {
    inner: tokio_tungstenite::WebSocketStream<tokio::net::TcpStream>,
}

impl Socket {
    pub async fn open(
        address: SocketAddr,
        subprotocol: Option<&str>,
        headers: &[(&str, &str)],
    ) -> Result<Self, tokio_tungstenite::tungstenite::Error> {
        let mut request = format!("ws://{address}/graphql").into_client_request().unwrap();
        if let Some(subprotocol) = subprotocol {
            set(request.headers_mut(), &[("sec-websocket-protocol", subprotocol)]);
        }
        set(request.headers_mut(), headers);
        let stream = tokio::net::TcpStream::connect(address).await.unwrap();
        let (inner, _) = tokio_tungstenite::client_async(request, stream).await?;
        Ok(Self { inner })
    }

    /// Initialises and takes the acknowledgement.
    pub async fn init(&mut self, payload: Value) {
        self.say(json!({ "type": "connection_init", "payload": payload })).await;
        assert_eq!(self.hear().await, json!({ "type": "connection_ack" }));
    }

    pub async fn say(&mut self, message: Value) {
        self.say_raw(&message.to_string()).await;
    }

    pub async fn say_raw(&mut self, text: &str) {
        self.inner.send(Message::Text(text.into())).await.unwrap();
    }

    pub async fn subscribe(&mut self, id: &str, query: &str) {
        self.say(json!({ "id": id, "type": "subscribe", "payload": { "query": query } }))
            .await;
    }

    /// The next message.
    pub async fn hear(&mut self) -> Value {
        loop {
            match self.inner.next().await.expect("the socket is open").unwrap() {
                Message::Text(text) => return serde_json::from_str(text.as_str()).unwrap(),
                Message::Ping(_) | Message::Pong(_) => {}
                other => panic!("not a text: {other:?}"),
            }
        }
    }

    /// The code of the closing frame, whatever comes before it.
    pub async fn closed(&mut self) -> u16 {
        loop {
            match self.inner.next().await.expect("a closing frame").unwrap() {
                Message::Close(Some(frame)) => return frame.code.into(),
                Message::Close(None) => panic!("closed without a code"),
                _ => {}
            }
        }
    }

    pub async fn say_binary(&mut self) {
        self.inner.send(Message::Binary(Bytes::from_static(b"x"))).await.unwrap();
    }
}

const KEY_ID: &str = "key-1";

pub fn signing_key(seed: u8) -> SigningKey {
    SigningKey::from_bytes(&[seed; 32])
}

fn key_set() -> String {
    use base64::Engine;
    let public = signing_key(7).verifying_key().to_bytes();
    let x = base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(public);
    json!({ "keys": [{ "kty": "OKP", "crv": "Ed25519", "alg": "EdDSA", "kid": KEY_ID, "x": x }] }).to_string()
}

pub fn now_seconds() -> u64 {
    jsonwebtoken::get_current_timestamp()
}

/// Claims of a valid token with these scopes.
pub fn claims(scope: &str) -> Value {
    json!({ "iss": "people", "aud": "test", "sub": "1", "scope": scope, "exp": now_seconds() + 600 })
}

pub fn token(claims: &Value) -> String {
    token_by(&signing_key(7), Some(KEY_ID), claims)
}

pub fn token_by(key: &SigningKey, kid: Option<&str>, claims: &Value) -> String {
    let mut header = Header::new(Algorithm::EdDSA);
    header.kid = kid.map(str::to_owned);
    let der = key.to_pkcs8_der().unwrap();
    jsonwebtoken::encode(&header, claims, &EncodingKey::from_ed_der(der.as_bytes())).unwrap()
}

pub fn bearer(scope: &str) -> String {
    format!("Bearer {}", token(&claims(scope)))
}
