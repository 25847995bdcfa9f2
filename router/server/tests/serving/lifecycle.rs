//! Start, other routes, swap, stop.

use std::sync::Arc;
use std::time::Duration;

use axum::routing::get;
use http::StatusCode;
use router_executor::Reply;
use router_server::{Server, StartError};
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::sync::{Notify, Semaphore};

use crate::harness::{SUPERGRAPH, assemble, config, serve, serve_with, usual};

#[tokio::test]
async fn health_and_the_embedders_routes_stand_beside_the_endpoint() {
    let routes = axum::Router::new()
        .route("/ics/one.ics", get(|| async { "calendar" }))
        .fallback(|| async { (StatusCode::NOT_FOUND, "spa") });
    let is_ready = Arc::new(std::sync::atomic::AtomicBool::new(false));
    let check = is_ready.clone();
    let served = serve_with(config(), |server| {
        server.routes(routes).ready_when(Arc::new(move || {
            check
                .load(std::sync::atomic::Ordering::SeqCst)
                .then_some(())
                .ok_or_else(|| "migrating".into())
        }))
    })
    .await;
    assert_eq!(&served.get("/health", &[]).await.body[..], b"ok\n");
    let got = served.get("/ready", &[]).await;
    assert_eq!((got.status, &got.body[..]), (StatusCode::SERVICE_UNAVAILABLE, &b"migrating\n"[..]));
    is_ready.store(true, std::sync::atomic::Ordering::SeqCst);
    assert_eq!(served.get("/ready", &[]).await.status, StatusCode::OK);
    assert_eq!(&served.get("/ics/one.ics", &[]).await.body[..], b"calendar");
    assert_eq!(&served.get("/elsewhere", &[]).await.body[..], b"spa");
    assert_eq!(served.get("/metrics", &[]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn metrics_are_shown_in_prometheus_form() {
    let handle = router_server::install_metrics().unwrap();
    let served = serve_with(config(), |server| server.metrics(handle)).await;
    served.query("{ greeting }").await;
    let text = String::from_utf8(served.get("/metrics", &[]).await.body.to_vec()).unwrap();
    for name in [
        "router_requests_total",
        "router_request_seconds_bucket",
        "router_prepare_seconds_bucket",
        "router_fetches_total",
        "router_operation_cache_total",
    ] {
        assert!(text.contains(name), "{name} is not in\n{text}");
    }
}

#[tokio::test]
async fn a_busy_port_is_a_clean_error() {
    let served = serve(config()).await;
    let mut second = config();
    second.listen = served.address.to_string();
    let (router, ..) = assemble(second);
    let error = Server::new(router.unwrap()).bind().err().unwrap();
    assert!(matches!(error, StartError::PortBusy { port, .. } if port == served.address.port()));
}

#[tokio::test]
async fn a_supergraph_is_replaced_under_way() {
    let served = serve(config()).await;
    served.query("{ greeting }").await;
    let changed = SUPERGRAPH.replace("greeting(", "welcome(");
    served.router.replace_supergraph(&changed).unwrap();
    assert!(served.router.api_schema_sdl().contains("welcome("));
    let got = served.post(json!({ "query": "{ greeting }" }), &[]).await;
    assert_eq!(got.code(), "GRAPHQL_VALIDATION_FAILED");
    assert!(served.router.replace_supergraph("nonsense").is_err());
    assert_eq!(served.query("{ welcome }").await, json!({ "data": { "welcome": null } }));
}

#[tokio::test]
async fn stopping_finishes_requests_in_flight() {
    let mut served = serve(config()).await;
    let started = Arc::new(Notify::new());
    let go_on = Arc::new(Semaphore::new(0));
    let (notify, wait) = (started.clone(), go_on.clone());
    served.script.answer_later(move |asked| {
        let (notify, wait, reply) = (notify.clone(), wait.clone(), usual(asked));
        async move {
            notify.notify_one();
            let _permit = wait.acquire().await.unwrap();
            reply
        }
    });
    let stop = served.stop.take().unwrap();
    let request = served.query("{ greeting }");
    let stopping = async {
        started.notified().await;
        stop.send(()).unwrap();
        // The listeners go first: wait until nobody accepts any more.
        while tokio::net::TcpStream::connect(served.address).await.is_ok() {
            tokio::task::yield_now().await;
        }
        go_on.add_permits(1);
    };
    let (answer, ()) = tokio::join!(request, stopping);
    assert_eq!(answer, json!({ "data": { "greeting": "hello" } }));
    served.ended.await.unwrap();
}

#[tokio::test]
async fn a_mutation_is_finished_though_its_client_is_gone() {
    let served = serve(config()).await;
    let started = Arc::new(Notify::new());
    let client_gone = Arc::new(Semaphore::new(0));
    let finished = Arc::new(Notify::new());
    let (notify, wait, done) = (started.clone(), client_gone.clone(), finished.clone());
    served.script.answer_later(move |asked| {
        let (notify, wait, done, reply) = (notify.clone(), wait.clone(), done.clone(), usual(asked));
        async move {
            notify.notify_one();
            let _permit = wait.acquire().await.unwrap();
            done.notify_one();
            reply
        }
    });
    let mut client = tokio::net::TcpStream::connect(served.address).await.unwrap();
    let body = json!({ "query": "mutation { rename(name: \"B\") { id } }" }).to_string();
    let head = format!(
        "POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    client.write_all(format!("{head}{body}").as_bytes()).await.unwrap();
    started.notified().await;
    drop(client);
    client_gone.add_permits(1);
    finished.notified().await;
}

#[tokio::test]
async fn a_query_is_given_up_with_its_client() {
    let served = serve(config()).await;
    let started = Arc::new(Notify::new());
    let dropped = Arc::new(Notify::new());
    struct OnDrop(Arc<Notify>);
    impl Drop for OnDrop {
        fn drop(&mut self) {
            self.0.notify_one();
        }
    }
    let (notify, end) = (started.clone(), dropped.clone());
    served.script.answer_later(move |_| {
        let (notify, guard) = (notify.clone(), OnDrop(end.clone()));
        async move {
            let _guard = guard;
            notify.notify_one();
            std::future::pending::<Reply>().await
        }
    });
    let mut client = tokio::net::TcpStream::connect(served.address).await.unwrap();
    let body = json!({ "query": "{ greeting }" }).to_string();
    let head = format!(
        "POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    client.write_all(format!("{head}{body}").as_bytes()).await.unwrap();
    started.notified().await;
    drop(client);
    dropped.notified().await;
}

#[tokio::test]
async fn slow_heads_and_bodies_are_cut_off() {
    let mut config = config();
    config.connections.header_timeout = Duration::from_millis(100);
    config.connections.body_timeout = Duration::from_millis(100);
    let served = serve(config).await;
    let mut slow_head = tokio::net::TcpStream::connect(served.address).await.unwrap();
    slow_head.write_all(b"POST /graphql HTTP/1.1\r\nhost:").await.unwrap();
    let mut rest = Vec::new();
    slow_head.read_to_end(&mut rest).await.unwrap();
    let mut slow_body = tokio::net::TcpStream::connect(served.address).await.unwrap();
    let head = "POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{";
    slow_body.write_all(head.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    slow_body.read_to_end(&mut answer).await.unwrap();
    let answer = String::from_utf8(answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 408"), "{answer}");
}

#[tokio::test]
async fn connections_beyond_the_limit_wait() {
    let mut config = config();
    config.connections.limit = 1;
    let served = serve(config).await;
    let first = tokio::net::TcpStream::connect(served.address).await.unwrap();
    let second = served.query("{ greeting }");
    tokio::pin!(second);
    // The first connection holds the only place, so nothing can come yet.
    assert!(futures_util::poll!(second.as_mut()).is_pending());
    drop(first);
    assert_eq!(second.await, json!({ "data": { "greeting": "hello" } }));
}

#[tokio::test]
async fn equal_operations_are_prepared_once() {
    let served = serve(config()).await;
    let requests = (0..20).map(|_| served.query("{ person(id: 1) { name notes } }"));
    let answers = futures_util::future::join_all(requests).await;
    assert!(answers.iter().all(|answer| answer["data"]["person"]["notes"] == json!(["first"])));
    assert_eq!(served.script.asked().len(), 40);
}
