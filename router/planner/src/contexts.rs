//! `@context` before anything is chosen: finds, for every field that takes arguments from contexts, the objects around it that set them, and makes what is
//! read there a need of those objects.
//!
//! The nearest object outside the field's own counts; where only some of its possible types set the context, the others look further out. The needs added are not
//! answered to the client; building reads them where they turn out to be used.

use std::collections::BTreeMap;

use router_graph::moves::Moves;
use router_graph::supergraph::{ContextArgument, FieldJoins, FieldSet, FieldSetItem, Supergraph};
use router_graph::{FieldId, SubgraphId, TypeId};

use crate::needs::{ContextNeed, Need, Needs, Outcome, SetId};

/// An object around: its needs, and the types it can have on the way inwards.
struct Around {
    set: SetId,
    types: Vec<TypeId>,
}

struct Finder<'f, 'a> {
    supergraph: &'a Supergraph,
    needs: &'f mut Needs<'a>,
    around: Vec<Around>,
    /// Fields whose `@requires` are being followed.
    following: Vec<FieldId>,
}

/// Adds the needs of contexts to all sets of a client's operation.
pub(crate) fn add_context_needs<'a>(moves: &Moves<'a>, needs: &mut Needs<'a>, set: SetId, root: TypeId) {
    let supergraph = moves.supergraph();
    if supergraph.context_arguments.is_empty() {
        return;
    }
    let mut finder = Finder {
        supergraph,
        needs,
        around: Vec::new(),
        following: Vec::new(),
    };
    finder.visit(set, &[root]);
}

/// Who sets the context of an argument among an object's types: by setting type, with what is read there.
pub(crate) fn setters<'s>(
    supergraph: &Supergraph,
    argument: &'s ContextArgument,
    types: &[TypeId],
) -> BTreeMap<TypeId, (&'s FieldSet, Vec<TypeId>)> {
    let mut found: BTreeMap<TypeId, (&FieldSet, Vec<TypeId>)> = BTreeMap::new();
    for ty in types {
        if let Some((setter, set)) = supergraph.context_setter(argument, *ty) {
            found.entry(*setter).or_insert((set, Vec::new())).1.push(*ty);
        }
    }
    found
}

impl Finder<'_, '_> {
    fn visit(&mut self, set: SetId, types: &[TypeId]) {
        for index in 0..self.needs.get(set).needs.len() {
            let need = self.needs.get(set).needs[index].clone();
            let (Outcome::Fetched, Some(_)) = (need.outcome, need.field) else {
                continue;
            };
            let applies: Vec<TypeId> = match &need.types {
                None => types.to_vec(),
                Some(own) => own.clone(),
            };
            self.consumer(set, index, &need, &applies);
            let named = need.ty(self.supergraph).named;
            if self.supergraph.is_composite(named) {
                let below = self.supergraph.visible_possible_types(named);
                self.around.push(Around { set, types: applies });
                self.visit(need.below, &below);
                self.around.pop();
            }
        }
    }

    /// What a field and its `@requires` take from contexts, in any subgraph that has it.
    fn consumer(&mut self, set: SetId, index: usize, need: &Need, types: &[TypeId]) {
        for ty in types {
            let Some(field) = self.supergraph.field_named(*ty, &need.name) else {
                continue;
            };
            for argument in self.missing(field) {
                self.needs.without_context(set, index, argument);
            }
            self.required(set, *ty, field);
        }
    }

    /// Makes the arguments of a field needs of the objects around it; gives the argument variables that no object around sets.
    fn missing(&mut self, field: FieldId) -> Vec<Box<str>> {
        let supergraph = self.supergraph;
        let FieldJoins::In(joins) = &supergraph.field(field).joins else {
            return Vec::new();
        };
        let arguments = joins
            .iter()
            .flat_map(|join| join.context_arguments.iter().map(|argument| (join.subgraph, argument)));
        arguments
            .filter(|(subgraph, argument)| !self.demand(*subgraph, argument))
            .map(|(_, argument)| argument.variable.clone())
            .collect()
    }

    /// Whether the objects around set the context whatever their types.
    fn demand(&mut self, subgraph: SubgraphId, argument: &ContextArgument) -> bool {
        let mut is_inside = true;
        for position in (0..self.around.len()).rev() {
            let Around { set, types } = &self.around[position];
            let (set, count) = (*set, types.len());
            let mut setting = 0;
            if is_inside {
                self.needs.passes_inwards(set, subgraph, &argument.variable);
            }
            for (setter, (selection, types)) in setters(self.supergraph, argument, types) {
                setting += types.len();
                let wanted = self.needs.field_set(setter, selection);
                let variable = argument.variable.clone();
                self.needs.add_context_need(
                    set,
                    ContextNeed {
                        variable,
                        types,
                        set: wanted,
                    },
                );
            }
            is_inside &= setting == 0;
            if setting == count {
                return true;
            }
        }
        false
    }

    /// Contexts of what a field's `@requires` selects. Objects inside that selection set contexts by their own needs only, which are shared
    /// by all who require the same: what they would set is not looked for.
    fn required(&mut self, set: SetId, ty: TypeId, field: FieldId) {
        let supergraph = self.supergraph;
        let FieldJoins::In(joins) = &supergraph.field(field).joins else {
            return;
        };
        if self.following.contains(&field) {
            return;
        }
        self.following.push(field);
        for requires in joins.iter().filter_map(|join| join.requires.as_ref()) {
            self.required_items(set, ty, requires);
        }
        self.following.pop();
    }

    fn required_items(&mut self, set: SetId, ty: TypeId, items: &FieldSet) {
        for item in &items.items {
            match item {
                FieldSetItem::Typename => {}
                FieldSetItem::Inline { selections, .. } => self.required_items(set, ty, selections),
                FieldSetItem::Field { field, selections, .. } => {
                    self.missing(*field);
                    self.required(set, ty, *field);
                    self.around.push(Around { set, types: vec![ty] });
                    self.required_items(set, ty, selections);
                    self.around.pop();
                }
            }
        }
    }
}
