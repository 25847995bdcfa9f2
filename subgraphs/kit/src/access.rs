//! What a viewer may do to a resource: permissions by name, from a projection of grants in the subgraph's own
//! database, filled by messages and, on a miss, from the source.

use std::sync::Arc;

use futures_util::future::BoxFuture;
use sea_orm::{ConnectionTrait, Statement};

use crate::database::{Database, StoreError};
use crate::error::Error;
use crate::viewer::Viewer;

/// The permissions of a subject on a resource; an empty list is a known "none".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    pub permissions: Vec<String>,
    pub version: i64,
}

/// Where grants come from when the projection has not heard of them.
pub trait GrantSource: Send + Sync {
    fn load<'a>(&'a self, subject_id: &'a str, resource_id: &'a str) -> BoxFuture<'a, Result<Grant, Error>>;
}

/// Answers what viewers may do.
pub struct AccessControl {
    database: Database,
    source: Arc<dyn GrantSource>,
}

impl AccessControl {
    pub fn new(database: Database, source: Arc<dyn GrantSource>) -> Self {
        Self { database, source }
    }

    /// Whether the viewer has `permission` on the resource. Nobody has any without being signed in.
    pub async fn allows(&self, viewer: &Viewer, resource_id: &str, permission: &str) -> Result<bool, Error> {
        let Some(subject_id) = viewer.user_id() else { return Ok(false) };
        Ok(self
            .permissions(subject_id, resource_id)
            .await?
            .iter()
            .any(|known| known == permission))
    }

    /// `allows`, or UNAUTHENTICATED for nobody and FORBIDDEN for somebody.
    pub async fn require(&self, viewer: &Viewer, resource_id: &str, permission: &str) -> Result<(), Error> {
        viewer.require_user()?;
        if self.allows(viewer, resource_id, permission).await? {
            Ok(())
        } else {
            Err(Error::forbidden(
                "Your role in this team does not allow this. An owner of the team can change it.",
            ))
        }
    }

    /// All permissions of a subject on a resource.
    pub async fn permissions(&self, subject_id: &str, resource_id: &str) -> Result<Vec<String>, Error> {
        if let Some(grant) = find(&self.database, subject_id, resource_id).await? {
            return Ok(grant.permissions);
        }
        // "Not a member" is not kept: a stranger's guesses fill no table, and who joins is heard by message.
        let grant = self.source.load(subject_id, resource_id).await?;
        if !grant.permissions.is_empty() {
            project(&self.database, subject_id, resource_id, &grant).await?;
        }
        Ok(grant.permissions)
    }
}

async fn find(database: &Database, subject_id: &str, resource_id: &str) -> Result<Option<Grant>, StoreError> {
    let connection = database.reader();
    let statement = Statement::from_sql_and_values(
        connection.get_database_backend(),
        "SELECT permissions, version FROM grant_projection WHERE subject_id = $1 AND resource_id = $2",
        [subject_id.into(), resource_id.into()],
    );
    let Some(row) = connection.query_one_raw(statement).await? else {
        return Ok(None);
    };
    let permissions: String = row.try_get("", "permissions")?;
    Ok(Some(Grant {
        permissions: permissions.split_whitespace().map(str::to_owned).collect(),
        version: row.try_get("", "version")?,
    }))
}

/// Writes a grant unless a newer one is known. Idempotent by its version.
pub async fn project(database: &Database, subject_id: &str, resource_id: &str, grant: &Grant) -> Result<(), StoreError> {
    let connection = database.writer();
    let statement = Statement::from_sql_and_values(
        connection.get_database_backend(),
        "INSERT INTO grant_projection (subject_id, resource_id, permissions, version) VALUES ($1, $2, $3, $4)
         ON CONFLICT (subject_id, resource_id) DO UPDATE SET permissions = excluded.permissions, version = excluded.version
         WHERE grant_projection.version < excluded.version",
        [
            subject_id.into(),
            resource_id.into(),
            grant.permissions.join(" ").into(),
            grant.version.into(),
        ],
    );
    connection.execute_raw(statement).await?;
    Ok(())
}

/// The subjects with `permission` on a resource, as far as the projection has heard.
pub async fn subjects(database: &Database, resource_id: &str, permission: &str) -> Result<Vec<String>, StoreError> {
    let connection = database.reader();
    let statement = Statement::from_sql_and_values(
        connection.get_database_backend(),
        "SELECT subject_id, permissions FROM grant_projection WHERE resource_id = $1 ORDER BY subject_id",
        [resource_id.into()],
    );
    let mut subjects = Vec::new();
    for row in connection.query_all_raw(statement).await? {
        let permissions: String = row.try_get("", "permissions")?;
        if permissions.split_whitespace().any(|known| known == permission) {
            subjects.push(row.try_get("", "subject_id")?);
        }
    }
    Ok(subjects)
}
