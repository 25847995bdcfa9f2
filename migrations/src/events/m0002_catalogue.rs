//! Events, their dates, places and ticket types, and the fixed list of categories.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DatabaseBackend;

use crate::platform::run;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Titles are a sort key: both engines have to compare them byte by byte.
        let collation = match manager.get_database_backend() {
            DatabaseBackend::Postgres => "COLLATE \"C\"",
            _ => "COLLATE BINARY",
        };
        run(
            manager,
            &[
                "CREATE TABLE category (
                    id TEXT PRIMARY KEY,
                    slug TEXT NOT NULL UNIQUE,
                    name TEXT NOT NULL,
                    position BIGINT NOT NULL)",
                "INSERT INTO category (id, slug, name, position) VALUES
                    ('cat_music', 'music', 'Music', 1),
                    ('cat_theatre', 'theatre', 'Theatre', 2),
                    ('cat_comedy', 'comedy', 'Comedy', 3),
                    ('cat_talks', 'talks', 'Talks', 4),
                    ('cat_film', 'film', 'Film', 5),
                    ('cat_family', 'family', 'Family', 6),
                    ('cat_sport', 'sport', 'Sport', 7),
                    ('cat_food', 'food', 'Food & drink', 8),
                    ('cat_workshops', 'workshops', 'Workshops', 9),
                    ('cat_festivals', 'festivals', 'Festivals', 10)",
                "CREATE TABLE venue (
                    id TEXT PRIMARY KEY,
                    organizer_id TEXT NOT NULL,
                    name TEXT NOT NULL,
                    address_lines TEXT NOT NULL,
                    city TEXT NOT NULL,
                    country_code TEXT NOT NULL,
                    time_zone TEXT NOT NULL,
                    capacity BIGINT NULL CHECK (capacity > 0),
                    city_search TEXT NOT NULL,
                    place_search TEXT NOT NULL,
                    version BIGINT NOT NULL,
                    created_at BIGINT NOT NULL,
                    updated_at BIGINT NOT NULL)",
                "CREATE INDEX venue_organizer ON venue (organizer_id)",
                "CREATE INDEX venue_city ON venue (city_search)",
                &format!(
                    "CREATE TABLE event (
                        id TEXT PRIMARY KEY,
                        organizer_id TEXT NOT NULL,
                        slug TEXT NOT NULL UNIQUE,
                        title TEXT NOT NULL,
                        summary TEXT NULL,
                        description TEXT NULL,
                        status TEXT NOT NULL CHECK (status IN ('DRAFT', 'IN_REVIEW', 'PUBLISHED', 'PAUSED', 'CANCELLED', 'COMPLETED', 'ARCHIVED')),
                        visibility TEXT NOT NULL CHECK (visibility IN ('PUBLIC', 'UNLISTED', 'PRIVATE')),
                        format TEXT NOT NULL CHECK (format IN ('IN_PERSON', 'ONLINE', 'HYBRID')),
                        currency TEXT NOT NULL,
                        refund_policy TEXT NOT NULL,
                        title_search TEXT {collation} NOT NULL,
                        summary_search TEXT NOT NULL,
                        version BIGINT NOT NULL,
                        created_at BIGINT NOT NULL,
                        updated_at BIGINT NOT NULL,
                        published_at BIGINT NULL)"
                ),
                "CREATE INDEX event_organizer ON event (organizer_id, status)",
                "CREATE INDEX event_status ON event (status, visibility)",
                "CREATE TABLE event_category (
                    event_id TEXT NOT NULL REFERENCES event (id),
                    category_id TEXT NOT NULL REFERENCES category (id),
                    PRIMARY KEY (event_id, category_id))",
                "CREATE INDEX event_category_category ON event_category (category_id)",
                // The wall clock, its zone and, where the clock shows a time twice, which one: the truth.
                // starts_at and ends_at are derived from them.
                "CREATE TABLE occurrence (
                    id TEXT PRIMARY KEY,
                    event_id TEXT NOT NULL REFERENCES event (id),
                    starts_local TEXT NOT NULL,
                    ends_local TEXT NULL,
                    time_zone TEXT NOT NULL,
                    overlap TEXT NULL CHECK (overlap IN ('EARLIER', 'LATER')),
                    starts_at BIGINT NOT NULL,
                    ends_at BIGINT NULL,
                    status TEXT NOT NULL CHECK (status IN ('SCHEDULED', 'RESCHEDULED', 'POSTPONED', 'CANCELLED', 'ENDED')),
                    venue_id TEXT NULL REFERENCES venue (id),
                    version BIGINT NOT NULL,
                    created_at BIGINT NOT NULL,
                    updated_at BIGINT NOT NULL,
                    CHECK (ends_at IS NULL OR ends_at > starts_at))",
                "CREATE INDEX occurrence_event ON occurrence (event_id, starts_at)",
                "CREATE INDEX occurrence_upcoming ON occurrence (status, starts_at)",
                "CREATE INDEX occurrence_venue ON occurrence (venue_id)",
                "CREATE UNIQUE INDEX occurrence_once ON occurrence (event_id, starts_at) WHERE status <> 'CANCELLED'",
                "CREATE TABLE ticket_type (
                    id TEXT PRIMARY KEY,
                    event_id TEXT NOT NULL REFERENCES event (id),
                    name TEXT NOT NULL,
                    price_minor BIGINT NOT NULL CHECK (price_minor >= 0),
                    capacity BIGINT NULL CHECK (capacity >= 0),
                    min_per_booking BIGINT NOT NULL CHECK (min_per_booking >= 1),
                    max_per_booking BIGINT NOT NULL,
                    opens_at BIGINT NULL,
                    closes_at BIGINT NULL,
                    visibility TEXT NOT NULL CHECK (visibility IN ('PUBLIC', 'HIDDEN')),
                    position BIGINT NOT NULL,
                    version BIGINT NOT NULL,
                    created_at BIGINT NOT NULL,
                    updated_at BIGINT NOT NULL,
                    CHECK (max_per_booking >= min_per_booking),
                    CHECK (opens_at IS NULL OR closes_at IS NULL OR closes_at > opens_at))",
                "CREATE INDEX ticket_type_event ON ticket_type (event_id, position)",
            ],
        )
        .await
    }
}
