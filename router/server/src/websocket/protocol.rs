//! The messages of `graphql-transport-ws`, both directions, and its close codes.
//!
//! Owns the text form. Payloads of operations and results stay raw JSON. Must not know sockets.

use serde::Deserialize;
use serde_json::value::RawValue;

/// The name in `Sec-WebSocket-Protocol`.
pub(crate) const SUBPROTOCOL: &str = "graphql-transport-ws";

/// Why a connection is closed, by the protocol's own numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Close {
    pub(crate) code: u16,
    pub(crate) reason: String,
}

impl Close {
    pub(crate) fn going_away() -> Self {
        Self::new(1001, "The server is stopping; connect again.")
    }

    pub(crate) fn invalid(reason: impl Into<String>) -> Self {
        Self::new(4400, reason)
    }

    pub(crate) fn unauthorised(reason: impl Into<String>) -> Self {
        Self::new(4401, reason)
    }

    pub(crate) fn forbidden(reason: impl Into<String>) -> Self {
        Self::new(4403, reason)
    }

    pub(crate) fn try_again_later(reason: impl Into<String>) -> Self {
        Self::new(1013, reason)
    }

    pub(crate) fn token_expired() -> Self {
        Self::new(4403, "The access token has expired; refresh it and connect again.")
    }

    pub(crate) fn wrong_subprotocol() -> Self {
        Self::new(4406, format!("Subprotocol not acceptable; use {SUBPROTOCOL}"))
    }

    pub(crate) fn init_timeout() -> Self {
        Self::new(4408, "Connection initialisation timeout")
    }

    pub(crate) fn duplicate(id: &str) -> Self {
        Self::new(4409, format!("Subscriber for {id} already exists"))
    }

    pub(crate) fn second_init() -> Self {
        Self::new(4429, "Too many initialisation requests")
    }

    fn new(code: u16, reason: impl Into<String>) -> Self {
        let mut reason = reason.into();
        // A close frame has room for 123 bytes (RFC 6455, section 5.5).
        let mut end = reason.len().min(123);
        while !reason.is_char_boundary(end) {
            end -= 1;
        }
        reason.truncate(end);
        Self { code, reason }
    }
}

/// What a client sends.
#[derive(Debug)]
pub(crate) enum ClientMessage<'a> {
    ConnectionInit { payload: Option<&'a RawValue> },
    Ping { payload: Option<&'a RawValue> },
    Pong,
    Subscribe { id: String, payload: &'a RawValue },
    Complete { id: String },
}

/// What a server sends.
#[derive(Debug)]
pub(crate) enum ServerMessage<'a> {
    ConnectionAck,
    Ping { payload: Option<&'a RawValue> },
    Pong,
    Next { id: String, payload: &'a RawValue },
    Error { id: String, payload: &'a RawValue },
    Complete { id: String },
}

#[derive(Deserialize)]
struct Frame<'a> {
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    id: Option<String>,
    #[serde(borrow, default)]
    payload: Option<&'a RawValue>,
}

impl Frame<'_> {
    fn id(&mut self) -> Result<String, String> {
        match self.id.take() {
            Some(id) if !id.is_empty() => Ok(id),
            _ => Err(format!("Message '{}' needs a non-empty id", self.kind)),
        }
    }
}

fn object<'a>(frame: &Frame<'a>) -> Result<Option<&'a RawValue>, String> {
    match frame.payload {
        None => Ok(None),
        Some(raw) if raw.get() == "null" => Ok(None),
        Some(raw) if raw.get().starts_with('{') => Ok(Some(raw)),
        Some(_) => Err(format!("The payload of '{}' must be an object", frame.kind)),
    }
}

fn read(text: &str) -> Result<Frame<'_>, String> {
    if !text.trim_start().starts_with('{') {
        return Err("A message must be a JSON object".into());
    }
    serde_json::from_str(text).map_err(|_| "Invalid message received".to_owned())
}

impl<'a> ClientMessage<'a> {
    /// Reads one text frame; the error is the reason to close with 4400.
    pub(crate) fn parse(text: &'a str) -> Result<Self, String> {
        let mut frame = read(text)?;
        let payload = object(&frame)?;
        Ok(match frame.kind.as_str() {
            "connection_init" => Self::ConnectionInit { payload },
            "ping" => Self::Ping { payload },
            "pong" => Self::Pong,
            "subscribe" => Self::Subscribe {
                id: frame.id()?,
                payload: payload.ok_or("Message 'subscribe' needs a payload")?,
            },
            "complete" => Self::Complete { id: frame.id()? },
            _ => return Err("Invalid message type".into()),
        })
    }
}

impl<'a> ServerMessage<'a> {
    /// Reads one text frame of an upstream.
    pub(crate) fn parse(text: &'a str) -> Result<Self, String> {
        let mut frame = read(text)?;
        let raw = frame.payload;
        let needs = |what: &str| format!("Message '{what}' needs a payload");
        Ok(match frame.kind.as_str() {
            "connection_ack" => Self::ConnectionAck,
            "ping" => Self::Ping { payload: raw },
            "pong" => Self::Pong,
            "next" => Self::Next {
                id: frame.id()?,
                payload: raw.ok_or_else(|| needs("next"))?,
            },
            "error" => Self::Error {
                id: frame.id()?,
                payload: raw.ok_or_else(|| needs("error"))?,
            },
            "complete" => Self::Complete { id: frame.id()? },
            _ => return Err("Invalid message type".into()),
        })
    }
}

/// A message without an id.
pub(crate) fn bare(kind: &str, payload: Option<&str>) -> String {
    match payload {
        Some(payload) => format!("{{\"type\":\"{kind}\",\"payload\":{payload}}}"),
        None => format!("{{\"type\":\"{kind}\"}}"),
    }
}

/// A message about one operation.
pub(crate) fn about(kind: &str, id: &str, payload: Option<&str>) -> String {
    let id = serde_json::Value::from(id);
    match payload {
        Some(payload) => format!("{{\"id\":{id},\"type\":\"{kind}\",\"payload\":{payload}}}"),
        None => format!("{{\"id\":{id},\"type\":\"{kind}\"}}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn client_messages() {
        assert!(matches!(
            ClientMessage::parse(r#"{"type":"connection_init"}"#),
            Ok(ClientMessage::ConnectionInit { payload: None })
        ));
        let subscribe = r#"{"id":"1","type":"subscribe","payload":{"query":"{a}"}}"#;
        let Ok(ClientMessage::Subscribe { id, payload }) = ClientMessage::parse(subscribe) else {
            panic!("not a subscribe");
        };
        assert_eq!((id.as_str(), payload.get()), ("1", r#"{"query":"{a}"}"#));
        for bad in [
            "",
            "[]",
            "nonsense",
            "{}",
            r#"{"type":1}"#,
            r#"{"type":"start"}"#,
            r#"{"type":"subscribe","payload":{}}"#,
            r#"{"id":"","type":"subscribe","payload":{}}"#,
            r#"{"id":"1","type":"subscribe"}"#,
            r#"{"id":"1","type":"subscribe","payload":[]}"#,
            r#"{"id":1,"type":"complete"}"#,
            r#"{"type":"complete"}"#,
            r#"{"type":"connection_init","payload":"x"}"#,
        ] {
            assert!(ClientMessage::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn written_messages_are_read_back() {
        let text = about("next", "a\"b", Some("{\"data\":null}"));
        let Ok(ServerMessage::Next { id, payload }) = ServerMessage::parse(&text) else {
            panic!("not a next");
        };
        assert_eq!((id.as_str(), payload.get()), ("a\"b", "{\"data\":null}"));
        assert!(matches!(ServerMessage::parse(&bare("pong", None)), Ok(ServerMessage::Pong)));
    }

    #[test]
    fn reasons_fit_a_close_frame() {
        let close = Close::duplicate(&"é".repeat(200));
        assert!(close.reason.len() <= 123);
    }
}
