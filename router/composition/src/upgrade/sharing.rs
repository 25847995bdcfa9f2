//! What several subgraphs of federation 1 could resolve without saying so is said, and tags that would stand on external
//! fields only repeat those of the field's owner.

use super::{Originals, is_query_or_mutation};
use crate::model::{DirectiveUse, Kind, Known, RootKind};
use crate::parse::Subgraph;

/// `@shareable` on what other subgraphs have too: per field on entities and roots, else on the whole type.
pub(super) fn add_shareable(subgraph: &mut Subgraph, original: &Subgraph, originals: &Originals<'_>) {
    let index = subgraph.index;
    let name = subgraph
        .directive_names
        .get(&Known::Shareable)
        .expect("an upgraded subgraph has every directive of its version");
    let shareable = DirectiveUse::made(name, Some(Known::Shareable), Vec::new());
    let roots: Vec<_> = subgraph
        .schema
        .types
        .keys()
        .filter(|name| is_query_or_mutation(subgraph, name))
        .cloned()
        .collect();
    let subscription = subgraph.schema.roots.get(&RootKind::Subscription).map(|(name, _)| name.clone());
    for definition in subgraph.schema.types.values_mut() {
        if definition.kind != Kind::Object || Some(&definition.name) == subscription.as_ref() {
            continue;
        }
        if definition.keys().next().is_some() || roots.contains(&definition.name) {
            let own = original.schema.types.get(&definition.name);
            for field in definition.fields.values_mut() {
                let is_key_field = own
                    .and_then(|own| own.fields.get(&field.name))
                    .is_some_and(|field| field.marks.shareable);
                if is_key_field || field.has(Known::Shareable) {
                    continue;
                }
                let is_resolved_elsewhere = originals
                    .elsewhere(index, &definition.name)
                    .any(|(_, other)| other.fields.get(&field.name).is_some_and(|field| !field.is_fully_external()));
                if is_resolved_elsewhere {
                    field.directives.push(shareable.clone());
                }
            }
        } else if !definition.has(Known::Shareable) && originals.elsewhere(index, &definition.name).next().is_some() {
            let mut shareable = shareable.clone();
            shareable.block = definition.blocks.iter().position(|block| !block.is_extension).unwrap_or(0);
            definition.directives.push(shareable);
        }
    }
}

/// A tag on an external field that the field carries in a subgraph that resolves it.
pub(super) fn remove_tags_on_external(subgraph: &mut Subgraph, originals: &Originals<'_>) {
    let index = subgraph.index;
    for definition in subgraph.schema.types.values_mut() {
        for field in definition.fields.values_mut() {
            if !field.marks.external || !field.has(Known::Tag) {
                continue;
            }
            field.directives.retain(|application| {
                let is_elsewhere = application.known == Some(Known::Tag)
                    && originals.elsewhere(index, &definition.name).any(|(_, other)| {
                        other.fields.get(&field.name).is_some_and(|other| {
                            !other.marks.external && other.directives.iter().any(|tag| tag.is_same_application(application))
                        })
                    });
                !is_elsewhere
            });
        }
    }
}
