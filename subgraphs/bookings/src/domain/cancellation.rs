//! Who may cancel, until when, and what share of the money comes back.

use contracts::values::RefundPolicy;

use super::booking::{BookingStatus, Cause};

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Canceller {
    Buyer,
    Organizer,
}

/// What a cancellation does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cancellation {
    pub cause: Cause,
    /// 0 to 100.
    pub refund_percent: i32,
}

/// Why it is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CancelRefused {
    /// The frozen policy does not allow it any more, or leaves it to the organiser.
    Policy,
    /// The occurrence has begun.
    Started,
    /// A ticket of the booking has been used.
    TicketUsed,
}

/// Decides for a booking that is held or confirmed; whether its state allows it at all is the state machine's matter.
pub fn decide_cancel(
    canceller: Canceller,
    status: BookingStatus,
    policy: &RefundPolicy,
    ticket_used: bool,
    starts_at_ms: i64,
    now_ms: i64,
) -> Result<Cancellation, CancelRefused> {
    let cause = match canceller {
        Canceller::Buyer => Cause::Buyer,
        Canceller::Organizer => Cause::Organizer,
    };
    if status.holds() {
        return Ok(Cancellation { cause, refund_percent: 0 });
    }
    if now_ms >= starts_at_ms {
        return Err(CancelRefused::Started);
    }
    let percent = policy.percent_at(starts_at_ms, now_ms);
    match canceller {
        Canceller::Buyer if ticket_used => Err(CancelRefused::TicketUsed),
        Canceller::Buyer => percent
            .map(|refund_percent| Cancellation { cause, refund_percent })
            .ok_or(CancelRefused::Policy),
        // Where the policy is silent the organiser has decided, and the buyer has done nothing wrong.
        Canceller::Organizer => Ok(Cancellation {
            cause,
            refund_percent: percent.unwrap_or(100),
        }),
    }
}

#[cfg(test)]
mod tests {
    use contracts::values::RefundPolicyKind;

    use super::*;

    const HOUR_MS: i64 = 3_600_000;

    #[test]
    fn the_frozen_policy_binds_the_buyer_and_advises_the_organiser() {
        use BookingStatus::{Confirmed, Held};
        use Canceller::{Buyer, Organizer};
        let full = RefundPolicy::standard();
        let case_by_case = RefundPolicy {
            kind: RefundPolicyKind::CaseByCase,
            ..full.clone()
        };
        let none = RefundPolicy {
            kind: RefundPolicyKind::None,
            ..full.clone()
        };
        let cases = [
            (Buyer, Confirmed, &full, false, 30, Ok(100)),
            (Buyer, Confirmed, &full, false, 23, Err(CancelRefused::Policy)),
            (Buyer, Confirmed, &full, true, 30, Err(CancelRefused::TicketUsed)),
            (Buyer, Confirmed, &case_by_case, false, 30, Err(CancelRefused::Policy)),
            (Buyer, Confirmed, &none, false, 30, Ok(0)),
            (Buyer, Confirmed, &full, false, 0, Err(CancelRefused::Started)),
            (Buyer, Held, &case_by_case, false, 1, Ok(0)),
            (Organizer, Confirmed, &full, false, 1, Ok(100)),
            (Organizer, Confirmed, &none, false, 30, Ok(0)),
            (Organizer, Confirmed, &case_by_case, true, 30, Ok(100)),
            (Organizer, Confirmed, &full, false, -1, Err(CancelRefused::Started)),
        ];
        for (canceller, status, policy, used, hours_left, expected) in cases {
            let decided = decide_cancel(canceller, status, policy, used, hours_left * HOUR_MS, 0);
            assert_eq!(
                decided.map(|cancellation| cancellation.refund_percent),
                expected,
                "{canceller:?} {hours_left} h"
            );
        }
    }
}
