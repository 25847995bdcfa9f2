//! The life of a booking: its states, what can happen to it, and what follows.
//!
//! Order life only; money life is `payment_state`. SQL does the compare-and-set of what `next` returned.

use std::fmt;

/// Where a booking stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BookingStatus {
    Held,
    AwaitingPayment,
    AwaitingApproval,
    Confirmed,
    Expired,
    Cancelled,
    Rejected,
}

/// Who or what cancels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cause {
    Buyer,
    Organizer,
    OccurrenceCancelled,
}

/// What is known of captured money when it arrives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Capture {
    /// Amount and currency are the booking's.
    Agrees,
    /// Amount or currency is another.
    Differs,
    /// It agrees, but the places of the expired booking could not be taken again.
    PlacesGone,
    /// The occurrence does not take place any more.
    OccurrenceCancelled,
    /// This payment has been heard of before.
    Repeated,
}

/// What is left when a payment is given up for good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Afterwards {
    TimeLeft,
    TimeUp,
    OccurrenceCancelled,
}

/// What can happen to a booking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Trigger {
    /// The one extension.
    Extended,
    PaymentBegun,
    /// Sent to the organiser for approval.
    Submitted,
    /// Nothing is to be paid and the buyer confirms.
    ConfirmedFree,
    /// The hold's deadline passed.
    HoldRanOut,
    /// The buyer gives the places back.
    Released,
    /// Approved, with something to pay.
    Approved,
    ApprovedFree,
    /// Refused, or not decided in time.
    Refused,
    Paid(Capture),
    /// A try failed; the provider would still accept another.
    PaymentDeclined {
        time_left: bool,
    },
    PaymentGone(Afterwards),
    PaymentProcessing,
    /// The payment's deadline passed.
    DeadlinePassed,
    Cancelled(Cause),
}

/// What happens to the counters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Inventory {
    Untouched,
    /// held -> sold, and tickets are issued.
    HeldToSold,
    /// held is given back.
    ReleaseHeld,
    /// sold is given back, and tickets are voided.
    ReleaseSold,
    /// sold is taken anew if there is room, and tickets are issued.
    RetakeSold,
}

/// What the world is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fact {
    Confirmed {
        late: bool,
    },
    Expired,
    Cancelled(Cause),
    /// Money came that cannot be honoured.
    Unfulfillable,
    /// Money came twice.
    Overpaid,
    /// Money came in another amount or currency.
    Mismatched,
    /// The payment should be given up.
    DeadlinePassed,
}

/// What follows from a transition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Effects {
    pub inventory: Inventory,
    pub fact: Option<Fact>,
}

/// The state does not allow the trigger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Illegal {
    pub state: BookingStatus,
}

impl Effects {
    const NONE: Self = Self {
        inventory: Inventory::Untouched,
        fact: None,
    };

    fn tell(fact: Fact) -> Self {
        Self {
            inventory: Inventory::Untouched,
            fact: Some(fact),
        }
    }

    fn with(inventory: Inventory, fact: Fact) -> Self {
        Self {
            inventory,
            fact: Some(fact),
        }
    }
}

impl BookingStatus {
    pub const ALL: [Self; 7] = [
        Self::Held,
        Self::AwaitingPayment,
        Self::AwaitingApproval,
        Self::Confirmed,
        Self::Expired,
        Self::Cancelled,
        Self::Rejected,
    ];

    /// The stable name, as stored and shown.
    pub fn name(self) -> &'static str {
        match self {
            Self::Held => "HELD",
            Self::AwaitingPayment => "AWAITING_PAYMENT",
            Self::AwaitingApproval => "AWAITING_APPROVAL",
            Self::Confirmed => "CONFIRMED",
            Self::Expired => "EXPIRED",
            Self::Cancelled => "CANCELLED",
            Self::Rejected => "REJECTED",
        }
    }

    /// The status of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == name)
    }

    /// Whether its places count as held.
    pub fn holds(self) -> bool {
        matches!(self, Self::Held | Self::AwaitingPayment | Self::AwaitingApproval)
    }

    /// Whether nothing can happen to it any more. An expired booking may still be confirmed by late money.
    pub fn is_final(self) -> bool {
        matches!(self, Self::Cancelled | Self::Rejected)
    }

    /// The state after `trigger`, and what follows; anything that is not in the table is refused.
    pub fn next(self, trigger: Trigger) -> Result<(Self, Effects), Illegal> {
        use BookingStatus::*;
        let next = match (self, trigger) {
            // Hearing of a payment again changes nothing, wherever the booking went since.
            (state, Trigger::Paid(Capture::Repeated)) => (state, Effects::NONE),

            (Held, Trigger::Extended) => (Held, Effects::NONE),
            (Held | AwaitingPayment, Trigger::PaymentBegun) => (AwaitingPayment, Effects::NONE),
            (Held, Trigger::Submitted) => (AwaitingApproval, Effects::NONE),
            (Held, Trigger::ConfirmedFree) | (AwaitingApproval, Trigger::ApprovedFree) => {
                (Confirmed, Effects::with(Inventory::HeldToSold, Fact::Confirmed { late: false }))
            }
            (Held, Trigger::HoldRanOut) => (Expired, Effects::with(Inventory::ReleaseHeld, Fact::Expired)),
            (Held, Trigger::Released) => (Cancelled, Effects::with(Inventory::ReleaseHeld, Fact::Cancelled(Cause::Buyer))),
            (Held, Trigger::Cancelled(cause)) => (Cancelled, Effects::with(Inventory::ReleaseHeld, Fact::Cancelled(cause))),

            (AwaitingApproval, Trigger::Approved) => (Held, Effects::NONE),
            (AwaitingApproval, Trigger::Refused) => (
                Rejected,
                Effects {
                    inventory: Inventory::ReleaseHeld,
                    fact: None,
                },
            ),
            (AwaitingApproval, Trigger::Cancelled(Cause::OccurrenceCancelled)) => (
                Cancelled,
                Effects::with(Inventory::ReleaseHeld, Fact::Cancelled(Cause::OccurrenceCancelled)),
            ),
            // Nothing is payable before the approval: whatever comes goes back.
            (AwaitingApproval, Trigger::Paid(_)) => (AwaitingApproval, Effects::tell(Fact::Unfulfillable)),

            (Held | AwaitingPayment, Trigger::Paid(Capture::Agrees)) => {
                (Confirmed, Effects::with(Inventory::HeldToSold, Fact::Confirmed { late: false }))
            }
            (Held | AwaitingPayment, Trigger::Paid(Capture::OccurrenceCancelled)) => (
                Cancelled,
                Effects::with(Inventory::ReleaseHeld, Fact::Cancelled(Cause::OccurrenceCancelled)),
            ),
            (Held | AwaitingPayment | Expired, Trigger::Paid(Capture::Differs)) => (self, Effects::tell(Fact::Mismatched)),

            (AwaitingPayment, Trigger::PaymentDeclined { time_left: true } | Trigger::PaymentGone(Afterwards::TimeLeft)) => {
                (Held, Effects::NONE)
            }
            // The provider would still accept a try: only its giving up frees the places.
            (AwaitingPayment, Trigger::PaymentDeclined { time_left: false } | Trigger::PaymentProcessing) => {
                (AwaitingPayment, Effects::NONE)
            }
            (AwaitingPayment, Trigger::PaymentGone(Afterwards::TimeUp)) => (Expired, Effects::with(Inventory::ReleaseHeld, Fact::Expired)),
            (AwaitingPayment, Trigger::PaymentGone(Afterwards::OccurrenceCancelled)) => (
                Cancelled,
                Effects::with(Inventory::ReleaseHeld, Fact::Cancelled(Cause::OccurrenceCancelled)),
            ),
            (AwaitingPayment, Trigger::DeadlinePassed | Trigger::Cancelled(Cause::OccurrenceCancelled)) => {
                (AwaitingPayment, Effects::tell(Fact::DeadlinePassed))
            }

            (Expired, Trigger::Paid(Capture::Agrees)) => (Confirmed, Effects::with(Inventory::RetakeSold, Fact::Confirmed { late: true })),
            (Expired, Trigger::Paid(Capture::PlacesGone | Capture::OccurrenceCancelled)) | (Cancelled | Rejected, Trigger::Paid(_)) => {
                (self, Effects::tell(Fact::Unfulfillable))
            }

            (Confirmed, Trigger::Paid(_)) => (Confirmed, Effects::tell(Fact::Overpaid)),
            (Confirmed, Trigger::Cancelled(cause)) => (Cancelled, Effects::with(Inventory::ReleaseSold, Fact::Cancelled(cause))),

            (state, _) => return Err(Illegal { state }),
        };
        Ok(next)
    }
}

impl fmt::Display for BookingStatus {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::BookingStatus::*;
    use super::*;

    fn every_trigger() -> Vec<Trigger> {
        let mut triggers = vec![
            Trigger::Extended,
            Trigger::PaymentBegun,
            Trigger::Submitted,
            Trigger::ConfirmedFree,
            Trigger::HoldRanOut,
            Trigger::Released,
            Trigger::Approved,
            Trigger::ApprovedFree,
            Trigger::Refused,
            Trigger::PaymentDeclined { time_left: true },
            Trigger::PaymentDeclined { time_left: false },
            Trigger::PaymentProcessing,
            Trigger::DeadlinePassed,
        ];
        triggers.extend(every_capture().map(Trigger::Paid));
        triggers.extend([Afterwards::TimeLeft, Afterwards::TimeUp, Afterwards::OccurrenceCancelled].map(Trigger::PaymentGone));
        triggers.extend(every_cause().map(Trigger::Cancelled));
        triggers
    }

    fn every_capture() -> [Capture; 5] {
        [
            Capture::Agrees,
            Capture::Differs,
            Capture::PlacesGone,
            Capture::OccurrenceCancelled,
            Capture::Repeated,
        ]
    }

    fn every_cause() -> [Cause; 3] {
        [Cause::Buyer, Cause::Organizer, Cause::OccurrenceCancelled]
    }

    /// The whole table: (from, trigger, to, inventory, fact).
    fn table() -> Vec<(BookingStatus, Trigger, BookingStatus, Inventory, Option<Fact>)> {
        use Inventory::*;
        let confirmed = Some(Fact::Confirmed { late: false });
        let called_off = Some(Fact::Cancelled(Cause::OccurrenceCancelled));
        let mut table = vec![
            (Held, Trigger::Extended, Held, Untouched, None),
            (Held, Trigger::PaymentBegun, AwaitingPayment, Untouched, None),
            (Held, Trigger::Submitted, AwaitingApproval, Untouched, None),
            (Held, Trigger::ConfirmedFree, Confirmed, HeldToSold, confirmed),
            (Held, Trigger::HoldRanOut, Expired, ReleaseHeld, Some(Fact::Expired)),
            (
                Held,
                Trigger::Released,
                BookingStatus::Cancelled,
                ReleaseHeld,
                Some(Fact::Cancelled(Cause::Buyer)),
            ),
            (Held, Trigger::Paid(Capture::Agrees), Confirmed, HeldToSold, confirmed),
            (Held, Trigger::Paid(Capture::Differs), Held, Untouched, Some(Fact::Mismatched)),
            (
                Held,
                Trigger::Paid(Capture::OccurrenceCancelled),
                BookingStatus::Cancelled,
                ReleaseHeld,
                called_off,
            ),
            (AwaitingApproval, Trigger::Approved, Held, Untouched, None),
            (AwaitingApproval, Trigger::ApprovedFree, Confirmed, HeldToSold, confirmed),
            (AwaitingApproval, Trigger::Refused, Rejected, ReleaseHeld, None),
            (
                AwaitingApproval,
                Trigger::Cancelled(Cause::OccurrenceCancelled),
                BookingStatus::Cancelled,
                ReleaseHeld,
                called_off,
            ),
            (AwaitingPayment, Trigger::PaymentBegun, AwaitingPayment, Untouched, None),
            (AwaitingPayment, Trigger::Paid(Capture::Agrees), Confirmed, HeldToSold, confirmed),
            (
                AwaitingPayment,
                Trigger::Paid(Capture::Differs),
                AwaitingPayment,
                Untouched,
                Some(Fact::Mismatched),
            ),
            (
                AwaitingPayment,
                Trigger::Paid(Capture::OccurrenceCancelled),
                BookingStatus::Cancelled,
                ReleaseHeld,
                called_off,
            ),
            (AwaitingPayment, Trigger::PaymentDeclined { time_left: true }, Held, Untouched, None),
            (
                AwaitingPayment,
                Trigger::PaymentDeclined { time_left: false },
                AwaitingPayment,
                Untouched,
                None,
            ),
            (AwaitingPayment, Trigger::PaymentGone(Afterwards::TimeLeft), Held, Untouched, None),
            (
                AwaitingPayment,
                Trigger::PaymentGone(Afterwards::TimeUp),
                Expired,
                ReleaseHeld,
                Some(Fact::Expired),
            ),
            (
                AwaitingPayment,
                Trigger::PaymentGone(Afterwards::OccurrenceCancelled),
                BookingStatus::Cancelled,
                ReleaseHeld,
                called_off,
            ),
            (AwaitingPayment, Trigger::PaymentProcessing, AwaitingPayment, Untouched, None),
            (
                AwaitingPayment,
                Trigger::DeadlinePassed,
                AwaitingPayment,
                Untouched,
                Some(Fact::DeadlinePassed),
            ),
            (
                AwaitingPayment,
                Trigger::Cancelled(Cause::OccurrenceCancelled),
                AwaitingPayment,
                Untouched,
                Some(Fact::DeadlinePassed),
            ),
            (
                Expired,
                Trigger::Paid(Capture::Agrees),
                Confirmed,
                RetakeSold,
                Some(Fact::Confirmed { late: true }),
            ),
            (Expired, Trigger::Paid(Capture::Differs), Expired, Untouched, Some(Fact::Mismatched)),
            (
                Expired,
                Trigger::Paid(Capture::PlacesGone),
                Expired,
                Untouched,
                Some(Fact::Unfulfillable),
            ),
            (
                Expired,
                Trigger::Paid(Capture::OccurrenceCancelled),
                Expired,
                Untouched,
                Some(Fact::Unfulfillable),
            ),
        ];
        for state in BookingStatus::ALL {
            table.push((state, Trigger::Paid(Capture::Repeated), state, Untouched, None));
        }
        for capture in every_capture().into_iter().filter(|capture| *capture != Capture::Repeated) {
            table.push((Confirmed, Trigger::Paid(capture), Confirmed, Untouched, Some(Fact::Overpaid)));
            for state in [BookingStatus::Cancelled, Rejected, AwaitingApproval] {
                table.push((state, Trigger::Paid(capture), state, Untouched, Some(Fact::Unfulfillable)));
            }
        }
        for cause in every_cause() {
            let fact = Some(Fact::Cancelled(cause));
            table.push((Held, Trigger::Cancelled(cause), BookingStatus::Cancelled, ReleaseHeld, fact));
            table.push((Confirmed, Trigger::Cancelled(cause), BookingStatus::Cancelled, ReleaseSold, fact));
        }
        table
    }

    #[test]
    fn every_pair_of_state_and_trigger_is_in_the_table_or_refused() {
        let table = table();
        let mut listed = 0;
        for state in BookingStatus::ALL {
            for trigger in every_trigger() {
                let rows: Vec<_> = table.iter().filter(|row| row.0 == state && row.1 == trigger).collect();
                assert!(rows.len() <= 1, "{state} and {trigger:?} are listed twice");
                let expected = match rows.first() {
                    Some((_, _, to, inventory, fact)) => Ok((
                        *to,
                        Effects {
                            inventory: *inventory,
                            fact: *fact,
                        },
                    )),
                    None => Err(Illegal { state }),
                };
                listed += rows.len();
                assert_eq!(state.next(trigger), expected, "{state} and {trigger:?}");
            }
        }
        assert_eq!(listed, table.len(), "every row of the table was walked");
    }

    #[test]
    fn counters_follow_the_states() {
        for state in BookingStatus::ALL {
            for trigger in every_trigger() {
                let Ok((to, effects)) = state.next(trigger) else { continue };
                let held = i64::from(to.holds()) - i64::from(state.holds());
                let sold = i64::from(to == Confirmed) - i64::from(state == Confirmed);
                let expected = match effects.inventory {
                    Inventory::Untouched => (0, 0),
                    Inventory::HeldToSold => (-1, 1),
                    Inventory::ReleaseHeld => (-1, 0),
                    Inventory::ReleaseSold => (0, -1),
                    Inventory::RetakeSold => (0, 1),
                };
                assert_eq!((held, sold), expected, "{state} and {trigger:?}");
                if state.is_final() {
                    assert_eq!(state, to, "a final state stays");
                }
            }
        }
    }

    #[test]
    fn names_are_read_back() {
        for status in BookingStatus::ALL {
            assert_eq!(BookingStatus::parse(status.name()), Some(status));
        }
        assert_eq!(BookingStatus::parse("held"), None);
    }
}
