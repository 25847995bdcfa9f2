//! What the links of a supergraph bring: which of its types and directives are the machinery of some specification, and
//! what it calls the elements of each. Owns the reading of a supergraph's links, old `@core` ones too; must not know how
//! they came there.

use crate::model::{Name, Schema};
use crate::parse::Link;

/// The specifications a supergraph links.
#[derive(Debug)]
pub(crate) struct Features {
    /// The directive that links: `link`, `core` in old supergraphs, or what they are renamed to.
    pub link_directive: Name,
    /// Whether it links by `@core(feature:)`.
    pub is_core: bool,
    links: Vec<Link>,
}

impl Features {
    /// Reads the links on the schema definition.
    pub fn of(schema: &Schema) -> Self {
        let (link_directive, is_core) = link_directive(schema);
        let links = schema.directives.iter().filter(|application| application.name == link_directive);
        Features {
            links: links.filter_map(Link::of).collect(),
            link_directive,
            is_core,
        }
    }

    /// Whether the type is one of a specification's.
    pub fn own_type(&self, name: &str) -> bool {
        self.links.iter().any(|link| link.has_type(name))
            || name.strip_prefix(&*self.link_directive).is_some_and(|rest| rest.starts_with("__"))
    }

    /// Whether the directive is one of a specification's.
    pub fn own_directive(&self, name: &str) -> bool {
        name == &*self.link_directive || self.links.iter().any(|link| link.directive_called(name).is_some())
    }

    /// What the schema calls a directive of a specification of federation's, if it links that.
    pub fn directive_name(&self, specification: &str, element: &str) -> Option<Name> {
        Some(self.link(specification)?.local_name(&format!("@{element}")))
    }

    /// What the schema calls a type of a specification of federation's, if it links that.
    pub fn type_name(&self, specification: &str, element: &str) -> Option<Name> {
        Some(self.link(specification)?.local_name(element))
    }

    fn link(&self, specification: &str) -> Option<&Link> {
        self.links.iter().find(|link| link.is_published_as(specification))
    }
}

/// What the schema calls the directive that links, which links its own specification under that name; and whether it is
/// `@core`.
fn link_directive(schema: &Schema) -> (Name, bool) {
    let own = schema.directives.iter().find_map(|application| {
        let link = Link::of(application)?;
        let specification = ["link", "core"].into_iter().find(|name| link.is_published_as(name))?;
        let is_own = link.directive_called(&application.name) == Some(specification);
        is_own.then(|| (application.name.clone(), specification == "core"))
    });
    own.unwrap_or_else(|| ("link".into(), false))
}
