//! paymentChanged: the newest payment at once, then every payment of the booking that changes.

use async_graphql::{Context, ID, Subscription};
use futures_util::{Stream, StreamExt, stream};
use kit::Error;
use kit::directives::requires_scopes;
use kit::viewer::{self, Viewer};

use super::access::may_see;
use super::payment::Payment;
use crate::state::{State, topic};
use crate::store::{PaymentRow, payments};

pub struct Subscription;

#[Subscription]
impl Subscription {
    /// The booking's payments as they change, beginning with the newest there is.
    #[graphql(directive = requires_scopes::apply(vec![vec!["user".into()], vec!["guest".into()]]))]
    async fn payment_changed(&self, context: &Context<'_>, booking_id: ID) -> Result<impl Stream<Item = Option<Payment>> + use<>, Error> {
        let viewer = viewer::of(context).clone();
        viewer.require_scope(&["user", "guest"])?;
        if viewer.user.is_none() && viewer.guest_booking_id() != Some(booking_id.as_str()) {
            return Err(Error::forbidden("This link opens another booking."));
        }
        let state = context.data_unchecked::<State>().clone();
        // Listening begins before the first look, so that nothing falls between the two.
        let nudges = state.live.subscribe(&topic(&booking_id));
        let newest = payments::of_booking(state.database.reader(), &booking_id).await?.pop();
        let first = stream::iter(shown(&state, &viewer, newest).await?.map(Some));
        let changes = nudges.filter_map(move |payment_id| {
            let (state, viewer) = (state.clone(), viewer.clone());
            async move {
                let looked = match payments::find(state.database.reader(), &payment_id).await {
                    Ok(row) => shown(&state, &viewer, row).await,
                    Err(error) => Err(error.into()),
                };
                // A look that fails is made up for by the next change, and by the client's own query.
                looked
                    .inspect_err(|error| tracing::warn!(%error, "a payment could not be read for its watchers"))
                    .ok()
                    .flatten()
                    .map(Some)
            }
        });
        Ok(first.chain(changes))
    }
}

async fn shown(state: &State, viewer: &Viewer, row: Option<PaymentRow>) -> Result<Option<Payment>, Error> {
    match row {
        Some(row) if may_see(state, viewer, &row).await? => Ok(Some(row.into())),
        _ => Ok(None),
    }
}
