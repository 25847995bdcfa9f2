//! What is wanted, whoever wants it: the client's selections and the field sets of keys and `@requires` in one form.

use std::collections::{BTreeMap, BTreeSet};

use router_graph::supergraph::{FieldSet, FieldSetItem, Supergraph};
use router_graph::{Condition, FieldId, Selection, SelectionKind, SelectionSet, SubgraphId, TypeId, TypeRef, Value};

/// A set of needs: index into [`Needs::sets`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct SetId(u32);

/// One wanted field.
#[derive(Debug, Clone)]
pub(crate) struct Need {
    /// The client's key; for field sets, the field's own name.
    pub key: Box<str>,
    /// The type the field was selected on.
    pub parent: TypeId,
    /// The widest interface through which it is wanted.
    pub through: Option<TypeId>,
    /// The field; `None` for `__typename`.
    pub field: Option<FieldId>,
    pub name: Box<str>,
    pub arguments: Vec<(Box<str>, Value)>,
    /// Wanted for these object types only.
    pub types: Option<Vec<TypeId>>,
    /// Types the client wanted it for besides, about which subgraphs disagree: there it is null.
    pub disputed: Vec<TypeId>,
    /// The client's condition; field sets take that of whoever needs them.
    pub condition: Option<Condition>,
    /// What is wanted below; empty for leaves.
    pub below: SetId,
    /// Context arguments (their variables) that no object around sets: subgraphs that take them can't be asked.
    pub without_context: Vec<Box<str>>,
    /// For the response.
    pub outcome: Outcome,
}

/// What becomes of a need in the client's response.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It is fetched.
    Fetched,
    /// Introspection: answered elsewhere.
    Introspection,
    /// Denied: null.
    Denied,
}

/// Needs on one object.
#[derive(Debug, Clone, Default)]
pub(crate) struct NeedSet {
    pub needs: Vec<Need>,
    /// What `@context` asks for besides, for fields further inside. The client sees none of it.
    pub contexts: Vec<ContextNeed>,
    /// Context arguments of fields further inside, set here or further out: by subgraph and variable.
    pub inwards: Vec<(SubgraphId, Box<str>)>,
    /// The client's: only visible types matter.
    pub is_client: bool,
}

/// What some types of an object set as a context.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ContextNeed {
    /// The variable of the argument.
    pub variable: Box<str>,
    /// The object types that set it.
    pub types: Vec<TypeId>,
    /// What is read of them.
    pub set: SetId,
}

/// The arena of all sets of one plan.
pub(crate) struct Needs<'a> {
    supergraph: &'a Supergraph,
    sets: Vec<NeedSet>,
    field_sets: BTreeMap<(TypeId, FieldSet), SetId>,
}

impl<'a> Needs<'a> {
    pub fn new(supergraph: &'a Supergraph) -> Self {
        Needs {
            supergraph,
            sets: vec![NeedSet::default()],
            field_sets: BTreeMap::new(),
        }
    }

    pub fn get(&self, id: SetId) -> &NeedSet {
        &self.sets[id.0 as usize]
    }

    fn add(&mut self, set: NeedSet) -> SetId {
        self.sets.push(set);
        SetId(self.sets.len() as u32 - 1)
    }

    /// The client's selections, sub-selections first.
    pub fn client(&mut self, set: &SelectionSet) -> SetId {
        let needs = set.fields.iter().map(|selection| self.client_need(selection)).collect();
        self.add(NeedSet {
            needs,
            is_client: true,
            ..NeedSet::default()
        })
    }

    fn client_need(&mut self, selection: &Selection) -> Need {
        let below = self.client(&selection.selections);
        let (field, name) = match selection.kind {
            SelectionKind::Field(id) => (Some(id), self.supergraph.field(id).name.clone()),
            SelectionKind::Typename => (None, "__typename".into()),
            SelectionKind::Introspection => (None, selection.key.clone()),
        };
        let outcome = match selection.kind {
            _ if selection.denied => Outcome::Denied,
            SelectionKind::Introspection => Outcome::Introspection,
            _ => Outcome::Fetched,
        };
        Need {
            key: selection.key.clone(),
            parent: selection.parent,
            through: selection.through,
            field,
            name,
            arguments: selection.arguments.clone(),
            types: selection.types.clone(),
            disputed: Vec::new(),
            condition: Some(selection.condition.clone()),
            below,
            without_context: Vec::new(),
            outcome,
        }
    }

    /// Adds what a context asks of the objects of a set, once.
    pub fn add_context_need(&mut self, id: SetId, need: ContextNeed) {
        let contexts = &mut self.sets[id.0 as usize].contexts;
        if !contexts.contains(&need) {
            contexts.push(need);
        }
    }

    /// Notes that a subgraph entered here can take a context argument along for a field further inside.
    pub fn passes_inwards(&mut self, id: SetId, subgraph: SubgraphId, variable: &str) {
        let inwards = &mut self.sets[id.0 as usize].inwards;
        if !inwards.iter().any(|(known, name)| *known == subgraph && **name == *variable) {
            inwards.push((subgraph, variable.into()));
        }
    }

    /// Notes that nothing around a need sets the context of an argument.
    pub fn without_context(&mut self, id: SetId, index: usize, variable: Box<str>) {
        self.sets[id.0 as usize].needs[index].without_context.push(variable);
    }

    /// Takes from the type conditions of a set what is not among the agreed types.
    pub fn narrow(&mut self, id: SetId, agreed: &BTreeSet<TypeId>) {
        for need in &mut self.sets[id.0 as usize].needs {
            let Some(types) = need.types.as_mut().filter(|_| need.field.is_some()) else {
                continue;
            };
            need.disputed.extend(types.iter().filter(|ty| !agreed.contains(ty)));
            types.retain(|ty| agreed.contains(ty));
        }
    }

    /// A field set on a type.
    pub fn field_set(&mut self, ty: TypeId, set: &FieldSet) -> SetId {
        let key = (ty, set.clone());
        if let Some(id) = self.field_sets.get(&key) {
            return *id;
        }
        let mut needs = Vec::new();
        self.field_set_needs(ty, set, None, &mut needs);
        let id = self.add(NeedSet {
            needs,
            ..NeedSet::default()
        });
        self.field_sets.insert(key, id);
        id
    }

    fn field_set_needs(&mut self, ty: TypeId, set: &FieldSet, types: Option<Vec<TypeId>>, needs: &mut Vec<Need>) {
        for item in &set.items {
            match item {
                FieldSetItem::Typename => {}
                FieldSetItem::Field {
                    field,
                    arguments,
                    selections,
                } => {
                    let definition = self.supergraph.field(*field);
                    let below = self.field_set(definition.ty.named, selections);
                    needs.push(Need {
                        key: definition.name.clone(),
                        parent: ty,
                        through: None,
                        field: Some(*field),
                        name: definition.name.clone(),
                        arguments: arguments.clone(),
                        types: types.clone(),
                        disputed: Vec::new(),
                        condition: None,
                        below,
                        without_context: Vec::new(),
                        outcome: Outcome::Fetched,
                    });
                }
                FieldSetItem::Inline { ty: narrower, selections } => {
                    let possible = &self.supergraph.type_definition(*narrower).possible_types;
                    let enclosing = types.as_ref().unwrap_or(&self.supergraph.type_definition(ty).possible_types);
                    let narrowed: Vec<TypeId> = enclosing.iter().copied().filter(|ty| possible.contains(ty)).collect();
                    let types = if narrowed.len() == enclosing.len() {
                        types.clone()
                    } else {
                        Some(narrowed)
                    };
                    self.field_set_needs(*narrower, selections, types, needs);
                }
            }
        }
    }
}

impl Need {
    /// The field's type in the supergraph; `String!` for `__typename`.
    pub fn ty(&self, supergraph: &Supergraph) -> TypeRef {
        match self.field {
            Some(field) => supergraph.field(field).ty.clone(),
            None => TypeRef {
                named: supergraph.type_named("String").expect("built-in scalars are always in the model"),
                non_null: true,
                lists: Vec::new(),
            },
        }
    }

    /// The number of fields wanted, this one and those below it, to whatever depth: up to `limit`.
    pub fn size(&self, needs: &Needs<'_>, limit: u64) -> u64 {
        let mut total = 1;
        for below in &needs.get(self.below).needs {
            if total >= limit {
                return limit;
            }
            total += below.size(needs, limit - total);
        }
        total.min(limit)
    }

    /// `Type.field`, for messages.
    pub fn coordinate(&self, supergraph: &Supergraph) -> String {
        format!("{}.{}", supergraph.type_definition(self.parent).name, self.name)
    }
}
