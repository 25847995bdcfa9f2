//! One supergraph in use, with everything made from it.
//!
//! Owns the phases that turn a request's text into something executable: parse and validate, then authorise,
//! plan and compile. Pure work, run on a blocking pool by the operation cache.

use std::collections::BTreeSet;
use std::hash::BuildHasher;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use bytes::Bytes;
use foldhash::quality::RandomState;
use router_executor::{Compiled, ErrorVisibility, ExecuteOptions, Transport, Vocabulary};
use router_graph::overrides::{Share, labels_within};
use router_graph::supergraph::{Requirement, Subgraph};
use router_graph::{DeniedPath, Diagnostic, Document, Limits, Operation, SelectionSet, Supergraph, authorise};
use router_planner::{Budget, Plan, PlanError, PlanOptions, plan};
use tokio::sync::OnceCell;

use crate::config::Config;
use crate::error::{ErrorCode, ErrorDetail, RequestError, StartError};
use crate::freed_elsewhere::FreedElsewhere;
use crate::operations::{Holdings, OperationCache};
use crate::transport::Measured;

/// Longest text of one error about a document.
const MESSAGE_CHARACTERS: usize = 1000;

/// Held by every request as long as it lasts.
pub(crate) type EngineInUse<T> = Arc<FreedElsewhere<Engine<T>>>;

pub(crate) struct Engine<T> {
    pub(crate) supergraph: Supergraph,
    pub(crate) transport: Arc<Measured<T>>,
    pub(crate) execute_options: ExecuteOptions,
    pub(crate) operations: OperationCache,
    vocabulary: Arc<Vocabulary>,
    /// Every scope the supergraph asks for; others a caller may hold change nothing.
    scopes: BTreeSet<Box<str>>,
    limits: Limits,
    plan_steps: u64,
    is_enforcing: bool,
    /// Seeded at start; with the number of the request it decides about percentages.
    dice: RandomState,
    drawn: AtomicU64,
}

/// A valid operation of a document, not yet anyone's.
#[derive(Debug)]
pub(crate) struct Parsed {
    pub(crate) document: Document,
    pub(crate) operation: Operation,
    /// How many fields it selects, fragments expanded: what its plans grow with.
    pub(crate) selections: usize,
    /// The `@override` labels it can run into.
    pub(crate) labels: Vec<Box<str>>,
    /// What `__schema` and `__type` answer, where no variable has a say in it.
    pub(crate) introspected: OnceCell<Bytes>,
}

/// An operation as callers with certain rights may run it.
pub(crate) struct Executable {
    pub(crate) compiled: Arc<Compiled>,
    pub(crate) plan: Plan,
    /// What these callers may not see.
    pub(crate) denied: Vec<DeniedPath>,
    /// The `@override` labels in force.
    pub(crate) labels: BTreeSet<Box<str>>,
}

impl<T: Transport> Engine<T> {
    /// Reads a supergraph. One with security directives needs an authenticator, or the explicit wish to go without.
    pub(crate) fn new(
        config: &Config,
        sdl: &str,
        can_authenticate: bool,
        connect: impl Fn(&[Subgraph]) -> Result<T, StartError>,
    ) -> Result<Self, StartError> {
        let supergraph = Supergraph::parse(sdl).map_err(|diagnostics| {
            let sentences: Vec<String> = diagnostics.iter().map(ToString::to_string).collect();
            StartError::Supergraph(sentences.join("; "))
        })?;
        let is_ignored = config.authorization.insecure_ignore;
        if supergraph.has_authorisation && !can_authenticate && !is_ignored {
            return Err(StartError::Unprotected);
        }
        let names = supergraph.subgraphs.iter().map(|subgraph| Arc::from(&*subgraph.name)).collect();
        let limits = &config.limits;
        let visibility = match (config.errors.mask, config.errors.show.is_empty()) {
            (false, _) => ErrorVisibility::Shown,
            (true, true) => ErrorVisibility::Masked,
            (true, false) => ErrorVisibility::ShownFor(config.errors.show.iter().cloned().collect()),
        };
        Ok(Self {
            transport: Arc::new(Measured::new(connect(&supergraph.subgraphs)?, names)),
            execute_options: ExecuteOptions {
                visibility: Arc::new(visibility),
                reported_errors: limits.errors,
                introspection: None,
            },
            operations: OperationCache::new(limits.operation_cache_bytes),
            vocabulary: Arc::new(Vocabulary::new(&supergraph)),
            scopes: scopes(&supergraph),
            limits: Limits {
                tokens: limits.tokens,
                recursion: limits.recursion,
                operations: limits.operations,
                root_fields: limits.root_fields,
                aliases: limits.aliases,
                depth: limits.depth,
                expanded_selections: limits.selections as u64,
                reported_errors: limits.errors,
            },
            plan_steps: limits.plan_steps,
            is_enforcing: supergraph.has_authorisation && !is_ignored,
            dice: RandomState::default(),
            drawn: AtomicU64::new(0),
            supergraph,
        })
    }

    /// What of a caller's rights can matter here.
    pub(crate) fn holdings(&self, caller: &crate::authentication::Caller) -> Holdings {
        if !self.is_enforcing {
            return Holdings::default();
        }
        Holdings {
            is_authenticated: caller.is_authenticated,
            scopes: caller
                .scopes
                .iter()
                .filter(|scope| self.scopes.contains(scope.as_str()))
                .cloned()
                .collect(),
        }
    }

    /// Draws, for one request, which of an operation's labels are in force: of `percent(x)` so many percent of requests, of others none. Fields
    /// of one label move together.
    pub(crate) fn draw(&self, labels: &[Box<str>]) -> BTreeSet<Box<str>> {
        if labels.is_empty() {
            return BTreeSet::new();
        }
        let request = self.drawn.fetch_add(1, Ordering::Relaxed);
        labels
            .iter()
            .filter(|label| Share::of_label(label).is_some_and(|share| share.includes(self.dice.hash_one((request, label)))))
            .cloned()
            .collect()
    }

    /// Parse, validate, choose the operation, limit.
    pub(crate) fn parse(&self, text: &str, name: Option<&str>) -> Result<Parsed, RequestError> {
        let api = &self.supergraph.api;
        let document = Document::parse(api, text, &self.limits).map_err(refuse)?;
        let operation = document.operation(&self.supergraph, name, &self.limits).map_err(refuse)?;
        Ok(Parsed {
            selections: count(&operation.selection),
            labels: labels_within(&self.supergraph, &operation),
            document,
            operation,
            introspected: OnceCell::new(),
        })
    }

    /// Marks what these rights do not open.
    pub(crate) fn authorise(&self, parsed: &Parsed, holdings: &Holdings) -> (Operation, Vec<DeniedPath>) {
        let operation = parsed.operation.clone();
        if !self.is_enforcing {
            return (operation, Vec::new());
        }
        let scopes: Vec<&str> = holdings.scopes.iter().map(String::as_str).collect();
        authorise(&self.supergraph, operation, &scopes, holdings.is_authenticated)
    }

    /// Plan and compile.
    pub(crate) fn compile(
        &self,
        operation: &Operation,
        denied: Vec<DeniedPath>,
        labels: BTreeSet<Box<str>>,
        cancelled: &AtomicBool,
    ) -> Result<Executable, RequestError> {
        let budget = Budget {
            steps: self.plan_steps,
            cancelled,
        };
        let options = PlanOptions {
            labels,
            is_portable: false,
        };
        let plan = plan(&self.supergraph, operation, &options, budget).map_err(|error| match error {
            PlanError::TooComplex | PlanError::Timeout | PlanError::TooConditional => {
                let code = ErrorCode::find(error.code()).unwrap_or(ErrorCode::PlanTooComplex);
                RequestError::new(code, error.to_string())
            }
            _ => {
                tracing::error!(%error, "an operation can't be planned");
                RequestError::new(ErrorCode::PlanImpossible, error.to_string())
            }
        })?;
        let compiled = Compiled::new(&plan, &self.supergraph, self.vocabulary.clone())
            .map_err(|error| RequestError::internal(format!("a plan can't be compiled: {error}")))?;
        Ok(Executable {
            compiled: Arc::new(compiled),
            plan,
            denied,
            labels: options.labels,
        })
    }
}

/// Cuts what quotes too much of the document: its author knows the rest.
fn shorten(mut message: String) -> String {
    if let Some((end, _)) = message.char_indices().nth(MESSAGE_CHARACTERS) {
        message.truncate(end);
        message.push('…');
    }
    message
}

fn count(set: &SelectionSet) -> usize {
    set.fields.iter().map(|selection| 1 + count(&selection.selections)).sum()
}

fn scopes(supergraph: &Supergraph) -> BTreeSet<Box<str>> {
    let of_types = supergraph.types.iter().filter_map(|ty| ty.authorisation.as_ref());
    let of_fields = supergraph.fields.iter().filter_map(|field| field.authorisation.as_ref());
    of_types
        .chain(of_fields)
        .filter_map(|requirement: &Requirement| requirement.scopes.as_ref())
        .flatten()
        .flatten()
        .cloned()
        .collect()
}

/// What is wrong with a document, for its author. All diagnostics of one document share the first one's code.
pub(crate) fn refuse(diagnostics: Vec<Diagnostic>) -> RequestError {
    let code = diagnostics
        .first()
        .and_then(|first| ErrorCode::find(first.code))
        .unwrap_or(ErrorCode::ValidationFailed);
    RequestError {
        code,
        details: diagnostics
            .into_iter()
            .map(|diagnostic| ErrorDetail {
                message: shorten(diagnostic.message),
                locations: diagnostic
                    .locations
                    .iter()
                    .map(|location| (location.line as usize, location.column as usize))
                    .collect(),
            })
            .collect(),
    }
}
