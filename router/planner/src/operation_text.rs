//! Prints the text of a fetch from its draft.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use router_graph::condition::Literal;
use router_graph::{Condition, Operation, OperationKind, TypeId, Value};

use crate::draft::{ContextDraft, Draft, FieldDraft, Kind};
use crate::plan::ContextText;

/// A fetch's operation, ready to send.
pub(crate) struct OperationText {
    pub text: String,
    pub name: Option<Box<str>>,
    /// The client's variables it uses.
    pub variables: Vec<Box<str>>,
    /// The variable that holds the representations.
    pub representations: Box<str>,
    /// The variables of contexts that it uses.
    pub contexts: Vec<Box<str>>,
    /// The same in pieces, where there are contexts.
    pub by_context: Option<ContextText>,
}

struct Printer<'d, 'a> {
    draft: &'d Draft<'a>,
    text: String,
    variables: BTreeSet<Box<str>>,
    /// Arguments from contexts.
    contexts: &'d [ContextDraft],
    /// Ends of context variables in `text`.
    cuts: Vec<usize>,
}

/// Prints a fetch. `number` makes its name unique in the plan, `representations` is the variable that holds them.
pub(crate) fn print(draft: &Draft<'_>, fetch: usize, number: usize, operation: &Operation, representations: Box<str>) -> OperationText {
    let fetch = &draft.fetches[fetch];
    let contexts: &[ContextDraft] = match &fetch.kind {
        Kind::Entities { contexts, .. } => contexts,
        Kind::Root(_) => &[],
    };
    let mut printer = Printer {
        draft,
        text: String::new(),
        variables: BTreeSet::new(),
        contexts,
        cuts: Vec::new(),
    };
    printer.node(fetch.node, &fetch.condition);
    let Printer {
        text: body,
        mut variables,
        cuts,
        ..
    } = printer;
    let contexts: Vec<&ContextDraft> = contexts.iter().filter(|context| variables.contains(&context.variable)).collect();
    variables.retain(|name| !contexts.iter().any(|context| context.variable == *name));

    let is_entities = matches!(fetch.kind, Kind::Entities { .. });
    let mut declarations = Vec::new();
    for variable in operation.variables.iter().filter(|variable| variables.contains(&variable.name)) {
        let mut declaration = format!("${}: {}", variable.name, draft.supergraph.print_type(&variable.ty));
        if let Some(default) = &variable.default {
            let _ = write!(declaration, " = {default}");
        }
        declarations.push(declaration);
    }
    let by_context = (!contexts.is_empty()).then(|| declarations.join(", "));
    for context in &contexts {
        declarations.push(format!("${}: {}", context.variable, draft.supergraph.print_type(&context.ty)));
    }
    if is_entities {
        declarations.insert(0, format!("${representations}: [_Any!]!"));
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
    let by_context = by_context.map(|declarations| ContextText {
        opening: match &name {
            Some(name) => format!("{keyword} {name}(").into(),
            None => format!("{keyword}(").into(),
        },
        declarations: declarations.into(),
        selection: pieces(&body, &cuts),
    });
    OperationText {
        text,
        name,
        contexts: contexts.iter().map(|context| context.variable.clone()).collect(),
        by_context,
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
        for alias in &node.typename_aliases {
            let _ = write!(self.text, "{alias}: __typename ");
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
            self.text.push('(');
            for (index, (name, value)) in field.arguments.iter().enumerate() {
                let comma = if index > 0 { ", " } else { "" };
                let _ = write!(self.text, "{comma}{name}: {value}");
                value.collect_variables(&mut self.variables);
                if let Value::Variable(variable) = value
                    && self.contexts.iter().any(|context| context.variable == *variable)
                {
                    self.cuts.push(self.text.len());
                }
            }
            self.text.push(')');
        }
        self.text.push_str(directives);
        self.text.push(' ');
        if let Some(node) = field.node {
            self.node(node, known);
            self.text.push(' ');
        }
    }
}

/// The text cut at these positions.
fn pieces(text: &str, cuts: &[usize]) -> Vec<Box<str>> {
    let starts = std::iter::once(0).chain(cuts.iter().copied());
    let ends = cuts.iter().copied().chain([text.len()]);
    starts.zip(ends).map(|(start, end)| text[start..end].into()).collect()
}

fn directive(literal: &Literal) -> String {
    let name = if literal.expected { "include" } else { "skip" };
    format!("@{name}(if: ${})", literal.variable)
}
