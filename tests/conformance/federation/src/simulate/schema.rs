//! A schema ready to be asked: definitions and extensions joined, types read. Owns types and who belongs to whom; must not
//! know federation.

use crate::document::{Application, Definition, Keyword, Member};
use crate::request::read_value;
use router_graph::Value;
use std::collections::BTreeMap;

/// A type as written at a field or argument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ty {
    /// A named type.
    Named(String),
    /// A list.
    List(Box<Ty>),
    /// Never null.
    NonNull(Box<Ty>),
}

impl Ty {
    /// Reads what is written, such as `[Int!]!`.
    pub fn read(text: &str) -> Ty {
        let text = text.trim();
        if let Some(inner) = text.strip_suffix('!') {
            Ty::NonNull(Box::new(Ty::read(inner)))
        } else if let Some(inner) = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')) {
            Ty::List(Box::new(Ty::read(inner)))
        } else {
            Ty::Named(text.to_string())
        }
    }

    /// The name at its core.
    pub fn named(&self) -> &str {
        match self {
            Ty::Named(name) => name,
            Ty::List(inner) | Ty::NonNull(inner) => inner.named(),
        }
    }

    /// Whether null is refused.
    pub fn is_non_null(&self) -> bool {
        matches!(self, Ty::NonNull(_))
    }

    /// The same without its outermost mark of non-null.
    pub fn nullable(&self) -> &Ty {
        match self {
            Ty::NonNull(inner) => inner,
            _ => self,
        }
    }

    /// Refuses null wherever either does.
    pub fn strictest(&self, other: &Ty) -> Ty {
        let inner = match (self.nullable(), other.nullable()) {
            (Ty::List(one), Ty::List(two)) => Ty::List(Box::new(one.strictest(two))),
            (one, _) => one.clone(),
        };
        if self.is_non_null() || other.is_non_null() {
            Ty::NonNull(Box::new(inner))
        } else {
            inner
        }
    }
}

/// An argument or input field.
#[derive(Clone, Debug)]
pub struct Input {
    /// Its name.
    pub name: String,
    /// Its type.
    pub ty: Ty,
    /// Its default.
    pub default: Option<Value>,
    /// Directives applied to it.
    pub directives: Vec<Application>,
}

/// A field.
#[derive(Clone, Debug)]
pub struct FieldDefinition {
    /// Its name.
    pub name: String,
    /// Its type.
    pub ty: Ty,
    /// Its arguments.
    pub arguments: Vec<Input>,
    /// Directives applied to it.
    pub directives: Vec<Application>,
}

/// A named type.
#[derive(Clone, Debug)]
pub struct Type {
    /// What it is.
    pub keyword: Keyword,
    /// Interfaces.
    pub implements: Vec<String>,
    /// Fields of an object or interface.
    pub fields: Vec<FieldDefinition>,
    /// Fields of an input.
    pub inputs: Vec<Input>,
    /// Union members or enum values.
    pub names: Vec<String>,
    /// Directives applied to it.
    pub directives: Vec<Application>,
}

impl Type {
    /// The field of that name.
    pub fn field(&self, name: &str) -> Option<&FieldDefinition> {
        self.fields.iter().find(|field| field.name == name)
    }
}

/// A schema.
#[derive(Clone, Debug, Default)]
pub struct Schema {
    /// By name; scalars that are built in are not among them.
    pub types: BTreeMap<String, Type>,
    /// Root types by keyword.
    pub roots: BTreeMap<String, String>,
}

fn input(member: &Member) -> Input {
    Input {
        name: member.name.clone(),
        ty: Ty::read(&member.ty),
        default: member.default.as_deref().and_then(read_value),
        directives: member.directives.clone(),
    }
}

impl Schema {
    /// Joins definitions and extensions.
    pub fn new(definitions: &[Definition]) -> Schema {
        let mut schema = Schema::default();
        for definition in flattened(definitions) {
            let composite = matches!(definition.keyword, Keyword::Type | Keyword::Interface);
            let ty = Type {
                keyword: definition.keyword,
                implements: definition.implements,
                fields: definition
                    .members
                    .iter()
                    .filter(|_| composite)
                    .map(|member| FieldDefinition {
                        name: member.name.clone(),
                        ty: Ty::read(&member.ty),
                        arguments: member.arguments.iter().map(input).collect(),
                        directives: member.directives.clone(),
                    })
                    .collect(),
                inputs: match definition.keyword {
                    Keyword::Input => definition.members.iter().map(input).collect(),
                    _ => Vec::new(),
                },
                names: match definition.keyword {
                    Keyword::Union | Keyword::Enum => definition.members.iter().map(|member| member.name.clone()).collect(),
                    _ => Vec::new(),
                },
                directives: definition.directives,
            };
            schema.types.insert(definition.name, ty);
        }
        schema.roots = roots(definitions);
        schema.roots.retain(|_, name| schema.types.contains_key(name));
        schema
    }

    /// Whether a type has fields to select.
    pub fn is_composite(&self, name: &str) -> bool {
        let keyword = self.types.get(name).map(|ty| ty.keyword);
        matches!(keyword, Some(Keyword::Type | Keyword::Interface | Keyword::Union))
    }

    /// The object types a value of a type can have.
    pub fn possible(&self, name: &str) -> Vec<String> {
        match self.types.get(name).map(|ty| ty.keyword) {
            Some(Keyword::Type) => vec![name.to_string()],
            Some(Keyword::Union) => self.types[name].names.clone(),
            Some(Keyword::Interface) => {
                let objects = self.types.iter().filter(|(_, ty)| ty.keyword == Keyword::Type);
                let implementing = objects.filter(|(_, ty)| ty.implements.iter().any(|interface| interface == name));
                implementing.map(|(object, _)| object.clone()).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Whether an object of a type satisfies a type condition.
    pub fn applies(&self, object: &str, condition: &str) -> bool {
        object == condition
            || self
                .types
                .get(object)
                .is_some_and(|ty| ty.implements.iter().any(|name| name == condition))
            || self
                .types
                .get(condition)
                .is_some_and(|ty| ty.keyword == Keyword::Union && ty.names.iter().any(|name| name == object))
    }
}

/// The root types that a document names, or those that bear the usual names.
pub fn roots(definitions: &[Definition]) -> BTreeMap<String, String> {
    let named = definitions.iter().filter(|definition| definition.keyword == Keyword::Schema);
    let mut roots: BTreeMap<String, String> = named
        .flat_map(|definition| &definition.members)
        .map(|member| (member.name.clone(), member.ty.clone()))
        .collect();
    if roots.is_empty() {
        let usual = [("query", "Query"), ("mutation", "Mutation"), ("subscription", "Subscription")];
        roots = usual.map(|(keyword, name)| (keyword.to_string(), name.to_string())).into();
        let is_there = |name: &str| {
            let is_type = |definition: &Definition| definition.keyword == Keyword::Type && definition.name == name;
            definitions.iter().any(is_type)
        };
        roots.retain(|_, name| is_there(name));
    }
    roots
}

/// One definition per type, with what its extensions add.
pub fn flattened(definitions: &[Definition]) -> Vec<Definition> {
    let mut joined: Vec<Definition> = Vec::new();
    for definition in definitions {
        if matches!(definition.keyword, Keyword::Schema | Keyword::Directive) {
            continue;
        }
        let Some(known) = joined.iter_mut().find(|known| known.name == definition.name) else {
            joined.push(Definition {
                extend: false,
                ..definition.clone()
            });
            continue;
        };
        known.directives.extend(definition.directives.iter().cloned());
        known.members.extend(definition.members.iter().cloned());
        for interface in &definition.implements {
            if !known.implements.contains(interface) {
                known.implements.push(interface.clone());
            }
        }
    }
    joined
}
