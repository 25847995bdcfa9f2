//! One application of the link directive, read.

use crate::diagnostic::{Code, Report};
use crate::model::{DirectiveUse, Known, NEWEST_MINOR, Name, SPECIFICATIONS_URL, Specification, Value, is_name};

/// Specifications whose directives federation also offers itself.
const CORE: [&str; 7] = [
    "tag",
    "inaccessible",
    "authenticated",
    "requiresScopes",
    "policy",
    "context",
    "cost",
];
/// Connect v0.`minor` came with federation v2.(`minor` + 9).
const CONNECT_MINORS: std::ops::RangeInclusive<u32> = 1..=4;

/// One application of the link directive: a specification the schema uses, and the names it gives its elements.
#[derive(Clone, Debug)]
pub(crate) struct Link {
    /// The url without its version.
    pub identity: String,
    /// The identity's last segment.
    pub name: String,
    pub major: u32,
    pub minor: u32,
    /// The name before `__` in names of elements that are not imported.
    pub alias: String,
    pub imports: Vec<Import>,
    pub application: DirectiveUse,
}

/// One imported element; `@` begins both names or neither.
#[derive(Clone, Debug)]
pub(crate) struct Import {
    /// The specification's name of it.
    pub element: String,
    /// The schema's.
    pub local: String,
}

impl Link {
    /// Reads an application of `@link`, or of its predecessor `@core`, without judging it: a url may lack its version.
    pub fn of(application: &DirectiveUse) -> Option<Link> {
        let url = url(application)?.trim_end_matches('/');
        let (identity, name, major, minor) = match parse_url(url) {
            Some(parsed) => parsed,
            None => (url.to_string(), url.rsplit('/').next()?.to_string(), 0, 0),
        };
        let alias = application.text("as").unwrap_or(&name).to_string();
        Some(Link {
            identity,
            name,
            major,
            minor,
            alias,
            imports: imports(application).collect(),
            application: application.clone(),
        })
    }

    /// The schema's name for an element (`@x` or `X`) of this specification, without `@`.
    pub fn local_name(&self, element: &str) -> Name {
        if let Some(import) = self.imports.iter().find(|import| import.element == element) {
            return bare(&import.local).into();
        }
        if element.strip_prefix('@') == Some(&self.name) {
            return self.alias.as_str().into();
        }
        format!("{}__{}", self.alias, bare(element)).into()
    }

    /// The directive of this specification that the schema calls `local`; both without `@`.
    pub fn directive_called<'a>(&'a self, local: &'a str) -> Option<&'a str> {
        let imported = |import: &&Import| import.local.strip_prefix('@') == Some(local);
        if let Some(import) = self.imports.iter().find(imported) {
            return Some(bare(&import.element));
        }
        let is_renamed = |element: &str| self.imports.iter().any(|import| import.element.strip_prefix('@') == Some(element));
        let element = if local == self.alias {
            self.name.as_str()
        } else {
            local.strip_prefix(self.alias.as_str())?.strip_prefix("__")?
        };
        (!is_renamed(element)).then_some(element)
    }

    /// Whether the schema's type `local` has a name that belongs to this specification.
    pub fn has_type(&self, local: &str) -> bool {
        self.imports.iter().any(|import| import.local == local)
            || local.strip_prefix(self.alias.as_str()).is_some_and(|rest| rest.starts_with("__"))
    }

    pub fn is_federation(&self) -> bool {
        self.published() == Some("federation")
    }

    /// A version of federation that composition does not know, and so none of its elements.
    pub fn is_unknown_federation(&self) -> bool {
        self.is_federation() && (self.major != 2 || self.minor > NEWEST_MINOR)
    }

    pub fn is_link(&self) -> bool {
        self.published() == Some("link")
    }

    /// Whether it is federation's own, or the link specification.
    pub fn is_federation_or_link(&self) -> bool {
        self.published().is_some_and(|name| matches!(name, "federation" | "link" | "core"))
    }

    pub fn is_tag_or_inaccessible(&self) -> bool {
        self.published().is_some_and(|name| matches!(name, "tag" | "inaccessible"))
    }

    /// Whether composition knows its directives by meaning.
    pub fn is_known(&self) -> bool {
        self.is_federation_or_link() || self.core().is_some() || self.connect_minor().is_some()
    }

    /// The minor version of the connect specification, if that is what is linked.
    pub fn connect_minor(&self) -> Option<u32> {
        let is_connect = self.published() == Some("connect") && self.major == 0 && CONNECT_MINORS.contains(&self.minor);
        is_connect.then_some(self.minor)
    }

    /// The federation minor version that a schema linking this at least has.
    pub fn implied_minor(&self) -> Option<u32> {
        if let Some(minor) = self.connect_minor() {
            return Some(minor + 9);
        }
        match self.core()?.name {
            "authenticated" | "requiresScopes" => Some(5),
            "context" => Some(8),
            "cost" => Some(9),
            _ => None,
        }
    }

    /// The specification linked on its own whose directives mean the same as federation's.
    pub fn core(&self) -> Option<&'static Specification> {
        let name = self.published().filter(|name| CORE.contains(name))?;
        Specification::by_name(name).filter(|core| self.major == 0 && (1..=core.minor).contains(&self.minor))
    }

    /// The directives it brings that composition knows by meaning.
    pub fn directives(&self) -> &'static [Known] {
        match self.connect_minor() {
            Some(_) => &[Known::Connect, Known::Source],
            None => self.core().map_or(&[], |core| core.directives),
        }
    }

    /// Whether it is federation's specification of that name.
    pub fn is_published_as(&self, name: &str) -> bool {
        self.published() == Some(name)
    }

    /// Its name among the specifications of federation.
    fn published(&self) -> Option<&str> {
        self.identity.strip_prefix(SPECIFICATIONS_URL)?.strip_prefix('/')
    }
}

/// A name without the `@` of directives.
pub(super) fn bare(element: &str) -> &str {
    element.strip_prefix('@').unwrap_or(element)
}

/// The url a link gives, under the argument's name in its specification or in the one before it.
pub(super) fn url(application: &DirectiveUse) -> Option<&str> {
    application.text("url").or_else(|| application.text("feature"))
}

/// Reads a link with those imports that can be read; all that is wrong is in the report. `None` if it says no
/// specification.
pub(super) fn read(application: &DirectiveUse, report: &mut Report<'_>) -> Option<Link> {
    let mut usage = |message: String, argument: &str, help: &str| {
        report.error(
            Code::InvalidLinkDirectiveUsage,
            message,
            &[application.argument_span(argument)],
            help,
        );
    };
    let Some(url) = url(application) else {
        usage(
            "A link needs a url, as a string.".into(),
            "url",
            "Give the url of the specification.",
        );
        return None;
    };
    let Some((identity, name, major, minor)) = parse_url(url) else {
        report.error(
            Code::InvalidLinkIdentifier,
            format!("The link's url \"{url}\" does not end in a name and a version."),
            &[application.argument_span("url")],
            "Write it as https://HOST/NAME/vMAJOR.MINOR.",
        );
        return None;
    };
    let alias = match application.argument("as") {
        None | Some(Value::Null) => name.clone(),
        Some(Value::String(alias)) => alias.clone(),
        Some(other) => {
            usage(format!("{other} cannot name a linked specification."), "as", "Give a string.");
            name.clone()
        }
    };
    let mut imports = Vec::new();
    if let Some(list) = application.argument("import") {
        for item in items(list) {
            match read_import(item) {
                Ok(import) => imports.push(import),
                Err(problem) => usage(
                    format!("The import {item} cannot be read: {problem}."),
                    "import",
                    "Import \"@directive\", \"Type\", or {name: \"@directive\", as: \"@other\"} with \"@\" on both or neither.",
                ),
            }
        }
    }
    Some(Link {
        identity,
        name,
        major,
        minor,
        alias,
        imports,
        application: application.clone(),
    })
}

/// The readable imports of a link.
pub(super) fn imports(application: &DirectiveUse) -> impl Iterator<Item = Import> {
    let list = application.argument("import").map_or(&[][..], items);
    list.iter().filter_map(|item| read_import(item).ok())
}

fn items(list: &Value) -> &[Value] {
    match list {
        Value::List(items) => items,
        Value::Null => &[],
        single => std::slice::from_ref(single),
    }
}

fn read_import(item: &Value) -> Result<Import, String> {
    let fields = match item {
        Value::String(element) => {
            let (element, local) = (element.clone(), element.clone());
            return Ok(Import { element, local });
        }
        Value::Object(fields) => fields,
        _ => return Err("it is neither a string nor an object".into()),
    };
    if let Some((unknown, _)) = fields.iter().find(|(name, _)| !matches!(&**name, "name" | "as")) {
        return Err(format!("it has the unknown field \"{unknown}\""));
    }
    let field = |wanted: &str| match fields.iter().find(|(name, _)| &**name == wanted) {
        None => Ok(None),
        Some((_, Value::String(text))) if is_name(bare(text)) => Ok(Some(text)),
        Some((_, value)) => Err(format!("its \"{wanted}\" is {value}, which is not a name")),
    };
    let Some(element) = field("name")? else {
        return Err("it has no \"name\"".into());
    };
    let local = field("as")?.unwrap_or(element);
    if element.starts_with('@') != local.starts_with('@') {
        return Err("only one of the two names is a directive's".into());
    }
    Ok(Import {
        element: element.clone(),
        local: local.clone(),
    })
}

/// Identity, name, major and minor version.
pub(super) fn parse_url(url: &str) -> Option<(String, String, u32, u32)> {
    let path = url.split(['?', '#']).next()?;
    let (identity, version) = path.rsplit_once('/')?;
    let (major, minor) = version.strip_prefix('v')?.split_once('.')?;
    let (_, rest) = identity.split_once("://")?;
    let (_, segments) = rest.split_once('/')?;
    let name = segments.rsplit('/').next().filter(|name| !name.is_empty())?;
    Some((identity.to_string(), name.to_string(), major.parse().ok()?, minor.parse().ok()?))
}
