//! Figures of the platform on this machine, as a table: start-up, memory at rest, the event page through the router,
//! holds on one hot quota on both engines. Load and platform share the machine. `script/bench` runs it.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use harness::{Client, Form, Offer, OfferRequest, Organiser, Platform};
use serde_json::{Value, json};
use uuid::Uuid;

const CONNECTIONS: usize = 16;
const WARM_UP: Duration = Duration::from_secs(2);
const MEASURE: Duration = Duration::from_secs(10);

const EVENT_PAGE: &str = "query($organizerSlug: String!, $slug: String!) { event(organizerSlug: $organizerSlug, slug: $slug) {
    id title summary description status organizer { id name slug } categories { slug name } priceFrom { amountMinor currency exponent }
    refundPolicy { kind tiers { hoursBeforeStart percent } buyerMayCancelUntilHours }
    occurrences(first: 20) { nodes { id startsAt startsAtLocal endsAtLocal timeZone status icsUrl venue { id name timeZone address { lines city countryCode } }
      availability { state remaining revision } } }
    ticketTypes { id name minPerBooking maxPerBooking price { ... on FixedPrice { amount { amountMinor currency exponent } } ... on FreePrice { free } }
      saleWindow { opensAt closesAt state } } } }";

#[tokio::main]
async fn main() {
    // `cargo test --benches` asks for nothing.
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    println!("| what | figure |\n|---|---|");
    start_and_memory().await;
    let all_in_one = Platform::start_with(Form::AllInOne, UNTHROTTLED).await;
    let offer = event_page(&all_in_one).await;
    holds(&all_in_one, "SQLite, one process", &offer).await;
    drop(all_in_one);
    if std::env::var(kit::testing::POSTGRES_VARIABLE).is_ok() {
        let distributed = Platform::start_with(Form::Distributed, UNTHROTTLED).await;
        let offer = event_page(&distributed).await;
        holds(&distributed, "PostgreSQL, distributed", &offer).await;
    }
}

const UNTHROTTLED: &[(&str, &str)] = &[
    ("BOOKINGS_HOLDS_PER_MINUTE", "1000000"),
    ("BOOKINGS_HOLDS_PER_MINUTE_PER_ADDRESS", "1000000"),
];

async fn start_and_memory() {
    let began = Instant::now();
    let mut platform = Platform::start(Form::AllInOne).await;
    println!("| first start, empty folder to ready | {} ms |", began.elapsed().as_millis());
    platform.kill("all");
    let began = Instant::now();
    platform.spawn("all");
    platform.await_ready().await;
    println!("| second start to ready | {} ms |", began.elapsed().as_millis());
    if let Some(resident_kb) = platform.resident_kb("all") {
        println!("| memory at rest | {} MB |", resident_kb / 1024);
    }
}

/// Runs `work` on every connection, first to warm up, then to measure; answers how often it was done per second.
async fn per_second<F, Fut>(clients: Vec<Client>, work: F) -> f64
where
    F: Fn(Client) -> Fut + Clone + Send + Sync + 'static,
    Fut: Future<Output = Client> + Send,
{
    let done = Arc::new(AtomicU64::new(0));
    let began = Instant::now();
    let tasks: Vec<_> = clients
        .into_iter()
        .map(|mut client| {
            let (done, work) = (done.clone(), work.clone());
            tokio::spawn(async move {
                while began.elapsed() < WARM_UP + MEASURE {
                    client = work(client).await;
                    if began.elapsed() >= WARM_UP {
                        done.fetch_add(1, Ordering::Relaxed);
                    }
                }
            })
        })
        .collect();
    for task in tasks {
        task.await.expect("a connection works to the end");
    }
    done.load(Ordering::Relaxed) as f64 / MEASURE.as_secs_f64()
}

async fn event_page(platform: &Platform) -> Offer {
    let mut organiser = Organiser::register(platform, "bench").await;
    let offer = organiser
        .offer(
            "Bench Night",
            &OfferRequest {
                price_minor: 1_000,
                capacity: 1_000_000,
                max_per_booking: 2,
            },
        )
        .await;
    let variables = json!({"organizerSlug": organiser.slug, "slug": offer.slug});
    let clients = (0..CONNECTIONS).map(|_| platform.client()).collect();
    let rate = per_second(clients, move |mut client: Client| {
        let variables = variables.clone();
        async move {
            let data = client.data(EVENT_PAGE, variables).await;
            assert!(data["event"]["title"].is_string(), "{data}");
            client
        }
    })
    .await;
    println!(
        "| event page through the router, {:?}, {CONNECTIONS} connections | {rate:.0} requests/s |",
        platform.form
    );
    offer
}

async fn holds(platform: &Platform, name: &str, offer: &Offer) {
    let hold = "mutation($input: HoldPlaceInput!) { holdPlace(input: $input) { booking { id } errors { __typename } } }";
    let offer = offer.clone();
    let clients = (0..CONNECTIONS).map(|_| platform.client()).collect();
    let rate = per_second(clients, move |mut client: Client| {
        let input = json!({"occurrenceId": offer.occurrence_id, "idempotencyKey": Uuid::new_v4(), "lines": [{"productId": offer.product_id, "quantity": 1}],
            "contact": {"name": "Bench", "email": "bench@example.org"}});
        async move {
            let payload = client.try_mutate(hold, input).await;
            assert_ne!(payload["booking"], Value::Null, "{payload}");
            client
        }
    })
    .await;
    println!("| holds on one hot quota, {name}, {CONNECTIONS} connections | {rate:.0} holds/s |");
}
