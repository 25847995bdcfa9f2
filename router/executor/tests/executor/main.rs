//! The executor as a client of a gateway sees it: sketched or planned operations, scripted subgraphs, response bytes.

#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod contexts;
mod differential;
mod errors;
mod planned;
mod properties;
mod rules;
mod support;
