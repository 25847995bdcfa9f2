//! Every `PAYMENTS_*` variable, typed.

use kit::{Deps, Error};

/// What can be configured.
#[derive(Clone)]
pub struct Config {
    /// The current webhook secret of the sandbox first, then one still accepted while it is being changed.
    pub sandbox_webhook_secrets: Vec<String>,
}

impl Config {
    /// Reads `PAYMENTS_ALLOW_SANDBOX`, `PAYMENTS_SANDBOX_WEBHOOK_SECRET` and
    /// `PAYMENTS_SANDBOX_WEBHOOK_SECRET_PREVIOUS`. Without a secret one is made and kept in the data folder.
    ///
    /// # Errors
    /// When the sandbox may not run here: a public service takes real money, or says that it does not.
    pub fn read(deps: &Deps) -> Result<Self, Error> {
        let allowed = deps
            .env
            .parse("PAYMENTS_ALLOW_SANDBOX", false)
            .map_err(|error| Error::internal(error.to_string()))?;
        if !deps.development && !allowed {
            return Err(Error::bad_input(
                "The sandbox payment provider does not run on a public address, because its payments are not real. \
                 Set PAYMENTS_ALLOW_SANDBOX=true to run it there all the same.",
            ));
        }
        let current = match deps.env.text("PAYMENTS_SANDBOX_WEBHOOK_SECRET") {
            Some(secret) => secret,
            None => kit::secret_file::load_or_create(&deps.data_dir.join("keys").join("sandbox-webhook.secret"), &deps.ids)?,
        };
        let previous = deps.env.text("PAYMENTS_SANDBOX_WEBHOOK_SECRET_PREVIOUS");
        Ok(Self {
            sandbox_webhook_secrets: std::iter::once(current).chain(previous).collect(),
        })
    }
}
