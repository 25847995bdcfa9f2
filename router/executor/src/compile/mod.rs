//! From a plan to a [`Compiled`] operation.
//!
//! Every provider is resolved here to a visitor and a cell, so that running a request looks nothing up by name.

mod input;
mod layout;
mod nodes;

use std::collections::HashMap;
use std::sync::Arc;

use bytes::Bytes;
use router_graph::{OperationKind, Supergraph, TypeId};
use router_planner::plan::{Fetch, FetchKind, PlaceId, Plan, Provider};

use crate::json::push_string;
use crate::program::{
    ByVisit, ClientKey, Compiled, EntityProgram, FetchProgram, ParentField, PlaceProgram, Source, Visitor, Vocabulary, Way,
};
use crate::shape::{FetchSet, TypeSet};
use layout::Layout;

/// A plan that does not hold together.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CompileError {
    /// A provider names a key that its fetch does not ask at that place.
    #[error("fetch {fetch} has no key \"{key}\" at place {place}")]
    UnknownProvider {
        /// Index of the fetch.
        fetch: u32,
        /// The response key.
        key: String,
        /// Index of the place.
        place: u32,
    },
    /// A fetch or a condition names a variable that the operation does not declare.
    #[error("the variable ${0} is not declared")]
    UnknownVariable(String),
}

impl Compiled {
    /// Compiles a plan. `vocabulary` must come from the same supergraph.
    pub fn new(plan: &Plan, supergraph: &Supergraph, vocabulary: Arc<Vocabulary>) -> Result<Self, CompileError> {
        Compiler::new(plan, supergraph, vocabulary).compile()
    }
}

pub(crate) struct Compiler<'a> {
    plan: &'a Plan,
    supergraph: &'a Supergraph,
    vocabulary: Arc<Vocabulary>,
    layouts: Vec<Layout>,
    places: Vec<PlaceProgram>,
    client_keys: ByVisit<ClientKey>,
}

impl<'a> Compiler<'a> {
    fn new(plan: &'a Plan, supergraph: &'a Supergraph, vocabulary: Arc<Vocabulary>) -> Self {
        let layouts = plan.fetches.iter().map(|fetch| Layout::new(plan, fetch, &vocabulary)).collect();
        Self {
            plan,
            supergraph,
            vocabulary,
            layouts,
            places: Vec::new(),
            client_keys: HashMap::new(),
        }
    }

    fn compile(mut self) -> Result<Compiled, CompileError> {
        let plan = self.plan;
        self.places()?;
        let variables = input::variable_program(&plan.variables, self.supergraph);
        let mut fetches = Vec::with_capacity(plan.fetches.len());
        for fetch in &plan.fetches {
            fetches.push(self.fetch(fetch)?);
        }
        for fetch in &plan.fetches {
            for prerequisite in &fetch.depends {
                fetches[prerequisite.index()].dependents.push(fetch.id.0);
            }
        }
        let nodes = nodes::response(&mut self)?;
        let conditions = plan
            .conditions
            .iter()
            .map(|condition| {
                let literals = condition.conjunctions();
                literals
                    .map(|conjunction| {
                        conjunction
                            .iter()
                            .map(|literal| Ok((self.variable(&literal.variable)?, literal.expected)))
                            .collect()
                    })
                    .collect()
            })
            .collect::<Result<_, CompileError>>()?;
        let mut child_places: ByVisit<u32> = HashMap::new();
        for (number, place) in plan.places.iter().enumerate() {
            for source in &place.sources {
                let parent = place.parent.unwrap_or(PlaceId::ROOT);
                child_places
                    .entry((parent.0, source.fetch.0))
                    .or_default()
                    .push((source.key.clone(), number as u32));
            }
        }
        for (fetch, layout) in fetches.iter_mut().zip(self.layouts) {
            fetch.shape = layout.shape;
        }
        Ok(Compiled {
            kind: plan.kind,
            vocabulary: self.vocabulary,
            fetches,
            places: self.places,
            conditions,
            nodes,
            variables,
            client_keys: self.client_keys,
            child_places,
        })
    }

    fn variable(&self, name: &str) -> Result<usize, CompileError> {
        let found = self.plan.variables.iter().position(|variable| *variable.name == *name);
        found.ok_or_else(|| CompileError::UnknownVariable(name.to_owned()))
    }

    /// Who visits each place, and how.
    fn places(&mut self) -> Result<(), CompileError> {
        let plan = self.plan;
        for (number, place) in plan.places.iter().enumerate() {
            let number = number as u32;
            let mut visitors: Vec<Visitor> = Vec::new();
            for provider in &place.sources {
                let parent = place.parent.unwrap_or(PlaceId::ROOT);
                let field = ParentField {
                    source: self.source(parent.0, provider)?,
                    types: self.layout(provider).shared_key_types(parent.0, &provider.key, number),
                };
                let fetch = provider.fetch.0;
                match visitors.iter_mut().find(|visitor| visitor.fetch == fetch) {
                    Some(Visitor {
                        way: Way::Fields { fields, .. },
                        ..
                    }) => fields.push(field),
                    _ => {
                        let Some((object, overlay_base)) = self.layout(provider).object(number) else {
                            return Err(unknown(parent.0, provider));
                        };
                        visitors.push(Visitor {
                            fetch,
                            object,
                            way: Way::Fields {
                                fields: vec![field],
                                overlay_base,
                            },
                        });
                    }
                }
            }
            let mut slot = 0;
            for fetch in plan.fetches.iter().filter(|fetch| fetch.place.0 == number) {
                let object = self.layouts[fetch.id.index()].object(number).map_or(0, |(object, _)| object);
                let way = match fetch.kind {
                    FetchKind::Root(_) => Way::Shared,
                    FetchKind::Entities { .. } => {
                        slot += 1;
                        Way::Attached { slot: slot - 1 }
                    }
                };
                visitors.push(Visitor {
                    fetch: fetch.id.0,
                    object,
                    way,
                });
            }
            self.places.push(PlaceProgram {
                parent: place.parent.map(|parent| parent.0),
                visitors,
                client_keys: Vec::new(),
            });
        }
        Ok(())
    }

    fn layout(&self, provider: &Provider) -> &Layout {
        &self.layouts[provider.fetch.index()]
    }

    /// Resolves a provider at a place.
    fn source(&self, place: u32, provider: &Provider) -> Result<Source, CompileError> {
        let visitors = self
            .places
            .get(place as usize)
            .map(|place| place.visitors.as_slice())
            .unwrap_or_default();
        let visitor = visitors.iter().position(|visitor| visitor.fetch == provider.fetch.0);
        let cell = self.layout(provider).cell(place, &provider.key);
        match (visitor, cell) {
            (Some(visitor), Some(cell)) => Ok(Source {
                visitor: visitor as u32,
                cell,
            }),
            _ => Err(unknown(place, provider)),
        }
    }

    /// The visitors of `place` that the providers of the composite field leading there stand for.
    fn visitors(&self, parent: u32, place: u32, providers: &[Provider]) -> Result<Vec<u32>, CompileError> {
        let visitors = &self.places[place as usize].visitors;
        let mut found = Vec::with_capacity(providers.len());
        for provider in providers {
            let visitor = visitors
                .iter()
                .position(|visitor| visitor.fetch == provider.fetch.0 && matches!(visitor.way, Way::Fields { .. }));
            found.push(visitor.ok_or_else(|| unknown(parent, provider))? as u32);
        }
        Ok(found)
    }

    fn fetch(&mut self, fetch: &'a Fetch) -> Result<FetchProgram, CompileError> {
        let mut template = b"{\"query\":".to_vec();
        push_string(&mut template, &fetch.operation);
        if let Some(name) = &fetch.operation_name {
            template.extend_from_slice(b",\"operationName\":");
            push_string(&mut template, name);
        }
        template.extend_from_slice(b",\"variables\":{");
        let variables = fetch
            .variables
            .iter()
            .map(|name| Ok((key_json(name), self.variable(name)?)))
            .collect::<Result<_, CompileError>>()?;
        let mut ancestors = FetchSet::default();
        ancestors.insert(fetch.id.0);
        let mut waiting: Vec<_> = fetch.depends.clone();
        while let Some(prerequisite) = waiting.pop() {
            if !ancestors.contains(prerequisite.0) {
                ancestors.insert(prerequisite.0);
                waiting.extend(&self.plan.fetches[prerequisite.index()].depends);
            }
        }
        let entities = match &fetch.kind {
            FetchKind::Root(_) => None,
            FetchKind::Entities {
                variable,
                typename,
                representations,
                contexts,
                by_context,
            } => {
                let place = fetch.place.0;
                let slot = self.places[place as usize].visitors.iter().find_map(|visitor| match visitor.way {
                    Way::Attached { slot } if visitor.fetch == fetch.id.0 => Some(slot),
                    _ => None,
                });
                Some(EntityProgram {
                    variable: variable.clone(),
                    slot: slot.unwrap_or(0),
                    // Contexts are read in the enclosing instances, which only a walk knows.
                    recorded: if contexts.is_empty() { self.recorder(fetch) } else { None },
                    typename: typename
                        .iter()
                        .map(|provider| self.source(place, provider))
                        .collect::<Result<_, _>>()?,
                    representations: representations
                        .iter()
                        .map(|representation| input::representation(self, place, representation))
                        .collect::<Result<_, _>>()?,
                    contexts: contexts
                        .iter()
                        .map(|context| input::context(self, context))
                        .collect::<Result<_, _>>()?,
                    by_context: by_context
                        .as_ref()
                        .map(|text| input::by_context(self.supergraph, text, contexts, fetch.operation_name.as_deref())),
                })
            }
        };
        Ok(FetchProgram {
            subgraph: fetch.subgraph,
            service: self.vocabulary.subgraph_name(fetch.subgraph),
            kind: match fetch.kind {
                FetchKind::Root(kind) => kind,
                FetchKind::Entities { .. } => OperationKind::Query,
            },
            shape: Default::default(),
            template: Bytes::from(template),
            variables,
            condition: fetch.condition.map(|bit| bit.0),
            place: fetch.place.0,
            prerequisites: fetch.depends.len() as u32,
            dependents: Vec::new(),
            ancestors,
            entities,
        })
    }

    /// Has the fetch that leads to the entity fetch's place record the instances while it is parsed. With several
    /// sources an instance must be put together from all of them, which only a walk can do.
    fn recorder(&mut self, fetch: &Fetch) -> Option<(u32, u32)> {
        let [
            Visitor {
                fetch: source,
                way: Way::Fields { .. },
                ..
            },
            rest @ ..,
        ] = self.places[fetch.place.index()].visitors.as_slice()
        else {
            return None;
        };
        if rest.iter().any(|visitor| matches!(visitor.way, Way::Fields { .. })) {
            return None;
        }
        let source = *source;
        let list = self.layouts[source as usize].record(fetch.place.0)?;
        Some((source, list))
    }
}

fn unknown(place: u32, provider: &Provider) -> CompileError {
    CompileError::UnknownProvider {
        fetch: provider.fetch.0,
        key: provider.key.to_string(),
        place,
    }
}

fn key_json(name: &str) -> Box<[u8]> {
    let mut json = Vec::with_capacity(name.len() + 3);
    push_string(&mut json, name);
    json.push(b':');
    json.into()
}

fn type_set(types: &[TypeId]) -> TypeSet {
    types.iter().map(|of_type| of_type.0).collect()
}
