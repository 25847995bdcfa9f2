//! What a field takes from contexts: walks out from its place to the nearest object that sets each, and reads there.

use std::collections::BTreeSet;

use router_graph::moves::Vertex;
use router_graph::supergraph::ContextArgument;
use router_graph::{Condition, TypeId};

use super::{Builder, Here};
use crate::budget::PlanError;
use crate::contexts::setters;
use crate::draft::{ContextDraft, ContextSourceDraft};
use crate::needs::{Need, SetId};
use crate::solve::{Scope, scopes_of};

impl Builder<'_, '_> {
    /// The name under which an argument's value is sent: its own unless the client's variables are in the way.
    pub(super) fn context_variable(&self, argument: &ContextArgument) -> Box<str> {
        self.free_name(&argument.variable)
    }

    /// A variable's name that no variable of the client begins with.
    pub fn free_name(&self, wanted: &str) -> Box<str> {
        let mut name = wanted.to_owned();
        while self.client_variables.iter().any(|variable| variable.starts_with(&name)) {
            name.insert(0, '_');
        }
        name.into()
    }

    /// Reads the contexts that a field of this place takes.
    pub(super) fn contexts(
        &mut self,
        here: &Here,
        need: &Need,
        arguments: &[ContextArgument],
        condition: &Condition,
    ) -> Result<Vec<ContextDraft>, PlanError> {
        let mut contexts = Vec::new();
        for argument in arguments {
            let sources = self.context_sources(here, None, argument, condition)?;
            let sources = sources.ok_or_else(|| self.refusal(need))?;
            contexts.push(self.context(argument, sources, condition));
        }
        Ok(contexts)
    }

    /// Reads the contexts taken along by an entry made here, for fields further inside. They are read before the entry: from the first `available`
    /// opened subgraphs.
    pub(super) fn contexts_along(
        &mut self,
        here: &Here,
        vertex: Vertex,
        available: usize,
        condition: &Condition,
    ) -> Result<Vec<ContextDraft>, PlanError> {
        let mut contexts = Vec::new();
        for variable in self.solver.moves.contexts_in_hand(vertex).to_vec() {
            let argument = &self.draft.supergraph.context_arguments[&variable];
            if let Some(sources) = self.context_sources(here, Some(available), argument, condition)? {
                contexts.push(self.context(argument, sources, condition));
            }
        }
        Ok(contexts)
    }

    fn context(&self, argument: &ContextArgument, sources: Vec<ContextSourceDraft>, condition: &Condition) -> ContextDraft {
        ContextDraft {
            variable: self.context_variable(argument),
            ty: argument.ty.clone(),
            sources,
            condition: condition.clone(),
        }
    }

    /// From the nearest object outwards; `own` begins with the object here and says how many opened subgraphs may be read for it. `None` if not
    /// all objects around set the context.
    fn context_sources(
        &mut self,
        here: &Here,
        own: Option<usize>,
        argument: &ContextArgument,
        condition: &Condition,
    ) -> Result<Option<Vec<ContextSourceDraft>>, PlanError> {
        let mut sources = Vec::new();
        let (mut place, mut levels) = (here.place, 0);
        if let Some(available) = own {
            let types = here.level.runtime.clone();
            if self.context_sources_at(here, available, 0, argument, &types, condition, &mut sources)? {
                return Ok(Some(sources));
            }
        }
        loop {
            let Some(parent) = self.draft.places[place].parent else {
                return Ok(None);
            };
            levels += 1;
            let scope = self.draft.places[parent].children.iter().find(|child| child.place == place);
            let scope = scope.map_or(Scope::All, |child| child.scope);
            place = parent;
            // Objects inside a `@requires` or a key are not the client's: nothing was asked of them for contexts.
            let Some(around) = self.filled.get(&place).cloned() else { continue };
            let types = match scope {
                Scope::Type(ty) => vec![ty],
                Scope::All => around.level.runtime.clone(),
            };
            let available = around.level.open.len();
            if self.context_sources_at(&around, available, levels, argument, &types, condition, &mut sources)? {
                return Ok(Some(sources));
            }
        }
    }

    /// Adds what is read at one object; tells whether all its types set the context.
    #[allow(clippy::too_many_arguments)] // One place, one argument, and the list it adds to.
    fn context_sources_at(
        &mut self,
        around: &Here,
        available: usize,
        levels: u32,
        argument: &ContextArgument,
        types: &[TypeId],
        condition: &Condition,
        sources: &mut Vec<ContextSourceDraft>,
    ) -> Result<bool, PlanError> {
        let mut setting = 0;
        for (setter, (selection, setting_types)) in setters(self.draft.supergraph, argument, types) {
            setting += setting_types.len();
            let set = self.solver.needs.field_set(setter, selection);
            for scope in scopes_of(&around.level, &setting_types) {
                let source = self.context_source(around, available, scope, set, condition)?;
                sources.push(ContextSourceDraft { levels, setter, ..source });
            }
        }
        Ok(setting == types.len())
    }

    fn context_source(
        &mut self,
        around: &Here,
        available: usize,
        scope: Scope,
        set: SetId,
        condition: &Condition,
    ) -> Result<ContextSourceDraft, PlanError> {
        let (mut fields, mut depends) = (Vec::new(), BTreeSet::new());
        self.represent(around, scope, set, available, condition, false, &mut fields, &mut depends)?;
        let types = match scope {
            Scope::All => None,
            Scope::Type(ty) => Some(vec![ty]),
        };
        let mut typename = Vec::new();
        if types.is_some() || fields.iter().any(|field| field.types.is_some()) {
            typename = self.discriminators(around, available, condition)?;
        }
        depends.extend(typename.iter().map(|read| read.fetch));
        Ok(ContextSourceDraft {
            place: around.place,
            levels: 0,
            setter: around.level.runtime.first().copied().unwrap_or(self.draft.supergraph.query),
            types,
            typename,
            fields,
            depends,
        })
    }
}
