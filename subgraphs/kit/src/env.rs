//! Configuration from variables. The only place under `subgraphs/` that reads the environment.

use std::collections::HashMap;
use std::fmt::Display;
use std::str::FromStr;
use std::sync::Arc;

/// The variables of the process, or those a test gives.
#[derive(Clone, Debug)]
pub struct Env(Arc<HashMap<String, String>>);

/// A variable holds something that cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("{name} is \"{value}\": {reason}")]
pub struct EnvError {
    pub name: String,
    pub value: String,
    pub reason: String,
}

impl Env {
    /// The environment of the process, as it is now.
    pub fn system() -> Self {
        Self(Arc::new(std::env::vars().collect()))
    }

    pub fn from_pairs(pairs: &[(&str, &str)]) -> Self {
        Self(Arc::new(
            pairs
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
                .collect(),
        ))
    }

    /// The same variables with one set otherwise.
    #[must_use]
    pub fn with(&self, name: &str, value: &str) -> Self {
        let mut variables = (*self.0).clone();
        variables.insert(name.to_owned(), value.to_owned());
        Self(Arc::new(variables))
    }

    /// The variable's text; `None` when it is unset or blank.
    pub fn text(&self, name: &str) -> Option<String> {
        self.0
            .get(name)
            .map(|value| value.trim().to_owned())
            .filter(|value| !value.is_empty())
    }

    /// The variable as a `T`, or `default` when it is unset or blank.
    pub fn parse<T>(&self, name: &str, default: T) -> Result<T, EnvError>
    where
        T: FromStr,
        T::Err: Display,
    {
        match self.text(name) {
            None => Ok(default),
            Some(value) => value.parse().map_err(|reason: T::Err| EnvError {
                name: name.to_owned(),
                reason: reason.to_string(),
                value,
            }),
        }
    }
}
