//! Why a step of an operation can not be taken, in words: what keeps each subgraph from helping, where, and what to
//! change. Must not know how failures are found.

use super::operation::example;
use super::search::{Obstacle, Search};
use super::standing::Standing;
use super::subgraphs::{FieldId, GraphId, LocalId, TypeId};
use super::walk::{Cause, Excess, Failure, MAX_OPEN_WAYS, Mutation, Step};
use crate::diagnostic::{Code, Report};
use crate::model::{DirectiveUse, FieldDef, Known, Name, Schema, Span, TypeDef};
use crate::parse::Subgraph;
use crate::sentence::{listed, quoted};
use std::collections::BTreeSet;

/// How many failures are shown of each subgraph that a mutation could be called in.
const MAX_SHOWN: usize = 3;

/// Tells what the walk found.
pub(super) struct Explain<'a, 'r, 's> {
    pub search: Search<'a>,
    pub sources: &'a [Subgraph],
    pub api: &'a Schema,
    pub report: &'r mut Report<'s>,
}

/// What was found out about one failure.
#[derive(Default)]
struct Why {
    /// One line per subgraph.
    lines: Vec<String>,
    /// Most telling place first.
    spans: Vec<Span>,
    /// What to change, most promising first.
    helps: Vec<String>,
}

impl Why {
    fn say(&mut self, subgraph: &str, reason: String) {
        self.lines.push(format!("- \"{subgraph}\": {reason}."));
    }
}

impl<'a> Explain<'a, '_, '_> {
    pub fn failure(&mut self, failure: &Failure) {
        let why = self.why(failure);
        let operation = example(&self.search.map.subgraphs, self.api, &failure.path, 1);
        let subject = self.subject(failure.path.step);
        match &failure.cause {
            Cause::NoWay(_) => self.report.error(
                Code::SatisfiabilityError,
                format!(
                    "This operation cannot be answered:\n{operation}because {subject}:\n{}",
                    why.lines.join("\n")
                ),
                &why.spans,
                &self.help(&why),
            ),
            Cause::NeverSameType(sets) => {
                let each = self.each_type(sets);
                self.report.error(
                    Code::ShareableHasMismatchedRuntimeTypes,
                    format!(
                        "This operation means something else in each subgraph:\n{operation}because {} is shared, but is {each}: never the \
                         same.",
                        self.coordinate(failure.path.step)
                    ),
                    &why.spans,
                    "Declare the same implementations or members in each of them, or do not share the field.",
                );
            }
        }
    }

    /// One error for a mutation field that can be called in several subgraphs, none of which can answer alone.
    pub fn mutation(&mut self, mutation: &Mutation) {
        let mut text = String::new();
        let mut all = Why::default();
        for (graph, failures) in &mutation.failures {
            text.push_str(&format!("Called in \"{}\":\n", self.name(*graph)));
            for failure in failures.iter().take(MAX_SHOWN) {
                let why = self.why(failure);
                let operation = example(&self.search.map.subgraphs, self.api, &failure.path, 1);
                text.push_str(&format!(
                    "{operation}  because {}:\n  {}\n",
                    self.subject(failure.path.step),
                    why.lines.join("\n  ")
                ));
                all.spans.extend(why.spans);
            }
            if failures.len() > MAX_SHOWN {
                text.push_str(&format!("  ... and {} more.\n", failures.len() - MAX_SHOWN));
            }
        }
        let mut seen = BTreeSet::new();
        all.spans.retain(|span| seen.insert(*span));
        self.report.error(
            Code::SatisfiabilityError,
            format!(
                "{} is called in one subgraph only, so one of them must be able to answer all that can be selected behind it, but none can.\n{}",
                self.coordinate(mutation.path.step),
                text.trim_end()
            ),
            &all.spans,
            "Make one of the subgraphs complete: by keys that lead to what it lacks, or by resolving it there.",
        );
    }

    /// The error for graphs that can not be checked within bounds.
    pub fn excess(&mut self, excess: &Excess) {
        let message = match excess {
            Excess::Ways(path) => format!(
                "At this operation\n{}more than {MAX_OPEN_WAYS} ways through the subgraphs are open at once, too many to check that all \
                 operations can be answered.",
                example(&self.search.map.subgraphs, self.api, path, 1)
            ),
            Excess::Steps => {
                "There are too many orders in which keys and required fields of the subgraphs could be obtained to check that all \
                              operations can be answered."
                    .to_string()
            }
        };
        let mut spans = match excess {
            Excess::Ways(path) => self.spans_of_field(path.step, 0..self.sources.len() as GraphId),
            Excess::Steps => Vec::new(),
        };
        if spans.is_empty() {
            spans.extend((0..self.sources.len()).map(Span::whole));
        }
        self.report.error(
            Code::MaxValidationSubgraphPathsExceeded,
            message,
            &spans,
            "Let fewer subgraphs share fields that lead from entity to entity, and give each entity one key that all its subgraphs have.",
        );
    }

    /// The hint for shared fields whose subgraphs know different types.
    pub fn differing_types(&mut self, parent: TypeId, field: FieldId, sets: &[(GraphId, Vec<TypeId>)]) {
        let step = Step::Field { parent, field };
        let each = self.each_type(sets);
        let spans = self.spans_of_field(step, sets.iter().map(|(graph, _)| *graph));
        self.report.hint(
            Code::InconsistentRuntimeTypesForShareableReturn,
            format!("{} is shared, but is {each}.", self.coordinate(step)),
            &spans,
            "Make sure that every subgraph answers with a type that all of them know.",
        );
    }

    fn help(&self, why: &Why) -> String {
        match why.helps.first() {
            Some(first) => first.clone(),
            None => "Let a subgraph that is reached there resolve it, or mark the field @inaccessible.".to_string(),
        }
    }

    fn name(&self, graph: GraphId) -> &'a str {
        &self.sources[graph as usize].name
    }

    fn names(&self, graphs: &BTreeSet<GraphId>) -> String {
        quoted(graphs.iter().map(|graph| self.name(*graph)))
    }

    fn coordinate(&self, step: Step) -> String {
        let subgraphs = &self.search.map.subgraphs;
        match step {
            Step::Root(kind) => kind.keyword().to_string(),
            Step::Condition(ty) => format!("\"{}\"", subgraphs.type_name(ty)),
            Step::Field { parent, field } => format!("\"{}.{}\"", subgraphs.type_name(parent), subgraphs.fields.get(field)),
        }
    }

    fn subject(&self, step: Step) -> String {
        match step {
            Step::Condition(_) => format!("nobody can tell there whether an object is a {}", self.coordinate(step)),
            _ => format!("no subgraph can answer {} there", self.coordinate(step)),
        }
    }

    fn each_type(&self, sets: &[(GraphId, Vec<TypeId>)]) -> String {
        let each = sets.iter().map(|(graph, types)| {
            let mut names: Vec<String> = types
                .iter()
                .map(|ty| format!("\"{}\"", self.search.map.subgraphs.type_name(*ty)))
                .collect();
            names.sort();
            let types = if types.is_empty() {
                "nothing".to_string()
            } else {
                listed(names, "or")
            };
            format!("{types} in \"{}\"", self.name(*graph))
        });
        listed(each, "and")
    }

    fn definition(&self, local: LocalId) -> Option<&'a TypeDef> {
        let local = &self.search.map.subgraphs.locals[local as usize];
        let name = self.search.map.subgraphs.type_name(local.ty);
        self.sources[local.graph as usize].schema.types.get(name)
    }

    fn declared(&self, local: LocalId, field: FieldId) -> Option<&'a FieldDef> {
        let name: &Name = self.search.map.subgraphs.fields.get(field);
        self.definition(local)?.fields.get(name)
    }

    fn spans_of_field(&self, step: Step, graphs: impl Iterator<Item = GraphId>) -> Vec<Span> {
        let Step::Field { parent, field } = step else {
            return Vec::new();
        };
        let subgraphs = &self.search.map.subgraphs;
        graphs
            .filter_map(|graph| subgraphs.local(graph, parent))
            .filter_map(|local| self.declared(local, field))
            .map(|field| field.span)
            .collect()
    }

    fn why(&mut self, failure: &Failure) -> Why {
        let mut why = match (&failure.cause, failure.path.step) {
            (Cause::NoWay(ways), Step::Field { parent, field }) => self.why_not_field(ways, parent, field),
            (Cause::NoWay(ways), Step::Condition(ty)) => self.why_not_told(ways, ty),
            (Cause::NeverSameType(sets), step) => Why {
                spans: self.spans_of_field(step, sets.iter().map(|(graph, _)| *graph)),
                ..Why::default()
            },
            (Cause::NoWay(_), Step::Root(_)) => Why::default(),
        };
        let mut seen = BTreeSet::new();
        why.spans.retain(|span| seen.insert(*span));
        why
    }

    /// The ways and where they jump, without repeats of a place.
    fn reached(&mut self, ways: &[Standing]) -> Vec<Standing> {
        let mut all: Vec<Standing> = ways.to_vec();
        for way in ways {
            // The walk made the same jumps, within its bounds.
            if let Ok(jumps) = self.search.jumps(*way, 0) {
                all.extend(jumps.iter());
            }
        }
        let mut seen = BTreeSet::new();
        all.retain(|way| seen.insert(way.vertex));
        all
    }

    fn why_not_field(&mut self, ways: &[Standing], parent: TypeId, field: FieldId) -> Why {
        let reached = self.reached(ways);
        let here: BTreeSet<GraphId> = reached.iter().map(|way| self.search.map.local(way.vertex).graph).collect();
        let start: BTreeSet<GraphId> = ways.iter().map(|way| self.search.map.local(way.vertex).graph).collect();
        let mut why = Why::default();
        let mut absent = BTreeSet::new();
        let mut told = BTreeSet::new();
        for way in &reached {
            let graph = self.search.map.local(way.vertex).graph;
            let obstacle = match self.search.take_field(*way, field, parent, &[]) {
                Ok(Err(obstacle)) => obstacle,
                // Only the label that the operation chose keeps it from the field.
                _ => Obstacle::Label,
            };
            if obstacle == Obstacle::Absent {
                absent.insert(graph);
            } else if told.insert(graph) {
                self.why_not_here(&mut why, *way, field, obstacle);
            }
        }
        let mut absent: BTreeSet<GraphId> = absent.difference(&told).copied().collect();
        for local in self.resolvers(parent, field) {
            let graph = self.search.map.subgraphs.locals[local as usize].graph;
            if !here.contains(&graph) {
                self.why_not_entered(&mut why, local, field, &start);
            }
        }
        self.why_gone(&mut why, parent, field, &mut absent);
        if !absent.is_empty() {
            let verb = if absent.len() > 1 { "do" } else { "does" };
            why.lines.insert(0, format!("- {} {verb} not resolve it.", self.names(&absent)));
        }
        if why.spans.is_empty() {
            let name = self.search.map.subgraphs.type_name(parent);
            why.spans.extend(
                self.api.types[name]
                    .fields
                    .get(&***self.search.map.subgraphs.fields.get(field))
                    .map(|field| field.span),
            );
        }
        why
    }

    /// Fields that lead to a type of which their subgraph resolves nothing any more.
    fn why_gone(&self, why: &mut Why, parent: TypeId, field: FieldId, absent: &mut BTreeSet<GraphId>) {
        let subgraphs = &self.search.map.subgraphs;
        let (parent, field) = (subgraphs.type_name(parent), subgraphs.fields.get(field));
        for (graph, source) in (0..).zip(self.sources) {
            let declared = source
                .schema
                .types
                .get(parent)
                .and_then(|definition| definition.fields.get(&***field));
            let Some(declared) = declared else { continue };
            let target = declared.ty.base();
            let is_gone = source.schema.types.contains_key(target)
                && subgraphs
                    .schema
                    .types
                    .get(target)
                    .is_some_and(|definition| definition.kind.is_composite())
                && subgraphs
                    .type_id(target)
                    .is_some_and(|target| subgraphs.local(graph, target).is_none());
            if is_gone {
                absent.remove(&graph);
                why.say(
                    &source.name,
                    format!("the field leads to \"{target}\", of which the @override of other subgraphs leaves nothing there"),
                );
                why.spans.push(declared.span);
                why.helps.push(format!(
                    "Remove the field from \"{}\", or leave it a field of \"{target}\".",
                    source.name
                ));
            }
        }
    }

    /// The types whose subgraphs resolve a field of objects of a type: the type itself or an interface object.
    fn resolvers(&self, parent: TypeId, field: FieldId) -> Vec<LocalId> {
        let subgraphs = &self.search.map.subgraphs;
        let interfaces = self.search.map.subgraphs.schema.types[parent as usize]
            .implements
            .keys()
            .filter_map(|name| subgraphs.type_id(name))
            .flat_map(|interface| subgraphs.locals_of(interface))
            .filter(|local| subgraphs.locals[**local as usize].is_interface_object);
        let mut all: Vec<LocalId> = subgraphs.locals_of(parent).iter().chain(interfaces).copied().collect();
        all.retain(|local| {
            let field = subgraphs.locals[*local as usize].field(field);
            field.is_some_and(|field| !field.external && !field.overridden)
        });
        all.sort_by_key(|local| subgraphs.locals[*local as usize].graph);
        all
    }

    fn why_not_here(&mut self, why: &mut Why, way: Standing, field: FieldId, obstacle: Obstacle) {
        let local = self.search.map.vertices.local(way.vertex);
        let subgraph = self.name(self.search.map.local(way.vertex).graph);
        let declared = self.declared(local, field);
        let ty = self.search.map.subgraphs.type_name(self.search.map.local(way.vertex).ty).clone();
        let span = declared.map(|field| field.span);
        let directive = |known: Known| declared.and_then(|field| field.find(known));
        match obstacle {
            Obstacle::External
                if self.search.map.subgraphs.locals[local as usize]
                    .field(field)
                    .is_some_and(|field| field.overridden) =>
            {
                why.say(subgraph, "another subgraph took the field over by @override".to_string());
            }
            Obstacle::External => {
                why.say(subgraph, "the field is @external there".to_string());
            }
            Obstacle::Label => {
                why.say(
                    subgraph,
                    "it resolves the field only for requests on its side of the label of @override".to_string(),
                );
                why.spans.extend(
                    directive(Known::Override)
                        .map(|application| application.argument_span("label"))
                        .or(span),
                );
                why.helps
                    .push("Make the subgraphs on both sides of the label reachable, until the field has moved.".to_string());
            }
            Obstacle::Requires => {
                let requires = directive(Known::Requires);
                let fields = requires.and_then(|application| application.text("fields")).unwrap_or_default();
                why.say(
                    subgraph,
                    format!("it resolves the field, but the \"{fields}\" of its @requires cannot be obtained"),
                );
                why.spans
                    .extend(requires.map(|application| application.argument_span("fields")).or(span));
                why.helps.push(format!(
                    "Let a subgraph that can be reached without the field resolve \"{fields}\", by a @key of \"{ty}\" that others have."
                ));
            }
            Obstacle::NoWayBack => {
                let requires = directive(Known::Requires);
                why.say(
                    subgraph,
                    format!("it resolves the field, but \"{ty}\" has no @key there by which to hand it what the field requires"),
                );
                why.spans.extend(self.definition(local).map(|definition| definition.span));
                why.spans.extend(requires.map(|application| application.span).or(span));
                why.helps.insert(
                    0,
                    format!("Give \"{ty}\" a @key in \"{subgraph}\" of fields that it resolves itself."),
                );
            }
            Obstacle::Context => {
                let contexts: Vec<String> = declared
                    .into_iter()
                    .flat_map(|field| field.contextual())
                    .map(|(_, from)| format!("\"{}\"", from.context))
                    .collect();
                let contexts = listed(contexts, "and");
                why.say(
                    subgraph,
                    format!("it resolves the field, but the context {contexts} is not set above it, or not readable there"),
                );
                why.spans.extend(span);
                why.helps.push(
                    "Set the context on a type that every path to the field passes, and let the subgraph be entered by a @key.".to_string(),
                );
            }
            Obstacle::Absent => {}
        }
    }

    fn why_not_entered(&mut self, why: &mut Why, local: LocalId, field: FieldId, start: &BTreeSet<GraphId>) {
        let read = &self.search.map.subgraphs.locals[local as usize];
        let subgraph = self.name(read.graph);
        let ty = self.search.map.subgraphs.type_name(read.ty).clone();
        let Some(definition) = self.definition(local) else { return };
        let keys: Vec<&DirectiveUse> = definition.keys().collect();
        let field_span = self.declared(local, field).map(|field| field.span);
        let from = self.names(start);
        if keys.is_empty() {
            why.say(
                subgraph,
                format!("it resolves the field, but \"{ty}\" has no @key there by which to ask for it"),
            );
            why.spans.extend(field_span);
            why.spans.push(definition.span);
            why.helps.push(format!(
                "Give \"{ty}\" a @key in \"{subgraph}\" whose fields {from} can read, or resolve the field there too."
            ));
            return;
        }
        let resolvable: Vec<&DirectiveUse> = keys.iter().copied().filter(|key| key.is_resolvable()).collect();
        if resolvable.is_empty() {
            why.say(
                subgraph,
                format!("it resolves the field, but every @key of \"{ty}\" there is resolvable: false"),
            );
            why.spans.extend(field_span);
            why.spans.extend(keys.iter().map(|key| key.span));
            why.helps.push(format!("Make a @key of \"{ty}\" in \"{subgraph}\" resolvable."));
            return;
        }
        let texts = resolvable.iter().filter_map(|key| key.text("fields"));
        let wanted = listed(texts.map(|text| format!("\"{text}\"")), "or");
        why.say(
            subgraph,
            format!("it resolves the field, but the fields {wanted} of its @key cannot be obtained from {from}"),
        );
        why.spans.extend(field_span);
        why.spans.extend(resolvable.iter().map(|key| key.argument_span("fields")));
        why.helps.push(format!(
            "Let {from} resolve {wanted} of \"{ty}\", or give \"{ty}\" in \"{subgraph}\" a @key of fields that are readable there."
        ));
    }

    fn why_not_told(&mut self, ways: &[Standing], ty: TypeId) -> Why {
        let mut why = Why::default();
        let mut told = BTreeSet::new();
        for way in self.reached(ways) {
            let local = self.search.map.local(way.vertex);
            let (graph, is_interface_object) = (local.graph, local.is_interface_object);
            if !told.insert(graph) {
                continue;
            }
            let subgraph = self.name(graph);
            let own = self.search.map.subgraphs.type_name(local.ty).clone();
            let span = self
                .definition(self.search.map.vertices.local(way.vertex))
                .map(|definition| definition.span);
            if is_interface_object {
                why.say(
                    subgraph,
                    format!("it has \"{own}\" as an @interfaceObject and does not know the types of objects"),
                );
                why.helps.push(format!(
                    "Give the interface \"{own}\" a resolvable @key in a subgraph that declares it, of fields that \"{subgraph}\" has."
                ));
                why.spans.extend(span);
            } else {
                let name = self.search.map.subgraphs.type_name(ty);
                why.say(subgraph, format!("it does not know \"{name}\" as a \"{own}\""));
                why.spans.extend(span);
            }
        }
        why
    }
}
