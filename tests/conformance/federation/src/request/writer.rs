//! Executable documents to text, on one line. Owns layout only.

use super::{Condition, Field, Request, Selection};
use std::fmt::{self, Display, Formatter};

impl Display for Condition {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let name = if self.include { "include" } else { "skip" };
        write!(f, " @{name}(if: {})", self.value)
    }
}

fn write_selections(f: &mut Formatter<'_>, selections: &[Selection]) -> fmt::Result {
    f.write_str("{")?;
    selections.iter().try_for_each(|selection| write!(f, " {selection}"))?;
    f.write_str(" }")
}

impl Display for Field {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if let Some(alias) = &self.alias {
            write!(f, "{alias}: ")?;
        }
        f.write_str(&self.name)?;
        if !self.arguments.is_empty() {
            let arguments: Vec<String> = self.arguments.iter().map(|(name, value)| format!("{name}: {value}")).collect();
            write!(f, "({})", arguments.join(", "))?;
        }
        self.conditions.iter().try_for_each(|condition| write!(f, "{condition}"))?;
        if !self.selections.is_empty() {
            f.write_str(" ")?;
            write_selections(f, &self.selections)?;
        }
        Ok(())
    }
}

impl Display for Selection {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Selection::Field(field) => write!(f, "{field}"),
            Selection::Spread { name, conditions } => {
                write!(f, "...{name}")?;
                conditions.iter().try_for_each(|condition| write!(f, "{condition}"))
            }
            Selection::Inline {
                on,
                conditions,
                selections,
            } => {
                f.write_str("...")?;
                if let Some(on) = on {
                    write!(f, " on {on}")?;
                }
                conditions.iter().try_for_each(|condition| write!(f, "{condition}"))?;
                f.write_str(" ")?;
                write_selections(f, selections)
            }
        }
    }
}

impl Display for Request {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.keyword)?;
        if let Some(name) = &self.name {
            write!(f, " {name}")?;
        }
        if !self.variables.is_empty() {
            let variables: Vec<String> = self
                .variables
                .iter()
                .map(|variable| match &variable.default {
                    Some(default) => format!("${}: {} = {default}", variable.name, variable.ty),
                    None => format!("${}: {}", variable.name, variable.ty),
                })
                .collect();
            write!(f, "({})", variables.join(", "))?;
        }
        f.write_str(" ")?;
        write_selections(f, &self.selections)?;
        for fragment in &self.fragments {
            write!(f, "\nfragment {} on {} ", fragment.name, fragment.on)?;
            write_selections(f, &fragment.selections)?;
        }
        Ok(())
    }
}
