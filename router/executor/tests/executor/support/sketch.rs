//! Plans written by hand: fetches as short text, the client's operation as GraphQL.
//!
//! A place is identified by its keys from the root. A response field is provided by the first fetch that asks its key at
//! its place; an object by all of them.

use std::collections::BTreeMap;
use std::sync::Arc;

use router_executor::{Compiled, ExecuteOptions, RequestContext, Vocabulary, execute};
use router_graph::supergraph::FieldDefinition;
use router_graph::{Condition, Document, Limits, Operation, OperationKind, Selection, SelectionKind, Supergraph, TypeId, TypeRef};
use router_planner::plan::{
    ConditionBit, Fetch, FetchField, FetchId, FetchKind, FetchValue, Place, PlaceId, Plan, Provider, Representation, RepresentationField,
    RepresentationTypename, RepresentationValue, ResponseField, ResponseObject, ResponseValue, SelectionSet,
};

use super::{Answered, Scripted};

/// The supergraph of all rule tests. Subgraphs: 0 `events`, 1 `stock`, 2 `people`.
fn supergraph() -> Supergraph {
    Supergraph::parse(include_str!("supergraph.graphql")).expect("the fixture is a supergraph")
}

pub struct Sketch {
    supergraph: Supergraph,
    operation: Operation,
    fetches: Vec<Fetch>,
    places: Vec<Place>,
    numbers: BTreeMap<(u32, String), u32>,
    conditions: Vec<Condition>,
}

impl Sketch {
    /// Begins with what the client asks.
    pub fn new(operation: &str) -> Self {
        let supergraph = supergraph();
        let limits = Limits::default();
        let document = Document::parse(&supergraph.api, operation, &limits).unwrap_or_else(|error| panic!("{error:?}"));
        let operation = document
            .operation(&supergraph, None, &limits)
            .unwrap_or_else(|error| panic!("{error:?}"));
        let root = Place {
            parent: None,
            list_depth: 0,
            sources: Vec::new(),
            path: Vec::new(),
        };
        Self {
            supergraph,
            operation,
            fetches: Vec::new(),
            places: vec![root],
            numbers: BTreeMap::new(),
            conditions: Vec::new(),
        }
    }

    /// A fetch of root fields. Text: `key:field`, `field@A|B` for some types only, `field?v` under a Boolean variable.
    pub fn root(self, subgraph: u32, selection: &str) -> Self {
        let depends = Vec::new();
        self.root_after(subgraph, selection, depends)
    }

    pub fn root_after(mut self, subgraph: u32, selection: &str, depends: Vec<u32>) -> Self {
        let kind = self.operation.kind;
        let parent = self.supergraph.root(kind).expect("the root type exists");
        self.fetch(subgraph, FetchKind::Root(kind), PlaceId::ROOT, parent, selection, depends);
        self
    }

    /// A fetch of entities at a place (`events.venue`). Each representation is `Type: field other=fetch.key nested{..}`,
    /// its fields read from `source` unless they name a fetch; a field ending in `!` is required.
    pub fn entities(
        mut self,
        subgraph: u32,
        place: &str,
        source: u32,
        representations: &[&str],
        selection: &str,
        depends: Vec<u32>,
    ) -> Self {
        let place = self.find_place(place);
        let representations: Vec<_> = representations
            .iter()
            .map(|text| {
                let (name, fields) = text.split_once(':').expect("a type name and fields");
                let of_type = self.supergraph.type_named(name).expect("a known type");
                Representation {
                    types: Some(self.supergraph.type_definition(of_type).possible_types.clone()),
                    typename: RepresentationTypename::Constant(name.into()),
                    fields: self.representation_fields(place, of_type, source, &mut tokens(fields)),
                    condition: None,
                }
            })
            .collect();
        let first = representations[0].types.clone().unwrap();
        let parent = self
            .supergraph
            .types
            .iter()
            .find(|definition| definition.possible_types == first)
            .expect("a type")
            .id;
        let kind = FetchKind::Entities {
            contexts: Vec::new(),
            by_context: None,
            variable: "representations".into(),
            typename: Vec::new(),
            representations,
        };
        self.fetch(subgraph, kind, place, parent, selection, depends);
        self
    }

    fn representation_fields(&self, place: PlaceId, parent: TypeId, source: u32, tokens: &mut Vec<String>) -> Vec<RepresentationField> {
        let mut fields = Vec::new();
        while let Some(token) = tokens.pop() {
            if token == "}" {
                break;
            }
            let required = token.ends_with('!');
            let token = token.trim_end_matches('!');
            let (name, from) = token.split_once('=').unwrap_or((token, ""));
            let (fetch, key) = match from.split_once('.') {
                Some((fetch, key)) => (fetch.parse().expect("a fetch number"), key),
                None => (source, name),
            };
            let definition = self.definition(parent, name);
            let provider = Provider {
                fetch: FetchId(fetch),
                key: key.into(),
            };
            let value = if tokens.last().is_some_and(|next| next == "{") {
                tokens.pop();
                let inner = PlaceId(self.numbers[&(place.0, key.to_owned())]);
                let fields = self.representation_fields(inner, definition.ty.named, fetch, tokens);
                RepresentationValue::Object {
                    providers: vec![provider],
                    place: inner,
                    typename: None,
                    fields,
                }
            } else {
                RepresentationValue::Leaf(provider)
            };
            fields.push(RepresentationField {
                name: name.into(),
                ty: definition.ty.clone(),
                types: None,
                value,
                required,
                condition: None,
            });
        }
        fields
    }

    fn definition(&self, parent: TypeId, name: &str) -> &FieldDefinition {
        let found = self.supergraph.field_named(parent, name).or_else(|| {
            let possible = &self.supergraph.type_definition(parent).possible_types;
            possible.iter().find_map(|of_type| self.supergraph.field_named(*of_type, name))
        });
        self.supergraph.field(found.unwrap_or_else(|| panic!("no field {name}")))
    }

    fn find_place(&self, path: &str) -> PlaceId {
        let mut place = 0;
        for key in path.split('.') {
            place = self.numbers[&(place, key.to_owned())];
        }
        PlaceId(place)
    }

    fn fetch(&mut self, subgraph: u32, kind: FetchKind, place: PlaceId, parent: TypeId, selection: &str, depends: Vec<u32>) {
        let id = FetchId(self.fetches.len() as u32);
        let mut text = tokens(selection);
        let selection_set = self.selection(id, parent, place, &mut text);
        let mut variables: Vec<Box<str>> = self.operation.variables.iter().map(|variable| variable.name.clone()).collect();
        variables.retain(|name| selection.contains(&format!("${name}")) || selection.contains(&format!("?{name}")));
        self.fetches.push(Fetch {
            id,
            subgraph: router_graph::SubgraphId(subgraph),
            kind,
            operation: selection.into(),
            operation_name: None,
            variables,
            condition: None,
            level: depends.len() as u32,
            depends: depends.into_iter().map(FetchId).collect(),
            place,
            selection: selection_set,
        });
    }

    fn selection(&mut self, fetch: FetchId, parent: TypeId, place: PlaceId, tokens: &mut Vec<String>) -> SelectionSet {
        let mut fields = Vec::new();
        let mut typename = None;
        while let Some(token) = tokens.pop() {
            if token == "}" {
                break;
            }
            let (token, condition) = match token.split_once('?') {
                Some((token, variable)) => (token.to_owned(), Some(self.bit(&Condition::literal(variable, true)))),
                None => (token, None),
            };
            let token = token.split('$').next().unwrap_or_default().to_owned();
            let (token, types) = match token.split_once('@') {
                Some((token, types)) => (
                    token.to_owned(),
                    Some(types.split('|').map(|name| self.supergraph.type_named(name).unwrap()).collect()),
                ),
                None => (token, None),
            };
            let (key, name) = token.split_once(':').unwrap_or((&token, &token));
            if name == "__typename" {
                typename = Some(key.into());
                let ty = TypeRef {
                    named: self.supergraph.type_named("String").unwrap(),
                    non_null: true,
                    lists: Vec::new(),
                };
                fields.push(FetchField {
                    key: key.into(),
                    name: name.into(),
                    field: None,
                    arguments: Vec::new(),
                    types,
                    condition,
                    ty,
                    value: FetchValue::Typename,
                });
                continue;
            }
            let parent_of_field = types.as_ref().map_or(parent, |types: &Vec<TypeId>| types[0]);
            let definition = self.definition(parent_of_field, name);
            let (field, ty) = (definition.id, definition.ty.clone());
            let value = match self.supergraph.leaf_kind(ty.named) {
                Some(kind) => FetchValue::Leaf(kind),
                None => {
                    assert_eq!(tokens.pop().as_deref(), Some("{"), "{name} needs a selection");
                    let next = self.places.len() as u32;
                    let number = *self.numbers.entry((place.0, key.to_owned())).or_insert(next);
                    if number == next {
                        self.places.push(Place {
                            parent: Some(place),
                            list_depth: ty.lists.len() as u32,
                            sources: Vec::new(),
                            path: Vec::new(),
                        });
                    }
                    self.places[number as usize].sources.push(Provider { fetch, key: key.into() });
                    FetchValue::Object(Box::new(self.selection(fetch, ty.named, PlaceId(number), tokens)))
                }
            };
            fields.push(FetchField {
                key: key.into(),
                name: name.into(),
                field: Some(field),
                arguments: Vec::new(),
                types,
                condition,
                ty,
                value,
            });
        }
        let possible_types = self.supergraph.type_definition(parent).possible_types.clone();
        SelectionSet {
            parent,
            place,
            typename,
            possible_types,
            fields,
        }
    }

    fn bit(&mut self, condition: &Condition) -> ConditionBit {
        let known = self.conditions.iter().position(|known| known == condition);
        let bit = known.unwrap_or_else(|| {
            self.conditions.push(condition.clone());
            self.conditions.len() - 1
        });
        ConditionBit(bit as u8)
    }

    /// Which fetches ask `key` at `place`.
    fn providers(&self, place: PlaceId, key: &str) -> Vec<Provider> {
        fn asks(set: &SelectionSet, place: PlaceId, key: &str) -> bool {
            set.fields.iter().any(|field| {
                (set.place == place && *field.key == *key) || matches!(&field.value, FetchValue::Object(inner) if asks(inner, place, key))
            })
        }
        let asking = self.fetches.iter().filter(|fetch| asks(&fetch.selection, place, key));
        asking
            .map(|fetch| Provider {
                fetch: fetch.id,
                key: key.into(),
            })
            .collect()
    }

    fn response(&mut self, parent: TypeId, place: PlaceId, selections: &[Selection]) -> ResponseObject {
        let fields = selections.iter().map(|selection| self.response_field(place, selection)).collect();
        ResponseObject {
            place,
            static_type: parent,
            possible_types: self.supergraph.visible_possible_types(parent),
            typename: self.providers(place, "__typename"),
            fields,
        }
    }

    fn response_field(&mut self, place: PlaceId, selection: &Selection) -> ResponseField {
        let string = TypeRef {
            named: self.supergraph.type_named("String").unwrap(),
            non_null: true,
            lists: Vec::new(),
        };
        let condition = (!selection.condition.is_always()).then(|| self.bit(&selection.condition));
        let (field, ty, value) = match selection.kind {
            SelectionKind::Typename => (None, string, ResponseValue::Typename),
            SelectionKind::Introspection => (None, string, ResponseValue::Introspection),
            SelectionKind::Field(id) => {
                let ty = self.supergraph.field(id).ty.clone();
                let mut providers = self.providers(place, &selection.key);
                let value = match self.supergraph.leaf_kind(ty.named) {
                    _ if selection.denied => ResponseValue::Denied,
                    Some(kind) => ResponseValue::Leaf {
                        provider: providers.remove(0),
                        kind,
                    },
                    None => {
                        let inner = PlaceId(self.numbers[&(place.0, selection.key.to_string())]);
                        let object = self.response(ty.named, inner, &selection.selections.fields);
                        ResponseValue::Object {
                            providers,
                            object: Box::new(object),
                        }
                    }
                };
                (Some(id), ty, value)
            }
        };
        ResponseField {
            key: selection.key.clone(),
            field,
            types: selection.types.clone(),
            condition,
            ty,
            value,
        }
    }

    /// Marks the selection with this key, wherever it is, as denied.
    pub fn deny(mut self, key: &str) -> Self {
        fn mark(selections: &mut [Selection], key: &str) {
            for selection in selections {
                selection.denied |= *selection.key == *key;
                mark(&mut selection.selections.fields, key);
            }
        }
        mark(&mut self.operation.selection.fields, key);
        self
    }

    pub fn compile(mut self) -> Compiled {
        let root = self.operation.root;
        let selections = self.operation.selection.fields.clone();
        let response = self.response(root, PlaceId::ROOT, &selections);
        let plan = Plan {
            kind: self.operation.kind,
            name: self.operation.name,
            variables: self.operation.variables,
            fetches: self.fetches,
            places: self.places,
            conditions: self.conditions,
            response,
        };
        let vocabulary = Arc::new(Vocabulary::new(&self.supergraph));
        Compiled::new(&plan, &self.supergraph, vocabulary).unwrap_or_else(|error| panic!("{error}"))
    }

    /// Compiles and runs, with all errors shown.
    pub async fn run(self, variables: &str, transport: Scripted) -> Answered {
        let options = ExecuteOptions {
            visibility: Arc::new(router_executor::ErrorVisibility::Shown),
            ..ExecuteOptions::default()
        };
        self.run_with(variables, transport, options).await
    }

    pub async fn run_with(self, variables: &str, transport: Scripted, options: ExecuteOptions) -> Answered {
        assert_ne!(self.operation.kind, OperationKind::Subscription);
        let compiled = self.compile();
        let response = execute(&compiled, variables.as_bytes(), &RequestContext::default(), &transport, &options).await;
        Answered::new(response, transport)
    }
}

/// Words and braces, the next one last.
fn tokens(text: &str) -> Vec<String> {
    let spaced = text.replace('{', " { ").replace('}', " } ");
    spaced.split_whitespace().rev().map(str::to_owned).collect()
}
