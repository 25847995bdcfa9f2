//! Roles, permissions and the scopes they open (the table of the users subgraph's README), and the projection of
//! memberships by which every subgraph decides who may do what.

use std::sync::Arc;

use futures_util::future::BoxFuture;
use kit::access::{AccessControl, Grant, GrantSource};
use kit::bus::Received;
use kit::database::Database;
use kit::internal::Internal;
use serde::{Deserialize, Serialize};

use crate::messages::MembershipChanged;

/// What a member may do for an organiser.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
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

/// The role of a member in an organiser's team.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum TeamRole {
    Owner,
    Admin,
    EventManager,
    Finance,
    Support,
    DoorStaff,
}

impl Permission {
    pub const ALL: [Self; 11] = [
        Self::EventCreate,
        Self::EventEdit,
        Self::CatalogueEdit,
        Self::BookingRead,
        Self::BookingManage,
        Self::RefundCreate,
        Self::CheckIn,
        Self::AttendeeExport,
        Self::PayoutRead,
        Self::TeamManage,
        Self::WebhookManage,
    ];

    /// The stable name, as on the wire and in the schema.
    pub fn name(self) -> &'static str {
        match self {
            Self::EventCreate => "EVENT_CREATE",
            Self::EventEdit => "EVENT_EDIT",
            Self::CatalogueEdit => "CATALOGUE_EDIT",
            Self::BookingRead => "BOOKING_READ",
            Self::BookingManage => "BOOKING_MANAGE",
            Self::RefundCreate => "REFUND_CREATE",
            Self::CheckIn => "CHECK_IN",
            Self::AttendeeExport => "ATTENDEE_EXPORT",
            Self::PayoutRead => "PAYOUT_READ",
            Self::TeamManage => "TEAM_MANAGE",
            Self::WebhookManage => "WEBHOOK_MANAGE",
        }
    }

    /// The coarse scopes a token gets when its user has this permission anywhere.
    pub fn scopes(self) -> &'static [&'static str] {
        match self {
            Self::EventCreate | Self::EventEdit | Self::CatalogueEdit => &["event:read", "event:write"],
            Self::BookingRead => &["booking:read"],
            Self::BookingManage => &["booking:manage"],
            Self::CheckIn => &["checkin:read", "checkin:write"],
            Self::RefundCreate => &["refund:write", "payment:read"],
            Self::PayoutRead => &["payout:read", "payment:read"],
            Self::AttendeeExport => &["analytics:read"],
            Self::TeamManage => &["organizer:read", "organizer:admin"],
            Self::WebhookManage => &["webhook:manage"],
        }
    }
}

impl TeamRole {
    /// What the role may do. OWNER and ADMIN may do everything; that an admin does not manage owners is
    /// decided where the team is managed.
    pub fn permissions(self) -> &'static [Permission] {
        use Permission::*;
        match self {
            Self::Owner | Self::Admin => &Permission::ALL,
            Self::EventManager => &[EventCreate, EventEdit, CatalogueEdit, BookingRead, CheckIn],
            Self::Finance => &[BookingRead, RefundCreate, PayoutRead, AttendeeExport],
            Self::Support => &[BookingRead, BookingManage],
            Self::DoorStaff => &[CheckIn],
        }
    }
}

fn grant(role: Option<TeamRole>, version: i64) -> Grant {
    let permissions = role.map(TeamRole::permissions).unwrap_or_default();
    Grant {
        permissions: permissions.iter().map(|permission| permission.name().to_owned()).collect(),
        version,
    }
}

struct MembershipSource(Internal);

impl GrantSource for MembershipSource {
    fn load<'a>(&'a self, subject_id: &'a str, resource_id: &'a str) -> BoxFuture<'a, Result<Grant, kit::Error>> {
        Box::pin(async move {
            let request = crate::calls::Membership {
                user_id: subject_id.to_owned(),
                organizer_id: resource_id.to_owned(),
            };
            let answer = self.0.call(&request).await?;
            Ok(grant(answer.role, answer.version))
        })
    }
}

/// The access control of a subgraph over organisers: its own projection of memberships, and `users.membership` on a miss.
pub fn memberships(database: Database, internal: Internal) -> Arc<AccessControl> {
    Arc::new(AccessControl::new(database, Arc::new(MembershipSource(internal))))
}

/// Handles `users.membership_changed`: idempotent by the membership's version, so it needs no inbox.
pub async fn project_membership(database: &Database, message: Received<MembershipChanged>) -> Result<(), kit::Error> {
    let changed = message.data;
    kit::access::project(
        database,
        &changed.user_id,
        &changed.organizer_id,
        &grant(changed.role, changed.version),
    )
    .await?;
    Ok(())
}
