//! What a federation supergraph *is*: its interned model, the API schema clients see, the operations they
//! write against it, and the moves a planner may make between its subgraphs.
//!
//! Pure: no IO, no clock, no randomness, no async; the same input gives the same bytes. It knows nothing of plans,
//! transports or HTTP. The GraphQL parser is an implementation detail of [`language`]; none of its types is public.

pub mod authorisation;
pub mod condition;
pub mod language;
pub mod limits;
pub mod moves;
pub mod operation;
pub mod overrides;
pub mod supergraph;
pub mod value;

pub use authorisation::{DeniedPath, authorise};
pub use condition::Condition;
pub use language::{ApiSchema, Diagnostic, Document, Location, OperationUsage};
pub use limits::Limits;
pub use operation::{Operation, OperationKind, Selection, SelectionKind, SelectionSet, VariableDefinition};
pub use supergraph::{FieldId, SubgraphId, Supergraph, TypeId, TypeKind, TypeRef};
pub use value::Value;
