//! Who may see a payment: its buyer, the guest of its booking, and members of the organiser who handle money.

use contracts::access::Permission;
use kit::Error;
use kit::viewer::Viewer;

use crate::state::State;
use crate::store::PaymentRow;

/// The one who pays: only they get secrets of the card form, cancel or sync.
pub(super) fn owns(viewer: &Viewer, row: &PaymentRow) -> bool {
    let buyer = row.buyer_user_id.as_deref().is_some_and(|buyer| viewer.user_id() == Some(buyer));
    buyer || viewer.guest_booking_id() == Some(row.booking_id.as_str())
}

/// A member of the organiser's team with a permission over money.
pub(super) async fn handles_money(state: &State, viewer: &Viewer, row: &PaymentRow) -> Result<bool, Error> {
    if !viewer.has_scope("payment:read") {
        return Ok(false);
    }
    for permission in [Permission::RefundCreate, Permission::PayoutRead] {
        if state.access.allows(viewer, &row.organizer_id, permission.name()).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

pub(super) async fn may_see(state: &State, viewer: &Viewer, row: &PaymentRow) -> Result<bool, Error> {
    Ok(owns(viewer, row) || handles_money(state, viewer, row).await?)
}
