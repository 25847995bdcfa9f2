//! Files that only their owner may read.

use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use crate::error::Error;
use crate::id::Ids;

/// Writes a new file with mode 600, making its folder; refused when the file exists.
pub fn write(path: &Path, content: &[u8]) -> Result<(), Error> {
    let failed = |error: std::io::Error| Error::internal(format!("cannot write {}: {error}", path.display()));
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(failed)?;
    }
    let mut file = std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
        .map_err(failed)?;
    file.write_all(content).map_err(failed)?;
    file.sync_all().map_err(failed)
}

/// The secret in the file at `path` without surrounding white space, made of 32 random bytes when there is none.
pub fn load_or_create(path: &Path, ids: &Ids) -> Result<String, Error> {
    if !path.exists() {
        let secret = crate::trace::hex(&ids.bytes::<32>());
        write(path, secret.as_bytes())?;
    }
    load(path)
}

/// The secret in the file at `path`.
pub fn load(path: &Path) -> Result<String, Error> {
    let text =
        std::fs::read_to_string(path).map_err(|error| Error::internal(format!("cannot read the secret {}: {error}", path.display())))?;
    Ok(text.trim().to_owned())
}
