//! Federation directives that async-graphql cannot print by itself in every place.
//!
//! `requires_scopes` is `@requiresScopes` where the attribute of that name does not exist, on the fields of a
//! subscription: `#[graphql(directive = requires_scopes::apply(vec![vec!["user".into()], vec!["guest".into()]]))]`.

use async_graphql::TypeDirective;

// `kit::graphql::sdl` leaves the definition out, which comes with the federation link; a doc comment here would stay
// behind as a description of nothing.
#[TypeDirective(name = "requiresScopes", location = "FieldDefinition")]
pub fn requires_scopes(scopes: Vec<Vec<String>>) {}
