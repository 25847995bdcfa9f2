//! Payments, refunds, received webhooks, and the sandbox provider's own books.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        crate::platform::run(
            manager,
            &[
                "CREATE TABLE payment (
                    id TEXT PRIMARY KEY,
                    booking_id TEXT NOT NULL,
                    organizer_id TEXT NOT NULL,
                    buyer_user_id TEXT NULL,
                    provider TEXT NOT NULL,
                    provider_ref TEXT NULL UNIQUE,
                    client_secret TEXT NULL,
                    redirect_url TEXT NULL,
                    idem_key TEXT NOT NULL UNIQUE,
                    params_json TEXT NOT NULL,
                    status TEXT NOT NULL CHECK (status IN
                        ('CREATED','REQUIRES_ACTION','PROCESSING','SUCCEEDED','FAILED','CANCELLED')),
                    amount_minor BIGINT NOT NULL CHECK (amount_minor > 0),
                    currency TEXT NOT NULL,
                    captured_minor BIGINT NOT NULL DEFAULT 0 CHECK (captured_minor >= 0),
                    captured_currency TEXT NULL,
                    refunded BIGINT NOT NULL DEFAULT 0 CHECK (refunded >= 0),
                    refund_reserved BIGINT NOT NULL DEFAULT 0 CHECK (refund_reserved >= 0),
                    method_kind TEXT NULL,
                    method_brand TEXT NULL,
                    method_last4 TEXT NULL,
                    last_try TEXT NULL,
                    failure_code TEXT NULL,
                    failure_message TEXT NULL,
                    version BIGINT NOT NULL,
                    created_at BIGINT NOT NULL,
                    succeeded_at BIGINT NULL,
                    cancel_requested_at BIGINT NULL,
                    next_look_at BIGINT NOT NULL,
                    looks BIGINT NOT NULL DEFAULT 0,
                    CHECK (refunded + refund_reserved <= captured_minor),
                    CHECK ((status = 'SUCCEEDED') = (succeeded_at IS NOT NULL)))",
                "CREATE UNIQUE INDEX payment_one_live ON payment (booking_id)
                    WHERE status IN ('CREATED','REQUIRES_ACTION','PROCESSING','FAILED')",
                "CREATE INDEX payment_booking ON payment (booking_id, created_at)",
                "CREATE INDEX payment_look ON payment (next_look_at)
                    WHERE status IN ('CREATED','REQUIRES_ACTION','PROCESSING','FAILED')",
                "CREATE TABLE refund (
                    id TEXT PRIMARY KEY,
                    payment_id TEXT NOT NULL REFERENCES payment (id),
                    booking_id TEXT NOT NULL,
                    dedupe_key TEXT NOT NULL UNIQUE,
                    idem_key TEXT NOT NULL UNIQUE,
                    provider_ref TEXT NULL UNIQUE,
                    amount_minor BIGINT NOT NULL CHECK (amount_minor > 0),
                    currency TEXT NOT NULL,
                    status TEXT NOT NULL CHECK (status IN
                        ('REQUESTED','SUBMITTING','PENDING','SUCCEEDED','FAILED','CANCELLED')),
                    origin TEXT NOT NULL CHECK (origin IN
                        ('BUYER','ORGANIZER','EVENT_CANCELLED','SAGA_COMPENSATION')),
                    reason TEXT NULL,
                    failure_code TEXT NULL,
                    version BIGINT NOT NULL,
                    created_at BIGINT NOT NULL,
                    settled_at BIGINT NULL,
                    next_look_at BIGINT NOT NULL,
                    looks BIGINT NOT NULL DEFAULT 0)",
                "CREATE INDEX refund_payment ON refund (payment_id, created_at)",
                "CREATE INDEX refund_look ON refund (next_look_at)
                    WHERE status IN ('REQUESTED','SUBMITTING','PENDING')",
                "CREATE TABLE webhook_inbox (
                    id TEXT PRIMARY KEY,
                    provider TEXT NOT NULL,
                    event_id TEXT NOT NULL,
                    type TEXT NOT NULL,
                    object_id TEXT NOT NULL,
                    payload TEXT NOT NULL,
                    received_at BIGINT NOT NULL,
                    status TEXT NOT NULL CHECK (status IN ('RECEIVED','PROCESSED','IGNORED','PARKED')),
                    attempts BIGINT NOT NULL DEFAULT 0,
                    next_at BIGINT NOT NULL,
                    last_error TEXT NULL,
                    UNIQUE (provider, event_id))",
                "CREATE INDEX webhook_due ON webhook_inbox (next_at) WHERE status = 'RECEIVED'",
                "CREATE TABLE sandbox_intent (
                    id TEXT PRIMARY KEY,
                    idem_key TEXT NOT NULL UNIQUE,
                    params_json TEXT NOT NULL,
                    client_secret TEXT NOT NULL,
                    amount_minor BIGINT NOT NULL,
                    currency TEXT NOT NULL,
                    return_url TEXT NOT NULL,
                    status TEXT NOT NULL CHECK (status IN
                        ('requires_payment_method','requires_action','processing','succeeded','canceled')),
                    latest_try TEXT NULL,
                    card_brand TEXT NULL,
                    card_last4 TEXT NULL,
                    refunds_fail BIGINT NOT NULL DEFAULT 0,
                    error_code TEXT NULL,
                    error_message TEXT NULL,
                    version BIGINT NOT NULL,
                    created_at BIGINT NOT NULL,
                    settles_at BIGINT NULL)",
                "CREATE INDEX sandbox_intent_settles ON sandbox_intent (settles_at) WHERE settles_at IS NOT NULL",
                "CREATE TABLE sandbox_refund (
                    id TEXT PRIMARY KEY,
                    intent_id TEXT NOT NULL REFERENCES sandbox_intent (id),
                    idem_key TEXT NOT NULL UNIQUE,
                    params_json TEXT NOT NULL,
                    amount_minor BIGINT NOT NULL CHECK (amount_minor > 0),
                    status TEXT NOT NULL CHECK (status IN ('pending','succeeded','failed')),
                    failure_code TEXT NULL,
                    created_at BIGINT NOT NULL,
                    settles_at BIGINT NULL)",
                "CREATE INDEX sandbox_refund_intent ON sandbox_refund (intent_id)",
                "CREATE INDEX sandbox_refund_settles ON sandbox_refund (settles_at) WHERE settles_at IS NOT NULL",
                "CREATE TABLE sandbox_webhook (
                    id TEXT PRIMARY KEY,
                    payload TEXT NOT NULL,
                    created_at BIGINT NOT NULL,
                    attempts BIGINT NOT NULL DEFAULT 0,
                    next_at BIGINT NOT NULL,
                    delivered_at BIGINT NULL)",
                "CREATE INDEX sandbox_webhook_due ON sandbox_webhook (next_at) WHERE delivered_at IS NULL",
            ],
        )
        .await
    }
}
