//! A subgraph of the make-believe world: reads the text of a fetch and refuses what it does not resolve.

use std::collections::BTreeMap;

use router_graph::moves::{Moves, Vertex};
use router_graph::supergraph::{FieldSet, FieldSetItem};
use router_graph::{SubgraphId, TypeId, Value};
use serde_json::{Map, Value as Json, json};

use super::{Held, Object, Universe};

/// A parsed selection.
#[derive(Debug, Clone)]
pub enum Node {
    Field {
        key: String,
        name: String,
        arguments: Vec<(Box<str>, Value)>,
        conditions: Vec<(String, bool)>,
        below: Vec<Node>,
    },
    Fragment {
        on: Option<String>,
        conditions: Vec<(String, bool)>,
        below: Vec<Node>,
    },
}

/// Reads the selections of an operation in the planner's own layout.
pub fn parse(text: &str) -> Vec<Node> {
    let start = text.find('{').map(|brace| {
        // A brace inside the variable definitions is a default value's.
        let open = text.find('(').filter(|open| *open < brace && !text.starts_with('{'));
        match open {
            Some(open) => closing(text, open) + 1,
            None => brace,
        }
    });
    let mut parser = Parser {
        text,
        at: start.expect("an operation has a selection"),
    };
    parser.set()
}

fn closing(text: &str, open: usize) -> usize {
    let mut depth = 0;
    for (index, character) in text.char_indices().skip_while(|(index, _)| *index < open) {
        match character {
            '(' => depth += 1,
            ')' => {
                depth -= 1;
                if depth == 0 {
                    return index;
                }
            }
            _ => {}
        }
    }
    panic!("unbalanced: {text}")
}

struct Parser<'t> {
    text: &'t str,
    at: usize,
}

impl Parser<'_> {
    fn space(&mut self) {
        while self.text[self.at..].starts_with([' ', ',']) {
            self.at += 1;
        }
    }

    fn take(&mut self, token: &str) -> bool {
        self.space();
        let found = self.text[self.at..].starts_with(token);
        if found {
            self.at += token.len();
        }
        found
    }

    fn word(&mut self) -> String {
        self.space();
        let rest = &self.text[self.at..];
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(rest.len());
        assert!(end > 0, "a name is expected at {rest}");
        self.at += end;
        rest[..end].to_owned()
    }

    fn set(&mut self) -> Vec<Node> {
        assert!(self.take("{"), "a selection is expected in {}", self.text);
        let mut nodes = Vec::new();
        while !self.take("}") {
            nodes.push(self.node());
        }
        assert!(!nodes.is_empty(), "an empty selection in {}", self.text);
        nodes
    }

    fn node(&mut self) -> Node {
        if self.take("...") {
            let on = if self.take("on ") { Some(self.word()) } else { None };
            let conditions = self.conditions();
            return Node::Fragment {
                on,
                conditions,
                below: self.set(),
            };
        }
        let mut name = self.word();
        let key = name.clone();
        if self.take(":") {
            name = self.word();
        }
        let mut arguments = Vec::new();
        if self.take("(") {
            while !self.take(")") {
                let argument = self.word();
                assert!(self.take(":"));
                arguments.push((argument.into_boxed_str(), self.value()));
            }
        }
        let conditions = self.conditions();
        self.space();
        let below = if self.text[self.at..].starts_with('{') {
            self.set()
        } else {
            Vec::new()
        };
        Node::Field {
            key,
            name,
            arguments,
            conditions,
            below,
        }
    }

    fn conditions(&mut self) -> Vec<(String, bool)> {
        let mut found = Vec::new();
        loop {
            let expected = if self.take("@include(if: $") {
                true
            } else if self.take("@skip(if: $") {
                false
            } else {
                return found;
            };
            found.push((self.word(), expected));
            assert!(self.take(")"));
        }
    }

    fn value(&mut self) -> Value {
        self.space();
        let rest = &self.text[self.at..];
        if self.take("$") {
            return Value::Variable(self.word().into());
        }
        if self.take("[") {
            let mut items = Vec::new();
            while !self.take("]") {
                items.push(self.value());
            }
            return Value::List(items);
        }
        if self.take("{") {
            let mut fields = Vec::new();
            while !self.take("}") {
                let name = self.word();
                assert!(self.take(":"));
                fields.push((name.into_boxed_str(), self.value()));
            }
            return Value::Object(fields);
        }
        if let Some(opened) = rest.strip_prefix('"') {
            let end = opened.find('"').expect("a closed string");
            self.at += end + 2;
            return Value::String(opened[..end].into());
        }
        let end = rest.find([' ', ',', ')', ']', '}']).unwrap_or(rest.len());
        self.at += end;
        match &rest[..end] {
            "true" => Value::Boolean(true),
            "false" => Value::Boolean(false),
            "null" => Value::Null,
            word if word.starts_with(|c: char| c.is_ascii_digit() || c == '-') => Value::Int(word.into()),
            word => Value::Enum(word.into()),
        }
    }
}

pub struct SubgraphRunner<'u, 'a> {
    pub universe: &'u Universe<'a>,
    pub moves: Moves<'a>,
    pub subgraph: SubgraphId,
    /// Values of the request's context variables.
    pub contexts: BTreeMap<Box<str>, Json>,
    pub variables: &'u Map<String, Json>,
}

impl SubgraphRunner<'_, '_> {
    pub fn root(&mut self, root: TypeId, nodes: &[Node]) -> Map<String, Json> {
        let vertex = self.moves.vertex(self.subgraph, root);
        let mut answer = Map::new();
        self.select(Object { ty: root, number: 0 }, vertex, nodes, None, &mut answer);
        answer
    }

    /// Finds the entity and answers for it.
    pub fn entity(&mut self, representation: &Json, nodes: &[Node]) -> Json {
        let supergraph = self.universe.supergraph;
        let name = representation["__typename"].as_str().expect("a representation has a typename");
        let ty = supergraph.type_named(name).expect("a known typename");
        let join = supergraph
            .join(ty, self.subgraph)
            .unwrap_or_else(|| panic!("{name} is unknown here"));
        let keys: Vec<FieldSet> = join
            .keys
            .iter()
            .filter(|key| key.resolvable)
            .map(|key| key.fields.clone())
            .collect();
        let found = self
            .universe
            .population(ty)
            .find(|object| keys.iter().any(|key| self.matches(*object, key, representation)));
        let object = found.unwrap_or_else(|| panic!("no {name} has the key of {representation}"));
        let vertex = self.moves.vertex(self.subgraph, ty);
        let vertex = self.moves.refine(vertex, object.ty).unwrap_or(vertex);
        let mut answer = Map::new();
        self.select(object, vertex, nodes, Some(representation), &mut answer);
        Json::Object(answer)
    }

    /// Whether a representation holds the true values of a field set.
    fn matches(&self, object: Object, set: &FieldSet, representation: &Json) -> bool {
        let supergraph = self.universe.supergraph;
        set.items.iter().all(|item| match item {
            FieldSetItem::Typename => true,
            FieldSetItem::Inline { ty, selections } => {
                !supergraph.type_definition(*ty).possible_types.contains(&object.ty) || self.matches(object, selections, representation)
            }
            FieldSetItem::Field {
                field,
                arguments,
                selections,
            } => {
                let name = &supergraph.field(*field).name;
                let takes_contexts = |subgraph| !supergraph.context_arguments(*field, subgraph).is_empty();
                if supergraph.subgraph_ids().any(takes_contexts) {
                    // Its value depends on where the object was found.
                    return representation.get(&**name).is_some();
                }
                let held = self.universe.held(object, name, arguments);
                representation
                    .get(&**name)
                    .is_some_and(|value| self.equals(&held, value, selections))
            }
        })
    }

    fn equals(&self, held: &Held, value: &Json, selections: &FieldSet) -> bool {
        match held {
            Held::Leaf(leaf) => leaf == value,
            Held::Object(object) => self.matches(*object, selections, value),
            Held::List(items) => value.as_array().is_some_and(|values| {
                values.len() == items.len() && items.iter().zip(values).all(|(held, value)| self.equals(held, value, selections))
            }),
        }
    }

    fn holds(&self, conditions: &[(String, bool)]) -> bool {
        conditions.iter().all(|(name, expected)| self.variables[name] == json!(expected))
    }

    fn select(&mut self, object: Object, vertex: Vertex, nodes: &[Node], representation: Option<&Json>, answer: &mut Map<String, Json>) {
        let supergraph = self.universe.supergraph;
        for node in nodes {
            match node {
                Node::Fragment { on, conditions, below } => {
                    let applies = on.as_ref().is_none_or(|name| {
                        let ty = supergraph.type_named(name).expect("a known type condition");
                        assert!(supergraph.join(ty, self.subgraph).is_some(), "{name} is unknown here");
                        ty == vertex.ty || supergraph.type_definition(ty).possible_types_in[self.subgraph.index()].contains(&vertex.ty)
                    });
                    if applies && self.holds(conditions) {
                        self.select(object, vertex, below, representation, answer);
                    }
                }
                Node::Field { key, name, .. } if name == "__typename" => {
                    answer.insert(key.clone(), json!(self.universe.name(vertex.ty)));
                }
                Node::Field { conditions, .. } if !self.holds(conditions) => {}
                Node::Field {
                    key,
                    name,
                    arguments,
                    below,
                    ..
                } => {
                    let step = self.moves.step(vertex, name).unwrap_or_else(|| {
                        let subgraph = &supergraph.subgraph(self.subgraph).name;
                        panic!("{subgraph} does not resolve {}.{name}", self.universe.name(vertex.ty))
                    });
                    if let Some(requires) = &step.requires {
                        // Sent along, or provided on this path.
                        let is_local = representation.is_some_and(|given| self.matches(object, requires, given))
                            || requires.items.iter().all(|item| match item {
                                FieldSetItem::Field { field, .. } => self.moves.step(vertex, &supergraph.field(*field).name).is_some(),
                                _ => false,
                            });
                        assert!(is_local, "{name} wants {requires:?}, given {representation:?}");
                    }
                    let given: Vec<(Box<str>, Value)> = arguments.iter().map(|(name, value)| (name.clone(), self.given(value))).collect();
                    for argument in supergraph.context_arguments(step.field, self.subgraph) {
                        assert!(
                            given.iter().any(|(name, _)| *name == argument.name),
                            "{name} takes {}",
                            argument.name
                        );
                    }
                    let held = self.universe.held(object, name, &given);
                    let value = self.value(held, step.target, below);
                    merge(answer, key, value);
                }
            }
        }
    }

    /// The value of a context variable; other values as written.
    fn given(&self, value: &Value) -> Value {
        match value {
            Value::Variable(name) => self.contexts.get(name).map_or_else(|| value.clone(), constant),
            _ => value.clone(),
        }
    }

    fn value(&mut self, held: Held, target: Option<Vertex>, below: &[Node]) -> Json {
        match (held, target) {
            (Held::Leaf(leaf), _) => leaf,
            (Held::List(items), _) => Json::Array(items.into_iter().map(|item| self.value(item, target, below)).collect()),
            (Held::Object(object), Some(target)) => {
                let vertex = self.moves.refine(target, object.ty).unwrap_or(target);
                let mut answer = Map::new();
                self.select(object, vertex, below, None, &mut answer);
                Json::Object(answer)
            }
            (Held::Object(_), None) => panic!("an object without a vertex"),
        }
    }
}

/// JSON as a GraphQL constant.
pub fn constant(json: &Json) -> Value {
    match json {
        Json::Null => Value::Null,
        Json::Bool(value) => Value::Boolean(*value),
        Json::Number(number) => Value::Int(number.to_string().into()),
        Json::String(text) => Value::String(text.as_str().into()),
        Json::Array(items) => Value::List(items.iter().map(constant).collect()),
        Json::Object(_) => panic!("contexts are leaves"),
    }
}

/// The same key selected twice: objects merge.
fn merge(answer: &mut Map<String, Json>, key: &str, value: Json) {
    match (answer.get_mut(key), value) {
        (Some(old), value) => merge_values(old, value),
        (None, value) => {
            answer.insert(key.to_owned(), value);
        }
    }
}

fn merge_values(old: &mut Json, value: Json) {
    match (old, value) {
        (Json::Object(old), Json::Object(new)) => new.into_iter().for_each(|(key, value)| merge(old, &key, value)),
        (Json::Array(old), Json::Array(new)) => old.iter_mut().zip(new).for_each(|(old, new)| merge_values(old, new)),
        (old, new) => assert_eq!(*old, new, "one key, one value"),
    }
}
