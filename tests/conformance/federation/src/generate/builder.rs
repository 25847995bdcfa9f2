//! Spreads a plan over subgraphs so that the whole composes. Owns who has which type and field; must not know how directives
//! are spelled in a subgraph.

use super::types::{Interface, Plan, wrapped};
use crate::document::{Application, Definition, Keyword, Member, base, quote};
use crate::random::Random;
use std::collections::BTreeSet;

/// A subgraph in the making; federation's directives have their plain names.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub name: String,
    /// Whether its schema is of federation 1.
    pub first: bool,
    pub types: Vec<Definition>,
    /// Types it may not have.
    pub banned: BTreeSet<String>,
}

impl Draft {
    pub fn find(&self, name: &str) -> Option<usize> {
        self.types.iter().position(|definition| definition.name == name)
    }

    pub fn get(&self, name: &str) -> Option<&Definition> {
        self.types.iter().find(|definition| definition.name == name)
    }
}

pub(super) struct Builder<'a> {
    pub(super) random: &'a mut Random,
    pub(super) plan: Plan,
    pub drafts: Vec<Draft>,
    /// Names for fields, so that each is new.
    fields: usize,
}

const NAMES: [&str; 15] = [
    "a", "b", "c", "d", "accounts", "events", "Zeta", "s-1", "s_1", "2x", "x_2", "products", "B", "my.graph", "é",
];

impl<'a> Builder<'a> {
    pub fn new(random: &'a mut Random) -> Builder<'a> {
        let plan = Plan::new(random);
        let mut names: Vec<&str> = if random.chance(70) { NAMES[..7].to_vec() } else { NAMES.to_vec() };
        random.shuffle(&mut names);
        let first = random.chance(15);
        let all_first = first && random.chance(35);
        let count = if random.chance(15) {
            random.between(4, 7)
        } else {
            random.between(1, 4)
        };
        let drafts = names.into_iter().take(count).map(|name| Draft {
            name: name.to_string(),
            first: first && (all_first || random.chance(50)),
            types: Vec::new(),
            banned: BTreeSet::new(),
        });
        let drafts = drafts.collect();
        Builder {
            random,
            plan,
            drafts,
            fields: 0,
        }
    }

    pub fn build(&mut self) {
        let all: Vec<usize> = (0..self.drafts.len()).collect();
        self.interface_objects(&all);
        for at in 0..self.plan.entities.len() {
            let homes = self.random.some(&all, 55);
            for home in homes {
                let name = self.plan.entities[at].name.clone();
                self.ensure(home, &name);
            }
            self.entity_fields(at);
        }
        for value in 0..self.plan.values.len() {
            if self.random.chance(40) {
                let name = self.plan.values[value].name.clone();
                let home = self.random.below(all.len());
                self.ensure(home, &name);
            }
        }
        for _ in 0..self.random.below(3) {
            match self.random.below(5) {
                0 | 1 => self.requires(),
                2 => self.provides(),
                3 => self.overrides(),
                _ => self.context(),
            }
        }
        self.roots();
    }

    pub(super) fn fresh(&mut self) -> String {
        self.fields += 1;
        format!("f{}", self.fields)
    }

    /// Makes a subgraph have a type, with all that the type needs there.
    pub(super) fn ensure(&mut self, at: usize, name: &str) -> bool {
        if self.drafts[at].banned.contains(name) {
            return false;
        }
        if self.drafts[at].find(name).is_some() {
            return true;
        }
        let plan = &self.plan;
        if plan.scalars.iter().any(|scalar| scalar == name) {
            self.drafts[at].types.push(Definition::new(Keyword::Scalar, name));
            return true;
        }
        if let Some(definition) = plan.enums.iter().find(|definition| definition.name == name) {
            self.drafts[at].types.push(definition.clone());
            return true;
        }
        if let Some(input) = plan.inputs.iter().find(|input| input.name == name) {
            let definition = input.clone();
            self.drafts[at].types.push(definition.clone());
            return self.ensure_all(at, &definition.members);
        }
        if let Some(value) = plan.values.iter().find(|value| value.name == name) {
            let mut definition = value.clone();
            if self.random.chance(60) {
                definition.directives.push(Application::new("shareable", &[]));
            } else {
                let shareable = || vec![Application::new("shareable", &[])];
                definition.members.iter_mut().for_each(|member| member.directives = shareable());
            }
            self.drafts[at].types.push(definition.clone());
            return self.ensure_all(at, &definition.members);
        }
        if let Some(entity) = plan.entities.iter().position(|entity| entity.name == name) {
            return self.ensure_entity(at, entity);
        }
        if let Some(interface) = plan.interfaces.iter().position(|interface| interface.name == name) {
            return self.ensure_interface(at, interface);
        }
        if let Some((_, members)) = plan.unions.iter().find(|(union, _)| union == name) {
            let members = members.clone();
            let members = self.random.some(&members, 75);
            let members: Vec<String> = members.into_iter().filter(|member| self.ensure(at, member)).collect();
            if members.is_empty() {
                return false;
            }
            let mut definition = Definition::new(Keyword::Union, name);
            definition.members = members.iter().map(|member| Member::new(member, "")).collect();
            self.drafts[at].types.push(definition);
            return true;
        }
        true
    }

    pub(super) fn ensure_all(&mut self, at: usize, members: &[Member]) -> bool {
        members.iter().all(|member| {
            let arguments = member.arguments.clone();
            self.ensure(at, member.base()) && self.ensure_all(at, &arguments)
        })
    }

    fn ensure_entity(&mut self, at: usize, entity: usize) -> bool {
        let entity = self.plan.entities[entity].clone();
        let mut definition = Definition::new(Keyword::Type, &entity.name);
        for (number, key) in entity.keys.iter().enumerate() {
            if number > 0 && self.random.chance(40) {
                continue;
            }
            definition.directives.push(Application::new("key", &[("fields", &quote(key))]));
            for (field, ty) in [("id", "ID!"), ("sku", "String!"), ("org", "Org")] {
                if key.split(' ').any(|word| word == field) && definition.member(field).is_none() {
                    definition.members.push(Member::new(field, ty));
                }
            }
        }
        let nested = definition.member("org").is_some();
        self.drafts[at].types.push(definition);
        if nested {
            self.ensure(at, "Org");
        }
        // It implements those of its interfaces that are here already.
        for interface in entity.interfaces {
            let here = self.drafts[at].get(&self.plan.interfaces[interface].name);
            if here.is_some_and(|definition| definition.keyword == Keyword::Interface) {
                self.implement(at, &entity.name, interface);
            }
        }
        true
    }

    fn implement(&mut self, at: usize, entity: &str, interface: usize) {
        let Interface { name, field, .. } = self.plan.interfaces[interface].clone();
        let Some(definition) = self.drafts[at].types.iter_mut().find(|definition| definition.name == entity) else {
            return;
        };
        if definition.implements.contains(&name) {
            return;
        }
        definition.implements.push(name);
        if definition.member(&field.name).is_none() {
            let mut field = field;
            field.directives.push(Application::new("shareable", &[]));
            definition.members.push(field);
        }
    }

    fn ensure_interface(&mut self, at: usize, interface: usize) -> bool {
        let planned = self.plan.interfaces[interface].clone();
        let entities: Vec<String> = self
            .plan
            .entities
            .iter()
            .filter(|entity| entity.interfaces.contains(&interface))
            .map(|entity| entity.name.clone())
            .collect();
        if entities.is_empty() || entities.iter().any(|entity| self.drafts[at].banned.contains(entity)) {
            return false;
        }
        if let Some(parent) = planned.parent {
            let parent = self.plan.interfaces[parent].name.clone();
            if !self.ensure(at, &parent) {
                return false;
            }
        }
        let mut definition = Definition::new(Keyword::Interface, &planned.name);
        definition.members = vec![Member::new("id", "ID!"), planned.field.clone()];
        if let Some(parent) = planned.parent {
            let parent = &self.plan.interfaces[parent];
            definition.implements.push(parent.name.clone());
            definition.members.push(parent.field.clone());
        }
        if planned.entity && !self.drafts[at].first && self.random.chance(70) {
            definition.directives.push(Application::new("key", &[("fields", "\"id\"")]));
        }
        let keyed = definition.has("key");
        self.drafts[at].types.push(definition);
        let present: Vec<String> = entities
            .iter()
            .filter(|entity| keyed || self.drafts[at].find(entity).is_some())
            .cloned()
            .collect();
        for entity in if present.is_empty() { entities } else { present } {
            self.ensure(at, &entity);
            self.implement(at, &entity, interface);
            if let Some(parent) = planned.parent {
                self.implement(at, &entity, parent);
            }
        }
        true
    }

    /// One entity interface becomes an interface object in one subgraph and a keyed interface in another.
    fn interface_objects(&mut self, all: &[usize]) {
        let candidates: Vec<usize> = (0..self.plan.interfaces.len())
            .filter(|at| self.plan.interfaces[*at].entity && self.plan.entities.iter().any(|entity| entity.interfaces.contains(at)))
            .collect();
        let seconds: Vec<usize> = all.iter().copied().filter(|at| !self.drafts[*at].first).collect();
        let (Some(interface), true) = (self.random.pick(&candidates).copied(), seconds.len() > 1 && self.random.chance(60)) else {
            return;
        };
        let object_home = seconds[self.random.below(seconds.len())];
        let homes: Vec<usize> = seconds.into_iter().filter(|at| *at != object_home).collect();
        let home = homes[self.random.below(homes.len())];
        let planned = self.plan.interfaces[interface].clone();
        let names: Vec<String> = self
            .plan
            .entities
            .iter()
            .filter(|entity| entity.interfaces.contains(&interface))
            .map(|entity| entity.name.clone())
            .collect();
        self.drafts[object_home].banned.extend(names);
        if !self.ensure(home, &planned.name) {
            return;
        }
        if let Some(at) = self.drafts[home].find(&planned.name) {
            let definition = &mut self.drafts[home].types[at];
            if !definition.has("key") {
                definition.directives.push(Application::new("key", &[("fields", "\"id\"")]));
                let entities: Vec<String> = self
                    .plan
                    .entities
                    .iter()
                    .filter(|one| one.interfaces.contains(&interface))
                    .map(|one| one.name.clone())
                    .collect();
                for entity in entities {
                    self.ensure(home, &entity);
                    self.implement(home, &entity, interface);
                    if let Some(parent) = planned.parent {
                        self.implement(home, &entity, parent);
                    }
                }
            }
        }
        let mut object = Definition::new(Keyword::Type, &planned.name);
        object.directives = vec![
            Application::new("interfaceObject", &[]),
            Application::new("key", &[("fields", "\"id\"")]),
        ];
        object.members.push(Member::new("id", "ID!"));
        for _ in 0..self.random.between(1, 2) {
            let name = self.fresh();
            let mut field = self.plan.leaf_member(&name, self.random);
            field.arguments = self.plan.arguments(self.random);
            object.members.push(field);
        }
        let members = object.members.clone();
        self.drafts[object_home].types.push(object);
        self.ensure_all(object_home, &members);
    }

    /// The type of a new field in a subgraph.
    fn output(&mut self, at: usize, shared: bool) -> String {
        let plan = &self.plan;
        let choice = match self.random.below(20) {
            0..=9 => plan.leaf(self.random),
            10..=12 => self.random.pick(&plan.values).map_or("Org".to_string(), |value| value.name.clone()),
            13..=15 => self
                .random
                .pick(&plan.entities)
                .map_or("ID".to_string(), |entity| entity.name.clone()),
            16 | 17 if !shared => self
                .random
                .pick(&plan.interfaces)
                .map_or("Int".to_string(), |interface| interface.name.clone()),
            18 if !shared => self.random.pick(&plan.unions).map_or("Int".to_string(), |(name, _)| name.clone()),
            _ => "String".to_string(),
        };
        let choice = if self.ensure(at, &choice) { choice } else { "Boolean".to_string() };
        wrapped(&choice, self.random)
    }

    pub(super) fn push_field(&mut self, at: usize, ty: &str, field: Member) {
        let members = [field.clone()];
        self.ensure_all(at, &members);
        if let Some(position) = self.drafts[at].find(ty) {
            self.drafts[at].types[position].members.push(field);
        }
    }

    pub(super) fn homes(&self, name: &str) -> Vec<usize> {
        (0..self.drafts.len())
            .filter(|at| {
                self.drafts[*at]
                    .get(name)
                    .is_some_and(|definition| definition.keyword == Keyword::Type)
            })
            .collect()
    }

    fn entity_fields(&mut self, entity: usize) {
        let name = self.plan.entities[entity].name.clone();
        for _ in 0..self.random.between(1, 4) {
            let homes = self.homes(&name);
            let Some(first) = self.random.pick(&homes).copied() else { return };
            let shared = homes.len() > 1 && self.random.chance(25);
            let field_name = self.fresh();
            let mut field = Member::new(&field_name, &self.output(first, shared));
            field.arguments = self.plan.arguments(self.random);
            let owners = if shared { self.random.some(&homes, 60) } else { vec![first] };
            if shared && owners.iter().any(|owner| self.drafts[*owner].banned.contains(field.base())) {
                field.ty = "Int".to_string();
            }
            if shared {
                field.directives.push(Application::new("shareable", &[]));
            }
            for owner in owners {
                let mut field = field.clone();
                if shared && self.random.chance(15) {
                    field.ty = match field.ty.strip_suffix('!') {
                        Some(nullable) => nullable.to_string(),
                        None => format!("{}!", field.ty),
                    };
                }
                self.push_field(owner, &name, field);
            }
        }
    }

    pub(super) fn root_field(&mut self, at: usize, root: &str, field: Member) {
        if self.drafts[at].find(root).is_none() {
            self.drafts[at].types.push(Definition::new(Keyword::Type, root));
        }
        self.push_field(at, root, field);
    }

    fn roots(&mut self) {
        for at in 0..self.drafts.len() {
            for (root, percent) in [("Query", 85), ("Mutation", 25), ("Subscription", 12)] {
                if !self.random.chance(percent) {
                    continue;
                }
                for _ in 0..self.random.between(1, 3) {
                    let fresh = self.fresh();
                    let mut field = Member::new(&fresh, &self.output(at, false));
                    field.arguments = self.plan.arguments(self.random);
                    self.root_field(at, root, field);
                }
            }
        }
        // Composite types that no field leads to would not be tried by anything.
        for at in 0..self.drafts.len() {
            let names: Vec<String> = self.drafts[at]
                .types
                .iter()
                .filter(|definition| {
                    matches!(definition.keyword, Keyword::Type | Keyword::Interface | Keyword::Union)
                        && !matches!(definition.name.as_str(), "Query" | "Mutation" | "Subscription" | "Child")
                })
                .map(|definition| definition.name.clone())
                .collect();
            for name in names {
                if self.random.chance(40) {
                    let fresh = self.fresh();
                    let ty = wrapped(&name, self.random);
                    self.root_field(at, "Query", Member::new(&fresh, &ty));
                }
            }
        }
        if self.drafts.iter().all(|draft| draft.find("Query").is_none()) {
            self.root_field(0, "Query", Member::new("ping", "Int"));
        }
        // A shared root field needs the same runtime types everywhere, so it has leaves only.
        if self.drafts.len() > 1 && self.random.chance(30) {
            let mut field = self.plan.leaf_member("everywhere", self.random);
            field.arguments = self.plan.arguments(self.random);
            field.directives.push(Application::new("shareable", &[]));
            for at in 0..2 {
                self.root_field(at, "Query", field.clone());
            }
        }
    }
}

/// Whether a type name stands for a leaf in a draft.
pub(super) fn is_leaf(draft: &Draft, ty: &str) -> bool {
    draft
        .get(base(ty))
        .is_none_or(|definition| matches!(definition.keyword, Keyword::Scalar | Keyword::Enum))
}
