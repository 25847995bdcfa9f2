//! Enums: values by union, intersection or identity, as the enum is given out, taken in, or both.

use super::Merger;
use crate::diagnostic::Code;
use crate::model::{EnumValueDef, IndexMap, Kind, Known, Name, Span};

impl Merger<'_, '_> {
    /// Merges all enums; runs after everything that may name one.
    pub(super) fn enums(&mut self) {
        for name in self.names_of(Kind::Enum) {
            self.enumeration(&name);
        }
    }

    fn enumeration(&mut self, name: &Name) {
        let mut sources = self.sources(name);
        sources.retain(|source| source.kind == Kind::Enum);
        let declaring: Vec<usize> = sources.iter().map(|source| source.span.subgraph as usize).collect();
        let mut usage = self.enum_usage.get(name).copied().unwrap_or_default();
        if !usage.input && !usage.output {
            self.report.hint(
                Code::UnusedEnumType,
                format!("No field or argument uses the enum \"{name}\"; all its values are kept."),
                &[self.out.types[name].span],
                "Use it, or remove it.",
            );
            usage.output = true;
        }
        let mut values: IndexMap<&Name, Vec<(usize, &EnumValueDef)>> = IndexMap::default();
        for (index, value) in sources
            .iter()
            .flat_map(|source| source.values.values().map(|value| (source.span.subgraph as usize, value)))
        {
            values.entry(&value.name).or_default().push((index, value));
        }
        for (value, present) in values {
            let subject = format!("\"{name}.{value}\"");
            let descriptions = present.iter().map(|(_, value)| (value.span, value.description.as_deref()));
            let description = self.description(&subject, descriptions);
            let lacking: Vec<usize> = declaring
                .iter()
                .filter(|index| present.binary_search_by_key(*index, |(other, _)| *other).is_err())
                .copied()
                .collect();
            let is_hidden = present.iter().any(|(_, definition)| definition.has(Known::Inaccessible));
            if !lacking.is_empty() && !is_hidden && !self.keeps_value(name, value, usage.input, usage.output, &present, &lacking) {
                continue;
            }
            let lists: Vec<_> = present.iter().map(|(_, value)| value.directives.as_slice()).collect();
            let mut directives: Vec<_> = present
                .iter()
                .map(|(index, _)| self.join("join__enumValue", *index, Vec::new()))
                .collect();
            directives.append(&mut self.directives(&subject, &lists));
            let merged = EnumValueDef {
                name: value.clone(),
                description,
                directives,
                span: present[0].1.span,
            };
            self.out.types[name].values.insert(value.clone(), merged);
        }
        if self.out.types[name].values.is_empty() {
            let spans: Vec<Span> = sources.iter().map(|source| source.span).collect();
            self.report.error(
                Code::EmptyMergedEnumType,
                format!("No value of the enum \"{name}\" is in every subgraph, and arguments take only such values."),
                &spans,
                "Add a common value.",
            );
        }
    }

    /// Whether a value that some subgraphs lack stays; reports what is to be said about it.
    fn keeps_value(
        &mut self,
        name: &Name,
        value: &Name,
        input: bool,
        output: bool,
        present: &[(usize, &EnumValueDef)],
        lacking: &[usize],
    ) -> bool {
        let names = self.list(lacking.iter().copied());
        let spans: Vec<Span> = present.iter().map(|(_, definition)| definition.span).collect();
        match (input, output) {
            (true, true) => {
                self.report.error(
                    Code::EnumValueMismatch,
                    format!(
                        "The enum \"{name}\" is both given out and taken in, so its values must be the same \
                         everywhere; \"{value}\" is missing in {names}."
                    ),
                    &spans,
                    "Add the value there, or mark it @inaccessible until every subgraph has it.",
                );
                true
            }
            (true, false) => {
                self.report.hint(
                    Code::InconsistentEnumValueForInputEnum,
                    format!("The value \"{name}.{value}\" is missing in {names}, so the supergraph does not take it."),
                    &spans,
                    "Add the value there.",
                );
                false
            }
            _ => {
                self.report.hint(
                    Code::InconsistentEnumValueForOutputEnum,
                    format!("The value \"{name}.{value}\" is missing in {names}."),
                    &spans,
                    "Add the value there, so that every subgraph can answer with it.",
                );
                true
            }
        }
    }
}
