//! A visitor with a browser's habits: cookies, tokens, GraphQL over HTTP.

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Method, Request, StatusCode};
use http_body_util::{BodyExt, Full};
use hyper_util::client::legacy::Client as HttpClient;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use serde_json::{Value, json};

use crate::{Platform, Subscription, code_from_mail};

pub const PASSWORD: &str = "correct horse battery";

/// An HTTP answer, whole.
#[derive(Debug)]
pub struct Reply {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Reply {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&self.body)))
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// One visitor.
#[derive(Clone)]
pub struct Client {
    http: HttpClient<HttpConnector, Full<Bytes>>,
    pub url: String,
    pub access_token: Option<String>,
    pub guest_token: Option<String>,
    pub cookie: Option<String>,
    pub user_id: Option<String>,
}

impl Client {
    pub fn new(url: &str) -> Self {
        let http = HttpClient::builder(TokioExecutor::new()).build_http();
        Self {
            http,
            url: url.to_owned(),
            access_token: None,
            guest_token: None,
            cookie: None,
            user_id: None,
        }
    }

    /// A GET without any of our headers; `None` when nothing answers.
    pub async fn plain_get(url: &str) -> Option<Reply> {
        let client = Self::new("");
        client.try_send(Method::GET, url, HeaderMap::new(), Bytes::new()).await
    }

    async fn try_send(&self, method: Method, url: &str, headers: HeaderMap, body: Bytes) -> Option<Reply> {
        let mut request = Request::new(Full::new(body));
        *request.method_mut() = method;
        *request.uri_mut() = url.parse().expect("tests use good URLs");
        *request.headers_mut() = headers;
        let response = self.http.request(request).await.ok()?;
        let (parts, body) = response.into_parts();
        let body = body.collect().await.ok()?.to_bytes();
        Some(Reply {
            status: parts.status,
            headers: parts.headers,
            body,
        })
    }

    /// Any request to the platform.
    pub async fn send(&self, method: Method, path: &str, headers: HeaderMap, body: impl Into<Bytes>) -> Reply {
        let url = format!("{}{path}", self.url);
        self.try_send(method, &url, headers, body.into())
            .await
            .unwrap_or_else(|| panic!("{url} does not answer"))
    }

    fn headers(&self) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert("content-type", HeaderValue::from_static("application/json"));
        let mut set = |name: &'static str, value: Option<String>| {
            if let Some(value) = value {
                headers.insert(name, value.parse().expect("tokens are header text"));
            }
        };
        set("authorization", self.access_token.as_ref().map(|token| format!("Bearer {token}")));
        set("marquee-guest", self.guest_token.clone());
        set("cookie", self.cookie.clone());
        headers
    }

    /// Posts JSON to a plain route.
    pub async fn post(&self, path: &str, body: &Value) -> Reply {
        self.send(Method::POST, path, self.headers(), body.to_string()).await
    }

    /// Gets a plain route.
    pub async fn get(&self, path: &str) -> Reply {
        self.send(Method::GET, path, self.headers(), Bytes::new()).await
    }

    /// The whole response of an operation, errors and all. Cookies are kept.
    pub async fn response(&mut self, query: &str, variables: Value) -> Value {
        let body = json!({"query": query, "variables": variables});
        let reply = self.post("/graphql", &body).await;
        for cookie in reply.headers.get_all("set-cookie") {
            let text = cookie.to_str().expect("cookies are ASCII");
            self.cookie = text.split(';').next().map(str::to_owned);
        }
        reply.json()
    }

    /// The data of an operation that must not fail.
    pub async fn data(&mut self, query: &str, variables: Value) -> Value {
        let response = self.response(query, variables).await;
        assert!(response.get("errors").is_none(), "{query}\n{response}");
        response["data"].clone()
    }

    /// The only root field's payload of a mutation that must succeed.
    pub async fn mutate(&mut self, query: &str, input: Value) -> Value {
        let payload = self.try_mutate(query, input).await;
        assert_eq!(payload["errors"], json!([]), "{query}");
        payload
    }

    /// The only root field's payload of a mutation, with its errors.
    pub async fn try_mutate(&mut self, query: &str, input: Value) -> Value {
        let data = self.data(query, json!({"input": input})).await;
        data.as_object()
            .and_then(|fields| fields.values().next())
            .cloned()
            .unwrap_or_else(|| panic!("{query} answered {data}"))
    }

    /// Signs up, verifies by the mailed code and signs in.
    pub async fn register(&mut self, platform: &Platform, email: &str, name: &str) {
        let sign_up = "mutation($input: SignUpInput!) { signUp(input: $input) { accepted errors { ... on UserError { code message } } } }";
        self.mutate(
            sign_up,
            json!({"email": email, "password": PASSWORD, "displayName": name, "locale": "en"}),
        )
        .await;
        let mail = platform.mail(email, "code").await;
        let verify = "mutation($input: EmailVerifyInput!) { emailVerify(input: $input) { user { id } errors { ... on UserError { code message } } } }";
        self.mutate(verify, json!({"email": email, "code": code_from_mail(&mail)})).await;
        self.sign_in(email).await;
    }

    /// Signs in with the password of all tests.
    pub async fn sign_in(&mut self, email: &str) {
        let sign_in = "mutation($input: SignInInput!) { signIn(input: $input) { accessToken user { id } errors { ... on UserError { code message } } } }";
        let payload = self.mutate(sign_in, json!({"email": email, "password": PASSWORD})).await;
        self.take_tokens(&payload);
    }

    /// Refreshes the access token by the cookie.
    pub async fn refresh(&mut self) {
        let refresh = "mutation($input: TokenRefreshInput!) { tokenRefresh(input: $input) { accessToken user { id } errors { ... on UserError { code message } } } }";
        self.access_token = None;
        let payload = self.mutate(refresh, json!({})).await;
        self.take_tokens(&payload);
    }

    fn take_tokens(&mut self, payload: &Value) {
        self.access_token = payload["accessToken"].as_str().map(str::to_owned);
        self.user_id = payload["user"]["id"].as_str().map(str::to_owned);
        assert!(self.access_token.is_some(), "{payload}");
    }

    /// Opens a subscription over graphql-transport-ws.
    pub async fn subscribe(&self, query: &str, variables: Value) -> Subscription {
        let mut payload = serde_json::Map::new();
        if let Some(token) = &self.access_token {
            payload.insert("authorization".to_owned(), json!(format!("Bearer {token}")));
        }
        if let Some(token) = &self.guest_token {
            payload.insert("marquee-guest".to_owned(), json!(token));
        }
        Subscription::open(&self.url, Value::Object(payload), query, variables).await
    }
}
