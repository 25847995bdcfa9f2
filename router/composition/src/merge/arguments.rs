//! Arguments of fields and directives, and the rules they share with input fields.

use super::Merger;
use crate::diagnostic::Code;
use crate::model::{DirectiveUse, HashSet, IndexMap, InputDef, Known, Name, Span, TypeRef, Value};

/// The merged type of an input position.
pub(super) struct InputType {
    pub ty: TypeRef,
    pub all_equal: bool,
}

impl Merger<'_, '_> {
    /// Merges the argument lists of the element of that coordinate in the subgraphs that have it. `spans` are its places.
    pub(super) fn arguments(
        &mut self,
        coordinate: &str,
        sources: &[&IndexMap<Name, InputDef>],
        spans: &[Span],
    ) -> IndexMap<Name, InputDef> {
        let mut merged: IndexMap<Name, InputDef> = IndexMap::default();
        let mut arguments: IndexMap<&Name, Vec<&InputDef>> = IndexMap::default();
        for argument in sources.iter().flat_map(|list| list.values()) {
            arguments.entry(&argument.name).or_default().push(argument);
        }
        for (name, present) in arguments {
            let own = format!("\"{coordinate}({name}:)\"");
            if present.iter().any(|argument| argument.has(Known::FromContext)) {
                self.contextual_argument(&own, &present);
                continue;
            }
            if present.len() < spans.len() {
                let having: HashSet<u32> = present.iter().map(|argument| argument.span.subgraph).collect();
                let lacking: Vec<Span> = spans.iter().filter(|span| !having.contains(&span.subgraph)).copied().collect();
                let names = self.list(lacking.iter().map(|span| span.subgraph as usize));
                if let Some(required) = present.iter().find(|argument| argument.is_required()) {
                    let mut spans = vec![required.span];
                    spans.extend(&lacking);
                    self.report.error(
                        Code::RequiredArgumentMissingInSomeSubgraph,
                        format!("{own} is required, but missing in {names}."),
                        &spans,
                        "Add the argument there, or make it optional where it is.",
                    );
                } else {
                    self.report.hint(
                        Code::InconsistentArgumentPresence,
                        format!("{own} is missing in {names}, so the supergraph does not have it."),
                        &[present[0].span],
                        "Add it everywhere, or remove it.",
                    );
                }
                continue;
            }
            let input = self.input_type(&own, &present, Code::FieldArgumentTypeMismatch);
            let default = self.default_value(&own, &present, Code::FieldArgumentDefaultMismatch);
            let mut definition = self.input_definition(name, &own, &present, input.ty, default);
            definition.directives = self.input_directives(&own, &present);
            merged.insert(name.clone(), definition);
        }
        merged
    }

    /// An argument that some subgraph takes from a context: callers never give it, so no subgraph may need them to.
    fn contextual_argument(&mut self, subject: &str, present: &[&InputDef]) {
        let asked: Vec<&InputDef> = present
            .iter()
            .copied()
            .filter(|argument| !argument.has(Known::FromContext))
            .collect();
        let given = present.iter().find(|argument| argument.has(Known::FromContext));
        let given: Vec<Span> = given.map(|argument| argument.span).into_iter().collect();
        let required: Vec<&InputDef> = asked.iter().copied().filter(|argument| argument.is_required()).collect();
        for argument in &required {
            let subgraph = self.list([argument.span.subgraph as usize]);
            self.report.error(
                Code::ContextualArgumentNotContextualInAllSubgraphs,
                format!("{subject} comes from a context in other subgraphs, but {subgraph} requires callers to give it."),
                &[&[argument.span], given.as_slice()].concat(),
                "Use @fromContext there too, or make it optional.",
            );
        }
        if required.is_empty() && !asked.is_empty() {
            let subgraphs = self.list(asked.iter().map(|argument| argument.span.subgraph as usize));
            let spans: Vec<Span> = asked.iter().map(|argument| argument.span).chain(given).collect();
            self.report.hint(
                Code::ContextualArgumentNotContextualInAllSubgraphs,
                format!(
                    "{subject} comes from a context in some subgraph, so the supergraph does not have it and {subgraphs} never gets it."
                ),
                &spans,
                "Use @fromContext there too, or remove the argument.",
            );
        }
    }

    /// The merged input without its directives, which do not matter until it is known to stay.
    pub(super) fn input_definition(
        &mut self,
        name: &Name,
        subject: &str,
        present: &[&InputDef],
        ty: TypeRef,
        default: Option<Value>,
    ) -> InputDef {
        let descriptions = present.iter().map(|input| (input.span, input.description.as_deref()));
        let description = self.description(subject, descriptions);
        self.note_input(&ty);
        InputDef {
            name: name.clone(),
            description,
            ty,
            default,
            directives: Vec::new(),
            span: present[0].span,
            from_context: None,
        }
    }

    pub(super) fn input_directives(&mut self, subject: &str, present: &[&InputDef]) -> Vec<DirectiveUse> {
        let lists: Vec<_> = present.iter().map(|input| input.directives.as_slice()).collect();
        self.directives(subject, &lists)
    }

    /// The type that every subgraph accepts: the narrowest. `code` is for types that do not fit together.
    pub(super) fn input_type(&mut self, subject: &str, present: &[&InputDef], code: Code) -> InputType {
        let mut ty = &present[0].ty;
        let mut all_equal = true;
        for input in &present[1..] {
            if input.ty == *ty {
                continue;
            }
            all_equal = false;
            if self.out.is_subtype(&input.ty, ty) {
                ty = &input.ty;
            } else if !self.out.is_subtype(ty, &input.ty) {
                let spans: Vec<Span> = present.iter().map(|input| input.span).collect();
                let types = self.by_subgraph(present.iter().map(|input| (input.span, input.ty.to_string())));
                self.report.error(
                    code,
                    format!("{subject} has types that do not fit together: {types}."),
                    &spans,
                    "Give it the same type everywhere; only nullability may differ.",
                );
                break;
            }
        }
        if !all_equal {
            let spans: Vec<Span> = present.iter().map(|input| input.span).collect();
            let hint = match code {
                Code::FieldTypeMismatch => Code::InconsistentButCompatibleFieldType,
                _ => Code::InconsistentButCompatibleArgumentType,
            };
            self.report.hint(
                hint,
                format!("{subject} has different types; the supergraph asks for {ty}."),
                &spans,
                "Give it the same type everywhere.",
            );
        }
        InputType { ty: ty.clone(), all_equal }
    }

    /// The default all agree on.
    pub(super) fn default_value(&mut self, subject: &str, present: &[&InputDef], code: Code) -> Option<Value> {
        let spans: Vec<Span> = present.iter().map(|input| input.span).collect();
        let mut defaults = present.iter().filter_map(|input| input.default.as_ref());
        let first = defaults.next()?;
        if defaults.any(|default| !default.is_same(first)) {
            let values = self.by_subgraph(present.iter().map(|input| (input.span, default_text(input))));
            self.report.error(
                code,
                format!("{subject} has different default values: {values}."),
                &spans,
                "Give it the same default everywhere.",
            );
            return None;
        }
        if present.iter().any(|input| input.default.is_none()) {
            self.report.hint(
                Code::InconsistentDefaultValuePresence,
                format!("{subject} has the default {first} in some subgraphs only, so the supergraph has none."),
                &spans,
                "Give it the same default everywhere.",
            );
            return None;
        }
        Some(first.clone())
    }

    /// `X in "a", Y in "b"`.
    pub(super) fn by_subgraph(&self, texts: impl Iterator<Item = (Span, String)>) -> String {
        let parts: Vec<String> = texts
            .map(|(span, text)| format!("{text} in \"{}\"", self.subgraph_name(span.subgraph as usize)))
            .collect();
        parts.join(", ")
    }
}

/// An input's default for sentences.
pub(super) fn default_text(input: &InputDef) -> String {
    input.default.as_ref().map_or_else(|| "none".to_string(), Value::to_string)
}
