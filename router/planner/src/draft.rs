//! A plan while it is being built: fetches, their selections, places. Owns response keys: who may share one and who gets an alias.

use std::collections::{BTreeMap, BTreeSet};

use router_graph::moves::Vertex;
use router_graph::supergraph::Supergraph;
use router_graph::{Condition, FieldId, OperationKind, SubgraphId, TypeId, TypeKind, TypeRef, Value};

use crate::solve::Scope;

pub(crate) type Arguments = Vec<(Box<str>, Value)>;

/// A fetch and the key read from it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Read {
    pub fetch: usize,
    pub key: Box<str>,
}

/// Standing in a fetch's selection, where more can be selected.
#[derive(Debug, Clone)]
pub(crate) struct Cursor {
    pub fetch: usize,
    pub node: usize,
    /// The fragment to select in.
    pub on: Option<TypeId>,
    /// The object types that fragment is for; `None` for all of the node's.
    pub types: Option<Vec<TypeId>>,
    pub vertex: Vertex,
}

#[derive(Debug)]
pub(crate) enum Kind {
    Root(OperationKind),
    /// What kind of entities: those of one fetch are all known by type, or all by one interface.
    Entities {
        group: EntityGroup,
        representations: Vec<RepresentationDraft>,
        typename: Vec<Read>,
        contexts: Vec<ContextDraft>,
    },
}

/// Entities that one `_entities` answer can hold without ambiguity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum EntityGroup {
    /// Concrete objects, each type with its own representation.
    Objects,
    /// Objects of known type, sent and answered as this interface object. What `@requires` data is sent along differs by type, and the
    /// answer can't tell types apart: such fetches are for one object type.
    InterfaceObject(TypeId, Option<TypeId>),
    /// Every instance alike, through this type.
    Any(TypeId),
}

#[derive(Debug)]
pub(crate) struct FetchDraft {
    pub subgraph: SubgraphId,
    pub kind: Kind,
    pub place: usize,
    pub node: usize,
    pub depends: BTreeSet<usize>,
    pub condition: Condition,
}

#[derive(Debug, Clone)]
pub(crate) struct RepresentationDraft {
    pub types: Option<Vec<TypeId>>,
    pub typename: TypenameDraft,
    pub fields: Vec<RepresentationFieldDraft>,
    pub condition: Condition,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum TypenameDraft {
    Constant(TypeId),
    Runtime(Read),
}

#[derive(Debug, Clone)]
pub(crate) struct RepresentationFieldDraft {
    pub name: Box<str>,
    pub arguments: Arguments,
    pub ty: TypeRef,
    pub types: Option<Vec<TypeId>>,
    pub reads: Vec<Read>,
    pub nested: Option<NestedDraft>,
    pub is_required: bool,
    pub condition: Condition,
}

#[derive(Debug, Clone)]
pub(crate) struct NestedDraft {
    pub place: usize,
    pub typename: Vec<Read>,
    /// Abstract in the supergraph: `__typename` is sent along.
    pub is_abstract: bool,
    pub fields: Vec<RepresentationFieldDraft>,
}

/// A context argument that a fetch sends in a variable.
#[derive(Debug, Clone)]
pub(crate) struct ContextDraft {
    pub variable: Box<str>,
    pub ty: TypeRef,
    /// Nearest first.
    pub sources: Vec<ContextSourceDraft>,
    pub condition: Condition,
}

/// Where a context is read.
#[derive(Debug, Clone)]
pub(crate) struct ContextSourceDraft {
    pub place: usize,
    /// How many places outside the fetch's own.
    pub levels: u32,
    /// The type that sets it.
    pub setter: TypeId,
    pub types: Option<Vec<TypeId>>,
    pub typename: Vec<Read>,
    pub fields: Vec<RepresentationFieldDraft>,
    /// Whom reading it waits for.
    pub depends: BTreeSet<usize>,
}

#[derive(Debug)]
pub(crate) struct NodeDraft {
    /// The type as the subgraph declares it; for items of `_entities`, the place's type as far as it is known.
    pub ty: TypeId,
    pub subgraph: SubgraphId,
    pub place: usize,
    pub keys: usize,
    pub is_entities: bool,
    pub has_typename: bool,
    /// Further keys under which `__typename` is asked.
    pub typename_aliases: BTreeSet<Box<str>>,
    pub fields: Vec<FieldDraft>,
}

#[derive(Debug, Clone)]
pub(crate) struct FieldDraft {
    pub key: Box<str>,
    /// The key was wanted by the client.
    pub is_clients: bool,
    pub name: Box<str>,
    pub field: FieldId,
    pub arguments: Arguments,
    pub on: Option<TypeId>,
    pub types: Option<Vec<TypeId>>,
    pub condition: Condition,
    pub ty: TypeRef,
    pub node: Option<usize>,
}

#[derive(Debug, Default)]
pub(crate) struct PlaceDraft {
    pub parent: Option<usize>,
    pub list_depth: u32,
    pub path: Vec<Box<str>>,
    pub sources: BTreeSet<Read>,
    pub children: Vec<ChildPlace>,
    /// Fetches attached here.
    pub fetches: Vec<usize>,
}

#[derive(Debug)]
pub(crate) struct ChildPlace {
    pub scope: Scope,
    pub name: Box<str>,
    pub arguments: Arguments,
    pub key: Box<str>,
    pub place: usize,
}

/// Response keys of one object across all fragments: what graphql's field merging compares.
#[derive(Debug, Default)]
struct Keys {
    uses: BTreeMap<Box<str>, Vec<KeyUse>>,
    below: BTreeMap<Box<str>, usize>,
}

#[derive(Debug, PartialEq, Eq)]
struct KeyUse {
    parent: TypeId,
    name: Box<str>,
    arguments: Arguments,
    /// Lists and non-null marks, and the type if it is a leaf.
    shape: TypeRef,
    is_leaf: bool,
}

/// What to select.
pub(crate) struct Wanted<'a> {
    pub name: &'a str,
    pub field: FieldId,
    pub arguments: &'a Arguments,
    pub ty: &'a TypeRef,
    /// The client's key; `None` takes whatever key the field has.
    pub key: Option<&'a str>,
    pub condition: &'a Condition,
    /// Where it leads; `None` for a leaf.
    pub place: Option<usize>,
}

pub(crate) struct Draft<'a> {
    pub supergraph: &'a Supergraph,
    pub fetches: Vec<FetchDraft>,
    pub nodes: Vec<NodeDraft>,
    pub places: Vec<PlaceDraft>,
    keys: Vec<Keys>,
    /// See [`crate::PlanOptions::is_portable`].
    pub is_portable: bool,
}

impl<'a> Draft<'a> {
    pub fn new(supergraph: &'a Supergraph, is_portable: bool) -> Self {
        Draft {
            supergraph,
            fetches: Vec::new(),
            nodes: Vec::new(),
            places: vec![PlaceDraft::default()],
            keys: Vec::new(),
            is_portable,
        }
    }

    pub fn add_fetch(
        &mut self,
        subgraph: SubgraphId,
        kind: Kind,
        place: usize,
        ty: TypeId,
        depends: BTreeSet<usize>,
        condition: Condition,
    ) -> usize {
        let is_entities = matches!(kind, Kind::Entities { .. });
        self.keys.push(Keys::default());
        self.nodes.push(NodeDraft {
            ty,
            subgraph,
            place,
            keys: self.keys.len() - 1,
            is_entities,
            has_typename: false,
            typename_aliases: BTreeSet::new(),
            fields: Vec::new(),
        });
        let node = self.nodes.len() - 1;
        self.fetches.push(FetchDraft {
            subgraph,
            kind,
            place,
            node,
            depends,
            condition,
        });
        let fetch = self.fetches.len() - 1;
        self.places[place].fetches.push(fetch);
        fetch
    }

    /// The place a field leads to, made when it is new.
    pub fn child_place(
        &mut self,
        parent: usize,
        scope: Scope,
        name: &str,
        arguments: &Arguments,
        key: Option<&str>,
        ty: &TypeRef,
    ) -> usize {
        let fits = |child: &&ChildPlace, scope: Scope| {
            child.scope == scope && &*child.name == name && child.arguments == *arguments && key.is_none_or(|key| &*child.key == key)
        };
        let children = &self.places[parent].children;
        let found = children
            .iter()
            .find(|child| fits(child, scope))
            .or_else(|| children.iter().find(|child| fits(child, Scope::All)));
        if let Some(found) = found {
            return found.place;
        }
        let key: Box<str> = key.unwrap_or(name).into();
        let mut path = self.places[parent].path.clone();
        path.push(key.clone());
        path.extend(ty.lists.iter().map(|_| Box::from("@")));
        self.places.push(PlaceDraft {
            parent: Some(parent),
            list_depth: ty.lists.len() as u32,
            path,
            ..PlaceDraft::default()
        });
        let place = self.places.len() - 1;
        self.places[parent].children.push(ChildPlace {
            scope,
            name: name.into(),
            arguments: arguments.clone(),
            key,
            place,
        });
        place
    }

    /// Selects a field at a cursor; gives its key and, for a composite, its node.
    pub fn select(&mut self, cursor: &Cursor, wanted: &Wanted<'_>) -> (Box<str>, Option<usize>) {
        let needs_own_name = self.is_portable && wanted.key.is_none() && wanted.place.is_none();
        let nodes = &self.nodes;
        let reusable = nodes[cursor.node].fields.iter().position(|field| {
            &*field.name == wanted.name
                && field.arguments == *wanted.arguments
                && (field.on == cursor.on || field.types.is_none())
                && (wanted.key.is_none() || wanted.key == Some(&*field.key))
                && (!needs_own_name || field.key == field.name || !field.is_clients)
                && field.ty == *wanted.ty
                && field.node.map(|node| nodes[node].place) == wanted.place
        });
        if let Some(index) = reusable {
            let field = &mut self.nodes[cursor.node].fields[index];
            field.condition = field.condition.or(wanted.condition);
            return (field.key.clone(), field.node);
        }
        let mut condition = wanted.condition.clone();
        let desired = wanted.key.unwrap_or(wanted.name);
        if wanted.place.is_none() && cursor.types.is_none() {
            // A leaf now wanted for every type replaces the same leaf wanted for some.
            self.nodes[cursor.node].fields.retain(|field| {
                let is_covered =
                    &*field.key == desired && &*field.name == wanted.name && field.arguments == *wanted.arguments && field.ty == *wanted.ty;
                if is_covered {
                    condition = condition.or(&field.condition);
                }
                !is_covered
            });
        }
        let parent = cursor.on.unwrap_or(self.nodes[cursor.node].ty);
        let key = self.claim_key(cursor, parent, desired, wanted);
        let keys = self.nodes[cursor.node].keys;
        let node = wanted.place.map(|place| {
            let below = match self.keys[keys].below.get(&key) {
                Some(below) => *below,
                None => {
                    self.keys.push(Keys::default());
                    let below = self.keys.len() - 1;
                    self.keys[keys].below.insert(key.clone(), below);
                    below
                }
            };
            self.nodes.push(NodeDraft {
                ty: wanted.ty.named,
                subgraph: cursor.vertex.subgraph,
                place,
                keys: below,
                is_entities: false,
                has_typename: false,
                typename_aliases: BTreeSet::new(),
                fields: Vec::new(),
            });
            self.places[place].sources.insert(Read {
                fetch: cursor.fetch,
                key: key.clone(),
            });
            self.nodes.len() - 1
        });
        self.nodes[cursor.node].fields.push(FieldDraft {
            key: key.clone(),
            is_clients: wanted.key.is_some(),
            name: wanted.name.into(),
            field: wanted.field,
            arguments: wanted.arguments.clone(),
            on: cursor.on,
            types: cursor.types.clone(),
            condition,
            ty: wanted.ty.clone(),
            node,
        });
        (key, node)
    }

    /// The desired key, or an alias of it where another field has it already.
    fn claim_key(&mut self, cursor: &Cursor, parent: TypeId, desired: &str, wanted: &Wanted<'_>) -> Box<str> {
        let is_leaf = wanted.place.is_none();
        let claim = KeyUse {
            parent,
            name: wanted.name.into(),
            arguments: wanted.arguments.clone(),
            shape: wanted.ty.clone(),
            is_leaf,
        };
        let mut number = 0;
        loop {
            let key: Box<str> = if number == 0 {
                desired.into()
            } else {
                format!("{desired}__{number}").into()
            };
            number += 1;
            let node = &self.nodes[cursor.node];
            let overlaps = node
                .fields
                .iter()
                .filter(|field| field.key == key)
                .any(|field| match (&field.types, &cursor.types) {
                    (Some(theirs), Some(ours)) => theirs.iter().any(|ty| ours.contains(ty)),
                    _ => true,
                });
            let uses = self.keys[node.keys].uses.get(&key);
            if overlaps || key.starts_with("__") || uses.is_some_and(|uses| !uses.iter().all(|used| self.can_share(used, &claim))) {
                continue;
            }
            let keys = self.nodes[cursor.node].keys;
            self.keys[keys].uses.entry(key.clone()).or_default().push(claim);
            return key;
        }
    }

    /// The specification's FieldsInSetCanMerge, 5.3.2, for two fields; what is below them shares [`Keys`].
    fn can_share(&self, one: &KeyUse, other: &KeyUse) -> bool {
        let is_object = |ty: TypeId| self.supergraph.type_definition(ty).kind == TypeKind::Object;
        let same_shape = one.is_leaf == other.is_leaf
            && one.shape.non_null == other.shape.non_null
            && one.shape.lists == other.shape.lists
            && (!one.is_leaf || one.shape.named == other.shape.named);
        let never_together = one.parent != other.parent && is_object(one.parent) && is_object(other.parent);
        same_shape && (never_together || (one.name == other.name && one.arguments == other.arguments))
    }

    /// The runtime type of a cursor's objects, read there.
    pub fn select_typename(&mut self, cursor: &Cursor) -> Read {
        self.nodes[cursor.node].has_typename = true;
        Read {
            fetch: cursor.fetch,
            key: "__typename".into(),
        }
    }

    /// The longest path of prerequisites that lead to a fetch with these dependencies.
    pub fn level_after(&self, depends: &BTreeSet<usize>) -> u32 {
        let mut known = BTreeMap::new();
        depends.iter().map(|fetch| 1 + self.level(*fetch, &mut known)).max().unwrap_or(0)
    }

    pub fn level(&self, fetch: usize, known: &mut BTreeMap<usize, u32>) -> u32 {
        if let Some(level) = known.get(&fetch) {
            return *level;
        }
        let depends = &self.fetches[fetch].depends;
        let level = depends.iter().map(|other| 1 + self.level(*other, known)).max().unwrap_or(0);
        known.insert(fetch, level);
        level
    }

    /// Whether any of `from` waits for `target`, or is it.
    pub fn waits_for(&self, from: &BTreeSet<usize>, target: usize) -> bool {
        let mut open: Vec<usize> = from.iter().copied().collect();
        let mut seen = from.clone();
        while let Some(fetch) = open.pop() {
            if fetch == target {
                return true;
            }
            open.extend(self.fetches[fetch].depends.iter().copied().filter(|other| seen.insert(*other)));
        }
        false
    }
}

/// Whether no variable of two lists of contexts is read in two places: an object's own field looks further out than those inside it.
pub(crate) fn can_merge_contexts(mine: &[ContextDraft], theirs: &[ContextDraft]) -> bool {
    let places = |context: &ContextDraft| -> Vec<usize> { context.sources.iter().map(|source| source.place).collect() };
    theirs.iter().all(|context| {
        let mut same = mine.iter().filter(|other| other.variable == context.variable);
        same.all(|other| places(other) == places(context))
    })
}

/// Adds contexts that are not there yet; see [`can_merge_contexts`].
pub(crate) fn merge_contexts(mine: &mut Vec<ContextDraft>, theirs: Vec<ContextDraft>) {
    for context in theirs {
        match mine.iter_mut().find(|other| other.variable == context.variable) {
            Some(other) => {
                other.condition = other.condition.or(&context.condition);
                for (source, same) in other.sources.iter_mut().zip(context.sources) {
                    merge_fields(&mut source.fields, same.fields);
                    source.depends.extend(same.depends);
                }
            }
            None => mine.push(context),
        }
    }
}

/// Whether two representations can be one: no field with one name and two meanings.
pub(crate) fn can_merge(mine: &[RepresentationFieldDraft], theirs: &[RepresentationFieldDraft]) -> bool {
    theirs.iter().all(|field| {
        mine.iter()
            .filter(|other| other.name == field.name && other.types == field.types)
            .all(|other| {
                other.arguments == field.arguments
                    && match (&other.nested, &field.nested) {
                        (Some(one), Some(two)) => one.place == two.place && can_merge(&one.fields, &two.fields),
                        (None, None) => true,
                        _ => false,
                    }
            })
    })
}

/// Adds the fields of one representation to another; see [`can_merge`].
pub(crate) fn merge_fields(mine: &mut Vec<RepresentationFieldDraft>, theirs: Vec<RepresentationFieldDraft>) {
    for field in theirs {
        let same = mine
            .iter_mut()
            .find(|other| other.name == field.name && other.types == field.types && other.arguments == field.arguments);
        match same {
            Some(other) => {
                other.condition = other.condition.or(&field.condition);
                other.is_required |= field.is_required;
                for read in field.reads {
                    if other.nested.is_some() && !other.reads.contains(&read) {
                        other.reads.push(read);
                    }
                }
                if let (Some(mine), Some(theirs)) = (&mut other.nested, field.nested) {
                    for read in theirs.typename {
                        if !mine.typename.contains(&read) {
                            mine.typename.push(read);
                        }
                    }
                    merge_fields(&mut mine.fields, theirs.fields);
                }
            }
            None => mine.push(field),
        }
    }
}
