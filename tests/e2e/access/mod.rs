//! Who may see and do what: every line of `access.txt`, tried as every kind of viewer.

mod operations;
mod outcome;
mod scene;

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use futures_util::future::join_all;
use harness::{Client, Form, PATIENCE, Subscription};
use serde_json::{Value, json};
use uuid::Uuid;

use scene::{Kind, Names, Scene};

/// Types of which every field has a line: the roots, and entities that exist for few.
const WHOLLY_LISTED: [&str; 7] = ["Query", "Mutation", "Subscription", "Booking", "Ticket", "Payment", "Refund"];

/// What each viewer should get, by line.
struct AccessList(BTreeMap<String, BTreeMap<Kind, String>>);

impl AccessList {
    fn read() -> Self {
        let mut lines = BTreeMap::new();
        for row in include_str!("../access.txt").lines() {
            if row.trim().is_empty() || row.starts_with('#') {
                continue;
            }
            let mut words = row.split_whitespace();
            let line = words.next().expect("the row is not empty").to_owned();
            let words: Vec<&str> = words.collect();
            assert_eq!(words.len(), Kind::ALL.len(), "{row}");
            let columns = Kind::ALL.into_iter().zip(words.into_iter().map(str::to_owned)).collect();
            assert!(lines.insert(line.clone(), columns).is_none(), "{line} is listed twice");
        }
        Self(lines)
    }

    fn expected(&self, line: &str, kind: Kind) -> &str {
        &self.0[line][&kind]
    }

    /// The viewers that get something, or all the others.
    fn viewers(&self, line: &str, allowed: bool) -> Vec<Kind> {
        let is = |kind: &Kind| (self.expected(line, *kind) == "yes") == allowed;
        Kind::ALL.into_iter().filter(is).collect()
    }
}

/// What did not come as it is listed.
#[derive(Default)]
struct Differences(Vec<String>);

impl Differences {
    fn compare(&mut self, line: &str, viewer: impl std::fmt::Debug, expected: &str, got: &str) {
        if expected != got {
            self.0.push(format!("{line} as {viewer:?}: listed as {expected}, got {got}"));
        }
    }
}

/// Lines and operations are the same, and no field of `WHOLLY_LISTED` is missing.
async fn the_list_is_whole(scene: &Scene, list: &AccessList) {
    let listed: BTreeSet<&str> = list.0.keys().map(String::as_str).collect();
    let tried: BTreeSet<&str> = operations::lines().collect();
    assert_eq!(listed, tried, "lines of access.txt, and operations for them");
    for name in WHOLLY_LISTED {
        let query = "query($name: String!) { __type(name: $name) { fields { name } } }";
        let found = scene.client(Kind::Anonymous).data(query, json!({"name": name})).await;
        for field in found["__type"]["fields"].as_array().expect("the type is there") {
            let field = field["name"].as_str().expect("fields have names");
            // `node` answers an id without asking whose it is.
            let line = format!("{name}.{field}");
            assert!(field == "id" || listed.contains(line.as_str()), "{line} is not in access.txt");
        }
    }
}

async fn read(scene: &Scene, kind: Kind, names: &Names, query: &str) -> String {
    let (query, guest_token) = names.fill(query);
    let mut client = scene.client(kind);
    if kind == Kind::Guest && guest_token.is_some() {
        client.guest_token = guest_token;
    }
    outcome::of_response(&client.response(&query, Value::Null).await)
}

async fn reads(scene: &Scene, list: &AccessList) -> Differences {
    let viewers = join_all(Kind::ALL.map(async |kind| {
        let mut differences = Differences::default();
        let names = scene.names(kind);
        for (line, query) in operations::reads() {
            differences.compare(line, kind, list.expected(line, kind), &read(scene, kind, &names, &query).await);
        }
        differences
    }));
    // What is a guest's is a stranger's to the buyer, and what is the buyer's no guest's token opens.
    let crosswise = async {
        let mut differences = Differences::default();
        for (line, query) in operations::reads().filter(|(_, query)| scene::is_about_a_booking(query)) {
            let got = read(scene, Kind::Buyer, &scene.names_of(Kind::Guest), &query).await;
            differences.compare(line, "the buyer, of a guest's booking", list.expected(line, Kind::Stranger), &got);
            let (query, _) = scene.names_of(Kind::Buyer).fill(&query);
            let got = outcome::of_response(&scene.client(Kind::Guest).response(&query, Value::Null).await);
            if got != "null" && got != "denied" {
                differences.compare(line, "a guest, of another's booking", "null or denied", &got);
            }
        }
        differences
    };
    let (viewers, crosswise) = tokio::join!(viewers, crosswise);
    let all = viewers.into_iter().chain([crosswise]).flat_map(|differences| differences.0);
    Differences(all.collect())
}

/// Sends a mutation with names filled in, and with the token of the guest whose booking it is about.
async fn mutate(mut client: Client, kind: Kind, names: &Names, line: &str, input: &str) -> String {
    let (query, guest_token) = names.fill(&operations::mutation(line, input));
    if kind == Kind::Guest && guest_token.is_some() {
        client.guest_token = guest_token;
    }
    outcome::of_mutation(&client.response(&query, Value::Null).await)
}

/// Those who may not: refused or denied, and no row is other than it was.
async fn refusals(scene: &Scene, list: &AccessList) -> Differences {
    let mut differences = Differences::default();
    let mut before = scene.rows().await;
    for (line, input) in operations::MUTATIONS {
        let tries = list.viewers(line, false).into_iter().map(async |kind| {
            let got = mutate(scene.client(kind), kind, &scene.names(kind), line, input).await;
            (kind, got)
        });
        for (kind, got) in join_all(tries).await {
            differences.compare(line, kind, list.expected(line, kind), &got);
        }
        if scene::is_about_a_booking(input) {
            let names = scene.names_of(Kind::Guest);
            let got = mutate(scene.client(Kind::Buyer), Kind::Buyer, &names, line, input).await;
            differences.compare(line, "the buyer, of a guest's booking", "refused", &got);
            let (query, _) = scene.names_of(Kind::Buyer).fill(&operations::mutation(line, input));
            let got = outcome::of_mutation(&scene.client(Kind::Guest).response(&query, Value::Null).await);
            differences.compare(line, "a guest, of another's booking", "refused", &got);
        }
        let after = scene.rows().await;
        for (table, rows) in &after {
            let was = &before[table];
            if was != rows {
                let change = format!("{line}: refused, and yet {table} changed: {was:?} -> {rows:?}");
                differences.0.push(change);
            }
        }
        before = after;
    }
    differences
}

/// Those who may, each on something of their own.
async fn grants(scene: &Scene, list: &AccessList) -> Differences {
    let tries = |(line, input): &'static (&'static str, &'static str)| {
        list.viewers(line, true).into_iter().map(async |kind| {
            let (names, client) = scene.fresh(line, kind).await;
            let mut differences = Differences::default();
            differences.compare(line, kind, "yes", &mutate(client, kind, &names, line, input).await);
            differences
        })
    };
    let (steps, others): (Vec<_>, Vec<_>) = operations::MUTATIONS.iter().partition(|(line, _)| operations::STEPS.contains(line));
    let steps = async {
        let mut got = Vec::new();
        for mutation in steps {
            got.extend(join_all(tries(mutation)).await);
        }
        got
    };
    let (steps, others) = tokio::join!(steps, join_all(others.into_iter().flat_map(tries)));
    Differences(steps.into_iter().chain(others).flat_map(|differences| differences.0).collect())
}

async fn open(scene: &Scene, kind: Kind, names: &Names, field: &str) -> Subscription {
    let (query, guest_token) = names.fill(&format!("subscription {{ {field} }}"));
    let mut client = scene.client(kind);
    if kind == Kind::Guest && guest_token.is_some() {
        client.guest_token = guest_token;
    }
    client.subscribe(&query, Value::Null).await
}

/// Makes happen what the subscription tells of, where it does not tell at once.
async fn happen(scene: &Scene, line: &str, kind: Kind) {
    match line {
        "Subscription.checkInActivity" => {
            let scan = "mutation($input: CheckInInput!) { checkIn(input: $input) { errors { __typename } } }";
            let (filled, _) = scene.names(Kind::Buyer).fill("[<list>, <unscanned>, <now>]");
            let words: Value = serde_json::from_str(&filled).expect("a list of texts");
            let input = json!({"listId": words[0], "code": words[1], "scannedAt": words[2], "nonce": Uuid::new_v4()});
            scene.client(Kind::Organiser).mutate(scan, input).await;
        }
        "Subscription.notificationReceived" => {
            scene.confirmed(kind).await;
        }
        _ => {}
    }
}

/// What the first message is. What happens before the server listens is not told, so it is made to happen again.
async fn first_message(scene: &Scene, line: &str, kind: Kind, mut subscription: Subscription, is_caused: bool) -> String {
    let listen = async {
        loop {
            if is_caused {
                happen(scene, line, kind).await;
            }
            if let Ok(message) = tokio::time::timeout(Duration::from_secs(1), subscription.next_message()).await {
                return outcome::of_message(&message.unwrap_or_default());
            }
        }
    };
    tokio::time::timeout(PATIENCE, listen)
        .await
        .unwrap_or_else(|_| panic!("{line} as {kind:?}: waited in vain for a message"))
}

/// Asks a wrong question on the same connection: what comes before its answer came before.
async fn is_silent(subscription: &mut Subscription) -> bool {
    let nothing = json!({"type": "subscribe", "id": "probe", "payload": {"query": "subscription { nothing }"}});
    subscription.send(nothing).await;
    subscription.next_message().await.is_some_and(|message| message["id"] == "probe")
}

async fn subscriptions(scene: &Scene, list: &AccessList) -> Differences {
    let mut differences = Differences::default();
    for (line, field) in operations::SUBSCRIPTIONS {
        let (silent, heard): (Vec<_>, Vec<_>) = Kind::ALL.into_iter().partition(|kind| list.expected(line, *kind) == "silent");
        let tries = heard.into_iter().map(async |kind| {
            let expected = list.expected(line, kind);
            let subscription = open(scene, kind, &scene.names(kind), field).await;
            (kind, first_message(scene, line, kind, subscription, expected == "yes").await)
        });
        for (kind, got) in join_all(tries).await {
            differences.compare(line, kind, list.expected(line, kind), &got);
        }
        if scene::is_about_a_booking(field) {
            let other = open(scene, Kind::Guest, &Names::default(), &scene.names_of(Kind::Buyer).fill(field).0).await;
            let got = first_message(scene, line, Kind::Guest, other, false).await;
            if got != "null" && got != "denied" {
                differences.compare(line, "a guest, of another's booking", "null or denied", &got);
            }
        }
        if !silent.is_empty() {
            differences.0.extend(stays_silent(scene, line, field, &silent).await);
        }
    }
    differences
}

/// A payment begins and fails while its buyer watches and others try to.
async fn stays_silent(scene: &Scene, line: &str, field: &str, kinds: &[Kind]) -> Vec<String> {
    let (booking_id, mut buyer) = scene.hold(Kind::Buyer, false).await;
    let mut names = scene.names_of(Kind::Buyer);
    names.set("held", &booking_id);
    let mut spoken = Vec::new();
    let mut others = join_all(kinds.iter().map(|kind| open(scene, *kind, &names, field))).await;
    let mut buyers = open(scene, Kind::Buyer, &names, field).await;
    let mut check = async |others: &mut Vec<Subscription>| {
        for (kind, subscription) in kinds.iter().zip(others) {
            if !is_silent(subscription).await {
                spoken.push(format!("{line} as {kind:?}: listed as silent, and spoke"));
            }
        }
    };
    check(&mut others).await;
    scene::decline(&mut buyer, &booking_id).await;
    buyers.until(|event| event["paymentChanged"]["status"] == "FAILED").await;
    check(&mut others).await;
    spoken
}

async fn everyone_gets_what_is_listed(form: Form) {
    let scene = Scene::set(form).await;
    let list = AccessList::read();
    the_list_is_whole(&scene, &list).await;
    let mut differences = reads(&scene, &list).await.0;
    differences.extend(refusals(&scene, &list).await.0);
    differences.extend(subscriptions(&scene, &list).await.0);
    differences.extend(grants(&scene, &list).await.0);
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

mod all_in_one {
    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn everyone_gets_what_is_listed() {
        super::everyone_gets_what_is_listed(harness::Form::AllInOne).await;
    }
}

mod distributed {
    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn everyone_gets_what_is_listed() {
        super::everyone_gets_what_is_listed(harness::Form::Distributed).await;
    }
}
