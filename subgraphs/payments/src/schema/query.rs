//! payment(id), and the entities this subgraph resolves. Every entity is read through a loader: the router asks in
//! batches.

use async_graphql::{Context, ID, Object};
use kit::Error;
use kit::viewer;

use super::booking::{Booking, MoneyRepresentation, OccurrenceRepresentation, RefundPolicyRepresentation};
use super::payment::{Payment, Refund, find_payment, find_refund};

pub struct Query;

#[Object]
impl Query {
    /// A payment of the viewer's, or of an organiser whose money they handle; null otherwise.
    #[graphql(requires_scopes = "user", requires_scopes = "payment:read")]
    async fn payment(&self, context: &Context<'_>, id: ID) -> Result<Option<Payment>, Error> {
        viewer::of(context).require_scope(&["user", "payment:read"])?;
        find_payment(context, &id).await
    }

    #[graphql(entity)]
    async fn payment_entity(&self, context: &Context<'_>, id: ID) -> Result<Option<Payment>, Error> {
        find_payment(context, &id).await
    }

    #[graphql(entity)]
    async fn refund_entity(&self, context: &Context<'_>, id: ID) -> Result<Option<Refund>, Error> {
        find_refund(context, &id).await
    }

    #[graphql(entity)]
    async fn booking_entity(
        &self,
        #[graphql(key)] id: ID,
        total: Option<MoneyRepresentation>,
        refund_policy: Option<RefundPolicyRepresentation>,
        occurrence: Option<OccurrenceRepresentation>,
    ) -> Option<Booking> {
        Some(Booking::represented(id, total, refund_policy, occurrence))
    }
}
