//! The scene on which everything is tried: seven viewers, an organiser's events, and bookings in every state.
//!
//! Knows what each `<name>` of an operation stands for; knows nothing of who should get what.

use std::collections::BTreeMap;

use chrono::{Duration, Utc};
use futures_util::future::join_all;
use harness::{Client, Form, Offer, OfferRequest, Organiser, Platform, eventually};
use kit::database::Database;
use sea_orm::{DatabaseBackend, FromQueryResult, JsonValue, Statement};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::buyer::{await_status, hold_input, pay_by_card};

const ERRORS: &str = "errors { __typename ... on UserError { code message } }";
const STAFF: &str = "staff@example.org";
/// Of the accounts that are made while trying.
const PASSWORD: &str = "a house of seven gables";

/// A kind of viewer; a column of `access.txt`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Anonymous,
    Guest,
    Buyer,
    Stranger,
    Organiser,
    OtherOrganiser,
    Staff,
}

impl Kind {
    /// In the order of the columns.
    pub const ALL: [Self; 7] = [
        Self::Anonymous,
        Self::Guest,
        Self::Buyer,
        Self::Stranger,
        Self::Organiser,
        Self::OtherOrganiser,
        Self::Staff,
    ];

    fn slug(self) -> String {
        format!("{self:?}").to_ascii_lowercase()
    }
}

/// What a `<name>` stands for.
#[derive(Clone, Debug)]
struct Named {
    /// As GraphQL spells it.
    literal: String,
    /// What opens it, when it is of a guest's booking.
    guest_token: Option<String>,
}

/// What the names of an operation stand for.
#[derive(Clone, Debug, Default)]
pub struct Names(BTreeMap<&'static str, Named>);

impl Names {
    pub fn set(&mut self, name: &'static str, text: impl AsRef<str>) {
        self.set_guarded(name, text, None);
    }

    fn set_guarded(&mut self, name: &'static str, text: impl AsRef<str>, guest_token: Option<&String>) {
        let literal = Value::from(text.as_ref()).to_string();
        let guest_token = guest_token.cloned();
        self.0.insert(name, Named { literal, guest_token });
    }

    fn set_number(&mut self, name: &'static str, number: &Value) {
        assert!(number.is_number(), "{name} is {number}");
        let (literal, guest_token) = (number.to_string(), None);
        self.0.insert(name, Named { literal, guest_token });
    }

    fn with(&self, more: &Self) -> Self {
        let mut all = self.clone();
        all.0.extend(more.0.clone());
        all
    }

    /// The text with its names filled in, and the token that opens the booking it is about.
    pub fn fill(&self, text: &str) -> (String, Option<String>) {
        let mut filled = text.replace("<key>", &format!("\"{}\"", Uuid::new_v4()));
        let mut guest_token = None;
        for (name, named) in &self.0 {
            let mark = format!("<{name}>");
            if filled.contains(&mark) {
                filled = filled.replace(&mark, &named.literal);
                guest_token = guest_token.or_else(|| named.guest_token.clone());
            }
        }
        assert!(!filled.contains('<'), "the scene lacks a name of {filled}");
        (filled, guest_token)
    }
}

/// Whether `text` is about somebody's booking.
pub fn is_about_a_booking(text: &str) -> bool {
    const OF_BOOKINGS: [&str; 9] = [
        "<paid>",
        "<held>",
        "<cancelled>",
        "<free>",
        "<ticket>",
        "<payment>",
        "<open_payment>",
        "<refunded_payment>",
        "<refund>",
    ];
    OF_BOOKINGS.iter().any(|name| text.contains(name))
}

/// Everything that is there.
pub struct Scene {
    pub platform: Platform,
    databases: Vec<(&'static str, Database)>,
    clients: BTreeMap<Kind, Client>,
    organizer_id: String,
    offer: Offer,
    free_offer: Offer,
    common: Names,
    of_buyer: Names,
    of_guest: Names,
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text")).to_owned()
}

fn local(days: i64) -> String {
    (Utc::now() + Duration::days(days)).format("%Y-%m-%dT20:00:00").to_string()
}

impl Scene {
    pub async fn set(form: Form) -> Self {
        let more = [("USERS_STAFF_EMAILS", STAFF), ("USERS_THROTTLE", "off")];
        let platform = Platform::start_with(form, &more).await;
        let register = async |kind: Kind| {
            let mut client = platform.client();
            client
                .register(&platform, &format!("{}@example.org", kind.slug()), "Somebody")
                .await;
            client
        };
        let (mut organiser, other, buyer, stranger, staff) = tokio::join!(
            Organiser::register(&platform, "organiser"),
            Organiser::register(&platform, "otherorganiser"),
            register(Kind::Buyer),
            register(Kind::Stranger),
            register(Kind::Staff),
        );
        let request = |price_minor| OfferRequest {
            price_minor,
            capacity: 200,
            max_per_booking: 4,
        };
        let offer = organiser.offer("Paid Night", &request(2_500)).await;
        let free_offer = organiser.offer("Open House", &request(0)).await;
        let mut clients = BTreeMap::from([
            (Kind::Anonymous, platform.client()),
            (Kind::Guest, platform.client()),
            (Kind::Buyer, buyer),
            (Kind::Stranger, stranger),
            (Kind::Organiser, organiser.client.clone()),
            (Kind::OtherOrganiser, other.client),
            (Kind::Staff, staff),
        ]);
        let subgraphs = ["users", "events", "bookings", "payments", "notifications"];
        let databases = join_all(subgraphs.map(async |name| (name, platform.database(name).await))).await;
        let mut scene = Self {
            platform,
            databases,
            clients: clients.clone(),
            organizer_id: organiser.organizer_id.clone(),
            offer,
            free_offer,
            common: Names::default(),
            of_buyer: Names::default(),
            of_guest: Names::default(),
        };
        scene.common = scene.common_names(&organiser).await;
        let (of_buyer, of_guest) = tokio::join!(scene.holdings(Kind::Buyer), scene.holdings(Kind::Guest));
        scene.of_buyer = of_buyer;
        scene.of_guest = of_guest;
        let own_token = scene.of_guest.0["paid"].guest_token.clone();
        clients.get_mut(&Kind::Guest).expect("there is a guest").guest_token = own_token;
        scene.clients = clients;
        let notification = eventually("the buyer's notifications", || async {
            let read = scene
                .client(Kind::Buyer)
                .data("{ me { notifications { nodes { id } } } }", Value::Null)
                .await;
            read["me"]["notifications"]["nodes"][0]["id"].as_str().map(str::to_owned)
        })
        .await;
        scene.common.set("notification", notification);
        scene
    }

    /// A viewer, with tokens of their own.
    pub fn client(&self, kind: Kind) -> Client {
        self.clients[&kind].clone()
    }

    /// What the names stand for when this viewer tries something: a guest has bookings of their own.
    pub fn names(&self, kind: Kind) -> Names {
        self.names_of(if kind == Kind::Guest { Kind::Guest } else { Kind::Buyer })
    }

    /// What the names stand for with the bookings of a guest, or of the buyer.
    pub fn names_of(&self, holder: Kind) -> Names {
        let holdings = if holder == Kind::Guest { &self.of_guest } else { &self.of_buyer };
        self.common.with(holdings)
    }

    async fn common_names(&self, organiser: &Organiser) -> Names {
        let mut names = Names::default();
        let client = organiser.client.clone();
        names.set("organizer", &organiser.organizer_id);
        names.set("slug", &organiser.slug);
        names.set("owner", client.user_id.as_ref().expect("the organiser is signed in"));
        names.set(
            "buyer",
            self.clients[&Kind::Buyer].user_id.as_ref().expect("the buyer is signed in"),
        );
        names.set("event", &self.offer.event_id);
        names.set("occurrence", &self.offer.occurrence_id);
        names.set("product", &self.offer.product_id);
        names.set("return_url", format!("{}/checkout/return", self.platform.url));
        names.set("password", PASSWORD);
        names.set("now", Utc::now().to_rfc3339());
        names.set("later", local(40));
        let query = "query($id: ID!) { event(id: $id) { checkInLists { id } nextOccurrence { venue { id } } } }";
        let read = eventually("the check-in list", || {
            let (mut client, id) = (client.clone(), self.offer.event_id.clone());
            async move {
                let read = client.data(query, json!({"id": id})).await;
                read["event"]["checkInLists"][0]["id"].is_string().then_some(read)
            }
        })
        .await;
        names.set("list", text(&read["event"]["checkInLists"][0]["id"]));
        names.set("venue", text(&read["event"]["nextOccurrence"]["venue"]["id"]));
        self.name_draft(&mut names).await;
        self.name_hidden(&mut names).await;
        // Nobody may change what nobody has verified: the names of a new account stand for nothing yet.
        names.set("new_email", "nobody@example.org");
        names.set("new_slug", "nobodys-house");
        names
    }

    /// An event that is not published, with its date and a ticket type.
    async fn name_draft(&self, names: &mut Names) {
        let mut client = self.client(Kind::Organiser);
        let create = format!(
            "mutation($input: EventCreateInput!) {{ eventCreate(input: $input) {{ event {{ id occurrences {{ nodes {{ id }} }} }} {ERRORS} }} }}"
        );
        let input = json!({"organizerId": self.organizer_id, "title": "Secret", "format": "ONLINE", "currency": "EUR", "timeZone": "Europe/Berlin", "startsAtLocal": local(50)});
        let event = client.mutate(&create, input).await["event"].clone();
        let ticket_type = format!("mutation($input: TicketTypeUpsertInput!) {{ ticketTypeUpsert(input: $input) {{ {ERRORS} }} }}");
        client
            .mutate(
                &ticket_type,
                json!({"eventId": event["id"], "name": "Standing", "priceMinor": 500, "capacity": 9}),
            )
            .await;
        names.set("draft", text(&event["id"]));
        names.set("draft_occurrence", text(&event["occurrences"]["nodes"][0]["id"]));
        names.set_number("draft_version", &self.version_of(&event["id"]).await);
    }

    /// A published event whose only ticket type is hidden.
    async fn name_hidden(&self, names: &mut Names) {
        let mut organiser = Organiser {
            client: self.client(Kind::Organiser),
            organizer_id: self.organizer_id.clone(),
            slug: String::new(),
        };
        let request = OfferRequest {
            price_minor: 900,
            capacity: 5,
            max_per_booking: 2,
        };
        let offer = organiser.offer("Members Only", &request).await;
        let read = organiser
            .client
            .data(
                "query($id: ID!) { event(id: $id) { ticketTypes { version } } }",
                json!({"id": offer.event_id}),
            )
            .await;
        let hide = format!("mutation($input: TicketTypeUpsertInput!) {{ ticketTypeUpsert(input: $input) {{ {ERRORS} }} }}");
        let input = json!({"id": offer.product_id, "eventId": offer.event_id, "version": read["event"]["ticketTypes"][0]["version"], "name": "Standing", "visibility": "HIDDEN"});
        organiser.client.mutate(&hide, input).await;
        names.set("hidden_event", &offer.event_id);
        names.set("hidden_occurrence", &offer.occurrence_id);
        names.set("hidden_product", &offer.product_id);
        names.set_number("hidden_version", &self.version_of(&Value::from(offer.event_id)).await);
    }

    async fn version_of(&self, event_id: &Value) -> Value {
        let query = "query($id: ID!) { event(id: $id) { version } }";
        self.client(Kind::Organiser).data(query, json!({"id": event_id})).await["event"]["version"].clone()
    }

    /// A new hold of the buyer or of a new guest, and the client that holds it.
    pub async fn hold(&self, holder: Kind, is_free: bool) -> (String, Client) {
        let mut client = self.client(holder);
        client.guest_token = None;
        let offer = if is_free { &self.free_offer } else { &self.offer };
        let mut input = hold_input(offer, 2);
        if client.access_token.is_none() {
            input["contact"] = json!({"name": "Gil Guest", "email": "gil@example.org"});
        }
        let place = format!("mutation($input: HoldPlaceInput!) {{ holdPlace(input: $input) {{ booking {{ id }} guestToken {ERRORS} }} }}");
        let payload = client.mutate(&place, input).await;
        client.guest_token = payload["guestToken"].as_str().map(str::to_owned);
        (text(&payload["booking"]["id"]), client)
    }

    /// A new hold of the buyer or of a new guest, confirmed because it is free.
    pub async fn confirmed(&self, holder: Kind) -> (String, Client) {
        let (booking_id, mut client) = self.hold(holder, true).await;
        let confirm = format!("mutation($input: BookingConfirmFreeInput!) {{ bookingConfirmFree(input: $input) {{ {ERRORS} }} }}");
        client
            .mutate(&confirm, json!({"bookingId": booking_id, "idempotencyKey": Uuid::new_v4()}))
            .await;
        (booking_id, client)
    }

    /// Bookings of the buyer or of a guest: paid with a ticket scanned, cancelled and refunded, held after a declined
    /// card, held and free.
    async fn holdings(&self, holder: Kind) -> Names {
        let mut names = Names::default();
        let (booking_id, mut client) = self.hold(holder, false).await;
        let (payment_id, _) = pay_by_card(&mut client, &booking_id, "4242424242424242").await;
        await_status(&client, &booking_id, "CONFIRMED").await;
        let query = "query($id: ID!) { booking(id: $id) { tickets { id code } } }";
        let tickets = client.data(query, json!({"id": booking_id})).await["booking"]["tickets"].clone();
        let scan = format!("mutation($input: CheckInInput!) {{ checkIn(input: $input) {{ result {ERRORS} }} }}");
        let input = json!({"code": tickets[0]["code"], "nonce": Uuid::new_v4(), "scannedAt": Utc::now().to_rfc3339()});
        assert_eq!(self.client(Kind::Organiser).mutate(&scan, input).await["result"], "ADMITTED");
        let deliveries = "query($id: ID!) { booking(id: $id) { deliveries { status } } }";
        eventually("the confirmation to be sent", || async {
            let read = self.client(Kind::Organiser).data(deliveries, json!({"id": booking_id})).await;
            (read["booking"]["deliveries"][0]["status"] == "SENT").then_some(())
        })
        .await;
        let token = client.guest_token.as_ref();
        names.set_guarded("paid", &booking_id, token);
        names.set_guarded("payment", payment_id, token);
        names.set_guarded("ticket", text(&tickets[0]["id"]), token);
        names.set_guarded("unscanned", text(&tickets[1]["code"]), token);
        self.name_cancelled(&mut names, holder).await;
        self.name_held(&mut names, holder).await;
        let (booking_id, client) = self.hold(holder, true).await;
        names.set_guarded("free", booking_id, client.guest_token.as_ref());
        names
    }

    async fn name_cancelled(&self, names: &mut Names, holder: Kind) {
        let (booking_id, mut client) = self.hold(holder, false).await;
        let (payment_id, _) = pay_by_card(&mut client, &booking_id, "4242424242424242").await;
        await_status(&client, &booking_id, "CONFIRMED").await;
        let cancel = format!("mutation($input: BookingCancelInput!) {{ bookingCancel(input: $input) {{ {ERRORS} }} }}");
        let input = json!({"bookingId": booking_id, "idempotencyKey": Uuid::new_v4(), "reason": "ill"});
        client.mutate(&cancel, input).await;
        let query = "query($id: ID!) { booking(id: $id) { paymentState payments { refunds { id status } } } }";
        let refund = eventually("the refund", || {
            let (mut client, booking_id) = (client.clone(), booking_id.clone());
            async move {
                let read = client.data(query, json!({"id": booking_id})).await;
                let refund = read["booking"]["payments"][0]["refunds"][0].clone();
                (read["booking"]["paymentState"] == "REFUNDED" && refund["status"] == "SUCCEEDED").then_some(refund)
            }
        })
        .await;
        let token = client.guest_token.as_ref();
        names.set_guarded("cancelled", booking_id, token);
        names.set_guarded("refunded_payment", payment_id, token);
        names.set_guarded("refund", text(&refund["id"]), token);
    }

    async fn name_held(&self, names: &mut Names, holder: Kind) {
        let (booking_id, mut client) = self.hold(holder, false).await;
        let payment_id = decline(&mut client, &booking_id).await;
        let token = client.guest_token.as_ref();
        names.set_guarded("held", booking_id, token);
        names.set_guarded("open_payment", payment_id, token);
    }

    /// What a mutation is tried on by one who may do it: their own, or new, so that one try does not spoil another.
    pub async fn fresh(&self, line: &str, kind: Kind) -> (Names, Client) {
        let mut names = self.names(kind);
        let mut client = self.client(kind);
        let holder = if kind == Kind::Guest { Kind::Guest } else { Kind::Buyer };
        let mut guarded = |name, (id, holding): (String, Client)| names.set_guarded(name, id, holding.guest_token.as_ref());
        match line {
            "Mutation.holdExtend" | "Mutation.holdRelease" | "Mutation.paymentStart" => guarded("held", self.hold(holder, false).await),
            "Mutation.bookingConfirmFree" => guarded("free", self.hold(holder, true).await),
            "Mutation.bookingCancel" => guarded("paid", self.confirmed(holder).await),
            "Mutation.paymentCancel" | "Mutation.paymentSync" => {
                let (booking_id, mut holding) = self.hold(holder, false).await;
                let start =
                    format!("mutation($input: PaymentStartInput!) {{ paymentStart(input: $input) {{ payment {{ id }} {ERRORS} }} }}");
                let input = json!({"bookingId": booking_id, "idempotencyKey": Uuid::new_v4(), "returnUrl": format!("{}/checkout/return", self.platform.url)});
                let payload = holding.mutate(&start, input).await;
                guarded("open_payment", (text(&payload["payment"]["id"]), holding));
            }
            "Mutation.eventUpdate:draft" | "Mutation.eventPublish" => self.name_draft(&mut names).await,
            "Mutation.eventUpdate" | "Mutation.eventPause" | "Mutation.eventCancel" | "Mutation.quotaSet" => {
                self.name_hidden(&mut names).await;
            }
            "Mutation.signOut" => client.sign_in(&format!("{}@example.org", kind.slug())).await,
            _ => self.name_account(&mut names, line, kind).await,
        }
        (names, client)
    }

    /// What the steps of one new account are tried with; each step follows the one before.
    async fn name_account(&self, names: &mut Names, line: &str, kind: Kind) {
        let email = format!("new-{}@example.org", kind.slug());
        match line {
            "Mutation.emailVerify" => {
                let mail = self.platform.mail(&email, "code").await;
                names.set("code", harness::code_from_mail(&mail));
            }
            "Mutation.passwordReset" => {
                let mail = self.platform.mail(&email, "#token=").await;
                let body = text(&mail["text"]);
                let token = body.split("#token=").nth(1).and_then(|rest| rest.split_whitespace().next());
                names.set("reset_token", token.expect("the link has a token"));
            }
            "Mutation.tokenRefresh" => {
                let sign_in = format!("mutation($input: SignInInput!) {{ signIn(input: $input) {{ refreshToken {ERRORS} }} }}");
                let input = json!({"email": email, "password": PASSWORD, "useCookie": false});
                let payload = self.platform.client().mutate(&sign_in, input).await;
                names.set("refresh_token", text(&payload["refreshToken"]));
            }
            _ => {}
        }
        names.set("new_email", email);
        names.set("new_slug", format!("new-house-of-{}", kind.slug()));
    }

    /// Every row that a command may write, by subgraph and table. What fills by itself while commands rest is left out:
    /// mails on their way, what was heard of others, leases.
    pub async fn rows(&self) -> BTreeMap<String, Vec<String>> {
        const BY_ITSELF: [&str; 5] = ["delivery", "inbox", "lease", "grant_projection", "seaql_migrations"];
        let mut all = BTreeMap::new();
        for (subgraph, database) in &self.databases {
            let connection = database.reader();
            let backend = connection.get_database_backend();
            let tables = match backend {
                DatabaseBackend::Sqlite => "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
                _ => "SELECT tablename::text AS name FROM pg_tables WHERE schemaname = 'public'",
            };
            let select = async |sql: String| {
                let statement = Statement::from_string(backend, sql);
                JsonValue::find_by_statement(statement)
                    .all(connection)
                    .await
                    .expect("tables can be read")
            };
            for table in select(tables.to_owned()).await {
                let table = text(&table["name"]);
                if BY_ITSELF.contains(&table.as_str()) {
                    continue;
                }
                // Of a message only that it was put: the relay marks it later.
                let columns = if table == "outbox" { "id" } else { "*" };
                let rows = select(format!("SELECT {columns} FROM {table}")).await;
                let mut rows: Vec<String> = rows.iter().map(Value::to_string).collect();
                rows.sort_unstable();
                all.insert(format!("{subgraph}.{table}"), rows);
            }
        }
        all
    }
}

/// Has the sandbox decline a card for the booking; answers the payment when booking and payment have heard of it.
pub async fn decline(client: &mut Client, booking_id: &str) -> String {
    let (payment_id, answer) = pay_by_card(client, booking_id, "4000000000000002").await;
    assert_eq!(answer["failureCode"], "card_declined", "{answer}");
    let query = "query($id: ID!) { booking(id: $id) { status payments { id status } } }";
    eventually("the declined payment", || {
        let (mut client, payment) = (client.clone(), json!({"id": payment_id, "status": "FAILED"}));
        async move {
            let booking = client.data(query, json!({"id": booking_id})).await["booking"].clone();
            let payments = booking["payments"].as_array().expect("the viewer pays");
            (booking["status"] == "HELD" && payments.contains(&payment)).then_some(())
        }
    })
    .await;
    payment_id
}
