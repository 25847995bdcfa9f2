//! Plans run in a make-believe world give what a single schema gives: for every operation of the golden cases and for generated ones. They are run as the plan says,
//! and as JSON by a plain gateway.
//!
//! `PLAN_SUPERGRAPHS` may name a folder whose `*/supergraph.graphql` are tried as well, `PLAN_OPERATIONS` how many operations each.

mod universe;

use std::collections::BTreeSet;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::atomic::AtomicBool;

use router_graph::overrides::labels_within;
use router_graph::supergraph::TypeKind;
use router_graph::{Document, Limits, Supergraph, TypeId};
use router_planner::{Budget, PlanOptions, plan};
use serde_json::{Map, Value as Json, json};
use universe::{Universe, hash, run, run_json};

/// Compares both answers, for each assignment of the Boolean variables and override labels by `seed`.
fn check(supergraph: &Supergraph, text: &str, seed: u64) -> Result<(), String> {
    let limits = Limits {
        aliases: 1000,
        ..Limits::default()
    };
    let document = Document::parse(&supergraph.api, text, &limits).map_err(|errors| format!("INVALID {errors:?}"))?;
    let operation = document
        .operation(supergraph, None, &limits)
        .map_err(|errors| format!("INVALID {errors:?}"))?;
    let mut variables = Map::new();
    for (index, variable) in operation.variables.iter().enumerate() {
        variables.insert(variable.name.to_string(), json!((seed >> index) & 1 == 1));
    }
    let cancelled = AtomicBool::new(false);
    let labels = labels_within(supergraph, &operation);
    let drawn = labels.into_iter().enumerate().filter(|(index, _)| (seed >> index) & 1 == 1);
    let labels: BTreeSet<Box<str>> = drawn.map(|(_, label)| label).collect();
    let world = Universe {
        supergraph,
        labels: labels.clone(),
    };
    let expected = world.answer(&operation, &variables);
    let compare = |how: &str, shown: std::thread::Result<Json>, plan: String| match shown {
        Ok(shown) if shown == expected => Ok(()),
        Ok(shown) => Err(format!("WRONG {how}\nexpected {expected}\nfound    {shown}\n{plan}")),
        Err(panic) => {
            let message = panic.downcast_ref::<String>().cloned().unwrap_or_default();
            Err(format!("BROKEN {how} {message}\n{plan}"))
        }
    };
    for is_portable in [false, true] {
        let budget = Budget {
            steps: Budget::DEFAULT_STEPS,
            cancelled: &cancelled,
        };
        let options = PlanOptions {
            labels: labels.clone(),
            is_portable,
        };
        let made = plan(supergraph, &operation, &options, budget).map_err(|error| format!("PLAN {error}"))?;
        let shown = catch_unwind(AssertUnwindSafe(|| run(&world, &made, &operation, &variables)));
        compare("as a graph", shown, made.to_text(supergraph))?;
        if is_portable {
            let json = made.to_json(supergraph);
            let shown = catch_unwind(AssertUnwindSafe(|| run_json(&world, &json, &operation, &variables)));
            compare("as JSON", shown, format!("{json:#}"))?;
        }
    }
    Ok(())
}

/// Writes random selections on a type. Arguments are given where they must be, with what the type allows.
struct Generator<'a> {
    supergraph: &'a Supergraph,
    state: u64,
    left: u32,
}

impl Generator<'_> {
    fn pick(&mut self, below: u64) -> u64 {
        self.state = hash(&format!("{}", self.state));
        self.state % below
    }

    fn set(&mut self, ty: TypeId, depth: u32) -> String {
        let definition = self.supergraph.type_definition(ty);
        let mut parts = Vec::new();
        for field in &definition.fields {
            let field = self.supergraph.field(*field);
            if field.inaccessible || self.left == 0 || self.pick(3) == 0 {
                continue;
            }
            let composite = self.supergraph.is_composite(field.ty.named);
            if composite && depth == 0 {
                continue;
            }
            self.left -= 1;
            let Some(arguments) = self.arguments(field.id) else { continue };
            let alias = if self.pick(8) == 0 {
                format!("{}_{}: ", field.name, self.pick(3))
            } else {
                String::new()
            };
            let condition = ["", "", "", "", " @include(if: $a)", " @skip(if: $b)"][self.pick(6) as usize];
            let below = if composite {
                format!(" {}", self.set(field.ty.named, depth - 1))
            } else {
                String::new()
            };
            parts.push(format!("{alias}{}{arguments}{condition}{below}", field.name));
        }
        if self.supergraph.is_abstract(ty) {
            let mut conditions = self.supergraph.visible_possible_types(ty);
            let interfaces: BTreeSet<TypeId> = conditions
                .iter()
                .flat_map(|ty| self.supergraph.type_definition(*ty).interfaces.clone())
                .collect();
            conditions.extend(
                interfaces
                    .into_iter()
                    .filter(|ty| !self.supergraph.type_definition(*ty).inaccessible),
            );
            for condition in conditions {
                if self.pick(2) == 0 && depth > 0 {
                    let below = self.set(condition, depth - 1);
                    parts.push(format!("... on {} {below}", self.supergraph.type_definition(condition).name));
                }
            }
        }
        if parts.is_empty() || self.pick(4) == 0 {
            parts.push("__typename".to_owned());
        }
        format!("{{ {} }}", parts.join(" "))
    }

    fn arguments(&mut self, field: router_graph::FieldId) -> Option<String> {
        let mut parts = Vec::new();
        for argument in &self.supergraph.field(field).arguments {
            if argument.inaccessible || (!argument.ty.is_non_null() && self.pick(2) == 0) {
                continue;
            }
            let definition = self.supergraph.type_definition(argument.ty.named);
            let value = match (definition.kind, &*definition.name) {
                (TypeKind::Enum, _) => definition.enum_values.first()?.name.to_string(),
                (TypeKind::Scalar, "Int" | "Float") => self.pick(5).to_string(),
                (TypeKind::Scalar, "Boolean") => "true".to_owned(),
                (TypeKind::Scalar, _) => format!("\"{}\"", self.pick(5)),
                _ if argument.ty.is_non_null() => return None,
                _ => continue,
            };
            parts.push(format!("{}: {value}", argument.name));
        }
        Some(if parts.is_empty() {
            String::new()
        } else {
            format!("({})", parts.join(", "))
        })
    }
}

fn generated(supergraph: &Supergraph, seed: u64) -> String {
    let mut generator = Generator {
        supergraph,
        state: seed,
        left: 30,
    };
    let body = generator.set(supergraph.query, 5);
    let mut variables = Vec::new();
    for name in ["a", "b"] {
        if body.contains(&format!("${name}")) {
            variables.push(format!("${name}: Boolean!"));
        }
    }
    if variables.is_empty() {
        body
    } else {
        format!("query({}) {body}", variables.join(", "))
    }
}

fn try_all(name: &str, supergraph: &Supergraph, operations: &[String], generate: u64, failures: &mut Vec<String>) {
    for text in operations
        .iter()
        .cloned()
        .chain((0..generate).map(|seed| generated(supergraph, seed)))
    {
        if text.contains("__schema") {
            continue;
        }
        for seed in 0..4 {
            let outcome = catch_unwind(AssertUnwindSafe(|| check(supergraph, &text, seed)));
            match outcome.unwrap_or_else(|_| Err("BROKEN before running".to_owned())) {
                Ok(()) => {}
                // Random selections may clash; that is the generator's fault.
                Err(reason) if reason.starts_with("INVALID") => break,
                Err(reason) => {
                    failures.push(format!("{name}: {}\n{reason}", text.trim()));
                    break;
                }
            }
        }
    }
}

#[test]
fn plans_answer_like_a_single_schema() {
    let mut failures = Vec::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    for entry in fs::read_dir(folder).expect("the cases are beside the test") {
        let path = entry.expect("a readable folder").path();
        if path.extension().is_some_and(|extension| extension == "graphql") {
            let text = fs::read_to_string(&path).expect("a readable case");
            let mut parts = text.split("# operation: ");
            let supergraph = Supergraph::parse(parts.next().unwrap_or_default()).expect("a valid supergraph");
            let operations: Vec<String> = parts
                .filter_map(|part| part.split_once('\n'))
                .map(|(_, body)| body.to_owned())
                .collect();
            try_all(&path.display().to_string(), &supergraph, &operations, 60, &mut failures);
        }
    }
    if let Ok(folder) = std::env::var("PLAN_SUPERGRAPHS") {
        let count = std::env::var("PLAN_OPERATIONS")
            .ok()
            .and_then(|text| text.parse().ok())
            .unwrap_or(20);
        let mut cases: Vec<_> = fs::read_dir(folder)
            .expect("a folder")
            .map(|entry| entry.expect("readable").path())
            .collect();
        cases.sort();
        for case in cases {
            let Ok(sdl) = fs::read_to_string(case.join("supergraph.graphql")) else {
                continue;
            };
            match Supergraph::parse(&sdl) {
                Ok(supergraph) => try_all(&case.display().to_string(), &supergraph, &[], count, &mut failures),
                Err(errors) => failures.push(format!("{}: UNREADABLE {errors:?}", case.display())),
            }
        }
    }
    assert!(failures.is_empty(), "{} failures\n{}", failures.len(), failures.join("\n\n"));
}
