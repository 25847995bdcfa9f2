//! apollo-compiler's syntax tree to our model. Definitions and extensions of a type become one type with blocks.

use crate::model::{
    Block, DirectiveDef, DirectiveUse, EnumValueDef, FieldDef, IndexMap, InputDef, Kind, Marks, Name, RootKind, Schema, Span, TypeDef,
    TypeRef, Value,
};
use apollo_compiler::Node;
use apollo_compiler::ast;
use indexmap::map::Entry;

/// Interns a document; of repeated members the first is kept (validation reports the others).
pub(super) fn schema(document: &ast::Document, subgraph: usize) -> Schema {
    let mut interner = Interner {
        subgraph,
        schema: Schema::default(),
    };
    for definition in &document.definitions {
        interner.definition(definition);
    }
    interner.schema
}

struct Interner {
    subgraph: usize,
    schema: Schema,
}

/// What all type definitions and extensions have.
struct Header<'a> {
    name: &'a apollo_compiler::Name,
    kind: Kind,
    is_extension: bool,
    description: Option<&'a Node<str>>,
    directives: &'a ast::DirectiveList,
}

impl Interner {
    fn span_of(&self, location: Option<apollo_compiler::parser::SourceSpan>) -> Span {
        location.map_or(Span::whole(self.subgraph), |location| Span::new(self.subgraph, location.offset()))
    }

    fn definition(&mut self, definition: &ast::Definition) {
        use ast::Definition::*;
        match definition {
            DirectiveDefinition(node) => {
                let definition = DirectiveDef {
                    name: shared(&node.name),
                    description: text(node.description.as_ref()),
                    arguments: self.inputs(&node.arguments),
                    is_repeatable: node.repeatable,
                    locations: node.locations.iter().map(|location| location.name()).collect(),
                    span: self.span_of(node.name.location()),
                };
                self.schema.directive_defs.entry(definition.name.clone()).or_insert(definition);
            }
            SchemaDefinition(node) => {
                self.schema.description = text(node.description.as_ref());
                self.roots(&node.directives, &node.root_operations);
            }
            SchemaExtension(node) => self.roots(&node.directives, &node.root_operations),
            ScalarTypeDefinition(node) => {
                self.block(header(&node.name, Kind::Scalar, false, node.description.as_ref(), &node.directives));
            }
            ScalarTypeExtension(node) => {
                self.block(header(&node.name, Kind::Scalar, true, None, &node.directives));
            }
            ObjectTypeDefinition(node) => self.composite(
                header(&node.name, Kind::Object, false, node.description.as_ref(), &node.directives),
                &node.implements_interfaces,
                &node.fields,
            ),
            ObjectTypeExtension(node) => self.composite(
                header(&node.name, Kind::Object, true, None, &node.directives),
                &node.implements_interfaces,
                &node.fields,
            ),
            InterfaceTypeDefinition(node) => self.composite(
                header(&node.name, Kind::Interface, false, node.description.as_ref(), &node.directives),
                &node.implements_interfaces,
                &node.fields,
            ),
            InterfaceTypeExtension(node) => self.composite(
                header(&node.name, Kind::Interface, true, None, &node.directives),
                &node.implements_interfaces,
                &node.fields,
            ),
            UnionTypeDefinition(node) => self.union(
                header(&node.name, Kind::Union, false, node.description.as_ref(), &node.directives),
                &node.members,
            ),
            UnionTypeExtension(node) => {
                self.union(header(&node.name, Kind::Union, true, None, &node.directives), &node.members);
            }
            EnumTypeDefinition(node) => self.enumeration(
                header(&node.name, Kind::Enum, false, node.description.as_ref(), &node.directives),
                &node.values,
            ),
            EnumTypeExtension(node) => {
                self.enumeration(header(&node.name, Kind::Enum, true, None, &node.directives), &node.values);
            }
            InputObjectTypeDefinition(node) => self.input(
                header(&node.name, Kind::Input, false, node.description.as_ref(), &node.directives),
                &node.fields,
            ),
            InputObjectTypeExtension(node) => {
                self.input(header(&node.name, Kind::Input, true, None, &node.directives), &node.fields);
            }
            OperationDefinition(_) | FragmentDefinition(_) => {}
        }
    }

    fn roots(&mut self, directives: &ast::DirectiveList, roots: &[Node<(ast::OperationType, ast::NamedType)>]) {
        let directives = self.directives(directives, 0);
        self.schema.directives.extend(directives);
        for root in roots {
            let kind = match root.0 {
                ast::OperationType::Query => RootKind::Query,
                ast::OperationType::Mutation => RootKind::Mutation,
                ast::OperationType::Subscription => RootKind::Subscription,
            };
            let span = self.span_of(root.1.location());
            self.schema.roots.entry(kind).or_insert((shared(&root.1), Some(span)));
        }
    }

    /// Opens a block of a type; gives the type and the block's index.
    fn block(&mut self, header: Header<'_>) -> (Name, usize) {
        let name: Name = shared(header.name);
        let span = self.span_of(header.name.location());
        let known = self.schema.types.get(&name).map_or(0, |definition| definition.blocks.len());
        let directives = self.directives(header.directives, known);
        let definition = self
            .schema
            .types
            .entry(name.clone())
            .or_insert_with(|| TypeDef::new(name.clone(), header.kind, span));
        if !header.is_extension {
            // Errors about the type point at its definition, wherever its extensions stand.
            definition.span = span;
            definition.description = text(header.description);
        }
        definition.blocks.push(Block {
            is_extension: header.is_extension,
        });
        definition.directives.extend(directives);
        (name, known)
    }

    fn composite(&mut self, header: Header<'_>, implements: &[apollo_compiler::Name], fields: &[Node<ast::FieldDefinition>]) {
        let (name, block) = self.block(header);
        for interface in implements {
            let span = self.span_of(interface.location());
            self.schema.types[&name].implements.entry(shared(interface)).or_insert(span);
        }
        for field in fields {
            let definition = FieldDef {
                name: shared(&field.name),
                description: text(field.description.as_ref()),
                arguments: self.inputs(&field.arguments),
                ty: type_ref(&field.ty),
                directives: self.directives(&field.directives, 0),
                span: self.span_of(field.name.location()),
                block,
                marks: Marks::default(),
            };
            self.schema.types[&name].fields.entry(definition.name.clone()).or_insert(definition);
        }
    }

    fn union(&mut self, header: Header<'_>, members: &[ast::NamedType]) {
        let (name, _) = self.block(header);
        for member in members {
            let span = self.span_of(member.location());
            self.schema.types[&name].members.entry(shared(member)).or_insert(span);
        }
    }

    fn enumeration(&mut self, header: Header<'_>, values: &[Node<ast::EnumValueDefinition>]) {
        let (name, _) = self.block(header);
        for value in values {
            let definition = EnumValueDef {
                name: shared(&value.value),
                description: text(value.description.as_ref()),
                directives: self.directives(&value.directives, 0),
                span: self.span_of(value.value.location()),
            };
            self.schema.types[&name].values.entry(definition.name.clone()).or_insert(definition);
        }
    }

    fn input(&mut self, header: Header<'_>, fields: &[Node<ast::InputValueDefinition>]) {
        let (name, _) = self.block(header);
        for (field, definition) in self.inputs(fields) {
            if let Entry::Vacant(vacant) = self.schema.types[&name].inputs.entry(field) {
                vacant.insert(definition);
            }
        }
    }

    fn inputs(&self, inputs: &[Node<ast::InputValueDefinition>]) -> IndexMap<Name, InputDef> {
        let mut interned = IndexMap::with_capacity_and_hasher(inputs.len(), Default::default());
        for input in inputs {
            let definition = InputDef {
                name: shared(&input.name),
                description: text(input.description.as_ref()),
                ty: type_ref(&input.ty),
                default: input.default_value.as_ref().map(|default| value(default)),
                directives: self.directives(&input.directives, 0),
                span: self.span_of(input.name.location()),
                from_context: None,
            };
            interned.entry(definition.name.clone()).or_insert(definition);
        }
        interned
    }

    fn directives(&self, list: &ast::DirectiveList, block: usize) -> Vec<DirectiveUse> {
        list.iter()
            .map(|directive| DirectiveUse {
                name: shared(&directive.name),
                known: None,
                arguments: directive
                    .arguments
                    .iter()
                    .map(|argument| {
                        let span = self.span_of(argument.value.location());
                        (shared(&argument.name), value(&argument.value), span)
                    })
                    .collect(),
                span: self.span_of(directive.location()),
                block,
            })
            .collect()
    }
}

fn header<'a>(
    name: &'a apollo_compiler::Name,
    kind: Kind,
    is_extension: bool,
    description: Option<&'a Node<str>>,
    directives: &'a ast::DirectiveList,
) -> Header<'a> {
    Header {
        name,
        kind,
        is_extension,
        description,
        directives,
    }
}

/// The name, in the memory where the syntax tree has it.
fn shared(name: &apollo_compiler::Name) -> Name {
    name.to_cloned_arc().unwrap_or_else(|| name.as_str().into())
}

fn text(description: Option<&Node<str>>) -> Option<String> {
    description.map(|description| description.as_str().to_string())
}

fn type_ref(ty: &ast::Type) -> TypeRef {
    match ty {
        ast::Type::Named(name) => TypeRef::Named(shared(name)),
        ast::Type::NonNullNamed(name) => TypeRef::NonNull(Box::new(TypeRef::Named(shared(name)))),
        ast::Type::List(inner) => TypeRef::List(Box::new(type_ref(inner))),
        ast::Type::NonNullList(inner) => TypeRef::NonNull(Box::new(TypeRef::List(Box::new(type_ref(inner))))),
    }
}

fn value(node: &ast::Value) -> Value {
    match node {
        ast::Value::Null => Value::Null,
        ast::Value::Enum(name) => Value::Enum(shared(name)),
        ast::Value::Variable(name) => Value::Variable(shared(name)),
        ast::Value::String(text) => Value::String(text.clone()),
        ast::Value::Float(number) => Value::Float(number.to_string()),
        ast::Value::Int(number) => Value::Int(number.to_string()),
        ast::Value::Boolean(flag) => Value::Boolean(*flag),
        ast::Value::List(items) => Value::List(items.iter().map(|item| value(item)).collect()),
        ast::Value::Object(fields) => Value::Object(fields.iter().map(|(name, field)| (shared(name), value(field))).collect()),
    }
}
