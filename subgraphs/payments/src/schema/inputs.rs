//! The inputs, and how they become what commands take.

use async_graphql::{ID, InputObject};
use kit::scalars::Url;
use kit::user_error::ValidationError;
use uuid::Uuid;

use crate::commands::start_payment::StartPayment;

#[derive(InputObject)]
pub struct PaymentStartInput {
    pub booking_id: ID,
    /// A repeat with the same key returns the first answer.
    pub idempotency_key: Uuid,
    /// Where the buyer comes back to after a page of the bank: https, or http on this machine or on our own address.
    pub return_url: Url,
}

#[derive(InputObject)]
pub struct PaymentCancelInput {
    pub payment_id: ID,
}

#[derive(InputObject)]
pub struct PaymentSyncInput {
    pub payment_id: ID,
}

impl PaymentStartInput {
    /// The command, or what is wrong with the input.
    pub(super) fn parse(self, public_url: &str) -> Result<StartPayment, ValidationError> {
        if !may_return_to(&self.return_url.0, public_url) {
            return Err(ValidationError::new(
                "INVALID_RETURN_URL",
                "The return address has to be an https address, or one of this machine.",
                &["returnUrl"],
            ));
        }
        Ok(StartPayment {
            booking_id: self.booking_id.0,
            return_url: self.return_url.0,
        })
    }
}

/// A browser is sent here: web addresses only, without a user name that could hide where it goes, and unencrypted
/// only where nobody can listen.
fn may_return_to(url: &str, public_url: &str) -> bool {
    let Ok(uri) = url.parse::<http::Uri>() else { return false };
    let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
        return false;
    };
    if authority.as_str().contains('@') {
        return false;
    }
    let own = public_url.parse::<http::Uri>().ok();
    let is_own = own
        .as_ref()
        .is_some_and(|own| own.scheme_str() == Some(scheme) && own.authority() == Some(authority));
    let is_loopback = matches!(authority.host(), "localhost" | "127.0.0.1" | "[::1]");
    scheme == "https" || (scheme == "http" && (is_own || is_loopback))
}

#[cfg(test)]
mod tests {
    use super::may_return_to;

    #[test]
    fn return_addresses() {
        let own = "http://tickets.example:8080";
        for good in [
            "https://a.example/x?y=1",
            "http://localhost:5173/pay",
            "http://127.0.0.1:4000/",
            "http://tickets.example:8080/b",
        ] {
            assert!(may_return_to(good, own), "{good}");
        }
        for bad in [
            "http://a.example/",
            "javascript:alert(1)",
            "ftp://localhost/",
            "https://good.example@evil.example/",
            "/checkout",
            "",
        ] {
            assert!(!may_return_to(bad, own), "{bad}");
        }
    }
}
