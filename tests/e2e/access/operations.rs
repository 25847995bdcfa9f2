//! What is tried: one operation for each line of `access.txt`.
//!
//! `<name>` stands for something of the scene: for an id it is quoted, for `<key>` a new UUID is made. Knows nothing of
//! who tries it nor of what they should get.

/// Lines of `Query`, with the field as it is asked for.
pub const QUERIES: &[(&str, &str)] = &[
    ("Query.booking", "booking(id: <paid>) { code }"),
    ("Query.checkInList", "checkInList(id: <list>) { name }"),
    ("Query.event", "event(id: <event>) { title }"),
    ("Query.event:draft", "event(id: <draft>) { title }"),
    ("Query.occurrence", "occurrence(id: <occurrence>) { startsAt }"),
    ("Query.occurrence:draft", "occurrence(id: <draft_occurrence>) { startsAt }"),
    ("Query.events", "events(filter: {organizerId: <organizer>}) { nodes { id } }"),
    (
        "Query.events:drafts",
        "events(filter: {organizerId: <organizer>, status: [DRAFT]}) { nodes { id } }",
    ),
    ("Query.categories", "categories { slug }"),
    ("Query.venue", "venue(id: <venue>) { name }"),
    (
        "Query.notificationTemplates",
        "notificationTemplates(organizerId: <organizer>) { body }",
    ),
    ("Query.payment", "payment(id: <payment>) { status }"),
    ("Query.me", "me { displayName }"),
    ("Query.node", "node(id: <paid>) { ... on Booking { code } }"),
    ("Query.node:draft", "node(id: <draft>) { ... on Event { title } }"),
    ("Query.nodes", "nodes(ids: [<paid>]) { ... on Booking { code } }"),
    ("Query.organizer", "organizer(slug: <slug>) { name }"),
];

/// Lines of fields of entities: the entity, which anyone may name to `node`, and what is asked of it. A second field
/// beside the first is one that is never null, where the first may have nothing to say.
pub const FIELDS: &[(&str, &str, &str)] = &[
    ("User.email", "<buyer>", "email"),
    ("User.emailVerifiedAt", "<buyer>", "emailVerifiedAt"),
    ("User.memberships", "<owner>", "memberships { role }"),
    ("User.loginSessions", "<buyer>", "loginSessions { id }"),
    ("User.bookings", "<buyer>", "bookings { nodes { code } }"),
    ("User.tickets", "<buyer>", "tickets { nodes { code } }"),
    ("User.notifications", "<buyer>", "notifications { nodes { title } }"),
    ("User.unreadNotificationCount", "<buyer>", "unreadNotificationCount"),
    ("Organizer.members", "<organizer>", "members { role }"),
    ("Organizer.viewerPermissions", "<organizer>", "viewerPermissions"),
    (
        "Organizer.events:drafts",
        "<organizer>",
        "events(filter: {status: [DRAFT]}) { nodes { id } }",
    ),
    ("Event.bookings", "<event>", "bookings { nodes { code } }"),
    ("Event.salesSummary", "<event>", "salesSummary { sold }"),
    ("Event.quotas", "<event>", "quotas { sold }"),
    ("Event.checkInLists", "<event>", "checkInLists { name }"),
    ("Event.products:hidden", "<hidden_event>", "products { name }"),
    ("Event.ticketTypes:hidden", "<hidden_event>", "ticketTypes { name }"),
    ("Occurrence.tickets", "<occurrence>", "tickets { nodes { code } }"),
    ("Occurrence.availability:draft", "<draft_occurrence>", "availability { state }"),
    ("TicketType.quotas", "<product>", "quotas { sold }"),
    ("Booking.code", "<paid>", "code"),
    ("Booking.status", "<paid>", "status"),
    ("Booking.paymentState", "<paid>", "paymentState"),
    ("Booking.buyer", "<paid>", "buyer { displayName } status"),
    ("Booking.contact", "<paid>", "contact { email }"),
    ("Booking.occurrence", "<paid>", "occurrence { name }"),
    ("Booking.lines", "<paid>", "lines { quantity }"),
    ("Booking.tickets", "<paid>", "tickets { code }"),
    ("Booking.total", "<paid>", "total { amountMinor }"),
    ("Booking.expiresAt", "<held>", "expiresAt"),
    ("Booking.serverNow", "<paid>", "serverNow"),
    ("Booking.refundPolicy", "<paid>", "refundPolicy { kind }"),
    ("Booking.viewerActions", "<held>", "viewerActions"),
    ("Booking.version", "<paid>", "version"),
    ("Booking.createdAt", "<paid>", "createdAt"),
    ("Booking.confirmedAt", "<paid>", "confirmedAt"),
    ("Booking.cancelledAt", "<cancelled>", "cancelledAt"),
    ("Booking.deliveries", "<paid>", "deliveries { status }"),
    ("Booking.payments", "<paid>", "payments { status }"),
    ("Booking.amountPaid", "<paid>", "amountPaid { amountMinor }"),
    ("Booking.amountDue", "<paid>", "amountDue { amountMinor }"),
    ("Booking.refundQuote", "<paid>", "refundQuote { percent }"),
    ("Ticket.code", "<ticket>", "code"),
    ("Ticket.booking", "<ticket>", "booking { code }"),
    ("Ticket.product", "<ticket>", "product { name }"),
    ("Ticket.occurrence", "<ticket>", "occurrence { name }"),
    ("Ticket.status", "<ticket>", "status"),
    ("Ticket.holderName", "<ticket>", "holderName status"),
    ("Ticket.qrPayload", "<ticket>", "qrPayload"),
    ("Ticket.checkIns", "<ticket>", "checkIns { result }"),
    ("Ticket.version", "<ticket>", "version"),
    ("Payment.booking", "<payment>", "booking { code } status"),
    ("Payment.provider", "<payment>", "provider"),
    ("Payment.method", "<payment>", "method { last4 }"),
    ("Payment.status", "<payment>", "status"),
    ("Payment.amount", "<payment>", "amount { amountMinor }"),
    ("Payment.amountRefunded", "<payment>", "amountRefunded { amountMinor }"),
    ("Payment.failureCode", "<open_payment>", "failureCode"),
    ("Payment.failureMessage", "<open_payment>", "failureMessage"),
    ("Payment.nextAction", "<open_payment>", "nextAction { clientSecret }"),
    ("Payment.refunds", "<refunded_payment>", "refunds { status }"),
    ("Payment.createdAt", "<payment>", "createdAt"),
    ("Payment.succeededAt", "<payment>", "succeededAt"),
    ("Payment.providerReference", "<payment>", "providerReference"),
    ("Refund.payment", "<refund>", "payment { status }"),
    ("Refund.amount", "<refund>", "amount { amountMinor }"),
    ("Refund.status", "<refund>", "status"),
    ("Refund.origin", "<refund>", "origin"),
    ("Refund.reason", "<refund>", "reason status"),
    ("Refund.createdAt", "<refund>", "createdAt"),
    ("Refund.settledAt", "<refund>", "settledAt"),
    ("Refund.failureReason", "<refund>", "failureReason status"),
];

/// Lines of fields that are reached through a field of the query.
pub const OTHER_FIELDS: &[(&str, &str)] = &[("Product.quotas", "event(id: <event>) { products { quotas { sold } } }")];

/// Lines of `Mutation`, with the input.
pub const MUTATIONS: &[(&str, &str)] = &[
    (
        "Mutation.holdPlace",
        "occurrenceId: <occurrence>, idempotencyKey: <key>, lines: [{productId: <product>, quantity: 1}], contact: {name: \"Somebody\", email: \"somebody@example.org\"}",
    ),
    ("Mutation.holdExtend", "bookingId: <held>, idempotencyKey: <key>"),
    ("Mutation.holdRelease", "bookingId: <held>"),
    ("Mutation.bookingConfirmFree", "bookingId: <free>, idempotencyKey: <key>"),
    (
        "Mutation.bookingCancel",
        "bookingId: <paid>, idempotencyKey: <key>, reason: \"Changed plans\"",
    ),
    (
        "Mutation.quotaSet",
        "occurrenceId: <hidden_occurrence>, name: \"Balcony\", capacity: 5, productIds: [<hidden_product>]",
    ),
    (
        "Mutation.checkIn",
        "listId: <list>, code: <unscanned>, nonce: <key>, scannedAt: <now>",
    ),
    (
        "Mutation.eventCreate",
        "organizerId: <organizer>, title: \"Matinee\", format: ONLINE, currency: \"EUR\", timeZone: \"Europe/Berlin\", startsAtLocal: <later>",
    ),
    (
        "Mutation.eventUpdate",
        "id: <hidden_event>, version: <hidden_version>, summary: \"Now with a summary\"",
    ),
    (
        "Mutation.eventUpdate:draft",
        "id: <draft>, version: <draft_version>, summary: \"Now with a summary\"",
    ),
    ("Mutation.eventPublish", "id: <draft>, version: <draft_version>"),
    ("Mutation.eventPause", "id: <hidden_event>, version: <hidden_version>"),
    (
        "Mutation.eventCancel",
        "id: <hidden_event>, version: <hidden_version>, idempotencyKey: <key>, reason: \"Storm\", refundEveryone: true",
    ),
    (
        "Mutation.occurrencesGenerate",
        "eventId: <event>, rrule: \"FREQ=WEEKLY;COUNT=2\", startsAtLocal: <later>, durationMinutes: 60, timeZone: \"Europe/Berlin\"",
    ),
    (
        "Mutation.ticketTypeUpsert",
        "eventId: <event>, name: \"Late bird\", priceMinor: 500",
    ),
    (
        "Mutation.venueUpsert",
        "organizerId: <organizer>, name: \"Annex\", lines: [\"Gießerstraße 2\"], city: \"Berlin\", countryCode: \"DE\", timeZone: \"Europe/Berlin\"",
    ),
    ("Mutation.notificationsMarkRead", "ids: [<notification>]"),
    (
        "Mutation.paymentStart",
        "bookingId: <held>, idempotencyKey: <key>, returnUrl: <return_url>",
    ),
    ("Mutation.paymentCancel", "paymentId: <open_payment>"),
    ("Mutation.paymentSync", "paymentId: <open_payment>"),
    (
        "Mutation.signUp",
        "email: <new_email>, password: <password>, displayName: \"New\", locale: \"en\"",
    ),
    ("Mutation.emailVerify", "email: <new_email>, code: <code>"),
    ("Mutation.emailVerificationResend", "email: <new_email>"),
    ("Mutation.passwordResetRequest", "email: <new_email>"),
    ("Mutation.passwordReset", "token: <reset_token>, newPassword: <password>"),
    ("Mutation.signIn", "email: <new_email>, password: <password>, useCookie: false"),
    ("Mutation.tokenRefresh", "refreshToken: <refresh_token>, useCookie: false"),
    ("Mutation.signOut", "everywhere: false"),
    ("Mutation.profileUpdate", "timeZone: \"Europe/Paris\""),
    (
        "Mutation.organizerCreate",
        "name: \"A new house\", slug: <new_slug>, defaultCurrency: \"EUR\", defaultTimeZone: \"Europe/Berlin\"",
    ),
];

/// Lines of `Mutation` that are steps of one new account: each follows the one before.
pub const STEPS: [&str; 7] = [
    "Mutation.signUp",
    "Mutation.emailVerify",
    "Mutation.emailVerificationResend",
    "Mutation.passwordResetRequest",
    "Mutation.passwordReset",
    "Mutation.signIn",
    "Mutation.tokenRefresh",
];

/// Lines of `Subscription`.
pub const SUBSCRIPTIONS: &[(&str, &str)] = &[
    ("Subscription.bookingChanged", "bookingChanged(bookingId: <paid>) { code }"),
    (
        "Subscription.availabilityChanged",
        "availabilityChanged(occurrenceId: <occurrence>) { revision }",
    ),
    (
        "Subscription.checkInActivity",
        "checkInActivity(checkInListId: <list>) { sequence }",
    ),
    ("Subscription.notificationReceived", "notificationReceived { title }"),
    ("Subscription.paymentChanged", "paymentChanged(bookingId: <held>) { status }"),
];

/// Every read with its line.
pub fn reads() -> impl Iterator<Item = (&'static str, String)> {
    let queries = QUERIES
        .iter()
        .chain(OTHER_FIELDS)
        .map(|(line, field)| (*line, format!("{{ {field} }}")));
    let fields = FIELDS.iter().map(|(line, entity, selection)| {
        let (kind, _) = line.split_once('.').expect("a line names a type and a field");
        (*line, format!("{{ node(id: {entity}) {{ ... on {kind} {{ {selection} }} }} }}"))
    });
    queries.chain(fields)
}

/// A mutation as it is sent.
pub fn mutation(line: &str, input: &str) -> String {
    format!(
        "mutation {{ {}(input: {{{input}}}) {{ errors {{ __typename ... on UserError {{ code message }} }} }} }}",
        field(line)
    )
}

/// The field a line is about, without its type and without what follows the colon.
pub fn field(line: &str) -> &str {
    let (_, field) = line.split_once('.').expect("a line names a type and a field");
    field.split(':').next().expect("a split has a first part")
}

/// Every line that something is tried for.
pub fn lines() -> impl Iterator<Item = &'static str> {
    let pairs = QUERIES.iter().chain(OTHER_FIELDS).chain(MUTATIONS).chain(SUBSCRIPTIONS);
    pairs.map(|(line, _)| *line).chain(FIELDS.iter().map(|(line, _, _)| *line))
}
