//! One subgraph as its SDL declares it: schema, keys, and what federation's directives say of its fields. Owns reading;
//! must not know other subgraphs, but for those it takes fields over from.

use super::links::Links;
use super::schema::{Schema, flattened, roots};
use crate::document::{Application, Definition, Keyword, Member, Subgraph, base};
use crate::request::{Selection, read_field_set, read_value};
use router_graph::{ApiSchema, Value};
use std::collections::{BTreeMap, BTreeSet};

/// A key of a type.
#[derive(Clone, Debug)]
pub struct Key {
    /// What it selects.
    pub fields: Vec<Selection>,
    /// Whether entities may be asked by it.
    pub resolvable: bool,
}

/// An argument that is filled from a context.
#[derive(Clone, Debug)]
pub struct FromContext {
    /// The argument.
    pub argument: String,
    /// The types that set the context.
    pub setters: Vec<String>,
    /// What is read there.
    pub fields: Vec<Selection>,
}

/// What federation's directives say of a field.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    /// `@external`, on the field or its type.
    pub external: bool,
    /// `@requires`
    pub requires: Vec<Selection>,
    /// `@provides`
    pub provides: Vec<Selection>,
    /// `@override`: from whom, under which label.
    pub overrides: Option<(String, Option<String>)>,
    /// `@fromContext` of its arguments.
    pub contexts: Vec<FromContext>,
}

/// One subgraph.
#[derive(Debug)]
pub struct Service {
    /// Its name.
    pub name: String,
    /// Its schema; root types bear the supergraph's names.
    pub schema: Schema,
    /// The root types' own names, by the supergraph's.
    pub own_names: BTreeMap<String, String>,
    /// By type.
    pub keys: BTreeMap<String, Vec<Key>>,
    /// Objects that are interfaces elsewhere.
    pub interface_objects: BTreeSet<String>,
    /// By type and field.
    pub marks: BTreeMap<(String, String), Marks>,
    /// What validates its operations.
    pub validator: ApiSchema,
}

const MACHINERY: [&str; 5] = ["_Any", "_Entity", "_Service", "_entities", "_service"];
const BUILT_IN: [&str; 5] = ["Int", "Float", "String", "Boolean", "ID"];
const ROOTS: [(&str, &str); 3] = [("query", "Query"), ("mutation", "Mutation"), ("subscription", "Subscription")];

fn text(application: &Application, argument: &str) -> Option<String> {
    match application.argument(argument).and_then(read_value)? {
        Value::String(text) => Some(text.to_string()),
        Value::List(items) => {
            let words = items.iter().map(|item| match item {
                Value::String(text) => text.to_string(),
                other => other.to_string(),
            });
            Some(words.collect::<Vec<_>>().join(" "))
        }
        // Federation 1 took names without quotes.
        Value::Enum(name) => Some(name.to_string()),
        _ => None,
    }
}

impl Service {
    /// Reads a subgraph; says why where it is not one that can be served.
    pub fn new(subgraph: &Subgraph) -> Result<Service, String> {
        let mut definitions = subgraph.definitions.clone();
        definitions.retain(|definition| ![MACHINERY.as_slice(), &BUILT_IN].concat().contains(&definition.name.as_str()));
        for definition in &mut definitions {
            definition.members.retain(|member| !MACHINERY.contains(&member.name.as_str()));
        }
        let links = Links::of(&definitions);
        let validator = validator(&definitions, &links).map_err(|why| format!("{}: {why}", subgraph.name))?;
        let own = roots(&definitions);
        let mut own_names = BTreeMap::new();
        for (keyword, usual) in ROOTS {
            if let Some(name) = own.get(keyword) {
                own_names.insert(usual.to_string(), name.clone());
                definitions.iter_mut().for_each(|definition| rename(definition, name, usual));
            }
        }
        definitions.retain(|definition| definition.keyword != Keyword::Schema);
        for (name, own) in &own_names {
            let is_in_union = |definition: &Definition| definition.keyword == Keyword::Union && definition.member(name).is_some();
            let implements = |definition: &Definition| definition.name == *name && !definition.implements.is_empty();
            if name != own
                && definitions
                    .iter()
                    .any(|definition| is_in_union(definition) || implements(definition))
            {
                return Err("no supergraph tells the own name of a root type in a union or with interfaces".to_string());
            }
        }
        let mut service = Service {
            name: subgraph.name.clone(),
            schema: Schema::new(&definitions),
            own_names,
            keys: BTreeMap::new(),
            interface_objects: BTreeSet::new(),
            marks: BTreeMap::new(),
            validator,
        };
        service.read(&links);
        Ok(service)
    }

    fn read(&mut self, links: &Links) {
        let is = |application: &Application, name: &str| links.canonical(&application.name) == Some(name);
        let mut setters: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (name, ty) in &self.schema.types {
            for application in &ty.directives {
                if is(application, "key") {
                    let fields = text(application, "fields")
                        .and_then(|text| read_field_set(&text))
                        .unwrap_or_default();
                    let resolvable = application.argument("resolvable") != Some("false");
                    self.keys.entry(name.clone()).or_default().push(Key { fields, resolvable });
                } else if is(application, "interfaceObject") {
                    self.interface_objects.insert(name.clone());
                } else if is(application, "context") {
                    let context = text(application, "name").unwrap_or_default();
                    setters.entry(context).or_default().push(name.clone());
                }
            }
        }
        for (name, ty) in &self.schema.types {
            let whole = ty.directives.iter().any(|application| is(application, "external"));
            for field in &ty.fields {
                let mut marks = Marks {
                    external: whole,
                    ..Marks::default()
                };
                for application in &field.directives {
                    let fields = || {
                        text(application, "fields")
                            .and_then(|text| read_field_set(&text))
                            .unwrap_or_default()
                    };
                    match links.canonical(&application.name) {
                        Some("external") => marks.external = true,
                        Some("requires") => marks.requires = fields(),
                        Some("provides") => marks.provides = fields(),
                        Some("override") => {
                            let from = text(application, "from").unwrap_or_default();
                            marks.overrides = Some((from, text(application, "label")));
                        }
                        _ => {}
                    }
                }
                for argument in &field.arguments {
                    let source = argument.directives.iter().find(|application| is(application, "fromContext"));
                    let source = source.and_then(|application| text(application, "field"));
                    let source = source.map(|source| {
                        let lines = source.lines().map(|line| line.split('#').next().unwrap_or_default());
                        lines.collect::<Vec<_>>().join(" ")
                    });
                    if let Some(source) = source.as_deref().and_then(|source| source.trim().strip_prefix('$')) {
                        let end = source.find(|letter: char| !(letter.is_alphanumeric() || letter == '_'));
                        let (context, fields) = source.split_at(end.unwrap_or(source.len()));
                        marks.contexts.push(FromContext {
                            argument: argument.name.clone(),
                            setters: setters.get(context).cloned().unwrap_or_default(),
                            fields: read_field_set(fields).unwrap_or_default(),
                        });
                    }
                }
                self.marks.insert((name.clone(), field.name.clone()), marks);
            }
        }
    }

    /// What directives say of a field it declares.
    pub fn marks(&self, ty: &str, field: &str) -> Option<&Marks> {
        self.marks.get(&(ty.to_string(), field.to_string()))
    }

    /// The name by which it calls a type.
    pub fn own_name<'a>(&'a self, name: &'a str) -> &'a str {
        self.own_names.get(name).map_or(name, String::as_str)
    }

    /// The supergraph's name of a type it names.
    pub fn common_name<'a>(&'a self, own: &'a str) -> &'a str {
        let renamed = self.own_names.iter().find(|(_, name)| *name == own);
        renamed.map_or(own, |(name, _)| name)
    }
}

fn rename(definition: &mut Definition, from: &str, to: &str) {
    if definition.name == from {
        definition.name = to.to_string();
    }
    let rename_member = |member: &mut Member| {
        if base(&member.ty) == from {
            member.ty = member.ty.replace(from, to);
        }
        if definition.keyword == Keyword::Union && member.name == from {
            member.name = to.to_string();
        }
    };
    definition.members.iter_mut().for_each(rename_member);
}

/// The schema as GraphQL alone: without federation's directives, with federation's root fields.
fn validator(definitions: &[Definition], links: &Links) -> Result<ApiSchema, String> {
    let is_key = |application: &Application| links.canonical(&application.name) == Some("key");
    let mut plain = flattened(definitions);
    let mut entities = Definition::new(Keyword::Union, "_Entity");
    for definition in &mut plain {
        if definition.keyword == Keyword::Type && definition.directives.iter().any(is_key) {
            entities.members.push(Member::new(&definition.name, ""));
        }
        definition.directives.clear();
        for member in &mut definition.members {
            member.directives.clear();
            member.arguments.iter_mut().for_each(|argument| argument.directives.clear());
        }
    }
    let mut own = roots(definitions);
    let query = own.entry("query".to_string()).or_insert_with(|| "Query".to_string()).clone();
    if !plain.iter().any(|definition| definition.name == query) {
        plain.push(Definition::new(Keyword::Type, &query));
    }
    let root = plain
        .iter_mut()
        .find(|definition| definition.name == query)
        .expect("just made where absent");
    root.members.push(Member::new("_service", "String"));
    if !entities.members.is_empty() {
        let mut field = Member::new("_entities", "[_Entity]!");
        field.arguments.push(Member::new("representations", "[_Any!]!"));
        root.members.push(field);
        plain.push(entities);
        plain.push(Definition::new(Keyword::Scalar, "_Any"));
    }
    let mut schema = Definition::new(Keyword::Schema, "");
    schema.members = own.iter().map(|(keyword, name)| Member::new(keyword, name)).collect();
    plain.insert(0, schema);
    let text = Subgraph {
        name: String::new(),
        definitions: plain,
    };
    ApiSchema::from_supergraph_sdl(&text.to_string()).map_err(|errors| format!("{errors:?}"))
}
