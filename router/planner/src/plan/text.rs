//! A plan in the text form that federation tools know.
//!
//! Emitted by level, so that it is right when Sequence and Parallel are read as barriers. The plan itself runs each fetch as soon as its own inputs are there.

use std::fmt::Write as _;

use router_graph::{Condition, OperationKind, Supergraph, TypeId};

use super::{Fetch, FetchKind, Plan, Representation, RepresentationField, RepresentationValue};

impl Plan {
    /// `QueryPlan { ... }`, indented by two spaces.
    pub fn to_text(&self, supergraph: &Supergraph) -> String {
        let mut printer = Printer {
            plan: self,
            supergraph,
            text: String::from("QueryPlan {"),
            indent: 1,
        };
        let stages = self.stages();
        match (self.kind, stages.split_first()) {
            (OperationKind::Subscription, Some((primary, rest))) => {
                printer.open("Subscription {");
                printer.open("Primary: {");
                printer.stage(primary);
                printer.close("},");
                if !rest.is_empty() {
                    printer.open("Rest: {");
                    printer.stages(rest);
                    printer.close("},");
                }
                printer.close("},");
            }
            _ => printer.stages(&stages),
        }
        printer.text.push_str("\n}\n");
        printer.text
    }

    /// The fetches of each level.
    pub(super) fn stages(&self) -> Vec<Vec<&Fetch>> {
        let mut stages: Vec<Vec<&Fetch>> = Vec::new();
        for fetch in &self.fetches {
            let level = fetch.level as usize;
            if stages.len() <= level {
                stages.resize(level + 1, Vec::new());
            }
            stages[level].push(fetch);
        }
        stages
    }

    /// A fetch's condition as include and skip around it, outermost first; several alternatives are not shown this way.
    pub(super) fn guards(&self, fetch: &Fetch) -> Vec<(Box<str>, bool)> {
        let Some(bit) = fetch.condition else { return Vec::new() };
        let condition: &Condition = &self.conditions[usize::from(bit.0)];
        let mut alternatives = condition.conjunctions();
        match (alternatives.len(), alternatives.next()) {
            (1, Some(only)) => only.iter().map(|literal| (literal.variable.clone(), literal.expected)).collect(),
            _ => Vec::new(),
        }
    }
}

struct Printer<'a> {
    plan: &'a Plan,
    supergraph: &'a Supergraph,
    text: String,
    indent: usize,
}

impl Printer<'_> {
    fn line(&mut self, line: &str) {
        let _ = write!(self.text, "\n{}{line}", "  ".repeat(self.indent));
    }

    fn open(&mut self, line: &str) {
        self.line(line);
        self.indent += 1;
    }

    fn close(&mut self, line: &str) {
        self.indent -= 1;
        self.line(line);
    }

    fn stages(&mut self, stages: &[Vec<&Fetch>]) {
        match stages {
            [] => {}
            [only] => self.stage(only),
            several => {
                self.open("Sequence {");
                for stage in several {
                    self.stage(stage);
                }
                self.close("},");
            }
        }
    }

    fn stage(&mut self, fetches: &[&Fetch]) {
        if fetches.len() > 1 {
            self.open("Parallel {");
        }
        for fetch in fetches {
            self.guarded(fetch);
        }
        if fetches.len() > 1 {
            self.close("},");
        }
    }

    fn guarded(&mut self, fetch: &Fetch) {
        let guards = self.plan.guards(fetch);
        for (variable, expected) in &guards {
            let word = if *expected { "Include" } else { "Skip" };
            self.open(&format!("{word}(if: ${variable}) {{"));
        }
        let path = self.plan.places[fetch.place.index()].path.join(".");
        if !path.is_empty() {
            self.open(&format!("Flatten(path: \"{path}\") {{"));
        }
        self.open(&format!("Fetch(service: \"{}\") {{", self.supergraph.subgraph(fetch.subgraph).name));
        if let FetchKind::Entities { representations, .. } = &fetch.kind {
            self.open("{");
            for representation in representations {
                self.representation(representation, fetch);
            }
            self.close("} =>");
        }
        self.operation(fetch);
        self.close("},");
        if !path.is_empty() {
            self.close("},");
        }
        for _ in &guards {
            self.close("},");
        }
    }

    fn representation(&mut self, representation: &Representation, fetch: &Fetch) {
        self.open(&format!("... on {} {{", representation.shown_type(fetch, self.supergraph)));
        self.line("__typename");
        self.representation_fields(&representation.fields);
        self.close("}");
    }

    fn representation_fields(&mut self, fields: &[RepresentationField]) {
        for field in fields {
            if let Some(types) = &field.types {
                for ty in types {
                    self.open(&format!("... on {} {{", self.type_name(*ty)));
                    self.representation_field(field);
                    self.close("}");
                }
            } else {
                self.representation_field(field);
            }
        }
    }

    fn representation_field(&mut self, field: &RepresentationField) {
        match &field.value {
            RepresentationValue::Leaf(_) | RepresentationValue::Typename { .. } => self.line(&field.name),
            RepresentationValue::Object { fields, .. } => {
                self.open(&format!("{} {{", field.name));
                self.representation_fields(fields);
                self.close("}");
            }
        }
    }

    fn type_name(&self, ty: TypeId) -> String {
        self.supergraph.type_definition(ty).name.to_string()
    }

    /// The operation's selection, one field per line.
    fn operation(&mut self, fetch: &Fetch) {
        let tokens = tokens(&fetch.operation);
        // From the operation's own brace; of an entity fetch, only what is asked of the entities.
        let start = tokens.iter().position(|token| *token == "{").unwrap_or(0);
        let mut body = &tokens[start..];
        if matches!(fetch.kind, FetchKind::Entities { .. }) {
            let inner = body
                .iter()
                .skip(1)
                .position(|token| *token == "{")
                .map_or(0, |position| position + 1);
            body = &body[inner..body.len() - 1];
        }
        let mut line = String::new();
        for token in body {
            match *token {
                "{" => {
                    let header = if line.is_empty() { "{".to_owned() } else { format!("{line} {{") };
                    line.clear();
                    self.open(&header);
                }
                "}" => {
                    if !line.is_empty() {
                        let last = std::mem::take(&mut line);
                        self.line(&last);
                    }
                    self.close("}");
                }
                token => {
                    let continues =
                        line.is_empty() || line.ends_with(':') || line.ends_with("...") || line.ends_with(" on") || token.starts_with('@');
                    if continues {
                        if !line.is_empty() {
                            line.push(' ');
                        }
                        line.push_str(token);
                    } else {
                        let done = std::mem::replace(&mut line, token.to_owned());
                        self.line(&done);
                    }
                }
            }
        }
    }
}

impl Representation {
    /// The type a reader expects in `... on`: the runtime type, or the type through which all instances are entered.
    pub(super) fn shown_type(&self, fetch: &Fetch, supergraph: &Supergraph) -> String {
        match (&self.types, &self.typename) {
            (Some(types), _) if types.len() == 1 => supergraph.type_definition(types[0]).name.to_string(),
            (_, super::RepresentationTypename::Constant(name)) => name.to_string(),
            _ => supergraph.type_definition(fetch.selection.parent).name.to_string(),
        }
    }
}

/// Splits an operation at spaces outside parentheses and strings.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let (mut depth, mut start, mut in_string, mut escaped) = (0, 0, false, false);
    for (index, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            _ if in_string => {}
            b'(' => depth += 1,
            b')' => depth -= 1,
            b' ' if depth == 0 => {
                if start < index {
                    tokens.push(&text[start..index]);
                }
                start = index + 1;
            }
            _ => {}
        }
    }
    if start < text.len() {
        tokens.push(&text[start..]);
    }
    tokens
}
