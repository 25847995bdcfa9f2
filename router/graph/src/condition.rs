//! When a selection is wanted: a boolean expression over the operation's `Boolean` variables.
//!
//! Owns the normal form only. It does not know where conditions come from (`@skip`, `@include`) nor how they are
//! evaluated at run time.

use std::collections::BTreeSet;
use std::fmt;

/// One variable, required to be true or to be false.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Literal {
    /// The variable's name, without `$`.
    pub variable: Box<str>,
    /// The value the variable must have.
    pub expected: bool,
}

/// A boolean expression in disjunctive normal form: it holds when *every* literal of *some* conjunction holds.
///
/// The order of conjunctions and literals is canonical and absorbed conjunctions are removed, so that equality of values stands for
/// equality of expressions well enough to give each distinct expression one bit.
/// No conjunction at all is "never"; one empty conjunction is "always".
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Condition {
    conjunctions: BTreeSet<BTreeSet<Literal>>,
}

impl Condition {
    /// Holds in every request.
    pub fn always() -> Self {
        Condition {
            conjunctions: BTreeSet::from([BTreeSet::new()]),
        }
    }

    /// Holds in no request.
    pub fn never() -> Self {
        Condition {
            conjunctions: BTreeSet::new(),
        }
    }

    /// Holds when the variable has the expected value.
    pub fn literal(variable: &str, expected: bool) -> Self {
        let literal = Literal {
            variable: variable.into(),
            expected,
        };
        Condition {
            conjunctions: BTreeSet::from([BTreeSet::from([literal])]),
        }
    }

    /// Whether this is the constant "always".
    pub fn is_always(&self) -> bool {
        self.conjunctions.len() == 1 && self.conjunctions.first().is_some_and(BTreeSet::is_empty)
    }

    /// Whether this is the constant "never".
    pub fn is_never(&self) -> bool {
        self.conjunctions.is_empty()
    }

    /// The conjunctions, each a list of literals that must all hold.
    pub fn conjunctions(&self) -> impl ExactSizeIterator<Item = &BTreeSet<Literal>> {
        self.conjunctions.iter()
    }

    /// Both must hold.
    pub fn and(&self, other: &Condition) -> Condition {
        if self.is_always() || self == other {
            return other.clone();
        }
        if other.is_always() {
            return self.clone();
        }
        let mut conjunctions = BTreeSet::new();
        for left in &self.conjunctions {
            for right in &other.conjunctions {
                let both: BTreeSet<Literal> = left.union(right).cloned().collect();
                let contradicts = both.iter().any(|literal| {
                    literal.expected
                        && both.contains(&Literal {
                            variable: literal.variable.clone(),
                            expected: false,
                        })
                });
                if !contradicts {
                    conjunctions.insert(both);
                }
            }
        }
        Condition { conjunctions }.normalised()
    }

    /// Either suffices.
    pub fn or(&self, other: &Condition) -> Condition {
        if self.is_always() || other.is_never() || self == other {
            return self.clone();
        }
        if other.is_always() || self.is_never() {
            return other.clone();
        }
        let conjunctions = self.conjunctions.union(&other.conjunctions).cloned().collect();
        Condition { conjunctions }.normalised()
    }

    /// Whether this holding makes `other` hold, as far as the normal form shows it.
    pub fn implies(&self, other: &Condition) -> bool {
        self.conjunctions
            .iter()
            .all(|mine| other.conjunctions.iter().any(|theirs| theirs.is_subset(mine)))
    }

    /// Evaluates the expression; `value` gives the request's value of a variable.
    pub fn evaluate(&self, mut value: impl FnMut(&str) -> bool) -> bool {
        self.conjunctions
            .iter()
            .any(|conjunction| conjunction.iter().all(|literal| value(&literal.variable) == literal.expected))
    }

    /// The variables named, each once.
    pub fn variables(&self) -> BTreeSet<&str> {
        self.conjunctions.iter().flatten().map(|literal| &*literal.variable).collect()
    }

    /// Merges `x & a` with `x & !a` into `x`, and removes conjunctions that a shorter one makes superfluous.
    fn normalised(mut self) -> Self {
        loop {
            let mut merged = None;
            'search: for conjunction in &self.conjunctions {
                for literal in conjunction {
                    let mut flipped = conjunction.clone();
                    flipped.remove(literal);
                    let rest = flipped.clone();
                    flipped.insert(Literal {
                        variable: literal.variable.clone(),
                        expected: !literal.expected,
                    });
                    if self.conjunctions.contains(&flipped) {
                        merged = Some((conjunction.clone(), flipped, rest));
                        break 'search;
                    }
                }
            }
            match merged {
                Some((one, other, rest)) => {
                    self.conjunctions.remove(&one);
                    self.conjunctions.remove(&other);
                    self.conjunctions.insert(rest);
                }
                None => break,
            }
        }
        let all: Vec<BTreeSet<Literal>> = self.conjunctions.iter().cloned().collect();
        self.conjunctions
            .retain(|candidate| !all.iter().any(|other| other != candidate && other.is_subset(candidate)));
        self
    }
}

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_never() {
            return f.write_str("false");
        }
        if self.is_always() {
            return f.write_str("true");
        }
        for (index, conjunction) in self.conjunctions.iter().enumerate() {
            if index > 0 {
                f.write_str(" | ")?;
            }
            for (index, literal) in conjunction.iter().enumerate() {
                let joint = if index > 0 { " & " } else { "" };
                let not = if literal.expected { "" } else { "!" };
                write!(f, "{joint}{not}${}", literal.variable)?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn complementary_alternatives_are_always() {
        let a = Condition::literal("a", true);
        let not_a = Condition::literal("a", false);
        assert!(a.or(&not_a).is_always());
        assert!(a.and(&not_a).is_never());
    }

    #[test]
    fn a_longer_conjunction_is_absorbed() {
        let a = Condition::literal("a", true);
        let b = Condition::literal("b", false);
        assert_eq!(a.or(&a.and(&b)), a);
        assert!(a.and(&b).implies(&a));
        assert_eq!(a.and(&b).to_string(), "$a & !$b");
    }

    #[test]
    fn evaluation_follows_the_variables() {
        let expression = Condition::literal("a", true).and(&Condition::literal("b", false));
        assert!(expression.evaluate(|name| name == "a"));
        assert!(!expression.evaluate(|_| true));
    }
}
