//! The root fields that change something.

use std::sync::Arc;

use async_graphql::{Context, InputObject, Object, SimpleObject};
use chrono::{DateTime, Utc};
use kit::clock::datetime;
use kit::scalars::{CurrencyCode, TimeZone};
use kit::viewer;

use super::errors::{SignInError, SignUpError, SimpleError};
use super::types::{Organizer, User};
use crate::commands::sessions::Tokens;
use crate::commands::{
    Refusal, State, email_verify, organizer_create, password_reset, profile_update, sessions, sign_in, sign_up, token_refresh,
};
use crate::domain::session::IDLE_MS;

/// The refresh token's cookie; only requests to /graphql carry it.
const COOKIE: &str = "marquee_refresh";

#[derive(InputObject)]
pub struct SignUpInput {
    pub email: String,
    /// At least 10 characters.
    pub password: String,
    pub display_name: String,
    /// A language tag such as en or de-AT.
    pub locale: String,
}

#[derive(SimpleObject)]
pub struct SignUpPayload {
    /// True for a known address too: only the mail tells its owner.
    pub accepted: bool,
    pub errors: Vec<SignUpError>,
}

#[derive(InputObject)]
pub struct SignInInput {
    pub email: String,
    pub password: String,
    /// True: the refresh token is set as an httpOnly cookie. False: it is in the payload.
    #[graphql(default_with = "Some(true)")]
    pub use_cookie: Option<bool>,
}

#[derive(InputObject)]
pub struct TokenRefreshInput {
    /// Omitted when the refresh token is in the httpOnly cookie.
    pub refresh_token: Option<String>,
    /// True: the next refresh token is set as an httpOnly cookie. False: it is in the payload.
    #[graphql(default_with = "Some(true)")]
    pub use_cookie: Option<bool>,
}

#[derive(SimpleObject, Default)]
pub struct SignInPayload {
    pub access_token: Option<String>,
    pub access_token_expires_at: Option<DateTime<Utc>>,
    /// Only when useCookie was false.
    pub refresh_token: Option<String>,
    pub user: Option<User>,
    pub errors: Vec<SignInError>,
}

#[derive(InputObject)]
pub struct SignOutInput {
    /// True: every session of the account ends.
    #[graphql(default_with = "Some(false)")]
    pub everywhere: Option<bool>,
}

#[derive(SimpleObject)]
pub struct SignOutPayload {
    pub ok: bool,
    /// What kept the session from being ended.
    pub errors: Vec<SimpleError>,
}

#[derive(InputObject)]
pub struct EmailVerifyInput {
    /// The address that signed up.
    pub email: String,
    /// The digits from the mail.
    pub code: String,
}

#[derive(SimpleObject)]
pub struct EmailVerifyPayload {
    pub user: Option<User>,
    pub errors: Vec<SimpleError>,
}

#[derive(InputObject)]
pub struct EmailVerificationResendInput {
    /// The address that signed up.
    pub email: String,
}

#[derive(SimpleObject)]
pub struct EmailVerificationResendPayload {
    /// True whether or not a mail was due.
    pub accepted: bool,
    /// Bad input, or asked too often.
    pub errors: Vec<SimpleError>,
}

#[derive(InputObject)]
pub struct PasswordResetRequestInput {
    pub email: String,
}

#[derive(SimpleObject)]
pub struct PasswordResetRequestPayload {
    /// True whether or not the address is known.
    pub accepted: bool,
    pub errors: Vec<SimpleError>,
}

#[derive(InputObject)]
pub struct PasswordResetInput {
    /// From the link in the mail.
    pub token: String,
    pub new_password: String,
}

#[derive(SimpleObject)]
pub struct PasswordResetPayload {
    pub ok: bool,
    pub errors: Vec<SimpleError>,
}

#[derive(InputObject)]
pub struct ProfileUpdateInput {
    pub display_name: Option<String>,
    pub locale: Option<String>,
    pub time_zone: Option<TimeZone>,
}

#[derive(SimpleObject)]
pub struct ProfileUpdatePayload {
    pub user: Option<User>,
    pub errors: Vec<SimpleError>,
}

#[derive(InputObject)]
pub struct OrganizerCreateInput {
    pub name: String,
    /// 3 to 40 lower-case letters, digits and hyphens.
    pub slug: String,
    pub default_currency: CurrencyCode,
    pub default_time_zone: TimeZone,
}

#[derive(SimpleObject)]
pub struct OrganizerCreatePayload {
    pub organizer: Option<Organizer>,
    pub errors: Vec<SimpleError>,
}

/// What can be changed.
pub struct Mutation;

fn state<'a>(context: &Context<'a>) -> &'a Arc<State> {
    context.data_unchecked::<Arc<State>>()
}

fn set_cookie(context: &Context<'_>, value: &str, max_age_seconds: i64) {
    let secure = if state(context).deps.public_url.starts_with("https://") {
        "; Secure"
    } else {
        ""
    };
    let cookie = format!("{COOKIE}={value}; Path=/graphql; HttpOnly; SameSite=Lax; Max-Age={max_age_seconds}{secure}");
    context.append_http_header("set-cookie", cookie);
}

fn signed_in(context: &Context<'_>, outcome: Result<Tokens, Refusal>, use_cookie: bool) -> SignInPayload {
    match outcome {
        Ok(tokens) => {
            if use_cookie {
                set_cookie(context, &tokens.refresh_token, IDLE_MS / 1000);
            }
            SignInPayload {
                access_token: Some(tokens.access_token),
                access_token_expires_at: Some(datetime(tokens.access_expires_at_ms)),
                refresh_token: (!use_cookie).then_some(tokens.refresh_token),
                user: Some(User(tokens.account)),
                errors: Vec::new(),
            }
        }
        Err(refusal) => SignInPayload {
            errors: vec![refusal.into()],
            ..SignInPayload::default()
        },
    }
}

/// The value, or the refusal as the only error.
fn split<T>(outcome: Result<T, Refusal>) -> (Option<T>, Vec<SimpleError>) {
    match outcome {
        Ok(value) => (Some(value), Vec::new()),
        Err(refusal) => (None, vec![refusal.into()]),
    }
}

#[Object]
impl Mutation {
    /// Answers alike for a known address; its owner gets a mail.
    async fn sign_up(&self, context: &Context<'_>, input: SignUpInput) -> kit::Result<SignUpPayload> {
        let SignUpInput {
            email,
            password,
            display_name,
            locale,
        } = input;
        let input = sign_up::SignUp {
            email,
            password,
            display_name,
            locale,
        };
        Ok(match sign_up::sign_up(state(context), viewer::of(context), input).await? {
            Ok(()) => SignUpPayload {
                accepted: true,
                errors: Vec::new(),
            },
            Err(refusal) => SignUpPayload {
                accepted: false,
                errors: vec![refusal.into()],
            },
        })
    }

    /// Address and password for a session.
    async fn sign_in(&self, context: &Context<'_>, input: SignInInput) -> kit::Result<SignInPayload> {
        let outcome = sign_in::sign_in(state(context), viewer::of(context), &input.email, input.password).await?;
        Ok(signed_in(context, outcome, input.use_cookie.unwrap_or(true)))
    }

    /// A new access token for the refresh token, which is replaced.
    async fn token_refresh(&self, context: &Context<'_>, input: TokenRefreshInput) -> kit::Result<SignInPayload> {
        let cookie = viewer::of(context).cookie(COOKIE);
        let from_cookie = input.refresh_token.is_none() && cookie.is_some();
        let token = input.refresh_token.as_deref().or(cookie);
        let outcome = token_refresh::token_refresh(state(context), token).await?;
        if outcome.is_err() && from_cookie {
            set_cookie(context, "", 0);
        }
        Ok(signed_in(context, outcome, input.use_cookie.unwrap_or(true)))
    }

    /// Ends this session, or all of them.
    #[graphql(requires_scopes = "user")]
    async fn sign_out(&self, context: &Context<'_>, input: SignOutInput) -> kit::Result<SignOutPayload> {
        sessions::sign_out(state(context), viewer::of(context), input.everywhere.unwrap_or(false)).await?;
        set_cookie(context, "", 0);
        Ok(SignOutPayload {
            ok: true,
            errors: Vec::new(),
        })
    }

    /// Proves the address with the code from the mail.
    async fn email_verify(&self, context: &Context<'_>, input: EmailVerifyInput) -> kit::Result<EmailVerifyPayload> {
        let (row, errors) = split(email_verify::email_verify(state(context), viewer::of(context), &input.email, &input.code).await?);
        Ok(EmailVerifyPayload {
            user: row.map(User),
            errors,
        })
    }

    /// Sends a new code and ends the old one. Answers alike for an unknown or already verified address.
    async fn email_verification_resend(
        &self,
        context: &Context<'_>,
        input: EmailVerificationResendInput,
    ) -> kit::Result<EmailVerificationResendPayload> {
        let (accepted, errors) = split(sign_up::resend(state(context), viewer::of(context), &input.email).await?);
        Ok(EmailVerificationResendPayload {
            accepted: accepted.is_some(),
            errors,
        })
    }

    /// Sends a link that sets a new password. Answers alike for an unknown address.
    async fn password_reset_request(
        &self,
        context: &Context<'_>,
        input: PasswordResetRequestInput,
    ) -> kit::Result<PasswordResetRequestPayload> {
        let (accepted, errors) = split(password_reset::request(state(context), viewer::of(context), &input.email).await?);
        Ok(PasswordResetRequestPayload {
            accepted: accepted.is_some(),
            errors,
        })
    }

    /// Sets a new password and ends every session.
    async fn password_reset(&self, context: &Context<'_>, input: PasswordResetInput) -> kit::Result<PasswordResetPayload> {
        let (done, errors) = split(password_reset::reset(state(context), viewer::of(context), &input.token, input.new_password).await?);
        Ok(PasswordResetPayload {
            ok: done.is_some(),
            errors,
        })
    }

    /// Changes what others see of the viewer, and how the viewer is spoken to.
    #[graphql(requires_scopes = "user")]
    async fn profile_update(&self, context: &Context<'_>, input: ProfileUpdateInput) -> kit::Result<ProfileUpdatePayload> {
        let input = profile_update::ProfileUpdate {
            display_name: input.display_name,
            locale: input.locale,
            time_zone: input.time_zone.map(|zone| zone.0.name().to_owned()),
        };
        let (row, errors) = split(profile_update::profile_update(state(context), viewer::of(context), input).await?);
        Ok(ProfileUpdatePayload {
            user: row.map(User),
            errors,
        })
    }

    /// Makes an organiser whose owner is the viewer. The viewer's next token carries the new scopes.
    #[graphql(requires_scopes = "user")]
    async fn organizer_create(&self, context: &Context<'_>, input: OrganizerCreateInput) -> kit::Result<OrganizerCreatePayload> {
        let input = organizer_create::OrganizerCreate {
            name: input.name,
            slug: input.slug,
            default_currency: input.default_currency.0,
            default_time_zone: input.default_time_zone.0.name().to_owned(),
        };
        let (row, errors) = split(organizer_create::organizer_create(state(context), viewer::of(context), input).await?);
        Ok(OrganizerCreatePayload {
            organizer: row.map(Organizer),
            errors,
        })
    }
}
