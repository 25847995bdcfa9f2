//! The federation router as Marquee configures it.

use router_server::Config;
use router_server::config::{ForwardConfig, IssuerConfig, SigningConfig, SubgraphConfig, TokenConfig};

use crate::keys;
use crate::settings::Settings;
use crate::subgraphs;

/// What both forms have in common.
pub fn common(settings: &Settings) -> Config {
    let mut config = Config {
        listen: settings.listen.clone(),
        ..Config::default()
    };
    // Strangers may look around only where nothing is real.
    config.introspection = settings.development;
    config.expose_plan = settings.development;
    config.headers.propagate = ["authorization", "marquee-guest", "cookie", "accept-language", "user-agent"]
        .map(String::from)
        .into();
    config.headers.client_address = Some("x-forwarded-for".to_owned());
    config.headers.respond = vec!["set-cookie".to_owned()];
    config.authentication.tokens = vec![
        TokenConfig {
            header: "authorization".to_owned(),
            prefix: "Bearer ".to_owned(),
        },
        TokenConfig {
            header: "marquee-guest".to_owned(),
            prefix: String::new(),
        },
    ];
    config.authentication.issuers = [kit::token::ACCESS_ISSUER, kit::token::GUEST_ISSUER]
        .map(|issuer| IssuerConfig {
            issuer: issuer.to_owned(),
            audience: Some(kit::token::AUDIENCE.to_owned()),
            jwks_file: Some(keys::jwks_file(settings)),
            jwks_url: None,
        })
        .into();
    // The subgraphs' sentences are written for clients, and their internal failures say no cause.
    config.errors.show = subgraphs::ALL.iter().map(|subgraph| subgraph.name.to_owned()).collect();
    config.graphiql.enabled = settings.development;
    config.graphiql.dir = Some(settings.web_dir.join("graphiql"));
    config
}

/// In front of subgraph processes: their addresses, signed requests and forwarded routes.
pub fn distributed(settings: &Settings) -> Config {
    let mut config = common(settings);
    for subgraph in &subgraphs::ALL {
        let url = settings.subgraph_url(subgraph);
        config.forward.extend(subgraph.routes.iter().map(|path| ForwardConfig {
            path: (*path).to_owned(),
            to: url.clone(),
        }));
        config.subgraphs.insert(
            subgraph.name.to_owned(),
            SubgraphConfig {
                url: Some(format!("{url}/graphql")),
                ..SubgraphConfig::default()
            },
        );
    }
    config.signing = Some(SigningConfig {
        header: kit::signature::HEADER.to_owned(),
        caller: keys::ROUTER.to_owned(),
        key_file: keys::caller_file(settings, keys::ROUTER),
    });
    config
}
