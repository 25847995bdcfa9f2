//! The life of an event: its states, what moves them, and its closed sets.

/// Where an event is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EventStatus {
    Draft,
    /// The platform's staff look at it; only where review is on.
    InReview,
    Published,
    Paused,
    Cancelled,
    Completed,
    Archived,
}

/// What moves an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventTrigger {
    /// The organiser publishes a draft (where review is off) or resumes a paused event.
    Publish,
    /// The organiser asks for a review (where it is on).
    Submit,
    Approve,
    Reject,
    Pause,
    /// The organiser calls the whole event off.
    Cancel,
    /// The last of its dates is over.
    Complete,
    Archive,
}

/// The state machine forbids the step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an event that is {from:?} does not take {trigger:?}")]
pub struct IllegalEventStep {
    pub from: EventStatus,
    pub trigger: EventTrigger,
}

impl EventStatus {
    pub const ALL: [Self; 7] = [
        Self::Draft,
        Self::InReview,
        Self::Published,
        Self::Paused,
        Self::Cancelled,
        Self::Completed,
        Self::Archived,
    ];

    /// The state after `trigger`. Whatever is not listed is refused.
    pub fn next(self, trigger: EventTrigger) -> Result<Self, IllegalEventStep> {
        use EventTrigger::*;
        match (self, trigger) {
            (Self::Draft | Self::Paused, Publish) | (Self::InReview, Approve) => Ok(Self::Published),
            (Self::Draft, Submit) => Ok(Self::InReview),
            (Self::InReview, Reject) => Ok(Self::Draft),
            (Self::Published, Pause) => Ok(Self::Paused),
            (Self::Published | Self::Paused, Cancel) => Ok(Self::Cancelled),
            (Self::Published | Self::Paused, Complete) => Ok(Self::Completed),
            (Self::Draft | Self::Completed, Archive) => Ok(Self::Archived),
            (from, trigger) => Err(IllegalEventStep { from, trigger }),
        }
    }

    /// The name in the schema and in the database.
    pub fn name(self) -> &'static str {
        match self {
            Self::Draft => "DRAFT",
            Self::InReview => "IN_REVIEW",
            Self::Published => "PUBLISHED",
            Self::Paused => "PAUSED",
            Self::Cancelled => "CANCELLED",
            Self::Completed => "COMPLETED",
            Self::Archived => "ARCHIVED",
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
        !matches!(self, Self::Draft | Self::InReview)
    }

    /// Whether it appears when anyone looks around.
    pub fn is_listed(self) -> bool {
        matches!(self, Self::Published | Self::Paused)
    }

    /// Whether its texts, dates and tickets may still be changed.
    pub fn is_editable(self) -> bool {
        !matches!(self, Self::Cancelled | Self::Completed | Self::Archived)
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
        let triggers = [Publish, Submit, Approve, Reject, Pause, Cancel, Complete, Archive];
        let table = [
            (
                Draft,
                [Some(Published), Some(InReview), None, None, None, None, None, Some(Archived)],
            ),
            (InReview, [None, None, Some(Published), Some(Draft), None, None, None, None]),
            (
                Published,
                [None, None, None, None, Some(Paused), Some(Cancelled), Some(Completed), None],
            ),
            (
                Paused,
                [Some(Published), None, None, None, None, Some(Cancelled), Some(Completed), None],
            ),
            (Cancelled, [None; 8]),
            (Completed, [None, None, None, None, None, None, None, Some(Archived)]),
            (Archived, [None; 8]),
        ];
        assert_eq!(table.map(|(from, _)| from), EventStatus::ALL);
        for (from, row) in table {
            for (trigger, expected) in triggers.into_iter().zip(row) {
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
                let hidden = [EventStatus::Draft, EventStatus::InReview].contains(&status);
                let open = !hidden && visibility != EventVisibility::Private;
                assert_eq!(is_open_to_all(status, visibility), open, "{status:?} {visibility:?}");
            }
        }
    }
}
