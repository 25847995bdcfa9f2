//! Reading a supergraph, its API schema, operations in normal form, limits and authorisation.

use router_graph::{Diagnostic, Document, Limits, Operation, SelectionKind, SelectionSet, Supergraph, authorise};

const SDL: &str = include_str!("library.graphql");

fn supergraph() -> Supergraph {
    Supergraph::parse(SDL).unwrap_or_else(|errors| panic!("{errors:?}"))
}

fn operation(supergraph: &Supergraph, text: &str) -> Operation {
    let limits = Limits::default();
    let document = Document::parse(&supergraph.api, text, &limits).unwrap_or_else(|errors| panic!("{errors:?}"));
    document
        .operation(supergraph, None, &limits)
        .unwrap_or_else(|errors| panic!("{errors:?}"))
}

fn show(supergraph: &Supergraph, set: &SelectionSet) -> String {
    let parts: Vec<String> = set
        .fields
        .iter()
        .map(|field| {
            let types = field.types.as_ref().map_or(String::new(), |types| {
                let names: Vec<&str> = types.iter().map(|ty| &*supergraph.type_definition(*ty).name).collect();
                format!("<{}>", names.join(","))
            });
            let condition = if field.condition.is_always() {
                String::new()
            } else {
                format!("[{}]", field.condition)
            };
            let denied = if field.denied { "!" } else { "" };
            let below = if field.selections.fields.is_empty() {
                String::new()
            } else {
                format!("{{{}}}", show(supergraph, &field.selections))
            };
            format!("{}{types}{condition}{denied}{below}", field.key)
        })
        .collect();
    parts.join(" ")
}

fn codes(result: Result<impl Sized, Vec<Diagnostic>>) -> Vec<&'static str> {
    let mut codes: Vec<&'static str> = result.err().unwrap_or_default().into_iter().map(|error| error.code).collect();
    codes.dedup();
    codes
}

#[test]
fn the_api_schema_hides_machinery_and_what_is_inaccessible() {
    let sdl = supergraph().api.sdl();
    for hidden in ["join__", "link__", "@tag", "secret", "Hidden", "requiresScopes"] {
        assert!(!sdl.contains(hidden), "{hidden} is in\n{sdl}");
    }
    assert!(sdl.contains("@deprecated"));
}

#[test]
fn fields_merge_by_key_and_runtime_type() {
    let supergraph = supergraph();
    let text = "{ items { id ... on Book { id title } ... on Disc { length } } }";
    assert_eq!(
        show(&supergraph, &operation(&supergraph, text).selection),
        "items{id<Book> id<Disc> title<Book> length<Disc>}"
    );
}

#[test]
fn conditions_are_folded_and_combined() {
    let supergraph = supergraph();
    let text = "query($a: Boolean!) { items @include(if: $a) { id } items @skip(if: $a) { price } x: items @skip(if: true) { id } y: items { id @include(if: false) } }";
    assert_eq!(
        show(&supergraph, &operation(&supergraph, text).selection),
        "items{id[$a] price[!$a]} y"
    );
}

#[test]
fn introspection_is_answered_from_the_api_schema() {
    let supergraph = supergraph();
    let text = "{ __schema { queryType { name } } t: __type(name: \"Hidden\") { name } }";
    let document = Document::parse(&supergraph.api, text, &Limits::default()).expect("a valid document");
    let answer = document
        .introspect(&supergraph.api, None, &serde_json::json!({}))
        .expect("an answer");
    assert_eq!(
        serde_json::Value::Object(answer).to_string(),
        r#"{"__schema":{"queryType":{"name":"Query"}},"t":null}"#
    );
    let operation = document.operation(&supergraph, None, &Limits::default()).expect("within limits");
    assert!(
        operation
            .selection
            .fields
            .iter()
            .all(|field| field.kind == SelectionKind::Introspection)
    );
}

#[test]
fn errors_have_codes_and_locations() {
    let supergraph = supergraph();
    let limits = Limits::default();
    assert_eq!(
        codes(Document::parse(&supergraph.api, "{ items {", &limits)),
        vec![Diagnostic::PARSE_FAILED]
    );
    let errors = Document::parse(&supergraph.api, "{\n  nothing\n}", &limits).expect_err("an unknown field");
    assert_eq!((errors[0].code, errors[0].locations[0].line), (Diagnostic::VALIDATION_FAILED, 2));
    let document = Document::parse(&supergraph.api, "query A { items { id } } query B { items { id } }", &limits).expect("valid");
    assert_eq!(
        codes(document.operation(&supergraph, None, &limits)),
        vec![Diagnostic::OPERATION_NOT_FOUND]
    );
    assert_eq!(
        codes(document.operation(&supergraph, Some("C"), &limits)),
        vec![Diagnostic::OPERATION_NOT_FOUND]
    );
}

#[test]
fn limits_are_counted_before_expansion() {
    let supergraph = supergraph();
    let limits = Limits::default();
    let refused = |text: &str, limits: &Limits| match Document::parse(&supergraph.api, text, limits) {
        Ok(document) => codes(document.operation(&supergraph, None, limits)),
        Err(errors) => errors.into_iter().map(|error| error.code).collect(),
    };
    // 2^30 selections out of thirty short fragments.
    let mut bomb = String::from("{ items { ...F0 } }");
    for level in 0..30 {
        bomb.push_str(&format!(" fragment F{level} on Item {{ ...F{} ...F{} }}", level + 1, level + 1));
    }
    bomb.push_str(" fragment F30 on Item { id }");
    assert_eq!(refused(&bomb, &limits), vec![Diagnostic::TOO_LARGE]);
    let aliases: String = (0..201).map(|index| format!("a{index}: id ")).collect();
    assert_eq!(
        refused(&format!("{{ items {{ {aliases} }} }}"), &limits),
        vec![Diagnostic::TOO_MANY_ALIASES]
    );
    let operations: String = (0..11).map(|index| format!("query Q{index} {{ items {{ id }} }} ")).collect();
    assert_eq!(refused(&operations, &limits), vec![Diagnostic::TOO_MANY_OPERATIONS]);
    assert_eq!(
        refused(
            "{ items { id } }",
            &Limits {
                tokens: 3,
                ..limits.clone()
            }
        ),
        vec![Diagnostic::TOO_MANY_TOKENS]
    );
    assert_eq!(
        refused(
            "{ items { id } }",
            &Limits {
                depth: 1,
                ..limits.clone()
            }
        ),
        vec![Diagnostic::TOO_DEEP]
    );
}

#[test]
fn what_may_not_be_seen_is_denied_per_type() {
    let supergraph = supergraph();
    let text = "{ items { id price ... on Book { loans } } audit { entry } }";
    let (whole, denied) = authorise(&supergraph, operation(&supergraph, text), &["loan:read", "audit:read"], true);
    assert!(denied.is_empty());
    assert_eq!(show(&supergraph, &whole.selection), "items{id price loans<Book>} audit{entry}");
    let (part, denied) = authorise(&supergraph, operation(&supergraph, text), &[], false);
    assert_eq!(
        show(&supergraph, &part.selection),
        "items{id price<Disc>! price<Book> loans<Book>!} audit!"
    );
    let paths: Vec<String> = denied
        .iter()
        .map(|denied| format!("{}={}", denied.path.join("."), denied.coordinate))
        .collect();
    assert_eq!(paths, vec!["audit=Query.audit", "items.loans=Book.loans", "items.price=Item.price"]);
}

#[test]
fn broken_supergraphs_are_refused_with_reasons() {
    assert_eq!(
        codes(Supergraph::parse("type Query { a: Int }")),
        vec![Diagnostic::INVALID_SUPERGRAPH]
    );
    assert_eq!(codes(Supergraph::parse("type Query {")), vec![Diagnostic::PARSE_FAILED]);
    let unknown_key = SDL.replace("graph: SHOP, key: \"id\"", "graph: SHOP, key: \"nothing\"");
    assert!(codes(Supergraph::parse(&unknown_key)).contains(&Diagnostic::INVALID_SUPERGRAPH));
}
