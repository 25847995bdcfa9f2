//! Input objects: the fields every subgraph takes.

use super::Merger;
use crate::diagnostic::Code;
use crate::model::{IndexMap, InputDef, Kind, Known, Name, Span, Value};

impl Merger<'_, '_> {
    pub(super) fn inputs(&mut self) {
        for name in self.names_of(Kind::Input) {
            self.input_object(&name);
        }
    }

    fn input_object(&mut self, name: &Name) {
        let sources = self.sources(name);
        let declaring: Vec<usize> = sources.iter().map(|source| source.span.subgraph as usize).collect();
        let mut fields: IndexMap<&Name, Vec<(usize, &InputDef)>> = IndexMap::default();
        for (index, input) in sources
            .iter()
            .flat_map(|source| source.inputs.values().map(|input| (source.span.subgraph as usize, input)))
        {
            fields.entry(&input.name).or_default().push((index, input));
        }
        for (field, present) in fields {
            let definitions: Vec<&InputDef> = present.iter().map(|(_, input)| *input).collect();
            let subject = format!("\"{name}.{field}\"");
            let is_everywhere = present.len() == declaring.len();
            let input = self.input_type(&subject, &definitions, Code::FieldTypeMismatch);
            let default = self.default_value(&subject, &definitions, Code::InputFieldDefaultMismatch);
            // A field that the supergraph will not take shows what its type is for, and is to agree with itself all the same.
            let mut merged = self.input_definition(field, &subject, &definitions, input.ty, default);
            if !is_everywhere && !self.keeps_input(&subject, &definitions, &declaring) {
                continue;
            }
            let mut joins = Vec::new();
            if !is_everywhere || !input.all_equal {
                for (index, definition) in &present {
                    let mut arguments = Vec::new();
                    if !input.all_equal {
                        arguments.push(("type", Value::String(definition.ty.to_string())));
                    }
                    joins.push(self.join("join__field", *index, arguments));
                }
            }
            joins.append(&mut self.input_directives(&subject, &definitions));
            merged.directives = joins;
            self.out.types[name].inputs.insert(field.clone(), merged);
        }
        if self.out.types[name].inputs.is_empty() {
            let spans: Vec<Span> = sources.iter().map(|source| source.span).collect();
            self.report.error(
                Code::EmptyMergedInputType,
                format!("No field of the input object \"{name}\" is in every subgraph that declares it."),
                &spans,
                "Add a common field, or rename the type in one subgraph.",
            );
        }
    }

    /// Whether an input field that some subgraphs lack stays.
    fn keeps_input(&mut self, subject: &str, present: &[&InputDef], declaring: &[usize]) -> bool {
        let lacking = declaring
            .iter()
            .copied()
            .filter(|index| present.iter().all(|input| input.span.subgraph as usize != *index));
        if present.iter().any(|input| input.has(Known::Inaccessible)) {
            return true;
        }
        let names = self.list(lacking);
        if let Some(required) = present.iter().find(|input| input.is_required()) {
            self.report.error(
                Code::RequiredInputFieldMissingInSomeSubgraph,
                format!("{subject} is required, but missing in {names}."),
                &[required.span],
                "Add the field there, or make it optional where it is.",
            );
            return false;
        }
        let spans: Vec<Span> = present.iter().map(|input| input.span).collect();
        self.report.hint(
            Code::InconsistentInputObjectField,
            format!("{subject} is missing in {names}, so the supergraph does not take it."),
            &spans,
            "Add the field there.",
        );
        false
    }
}
