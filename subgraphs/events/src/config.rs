//! Every EVENTS_* variable, typed.

use std::time::Duration;

use kit::env::{Env, EnvError};

/// How often dates that are over are looked for, unless EVENTS_END_INTERVAL_SECONDS says otherwise.
const END_INTERVAL_SECONDS: u64 = 30;

/// What can be set from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Config {
    pub end_interval: Duration,
}

impl Config {
    /// Reads EVENTS_END_INTERVAL_SECONDS.
    pub fn read(env: &Env) -> Result<Self, EnvError> {
        let seconds = env.parse("EVENTS_END_INTERVAL_SECONDS", END_INTERVAL_SECONDS)?;
        Ok(Self {
            end_interval: Duration::from_secs(seconds.max(1)),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_are_read() {
        assert_eq!(Config::read(&Env::from_pairs(&[])).unwrap().end_interval, Duration::from_secs(30));
        let env = Env::from_pairs(&[("EVENTS_END_INTERVAL_SECONDS", "5")]);
        assert_eq!(Config::read(&env).unwrap().end_interval, Duration::from_secs(5));
        assert!(Config::read(&Env::from_pairs(&[("EVENTS_END_INTERVAL_SECONDS", "soon")])).is_err());
    }
}
