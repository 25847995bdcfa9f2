//! `@link`: which specification each subgraph uses, and by what names. Works on our model.

use crate::diagnostic::{Code, Report};
use crate::model::{DirectiveUse, Known, NEWEST_MINOR, Name, SPECIFICATIONS_URL as SPECS, Schema, Specification, Value};
use std::collections::HashMap;

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
/// What every federation 1 schema has.
const FIRST_FEDERATION: [Known; 6] = [
    Known::Key,
    Known::Requires,
    Known::Provides,
    Known::External,
    Known::Extends,
    Known::Tag,
];
/// The version of federation 2 that federation 1 schemas are upgraded to.
const UPGRADED_MINOR: u32 = 4;
const FEDERATION_TYPES: [(&str, u32); 4] = [("FieldSet", 0), ("Scope", 5), ("Policy", 6), ("ContextFieldValue", 8)];

/// The generation of federation a schema is written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Federation {
    /// Before links: `@key` and its like are simply there.
    One,
    /// Linked, version 2.x.
    Two(u32),
}

impl Federation {
    /// The minor version of federation 2 whose forms its directives have.
    pub fn minor(self) -> u32 {
        match self {
            Federation::One => 0,
            Federation::Two(minor) => minor,
        }
    }
}

/// What a subgraph's links amount to.
#[derive(Clone, Debug)]
pub(crate) struct Feature {
    /// Which federation the schema is written for.
    pub federation: Federation,
    pub link_name: Name,
    names: HashMap<Name, Known>,
    types: HashMap<&'static str, Name>,
    /// Names of types that the link specification brings: `Purpose` and `Import`.
    pub link_types: [Name; 2],
    /// All links, in the schema's order.
    pub links: Vec<Link>,
}

impl Feature {
    /// What the directive the schema calls `name` means.
    pub fn known(&self, name: &str) -> Option<Known> {
        if name == &*self.link_name {
            return Some(Known::Link);
        }
        match name {
            "deprecated" => Some(Known::Deprecated),
            "specifiedBy" => Some(Known::SpecifiedBy),
            _ => self.names.get(name).copied(),
        }
    }

    pub fn directive_names(&self) -> HashMap<Known, Name> {
        let mut names: Vec<(&Name, &Known)> = self.names.iter().collect();
        names.sort();
        names.into_iter().map(|(name, known)| (*known, name.clone())).collect()
    }

    /// Whether the schema links the connect specification.
    pub fn has_connect(&self) -> bool {
        self.links.iter().any(|link| link.connect_minor().is_some())
    }

    /// Whether `name` is a type that federation or link bring.
    pub fn is_spec_type(&self, name: &str) -> bool {
        let is_of_connect = |link: &Link| link.connect_minor().is_some() && link.has_type(name);
        self.types.values().any(|own| &**own == name)
            || self.link_types.iter().any(|own| &**own == name)
            || self.links.iter().any(is_of_connect)
    }

    /// The definitions this schema may leave out, as text.
    pub fn definitions(&self) -> String {
        let mut text = String::new();
        let mut names: Vec<(&Name, &Known)> = self.names.iter().collect();
        names.sort();
        for (name, known) in names.into_iter().filter(|(_, known)| !known.is_of_connect()) {
            let mut signature = known.signature(self.federation.minor()).to_string();
            for (element, local) in &self.types {
                signature = signature.replace(element, local);
            }
            text.push_str(&format!("directive @{name}{signature}\n"));
        }
        let mut types: Vec<&Name> = self.types.values().collect();
        types.sort();
        for name in types {
            text.push_str(&format!("scalar {name}\n"));
        }
        let [purpose, import] = &self.link_types;
        text.push_str(&format!(
            "scalar {import}\nenum {purpose} {{ SECURITY EXECUTION }}\n\
             directive @{}(url: String, as: String, for: {purpose}, import: [{import}]) repeatable on SCHEMA\n",
            self.link_name
        ));
        text
    }
}

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

impl Link {
    /// Reads an application of `@link`, or of its predecessor `@core`, without judging it.
    pub fn of(application: &DirectiveUse) -> Option<Link> {
        let url = application.text("url").or_else(|| application.text("feature"))?;
        let (identity, name, major, minor) = parse_url(url)?;
        let mut imports = Vec::new();
        if let Some(list) = application.argument("import") {
            read_imports(list, &mut imports);
        }
        let alias = application.text("as").unwrap_or(&name).to_string();
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

    /// Whether it is federation's own, or the link specification.
    pub fn is_federation_or_link(&self) -> bool {
        self.apollo_name()
            .is_some_and(|name| matches!(name, "federation" | "link" | "core"))
    }

    /// Whether composition knows its directives by meaning.
    pub fn is_known(&self) -> bool {
        self.is_federation_or_link() || self.core().is_some() || self.connect_minor().is_some()
    }

    /// The minor version of the connect specification, if that is what is linked.
    pub fn connect_minor(&self) -> Option<u32> {
        let is_connect = self.apollo_name() == Some("connect") && self.major == 0 && CONNECT_MINORS.contains(&self.minor);
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
    fn core(&self) -> Option<&'static Specification> {
        let name = self.apollo_name().filter(|name| CORE.contains(name))?;
        Specification::by_name(name).filter(|core| self.major == 0 && self.minor <= core.minor)
    }

    fn apollo_name(&self) -> Option<&str> {
        self.identity.strip_prefix(SPECS)?.strip_prefix('/')
    }

    /// The directives it brings that composition knows by meaning.
    pub fn directives(&self) -> &'static [Known] {
        match self.connect_minor() {
            Some(_) => &[Known::Connect, Known::Source],
            None => self.core().map_or(&[], |core| core.directives),
        }
    }
}

/// One imported element; `@` begins both names or neither.
#[derive(Clone, Debug)]
pub(crate) struct Import {
    /// The specification's name of it.
    pub element: String,
    /// The schema's.
    pub local: String,
}

/// Reads the schema's links. `None` if a link is wrong; the errors are in the report.
pub(super) fn resolve(schema: &Schema, report: &mut Report<'_>) -> Option<Feature> {
    let before = report.errors.len();
    let link_name = link_name(schema);
    let links: Vec<Link> = schema
        .directives
        .iter()
        .filter(|application| application.name == link_name)
        .filter_map(|application| read(application, report))
        .collect();
    if report.errors.len() > before {
        return None;
    }
    let federation_identity = format!("{SPECS}/federation");
    let Some(federation) = links.iter().find(|link| link.identity == federation_identity) else {
        // Without a link to its own specification the directive is one like others.
        let links = if links.iter().any(|link| link.identity == format!("{SPECS}/link")) {
            links
        } else {
            Vec::new()
        };
        check_aliases(&links, report);
        check_features(&links, 0, report);
        return (report.errors.len() == before).then(|| first_federation(links, link_name));
    };
    if federation.major != 2 || federation.minor > NEWEST_MINOR {
        report.error(
            Code::UnknownFederationLinkVersion,
            format!("Federation v{}.{} is not known.", federation.major, federation.minor),
            &[federation.application.argument_span("url")],
            &format!("Link a version from v2.0 to v2.{NEWEST_MINOR}."),
        );
        return None;
    }
    check_aliases(&links, report);
    check_features(&links, federation.minor, report);
    if report.errors.len() > before {
        return None;
    }
    let federation = federation.clone();
    Some(second_federation(links, &federation, link_name))
}

/// The elements of a federation 1 schema: a few directives under their own names.
fn first_federation(links: Vec<Link>, link_name: Name) -> Feature {
    let names = FIRST_FEDERATION.iter().map(|known| (known.name().into(), *known)).collect();
    Feature {
        federation: Federation::One,
        names,
        types: HashMap::from([("FieldSet", "_FieldSet".into())]),
        link_types: link_types(&links, &link_name),
        link_name,
        links,
    }
}

/// The links and names of a federation 1 schema once it counts as one of federation 2: all of v2.4 under its own names.
pub(super) fn upgraded(mut links: Vec<Link>, report: &mut Report<'_>) -> Option<Feature> {
    let before = report.errors.len();
    let elements = Known::of_version(UPGRADED_MINOR).map(|known| format!("@{}", known.name()));
    let federation = Link {
        identity: format!("{SPECS}/federation"),
        name: "federation".into(),
        major: 2,
        minor: UPGRADED_MINOR,
        alias: "federation".into(),
        imports: elements
            .map(|element| Import {
                local: element.clone(),
                element,
            })
            .collect(),
        application: DirectiveUse::made("link", Some(Known::Link), Vec::new()),
    };
    links.push(federation.clone());
    check_aliases(&links, report);
    (report.errors.len() == before).then(|| second_federation(links, &federation, "link".into()))
}

fn second_federation(links: Vec<Link>, federation: &Link, link_name: Name) -> Feature {
    let mut names = HashMap::new();
    for known in Known::of_version(federation.minor) {
        names.insert(federation.local_name(&format!("@{}", known.name())), known);
    }
    for link in &links {
        for known in link.directives() {
            names.insert(link.local_name(&format!("@{}", known.name())), *known);
        }
    }
    let mut types: HashMap<&'static str, Name> = FEDERATION_TYPES
        .iter()
        .filter(|(_, since)| *since <= federation.minor)
        .map(|(name, _)| (*name, federation.local_name(name)))
        .collect();
    for link in &links {
        for scalar in link.core().map_or(&[][..], |core| core.scalars) {
            types.entry(scalar).or_insert_with(|| link.local_name(scalar));
        }
    }
    Feature {
        federation: Federation::Two(federation.minor),
        names,
        types,
        link_types: link_types(&links, &link_name),
        link_name,
        links,
    }
}

fn link_types(links: &[Link], link_name: &Name) -> [Name; 2] {
    let link_link = links.iter().find(|link| link.identity == format!("{SPECS}/link"));
    let link_type = |element: &str| match link_link {
        Some(link) => link.local_name(element),
        None => format!("{link_name}__{element}").into(),
    };
    [link_type("Purpose"), link_type("Import")]
}

/// What this schema calls the link directive: a link to the link specification may rename it.
fn link_name(schema: &Schema) -> Name {
    let renamed = schema.directives.iter().find(|application| {
        let is_link = application
            .text("url")
            .is_some_and(|url| url.starts_with(&format!("{SPECS}/link/")));
        let imported = application.argument("import").is_some_and(|imports| {
            let mut found = Vec::new();
            read_imports(imports, &mut found);
            found
                .iter()
                .any(|import| import.element == "@link" && import.local == format!("@{}", application.name))
        });
        is_link && (application.text("as") == Some(&*application.name) || imported)
    });
    renamed.map_or_else(|| "link".into(), |application| application.name.clone())
}

fn read(application: &DirectiveUse, report: &mut Report<'_>) -> Option<Link> {
    let usage = |report: &mut Report<'_>, message: String, argument: &str, help: &str| {
        report.error(
            Code::InvalidLinkDirectiveUsage,
            message,
            &[application.argument_span(argument)],
            help,
        );
    };
    let Some(url) = application.text("url") else {
        usage(
            report,
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
    if let Some(purpose) = application.argument("for")
        && !matches!(purpose, Value::Enum(name) if matches!(&**name, "SECURITY" | "EXECUTION"))
    {
        usage(
            report,
            format!("{purpose} is no purpose of a link."),
            "for",
            "Use SECURITY or EXECUTION.",
        );
    }
    let alias = match application.argument("as") {
        None | Some(Value::Null) => name.clone(),
        Some(Value::String(alias)) => {
            let is_core = matches!(alias.as_str(), "federation__tag" | "federation__inaccessible");
            if !is_name(alias) || (alias.contains("__") && !is_core) || alias.ends_with('_') {
                let message = format!("\"{alias}\" can not name a linked specification.");
                usage(
                    report,
                    message,
                    "as",
                    "Use a GraphQL name without \"__\" that does not end in \"_\".",
                );
            }
            alias.clone()
        }
        Some(other) => {
            usage(
                report,
                format!("{other} can not name a linked specification."),
                "as",
                "Give a string.",
            );
            name.clone()
        }
    };
    let mut imports = Vec::new();
    if let Some(list) = application.argument("import")
        && let Some(wrong) = read_imports(list, &mut imports)
    {
        usage(
            report,
            format!("The import {wrong} can not be read."),
            "import",
            "Import \"@directive\", \"Type\", or {name: \"@directive\", as: \"@other\"} with \"@\" on both or neither.",
        );
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

/// Reads import entries; gives the first wrong one as text.
fn read_imports(list: &Value, imports: &mut Vec<Import>) -> Option<String> {
    let single = std::slice::from_ref(list);
    let items = match list {
        Value::List(items) => items.as_slice(),
        Value::Null => &[],
        _ => single,
    };
    let mut wrong = None;
    for item in items {
        let import = match item {
            Value::String(element) => Some(Import {
                element: element.clone(),
                local: element.clone(),
            }),
            Value::Object(fields) => {
                let field = |wanted: &str| fields.iter().find(|(name, _)| &**name == wanted).map(|(_, value)| value);
                let known = fields.iter().all(|(name, _)| matches!(&**name, "name" | "as"));
                match (known, field("name"), field("as")) {
                    (true, Some(Value::String(element)), None) => Some(Import {
                        element: element.clone(),
                        local: element.clone(),
                    }),
                    (true, Some(Value::String(element)), Some(Value::String(local)))
                        if element.starts_with('@') == local.starts_with('@') =>
                    {
                        Some(Import {
                            element: element.clone(),
                            local: local.clone(),
                        })
                    }
                    _ => None,
                }
            }
            _ => None,
        };
        match import {
            Some(import) if is_name(bare(&import.element)) && is_name(bare(&import.local)) => imports.push(import),
            _ => wrong = wrong.or_else(|| Some(item.to_string())),
        }
    }
    wrong
}

fn check_aliases(links: &[Link], report: &mut Report<'_>) {
    let mut wrong = |message: String, application: &DirectiveUse, argument: &str, help: &str| {
        report.error(
            Code::InvalidLinkDirectiveUsage,
            message,
            &[application.argument_span(argument)],
            help,
        );
    };
    let mut locals: HashMap<&str, (&str, &str)> = HashMap::new();
    for (index, link) in links.iter().enumerate() {
        if links[..index].iter().any(|other| other.identity == link.identity) {
            let message = format!("The specification {} is linked twice.", link.identity);
            wrong(message, &link.application, "url", "Keep one link with all imports.");
        } else if links[..index].iter().any(|other| other.alias == link.alias) {
            let message = format!("Two linked specifications are both named \"{}\" here.", link.alias);
            wrong(message, &link.application, "url", "Give one of them another name with \"as\".");
        }
        let mut elements: HashMap<&str, &str> = HashMap::new();
        for import in &link.imports {
            if elements
                .insert(&import.element, &import.local)
                .is_some_and(|other| other != import.local)
            {
                let message = format!("\"{}\" is imported under two names.", import.element);
                wrong(message, &link.application, "import", "Keep one of them.");
            }
            let source = (link.identity.as_str(), import.element.as_str());
            if locals.insert(&import.local, source).is_some_and(|other| other != source) {
                let message = format!("The name \"{}\" is imported for two different elements.", import.local);
                wrong(message, &link.application, "import", "Import one of them under another name.");
            }
            let local = bare(&import.local);
            let confusing = links.iter().find(|other| {
                let own_root = other.identity == link.identity && bare(&import.element) == other.name;
                (local.starts_with(&format!("{}__", other.alias))
                    && !(other.identity == link.identity && local[other.alias.len() + 2..] == *bare(&import.element)))
                    || (import.local.starts_with('@') && local == other.alias && !own_root)
            });
            if let Some(other) = confusing {
                let message = format!(
                    "The imported name \"{}\" looks like an element of \"{}\".",
                    import.local, other.alias
                );
                wrong(message, &link.application, "import", "Import it under another name.");
            }
        }
    }
}

fn check_features(links: &[Link], minor: u32, report: &mut Report<'_>) {
    for link in links {
        let Some(name) = link.identity.strip_prefix(SPECS).map(|rest| rest.trim_start_matches('/')) else {
            continue;
        };
        let elements: Vec<String> = match name {
            "federation" => Known::of_version(minor)
                .map(|known| format!("@{}", known.name()))
                .chain(
                    FEDERATION_TYPES
                        .iter()
                        .filter(|(_, since)| *since <= minor)
                        .map(|(name, _)| name.to_string()),
                )
                .collect(),
            "link" => {
                if (link.major, link.minor) != (1, 0) {
                    report.error(
                        Code::UnknownLinkVersion,
                        format!("Version v{}.{} of the link specification is not known.", link.major, link.minor),
                        &[link.application.argument_span("url")],
                        "Link https://specs.apollo.dev/link/v1.0.",
                    );
                }
                vec!["@link".into(), "Purpose".into(), "Import".into()]
            }
            "tag" | "inaccessible" => {
                report.error(
                    Code::InvalidLinkDirectiveUsage,
                    format!("\"{name}\" is linked beside federation, which offers @{name} itself."),
                    &[link.application.argument_span("url")],
                    &format!("Remove this link and import \"@{name}\" from federation."),
                );
                continue;
            }
            _ => continue,
        };
        for import in &link.imports {
            if !elements.contains(&import.element) {
                let close = elements
                    .iter()
                    .find(|element| bare(element).eq_ignore_ascii_case(bare(&import.element)) || edits(element, &import.element) <= 2);
                let since = Known::by_name(bare(&import.element))
                    .map(Known::since)
                    .filter(|since| *since > minor);
                let help = match (close, since) {
                    (Some(close), _) => format!("Did you mean \"{close}\"?"),
                    (None, Some(since)) => format!("It comes with v2.{since}; link that version."),
                    (None, None) => "Remove the import.".to_string(),
                };
                report.error(
                    Code::InvalidLinkDirectiveUsage,
                    format!(
                        "\"{}\" is no element of {} v{}.{}.",
                        import.element, link.name, link.major, link.minor
                    ),
                    &[link.application.argument_span("import")],
                    &help,
                );
            }
        }
    }
}

fn parse_url(url: &str) -> Option<(String, String, u32, u32)> {
    let (identity, version) = url.trim_end_matches('/').rsplit_once('/')?;
    let (major, minor) = version.strip_prefix('v')?.split_once('.')?;
    let name = identity.rsplit('/').next().filter(|name| !name.is_empty() && !name.contains(':'))?;
    Some((identity.to_string(), name.to_string(), major.parse().ok()?, minor.parse().ok()?))
}

fn bare(element: &str) -> &str {
    element.strip_prefix('@').unwrap_or(element)
}

fn is_name(text: &str) -> bool {
    let mut bytes = text.bytes();
    bytes.next().is_some_and(|byte| byte.is_ascii_alphabetic() || byte == b'_')
        && bytes.all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// Edit distance, for suggestions.
pub(crate) fn edits(one: &str, two: &str) -> usize {
    let mut row: Vec<usize> = (0..=two.len()).collect();
    for (i, left) in one.bytes().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, right) in two.bytes().enumerate() {
            let replaced = diagonal + usize::from(left != right);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[two.len()]
}
