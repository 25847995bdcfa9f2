//! Batched keyed reads: keys asked for in one turn of the executor are read in one query, at most 500 at a time.

use std::collections::HashMap;
use std::fmt::Debug;
use std::future::Future;
use std::hash::Hash;
use std::sync::Arc;

use dataloader::BatchFn;
use dataloader::non_cached;
use futures_util::future::{BoxFuture, try_join_all};

use crate::database::StoreError;
use crate::error::Error;

pub const MAX_BATCH: usize = 500;

type Outcome<V> = Result<Option<V>, Arc<StoreError>>;
type Load<K, V> = Arc<dyn Fn(Vec<K>) -> BoxFuture<'static, Result<HashMap<K, V>, StoreError>> + Send + Sync>;

struct Batch<K, V>(Load<K, V>);

impl<K, V> BatchFn<K, Outcome<V>> for Batch<K, V>
where
    K: Eq + Hash + Clone + Send + Sync + Debug + 'static,
    V: Clone + Send + Sync + 'static,
{
    async fn load(&mut self, keys: &[K]) -> HashMap<K, Outcome<V>> {
        // Every key gets an answer: the crate takes a missing one for a fault.
        match (self.0)(keys.to_vec()).await {
            Ok(mut found) => keys.iter().map(|key| (key.clone(), Ok(found.remove(key)))).collect(),
            Err(error) => {
                let error = Arc::new(error);
                keys.iter().map(|key| (key.clone(), Err(error.clone()))).collect()
            }
        }
    }
}

/// Reads rows by key in batches. Nothing is cached: make one set of loaders per request.
pub struct Loader<K, V>(non_cached::Loader<K, Outcome<V>, Batch<K, V>>)
where
    K: Eq + Hash + Clone + Send + Sync + Debug + 'static,
    V: Clone + Send + Sync + 'static;

impl<K, V> Loader<K, V>
where
    K: Eq + Hash + Clone + Send + Sync + Debug + 'static,
    V: Clone + Send + Sync + 'static,
{
    /// `load` reads the rows of distinct keys; keys without a row are left out of its answer.
    pub fn new<F, Fut>(load: F) -> Self
    where
        F: Fn(Vec<K>) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<HashMap<K, V>, StoreError>> + Send + 'static,
    {
        let load: Load<K, V> = Arc::new(move |keys| Box::pin(load(keys)));
        Self(non_cached::Loader::new(Batch(load)).with_max_batch_size(MAX_BATCH))
    }

    /// The row of `key`, if there is one.
    pub async fn load(&self, key: K) -> Result<Option<V>, Error> {
        match self.0.try_load(key).await {
            Ok(Ok(row)) => Ok(row),
            Ok(Err(error)) => Err(match &*error {
                StoreError::Unavailable(reason) => StoreError::Unavailable(reason.clone()).into(),
                other => Error::internal(other.to_string()),
            }),
            Err(error) => Err(Error::internal(error)),
        }
    }

    /// The rows of `keys`, in their order.
    pub async fn load_many(&self, keys: impl IntoIterator<Item = K>) -> Result<Vec<Option<V>>, Error> {
        try_join_all(keys.into_iter().map(|key| self.load(key))).await
    }
}
