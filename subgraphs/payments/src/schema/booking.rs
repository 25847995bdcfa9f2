//! What payments adds to Booking. Total, policy and start come from bookings with the representation: who gets
//! them there may see the booking.

use async_graphql::{Context, Enum, ID, InputObject, Object, SimpleObject};
use chrono::{DateTime, Utc};
use contracts::values;
use kit::Error;
use kit::clock::datetime;
use kit::money::Money;
use kit::scalars::{CurrencyCode, Long, Markdown};
use kit::viewer;

use super::access::may_see;
use super::loaders::Loaders;
use super::payment::Payment;
use crate::domain::{self, AmountRefused, PaymentStatus, RefundOrigin, RefundStatus};
use crate::state::State;
use crate::store::PaymentRow;

/// `Booking.total` as the router brings it.
#[derive(Clone, Debug, InputObject)]
pub struct MoneyRepresentation {
    pub amount_minor: Long,
    pub currency: CurrencyCode,
}

/// `Booking.refundPolicy` as the router brings it.
#[derive(Clone, Debug, InputObject)]
pub struct RefundPolicyRepresentation {
    pub kind: RefundPolicyKind,
    pub tiers: Vec<RefundTierRepresentation>,
    pub buyer_may_cancel_until_hours: Option<i32>,
}

#[derive(Clone, Debug, InputObject)]
pub struct RefundTierRepresentation {
    pub hours_before_start: i32,
    pub percent: i32,
}

/// `Booking.occurrence` as the router brings it.
#[derive(Clone, Debug, InputObject)]
pub struct OccurrenceRepresentation {
    pub starts_at: DateTime<Utc>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "values::RefundPolicyKind")]
pub enum RefundPolicyKind {
    None,
    Full,
    Tiered,
    CaseByCase,
}

/// `percent` comes back when at least `hoursBeforeStart` hours are left.
#[derive(Clone, Debug, SimpleObject)]
#[graphql(shareable)]
pub struct RefundTier {
    pub hours_before_start: i32,
    pub percent: i32,
}

/// When a buyer may cancel, and what share of the money comes back.
#[derive(Clone, Debug, SimpleObject)]
#[graphql(shareable)]
pub struct RefundPolicy {
    pub kind: RefundPolicyKind,
    pub tiers: Vec<RefundTier>,
    pub buyer_may_cancel_until_hours: Option<i32>,
    pub text: Option<Markdown>,
}

/// One date of an event; of events.
#[derive(Clone, Debug, SimpleObject)]
#[graphql(unresolvable = "id")]
pub struct Occurrence {
    pub id: ID,
    #[graphql(external)]
    pub starts_at: DateTime<Utc>,
}

/// What cancelling right now would give back.
#[derive(Clone, Debug, SimpleObject)]
pub struct RefundQuote {
    pub refundable: Money,
    /// What stays with the organiser.
    pub fee_retained: Money,
    pub percent: i32,
    /// Until when this percentage holds; null when nothing comes back anyway.
    pub deadline: Option<DateTime<Utc>>,
}

/// A booking of bookings, with what it costs here.
#[derive(Clone)]
pub struct Booking {
    id: String,
    total: Option<MoneyRepresentation>,
    policy: Option<RefundPolicyRepresentation>,
    occurrence: Option<OccurrenceRepresentation>,
}

impl Booking {
    pub(super) fn stub(id: &str) -> Self {
        Self {
            id: id.to_owned(),
            total: None,
            policy: None,
            occurrence: None,
        }
    }

    pub(super) fn represented(
        id: ID,
        total: Option<MoneyRepresentation>,
        policy: Option<RefundPolicyRepresentation>,
        occurrence: Option<OccurrenceRepresentation>,
    ) -> Self {
        Self {
            id: id.0,
            total,
            policy,
            occurrence,
        }
    }

    fn total(&self) -> Option<Money> {
        self.total
            .as_ref()
            .map(|total| Money::new(total.amount_minor.0, total.currency.0.clone()))
    }

    /// The booking's payments; `None` when there are some and the viewer may see none of them.
    async fn visible(&self, context: &Context<'_>) -> Result<Option<Vec<PaymentRow>>, Error> {
        let rows = context
            .data_unchecked::<Loaders>()
            .payments_of_booking
            .load(self.id.clone())
            .await?
            .unwrap_or_default();
        // Buyer and organiser are the booking's, the same on every row.
        match rows.first() {
            Some(row) if !may_see(context.data_unchecked::<State>(), viewer::of(context), row).await? => Ok(None),
            _ => Ok(Some(rows)),
        }
    }

    /// Captured payments in the total's currency.
    fn captured<'a>(total: &Money, rows: &'a [PaymentRow]) -> Vec<&'a PaymentRow> {
        rows.iter()
            .filter(|row| row.status() == PaymentStatus::Succeeded && row.money_currency() == total.currency)
            .collect()
    }
}

fn refused(_: AmountRefused) -> Error {
    Error::internal("amounts of a booking do not add up")
}

/// A buyer's claim on places; of bookings.
#[Object]
impl Booking {
    async fn id(&self) -> ID {
        ID(self.id.clone())
    }

    #[graphql(name = "total", external)]
    async fn external_total(&self) -> Result<Money, Error> {
        self.total()
            .ok_or_else(|| Error::bad_input("The total of a booking is asked of bookings."))
    }

    #[graphql(external)]
    async fn refund_policy(&self) -> Result<RefundPolicy, Error> {
        let policy = self
            .policy
            .as_ref()
            .ok_or_else(|| Error::bad_input("The policy of a booking is asked of bookings."))?;
        let tiers = policy.tiers.iter();
        Ok(RefundPolicy {
            kind: policy.kind,
            tiers: tiers
                .map(|tier| RefundTier {
                    hours_before_start: tier.hours_before_start,
                    percent: tier.percent,
                })
                .collect(),
            buyer_may_cancel_until_hours: policy.buyer_may_cancel_until_hours,
            text: None,
        })
    }

    #[graphql(external)]
    async fn occurrence(&self) -> Option<Occurrence> {
        None
    }

    /// Every attempt to pay, oldest first.
    #[graphql(requires_scopes = "user", requires_scopes = "guest", requires_scopes = "payment:read")]
    async fn payments(&self, context: &Context<'_>) -> Result<Option<Vec<Payment>>, Error> {
        viewer::of(context).require_scope(&["user", "guest", "payment:read"])?;
        Ok(self
            .visible(context)
            .await?
            .map(|rows| rows.into_iter().map(Payment::from).collect()))
    }

    /// What was captured and not given back.
    #[graphql(requires = "total { amountMinor currency }")]
    async fn amount_paid(&self, context: &Context<'_>) -> Result<Option<Money>, Error> {
        let (Some(total), Some(rows)) = (self.total(), self.visible(context).await?) else {
            return Ok(None);
        };
        let kept = Self::captured(&total, &rows)
            .into_iter()
            .map(|row| row.captured_minor - row.refunded);
        Ok(Some(Money::new(domain::add(kept).map_err(refused)?, total.currency)))
    }

    /// What is still to pay. Money given back because the booking was cancelled is not due again.
    #[graphql(requires = "total { amountMinor currency }")]
    async fn amount_due(&self, context: &Context<'_>) -> Result<Option<Money>, Error> {
        let (Some(total), Some(rows)) = (self.total(), self.visible(context).await?) else {
            return Ok(None);
        };
        let captured = Self::captured(&total, &rows);
        let loaders = context.data_unchecked::<Loaders>();
        let refunds = loaders
            .refunds_of_payment
            .load_many(captured.iter().map(|row| row.id.clone()))
            .await?;
        let returned = refunds.into_iter().flatten().flatten().filter(|refund| {
            refund.origin() == RefundOrigin::SagaCompensation && !matches!(refund.status(), RefundStatus::Failed | RefundStatus::Cancelled)
        });
        let paid = domain::add(
            captured
                .iter()
                .map(|row| row.captured_minor)
                .chain(returned.map(|refund| -refund.amount_minor)),
        );
        let due = domain::due(total.amount_minor, paid.map_err(refused)?).map_err(refused)?;
        Ok(Some(Money::new(due, total.currency)))
    }

    /// What cancelling right now would give back: money from payments, policy frozen in bookings, start time from
    /// bookings too. Null when the buyer may not cancel now.
    #[graphql(
        requires = "total { amountMinor currency } refundPolicy { kind tiers { hoursBeforeStart percent } buyerMayCancelUntilHours } occurrence { startsAt }"
    )]
    async fn refund_quote(&self, context: &Context<'_>) -> Result<Option<RefundQuote>, Error> {
        let (Some(total), Some(policy), Some(occurrence)) = (self.total(), &self.policy, &self.occurrence) else {
            return Ok(None);
        };
        let Some(rows) = self.visible(context).await? else {
            return Ok(None);
        };
        let policy = values::RefundPolicy {
            kind: policy.kind.into(),
            tiers: policy
                .tiers
                .iter()
                .map(|tier| values::RefundTier {
                    hours_before_start: tier.hours_before_start,
                    percent: tier.percent,
                })
                .collect(),
            buyer_may_cancel_until_hours: policy.buyer_may_cancel_until_hours,
            text: None,
        };
        let now_ms = context.data_unchecked::<State>().clock.now_ms();
        let starts_at_ms = occurrence.starts_at.timestamp_millis();
        // Each payment gives back its own share, as cancelling will do.
        let nothing = domain::quote(&policy, starts_at_ms, now_ms, 0, 0).map_err(refused)?;
        let Some(mut sum) = nothing else { return Ok(None) };
        for row in Self::captured(&total, &rows) {
            let one = domain::quote(
                &policy,
                starts_at_ms,
                now_ms,
                row.captured_minor,
                row.refunded + row.refund_reserved,
            )
            .map_err(refused)?;
            if let Some(one) = one {
                sum.refundable_minor = domain::add([sum.refundable_minor, one.refundable_minor]).map_err(refused)?;
                sum.retained_minor = domain::add([sum.retained_minor, one.retained_minor]).map_err(refused)?;
            }
        }
        Ok(Some(RefundQuote {
            refundable: Money::new(sum.refundable_minor, total.currency.clone()),
            fee_retained: Money::new(sum.retained_minor, total.currency),
            percent: sum.percent,
            deadline: sum.deadline_ms.map(datetime),
        }))
    }
}
