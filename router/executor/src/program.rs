//! The compiled form of a plan: everything the request path reads, with every name resolved to a number.
//!
//! Built by [`crate::compile`], never changed afterwards. It knows no request.

use std::collections::HashMap;
use std::sync::Arc;

use bytes::Bytes;
use router_graph::{OperationKind, SubgraphId, Supergraph, TypeKind};

use crate::leaf::{EnumValues, Names};
use crate::shape::{FetchSet, Shape, TypeSet};
use crate::variables::VariableProgram;

/// The names of one supergraph, shared by all operations compiled against it.
#[derive(Debug)]
pub struct Vocabulary {
    pub(crate) names: Names,
    /// By type number, as a JSON string.
    pub(crate) quoted_types: Vec<Box<[u8]>>,
    pub(crate) object_types: TypeSet,
    /// Type number to enum number.
    pub(crate) enum_numbers: HashMap<u32, u32>,
    /// By subgraph number.
    pub(crate) subgraphs: Vec<Arc<str>>,
}

impl Vocabulary {
    /// Gathers the names of types, enum values and subgraphs.
    pub fn new(supergraph: &Supergraph) -> Self {
        let mut enums = Vec::new();
        let mut enum_numbers = HashMap::new();
        for definition in supergraph.types.iter().filter(|definition| definition.kind == TypeKind::Enum) {
            enum_numbers.insert(definition.id.0, enums.len() as u32);
            enums.push(EnumValues::new(
                definition
                    .enum_values
                    .iter()
                    .map(|value| (value.name.to_string(), !value.inaccessible)),
            ));
        }
        let composite = |kind| matches!(kind, TypeKind::Object | TypeKind::Interface | TypeKind::Union);
        let types = supergraph.types.iter().filter(|definition| composite(definition.kind));
        Vocabulary {
            names: Names::new(types.map(|definition| (definition.name.to_string(), definition.id.0)), enums),
            quoted_types: supergraph
                .types
                .iter()
                .map(|definition| format!("\"{}\"", definition.name).into_bytes().into())
                .collect(),
            object_types: supergraph
                .types
                .iter()
                .filter(|definition| definition.kind == TypeKind::Object)
                .map(|definition| definition.id.0)
                .collect(),
            enum_numbers,
            subgraphs: supergraph.subgraphs.iter().map(|subgraph| Arc::from(&*subgraph.name)).collect(),
        }
    }

    /// The name of a subgraph.
    pub fn subgraph_name(&self, subgraph: SubgraphId) -> Arc<str> {
        self.subgraphs.get(subgraph.index()).cloned().unwrap_or_else(|| Arc::from(""))
    }
}

/// By place and fetch: what belongs to each response key of the fetch there.
pub(crate) type ByVisit<T> = HashMap<(u32, u32), Vec<(Box<str>, T)>>;

/// A plan made ready to run: shapes, places, request templates, writer and variable coercion. Shared by all requests
/// for the same operation.
#[derive(Debug)]
pub struct Compiled {
    pub(crate) kind: OperationKind,
    pub(crate) vocabulary: Arc<Vocabulary>,
    /// Topologically ordered.
    pub(crate) fetches: Vec<FetchProgram>,
    /// A parent precedes its children.
    pub(crate) places: Vec<PlaceProgram>,
    /// Per bit: alternatives of conjunctions of (variable number, expected value).
    pub(crate) conditions: Vec<Vec<Vec<(usize, bool)>>>,
    /// The client's objects; the first is the root.
    pub(crate) nodes: Vec<ObjectNode>,
    pub(crate) variables: VariableProgram,
    /// The keys under which the client sees the leaves that a fetch provides at a place.
    pub(crate) client_keys: ByVisit<ClientKey>,
    /// The places that a fetch's composite fields at a place lead to.
    pub(crate) child_places: ByVisit<u32>,
}

impl Compiled {
    /// What the operation does.
    pub fn kind(&self) -> OperationKind {
        self.kind
    }

    /// Number of subgraph requests the operation makes at most.
    pub fn fetch_count(&self) -> usize {
        self.fetches.len()
    }

    /// The subgraph that a subscription's events come from.
    pub fn event_source(&self) -> Option<SubgraphId> {
        (self.kind == OperationKind::Subscription)
            .then(|| self.fetches.first().map(|fetch| fetch.subgraph))
            .flatten()
    }
}

/// One subgraph request.
#[derive(Debug)]
pub(crate) struct FetchProgram {
    pub(crate) subgraph: SubgraphId,
    pub(crate) service: Arc<str>,
    pub(crate) kind: OperationKind,
    pub(crate) shape: Shape,
    /// The request body up to and including the `{` of the variables.
    pub(crate) template: Bytes,
    /// `"name":` with the variable's number.
    pub(crate) variables: Vec<(Box<[u8]>, usize)>,
    pub(crate) condition: Option<u8>,
    pub(crate) place: u32,
    /// Number of direct prerequisites.
    pub(crate) prerequisites: u32,
    pub(crate) dependents: Vec<u32>,
    /// All prerequisites, itself included.
    pub(crate) ancestors: FetchSet,
    pub(crate) entities: Option<EntityProgram>,
}

/// How an entity fetch finds and writes its representations.
#[derive(Debug)]
pub(crate) struct EntityProgram {
    /// The variable of the representations.
    pub(crate) variable: Box<str>,
    /// The slot of the fetch among those attached to its place.
    pub(crate) slot: u32,
    /// (fetch, list) that recorded the instances; `None` when the place has several sources and must be walked.
    pub(crate) recorded: Option<(u32, u32)>,
    /// Where the runtime type of an instance is read.
    pub(crate) typename: Vec<Source>,
    pub(crate) representations: Vec<RepresentationProgram>,
    /// Arguments from contexts: part of what tells representations apart.
    pub(crate) contexts: Vec<ContextProgram>,
    /// How to ask several lists of representations; given where there are contexts.
    pub(crate) by_context: Option<ByContext>,
}

/// A context argument: a variable of the request.
#[derive(Debug)]
pub(crate) struct ContextProgram {
    pub(crate) variable: Box<str>,
    pub(crate) condition: Option<u8>,
    /// An instance without a value is not sent.
    pub(crate) required: bool,
    /// The first that applies.
    pub(crate) sources: Vec<ContextSourceProgram>,
}

/// Where a context is read: in an instance that encloses the one that is sent.
#[derive(Debug)]
pub(crate) struct ContextSourceProgram {
    pub(crate) place: u32,
    /// How many places out.
    pub(crate) levels: usize,
    pub(crate) types: Option<TypeSet>,
    pub(crate) typename: Vec<Source>,
    pub(crate) fields: Vec<InputNode>,
}

/// The pieces of a text that asks several lists of representations, each with context values of its own. All are JSON string contents.
#[derive(Debug)]
pub(crate) struct ByContext {
    /// `{"query":"query Name(`
    pub(crate) opening: Box<[u8]>,
    /// The client's variables, declared, with a comma before them; may be empty.
    pub(crate) declarations: Box<[u8]>,
    /// Per context: `: Type`.
    pub(crate) types: Vec<Box<[u8]>>,
    /// What is asked of each entity, cut behind every context variable.
    pub(crate) selection: Vec<Box<[u8]>>,
    /// From the end of the text to the `{` of the variables.
    pub(crate) closing: Box<[u8]>,
}

#[derive(Debug)]
pub(crate) struct RepresentationProgram {
    pub(crate) types: Option<TypeSet>,
    pub(crate) condition: Option<u8>,
    /// `{"__typename":"X"` or `{"__typename":`, then the runtime type's name.
    pub(crate) open: Box<[u8]>,
    pub(crate) runtime_typename: Option<Source>,
    pub(crate) fields: Vec<InputNode>,
}

/// One field of a representation.
#[derive(Debug)]
pub(crate) struct InputNode {
    /// `"name":`
    pub(crate) key: Box<[u8]>,
    pub(crate) types: Option<TypeSet>,
    pub(crate) condition: Option<u8>,
    pub(crate) required: bool,
    /// Number of lists around the value.
    pub(crate) lists: usize,
    pub(crate) value: InputValue,
}

#[derive(Debug)]
pub(crate) enum InputValue {
    Leaf(Source),
    /// A quoted name.
    Constant(Box<[u8]>),
    Runtime(Source),
    Object {
        place: u32,
        providers: Vec<u32>,
        typename: Option<Source>,
        fields: Vec<InputNode>,
    },
}

/// A cell of an instance: by visitor of the place, then by the object's layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Source {
    pub(crate) visitor: u32,
    pub(crate) cell: u32,
}

/// An object position in the data.
#[derive(Debug, Default)]
pub(crate) struct PlaceProgram {
    pub(crate) parent: Option<u32>,
    pub(crate) visitors: Vec<Visitor>,
    /// The keys of the parent's object under which the client sees this place.
    pub(crate) client_keys: Vec<ClientKey>,
}

/// A fetch that has data for instances of a place.
#[derive(Debug)]
pub(crate) struct Visitor {
    pub(crate) fetch: u32,
    /// Object number in the fetch's shape.
    pub(crate) object: u32,
    pub(crate) way: Way,
}

/// How a visitor's object is found for an instance.
#[derive(Debug)]
pub(crate) enum Way {
    /// Through composite fields of the same fetch's object at the parent place.
    Fields {
        fields: Vec<ParentField>,
        /// The first overlay of this place among those of the object.
        overlay_base: u32,
    },
    /// Through the overlays of objects found through fields.
    Attached { slot: u32 },
    /// The root of the fetch's response, whatever the instance.
    Shared,
}

#[derive(Debug)]
pub(crate) struct ParentField {
    pub(crate) source: Source,
    /// Only beneath objects of these types; given where one key stands for several fields.
    pub(crate) types: Option<TypeSet>,
}

/// A key of the client's response.
#[derive(Debug, Clone)]
pub(crate) struct ClientKey {
    pub(crate) key: Box<str>,
    pub(crate) condition: Option<u8>,
    /// The client asks it of objects of these types only; where an object's type is read.
    pub(crate) types: Option<(TypeSet, Vec<Source>)>,
}

/// One object of the client's response.
#[derive(Debug)]
pub(crate) struct ObjectNode {
    pub(crate) place: u32,
    pub(crate) possible: TypeSet,
    /// The type, where it need not be read.
    pub(crate) only_type: Option<u32>,
    pub(crate) typename: Vec<Source>,
    pub(crate) fields: Vec<FieldNode>,
}

/// One field of the client's response.
#[derive(Debug)]
pub(crate) struct FieldNode {
    pub(crate) key: Box<str>,
    /// `"key":`
    pub(crate) key_json: Box<[u8]>,
    /// `Type.field`, for messages.
    pub(crate) coordinate: Box<str>,
    pub(crate) types: Option<TypeSet>,
    pub(crate) condition: Option<u8>,
    /// Whether null is refused, per list from the outside, the value itself last.
    pub(crate) non_null: Box<[bool]>,
    /// Providing fetches, for error coverage.
    pub(crate) fetches: Vec<u32>,
    pub(crate) value: NodeValue,
}

#[derive(Debug)]
pub(crate) enum NodeValue {
    Typename,
    Leaf(Source),
    /// An object node; the visitors of its place that decide whether an instance exists.
    Object {
        node: u32,
        providers: Vec<u32>,
    },
    Introspection,
    Denied,
    /// Null, whatever subgraphs say.
    Absent,
}
