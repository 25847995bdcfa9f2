//! Changes the texts, visibility, categories or refund policy of an event.

use contracts::access::Permission;
use contracts::values::RefundPolicy;
use kit::database::retrying;
use kit::viewer::Viewer;

use super::{Checks, Outcome, Refusal, authorize, claim_at, require_editable};
use crate::State;
use crate::domain::event::EventVisibility;
use crate::domain::slug::fold;
use crate::domain::{Invalid, refund, text};
use crate::messages::tell_occurrence;
use crate::store;

const MAX_CATEGORIES: usize = 5;

/// What may change; `None`: stays.
#[derive(Clone, Debug, Default)]
pub struct EventUpdate {
    pub id: String,
    pub version: i32,
    pub title: Option<String>,
    /// An empty text takes it away.
    pub summary: Option<String>,
    /// An empty text takes it away.
    pub description: Option<String>,
    pub visibility: Option<EventVisibility>,
    pub category_slugs: Option<Vec<String>>,
    pub refund_policy: Option<RefundPolicy>,
}

/// The changes, checked.
struct Changes {
    title: Option<String>,
    summary: Option<Option<String>>,
    description: Option<Option<String>>,
    visibility: Option<EventVisibility>,
    category_slugs: Option<Vec<String>>,
    refund_policy: Option<RefundPolicy>,
}

/// Changes the event; answers its id.
pub async fn event_update(state: &State, viewer: &Viewer, input: &EventUpdate) -> Outcome<String> {
    authorize(state, viewer, &input.id, "id", Permission::EventEdit).await?;
    let mut checks = Checks::default();
    let changes = Changes {
        title: input
            .title
            .as_deref()
            .and_then(|title| checks.keep(text::line(title, text::MAX_TITLE_CHARACTERS, &["title"]))),
        summary: input
            .summary
            .as_deref()
            .and_then(|summary| checks.keep(text::optional_line(summary, text::MAX_SUMMARY_CHARACTERS, &["summary"]))),
        description: input
            .description
            .as_deref()
            .and_then(|words| checks.keep(text::paragraphs(words, text::MAX_DESCRIPTION_CHARACTERS, &["description"]))),
        visibility: input.visibility,
        category_slugs: input.category_slugs.as_ref().and_then(|slugs| checks.keep(distinct(slugs))),
        refund_policy: input.refund_policy.clone().and_then(|policy| checks.keep(refund::parse(policy))),
    };
    checks.finish()?;
    retrying(|| update(state, input, &changes)).await
}

fn distinct(slugs: &[String]) -> Result<Vec<String>, Invalid> {
    let mut distinct: Vec<String> = Vec::new();
    for slug in slugs {
        if !distinct.contains(slug) {
            distinct.push(slug.clone());
        }
    }
    if distinct.len() > MAX_CATEGORIES {
        return Err(Invalid::new(
            "TOO_MANY",
            format!("Choose at most {MAX_CATEGORIES} categories."),
            &["categorySlugs"],
        ));
    }
    Ok(distinct)
}

async fn update(state: &State, input: &EventUpdate, changes: &Changes) -> Outcome<String> {
    let now_ms = state.stamp.clock.now_ms();
    let txn = state.database.begin().await?;
    let mut event = claim_at(&txn, &input.id, input.version, now_ms).await?;
    require_editable(&event)?;
    let before = (event.title.clone(), event.refund_policy());
    if let Some(title) = &changes.title {
        event.title = title.clone();
        event.title_search = fold(title);
    }
    if let Some(summary) = &changes.summary {
        event.summary = summary.clone();
        event.summary_search = fold(summary.as_deref().unwrap_or_default());
    }
    if let Some(description) = &changes.description {
        event.description = description.clone();
    }
    if let Some(visibility) = changes.visibility {
        event.visibility = visibility.name().to_owned();
    }
    if let Some(policy) = &changes.refund_policy {
        event.refund_policy = serde_json::to_string(policy).expect("a policy becomes JSON");
    }
    event.updated_at = now_ms;
    if let Some(slugs) = &changes.category_slugs {
        let known = store::categories::all(txn.connection()).await?;
        let mut ids = Vec::new();
        for slug in slugs {
            let category = known.iter().find(|category| category.slug == *slug);
            ids.push(category.ok_or_else(|| unknown_category(slug))?.id.clone());
        }
        store::categories::replace(txn.connection(), &event.id, &ids).await?;
    }
    if !store::events::record_content(txn.connection(), &mut event).await? {
        return Err(Refusal::stale(event.version, Some(event.status().name())).into());
    }
    if before != (event.title.clone(), event.refund_policy()) {
        for occurrence in store::occurrences::touch_all(txn.connection(), &event.id, now_ms).await? {
            tell_occurrence(&txn, state, &event, &occurrence).await?;
        }
    }
    txn.commit().await?;
    Ok(event.id)
}

fn unknown_category(slug: &str) -> Invalid {
    Invalid::new("UNKNOWN_CATEGORY", format!("There is no category \"{slug}\"."), &["categorySlugs"])
}
