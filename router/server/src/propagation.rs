//! Which headers go down to subgraphs and which come up to clients.
//!
//! Owns the choice, made from configuration once. A client can never set what the router itself states: the
//! client's address, the trace, the signature.

use std::net::{IpAddr, SocketAddr};

use http::header::{CACHE_CONTROL, FORWARDED};
use http::{HeaderMap, HeaderName, HeaderValue};
use router_executor::{Response, SubgraphHeaders};
use router_graph::OperationKind;

use crate::config::{Config, ConfigError, HeadersConfig};
use crate::edge::cache_control;
use crate::error::StartError;

/// Headers of one connection, never passed on (RFC 9110, section 7.6.1), and those that describe a body.
const NEVER: [&str; 12] = [
    "connection",
    "content-encoding",
    "content-length",
    "content-type",
    "host",
    "keep-alive",
    "proxy-authenticate",
    "proxy-authorization",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
];
const FORWARDED_FOR: &str = "x-forwarded-for";

pub(crate) struct Propagation {
    down: Vec<HeaderName>,
    up: Vec<HeaderName>,
    client_address: Option<HeaderName>,
    trusted_proxies: Vec<IpAddr>,
}

impl Propagation {
    pub(crate) fn new(config: &Config) -> Result<Self, StartError> {
        let HeadersConfig {
            propagate,
            client_address,
            trusted_proxies,
            respond,
        } = &config.headers;
        let parse = |key: &'static str, name: &String| {
            let refused = |reason| ConfigError::Refused { key, reason };
            let header: HeaderName = name.parse().map_err(|_| refused(format!("`{name}` is not a header name")))?;
            if NEVER.contains(&header.as_str()) {
                return Err(refused(format!("`{name}` belongs to one connection and can't be passed on")));
            }
            Ok(header)
        };
        let client_address = client_address
            .as_ref()
            .map(|name| parse("headers.client_address", name))
            .transpose()?;
        let stated_by_router = |name: &HeaderName| {
            Some(name) == client_address.as_ref()
                || name.as_str() == "traceparent"
                || name.as_str() == FORWARDED_FOR
                || *name == FORWARDED
                || config
                    .signing
                    .as_ref()
                    .is_some_and(|signing| signing.header.eq_ignore_ascii_case(name.as_str()))
        };
        let down: Result<Vec<_>, ConfigError> = propagate.iter().map(|name| parse("headers.propagate", name)).collect();
        let up: Result<Vec<_>, ConfigError> = respond.iter().map(|name| parse("headers.respond", name)).collect();
        Ok(Self {
            down: down?.into_iter().filter(|name| !stated_by_router(name)).collect(),
            up: up?,
            trusted_proxies: trusted_proxies.clone(),
            client_address,
        })
    }

    /// The client's own address: the peer's, or behind trusted proxies the last one they did not add.
    pub(crate) fn client_address(&self, peer: SocketAddr, headers: &HeaderMap) -> IpAddr {
        let mut address = peer.ip().to_canonical();
        let listed: Vec<&str> = headers
            .get_all(FORWARDED_FOR)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','))
            .map(str::trim)
            .collect();
        for hop in listed.iter().rev() {
            if !self.trusted_proxies.contains(&address) {
                break;
            }
            let Ok(next) = hop.parse::<IpAddr>() else {
                break;
            };
            address = next.to_canonical();
        }
        address
    }

    /// The headers every subgraph request of this client request carries.
    pub(crate) fn down(&self, client: &HeaderMap, address: IpAddr, traceparent: &HeaderValue) -> HeaderMap {
        let mut headers = HeaderMap::with_capacity(self.down.len() + 2);
        for name in &self.down {
            for value in client.get_all(name) {
                headers.append(name.clone(), value.clone());
            }
        }
        headers.insert("traceparent", traceparent.clone());
        if let Some(name) = &self.client_address {
            let value = address.to_string().parse().expect("an address is header text");
            headers.insert(name.clone(), value);
        }
        headers
    }

    /// The client's headers that go down.
    pub(crate) fn passed_down(&self) -> impl Iterator<Item = &HeaderName> {
        self.down.iter()
    }

    /// The headers of subgraphs' replies that go up to the client. Of what mutations do they are all told, one after another; a
    /// query tells nothing but, where that goes up at all, how long its answer may be kept. A caller's own answer is for nobody else.
    pub(crate) fn up(&self, response: &Response, is_authenticated: bool) -> HeaderMap {
        let mut headers = HeaderMap::new();
        let mutates = |reply: &&SubgraphHeaders| reply.kind == OperationKind::Mutation;
        for reply in response.subgraph_headers.iter().filter(mutates) {
            for (name, value) in &reply.headers {
                if *name != CACHE_CONTROL && self.up.contains(name) {
                    headers.append(name, value.clone());
                }
            }
        }
        let replies = &response.subgraph_headers;
        // A reply without any header is not among them.
        let is_whole = response.stats.errors == 0 && replies.len() == response.stats.fetches as usize;
        if self.up.contains(&CACHE_CONTROL) && is_whole && !replies.iter().any(|reply| mutates(&reply)) {
            let parts = replies.iter().map(|reply| &reply.headers);
            headers.insert(CACHE_CONTROL, cache_control::most_restrictive(parts, is_authenticated));
        }
        headers
    }
}

#[cfg(test)]
mod tests {
    use http::header::{SERVER, SET_COOKIE};
    use router_executor::Stats;

    use super::*;

    fn propagation(propagate: &[&str]) -> Result<Propagation, StartError> {
        let mut config = Config::default();
        config.headers.propagate = propagate.iter().map(|name| (*name).to_owned()).collect();
        config.headers.client_address = Some("x-forwarded-for".into());
        config.headers.trusted_proxies = vec!["10.0.0.1".parse().unwrap(), "10.0.0.2".parse().unwrap()];
        Propagation::new(&config)
    }

    fn forwarded(text: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(FORWARDED_FOR, text.parse().unwrap());
        headers
    }

    #[test]
    fn only_configured_headers_go_down_and_none_of_ours_can_be_forged() {
        let propagation = propagation(&["authorization", "cookie", "x-forwarded-for", "traceparent"]).unwrap();
        let mut client = forwarded("6.6.6.6");
        client.insert("authorization", "Bearer t".parse().unwrap());
        client.insert("x-secret", "1".parse().unwrap());
        client.insert("traceparent", "forged".parse().unwrap());
        let down = propagation.down(&client, "1.2.3.4".parse().unwrap(), &HeaderValue::from_static("trace"));
        assert_eq!(down["authorization"], "Bearer t");
        assert_eq!(down[FORWARDED_FOR], "1.2.3.4");
        assert_eq!(down["traceparent"], "trace");
        assert_eq!(down.len(), 3);
    }

    #[test]
    fn forwarded_addresses_are_believed_of_trusted_proxies_only() {
        let propagation = propagation(&[]).unwrap();
        let from = |peer: &str, list: &str| {
            let peer = SocketAddr::new(peer.parse().unwrap(), 1);
            propagation.client_address(peer, &forwarded(list)).to_string()
        };
        assert_eq!(from("9.9.9.9", "1.1.1.1"), "9.9.9.9");
        assert_eq!(from("10.0.0.1", "6.6.6.6, 1.1.1.1"), "1.1.1.1");
        assert_eq!(from("10.0.0.1", "6.6.6.6, 1.1.1.1, 10.0.0.2"), "1.1.1.1");
        assert_eq!(from("10.0.0.1", "nonsense"), "10.0.0.1");
        assert_eq!(from("::ffff:10.0.0.1", "1.1.1.1"), "1.1.1.1");
    }

    #[test]
    fn mutations_tell_their_headers_one_after_another_and_queries_only_a_lifetime() {
        let mut config = Config::default();
        config.headers.respond = vec!["set-cookie".into(), "cache-control".into()];
        let propagation = Propagation::new(&config).unwrap();
        let reply = |kind, cookie: &str| {
            let headers = [(SET_COOKIE, cookie), (CACHE_CONTROL, "max-age=5"), (SERVER, "s")];
            SubgraphHeaders {
                subgraph: router_graph::SubgraphId(0),
                kind,
                headers: headers.map(|(name, value)| (name, value.parse().unwrap())).into_iter().collect(),
            }
        };
        let response = |fetches, subgraph_headers| Response {
            body: Default::default(),
            executed: true,
            subgraph_headers,
            stats: Stats {
                fetches,
                ..Stats::default()
            },
        };
        let (query, mutation) = (OperationKind::Query, OperationKind::Mutation);
        let up = propagation.up(
            &response(3, vec![reply(mutation, "a=1"), reply(mutation, "b=2"), reply(query, "c=3")]),
            false,
        );
        assert_eq!(up.get_all(SET_COOKIE).iter().collect::<Vec<_>>(), ["a=1", "b=2"]);
        assert_eq!(up.len(), 2);
        let up = propagation.up(&response(1, vec![reply(query, "a=1")]), false);
        assert_eq!((up.len(), &up[CACHE_CONTROL]), (1, &HeaderValue::from_static("max-age=5")));
        // Of two requests one came back without headers.
        assert!(propagation.up(&response(2, vec![reply(query, "a=1")]), false).is_empty());
    }

    #[test]
    fn connection_headers_are_refused() {
        assert!(propagation(&["Content-Length"]).is_err());
        assert!(propagation(&["not a name"]).is_err());
    }
}
