//! Lists of events: from filter and order to a page, with counts and facets when they are asked for.

use async_graphql::{ComplexObject, Context, SimpleObject};
use kit::Result;
use kit::page::{Page, PageInfo, PageRequest};
use kit::viewer;

use super::inputs::{EventFilter, EventOrder, EventOrderField, OrderDirection};
use super::types::Event;
use super::{loaders, state};
use crate::domain::event::EventStatus;
use crate::domain::slug::fold;
use crate::store::search::{self, EventSearch, Found, MAX_WORDS, Position, SortField, SortOrder};

const MAX_TEXT_CHARACTERS: usize = 200;
const MAX_LIST: usize = 20;

/// Which page is asked for.
#[derive(Clone, Debug, Default)]
pub struct Paging {
    pub first: Option<i32>,
    pub after: Option<String>,
    pub last: Option<i32>,
    pub before: Option<String>,
}

/// One row of a page.
#[derive(Clone, SimpleObject)]
pub struct EventEdge {
    /// Where this row stands: for `after` and `before`.
    pub cursor: String,
    /// The event.
    pub node: Event,
}

/// How many of the events found have a value of a field: "category" (slugs) or "city" (names).
#[derive(Clone, SimpleObject)]
pub struct EventFacet {
    /// "category" or "city".
    pub field: String,
    /// A value of the filter of that name.
    pub value: String,
    /// How many of the events found have it.
    pub count: i32,
}

/// A page of events.
#[derive(Clone, SimpleObject)]
#[graphql(complex)]
pub struct EventConnection {
    /// The rows with their cursors.
    pub edges: Vec<EventEdge>,
    /// The rows.
    pub nodes: Vec<Event>,
    /// Where this page lies in the list.
    pub page_info: PageInfo,
    #[graphql(skip)]
    search: EventSearch,
}

#[ComplexObject]
impl EventConnection {
    /// How many events are found in all.
    async fn total_count(&self, context: &Context<'_>) -> Result<Option<i32>> {
        let count = search::count(state(context).database.reader(), &self.search).await?;
        Ok(Some(i32::try_from(count).unwrap_or(i32::MAX)))
    }

    /// What the events found have in common, the most frequent first.
    async fn facets(&self, context: &Context<'_>) -> Result<Vec<EventFacet>> {
        let connection = state(context).database.reader();
        let mut facets = Vec::new();
        for facet in search::category_facets(connection, &self.search).await? {
            facets.push(EventFacet::new("category", facet));
        }
        for facet in search::city_facets(connection, &self.search).await? {
            facets.push(EventFacet::new("city", facet));
        }
        Ok(facets)
    }
}

impl EventFacet {
    fn new(field: &str, facet: search::Facet) -> Self {
        Self {
            field: field.to_owned(),
            value: facet.value,
            count: i32::try_from(facet.count).unwrap_or(i32::MAX),
        }
    }
}

/// The page of events that the viewer may find.
pub async fn list(context: &Context<'_>, paging: Paging, filter: EventFilter, order_by: Option<EventOrder>) -> Result<EventConnection> {
    let state = state(context);
    let order = sort_order(order_by);
    let request = PageRequest::<Position>::parse_both(
        &state.cursors,
        paging.first,
        paging.after.as_deref(),
        paging.last,
        paging.before.as_deref(),
    )?;
    if request.position.as_ref().is_some_and(|position| position.order != order) {
        return Err(kit::Error::bad_input("This cursor is of a list in another order."));
    }
    // All pages of a list look from the instant of its first.
    let now_ms = request
        .position
        .as_ref()
        .map_or_else(|| state.stamp.clock.now_ms(), |position| position.now_ms);
    let search = search_of(context, filter, now_ms).await?;
    let found = search::page(state.database.reader(), &search, order, &request).await?;
    let page = Page::build(&state.cursors, &request, found, |found: &Found| Position {
        order,
        key: found.key.clone(),
        id: found.id.clone(),
        now_ms,
    });
    let rows = loaders::of(context)
        .events
        .load_many(page.rows.iter().map(|(_, found)| found.id.clone()))
        .await?;
    let page_info = page.info();
    let edges: Vec<EventEdge> = page
        .rows
        .into_iter()
        .zip(rows)
        .filter_map(|((cursor, _), row)| row.map(|row| EventEdge { cursor, node: Event(row) }))
        .collect();
    let nodes = edges.iter().map(|edge| edge.node.clone()).collect();
    Ok(EventConnection {
        edges,
        nodes,
        page_info,
        search,
    })
}

fn sort_order(order_by: Option<EventOrder>) -> SortOrder {
    let Some(order) = order_by else {
        return SortOrder {
            field: SortField::StartsAt,
            descending: false,
        };
    };
    let field = match order.field {
        EventOrderField::StartsAt => SortField::StartsAt,
        EventOrderField::CreatedAt => SortField::CreatedAt,
        EventOrderField::Relevance => SortField::Relevance,
        EventOrderField::Title => SortField::Title,
    };
    SortOrder {
        field,
        descending: order.direction == OrderDirection::Desc,
    }
}

/// What to look for. Whoever may edit an organiser's events and names the states gets all of those; everyone else
/// gets what is listed. Without `from`, discovery begins now; an organiser's own list shows what is past, too.
async fn search_of(context: &Context<'_>, filter: EventFilter, now_ms: i64) -> Result<EventSearch> {
    let too_many = filter.category_slugs.as_ref().is_some_and(|slugs| slugs.len() > MAX_LIST)
        || filter.status.as_ref().is_some_and(|statuses| statuses.len() > MAX_LIST);
    if too_many {
        return Err(kit::Error::bad_input(format!("A list in a filter has at most {MAX_LIST} values.")));
    }
    let text = filter.text.unwrap_or_default();
    if text.chars().count() > MAX_TEXT_CHARACTERS {
        return Err(kit::Error::bad_input(format!(
            "Search for at most {MAX_TEXT_CHARACTERS} characters."
        )));
    }
    if let (Some(from), Some(to)) = (filter.from, filter.to)
        && from > to
    {
        return Err(kit::Error::bad_input("filter.from lies after filter.to."));
    }
    let organizer_id = filter.organizer_id.map(|id| id.0);
    let as_member = match (&organizer_id, &filter.status) {
        (Some(organizer_id), Some(_)) => loaders::of(context).may_edit(viewer::of(context), organizer_id).await?,
        _ => false,
    };
    let mut statuses: Vec<EventStatus> = match filter.status {
        Some(statuses) => statuses.into_iter().map(EventStatus::from).collect(),
        None => EventStatus::ALL.to_vec(),
    };
    if !as_member {
        statuses.retain(|status| status.is_listed());
    }
    let narrowed = filter.from.is_some() || filter.to.is_some() || filter.city.is_some() || filter.country_code.is_some();
    Ok(EventSearch {
        words: fold(&text).split_whitespace().take(MAX_WORDS).map(str::to_owned).collect(),
        category_slugs: filter.category_slugs.unwrap_or_default(),
        city: filter.city.map(|city| fold(city.trim())),
        country_code: filter.country_code.map(|code| code.trim().to_ascii_uppercase()),
        from_ms: filter.from.map_or(now_ms, |from| from.timestamp_millis()),
        to_ms: filter.to.map(|to| to.timestamp_millis()),
        with_ended: filter.from.is_some(),
        date_required: narrowed || organizer_id.is_none(),
        format: filter.format.map(Into::into),
        free_only: filter.free_only.unwrap_or(false),
        statuses,
        with_hidden: as_member,
        organizer_id,
    })
}
