//! Notification, Delivery, the built-in texts, and what is added to User and Booking.

use async_graphql::{Context, Enum, ID, Object, SimpleObject};
use chrono::{DateTime, Utc};
use contracts::access::Permission;
use kit::Error;
use kit::clock::datetime;
use kit::page::{Page, PageRequest};
use kit::viewer;

use super::loaders::Loaders;
use crate::domain;
use crate::domain::catalogue::{self, Entry};
use crate::state::State;
use crate::store::{DeliveryRow, NotificationRow, notifications};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "domain::NotificationKind")]
pub enum NotificationKind {
    BookingConfirmed,
    BookingExpired,
    PaymentFailed,
    RefundIssued,
    EventCancelled,
    /// To the owners and administrators of an organiser.
    OrganizerSale,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(name = "Channel", remote = "domain::ChannelKind")]
pub enum ChannelKind {
    InApp,
    Email,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "domain::DeliveryStatus")]
pub enum DeliveryStatus {
    Queued,
    Sent,
    /// Given up.
    Failed,
}

/// Something told to a user.
#[derive(Clone, Debug, SimpleObject)]
pub struct Notification {
    pub id: ID,
    pub kind: NotificationKind,
    pub title: String,
    pub body: String,
    pub created_at: DateTime<Utc>,
    pub read_at: Option<DateTime<Utc>>,
    /// A path of the web client.
    pub deep_link: String,
    pub booking: Option<Booking>,
    pub event: Option<Event>,
}

impl From<NotificationRow> for Notification {
    fn from(row: NotificationRow) -> Self {
        Self {
            kind: row.kind().into(),
            id: ID(row.id),
            title: row.title,
            body: row.body,
            created_at: datetime(row.created_at),
            read_at: row.read_at.map(datetime),
            deep_link: row.deep_link,
            booking: row.booking_id.map(|id| Booking { id: ID(id) }),
            event: row.event_id.map(|id| Event { id: ID(id) }),
        }
    }
}

kit::connection!(NotificationConnection, NotificationEdge, Notification);

/// One mail, sent or to be sent. Shows neither address nor text.
#[derive(Clone, Debug, SimpleObject)]
pub struct Delivery {
    pub id: ID,
    pub channel: ChannelKind,
    pub template: String,
    pub status: DeliveryStatus,
    pub attempts: i32,
    pub last_error: Option<String>,
    pub sent_at: Option<DateTime<Utc>>,
}

impl From<DeliveryRow> for Delivery {
    fn from(row: DeliveryRow) -> Self {
        Self {
            status: row.status().into(),
            id: ID(row.id),
            channel: ChannelKind::Email,
            template: row.template,
            attempts: i32::try_from(row.attempts).unwrap_or(i32::MAX),
            last_error: row.last_error,
            sent_at: row.sent_at.map(datetime),
        }
    }
}

/// A built-in text with its placeholders.
#[derive(Clone, Debug, SimpleObject)]
pub struct NotificationTemplate {
    pub id: ID,
    pub kind: NotificationKind,
    pub channel: ChannelKind,
    pub locale: String,
    pub subject: Option<String>,
    pub body: String,
}

impl From<&Entry> for NotificationTemplate {
    fn from(entry: &Entry) -> Self {
        let channel = match entry.channel {
            domain::ChannelKind::InApp => "in_app",
            domain::ChannelKind::Email => "email",
        };
        Self {
            id: ID(format!(
                "{}:{channel}:{}",
                entry.kind.name().to_ascii_lowercase(),
                catalogue::LOCALE
            )),
            kind: entry.kind.into(),
            channel: entry.channel.into(),
            locale: catalogue::LOCALE.to_owned(),
            subject: Some(entry.text.subject.to_owned()),
            body: entry.text.body.to_owned(),
        }
    }
}

/// An event; of events.
#[derive(Clone, Debug, SimpleObject)]
#[graphql(unresolvable = "id")]
pub struct Event {
    pub id: ID,
}

#[derive(Clone, Debug)]
pub struct User {
    pub id: ID,
}

/// A person with an account; of users.
#[Object]
impl User {
    async fn id(&self) -> &ID {
        &self.id
    }

    /// Newest first. Null for everyone but the user.
    #[graphql(requires_scopes = "user")]
    async fn notifications(
        &self,
        context: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
        unread_only: Option<bool>,
    ) -> Result<Option<NotificationConnection>, Error> {
        if viewer::of(context).user_id() != Some(self.id.as_str()) {
            return Ok(None);
        }
        let state = context.data_unchecked::<State>();
        let request = PageRequest::<(i64, String)>::parse(&state.cursors, first, after.as_deref())?;
        let limit = request.limit as u64 + 1;
        let rows = notifications::page(
            state.database.reader(),
            &self.id,
            unread_only.unwrap_or(false),
            request.position.as_ref(),
            limit,
        )
        .await?;
        let page = Page::build(&state.cursors, &request, rows, |row| (row.created_at, row.id.clone()));
        Ok(Some(page.map(Notification::from).into()))
    }

    /// Null for everyone but the user.
    #[graphql(requires_scopes = "user")]
    async fn unread_notification_count(&self, context: &Context<'_>) -> Result<Option<i32>, Error> {
        if viewer::of(context).user_id() != Some(self.id.as_str()) {
            return Ok(None);
        }
        let count = context
            .data_unchecked::<Loaders>()
            .unread_count
            .load(self.id.0.clone())
            .await?
            .unwrap_or(0);
        Ok(Some(i32::try_from(count).unwrap_or(i32::MAX)))
    }
}

#[derive(Clone, Debug)]
pub struct Booking {
    pub id: ID,
}

/// A buyer's claim on places; of bookings.
#[Object]
impl Booking {
    async fn id(&self) -> &ID {
        &self.id
    }

    /// The mails about a booking, oldest first. Members of its organiser who read bookings see them.
    #[graphql(requires_scopes = "booking:read")]
    async fn deliveries(&self, context: &Context<'_>) -> Result<Option<Vec<Delivery>>, Error> {
        let viewer = viewer::of(context);
        viewer.require_scope(&["booking:read"])?;
        let rows = context
            .data_unchecked::<Loaders>()
            .deliveries_of_booking
            .load(self.id.0.clone())
            .await?
            .unwrap_or_default();
        let access = &context.data_unchecked::<State>().access;
        // The organiser is the booking's, the same on every row.
        if let Some(organizer_id) = rows.first().and_then(|row| row.organizer_id.as_deref())
            && !access.allows(viewer, organizer_id, Permission::BookingRead.name()).await?
        {
            return Ok(None);
        }
        Ok(Some(rows.into_iter().map(Delivery::from).collect()))
    }
}
