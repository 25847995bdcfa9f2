//! Laying out one fetch's response.
//!
//! All selection sets of a fetch at one place share one object layout, and so do places that one response key may lead to
//! (fields of disjoint types under the same key): an object can be laid out before its type is known, and a cell is
//! found by place and key alone.

use std::collections::BTreeMap;

use router_graph::TypeId;
use router_graph::supergraph::LeafKind as SchemaLeaf;
use router_planner::plan::{Fetch, FetchField, FetchKind, FetchValue, Plan, SelectionSet};

use super::type_set;
use crate::leaf::LeafKind;
use crate::program::Vocabulary;
use crate::shape::{FieldShape, Filter, Mark, ObjectShape, Shape, TypeSet, ValueShape};

/// The shape of a fetch, and what it was made from.
pub(crate) struct Layout {
    pub(crate) shape: Shape,
    /// Place to (object number, first overlay of the place within the object).
    objects: BTreeMap<u32, (u32, u32)>,
    /// (place, place of the composite field there, its key, the types it is asked for).
    steps: Vec<PlaceStep>,
}

struct PlaceStep {
    parent: u32,
    child: u32,
    key: Box<str>,
    types: Option<Vec<TypeId>>,
}

impl Layout {
    pub(crate) fn new(plan: &Plan, fetch: &Fetch, vocabulary: &Vocabulary) -> Self {
        let mut sets = Vec::new();
        let mut steps = Vec::new();
        gather(&fetch.selection, &mut sets, &mut steps);
        let groups = groups(&sets, &steps);

        let entity = matches!(fetch.kind, FetchKind::Entities { .. });
        let mut shape = Shape::default();
        if entity {
            shape.objects.push(ObjectShape::default());
        }
        let mut numbers = BTreeMap::new();
        let root = groups[&fetch.selection.place.0];
        for set in std::iter::once(&&fetch.selection).chain(&sets) {
            numbers.entry(groups[&set.place.0]).or_insert_with(|| {
                shape.objects.push(ObjectShape::default());
                shape.objects.len() as u32 - 1
            });
        }
        let mut layout = Layout {
            shape,
            objects: BTreeMap::new(),
            steps,
        };
        for (place, group) in &groups {
            let number = numbers[group];
            let object = &mut layout.shape.objects[number as usize];
            layout.objects.insert(*place, (number, object.overlays));
            let attached = plan
                .fetches
                .iter()
                .filter(|other| other.place.0 == *place && other.id != fetch.id && matches!(other.kind, FetchKind::Entities { .. }));
            // The place of the fetch itself is completed on the objects that lead there, not on this fetch's own.
            if *place != fetch.place.0 {
                object.overlays += attached.count() as u32;
            }
        }
        for set in &sets {
            let number = numbers[&groups[&set.place.0]];
            for field in &set.fields {
                let value = value_shape(field, vocabulary, |place| numbers[&groups[&place]]);
                let object = &mut layout.shape.objects[number as usize];
                if object.field(field.key.as_bytes()).is_none() {
                    object.fields.push(FieldShape {
                        key: field.key.as_bytes().into(),
                        value,
                    });
                }
            }
            let object = &mut layout.shape.objects[number as usize];
            if let (None, Some(key)) = (object.typename, &set.typename) {
                object.typename = object.field(key.as_bytes());
            }
            if let [only] = set.possible_types.as_slice() {
                object.only_type = Some(only.0);
            }
        }
        for (number, object) in layout.shape.objects.iter_mut().enumerate() {
            let mut types = sets.iter().filter(|set| numbers[&groups[&set.place.0]] as usize == number);
            let first = types.next().map(|set| &set.possible_types);
            if types.any(|set| Some(&set.possible_types) != first) {
                object.only_type = None;
            }
        }
        if entity {
            let item = ValueShape::Object(numbers[&root]);
            let key = b"_entities".as_slice().into();
            layout.shape.objects[0].fields.push(FieldShape {
                key,
                value: ValueShape::List(Box::new(item)),
            });
        }
        layout
    }

    /// The object number at a place, and the first overlay of the place within the object.
    pub(crate) fn object(&self, place: u32) -> Option<(u32, u32)> {
        self.objects.get(&place).copied()
    }

    /// The cell of a key at a place.
    pub(crate) fn cell(&self, place: u32, key: &str) -> Option<u32> {
        let (object, _) = self.object(place)?;
        self.shape.objects[object as usize].field(key.as_bytes())
    }

    /// The types beneath which `key` leads from `parent` to `child`, if the key leads elsewhere for others.
    pub(crate) fn shared_key_types(&self, parent: u32, key: &str, child: u32) -> Option<TypeSet> {
        let same_key = || self.steps.iter().filter(|step| step.parent == parent && *step.key == *key);
        if same_key().all(|step| step.child == child) {
            return None;
        }
        let mut types = TypeSet::default();
        for step in same_key().filter(|step| step.child == child) {
            step.types.iter().flatten().for_each(|of_type| types.insert(of_type.0));
        }
        Some(types)
    }

    /// Adds a position list of the instances of a place, and gives its number; `None` where several fields lead to
    /// the place or to one above it, so that one path does not describe it.
    pub(crate) fn record(&mut self, place: u32) -> Option<u32> {
        let list = self.shape.lists as u32;
        let mut filters = Vec::new();
        let mut child = place;
        loop {
            let mut steps = self.steps.iter().filter(|step| step.child == child);
            let Some(step) = steps.next() else { break };
            if steps.next().is_some() {
                return None;
            }
            if let Some(types) = self.shared_key_types(step.parent, &step.key, child) {
                filters.push((self.object(step.parent)?.0, types));
            }
            child = step.parent;
        }
        let (object, _) = self.object(place)?;
        self.shape.objects[object as usize].marks.push(Mark { list });
        for (object, types) in filters {
            self.shape.objects[object as usize].filters.push(Filter { list, types });
        }
        self.shape.lists += 1;
        Some(list)
    }
}

/// All selection sets, outermost first, and the steps between their places.
fn gather<'a>(set: &'a SelectionSet, sets: &mut Vec<&'a SelectionSet>, steps: &mut Vec<PlaceStep>) {
    sets.push(set);
    for field in &set.fields {
        if let FetchValue::Object(inner) = &field.value {
            steps.push(PlaceStep {
                parent: set.place.0,
                child: inner.place.0,
                key: field.key.clone(),
                types: field.types.clone(),
            });
            gather(inner, sets, steps);
        }
    }
}

/// Place to the representative of its group: places that one key of one group leads to belong together.
fn groups(sets: &[&SelectionSet], steps: &[PlaceStep]) -> BTreeMap<u32, u32> {
    let mut groups: BTreeMap<u32, u32> = sets.iter().map(|set| (set.place.0, set.place.0)).collect();
    loop {
        let mut changed = false;
        let mut targets: BTreeMap<(u32, &str), u32> = BTreeMap::new();
        for step in steps {
            let parent = groups[&step.parent];
            let child = groups[&step.child];
            let known = *targets.entry((parent, &*step.key)).or_insert(child);
            if known != child {
                let (keep, drop) = (known.min(child), known.max(child));
                groups.values_mut().filter(|group| **group == drop).for_each(|group| *group = keep);
                changed = true;
                break;
            }
        }
        if !changed {
            return groups;
        }
    }
}

fn value_shape(field: &FetchField, vocabulary: &Vocabulary, object: impl Fn(u32) -> u32) -> ValueShape {
    let innermost = match &field.value {
        FetchValue::Typename => ValueShape::Leaf(LeafKind::Typename),
        FetchValue::Leaf(kind) => ValueShape::Leaf(leaf_kind(*kind, vocabulary)),
        FetchValue::Object(set) => ValueShape::Object(object(set.place.0)),
    };
    field.ty.lists.iter().fold(innermost, |inner, _| ValueShape::List(Box::new(inner)))
}

fn leaf_kind(kind: SchemaLeaf, vocabulary: &Vocabulary) -> LeafKind {
    match kind {
        SchemaLeaf::Int => LeafKind::Int,
        SchemaLeaf::Float => LeafKind::Float,
        SchemaLeaf::String => LeafKind::String,
        SchemaLeaf::Boolean => LeafKind::Boolean,
        SchemaLeaf::Id => LeafKind::Id,
        SchemaLeaf::Enum(of_type) => vocabulary
            .enum_numbers
            .get(&of_type.0)
            .map_or(LeafKind::String, |number| LeafKind::Enum(*number)),
        SchemaLeaf::Custom => LeafKind::Custom,
    }
}

/// The set of a field's types, if it has any.
pub(super) fn types_of(types: Option<&Vec<TypeId>>) -> Option<TypeSet> {
    types.map(|types| type_set(types))
}
