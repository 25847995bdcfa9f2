//! What callers must have: carried from objects to interfaces and from interface objects to implementations, and
//! demanded of every field that reads protected fields through `@requires`.

use super::directives::{Demand, demand_argument};
use super::{Merger, Supergraph};
use crate::diagnostic::{Code, Report};
use crate::model::{DirectiveUse, Kind, Known, Name, Schema, TypeDef, uses};
use crate::parse::Subgraph;
use crate::validate::{key_set, walk};
use indexmap::IndexMap;
use std::collections::HashMap;

const DEMANDING: [Known; 3] = [Known::Authenticated, Known::RequiresScopes, Known::Policy];

/// The demands of one element or of several together.
#[derive(Clone, Default)]
struct Demands {
    authenticated: bool,
    scopes: Demand,
    policies: Demand,
}

impl Demands {
    fn read(list: &[DirectiveUse]) -> Self {
        let demand = |known: Known| {
            let argument = demand_argument(known);
            uses(list, known)
                .filter_map(|application| application.argument(argument))
                .map(Demand::read)
                .next()
        };
        Demands {
            authenticated: uses(list, Known::Authenticated).next().is_some(),
            scopes: demand(Known::RequiresScopes).unwrap_or_default(),
            policies: demand(Known::Policy).unwrap_or_default(),
        }
    }

    fn and(self, other: Self) -> Self {
        Demands {
            authenticated: self.authenticated || other.authenticated,
            scopes: self.scopes.and(other.scopes),
            policies: self.policies.and(other.policies),
        }
    }

    fn implies(&self, other: &Self) -> bool {
        (self.authenticated || !other.authenticated) && self.scopes.implies(&other.scopes) && self.policies.implies(&other.policies)
    }

    fn write(&self, list: &mut Vec<DirectiveUse>, names: &HashMap<Known, Name>) {
        for known in DEMANDING {
            let arguments = match known {
                Known::Authenticated if self.authenticated => Vec::new(),
                Known::RequiresScopes if self.scopes != Demand::default() => vec![("scopes", self.scopes.value())],
                Known::Policy if self.policies != Demand::default() => vec![("policies", self.policies.value())],
                _ => continue,
            };
            match list.iter_mut().find(|application| application.known == Some(known)) {
                Some(existing) if known != Known::Authenticated => {
                    let made = DirectiveUse::made(&existing.name, Some(known), arguments);
                    existing.arguments = made.arguments;
                }
                Some(_) => {}
                None => {
                    let name = names.get(&known).map_or(known.name(), |name| name);
                    list.push(DirectiveUse::made(name, Some(known), arguments));
                }
            }
        }
    }
}

impl Merger<'_, '_> {
    /// Down from interface-object fields to implementations, then up from objects and their fields to interfaces.
    pub(super) fn propagate_authorization(&mut self) {
        if DEMANDING.iter().all(|known| !self.directive_names.contains_key(known)) {
            return;
        }
        let interfaces = self.names_of(Kind::Interface);
        for interface in &interfaces {
            let own: Vec<(Name, Demands)> = self.out.types[interface]
                .fields
                .values()
                .filter(|field| field.directives.iter().any(|use_| use_.known.is_some_and(Known::is_authorization)))
                .map(|field| (field.name.clone(), Demands::read(&field.directives)))
                .collect();
            for implementation in self.out.possible_types(interface) {
                for (field, demands) in &own {
                    if let Some(field) = self.out.types[&implementation].fields.get_mut(field) {
                        let together = Demands::read(&field.directives).and(demands.clone());
                        together.write(&mut field.directives, &self.directive_names);
                    }
                }
            }
        }
        for interface in &interfaces {
            let mut of_type = Demands::default();
            let mut of_fields: IndexMap<Name, Demands> = IndexMap::new();
            for implementation in self.out.possible_types(interface) {
                let implementation: &TypeDef = &self.out.types[&implementation];
                of_type = of_type.and(Demands::read(&implementation.directives));
                for name in self.out.types[interface].fields.keys() {
                    if let Some(field) = implementation.fields.get(name) {
                        let demands = of_fields.entry(name.clone()).or_default();
                        *demands = std::mem::take(demands).and(Demands::read(&field.directives));
                    }
                }
            }
            let definition = &mut self.out.types[interface];
            of_type.write(&mut definition.directives, &self.directive_names);
            for (name, demands) in of_fields {
                demands.write(&mut definition.fields[&name].directives, &self.directive_names);
            }
        }
    }
}

/// MISSING_TRANSITIVE_AUTH_REQUIREMENTS: a field with `@requires` demands at least what the fields it reads demand.
pub(crate) fn check_transitive(subgraphs: &[Subgraph], supergraph: &Supergraph, report: &mut Report<'_>) {
    let schema = &supergraph.schema;
    if supergraph.links.iter().all(|link| !link.known.is_authorization()) {
        return;
    }
    let of_type = |name: &str| {
        schema
            .types
            .get(name)
            .map_or_else(Demands::default, |ty| Demands::read(&ty.directives))
    };
    let of_field = |schema: &Schema, parent: &str, field: &str| {
        let field = schema.types.get(parent).and_then(|ty| ty.fields.get(field));
        field.map_or_else(Demands::default, |field| Demands::read(&field.directives))
    };
    for subgraph in subgraphs {
        for definition in subgraph.schema.types.values() {
            for field in definition.fields.values() {
                let Some(requires) = field.find(Known::Requires) else { continue };
                let Some(set) = key_set(requires) else { continue };
                let own = of_type(&definition.name).and(of_field(schema, &definition.name, &field.name));
                let mut unmet = Vec::new();
                let _ = walk(&subgraph.schema, &set, &definition.name, &mut |parent, selected, _| {
                    let mut wanted = of_field(schema, &parent.name, &selected.name).and(of_type(selected.ty.base()));
                    if parent.name != definition.name {
                        wanted = wanted.and(of_type(&parent.name));
                    }
                    if !own.implies(&wanted) {
                        unmet.push(format!("{}.{}", parent.name, selected.name));
                    }
                });
                if !unmet.is_empty() {
                    report.error(
                        Code::MissingTransitiveAuthRequirements,
                        format!(
                            "\"{}.{}\" reads {} by @requires, but does not demand of the caller what that demands.",
                            definition.name,
                            field.name,
                            unmet.join(", ")
                        ),
                        &[field.span],
                        "Put the same @authenticated, @requiresScopes or @policy on it.",
                    );
                }
            }
        }
    }
}
