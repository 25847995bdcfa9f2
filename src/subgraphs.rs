//! The subgraphs there are: the one list of their names, ports, schemas, services, migrations and plain routes.

use futures_util::future::BoxFuture;
use kit::{Deps, Service};
use migrations::MigratorTrait;

/// A connection as migrations take it.
type Migrate = for<'a> fn(&'a kit::database::Database) -> BoxFuture<'a, Result<(), String>>;

/// One subgraph as the program knows it.
pub struct Subgraph {
    pub name: &'static str,
    /// The port of its process on one machine.
    pub port: u16,
    pub sdl: fn() -> String,
    pub service: fn(Deps) -> kit::Result<Service>,
    pub migrate: Migrate,
    /// The issuer of tokens it signs, if it does: it then needs a key.
    pub signs: bool,
    /// Path prefixes of its plain routes, which the router forwards.
    pub routes: &'static [&'static str],
}

impl Subgraph {
    /// The name of one of its variables: `USERS_` and `what`.
    pub fn variable(&self, what: &str) -> String {
        format!("{}_{what}", self.name.to_ascii_uppercase())
    }
}

macro_rules! migrate {
    ($migrator:ty) => {
        |database| Box::pin(async move { <$migrator>::up(database.writer(), None).await.map_err(|error| error.to_string()) })
    };
}

/// All of them, by name.
pub const ALL: [Subgraph; 5] = [
    Subgraph {
        name: "bookings",
        port: 4103,
        sdl: bookings::sdl,
        service: bookings::service,
        migrate: migrate!(migrations::bookings::Migrator),
        signs: true,
        routes: &[],
    },
    Subgraph {
        name: "events",
        port: 4102,
        sdl: events::sdl,
        service: events::service,
        migrate: migrate!(migrations::events::Migrator),
        signs: false,
        routes: &["/ics"],
    },
    Subgraph {
        name: "notifications",
        port: 4105,
        sdl: notifications::sdl,
        service: notifications::service,
        migrate: migrate!(migrations::notifications::Migrator),
        signs: false,
        routes: &["/dev/outbox", "/dev/outbox.json"],
    },
    Subgraph {
        name: "payments",
        port: 4104,
        sdl: payments::sdl,
        service: payments::service,
        migrate: migrate!(migrations::payments::Migrator),
        signs: false,
        routes: &["/sandbox", "/webhooks"],
    },
    Subgraph {
        name: "users",
        port: 4101,
        sdl: users::sdl,
        service: users::service,
        migrate: migrate!(migrations::users::Migrator),
        signs: true,
        routes: &["/.well-known"],
    },
];

/// The subgraph with this name, or a sentence with the names there are.
pub fn find(name: &str) -> Result<&'static Subgraph, String> {
    static SUBGRAPHS: [Subgraph; 5] = ALL;
    SUBGRAPHS.iter().find(|subgraph| subgraph.name == name).ok_or_else(|| {
        let names: Vec<_> = SUBGRAPHS.iter().map(|subgraph| subgraph.name).collect();
        format!("there is no subgraph \"{name}\"; there are {}", names.join(", "))
    })
}
