//! Schemas asked from subgraphs over a real HTTP connection.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpListener;
use std::sync::mpsc;

use serde_json::{Value, json};

use crate::harness::{command, finish, folder, router, subgraph, text};

/// A server that answers one request and tells its head and body.
fn server(status: &'static str, answer: String) -> (String, mpsc::Receiver<(String, String)>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/graphql", listener.local_addr().unwrap());
    let (told, asked) = mpsc::channel();
    std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut reader = BufReader::new(stream.try_clone().unwrap());
        let (mut head, mut length) = (String::new(), 0);
        loop {
            let mut line = String::new();
            reader.read_line(&mut line).unwrap();
            if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
                length = value.trim().parse().unwrap();
            }
            if line.trim().is_empty() {
                break;
            }
            head.push_str(&line);
        }
        let mut body = vec![0; length];
        reader.read_exact(&mut body).unwrap();
        let head_out = format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n", answer.len());
        stream.write_all(head_out.as_bytes()).unwrap();
        stream.write_all(answer.as_bytes()).unwrap();
        told.send((head, String::from_utf8(body).unwrap())).unwrap();
    });
    (url, asked)
}

fn config(url: &str, more: &str) -> String {
    format!("[subgraphs.users]\nschema.subgraph_url = \"{url}\"\n{more}")
}

#[test]
fn a_subgraph_tells_its_schema() {
    let sdl = subgraph("type Query { a: Int }");
    let (url, asked) = server("200 OK", json!({"data": {"_service": {"sdl": sdl}}}).to_string());
    let text_of = config(
        &url,
        "schema.introspection_headers = { authorization = \"Bearer ${USERS_TOKEN}\" }\n",
    );
    let folder = folder("introspection", &[("supergraph.toml", &text_of)]);
    let mut command = command(&["compose", "--config", text(&folder.join("supergraph.toml"))]);
    command.env("USERS_TOKEN", "secret");
    let run = finish(command, b"");
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(
        run.stdout.contains(&format!("USERS @join__graph(name: \"users\", url: \"{url}\")")),
        "{}",
        run.stdout
    );
    let (head, body) = asked.recv().unwrap();
    assert!(head.starts_with("POST /graphql HTTP/1.1\r\n"), "{head}");
    assert!(head.to_ascii_lowercase().contains("authorization: bearer secret\r\n"), "{head}");
    let body: Value = serde_json::from_str(&body).unwrap();
    assert!(body["query"].as_str().unwrap().contains("{ _service { sdl } }"), "{body}");
}

#[test]
fn the_routing_address_may_be_another() {
    let (url, _asked) = server(
        "200 OK",
        json!({"data": {"_service": {"sdl": subgraph("type Query { a: Int }")}}}).to_string(),
    );
    let text_of = config(&url, "routing_url = \"http://users.internal/\"\n");
    let folder = folder("routing", &[("supergraph.toml", &text_of)]);
    let run = router(&["compose", "--config", text(&folder.join("supergraph.toml"))]);
    assert!(run.stdout.contains("url: \"http://users.internal/\""), "{run:?}");
}

#[test]
fn an_error_in_a_schema_names_the_address() {
    let (url, _asked) = server(
        "200 OK",
        json!({"data": {"_service": {"sdl": "type Query {\n a: Nowhere }"}}}).to_string(),
    );
    let folder = folder("address", &[("supergraph.toml", &config(&url, ""))]);
    let run = router(&["compose", "--config", text(&folder.join("supergraph.toml"))]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains(&format!("--> {url}:")), "{}", run.stderr);
}

#[test]
fn a_subgraph_that_can_not_tell_is_an_error_of_composition() {
    let unused = TcpListener::bind("127.0.0.1:0").unwrap();
    let nobody = format!("http://{}/", unused.local_addr().unwrap());
    drop(unused);
    let answers = [
        (
            "500 Internal Server Error",
            "oops".to_owned(),
            "500 Internal Server Error with something that is not JSON",
        ),
        (
            "200 OK",
            json!({"errors": [{"message": "no such field"}]}).to_string(),
            "it answered \"no such field\"",
        ),
        ("404 Not Found", json!({}).to_string(), "404 Not Found without data._service.sdl"),
    ];
    let mut cases = vec![(nobody, "Connection refused")];
    for (status, answer, expected) in answers {
        cases.push((server(status, answer).0, expected));
    }
    for (url, expected) in cases {
        let folder = folder("failing", &[("supergraph.toml", &config(&url, ""))]);
        let path = folder.join("supergraph.toml");
        let run = router(&["compose", "--config", text(&path), "--format", "json"]);
        assert_eq!(run.code, 1, "{run:?}");
        let error = &run.json()["errors"][0];
        assert_eq!(
            (&error["code"], &error["subgraphs"]),
            (&json!("DOWNSTREAM_SERVICE_ERROR"), &json!(["users"]))
        );
        assert!(error["message"].as_str().unwrap().contains(expected), "{error}");
    }
}
