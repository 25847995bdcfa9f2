//! apollo-compiler's syntax tree to our model. Definitions and extensions of a type become one type with blocks.

use crate::model::{
    Block, DirectiveDef, DirectiveUse, EnumValueDef, FieldDef, IndexMap, InputDef, Kind, Marks, Name, RootKind, Schema, Span, TypeDef,
    TypeRef, Value, is_builtin_scalar,
};
use apollo_compiler::Node;
use apollo_compiler::ast;
use indexmap::map::Entry;

/// A document as a model, with what the model can not hold.
pub(super) struct Interned {
    pub schema: Schema,
    pub clashes: Vec<Clash>,
}

/// Something the document says twice, or of two kinds; the schema keeps the first.
#[derive(Debug)]
pub(super) struct Clash {
    pub what: Clashing,
    /// Name or coordinate of what is said twice.
    pub name: String,
    /// Where it is said again.
    pub span: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Clashing {
    Type,
    /// A definition and an extension of one name, of two kinds.
    Kind,
    /// An extension of a scalar of the language.
    BuiltinScalar,
    Directive,
    DirectiveArgument,
    Schema,
    Root,
    Field,
    Argument,
    Value,
    Member,
    Interface,
    /// An argument of a directive application.
    Application,
}

/// Interns a document.
pub(super) fn schema(document: &ast::Document, subgraph: usize) -> Interned {
    let mut interner = Interner {
        subgraph,
        has_schema: false,
        interned: Interned {
            schema: Schema::default(),
            clashes: Vec::new(),
        },
    };
    for definition in &document.definitions {
        interner.definition(definition);
    }
    interner.interned
}

struct Interner {
    subgraph: usize,
    has_schema: bool,
    interned: Interned,
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

    fn clash(&mut self, what: Clashing, name: String, span: Span) {
        self.interned.clashes.push(Clash { what, name, span });
    }

    fn definition(&mut self, definition: &ast::Definition) {
        use ast::Definition::*;
        match definition {
            DirectiveDefinition(node) => {
                let span = self.span_of(node.name.location());
                let definition = DirectiveDef {
                    name: shared(&node.name),
                    description: text(node.description.as_ref()),
                    arguments: self.inputs(&node.arguments, Clashing::DirectiveArgument, &|name| {
                        format!("@{}({name}:)", node.name)
                    }),
                    is_repeatable: node.repeatable,
                    locations: node.locations.iter().map(|location| location.name()).collect(),
                    span,
                };
                match self.interned.schema.directive_defs.entry(definition.name.clone()) {
                    Entry::Vacant(vacant) => drop(vacant.insert(definition)),
                    Entry::Occupied(_) => self.clash(Clashing::Directive, format!("@{}", node.name), span),
                }
            }
            SchemaDefinition(node) => {
                if std::mem::replace(&mut self.has_schema, true) {
                    let span = self.span_of(node.location());
                    self.clash(Clashing::Schema, "schema".to_string(), span);
                }
                self.interned.schema.description = text(node.description.as_ref());
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
        self.interned.schema.directives.extend(directives);
        for root in roots {
            let kind = match root.0 {
                ast::OperationType::Query => RootKind::Query,
                ast::OperationType::Mutation => RootKind::Mutation,
                ast::OperationType::Subscription => RootKind::Subscription,
            };
            let span = self.span_of(root.1.location());
            match self.interned.schema.roots.entry(kind) {
                Entry::Vacant(vacant) => drop(vacant.insert((shared(&root.1), Some(span)))),
                Entry::Occupied(_) => self.clash(Clashing::Root, kind.keyword().to_string(), span),
            }
        }
    }

    /// Opens a block of a type; gives the type and the block's index.
    fn block(&mut self, header: Header<'_>) -> (Name, usize) {
        let name: Name = shared(header.name);
        let span = self.span_of(header.name.location());
        if header.is_extension && is_builtin_scalar(&name) {
            self.clash(Clashing::BuiltinScalar, name.to_string(), span);
        }
        if let Some(known) = self.interned.schema.types.get(&name) {
            if known.kind != header.kind {
                self.clash(Clashing::Kind, name.to_string(), span);
            } else if !header.is_extension && known.blocks.iter().any(|block| !block.is_extension) {
                self.clash(Clashing::Type, name.to_string(), span);
            }
        }
        let known = self
            .interned
            .schema
            .types
            .get(&name)
            .map_or(0, |definition| definition.blocks.len());
        let directives = self.directives(header.directives, known);
        let definition = self
            .interned
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

    fn opened(&mut self, name: &str) -> &mut TypeDef {
        self.interned.schema.types.get_mut(name).expect("its block was opened just before")
    }

    fn composite(&mut self, header: Header<'_>, implements: &[apollo_compiler::Name], fields: &[Node<ast::FieldDefinition>]) {
        let (name, block) = self.block(header);
        for interface in implements {
            let span = self.span_of(interface.location());
            match self.opened(&name).implements.entry(shared(interface)) {
                Entry::Vacant(vacant) => drop(vacant.insert(span)),
                Entry::Occupied(_) => self.clash(Clashing::Interface, format!("{name} implements {interface}"), span),
            }
        }
        self.opened(&name).fields.reserve_exact(fields.len());
        for field in fields {
            let span = self.span_of(field.name.location());
            let coordinate = |argument: &str| format!("{name}.{}({argument}:)", field.name);
            let definition = FieldDef {
                name: shared(&field.name),
                description: text(field.description.as_ref()),
                arguments: self.inputs(&field.arguments, Clashing::Argument, &coordinate),
                ty: type_ref(&field.ty),
                directives: self.directives(&field.directives, 0),
                span,
                block,
                marks: Marks::default(),
            };
            match self.opened(&name).fields.entry(definition.name.clone()) {
                Entry::Vacant(vacant) => drop(vacant.insert(definition)),
                Entry::Occupied(_) => self.clash(Clashing::Field, format!("{name}.{}", field.name), span),
            }
        }
    }

    fn union(&mut self, header: Header<'_>, members: &[ast::NamedType]) {
        let (name, _) = self.block(header);
        for member in members {
            let span = self.span_of(member.location());
            match self.opened(&name).members.entry(shared(member)) {
                Entry::Vacant(vacant) => drop(vacant.insert(span)),
                Entry::Occupied(_) => self.clash(Clashing::Member, format!("{name} = {member}"), span),
            }
        }
    }

    fn enumeration(&mut self, header: Header<'_>, values: &[Node<ast::EnumValueDefinition>]) {
        let (name, _) = self.block(header);
        for value in values {
            let span = self.span_of(value.value.location());
            let definition = EnumValueDef {
                name: shared(&value.value),
                description: text(value.description.as_ref()),
                directives: self.directives(&value.directives, 0),
                span,
            };
            match self.opened(&name).values.entry(definition.name.clone()) {
                Entry::Vacant(vacant) => drop(vacant.insert(definition)),
                Entry::Occupied(_) => self.clash(Clashing::Value, format!("{name}.{}", value.value), span),
            }
        }
    }

    fn input(&mut self, header: Header<'_>, fields: &[Node<ast::InputValueDefinition>]) {
        let (name, _) = self.block(header);
        for (field, definition) in self.inputs(fields, Clashing::Field, &|field| format!("{name}.{field}")) {
            let span = definition.span;
            match self.opened(&name).inputs.entry(field) {
                Entry::Vacant(vacant) => drop(vacant.insert(definition)),
                Entry::Occupied(taken) => {
                    let coordinate = format!("{name}.{}", taken.key());
                    self.clash(Clashing::Field, coordinate, span);
                }
            }
        }
    }

    fn inputs(
        &mut self,
        inputs: &[Node<ast::InputValueDefinition>],
        what: Clashing,
        coordinate: &dyn Fn(&str) -> String,
    ) -> IndexMap<Name, InputDef> {
        let mut interned = IndexMap::with_capacity_and_hasher(inputs.len(), Default::default());
        for input in inputs {
            let span = self.span_of(input.name.location());
            let definition = InputDef {
                name: shared(&input.name),
                description: text(input.description.as_ref()),
                ty: type_ref(&input.ty),
                default: input.default_value.as_ref().map(|default| value(default)),
                directives: self.directives(&input.directives, 0),
                span,
                from_context: None,
            };
            match interned.entry(definition.name.clone()) {
                Entry::Vacant(vacant) => drop(vacant.insert(definition)),
                Entry::Occupied(_) => self.clash(what, coordinate(&input.name), span),
            }
        }
        interned
    }

    fn directives(&mut self, list: &ast::DirectiveList, block: usize) -> Vec<DirectiveUse> {
        let mut interned = Vec::with_capacity(list.len());
        for directive in list.iter() {
            let mut arguments: Vec<(Name, Value, Span)> = Vec::with_capacity(directive.arguments.len());
            for argument in &directive.arguments {
                let span = self.span_of(argument.value.location());
                if arguments.iter().any(|(name, ..)| **name == *argument.name) {
                    self.clash(Clashing::Application, format!("@{}({}:)", directive.name, argument.name), span);
                    continue;
                }
                arguments.push((shared(&argument.name), value(&argument.value), span));
            }
            interned.push(DirectiveUse {
                name: shared(&directive.name),
                known: None,
                arguments,
                span: self.span_of(directive.location()),
                block,
            });
        }
        interned
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
