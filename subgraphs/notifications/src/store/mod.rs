//! The only SQL of notifications. Knows no GraphQL and no channel.

pub mod deliveries;
pub mod notifications;
pub mod rows;

pub use rows::delivery::Model as DeliveryRow;
pub use rows::notification::Model as NotificationRow;
