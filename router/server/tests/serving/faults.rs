//! Subgraphs that answer wrongly, over real connections: the rest of the answer comes all the same, and every failure is
//! one error at the places it is about.

use std::net::SocketAddr;
use std::time::Duration;

use router_server::config::SubgraphConfig;
use router_server::{Config, HttpTransport, Options, Router, Server};
use serde_json::{Value, json};

use crate::misbehaving::{self, Conduct};

const SUPERGRAPH: &str = include_str!("faults.graphql");
/// Asks the faulty subgraph at the root.
const AT_THE_ROOT: &str = "{ shows { title } place: hall { name rows doors { width } } }";
/// Asks the faulty subgraph for entities: two of them, at three positions.
const FOR_ENTITIES: &str = "{ shows { title left: seats hall { name rows } } }";

/// A router over a sound `programme` and the given `stock`.
async fn router(stock: SocketAddr) -> SocketAddr {
    let shows = r#"{"data":{"shows":[
        {"__typename":"Show","id":"1","title":"A"},
        {"__typename":"Show","id":"2","title":"B"},
        {"__typename":"Show","id":"1","title":"A"}]}}"#;
    let programme = misbehaving::serve(Conduct::json(shows)).await;
    let mut config = Config {
        listen: "127.0.0.1:0".into(),
        workers: 1,
        ..Config::default()
    };
    config.errors.mask = false;
    for (name, address) in [("programme", programme), ("stock", stock)] {
        let settings = SubgraphConfig {
            url: Some(format!("http://{address}/graphql")),
            timeout: (name == "stock").then_some(Duration::from_millis(1500)),
            ..Default::default()
        };
        config.subgraphs.insert(name.into(), settings);
    }
    let for_transport = config.clone();
    let router = Router::new(config, SUPERGRAPH, &Options::default(), move |subgraphs| {
        HttpTransport::new(&for_transport, subgraphs)
    });
    let bound = Server::new(router.unwrap()).bind().unwrap();
    let address = bound.address();
    tokio::spawn(async move { bound.run(std::future::pending()).await.unwrap() });
    address
}

/// `data`, and every error as `CODE path service`.
async fn ask(router: SocketAddr, query: &str) -> (Value, Vec<String>) {
    let request = http::Request::post("/graphql")
        .header("content-type", "application/json")
        .body(http_body_util::Full::from(json!({ "query": query }).to_string()))
        .unwrap();
    let answer = crate::harness::send(router, request).await.json();
    let errors = answer["errors"].as_array().cloned().unwrap_or_default();
    let shown = errors.iter().map(|error| {
        assert!(!error["message"].as_str().unwrap().is_empty(), "{error}");
        let path: Vec<String> = error["path"].as_array().into_iter().flatten().map(step).collect();
        let extensions = &error["extensions"];
        let [code, service] = ["code", "service"].map(|key| extensions[key].as_str().unwrap_or_else(|| panic!("{error}")));
        format!("{code} {} {service}", path.join("."))
    });
    (answer["data"].clone(), shown.collect())
}

fn step(step: &Value) -> String {
    step.as_str().map_or_else(|| step.to_string(), str::to_owned)
}

/// The answer to [`AT_THE_ROOT`] where `stock` gives this.
fn with_place(place: Value) -> Value {
    json!({ "shows": [{ "title": "A" }, { "title": "B" }, { "title": "A" }], "place": place })
}

/// The answer to [`FOR_ENTITIES`] where `stock` gives these for the two shows.
fn with_stock(first: Value, second: Value) -> Value {
    let show = |title: &str, stock: &Value| json!({ "title": title, "left": stock["left"], "hall": stock["hall"] });
    json!({ "shows": [show("A", &first), show("B", &second), show("A", &first)] })
}

#[tokio::test]
async fn an_answer_that_is_none_is_one_error_and_the_rest_comes() {
    let html = "<html><body>Bad gateway</body></html>";
    let cut = r#"{"data":{"hall":{"name":"Gr"#;
    let close_in_the_middle = format!("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{cut}");
    let close_a_chunk = format!("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nff\r\n{cut}");
    let end_by_closing = format!("HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n{cut}");
    let announce_much = "HTTP/1.1 200 OK\r\ncontent-length: 90000000000\r\n\r\n{";
    let deep = format!(r#"{{"data":{{"hall":null,"_entities":[null,null],"extra":{}"#, "[".repeat(100_000));
    let deep_but_whole = format!(
        r#"{{"data":{{"hall":null,"_entities":[null,null],"extra":{}{}}}}}"#,
        "[".repeat(10_000),
        "]".repeat(10_000)
    );
    let json = |body: &str| Conduct::json(body.to_owned());
    let says = |bytes: &str| Conduct::SaysAndHangsUp(bytes.to_owned().into());
    let status = |status, body: &str| Conduct::Answers(status, "application/json", body.to_owned().into());
    let cases = [
        ("garbage", Conduct::json(&b"\x00\x01\xfe\xffgarbage"[..]), "SUBGRAPH_MALFORMED"),
        ("not even HTTP", says("SSH-2.0-OpenSSH_9.6\r\n"), "SUBGRAPH_UNREACHABLE"),
        (
            "HTML with 200",
            Conduct::Answers(200, "text/html", html.into()),
            "SUBGRAPH_MALFORMED",
        ),
        (
            "HTML with 502",
            Conduct::Answers(502, "text/html", html.into()),
            "SUBGRAPH_HTTP_STATUS",
        ),
        ("nothing", json(""), "SUBGRAPH_MALFORMED"),
        ("nothing with 503", status(503, ""), "SUBGRAPH_HTTP_STATUS"),
        ("a redirection", status(302, ""), "SUBGRAPH_HTTP_STATUS"),
        ("JSON with 500", status(500, r#"{"error":"down"}"#), "SUBGRAPH_HTTP_STATUS"),
        ("cut JSON", json(cut), "SUBGRAPH_MALFORMED"),
        ("a body shorter than announced", says(&close_in_the_middle), "SUBGRAPH_UNREACHABLE"),
        ("a chunk shorter than announced", says(&close_a_chunk), "SUBGRAPH_UNREACHABLE"),
        (
            "a cut body that ends with the connection",
            says(&end_by_closing),
            "SUBGRAPH_MALFORMED",
        ),
        ("a hang-up", says(""), "SUBGRAPH_UNREACHABLE"),
        ("a reset", Conduct::Resets, "SUBGRAPH_UNREACHABLE"),
        ("silence", Conduct::KeepsSilent, "SUBGRAPH_TIMEOUT"),
        ("a trickle", Conduct::Trickles, "SUBGRAPH_TIMEOUT"),
        ("a body without end", Conduct::NeverEnds, "SUBGRAPH_MALFORMED"),
        ("too long by its own word", says(announce_much), "SUBGRAPH_MALFORMED"),
        (
            "invalid UTF-8",
            Conduct::json(&b"{\"data\":{\"hall\":{\"name\":\"\xc3\x28\"}}}"[..]),
            "SUBGRAPH_MALFORMED",
        ),
        (
            "a lone surrogate",
            json(r#"{"data":{"hall":{"name":"\ud800"}}}"#),
            "SUBGRAPH_MALFORMED",
        ),
        ("deep nesting", json(&deep), "SUBGRAPH_MALFORMED"),
        ("deep nesting in what nobody asked", json(&deep_but_whole), "SUBGRAPH_MALFORMED"),
        ("a list", json("[]"), "SUBGRAPH_MALFORMED"),
        ("a batch", json(r#"[{"data":{"hall":null}}]"#), "SUBGRAPH_MALFORMED"),
        ("null", json("null"), "SUBGRAPH_MALFORMED"),
        ("an empty object", json("{}"), "SUBGRAPH_MALFORMED"),
        ("data that is a list", json(r#"{"data":[]}"#), "SUBGRAPH_MALFORMED"),
        ("data that is a string", json(r#"{"data":"hall"}"#), "SUBGRAPH_MALFORMED"),
        (
            "data that is null and no errors",
            json(r#"{"data":null,"errors":[]}"#),
            "SUBGRAPH_MALFORMED",
        ),
        (
            "errors that are no list",
            json(r#"{"data":{"hall":null},"errors":{"0":"no"}}"#),
            "SUBGRAPH_MALFORMED",
        ),
        (
            "errors that are no objects",
            json(r#"{"data":{"hall":null},"errors":["no"]}"#),
            "SUBGRAPH_MALFORMED",
        ),
        (
            "two documents",
            json(r#"{"data":{"hall":null}}{"data":{"hall":null}}"#),
            "SUBGRAPH_MALFORMED",
        ),
        (
            "errors alone",
            json(r#"{"errors":[{"message":"no","extensions":{"code":"GONE"}}]}"#),
            "GONE",
        ),
        (
            "errors alone with 400",
            status(400, r#"{"errors":[{"message":"no"}]}"#),
            "SUBGRAPH_ERROR",
        ),
        (
            "an error whose code is no string",
            json(r#"{"data":null,"errors":[{"message":"no","extensions":{"code":{"deep":1}}}]}"#),
            "SUBGRAPH_ERROR",
        ),
        (
            "an error without a message",
            json(r#"{"data":null,"errors":[{"extensions":[]}]}"#),
            "SUBGRAPH_ERROR",
        ),
        (
            "an error with a path of other things",
            json(r#"{"data":null,"errors":[{"message":"no","path":[{},null,-1,1.5]}]}"#),
            "SUBGRAPH_ERROR",
        ),
        (
            "an error with a path to nowhere",
            json(r#"{"data":null,"errors":[{"message":"no","path":["somewhere",99999999999,"else"]}]}"#),
            "SUBGRAPH_ERROR",
        ),
        (
            "an error whose path is no list",
            json(r#"{"data":null,"errors":[{"message":"no","path":"hall"}]}"#),
            "SUBGRAPH_ERROR",
        ),
    ];
    let checks = cases.into_iter().map(|(what, conduct, code)| async move {
        check_whole_failure(what, misbehaving::serve(conduct).await, code).await;
    });
    futures_util::future::join_all(checks).await;
    check_whole_failure("nobody there", misbehaving::nobody().await, "SUBGRAPH_UNREACHABLE").await;
}

async fn check_whole_failure(what: &str, stock: SocketAddr, code: &str) {
    let router = router(stock).await;
    let (data, errors) = ask(router, AT_THE_ROOT).await;
    assert_eq!(data, with_place(Value::Null), "{what}");
    assert_eq!(errors, [format!("{code} place stock")], "{what}");
    let (data, errors) = ask(router, FOR_ENTITIES).await;
    assert_eq!(data, with_stock(Value::Null, Value::Null), "{what}");
    assert_eq!(errors, [format!("{code} shows stock")], "{what}");
}

#[tokio::test]
async fn a_wrong_part_of_a_root_answer_is_an_error_at_its_place() {
    let hall = |name: Value, rows: Value, doors: Value| with_place(json!({ "name": name, "rows": rows, "doors": doors }));
    let whole = hall(json!("Great"), json!([1, 2]), json!([{ "width": 3 }, null]));
    let no_place = || with_place(Value::Null);
    let part = |part: &str| format!(r#"{{"data":{{"place":{part}}}}}"#);
    let invalid = |path: &str| vec![format!("SUBGRAPH_INVALID_VALUE {path} stock")];
    let cases = [
        (
            part(r#"{"name":"Great","rows":[1,2],"doors":[{"width":3},null]}"#),
            whole.clone(),
            vec![],
        ),
        // Duplicate keys: the last wins. Unknown keys are skipped.
        (
            r#"{"data":{"place":{"name":"Small","name":"Great","rows":[9],"x":{"y":[]},"rows":[1,2],"doors":[{"width":3},null]}},"x":1}"#
                .into(),
            whole.clone(),
            vec![],
        ),
        (
            r#"{"data":{"place":7},"data":{"place":{"name":"Great","rows":[1,2],"doors":[{"width":3},null]}}}"#.into(),
            whole,
            vec![],
        ),
        (part("[]"), no_place(), invalid("place")),
        (part(r#""Great""#), no_place(), invalid("place")),
        (
            part(r#"{"name":1,"rows":null,"doors":null}"#),
            hall(Value::Null, Value::Null, Value::Null),
            invalid("place.name"),
        ),
        (
            part(r#"{"name":"a","rows":{"0":1},"doors":null}"#),
            hall(json!("a"), Value::Null, Value::Null),
            invalid("place.rows"),
        ),
        (
            part(r#"{"name":"a","rows":[1,"2"],"doors":null}"#),
            hall(json!("a"), Value::Null, Value::Null),
            invalid("place.rows.1"),
        ),
        (
            part(r#"{"name":"a","rows":[1,2147483648],"doors":null}"#),
            hall(json!("a"), Value::Null, Value::Null),
            invalid("place.rows.1"),
        ),
        (
            part(r#"{"name":"a","rows":[1],"doors":[[],{"width":true},5]}"#),
            hall(json!("a"), json!([1]), json!([null, { "width": null }, null])),
            ["place.doors.0", "place.doors.1.width", "place.doors.2"]
                .into_iter()
                .flat_map(invalid)
                .collect(),
        ),
        // A null where none may be, without a word why.
        (
            part(r#"{"name":"a","rows":[1,null],"doors":[]}"#),
            hall(json!("a"), Value::Null, json!([])),
            invalid("place.rows.1"),
        ),
        // Errors beside data, wherever they say they are.
        (
            r#"{"data":{"place":{"name":null,"rows":[1],"doors":[]}},"errors":[{"message":"no","path":["place","name"]}]}"#.into(),
            hall(Value::Null, json!([1]), json!([])),
            vec!["SUBGRAPH_ERROR place.name stock".into()],
        ),
        (
            r#"{"data":{"place":{"name":"a","rows":[1],"doors":[]}},"errors":[{"message":"deprecated"},{"message":"x","path":["a",{}]}]}"#
                .into(),
            hall(json!("a"), json!([1]), json!([])),
            vec!["SUBGRAPH_ERROR place stock".into(); 2],
        ),
    ];
    for (body, data, errors) in cases {
        let router = router(misbehaving::serve(Conduct::json(body.clone())).await).await;
        assert_eq!(ask(router, AT_THE_ROOT).await, (data, errors), "{body}");
    }
}

#[tokio::test]
async fn a_wrong_part_of_an_entity_answer_is_an_error_at_every_position_of_the_entity() {
    let entities = |entities: &str| format!(r#"{{"data":{{"_entities":{entities}}}}}"#);
    let (sound, sound_shown) = (
        r#"{"left":3,"hall":{"name":"a","rows":[1]}}"#,
        json!({ "left": 3, "hall": { "name": "a", "rows": [1] } }),
    );
    let nothing = || with_stock(Value::Null, Value::Null);
    let refused = || vec!["SUBGRAPH_MALFORMED shows stock".to_owned()];
    let first_twice = |path: &str| [0, 2].map(|at| format!("SUBGRAPH_INVALID_VALUE shows.{at}{path} stock")).to_vec();
    let cases = [
        (
            entities(&format!("[{sound},{sound}]")),
            with_stock(sound_shown.clone(), sound_shown.clone()),
            vec![],
        ),
        (r#"{"data":{}}"#.into(), nothing(), refused()),
        (entities("null"), nothing(), refused()),
        (entities("{}"), nothing(), refused()),
        (entities("7"), nothing(), refused()),
        (entities(&format!("[{sound}]")), nothing(), refused()),
        (entities(&format!("[{sound},{sound},{sound}]")), nothing(), refused()),
        // The fields may be null, so that an entity nobody knows is no failure.
        (
            entities(&format!("[null,{sound}]")),
            with_stock(Value::Null, sound_shown.clone()),
            vec![],
        ),
        (
            entities(&format!("[7,{sound}]")),
            with_stock(Value::Null, sound_shown.clone()),
            first_twice(""),
        ),
        (
            entities(&format!(r#"[{{"left":"three","hall":{{"name":"a","rows":[1]}}}},{sound}]"#)),
            with_stock(json!({ "left": null, "hall": { "name": "a", "rows": [1] } }), sound_shown.clone()),
            first_twice(".left"),
        ),
        (
            entities(&format!(r#"[{{"left":3,"hall":[]}},{sound}]"#)),
            with_stock(json!({ "left": 3, "hall": null }), sound_shown.clone()),
            first_twice(".hall"),
        ),
        (
            format!(r#"{{"data":{{"_entities":[null,{sound}]}},"errors":[{{"message":"no","path":["_entities",0]}}]}}"#),
            with_stock(Value::Null, sound_shown.clone()),
            [0, 2].map(|at| format!("SUBGRAPH_ERROR shows.{at} stock")).to_vec(),
        ),
        (
            format!(r#"{{"data":{{"_entities":[null,{sound}]}},"errors":[{{"message":"no","path":["_entities",99,"left"]}}]}}"#),
            with_stock(Value::Null, sound_shown),
            vec!["SUBGRAPH_ERROR shows stock".into()],
        ),
    ];
    for (body, data, errors) in cases {
        let router = router(misbehaving::serve(Conduct::json(body.clone())).await).await;
        assert_eq!(ask(router, FOR_ENTITIES).await, (data, errors), "{body}");
    }
}
