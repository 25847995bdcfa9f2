//! Names of linked specifications and imported elements must not be mistaken for one another.

use super::application::{Link, bare};
use crate::diagnostic::{Code, Report};
use crate::model::{DirectiveUse, Known, SPECIFICATIONS_URL, is_name};

/// Checks a link beside those before it; reports the first problem.
pub(super) fn check(link: &Link, earlier: &[Link], report: &mut Report<'_>) {
    let problem = check_link(link, earlier).or_else(|| check_imports(link, earlier));
    if let Some((message, argument, help)) = problem {
        report.error(
            Code::InvalidLinkDirectiveUsage,
            message,
            &[link.application.argument_span(argument)],
            help,
        );
    }
}

type Problem = (String, &'static str, &'static str);

fn check_link(link: &Link, earlier: &[Link]) -> Option<Problem> {
    let alias = &link.alias;
    if earlier.iter().any(|other| other.identity == link.identity) {
        let message = format!("The specification {} is linked twice.", link.identity);
        return Some((message, "url", "Keep one link with all imports."));
    }
    let is_reserved = link.is_tag_or_inaccessible() && link.imports.is_empty() && *alias == format!("federation__{}", link.name);
    if !is_alias(alias) || alias.ends_with('_') || (alias.contains("__") && !is_reserved) {
        let message = format!("\"{alias}\" cannot name a linked specification.");
        let help = "Give it with \"as\" a GraphQL name without \"__\" that does not end in \"_\".";
        return Some((message, if link.application.argument("as").is_some() { "as" } else { "url" }, help));
    }
    if earlier.iter().any(|other| other.alias == *alias) {
        let message = format!("Two linked specifications are both named \"{alias}\" here.");
        return Some((message, "url", "Give one of them another name with \"as\"."));
    }
    let taken = earlier.iter().flat_map(|other| &other.imports).find(|import| {
        let local = bare(&import.local);
        local.starts_with(&format!("{alias}__")) || (import.local.starts_with('@') && local == alias)
    });
    taken.map(|import| {
        let message = format!("The imported name \"{}\" looks like an element of \"{alias}\".", import.local);
        (
            message,
            "url",
            "Give this specification another name with \"as\", or import under another name.",
        )
    })
}

/// A GraphQL name, or one with hyphens and dots in it, as specifications may have; of those all has to be imported.
fn is_alias(alias: &str) -> bool {
    alias.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_') && is_name(&alias.replace(['-', '.'], "_"))
}

fn check_imports(link: &Link, earlier: &[Link]) -> Option<Problem> {
    const RENAME: &str = "Import it under another name.";
    for (index, import) in link.imports.iter().enumerate() {
        for other in &link.imports[..index] {
            if other.element == import.element && other.local != import.local {
                let message = format!("\"{}\" is imported under two names.", import.element);
                return Some((message, "import", "Keep one of them."));
            }
            if other.element != import.element && other.local == import.local {
                let message = format!("The name \"{}\" is imported for two different elements.", import.local);
                return Some((message, "import", RENAME));
            }
        }
        let is_taken = earlier
            .iter()
            .flat_map(|other| &other.imports)
            .any(|other| other.local == import.local);
        if is_taken {
            let message = format!("The name \"{}\" is imported from two specifications.", import.local);
            return Some((message, "import", RENAME));
        }
        let (element, local) = (bare(&import.element), bare(&import.local));
        let confusing = earlier.iter().chain([link]).find(|other| {
            let is_own = other.identity == link.identity;
            let is_named_after = local
                .strip_prefix(&*other.alias)
                .and_then(|rest| rest.strip_prefix("__"))
                .is_some_and(|rest| !(is_own && rest == element));
            let is_root = import.local.starts_with('@') && local == other.alias && !(is_own && element == other.name);
            is_named_after || is_root
        });
        if let Some(other) = confusing {
            let message = format!(
                "The imported name \"{}\" looks like an element of \"{}\".",
                import.local, other.alias
            );
            return Some((message, "import", RENAME));
        }
    }
    None
}

/// The link every schema with links has, be it written or not.
pub(super) fn implicit_link() -> Link {
    Link {
        identity: format!("{SPECIFICATIONS_URL}/link"),
        name: "link".into(),
        major: 1,
        minor: 0,
        alias: "link".into(),
        imports: Vec::new(),
        application: DirectiveUse::made("link", Some(Known::Link), Vec::new()),
    }
}
