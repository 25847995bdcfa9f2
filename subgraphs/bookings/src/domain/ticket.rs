//! The life of a ticket.

/// Where a ticket stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TicketStatus {
    Issued,
    TransferPending,
    CheckedIn,
    Voided,
    Blocked,
}

/// What can happen to a ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Trigger {
    Admitted,
    /// The admission was undone, or its holder left.
    Left,
    TransferOffered,
    TransferAccepted,
    TransferDeclined,
    Voided,
    /// A dispute, or staff.
    Blocked,
    Unblocked,
}

/// What follows from a transition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Effects {
    /// Codes shown until now open no door any more.
    pub renews_code: bool,
}

/// The state does not allow the trigger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Illegal {
    pub state: TicketStatus,
}

impl TicketStatus {
    pub const ALL: [Self; 5] = [Self::Issued, Self::TransferPending, Self::CheckedIn, Self::Voided, Self::Blocked];

    /// The stable name, as stored and shown.
    pub fn name(self) -> &'static str {
        match self {
            Self::Issued => "ISSUED",
            Self::TransferPending => "TRANSFER_PENDING",
            Self::CheckedIn => "CHECKED_IN",
            Self::Voided => "VOIDED",
            Self::Blocked => "BLOCKED",
        }
    }

    /// The status of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == name)
    }

    /// The state after `trigger`; anything that is not listed is refused.
    pub fn next(self, trigger: Trigger) -> Result<(Self, Effects), Illegal> {
        use TicketStatus::*;
        let plain = Effects::default();
        Ok(match (self, trigger) {
            // Another list of the same occurrence may admit a ticket that is in already.
            (Issued | CheckedIn, Trigger::Admitted) => (CheckedIn, plain),
            (CheckedIn, Trigger::Left) => (Issued, plain),
            (Issued, Trigger::TransferOffered) => (TransferPending, plain),
            (TransferPending, Trigger::TransferAccepted) => (Issued, Effects { renews_code: true }),
            (TransferPending, Trigger::TransferDeclined) => (Issued, plain),
            (Issued | CheckedIn | TransferPending | Blocked, Trigger::Voided) => (Voided, plain),
            (Issued, Trigger::Blocked) => (Blocked, plain),
            (Blocked, Trigger::Unblocked) => (Issued, plain),
            (state, _) => return Err(Illegal { state }),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::TicketStatus::*;
    use super::*;

    const TRIGGERS: [Trigger; 8] = [
        Trigger::Admitted,
        Trigger::Left,
        Trigger::TransferOffered,
        Trigger::TransferAccepted,
        Trigger::TransferDeclined,
        Trigger::Voided,
        Trigger::Blocked,
        Trigger::Unblocked,
    ];

    #[test]
    fn every_pair_of_state_and_trigger_is_in_the_table_or_refused() {
        let table = [
            (Issued, Trigger::Admitted, CheckedIn, false),
            (CheckedIn, Trigger::Admitted, CheckedIn, false),
            (CheckedIn, Trigger::Left, Issued, false),
            (Issued, Trigger::TransferOffered, TransferPending, false),
            (TransferPending, Trigger::TransferAccepted, Issued, true),
            (TransferPending, Trigger::TransferDeclined, Issued, false),
            (Issued, Trigger::Voided, Voided, false),
            (CheckedIn, Trigger::Voided, Voided, false),
            (TransferPending, Trigger::Voided, Voided, false),
            (Blocked, Trigger::Voided, Voided, false),
            (Issued, Trigger::Blocked, Blocked, false),
            (Blocked, Trigger::Unblocked, Issued, false),
        ];
        for state in TicketStatus::ALL {
            for trigger in TRIGGERS {
                let expected = table
                    .iter()
                    .find(|row| row.0 == state && row.1 == trigger)
                    .map(|row| (row.2, Effects { renews_code: row.3 }))
                    .ok_or(Illegal { state });
                assert_eq!(state.next(trigger), expected, "{state:?} and {trigger:?}");
            }
            assert_eq!(TicketStatus::parse(state.name()), Some(state));
        }
    }
}
