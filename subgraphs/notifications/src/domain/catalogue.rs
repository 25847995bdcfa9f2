//! The texts, in English: one entry per kind and channel, with `{placeholders}`. Codes, links and dates are put in
//! when something is told.

use super::{ChannelKind, NotificationKind};

pub const LOCALE: &str = "en";

/// A text with `{placeholders}`. In a mail, a paragraph ends at an empty line and a link stands on a line of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    pub subject: &'static str,
    pub body: &'static str,
}

/// A text of the catalogue with what it is for.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    pub kind: NotificationKind,
    pub channel: ChannelKind,
    pub text: Text,
}

const fn entry(kind: NotificationKind, channel: ChannelKind, subject: &'static str, body: &'static str) -> Entry {
    Entry {
        kind,
        channel,
        text: Text { subject, body },
    }
}

/// Everything that is told about bookings and events.
pub const ENTRIES: [Entry; 9] = [
    entry(
        NotificationKind::BookingConfirmed,
        ChannelKind::InApp,
        "Your tickets for {event}",
        "{tickets} for {date}. Booking {code}.",
    ),
    entry(
        NotificationKind::BookingConfirmed,
        ChannelKind::Email,
        "Your tickets for {event}",
        "Hello {name},\n\nyour booking {code} is confirmed.\n\n{event}\n{date}\n{tickets}\nTotal: {amount}\n\n\
         Ticket codes:\n{ticket_codes}\n\nShow your tickets, add them to your calendar or cancel here:\n{link}\n\nHave a good time!",
    ),
    entry(
        NotificationKind::BookingExpired,
        ChannelKind::InApp,
        "Your hold for {event} has run out",
        "The places are free again. If you still want to come, choose your tickets once more.",
    ),
    entry(
        NotificationKind::PaymentFailed,
        ChannelKind::InApp,
        "Your payment for {event} did not go through",
        "Nothing was charged. Try again or use another card while your places are held.",
    ),
    entry(
        NotificationKind::RefundIssued,
        ChannelKind::InApp,
        "Refund for {event}",
        "{amount} is on its way back to you. It can take a few days until your bank shows it.",
    ),
    entry(
        NotificationKind::RefundIssued,
        ChannelKind::Email,
        "Refund for {event}",
        "Hello {name},\n\nwe have sent {amount} back to the card you paid with, for your booking {code}:\n\n{event}\n{date}\n\n\
         It can take a few days until your bank shows it.\n\nYour booking:\n{link}",
    ),
    entry(
        NotificationKind::EventCancelled,
        ChannelKind::InApp,
        "{event} is cancelled",
        "The date on {date} does not take place. If you paid, your money comes back by itself.",
    ),
    entry(
        NotificationKind::EventCancelled,
        ChannelKind::Email,
        "{event} is cancelled",
        "Hello {name},\n\nwe are sorry: the organiser has cancelled this date.\n\n{event}\n{date}\n\n\
         Your tickets of booking {code} are no longer valid. If you paid, your money comes back by itself, and we write again \
         when it is on its way.\n\nYour booking:\n{link}",
    ),
    entry(
        NotificationKind::OrganizerSale,
        ChannelKind::InApp,
        "Sold: {event}",
        "{tickets} for {date}, {amount}.",
    ),
];

/// A new account proves its address. The code stands on a line of its own.
pub const VERIFICATION_CODE: Text = Text {
    subject: "Your code for Marquee",
    body: "Hello {name},\n\nthis code confirms that the address is yours:\n\n{code}\n\nIt is good until {expires}. \
           If you did not sign up, you need not do anything.",
};

/// Somebody signed up with an address that has an account.
pub const KNOWN_ADDRESS: Text = Text {
    subject: "You already have an account",
    body: "Hello {name},\n\nsomebody, perhaps you, wanted to sign up with this address. It has an account already, so nothing \
           was changed.\n\nSign in here:\n{link}\n\nIf you do not remember your password, set a new one there. \
           If it was not you, you need not do anything.",
};

/// A link that sets a new password.
pub const PASSWORD_RESET: Text = Text {
    subject: "Set a new password",
    body: "Hello {name},\n\nyou can set a new password with this link:\n{link}\n\nIt works once, until {expires}. \
           If you did not ask for it, you need not do anything: your password stays as it is.",
};

/// The text for a kind on a channel; `None` where that kind is not told that way.
pub fn find(kind: NotificationKind, channel: ChannelKind) -> Option<Text> {
    ENTRIES
        .iter()
        .find(|entry| entry.kind == kind && entry.channel == channel)
        .map(|entry| entry.text)
}

/// The template with its placeholders filled. A value never opens a placeholder of its own, and one that is not
/// given stays as it is.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len() + 64);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let known = after
            .split_once('}')
            .and_then(|(name, tail)| values.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value, tail)));
        match known {
            Some((value, tail)) => {
                filled.push_str(value);
                rest = tail;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filling_is_not_recursive() {
        assert_eq!(fill("a {x} {y} {z", &[("x", "{y}"), ("y", "2")]), "a {y} 2 {z");
        assert_eq!(fill("{unknown} {x}", &[("x", "1")]), "{unknown} 1");
    }

    #[test]
    fn every_kind_is_told_in_the_application_once() {
        for kind in NotificationKind::ALL {
            let count = ENTRIES
                .iter()
                .filter(|entry| entry.kind == kind && entry.channel == ChannelKind::InApp)
                .count();
            assert_eq!(count, 1, "{kind:?}");
        }
    }

    #[test]
    fn templates_use_known_placeholders_only() {
        let known = [
            "event",
            "date",
            "tickets",
            "code",
            "name",
            "amount",
            "ticket_codes",
            "link",
            "expires",
        ];
        let values: Vec<(&str, &str)> = known.iter().map(|name| (*name, "x")).collect();
        let texts = ENTRIES
            .iter()
            .map(|entry| entry.text)
            .chain([VERIFICATION_CODE, KNOWN_ADDRESS, PASSWORD_RESET]);
        for text in texts {
            for part in [text.subject, text.body] {
                assert!(!fill(part, &values).contains('{'), "{part}");
            }
        }
    }
}
