//! Why a field can not be reached, in words: an operation that fails, and what keeps each subgraph from helping.

use super::Path;
use super::places::{Place, Places};
use crate::model::{Known, Name, Span};
use crate::validate::key_set;

/// One line per subgraph that has the type, and the places the lines speak of.
pub(super) struct Why {
    pub lines: Vec<String>,
    pub spans: Vec<Span>,
}

/// The operation that leads to the path's last step.
pub(super) fn operation(path: &Path, is_composite: bool) -> String {
    let mut steps = Vec::new();
    let mut current = Some(path);
    while let Some(path) = current {
        steps.push(path.step.as_str());
        current = path.parent.as_deref();
    }
    steps.reverse();
    let mut text = String::new();
    for (depth, step) in steps.iter().enumerate() {
        let is_last = depth + 1 == steps.len();
        let brace = if !is_last {
            " {"
        } else if is_composite {
            " { ... }"
        } else {
            ""
        };
        text.push_str(&format!("{}{step}{brace}\n", "  ".repeat(depth + 1)));
    }
    for depth in (1..steps.len()).rev() {
        text.push_str(&format!("{}}}\n", "  ".repeat(depth)));
    }
    text
}

/// What each subgraph lacks to answer `ty.field`, standing at `places`.
pub(super) fn field(all: &Places<'_>, ty: &Name, places: &[Place], field: &Name) -> Why {
    let mut why = Why {
        lines: Vec::new(),
        spans: Vec::new(),
    };
    for subgraph in all.subgraphs {
        let name = &subgraph.name;
        let Some(definition) = subgraph.schema.types.get(ty) else {
            continue;
        };
        let is_here = places.iter().any(|place| place.graph == subgraph.index);
        let mut say = |reason: String| why.lines.push(format!("- \"{name}\": {reason}."));
        let Some(declared) = definition.fields.get(field) else {
            say(format!(
                "it does not declare the field{}",
                if is_here { ", and no other can be entered from it" } else { "" }
            ));
            continue;
        };
        if all.is_overridden(subgraph.index, ty, field) {
            say("another subgraph took the field over by @override".to_string());
            continue;
        }
        if declared.marks.external {
            say("the field is @external there".to_string());
            continue;
        }
        why.spans.push(declared.span);
        if is_here {
            match declared.find(Known::Requires).and_then(|requires| requires.text("fields")) {
                Some(fields) => say(format!("the fields \"{fields}\" of its @requires can not be obtained")),
                None => say("it resolves the field for some types of the interface only".to_string()),
            }
            continue;
        }
        let keys: Vec<_> = definition.keys().collect();
        if keys.is_empty() {
            say(format!(
                "it resolves the field, but \"{ty}\" has no @key there by which to ask for it"
            ));
        } else if keys.iter().all(|key| !key.is_resolvable()) {
            say(format!(
                "it resolves the field, but every @key of \"{ty}\" there is resolvable: false"
            ));
        } else {
            let wanted: Vec<String> = keys
                .iter()
                .filter(|key| key.is_resolvable())
                .filter_map(|key| key_set(key))
                .map(|set| format!("\"{set}\""))
                .collect();
            let mut here: Vec<&str> = places.iter().map(|place| all.subgraphs[place.graph].name.as_str()).collect();
            here.sort_unstable();
            here.dedup();
            say(format!(
                "it resolves the field, but its key {} can not be obtained from {}",
                wanted.join(" or "),
                here.join(", ")
            ));
        }
    }
    why
}
