//! Every `NOTIFICATIONS_*` variable, typed.

use std::path::PathBuf;

use kit::{Deps, Error};

/// How mails leave.
#[derive(Clone, Debug)]
pub enum Mailing {
    /// Over a mail server: its URL, and whom the mails are from.
    Smtp { url: String, from: String },
    /// Written to a folder and shown at `/dev/outbox`.
    Folder(PathBuf),
}

/// What can be configured.
#[derive(Clone, Debug)]
pub struct Config {
    pub mailing: Mailing,
}

impl Config {
    /// Reads `NOTIFICATIONS_SMTP_URL`, `NOTIFICATIONS_MAIL_FROM` and `NOTIFICATIONS_DEV_OUTBOX`.
    ///
    /// # Errors
    /// When mails would go to a folder although the service is public and nobody asked for that.
    pub fn read(deps: &Deps) -> Result<Self, Error> {
        if let Some(url) = deps.env.text("NOTIFICATIONS_SMTP_URL") {
            let from = deps.env.text("NOTIFICATIONS_MAIL_FROM").ok_or_else(|| {
                Error::bad_input("Mails need a sender: set NOTIFICATIONS_MAIL_FROM, such as \"Marquee <tickets@example.org>\".")
            })?;
            return Ok(Self {
                mailing: Mailing::Smtp { url, from },
            });
        }
        let named = deps
            .env
            .parse("NOTIFICATIONS_DEV_OUTBOX", false)
            .map_err(|error| Error::bad_input(error.to_string()))?;
        if !deps.development && !named {
            return Err(Error::bad_input(
                "No mail server is set and the public address is not this machine's. \
                 Set NOTIFICATIONS_SMTP_URL, or NOTIFICATIONS_DEV_OUTBOX=true to write mails to a folder.",
            ));
        }
        Ok(Self {
            mailing: Mailing::Folder(deps.data_dir.join("outbox")),
        })
    }
}
