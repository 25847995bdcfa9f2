//! `router plan --stdio`: the lines' shapes, and the supergraphs kept between lines.

use std::collections::BTreeSet;
use std::path::Path;
use std::rc::Rc;

use router_graph::Supergraph;
use serde::Serialize;
use serde::de::Error as _;
use serde_json::Value;
use serde_json::value::RawValue;

use super::super::output::{json_line, read};
use super::super::plan::{self, Refusal};
use super::{Answering, Request};

/// Code of a line that is no request.
const BAD_REQUEST: &str = "BAD_REQUEST";
/// Code of a supergraph file that cannot be read.
const UNREADABLE: &str = "SUPERGRAPH_UNREADABLE";

/// Supergraphs kept at most.
const KEPT: usize = 64;
/// Their texts together take at most this much.
const KEPT_BYTES: usize = 64 << 20;

#[derive(Serialize)]
struct Answer<'a> {
    id: Option<&'a RawValue>,
    #[serde(skip_serializing_if = "Option::is_none")]
    plan: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<ErrorJson<'a>>,
}

#[derive(Serialize)]
struct ErrorJson<'a> {
    message: &'a str,
    code: &'a str,
}

/// Plans each line.
#[derive(Default)]
pub struct Plans {
    /// By content; the one used last first.
    supergraphs: Vec<(String, Rc<Result<Supergraph, Refusal>>)>,
}

impl Answering for Plans {
    const KEYS: &'static [&'static str] = &["supergraph", "query", "operationName", "overrides"];

    fn answer(&mut self, request: &Request) -> Result<String, serde_json::Error> {
        let given: Option<String> = request.part("supergraph")?;
        let given = given.ok_or_else(|| serde_json::Error::missing_field("supergraph"))?;
        let query: Option<String> = request.part("query")?;
        let query = query.ok_or_else(|| serde_json::Error::missing_field("query"))?;
        let name: Option<String> = request.part("operationName")?;
        let labels: Option<BTreeSet<Box<str>>> = request.part("overrides")?;
        let id = request.id.as_deref();

        let sdl = match given.contains('{') {
            true => given,
            false => match read(Path::new(&given)) {
                Ok(sdl) => sdl,
                Err(misuse) => return Ok(refusal(id, UNREADABLE, &format!("The supergraph {}.", misuse.0))),
            },
        };
        let supergraph = self.supergraph(sdl);
        let planned = match supergraph.as_ref() {
            Ok(supergraph) => {
                plan::make(supergraph, &query, name.as_deref(), labels.unwrap_or_default()).map(|planned| planned.plan.to_json(supergraph))
            }
            Err(refusal) => Err(refusal.clone()),
        };
        Ok(match planned {
            Ok(plan) => json_line(&Answer {
                id,
                plan: Some(plan),
                error: None,
            }),
            Err(refused) => refusal(id, refused.code(), &refused.message()),
        })
    }

    fn refuse(&self, id: Option<&RawValue>, message: String) -> String {
        refusal(id, BAD_REQUEST, &message)
    }
}

impl Plans {
    /// The supergraph of this text, read once as long as it is kept.
    fn supergraph(&mut self, sdl: String) -> Rc<Result<Supergraph, Refusal>> {
        let kept = match self.supergraphs.iter().position(|(text, _)| *text == sdl) {
            Some(position) => self.supergraphs.remove(position),
            None => {
                let read = Rc::new(plan::read_supergraph(&sdl));
                (sdl, read)
            }
        };
        let found = kept.1.clone();
        self.supergraphs.insert(0, kept);
        let mut bytes = 0;
        let fitting = self.supergraphs.iter().take(KEPT).take_while(|(text, _)| {
            bytes += text.len();
            bytes <= KEPT_BYTES
        });
        let fitting = fitting.count();
        self.supergraphs.truncate(fitting);
        found
    }
}

fn refusal(id: Option<&RawValue>, code: &str, message: &str) -> String {
    json_line(&Answer {
        id,
        plan: None,
        error: Some(ErrorJson { message, code }),
    })
}
