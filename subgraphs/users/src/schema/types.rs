//! Users, organisers and the stubs behind `node`.

use std::sync::Arc;

use async_graphql::{Context, Enum, ID, Interface, Object, SimpleObject};
use chrono::{DateTime, Utc};
use kit::clock::datetime;
use kit::scalars::{CurrencyCode, TimeZone};
use kit::viewer;

use super::loaders::Loaders;
use super::role_of;
use crate::commands::State;
use crate::domain::session::IDLE_MS;
use crate::store::rows::{account, login_session, membership, organizer};
use crate::store::sessions;

/// An object with a global id whose prefix names its type: usr_ org_ evt_ occ_ ven_ tty_ bkg_ tkt_ pay_ rfd_.
#[derive(Interface)]
#[graphql(field(name = "id", ty = "ID"))]
pub enum Node {
    User(User),
    Organizer(Organizer),
    Event(Event),
    Occurrence(Occurrence),
    Venue(Venue),
    TicketType(TicketType),
    Booking(Booking),
    Ticket(Ticket),
    Payment(Payment),
    Refund(Refund),
}

macro_rules! stub {
    ($($(#[doc = $doc:literal])* $type:ident),* $(,)?) => {
        $(
            $(#[doc = $doc])*
            pub struct $type(pub String);

            $(#[doc = $doc])*
            #[Object(unresolvable = "id")]
            impl $type {
                async fn id(&self) -> ID {
                    ID(self.0.clone())
                }
            }
        )*
    };
}

stub!(
    /// A show people buy tickets for. Ids begin with evt_.
    Event,
    /// One date of an event. Ids begin with occ_.
    Occurrence,
    /// A place where occurrences are held. Ids begin with ven_.
    Venue,
    /// A product that admits to an occurrence. Ids begin with tty_.
    TicketType,
    /// A buyer's claim on inventory. Ids begin with bkg_.
    Booking,
    /// One admission within a booking. Ids begin with tkt_.
    Ticket,
    /// Money moved by the provider for a booking. Ids begin with pay_.
    Payment,
    /// Money moved back to the buyer of a payment. Ids begin with rfd_.
    Refund,
);

/// A person with an account. Ids begin with usr_.
#[derive(Clone)]
pub struct User(pub account::Model);

/// A person with an account. Ids begin with usr_.
#[Object]
impl User {
    async fn id(&self) -> ID {
        ID(self.0.id.clone())
    }

    /// What others see.
    async fn display_name(&self) -> &str {
        &self.0.display_name
    }

    /// Own and staff only: the user themselves and the platform's staff. Organisers see the contact of a booking instead.
    #[graphql(requires_scopes = "user", requires_scopes = "admin:users")]
    async fn email(&self, context: &Context<'_>) -> Option<&str> {
        self.is_visible_to(context).then_some(self.0.email.as_str())
    }

    /// When the address was proven; null before that, and to anyone but the user and staff.
    async fn email_verified_at(&self, context: &Context<'_>) -> Option<DateTime<Utc>> {
        self.0.email_verified_at.filter(|_| self.is_visible_to(context)).map(datetime)
    }

    /// A language tag such as en or de-AT.
    async fn locale(&self) -> &str {
        &self.0.locale
    }

    /// Where the user lives, if they said.
    async fn time_zone(&self) -> Option<TimeZone> {
        self.0.time_zone.as_deref().and_then(|name| name.parse().ok()).map(TimeZone)
    }

    /// The teams the user is in; null to anyone but the user and staff.
    #[graphql(requires_scopes = "user")]
    async fn memberships(&self, context: &Context<'_>) -> kit::Result<Option<Vec<Membership>>> {
        if !self.is_visible_to(context) {
            return Ok(None);
        }
        let rows = context
            .data_unchecked::<Loaders>()
            .memberships_of_accounts
            .load(self.0.id.clone())
            .await?;
        Ok(Some(rows.unwrap_or_default().into_iter().map(Membership).collect()))
    }

    /// Where the user is signed in, last seen first; null to anyone else.
    #[graphql(requires_scopes = "user")]
    async fn login_sessions(&self, context: &Context<'_>) -> kit::Result<Option<Vec<LoginSession>>> {
        let Some(access) = viewer::of(context).user.as_ref().filter(|access| access.user_id == self.0.id) else {
            return Ok(None);
        };
        let state = context.data_unchecked::<Arc<State>>();
        let seen_after_ms = state.deps.clock.now_ms() - IDLE_MS;
        let rows = sessions::list_live(state.deps.database.reader(), &self.0.id, seen_after_ms).await?;
        Ok(Some(
            rows.into_iter().map(|row| LoginSession::new(row, &access.session_id)).collect(),
        ))
    }

    /// When the account was made.
    async fn created_at(&self) -> DateTime<Utc> {
        datetime(self.0.created_at)
    }
}

impl User {
    fn is_visible_to(&self, context: &Context<'_>) -> bool {
        let viewer = viewer::of(context);
        viewer.user_id() == Some(self.0.id.as_str()) || viewer.has_scope("admin:users")
    }
}

/// A place where the user is signed in.
#[derive(SimpleObject)]
pub struct LoginSession {
    pub id: ID,
    /// What the browser called itself.
    pub user_agent: Option<String>,
    pub last_seen_at: DateTime<Utc>,
    /// The session this question comes from.
    pub current: bool,
}

impl LoginSession {
    fn new(row: login_session::Model, current_id: &str) -> Self {
        Self {
            current: row.id == current_id,
            id: ID(row.id),
            user_agent: row.user_agent,
            last_seen_at: datetime(row.last_seen_at),
        }
    }
}

/// Who sells tickets: a team of users with roles. Ids begin with org_.
#[derive(Clone)]
pub struct Organizer(pub organizer::Model);

/// Who sells tickets: a team of users with roles. Ids begin with org_.
#[Object]
impl Organizer {
    async fn id(&self) -> ID {
        ID(self.0.id.clone())
    }

    /// The organiser's part of the addresses of its events.
    async fn slug(&self) -> &str {
        &self.0.slug
    }

    async fn name(&self) -> &str {
        &self.0.name
    }

    /// What a new event is sold in unless it says otherwise.
    async fn default_currency(&self) -> CurrencyCode {
        CurrencyCode(self.0.default_currency.clone())
    }

    /// Where a new event takes place unless it says otherwise.
    async fn default_time_zone(&self) -> kit::Result<TimeZone> {
        self.0
            .default_time_zone
            .parse()
            .map(TimeZone)
            .map_err(|_| kit::Error::internal("a stored time zone does not parse"))
    }

    /// The team: one membership per user; null to anyone who is not in it.
    #[graphql(requires_scopes = "organizer:read")]
    async fn members(&self, context: &Context<'_>) -> kit::Result<Option<Vec<Membership>>> {
        let rows = self.memberships(context).await?;
        let viewer = viewer::of(context);
        let is_member = rows.iter().any(|row| Some(row.account_id.as_str()) == viewer.user_id());
        Ok((is_member && viewer.has_scope("organizer:read")).then(|| rows.into_iter().map(Membership).collect()))
    }

    /// What the viewer may do here; null when nobody is signed in.
    async fn viewer_permissions(&self, context: &Context<'_>) -> kit::Result<Option<Vec<Permission>>> {
        let Some(user_id) = viewer::of(context).user_id() else {
            return Ok(None);
        };
        let rows = self.memberships(context).await?;
        let role = rows.iter().find(|row| row.account_id == user_id).map(|row| role_of(&row.role));
        let permissions = role.map(contracts::access::TeamRole::permissions).unwrap_or_default();
        Ok(Some(permissions.iter().map(|permission| Permission::from(*permission)).collect()))
    }
}

impl Organizer {
    async fn memberships(&self, context: &Context<'_>) -> kit::Result<Vec<membership::Model>> {
        Ok(context
            .data_unchecked::<Loaders>()
            .memberships_of_organizers
            .load(self.0.id.clone())
            .await?
            .unwrap_or_default())
    }
}

/// A user's place in an organiser's team.
pub struct Membership(pub membership::Model);

/// A user's place in an organiser's team.
#[Object]
impl Membership {
    async fn id(&self) -> ID {
        ID(self.0.id.clone())
    }

    async fn user(&self, context: &Context<'_>) -> kit::Result<User> {
        let row = context.data_unchecked::<Loaders>().accounts.load(self.0.account_id.clone()).await?;
        row.map(User)
            .ok_or_else(|| kit::Error::internal("a membership without its account"))
    }

    async fn organizer(&self, context: &Context<'_>) -> kit::Result<Organizer> {
        let row = context
            .data_unchecked::<Loaders>()
            .organizers
            .load(self.0.organizer_id.clone())
            .await?;
        row.map(Organizer)
            .ok_or_else(|| kit::Error::internal("a membership without its organiser"))
    }

    async fn role(&self) -> TeamRole {
        role_of(&self.0.role).into()
    }

    /// When the user joined.
    async fn since(&self) -> DateTime<Utc> {
        datetime(self.0.since)
    }
}

/// What a member is in a team.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "contracts::access::TeamRole")]
pub enum TeamRole {
    Owner,
    Admin,
    EventManager,
    Finance,
    Support,
    DoorStaff,
}

/// What a member may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "contracts::access::Permission")]
pub enum Permission {
    EventCreate,
    EventEdit,
    CatalogueEdit,
    BookingRead,
    BookingManage,
    RefundCreate,
    CheckIn,
    AttendeeExport,
    PayoutRead,
    TeamManage,
    WebhookManage,
}
