//! How much work one plan may take, and why a plan may not be had.

use std::sync::atomic::{AtomicBool, Ordering};

/// Bounds planning. Steps decide deterministically; `cancelled` is for a caller's timer.
#[derive(Debug)]
pub struct Budget<'a> {
    /// Elementary decisions left.
    pub steps: u64,
    /// Set by the caller to give up.
    pub cancelled: &'a AtomicBool,
}

impl Budget<'_> {
    /// Enough for any operation that people write; a fraction of a second.
    pub const DEFAULT_STEPS: u64 = 2_000_000;

    pub(crate) fn spend(&mut self, steps: u64) -> Result<(), PlanError> {
        if self.steps < steps {
            self.steps = 0;
            return Err(PlanError::TooComplex);
        }
        self.steps -= steps;
        if self.cancelled.load(Ordering::Relaxed) {
            Err(PlanError::Timeout)
        } else {
            Ok(())
        }
    }
}

/// Why an operation has no plan.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PlanError {
    /// The step budget is spent.
    #[error("The operation is too complex to plan.")]
    TooComplex,
    /// The caller cancelled.
    #[error("Planning the operation took too long.")]
    Timeout,
    /// More than 128 distinct conditions.
    #[error("The operation has more than 128 distinct @skip and @include conditions.")]
    TooConditional,
    /// No subgraph, directly or through keys, can answer a field: the supergraph is not satisfiable there.
    #[error("No subgraph can answer {coordinate} here.")]
    Unsatisfiable {
        /// `Type.field`
        coordinate: String,
    },
}

impl PlanError {
    /// The stable code shown to clients.
    pub fn code(&self) -> &'static str {
        match self {
            PlanError::TooComplex => "PLAN_TOO_COMPLEX",
            PlanError::Timeout => "PLAN_TIMEOUT",
            PlanError::TooConditional => "OPERATION_TOO_CONDITIONAL",
            PlanError::Unsatisfiable { .. } => "PLAN_UNSATISFIABLE",
        }
    }
}
