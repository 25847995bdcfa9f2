//! The payment machine: one row per attempt, moved only by what the provider shows.
//!
//! We look at the provider's object now and then, so two looks may have several steps between them: a step that
//! can be reached by a chain of allowed ones is allowed at once (FAILED to SUCCEEDED is FAILED, REQUIRES_ACTION,
//! SUCCEEDED). Captured money is therefore accepted from every state, and nothing ever overwrites it.

/// Where a payment stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PaymentStatus {
    /// Opened; the provider waits for a card.
    Created,
    /// The buyer has to do something at the provider's page.
    RequiresAction,
    /// The provider works on it; nothing to do but wait.
    Processing,
    /// Captured. Final: refunds hang off it.
    Succeeded,
    /// The last try failed; the same payment takes another card.
    Failed,
    /// Given up by the provider. Only a capture that won the race may still follow.
    Cancelled,
}

impl PaymentStatus {
    pub const ALL: [Self; 6] = [
        Self::Created,
        Self::RequiresAction,
        Self::Processing,
        Self::Succeeded,
        Self::Failed,
        Self::Cancelled,
    ];

    /// The statuses in which money may still come: at most one payment of a booking is in one of them.
    pub const LIVE: [Self; 4] = [Self::Created, Self::RequiresAction, Self::Processing, Self::Failed];

    /// The stable name, as stored and as in the schema.
    pub fn name(self) -> &'static str {
        match self {
            Self::Created => "CREATED",
            Self::RequiresAction => "REQUIRES_ACTION",
            Self::Processing => "PROCESSING",
            Self::Succeeded => "SUCCEEDED",
            Self::Failed => "FAILED",
            Self::Cancelled => "CANCELLED",
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == name)
    }

    pub fn is_live(self) -> bool {
        Self::LIVE.contains(&self)
    }
}

/// What the provider's object shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Observed {
    /// It waits for a card and no try has failed.
    AwaitingCard,
    /// It waits for a card after a failed try; `new_try` unless that failure is already recorded.
    Declined {
        new_try: bool,
    },
    RequiresAction,
    Processing,
    Captured,
    Cancelled,
}

/// What an observation means for a payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// The payment changes; one message for it where others care. FAILED to FAILED is a new failed try.
    To(PaymentStatus),
    /// Already known.
    Unchanged,
    /// The machine does not go there: the observation is older than what we know, and is dropped.
    Illegal,
}

/// What becomes of a payment in `status` when the provider shows `observed`.
pub fn next(status: PaymentStatus, observed: Observed) -> Next {
    use Observed as O;
    use PaymentStatus as S;
    match (status, observed) {
        (S::Succeeded, O::Captured) => Next::Unchanged,
        (S::Succeeded, _) => Next::Illegal,
        (_, O::Captured) => Next::To(S::Succeeded),

        (S::Cancelled, O::Cancelled) => Next::Unchanged,
        (S::Cancelled, _) => Next::Illegal,
        (_, O::Cancelled) => Next::To(S::Cancelled),

        (S::Created, O::AwaitingCard) => Next::Unchanged,
        (_, O::AwaitingCard) => Next::Illegal,

        (S::Failed, O::Declined { new_try: false }) => Next::Unchanged,
        (_, O::Declined { .. }) => Next::To(S::Failed),

        (S::RequiresAction, O::RequiresAction) => Next::Unchanged,
        (_, O::RequiresAction) => Next::To(S::RequiresAction),

        (S::Processing, O::Processing) => Next::Unchanged,
        (_, O::Processing) => Next::To(S::Processing),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The machine's single steps, as specified (3.5); everything else must be a chain of these, or refused.
    fn steps(from: PaymentStatus) -> &'static [PaymentStatus] {
        use PaymentStatus::*;
        match from {
            Created => &[RequiresAction, Processing, Succeeded, Failed, Cancelled],
            RequiresAction => &[Processing, Succeeded, Failed, Cancelled],
            Processing => &[RequiresAction, Succeeded, Failed, Cancelled],
            Failed => &[RequiresAction, Cancelled],
            Cancelled => &[Succeeded],
            Succeeded => &[],
        }
    }

    const OBSERVATIONS: [(Observed, PaymentStatus); 7] = [
        (Observed::AwaitingCard, PaymentStatus::Created),
        (Observed::Declined { new_try: true }, PaymentStatus::Failed),
        (Observed::Declined { new_try: false }, PaymentStatus::Failed),
        (Observed::RequiresAction, PaymentStatus::RequiresAction),
        (Observed::Processing, PaymentStatus::Processing),
        (Observed::Captured, PaymentStatus::Succeeded),
        (Observed::Cancelled, PaymentStatus::Cancelled),
    ];

    /// Reachable by one step or several; a final state is never passed through.
    fn reachable(from: PaymentStatus, to: PaymentStatus) -> bool {
        let mut seen = vec![from];
        let mut at = 0;
        while at < seen.len() {
            let here = seen[at];
            at += 1;
            let passes_through = here == from || here.is_live();
            for step in steps(here).iter().filter(|_| passes_through) {
                if *step == to {
                    return true;
                }
                if !seen.contains(step) {
                    seen.push(*step);
                }
            }
        }
        false
    }

    #[test]
    fn every_pair_follows_the_table() {
        for from in PaymentStatus::ALL {
            for (observed, to) in OBSERVATIONS {
                let expected = match observed {
                    Observed::Declined { new_try: true } if from == PaymentStatus::Failed => Next::To(PaymentStatus::Failed),
                    _ if from == to => Next::Unchanged,
                    _ if reachable(from, to) => Next::To(to),
                    _ => Next::Illegal,
                };
                assert_eq!(next(from, observed), expected, "{from:?} {observed:?}");
            }
        }
    }

    #[test]
    fn nothing_overwrites_success_and_only_success_follows_cancelled() {
        for (observed, to) in OBSERVATIONS {
            assert!(!matches!(next(PaymentStatus::Succeeded, observed), Next::To(_)));
            let after_cancelled = next(PaymentStatus::Cancelled, observed);
            assert_eq!(matches!(after_cancelled, Next::To(_)), to == PaymentStatus::Succeeded);
        }
    }

    #[test]
    fn names_read_back() {
        for status in PaymentStatus::ALL {
            assert_eq!(PaymentStatus::parse(status.name()), Some(status));
        }
        assert_eq!(PaymentStatus::parse("REFUNDED"), None);
    }
}
