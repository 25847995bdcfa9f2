//! Every USERS_* variable, typed.

use std::collections::BTreeSet;

use kit::env::Env;

use crate::domain::account::Email;

/// What can be set.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// USERS_STAFF_EMAILS: verified accounts with these addresses (separated by commas) are the platform's staff.
    pub staff_emails: BTreeSet<String>,
    /// USERS_THROTTLE: "off" leaves throttling to something in front, for load tests.
    pub throttled: bool,
}

impl Config {
    pub fn read(env: &Env) -> kit::Result<Self> {
        let mut staff_emails = BTreeSet::new();
        for text in env
            .text("USERS_STAFF_EMAILS")
            .unwrap_or_default()
            .split(',')
            .map(str::trim)
            .filter(|text| !text.is_empty())
        {
            let email = Email::parse(text).ok_or_else(|| {
                kit::Error::internal("USERS_STAFF_EMAILS holds something that is no e-mail address; separate addresses by commas")
            })?;
            staff_emails.insert(email.as_str().to_owned());
        }
        let throttled = match env.text("USERS_THROTTLE").as_deref() {
            None | Some("on") => true,
            Some("off") => false,
            Some(_) => return Err(kit::Error::internal("USERS_THROTTLE is on or off")),
        };
        Ok(Self { staff_emails, throttled })
    }
}
