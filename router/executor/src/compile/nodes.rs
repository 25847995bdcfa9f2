//! The client's response tree with every provider resolved, and where errors of subgraphs appear in it.

use router_planner::plan::{Provider, ResponseField, ResponseObject, ResponseValue};

use super::layout::types_of;
use super::{CompileError, Compiler, key_json, type_set};
use crate::program::{ClientKey, FieldNode, NodeValue, ObjectNode, Source};

pub(super) fn response(compiler: &mut Compiler<'_>) -> Result<Vec<ObjectNode>, CompileError> {
    let mut nodes = Vec::new();
    let plan = compiler.plan;
    object(compiler, &plan.response, &mut nodes)?;
    Ok(nodes)
}

/// Appends the object and everything beneath it, the object itself first, and gives its number.
fn object(compiler: &mut Compiler<'_>, response: &ResponseObject, nodes: &mut Vec<ObjectNode>) -> Result<u32, CompileError> {
    let place = response.place.0;
    let only_type = match (response.possible_types.as_slice(), response.typename.is_empty()) {
        ([only], true) => Some(only.0),
        _ => None,
    };
    let number = nodes.len();
    nodes.push(ObjectNode {
        place,
        possible: type_set(&response.possible_types),
        only_type,
        typename: sources(compiler, response)?,
        fields: Vec::new(),
    });
    let mut fields = Vec::with_capacity(response.fields.len());
    for field in &response.fields {
        fields.push(field_node(compiler, response, field, nodes)?);
    }
    nodes[number].fields = fields;
    Ok(number as u32)
}

/// Where the type of an object is read.
fn sources(compiler: &Compiler<'_>, response: &ResponseObject) -> Result<Vec<Source>, CompileError> {
    let place = response.place.0;
    response.typename.iter().map(|provider| compiler.source(place, provider)).collect()
}

fn field_node(
    compiler: &mut Compiler<'_>,
    parent: &ResponseObject,
    field: &ResponseField,
    nodes: &mut Vec<ObjectNode>,
) -> Result<FieldNode, CompileError> {
    let place = parent.place.0;
    let types = match types_of(field.types.as_ref()) {
        Some(types) => Some((types, sources(compiler, parent)?)),
        None => None,
    };
    let client_key = ClientKey {
        key: field.key.clone(),
        condition: field.condition.map(|bit| bit.0),
        types,
    };
    let mut fetches = Vec::new();
    let value = match &field.value {
        ResponseValue::Typename => NodeValue::Typename,
        ResponseValue::Introspection => NodeValue::Introspection,
        ResponseValue::Denied => NodeValue::Denied,
        ResponseValue::Absent => NodeValue::Absent,
        ResponseValue::Leaf { provider, .. } => {
            fetches.push(provider.fetch.0);
            remember(compiler, place, provider, &client_key);
            NodeValue::Leaf(compiler.source(place, provider)?)
        }
        ResponseValue::Object { providers, object: inner } => {
            let inner_place = inner.place.0;
            for provider in providers {
                fetches.push(provider.fetch.0);
            }
            compiler.places[inner_place as usize].client_keys.push(client_key);
            NodeValue::Object {
                providers: compiler.visitors(place, inner_place, providers)?,
                node: object(compiler, inner, nodes)?,
            }
        }
    };
    let supergraph = compiler.supergraph;
    let coordinate = match field.field {
        Some(id) => {
            let definition = &supergraph.fields[id.index()];
            format!("{}.{}", supergraph.types[definition.parent.index()].name, definition.name)
        }
        None => format!("{}.{}", supergraph.types[parent.static_type.index()].name, field.key),
    };
    Ok(FieldNode {
        key_json: key_json(&field.key),
        key: field.key.clone(),
        coordinate: coordinate.into(),
        types: types_of(field.types.as_ref()),
        condition: field.condition.map(|bit| bit.0),
        non_null: field.ty.lists.iter().copied().chain([field.ty.non_null]).collect(),
        fetches,
        value,
    })
}

/// Errors about the provider's key are shown under the client's.
fn remember(compiler: &mut Compiler<'_>, place: u32, provider: &Provider, client_key: &ClientKey) {
    let keys = compiler.client_keys.entry((place, provider.fetch.0)).or_default();
    keys.push((provider.key.clone(), client_key.clone()));
}
