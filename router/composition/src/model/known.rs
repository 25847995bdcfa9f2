//! The directives composition knows by meaning, whatever a schema calls them.

/// A federation or built-in directive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Known {
    Key,
    Requires,
    Provides,
    External,
    Extends,
    Shareable,
    Override,
    Tag,
    Inaccessible,
    ComposeDirective,
    InterfaceObject,
    Authenticated,
    RequiresScopes,
    Policy,
    Context,
    FromContext,
    Cost,
    ListSize,
    CacheTag,
    /// `@connect` of the connect specification.
    Connect,
    /// `@source` of the connect specification.
    Source,
    Link,
    Deprecated,
    SpecifiedBy,
}

/// (directive, name, federation minor version that brings it, definition of the newest form).
/// `FieldSet`, `Scope` and `Policy` stand for the schema's names of those scalars.
const FEDERATION: &[(Known, &str, u32, &str)] = &[
    (
        Known::Key,
        "key",
        0,
        "(fields: FieldSet!, resolvable: Boolean = true) repeatable on OBJECT | INTERFACE",
    ),
    (Known::Requires, "requires", 0, "(fields: FieldSet!) on FIELD_DEFINITION"),
    (Known::Provides, "provides", 0, "(fields: FieldSet!) on FIELD_DEFINITION"),
    (Known::External, "external", 0, "(reason: String) on OBJECT | FIELD_DEFINITION"),
    (Known::Extends, "extends", 0, " on OBJECT | INTERFACE"),
    (Known::Shareable, "shareable", 0, " repeatable on OBJECT | FIELD_DEFINITION"),
    (Known::Override, "override", 0, "(from: String!, label: String) on FIELD_DEFINITION"),
    (
        Known::Tag,
        "tag",
        0,
        "(name: String!) repeatable on FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ARGUMENT_DEFINITION | SCALAR | \
         ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION | SCHEMA",
    ),
    (
        Known::Inaccessible,
        "inaccessible",
        0,
        " on FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | \
         INPUT_OBJECT | INPUT_FIELD_DEFINITION",
    ),
    (
        Known::ComposeDirective,
        "composeDirective",
        1,
        "(name: String) repeatable on SCHEMA",
    ),
    (Known::InterfaceObject, "interfaceObject", 3, " on OBJECT"),
    (
        Known::Authenticated,
        "authenticated",
        5,
        " on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM",
    ),
    (
        Known::RequiresScopes,
        "requiresScopes",
        5,
        "(scopes: [[Scope!]!]!) on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM",
    ),
    (
        Known::Policy,
        "policy",
        6,
        "(policies: [[Policy!]!]!) on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM",
    ),
    (
        Known::Context,
        "context",
        8,
        "(name: String!) repeatable on INTERFACE | OBJECT | UNION",
    ),
    (
        Known::FromContext,
        "fromContext",
        8,
        "(field: ContextFieldValue) on ARGUMENT_DEFINITION",
    ),
    (
        Known::Cost,
        "cost",
        9,
        "(weight: Int!) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR",
    ),
    (
        Known::ListSize,
        "listSize",
        9,
        "(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], \
         requireOneSlicingArgument: Boolean = true) on FIELD_DEFINITION",
    ),
    (
        Known::CacheTag,
        "cacheTag",
        12,
        "(format: String!) repeatable on OBJECT | FIELD_DEFINITION",
    ),
];

/// A specification of its own that the supergraph links for directives that federation offers its subgraphs.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Specification {
    /// Last segment of its url.
    pub name: &'static str,
    /// The version supergraphs link: 0.`minor`.
    pub minor: u32,
    /// What a router that does not know it must not do without it.
    pub purpose: Option<&'static str>,
    /// Its directives, in the order of their definitions.
    pub directives: &'static [Known],
    /// Its scalars.
    pub scalars: &'static [&'static str],
}

const SPECIFICATIONS: &[Specification] = &[
    specification("tag", 3, None, &[Known::Tag], &[]),
    specification("inaccessible", 2, Some("SECURITY"), &[Known::Inaccessible], &[]),
    specification("authenticated", 1, Some("SECURITY"), &[Known::Authenticated], &[]),
    specification("requiresScopes", 1, Some("SECURITY"), &[Known::RequiresScopes], &["Scope"]),
    specification("policy", 1, Some("SECURITY"), &[Known::Policy], &["Policy"]),
    specification(
        "context",
        1,
        Some("SECURITY"),
        &[Known::Context, Known::FromContext],
        &["ContextFieldValue"],
    ),
    specification("cost", 1, None, &[Known::Cost, Known::ListSize], &[]),
    specification("cacheTag", 1, Some("EXECUTION"), &[Known::CacheTag], &[]),
];

const fn specification(
    name: &'static str,
    minor: u32,
    purpose: Option<&'static str>,
    directives: &'static [Known],
    scalars: &'static [&'static str],
) -> Specification {
    Specification {
        name,
        minor,
        purpose,
        directives,
        scalars,
    }
}

impl Specification {
    /// The specification whose url ends in `name`.
    pub fn by_name(name: &str) -> Option<&'static Specification> {
        SPECIFICATIONS.iter().find(|specification| specification.name == name)
    }
}

/// Where the specifications of federation are published.
pub(crate) const SPECIFICATIONS_URL: &str = "https://specs.apollo.dev";

/// Newest federation 2 minor version this composer knows.
pub(crate) const NEWEST_MINOR: u32 = 14;

impl Known {
    /// The directives of federation 2.`minor`.
    pub fn of_version(minor: u32) -> impl Iterator<Item = Known> {
        FEDERATION
            .iter()
            .filter(move |(_, _, since, _)| *since <= minor)
            .map(|(known, ..)| *known)
    }

    /// The directive a specification calls `name`.
    pub fn by_name(name: &str) -> Option<Known> {
        FEDERATION
            .iter()
            .find(|(_, candidate, ..)| *candidate == name)
            .map(|(known, ..)| *known)
    }

    /// Its name in its specification.
    pub fn name(self) -> &'static str {
        match self {
            Known::Link => "link",
            Known::Connect => "connect",
            Known::Source => "source",
            Known::Deprecated => "deprecated",
            Known::SpecifiedBy => "specifiedBy",
            _ => self.row().1,
        }
    }

    /// Minor version of federation 2 that brought it.
    pub fn since(self) -> u32 {
        self.row().2
    }

    /// What follows the name in its definition under federation 2.`minor`.
    pub fn signature(self, minor: u32) -> &'static str {
        match self {
            Known::Shareable if minor < 2 => " on OBJECT | FIELD_DEFINITION",
            Known::Override if minor < 7 => "(from: String!) on FIELD_DEFINITION",
            Known::Tag if minor < 3 => self.row().3.strip_suffix(" | SCHEMA").expect("tag ends with SCHEMA"),
            _ => self.row().3,
        }
    }

    /// Whether applications are merged into the supergraph under the directive's own name.
    pub fn is_composed(self) -> bool {
        match self {
            Known::Deprecated | Known::SpecifiedBy => true,
            _ => self.specification().is_some() && !self.is_carried() && self != Known::FromContext,
        }
    }

    /// Whether the supergraph carries applications in `@join__directive`, subgraph by subgraph.
    pub fn is_carried(self) -> bool {
        self == Known::CacheTag || self.is_of_connect()
    }

    /// Whether it comes from the connect specification, which composition carries without looking into it.
    pub fn is_of_connect(self) -> bool {
        matches!(self, Known::Connect | Known::Source)
    }

    /// Whether several applications may stand on one element.
    pub fn is_repeatable(self) -> bool {
        matches!(self, Known::Tag | Known::Context)
    }

    /// The specification that the supergraph links for it.
    pub fn specification(self) -> Option<&'static Specification> {
        SPECIFICATIONS.iter().find(|specification| specification.directives.contains(&self))
    }

    /// Whether it demands something of the caller.
    pub fn is_authorization(self) -> bool {
        matches!(self, Known::Authenticated | Known::RequiresScopes | Known::Policy)
    }

    fn row(self) -> &'static (Known, &'static str, u32, &'static str) {
        FEDERATION
            .iter()
            .find(|(known, ..)| *known == self)
            .expect("every federation directive has a row")
    }
}
