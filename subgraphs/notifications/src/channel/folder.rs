//! Mails written to a folder, one JSON file each, for machines without a mail server.

use std::io::ErrorKind;
use std::path::PathBuf;

use async_trait::async_trait;
use kit::clock::SharedClock;
use serde::{Deserialize, Serialize};

use super::{Channel, Mail, SendFailed};

/// The list shows at most this many, newest first.
const MAX_LISTED: usize = 500;

/// A mail as it lies in the folder and is shown at `/dev/outbox`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredMail {
    pub id: String,
    pub to: String,
    pub subject: String,
    pub text: String,
    pub html: String,
    /// RFC 3339.
    pub at: String,
}

/// The folder. Clones share it.
#[derive(Clone)]
pub struct Folder {
    path: PathBuf,
    clock: SharedClock,
}

impl Folder {
    /// The folder is made with the first mail.
    pub fn new(path: PathBuf, clock: SharedClock) -> Self {
        Self { path, clock }
    }

    /// The newest mails, newest first. Files that are not mails are passed over.
    pub async fn list(&self) -> std::io::Result<Vec<StoredMail>> {
        let mut names = Vec::new();
        let mut files = match tokio::fs::read_dir(&self.path).await {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            files => files?,
        };
        while let Some(file) = files.next_entry().await? {
            if let Some(id) = file.file_name().to_str().and_then(|name| name.strip_suffix(".json")) {
                names.push(id.to_owned());
            }
        }
        // Ids begin with their time.
        names.sort_unstable_by(|one, other| other.cmp(one));
        names.truncate(MAX_LISTED);
        let mut mails = Vec::with_capacity(names.len());
        for id in names {
            mails.extend(self.find(&id).await?);
        }
        Ok(mails)
    }

    /// One mail.
    pub async fn find(&self, id: &str) -> std::io::Result<Option<StoredMail>> {
        if !kit::id::is_id(id, "dlv") {
            return Ok(None);
        }
        match tokio::fs::read(self.path.join(format!("{id}.json"))).await {
            Ok(text) => Ok(serde_json::from_slice(&text).ok()),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    async fn write(&self, mail: &StoredMail) -> std::io::Result<()> {
        tokio::fs::create_dir_all(&self.path).await?;
        let text = serde_json::to_vec_pretty(mail)?;
        // Whole or not at all: readers see the file after the rename only.
        let partial = self.path.join(format!("{}.partial", mail.id));
        tokio::fs::write(&partial, text).await?;
        tokio::fs::rename(&partial, self.path.join(format!("{}.json", mail.id))).await
    }
}

#[async_trait]
impl Channel for Folder {
    async fn send(&self, id: &str, mail: &Mail) -> Result<(), SendFailed> {
        let stored = StoredMail {
            id: id.to_owned(),
            to: mail.to_address.clone(),
            subject: mail.subject.clone(),
            text: mail.text.clone(),
            html: mail.html.clone(),
            at: kit::clock::datetime(self.clock.now_ms()).to_rfc3339(),
        };
        self.write(&stored).await.map_err(|error| SendFailed {
            reason: format!("the outbox folder cannot be written: {}", error.kind()),
            is_final: false,
        })
    }
}
