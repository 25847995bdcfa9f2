//! What is chosen from outside: options of the command line first, then variables, then defaults.

use std::net::{IpAddr, SocketAddr, ToSocketAddrs};
use std::path::PathBuf;

use kit::env::Env;
use kit::telemetry::LogFormat;

use crate::CommandOptions;
use crate::subgraphs::Subgraph;

const DEFAULT_LISTEN: &str = "127.0.0.1:4000";
const DEFAULT_DATA: &str = "data";
const DEFAULT_WEB: &str = "web/dist";
const DEFAULT_LOG_FILTER: &str = "info,sqlx=warn,sea_orm_migration=warn";

/// The chosen settings of this process.
#[derive(Clone, Debug)]
pub struct Settings {
    /// MARQUEE_LISTEN
    pub listen: String,
    /// MARQUEE_DATA
    pub data_dir: PathBuf,
    /// MARQUEE_KEYS: the folder with keys; `data_dir/keys` without it.
    pub keys_dir: PathBuf,
    /// MARQUEE_PUBLIC_URL, without a slash at the end.
    pub public_url: String,
    /// The public URL is on this machine.
    pub development: bool,
    /// MARQUEE_WEB: the folder with the built web client.
    pub web_dir: PathBuf,
    /// MARQUEE_REDIS_URL: bus, live updates and throttles go over this Redis; without it they stay in this process.
    pub redis_url: Option<String>,
    /// MARQUEE_LOG: text or json.
    pub log_format: LogFormat,
    /// MARQUEE_LOG_FILTER, in the syntax of `RUST_LOG`.
    pub log_filter: String,
    /// For the subgraphs, which read their own variables.
    pub env: Env,
}

impl Settings {
    pub fn read(options: CommandOptions, env: Env) -> Result<Self, String> {
        let listen = options
            .listen
            .or_else(|| env.text("MARQUEE_LISTEN"))
            .unwrap_or_else(|| DEFAULT_LISTEN.to_owned());
        let address = parse_address(&listen)?;
        let data_dir = options
            .data
            .or_else(|| env.text("MARQUEE_DATA").map(PathBuf::from))
            .unwrap_or_else(|| PathBuf::from(DEFAULT_DATA));
        let public_url = options
            .public_url
            .or_else(|| env.text("MARQUEE_PUBLIC_URL"))
            .unwrap_or_else(|| format!("http://{}", reachable(address)))
            .trim_end_matches('/')
            .to_owned();
        let development = is_loopback(&public_url)?;
        let env = if options.allow_sandbox {
            env.with("PAYMENTS_ALLOW_SANDBOX", "true")
        } else {
            env
        };
        Ok(Self {
            keys_dir: env.text("MARQUEE_KEYS").map_or_else(|| data_dir.join("keys"), PathBuf::from),
            web_dir: env.text("MARQUEE_WEB").map_or_else(|| PathBuf::from(DEFAULT_WEB), PathBuf::from),
            redis_url: env.text("MARQUEE_REDIS_URL"),
            log_format: env.parse("MARQUEE_LOG", LogFormat::Text).map_err(|error| error.to_string())?,
            log_filter: env.text("MARQUEE_LOG_FILTER").unwrap_or_else(|| DEFAULT_LOG_FILTER.to_owned()),
            listen,
            data_dir,
            public_url,
            development,
            env,
        })
    }

    /// NAME_DATABASE_URL, or a SQLite file in the data folder.
    pub fn database_url(&self, subgraph: &Subgraph) -> String {
        self.env
            .text(&subgraph.variable("DATABASE_URL"))
            .unwrap_or_else(|| format!("sqlite://{}", self.data_dir.join(format!("{}.db", subgraph.name)).display()))
    }

    /// NAME_URL: where a subgraph process answers; its usual port on this machine without it.
    pub fn subgraph_url(&self, subgraph: &Subgraph) -> String {
        self.env
            .text(&subgraph.variable("URL"))
            .map(|url| url.trim_end_matches('/').to_owned())
            .unwrap_or_else(|| format!("http://127.0.0.1:{}", subgraph.port))
    }

    /// Makes the data folder, or says why it cannot be used.
    pub fn prepare_data_dir(&self) -> Result<(), String> {
        let folder = self.data_dir.display();
        let refuse = |error: std::io::Error| {
            format!("cannot write to the folder {folder} ({error}); make it writable or choose another with --data DIR")
        };
        std::fs::create_dir_all(&self.data_dir).map_err(refuse)?;
        let probe = self.data_dir.join(format!(".write-test-{}", std::process::id()));
        std::fs::write(&probe, b"")
            .and_then(|()| std::fs::remove_file(&probe))
            .map_err(refuse)
    }
}

fn parse_address(listen: &str) -> Result<SocketAddr, String> {
    listen
        .to_socket_addrs()
        .ok()
        .and_then(|mut addresses| addresses.next())
        .ok_or_else(|| format!("\"{listen}\" is no address to listen on; write HOST:PORT, such as {DEFAULT_LISTEN}"))
}

/// The address a browser on this machine would use.
fn reachable(address: SocketAddr) -> String {
    let host = match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => "127.0.0.1".to_owned(),
        IpAddr::V6(ip) if ip.is_unspecified() => "[::1]".to_owned(),
        IpAddr::V4(ip) => ip.to_string(),
        IpAddr::V6(ip) => format!("[{ip}]"),
    };
    format!("{host}:{}", address.port())
}

fn is_loopback(url: &str) -> Result<bool, String> {
    let uri: http::Uri = url
        .parse()
        .map_err(|_| format!("\"{url}\" is no public URL; write it as https://tickets.example.org"))?;
    let (Some(_), Some(host)) = (uri.scheme(), uri.host()) else {
        return Err(format!("\"{url}\" is no public URL; write it as https://tickets.example.org"));
    };
    let host = host.trim_matches(['[', ']']);
    Ok(host == "localhost" || host.ends_with(".localhost") || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> Result<Settings, String> {
        Settings::read(CommandOptions::default(), Env::from_pairs(pairs))
    }

    #[test]
    fn the_public_url_decides_what_is_development() {
        let settings = read(&[]).unwrap();
        assert_eq!(
            (settings.public_url.as_str(), settings.development),
            ("http://127.0.0.1:4000", true)
        );
        let settings = read(&[("MARQUEE_LISTEN", "0.0.0.0:80")]).unwrap();
        assert_eq!((settings.public_url.as_str(), settings.development), ("http://127.0.0.1:80", true));
        let settings = read(&[("MARQUEE_PUBLIC_URL", "https://tickets.example.org/")]).unwrap();
        assert_eq!(
            (settings.public_url.as_str(), settings.development),
            ("https://tickets.example.org", false)
        );
    }

    #[test]
    fn nonsense_is_refused_with_what_to_write() {
        for (name, value, hint) in [
            ("MARQUEE_LISTEN", "here", "HOST:PORT"),
            ("MARQUEE_PUBLIC_URL", "tickets", "https://"),
            ("MARQUEE_LOG", "xml", "text or json"),
        ] {
            let error = read(&[(name, value)]).unwrap_err();
            assert!(error.contains(hint), "{error}");
        }
    }
}
