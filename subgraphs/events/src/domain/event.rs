//! The life of an event: its states, what moves them, and its closed sets.

/// Where an event is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EventStatus {
    Draft,
    Published,
    Paused,
    Cancelled,
    Completed,
}

/// What moves an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventTrigger {
    /// The organiser publishes a draft or resumes a paused event.
    Publish,
    Pause,
    /// The organiser calls the whole event off.
    Cancel,
    /// The last of its dates is over.
    Complete,
}

/// The state machine forbids the step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an event that is {from:?} does not take {trigger:?}")]
pub struct IllegalEventStep {
    pub from: EventStatus,
    pub trigger: EventTrigger,
}

impl EventStatus {
    pub const ALL: [Self; 5] = [Self::Draft, Self::Published, Self::Paused, Self::Cancelled, Self::Completed];

    /// The state after `trigger`. Whatever is not listed is refused.
    pub fn next(self, trigger: EventTrigger) -> Result<Self, IllegalEventStep> {
        use EventTrigger::*;
        match (self, trigger) {
            (Self::Draft | Self::Paused, Publish) => Ok(Self::Published),
            (Self::Published, Pause) => Ok(Self::Paused),
            (Self::Published | Self::Paused, Cancel) => Ok(Self::Cancelled),
            (Self::Published | Self::Paused, Complete) => Ok(Self::Completed),
            (from, trigger) => Err(IllegalEventStep { from, trigger }),
        }
    }

    /// The name in the schema and in the database.
    pub fn name(self) -> &'static str {
        match self {
            Self::Draft => "DRAFT",
            Self::Published => "PUBLISHED",
            Self::Paused => "PAUSED",
            Self::Cancelled => "CANCELLED",
            Self::Completed => "COMPLETED",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == name)
    }

    /// Whether tickets may be sold.
    pub fn on_sale(self) -> bool {
        self == Self::Published
    }

    /// Whether anyone may open it by its link, unless it is private.
    pub fn is_open_to_all(self) -> bool {
        self != Self::Draft
    }

    /// Whether it appears when anyone looks around.
    pub fn is_listed(self) -> bool {
        matches!(self, Self::Published | Self::Paused)
    }

    /// Whether its texts, dates and tickets may still be changed.
    pub fn is_editable(self) -> bool {
        !matches!(self, Self::Cancelled | Self::Completed)
    }
}

/// Who finds an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EventVisibility {
    /// Listed and open.
    Public,
    /// Open to whoever has the link.
    Unlisted,
    /// Open to the organiser's members only.
    Private,
}

impl EventVisibility {
    pub const ALL: [Self; 3] = [Self::Public, Self::Unlisted, Self::Private];

    pub fn name(self) -> &'static str {
        match self {
            Self::Public => "PUBLIC",
            Self::Unlisted => "UNLISTED",
            Self::Private => "PRIVATE",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|visibility| visibility.name() == name)
    }
}

/// Where an event takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EventFormat {
    InPerson,
    Online,
    Hybrid,
}

impl EventFormat {
    pub const ALL: [Self; 3] = [Self::InPerson, Self::Online, Self::Hybrid];

    pub fn name(self) -> &'static str {
        match self {
            Self::InPerson => "IN_PERSON",
            Self::Online => "ONLINE",
            Self::Hybrid => "HYBRID",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }
}

/// Whether anyone may open an event by its link. Otherwise only members who may edit it.
pub fn is_open_to_all(status: EventStatus, visibility: EventVisibility) -> bool {
    status.is_open_to_all() && visibility != EventVisibility::Private
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pair_of_state_and_trigger_is_decided() {
        use EventStatus::*;
        use EventTrigger::*;
        let table = [
            (Draft, [Some(Published), None, None, None]),
            (Published, [None, Some(Paused), Some(Cancelled), Some(Completed)]),
            (Paused, [Some(Published), None, Some(Cancelled), Some(Completed)]),
            (Cancelled, [None; 4]),
            (Completed, [None; 4]),
        ];
        assert_eq!(table.map(|(from, _)| from), EventStatus::ALL);
        for (from, row) in table {
            for (trigger, expected) in [Publish, Pause, Cancel, Complete].into_iter().zip(row) {
                let expected = expected.ok_or(IllegalEventStep { from, trigger });
                assert_eq!(from.next(trigger), expected, "{from:?} {trigger:?}");
            }
        }
    }

    #[test]
    fn names_come_back() {
        for status in EventStatus::ALL {
            assert_eq!(EventStatus::from_name(status.name()), Some(status));
        }
        for visibility in EventVisibility::ALL {
            assert_eq!(EventVisibility::from_name(visibility.name()), Some(visibility));
        }
        for format in EventFormat::ALL {
            assert_eq!(EventFormat::from_name(format.name()), Some(format));
        }
        assert_eq!(EventStatus::from_name("draft"), None);
    }

    #[test]
    fn strangers_open_neither_drafts_nor_private_events() {
        for status in EventStatus::ALL {
            for visibility in EventVisibility::ALL {
                let open = status != EventStatus::Draft && visibility != EventVisibility::Private;
                assert_eq!(is_open_to_all(status, visibility), open, "{status:?} {visibility:?}");
            }
        }
    }
}
