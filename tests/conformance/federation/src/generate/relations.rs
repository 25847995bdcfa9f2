//! How the subgraphs of a set that is made to compose depend on one another: `@requires`, `@provides`, `@override`,
//! contexts. Owns what each of them needs to be right; must not know how directives are spelled in a subgraph.

use super::builder::Builder;
use super::types::wrapped;
use crate::document::{Application, Definition, Keyword, Member, quote};

impl Builder<'_> {
    /// An entity in two subgraphs with a field that only the second has: (entity, subgraph without, subgraph with, field).
    fn foreign_field(&mut self) -> Option<(String, usize, usize, Member)> {
        let names: Vec<String> = self.plan.entities.iter().map(|entity| entity.name.clone()).collect();
        let name = self.random.pick(&names)?.clone();
        let homes = self.homes(&name);
        let owner = *self.random.pick(&homes)?;
        let others: Vec<usize> = homes.iter().copied().filter(|home| *home != owner).collect();
        let at = *self.random.pick(&others)?;
        let fields: Vec<Member> = self.drafts[owner].get(&name)?.members.clone();
        let fields: Vec<Member> = fields
            .into_iter()
            .filter(|field| field.name.starts_with('f') && field.directives.is_empty())
            .filter(|field| {
                self.drafts[at]
                    .get(&name)
                    .is_some_and(|definition| definition.member(&field.name).is_none())
            })
            .collect();
        let field = self.random.pick(&fields)?.clone();
        Some((name, at, owner, field))
    }

    /// A selection of one field, with literals for its arguments and one leaf below it.
    fn selection(&mut self, at: usize, field: &Member) -> Option<String> {
        let mut text = field.name.clone();
        let mut arguments = Vec::new();
        for argument in &field.arguments {
            if (argument.ty.ends_with('!') && argument.default.is_none()) || self.random.chance(40) {
                arguments.push(format!("{}: {}", argument.name, self.plan.literal(&argument.ty, self.random)?));
            }
        }
        if !arguments.is_empty() {
            text.push_str(&format!("({})", arguments.join(", ")));
        }
        let Some(definition) = self.drafts[at].get(field.base()).cloned() else {
            return Some(text);
        };
        match definition.keyword {
            Keyword::Type | Keyword::Interface => {
                let leaf = definition.members.iter().find(|member| {
                    let leaf = self.drafts[at].get(member.base());
                    leaf.is_none_or(|leaf| matches!(leaf.keyword, Keyword::Scalar | Keyword::Enum))
                        && member.arguments.is_empty()
                        && !member.has("external")
                })?;
                text.push_str(&format!(" {{ {} }}", leaf.name));
            }
            Keyword::Union => text.push_str(" { __typename }"),
            _ => {}
        }
        Some(text)
    }

    pub(super) fn requires(&mut self) {
        let Some((name, at, _, field)) = self.foreign_field() else { return };
        if !self.ensure(at, field.base()) {
            return;
        }
        let Some(mut selection) = self.selection(at, &field) else { return };
        let mut external = field;
        external.directives = vec![Application::new("external", &[])];
        self.push_field(at, &name, external);
        if self.random.chance(20) {
            let nested: Vec<String> = self.drafts[at]
                .get(&name)
                .map(|definition| {
                    definition
                        .members
                        .iter()
                        .filter(|member| member.has("external"))
                        .map(|member| member.name.clone())
                        .collect()
                })
                .unwrap_or_default();
            if nested.len() > 1 && self.random.chance(50) {
                selection = format!("{selection} __typename");
            }
        }
        let fresh = self.fresh();
        let mut requiring = self.plan.leaf_member(&fresh, self.random);
        requiring
            .directives
            .push(Application::new("requires", &[("fields", &quote(&selection))]));
        self.push_field(at, &name, requiring);
    }

    pub(super) fn provides(&mut self) {
        let Some((name, at, owner, field)) = self.foreign_field() else {
            return;
        };
        if !field.arguments.is_empty() || !self.ensure(at, field.base()) {
            return;
        }
        let Some(selection) = self.selection(at, &field) else { return };
        if let Some(position) = self.drafts[owner].find(&name)
            && let Some(owned) = self.drafts[owner].types[position].member_mut(&field.name)
        {
            owned.directives.push(Application::new("shareable", &[]));
        }
        let mut external = field;
        external.directives = vec![Application::new("external", &[])];
        self.push_field(at, &name, external);
        let union = self.drafts[at]
            .types
            .iter()
            .find(|definition| definition.keyword == Keyword::Union && definition.member(&name).is_some())
            .map(|definition| definition.name.clone());
        let (ty, selection) = match union {
            Some(union) if self.random.chance(60) => (union, format!("... on {name} {{ {selection} }}")),
            _ => (name, selection),
        };
        let fresh = self.fresh();
        let mut providing = Member::new(&fresh, &wrapped(&ty, self.random));
        providing
            .directives
            .push(Application::new("provides", &[("fields", &quote(&selection))]));
        self.root_field(at, "Query", providing);
    }

    pub(super) fn overrides(&mut self) {
        let Some((name, at, owner, field)) = self.foreign_field() else {
            return;
        };
        if self.drafts[at].first || !self.ensure(at, field.base()) {
            return;
        }
        let mut field = field;
        let from = quote(&self.drafts[owner].name);
        let mut application = Application::new("override", &[("from", &from)]);
        if self.random.chance(45) {
            let label = self
                .random
                .word(&["percent(5)", "percent(33.25)", "new-thing", "a.b/c:d", "percent(100)", "percent(0)"]);
            application.arguments.push(("label".to_string(), quote(label)));
        }
        field.directives = vec![application];
        self.push_field(at, &name, field);
    }

    /// A type that sets a context above an entity that only it leads to, with a field that takes its argument from there.
    pub(super) fn context(&mut self) {
        let seconds: Vec<usize> = (0..self.drafts.len()).filter(|at| !self.drafts[*at].first).collect();
        let Some(at) = self.random.pick(&seconds).copied() else { return };
        if self.drafts[at].find("Ctx").is_some() {
            return;
        }
        let context = self.random.word(&["ctx", "context1", "C"]);
        let mut parent = Definition::new(Keyword::Type, "Ctx");
        let ty = self.random.word(&["String", "String!", "Int", "[ID!]", "Boolean"]);
        parent.directives.push(Application::new("context", &[("name", &quote(context))]));
        if self.random.chance(60) {
            parent.directives.push(Application::new("key", &[("fields", "\"id\"")]));
            parent.members.push(Member::new("id", "ID!"));
        }
        parent.members.push(Member::new("prop", ty));
        parent.members.push(Member::new("child", &wrapped("Child", self.random)));
        let mut child = Definition::new(Keyword::Type, "Child");
        child.directives.push(Application::new("key", &[("fields", "\"id\"")]));
        child.members.push(Member::new("id", "ID!"));
        let mut field = Member::new("derived", "String");
        let mut argument = Member::new("given", ty.trim_end_matches('!'));
        let selection = match self.random.below(4) {
            0 => format!("${context} prop"),
            1 => format!("${context} {{ ... on Ctx {{ prop }} }}"),
            _ => format!("${context} {{ prop }}"),
        };
        argument
            .directives
            .push(Application::new("fromContext", &[("field", &quote(&selection))]));
        field.arguments = vec![argument];
        field.arguments.extend(self.plan.arguments(self.random));
        let members = field.arguments.clone();
        child.members.push(field);
        self.drafts[at].types.push(parent);
        self.drafts[at].types.push(child);
        self.ensure_all(at, &members);
        let fresh = self.fresh();
        let ty = wrapped("Ctx", self.random);
        self.root_field(at, "Query", Member::new(&fresh, &ty));
    }
}
