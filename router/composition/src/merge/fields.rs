//! Objects and interfaces: their fields, who resolves each, and whether they may be resolved by several.

use super::Merger;
use super::arguments::default_text;
use super::overrides::{Fate, Overridden};
use super::shallow::kind_of;
use crate::diagnostic::Code;
use crate::model::{
    DirectiveUse, FieldDef, FromContext, IndexMap, InputDef, Kind, Known, Marks, Name, RootKind, Span, TypeDef, TypeRef, Value,
};

impl<'a> Merger<'a, '_> {
    pub(super) fn composites(&mut self, kind: Kind) {
        for name in self.names_of(kind) {
            self.composite(&name, kind);
        }
    }

    fn composite(&mut self, name: &Name, kind: Kind) {
        let mut types = self.sources(name);
        types.retain(|source| kind_of(source) == kind);
        let mut fields: IndexMap<&Name, Vec<&'a FieldDef>> = IndexMap::default();
        for field in types.iter().flat_map(|source| source.fields.values()) {
            fields.entry(&field.name).or_default().push(field);
        }
        if let Some(merged) = self.out.types.get_mut(name) {
            merged.fields.reserve_exact(fields.len());
        }
        for (field, sources) in fields {
            let fates = self.overrides(name, &types, &sources);
            if &**name == RootKind::Subscription.type_name() {
                self.refuse_shared_subscription(field, &sources);
            }
            if let Some(merged) = self.field(name, field, &types, &sources, &fates) {
                self.out.types[name].fields.insert(field.clone(), merged);
            }
            if kind == Kind::Object {
                self.check_sharing(name, field, &sources, &fates);
            }
        }
        self.hint_inconsistent(name, kind, &types);
    }

    fn refuse_shared_subscription(&mut self, field: &str, sources: &[&FieldDef]) {
        let shared = sources.iter().filter(|source| source.has(Known::Shareable));
        let spans: Vec<Span> = shared.map(|source| source.span).collect();
        if !spans.is_empty() {
            self.report.error(
                Code::InvalidFieldSharing,
                format!("\"Subscription.{field}\" is @shareable, but an event stream has one source."),
                &spans,
                "Remove @shareable.",
            );
        }
    }

    /// Merges one field of a type; `None` if it can not be.
    fn field(&mut self, parent: &Name, name: &Name, types: &[&TypeDef], sources: &[&FieldDef], fates: &[Fate]) -> Option<FieldDef> {
        let coordinate = format!("\"{parent}.{name}\"");
        let unquoted = &coordinate[1..coordinate.len() - 1];
        let own: Vec<&FieldDef> = sources.iter().copied().filter(|source| !source.marks.external).collect();
        if own.is_empty() && self.stand_ins(parent, name).is_empty() {
            let spans: Vec<Span> = sources.iter().map(|source| source.span).collect();
            self.report.error(
                Code::ExternalMissingOnBase,
                format!("{coordinate} is @external wherever it is declared; no subgraph resolves it."),
                &spans,
                "Declare it without @external in the subgraph that resolves it.",
            );
            return None;
        }
        self.refuse_composed_on_external(&coordinate, sources);
        let merging = if own.is_empty() { sources } else { &own };
        let (ty, all_equal) = self.output_type(&coordinate, merging);
        let spans: Vec<Span> = merging.iter().map(|source| source.span).collect();
        let lists: Vec<_> = merging.iter().map(|source| &source.arguments).collect();
        let arguments = self.arguments(unquoted, &lists, &spans);
        let descriptions = merging.iter().map(|source| (source.span, source.description.as_deref()));
        let description = self.description(&coordinate, descriptions);
        let directive_lists: Vec<_> = merging.iter().map(|source| source.directives.as_slice()).collect();
        let mut composed = self.directives(&coordinate, &directive_lists);
        let mut merged = FieldDef {
            name: name.clone(),
            description,
            arguments,
            ty,
            directives: Vec::new(),
            span: merging[0].span,
            block: 0,
            marks: Marks::default(),
        };
        let externals: Vec<&FieldDef> = sources.iter().copied().filter(|source| source.marks.external).collect();
        if !externals.is_empty() {
            self.check_externals(unquoted, &externals, &merged, all_equal);
        }
        if needs_join(types, sources, fates, all_equal) {
            merged.directives = self.field_joins(sources, fates, all_equal);
        }
        let carried = self.carried(sources.iter().map(|source| source.directives.as_slice()));
        merged.directives.extend(carried);
        merged.directives.append(&mut composed);
        let ty = merged.ty.clone();
        self.note_output(&ty);
        Some(merged)
    }

    fn refuse_composed_on_external(&mut self, coordinate: &str, present: &[&FieldDef]) {
        for source in present.iter().filter(|source| source.marks.external) {
            for application in &source.directives {
                if application.known.is_some_and(Known::is_composed) {
                    self.report.error(
                        Code::MergedDirectiveApplicationOnExternal,
                        format!(
                            "{coordinate} is @external in \"{}\" and has @{} there, which would have no effect.",
                            self.subgraph_name(source.span.subgraph as usize),
                            application.name
                        ),
                        &[application.span],
                        "Put the directive on the field in the subgraph that resolves it.",
                    );
                }
            }
        }
    }

    /// The widest of the output types, and whether all were equal.
    fn output_type(&mut self, coordinate: &str, sources: &[&FieldDef]) -> (TypeRef, bool) {
        let mut ty = &sources[0].ty;
        let mut all_equal = true;
        for source in &sources[1..] {
            if source.ty == *ty {
                continue;
            }
            all_equal = false;
            if self.out.is_subtype(ty, &source.ty) {
                ty = &source.ty;
            } else if !self.out.is_subtype(&source.ty, ty) {
                let spans: Vec<Span> = sources.iter().map(|source| source.span).collect();
                let types = self.by_subgraph(sources.iter().map(|source| (source.span, source.ty.to_string())));
                self.report.error(
                    Code::FieldTypeMismatch,
                    format!("{coordinate} has types that do not fit together: {types}."),
                    &spans,
                    "Give it the same type everywhere, or types of which one includes the other.",
                );
                break;
            }
        }
        if !all_equal {
            let spans: Vec<Span> = sources.iter().map(|source| source.span).collect();
            self.report.hint(
                Code::InconsistentButCompatibleFieldType,
                format!("{coordinate} has different types; the supergraph says {ty}."),
                &spans,
                "Give it the same type everywhere, or leave it so if the difference is meant.",
            );
        }
        (ty.clone(), all_equal)
    }

    /// The external declarations agree with what the field is; one error for each thing in which any of them does not.
    fn check_externals(&mut self, coordinate: &str, externals: &[&FieldDef], merged: &FieldDef, all_equal: bool) {
        let fits = |external: &FieldDef| external.ty == merged.ty || (!all_equal && self.out.is_subtype(&external.ty, &merged.ty));
        let unlike: Vec<(Span, String)> = externals
            .iter()
            .filter(|external| !fits(external))
            .map(|external| (external.span, external.ty.to_string()))
            .collect();
        self.refuse_externals(
            Code::ExternalTypeMismatch,
            &format!("\"{coordinate}\" is {} where it is resolved", merged.ty),
            &unlike,
            merged.span,
            &format!("Declare it as {}.", merged.ty),
        );
        for argument in merged.arguments.values() {
            let own = format!("\"{coordinate}({}:)\"", argument.name);
            let (mut missing, mut of_other_type, mut with_other_default) = (Vec::new(), Vec::new(), Vec::new());
            for external in externals {
                let Some(declared) = external.arguments.get(&argument.name) else {
                    missing.push(external.span);
                    continue;
                };
                if declared.ty != argument.ty && !self.out.is_subtype(&argument.ty, &declared.ty) {
                    of_other_type.push((declared.span, declared.ty.to_string()));
                }
                let same = match (&declared.default, &argument.default) {
                    (Some(one), Some(two)) => one.is_same(two),
                    (one, two) => one.is_none() && two.is_none(),
                };
                if !same {
                    with_other_default.push((declared.span, default_text(declared)));
                }
            }
            if !missing.is_empty() {
                let names = self.list(missing.iter().map(|span| span.subgraph as usize));
                let message = format!("{own} is missing in the @external declaration in {names}.");
                missing.push(argument.span);
                let help = "Declare the argument there too.";
                self.report.error(Code::ExternalArgumentMissing, message, &missing, help);
            }
            let ty = format!("{own} is {} where the field is resolved", argument.ty);
            let help = format!("Declare it as {}.", argument.ty);
            self.refuse_externals(Code::ExternalArgumentTypeMismatch, &ty, &of_other_type, argument.span, &help);
            let default = match &argument.default {
                Some(default) => format!("{own} has the default {default} where the field is resolved"),
                None => format!("{own} has no default where the field is resolved"),
            };
            let help = "Write the same default there.";
            self.refuse_externals(
                Code::ExternalArgumentDefaultMismatch,
                &default,
                &with_other_default,
                argument.span,
                help,
            );
        }
    }

    /// `unlike` are the places and texts of the declarations that differ; none, no error.
    fn refuse_externals(&mut self, code: Code, truth: &str, unlike: &[(Span, String)], at: Span, help: &str) {
        if unlike.is_empty() {
            return;
        }
        let said = self.by_subgraph(unlike.iter().cloned());
        let spans: Vec<Span> = unlike.iter().map(|(span, _)| *span).chain([at]).collect();
        self.report.error(
            code,
            format!("{truth}, but @external declarations say otherwise: {said}."),
            &spans,
            help,
        );
    }

    fn field_joins(&self, sources: &[&FieldDef], fates: &[Fate], all_equal: bool) -> Vec<DirectiveUse> {
        let mut joins = Vec::new();
        for (source, fate) in sources.iter().zip(fates).filter(|(_, fate)| !fate.is_dropped()) {
            let index = source.span.subgraph as usize;
            let mut arguments: Vec<(&str, Value)> = Vec::new();
            for (known, name, argument) in [
                (Known::Requires, "requires", "fields"),
                (Known::Provides, "provides", "fields"),
                (Known::Override, "override", "from"),
            ] {
                let value = source.find(known).and_then(|application| application.argument(argument));
                arguments.extend(value.map(|value| (name, value.clone())));
            }
            if !all_equal {
                arguments.push(("type", Value::String(source.ty.to_string())));
            }
            if source.marks.external {
                arguments.push(("external", Value::Boolean(true)));
            }
            if fate.overridden == Some(Overridden::Used) {
                arguments.push(("usedOverridden", Value::Boolean(true)));
            }
            arguments.extend(fate.label.as_deref().map(|label| ("overrideLabel", Value::string(label))));
            let contextual: Vec<Value> = source
                .contextual()
                .map(|(argument, from)| self.context_argument(index, argument, from))
                .collect();
            if !contextual.is_empty() {
                arguments.push(("contextArguments", Value::List(contextual)));
            }
            joins.push(self.join("join__field", index, arguments));
        }
        joins
    }

    /// One `join__ContextArgument`.
    fn context_argument(&self, index: usize, argument: &InputDef, from: &FromContext) -> Value {
        Value::Object(vec![
            (
                "context".into(),
                Value::String(context_name(self.subgraph_name(index), &from.context)),
            ),
            ("name".into(), Value::string(&argument.name)),
            ("type".into(), Value::String(argument.ty.to_string())),
            ("selection".into(), Value::string(&from.text)),
        ])
    }

    /// INVALID_FIELD_SHARING: several resolve the field and not all agreed to.
    pub(super) fn check_sharing(&mut self, parent: &str, name: &str, sources: &[&FieldDef], fates: &[Fate]) {
        let kept = sources.iter().zip(fates).filter(|(_, fate)| fate.overridden.is_none());
        let mut resolving: Vec<&FieldDef> = kept.map(|(source, _)| *source).chain(self.stand_ins(parent, name)).collect();
        resolving.retain(|source| !source.is_fully_external());
        resolving.sort_by_key(|source| source.span.subgraph);
        let alone: Vec<&FieldDef> = resolving.iter().copied().filter(|source| !source.marks.shareable).collect();
        if resolving.len() < 2 || alone.is_empty() {
            return;
        }
        let spans: Vec<Span> = alone
            .iter()
            .chain(resolving.iter().filter(|source| source.marks.shareable))
            .map(|source| source.span)
            .collect();
        let all = self.list(resolving.iter().map(|source| source.span.subgraph as usize));
        let not_shareable = self.list(alone.iter().map(|source| source.span.subgraph as usize));
        self.report.error(
            Code::InvalidFieldSharing,
            format!("\"{parent}.{name}\" is resolved by {all}, but it is not @shareable in {not_shareable}."),
            &spans,
            "Mark it @shareable in each of them, or @external where it is only referred to, or remove it from all but \
             one.",
        );
    }

    fn hint_inconsistent(&mut self, name: &Name, kind: Kind, types: &[&TypeDef]) {
        let with_key = types.iter().filter(|source| source.keys().next().is_some()).count();
        let is_root = RootKind::ALL.iter().any(|root| root.type_name() == &**name);
        let spans: Vec<Span> = types.iter().map(|source| source.span).collect();
        if with_key > 0 {
            if with_key < types.len() && kind == Kind::Object {
                self.report.hint(
                    Code::InconsistentEntity,
                    format!("\"{name}\" has a @key in some subgraphs and none in others."),
                    &spans,
                    "Add the @key everywhere.",
                );
            }
            return;
        }
        if is_root {
            return;
        }
        let code = match kind {
            Kind::Interface => Code::InconsistentInterfaceValueTypeField,
            _ => Code::InconsistentObjectValueTypeField,
        };
        // A subgraph that resolves nothing of the type only refers to it.
        let resolving = types
            .iter()
            .filter(|source| !source.fields.values().all(FieldDef::is_fully_external));
        let resolving: Vec<&TypeDef> = resolving.copied().collect();
        for field in self.out.types[name].fields.keys().cloned().collect::<Vec<_>>() {
            let lacking: Vec<usize> = resolving
                .iter()
                .filter(|source| !source.fields.contains_key(&field))
                .map(|source| source.span.subgraph as usize)
                .collect();
            if !lacking.is_empty() {
                let lacking = self.list(lacking);
                let message = format!("\"{name}.{field}\" is missing in {lacking}, and \"{name}\" has no @key.");
                let help = "Declare the field there too, or give the type a @key.";
                self.report.hint(code, message, &spans, help);
            }
        }
    }
}

/// What the supergraph calls a context of a subgraph.
pub(super) fn context_name(subgraph: &str, context: &str) -> String {
    format!("{subgraph}__{context}")
}

/// Whether the supergraph must say which subgraphs resolve the field; otherwise all that have the type do.
fn needs_join(types: &[&TypeDef], sources: &[&FieldDef], fates: &[Fate], all_equal: bool) -> bool {
    let is_moved = |fate: &Fate| fate.overridden == Some(Overridden::Used) || fate.label.is_some();
    if !all_equal || fates.iter().any(is_moved) || sources.iter().any(|source| source.contextual().next().is_some()) {
        return true;
    }
    let is_marked = |source: &&FieldDef| source.marks.external || source.has(Known::Requires) || source.has(Known::Provides);
    types.len() > sources.len() || fates.iter().any(Fate::is_dropped) || sources.iter().any(is_marked)
}
