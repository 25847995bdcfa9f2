//! Subgraphs behind the executor's transport, in process. Owns requests as they come, faults, and the record of violations; must
//! not know the operation they serve.

use super::merged::World;
use super::strict::Visit;
use super::tree::Step;
use crate::request::{Request, read_request};
use futures_util::StreamExt;
use futures_util::stream::{self, BoxStream};
use router_executor::{FetchFailure, Reply, RequestContext, SubgraphRequest, Transport};
use router_graph::{Document, Limits, SubgraphId, Supergraph};
use serde_json::{Map, Value as Json, json};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

/// What goes wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Fault {
    /// Nothing.
    #[default]
    None,
    /// These fields (type, name) fail wherever they are asked.
    Fields(BTreeSet<(String, String)>),
    /// The subgraph cannot be reached.
    Down(String),
    /// The subgraph answers `{"data":null}` with an error.
    Nothing(String),
    /// The subgraph's lists of entities lack the last.
    Short(String),
    /// The subgraph finds no entity with an even number.
    Unknown(String),
}

impl Fault {
    pub(super) fn fails(&self, coordinate: &(String, String)) -> bool {
        matches!(self, Fault::Fields(fields) if fields.contains(coordinate))
    }

    pub(super) fn is_short(&self, service: &str) -> bool {
        matches!(self, Fault::Short(name) if name == service)
    }

    pub(super) fn is_null_entity(&self, service: &str, number: u64) -> bool {
        matches!(self, Fault::Unknown(name) if name == service) && number.is_multiple_of(2)
    }
}

type Read = Arc<Result<Request, String>>;

/// Serves every subgraph of a world.
#[derive(Debug)]
pub struct Simulator {
    world: Arc<World>,
    /// By subgraph number.
    order: Vec<usize>,
    labels: BTreeSet<Box<str>>,
    fault: Fault,
    events: u64,
    known: Mutex<BTreeMap<(usize, String), Read>>,
    record: Mutex<Record>,
}

/// What was asked.
#[derive(Clone, Debug, Default)]
pub struct Record {
    /// What should not have been.
    pub violations: Vec<String>,
    /// Root fields of mutations in the order in which they were resolved.
    pub mutations: Vec<String>,
    /// Subgraphs called, with the text.
    pub calls: Vec<(String, String)>,
}

impl Simulator {
    /// Serves a world to a router that has this supergraph. A subscription has so many events.
    pub fn new(
        world: Arc<World>,
        supergraph: &Supergraph,
        labels: BTreeSet<Box<str>>,
        fault: Fault,
        events: u64,
    ) -> Result<Simulator, String> {
        let find = |name: &str| world.services.iter().position(|service| service.name == name);
        let order = supergraph.subgraphs.iter().map(|subgraph| find(&subgraph.name));
        let order = order.collect::<Option<Vec<_>>>().ok_or("the supergraph has other subgraphs")?;
        Ok(Simulator {
            world,
            order,
            labels,
            fault,
            events,
            known: Mutex::default(),
            record: Mutex::default(),
        })
    }

    /// What was asked so far.
    pub fn record(&self) -> Record {
        self.record.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Reads and validates a text, once.
    fn read(&self, service: usize, text: &str) -> Read {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let read = known.entry((service, text.to_string())).or_insert_with(|| {
            let limits = Limits {
                aliases: usize::MAX,
                tokens: usize::MAX,
                ..Limits::default()
            };
            let validator = &self.world.services[service].validator;
            Arc::new(match Document::parse(validator, text, &limits) {
                Err(errors) => Err(format!("{errors:?}")),
                Ok(_) => read_request(text).ok_or_else(|| "the simulator cannot read it".to_string()),
            })
        });
        Arc::clone(read)
    }

    fn answer(&self, subgraph: SubgraphId, request: &SubgraphRequest, number: u64) -> Reply {
        let at = self.order[subgraph.index()];
        let service = &self.world.services[at];
        let mut record = self.record.lock().unwrap_or_else(PoisonError::into_inner);
        let Ok(body) = serde_json::from_slice::<Json>(&request.body) else {
            record.violations.push(format!("{}: the request is no JSON", service.name));
            return Reply::failed(FetchFailure::Timeout);
        };
        let text = body["query"].as_str().unwrap_or_default();
        record.calls.push((service.name.clone(), text.to_string()));
        match &self.fault {
            Fault::Down(name) if *name == service.name => return Reply::failed(FetchFailure::Unreachable("as asked".to_string())),
            Fault::Nothing(name) if *name == service.name => {
                return Reply::from_body(r#"{"data":null,"errors":[{"message":"nothing"}]}"#);
            }
            _ => {}
        }
        let read = self.read(at, text);
        let request = match &*read {
            Ok(request) => request,
            Err(why) => {
                record
                    .violations
                    .push(format!("{}: invalid for its own schema: {why}\n{text}", service.name));
                return Reply::from_body(r#"{"errors":[{"message":"invalid"}]}"#);
            }
        };
        let mut variables: Map<String, Json> = body["variables"].as_object().cloned().unwrap_or_default();
        for name in variables.keys() {
            if !request.variables.iter().any(|variable| variable.name == *name) {
                record
                    .violations
                    .push(format!("{}: ${name} is sent but not declared\n{text}", service.name));
            }
        }
        for variable in &request.variables {
            let default = variable.default.as_ref().and_then(router_graph::Value::to_json);
            match (variables.get(&variable.name), default) {
                (None, Some(default)) => drop(variables.insert(variable.name.clone(), default)),
                (None | Some(Json::Null), _) if variable.ty.ends_with('!') => {
                    record
                        .violations
                        .push(format!("{}: ${} is missing\n{text}", service.name, variable.name));
                }
                _ => {}
            }
        }
        let mut visit = Visit {
            world: &self.world,
            service,
            labels: &self.labels,
            request,
            variables: &variables,
            fault: &self.fault,
            violations: Vec::new(),
            errors: Vec::new(),
            resolved: Vec::new(),
        };
        let data = visit.answer(number);
        let violations = visit.violations.into_iter().map(|violation| format!("{violation}\n{text}"));
        record.violations.extend(violations);
        if request.keyword == "mutation" {
            record.mutations.extend(visit.resolved);
        }
        if visit.errors.is_empty() {
            return Reply::from_body(format!("{{\"data\":{data}}}"));
        }
        let errors = visit.errors.iter().map(|(path, message)| {
            let path = path.iter().map(|step| match step {
                Step::Key(key) => json!(key),
                Step::Index(index) => json!(index),
            });
            json!({"message": message, "path": path.collect::<Vec<_>>()})
        });
        Reply::from_body(format!("{{\"data\":{data},\"errors\":{}}}", json!(errors.collect::<Vec<_>>())))
    }
}

impl Transport for Simulator {
    fn call(&self, subgraph: SubgraphId, request: SubgraphRequest, _: &RequestContext) -> impl Future<Output = Reply> + Send {
        std::future::ready(self.answer(subgraph, &request, 0))
    }

    fn subscribe(&self, subgraph: SubgraphId, request: SubgraphRequest, _: &RequestContext) -> BoxStream<'static, Reply> {
        let replies: Vec<Reply> = (0..self.events).map(|number| self.answer(subgraph, &request, number)).collect();
        stream::iter(replies).boxed()
    }
}

impl Fault {
    /// As cases keep it.
    pub fn to_json(&self) -> Json {
        match self {
            Fault::None => Json::Null,
            Fault::Fields(fields) => {
                let fields: Vec<String> = fields.iter().map(|(ty, field)| format!("{ty}.{field}")).collect();
                json!({"fields": fields})
            }
            Fault::Down(name) => json!({"down": name}),
            Fault::Nothing(name) => json!({"nothing": name}),
            Fault::Short(name) => json!({"short": name}),
            Fault::Unknown(name) => json!({"unknown": name}),
        }
    }

    /// Reads what a case keeps.
    pub fn from_json(kept: &Json) -> Fault {
        let name = |kind: &str| kept[kind].as_str().map(str::to_string);
        if let Some(fields) = kept["fields"].as_array() {
            let fields = fields.iter().filter_map(|field| field.as_str()?.split_once('.'));
            return Fault::Fields(fields.map(|(ty, field)| (ty.to_string(), field.to_string())).collect());
        }
        let down = name("down").map(Fault::Down);
        let other = || name("nothing").map(Fault::Nothing).or_else(|| name("short").map(Fault::Short));
        down.or_else(other)
            .or_else(|| name("unknown").map(Fault::Unknown))
            .unwrap_or_default()
    }
}
