//! Subgraphs to one schema. Owns the merge rules, the `join__*` applications and the hints about differences; must not
//! know how the result is printed or whether its operations can be answered.

mod applications;
mod arguments;
mod authorization;
mod composed;
mod demand;
mod directives;
mod enums;
mod fields;
mod inputs;
mod interface_objects;
mod links;
mod overrides;
mod shallow;

pub(crate) use applications::check_applications;
pub(crate) use authorization::check_transitive as check_transitive_authorization;
pub(crate) use links::{Linked, SpecificationLink, link};

use crate::diagnostic::{Code, Report};
use crate::model::{DirectiveUse, FieldDef, HashMap, Kind, Known, Name, RootKind, Schema, Span, TypeDef, TypeRef, Value};
use crate::parse::Subgraph;
use crate::sentence::quoted;
use composed::ComposedDirective;

/// The merged schema with its join applications, and what its schema definition links.
pub(crate) struct Supergraph {
    pub schema: Schema,
    /// Subgraph names and URLs by `join__Graph` value, in subgraph order.
    pub graphs: Vec<Graph>,
    pub links: Vec<SpecificationLink>,
    /// What the schema calls the directives of federation that it carries.
    pub directive_names: HashMap<Known, Name>,
    /// Newest federation minor version of any subgraph.
    pub minor: u32,
}

/// One value of `join__Graph`.
pub(crate) struct Graph {
    pub value: Name,
    pub name: String,
    pub url: String,
}

/// Where an enum is used decides how its values merge.
#[derive(Clone, Copy, Default)]
struct EnumUsage {
    input: bool,
    output: bool,
}

struct Merger<'a, 'r> {
    subgraphs: &'a [Subgraph],
    /// The declarations of each type, in subgraph order.
    declarations: HashMap<Name, Vec<&'a TypeDef>>,
    /// Every `@interfaceObject`, by its interface's name.
    interface_objects: HashMap<Name, Vec<&'a TypeDef>>,
    graphs: Vec<Graph>,
    out: Schema,
    /// What the supergraph calls each composed directive.
    directive_names: HashMap<Known, Name>,
    /// The directives that `@composeDirective` names, and their places in the list by name.
    composed: Vec<ComposedDirective<'a>>,
    composed_by_name: HashMap<Name, usize>,
    enum_usage: HashMap<Name, EnumUsage>,
    report: &'a mut Report<'r>,
}

/// Merges; errors are in the report.
pub(crate) fn merge(subgraphs: &[Subgraph], linked: Linked, report: &mut Report<'_>) -> Supergraph {
    let composed = composed::define(subgraphs, &linked.requested, report);
    let positions = composed.iter().enumerate();
    let mut declarations: HashMap<Name, Vec<&TypeDef>> = HashMap::default();
    let mut interface_objects: HashMap<Name, Vec<&TypeDef>> = HashMap::default();
    for definition in subgraphs.iter().flat_map(|subgraph| subgraph.schema.types.values()) {
        declarations.entry(definition.name.clone()).or_default().push(definition);
        if definition.has(Known::InterfaceObject) {
            interface_objects.entry(definition.name.clone()).or_default().push(definition);
        }
    }
    let mut merger = Merger {
        subgraphs,
        declarations,
        interface_objects,
        graphs: graphs(subgraphs),
        out: Schema::default(),
        directive_names: linked.directive_names,
        composed_by_name: positions.map(|(index, directive)| (directive.name.clone(), index)).collect(),
        composed,
        enum_usage: HashMap::default(),
        report,
    };
    merger.shallow_types();
    merger.implements_and_members();
    merger.schema_definition();
    merger.interface_keys();
    merger.inputs();
    merger.composites(Kind::Interface);
    merger.composites(Kind::Object);
    merger.composed_definitions();
    merger.executable_directives();
    merger.enums();
    merger.roots();
    merger.interface_object_fields();
    merger.propagate_authorization();
    merger.arrange(&linked.links);
    Supergraph {
        schema: merger.out,
        graphs: merger.graphs,
        links: linked.links,
        directive_names: merger.directive_names,
        minor: linked.minor,
    }
}

/// `join__Graph` values: upper case, other characters as `_`; those that clash are numbered in subgraph order.
fn graphs(subgraphs: &[Subgraph]) -> Vec<Graph> {
    let mut clashing: HashMap<String, usize> = HashMap::default();
    for subgraph in subgraphs {
        *clashing.entry(graph_value(&subgraph.name)).or_default() += 1;
    }
    let mut numbers: HashMap<String, usize> = HashMap::default();
    let graph = |subgraph: &Subgraph| {
        let mut value = graph_value(&subgraph.name);
        if clashing[&value] > 1 {
            let number = numbers.entry(value.clone()).or_default();
            *number += 1;
            // No name ends in a digit after `_` of its own.
            value = format!("{value}_{number}");
        }
        Graph {
            value: value.into(),
            name: subgraph.name.clone(),
            url: subgraph.url.clone(),
        }
    };
    subgraphs.iter().map(graph).collect()
}

fn graph_value(name: &str) -> String {
    let upper = |character: char| {
        if character.is_ascii_alphanumeric() {
            character.to_ascii_uppercase()
        } else {
            '_'
        }
    };
    let mut value: String = name.chars().map(upper).collect();
    if value.starts_with(|first: char| first.is_ascii_digit()) {
        value.insert(0, '_');
    }
    let without_number = value.trim_end_matches(|last: char| last.is_ascii_digit());
    if without_number.len() < value.len() && without_number.ends_with('_') {
        value.push('_');
    }
    value
}

impl<'a> Merger<'a, '_> {
    /// The type of that name in each subgraph that has it, in subgraph order.
    fn sources(&self, name: &str) -> Vec<&'a TypeDef> {
        self.declarations.get(name).cloned().unwrap_or_default()
    }

    fn names_of(&self, kind: Kind) -> Vec<Name> {
        self.out
            .types
            .values()
            .filter(|definition| definition.kind == kind)
            .map(|definition| definition.name.clone())
            .collect()
    }

    fn subgraph_name(&self, index: usize) -> &'a str {
        &self.subgraphs[index].name
    }

    /// `"a", "b" and "c"` of subgraph indexes.
    fn list(&self, indexes: impl IntoIterator<Item = usize>) -> String {
        quoted(indexes.into_iter().map(|index| self.subgraph_name(index)))
    }

    fn graph_argument(&self, index: usize) -> (&'static str, Value) {
        ("graph", Value::Enum(self.graphs[index].value.clone()))
    }

    fn join(&self, name: &str, index: usize, mut rest: Vec<(&str, Value)>) -> DirectiveUse {
        let mut arguments = vec![self.graph_argument(index)];
        arguments.append(&mut rest);
        DirectiveUse::made(name, None, arguments)
    }

    fn note_output(&mut self, ty: &TypeRef) {
        self.enum_usage.entry(ty.base().clone()).or_default().output = true;
    }

    fn note_input(&mut self, ty: &TypeRef) {
        self.enum_usage.entry(ty.base().clone()).or_default().input = true;
    }

    /// Most frequent non-empty description, the first on ties; a hint if several differ.
    fn description<'d>(&mut self, subject: &str, descriptions: impl Iterator<Item = (Span, Option<&'d str>)>) -> Option<String> {
        let mut counts: Vec<(&str, usize, Span)> = Vec::new();
        for (span, description) in descriptions {
            let Some(text) = description.filter(|text| !text.is_empty()) else {
                continue;
            };
            match counts.iter_mut().find(|(known, ..)| *known == text) {
                Some((_, count, _)) => *count += 1,
                None => counts.push((text, 1, span)),
            }
        }
        let most = counts.iter().map(|(_, count, _)| *count).max()?;
        if counts.len() > 1 {
            let spans: Vec<Span> = counts.iter().map(|(.., span)| *span).collect();
            self.report.hint(
                Code::InconsistentDescription,
                format!("{subject} is described differently by its subgraphs; the most frequent text is kept."),
                &spans,
                "Write the same description everywhere, or in one subgraph only.",
            );
        }
        counts
            .into_iter()
            .find(|(_, count, _)| *count == most)
            .map(|(text, ..)| text.to_string())
    }

    fn schema_definition(&mut self) {
        let subgraphs = self.subgraphs;
        let descriptions = subgraphs
            .iter()
            .map(|subgraph| (Span::whole(subgraph.index), subgraph.schema.description.as_deref()));
        self.out.description = self.description("The schema", descriptions);
        let lists: Vec<&[DirectiveUse]> = subgraphs.iter().map(|subgraph| subgraph.schema.directives.as_slice()).collect();
        self.out.directives = self.carried(lists.iter().copied());
        let mut merged = self.directives("The schema", &lists);
        self.out.directives.append(&mut merged);
    }

    /// Puts the applications on each element into the order of printed supergraphs.
    fn arrange(&mut self, links: &[SpecificationLink]) {
        let specifications = links.iter().filter_map(SpecificationLink::specification);
        let demanding: Vec<Known> = specifications
            .flat_map(|specification| specification.directives)
            .filter(|known| known.is_authorization())
            .copied()
            .collect();
        // What fields and interfaces demand may come from elsewhere, and then stands before what they say themselves.
        let rank = |application: &DirectiveUse, may_inherit: bool| match (application.known, &*application.name) {
            (None, "join__implements") => 0,
            (None, "join__type") => 1,
            (Some(Known::Inaccessible), _) => 2,
            (None, "join__unionMember" | "join__enumValue") => 3,
            (None, "join__field") if !application.arguments.is_empty() => 3,
            (None, "join__directive") => 4,
            // What only interface objects resolve is marked last.
            (None, "join__field") => usize::MAX,
            (Some(known), _) if may_inherit && known.is_authorization() => {
                5 + demanding.iter().position(|other| *other == known).unwrap_or(demanding.len())
            }
            _ => 6 + demanding.len(),
        };
        for definition in self.out.types.values_mut() {
            let is_interface = definition.kind == Kind::Interface;
            definition.directives.sort_by_key(|application| rank(application, is_interface));
            for field in definition.fields.values_mut() {
                field.directives.sort_by_key(|application| rank(application, true));
                for argument in field.arguments.values_mut() {
                    argument.directives.sort_by_key(|application| rank(application, false));
                }
            }
            for input in definition.inputs.values_mut() {
                input.directives.sort_by_key(|application| rank(application, false));
            }
            for value in definition.values.values_mut() {
                value.directives.sort_by_key(|application| rank(application, false));
            }
        }
        for argument in self
            .out
            .directive_defs
            .values_mut()
            .flat_map(|definition| definition.arguments.values_mut())
        {
            argument.directives.sort_by_key(|application| rank(application, false));
        }
    }

    fn roots(&mut self) {
        let is_empty = |definition: &TypeDef| definition.kind == Kind::Object && definition.fields.is_empty();
        self.out.types.retain(|_, definition| !is_empty(definition));
        for kind in RootKind::ALL {
            let root = self.out.types.get(kind.type_name());
            if root.is_some_and(|definition| definition.kind == Kind::Object) {
                self.out.roots.insert(kind, (kind.type_name().into(), None));
            }
        }
        if !self.out.roots.contains_key(&RootKind::Query) {
            let spans: Vec<Span> = self.subgraphs.iter().map(|subgraph| Span::whole(subgraph.index)).collect();
            self.report.error(
                Code::NoQueries,
                "No subgraph has a query field, and a schema needs at least one.",
                &spans,
                "Add a field to type Query in some subgraph.",
            );
        }
    }

    /// The fields by which subgraphs answer for `field` of `parent` through an `@interfaceObject`, lacking the type
    /// itself; a subgraph with several such interfaces of the type has several.
    fn stand_ins(&self, parent: &str, field: &str) -> Vec<&'a FieldDef> {
        let interfaces = self.out.types.get(parent).filter(|_| !self.interface_objects.is_empty());
        let interfaces = interfaces.into_iter().flat_map(|parent| parent.implements.keys());
        let objects = interfaces.filter_map(|interface| self.interface_objects.get(interface)).flatten();
        let mut found: Vec<&'a FieldDef> = objects
            .filter(|object| !self.subgraphs[object.span.subgraph as usize].schema.types.contains_key(parent))
            .filter_map(|object| object.fields.get(field))
            .collect();
        found.sort_by_key(|stand_in| stand_in.span.subgraph);
        found
    }
}
