//! `router compose --stdio`: the lines' shapes.

use router_composition::{Composed, Diagnostic, SubgraphInput, compose};
use serde::de::Error as _;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::super::output::{DiagnosticJson, json_line, to_json};
use super::{Answering, Request};

#[derive(Deserialize)]
struct SubgraphJson {
    name: String,
    #[serde(default)]
    url: Option<String>,
    sdl: String,
}

#[derive(Serialize)]
struct Answer<'a> {
    id: Option<&'a RawValue>,
    ok: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    supergraph: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    api: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hints: Option<Vec<DiagnosticJson<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    errors: Option<Vec<DiagnosticJson<'a>>>,
}

/// Composes each line.
pub struct Compositions;

impl Answering for Compositions {
    const KEYS: &'static [&'static str] = &["subgraphs"];

    fn answer(&mut self, request: &Request) -> Result<String, serde_json::Error> {
        let subgraphs: Option<Vec<SubgraphJson>> = request.part("subgraphs")?;
        let subgraphs = subgraphs.ok_or_else(|| serde_json::Error::missing_field("subgraphs"))?;
        let inputs = subgraphs.into_iter().map(|subgraph| SubgraphInput {
            name: subgraph.name,
            url: subgraph.url,
            sdl: subgraph.sdl,
        });
        Ok(composition(request.id.as_deref(), &compose(inputs.collect())))
    }

    fn refuse(&self, id: Option<&RawValue>, message: String) -> String {
        let error = Diagnostic {
            code: None,
            message,
            subgraphs: Vec::new(),
            locations: Vec::new(),
            help: Some("Write {\"id\": ..., \"subgraphs\": [{\"name\": ..., \"url\": ..., \"sdl\": ...}]} on one line.".to_owned()),
        };
        composition(id, &Err(vec![error]))
    }
}

fn composition(id: Option<&RawValue>, composed: &Result<Composed, Vec<Diagnostic>>) -> String {
    let composed_sdl = composed.as_ref().ok();
    json_line(&Answer {
        id,
        ok: composed.is_ok(),
        supergraph: composed_sdl.map(|composed| composed.supergraph_sdl.as_str()),
        api: composed_sdl.map(|composed| composed.api_sdl.as_str()),
        hints: composed_sdl.map(|composed| to_json(&composed.hints)),
        errors: composed.as_ref().err().map(|errors| to_json(errors)),
    })
}
