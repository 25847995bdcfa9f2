//! Into a subgraph: by its root, or by key with what a `@requires` demands besides; which fetch goes there and what it sends.

use std::collections::BTreeSet;

use router_graph::moves::Entry;
use router_graph::{Condition, OperationKind, SubgraphId, TypeId};

use super::{Along, Builder, Here};
use crate::budget::PlanError;
use crate::draft::{
    ContextDraft, Cursor, EntityGroup, Kind, NestedDraft, Read, RepresentationDraft, RepresentationFieldDraft, TypenameDraft, can_merge,
    can_merge_contexts, merge_contexts, merge_fields,
};
use crate::needs::{Need, SetId};
use crate::solve::{Meeting, Scope, Source, Way};

/// What one way into a subgraph asks of an entity fetch.
struct Asked {
    group: EntityGroup,
    representation: RepresentationDraft,
    typename: Vec<Read>,
    contexts: Vec<ContextDraft>,
}

impl Builder<'_, '_> {
    pub(super) fn root_cursor(&self, fetch: usize, root: TypeId) -> Cursor {
        let draft = &self.draft.fetches[fetch];
        let vertex = self.solver.moves.vertex(draft.subgraph, root);
        Cursor {
            fetch,
            node: draft.node,
            on: None,
            types: None,
            vertex,
        }
    }

    /// Stands where a way says, opening its subgraph if need be.
    pub(super) fn stand(&mut self, here: &Here, scope: Scope, way: &Way, condition: &Condition) -> Result<Cursor, PlanError> {
        let mut cursor = match (way.source, &way.entry) {
            (Source::Cursor(index), _) => here.cursors[index].clone(),
            (Source::Open(index), Some(entry)) => {
                // Entered through an interface to learn the type: everything here is entered.
                let is_refined = entry.target.ty != way.vertex.ty;
                let entered = if is_refined { Scope::All } else { scope };
                let along = Along {
                    requires: None,
                    contexts: self.contexts_along(here, way.vertex, index, condition)?,
                };
                self.enter(here, entered, index, entry, along, condition)?
            }
            (Source::Open(index), None) => self.enter_root(here, here.level.open[index], condition),
        };
        if cursor.vertex.ty != way.vertex.ty {
            cursor.on = Some(way.vertex.ty);
            cursor.types = Some(vec![way.vertex.ty]);
        }
        cursor.vertex = way.vertex;
        Ok(cursor)
    }

    fn enter_root(&mut self, here: &Here, subgraph: SubgraphId, condition: &Condition) -> Cursor {
        let root = here.level.root.expect("only root types are entered without a key");
        let kind = if here.place == 0 { self.kind } else { OperationKind::Query };
        let existing = self.draft.places[here.place].fetches.iter().copied().find(|fetch| {
            let draft = &self.draft.fetches[*fetch];
            draft.subgraph == subgraph && matches!(draft.kind, Kind::Root(_))
        });
        let fetch = match existing {
            Some(fetch) => {
                self.draft.fetches[fetch].condition = self.draft.fetches[fetch].condition.or(condition);
                fetch
            }
            None => {
                let depends = here.cursors.first().map(|cursor| cursor.fetch).into_iter().collect();
                self.draft
                    .add_fetch(subgraph, Kind::Root(kind), here.place, root, depends, condition.clone())
            }
        };
        self.root_cursor(fetch, root)
    }

    /// Enters a subgraph by key, with what a `@requires` demands besides; joins a fetch that goes there already if that makes nobody wait longer.
    pub(super) fn enter(
        &mut self,
        here: &Here,
        scope: Scope,
        available: usize,
        entry: &Entry,
        along: Along,
        condition: &Condition,
    ) -> Result<Cursor, PlanError> {
        let mut depends = BTreeSet::new();
        let mut fields = Vec::new();
        let key_set = self.solver.needs.field_set(entry.key_type, &entry.key);
        self.represent(here, scope, key_set, available, condition, true, &mut fields, &mut depends)?;
        if let Some(set) = along.requires {
            let mut required = Vec::new();
            self.represent(
                here,
                scope,
                set,
                here.level.open.len(),
                condition,
                false,
                &mut required,
                &mut depends,
            )?;
            merge_fields(&mut fields, required);
        }
        depends.extend(
            along
                .contexts
                .iter()
                .flat_map(|context| &context.sources)
                .flat_map(|source| &source.depends),
        );
        let (types, group) = match scope {
            Scope::Type(ty) if entry.is_interface_object => (
                Some(vec![ty]),
                EntityGroup::InterfaceObject(entry.target.ty, along.requires.map(|_| ty)),
            ),
            Scope::Type(ty) => (Some(vec![ty]), EntityGroup::Objects),
            Scope::All => (None, EntityGroup::Any(entry.target.ty)),
        };
        let mut typename_reads = Vec::new();
        // The type is read to choose a representation, and within one whose fields come from different places by type.
        if types.is_some() || fields.iter().any(|field| field.types.is_some()) {
            typename_reads = self.discriminators(here, available, condition)?;
        }
        let typename = match scope {
            Scope::Type(ty) if !entry.is_interface_object => TypenameDraft::Constant(ty),
            Scope::All if !entry.is_interface_object && self.draft.supergraph.is_abstract(entry.target.ty) => {
                // A concrete name where somebody knows it; the interface's own otherwise.
                let known = here
                    .cursors
                    .iter()
                    .find(|cursor| !self.solver.moves.is_interface_object(cursor.vertex))
                    .cloned();
                match known {
                    Some(cursor) => {
                        let read = self.draft.select_typename(&cursor);
                        depends.insert(read.fetch);
                        TypenameDraft::Runtime(read)
                    }
                    None => TypenameDraft::Constant(entry.target.ty),
                }
            }
            _ => TypenameDraft::Constant(entry.target.ty),
        };
        depends.extend(typename_reads.iter().map(|read| read.fetch));
        if depends.is_empty() {
            depends.extend(here.cursors.first().map(|cursor| cursor.fetch));
        }
        let draft = RepresentationDraft {
            types,
            typename,
            fields,
            condition: condition.clone(),
        };
        let asked = Asked {
            group,
            representation: draft,
            typename: typename_reads,
            contexts: along.contexts,
        };
        let fetch = self.attach(here, entry.target.subgraph, asked, depends);
        let node = self.draft.fetches[fetch].node;
        let types = match scope {
            Scope::Type(ty) => Some(vec![ty]),
            Scope::All => None,
        };
        // Items of `_entities` are told apart by their own `__typename` only where they are objects.
        let types = if entry.is_interface_object { None } else { types };
        Ok(Cursor {
            fetch,
            node,
            on: Some(entry.target.ty),
            types,
            vertex: entry.target,
        })
    }

    fn attach(&mut self, here: &Here, subgraph: SubgraphId, asked: Asked, depends: BTreeSet<usize>) -> usize {
        let Asked {
            group,
            representation,
            typename: typename_reads,
            contexts,
        } = asked;
        let level = self.draft.level_after(&depends);
        let candidates = self.draft.places[here.place].fetches.clone();
        for fetch in candidates {
            let draft = &self.draft.fetches[fetch];
            let Kind::Entities {
                group: own,
                representations,
                contexts: others,
                ..
            } = &draft.kind
            else {
                continue;
            };
            let is_compatible = draft.subgraph == subgraph
                && can_merge_contexts(others, &contexts)
                && *own == group
                && representations
                    .iter()
                    .filter(|other| other.types == representation.types)
                    .all(|other| other.typename == representation.typename && can_merge(&other.fields, &representation.fields));
            if !is_compatible || self.draft.waits_for(&depends, fetch) {
                continue;
            }
            if self.draft.level_after(&draft.depends) != level {
                continue;
            }
            let draft = &mut self.draft.fetches[fetch];
            draft.depends.extend(depends);
            draft.condition = draft.condition.or(&representation.condition);
            if let Kind::Entities {
                representations,
                typename,
                contexts: own,
                ..
            } = &mut draft.kind
            {
                merge_contexts(own, contexts);
                for read in typename_reads {
                    if !typename.contains(&read) {
                        typename.push(read);
                    }
                }
                match representations.iter_mut().find(|other| other.types == representation.types) {
                    Some(other) => {
                        other.condition = other.condition.or(&representation.condition);
                        merge_fields(&mut other.fields, representation.fields);
                    }
                    None => representations.push(representation),
                }
            }
            return fetch;
        }
        let ty = match group {
            EntityGroup::Objects => here.level.cursors.first().map(|vertex| vertex.ty),
            EntityGroup::InterfaceObject(ty, _) | EntityGroup::Any(ty) => Some(ty),
        };
        let ty = ty.unwrap_or(self.draft.supergraph.query);
        let condition = representation.condition.clone();
        let kind = Kind::Entities {
            group,
            representations: vec![representation],
            typename: typename_reads,
            contexts,
        };
        self.draft.add_fetch(subgraph, kind, here.place, ty, depends, condition)
    }

    /// Meets a field set here and describes how a representation reads it.
    #[allow(clippy::too_many_arguments)] // One representation: where, what, when, and the two lists it adds to.
    pub(super) fn represent(
        &mut self,
        here: &Here,
        scope: Scope,
        set: SetId,
        available: usize,
        condition: &Condition,
        is_key: bool,
        fields: &mut Vec<RepresentationFieldDraft>,
        depends: &mut BTreeSet<usize>,
    ) -> Result<(), PlanError> {
        let needs: Vec<Need> = self.solver.needs.get(set).needs.clone();
        for need in &needs {
            let choices = match self.solver.meet(need, scope, &here.level, available)? {
                None => return Err(self.refusal(need)),
                Some(Meeting::Nowhere) => continue,
                Some(Meeting::Whole(choice)) => {
                    let types = if scope == Scope::All { need.types.clone() } else { None };
                    vec![(scope, types, choice)]
                }
                Some(Meeting::Split(choices)) => choices
                    .into_iter()
                    .map(|(ty, choice)| (Scope::Type(ty), Some(vec![ty]), choice))
                    .collect(),
            };
            for (scope, types, choice) in choices {
                let realised = self.realise(here, scope, &choice, need, condition, false)?;
                depends.extend(realised.reads.iter().map(|read| read.fetch));
                let ty = need.ty(self.draft.supergraph);
                let nested = match realised.below {
                    None => None,
                    Some((place, cursors)) => Some(self.represent_nested(place, cursors, need, condition, is_key, depends)?),
                };
                let field = RepresentationFieldDraft {
                    name: need.name.clone(),
                    arguments: need.arguments.clone(),
                    // A compound key may have an absent part; a key that is nothing but null names no entity.
                    is_required: ty.is_non_null() || (is_key && needs.len() == 1),
                    ty,
                    types,
                    reads: realised.reads,
                    nested,
                    condition: condition.clone(),
                };
                merge_fields(fields, vec![field]);
            }
        }
        Ok(())
    }

    fn represent_nested(
        &mut self,
        place: usize,
        cursors: Vec<Cursor>,
        need: &Need,
        condition: &Condition,
        is_key: bool,
        depends: &mut BTreeSet<usize>,
    ) -> Result<NestedDraft, PlanError> {
        let here = self.arrive(place, cursors, need.below)?;
        let mut fields = Vec::new();
        let available = here.level.open.len();
        self.represent(&here, Scope::All, need.below, available, condition, is_key, &mut fields, depends)?;
        let is_abstract = self.draft.supergraph.is_abstract(need.ty(self.draft.supergraph).named);
        let mut typename = Vec::new();
        if is_abstract {
            typename = self.discriminators(&here, available, condition)?;
            depends.extend(typename.iter().map(|read| read.fetch));
        }
        Ok(NestedDraft {
            place,
            typename,
            is_abstract,
            fields,
        })
    }
}
