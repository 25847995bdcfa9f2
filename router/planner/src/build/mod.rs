//! From choices to fetches: walks the client's needs from the root, asks [`crate::solve`] what to open and where to ask, and
//! selects it in the draft. Keys and `@requires` go the same way, as needs at the same place.

mod context;
mod entering;
mod refusal;

use std::collections::BTreeMap;
use std::rc::Rc;

use router_graph::moves::Vertex;
use router_graph::{Condition, Operation, OperationKind, SubgraphId, TypeId, TypeRef, Value};

use crate::PlaceChoice;
use crate::budget::PlanError;
use crate::contexts;
use crate::draft::{ContextDraft, Cursor, Draft, Kind, Read, Wanted};
use crate::needs::{Need, Outcome, SetId};
use crate::plan::{ConditionBit, FetchId, PlaceId, Provider, ResponseField, ResponseObject, ResponseValue};
use crate::solve::{Choice, Level, Meeting, Scope, Solution, Solver, Source};

/// The most distinct conditions of one plan.
const MOST_CONDITIONS: usize = 128;

/// The most response fields below one that is repeated for the sake of nullability; nested repetition multiplies.
const MOST_REPEATED: usize = 1000;

/// A place being filled: its level, and the cursors in the level's order.
#[derive(Clone)]
struct Here {
    place: usize,
    level: Level,
    cursors: Vec<Cursor>,
}

/// What is sent along with a key.
#[derive(Default)]
struct Along {
    requires: Option<SetId>,
    contexts: Vec<ContextDraft>,
}

/// What became of a need in one scope.
struct Realised {
    reads: Vec<Read>,
    /// The nested place and where fetches stand in it.
    below: Option<(usize, Vec<Cursor>)>,
}

pub(crate) struct Builder<'a, 'b> {
    pub solver: Solver<'a, 'b>,
    pub draft: Draft<'a>,
    pub conditions: Vec<Condition>,
    /// What was decided at each place, for people.
    pub choices: Vec<PlaceChoice>,
    kind: OperationKind,
    /// Places filled for the client, for contexts read further inside.
    filled: BTreeMap<usize, Rc<Here>>,
    client_variables: Vec<Box<str>>,
}

impl<'a, 'b> Builder<'a, 'b> {
    pub fn new(solver: Solver<'a, 'b>, operation: &Operation, is_portable: bool) -> Self {
        let draft = Draft::new(solver.moves.supergraph(), is_portable);
        Builder {
            solver,
            draft,
            conditions: Vec::new(),
            choices: Vec::new(),
            kind: operation.kind,
            filled: BTreeMap::new(),
            client_variables: operation.variables.iter().map(|variable| variable.name.clone()).collect(),
        }
    }

    /// Builds everything; gives the response with draft fetch numbers.
    pub fn build(&mut self, operation: &Operation) -> Result<ResponseObject, PlanError> {
        let set = self.solver.needs.client(&operation.selection);
        contexts::add_context_needs(&self.solver.moves, &mut self.solver.needs, set, operation.root);
        self.solver.narrow_to_agreement(set, operation.root)?;
        let mut level = self.solver.level(Vec::new(), Some(operation.root), set);
        let mut fields = Vec::new();
        let needs: Vec<Need> = self.solver.needs.get(set).needs.clone();
        if operation.kind == OperationKind::Mutation {
            let mut current: Option<usize> = None;
            for need in &needs {
                let mut here = Here {
                    place: 0,
                    level: level.clone(),
                    cursors: Vec::new(),
                };
                if need.outcome == Outcome::Fetched && need.field.is_some() {
                    let subgraph = self.choose_mutation(need, &mut level, current)?;
                    let fetch = match current {
                        Some(fetch) if self.draft.fetches[fetch].subgraph == subgraph => fetch,
                        _ => {
                            let after = (0..self.draft.fetches.len()).collect();
                            let kind = Kind::Root(OperationKind::Mutation);
                            self.draft.add_fetch(subgraph, kind, 0, operation.root, after, Condition::never())
                        }
                    };
                    current = Some(fetch);
                    let wanted = need.condition.clone().unwrap_or_else(Condition::always);
                    self.draft.fetches[fetch].condition = self.draft.fetches[fetch].condition.or(&wanted);
                    let cursor = self.root_cursor(fetch, operation.root);
                    here.level = self.solver.level(vec![cursor.vertex], None, set);
                    here.cursors = vec![cursor];
                }
                self.filled.insert(0, Rc::new(here.clone()));
                self.respond(&here, need, &Condition::always(), &mut fields)?;
            }
        } else {
            let Some(solution) = self.solver.solve_level(set, level.clone())? else {
                return Err(self.unsatisfiable(set, &level));
            };
            self.note(0, &level, &solution);
            level.open = solution.open;
            let here = Here {
                place: 0,
                level,
                cursors: Vec::new(),
            };
            self.filled.insert(0, Rc::new(here.clone()));
            for need in &needs {
                self.respond(&here, need, &Condition::always(), &mut fields)?;
            }
        }
        Ok(ResponseObject {
            place: PlaceId::ROOT,
            static_type: operation.root,
            possible_types: vec![operation.root],
            typename: Vec::new(),
            fields,
        })
    }

    /// Chooses the one subgraph that runs a mutation's root field, staying with the current one when that is as good.
    fn choose_mutation(&mut self, need: &Need, level: &mut Level, current: Option<usize>) -> Result<SubgraphId, PlanError> {
        let root = level.root.expect("a mutation's level is at its root");
        let staying = current.map(|fetch| self.draft.fetches[fetch].subgraph);
        let mut best: Option<(u64, SubgraphId)> = None;
        for subgraph in self.draft.supergraph.subgraph_ids() {
            if self.draft.supergraph.join(root, subgraph).is_none() {
                continue;
            }
            level.open = vec![subgraph];
            let Some(meeting) = self.solver.meet(need, Scope::All, level, 1)? else {
                continue;
            };
            let cost = match &meeting {
                Meeting::Whole(choice) => choice.cost,
                _ => 0,
            } + u64::from(staying != Some(subgraph));
            if best.is_none_or(|(least, _)| cost < least) {
                best = Some((cost, subgraph));
            }
        }
        best.map(|(_, subgraph)| subgraph).ok_or_else(|| self.refusal(need))
    }

    /// Opens a place below: solves what is wanted there.
    fn arrive(&mut self, place: usize, mut cursors: Vec<Cursor>, set: SetId) -> Result<Here, PlanError> {
        cursors.sort_by_key(|cursor| cursor.vertex);
        cursors.dedup_by_key(|cursor| cursor.vertex);
        let vertices: Vec<Vertex> = cursors.iter().map(|cursor| cursor.vertex).collect();
        let mut level = self.solver.level(vertices.clone(), None, set);
        match self.solver.solve(set, &vertices)? {
            Some(solution) => {
                self.note(place, &level, &solution);
                level.open = solution.open.clone();
            }
            None => return Err(self.unsatisfiable(set, &level)),
        }
        Ok(Here { place, level, cursors })
    }

    fn note(&mut self, place: usize, level: &Level, solution: &Solution) {
        self.choices.push(PlaceChoice {
            path: self.draft.places[place].path.clone(),
            standing: level.cursors.iter().map(|vertex| vertex.subgraph).collect(),
            opened: solution.open.clone(),
            cost: solution.cost,
        });
    }

    /// Fills one object of the client's response.
    fn fill(
        &mut self,
        place: usize,
        cursors: Vec<Cursor>,
        set: SetId,
        static_type: TypeId,
        condition: &Condition,
    ) -> Result<ResponseObject, PlanError> {
        let here = self.arrive(place, cursors, set)?;
        self.filled.insert(place, Rc::new(here.clone()));
        let needs: Vec<Need> = self.solver.needs.get(set).needs.clone();
        let mut fields = Vec::new();
        for need in &needs {
            self.respond(&here, need, condition, &mut fields)?;
        }
        let mut typename = Vec::new();
        if self.draft.supergraph.is_abstract(static_type) {
            let is_read = fields
                .iter()
                .any(|field| field.types.is_some() || matches!(field.value, ResponseValue::Typename));
            let has_several = here.level.runtime.len() != 1;
            if (is_read && has_several) || self.tells_types(&here) {
                typename = self.discriminators(&here, here.level.open.len(), condition)?;
            }
        }
        Ok(ResponseObject {
            place: PlaceId(place as u32),
            static_type,
            possible_types: here.level.runtime.clone(),
            typename: typename.into_iter().map(provider).collect(),
            fields,
        })
    }

    /// Whether some fetch standing here returns an abstract type, and so asks `__typename` anyway.
    fn tells_types(&self, here: &Here) -> bool {
        here.cursors
            .iter()
            .any(|cursor| self.draft.supergraph.is_abstract(cursor.vertex.ty) && !self.solver.moves.is_interface_object(cursor.vertex))
    }

    /// Where the runtime type of objects here is read: from those standing here, or else from an interface opened for it.
    fn discriminators(&mut self, here: &Here, available: usize, condition: &Condition) -> Result<Vec<Read>, PlanError> {
        let mut reads = Vec::new();
        for cursor in &here.cursors {
            if !self.solver.moves.is_interface_object(cursor.vertex) {
                reads.push(self.draft.select_typename(cursor));
            }
        }
        if reads.is_empty() {
            for index in 0..available.min(here.level.open.len()) {
                let entries = self.solver.entries(&here.level, here.level.open[index], Scope::All);
                for entry in entries.into_iter().filter(|entry| !entry.is_interface_object) {
                    let set = self.solver.needs.field_set(entry.key_type, &entry.key);
                    if self.is_met(set, here, index)? {
                        let cursor = self.enter(here, Scope::All, index, &entry, Along::default(), condition)?;
                        return Ok(vec![self.draft.select_typename(&cursor)]);
                    }
                }
            }
        }
        Ok(reads)
    }

    fn is_met(&mut self, set: SetId, here: &Here, available: usize) -> Result<bool, PlanError> {
        let needs = self.solver.needs.get(set).needs.clone();
        for need in &needs {
            if self.solver.meet(need, Scope::All, &here.level, available)?.is_none() {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Meets one need of the client and adds it to the response.
    fn respond(&mut self, here: &Here, need: &Need, enclosing: &Condition, fields: &mut Vec<ResponseField>) -> Result<(), PlanError> {
        let own = need.condition.clone().unwrap_or_else(Condition::always);
        let condition = if enclosing.implies(&own) { None } else { Some(self.bit(&own)?) };
        let mut field = ResponseField {
            key: need.key.clone(),
            field: need.field,
            types: need.types.as_ref().map(|types| {
                let possible = &here.level.runtime;
                types.iter().copied().filter(|ty| possible.contains(ty)).collect()
            }),
            condition,
            ty: need.ty(self.draft.supergraph),
            value: ResponseValue::Typename,
        };
        match need.outcome {
            Outcome::Denied => {
                field.value = ResponseValue::Denied;
                fields.push(field);
                return Ok(());
            }
            Outcome::Introspection => {
                field.value = ResponseValue::Introspection;
                fields.push(field);
                return Ok(());
            }
            Outcome::Fetched => {}
        }
        if need.field.is_none() && here.place == 0 {
            fields.push(field);
            return Ok(());
        }
        fields.extend(self.disputed(here, need, &field));
        let available = here.level.open.len();
        match self.solver.meet(need, Scope::All, &here.level, available)? {
            None => Err(self.refusal(need)),
            Some(Meeting::Nowhere) => Ok(()),
            Some(_) if need.field.is_none() => {
                fields.push(field);
                Ok(())
            }
            Some(Meeting::Whole(choice)) => {
                let realised = self.realise(here, Scope::All, &choice, need, &own, true)?;
                field.value = self.value(need, realised, &own)?;
                fields.extend(self.by_nullability(here, need, field));
                Ok(())
            }
            Some(Meeting::Split(choices)) => {
                let mut parts: Vec<ResponseField> = Vec::new();
                for (ty, choice) in choices {
                    let realised = self.realise(here, Scope::Type(ty), &choice, need, &own, true)?;
                    let value = self.value(need, realised, &own)?;
                    let own_type = self.type_on(need, ty);
                    let same = parts.iter_mut().find(|part| match (&part.value, &value) {
                        (ResponseValue::Leaf { provider: one, .. }, ResponseValue::Leaf { provider: two, .. }) => {
                            one == two && part.ty == own_type
                        }
                        _ => false,
                    });
                    match same {
                        Some(part) => part.types.get_or_insert_default().push(ty),
                        None => parts.push(ResponseField {
                            types: Some(vec![ty]),
                            ty: own_type,
                            value,
                            ..field.clone()
                        }),
                    }
                }
                for mut part in parts {
                    if part.types.as_ref().is_some_and(|types| *types == here.level.runtime) {
                        part.types = None;
                    }
                    fields.push(part);
                }
                Ok(())
            }
        }
    }

    /// The field for types that subgraphs disagree about: null, each as its own type has it.
    fn disputed(&self, here: &Here, need: &Need, field: &ResponseField) -> Vec<ResponseField> {
        let returned = need.disputed.iter().copied().filter(|ty| here.level.runtime.contains(ty));
        returned
            .map(|ty| ResponseField {
                types: Some(vec![ty]),
                ty: self.type_on(need, ty),
                value: ResponseValue::Absent,
                ..field.clone()
            })
            .collect()
    }

    /// The field's type with the nullability of an object type's own field: an implementation may promise more than its interface.
    fn type_on(&self, need: &Need, object: TypeId) -> TypeRef {
        let supergraph = self.draft.supergraph;
        let ty = need.ty(supergraph);
        match supergraph.field_named(object, &need.name) {
            Some(own) => TypeRef {
                named: ty.named,
                ..supergraph.field(own).ty.clone()
            },
            None => ty,
        }
    }

    /// A field asked of all objects at once, split by type where its nullability differs (and somebody here knows the type). What is
    /// below it is repeated then; where that is much, the interface's own nullability has to do.
    fn by_nullability(&self, here: &Here, need: &Need, field: ResponseField) -> Vec<ResponseField> {
        let wanted = field.types.as_ref().unwrap_or(&here.level.runtime);
        let mut groups: Vec<(TypeRef, Vec<TypeId>)> = Vec::new();
        for ty in wanted {
            let own = self.type_on(need, *ty);
            match groups.iter_mut().find(|(known, _)| *known == own) {
                Some((_, types)) => types.push(*ty),
                None => groups.push((own, vec![*ty])),
            }
        }
        match groups.as_mut_slice() {
            [(own, _)] => vec![ResponseField { ty: own.clone(), ..field }],
            [_, _, ..] if self.tells_types(here) && size(&field.value) <= MOST_REPEATED => groups
                .into_iter()
                .map(|(ty, types)| ResponseField {
                    ty,
                    types: Some(types),
                    ..field.clone()
                })
                .collect(),
            _ => vec![field],
        }
    }

    fn value(&mut self, need: &Need, realised: Realised, condition: &Condition) -> Result<ResponseValue, PlanError> {
        let named = need.ty(self.draft.supergraph).named;
        match realised.below {
            Some((place, cursors)) => {
                let object = self.fill(place, cursors, need.below, named, condition)?;
                let providers = realised.reads.into_iter().map(provider).collect();
                Ok(ResponseValue::Object {
                    providers,
                    object: Box::new(object),
                })
            }
            None => {
                let kind = self
                    .draft
                    .supergraph
                    .leaf_kind(named)
                    .expect("a field without sub-selections is a leaf");
                let read = realised.reads.into_iter().next().expect("a met leaf has a way");
                Ok(ResponseValue::Leaf {
                    provider: provider(read),
                    kind,
                })
            }
        }
    }

    /// Selects what a choice says.
    fn realise(
        &mut self,
        here: &Here,
        scope: Scope,
        choice: &Choice,
        need: &Need,
        condition: &Condition,
        is_client: bool,
    ) -> Result<Realised, PlanError> {
        self.solver.budget.spend(1)?;
        let mut realised = Realised {
            reads: Vec::new(),
            below: None,
        };
        for way in &choice.ways {
            let Some(step) = &way.step else {
                let cursor = self.stand(here, scope, way, condition)?;
                realised.reads.push(self.draft.select_typename(&cursor));
                continue;
            };
            let contexts = self.draft.supergraph.context_arguments(step.field, way.vertex.subgraph);
            let cursor = match &way.entry_anew {
                Some(entry) => {
                    let limit = match way.source {
                        Source::Cursor(_) => here.level.open.len(),
                        Source::Open(index) => index,
                    };
                    let along = Along {
                        requires: step.requires.as_ref().map(|set| self.solver.needs.field_set(way.vertex.ty, set)),
                        contexts: if step.lacks_contexts {
                            self.contexts(here, need, contexts, condition)?
                        } else if way.entry.is_some() {
                            self.contexts_along(here, way.vertex, limit, condition)?
                        } else {
                            Vec::new()
                        },
                    };
                    self.enter(here, scope, limit, entry, along, condition)?
                }
                None => self.stand(here, scope, way, condition)?,
            };
            let mut arguments = need.arguments.clone();
            for argument in contexts {
                arguments.push((argument.name.clone(), Value::Variable(self.context_variable(argument))));
            }
            let key = is_client.then_some(&*need.key);
            let place = step.target.map(|_| {
                self.draft
                    .child_place(here.place, scope, &need.name, &need.arguments, key, &need.ty(self.draft.supergraph))
            });
            let wanted = Wanted {
                name: &need.name,
                field: step.field,
                arguments: &arguments,
                ty: &step.ty,
                key,
                condition,
                place,
            };
            let (key, node) = self.draft.select(&cursor, &wanted);
            realised.reads.push(Read { fetch: cursor.fetch, key });
            if let (Some(place), Some(node), Some(target)) = (place, node, step.target) {
                let below = realised.below.get_or_insert((place, Vec::new()));
                below.1.push(Cursor {
                    fetch: cursor.fetch,
                    node,
                    on: None,
                    types: None,
                    vertex: target,
                });
            }
        }
        Ok(realised)
    }

    /// The bit of a condition.
    pub fn bit(&mut self, condition: &Condition) -> Result<ConditionBit, PlanError> {
        let index = match self.conditions.iter().position(|known| known == condition) {
            Some(index) => index,
            None => {
                self.conditions.push(condition.clone());
                self.conditions.len() - 1
            }
        };
        if index >= MOST_CONDITIONS {
            return Err(PlanError::TooConditional);
        }
        Ok(ConditionBit(index as u8))
    }
}

/// Draft numbers stand in for fetch ids until the plan is put in order.
pub(crate) fn provider(read: Read) -> Provider {
    Provider {
        fetch: FetchId(read.fetch as u32),
        key: read.key,
    }
}

/// Response fields below.
fn size(value: &ResponseValue) -> usize {
    match value {
        ResponseValue::Object { object, .. } => object.fields.iter().map(|field| 1 + size(&field.value)).sum(),
        _ => 0,
    }
}
