//! Fields that an `@interfaceObject` gives to every implementation of its interface.

use super::Merger;
use crate::model::{DirectiveUse, FieldDef, Kind, Known, Name};

impl Merger<'_, '_> {
    /// Adds what implementations lack; each such field says by a bare `@join__field` that no subgraph has it there.
    pub(super) fn interface_object_fields(&mut self) {
        let subgraphs = self.subgraphs;
        for interface in self.names_of(Kind::Interface) {
            let given: Vec<Name> = self.out.types[&interface].fields.keys().cloned().collect();
            let is_given = |field: &Name| {
                subgraphs
                    .iter()
                    .filter_map(|subgraph| subgraph.schema.types.get(&interface))
                    .any(|definition| {
                        definition.has(Known::InterfaceObject) && definition.fields.get(field).is_some_and(|field| !field.marks.external)
                    })
            };
            let given: Vec<Name> = given.into_iter().filter(|field| is_given(field)).collect();
            if given.is_empty() {
                continue;
            }
            for implementation in self.out.possible_types(&interface) {
                for field in &given {
                    self.push_field(&interface, &implementation, field);
                }
            }
        }
    }

    fn push_field(&mut self, interface: &Name, implementation: &Name, field: &Name) {
        if self.out.types[implementation].fields.contains_key(field) {
            return;
        }
        let source = &self.out.types[interface].fields[field];
        let mut directives = vec![DirectiveUse::made("join__field", None, Vec::new())];
        let is_join = |application: &&DirectiveUse| application.name.starts_with("join__") && application.known.is_none();
        directives.extend(source.directives.iter().filter(|application| !is_join(application)).cloned());
        let pushed = FieldDef {
            directives,
            ..source.clone()
        };
        self.out.types[implementation].fields.insert(field.clone(), pushed);
        self.check_sharing(implementation, field, &[], &[]);
    }
}
