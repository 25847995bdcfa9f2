//! Notifications and deliveries. A delivery holds no address and no text: both are asked for when it is sent.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        crate::platform::run(
            manager,
            &[
                "CREATE TABLE notification (
                    id TEXT PRIMARY KEY,
                    user_id TEXT NOT NULL,
                    kind TEXT NOT NULL CHECK (kind IN
                        ('BOOKING_CONFIRMED','BOOKING_EXPIRED','PAYMENT_FAILED','REFUND_ISSUED','EVENT_CANCELLED','ORGANIZER_SALE')),
                    dedupe_key TEXT NOT NULL UNIQUE,
                    title TEXT NOT NULL,
                    body TEXT NOT NULL,
                    deep_link TEXT NOT NULL,
                    booking_id TEXT NULL,
                    event_id TEXT NULL,
                    created_at BIGINT NOT NULL,
                    read_at BIGINT NULL)",
                "CREATE INDEX notification_newest ON notification (user_id, created_at, id)",
                "CREATE INDEX notification_unread ON notification (user_id) WHERE read_at IS NULL",
                "CREATE TABLE delivery (
                    id TEXT PRIMARY KEY,
                    dedupe_key TEXT NOT NULL UNIQUE,
                    channel TEXT NOT NULL CHECK (channel IN ('EMAIL')),
                    template TEXT NOT NULL CHECK (template IN
                        ('ACCOUNT','BOOKING_CONFIRMED','REFUND_ISSUED','EVENT_CANCELLED')),
                    challenge_id TEXT NULL,
                    booking_id TEXT NULL,
                    organizer_id TEXT NULL,
                    amount_minor BIGINT NULL,
                    currency TEXT NULL,
                    status TEXT NOT NULL CHECK (status IN ('QUEUED','SENT','FAILED')),
                    attempts BIGINT NOT NULL DEFAULT 0,
                    last_error TEXT NULL,
                    created_at BIGINT NOT NULL,
                    next_at BIGINT NOT NULL,
                    sent_at BIGINT NULL,
                    CHECK ((challenge_id IS NULL) <> (booking_id IS NULL)))",
                "CREATE INDEX delivery_booking ON delivery (booking_id, created_at)",
                "CREATE INDEX delivery_due ON delivery (next_at) WHERE status = 'QUEUED'",
            ],
        )
        .await
    }
}
