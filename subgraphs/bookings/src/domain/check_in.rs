//! Who gets in at the door.

use super::ticket::{TicketStatus, Trigger};

/// The answer to a scan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CheckInResult {
    Admitted,
    AlreadyAdmitted,
    UnknownTicket,
    WrongEvent,
    WrongDate,
    Voided,
}

impl CheckInResult {
    pub const ALL: [Self; 6] = [
        Self::Admitted,
        Self::AlreadyAdmitted,
        Self::UnknownTicket,
        Self::WrongEvent,
        Self::WrongDate,
        Self::Voided,
    ];

    /// The stable name, as stored and shown.
    pub fn name(self) -> &'static str {
        match self {
            Self::Admitted => "ADMITTED",
            Self::AlreadyAdmitted => "ALREADY_ADMITTED",
            Self::UnknownTicket => "UNKNOWN_TICKET",
            Self::WrongEvent => "WRONG_EVENT",
            Self::WrongDate => "WRONG_DATE",
            Self::Voided => "VOIDED",
        }
    }

    /// The result of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|result| result.name() == name)
    }
}

/// A ticket as the door sees it.
#[derive(Clone, Copy, Debug)]
pub struct TicketAtDoor<'a> {
    pub event_id: &'a str,
    pub occurrence_id: &'a str,
    pub status: TicketStatus,
}

/// Decides what a scan on a list of (`event_id`, `occurrence_id`) answers; `None`: no such ticket. Whether it was
/// admitted before on that list is decided by the admission row, not here.
pub fn decide_check_in(ticket: Option<TicketAtDoor<'_>>, event_id: &str, occurrence_id: &str) -> CheckInResult {
    let Some(ticket) = ticket else {
        return CheckInResult::UnknownTicket;
    };
    if ticket.event_id != event_id {
        CheckInResult::WrongEvent
    } else if ticket.occurrence_id != occurrence_id {
        CheckInResult::WrongDate
    } else if ticket.status.next(Trigger::Admitted).is_err() {
        CheckInResult::Voided
    } else {
        CheckInResult::Admitted
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_in_their_order() {
        let at = |event_id, occurrence_id, status| {
            Some(TicketAtDoor {
                event_id,
                occurrence_id,
                status,
            })
        };
        let cases = [
            (None, CheckInResult::UnknownTicket),
            (at("evt_2", "occ_9", TicketStatus::Voided), CheckInResult::WrongEvent),
            (at("evt_1", "occ_9", TicketStatus::Voided), CheckInResult::WrongDate),
            (at("evt_1", "occ_1", TicketStatus::Voided), CheckInResult::Voided),
            (at("evt_1", "occ_1", TicketStatus::Blocked), CheckInResult::Voided),
            (at("evt_1", "occ_1", TicketStatus::TransferPending), CheckInResult::Voided),
            (at("evt_1", "occ_1", TicketStatus::Issued), CheckInResult::Admitted),
            (at("evt_1", "occ_1", TicketStatus::CheckedIn), CheckInResult::Admitted),
        ];
        for (ticket, expected) in cases {
            assert_eq!(decide_check_in(ticket, "evt_1", "occ_1"), expected, "{ticket:?}");
        }
        for result in CheckInResult::ALL {
            assert_eq!(CheckInResult::parse(result.name()), Some(result));
        }
    }
}
