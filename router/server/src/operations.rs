//! The operation cache: what has been parsed, and planned for whom.
//!
//! Owns identity (a seeded hash of text and name, then the texts compared), single flight, and the bound in
//! bytes. Must not know how anything is parsed or planned.

use std::collections::{BTreeSet, HashMap};
use std::hash::BuildHasher;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

use foldhash::quality::RandomState;
use parking_lot::{Mutex, RwLock};
use tokio::sync::OnceCell;

use crate::edge::request::GraphqlRequest;
use crate::engine::{Executable, Parsed};
use crate::error::RequestError;

/// What an entry takes besides its text.
const ENTRY_BYTES: usize = 1024;
/// A syntax tree takes about this much for each byte of text.
const PARSED_BYTES_EACH: usize = 40;
/// An operation takes about this much for each selection, and fragments expand: a short text may select much.
const SELECTION_BYTES: usize = 256;
/// A plan with its compiled form takes about this much for each selection.
const EXECUTABLE_BYTES_EACH: usize = 2048;
/// Different plans of one operation.
const EXECUTABLES: usize = 16;
/// Different variations remembered for one operation; many of them share a plan.
const KNOWN_VARIATIONS: usize = 64;

/// What makes plans of one operation differ.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Variation {
    pub(crate) holdings: Holdings,
    /// The `@override` labels in force, of those the operation can run into.
    pub(crate) labels: BTreeSet<Box<str>>,
}

/// A caller's rights, as far as the supergraph asks for them.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Holdings {
    pub(crate) is_authenticated: bool,
    pub(crate) scopes: Vec<String>,
}

/// Operations by identity.
pub(crate) struct OperationCache {
    hashers: [RandomState; 2],
    entries: RwLock<HashMap<u128, Arc<Entry>, RandomState>>,
    limit_bytes: usize,
    bytes: AtomicUsize,
    /// Counts uses; the least recently used entries go first.
    ticks: AtomicU64,
}

/// One operation of one text.
pub(crate) struct Entry {
    key: u128,
    text: String,
    name: Option<String>,
    parsed: OnceCell<Arc<Parsed>>,
    variants: Mutex<Variants>,
    bytes: AtomicUsize,
    last_used: AtomicU64,
}

#[derive(Default)]
struct Variants {
    /// Oldest first.
    known: Vec<(Variation, Variant)>,
    /// Oldest first.
    executables: Vec<Arc<Executable>>,
}

/// The place of one plan, filled once.
type Variant = Arc<OnceCell<Arc<Executable>>>;

impl OperationCache {
    pub(crate) fn new(limit_bytes: usize) -> Self {
        Self {
            hashers: Default::default(),
            entries: RwLock::default(),
            limit_bytes,
            bytes: AtomicUsize::new(0),
            ticks: AtomicU64::new(0),
        }
    }

    /// The entry of a request, made by `parse` if it is new; concurrent requests wait for the same one.
    pub(crate) async fn find_or_parse(
        &self,
        request: &GraphqlRequest,
        parse: impl AsyncFnOnce() -> Result<Parsed, RequestError>,
    ) -> Result<(Arc<Entry>, Arc<Parsed>), RequestError> {
        let key = self.key(request);
        let (entry, is_kept) = self.entry(key, request);
        entry.last_used.store(self.ticks.fetch_add(1, Ordering::Relaxed), Ordering::Relaxed);
        if let Some(parsed) = entry.parsed.get() {
            metrics::counter!("router_operation_cache_total", "outcome" => "hit").increment(1);
            return Ok((entry.clone(), parsed.clone()));
        }
        metrics::counter!("router_operation_cache_total", "outcome" => "miss").increment(1);
        let parse = async || {
            let parsed = parse().await?;
            // Only what is valid counts in full: nonsense, however long, pushes nothing out.
            self.grow(&entry, entry.text.len() * PARSED_BYTES_EACH + parsed.selections * SELECTION_BYTES);
            Ok(Arc::new(parsed))
        };
        let parsed = entry.parsed.get_or_try_init(parse).await;
        match parsed {
            Ok(parsed) => Ok((entry.clone(), parsed.clone())),
            Err(error) => {
                // What can't be parsed takes no room.
                if is_kept {
                    self.remove(&entry);
                }
                Err(error)
            }
        }
    }

    /// The plan of an entry for these rights and labels, made by `compile` if it is new. `compile` is given a way to reuse
    /// the plan of other rights with the same denials.
    pub(crate) async fn find_or_compile(
        &self,
        entry: &Arc<Entry>,
        variation: Variation,
        compile: impl AsyncFnOnce(&Entry) -> Result<Arc<Executable>, RequestError>,
    ) -> Result<Arc<Executable>, RequestError> {
        let selections = entry.parsed.get().map_or(0, |parsed| parsed.selections);
        let variant = entry.variant(variation);
        if let Some(executable) = variant.get() {
            return Ok(executable.clone());
        }
        let executable = variant
            .get_or_try_init(async || {
                let executable = compile(entry).await?;
                if entry.keep(&executable) {
                    self.grow(entry, selections * EXECUTABLE_BYTES_EACH);
                }
                Ok(executable)
            })
            .await?;
        Ok(executable.clone())
    }

    fn key(&self, request: &GraphqlRequest) -> u128 {
        let identity = (&request.query, &request.operation_name);
        let [high, low] = &self.hashers;
        u128::from(high.hash_one(identity)) << 64 | u128::from(low.hash_one(identity))
    }

    /// The entry, and whether it is (now) in the cache. Another text with the same hash keeps its place.
    fn entry(&self, key: u128, request: &GraphqlRequest) -> (Arc<Entry>, bool) {
        let is_same = |entry: &Entry| entry.text == request.query && entry.name == request.operation_name;
        if let Some(entry) = self.entries.read().get(&key) {
            return match is_same(entry) {
                true => (entry.clone(), true),
                false => (Arc::new(Entry::new(key, request)), false),
            };
        }
        let mut entries = self.entries.write();
        if let Some(entry) = entries.get(&key).filter(|entry| is_same(entry)) {
            return (entry.clone(), true);
        }
        let entry = Arc::new(Entry::new(key, request));
        if let Some(replaced) = entries.insert(key, entry.clone()) {
            self.bytes.fetch_sub(replaced.bytes.load(Ordering::Relaxed), Ordering::Relaxed);
        }
        drop(entries);
        self.grow(&entry, ENTRY_BYTES + request.query.len());
        (entry, true)
    }

    fn remove(&self, entry: &Arc<Entry>) {
        let mut entries = self.entries.write();
        if entries
            .get(&entry.key)
            .is_some_and(|kept| Arc::ptr_eq(kept, entry) && kept.parsed.get().is_none())
        {
            entries.remove(&entry.key);
            self.bytes.fetch_sub(entry.bytes.load(Ordering::Relaxed), Ordering::Relaxed);
        }
    }

    /// Accounts for what an entry has come to hold, and makes room.
    pub(crate) fn grow(&self, entry: &Arc<Entry>, bytes: usize) {
        let mut entries = self.entries.write();
        // An entry that was evicted in the meantime is nobody's to account for.
        if !entries.get(&entry.key).is_some_and(|kept| Arc::ptr_eq(kept, entry)) {
            return;
        }
        entry.bytes.fetch_add(bytes, Ordering::Relaxed);
        let total = self.bytes.fetch_add(bytes, Ordering::Relaxed) + bytes;
        if total <= self.limit_bytes {
            return;
        }
        // Down to three quarters at once, so that the sorting is paid for by many insertions.
        let mut by_age: Vec<(u64, u128)> = entries
            .iter()
            .map(|(key, entry)| (entry.last_used.load(Ordering::Relaxed), *key))
            .collect();
        by_age.sort_unstable();
        for (_, key) in by_age {
            if self.bytes.load(Ordering::Relaxed) <= self.limit_bytes / 4 * 3 {
                break;
            }
            if let Some(gone) = entries.remove(&key) {
                self.bytes.fetch_sub(gone.bytes.load(Ordering::Relaxed), Ordering::Relaxed);
            }
        }
        metrics::gauge!("router_operation_cache_bytes").set(self.bytes.load(Ordering::Relaxed) as f64);
    }
}

impl Entry {
    fn new(key: u128, request: &GraphqlRequest) -> Self {
        Self {
            key,
            text: request.query.clone(),
            name: request.operation_name.clone(),
            parsed: OnceCell::new(),
            variants: Mutex::default(),
            bytes: AtomicUsize::new(0),
            last_used: AtomicU64::new(0),
        }
    }

    /// A plan already made for which `is_same` holds.
    pub(crate) fn reusable(&self, is_same: impl Fn(&Executable) -> bool) -> Option<Arc<Executable>> {
        self.variants
            .lock()
            .executables
            .iter()
            .find(|executable| is_same(executable))
            .cloned()
    }

    fn variant(&self, variation: Variation) -> Variant {
        let mut variants = self.variants.lock();
        if let Some((_, variant)) = variants.known.iter().find(|(known, _)| *known == variation) {
            return variant.clone();
        }
        if variants.known.len() == KNOWN_VARIATIONS {
            variants.known.remove(0);
        }
        let variant = Variant::default();
        variants.known.push((variation, variant.clone()));
        variant
    }

    /// Keeps a plan for reuse; whether it is new.
    fn keep(&self, executable: &Arc<Executable>) -> bool {
        let mut variants = self.variants.lock();
        if variants.executables.iter().any(|kept| Arc::ptr_eq(kept, executable)) {
            return false;
        }
        if variants.executables.len() == EXECUTABLES {
            let gone = variants.executables.remove(0);
            let is_other = |variant: &Variant| !variant.get().is_some_and(|kept| Arc::ptr_eq(kept, &gone));
            variants.known.retain(|(_, variant)| is_other(variant));
        }
        variants.executables.push(executable.clone());
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorCode;
    use router_graph::{Document, Limits, Supergraph};

    fn supergraph() -> Supergraph {
        Supergraph::parse(include_str!("../tests/serving/supergraph.graphql")).unwrap()
    }

    fn request(query: &str) -> GraphqlRequest {
        GraphqlRequest {
            query: query.to_owned(),
            ..GraphqlRequest::default()
        }
    }

    fn parsed(supergraph: &Supergraph, text: &str, selections: usize) -> Parsed {
        let limits = Limits::default();
        let document = Document::parse(&supergraph.api, text, &limits).unwrap();
        let operation = document.operation(supergraph, None, &limits).unwrap();
        Parsed {
            document,
            operation,
            selections,
            labels: Vec::new(),
            introspected: OnceCell::new(),
        }
    }

    /// Whether the text had to be parsed.
    async fn is_new(cache: &OperationCache, supergraph: &Supergraph, text: &str, selections: usize) -> bool {
        let mut is_new = false;
        let parse = async || {
            is_new = true;
            Ok(parsed(supergraph, text, selections))
        };
        cache.find_or_parse(&request(text), parse).await.unwrap();
        is_new
    }

    #[tokio::test]
    async fn long_nonsense_pushes_nothing_out() {
        let supergraph = supergraph();
        let cache = OperationCache::new(100_000);
        assert!(is_new(&cache, &supergraph, "{ greeting }", 1).await);
        let nonsense = request(&"x".repeat(50_000));
        let refuse = async || Err(RequestError::new(ErrorCode::ParseFailed, "no"));
        assert!(cache.find_or_parse(&nonsense, refuse).await.is_err());
        assert!(!is_new(&cache, &supergraph, "{ greeting }", 1).await);
    }

    #[tokio::test]
    async fn what_fragments_expand_to_counts() {
        let supergraph = supergraph();
        let cache = OperationCache::new(1_000_000);
        assert!(is_new(&cache, &supergraph, "{ greeting }", 1).await);
        assert!(is_new(&cache, &supergraph, "{ a: greeting }", 100_000).await);
        assert!(is_new(&cache, &supergraph, "{ greeting }", 1).await);
    }
}
