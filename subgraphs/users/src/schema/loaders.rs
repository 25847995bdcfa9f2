//! One set per request.

use kit::database::Database;
use kit::loader::Loader;

use crate::store::rows::{account, membership, organizer};
use crate::store::{accounts, organizers};

pub struct Loaders {
    pub accounts: Loader<String, account::Model>,
    pub organizers: Loader<String, organizer::Model>,
    pub organizers_by_slug: Loader<String, organizer::Model>,
    pub memberships_of_accounts: Loader<String, Vec<membership::Model>>,
    pub memberships_of_organizers: Loader<String, Vec<membership::Model>>,
}

impl Loaders {
    pub fn new(database: &Database) -> Self {
        macro_rules! loader {
            ($read:path) => {{
                let database = database.clone();
                Loader::new(move |keys| {
                    let database = database.clone();
                    async move { $read(database.reader(), keys).await }
                })
            }};
        }
        Self {
            accounts: loader!(accounts::find_many),
            organizers: loader!(organizers::find_many),
            organizers_by_slug: loader!(organizers::find_many_by_slug),
            memberships_of_accounts: loader!(organizers::memberships_of_accounts),
            memberships_of_organizers: loader!(organizers::memberships_of_organizers),
        }
    }
}
