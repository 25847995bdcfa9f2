//! Counters that forget: throttles by key.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use parking_lot::Mutex;
use redis::aio::ConnectionManager;

use crate::clock::SharedClock;
use crate::error::Error;

/// With this many keys, and then with each doubling of what is left, the expired ones are dropped.
const SWEEP_AT_KEYS: usize = 10_000;

/// Whether one more try is allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Throttle {
    Allowed,
    Limited { retry_after_seconds: i32 },
}

struct Window {
    ends_at_ms: i64,
    count: u32,
}

#[derive(Default)]
struct Windows {
    by_key: HashMap<String, Window>,
    sweep_at: usize,
}

enum Store {
    Memory { clock: SharedClock, windows: Mutex<Windows> },
    Redis(ConnectionManager),
}

/// Rate counters. Clones share them.
#[derive(Clone)]
pub struct Cache(Arc<Store>);

impl Cache {
    /// In this process.
    pub fn in_memory(clock: SharedClock) -> Self {
        Self(Arc::new(Store::Memory {
            clock,
            windows: Mutex::default(),
        }))
    }

    /// Shared between processes.
    pub async fn over_redis(url: &str) -> Result<Self, Error> {
        let client = redis::Client::open(url).map_err(Error::internal)?;
        Ok(Self(Arc::new(Store::Redis(
            crate::bus::redis::manager(&client).await.map_err(Error::internal)?,
        ))))
    }

    /// Counts a try under `key`: `limit` are allowed in each `window` from the first. When the counters cannot be
    /// reached the try is allowed: a throttle is a courtesy, not a lock.
    pub async fn throttle(&self, key: &str, limit: u32, window: Duration) -> Throttle {
        let window_ms = i64::try_from(window.as_millis()).unwrap_or(i64::MAX);
        let (count, left_ms) = match &*self.0 {
            Store::Memory { clock, windows } => {
                let now_ms = clock.now_ms();
                let mut windows = windows.lock();
                if windows.by_key.len() >= windows.sweep_at.max(SWEEP_AT_KEYS) {
                    windows.by_key.retain(|_, window| window.ends_at_ms > now_ms);
                    windows.sweep_at = windows.by_key.len() * 2;
                }
                let entry = windows.by_key.entry(key.to_owned()).or_insert(Window {
                    ends_at_ms: now_ms + window_ms,
                    count: 0,
                });
                if entry.ends_at_ms <= now_ms {
                    *entry = Window {
                        ends_at_ms: now_ms + window_ms,
                        count: 0,
                    };
                }
                entry.count = entry.count.saturating_add(1);
                (entry.count, entry.ends_at_ms - now_ms)
            }
            Store::Redis(connection) => {
                let key = format!("throttle:{key}");
                let counted: redis::RedisResult<(Option<String>, u32, i64)> = redis::pipe()
                    .cmd("SET")
                    .arg(&key)
                    .arg(0)
                    .arg("NX")
                    .arg("PX")
                    .arg(window_ms)
                    .cmd("INCR")
                    .arg(&key)
                    .cmd("PTTL")
                    .arg(&key)
                    .query_async(&mut connection.clone())
                    .await;
                match counted {
                    Ok((_, count, left_ms)) if left_ms >= 0 => (count, left_ms),
                    // The window ended between the two commands, so that the count began without an end.
                    Ok((_, count, _)) => {
                        let ended: redis::RedisResult<i64> = redis::cmd("PEXPIRE")
                            .arg(&key)
                            .arg(window_ms)
                            .query_async(&mut connection.clone())
                            .await;
                        if let Err(error) = ended {
                            tracing::warn!(%error, "throttle counters cannot be reached");
                        }
                        (count, window_ms)
                    }
                    Err(error) => {
                        tracing::warn!(%error, "throttle counters cannot be reached");
                        return Throttle::Allowed;
                    }
                }
            }
        };
        if count <= limit {
            Throttle::Allowed
        } else {
            let seconds = (left_ms.max(0) + 999) / 1000;
            Throttle::Limited {
                retry_after_seconds: i32::try_from(seconds).unwrap_or(i32::MAX).max(1),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::ManualClock;

    #[tokio::test]
    async fn a_window_allows_its_limit_and_then_says_how_long_to_wait() {
        let clock = ManualClock::at(0);
        let cache = Cache::in_memory(Arc::new(clock.clone()));
        for _ in 0..2 {
            assert_eq!(cache.throttle("a", 2, Duration::from_secs(60)).await, Throttle::Allowed);
        }
        clock.advance_ms(10_500);
        assert_eq!(
            cache.throttle("a", 2, Duration::from_secs(60)).await,
            Throttle::Limited { retry_after_seconds: 50 }
        );
        assert_eq!(cache.throttle("b", 2, Duration::from_secs(60)).await, Throttle::Allowed);
        clock.advance_ms(49_500);
        assert_eq!(cache.throttle("a", 2, Duration::from_secs(60)).await, Throttle::Allowed);
    }
}
