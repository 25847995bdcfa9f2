//! `router compose --stdio`: one line out per line in, whatever stands in it.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::Stdio;

use serde_json::{Value, json};

use crate::harness::{command, finish, subgraph};

fn answers(input: &[u8]) -> Vec<Value> {
    let run = finish(command(&["compose", "--stdio"]), input);
    assert_eq!(run.code, 0, "{run:?}");
    run.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn request(id: Value, sdl: &str) -> String {
    json!({"id": id, "subgraphs": [{"name": "a", "sdl": sdl}]}).to_string()
}

#[test]
fn compositions_are_answered_in_order() {
    let good = subgraph("type Query { a: Int }");
    let lines = [
        request(json!(1), &good),
        request(json!("two"), "type Query { a: Nowhere }"),
        json!({"id": {"three": 3}, "kind": "other keys", "subgraphs": [
            {"name": "a", "url": "http://else", "sdl": good, "more": 1},
            {"name": "b", "url": null, "sdl": good.replace("a: Int", "b: Int")},
        ]})
        .to_string(),
    ];
    let answers = answers(lines.join("\n").as_bytes());
    assert_eq!(answers.len(), 3);
    assert_eq!((&answers[0]["id"], &answers[0]["ok"]), (&json!(1), &json!(true)));
    assert!(answers[0]["supergraph"].as_str().unwrap().contains("url: \"http://a\""));
    assert_eq!(answers[0]["api"], "type Query {\n  a: Int\n}\n");
    assert_eq!(answers[0]["hints"], json!([]));
    assert_eq!((&answers[1]["id"], &answers[1]["ok"]), (&json!("two"), &json!(false)));
    assert!(answers[1]["errors"][0]["code"].is_string() && answers[1].get("supergraph").is_none());
    assert_eq!(answers[2]["id"], json!({"three": 3}));
    let supergraph = answers[2]["supergraph"].as_str().unwrap();
    assert!(supergraph.contains("url: \"http://else\"") && supergraph.contains("url: \"http://b\""));
}

#[test]
fn bad_lines_are_answered_under_their_id() {
    let good = request(json!(99), &subgraph("type Query { a: Int }"));
    let lines: [(&[u8], Value); 16] = [
        (b"garbage", Value::Null),
        (b"", Value::Null),
        (b"[]", Value::Null),
        (b"null", Value::Null),
        (b"{\"id\": 1}", json!(1)),
        (b"{\"id\": 2, \"subgraphs\": 7}", json!(2)),
        (b"{\"subgraphs\": \"no\", \"id\": 3}", json!(3)),
        (b"{\"id\": 4, \"subgraphs\": [{\"name\": \"a\"}]}", json!(4)),
        (b"{\"id\": 5, \"subgraphs\": [{\"name\":", json!(5)),
        (b"{\"id\": 6, \"subgraphs\": [{\"name\": \"\xff\xfe\", \"sdl\": \"\"}]}", json!(6)),
        (b"{\"id\": 7, \"subgraphs\": []} trailing", json!(7)),
        (b"{\"id\": 8, \"subgraphs\": [null]}", json!(8)),
        (b"{\"subgraphs\": [{\"name\": \"a\", \"sdl\": 1}]}", Value::Null),
        (b"\0\0\0", Value::Null),
        (b"{\"id\": 12345678901234567890123, \"subgraphs\": {}}", json!(null)),
        (b"{\"id\": \"\\u0000\", \"subgraphs\": {}}", json!("\0")),
    ];
    let mut input = Vec::new();
    for (line, _) in &lines {
        input.extend_from_slice(line);
        input.push(b'\n');
    }
    input.extend_from_slice(good.as_bytes());
    let run = finish(command(&["compose", "--stdio"]), &input);
    let answers: Vec<&str> = run.stdout.lines().collect();
    assert_eq!(answers.len(), lines.len() + 1);
    for ((line, id), answer) in lines.iter().zip(&answers) {
        let line = String::from_utf8_lossy(line);
        if line.contains("12345678901234567890123") {
            assert!(answer.starts_with("{\"id\":12345678901234567890123,\"ok\":false"), "{answer}");
            continue;
        }
        let answer: Value = serde_json::from_str(answer).unwrap();
        assert_eq!((&answer["id"], &answer["ok"]), (id, &json!(false)), "{line}");
        let error = &answer["errors"][0];
        assert!(error["code"].is_null() && error["message"].is_string(), "{line}: {error}");
    }
    let last: Value = serde_json::from_str(answers[lines.len()]).unwrap();
    assert_eq!((&last["id"], &last["ok"]), (&json!(99), &json!(true)));
}

#[test]
fn odd_subgraphs_are_answered_like_any_other() {
    let deep = format!("type Query {{ a: {}Int{} }}", "[".repeat(100_000), "]".repeat(100_000));
    let deep_value = format!(
        "directive @d(a: A) on OBJECT scalar A type Query @d(a: {}) {{ a: Int }}",
        "[".repeat(100_000)
    );
    let lines = [
        json!({"id": 1, "subgraphs": []}).to_string(),
        json!({"id": 2, "subgraphs": [{"name": "", "sdl": ""}, {"name": "_", "sdl": "\u{0}"}]}).to_string(),
        request(json!(3), &deep),
        request(json!(4), &deep_value),
        request(json!(5), "{ a }"),
        request(json!(6), "\u{feff}type Query { a: Int }"),
        json!({"id": 7, "subgraphs": [{"name": "a", "sdl": "type Query { a: Int }"}, {"name": "a", "sdl": "type Query { a: Int }"}]})
            .to_string(),
    ];
    let answers = answers(lines.join("\n").as_bytes());
    let ids: Vec<i64> = answers.iter().map(|answer| answer["id"].as_i64().unwrap()).collect();
    assert_eq!(ids, [1, 2, 3, 4, 5, 6, 7]);
    for refused in [0, 1, 2, 3, 4, 6] {
        assert_eq!(answers[refused]["ok"], false, "{}", answers[refused]);
    }
}

#[test]
fn each_answer_is_flushed_before_the_next_line_is_read() {
    let mut child = command(&["compose", "--stdio"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    for id in 0..3 {
        writeln!(input, "{}", request(json!(id), &subgraph("type Query { a: Int }"))).unwrap();
        let mut line = String::new();
        output.read_line(&mut line).unwrap();
        assert!(line.starts_with(&format!("{{\"id\":{id},\"ok\":true")), "{line}");
    }
    drop(input);
    assert!(child.wait().unwrap().success());
}
