//! The refund machine, and what each step does to the money of its payment.

/// Where a refund stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RefundStatus {
    /// Decided and reserved; nothing was asked of the provider yet.
    Requested,
    /// Being asked of the provider, perhaps more than once, always under the same key.
    Submitting,
    /// The provider has it.
    Pending,
    /// Given back. The provider may still fail it later.
    Succeeded,
    Failed,
    Cancelled,
}

impl RefundStatus {
    pub const ALL: [Self; 6] = [
        Self::Requested,
        Self::Submitting,
        Self::Pending,
        Self::Succeeded,
        Self::Failed,
        Self::Cancelled,
    ];

    /// The stable name, as stored and as in the schema.
    pub fn name(self) -> &'static str {
        match self {
            Self::Requested => "REQUESTED",
            Self::Submitting => "SUBMITTING",
            Self::Pending => "PENDING",
            Self::Succeeded => "SUCCEEDED",
            Self::Failed => "FAILED",
            Self::Cancelled => "CANCELLED",
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == name)
    }
}

/// Why money goes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RefundOrigin {
    Buyer,
    Organizer,
    EventCancelled,
    /// The booking could not take the money: late, second or mismatched payment.
    SagaCompensation,
}

impl RefundOrigin {
    pub const ALL: [Self; 4] = [Self::Buyer, Self::Organizer, Self::EventCancelled, Self::SagaCompensation];

    /// The stable name, as stored and as in the schema.
    pub fn name(self) -> &'static str {
        match self {
            Self::Buyer => "BUYER",
            Self::Organizer => "ORGANIZER",
            Self::EventCancelled => "EVENT_CANCELLED",
            Self::SagaCompensation => "SAGA_COMPENSATION",
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|origin| origin.name() == name)
    }
}

/// What moves a refund: our submitting it, or what the provider shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefundTrigger {
    Submit,
    Pending,
    Succeeded,
    Failed,
    Cancelled,
}

/// What a step does to the payment's counters `refund_reserved` and `refunded`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Movement {
    None,
    /// Reserve the amount again, if it is still there.
    Reserve,
    /// From reserved to refunded.
    Settle,
    /// Reserved no more.
    Release,
    /// Refunded no more: the provider failed a refund that had succeeded.
    TakeBack,
}

/// What becomes of a refund; `None`: the machine does not go there, or is there already.
pub fn next_refund(status: RefundStatus, trigger: RefundTrigger) -> Option<(RefundStatus, Movement)> {
    use RefundStatus as S;
    use RefundTrigger as T;
    match (status, trigger) {
        (S::Requested, T::Submit) => Some((S::Submitting, Movement::None)),
        // Only by hand, under a new key.
        (S::Failed, T::Submit) => Some((S::Submitting, Movement::Reserve)),
        (S::Submitting, T::Pending) => Some((S::Pending, Movement::None)),
        (S::Submitting | S::Pending, T::Succeeded) => Some((S::Succeeded, Movement::Settle)),
        (S::Submitting | S::Pending, T::Failed) => Some((S::Failed, Movement::Release)),
        (S::Submitting | S::Pending, T::Cancelled) => Some((S::Cancelled, Movement::Release)),
        (S::Succeeded, T::Failed) => Some((S::Failed, Movement::TakeBack)),
        (S::Requested | S::Submitting | S::Pending | S::Succeeded | S::Failed | S::Cancelled, _) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TRIGGERS: [RefundTrigger; 5] = [
        RefundTrigger::Submit,
        RefundTrigger::Pending,
        RefundTrigger::Succeeded,
        RefundTrigger::Failed,
        RefundTrigger::Cancelled,
    ];

    #[test]
    fn every_pair_follows_the_table() {
        use Movement as M;
        use RefundStatus as S;
        use RefundTrigger as T;
        let table = [
            (S::Requested, T::Submit, S::Submitting, M::None),
            (S::Failed, T::Submit, S::Submitting, M::Reserve),
            (S::Submitting, T::Pending, S::Pending, M::None),
            (S::Submitting, T::Succeeded, S::Succeeded, M::Settle),
            (S::Submitting, T::Failed, S::Failed, M::Release),
            (S::Submitting, T::Cancelled, S::Cancelled, M::Release),
            (S::Pending, T::Succeeded, S::Succeeded, M::Settle),
            (S::Pending, T::Failed, S::Failed, M::Release),
            (S::Pending, T::Cancelled, S::Cancelled, M::Release),
            (S::Succeeded, T::Failed, S::Failed, M::TakeBack),
        ];
        for status in S::ALL {
            for trigger in TRIGGERS {
                let expected = table
                    .iter()
                    .find(|row| row.0 == status && row.1 == trigger)
                    .map(|row| (row.2, row.3));
                assert_eq!(next_refund(status, trigger), expected, "{status:?} {trigger:?}");
            }
        }
    }

    /// Along every walk the counters stay what the state says: reserved while open, refunded once succeeded.
    #[test]
    fn counters_follow_the_state_on_every_walk() {
        fn counters(status: RefundStatus) -> (i64, i64) {
            match status {
                RefundStatus::Requested | RefundStatus::Submitting | RefundStatus::Pending => (1, 0),
                RefundStatus::Succeeded => (0, 1),
                RefundStatus::Failed | RefundStatus::Cancelled => (0, 0),
            }
        }
        for status in RefundStatus::ALL {
            for trigger in TRIGGERS {
                let Some((to, movement)) = next_refund(status, trigger) else {
                    continue;
                };
                let (reserved, refunded) = counters(status);
                let after = match movement {
                    Movement::None => (reserved, refunded),
                    Movement::Reserve => (reserved + 1, refunded),
                    Movement::Settle => (reserved - 1, refunded + 1),
                    Movement::Release => (reserved - 1, refunded),
                    Movement::TakeBack => (reserved, refunded - 1),
                };
                assert_eq!(after, counters(to), "{status:?} {trigger:?}");
            }
        }
    }

    #[test]
    fn names_read_back() {
        for status in RefundStatus::ALL {
            assert_eq!(RefundStatus::parse(status.name()), Some(status));
        }
        for origin in RefundOrigin::ALL {
            assert_eq!(RefundOrigin::parse(origin.name()), Some(origin));
        }
    }
}
