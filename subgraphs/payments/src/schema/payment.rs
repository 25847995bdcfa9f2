//! Payment and Refund, and the small types they are made of.

use std::sync::Arc;

use async_graphql::{Context, Enum, ID, Interface, Object, SimpleObject};
use chrono::{DateTime, Utc};
use kit::Error;
use kit::clock::datetime;
use kit::money::Money;
use kit::scalars::Url;
use kit::viewer;

use super::access::{handles_money, may_see, owns};
use super::booking::Booking;
use super::loaders::Loaders;
use crate::domain;
use crate::state::State;
use crate::store::{PaymentRow, RefundRow};

/// An object with a global id whose prefix names its type: usr_ org_ evt_ occ_ ven_ tty_ add_ pas_ bkg_ tkt_ pay_ rfd_ sup_.
#[derive(Interface)]
#[graphql(field(name = "id", ty = "ID"))]
pub enum Node {
    Payment(Payment),
    Refund(Refund),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum PaymentProvider {
    /// A provider of our own that moves no real money.
    Sandbox,
}

/// Where a payment stands. Only SUCCEEDED moved money; CANCELLED may still turn into it when a capture wins the race.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "domain::PaymentStatus")]
pub enum PaymentStatus {
    /// Opened; the card form is due.
    Created,
    /// The buyer has to confirm on a page of the bank.
    RequiresAction,
    /// The provider works on it; do not pay again.
    Processing,
    Succeeded,
    /// The last try failed; the same payment takes another card.
    Failed,
    Cancelled,
}

/// What was paid with.
#[derive(Clone, Debug, SimpleObject)]
pub struct PaymentMethod {
    pub brand: Option<String>,
    pub last4: Option<String>,
    pub kind: String,
}

/// What the buyer has to do next: `card_form` with `clientSecret`, or `redirect` with `redirectUrl`.
#[derive(Clone, Debug, SimpleObject)]
pub struct PaymentNextAction {
    pub kind: String,
    /// Opens the provider's card form for this payment. Shown to the one who pays only.
    pub client_secret: Option<String>,
    pub redirect_url: Option<Url>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "domain::RefundStatus")]
pub enum RefundStatus {
    Requested,
    Submitting,
    Pending,
    Succeeded,
    Failed,
    Cancelled,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "domain::RefundOrigin")]
pub enum RefundOrigin {
    Buyer,
    Organizer,
    EventCancelled,
    /// Given back by itself: the booking could not take the payment.
    SagaCompensation,
}

#[derive(Clone)]
pub struct Payment(Arc<PaymentRow>);

impl From<PaymentRow> for Payment {
    fn from(row: PaymentRow) -> Self {
        Self(Arc::new(row))
    }
}

/// Money moved by the provider for a booking, one per attempt. Ids begin with pay_.
#[Object]
impl Payment {
    async fn id(&self) -> ID {
        ID(self.0.id.clone())
    }

    async fn booking(&self) -> Option<Booking> {
        Some(Booking::stub(&self.0.booking_id))
    }

    async fn provider(&self) -> PaymentProvider {
        PaymentProvider::Sandbox
    }

    async fn method(&self) -> Option<PaymentMethod> {
        self.0.method_kind.clone().map(|kind| PaymentMethod {
            brand: self.0.method_brand.clone(),
            last4: self.0.method_last4.clone(),
            kind,
        })
    }

    async fn status(&self) -> PaymentStatus {
        self.0.status().into()
    }

    /// What was asked for.
    async fn amount(&self) -> Money {
        Money::new(self.0.amount_minor, self.0.currency.clone())
    }

    /// What has been given back; refunds on their way are not in it.
    async fn amount_refunded(&self) -> Money {
        Money::new(self.0.refunded, self.0.money_currency())
    }

    /// The provider's code for the last try's failure, such as card_declined.
    async fn failure_code(&self) -> Option<&str> {
        self.0.failure_code.as_deref()
    }

    async fn failure_message(&self) -> Option<&str> {
        self.0.failure_message.as_deref()
    }

    /// Null when there is nothing to do, and for everyone but the one who pays.
    async fn next_action(&self, context: &Context<'_>) -> Option<PaymentNextAction> {
        use domain::PaymentStatus as Status;
        if !owns(viewer::of(context), &self.0) || self.0.cancel_requested_at.is_some() {
            return None;
        }
        match self.0.status() {
            Status::Created | Status::Failed => self.0.client_secret.clone().map(|secret| PaymentNextAction {
                kind: "card_form".to_owned(),
                client_secret: Some(secret),
                redirect_url: None,
            }),
            Status::RequiresAction => self.0.redirect_url.clone().map(|url| PaymentNextAction {
                kind: "redirect".to_owned(),
                client_secret: None,
                redirect_url: Some(Url(url)),
            }),
            Status::Processing | Status::Succeeded | Status::Cancelled => None,
        }
    }

    /// Oldest first.
    async fn refunds(&self, context: &Context<'_>) -> Result<Vec<Refund>, Error> {
        let rows = context
            .data_unchecked::<Loaders>()
            .refunds_of_payment
            .load(self.0.id.clone())
            .await?;
        Ok(rows
            .unwrap_or_default()
            .into_iter()
            .map(|row| Refund {
                row: Arc::new(row),
                payment: self.clone(),
            })
            .collect())
    }

    async fn created_at(&self) -> DateTime<Utc> {
        datetime(self.0.created_at)
    }

    async fn succeeded_at(&self) -> Option<DateTime<Utc>> {
        self.0.succeeded_at.map(datetime)
    }

    /// The provider's own id, for looking it up there. Members of the organiser who handle money only.
    #[graphql(tag = "internal", requires_scopes = "payment:read")]
    async fn provider_reference(&self, context: &Context<'_>) -> Result<Option<&str>, Error> {
        let state = context.data_unchecked::<State>();
        let shown = handles_money(state, viewer::of(context), &self.0).await?;
        Ok(self.0.provider_ref.as_deref().filter(|_| shown))
    }
}

#[derive(Clone)]
pub struct Refund {
    row: Arc<RefundRow>,
    payment: Payment,
}

/// Money moved back to the buyer of a payment. Ids begin with rfd_.
#[Object]
impl Refund {
    async fn id(&self) -> ID {
        ID(self.row.id.clone())
    }

    async fn payment(&self) -> Payment {
        self.payment.clone()
    }

    async fn amount(&self) -> Money {
        Money::new(self.row.amount_minor, self.row.currency.clone())
    }

    async fn status(&self) -> RefundStatus {
        self.row.status().into()
    }

    async fn origin(&self) -> RefundOrigin {
        self.row.origin().into()
    }

    async fn reason(&self) -> Option<&str> {
        self.row.reason.as_deref()
    }

    async fn created_at(&self) -> DateTime<Utc> {
        datetime(self.row.created_at)
    }

    async fn settled_at(&self) -> Option<DateTime<Utc>> {
        self.row.settled_at.map(datetime)
    }

    async fn failure_reason(&self) -> Option<&str> {
        self.row.failure_code.as_deref()
    }
}

/// The payment, if there is one and the viewer may see it.
pub(super) async fn find_payment(context: &Context<'_>, id: &str) -> Result<Option<Payment>, Error> {
    let Some(row) = context.data_unchecked::<Loaders>().payments.load(id.to_owned()).await? else {
        return Ok(None);
    };
    let seen = may_see(context.data_unchecked::<State>(), viewer::of(context), &row).await?;
    Ok(seen.then(|| row.into()))
}

/// The refund, if there is one and the viewer may see its payment.
pub(super) async fn find_refund(context: &Context<'_>, id: &str) -> Result<Option<Refund>, Error> {
    let Some(row) = context.data_unchecked::<Loaders>().refunds.load(id.to_owned()).await? else {
        return Ok(None);
    };
    let payment = find_payment(context, &row.payment_id).await?;
    Ok(payment.map(|payment| Refund {
        row: Arc::new(row),
        payment,
    }))
}
