//! Who may see and do what: the buyer, the guest whose token it is, members by permission, staff. A scope opens the
//! door; here it is asked whose room it is.

use contracts::access::Permission;
use kit::error::Result;
use kit::viewer::Viewer;

use crate::state::State;
use crate::store::rows::Booking;

/// The scope of the platform's staff, of its admin:* the one over bookings.
const STAFF: &str = "admin:bookings";

/// Whether the viewer bought it or holds its guest token.
pub fn is_buyer(viewer: &Viewer, booking: &Booking) -> bool {
    viewer.guest_booking_id() == Some(booking.id.as_str())
        || booking
            .buyer_user_id
            .as_deref()
            .is_some_and(|buyer| viewer.user_id() == Some(buyer))
}

pub fn is_staff(viewer: &Viewer) -> bool {
    viewer.has_scope(STAFF)
}

/// What a member may do at an organiser, with the scopes that open the door to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Right {
    ReadBookings,
    ManageBookings,
    /// Tickets and lists, without letting anyone in.
    SeeDoor,
    CheckIn,
    SeeQuotas,
    EditQuotas,
}

impl Right {
    fn scopes(self) -> &'static [&'static str] {
        match self {
            Self::ReadBookings => &["booking:read"],
            Self::ManageBookings => &["booking:manage"],
            Self::SeeDoor => &["checkin:read", "checkin:write"],
            Self::CheckIn => &["checkin:write"],
            Self::SeeQuotas => &["event:read"],
            Self::EditQuotas => &["event:write"],
        }
    }

    /// One of these permissions is enough.
    fn permissions(self) -> &'static [Permission] {
        match self {
            Self::ReadBookings => &[Permission::BookingRead],
            Self::ManageBookings => &[Permission::BookingManage],
            Self::SeeDoor | Self::CheckIn => &[Permission::CheckIn],
            Self::SeeQuotas => &[Permission::CatalogueEdit, Permission::BookingRead],
            Self::EditQuotas => &[Permission::CatalogueEdit],
        }
    }

    /// Whether the viewer's token opens the door at all; staff's opens every door.
    pub fn has_scope(self, viewer: &Viewer) -> bool {
        is_staff(viewer) || self.scopes().iter().any(|scope| viewer.has_scope(scope))
    }

    /// Whether these permissions of the viewer at the organiser give the right.
    pub fn is_given(self, viewer: &Viewer, permissions: &[String]) -> bool {
        is_staff(viewer)
            || (self.has_scope(viewer)
                && self
                    .permissions()
                    .iter()
                    .any(|wanted| permissions.iter().any(|known| known == wanted.name())))
    }

    /// FORBIDDEN or UNAUTHENTICATED unless the token opens the door.
    pub fn require_scope(self, viewer: &Viewer) -> Result<()> {
        if is_staff(viewer) {
            Ok(())
        } else {
            viewer.require_scope(self.scopes())
        }
    }
}

impl State {
    /// Whether the viewer has the right at the organiser.
    pub async fn is_permitted(&self, viewer: &Viewer, right: Right, organizer_id: &str) -> Result<bool> {
        if is_staff(viewer) {
            return Ok(true);
        }
        let Some(user_id) = viewer.user_id().filter(|_| right.has_scope(viewer)) else {
            return Ok(false);
        };
        Ok(right.is_given(viewer, &self.access.permissions(user_id, organizer_id).await?))
    }

    /// Whether a booking exists for this viewer.
    pub async fn sees_booking(&self, viewer: &Viewer, booking: &Booking) -> Result<bool> {
        Ok(is_buyer(viewer, booking) || self.is_permitted(viewer, Right::ReadBookings, &booking.organizer_id).await?)
    }
}
