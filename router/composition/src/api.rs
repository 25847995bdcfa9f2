//! The schema that clients see: the merged one without `@inaccessible` elements and federation's marks, and the rules
//! that make hiding safe.

use crate::diagnostic::{Code, Report};
use crate::features::Features;
use crate::model::{
    DirectiveDef, DirectiveUse, EnumValueDef, FieldDef, HashSet, IndexMap, InputDef, Kind, Known, Name, Schema, Span, TypeDef, TypeRef,
    Value, uses,
};
use std::fmt::Arguments;

/// Builds the API schema of a supergraph; errors of hiding are in the report.
///
/// What the schema's links bring is left out, so a whole supergraph can be given as well as one without its machinery.
/// The applications of `@inaccessible`, `@deprecated` and `@specifiedBy` must be known as such.
pub(crate) fn build(schema: &Schema, report: &mut Report<'_>) -> Schema {
    let features = Features::of(schema);
    let mut is_hiding = false;
    schema.each_directive(&mut |application| is_hiding |= application.known == Some(Known::Inaccessible));
    let before = report.errors.len();
    if is_hiding {
        let features = &features;
        Hiding { schema, features, report }.check();
    }
    let is_visible = |name: &Name| {
        let definition = schema.types.get(name);
        definition.is_some_and(|definition| !definition.has(Known::Inaccessible)) && !features.own_type(name)
    };
    let visible: HashSet<&Name> = schema.types.keys().filter(|name| is_visible(name)).collect();
    let roots = schema.roots.iter().filter(|(_, (name, _))| visible.contains(name));
    let types = schema.types.iter().filter(|(name, _)| visible.contains(name));
    let directive_defs = schema.directive_defs.iter().filter(|(name, _)| !features.own_directive(name));
    let api = Schema {
        description: schema.description.clone(),
        directives: Vec::new(),
        roots: roots.map(|(kind, root)| (*kind, root.clone())).collect(),
        types: types
            .map(|(name, definition)| (name.clone(), visible_type(definition, &visible)))
            .collect(),
        directive_defs: directive_defs
            .map(|(name, definition)| {
                let arguments = visible_inputs(&definition.arguments);
                (
                    name.clone(),
                    DirectiveDef {
                        arguments,
                        ..definition.clone()
                    },
                )
            })
            .collect(),
    };
    if report.errors.len() == before {
        refuse_feature_types(&api, &features, report);
    }
    api
}

fn visible_type(definition: &TypeDef, visible: &HashSet<&Name>) -> TypeDef {
    let named = |names: &IndexMap<Name, Span>| -> IndexMap<Name, Span> {
        let names = names.iter().filter(|(name, _)| visible.contains(name));
        names.map(|(name, span)| (name.clone(), *span)).collect()
    };
    let shown = definition.fields.values().filter(|field| !is_hidden(&field.directives));
    let mut fields = IndexMap::with_capacity_and_hasher(definition.fields.len(), Default::default());
    fields.extend(shown.map(|field| (field.name.clone(), visible_field(field))));
    let values = definition.values.iter().filter(|(_, value)| !is_hidden(&value.directives));
    TypeDef {
        name: definition.name.clone(),
        kind: definition.kind,
        description: definition.description.clone(),
        span: definition.span,
        blocks: definition.blocks.clone(),
        directives: visible_directives(&definition.directives),
        implements: named(&definition.implements),
        members: named(&definition.members),
        inputs: visible_inputs(&definition.inputs),
        fields,
        values: values
            .map(|(name, value)| {
                let visible = EnumValueDef {
                    name: name.clone(),
                    description: value.description.clone(),
                    directives: visible_directives(&value.directives),
                    span: value.span,
                };
                (name.clone(), visible)
            })
            .collect(),
    }
}

fn visible_field(field: &FieldDef) -> FieldDef {
    FieldDef {
        name: field.name.clone(),
        description: field.description.clone(),
        arguments: visible_inputs(&field.arguments),
        ty: field.ty.clone(),
        directives: visible_directives(&field.directives),
        span: field.span,
        block: field.block,
        marks: field.marks,
    }
}

fn visible_inputs(inputs: &IndexMap<Name, InputDef>) -> IndexMap<Name, InputDef> {
    let inputs = inputs.iter().filter(|(_, input)| !is_hidden(&input.directives));
    inputs
        .map(|(name, input)| {
            let directives = visible_directives(&input.directives);
            (
                name.clone(),
                InputDef {
                    directives,
                    ..input.clone()
                },
            )
        })
        .collect()
}

/// What clients see of an element's applications.
fn visible_directives(list: &[DirectiveUse]) -> Vec<DirectiveUse> {
    let visible = list
        .iter()
        .filter(|application| matches!(application.known, Some(Known::Deprecated | Known::SpecifiedBy)));
    visible.cloned().collect()
}

/// REFERENCED_INACCESSIBLE: clients do not see the types of linked features, so what they see can not use them.
fn refuse_feature_types(api: &Schema, features: &Features, report: &mut Report<'_>) {
    let mut references: IndexMap<Name, Vec<Span>> = IndexMap::default();
    let mut note = |ty: &'_ TypeRef, span: Span| {
        if let Some(name) = Some(ty.base()).filter(|name| features.own_type(name)) {
            references.entry(name.clone()).or_default().push(span);
        }
    };
    for definition in api.types.values() {
        for field in definition.fields.values() {
            note(&field.ty, field.span);
            field.arguments.values().for_each(|argument| note(&argument.ty, argument.span));
        }
        definition.inputs.values().for_each(|input| note(&input.ty, input.span));
    }
    for definition in api.directive_defs.values() {
        definition.arguments.values().for_each(|argument| note(&argument.ty, argument.span));
    }
    for (name, spans) in references {
        report.error(
            Code::ReferencedInaccessible,
            format!("\"{name}\" has the name of a type of a linked specification, which clients do not see, but visible elements use it."),
            &spans,
            "Give the type a name that does not begin like the specification's, or mark what uses it @inaccessible.",
        );
    }
}

/// Whether an element with these applications is hidden from clients.
pub(crate) fn is_hidden(directives: &[DirectiveUse]) -> bool {
    uses(directives, Known::Inaccessible).next().is_some()
}

struct Hiding<'a, 'r, 's> {
    schema: &'a Schema,
    features: &'a Features,
    report: &'r mut Report<'s>,
}

impl Hiding<'_, '_, '_> {
    fn check(&mut self) {
        let schema = self.schema;
        if let Some(query) = schema.types.get("Query").filter(|query| query.has(Known::Inaccessible)) {
            self.report.error(
                Code::QueryRootTypeInaccessible,
                "The type \"Query\" is @inaccessible, which would leave clients no schema at all.",
                &[query.span],
                "Hide its fields instead, and leave at least one.",
            );
        }
        for definition in schema.types.values() {
            if self.features.own_type(&definition.name) {
                self.feature_type(definition);
                continue;
            }
            if definition.has(Known::Inaccessible) {
                continue;
            }
            self.children(definition);
            for field in definition.fields.values() {
                self.field(definition, field);
            }
            for input in definition.inputs.values() {
                self.input(format_args!("{}.{}", definition.name, input.name), input);
            }
        }
        for definition in schema.directive_defs.values() {
            if self.is_of_type_system(definition) {
                self.type_system_directive(definition);
                continue;
            }
            for argument in definition.arguments.values() {
                self.input(format_args!("@{}({}:)", definition.name, argument.name), argument);
            }
        }
    }

    /// DISALLOWED_INACCESSIBLE: routers need the whole of a feature's type.
    fn feature_type(&mut self, definition: &TypeDef) {
        let inputs = definition
            .inputs
            .values()
            .chain(definition.fields.values().flat_map(|field| field.arguments.values()));
        let lists = std::iter::once(&definition.directives)
            .chain(definition.fields.values().map(|field| &field.directives))
            .chain(inputs.map(|input| &input.directives))
            .chain(definition.values.values().map(|value| &value.directives));
        let spans: Vec<Span> = lists
            .flat_map(|list| uses(list, Known::Inaccessible))
            .map(|hiding| hiding.span)
            .collect();
        if !spans.is_empty() {
            self.report.error(
                Code::DisallowedInaccessible,
                format!(
                    "\"{}\" belongs to a linked specification, so nothing of it can be @inaccessible.",
                    definition.name
                ),
                &spans,
                "Remove @inaccessible; clients do not see the type anyway.",
            );
        }
    }

    /// Whether schemas apply the directive, other than to hide it from clients.
    fn is_of_type_system(&self, definition: &DirectiveDef) -> bool {
        self.features.own_directive(&definition.name) || !definition.is_executable_only()
    }

    /// DISALLOWED_INACCESSIBLE: routers need all arguments of what schemas apply.
    fn type_system_directive(&mut self, definition: &DirectiveDef) {
        let arguments = definition.arguments.values();
        let hiding = arguments.flat_map(|argument| uses(&argument.directives, Known::Inaccessible));
        let spans: Vec<Span> = hiding.map(|hiding| hiding.span).collect();
        if !spans.is_empty() {
            self.report.error(
                Code::DisallowedInaccessible,
                format!("Schemas apply @{}, so none of its arguments can be @inaccessible.", definition.name),
                &spans,
                "Remove @inaccessible from the argument.",
            );
        }
    }

    fn children(&mut self, definition: &TypeDef) {
        let hidden = match definition.kind {
            Kind::Object | Kind::Interface => definition.fields.values().all(|field| field.has(Known::Inaccessible)),
            Kind::Input => definition.inputs.values().all(|input| input.has(Known::Inaccessible)),
            Kind::Enum => definition.values.values().all(|value| value.has(Known::Inaccessible)),
            Kind::Union => definition.members.keys().all(|member| self.is_hidden_type(member)),
            Kind::Scalar => false,
        };
        if hidden {
            self.report.error(
                Code::OnlyInaccessibleChildren,
                format!("\"{}\" is visible, but all it holds is @inaccessible.", definition.name),
                &[definition.span],
                "Mark the type @inaccessible too, or show something of it.",
            );
        }
    }

    fn field(&mut self, definition: &TypeDef, field: &FieldDef) {
        let coordinate = format_args!("{}.{}", definition.name, field.name);
        let wanted: Vec<&FieldDef> = definition
            .implements
            .keys()
            .filter_map(|name| self.schema.types.get(name))
            .filter(|interface| !interface.has(Known::Inaccessible))
            .filter_map(|interface| interface.fields.get(&field.name))
            .filter(|wanted| !wanted.has(Known::Inaccessible))
            .collect();
        if field.has(Known::Inaccessible) {
            for wanted in wanted {
                self.report.error(
                    Code::ImplementedByInaccessible,
                    format!("\"{coordinate}\" is @inaccessible, but an interface of the type shows that field."),
                    &[field.span, wanted.span],
                    "Hide the interface's field too, or show this one.",
                );
            }
            return;
        }
        self.reference(coordinate, &field.ty, field.span);
        for argument in field.arguments.values() {
            let own = format_args!("{coordinate}({}:)", argument.name);
            self.input(own, argument);
            for of_interface in wanted.iter().filter_map(|wanted| wanted.arguments.get(&argument.name)) {
                self.implemented_argument(own, argument, of_interface);
            }
        }
    }

    /// An argument and the same of an interface's field.
    fn implemented_argument(&mut self, own: Arguments<'_>, argument: &InputDef, of_interface: &InputDef) {
        if argument.has(Known::Inaccessible) && !of_interface.has(Known::Inaccessible) {
            self.report.error(
                Code::ImplementedByInaccessible,
                format!("\"{own}\" is @inaccessible, but an interface of the type shows that argument."),
                &[argument.span, of_interface.span],
                "Hide the interface's argument too, or show this one.",
            );
        }
        if !argument.has(Known::Inaccessible) && of_interface.has(Known::Inaccessible) && argument.is_required() {
            self.report.error(
                Code::RequiredInaccessible,
                format!("\"{own}\" is required, but the interface hides that argument."),
                &[of_interface.span, argument.span],
                "Make it optional, or show the interface's argument.",
            );
        }
    }

    /// An argument or input field.
    fn input(&mut self, coordinate: Arguments<'_>, input: &InputDef) {
        if input.has(Known::Inaccessible) {
            if input.is_required() {
                self.report.error(
                    Code::RequiredInaccessible,
                    format!("\"{coordinate}\" is @inaccessible, but callers must give it."),
                    &[input.span],
                    "Make it nullable, give it a default, or show it.",
                );
            }
            return;
        }
        self.reference(coordinate, &input.ty, input.span);
        // Of a type that is hidden whole, the reference says all there is to say.
        if !self.is_hidden_type(input.ty.base())
            && let Some(default) = &input.default
            && let Some(hidden) = self.hidden_in(default, input.ty.base())
        {
            self.report.error(
                Code::DefaultValueUsesInaccessible,
                format!("The default value of \"{coordinate}\" uses \"{hidden}\", which is @inaccessible."),
                &[input.span],
                "Choose another default, or show what it uses.",
            );
        }
    }

    fn reference(&mut self, coordinate: Arguments<'_>, ty: &TypeRef, span: Span) {
        if self.is_hidden_type(ty.base()) {
            self.report.error(
                Code::ReferencedInaccessible,
                format!("\"{coordinate}\" is visible, but its type \"{}\" is @inaccessible.", ty.base()),
                &[span, self.schema.types[ty.base()].span],
                "Mark it @inaccessible too, or show the type.",
            );
        }
    }

    fn is_hidden_type(&self, name: &str) -> bool {
        self.schema
            .types
            .get(name)
            .is_some_and(|definition| is_hidden(&definition.directives))
    }

    /// A hidden enum value or input field that a literal uses.
    fn hidden_in(&self, value: &Value, base: &str) -> Option<String> {
        let definition = self.schema.types.get(base)?;
        match value {
            Value::List(items) => items.iter().find_map(|item| self.hidden_in(item, base)),
            Value::Enum(name) => self.hidden_value(definition, name),
            Value::String(name) => self.hidden_value(definition, name),
            Value::Object(fields) => fields.iter().find_map(|(name, value)| {
                let input = definition.inputs.get(name)?;
                if input.has(Known::Inaccessible) {
                    return Some(format!("{base}.{name}"));
                }
                self.hidden_in(value, input.ty.base())
            }),
            _ => None,
        }
    }

    fn hidden_value(&self, definition: &TypeDef, name: &str) -> Option<String> {
        let value = definition.values.get(name)?;
        value.has(Known::Inaccessible).then(|| format!("{}.{name}", definition.name))
    }
}
