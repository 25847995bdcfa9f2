//! Documents to SDL. Owns layout; must not change anything.

use super::{Application, Definition, Keyword, Member, Subgraph, SubgraphSet, quote};
use std::fmt::{self, Display, Formatter};

impl Keyword {
    /// The word that starts such a definition.
    pub fn as_str(self) -> &'static str {
        match self {
            Keyword::Schema => "schema",
            Keyword::Scalar => "scalar",
            Keyword::Type => "type",
            Keyword::Interface => "interface",
            Keyword::Union => "union",
            Keyword::Enum => "enum",
            Keyword::Input => "input",
            Keyword::Directive => "directive",
        }
    }
}

impl Display for Application {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "@{}", self.name)?;
        if self.arguments.is_empty() {
            return Ok(());
        }
        let arguments: Vec<String> = self.arguments.iter().map(|(name, value)| format!("{name}: {value}")).collect();
        write!(f, "({})", arguments.join(", "))
    }
}

fn write_directives(f: &mut Formatter<'_>, directives: &[Application]) -> fmt::Result {
    directives.iter().try_for_each(|application| write!(f, " {application}"))
}

fn write_arguments(f: &mut Formatter<'_>, arguments: &[Member]) -> fmt::Result {
    if arguments.is_empty() {
        return Ok(());
    }
    let arguments: Vec<String> = arguments.iter().map(Member::to_string).collect();
    write!(f, "({})", arguments.join(", "))
}

impl Display for Member {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if let Some(description) = &self.description {
            write!(f, "{} ", quote(description))?;
        }
        write!(f, "{}", self.name)?;
        write_arguments(f, &self.arguments)?;
        if !self.ty.is_empty() {
            write!(f, ": {}", self.ty)?;
        }
        if let Some(default) = &self.default {
            write!(f, " = {default}")?;
        }
        write_directives(f, &self.directives)
    }
}

impl Display for Definition {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if let Some(description) = &self.description {
            writeln!(f, "{}", quote(description))?;
        }
        if self.extend {
            write!(f, "extend ")?;
        }
        write!(f, "{}", self.keyword.as_str())?;
        if self.keyword == Keyword::Directive {
            write!(f, " @{}", self.name)?;
            write_arguments(f, &self.members)?;
            let repeatable = if self.repeatable { " repeatable" } else { "" };
            return write!(f, "{repeatable} on {}", self.locations.join(" | "));
        }
        if !self.name.is_empty() {
            write!(f, " {}", self.name)?;
        }
        if !self.implements.is_empty() {
            write!(f, " implements {}", self.implements.join(" & "))?;
        }
        write_directives(f, &self.directives)?;
        if self.members.is_empty() {
            return Ok(());
        }
        if self.keyword == Keyword::Union {
            let members: Vec<&str> = self.members.iter().map(|member| member.name.as_str()).collect();
            return write!(f, " = {}", members.join(" | "));
        }
        writeln!(f, " {{")?;
        for member in &self.members {
            writeln!(f, "  {member}")?;
        }
        write!(f, "}}")
    }
}

impl Display for Subgraph {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for (number, definition) in self.definitions.iter().enumerate() {
            let gap = if number == 0 { "" } else { "\n" };
            writeln!(f, "{gap}{definition}")?;
        }
        Ok(())
    }
}

impl Display for SubgraphSet {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for subgraph in &self.subgraphs {
            writeln!(f, "# ----- {}\n{subgraph}", subgraph.name)?;
        }
        Ok(())
    }
}
