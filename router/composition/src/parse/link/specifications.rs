//! The elements of the specifications composition knows.

use super::application::{Link, bare};
use crate::diagnostic::{Code, Report};
use crate::model::{Known, NEWEST_MINOR};
use crate::sentence::suggestion;

/// Types of federation's, with the minor version that brings each.
pub(super) const FEDERATION_TYPES: [(&str, u32); 4] = [("FieldSet", 0), ("Scope", 5), ("Policy", 6), ("ContextFieldValue", 8)];

/// Types of the connect specification, in all its versions.
const CONNECT_TYPES: [&str; 7] = [
    "JSONSelection",
    "URLPathTemplate",
    "HTTPHeaderMapping",
    "ConnectHTTP",
    "SourceHTTP",
    "ConnectBatch",
    "ConnectorErrors",
];

/// Elements of the version that is linked, where the specification is known.
fn elements(link: &Link) -> Option<Vec<String>> {
    let directive = |known: Known| format!("@{}", known.name());
    if link.is_unknown_federation() {
        return None;
    }
    if link.connect_minor().is_some() {
        let types = CONNECT_TYPES.iter().map(|name| (*name).to_string());
        return Some(link.directives().iter().copied().map(directive).chain(types).collect());
    }
    if link.is_federation() {
        let types = FEDERATION_TYPES.iter().filter(|(_, since)| *since <= link.minor);
        let types = types.map(|(name, _)| (*name).to_string());
        return Some(Known::of_version(link.minor).map(directive).chain(types).collect());
    }
    if link.is_link() {
        return Some(vec!["@link".into(), "Purpose".into(), "Import".into()]);
    }
    let core = link.core()?;
    let types = core.scalars.iter().map(|name| (*name).to_string());
    Some(core.directives.iter().copied().map(directive).chain(types).collect())
}

/// UNKNOWN_FEDERATION_LINK_VERSION.
pub(super) fn check_version(link: &Link, report: &mut Report<'_>) {
    if link.is_unknown_federation() {
        report.error(
            Code::UnknownFederationLinkVersion,
            format!("Federation v{}.{} is not known.", link.major, link.minor),
            &[link.application.argument_span("url")],
            &format!("Link a version from v2.0 to v2.{NEWEST_MINOR}."),
        );
    }
}

/// Imports of elements that the linked version does not have.
pub(super) fn check(link: &Link, report: &mut Report<'_>) {
    let Some(elements) = elements(link) else { return };
    for import in link.imports.iter().filter(|import| !elements.contains(&import.element)) {
        let close = suggestion(&import.element, elements.iter().map(String::as_str));
        let since = Known::by_name(bare(&import.element))
            .map(Known::since)
            .filter(|since| link.is_federation() && *since > link.minor);
        let help = match (close, since) {
            (_, Some(since)) => format!("It comes with v2.{since}; link that version."),
            (Some(close), None) => format!("Did you mean \"{close}\"?"),
            (None, None) => "Remove the import.".to_string(),
        };
        report.error(
            Code::InvalidLinkDirectiveUsage,
            format!(
                "\"{}\" is not an element of {} v{}.{}.",
                import.element, link.name, link.major, link.minor
            ),
            &[link.application.argument_span("import")],
            &help,
        );
    }
}
