//! A subgraph on a migrated database, its organisers and members, and short ways to create what a test needs.

use std::sync::Arc;

use contracts::access::TeamRole;
use contracts::calls::{Membership, MembershipAnswer};
use contracts::messages::MembershipChanged;
use events::State;
use kit::Service;
use kit::internal::CallTable;
use kit::testing::{Engine, TestDeps, deps_on, execute, hear, outbox};
use kit::viewer::Viewer;
use sea_orm::{ConnectionTrait, Statement};
use sea_orm_migration::MigratorTrait;
use serde_json::{Value, json};

/// Two organisers; the second is always someone else's.
pub const ORGANIZER: &str = "org_00000000000000000000000001";
pub const OTHER_ORGANIZER: &str = "org_00000000000000000000000002";
pub const DAY_MS: i64 = 86_400_000;

pub struct Harness {
    pub test: TestDeps,
    pub service: Service,
    pub state: Arc<State>,
}

impl Harness {
    pub async fn new() -> Self {
        Self::on(Engine::Sqlite).await
    }

    pub async fn on(engine: Engine) -> Self {
        let test = deps_on(engine, |connection| async move {
            migrations::events::Migrator::up(&connection, None).await
        })
        .await;
        let answer = |_: Membership| async { Ok(MembershipAnswer { role: None, version: 0 }) };
        test.internal.register("users", CallTable::new().answer(answer));
        let service = events::service(test.deps.clone()).expect("the subgraph starts");
        let state = Arc::new(State::new(&test.deps));
        let harness = Self { test, service, state };
        harness.member("usr_owner", ORGANIZER, Some(TeamRole::Owner), 1).await;
        harness.member("usr_manager", ORGANIZER, Some(TeamRole::EventManager), 1).await;
        harness.member("usr_door", ORGANIZER, Some(TeamRole::DoorStaff), 1).await;
        harness.member("usr_other", OTHER_ORGANIZER, Some(TeamRole::Owner), 1).await;
        harness
    }

    pub async fn member(&self, user_id: &str, organizer_id: &str, role: Option<TeamRole>, version: i64) {
        let message = MembershipChanged {
            membership_id: format!("mem_{user_id}"),
            user_id: user_id.to_owned(),
            organizer_id: organizer_id.to_owned(),
            role,
            version,
        };
        let id = format!("msg_{user_id}_{version}");
        hear(&self.service, &id, &message, self.now_ms())
            .await
            .expect("the message is handled");
    }

    pub fn now_ms(&self) -> i64 {
        self.state.stamp.clock.now_ms()
    }

    /// Executes as `viewer` and expects no error of the operation.
    pub async fn run(&self, viewer: &Viewer, operation: &str, variables: Value) -> Value {
        let response = execute(&self.service, viewer, operation, variables).await;
        assert_eq!(response.get("errors"), None, "{operation}: {response}");
        response["data"].clone()
    }

    /// Executes and answers the code of the operation's error.
    pub async fn code(&self, viewer: &Viewer, operation: &str, variables: Value) -> String {
        let response = execute(&self.service, viewer, operation, variables).await;
        response["errors"][0]["extensions"]["code"]
            .as_str()
            .unwrap_or_else(|| panic!("no error: {response}"))
            .to_owned()
    }

    /// Runs a mutation of one field with `$input` as the owner.
    pub async fn command(&self, field: &str, input_type: &str, selection: &str, input: Value) -> Value {
        self.command_as(&owner(), field, input_type, selection, input).await
    }

    pub async fn command_as(&self, viewer: &Viewer, field: &str, input_type: &str, selection: &str, input: Value) -> Value {
        let operation = format!("mutation($input: {input_type}!) {{ {field}(input: $input) {{ {selection} {ERRORS} }} }}");
        self.run(viewer, &operation, json!({ "input": input })).await[field].clone()
    }

    /// A draft; answers `{id, version, slug, occurrences}`.
    pub async fn draft(&self, title: &str) -> Value {
        let venue = self.venue("Kesselhaus", "Berlin", "DE", "Europe/Berlin").await;
        self.draft_at(title, "EUR", "Europe/Berlin", "2026-07-10T20:00", Some(&venue)).await
    }

    pub async fn draft_at(&self, title: &str, currency: &str, zone: &str, starts: &str, venue_id: Option<&str>) -> Value {
        let input = json!({
            "organizerId": ORGANIZER, "title": title, "format": "IN_PERSON", "currency": currency, "timeZone": zone,
            "startsAtLocal": starts, "venueId": venue_id,
        });
        let selection = "event { id version slug occurrences { nodes { id } } }";
        let payload = self.command("eventCreate", "EventCreateInput", selection, input).await;
        assert_eq!(payload["errors"], json!([]), "{title}");
        payload["event"].clone()
    }

    /// A venue; answers its id.
    pub async fn venue(&self, name: &str, city: &str, country: &str, zone: &str) -> String {
        let input = json!({
            "organizerId": ORGANIZER, "name": name, "lines": ["Uferweg 3"], "city": city, "countryCode": country, "timeZone": zone,
            "capacity": 400,
        });
        let payload = self.command("venueUpsert", "VenueUpsertInput", "venue { id }", input).await;
        assert_eq!(payload["errors"], json!([]));
        text(&payload["venue"]["id"])
    }

    /// A ticket type; answers its id.
    pub async fn ticket_type(&self, event: &Value, name: &str, price_minor: i64) -> String {
        let input = json!({ "eventId": event["id"], "name": name, "priceMinor": price_minor, "capacity": 100 });
        let payload = self
            .command("ticketTypeUpsert", "TicketTypeUpsertInput", "ticketType { id }", input)
            .await;
        assert_eq!(payload["errors"], json!([]));
        text(&payload["ticketType"]["id"])
    }

    /// Publishes; answers `{id, version, status}`.
    pub async fn publish(&self, event: &Value) -> Value {
        let version = self.version(event).await;
        let input = json!({ "id": event["id"], "version": version });
        let payload = self
            .command("eventPublish", "EventTransitionInput", "event { id slug version status }", input)
            .await;
        assert_eq!(payload["errors"], json!([]));
        payload["event"].clone()
    }

    /// A published event with a ticket type; answers `{id, version, slug, occurrences}`.
    pub async fn published(&self, title: &str) -> Value {
        let draft = self.draft(title).await;
        self.ticket_type(&draft, "Standard", 2_500).await;
        self.publish(&draft).await;
        self.read(&draft).await
    }

    /// Changes an event; answers it after the change.
    pub async fn update(&self, event: &Value, mut changes: Value) -> Value {
        changes["id"] = event["id"].clone();
        changes["version"] = self.version(event).await;
        let payload = self
            .command("eventUpdate", "EventUpdateInput", "event { id version }", changes)
            .await;
        assert_eq!(payload["errors"], json!([]));
        payload["event"].clone()
    }

    pub async fn read(&self, event: &Value) -> Value {
        let operation =
            "query($id: ID!) { event(id: $id) { id version slug title status publishedAt occurrences { nodes { id status } } } }";
        self.run(&owner(), operation, json!({ "id": event["id"] })).await["event"].clone()
    }

    async fn version(&self, event: &Value) -> Value {
        self.read(event).await["version"].clone()
    }

    /// The data of messages of a type, oldest first.
    pub async fn told(&self, message_type: &str) -> Vec<Value> {
        let rows = outbox(&self.test.deps.database).await;
        rows.into_iter()
            .filter(|(kind, _)| kind == message_type)
            .map(|(_, data)| data)
            .collect()
    }

    /// Everything there is, as text: equal before and after whatever changes nothing.
    pub async fn everything(&self) -> String {
        let connection = self.test.deps.database.reader();
        let mut all = String::new();
        for (table, columns) in [
            ("event", "id, title, status, visibility, refund_policy, version, published_at"),
            ("occurrence", "id, status, starts_at, version"),
            ("ticket_type", "id, name, price_minor, capacity, version"),
            ("venue", "id, name, version"),
            ("event_category", "event_id, category_id"),
            ("outbox", "id, type"),
            ("idempotency", "key, result_ref"),
        ] {
            let sql = format!("SELECT {columns} FROM {table} ORDER BY 1, 2");
            let statement = Statement::from_string(connection.get_database_backend(), sql);
            for row in connection.query_all_raw(statement).await.unwrap() {
                let cells: Vec<String> = columns
                    .split(", ")
                    .map(|column| {
                        row.try_get::<Option<String>>("", column)
                            .map(|cell| format!("{cell:?}"))
                            .or_else(|_| row.try_get::<Option<i64>>("", column).map(|cell| format!("{cell:?}")))
                            .unwrap()
                    })
                    .collect();
                all.push_str(&format!("{table}: {}\n", cells.join(" ")));
            }
        }
        all
    }
}

const ERRORS: &str = "errors { __typename ... on UserError { code path } ... on ConflictError { currentVersion currentState } }";

const MEMBER_SCOPES: &[&str] = &["user", "event:read", "event:write"];

pub fn owner() -> Viewer {
    Viewer::signed_in("usr_owner", MEMBER_SCOPES)
}

pub fn manager() -> Viewer {
    Viewer::signed_in("usr_manager", MEMBER_SCOPES)
}

/// A member of the organiser without a say in its events.
pub fn door_staff() -> Viewer {
    Viewer::signed_in("usr_door", &["user", "checkin:read", "checkin:write"])
}

/// A member of another organiser, with the same scopes.
pub fn other_owner() -> Viewer {
    Viewer::signed_in("usr_other", MEMBER_SCOPES)
}

pub fn stranger() -> Viewer {
    Viewer::signed_in("usr_stranger", &["user"])
}

pub fn nobody() -> Viewer {
    Viewer::default()
}

pub fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("not a text: {value}")).to_owned()
}

/// `code path` of each refusal in a payload.
pub fn refusals(payload: &Value) -> Vec<String> {
    let errors = payload["errors"].as_array().unwrap_or_else(|| panic!("no errors: {payload}"));
    errors
        .iter()
        .map(|error| {
            let path: Vec<String> = error["path"].as_array().into_iter().flatten().map(text).collect();
            format!("{} {}", text(&error["code"]), path.join("."))
        })
        .collect()
}
