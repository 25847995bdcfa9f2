//! Prints the text of a fetch from its draft.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use router_graph::condition::Literal;
use router_graph::{Condition, Operation, OperationKind, TypeId};

use crate::draft::{Draft, FieldDraft, Kind};

/// A fetch's operation, ready to send.
pub(crate) struct OperationText {
    pub text: String,
    pub name: Option<Box<str>>,
    /// The client's variables it uses.
    pub variables: Vec<Box<str>>,
    /// The variable that holds the representations.
    pub representations: Box<str>,
}

struct Printer<'d, 'a> {
    draft: &'d Draft<'a>,
    text: String,
    variables: BTreeSet<Box<str>>,
}

/// Prints a fetch. `number` makes its name unique in the plan.
pub(crate) fn print(draft: &Draft<'_>, fetch: usize, number: usize, operation: &Operation) -> OperationText {
    let mut printer = Printer {
        draft,
        text: String::new(),
        variables: BTreeSet::new(),
    };
    let fetch = &draft.fetches[fetch];
    printer.node(fetch.node, &fetch.condition);
    let Printer { text: body, variables, .. } = printer;

    let mut representations: Box<str> = "representations".into();
    while operation.variables.iter().any(|variable| variable.name == representations) {
        representations = format!("_{representations}").into();
    }
    let is_entities = matches!(fetch.kind, Kind::Entities { .. });
    let mut declarations = Vec::new();
    if is_entities {
        declarations.push(format!("${representations}: [_Any!]!"));
    }
    for variable in operation.variables.iter().filter(|variable| variables.contains(&variable.name)) {
        let mut declaration = format!("${}: {}", variable.name, draft.supergraph.print_type(&variable.ty));
        if let Some(default) = &variable.default {
            let _ = write!(declaration, " = {default}");
        }
        declarations.push(declaration);
    }
    let keyword = match &fetch.kind {
        Kind::Root(kind) => kind.keyword(),
        Kind::Entities { .. } => OperationKind::Query.keyword(),
    };
    let name = operation.name.as_ref().map(|name| {
        let subgraph: String = draft
            .supergraph
            .subgraph(fetch.subgraph)
            .name
            .chars()
            .map(|character| if character.is_ascii_alphanumeric() { character } else { '_' })
            .collect();
        format!("{name}__{subgraph}__{number}").into_boxed_str()
    });
    let mut text = String::new();
    if name.is_some() || !declarations.is_empty() || keyword != "query" {
        text.push_str(keyword);
        if let Some(name) = &name {
            let _ = write!(text, " {name}");
        }
        if !declarations.is_empty() {
            let _ = write!(text, "({})", declarations.join(", "));
        }
        text.push(' ');
    }
    if is_entities {
        let _ = write!(text, "{{ _entities(representations: ${representations}) {body} }}");
    } else {
        text.push_str(&body);
    }
    OperationText {
        text,
        name,
        variables: variables.into_iter().collect(),
        representations,
    }
}

impl Printer<'_, '_> {
    fn node(&mut self, node: usize, known: &Condition) {
        self.text.push_str("{ ");
        let draft = self.draft;
        let node = &draft.nodes[node];
        if node.has_typename {
            self.text.push_str("__typename ");
        }
        let mut fragments: Vec<Option<TypeId>> = vec![None];
        for field in &node.fields {
            if !fragments.contains(&field.on) {
                fragments.push(field.on);
            }
        }
        for on in fragments {
            let fields: Vec<&FieldDraft> = node.fields.iter().filter(|field| field.on == on).collect();
            if fields.is_empty() {
                continue;
            }
            if let Some(ty) = on {
                let _ = write!(self.text, "... on {} {{ ", draft.supergraph.type_definition(ty).name);
            }
            for field in fields {
                self.field(field, known);
            }
            if on.is_some() {
                self.text.push_str("} ");
            }
        }
        self.text.push('}');
    }

    /// One field under its condition, as far as what encloses it does not already say so. Alternatives are written one after another.
    fn field(&mut self, field: &FieldDraft, known: &Condition) {
        if known.implies(&field.condition) {
            return self.plain(field, "", known);
        }
        let mut context = known.conjunctions();
        let given = match (context.len(), context.next()) {
            (1, Some(only)) => only.clone(),
            _ => BTreeSet::new(),
        };
        for conjunction in field.condition.conjunctions() {
            let open: Vec<&Literal> = conjunction.difference(&given).collect();
            let mut now = Condition::always();
            for literal in conjunction {
                now = now.and(&Condition::literal(&literal.variable, literal.expected));
            }
            // A directive may be written once per selection: what is left over goes on fragments around it.
            let mut fragments = 0;
            let (mut include, mut skip) = (None, None);
            for literal in open {
                self.variables.insert(literal.variable.clone());
                let slot = if literal.expected { &mut include } else { &mut skip };
                if slot.is_none() {
                    *slot = Some(literal);
                } else {
                    let _ = write!(self.text, "... {} {{ ", directive(literal));
                    fragments += 1;
                }
            }
            let directives: String = [include, skip]
                .into_iter()
                .flatten()
                .map(|literal| format!(" {}", directive(literal)))
                .collect();
            self.plain(field, &directives, &now);
            for _ in 0..fragments {
                self.text.push_str("} ");
            }
        }
    }

    fn plain(&mut self, field: &FieldDraft, directives: &str, known: &Condition) {
        if field.key != field.name {
            let _ = write!(self.text, "{}: ", field.key);
        }
        self.text.push_str(&field.name);
        if !field.arguments.is_empty() {
            let arguments: Vec<String> = field.arguments.iter().map(|(name, value)| format!("{name}: {value}")).collect();
            let _ = write!(self.text, "({})", arguments.join(", "));
            for (_, value) in &field.arguments {
                value.collect_variables(&mut self.variables);
            }
        }
        self.text.push_str(directives);
        self.text.push(' ');
        if let Some(node) = field.node {
            self.node(node, known);
            self.text.push(' ');
        }
    }
}

fn directive(literal: &Literal) -> String {
    let name = if literal.expected { "include" } else { "skip" };
    format!("@{name}(if: ${})", literal.variable)
}
