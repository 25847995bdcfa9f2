//! What commands, handlers, workers and resolvers share. Knows no GraphQL type.

use std::sync::Arc;
use std::time::Duration;

use kit::Deps;
use kit::access::AccessControl;
use kit::cache::Throttle;
use kit::error::{Error, Result};
use kit::token::SigningKey;
use kit::viewer::Viewer;
use serde::Serialize;

use crate::config::Config;
use crate::domain::limits;
use crate::feed::Feed;
use crate::store::rows::{Booking, Ticket};

/// The subgraph's own: dependencies, permissions, its key and what is being told live.
pub struct State {
    pub deps: Deps,
    pub access: Arc<AccessControl>,
    pub config: Config,
    pub feed: Feed,
    key: Arc<SigningKey>,
}

/// How everyone holds the state.
pub type Shared = Arc<State>;

#[derive(Serialize)]
struct GuestClaims<'a> {
    iss: &'a str,
    aud: &'a str,
    scope: &'a str,
    booking: &'a str,
    iat: i64,
    exp: i64,
}

const MINUTE: Duration = Duration::from_secs(60);

impl State {
    pub fn new(deps: Deps) -> Result<Self> {
        let key = deps
            .signing_key
            .clone()
            .ok_or_else(|| Error::internal("bookings needs a signing key"))?;
        Ok(Self {
            access: contracts::access::memberships(deps.database.clone(), deps.internal.clone()),
            config: Config::from_env(&deps.env)?,
            feed: Feed::default(),
            key,
            deps,
        })
    }

    pub fn now_ms(&self) -> i64 {
        self.deps.clock.now_ms()
    }

    /// A new id of the kind `prefix`.
    pub fn id(&self, prefix: &str) -> String {
        self.deps.ids.next(prefix, self.now_ms())
    }

    /// The token that opens a guest's booking.
    pub fn guest_token(&self, booking_id: &str) -> Result<String> {
        let now_ms = self.now_ms();
        self.key.sign(&GuestClaims {
            iss: kit::token::GUEST_ISSUER,
            aud: kit::token::AUDIENCE,
            scope: "guest",
            booking: booking_id,
            iat: now_ms / 1000,
            exp: (now_ms + limits::GUEST_TOKEN_MS) / 1000,
        })
    }

    /// What the QR code of a ticket says.
    pub fn qr_payload(&self, ticket: &Ticket) -> String {
        let claim = ticket.claim();
        claim.payload(&self.key.sign_bytes(&claim.signed_part()))
    }

    /// Whether `signature` over `bytes` is ours.
    pub fn is_signed(&self, bytes: &[u8], signature: &[u8]) -> bool {
        self.key.verify_bytes(bytes, signature)
    }

    /// Counts a try of a hold, by address and by account. `Some`: too many; seconds to wait.
    pub async fn throttle_hold(&self, viewer: &Viewer) -> Option<i32> {
        if !viewer.address.is_empty() {
            let key = format!("bookings:hold:address:{}", viewer.address);
            if let Some(seconds) = self.throttle(&key, self.config.holds_per_minute_per_address).await {
                return Some(seconds);
            }
        }
        // An anonymous caller is known by its address only, which was counted above.
        let account = viewer.user_id().or(viewer.guest_booking_id())?;
        self.throttle(&format!("bookings:hold:{account}"), self.config.holds_per_minute)
            .await
    }

    /// Counts a try of another change by the caller.
    pub async fn throttle_change(&self, viewer: &Viewer) -> Option<i32> {
        self.throttle(&format!("bookings:change:{}", viewer.caller()), self.config.changes_per_minute)
            .await
    }

    /// Counts a scan by the caller.
    pub async fn throttle_scan(&self, viewer: &Viewer) -> Option<i32> {
        self.throttle(&format!("bookings:scan:{}", viewer.caller()), self.config.scans_per_minute)
            .await
    }

    async fn throttle(&self, key: &str, limit: u32) -> Option<i32> {
        match self.deps.cache.throttle(key, limit, MINUTE).await {
            Throttle::Allowed => None,
            Throttle::Limited { retry_after_seconds } => Some(retry_after_seconds),
        }
    }

    /// Tells open subscriptions that a booking changed, and with it its occurrence's availability.
    pub async fn tell_booking(self: &Arc<Self>, booking: &Booking) {
        self.deps
            .live
            .publish(&crate::feed::booking_topic(&booking.id), booking.version.to_string())
            .await;
    }

    /// The same, when places moved too.
    pub async fn tell_booking_and_places(self: &Arc<Self>, booking: &Booking) {
        self.tell_booking(booking).await;
        self.tell_places(&booking.occurrence_id).await;
    }

    /// Tells open subscriptions, soon, what is left of an occurrence.
    pub async fn tell_places(self: &Arc<Self>, occurrence_id: &str) {
        Feed::changed(self, occurrence_id).await;
    }
}
