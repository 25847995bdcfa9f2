//! GraphQL over HTTP: methods, media types, refusals, limits, headers.

use http::{Method, Request, StatusCode};
use http_body_util::Full;
use router_executor::{FetchFailure, Reply};
use router_server::config::Unauthorized;
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use crate::harness::{ada, bearer, config, serve, usual};

const GRAPHQL_RESPONSE: &str = "application/graphql-response+json";

#[tokio::test]
async fn a_query_is_answered_in_the_form_asked_for() {
    let served = serve(config()).await;
    let body = json!({ "query": "{ greeting }" });
    for (accept, form) in [
        ("application/json", "application/json; charset=utf-8"),
        ("*/*", "application/json; charset=utf-8"),
        (GRAPHQL_RESPONSE, "application/graphql-response+json; charset=utf-8"),
    ] {
        let got = served.post(body.clone(), &[("accept", accept)]).await;
        assert_eq!(got.status, StatusCode::OK);
        assert_eq!(got.headers["content-type"], form);
        assert_eq!(got.json(), json!({ "data": { "greeting": "hello" } }));
    }
}

#[tokio::test]
async fn entities_are_completed_across_subgraphs() {
    let served = serve(config()).await;
    let answer = served.query("{ person(id: 1) { notes name } }").await;
    assert_eq!(answer, json!({ "data": { "person": { "notes": ["first"], "name": "Ada" } } }));
    let asked = served.script.asked();
    assert_eq!(
        asked.iter().map(|asked| asked.subgraph.as_str()).collect::<Vec<_>>(),
        ["people", "notes"]
    );
    assert_eq!(
        asked[1].body["variables"]["representations"],
        json!([{ "__typename": "Person", "id": "1" }])
    );
}

#[tokio::test]
async fn a_failing_subgraph_leaves_the_rest() {
    let served = serve(config()).await;
    served.script.answer(|asked| match asked.subgraph.as_str() {
        "notes" => Reply::failed(FetchFailure::Unreachable("down".into())),
        _ => usual(asked),
    });
    let got = served
        .post(
            json!({ "query": "{ person(id: 1) { name notes } }" }),
            &[("accept", GRAPHQL_RESPONSE)],
        )
        .await;
    assert_eq!(got.status, StatusCode::OK);
    assert_eq!(got.json()["data"], json!({ "person": { "name": "Ada", "notes": null } }));
    assert_eq!(got.json()["errors"][0]["path"], json!(["person"]));
    assert_eq!(got.code(), "SUBGRAPH_UNREACHABLE");
}

#[tokio::test]
async fn a_get_may_only_query() {
    let served = serve(config()).await;
    let preflighted = [("apollo-require-preflight", "true")];
    let got = served.get("/graphql?query=%7Bgreeting%7D", &preflighted).await;
    assert_eq!(
        (got.status, got.json()),
        (StatusCode::OK, json!({ "data": { "greeting": "hello" } }))
    );
    let got = served
        .get("/graphql?query=mutation%7Brename(name:%22B%22)%7Bid%7D%7D", &preflighted)
        .await;
    assert_eq!(
        (got.status, got.code()),
        (StatusCode::METHOD_NOT_ALLOWED, "METHOD_NOT_ALLOWED".into())
    );
    assert_eq!(got.headers["allow"], "GET, POST, OPTIONS");
    assert_eq!(served.script.asked().len(), 1);
}

#[tokio::test]
async fn requests_a_foreign_page_can_send_are_refused() {
    let served = serve(config()).await;
    let got = served.get("/graphql?query=%7Bgreeting%7D", &[]).await;
    assert_eq!((got.status, got.code()), (StatusCode::BAD_REQUEST, "CSRF_PREVENTED".into()));
    let body = json!({ "query": "{ greeting }" });
    let got = served.post(body, &[("content-type", "text/plain")]).await;
    assert_eq!((got.status, got.code()), (StatusCode::BAD_REQUEST, "CSRF_PREVENTED".into()));
    assert!(served.script.asked().is_empty());
}

#[tokio::test]
async fn what_is_not_a_graphql_request_is_named() {
    let mut config = config();
    config.limits.body_bytes = 1000;
    let served = serve(config).await;
    let preflighted = ("x-apollo-operation-name", "x");
    let text = ("content-type", "text/plain");
    let status = |code: &str, got: crate::harness::Got, status: StatusCode| {
        assert_eq!((got.status, got.code().as_str()), (status, code));
    };
    status(
        "UNSUPPORTED_MEDIA_TYPE",
        served.post_raw("{}", &[text, preflighted]).await,
        StatusCode::UNSUPPORTED_MEDIA_TYPE,
    );
    status(
        "NOT_ACCEPTABLE",
        served.post_raw("{}", &[("accept", "text/plain")]).await,
        StatusCode::NOT_ACCEPTABLE,
    );
    status(
        "UNSUPPORTED_MEDIA_TYPE",
        served.post_raw("{}", &[("content-encoding", "gzip")]).await,
        StatusCode::UNSUPPORTED_MEDIA_TYPE,
    );
    status("BAD_REQUEST", served.post_raw("{\"query\":", &[]).await, StatusCode::BAD_REQUEST);
    status("BAD_REQUEST", served.post_raw("[]", &[]).await, StatusCode::BAD_REQUEST);
    status("BAD_REQUEST", served.get("/graphql", &[preflighted]).await, StatusCode::BAD_REQUEST);
    status(
        "PAYLOAD_TOO_LARGE",
        served.post_raw(&"x".repeat(1001), &[]).await,
        StatusCode::PAYLOAD_TOO_LARGE,
    );
    let mut put = Request::new(Full::default());
    *put.method_mut() = Method::PUT;
    *put.uri_mut() = "/graphql".parse().unwrap();
    status("METHOD_NOT_ALLOWED", served.send(put).await, StatusCode::METHOD_NOT_ALLOWED);
    assert!(served.script.asked().is_empty());
}

#[tokio::test]
async fn a_body_of_unknown_length_is_cut_off_at_the_limit() {
    let mut config = config();
    config.limits.body_bytes = 1000;
    let served = serve(config).await;
    let chunk = format!("190\r\n{}\r\n", "x".repeat(400));
    let head = "POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n";
    let mut client = tokio::net::TcpStream::connect(served.address).await.unwrap();
    client
        .write_all(format!("{head}{}0\r\n\r\n", chunk.repeat(3)).as_bytes())
        .await
        .unwrap();
    let mut status = [0; 12];
    client.read_exact(&mut status).await.unwrap();
    assert_eq!(&status, b"HTTP/1.1 413");
}

#[tokio::test]
async fn bad_operations_have_the_status_of_their_media_type() {
    let served = serve(config()).await;
    for (request, code) in [
        (json!({ "query": "{ greeting" }), "GRAPHQL_PARSE_FAILED"),
        (json!({ "query": "{ nothing }" }), "GRAPHQL_VALIDATION_FAILED"),
        (
            json!({ "query": "query A { greeting }", "operationName": "B" }),
            "OPERATION_NOT_FOUND",
        ),
        (
            json!({ "query": "query A { greeting } query B { greeting }" }),
            "OPERATION_NOT_FOUND",
        ),
        (
            json!({ "query": "query($t: Int) { greeting(times: $t) }", "variables": { "t": "x" } }),
            "BAD_USER_INPUT",
        ),
        (json!({ "query": "query($t: Int!) { greeting(times: $t) }" }), "BAD_USER_INPUT"),
        (
            json!({ "query": "subscription { personChanged { id } }" }),
            "SUBSCRIPTION_NEEDS_WEBSOCKET",
        ),
        (json!({ "extensions": { "persistedQuery": {} } }), "PERSISTED_QUERY_NOT_SUPPORTED"),
    ] {
        let newer = served.post(request.clone(), &[("accept", GRAPHQL_RESPONSE)]).await;
        assert_eq!((newer.status, newer.code().as_str()), (StatusCode::BAD_REQUEST, code), "{request}");
        assert!(newer.json().get("data").is_none(), "{request}");
        let older = served.post(request.clone(), &[("accept", "application/json")]).await;
        assert_eq!((older.status, older.code().as_str()), (StatusCode::OK, code), "{request}");
    }
    assert!(served.script.asked().is_empty());
}

#[tokio::test]
async fn each_limit_has_its_code() {
    let mut config = config();
    config.limits.tokens = 150;
    config.limits.recursion = 12;
    config.limits.operations = 2;
    config.limits.root_fields = 3;
    config.limits.aliases = 2;
    config.limits.depth = 5;
    config.limits.selections = 12;
    config.limits.json_depth = 5;
    let served = serve(config).await;
    let nested = |depth: usize| format!("{{ me {{ {} id {} }} }}", "friends { ".repeat(depth), "}".repeat(depth));
    for (query, code) in [
        ("{ greeting }".repeat(60), "OPERATION_TOO_MANY_TOKENS"),
        (nested(15), "OPERATION_TOO_NESTED"),
        (
            "query A { greeting } query B { greeting } query C { greeting }".into(),
            "OPERATION_TOO_MANY_OPERATIONS",
        ),
        (
            "{ greeting me { id } person(id: 1) { id } __typename }".into(),
            "OPERATION_TOO_MANY_ROOT_FIELDS",
        ),
        ("{ me { a: id b: id c: id } }".into(), "OPERATION_TOO_MANY_ALIASES"),
        (nested(6), "OPERATION_TOO_DEEP"),
        (
            "{ me { ...F friends { ...F } } } fragment F on Person { ...G ...G friends { ...G } } \
             fragment G on Person { id name }"
                .into(),
            "OPERATION_TOO_LARGE",
        ),
    ] {
        let got = served.post(json!({ "query": query }), &[]).await;
        assert_eq!(got.code(), code, "{query}");
    }
    let deep = json!({ "query": "{ greeting }", "variables": { "x": [[[[[1]]]]] } });
    assert_eq!(served.post(deep, &[]).await.code(), "JSON_TOO_DEEP");
    assert!(served.script.asked().is_empty());
}

#[tokio::test]
async fn introspection_is_answered_from_the_api_schema_or_refused() {
    let served = serve(config()).await;
    let answer = served.query("query($t: String = \"Person\") { __type(name: $t) { name } greeting }");
    assert_eq!(answer.await["data"], json!({ "__type": { "name": "Person" }, "greeting": "hello" }));
    let answer = served.query("{ __type(name: \"join__Graph\") { name } }").await;
    assert_eq!(answer["data"]["__type"], json!(null));
    // The second answer is the first one's; one with variables is its own.
    for _ in 0..2 {
        let answer = served.query("{ __type(name: \"Person\") { name } greeting }").await;
        assert_eq!(answer["data"], json!({ "__type": { "name": "Person" }, "greeting": "hello" }));
    }
    let text = "query($t: String!) { __type(name: $t) { name } }";
    for name in ["Person", "Query"] {
        let got = served.post(json!({ "query": text, "variables": { "t": name } }), &[]).await;
        assert_eq!(got.json()["data"]["__type"]["name"], *name);
    }
    let mut closed = config();
    closed.introspection = false;
    let served = serve(closed).await;
    let got = served.post(json!({ "query": "{ __schema { types { name } } }" }), &[]).await;
    assert_eq!(got.code(), "INTROSPECTION_DISABLED");
    assert_eq!(served.query("{ __typename }").await, json!({ "data": { "__typename": "Query" } }));
}

#[tokio::test]
async fn a_browser_gets_a_page() {
    let served = serve(config()).await;
    let got = served.get("/graphql", &[("accept", "text/html,*/*;q=0.8")]).await;
    assert_eq!(
        (got.status, &got.headers["content-type"]),
        (StatusCode::OK, &"text/html; charset=utf-8".parse().unwrap())
    );
}

#[tokio::test]
async fn listed_origins_may_call() {
    let mut config = config();
    config.cors.origins = vec!["https://shop.example".into()];
    let served = serve(config).await;
    let mut preflight = Request::new(Full::default());
    *preflight.method_mut() = Method::OPTIONS;
    *preflight.uri_mut() = "/graphql".parse().unwrap();
    preflight.headers_mut().insert("origin", "https://shop.example".parse().unwrap());
    let got = served.send(preflight).await;
    assert_eq!(got.status, StatusCode::NO_CONTENT);
    assert_eq!(got.headers["access-control-allow-origin"], "https://shop.example");
    let body = json!({ "query": "{ greeting }" });
    let got = served.post(body.clone(), &[("origin", "https://shop.example")]).await;
    assert_eq!(got.headers["access-control-allow-origin"], "https://shop.example");
    let got = served.post(body, &[("origin", "https://evil.example")]).await;
    assert!(!got.headers.contains_key("access-control-allow-origin"));
}

#[tokio::test]
async fn configured_headers_go_down_and_only_mutations_set_cookies() {
    let mut config = config();
    config.headers.client_address = Some("x-forwarded-for".into());
    let served = serve(config).await;
    let headers = [
        ("cookie", "a=b"),
        ("x-private", "1"),
        ("x-forwarded-for", "6.6.6.6"),
        ("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"),
    ];
    let got = served.post(json!({ "query": "{ greeting }" }), &headers).await;
    assert!(!got.headers.contains_key("set-cookie"));
    let down = &served.script.asked()[0].headers;
    assert_eq!(down["cookie"], "a=b");
    assert_eq!(down["x-forwarded-for"], "127.0.0.1");
    let trace = down["traceparent"].to_str().unwrap();
    assert!(trace.starts_with("00-4bf92f3577b34da6a3ce929d0e0e4736-"), "{trace}");
    assert!(!trace.contains("00f067aa0ba902b7"), "{trace}");
    assert!(!down.contains_key("x-private"));
    let got = served
        .post(json!({ "query": "mutation { rename(name: \"B\") { id notes } }" }), &headers)
        .await;
    assert_eq!(got.json()["data"]["rename"], json!({ "id": "1", "notes": ["first"] }));
    assert_eq!(got.headers.get_all("set-cookie").iter().collect::<Vec<_>>(), ["session=1"]);
    assert!(!got.headers.contains_key("server"));
}

#[tokio::test]
async fn headers_of_several_replies_are_merged() {
    let mut config = config();
    config.headers.respond = vec!["set-cookie".into(), "cache-control".into()];
    let served = serve(config).await;
    served.script.answer(|asked| {
        let mut reply = usual(asked);
        let lifetime = if asked.subgraph == "notes" {
            "max-age=10, public"
        } else {
            "public, max-age=60"
        };
        reply.headers.insert("cache-control", lifetime.parse().unwrap());
        reply.headers.append("set-cookie", "theme=dark".parse().unwrap());
        reply
    });
    let kept = async |query: &str, headers: &[(&str, &str)]| {
        let got = served.post(json!({ "query": query }), headers).await;
        let cookies = got.headers.get_all("set-cookie").iter();
        let cookies: Vec<_> = cookies.map(|cookie| cookie.to_str().unwrap().to_owned()).collect();
        let lifetimes: Vec<_> = got.headers.get_all("cache-control").iter().collect();
        assert_eq!(lifetimes.len(), 1);
        (lifetimes[0].to_str().unwrap().to_owned(), cookies)
    };
    let nothing: Vec<String> = Vec::new();
    let people = "{ person(id: 1) { name } }";
    assert_eq!(kept(people, &[]).await, ("public, max-age=60".into(), nothing.clone()));
    let both = "{ person(id: 1) { name notes } }";
    assert_eq!(kept(both, &[]).await, ("public, max-age=10".into(), nothing.clone()));
    let signed_in = bearer("user");
    assert_eq!(
        kept(both, &[("authorization", &signed_in)]).await,
        ("private, max-age=10".into(), nothing.clone())
    );
    // Nothing is kept of what failed in part, of what changes something, or of what no subgraph spoke about.
    assert_eq!(
        kept("{ person(id: 1) { name email } }", &[]).await,
        ("no-store".into(), nothing.clone())
    );
    assert_eq!(kept("{ __typename }", &[]).await, ("no-store".into(), nothing.clone()));
    assert_eq!(
        kept("mutation { a: rename(name: \"A\") { id } b: rename(name: \"B\") { notes } }", &[]).await,
        ("no-store".into(), vec!["session=1".into(), "theme=dark".into()])
    );
    served.script.answer(usual);
    assert_eq!(kept(people, &[]).await, ("no-store".into(), nothing));
}

#[tokio::test]
async fn the_plan_is_shown_where_allowed_and_asked_for() {
    let mut open = config();
    open.expose_plan = true;
    let served = serve(open).await;
    let body = json!({ "query": "{ greeting }" });
    let shown = served.post(body.clone(), &[("router-query-plan", "1")]).await.json();
    let text = shown["extensions"]["queryPlan"]["text"].as_str().unwrap().to_owned();
    assert!(text.starts_with("QueryPlan {") && text.contains("notes"), "{text}");
    assert!(served.post(body.clone(), &[]).await.json().get("extensions").is_none());
    let served = serve(config()).await;
    let hidden = served.post(body, &[("router-query-plan", "1")]).await.json();
    assert!(hidden.get("extensions").is_none());
}

#[tokio::test]
async fn denied_selections_are_null_or_refuse_the_request() {
    let served = serve(config()).await;
    let query = json!({ "query": "{ me { name email } audit }" });
    let got = served.post(query.clone(), &[]).await;
    assert_eq!(got.json()["data"], json!({ "me": { "name": "Ada", "email": null }, "audit": null }));
    assert_eq!(got.code(), "UNAUTHORIZED_FIELD_OR_TYPE");
    assert!(!served.script.asked()[0].body["query"].as_str().unwrap().contains("email"));
    let allowed = served.post(query.clone(), &[("authorization", &bearer("user audit"))]).await;
    assert_eq!(
        allowed.json(),
        json!({ "data": { "me": { "name": "Ada", "email": ada()["email"] }, "audit": "seen" } })
    );
    let mut strict = config();
    strict.authorization.unauthorized = Unauthorized::Reject;
    let served = serve(strict).await;
    let got = served.post(query, &[("accept", GRAPHQL_RESPONSE)]).await;
    assert_eq!(
        (got.status, got.code()),
        (StatusCode::FORBIDDEN, "UNAUTHORIZED_FIELD_OR_TYPE".into())
    );
    assert!(served.script.asked().is_empty());
}
