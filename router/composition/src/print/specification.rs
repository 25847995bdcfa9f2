//! What a supergraph adds to the merged types: its links, and the definitions of the join, link and other specifications.

use crate::merge::{SpecificationLink, Supergraph};
use crate::model::{DirectiveUse, EnumValueDef, IndexMap, Kind, Known, NEWEST_MINOR, SPECIFICATIONS_URL, Span, TypeDef, Value};
use std::fmt::Write as _;

/// Completes the merged schema by its links and their definitions: the whole supergraph, ready to print.
pub(crate) fn complete(merged: &mut Supergraph) {
    let join_minor = match merged.minor {
        ..=6 => 3,
        7 => 4,
        8.. => 5,
    };
    let mut definitions =
        crate::parse::document(&definitions(&merged.links, join_minor)).expect("the definitions composition writes itself are GraphQL");
    definitions.types.insert("join__Graph".into(), graph_enum(merged));
    let schema = &mut merged.schema;
    schema.directive_defs.extend(definitions.directive_defs);
    schema.types.extend(definitions.types);
    let mut links = vec![
        link(vec![("url", Value::String(format!("{SPECIFICATIONS_URL}/link/v1.0")))]),
        link(vec![
            ("url", Value::String(format!("{SPECIFICATIONS_URL}/join/v0.{join_minor}"))),
            ("for", Value::Enum("EXECUTION".into())),
        ]),
    ];
    links.extend(merged.links.iter().map(SpecificationLink::application));
    links.append(&mut schema.directives);
    schema.directives = links;
}

fn link(arguments: Vec<(&str, Value)>) -> DirectiveUse {
    DirectiveUse::made("link", Some(Known::Link), arguments)
}

fn graph_enum(merged: &Supergraph) -> TypeDef {
    let span = Span::whole(0);
    let mut definition = TypeDef::new("join__Graph".into(), Kind::Enum, span);
    definition.values = merged
        .graphs
        .iter()
        .map(|graph| {
            let arguments = vec![("name", Value::string(&graph.name)), ("url", Value::string(&graph.url))];
            let directives = vec![DirectiveUse::made("join__graph", None, arguments)];
            let value = EnumValueDef {
                name: graph.value.clone(),
                description: None,
                directives,
                span,
            };
            (graph.value.clone(), value)
        })
        .collect::<IndexMap<_, _>>();
    definition
}

/// Definitions of join v0.`join_minor`, link v1.0 and the composed specifications.
fn definitions(links: &[SpecificationLink], join_minor: u32) -> String {
    let label = if join_minor >= 4 { ", overrideLabel: String" } else { "" };
    let context = if join_minor >= 5 {
        ", contextArguments: [join__ContextArgument!]"
    } else {
        ""
    };
    let mut text = format!(
        r#"
directive @link(url: String, as: String, for: link__Purpose, import: [link__Import]) repeatable on SCHEMA
directive @join__graph(name: String!, url: String!) on ENUM_VALUE
directive @join__type(graph: join__Graph!, key: join__FieldSet, extension: Boolean! = false, resolvable: Boolean! = true, isInterfaceObject: Boolean! = false) repeatable on OBJECT | INTERFACE | UNION | ENUM | INPUT_OBJECT | SCALAR
directive @join__field(graph: join__Graph, requires: join__FieldSet, provides: join__FieldSet, type: String, external: Boolean, override: String, usedOverridden: Boolean{label}{context}) repeatable on FIELD_DEFINITION | INPUT_FIELD_DEFINITION
directive @join__implements(graph: join__Graph!, interface: String!) repeatable on OBJECT | INTERFACE
directive @join__unionMember(graph: join__Graph!, member: String!) repeatable on UNION
directive @join__enumValue(graph: join__Graph!) repeatable on ENUM_VALUE
scalar join__FieldSet
scalar link__Import
enum link__Purpose {{
  "`SECURITY` features provide metadata necessary to securely resolve fields."
  SECURITY
  "`EXECUTION` features provide metadata necessary for operation execution."
  EXECUTION
}}
"#
    );
    if join_minor >= 4 {
        text.push_str(
            "directive @join__directive(graphs: [join__Graph!], name: String!, args: join__DirectiveArguments) \
             repeatable on SCHEMA | OBJECT | INTERFACE | FIELD_DEFINITION\nscalar join__DirectiveArguments\n",
        );
    }
    if join_minor >= 5 {
        text.push_str(
            "input join__ContextArgument { name: String! type: String! context: String! selection: join__FieldValue! }\n\
             scalar join__FieldValue\n",
        );
    }
    for link in links {
        let Some(specification) = link.specification() else { continue };
        for known in specification.directives.iter().filter(|known| !known.is_carried()) {
            let mut signature = known.signature(NEWEST_MINOR).to_string();
            for scalar in specification.scalars {
                signature = signature.replace(scalar, &link.type_name(scalar));
            }
            let _ = writeln!(text, "directive @{}{signature}", link.directive_name(known.name()));
        }
        for scalar in specification.scalars {
            let _ = writeln!(text, "scalar {}", link.type_name(scalar));
        }
    }
    text
}
