//! Who asks: a signed-in user, a guest with a booking, both or neither, and from where.

use std::collections::BTreeSet;

use http::HeaderMap;

use crate::error::Error;
use crate::token::{TokenError, Verifier};

/// A verified access token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Access {
    pub user_id: String,
    pub session_id: String,
    pub scopes: BTreeSet<String>,
    /// Epoch milliseconds.
    pub expires_at_ms: i64,
}

/// A verified guest token: it opens one booking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guest {
    pub booking_id: String,
    /// Epoch milliseconds.
    pub expires_at_ms: i64,
}

/// The one who asks. Put into every request by `kit::graphql`; resolvers get it by `of`.
#[derive(Clone, Debug, Default)]
pub struct Viewer {
    pub user: Option<Access>,
    pub guest: Option<Guest>,
    /// The client's address as the router saw it; empty in tests.
    pub address: String,
    /// The first language the client asks for; "en" without any.
    pub locale: String,
    pub user_agent: Option<String>,
    cookies: Vec<(String, String)>,
}

impl Viewer {
    /// Reads `authorization`, `marquee-guest`, `cookie`, `x-forwarded-for`, `accept-language` and `user-agent`. A token
    /// that does not verify fails the request: nobody is taken for anonymous by mistake.
    pub fn from_headers(headers: &HeaderMap, verifier: &Verifier, now_ms: i64) -> Result<Self, TokenError> {
        let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
        let user = text("authorization")
            .map(|value| match value.split_once(' ') {
                Some((scheme, token)) if scheme.eq_ignore_ascii_case("bearer") => verifier.access(token.trim(), now_ms),
                _ => Err(TokenError::Forged),
            })
            .transpose()?;
        let guest = text("marquee-guest")
            .map(|token| verifier.guest(token.trim(), now_ms))
            .transpose()?;
        let address = text("x-forwarded-for")
            .and_then(|list| list.split(',').next())
            .unwrap_or_default()
            .trim()
            .to_owned();
        let locale = text("accept-language")
            .and_then(|list| list.split([',', ';']).next())
            .map(str::trim)
            .filter(|locale| !locale.is_empty() && *locale != "*" && locale.len() <= 35)
            .unwrap_or("en")
            .to_owned();
        let cookies = headers
            .get_all("cookie")
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|list| list.split(';'))
            .filter_map(|pair| pair.split_once('='))
            .map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()))
            .collect();
        Ok(Self {
            user,
            guest,
            address,
            locale,
            user_agent: text("user-agent").map(str::to_owned),
            cookies,
        })
    }

    /// A viewer signed in as `user_id` with these scopes; for tests and for the seed.
    pub fn signed_in(user_id: &str, scopes: &[&str]) -> Self {
        Self {
            user: Some(Access {
                user_id: user_id.to_owned(),
                session_id: format!("ses_of_{user_id}"),
                scopes: scopes.iter().map(|scope| (*scope).to_owned()).collect(),
                expires_at_ms: i64::MAX,
            }),
            locale: "en".to_owned(),
            ..Self::default()
        }
    }

    /// A guest of one booking; for tests.
    pub fn guest_of(booking_id: &str) -> Self {
        Self {
            guest: Some(Guest {
                booking_id: booking_id.to_owned(),
                expires_at_ms: i64::MAX,
            }),
            locale: "en".to_owned(),
            ..Self::default()
        }
    }

    #[must_use]
    pub fn with_cookie(mut self, name: &str, value: &str) -> Self {
        self.cookies.push((name.to_owned(), value.to_owned()));
        self
    }

    #[must_use]
    pub fn with_address(mut self, address: &str) -> Self {
        self.address = address.to_owned();
        self
    }

    pub fn user_id(&self) -> Option<&str> {
        self.user.as_ref().map(|access| access.user_id.as_str())
    }

    /// The booking the guest token opens.
    pub fn guest_booking_id(&self) -> Option<&str> {
        self.guest.as_ref().map(|guest| guest.booking_id.as_str())
    }

    /// When the first of the tokens expires; epoch milliseconds. `None` without any.
    pub fn expires_at_ms(&self) -> Option<i64> {
        let user = self.user.as_ref().map(|access| access.expires_at_ms);
        let guest = self.guest.as_ref().map(|guest| guest.expires_at_ms);
        user.into_iter().chain(guest).min()
    }

    /// The signed-in user, or UNAUTHENTICATED.
    pub fn require_user(&self) -> Result<&str, Error> {
        self.user_id().ok_or_else(Error::unauthenticated)
    }

    /// Whether the access token carries `scope`, or the guest token when the scope is "guest".
    pub fn has_scope(&self, scope: &str) -> bool {
        (scope == "guest" && self.guest.is_some()) || self.user.as_ref().is_some_and(|access| access.scopes.contains(scope))
    }

    /// One of `scopes`, or UNAUTHENTICATED for nobody and FORBIDDEN for somebody.
    pub fn require_scope(&self, scopes: &[&str]) -> Result<(), Error> {
        if scopes.iter().any(|scope| self.has_scope(scope)) {
            Ok(())
        } else if self.user.is_none() && self.guest.is_none() {
            Err(Error::unauthenticated())
        } else {
            Err(Error::forbidden("You may not do this."))
        }
    }

    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies
            .iter()
            .find_map(|(known, value)| (known == name).then_some(value.as_str()))
    }

    /// What idempotency scopes and throttles call this caller: the user, else the guest's booking, else the address.
    pub fn caller(&self) -> String {
        match (&self.user, &self.guest) {
            (Some(access), _) => access.user_id.clone(),
            (None, Some(guest)) => guest.booking_id.clone(),
            (None, None) => format!("address:{}", self.address),
        }
    }
}

/// The viewer of a request.
pub fn of<'a>(context: &async_graphql::Context<'a>) -> &'a Viewer {
    context.data_unchecked::<Viewer>()
}
