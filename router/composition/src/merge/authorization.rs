//! What callers must have: carried from objects to interfaces and from interface objects to implementations, and
//! demanded of every field that reads protected fields through `@requires` or a context.

use super::demand::{Demand, demand_argument};
use super::{Merger, Supergraph};
use crate::diagnostic::{Code, Report};
use crate::model::{DirectiveUse, FieldDef, HashMap, Kind, Known, Name, Schema, Selection, Span, TypeDef, uses};
use crate::parse::Subgraph;
use indexmap::IndexMap;

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
                Known::RequiresScopes if self.scopes.is_said() => {
                    vec![("scopes", self.scopes.value())]
                }
                Known::Policy if self.policies.is_said() => {
                    vec![("policies", self.policies.value())]
                }
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
                .filter(|field| {
                    field
                        .directives
                        .iter()
                        .any(|application| application.known.is_some_and(Known::is_authorization))
                })
                .map(|field| (field.name.clone(), Demands::read(&field.directives)))
                .collect();
            for implementation in self.out.possible_types(interface) {
                for (field, _) in &own {
                    self.hint_pushed_demands(interface, &implementation, field);
                }
                for (field, demands) in &own {
                    if let Some(field) = self.out.types[&implementation].fields.get_mut(field) {
                        let together = Demands::read(&field.directives).and(demands.clone());
                        together.write(&mut field.directives, &self.directive_names);
                    }
                }
            }
        }
        for interface in &interfaces {
            self.hint_different_demands(interface);
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

impl Merger<'_, '_> {
    /// Says so where an interface object gives a field other scopes or policies than the implementation's field has itself.
    fn hint_pushed_demands(&mut self, interface: &Name, implementation: &Name, field: &Name) {
        let types = &self.out.types;
        let Some(own) = types[implementation].fields.get(field) else {
            return;
        };
        let given = &types[interface].fields[field];
        for known in [Known::RequiresScopes, Known::Policy] {
            if let (Some(one), Some(two)) = (own.find(known), given.find(known))
                && !one.is_same_application(two)
            {
                self.report.hint(
                    Code::MergedNonRepeatableDirectiveArguments,
                    format!(
                        "\"{implementation}.{field}\" has @{} with other arguments than \"{interface}.{field}\"; the demands of both are put \
                         together.",
                        known.name()
                    ),
                    &[one.span, two.span],
                    "Write the same arguments everywhere.",
                );
            }
        }
    }

    /// Says so where an interface or a field of it gets different scopes or policies from its implementations.
    fn hint_different_demands(&mut self, interface: &Name) {
        let implementations = self.out.possible_types(interface);
        let mut found: Vec<(String, Known, Vec<Span>)> = Vec::new();
        let mut note = |subject: String, lists: &[&[DirectiveUse]]| {
            for known in [Known::RequiresScopes, Known::Policy] {
                let applications: Vec<&DirectiveUse> = lists.iter().flat_map(|list| uses(list, known)).collect();
                if let Some((first, rest)) = applications.split_first()
                    && rest.iter().any(|other| !other.is_same_application(first))
                {
                    let spans = applications.iter().map(|application| application.span).collect();
                    found.push((subject.clone(), known, spans));
                }
            }
        };
        let of_types: Vec<&[DirectiveUse]> = implementations.iter().map(|name| &*self.out.types[name].directives).collect();
        note(format!("\"{interface}\""), &of_types);
        for field in self.out.types[interface].fields.keys() {
            let fields = implementations.iter().filter_map(|name| self.out.types[name].fields.get(field));
            let of_fields: Vec<&[DirectiveUse]> = fields.map(|field| &*field.directives).collect();
            note(format!("\"{interface}.{field}\""), &of_fields);
        }
        for (subject, known, spans) in found {
            self.report.hint(
                Code::MergedNonRepeatableDirectiveArguments,
                format!(
                    "{subject} gets @{} with different arguments from its implementations; the demands of all are put together.",
                    known.name()
                ),
                &spans,
                "Write the same arguments everywhere.",
            );
        }
    }
}

/// MISSING_TRANSITIVE_AUTH_REQUIREMENTS: a field with `@requires` or `@fromContext` demands at least what everything
/// demands that it reads by them.
pub(crate) fn check_transitive(subgraphs: &[Subgraph], supergraph: &Supergraph, report: &mut Report<'_>) {
    let schema = &supergraph.schema;
    if DEMANDING.iter().all(|known| !supergraph.directive_names.contains_key(known)) {
        return;
    }
    for subgraph in subgraphs {
        for definition in subgraph.schema.types.values() {
            for field in definition.fields.values() {
                let requires = field.find(Known::Requires);
                if requires.is_none() && field.contextual().next().is_none() {
                    continue;
                }
                let demands = of_type(schema, &definition.name).and(of_field(schema, &definition.name, &field.name));
                let reader = Reader {
                    supergraph: schema,
                    local: &subgraph.schema,
                    demands,
                };
                reader.check(definition, field, requires, report);
            }
        }
    }
}

fn of_type(schema: &Schema, name: &str) -> Demands {
    schema
        .types
        .get(name)
        .map_or_else(Demands::default, |ty| Demands::read(&ty.directives))
}

fn of_field(schema: &Schema, parent: &str, field: &str) -> Demands {
    let field = schema.types.get(parent).and_then(|ty| ty.fields.get(field));
    field.map_or_else(Demands::default, |field| Demands::read(&field.directives))
}

/// A field that reads others, with what it demands itself.
struct Reader<'a> {
    supergraph: &'a Schema,
    /// The subgraph whose field it is.
    local: &'a Schema,
    demands: Demands,
}

impl Reader<'_> {
    fn check(&self, definition: &TypeDef, field: &FieldDef, requires: Option<&DirectiveUse>, report: &mut Report<'_>) {
        let mut refuse = |unmet: &[String], how: &str, span: Span| {
            report.error(
                Code::MissingTransitiveAuthRequirements,
                format!(
                    "\"{}.{}\" reads {} by {how}, but does not demand of the caller what that demands.",
                    definition.name,
                    field.name,
                    unmet.join(", ")
                ),
                &[field.span, span],
                "Put the same @authenticated, @requiresScopes or @policy on it.",
            );
        };
        if let Some(requires) = requires
            && let Some(set) = requires.field_set()
        {
            let mut unmet = Vec::new();
            self.read(&definition.name, &set.merged().selections, &mut unmet);
            if !unmet.is_empty() {
                refuse(&unmet, "@requires", requires.span);
            }
        }
        for (argument, from) in field.contextual() {
            let setting = self
                .local
                .types
                .values()
                .filter(|ty| ty.contexts().any(|name| name == &*from.context));
            for setter in setting {
                let mut unmet = Vec::new();
                if !self.demands.implies(&of_type(self.supergraph, &setter.name)) {
                    unmet.push(format!("\"{}\"", setter.name));
                }
                self.read(&setter.name, &from.set.selections, &mut unmet);
                if !unmet.is_empty() {
                    refuse(&unmet, &format!("the context \"{}\"", from.context), argument.span);
                }
            }
        }
    }

    /// Collects what demands more than the reading field does.
    fn read(&self, parent: &Name, selections: &[Selection], unmet: &mut Vec<String>) {
        for selection in selections {
            match selection {
                Selection::Inline { condition, selections, .. } => {
                    let target = condition.as_ref().filter(|condition| self.local.types.contains_key(*condition));
                    if let Some(condition) = target
                        && !self.demands.implies(&of_type(self.supergraph, condition))
                    {
                        unmet.push(format!("\"{condition}\""));
                    }
                    self.read(target.unwrap_or(parent), selections, unmet);
                }
                Selection::Field { name, selections, .. } => {
                    let Some(field) = self.local.types.get(parent).and_then(|parent| parent.fields.get(name)) else {
                        continue;
                    };
                    let base = field.ty.base();
                    let wanted = of_field(self.supergraph, parent, name).and(of_type(self.supergraph, base));
                    if !self.demands.implies(&wanted) {
                        unmet.push(format!("\"{parent}.{name}\""));
                    }
                    self.read(base, selections, unmet);
                }
            }
        }
    }
}
