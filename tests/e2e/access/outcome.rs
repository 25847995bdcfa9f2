//! What somebody got, in the words of `access.txt`, told from a GraphQL response. Knows nothing of the scene.

use serde_json::Value;

const DENIALS: [&str; 3] = ["UNAUTHORIZED_FIELD_OR_TYPE", "UNAUTHENTICATED", "FORBIDDEN"];

/// What a response gave: a word of `access.txt`, or what came instead.
pub fn of_response(response: &Value) -> String {
    let value = innermost(&response["data"]);
    if let Some(errors) = response["errors"].as_array().filter(|errors| !errors.is_empty()) {
        return match value {
            Value::Null if are_denials(errors) => "denied".to_owned(),
            Value::Null if errors.iter().all(is_absence) => "null".to_owned(),
            _ => response.to_string(),
        };
    }
    match value {
        Value::Null => "null",
        Value::Array(_) => "empty",
        _ => "yes",
    }
    .to_owned()
}

/// The same of a mutation, whose expected errors are in its payload.
pub fn of_mutation(response: &Value) -> String {
    let fields = response["data"].as_object();
    let payload = fields.and_then(|fields| fields.values().next()).unwrap_or(&Value::Null);
    match payload["errors"].as_array() {
        Some(errors) if errors.is_empty() && response.get("errors").is_none() => "yes".to_owned(),
        Some(errors) if !errors.is_empty() && errors.iter().all(|error| error["__typename"] == "NotFoundError") => "refused".to_owned(),
        Some(_) => response.to_string(),
        None => of_response(response),
    }
}

/// The same of a message of a subscription.
pub fn of_message(message: &Value) -> String {
    match message["type"].as_str() {
        Some("next") => of_response(&message["payload"]),
        Some("error") if message["payload"].as_array().is_some_and(|errors| are_denials(errors)) => "denied".to_owned(),
        _ => message.to_string(),
    }
}

fn are_denials(errors: &[Value]) -> bool {
    let is_denial = |error: &Value| DENIALS.iter().any(|code| error["extensions"]["code"] == *code);
    errors.iter().all(is_denial)
}

/// A field that is never null was asked of something that does not exist for the viewer.
fn is_absence(error: &Value) -> bool {
    let message = error["message"].as_str().unwrap_or_default();
    error["extensions"]["code"] == "SUBGRAPH_INVALID_VALUE" && message.starts_with("Cannot return null for non-nullable field")
}

/// What was asked for: down through everything that has one field, and into the first of a list.
fn innermost(value: &Value) -> &Value {
    match value {
        Value::Object(fields) if fields.len() == 1 => innermost(&fields[fields.keys().next().expect("one field")]),
        Value::Array(items) if !items.is_empty() => innermost(&items[0]),
        other => other,
    }
}
