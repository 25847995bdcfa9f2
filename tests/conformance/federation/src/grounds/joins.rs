//! The subgraphs that a supergraph's joins tell of. Owns reading `join__*` applications; what joins do not say (original root names,
//! dropped arguments) is not restored.

use crate::document::{Application, Definition, Keyword, Member, Subgraph, SubgraphSet, quote, read};
use crate::request::read_value;
use router_graph::Value;

/// The subgraphs of a supergraph; `None` where its text breaks the grammar.
pub fn subgraphs(supergraph: &str) -> Option<SubgraphSet> {
    let read = read("supergraph", supergraph)?;
    let graphs = read.definitions.iter().find(|definition| definition.name == "join__Graph")?;
    let subgraphs = graphs.members.iter().map(|graph| {
        let name = graph.directives.iter().find(|application| application.name == "join__graph");
        let name = name
            .and_then(|application| word(application, "name"))
            .unwrap_or_else(|| graph.name.clone());
        let mut definitions: Vec<Definition> = read
            .definitions
            .iter()
            .filter_map(|definition| part(definition, &graph.name))
            .collect();
        // Older joins do not tell where a union has which member.
        let names: Vec<String> = definitions.iter().map(|definition| definition.name.clone()).collect();
        for definition in &mut definitions {
            definition.implements.retain(|interface| names.contains(interface));
            if definition.keyword == Keyword::Union {
                definition.members.retain(|member| names.contains(&member.name));
            }
        }
        let mut schema = Definition::new(Keyword::Schema, "");
        schema.extend = true;
        schema.directives.push(link());
        definitions.insert(0, schema);
        Subgraph { name, definitions }
    });
    Some(SubgraphSet {
        subgraphs: subgraphs.collect(),
    })
}

fn link() -> Application {
    let imports = [
        "key",
        "requires",
        "provides",
        "external",
        "override",
        "interfaceObject",
        "context",
        "fromContext",
    ];
    let imports: Vec<String> = imports.iter().map(|name| quote(&format!("@{name}"))).collect();
    let url = quote("https://specs.apollo.dev/federation/v2.9");
    Application::new("link", &[("url", &url), ("import", &format!("[{}]", imports.join(", ")))])
}

fn word(application: &Application, argument: &str) -> Option<String> {
    match application.argument(argument).and_then(read_value)? {
        Value::String(text) => Some(text.to_string()),
        Value::Enum(name) => Some(name.to_string()),
        other => Some(other.to_string()),
    }
}

/// The applications of a directive that are about a subgraph.
fn about<'a>(directives: &'a [Application], name: &str, graph: &str) -> Vec<&'a Application> {
    let named = directives.iter().filter(|application| application.name == name);
    named
        .filter(|application| word(application, "graph").as_deref() == Some(graph))
        .collect()
}

fn any(directives: &[Application], name: &str) -> bool {
    directives.iter().any(|application| application.name == name)
}

fn part(definition: &Definition, graph: &str) -> Option<Definition> {
    let name = definition.name.as_str();
    if ["join__", "link__", "core__"].iter().any(|prefix| name.starts_with(prefix)) {
        return None;
    }
    if matches!(definition.keyword, Keyword::Schema | Keyword::Directive) {
        return None;
    }
    let joins = about(&definition.directives, "join__type", graph);
    if joins.is_empty() && (any(&definition.directives, "join__type") || any(&definition.directives, "join__owner")) {
        return None;
    }
    let mut own = Definition::new(definition.keyword, name);
    for join in joins {
        if let Some(fields) = word(join, "key") {
            let fields = quote(&fields);
            let mut key = Application::new("key", &[("fields", &fields)]);
            if word(join, "resolvable").as_deref() == Some("false") {
                key.arguments.push(("resolvable".to_string(), "false".to_string()));
            }
            own.directives.push(key);
        }
        if word(join, "isInterfaceObject").as_deref() == Some("true") {
            own.keyword = Keyword::Type;
            own.directives.push(Application::new("interfaceObject", &[]));
        }
    }
    for context in definition.directives.iter().filter(|application| application.name == "context") {
        let context = word(context, "name").unwrap_or_default();
        // `SUBGRAPH__NAME`, with the subgraph's name in the way of composers.
        if let Some((owner, context)) = context.rsplit_once("__")
            && owner.eq_ignore_ascii_case(graph)
        {
            own.directives.push(Application::new("context", &[("name", &quote(context))]));
        }
    }
    let tells_interfaces = any(&definition.directives, "join__implements");
    let interfaces = about(&definition.directives, "join__implements", graph);
    own.implements = if tells_interfaces {
        interfaces.iter().filter_map(|application| word(application, "interface")).collect()
    } else {
        definition.implements.clone()
    };
    if own.keyword != definition.keyword {
        own.implements.clear();
    }
    let members: Option<Vec<String>> = any(&definition.directives, "join__unionMember").then(|| {
        let members = about(&definition.directives, "join__unionMember", graph);
        members.iter().filter_map(|application| word(application, "member")).collect()
    });
    // Join 0.1: what no join tells of belongs to the type's owner.
    let owner = definition.directives.iter().find(|application| application.name == "join__owner");
    let owner = owner.and_then(|application| word(application, "graph"));
    let is_owner = owner.is_none_or(|owner| owner == graph);
    for member in &definition.members {
        let is_here = match definition.keyword {
            Keyword::Union => members.as_ref().is_none_or(|members| members.contains(&member.name)),
            Keyword::Enum => !any(&member.directives, "join__enumValue") || !about(&member.directives, "join__enumValue", graph).is_empty(),
            _ => true,
        };
        if is_here && let Some(member) = field(member, graph, is_owner) {
            own.members.push(member);
        }
    }
    (!own.members.is_empty() || own.keyword == Keyword::Scalar).then_some(own)
}

fn field(member: &Member, graph: &str, is_owner: bool) -> Option<Member> {
    let mut own = Member {
        directives: Vec::new(),
        description: None,
        ..member.clone()
    };
    own.arguments.iter_mut().for_each(|argument| argument.directives.clear());
    let joins = about(&member.directives, "join__field", graph);
    let Some(join) = joins.first() else {
        return (is_owner && !any(&member.directives, "join__field")).then_some(own);
    };
    if let Some(ty) = word(join, "type") {
        own.ty = ty;
    }
    let is = |argument: &str| word(join, argument).as_deref() == Some("true");
    if is("external") || is("usedOverridden") && word(join, "overrideLabel").is_none() {
        own.directives.push(Application::new("external", &[]));
    }
    for name in ["requires", "provides"] {
        if let Some(fields) = word(join, name) {
            own.directives.push(Application::new(name, &[("fields", &quote(&fields))]));
        }
    }
    if let Some(from) = word(join, "override") {
        let mut application = Application::new("override", &[("from", &quote(&from))]);
        if let Some(label) = word(join, "overrideLabel") {
            application.arguments.push(("label".to_string(), quote(&label)));
        }
        own.directives.push(application);
    }
    if let Some(Value::List(contexts)) = join.argument("contextArguments").and_then(read_value) {
        for context in contexts {
            let Value::Object(fields) = context else { continue };
            let text = |key: &str| match fields.iter().find(|(name, _)| &**name == key) {
                Some((_, Value::String(text))) => text.to_string(),
                _ => String::new(),
            };
            let mut argument = Member::new(&text("name"), &text("type"));
            let name = text("context");
            let name = name.rsplit_once("__").map_or(name.as_str(), |(_, name)| name);
            let source = quote(&format!("${name} {}", text("selection")));
            argument.directives.push(Application::new("fromContext", &[("field", &source)]));
            own.arguments.push(argument);
        }
    }
    Some(own)
}
