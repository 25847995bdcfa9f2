//! The built program: its one line per request, and its end.

use std::io::{BufRead, BufReader, Read};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, ChildStderr, Command, Stdio};
use std::sync::Arc;

use http_body_util::Full;
use serde_json::{Value, json};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpListener;
use tokio::sync::Notify;

use crate::harness::Socket;
use crate::misbehaving::{self, Conduct};

/// A running `router serve` over one server for all subgraphs; killed when dropped.
struct Program {
    child: Child,
    log: BufReader<ChildStderr>,
    address: SocketAddr,
}

impl Program {
    fn start(subgraphs: SocketAddr) -> Self {
        let supergraph = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/serving/faults.graphql");
        let mut command = Command::new(env!("CARGO_BIN_EXE_router"));
        command.args(["serve", "--listen", "127.0.0.1:0", "--supergraph"]).arg(supergraph);
        for name in ["programme", "stock"] {
            command.args(["--override-url", &format!("{name}=http://{subgraphs}/graphql")]);
        }
        let mut child = command.env("RUST_LOG", "info").stderr(Stdio::piped()).spawn().unwrap();
        let mut log = BufReader::new(child.stderr.take().unwrap());
        let address = loop {
            let mut line = String::new();
            assert_ne!(log.read_line(&mut line).unwrap(), 0, "the program ended");
            let line: Value = serde_json::from_str(&line).unwrap();
            if line["message"] == "serving" {
                break line["address"].as_str().unwrap().parse().unwrap();
            }
        };
        Self { child, log, address }
    }

    fn terminate(&self) {
        let sent = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status();
        assert!(sent.unwrap().success());
    }

    /// The lines about requests, once the program has ended.
    fn ended(mut self) -> (Option<i32>, Vec<Value>) {
        let mut rest = String::new();
        self.log.read_to_string(&mut rest).unwrap();
        let lines = rest.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        let requests = lines.filter(|line| line["target"] == "router::request").collect();
        (self.child.wait().unwrap().code(), requests)
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It has ended already where all went well.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

async fn post(address: SocketAddr, body: Value, headers: &[(&str, &str)]) -> Value {
    let mut request = http::Request::post("/graphql").header("content-type", "application/json");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    crate::harness::send(address, request.body(Full::from(body.to_string())).unwrap())
        .await
        .json()
}

#[tokio::test]
async fn each_request_is_one_line_with_its_client() {
    let program = Program::start(misbehaving::serve(Conduct::json(r#"{"data":{"hall":{"name":"a"}}}"#)).await);
    let query = "query Halls { hall { name } }";
    let library = json!({ "query": query, "extensions": { "clientLibrary": { "name": "library", "version": "3" } } });
    let apollo = [("apollographql-client-name", "web"), ("apollographql-client-version", "1.2")];
    let other = [("x-graphql-client-name", "phone"), ("x-graphql-client-version", "2")];
    assert_eq!(
        post(program.address, json!({ "query": query }), &apollo).await,
        json!({ "data": { "hall": { "name": "a" } } })
    );
    post(program.address, library.clone(), &other).await;
    post(program.address, library, &[]).await;
    let mistaken = json!({ "query": "{ nothing }", "extensions": { "clientLibrary": 7 } });
    post(program.address, mistaken, &[]).await;
    let mut socket = Socket::open(program.address, Some("graphql-transport-ws"), &[]).await.unwrap();
    socket
        .init(json!({ "graphql-client-name": "socket", "graphql-client-version": "4" }))
        .await;
    socket.subscribe("1", query).await;
    assert_eq!(socket.hear().await["type"], "next");
    assert_eq!(socket.hear().await["type"], "complete");
    program.terminate();
    let (_, lines) = program.ended();
    let told = |line: &Value| {
        ["client_name", "client_version", "operation_name", "operation_kind"]
            .map(|key| line[key].as_str().unwrap().to_owned())
            .join(" ")
    };
    assert_eq!(
        lines.iter().map(told).collect::<Vec<_>>(),
        [
            "web 1.2 Halls query",
            "phone 2 Halls query",
            "library 3 Halls query",
            "   none",
            "socket 4 Halls query"
        ]
    );
    assert_eq!((&lines[0]["status"], &lines[0]["errors"]), (&json!(200), &json!(0)));
    assert_eq!((&lines[3]["status"], &lines[3]["errors"]), (&json!(200), &json!(1)));
}

#[tokio::test]
async fn a_terminated_program_finishes_what_is_in_flight() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let subgraph = listener.local_addr().unwrap();
    let (asked, go_on) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let (arrived, released) = (asked.clone(), go_on.clone());
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        misbehaving::read_request(&mut stream).await.unwrap().unwrap();
        arrived.notify_one();
        released.notified().await;
        let body = r#"{"data":{"hall":{"name":"a"}}}"#;
        let answer = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{body}", body.len());
        stream.write_all(answer.as_bytes()).await.unwrap();
    });
    let program = Program::start(subgraph);
    let address = program.address;
    for path in ["/health", "/ready"] {
        let got = crate::harness::send(address, http::Request::get(path).body(Full::default()).unwrap()).await;
        assert_eq!(got.status, 200, "{path}");
    }
    let request = post(address, json!({ "query": "{ hall { name } }" }), &[]);
    let stopping = async {
        asked.notified().await;
        program.terminate();
        // The listeners go first: wait until nobody accepts any more.
        while tokio::net::TcpStream::connect(address).await.is_ok() {
            tokio::task::yield_now().await;
        }
        go_on.notify_one();
    };
    let (answer, ()) = tokio::join!(request, stopping);
    assert_eq!(answer, json!({ "data": { "hall": { "name": "a" } } }));
    let (code, lines) = program.ended();
    assert_eq!((code, lines.len()), (Some(0), 1));
}
