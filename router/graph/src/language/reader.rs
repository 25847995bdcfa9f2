//! Reads supergraph SDL (join 0.1 to 0.5) into the interned model.

use std::collections::BTreeMap;

use apollo_compiler::schema::{ExtendedType, FieldDefinition as AstField};
use apollo_compiler::{Node, Schema, ast, schema};

use super::api_schema::Machinery;
use super::field_sets::Pending;
use super::{ApiSchema, Diagnostic, convert};
use crate::supergraph::{
    EnumValueDefinition, FieldDefinition, FieldId, FieldJoin, FieldJoins, InputValueDefinition, Requirement, Subgraph, SubgraphId,
    Supergraph, TypeDefinition, TypeId, TypeJoin, TypeKind, TypeRef,
};

const BUILT_IN_SCALARS: [&str; 5] = ["Int", "Float", "String", "Boolean", "ID"];

impl Supergraph {
    /// Reads supergraph SDL. Every error is an `INVALID_FEDERATION_SUPERGRAPH` or a syntax error with its location.
    pub fn parse(sdl: &str) -> Result<Supergraph, Vec<Diagnostic>> {
        let schema = Schema::parse(sdl, "supergraph.graphql")
            .map_err(|failed| convert::diagnostics(&failed.errors, Diagnostic::PARSE_FAILED, usize::MAX))?;
        let machinery = Machinery::of(&schema);
        let mut reader = Reader::new(&schema, &machinery);
        reader.subgraphs();
        reader.declare();
        reader.define();
        reader.possible_types();
        reader.field_sets();
        reader.complete_owned();
        let root = |name: Option<&schema::ComponentName>| name.and_then(|name| reader.names.get(name.as_str()).copied());
        let definition = &schema.schema_definition;
        let (query, mutation, subscription) = (
            root(definition.query.as_ref()),
            root(definition.mutation.as_ref()),
            root(definition.subscription.as_ref()),
        );
        if query.is_none() {
            reader.fail("The supergraph has no query root.".to_owned());
        }
        if reader.subgraphs.is_empty() {
            reader.fail("The supergraph has no join__Graph enum: it is not a federation supergraph.".to_owned());
        }
        let Reader {
            subgraphs,
            types,
            fields,
            names,
            errors,
            ..
        } = reader;
        let Some(query) = query.filter(|_| errors.is_empty()) else {
            return Err(errors);
        };
        let has_authorisation =
            types.iter().any(|ty| ty.authorisation.is_some()) || fields.iter().any(|field| field.authorisation.is_some());
        let joins = fields.iter().flat_map(|field| match &field.joins {
            FieldJoins::In(joins) => joins.as_slice(),
            FieldJoins::Everywhere => &[],
        });
        let arguments = joins.flat_map(|join| &join.context_arguments);
        let context_arguments = arguments.map(|argument| (argument.variable.clone(), argument.clone())).collect();
        let api = ApiSchema::from_supergraph(schema)?;
        Ok(Supergraph {
            subgraphs,
            types,
            fields,
            query,
            mutation,
            subscription,
            api,
            context_arguments,
            has_authorisation,
            types_by_name: names,
        })
    }
}

pub(super) struct Reader<'a> {
    pub(super) schema: &'a Schema,
    pub(super) machinery: &'a Machinery,
    pub(super) subgraphs: Vec<Subgraph>,
    graphs: BTreeMap<String, SubgraphId>,
    pub(super) types: Vec<TypeDefinition>,
    pub(super) fields: Vec<FieldDefinition>,
    pub(super) names: BTreeMap<Box<str>, TypeId>,
    pub(super) pending: Vec<Pending>,
    /// Context arguments read so far.
    pub(super) context_arguments: usize,
    errors: Vec<Diagnostic>,
}

impl<'a> Reader<'a> {
    fn new(schema: &'a Schema, machinery: &'a Machinery) -> Self {
        Reader {
            schema,
            machinery,
            subgraphs: Vec::new(),
            graphs: BTreeMap::new(),
            types: Vec::new(),
            fields: Vec::new(),
            names: BTreeMap::new(),
            pending: Vec::new(),
            context_arguments: 0,
            errors: Vec::new(),
        }
    }

    pub(super) fn fail(&mut self, message: String) {
        self.errors.push(Diagnostic::new(Diagnostic::INVALID_SUPERGRAPH, message));
    }

    fn subgraphs(&mut self) {
        let Some(graph) = self.schema.get_enum("join__Graph") else {
            return;
        };
        for (value, definition) in &graph.values {
            let directive = definition.directives.get("join__graph");
            let text = |name: &str| directive.and_then(|directive| text_argument(directive, name)).unwrap_or_default();
            let id = SubgraphId(self.subgraphs.len() as u32);
            self.graphs.insert(value.to_string(), id);
            self.subgraphs.push(Subgraph {
                name: text("name").into(),
                enum_value: value.as_str().into(),
                url: text("url").into(),
            });
        }
    }

    /// Gives every type its id.
    fn declare(&mut self) {
        let built_in = BUILT_IN_SCALARS.iter().map(|name| (*name, TypeKind::Scalar));
        let declared = self.schema.types.iter().filter_map(|(name, ty)| {
            if ty.is_built_in() || self.machinery.owns_type(name) || BUILT_IN_SCALARS.contains(&name.as_str()) {
                return None;
            }
            let kind = match ty {
                ExtendedType::Scalar(_) => TypeKind::Scalar,
                ExtendedType::Object(_) => TypeKind::Object,
                ExtendedType::Interface(_) => TypeKind::Interface,
                ExtendedType::Union(_) => TypeKind::Union,
                ExtendedType::Enum(_) => TypeKind::Enum,
                ExtendedType::InputObject(_) => TypeKind::InputObject,
            };
            Some((name.as_str(), kind))
        });
        for (name, kind) in built_in.chain(declared) {
            let id = TypeId(self.types.len() as u32);
            self.names.insert(name.into(), id);
            self.types.push(TypeDefinition {
                id,
                name: name.into(),
                kind,
                joins: Vec::new(),
                fields: Vec::new(),
                input_fields: Vec::new(),
                enum_values: Vec::new(),
                interfaces: Vec::new(),
                possible_types: Vec::new(),
                possible_types_in: vec![Vec::new(); self.subgraphs.len()],
                inaccessible: false,
                one_of: false,
                authorisation: None,
                fields_by_name: BTreeMap::new(),
            });
        }
    }

    fn define(&mut self) {
        for index in 0..self.types.len() {
            let name = self.types[index].name.clone();
            let Some(definition) = self.schema.types.get(&*name) else {
                self.everywhere(index);
                continue;
            };
            if index < BUILT_IN_SCALARS.len() {
                self.everywhere(index);
                continue;
            }
            let directives = definition.directives();
            self.types[index].inaccessible = directives.has(&self.machinery.inaccessible);
            self.types[index].one_of = directives.has("oneOf");
            self.types[index].authorisation = self.requirement(&directives.iter().map(|directive| &**directive).collect::<Vec<_>>());
            let owner = directives.get("join__owner").and_then(|directive| self.graph_of(directive));
            for directive in directives.get_all("join__type") {
                self.type_join(index, directive);
            }
            if self.types[index].joins.is_empty() {
                self.everywhere(index);
            }
            self.types[index].joins.sort_by_key(|join| join.subgraph);
            match definition {
                ExtendedType::Object(object) => {
                    let interfaces = object.implements_interfaces.iter().map(|name| name.as_str()).collect();
                    self.output_fields(index, interfaces, object.fields.values(), owner);
                }
                ExtendedType::Interface(interface) => {
                    let interfaces = interface.implements_interfaces.iter().map(|name| name.as_str()).collect();
                    self.output_fields(index, interfaces, interface.fields.values(), None);
                }
                ExtendedType::Enum(enum_type) => {
                    for value in enum_type.values.values() {
                        let subgraphs = value
                            .directives
                            .get_all("join__enumValue")
                            .filter_map(|directive| self.graph_of(directive))
                            .collect();
                        self.types[index].enum_values.push(EnumValueDefinition {
                            name: value.value.as_str().into(),
                            subgraphs,
                            inaccessible: value.directives.has(&self.machinery.inaccessible),
                        });
                    }
                }
                ExtendedType::InputObject(input) => {
                    for field in input.fields.values() {
                        if let Some(field) = self.input_value(field) {
                            self.types[index].input_fields.push(field);
                        }
                    }
                }
                ExtendedType::Scalar(_) | ExtendedType::Union(_) => {}
            }
        }
    }

    /// Types without any `join__type` (built-in scalars, value types of join 0.1) are in every subgraph.
    fn everywhere(&mut self, index: usize) {
        self.types[index].joins = (0..self.subgraphs.len() as u32)
            .map(|subgraph| TypeJoin {
                subgraph: SubgraphId(subgraph),
                keys: Vec::new(),
                is_interface_object: false,
            })
            .collect();
    }

    fn type_join(&mut self, index: usize, directive: &Node<ast::Directive>) {
        let Some(subgraph) = self.graph_of(directive) else {
            let name = self.types[index].name.clone();
            return self.fail(format!("@join__type of {name} names an unknown graph."));
        };
        let flag = |name: &str, default: bool| flag_argument(directive, name).unwrap_or(default);
        let position = match self.types[index].joins.iter().position(|join| join.subgraph == subgraph) {
            Some(position) => position,
            None => {
                self.types[index].joins.push(TypeJoin {
                    subgraph,
                    keys: Vec::new(),
                    is_interface_object: false,
                });
                self.types[index].joins.len() - 1
            }
        };
        self.types[index].joins[position].is_interface_object |= flag("isInterfaceObject", false);
        if let Some(text) = text_argument(directive, "key") {
            self.pending.push(Pending::Key {
                ty: TypeId(index as u32),
                join: subgraph.index(),
                text: text.to_owned(),
                resolvable: flag("resolvable", true),
                extension: flag("extension", false),
            });
        }
    }

    fn output_fields<'f>(
        &mut self,
        index: usize,
        interfaces: Vec<&str>,
        fields: impl Iterator<Item = &'f schema::Component<AstField>>,
        owner: Option<SubgraphId>,
    ) {
        self.types[index].interfaces = interfaces.iter().filter_map(|name| self.names.get(*name).copied()).collect();
        let parent = TypeId(index as u32);
        for field in fields {
            let Some(ty) = self.type_ref(&field.ty, &field.name) else {
                continue;
            };
            let id = FieldId(self.fields.len() as u32);
            let applications: Vec<&Node<ast::Directive>> = field.directives.get_all("join__field").collect();
            let mut joins = Vec::new();
            for directive in &applications {
                let Some(subgraph) = self.graph_of(directive) else {
                    continue;
                };
                let override_label = text_argument(directive, "overrideLabel").map(Into::into);
                let join = FieldJoin {
                    subgraph,
                    ty: text_argument(directive, "type").and_then(|text| self.parse_type(text, &field.name)),
                    external: flag_argument(directive, "external").unwrap_or(false),
                    requires: None,
                    provides: None,
                    override_from: text_argument(directive, "override").map(Into::into),
                    override_label,
                    used_overridden: flag_argument(directive, "usedOverridden").unwrap_or(false),
                    context_arguments: Vec::new(),
                };
                if let Some(arguments) = directive.specified_argument_by_name("contextArguments") {
                    self.pending.push(Pending::Contexts {
                        field: id,
                        join: subgraph.index(),
                        arguments: arguments.clone(),
                    });
                }
                if let Some(text) = text_argument(directive, "requires") {
                    self.pending.push(Pending::Requires {
                        field: id,
                        join: subgraph.index(),
                        text: text.to_owned(),
                    });
                }
                if let Some(text) = text_argument(directive, "provides") {
                    self.pending.push(Pending::Provides {
                        field: id,
                        join: subgraph.index(),
                        text: text.to_owned(),
                    });
                }
                joins.push(join);
            }
            joins.sort_by_key(|join: &FieldJoin| join.subgraph);
            let joins = match owner {
                _ if !applications.is_empty() => FieldJoins::In(joins),
                Some(subgraph) => FieldJoins::In(vec![FieldJoin::plain(subgraph)]),
                None => FieldJoins::Everywhere,
            };
            let arguments = field.arguments.iter().filter_map(|argument| self.input_value(argument)).collect();
            let authorisation = self.requirement(&field.directives.iter().collect::<Vec<_>>());
            self.fields.push(FieldDefinition {
                id,
                name: field.name.as_str().into(),
                parent,
                ty,
                arguments,
                joins,
                inaccessible: field.directives.has(&self.machinery.inaccessible),
                authorisation,
            });
            self.types[index].fields.push(id);
            self.types[index].fields_by_name.insert(field.name.as_str().into(), id);
        }
    }

    fn input_value(&mut self, input: &ast::InputValueDefinition) -> Option<InputValueDefinition> {
        Some(InputValueDefinition {
            name: input.name.as_str().into(),
            ty: self.type_ref(&input.ty, &input.name)?,
            default: input.default_value.as_ref().map(|value| convert::value(value)),
            inaccessible: input.directives.has(&self.machinery.inaccessible),
        })
    }

    fn requirement(&self, directives: &[&Node<ast::Directive>]) -> Option<Requirement> {
        let [authenticated, scopes, policy] = &self.machinery.security;
        let find = |name: &str| directives.iter().find(|directive| directive.name == name);
        let lists = |name: &str, argument: &str| {
            let outer = find(name)?.specified_argument_by_name(argument)?;
            Some(
                list_items(outer)
                    .into_iter()
                    .map(|inner| list_items(inner).into_iter().map(word).collect())
                    .collect(),
            )
        };
        let requirement = Requirement {
            authenticated: find(authenticated).is_some(),
            scopes: lists(scopes, "scopes"),
            policies: lists(policy, "policies"),
        };
        (requirement != Requirement::default()).then_some(requirement)
    }

    fn possible_types(&mut self) {
        let says_implements = self.schema.directive_definitions.contains_key("join__implements");
        for index in 0..self.types.len() {
            let id = TypeId(index as u32);
            let name = self.types[index].name.clone();
            match self.types[index].kind {
                TypeKind::Object => {
                    self.types[index].possible_types = vec![id];
                    for join in self.types[index].joins.clone() {
                        self.types[index].possible_types_in[join.subgraph.index()] = vec![id];
                    }
                    let implemented: Vec<(SubgraphId, TypeId)> = if says_implements {
                        let directives = self.schema.types[&*name].directives();
                        directives
                            .get_all("join__implements")
                            .filter_map(|directive| {
                                let interface = self.names.get(text_argument(directive, "interface")?)?;
                                Some((self.graph_of(directive)?, *interface))
                            })
                            .collect()
                    } else {
                        let joins = &self.types[index].joins;
                        let interfaces = &self.types[index].interfaces;
                        joins
                            .iter()
                            .flat_map(|join| interfaces.iter().map(|interface| (join.subgraph, *interface)))
                            .collect()
                    };
                    for interface in self.types[index].interfaces.clone() {
                        self.types[interface.index()].possible_types.push(id);
                    }
                    for (subgraph, interface) in implemented {
                        self.possible_in(interface, subgraph, id);
                    }
                }
                TypeKind::Union => {
                    let ExtendedType::Union(union_type) = &self.schema.types[&*name] else {
                        continue;
                    };
                    let members: Vec<TypeId> = union_type
                        .members
                        .iter()
                        .filter_map(|member| self.names.get(member.as_str()).copied())
                        .collect();
                    let mut joined: Vec<(SubgraphId, TypeId)> = union_type
                        .directives
                        .get_all("join__unionMember")
                        .filter_map(|directive| {
                            let member = self.names.get(text_argument(directive, "member")?)?;
                            Some((self.graph_of(directive)?, *member))
                        })
                        .collect();
                    if joined.is_empty() {
                        let joins = &self.types[index].joins;
                        joined = joins
                            .iter()
                            .flat_map(|join| members.iter().map(|member| (join.subgraph, *member)))
                            .collect();
                    }
                    self.types[index].possible_types = members;
                    for (subgraph, member) in joined {
                        if self.types[member.index()].joins.iter().any(|join| join.subgraph == subgraph) {
                            self.possible_in(id, subgraph, member);
                        }
                    }
                }
                _ => {}
            }
        }
        for ty in &mut self.types {
            ty.possible_types.sort();
            for possible in &mut ty.possible_types_in {
                possible.sort();
                possible.dedup();
            }
        }
    }

    fn possible_in(&mut self, abstract_type: TypeId, subgraph: SubgraphId, object: TypeId) {
        let definition = &mut self.types[abstract_type.index()];
        let is_object_there = definition
            .joins
            .iter()
            .any(|join| join.subgraph == subgraph && join.is_interface_object);
        if !is_object_there {
            definition.possible_types_in[subgraph.index()].push(object);
        }
    }

    fn graph_of(&self, directive: &ast::Directive) -> Option<SubgraphId> {
        match &**directive.specified_argument_by_name("graph")? {
            ast::Value::Enum(name) => self.graphs.get(name.as_str()).copied(),
            _ => None,
        }
    }

    pub(super) fn parse_type(&mut self, text: &str, field: &str) -> Option<TypeRef> {
        match apollo_compiler::parser::Parser::new().parse_type(text, "type") {
            Ok(ty) => self.type_ref(&ty, field),
            Err(_) => {
                self.fail(format!("\"{text}\", the type of {field} in a subgraph, is not a type."));
                None
            }
        }
    }

    pub(super) fn type_ref(&mut self, ty: &ast::Type, what: &str) -> Option<TypeRef> {
        let (name, non_null, lists) = convert::type_shape(ty);
        match self.names.get(name) {
            Some(named) => Some(TypeRef {
                named: *named,
                non_null,
                lists,
            }),
            None => {
                self.fail(format!("{what} has the unknown type {name}."));
                None
            }
        }
    }
}

pub(super) fn text_argument<'d>(directive: &'d ast::Directive, name: &str) -> Option<&'d str> {
    directive.specified_argument_by_name(name).and_then(|value| value.as_str())
}

fn flag_argument(directive: &ast::Directive, name: &str) -> Option<bool> {
    directive.specified_argument_by_name(name).and_then(|value| value.to_bool())
}

/// The items of a list; a single value stands for a list of one.
pub(super) fn list_items(value: &Node<ast::Value>) -> Vec<&Node<ast::Value>> {
    match &**value {
        ast::Value::List(items) => items.iter().collect(),
        _ => vec![value],
    }
}

fn word(value: &Node<ast::Value>) -> Box<str> {
    value.as_str().unwrap_or_default().into()
}
