//! Input objects that need themselves (October 2021, section 3.10, circular references): no value could be given.

use super::{HashSet, InputDef, Kind, Name, Schema, TypeDef, TypeRef};

/// Input objects of which each requires the next, and the last the first.
pub(crate) struct Circle<'a> {
    /// The first input object.
    pub first: &'a TypeDef,
    /// The required fields that lead around, those of `first` first.
    pub fields: Vec<&'a InputDef>,
}

impl Circle<'_> {
    /// The fields as a way: `a.b.c`.
    pub fn way(&self) -> String {
        let names: Vec<&str> = self.fields.iter().map(|field| &*field.name).collect();
        names.join(".")
    }
}

impl Schema {
    /// One circle for each way back that a search from the first input object on meets.
    pub fn circles(&self) -> Vec<Circle<'_>> {
        let mut circles = Vec::new();
        let mut done: HashSet<&Name> = HashSet::default();
        for definition in self.types.values().filter(|definition| definition.kind == Kind::Input) {
            // The input objects on the way to the place that is looked at, each with how many of its fields are done.
            let mut path: Vec<(&TypeDef, usize)> = vec![(definition, 0)];
            let mut on_path: HashSet<&Name> = HashSet::from_iter([&definition.name]);
            while let Some((owner, next)) = path.last_mut() {
                let owner: &TypeDef = owner;
                let field = owner.inputs.get_index(*next);
                *next += 1;
                let Some((_, input)) = field.filter(|_| !done.contains(&owner.name)) else {
                    done.insert(&owner.name);
                    on_path.remove(&owner.name);
                    path.pop();
                    continue;
                };
                let Some(target) = self.needed(input) else { continue };
                if on_path.insert(&target.name) {
                    path.push((target, 0));
                    continue;
                }
                let start = path.iter().position(|(owner, _)| owner.name == target.name).unwrap_or(0);
                let fields = path[start..].iter().map(|(owner, next)| &owner.inputs[*next - 1]).collect();
                circles.push(Circle { first: target, fields });
            }
        }
        circles
    }

    /// The input object without which there is no value of the field.
    fn needed(&self, input: &InputDef) -> Option<&TypeDef> {
        let TypeRef::NonNull(inner) = &input.ty else { return None };
        let TypeRef::Named(base) = &**inner else { return None };
        self.types.get(base).filter(|definition| definition.kind == Kind::Input)
    }
}
