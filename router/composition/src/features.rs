//! What the links of a supergraph bring: which of its types and directives are the machinery of some specification, and
//! what the directives mean. Owns the reading of a supergraph's links; must not know how they came there.

use crate::model::{Known, Schema};
use crate::parse::Link;

/// The specifications a supergraph links.
#[derive(Debug)]
pub(crate) struct Features(Vec<Link>);

impl Features {
    /// Reads the links on the schema definition, old `@core` ones too.
    pub fn of(schema: &Schema) -> Self {
        let links = schema.directives.iter().filter(|application| {
            let is_link = matches!(&*application.name, "link" | "core") && application.known.is_none();
            is_link || application.known == Some(Known::Link)
        });
        Features(links.filter_map(Link::of).collect())
    }

    /// Whether the type is one of a specification's.
    pub fn own_type(&self, name: &str) -> bool {
        self.0.iter().any(|link| link.has_type(name))
    }

    /// Whether the directive is one of a specification's.
    pub fn own_directive(&self, name: &str) -> bool {
        self.0.iter().any(|link| link.directive_called(name).is_some())
    }
}
