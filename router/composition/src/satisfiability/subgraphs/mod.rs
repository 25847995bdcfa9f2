//! The subgraphs as the supergraph tells of them (its `join__*` applications): types, fields and keys under numbers.
//! What a supergraph can not tell any more does not matter here. Must not know how operations are answered.

mod conditions;
mod joins;

use super::interner::Interner;
use super::selections::Node;
use crate::model::{FieldSet, HashMap, HashSet, Kind, Name, Schema};
use std::rc::Rc;

/// Index of a subgraph, in name order.
pub(super) type GraphId = u32;
/// Index of a type in the supergraph.
pub(super) type TypeId = u32;
/// Number of a field's name.
pub(super) type FieldId = u32;
/// Index of a type as one subgraph has it.
pub(super) type LocalId = u32;
/// Number of a set of object types; 0 is the empty one.
pub(super) type RuntimeId = u32;
/// Number of a label of `@override`.
pub(super) type LabelId = u32;
/// Number of a context, under its name in the supergraph.
pub(super) type ContextId = u32;
/// Number of what a field set selects from a type; two field sets that select the same are the same condition.
pub(super) type ConditionId = u32;

/// `__typename`.
pub(super) const TYPENAME: FieldId = 0;
/// No type, no vertex, no subgraph.
pub(super) const NONE: u32 = u32::MAX;

/// A field set, read for the type it is asked of.
#[derive(Debug)]
pub(super) struct Condition {
    pub id: ConditionId,
    pub nodes: Rc<Vec<Node>>,
}

/// A value that an argument takes from a context.
#[derive(Debug)]
pub(super) struct Need {
    pub context: ContextId,
    pub selection: FieldSet,
}

/// A field as one subgraph has it.
#[derive(Debug)]
pub(super) struct LocalField {
    pub field: FieldId,
    /// The composite type it leads to; `NONE` for a leaf.
    pub target: TypeId,
    pub external: bool,
    /// Another subgraph took it over, and only field sets here still speak of it.
    pub overridden: bool,
    pub requires: Option<Rc<Condition>>,
    pub provides: Option<Rc<Condition>>,
    /// A request resolves it here only if the label has this value.
    pub label: Option<(LabelId, bool)>,
    pub needs: Vec<Need>,
    /// Of an interface: asked for without saying the object's type.
    pub direct: bool,
}

/// A key of a type in one subgraph.
#[derive(Debug)]
pub(super) struct Key {
    pub text: Rc<str>,
    pub resolvable: bool,
}

/// A type as one subgraph has it.
#[derive(Debug)]
pub(super) struct LocalType {
    pub graph: GraphId,
    pub ty: TypeId,
    pub kind: Kind,
    pub is_interface_object: bool,
    /// By field number.
    pub fields: Vec<LocalField>,
    /// Object types that an object of this type may be here.
    pub runtime: RuntimeId,
    pub keys: Vec<Key>,
    /// Whether a subgraph can be entered again here: some key has no external fields.
    pub has_usable_key: bool,
}

impl LocalType {
    pub fn field(&self, field: FieldId) -> Option<&LocalField> {
        let index = self.fields.binary_search_by_key(&field, |local| local.field).ok()?;
        Some(&self.fields[index])
    }

    pub fn is_abstract(&self) -> bool {
        self.kind != Kind::Object
    }
}

/// A way into a subgraph: by a key, or, for root types, without one.
#[derive(Debug)]
pub(super) struct Entry {
    pub graph: GraphId,
    pub local: LocalId,
    pub text: Rc<str>,
    /// The key as its own subgraph reads it; absent where it is read by the type the object has (interface objects).
    pub condition: Option<Rc<Condition>>,
}

/// All subgraphs.
pub(super) struct Subgraphs<'a> {
    pub schema: &'a Schema,
    pub fields: Interner<Name>,
    pub labels: Interner<String>,
    pub contexts: Interner<String>,
    pub runtimes: Interner<Vec<TypeId>>,
    /// 0 is `__typename`.
    pub conditions: Interner<Vec<Node>>,
    pub locals: Vec<LocalType>,
    /// By type, its `LocalId`s in subgraph order.
    locals_of: Vec<Vec<LocalId>>,
    /// By type, keys by which objects of it enter subgraphs, in subgraph order.
    pub entries: Vec<Vec<Entry>>,
    /// By type, whether it is a root operation type.
    pub is_root: Vec<bool>,
    /// By interface type, the object types that implement it anywhere.
    implementations: HashMap<TypeId, Vec<TypeId>>,
    /// By type, the contexts that it sets.
    pub sets: Vec<Vec<ContextId>>,
    keys_read: HashMap<(LocalId, Rc<str>), Option<Rc<Condition>>>,
}

impl<'a> Subgraphs<'a> {
    pub fn type_id(&self, name: &str) -> Option<TypeId> {
        self.schema.types.get_index_of(name).map(|index| index as TypeId)
    }

    pub fn type_name(&self, ty: TypeId) -> &'a Name {
        self.schema
            .types
            .get_index(ty as usize)
            .expect("type numbers are indexes of the supergraph")
            .0
    }

    /// The type as a subgraph has it.
    pub fn local(&self, graph: GraphId, ty: TypeId) -> Option<LocalId> {
        let locals = self.locals_of.get(ty as usize)?;
        let index = locals
            .binary_search_by_key(&graph, |local| self.locals[*local as usize].graph)
            .ok()?;
        Some(locals[index])
    }

    /// The type in every subgraph that has it.
    pub fn locals_of(&self, ty: TypeId) -> &[LocalId] {
        &self.locals_of[ty as usize]
    }

    /// Whether an object of type `ty` may be where `condition` is asked for.
    pub fn is_a(&self, ty: TypeId, condition: TypeId) -> bool {
        ty == condition || self.schema.is_member(self.type_name(ty), self.type_name(condition))
    }

    /// The object types that implement an interface in any subgraph.
    pub fn implementations(&self, ty: TypeId) -> &[TypeId] {
        self.implementations.get(&ty).map_or(&[], Vec::as_slice)
    }

    /// The number of a set of object types.
    pub fn runtime(&mut self, mut types: Vec<TypeId>) -> RuntimeId {
        types.sort_unstable();
        types.dedup();
        self.runtimes.number(types)
    }

    /// The fields that a type resolves in its subgraph, in the order of the supergraph.
    pub fn resolved_fields(&self, local: LocalId) -> impl Iterator<Item = &LocalField> {
        let local = &self.locals[local as usize];
        let (_, definition) = self
            .schema
            .types
            .get_index(local.ty as usize)
            .expect("the type is the supergraph's");
        let fields = definition.fields.keys().filter_map(|name| local.field(self.fields.find(name)?));
        fields.filter(|field| field.direct && !field.external && !field.overridden)
    }

    /// The types of a subgraph in the order in which a depth-first walk from its roots, last edge first, meets them.
    pub fn order_met(&self, graph: GraphId) -> Vec<LocalId> {
        let types = 0..self.locals_of.len() as TypeId;
        let entities: Vec<LocalId> = types
            .filter_map(|ty| self.local(graph, ty))
            .filter(|local| !self.locals[*local as usize].keys.is_empty())
            .collect();
        // The field `_entities` is the last of the query type, and met before what the others lead to.
        let (mut met, mut marked, mut open) = (Vec::new(), HashSet::default(), Vec::new());
        let push = |open: &mut Vec<LocalId>, marked: &mut HashSet<LocalId>, local: LocalId| {
            if marked.insert(local) {
                open.push(local);
            }
        };
        for (root, _) in self.schema.roots.values() {
            if let Some(local) = self.type_id(root).and_then(|root| self.local(graph, root)) {
                push(&mut open, &mut marked, local);
            }
        }
        let query = self.type_id("Query").and_then(|query| self.local(graph, query));
        let mut entities = Some(entities);
        loop {
            let Some(local) = open.pop() else {
                // A subgraph without a query field has the query type for its entities.
                match entities.take() {
                    Some(entities) => entities.into_iter().for_each(|entity| push(&mut open, &mut marked, entity)),
                    None => return met,
                }
                continue;
            };
            met.push(local);
            for behind in self.behind(local) {
                push(&mut open, &mut marked, behind);
            }
            if query == Some(local) {
                for entity in entities.take().unwrap_or_default() {
                    push(&mut open, &mut marked, entity);
                }
            }
        }
    }

    /// Where the fields and type conditions of a type lead within its subgraph.
    fn behind(&self, local: LocalId) -> Vec<LocalId> {
        let fields = self.resolved_fields(local);
        let local = &self.locals[local as usize];
        let mut behind: Vec<LocalId> = fields.filter_map(|field| self.local(local.graph, field.target)).collect();
        if local.is_abstract() {
            let narrowed = self.runtimes.get(local.runtime).iter();
            behind.extend(narrowed.filter_map(|ty| self.local(local.graph, *ty)));
        }
        behind
    }
}
