//! A schema document as a plain tree that is easy to build, change and cut down. Owns its shape and its text; must not
//! know what any directive means. One shape serves all definitions: a definition has members, a member may have
//! arguments, which are members too.

mod reader;
mod tokens;
mod writer;

pub use reader::read;
pub use tokens::{Token, quote, tokens};

/// All subgraphs of one graph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SubgraphSet {
    /// In the order in which they are given to a composer.
    pub subgraphs: Vec<Subgraph>,
}

/// One subgraph's schema.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subgraph {
    /// Its name.
    pub name: String,
    /// In the order of its text.
    pub definitions: Vec<Definition>,
}

/// What a definition defines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Keyword {
    /// `schema`: no name; its members are the root operations.
    Schema,
    /// `scalar`: no members.
    Scalar,
    /// `type`: its members are fields.
    Type,
    /// `interface`: its members are fields.
    Interface,
    /// `union`: its members have names only.
    Union,
    /// `enum`: its members are values.
    Enum,
    /// `input`: its members are input fields.
    Input,
    /// `directive`: its members are arguments.
    Directive,
}

/// A definition or an extension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    /// What it defines.
    pub keyword: Keyword,
    /// Whether it starts with `extend`.
    pub extend: bool,
    /// Description, without quotes.
    pub description: Option<String>,
    /// Name; empty for a schema.
    pub name: String,
    /// Interfaces.
    pub implements: Vec<String>,
    /// Directives applied to it.
    pub directives: Vec<Application>,
    /// Fields, values, input fields, arguments, union members or root operations.
    pub members: Vec<Member>,
    /// Whether a directive may be repeated.
    pub repeatable: bool,
    /// Where a directive may stand.
    pub locations: Vec<String>,
}

/// A field, argument, value, union member or root operation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Member {
    /// Description, without quotes.
    pub description: Option<String>,
    /// Name; of a root operation, its kind.
    pub name: String,
    /// Arguments of a field.
    pub arguments: Vec<Member>,
    /// Type as it is written; empty where a member has none.
    pub ty: String,
    /// Default value as it is written.
    pub default: Option<String>,
    /// Directives applied to it.
    pub directives: Vec<Application>,
}

/// A directive where it is applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Application {
    /// Name without `@`.
    pub name: String,
    /// Argument names with values as they are written.
    pub arguments: Vec<(String, String)>,
}

impl Definition {
    /// A definition with nothing in it.
    pub fn new(keyword: Keyword, name: &str) -> Definition {
        Definition {
            keyword,
            extend: false,
            description: None,
            name: name.to_string(),
            implements: Vec::new(),
            directives: Vec::new(),
            members: Vec::new(),
            repeatable: false,
            locations: Vec::new(),
        }
    }

    /// The member of that name.
    pub fn member(&self, name: &str) -> Option<&Member> {
        self.members.iter().find(|member| member.name == name)
    }

    /// The member of that name, to change it.
    pub fn member_mut(&mut self, name: &str) -> Option<&mut Member> {
        self.members.iter_mut().find(|member| member.name == name)
    }

    /// Whether the directive is applied to it.
    pub fn has(&self, directive: &str) -> bool {
        self.directives.iter().any(|application| application.name == directive)
    }
}

impl Member {
    /// A member with a name and a type.
    pub fn new(name: &str, ty: &str) -> Member {
        Member {
            name: name.to_string(),
            ty: ty.to_string(),
            ..Member::default()
        }
    }

    /// Whether the directive is applied to it.
    pub fn has(&self, directive: &str) -> bool {
        self.directives.iter().any(|application| application.name == directive)
    }

    /// The name at the core of its type.
    pub fn base(&self) -> &str {
        base(&self.ty)
    }
}

/// The name at the core of a type as it is written.
pub fn base(ty: &str) -> &str {
    ty.trim_matches(['[', ']', '!', ' '])
}

impl Application {
    /// An application of a directive with arguments as they are written.
    pub fn new(name: &str, arguments: &[(&str, &str)]) -> Application {
        Application {
            name: name.to_string(),
            arguments: arguments
                .iter()
                .map(|(name, value)| ((*name).to_string(), (*value).to_string()))
                .collect(),
        }
    }

    /// The value of an argument as it is written.
    pub fn argument(&self, name: &str) -> Option<&str> {
        self.arguments
            .iter()
            .find(|(argument, _)| argument == name)
            .map(|(_, value)| value.as_str())
    }
}

impl Subgraph {
    /// Every list of applications in it, wherever one may stand.
    pub fn applications_mut(&mut self) -> Vec<&mut Vec<Application>> {
        let mut found = Vec::new();
        for definition in &mut self.definitions {
            found.push(&mut definition.directives);
            for member in &mut definition.members {
                found.push(&mut member.directives);
                found.extend(member.arguments.iter_mut().map(|argument| &mut argument.directives));
            }
        }
        found
    }

    /// Every application in it.
    pub fn applications(&self) -> impl Iterator<Item = &Application> {
        self.definitions.iter().flat_map(|definition| {
            definition.directives.iter().chain(definition.members.iter().flat_map(|member| {
                let arguments = member.arguments.iter().flat_map(|argument| &argument.directives);
                member.directives.iter().chain(arguments)
            }))
        })
    }
}

impl SubgraphSet {
    /// How much there is in it: every element that a shrinker may remove counts.
    pub fn size(&self) -> usize {
        let member = |member: &Member| 1 + member.arguments.len() + member.directives.len();
        let definition = |definition: &Definition| {
            1 + definition.directives.len() + definition.implements.len() + definition.members.iter().map(member).sum::<usize>()
        };
        let subgraph = |subgraph: &Subgraph| 1 + subgraph.definitions.iter().map(definition).sum::<usize>();
        self.subgraphs.iter().map(subgraph).sum()
    }
}
