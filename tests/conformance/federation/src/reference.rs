//! Other composers as a process that answers JSON lines. Owns the conversation and its time limit; must not keep their
//! messages, which it never gets.

use crate::document::SubgraphSet;
use crate::outcome::{Outcome, count};
use serde_json::{Value, json};
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

/// How a composer is broken by a text that is no GraphQL document.
pub const SYNTAX: &str = "syntax";

/// A running composer, started anew when it does not answer in time.
pub struct Reference {
    folder: PathBuf,
    limit: Duration,
    running: Option<Running>,
}

struct Running {
    child: Child,
    answers: Receiver<String>,
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself; there is nothing else to do about a process that cannot be ended.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Reference {
    /// The composers whose program and packages are in `folder`.
    pub fn new(folder: &Path, limit: Duration) -> Reference {
        Reference {
            folder: folder.to_path_buf(),
            limit,
            running: None,
        }
    }

    fn running(&mut self) -> io::Result<&mut Running> {
        if self.running.is_none() {
            let mut child = Command::new("node")
                .args(["--stack-size=4000", "compose.mjs"])
                .current_dir(&self.folder)
                .stdin(Stdio::piped())
                .stdout(Stdio::piped())
                .stderr(Stdio::null())
                .spawn()?;
            let output = child.stdout.take().expect("its output is piped");
            let (send, answers) = channel();
            std::thread::spawn(move || {
                for line in BufReader::new(output).lines() {
                    let Ok(line) = line else { return };
                    if send.send(line).is_err() {
                        return;
                    }
                }
            });
            self.running = Some(Running { child, answers });
        }
        Ok(self.running.as_mut().expect("it has just been started"))
    }

    /// What `composer` (`apollo` or `guild`) makes of a set.
    pub fn compose(&mut self, composer: &str, set: &SubgraphSet) -> io::Result<Outcome> {
        let subgraphs: Vec<Value> = set
            .subgraphs
            .iter()
            .map(|subgraph| json!({"name": subgraph.name, "sdl": subgraph.to_string()}))
            .collect();
        let question = json!({"id": 0, "composer": composer, "subgraphs": subgraphs});
        let limit = self.limit;
        let running = self.running()?;
        let input = running.child.stdin.as_mut().expect("its input is piped");
        writeln!(input, "{question}")?;
        input.flush()?;
        let answer = match running.answers.recv_timeout(limit) {
            Ok(answer) => answer,
            Err(reason) => {
                self.running = None;
                let how = match reason {
                    RecvTimeoutError::Timeout => "out of time",
                    RecvTimeoutError::Disconnected => "ended",
                };
                return Ok(Outcome::Broken(how.to_string()));
            }
        };
        let answer: Value = serde_json::from_str(&answer)?;
        let codes = |key: &str| count(answer[key].as_array().into_iter().flatten().filter_map(Value::as_str));
        let text = |key: &str| answer[key].as_str().unwrap_or_default().to_string();
        Ok(if answer["broken"].is_string() {
            Outcome::Broken(text("broken"))
        } else if answer["ok"] == true {
            Outcome::Composed {
                supergraph: text("supergraph"),
                api: text("api"),
                hints: codes("hints"),
            }
        } else {
            Outcome::Refused(codes("codes"))
        })
    }
}
