//! The platform as processes: all in one over SQLite, or distributed over PostgreSQL and Redis.

use std::collections::BTreeMap;
use std::io::Write;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use kit::testing::Folder;
use sea_orm::ConnectionTrait;

use crate::{Client, eventually};

const FIRST_PORT: u16 = 10_000;
const PORTS: u16 = 20_000;

pub const SUBGRAPHS: [&str; 5] = ["users", "events", "bookings", "payments", "notifications"];

/// In how many processes the platform runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    AllInOne,
    Distributed,
}

/// A port of this process's own: outside the range from which the system gives ports to outgoing connections, free,
/// and set aside by a file that names this process, for tests run at once in many processes.
pub fn free_port() -> u16 {
    let folder = std::env::temp_dir().join("marquee-test-ports");
    std::fs::create_dir_all(&folder).expect("the temporary folder can be written");
    loop {
        let port = FIRST_PORT + (uuid::Uuid::new_v4().as_u128() % u128::from(PORTS)) as u16;
        let path = folder.join(port.to_string());
        let owner = std::fs::read_to_string(&path).ok();
        if owner.as_deref().is_some_and(|pid| !Path::new("/proc").join(pid.trim()).exists()) {
            // Its process is gone.
            let _ = std::fs::remove_file(&path);
        }
        let Ok(mut file) = std::fs::OpenOptions::new().write(true).create_new(true).open(&path) else {
            continue;
        };
        file.write_all(std::process::id().to_string().as_bytes())
            .expect("the temporary folder can be written");
        if TcpListener::bind(("127.0.0.1", port)).is_ok() {
            return port;
        }
    }
}

/// The folder `target/debug` this test was built into, where the program lies too.
fn program() -> PathBuf {
    let test = std::env::current_exe().expect("a test knows its own path");
    let folder = test
        .parent()
        .and_then(Path::parent)
        .expect("tests are built into target/PROFILE/deps");
    let program = folder.join("marquee");
    assert!(
        program.is_file(),
        "{} is missing; run `cargo build --bin marquee` first",
        program.display()
    );
    program
}

/// A running platform; everything of it is gone when it is dropped.
pub struct Platform {
    pub form: Form,
    pub url: String,
    variables: BTreeMap<String, String>,
    processes: BTreeMap<String, Child>,
    redis: Option<Child>,
    databases: BTreeMap<String, String>,
    folder: Folder,
}

impl Platform {
    /// Starts the platform and waits until it is ready.
    pub async fn start(form: Form) -> Self {
        Self::start_with(form, &[]).await
    }

    /// The same with more variables.
    pub async fn start_with(form: Form, more: &[(&str, &str)]) -> Self {
        let folder = Folder::new();
        let port = free_port();
        let mut variables: BTreeMap<String, String> = [
            ("MARQUEE_LISTEN", format!("127.0.0.1:{port}")),
            ("MARQUEE_DATA", folder.path().display().to_string()),
            (
                "MARQUEE_LOG_FILTER",
                std::env::var("MARQUEE_LOG_FILTER").unwrap_or_else(|_| "warn".to_owned()),
            ),
            ("MARQUEE_WEB", concat!(env!("CARGO_MANIFEST_DIR"), "/../web/dist").to_owned()),
        ]
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
        variables.extend(more.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        let mut platform = Self {
            form,
            url: format!("http://127.0.0.1:{port}"),
            variables,
            processes: BTreeMap::new(),
            redis: None,
            databases: BTreeMap::new(),
            folder,
        };
        match form {
            Form::AllInOne => {
                for name in SUBGRAPHS {
                    platform
                        .databases
                        .insert(name.to_owned(), format!("sqlite://{}/{name}.db", platform.folder.path().display()));
                }
                platform.spawn("all");
            }
            Form::Distributed => platform.start_distributed().await,
        }
        platform.await_ready().await;
        platform
    }

    async fn start_distributed(&mut self) {
        let postgres = std::env::var(kit::testing::POSTGRES_VARIABLE).unwrap_or_else(|_| {
            panic!(
                "the distributed form needs {}; script/test sets it",
                kit::testing::POSTGRES_VARIABLE
            )
        });
        let (base, _) = postgres.rsplit_once('/').expect("the URL names a database");
        let admin = sea_orm::Database::connect(&postgres).await.expect("PostgreSQL answers");
        let run = uuid::Uuid::new_v4().simple().to_string();
        for name in SUBGRAPHS {
            let database = format!("{name}_{run}");
            admin
                .execute_unprepared(&format!("CREATE DATABASE {database}"))
                .await
                .expect("a database can be made");
            let upper = name.to_ascii_uppercase();
            let url = format!("{base}/{database}");
            let port = free_port();
            self.databases.insert(name.to_owned(), url.clone());
            self.variables.insert(format!("{upper}_DATABASE_URL"), url);
            self.variables.insert(format!("{upper}_URL"), format!("http://127.0.0.1:{port}"));
            self.variables.insert(format!("{upper}_LISTEN"), format!("127.0.0.1:{port}"));
        }
        let port = free_port();
        self.variables
            .insert("MARQUEE_REDIS_URL".to_owned(), format!("redis://127.0.0.1:{port}"));
        self.redis = Some(self.spawn_redis(port));
        let redis_url = self.variables["MARQUEE_REDIS_URL"].clone();
        eventually("Redis", || {
            let address = redis_url.trim_start_matches("redis://").to_owned();
            async move { tokio::net::TcpStream::connect(address).await.ok() }
        })
        .await;
        self.run(&["keys"]);
        self.run(&["migrate"]);
        for name in SUBGRAPHS {
            self.spawn(name);
        }
        self.spawn("router");
    }

    fn spawn_redis(&self, port: u16) -> Child {
        Command::new("redis-server")
            .args([
                "--port",
                &port.to_string(),
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--appendonly",
                "no",
            ])
            .stdout(Stdio::null())
            .spawn()
            .expect("redis-server is installed")
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(program());
        command.args(arguments).envs(&self.variables).stdin(Stdio::null());
        command
    }

    /// Runs a command of the program to its end.
    fn run(&self, arguments: &[&str]) {
        let status = self.command(arguments).status().expect("the program runs");
        assert!(status.success(), "marquee {arguments:?} ended with {status}");
    }

    /// Starts a role: a subgraph's name, "router" or "all".
    pub fn spawn(&mut self, role: &str) {
        let arguments: &[&str] = match role {
            "all" => &[],
            "router" => &["router"],
            subgraph => &["subgraph", subgraph],
        };
        let child = self.command(arguments).spawn().expect("the program starts");
        self.processes.insert(role.to_owned(), child);
    }

    /// Kills a role as a power cut would.
    pub fn kill(&mut self, role: &str) {
        let mut child = self.processes.remove(role).unwrap_or_else(|| panic!("{role} is running"));
        child.kill().expect("a child can be killed");
        child.wait().expect("a killed child ends");
    }

    /// How much memory a role has in use, where the system tells.
    pub fn resident_kb(&self, role: &str) -> Option<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.processes[role].id())).ok()?;
        status
            .lines()
            .find_map(|line| line.strip_prefix("VmRSS:"))?
            .split_whitespace()
            .next()?
            .parse()
            .ok()
    }

    /// The roles that run.
    pub fn roles(&self) -> Vec<String> {
        self.processes.keys().cloned().collect()
    }

    /// Waits until every process says it is ready.
    pub async fn await_ready(&self) {
        let mut urls = vec![format!("{}/ready", self.url)];
        if self.form == Form::Distributed {
            urls.extend(
                SUBGRAPHS
                    .iter()
                    .map(|name| format!("{}/ready", self.variables[&format!("{}_URL", name.to_ascii_uppercase())])),
            );
        }
        for url in urls {
            eventually(&url, || async {
                let reply = Client::plain_get(&url).await;
                reply.filter(|reply| reply.status.is_success())
            })
            .await;
        }
    }

    /// A new visitor.
    pub fn client(&self) -> Client {
        Client::new(&self.url)
    }

    /// A subgraph's own address, where there is one.
    pub fn subgraph_url(&self, name: &str) -> String {
        self.variables[&format!("{}_URL", name.to_ascii_uppercase())].clone()
    }

    /// A second connection to a subgraph's database, to look behind the curtain.
    pub async fn database(&self, name: &str) -> kit::database::Database {
        kit::database::Database::connect(&self.databases[name])
            .await
            .expect("the database opens")
    }

    /// Forgets everything Redis knows, as a flush or a new server would.
    pub async fn flush_redis(&self) {
        let port = self.variables["MARQUEE_REDIS_URL"]
            .rsplit_once(':')
            .expect("the URL names a port")
            .1
            .to_owned();
        let status = tokio::process::Command::new("redis-cli")
            .args(["-p", &port, "flushall"])
            .stdout(Stdio::null())
            .status()
            .await;
        assert!(status.expect("redis-cli is installed").success());
    }

    /// The mails sent to an address, oldest first, as `/dev/outbox` shows them.
    pub async fn mails_to(&self, address: &str) -> Vec<serde_json::Value> {
        let reply = Client::plain_get(&format!("{}/dev/outbox.json", self.url))
            .await
            .expect("the outbox answers");
        let mails: Vec<serde_json::Value> = serde_json::from_slice(&reply.body).expect("the outbox is JSON");
        let mut mails: Vec<_> = mails.into_iter().filter(|mail| mail["to"].as_str() == Some(address)).collect();
        mails.sort_by_key(|mail| mail["at"].as_str().map(str::to_owned));
        mails
    }

    /// Waits for the mail to `address` whose subject or text holds `part`.
    pub async fn mail(&self, address: &str, part: &str) -> serde_json::Value {
        eventually(&format!("a mail to {address} with \"{part}\""), || async {
            let mails = self.mails_to(address).await;
            mails.into_iter().rev().find(|mail| {
                let holds = |field: &str| mail[field].as_str().is_some_and(|text| text.contains(part));
                holds("subject") || holds("text")
            })
        })
        .await
    }
}

impl Drop for Platform {
    fn drop(&mut self) {
        for child in self.processes.values_mut().chain(self.redis.as_mut()) {
            let _ = child.kill();
        }
        for child in self.processes.values_mut().chain(self.redis.as_mut()) {
            let _ = child.wait();
        }
        // Give the operating system a moment to let go of the files before the folder goes.
        std::thread::sleep(Duration::from_millis(1));
    }
}
