//! What operators see of requests: trace context, metrics, one line each.
//!
//! Owns names of metrics and fields. Nothing here may carry personal data: no variables, no tokens, no addresses.

use std::time::Duration;

use http::{HeaderMap, HeaderValue};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};

/// A place in a trace (W3C Trace Context, section 3.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TraceContext {
    trace_id: u128,
    span_id: u64,
    flags: u8,
}

impl TraceContext {
    /// Continues the caller's trace with a span of our own, or starts one.
    pub(crate) fn continue_or_start(headers: &HeaderMap) -> Self {
        let caller = headers
            .get("traceparent")
            .and_then(|value| value.to_str().ok())
            .and_then(Self::parse);
        let random = uuid::Uuid::new_v4().as_u128();
        let span_id = uuid::Uuid::new_v4().as_u64_pair().1;
        match caller {
            Some(caller) => Self { span_id, ..caller },
            None => Self {
                trace_id: random,
                span_id,
                flags: 1,
            },
        }
    }

    fn parse(text: &str) -> Option<Self> {
        let is_hex =
            |part: &&str, length: usize| part.len() == length && part.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        let mut parts = text.split('-');
        let version = parts.next().filter(|part| is_hex(part, 2) && *part != "ff")?;
        let trace_id = parts.next().filter(|part| is_hex(part, 32))?;
        let span_id = parts.next().filter(|part| is_hex(part, 16))?;
        let flags = parts.next().filter(|part| is_hex(part, 2))?;
        if version == "00" && parts.next().is_some() {
            return None;
        }
        let context = Self {
            trace_id: u128::from_str_radix(trace_id, 16).ok()?,
            span_id: u64::from_str_radix(span_id, 16).ok()?,
            flags: u8::from_str_radix(flags, 16).ok()?,
        };
        (context.trace_id != 0 && context.span_id != 0).then_some(context)
    }

    /// The trace's id in hex.
    pub(crate) fn trace_id(&self) -> String {
        format!("{:032x}", self.trace_id)
    }

    /// The `traceparent` of requests made on behalf of this span.
    pub(crate) fn header_value(&self) -> HeaderValue {
        format!("00-{:032x}-{:016x}-{:02x}", self.trace_id, self.span_id, self.flags)
            .parse()
            .expect("hex is header text")
    }
}

/// Installs the process-wide Prometheus recorder; its handle is given to [`crate::Server::metrics`].
/// Fails when a recorder is already installed.
pub fn install_metrics() -> Result<PrometheusHandle, String> {
    const SECONDS: [f64; 14] = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0];
    PrometheusBuilder::new()
        .set_buckets_for_metric(Matcher::Suffix("_seconds".into()), &SECONDS)
        .map_err(|error| error.to_string())?
        .install_recorder()
        .map_err(|error| error.to_string())
}

/// The facts of one finished request.
#[derive(Debug, Default)]
pub(crate) struct RequestLog {
    pub(crate) client_name: String,
    pub(crate) client_version: String,
    pub(crate) operation_name: String,
    pub(crate) operation_kind: &'static str,
    /// HTTP status, or 0 over WebSocket.
    pub(crate) status: u16,
    /// Number of errors in the answer.
    pub(crate) errors: usize,
    pub(crate) prepare: Duration,
    pub(crate) total: Duration,
    pub(crate) response_bytes: usize,
    pub(crate) transport: &'static str,
}

/// The headers in which clients tell what they are called, the first that is there counting.
pub(crate) const CLIENT_NAME_HEADERS: [&str; 3] = ["apollographql-client-name", "graphql-client-name", "x-graphql-client-name"];
/// The same for their version.
pub(crate) const CLIENT_VERSION_HEADERS: [&str; 3] = ["apollographql-client-version", "graphql-client-version", "x-graphql-client-version"];

/// Longest client-chosen text in a line; a name is for grouping, not for messages.
const NAME_CHARACTERS: usize = 100;

impl RequestLog {
    pub(crate) fn of(transport: &'static str, headers: &HeaderMap) -> Self {
        let text = |names: [&str; 3]| {
            let value = names.iter().find_map(|name| headers.get(*name)?.to_str().ok());
            shorten(value.unwrap_or_default())
        };
        Self {
            transport,
            client_name: text(CLIENT_NAME_HEADERS),
            client_version: text(CLIENT_VERSION_HEADERS),
            ..Self::default()
        }
    }

    /// What the request says of its client, where no header did.
    pub(crate) fn client(&mut self, name: Option<&str>, version: Option<&str>) {
        if self.client_name.is_empty() && self.client_version.is_empty() {
            self.client_name = shorten(name.unwrap_or_default());
            self.client_version = shorten(version.unwrap_or_default());
        }
    }

    pub(crate) fn operation(&mut self, kind: &'static str, name: Option<&str>) {
        self.operation_kind = kind;
        self.operation_name = shorten(name.unwrap_or_default());
    }

    /// Writes the line and counts the request.
    pub(crate) fn write(&self) {
        let kind = if self.operation_kind.is_empty() {
            "none"
        } else {
            self.operation_kind
        };
        let status = self.status.to_string();
        metrics::counter!("router_requests_total", "status" => status, "kind" => kind, "transport" => self.transport).increment(1);
        metrics::histogram!("router_request_seconds", "kind" => kind).record(self.total);
        if self.errors > 0 {
            metrics::counter!("router_request_errors_total", "kind" => kind).increment(self.errors as u64);
        }
        tracing::info!(
            target: "router::request",
            transport = self.transport,
            client_name = %self.client_name,
            client_version = %self.client_version,
            operation_kind = kind,
            operation_name = %self.operation_name,
            status = self.status,
            errors = self.errors,
            prepare_us = self.prepare.as_micros() as u64,
            total_us = self.total.as_micros() as u64,
            response_bytes = self.response_bytes,
            "request"
        );
    }
}

fn shorten(text: &str) -> String {
    text.chars().take(NAME_CHARACTERS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(value: &str) -> TraceContext {
        let mut headers = HeaderMap::new();
        headers.insert("traceparent", value.parse().unwrap());
        TraceContext::continue_or_start(&headers)
    }

    #[test]
    fn a_trace_is_continued_with_a_new_span() {
        let ours = from("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        assert_eq!(ours.trace_id(), "4bf92f3577b34da6a3ce929d0e0e4736");
        assert_ne!(ours.span_id, 0x00f0_67aa_0ba9_02b7);
        let sent = ours.header_value();
        assert_eq!(TraceContext::parse(sent.to_str().unwrap()), Some(ours));
    }

    #[test]
    fn a_malformed_parent_starts_a_new_trace() {
        for bad in [
            "",
            "00-0-0-0",
            "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
            "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-x",
        ] {
            assert_ne!(from(bad).trace_id(), "4bf92f3577b34da6a3ce929d0e0e4736", "{bad}");
            assert!(TraceContext::parse(bad).is_none(), "{bad}");
        }
    }
}
