//! What callers must show to get an element (`@authenticated`, `@requiresScopes`, `@policy`), and how that changed.

use super::{ChangeCode, Comparison, Place};
use crate::model::{DirectiveUse, Known, Schema, Span, Value, uses};
use std::collections::{BTreeMap, BTreeSet};

/// Alternatives, each a set of what must be shown together. Nothing demanded is no entry at all.
pub(super) type Demand = BTreeSet<BTreeSet<String>>;

/// The demands of a supergraph on what its API shows, by coordinate.
pub(super) fn of(own: &Schema, api: &Schema) -> BTreeMap<String, Demand> {
    let mut demands = BTreeMap::new();
    for definition in own.types.values().filter(|definition| api.types.contains_key(&definition.name)) {
        demands.extend(demand(&definition.directives).map(|demand| (definition.name.to_string(), demand)));
        let shown = &api.types[&definition.name].fields;
        for field in definition.fields.values().filter(|field| shown.contains_key(&field.name)) {
            let coordinate = format!("{}.{}", definition.name, field.name);
            demands.extend(demand(&field.directives).map(|demand| (coordinate, demand)));
        }
    }
    demands
}

fn demand(directives: &[DirectiveUse]) -> Option<Demand> {
    let mut all: Demand = BTreeSet::from([BTreeSet::new()]);
    if uses(directives, Known::Authenticated).next().is_some() {
        all = both(&all, &BTreeSet::from([BTreeSet::from(["to be authenticated".to_owned()])]));
    }
    for (known, argument, noun) in [(Known::RequiresScopes, "scopes", "scope"), (Known::Policy, "policies", "policy")] {
        for application in uses(directives, known) {
            all = both(&all, &alternatives(application.argument(argument), noun));
        }
    }
    (all != BTreeSet::from([BTreeSet::new()])).then_some(all)
}

fn alternatives(value: Option<&Value>, noun: &str) -> Demand {
    let items = |value: &Value| match value {
        Value::List(items) => items.clone(),
        single => vec![single.clone()],
    };
    let together = |value: &Value| {
        let names = items(value);
        names
            .iter()
            .filter_map(Value::as_str)
            .map(|name| format!("the {noun} \"{name}\""))
            .collect()
    };
    value.map(|value| items(value).iter().map(together).collect()).unwrap_or_default()
}

fn both(one: &Demand, two: &Demand) -> Demand {
    one.iter()
        .flat_map(|left| two.iter().map(|right| left.union(right).cloned().collect()))
        .collect()
}

/// Whoever meets `strict` meets `lax`.
fn implies(strict: &Demand, lax: &Demand) -> bool {
    strict.iter().all(|shown| lax.iter().any(|wanted| wanted.is_subset(shown)))
}

fn sentence(demand: &Demand) -> String {
    let together = |shown: &BTreeSet<String>| shown.iter().cloned().collect::<Vec<_>>().join(" and ");
    demand.iter().map(together).collect::<Vec<_>>().join(", or ")
}

impl Comparison<'_> {
    pub(super) fn demands(&mut self) {
        let (Some(old), Some(new)) = (&self.old.demands, &self.new.demands) else {
            return;
        };
        let coordinates: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
        for coordinate in coordinates {
            // Whoever adds or removes an element with its demand is told of the element.
            let (Some(_), Some(span)) = (find(&self.old.api, coordinate), find(&self.new.api, coordinate)) else {
                continue;
            };
            let place = Place::New(span);
            match (old.get(coordinate), new.get(coordinate)) {
                (before, after) if before == after => {}
                (before, Some(after)) if before.is_none_or(|before| !implies(before, after)) => {
                    let message = format!("Callers now need {}.", sentence(after));
                    self.breaking(ChangeCode::AuthorizationTightened, coordinate, place, message, &[coordinate]);
                }
                (Some(before), after) => {
                    let now = after.map_or("nothing".to_owned(), sentence);
                    let message = format!("Callers needed {}; now they need {now}.", sentence(before));
                    self.dangerous(ChangeCode::AuthorizationRelaxed, coordinate, place, message);
                }
                (None, _) => {}
            }
        }
    }
}

/// Where a type or field stands.
fn find(schema: &Schema, coordinate: &str) -> Option<Span> {
    match coordinate.split_once('.') {
        Some((ty, field)) => Some(schema.types.get(ty)?.fields.get(field)?.span),
        None => Some(schema.types.get(coordinate)?.span),
    }
}
