//! What one `@requiresScopes` or `@policy` demands of callers: alternatives, each of things that are needed together.
//! Owns how demands are put together and compared; must not know which elements carry them.

use crate::model::{Known, Value};

/// The argument that carries what `@requiresScopes` or `@policy` demands.
pub(super) fn demand_argument(known: Known) -> &'static str {
    if known == Known::Policy { "policies" } else { "scopes" }
}

/// What the caller must have: all of some inner list.
#[derive(Clone, Debug)]
pub(super) struct Demand {
    alternatives: Vec<Vec<String>>,
    /// As a subgraph wrote it, if only one form of it was met.
    written: Option<Value>,
    is_said: bool,
    /// Put together of several.
    is_joined: bool,
}

impl PartialEq for Demand {
    /// Demands the same, however written.
    fn eq(&self, other: &Self) -> bool {
        self.implies(other) && other.implies(self)
    }
}

impl Default for Demand {
    /// Demands nothing.
    fn default() -> Self {
        Demand {
            alternatives: vec![Vec::new()],
            written: None,
            is_said: false,
            is_joined: false,
        }
    }
}

impl Demand {
    /// Reads `[[String]]`; a single value stands for a list of itself. No alternatives at all demand nothing.
    pub fn read(value: &Value) -> Self {
        let items = |value: &Value| match value {
            Value::List(items) => items.clone(),
            other => vec![other.clone()],
        };
        let mut alternatives: Vec<Vec<String>> = items(value)
            .iter()
            .map(|alternative| {
                items(alternative)
                    .iter()
                    .map(|item| item.as_str().map_or_else(|| item.to_string(), str::to_string))
                    .collect()
            })
            .collect();
        if alternatives.is_empty() {
            alternatives.push(Vec::new());
        }
        Demand {
            alternatives,
            written: Some(value.clone()),
            is_said: true,
            is_joined: false,
        }
        .reduced()
    }

    /// The same, to be written in the form of what several demand together.
    pub fn rewritten(self) -> Self {
        Demand { written: None, ..self }
    }

    /// Whether an application says it, if only that nothing is demanded.
    pub fn is_said(&self) -> bool {
        self.is_said
    }

    /// What both demand together. Alternatives stand in the order of the first demand's, shorter ones before longer ones.
    pub fn and(self, other: Self) -> Self {
        if !other.is_said || (self.written.is_some() && self.written == other.written) {
            return self;
        }
        if !self.is_said {
            return other;
        }
        let (own, other) = (self.sorted(), other.sorted());
        let product = own
            .iter()
            .flat_map(|one| other.iter().map(move |two| one.iter().chain(two).cloned().collect::<Vec<_>>()));
        Demand {
            alternatives: product.collect(),
            written: None,
            is_said: true,
            is_joined: true,
        }
        .reduced()
    }

    /// Its alternatives; what one application demands, in the order of the alphabet.
    fn sorted(self) -> Vec<Vec<String>> {
        let mut alternatives = self.alternatives;
        if !self.is_joined {
            alternatives.sort();
        }
        alternatives
    }

    /// Whoever meets `self` meets `other`.
    pub fn implies(&self, other: &Self) -> bool {
        self.alternatives
            .iter()
            .all(|own| other.alternatives.iter().any(|wanted| wanted.iter().all(|item| own.contains(item))))
    }

    pub fn value(&self) -> Value {
        if let Some(written) = &self.written {
            return written.clone();
        }
        let list = |alternative: &Vec<String>| Value::List(alternative.iter().map(|item| Value::string(item)).collect());
        Value::List(self.alternatives.iter().map(list).collect())
    }

    /// Shorter alternatives first, without repeats, without alternatives that a smaller one contains.
    fn reduced(mut self) -> Self {
        for alternative in &mut self.alternatives {
            alternative.sort();
            alternative.dedup();
        }
        self.alternatives.sort_by_key(Vec::len);
        let mut kept: Vec<Vec<String>> = Vec::new();
        for alternative in std::mem::take(&mut self.alternatives) {
            if !kept.iter().any(|smaller| smaller.iter().all(|item| alternative.contains(item))) {
                kept.push(alternative);
            }
        }
        self.alternatives = kept;
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn demand(alternatives: &[&[&str]]) -> Demand {
        let list = |list: &&[&str]| list.iter().map(|item| item.to_string()).collect();
        Demand {
            alternatives: alternatives.iter().map(list).collect(),
            written: None,
            is_said: true,
            is_joined: false,
        }
        .reduced()
    }

    #[test]
    fn conjunction_is_the_reduced_product() {
        let both = demand(&[&["a"], &["b"]]).and(demand(&[&["a"], &["c"]]));
        assert_eq!(both, demand(&[&["a"], &["b", "c"]]));
        assert_eq!(Demand::default().and(demand(&[&["a"]])), demand(&[&["a"]]));
        assert!(both.implies(&demand(&[&["a"], &["b"]])));
        assert!(!demand(&[&["a"], &["b"]]).implies(&both));
    }
}
