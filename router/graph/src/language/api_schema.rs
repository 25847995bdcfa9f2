//! The schema clients see: the supergraph without what is inaccessible and without federation's machinery.

use apollo_compiler::collections::HashMap;
use apollo_compiler::schema::{ExtendedType, Implementers};
use apollo_compiler::validation::Valid;
use apollo_compiler::{Name, Node, Schema, ast};

use super::{Diagnostic, convert};

/// The API schema: validates operations and answers introspection.
#[derive(Debug)]
pub struct ApiSchema {
    pub(super) schema: Valid<Schema>,
    pub(super) implementers: HashMap<Name, Implementers>,
}

impl ApiSchema {
    /// Derives the API schema of a supergraph.
    pub fn from_supergraph_sdl(sdl: &str) -> Result<ApiSchema, Vec<Diagnostic>> {
        let schema = Schema::parse(sdl, "supergraph.graphql")
            .map_err(|failed| convert::diagnostics(&failed.errors, Diagnostic::PARSE_FAILED, usize::MAX))?;
        ApiSchema::from_supergraph(schema)
    }

    /// The schema as SDL.
    pub fn sdl(&self) -> String {
        self.schema.to_string()
    }

    pub(super) fn from_supergraph(mut schema: Schema) -> Result<ApiSchema, Vec<Diagnostic>> {
        let machinery = Machinery::of(&schema);
        strip(&mut schema, &machinery);
        let schema = schema
            .validate()
            .map_err(|failed| convert::diagnostics(&failed.errors, Diagnostic::INVALID_SUPERGRAPH, usize::MAX))?;
        let implementers = schema.implementers_map();
        Ok(ApiSchema { schema, implementers })
    }
}

/// The names that linked features bring into the supergraph.
pub(super) struct Machinery {
    /// Namespaces: an element named `ns`, or beginning with `ns__`, is the feature's.
    namespaces: Vec<String>,
    /// Imported names, directives with `@`.
    imports: Vec<String>,
    /// The name of `@inaccessible` here.
    pub(super) inaccessible: String,
    /// The names of `@authenticated`, `@requiresScopes`, `@policy` here.
    pub(super) security: [String; 3],
    /// The name of `@context` here.
    pub(super) context: String,
}

impl Machinery {
    pub(super) fn of(schema: &Schema) -> Self {
        let mut machinery = Machinery {
            namespaces: vec!["link".into(), "core".into(), "join".into()],
            imports: Vec::new(),
            inaccessible: "inaccessible".into(),
            security: ["authenticated".into(), "requiresScopes".into(), "policy".into()],
            context: "context".into(),
        };
        for directive in schema.schema_definition.directives.iter() {
            if directive.name != "link" && directive.name != "core" {
                continue;
            }
            let text = |name: &str| directive.specified_argument_by_name(name).and_then(|value| value.as_str());
            let Some(url) = text("url").or_else(|| text("feature")) else {
                continue;
            };
            let mut segments = url.trim_end_matches('/').rsplit('/');
            let version = segments.next().unwrap_or_default();
            let is_version = version
                .strip_prefix('v')
                .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
            let feature = if is_version { segments.next().unwrap_or_default() } else { version };
            let namespace = text("as").unwrap_or(feature).to_owned();
            machinery.rename(feature, namespace.clone());
            machinery.namespaces.push(namespace);
            let imports = directive
                .specified_argument_by_name("import")
                .and_then(|value| value.as_list())
                .unwrap_or(&[]);
            for import in imports {
                let (name, alias) = match &**import {
                    ast::Value::String(name) => (name.as_str(), name.as_str()),
                    ast::Value::Object(fields) => {
                        let get = |key: &str| fields.iter().find(|(name, _)| name == key).and_then(|(_, value)| value.as_str());
                        let name = get("name").unwrap_or_default();
                        (name, get("as").unwrap_or(name))
                    }
                    _ => continue,
                };
                if let (Some(name), Some(alias)) = (name.strip_prefix('@'), alias.strip_prefix('@')) {
                    machinery.rename(name, alias.to_owned());
                }
                machinery.imports.push(alias.to_owned());
            }
        }
        machinery
    }

    fn rename(&mut self, feature: &str, alias: String) {
        if feature == "inaccessible" {
            self.inaccessible = alias;
        } else if feature == "context" {
            self.context = alias;
        } else if let Some(index) = ["authenticated", "requiresScopes", "policy"]
            .iter()
            .position(|name| *name == feature)
        {
            self.security[index] = alias;
        }
    }

    fn owns(&self, name: &str) -> bool {
        self.namespaces
            .iter()
            .any(|namespace| name == namespace || name.strip_prefix(namespace.as_str()).is_some_and(|rest| rest.starts_with("__")))
    }

    pub(super) fn owns_type(&self, name: &str) -> bool {
        // A type may bear the bare name of a feature (`type join`); only its namespace belongs to the feature.
        self.imports.iter().any(|import| import == name)
            || self
                .namespaces
                .iter()
                .any(|namespace| name.strip_prefix(namespace.as_str()).is_some_and(|rest| rest.starts_with("__")))
    }

    fn owns_directive(&self, name: &str) -> bool {
        self.owns(name) || self.imports.iter().any(|import| import.strip_prefix('@') == Some(name))
    }
}

/// Keeps what clients may see.
fn strip(schema: &mut Schema, machinery: &Machinery) {
    let hidden = |directives: &ast::DirectiveList| directives.has(&machinery.inaccessible);
    let inaccessible: Vec<Name> = schema
        .types
        .iter()
        .filter(|(_, ty)| ty.directives().has(&machinery.inaccessible))
        .map(|(name, _)| name.clone())
        .collect();
    let gone = |name: &Name| inaccessible.contains(name) || machinery.owns_type(name);
    schema.types.retain(|name, _| !gone(name));
    schema.directive_definitions.retain(|name, _| !machinery.owns_directive(name));

    let definition = schema.schema_definition.make_mut();
    definition
        .directives
        .0
        .retain(|directive| !machinery.owns_directive(&directive.name));
    for root in [&mut definition.query, &mut definition.mutation, &mut definition.subscription] {
        if root.as_ref().is_some_and(|name| gone(&name.name)) {
            *root = None;
        }
    }
    for definition in schema.directive_definitions.values_mut() {
        if definition.is_built_in() {
            continue;
        }
        let definition = definition.make_mut();
        strip_arguments(&mut definition.arguments, machinery);
    }
    for ty in schema.types.values_mut() {
        if ty.is_built_in() {
            continue;
        }
        match ty {
            ExtendedType::Scalar(scalar) => {
                scalar
                    .make_mut()
                    .directives
                    .0
                    .retain(|directive| !machinery.owns_directive(&directive.name));
            }
            ExtendedType::Object(object) => {
                let object = object.make_mut();
                object.directives.0.retain(|directive| !machinery.owns_directive(&directive.name));
                object.implements_interfaces.retain(|name| !gone(&name.name));
                strip_fields(&mut object.fields, machinery);
            }
            ExtendedType::Interface(interface) => {
                let interface = interface.make_mut();
                interface
                    .directives
                    .0
                    .retain(|directive| !machinery.owns_directive(&directive.name));
                interface.implements_interfaces.retain(|name| !gone(&name.name));
                strip_fields(&mut interface.fields, machinery);
            }
            ExtendedType::Union(union_type) => {
                let union_type = union_type.make_mut();
                union_type
                    .directives
                    .0
                    .retain(|directive| !machinery.owns_directive(&directive.name));
                union_type.members.retain(|name| !gone(&name.name));
            }
            ExtendedType::Enum(enum_type) => {
                let enum_type = enum_type.make_mut();
                enum_type
                    .directives
                    .0
                    .retain(|directive| !machinery.owns_directive(&directive.name));
                enum_type.values.retain(|_, value| !hidden(&value.directives));
                for value in enum_type.values.values_mut() {
                    strip_directives(&mut value.make_mut().directives, machinery);
                }
            }
            ExtendedType::InputObject(input) => {
                let input = input.make_mut();
                input.directives.0.retain(|directive| !machinery.owns_directive(&directive.name));
                input.fields.retain(|_, field| !hidden(&field.directives));
                for field in input.fields.values_mut() {
                    strip_directives(&mut field.make_mut().directives, machinery);
                }
            }
        }
    }
}

fn strip_fields(
    fields: &mut apollo_compiler::collections::IndexMap<Name, apollo_compiler::schema::Component<ast::FieldDefinition>>,
    machinery: &Machinery,
) {
    fields.retain(|_, field| !field.directives.has(&machinery.inaccessible));
    for field in fields.values_mut() {
        let field = field.make_mut();
        strip_directives(&mut field.directives, machinery);
        strip_arguments(&mut field.arguments, machinery);
    }
}

fn strip_arguments(arguments: &mut Vec<Node<ast::InputValueDefinition>>, machinery: &Machinery) {
    arguments.retain(|argument| !argument.directives.has(&machinery.inaccessible));
    for argument in arguments {
        strip_directives(&mut argument.make_mut().directives, machinery);
    }
}

fn strip_directives(directives: &mut ast::DirectiveList, machinery: &Machinery) {
    directives.0.retain(|directive| !machinery.owns_directive(&directive.name));
}
