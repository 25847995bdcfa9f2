//! Mails over a mail server.

use async_trait::async_trait;
use kit::Error;
use lettre::message::{Mailbox, MultiPart};
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

use super::{Channel, Mail, SendFailed};

/// A connection pool to one mail server.
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Smtp {
    /// `url` such as `smtps://user:password@mail.example.org`, `from` such as `Marquee <tickets@example.org>`.
    pub fn new(url: &str, from: &str) -> Result<Self, Error> {
        // The URL holds a password: it is not repeated in the sentence.
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .map_err(|error| Error::bad_input(format!("NOTIFICATIONS_SMTP_URL is not the URL of a mail server: {error}")))?
            .build();
        let from = from
            .parse()
            .map_err(|error| Error::bad_input(format!("NOTIFICATIONS_MAIL_FROM is not a mail address: {error}")))?;
        Ok(Self { transport, from })
    }
}

/// The message of a mail; the same `id` makes the same Message-ID.
fn message(from: &Mailbox, id: &str, mail: &Mail) -> Result<Message, SendFailed> {
    let unusable = |reason: &str| SendFailed {
        reason: reason.to_owned(),
        is_final: true,
    };
    let address: Address = mail.to_address.parse().map_err(|_| unusable("the address is not a mail address"))?;
    let name = Some(mail.to_name.clone()).filter(|name| !name.trim().is_empty());
    Message::builder()
        .from(from.clone())
        .to(Mailbox::new(name, address))
        .subject(&mail.subject)
        .message_id(Some(format!("<{id}@{}>", from.email.domain())))
        .multipart(MultiPart::alternative_plain_html(mail.text.clone(), mail.html.clone()))
        .map_err(|_| unusable("the mail cannot be put together"))
}

#[async_trait]
impl Channel for Smtp {
    async fn send(&self, id: &str, mail: &Mail) -> Result<(), SendFailed> {
        let message = message(&self.from, id, mail)?;
        // A server's own sentence may repeat the address; its code says enough.
        self.transport.send(message).await.map(drop).map_err(|error| SendFailed {
            reason: match error.status() {
                Some(code) => format!("the mail server answered {code}"),
                None => "the mail server cannot be reached".to_owned(),
            },
            is_final: error.is_permanent(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_has_both_texts_and_a_stable_id() {
        let from: Mailbox = "Marquee <tickets@example.org>".parse().unwrap();
        let mail = Mail {
            to_name: "Äda".to_owned(),
            to_address: "ada@example.org".to_owned(),
            subject: "Your tickets".to_owned(),
            text: "Plain".to_owned(),
            html: "<p>Rich</p>".to_owned(),
        };
        let text = String::from_utf8(message(&from, "dlv_1", &mail).unwrap().formatted()).unwrap();
        for part in [
            "Message-ID: <dlv_1@example.org>",
            "text/plain",
            "text/html",
            "Plain",
            "<p>Rich</p>",
            "Subject: Your tickets",
        ] {
            assert!(text.contains(part), "{part}\n{text}");
        }
        let wrong = Mail {
            to_address: "nobody".to_owned(),
            ..mail
        };
        assert!(message(&from, "dlv_1", &wrong).unwrap_err().is_final);
        assert!(Smtp::new("http://example.org", "a@example.org").is_err());
        assert!(Smtp::new("smtp://localhost:2525", "nobody").is_err());
    }
}
