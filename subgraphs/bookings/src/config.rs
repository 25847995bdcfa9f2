//! Every BOOKINGS_* variable, typed.

use std::time::Duration;

use kit::env::Env;
use kit::error::Error;

/// How bookings is configured.
#[derive(Clone, Copy, Debug)]
pub struct Config {
    /// `BOOKINGS_HOLDS_PER_MINUTE`: holds one account or guest may try to place in a minute.
    pub holds_per_minute: u32,
    /// `BOOKINGS_HOLDS_PER_MINUTE_PER_ADDRESS`: the same for one network address, which many people may share.
    pub holds_per_minute_per_address: u32,
    /// `BOOKINGS_CHANGES_PER_MINUTE`: other changes of bookings one caller may try in a minute.
    pub changes_per_minute: u32,
    /// `BOOKINGS_SCANS_PER_MINUTE`: check-ins one member may try in a minute.
    pub scans_per_minute: u32,
    /// `BOOKINGS_SWEEP_SECONDS`: how often run-out holds are looked for.
    pub sweep_every: Duration,
}

impl Config {
    pub fn from_env(env: &Env) -> Result<Self, Error> {
        Ok(Self {
            holds_per_minute: env.parse("BOOKINGS_HOLDS_PER_MINUTE", 60).map_err(Error::internal)?,
            holds_per_minute_per_address: env.parse("BOOKINGS_HOLDS_PER_MINUTE_PER_ADDRESS", 1_000).map_err(Error::internal)?,
            changes_per_minute: env.parse("BOOKINGS_CHANGES_PER_MINUTE", 120).map_err(Error::internal)?,
            scans_per_minute: env.parse("BOOKINGS_SCANS_PER_MINUTE", 600).map_err(Error::internal)?,
            sweep_every: Duration::from_secs(env.parse("BOOKINGS_SWEEP_SECONDS", 5).map_err(Error::internal)?),
        })
    }
}
