//! Federation directives that async-graphql cannot print by itself in every place.

use async_graphql::TypeDirective;

/// `@requiresScopes` where the attribute `requires_scopes` does not exist: on the fields of a subscription.
/// `#[graphql(directive = requires_scopes::apply(vec![vec!["user".into()], vec!["guest".into()]]))]`.
/// `kit::graphql::sdl` leaves the directive's own definition out: it comes with the federation link.
#[TypeDirective(name = "requiresScopes", location = "FieldDefinition")]
pub fn requires_scopes(scopes: Vec<Vec<String>>) {}
