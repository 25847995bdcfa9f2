//! Puts a draft in order: numbers fetches by level, resolves conditions to bits, prints operations, and makes the plan.

use std::collections::BTreeMap;

use router_graph::{Condition, Operation, TypeId, TypeRef};

use crate::budget::PlanError;
use crate::build::{Builder, provider};
use crate::draft::{ContextDraft, EntityGroup, FetchDraft, Kind, Read, RepresentationFieldDraft, TypenameDraft};
use crate::plan::{
    ContextArgument, ContextSource, Fetch, FetchField, FetchId, FetchKind, FetchValue, Place, PlaceId, Plan, Provider, Representation,
    RepresentationField, RepresentationTypename, RepresentationValue, ResponseObject, ResponseValue, SelectionSet,
};
use crate::{join, operation_text, portable};

pub(crate) fn finish(mut builder: Builder<'_, '_>, operation: &Operation, mut response: ResponseObject) -> Result<Plan, PlanError> {
    let part_of = join::join_interface_objects(&mut builder.draft);
    complete_typenames(&mut builder);
    if builder.draft.is_portable {
        portable::complete_typenames(&mut builder.draft, &response);
    }
    let mut levels = BTreeMap::new();
    let count = builder.draft.fetches.len();
    let whole = (0..count).filter(|fetch| part_of[*fetch] == *fetch);
    let mut order: Vec<(u32, usize)> = whole.map(|fetch| (builder.draft.level(fetch, &mut levels), fetch)).collect();
    order.sort();
    let mut numbers = vec![FetchId(0); count];
    for (position, (_, fetch)) in order.iter().enumerate() {
        numbers[*fetch] = FetchId(position as u32);
    }
    for fetch in 0..count {
        numbers[fetch] = numbers[part_of[fetch]];
    }
    let mut finisher = Finisher { builder, numbers };
    let mut fetches = Vec::new();
    for (position, (level, fetch)) in order.iter().enumerate() {
        fetches.push(finisher.fetch(*fetch, position, *level, operation)?);
    }
    let places = finisher.places();
    finisher.renumber_object(&mut response);
    Ok(Plan {
        kind: operation.kind,
        name: operation.name.clone(),
        variables: operation.variables.clone(),
        fetches,
        places,
        conditions: finisher.builder.conditions,
        response,
    })
}

/// Asks `__typename` wherever the type varies, and wherever nothing else is asked.
fn complete_typenames(builder: &mut Builder<'_, '_>) {
    let draft = &mut builder.draft;
    for node in &mut draft.nodes {
        let is_real = !draft.supergraph.is_interface_object(node.ty, node.subgraph);
        let varies = !node.is_entities && is_real && draft.supergraph.is_abstract(node.ty);
        node.has_typename |= varies || node.fields.is_empty();
    }
    for fetch in &draft.fetches {
        let Kind::Entities {
            group, representations, ..
        } = &fetch.kind
        else {
            continue;
        };
        let node = &mut draft.nodes[fetch.node];
        match group {
            EntityGroup::Objects if representations.len() == 1 => {
                node.fields.iter_mut().for_each(|field| field.types = None);
            }
            EntityGroup::Objects => node.has_typename = true,
            EntityGroup::InterfaceObject(..) => {}
            EntityGroup::Any(ty) => {
                let is_real = !draft.supergraph.is_interface_object(*ty, fetch.subgraph);
                node.has_typename |= is_real && draft.supergraph.is_abstract(*ty);
            }
        }
    }
}

/// The types through which a fetch enters its subgraph.
fn entered_types(fetch: &FetchDraft) -> Vec<TypeId> {
    match &fetch.kind {
        Kind::Root(_) => Vec::new(),
        Kind::Entities {
            group: EntityGroup::Any(ty) | EntityGroup::InterfaceObject(ty, _),
            ..
        } => vec![*ty],
        Kind::Entities {
            group: EntityGroup::Objects,
            representations,
            ..
        } => representations
            .iter()
            .flat_map(|representation| representation.types.clone().unwrap_or_default())
            .collect(),
    }
}

struct Finisher<'a, 'b> {
    builder: Builder<'a, 'b>,
    /// By draft number.
    numbers: Vec<FetchId>,
}

impl Finisher<'_, '_> {
    fn fetch(&mut self, index: usize, position: usize, level: u32, operation: &Operation) -> Result<Fetch, PlanError> {
        let representations = self.builder.free_name("representations");
        let printed = operation_text::print(&self.builder.draft, index, position, operation, representations);
        let draft = &self.builder.draft.fetches[index];
        let (subgraph, place, node, own) = (draft.subgraph, draft.place, draft.node, draft.condition.clone());
        let mut depends: Vec<FetchId> = draft.depends.iter().map(|fetch| self.numbers[*fetch]).collect();
        depends.sort();
        let kind = match &draft.kind {
            Kind::Root(kind) => FetchKind::Root(*kind),
            Kind::Entities {
                representations,
                typename,
                contexts,
                ..
            } => {
                let (representations, typename, contexts) = (representations.clone(), typename.clone(), contexts.clone());
                let mut finished = Vec::new();
                for representation in representations {
                    finished.push(Representation {
                        types: representation.types,
                        typename: match representation.typename {
                            TypenameDraft::Constant(ty) => {
                                let name = &self.builder.draft.supergraph.type_definition(ty).name;
                                RepresentationTypename::Constant(name.clone())
                            }
                            TypenameDraft::Runtime(read) => RepresentationTypename::Runtime(self.provider(read)),
                        },
                        fields: self.representation_fields(representation.fields, &representation.condition)?,
                        condition: self.bit(&own, &representation.condition)?,
                    });
                }
                FetchKind::Entities {
                    variable: printed.representations.clone(),
                    typename: typename.into_iter().map(|read| self.provider(read)).collect(),
                    representations: finished,
                    by_context: printed.by_context,
                    // Taken along for a field that was then had elsewhere.
                    contexts: {
                        let is_used = |context: &ContextDraft| printed.contexts.contains(&context.variable);
                        self.contexts(contexts.into_iter().filter(is_used).collect(), &own)?
                    },
                }
            }
        };
        Ok(Fetch {
            id: FetchId(position as u32),
            subgraph,
            kind,
            operation: printed.text.into(),
            operation_name: printed.name,
            variables: printed.variables,
            condition: self.bit(&Condition::always(), &own)?,
            depends,
            level,
            place: PlaceId(place as u32),
            selection: self.selection(node, &own)?,
        })
    }

    fn contexts(&mut self, contexts: Vec<ContextDraft>, own: &Condition) -> Result<Vec<ContextArgument>, PlanError> {
        let mut finished = Vec::new();
        for context in contexts {
            let mut sources = Vec::new();
            for source in context.sources {
                sources.push(ContextSource {
                    place: PlaceId(source.place as u32),
                    levels: source.levels,
                    setter: source.setter,
                    types: source.types,
                    typename: source.typename.into_iter().map(|read| self.provider(read)).collect(),
                    fields: self.representation_fields(source.fields, &context.condition)?,
                });
            }
            finished.push(ContextArgument {
                variable: context.variable,
                ty: context.ty,
                sources,
                condition: self.bit(own, &context.condition)?,
            });
        }
        Ok(finished)
    }

    fn bit(&mut self, known: &Condition, own: &Condition) -> Result<Option<crate::plan::ConditionBit>, PlanError> {
        if known.implies(own) {
            Ok(None)
        } else {
            self.builder.bit(own).map(Some)
        }
    }

    fn selection(&mut self, index: usize, known: &Condition) -> Result<SelectionSet, PlanError> {
        let supergraph = self.builder.draft.supergraph;
        let node = &self.builder.draft.nodes[index];
        let (parent, place, has_typename, fields) = (node.ty, node.place, node.has_typename, node.fields.clone());
        let aliases = node.typename_aliases.clone();
        let possible_in = |ty: TypeId| supergraph.type_definition(ty).possible_types_in[node.subgraph.index()].clone();
        let entered: Vec<TypeId> = self
            .builder
            .draft
            .fetches
            .iter()
            .filter(|fetch| fetch.node == index)
            .flat_map(entered_types)
            .collect();
        let mut possible_types: Vec<TypeId> = if node.is_entities {
            entered.into_iter().flat_map(possible_in).collect()
        } else {
            possible_in(parent)
        };
        possible_types.sort();
        possible_types.dedup();
        let mut finished = Vec::new();
        let own_key = has_typename.then(|| Box::from("__typename"));
        for key in own_key.into_iter().chain(aliases) {
            let string = supergraph.type_named("String").expect("built-in scalars are always in the model");
            finished.push(FetchField {
                key,
                name: "__typename".into(),
                field: None,
                arguments: Vec::new(),
                types: None,
                condition: None,
                ty: TypeRef {
                    named: string,
                    non_null: true,
                    lists: Vec::new(),
                },
                value: FetchValue::Typename,
            });
        }
        for field in fields {
            let value = match (field.node, supergraph.leaf_kind(field.ty.named)) {
                (Some(below), _) => FetchValue::Object(Box::new(self.selection(below, &field.condition)?)),
                (None, Some(kind)) => FetchValue::Leaf(kind),
                (None, None) => unreachable!("a composite field is selected with its node"),
            };
            finished.push(FetchField {
                key: field.key,
                name: field.name,
                field: Some(field.field),
                arguments: field.arguments,
                types: field.types,
                condition: self.bit(known, &field.condition)?,
                ty: field.ty,
                value,
            });
        }
        Ok(SelectionSet {
            parent,
            place: PlaceId(place as u32),
            typename: has_typename.then(|| "__typename".into()),
            possible_types,
            fields: finished,
        })
    }

    fn representation_fields(
        &mut self,
        fields: Vec<RepresentationFieldDraft>,
        known: &Condition,
    ) -> Result<Vec<RepresentationField>, PlanError> {
        let mut finished = Vec::new();
        for field in fields {
            let condition = self.bit(known, &field.condition)?;
            let value = match field.nested {
                None => {
                    let read = field.reads.into_iter().next().expect("a met leaf has a way");
                    RepresentationValue::Leaf(self.provider(read))
                }
                Some(nested) => {
                    let mut below = self.representation_fields(nested.fields, &field.condition)?;
                    let typename: Option<Provider> = nested.typename.first().cloned().map(|read| self.provider(read));
                    if nested.is_abstract {
                        let string = self.builder.draft.supergraph.type_named("String");
                        below.insert(
                            0,
                            RepresentationField {
                                name: "__typename".into(),
                                ty: TypeRef {
                                    named: string.expect("built-in scalars are always in the model"),
                                    non_null: true,
                                    lists: Vec::new(),
                                },
                                types: None,
                                value: RepresentationValue::Typename {
                                    constant: None,
                                    provider: typename.clone(),
                                },
                                required: true,
                                condition: None,
                            },
                        );
                    }
                    RepresentationValue::Object {
                        providers: field.reads.into_iter().map(|read| self.provider(read)).collect(),
                        place: PlaceId(nested.place as u32),
                        typename,
                        fields: below,
                    }
                }
            };
            finished.push(RepresentationField {
                name: field.name,
                ty: field.ty,
                types: field.types,
                value,
                required: field.is_required,
                condition,
            });
        }
        Ok(finished)
    }

    fn places(&self) -> Vec<Place> {
        let finish = |place: &crate::draft::PlaceDraft| Place {
            parent: place.parent.map(|parent| PlaceId(parent as u32)),
            list_depth: place.list_depth,
            sources: place.sources.iter().cloned().map(|read| self.provider(read)).collect(),
            path: place.path.clone(),
        };
        self.builder.draft.places.iter().map(finish).collect()
    }

    fn provider(&self, read: Read) -> Provider {
        let mut found = provider(read);
        self.renumber(&mut found);
        found
    }

    fn renumber(&self, provider: &mut Provider) {
        provider.fetch = self.numbers[provider.fetch.index()];
    }

    fn renumber_object(&self, object: &mut ResponseObject) {
        object.typename.iter_mut().for_each(|provider| self.renumber(provider));
        for field in &mut object.fields {
            match &mut field.value {
                ResponseValue::Leaf { provider, .. } => self.renumber(provider),
                ResponseValue::Object { providers, object } => {
                    providers.iter_mut().for_each(|provider| self.renumber(provider));
                    self.renumber_object(object);
                }
                ResponseValue::Typename | ResponseValue::Introspection | ResponseValue::Denied | ResponseValue::Absent => {}
            }
        }
    }
}
