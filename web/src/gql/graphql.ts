/* eslint-disable */
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type MakeOptional<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]?: Maybe<T[SubKey]> };
export type MakeMaybe<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]: Maybe<T[SubKey]> };
export type MakeEmpty<T extends { [key: string]: unknown }, K extends keyof T> = { [_ in K]?: never };
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A currency by its ISO 4217 code, such as EUR. */
  CurrencyCode: { input: string; output: string; }
  /**
   * Implement the DateTime<Utc> scalar
   *
   * The input/output is a string in RFC3339 format.
   */
  DateTime: { input: string; output: string; }
  /** A wall-clock time without a zone, such as 2027-03-28T20:00:00. */
  LocalDateTime: { input: string; output: string; }
  /** 64-bit integer serialised as a JSON number; |n| <= 2^53-1. */
  Long: { input: number; output: number; }
  /** Text in CommonMark. */
  Markdown: { input: string; output: string; }
  /** A time zone by its IANA name, such as Europe/Berlin. */
  TimeZone: { input: string; output: string; }
  /** An absolute URL. */
  URL: { input: string; output: string; }
  /**
   * A UUID is a unique 128-bit number, stored as 16 octets. UUIDs are parsed as
   * Strings within GraphQL. UUIDs are used to assign unique identifiers to
   * entities without requiring a central allocating authority.
   *
   * # References
   *
   * * [Wikipedia: Universally Unique Identifier](http://en.wikipedia.org/wiki/Universally_unique_identifier)
   * * [RFC4122: A Universally Unique Identifier (UUID) URN Namespace](http://tools.ietf.org/html/rfc4122)
   */
  UUID: { input: string; output: string; }
};

/** The booking's total differs from that of the payment that was open; that payment is being given up. */
export type AmountChangedError = UserError & {
  __typename?: 'AmountChangedError';
  /** Always AMOUNT_CHANGED. */
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
  newTotal: Money;
};

/** What is left. */
export type Availability = {
  __typename?: 'Availability';
  /** How to say it. */
  state: AvailabilityState;
  /** Null when unlimited. */
  remaining?: Maybe<Scalars['Int']['output']>;
  /** The sum of the quota versions of the occurrence, read together with the counts: it grows with every change. */
  revision: Scalars['Long']['output'];
};

/** Absolute values of the products that changed. */
export type AvailabilityDelta = {
  __typename?: 'AvailabilityDelta';
  /** As Availability.revision: apply if it is greater than the one you have. */
  revision: Scalars['Long']['output'];
  /** What changed. */
  products: Array<ProductAvailability>;
};

/** How availability is said. */
export type AvailabilityState =
  /** There is plenty. */
  | 'AVAILABLE'
  /** There is little. */
  | 'FEW_LEFT'
  /** Nothing is free now, but others' holds may lapse. */
  | 'HELD_BY_OTHERS'
  /** There is nothing left. */
  | 'SOLD_OUT'
  /** Not on sale now. */
  | 'CLOSED';

/** Address and password do not match, or the session is over. */
export type BadCredentialsError = UserError & {
  __typename?: 'BadCredentialsError';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** A buyer's claim on places; of bookings. */
export type Booking = Node & {
  __typename?: 'Booking';
  /** Begins with bkg_. */
  id: Scalars['ID']['output'];
  /** Short human code, unique per organiser: 5–8 characters without 0/O/1/I. */
  code: Scalars['String']['output'];
  /** Where it stands. */
  status: BookingStatus;
  /** Where its money stands. */
  paymentState: BookingPaymentState;
  /** The account that bought it; null for a guest. */
  buyer?: Maybe<User>;
  /** How the buyer is reached; for the buyer and for members who read bookings. */
  contact?: Maybe<Contact>;
  /** What it is for. */
  occurrence?: Maybe<Occurrence>;
  /** What was chosen, with frozen prices. */
  lines: Array<BookingLine>;
  /** Its tickets; none before it is confirmed. */
  tickets: Array<Ticket>;
  /** What is to be paid for all of it. */
  total: Money;
  /** Server clock deadline of the hold; null once confirmed. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** The server's clock, to count down against. */
  serverNow: Scalars['DateTime']['output'];
  /** Frozen at hold time so later edits of the event cannot change what the buyer agreed to. */
  refundPolicy: RefundPolicy;
  /** What the viewer can do with it now. */
  viewerActions: Array<BookingAction>;
  /** Grows with every change. */
  version: Scalars['Int']['output'];
  /** When the hold was placed. */
  createdAt: Scalars['DateTime']['output'];
  /** When it was confirmed. */
  confirmedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was cancelled. */
  cancelledAt?: Maybe<Scalars['DateTime']['output']>;
  /** The mails about a booking, oldest first. Members of its organiser who read bookings see them. */
  deliveries?: Maybe<Array<Delivery>>;
  /** Every attempt to pay, oldest first. */
  payments?: Maybe<Array<Payment>>;
  /** What was captured and not given back. */
  amountPaid?: Maybe<Money>;
  /** What is still to pay. Money given back because the booking was cancelled is not due again. */
  amountDue?: Maybe<Money>;
  /**
   * What cancelling right now would give back: money from payments, policy frozen in bookings, start time from
   * bookings too. Null when the buyer may not cancel now.
   */
  refundQuote?: Maybe<RefundQuote>;
};

/** What the viewer can do with a booking now. */
export type BookingAction =
  /** Start a payment. */
  | 'PAY'
  /** Extend the hold, once. */
  | 'EXTEND_HOLD'
  /** Give the held places back. */
  | 'RELEASE'
  /** Name the people who come. */
  | 'EDIT_ATTENDEES'
  /** Cancel the whole booking. */
  | 'CANCEL'
  /** Ask the organiser for money back. */
  | 'REQUEST_REFUND'
  /** Pass tickets on. */
  | 'TRANSFER'
  /** Fetch the tickets as a file. */
  | 'DOWNLOAD_TICKETS'
  /** Have the mail sent again. */
  | 'RESEND'
  /** Write to support. */
  | 'CONTACT_SUPPORT';

/** Which booking to cancel, and why. */
export type BookingCancelInput = {
  /** A booking in state HELD or CONFIRMED. */
  bookingId: Scalars['ID']['input'];
  /** A repeat with the same key returns the first answer. */
  idempotencyKey: Scalars['UUID']['input'];
  /** Told to the other side; at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Which free booking to confirm. */
export type BookingConfirmFreeInput = {
  /** A booking in state HELD whose total is zero. */
  bookingId: Scalars['ID']['input'];
  /** A repeat with the same key returns the first answer. */
  idempotencyKey: Scalars['UUID']['input'];
};

/** A page of a list. */
export type BookingConnection = {
  __typename?: 'BookingConnection';
  edges: Array<BookingEdge>;
  nodes: Array<Booking>;
  pageInfo: PageInfo;
  /** How many there are in all. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** One row of a page. */
export type BookingEdge = {
  __typename?: 'BookingEdge';
  cursor: Scalars['String']['output'];
  node: Booking;
};

/** Why a booking is not changed. */
export type BookingError = ValidationError | NotFoundError | ConflictError | HoldExpiredError | RefundNotAllowedError | IdempotencyConflictError | RateLimitedError;

/** Which bookings are listed. */
export type BookingFilter = {
  /** In one of these states. */
  status?: InputMaybe<Array<BookingStatus>>;
  /** Part of the code, the buyer's name or address. */
  query?: InputMaybe<Scalars['String']['input']>;
  /** Held at or after this time. */
  from?: InputMaybe<Scalars['DateTime']['input']>;
  /** Held before this time. */
  to?: InputMaybe<Scalars['DateTime']['input']>;
};

/** One product within a booking. */
export type BookingLine = {
  __typename?: 'BookingLine';
  /** Begins with bln_. */
  id: Scalars['ID']['output'];
  /** What was chosen. */
  product?: Maybe<Product>;
  /** How many. */
  quantity: Scalars['Int']['output'];
  /** The price of one when the hold was placed. */
  unitPrice: Money;
  /** The price of the line. */
  total: Money;
};

/** The booking takes no payment in its state. */
export type BookingNotPayableError = UserError & {
  __typename?: 'BookingNotPayableError';
  /** Always BOOKING_NOT_PAYABLE. */
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** The booking's status, or NOTHING_TO_PAY for a free one. */
  state: Scalars['String']['output'];
};

/** A changed booking, or why it is not changed. */
export type BookingPayload = {
  __typename?: 'BookingPayload';
  /** The booking as it is now. */
  booking?: Maybe<Booking>;
  /** Why it is not changed. */
  errors: Array<BookingError>;
};

/** Where the money of a booking stands. */
export type BookingPaymentState =
  /** There is nothing to pay. */
  | 'NOT_REQUIRED'
  /** Nothing has been paid. */
  | 'UNPAID'
  /** A payment is under way. */
  | 'PENDING'
  /** The whole price has been paid. */
  | 'PAID'
  /** A part was given back. */
  | 'PARTIALLY_REFUNDED'
  /** Everything was given back. */
  | 'REFUNDED'
  /** The payer's bank disputes the payment. */
  | 'DISPUTED'
  /** More was paid than the price; the rest goes back. */
  | 'OVERPAID';

/** Where a booking stands. */
export type BookingStatus =
  /** Places are held until `expiresAt`. */
  | 'HELD'
  /** A payment has begun; the places are kept until it is decided. */
  | 'AWAITING_PAYMENT'
  /** The organiser has to agree. */
  | 'AWAITING_APPROVAL'
  /** The tickets are issued. */
  | 'CONFIRMED'
  /** The hold ran out. */
  | 'EXPIRED'
  /** Cancelled by its buyer, the organiser or with its event. */
  | 'CANCELLED'
  /** The organiser did not agree. */
  | 'REJECTED';

/** A kind of event; the list is fixed. */
export type Category = {
  __typename?: 'Category';
  /** Begins with cat_. */
  id: Scalars['ID']['output'];
  /** The name in filters and addresses. */
  slug: Scalars['String']['output'];
  /** The name for people. */
  name: Scalars['String']['output'];
};

export type Channel =
  | 'IN_APP'
  | 'EMAIL';

/** A scan, as it happens. */
export type CheckInActivity = {
  __typename?: 'CheckInActivity';
  /** The list, with its counts as they are now. */
  list: CheckInList;
  /** The scan. */
  record: CheckInRecord;
  /** The ticket, if there is one. */
  ticket?: Maybe<Ticket>;
  /** Grows by one with every scan of the list. */
  sequence: Scalars['Long']['output'];
};

/** Why nothing was looked up. */
export type CheckInError = ValidationError | NotFoundError | RateLimitedError;

/** Exactly one of code and qrPayload. */
export type CheckInInput = {
  /** The list to check in on; null: the default list of the ticket's occurrence. */
  listId?: InputMaybe<Scalars['ID']['input']>;
  /** Ticket.code, read out or typed. */
  code?: InputMaybe<Scalars['String']['input']>;
  /** Ticket.qrPayload, scanned. */
  qrPayload?: InputMaybe<Scalars['String']['input']>;
  /** Unique per physical scan; a retry returns the same record. */
  nonce: Scalars['UUID']['input'];
  /** The scanner's clock. */
  scannedAt: Scalars['DateTime']['input'];
};

/** A list people are checked in on. */
export type CheckInList = {
  __typename?: 'CheckInList';
  /** Begins with lst_. */
  id: Scalars['ID']['output'];
  /** For the people at the door. */
  name: Scalars['String']['output'];
  /** What it lets in to. */
  occurrence?: Maybe<Occurrence>;
  /** Valid tickets. */
  expected: Scalars['Int']['output'];
  /** Valid tickets that were let in. */
  checkedIn: Scalars['Int']['output'];
};

/** What a scan led to. */
export type CheckInPayload = {
  __typename?: 'CheckInPayload';
  /** What to do at the door. */
  result: CheckInResult;
  /** The scan; null when no list could be told. */
  record?: Maybe<CheckInRecord>;
  /** The ticket, if it is one of the organiser's. */
  ticket?: Maybe<Ticket>;
  /** The scan that let this ticket in earlier. */
  previous?: Maybe<CheckInRecord>;
  /** Why nothing was looked up. */
  errors: Array<CheckInError>;
};

/** One scan. */
export type CheckInRecord = {
  __typename?: 'CheckInRecord';
  /** Begins with cir_. */
  id: Scalars['ID']['output'];
  /** When it reached the server. */
  at: Scalars['DateTime']['output'];
  /** What it led to. */
  result: CheckInResult;
  /** Where it was made. */
  list: CheckInList;
};

/** What a scan led to. */
export type CheckInResult =
  /** Let them in. */
  | 'ADMITTED'
  /** This ticket was let in before. */
  | 'ALREADY_ADMITTED'
  /** There is no such ticket. */
  | 'UNKNOWN_TICKET'
  /** The ticket is for another event. */
  | 'WRONG_EVENT'
  /** The ticket is for another date of this event. */
  | 'WRONG_DATE'
  /** The ticket was cancelled or blocked. */
  | 'VOIDED';

/** The object moved on: stale `version`, or the state machine forbids the transition. */
export type ConflictError = UserError & {
  __typename?: 'ConflictError';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
  currentVersion?: Maybe<Scalars['Int']['output']>;
  currentState?: Maybe<Scalars['String']['output']>;
};

/** How a buyer is reached. */
export type Contact = {
  __typename?: 'Contact';
  /** The name of the buyer. */
  name: Scalars['String']['output'];
  /** Where the tickets are sent. */
  email: Scalars['String']['output'];
  /** For questions of the organiser. */
  phone?: Maybe<Scalars['String']['output']>;
  /** The language of mails, such as en or de-AT. */
  locale: Scalars['String']['output'];
};

/** How a buyer is reached. */
export type ContactInput = {
  /** The name of the buyer, at most 120 characters. */
  name: Scalars['String']['input'];
  /** Where the tickets are sent. */
  email: Scalars['String']['input'];
  /** For questions of the organiser. */
  phone?: InputMaybe<Scalars['String']['input']>;
  /** The language of mails, such as en or de-AT; the request's language when it is left out. */
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** One mail, sent or to be sent. Shows neither address nor text. */
export type Delivery = {
  __typename?: 'Delivery';
  id: Scalars['ID']['output'];
  channel: Channel;
  template: Scalars['String']['output'];
  status: DeliveryStatus;
  attempts: Scalars['Int']['output'];
  lastError?: Maybe<Scalars['String']['output']>;
  sentAt?: Maybe<Scalars['DateTime']['output']>;
};

export type DeliveryStatus =
  | 'QUEUED'
  | 'SENT'
  /** Given up. */
  | 'FAILED';

export type EmailVerificationResendInput = {
  /** The address that signed up. */
  email: Scalars['String']['input'];
};

export type EmailVerificationResendPayload = {
  __typename?: 'EmailVerificationResendPayload';
  /** True whether or not a mail was due. */
  accepted: Scalars['Boolean']['output'];
  /** Bad input, or asked too often. */
  errors: Array<SimpleError>;
};

export type EmailVerifyInput = {
  /** The address that signed up. */
  email: Scalars['String']['input'];
  /** The digits from the mail. */
  code: Scalars['String']['input'];
};

export type EmailVerifyPayload = {
  __typename?: 'EmailVerifyPayload';
  user?: Maybe<User>;
  errors: Array<SimpleError>;
};

/** A show people buy tickets for. Ids begin with evt_. */
export type Event = Node & {
  __typename?: 'Event';
  /** Begins with evt_. */
  id: Scalars['ID']['output'];
  /** Its bookings, newest first. */
  bookings?: Maybe<BookingConnection>;
  /** Counts and money of the event so far, straight from inventory and bookings. */
  salesSummary?: Maybe<SalesSummary>;
  /** Its quotas that products draw on. */
  quotas?: Maybe<Array<Quota>>;
  /** The lists people are checked in on. */
  checkInLists?: Maybe<Array<CheckInList>>;
  /** Who puts it on. */
  organizer?: Maybe<Organizer>;
  /** The last part of the event's address; no other event has it. */
  slug: Scalars['String']['output'];
  /** What it is called. */
  title: Scalars['String']['output'];
  /** One line for cards and lists. */
  summary?: Maybe<Scalars['String']['output']>;
  /** What it is about, at length. */
  description?: Maybe<Scalars['Markdown']['output']>;
  /** Where it is in its life. */
  status: EventStatus;
  /** Who finds it. */
  visibility: EventVisibility;
  /** Where it takes place. */
  format: EventFormat;
  /** The kinds it belongs to, in the order of the fixed list. */
  categories: Array<Category>;
  /** The currency of every price of this event; it never changes. */
  currency: Scalars['CurrencyCode']['output'];
  /** Lowest visible price, for cards; null when no product is visible. */
  priceFrom?: Maybe<Money>;
  /** The event's dates, earliest first: those not over at `from` and begun no later than `to`. */
  occurrences: OccurrenceConnection;
  /** The first date that will take place and is not over. */
  nextOccurrence?: Maybe<Occurrence>;
  /** What is sold, in order; hidden products are for the organiser's members. */
  products: Array<Product>;
  /** The ticket types, in order; hidden ones are for the organiser's members. */
  ticketTypes: Array<TicketType>;
  /** When a buyer may cancel, and what comes back. */
  refundPolicy: RefundPolicy;
  /** Grows with every change; an update sends the one it read. */
  version: Scalars['Int']['output'];
  /** When it was first published; null for a draft. */
  publishedAt?: Maybe<Scalars['DateTime']['output']>;
};


/** A show people buy tickets for. Ids begin with evt_. */
export type EventBookingsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<BookingFilter>;
};


/** A show people buy tickets for. Ids begin with evt_. */
export type EventOccurrencesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  from?: InputMaybe<Scalars['DateTime']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
};

/** What is called off. */
export type EventCancelInput = {
  /** The event. */
  id: Scalars['ID']['input'];
  /** The version that was read. */
  version: Scalars['Int']['input'];
  /** A repeat with the same key returns the first answer. */
  idempotencyKey: Scalars['UUID']['input'];
  /** Only these dates; left out: the whole event. */
  occurrenceIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Shown to whoever booked; at most 500 characters. */
  reason: Scalars['String']['input'];
  /** Gives everything back, whatever the refund policy says. */
  refundEveryone: Scalars['Boolean']['input'];
};

/** A page of events. */
export type EventConnection = {
  __typename?: 'EventConnection';
  /** The rows with their cursors. */
  edges: Array<EventEdge>;
  /** The rows. */
  nodes: Array<Event>;
  /** Where this page lies in the list. */
  pageInfo: PageInfo;
  /** How many events are found in all. */
  totalCount?: Maybe<Scalars['Int']['output']>;
  /** What the events found have in common, the most frequent first. */
  facets: Array<EventFacet>;
};

/** A new event with its first date; it begins as a draft. */
export type EventCreateInput = {
  /** Who puts it on. */
  organizerId: Scalars['ID']['input'];
  /** At most 120 characters. */
  title: Scalars['String']['input'];
  /** Made from the title when left out. */
  slug?: InputMaybe<Scalars['String']['input']>;
  /** Where it takes place. */
  format: EventFormat;
  /** The currency of every price; it never changes. */
  currency: Scalars['CurrencyCode']['input'];
  /** The zone of the wall clock below. */
  timeZone: Scalars['TimeZone']['input'];
  /** In the future. */
  startsAtLocal: Scalars['LocalDateTime']['input'];
  /** After the start; may be left out. */
  endsAtLocal?: InputMaybe<Scalars['LocalDateTime']['input']>;
  /** Needed only when the start comes twice. */
  overlap?: InputMaybe<TimeOverlap>;
  /** One of the organiser's venues. */
  venueId?: InputMaybe<Scalars['ID']['input']>;
};

/** One row of a page. */
export type EventEdge = {
  __typename?: 'EventEdge';
  /** Where this row stands: for `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The event. */
  node: Event;
};

/** Why a change of the catalogue was refused. */
export type EventError = ValidationError | NotFoundError | ConflictError | IdempotencyConflictError;

/** How many of the events found have a value of a field: "category" (slugs) or "city" (names). */
export type EventFacet = {
  __typename?: 'EventFacet';
  /** "category" or "city". */
  field: Scalars['String']['output'];
  /** A value of the filter of that name. */
  value: Scalars['String']['output'];
  /** How many of the events found have it. */
  count: Scalars['Int']['output'];
};

/** Which events to find; what is left out does not matter. */
export type EventFilter = {
  /** Each word must occur in the title, the summary, or the name or city of a venue. Marks and case do not matter. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** In any of these categories. */
  categorySlugs?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Put on by this organiser. */
  organizerId?: InputMaybe<Scalars['ID']['input']>;
  /** With a date in this city. */
  city?: InputMaybe<Scalars['String']['input']>;
  /** With a date in this country (ISO 3166-1, two letters). */
  countryCode?: InputMaybe<Scalars['String']['input']>;
  /** With a date that is not over at this instant. Without it and without `organizerId`: now. */
  from?: InputMaybe<Scalars['DateTime']['input']>;
  /** With a date that has begun by this instant. */
  to?: InputMaybe<Scalars['DateTime']['input']>;
  /** Taking place like this. */
  format?: InputMaybe<EventFormat>;
  /** Whatever is sold costs nothing. */
  freeOnly?: InputMaybe<Scalars['Boolean']['input']>;
  /** In any of these states. Together with `organizerId` the organiser's members also get drafts and hidden events. */
  status?: InputMaybe<Array<EventStatus>>;
};

/** Where an event takes place. */
export type EventFormat =
  /** At a venue. */
  | 'IN_PERSON'
  /** Over the internet only. */
  | 'ONLINE'
  /** At a venue and over the internet. */
  | 'HYBRID';

/** The order of a list of events. */
export type EventOrder = {
  /** What counts. */
  field: EventOrderField;
  /** Which way. */
  direction: OrderDirection;
};

/** What a list of events is ordered by. */
export type EventOrderField =
  /** The first date found. */
  | 'STARTS_AT'
  /** When it was created. */
  | 'CREATED_AT'
  /** How well `filter.text` matches; DESC puts the best first. */
  | 'RELEVANCE'
  /** The title, without marks and case. */
  | 'TITLE';

/** The event after the change, or why nothing changed. */
export type EventPayload = {
  __typename?: 'EventPayload';
  /** Null when it was refused. */
  event?: Maybe<Event>;
  /** Why nothing changed; empty when it was done. */
  errors: Array<EventError>;
};

/** Where an event is in its life. */
export type EventStatus =
  /** Only its organiser sees it. */
  | 'DRAFT'
  /** The platform's staff look at it; only its organiser sees it. */
  | 'IN_REVIEW'
  /** Open; tickets are sold. */
  | 'PUBLISHED'
  /** Open; nothing is sold until it is published again. */
  | 'PAUSED'
  /** It will not take place. */
  | 'CANCELLED'
  /** Its last date is over. */
  | 'COMPLETED'
  /** Put away. */
  | 'ARCHIVED';

/** An event, as it was read. */
export type EventTransitionInput = {
  /** The event. */
  id: Scalars['ID']['input'];
  /** The version that was read. */
  version: Scalars['Int']['input'];
};

/** What changes; what is left out stays. Null takes a text away. */
export type EventUpdateInput = {
  /** The event. */
  id: Scalars['ID']['input'];
  /** The version that was read. */
  version: Scalars['Int']['input'];
  /** At most 120 characters. */
  title?: InputMaybe<Scalars['String']['input']>;
  /** One line of at most 300 characters. */
  summary?: InputMaybe<Scalars['String']['input']>;
  /** At most 20000 characters. */
  description?: InputMaybe<Scalars['Markdown']['input']>;
  /** Who finds it. */
  visibility?: InputMaybe<EventVisibility>;
  /** At most five; replaces those before. */
  categorySlugs?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Holds for bookings made from now on. */
  refundPolicy?: InputMaybe<RefundPolicyInput>;
};

/** Who finds an event. */
export type EventVisibility =
  /** Listed and open. */
  | 'PUBLIC'
  /** Open to whoever has the link. */
  | 'UNLISTED'
  /** Open to the organiser's members only. */
  | 'PRIVATE';

/** One price for everyone, all in. */
export type FixedPrice = {
  __typename?: 'FixedPrice';
  /** What one costs. */
  amount: Money;
};

/** It costs nothing. */
export type FreePrice = {
  __typename?: 'FreePrice';
  /** Always true. */
  free: Scalars['Boolean']['output'];
};

/** The hold has run out. */
export type HoldExpiredError = UserError & {
  __typename?: 'HoldExpiredError';
  /** Stable, for programs. */
  code: Scalars['String']['output'];
  /** For people. */
  message: Scalars['String']['output'];
  /** Where in the input. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** When it ran out. */
  expiredAt: Scalars['DateTime']['output'];
};

/** Which hold to extend. */
export type HoldExtendInput = {
  /** A booking in state HELD. */
  bookingId: Scalars['ID']['input'];
  /** A repeat with the same key returns the first answer. */
  idempotencyKey: Scalars['UUID']['input'];
};

/** How many of one product. */
export type HoldLineInput = {
  /** A product of the date's event. */
  productId: Scalars['ID']['input'];
  /** At least 1. */
  quantity: Scalars['Int']['input'];
};

/** Why nothing is held. */
export type HoldPlaceError = ValidationError | NotFoundError | InsufficientAvailabilityError | SalesClosedError | PurchaseLimitError | IdempotencyConflictError | RateLimitedError;

/** What to hold, and for whom. */
export type HoldPlaceInput = {
  /** The date. */
  occurrenceId: Scalars['ID']['input'];
  /** A repeat with the same key returns the first answer. */
  idempotencyKey: Scalars['UUID']['input'];
  /** What is wanted, at most 20 tickets. */
  lines: Array<HoldLineInput>;
  /** Where the tickets go; required of guests, else the account's. */
  contact?: InputMaybe<ContactInput>;
};

/** A placed hold, or why there is none. */
export type HoldPlacePayload = {
  __typename?: 'HoldPlacePayload';
  /** A new guest has no scope yet: fields under scopes (contact, payments) are null here; ask again with the guest token. */
  booking?: Maybe<Booking>;
  /** From holdPlace, only when no user is signed in: send it as the Marquee-Guest header. */
  guestToken?: Maybe<Scalars['String']['output']>;
  /** Why nothing is held. */
  errors: Array<HoldPlaceError>;
};

/** Which hold to give back. */
export type HoldReleaseInput = {
  /** A booking in state HELD. */
  bookingId: Scalars['ID']['input'];
};

/** Same idempotencyKey, different input. */
export type IdempotencyConflictError = UserError & {
  __typename?: 'IdempotencyConflictError';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** There is not enough left. */
export type InsufficientAvailabilityError = UserError & {
  __typename?: 'InsufficientAvailabilityError';
  /** Stable, for programs. */
  code: Scalars['String']['output'];
  /** For people. */
  message: Scalars['String']['output'];
  /** Where in the input. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** What ran out. */
  productId: Scalars['ID']['output'];
  /** What is left of it. */
  remaining: Scalars['Int']['output'];
};

/** A place where the user is signed in. */
export type LoginSession = {
  __typename?: 'LoginSession';
  id: Scalars['ID']['output'];
  /** What the browser called itself. */
  userAgent?: Maybe<Scalars['String']['output']>;
  lastSeenAt: Scalars['DateTime']['output'];
  /** The session this question comes from. */
  current: Scalars['Boolean']['output'];
};

/** A user's place in an organiser's team. */
export type Membership = {
  __typename?: 'Membership';
  id: Scalars['ID']['output'];
  user: User;
  organizer: Organizer;
  role: TeamRole;
  /** When the user joined. */
  since: Scalars['DateTime']['output'];
};

/** An amount in a currency's smallest unit. */
export type Money = {
  __typename?: 'Money';
  /** Integer amount in the currency's smallest unit (ISO 4217 exponent). Never a float. */
  amountMinor: Scalars['Long']['output'];
  /** ISO 4217 code. */
  currency: Scalars['CurrencyCode']['output'];
  /** 0 for JPY, 2 for EUR, 3 for KWD. */
  exponent: Scalars['Int']['output'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /** All-or-nothing hold, open to anyone. The hold IS the booking, in state HELD. */
  holdPlace: HoldPlacePayload;
  /** Five minutes more, once. */
  holdExtend: BookingPayload;
  /** Gives the held places back. */
  holdRelease: BookingPayload;
  /** Confirms a booking whose total is zero. Paid bookings are confirmed by the payment. */
  bookingConfirmFree: BookingPayload;
  /** Cancels the whole booking: its buyer as the frozen policy allows, a member who manages bookings until the start. */
  bookingCancel: BookingPayload;
  /** Makes a quota or changes one. Lowering it below what is in use is refused. */
  quotaSet: QuotaPayload;
  /** Lets a ticket in once and only once. */
  checkIn: CheckInPayload;
  /** Creates a draft with its first date. */
  eventCreate: EventPayload;
  /** Changes texts, visibility, categories or refund policy. */
  eventUpdate: EventPayload;
  /** DRAFT to PUBLISHED; also resumes PAUSED. Needs a date in the future and a ticket type. */
  eventPublish: EventPayload;
  /** Stops the sale until the event is published again. */
  eventPause: EventPayload;
  /** Calls off the event, or some of its dates. */
  eventCancel: EventPayload;
  /** Adds the dates of a repeating rule, or shows them. Dates the event has already stay as they are. */
  occurrencesGenerate: OccurrencesPayload;
  /** Creates or changes a ticket type. */
  ticketTypeUpsert: TicketTypePayload;
  /** Creates or changes a venue. */
  venueUpsert: VenuePayload;
  /** Marks notifications of the viewer as read. */
  notificationsMarkRead: NotificationsMarkReadPayload;
  /** Moves the booking HELD → AWAITING_PAYMENT and opens (or returns) its one live payment intent, with the configured provider. */
  paymentStart: PaymentStartPayload;
  /** Gives a payment up, if the provider agrees. */
  paymentCancel: PaymentPayload;
  /** Ask the provider now; used after a redirect back, never trusted from the browser alone. */
  paymentSync: PaymentPayload;
  /** Answers alike for a known address; its owner gets a mail. */
  signUp: SignUpPayload;
  /** Address and password for a session. */
  signIn: SignInPayload;
  /** A new access token for the refresh token, which is replaced. */
  tokenRefresh: SignInPayload;
  /** Ends this session, or all of them. */
  signOut: SignOutPayload;
  /** Proves the address with the code from the mail. */
  emailVerify: EmailVerifyPayload;
  /** Sends a new code and ends the old one. Answers alike for an unknown or already verified address. */
  emailVerificationResend: EmailVerificationResendPayload;
  /** Sends a link that sets a new password. Answers alike for an unknown address. */
  passwordResetRequest: PasswordResetRequestPayload;
  /** Sets a new password and ends every session. */
  passwordReset: PasswordResetPayload;
  /** Changes what others see of the viewer, and how the viewer is spoken to. */
  profileUpdate: ProfileUpdatePayload;
  /** Makes an organiser whose owner is the viewer. The viewer's next token carries the new scopes. */
  organizerCreate: OrganizerCreatePayload;
};


export type MutationHoldPlaceArgs = {
  input: HoldPlaceInput;
};


export type MutationHoldExtendArgs = {
  input: HoldExtendInput;
};


export type MutationHoldReleaseArgs = {
  input: HoldReleaseInput;
};


export type MutationBookingConfirmFreeArgs = {
  input: BookingConfirmFreeInput;
};


export type MutationBookingCancelArgs = {
  input: BookingCancelInput;
};


export type MutationQuotaSetArgs = {
  input: QuotaSetInput;
};


export type MutationCheckInArgs = {
  input: CheckInInput;
};


export type MutationEventCreateArgs = {
  input: EventCreateInput;
};


export type MutationEventUpdateArgs = {
  input: EventUpdateInput;
};


export type MutationEventPublishArgs = {
  input: EventTransitionInput;
};


export type MutationEventPauseArgs = {
  input: EventTransitionInput;
};


export type MutationEventCancelArgs = {
  input: EventCancelInput;
};


export type MutationOccurrencesGenerateArgs = {
  input: OccurrencesGenerateInput;
};


export type MutationTicketTypeUpsertArgs = {
  input: TicketTypeUpsertInput;
};


export type MutationVenueUpsertArgs = {
  input: VenueUpsertInput;
};


export type MutationNotificationsMarkReadArgs = {
  input: NotificationsMarkReadInput;
};


export type MutationPaymentStartArgs = {
  input: PaymentStartInput;
};


export type MutationPaymentCancelArgs = {
  input: PaymentCancelInput;
};


export type MutationPaymentSyncArgs = {
  input: PaymentSyncInput;
};


export type MutationSignUpArgs = {
  input: SignUpInput;
};


export type MutationSignInArgs = {
  input: SignInInput;
};


export type MutationTokenRefreshArgs = {
  input: TokenRefreshInput;
};


export type MutationSignOutArgs = {
  input: SignOutInput;
};


export type MutationEmailVerifyArgs = {
  input: EmailVerifyInput;
};


export type MutationEmailVerificationResendArgs = {
  input: EmailVerificationResendInput;
};


export type MutationPasswordResetRequestArgs = {
  input: PasswordResetRequestInput;
};


export type MutationPasswordResetArgs = {
  input: PasswordResetInput;
};


export type MutationProfileUpdateArgs = {
  input: ProfileUpdateInput;
};


export type MutationOrganizerCreateArgs = {
  input: OrganizerCreateInput;
};

/** An object with a global id whose prefix names its type: usr_ org_ evt_ occ_ ven_ tty_ bkg_ tkt_ pay_ rfd_. */
export type Node = {
  id: Scalars['ID']['output'];
};

/** There is no such thing, or it is not for the viewer. */
export type NotFoundError = UserError & {
  __typename?: 'NotFoundError';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** Something told to a user. */
export type Notification = {
  __typename?: 'Notification';
  id: Scalars['ID']['output'];
  kind: NotificationKind;
  title: Scalars['String']['output'];
  body: Scalars['String']['output'];
  createdAt: Scalars['DateTime']['output'];
  readAt?: Maybe<Scalars['DateTime']['output']>;
  /** A path of the web client. */
  deepLink: Scalars['String']['output'];
  booking?: Maybe<Booking>;
  event?: Maybe<Event>;
};

/** A page of a list. */
export type NotificationConnection = {
  __typename?: 'NotificationConnection';
  edges: Array<NotificationEdge>;
  nodes: Array<Notification>;
  pageInfo: PageInfo;
};

/** One row of a page. */
export type NotificationEdge = {
  __typename?: 'NotificationEdge';
  cursor: Scalars['String']['output'];
  node: Notification;
};

export type NotificationError = ValidationError | NotFoundError;

export type NotificationKind =
  | 'BOOKING_CONFIRMED'
  | 'BOOKING_EXPIRED'
  | 'PAYMENT_FAILED'
  | 'REFUND_ISSUED'
  | 'EVENT_CANCELLED'
  /** To the owners and administrators of an organiser. */
  | 'ORGANIZER_SALE';

/** Some by their ids (at most 100), or all. */
export type NotificationsMarkReadInput = {
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  all?: InputMaybe<Scalars['Boolean']['input']>;
};

export type NotificationsMarkReadPayload = {
  __typename?: 'NotificationsMarkReadPayload';
  user?: Maybe<User>;
  errors: Array<NotificationError>;
};

/** A built-in text with its placeholders. */
export type NotificationTemplate = {
  __typename?: 'NotificationTemplate';
  id: Scalars['ID']['output'];
  kind: NotificationKind;
  channel: Channel;
  locale: Scalars['String']['output'];
  subject?: Maybe<Scalars['String']['output']>;
  body: Scalars['String']['output'];
};

/** A date of an event, as far as its inventory goes. */
export type Occurrence = Node & {
  __typename?: 'Occurrence';
  /** Begins with occ_. */
  id: Scalars['ID']['output'];
  /** The event's title. */
  name?: Maybe<Scalars['String']['output']>;
  /** UTC instant, derived from the wall-clock time and IANA zone with the rules of the event's own date. */
  startsAt: Scalars['DateTime']['output'];
  /** The zone of the wall clock. */
  timeZone: Scalars['TimeZone']['output'];
  /** What is left, over all its public products; null while bookings has not heard of the date. */
  availability?: Maybe<Availability>;
  /** Its tickets in the order they were issued, for door and bookings staff. */
  tickets?: Maybe<TicketConnection>;
  /** The event this is a date of. */
  event: Event;
  /** UTC instant; null when no end is stated. */
  endsAt?: Maybe<Scalars['DateTime']['output']>;
  /** The wall clock in `timeZone` at the start: what was entered. */
  startsAtLocal: Scalars['LocalDateTime']['output'];
  /** The wall clock in `timeZone` at the end. */
  endsAtLocal?: Maybe<Scalars['LocalDateTime']['output']>;
  /** Where it is in its life. */
  status: OccurrenceStatus;
  /** Where it is held; null when no place is named. */
  venue?: Maybe<Venue>;
  /** The date as a calendar file. */
  icsUrl: Scalars['URL']['output'];
};


/** A date of an event, as far as its inventory goes. */
export type OccurrenceTicketsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  query?: InputMaybe<Scalars['String']['input']>;
};

/** A page of a list. */
export type OccurrenceConnection = {
  __typename?: 'OccurrenceConnection';
  edges: Array<OccurrenceEdge>;
  nodes: Array<Occurrence>;
  pageInfo: PageInfo;
  /** How many there are in all. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** One row of a page. */
export type OccurrenceEdge = {
  __typename?: 'OccurrenceEdge';
  cursor: Scalars['String']['output'];
  node: Occurrence;
};

/** A repeating rule and the event it gives dates to. */
export type OccurrencesGenerateInput = {
  /** The event. */
  eventId: Scalars['ID']['input'];
  /** RFC 5545: FREQ (DAILY, WEEKLY, MONTHLY), INTERVAL, COUNT or UNTIL, BYDAY. At most 366 dates. */
  rrule: Scalars['String']['input'];
  /** The first date at the earliest, and the time of day of all. */
  startsAtLocal: Scalars['LocalDateTime']['input'];
  /** How long each lasts, in elapsed minutes. */
  durationMinutes: Scalars['Int']['input'];
  /** The zone of the wall clock. */
  timeZone: Scalars['TimeZone']['input'];
  /** Needed only when one of the dates comes twice. */
  overlap?: InputMaybe<TimeOverlap>;
  /** Dates of the rule that are left out, after counting. */
  exceptDates?: InputMaybe<Array<Scalars['LocalDateTime']['input']>>;
  /** Shows the dates and keeps nothing. */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
};

/** The dates, or why nothing changed. */
export type OccurrencesPayload = {
  __typename?: 'OccurrencesPayload';
  /** Empty when it was refused. */
  occurrences: Array<Occurrence>;
  /** Why nothing changed; empty when it was done. */
  errors: Array<EventError>;
};

/** Where a date is in its life. */
export type OccurrenceStatus =
  /** It will take place. */
  | 'SCHEDULED'
  /** It will take place at another time than first announced. */
  | 'RESCHEDULED'
  /** It will take place, nobody knows when. */
  | 'POSTPONED'
  /** It will not take place. */
  | 'CANCELLED'
  /** It is over. */
  | 'ENDED';

/** Which way a list runs. */
export type OrderDirection =
  /** The least first. */
  | 'ASC'
  /** The greatest first. */
  | 'DESC';

/** Who puts on events. Owned by users; here it has its events. */
export type Organizer = Node & {
  __typename?: 'Organizer';
  /** Begins with org_. */
  id: Scalars['ID']['output'];
  /** The organiser's events: what anyone may find, or for its members whatever `filter.status` asks for. */
  events?: Maybe<EventConnection>;
  /** The organiser's part of the addresses of its events. */
  slug: Scalars['String']['output'];
  name: Scalars['String']['output'];
  /** What a new event is sold in unless it says otherwise. */
  defaultCurrency: Scalars['CurrencyCode']['output'];
  /** Where a new event takes place unless it says otherwise. */
  defaultTimeZone: Scalars['TimeZone']['output'];
  /** The team: one membership per user; null to anyone who is not in it. */
  members?: Maybe<Array<Membership>>;
  /** What the viewer may do here; null when nobody is signed in. */
  viewerPermissions?: Maybe<Array<Permission>>;
};


/** Who puts on events. Owned by users; here it has its events. */
export type OrganizerEventsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<EventFilter>;
  orderBy?: InputMaybe<EventOrder>;
};

export type OrganizerCreateInput = {
  name: Scalars['String']['input'];
  /** 3 to 40 lower-case letters, digits and hyphens. */
  slug: Scalars['String']['input'];
  defaultCurrency: Scalars['CurrencyCode']['input'];
  defaultTimeZone: Scalars['TimeZone']['input'];
};

export type OrganizerCreatePayload = {
  __typename?: 'OrganizerCreatePayload';
  organizer?: Maybe<Organizer>;
  errors: Array<SimpleError>;
};

/** Where a page lies in its list. */
export type PageInfo = {
  __typename?: 'PageInfo';
  hasNextPage: Scalars['Boolean']['output'];
  hasPreviousPage: Scalars['Boolean']['output'];
  startCursor?: Maybe<Scalars['String']['output']>;
  endCursor?: Maybe<Scalars['String']['output']>;
};

export type PasswordResetInput = {
  /** From the link in the mail. */
  token: Scalars['String']['input'];
  newPassword: Scalars['String']['input'];
};

export type PasswordResetPayload = {
  __typename?: 'PasswordResetPayload';
  ok: Scalars['Boolean']['output'];
  errors: Array<SimpleError>;
};

export type PasswordResetRequestInput = {
  email: Scalars['String']['input'];
};

export type PasswordResetRequestPayload = {
  __typename?: 'PasswordResetRequestPayload';
  /** True whether or not the address is known. */
  accepted: Scalars['Boolean']['output'];
  errors: Array<SimpleError>;
};

/** Money moved by the provider for a booking, one per attempt. Ids begin with pay_. */
export type Payment = Node & {
  __typename?: 'Payment';
  id: Scalars['ID']['output'];
  booking?: Maybe<Booking>;
  provider: PaymentProvider;
  method?: Maybe<PaymentMethod>;
  status: PaymentStatus;
  /** What was asked for. */
  amount: Money;
  /** What has been given back; refunds on their way are not in it. */
  amountRefunded: Money;
  /** The provider's code for the last try's failure, such as card_declined. */
  failureCode?: Maybe<Scalars['String']['output']>;
  failureMessage?: Maybe<Scalars['String']['output']>;
  /** Null when there is nothing to do, and for everyone but the one who pays. */
  nextAction?: Maybe<PaymentNextAction>;
  /** Oldest first. */
  refunds: Array<Refund>;
  createdAt: Scalars['DateTime']['output'];
  succeededAt?: Maybe<Scalars['DateTime']['output']>;
  /** The provider's own id, for looking it up there. Members of the organiser who handle money only. */
  providerReference?: Maybe<Scalars['String']['output']>;
};

export type PaymentCancelInput = {
  paymentId: Scalars['ID']['input'];
};

export type PaymentError = ValidationError | NotFoundError | ConflictError | ProviderUnavailableError | RateLimitedError;

/** What was paid with. */
export type PaymentMethod = {
  __typename?: 'PaymentMethod';
  brand?: Maybe<Scalars['String']['output']>;
  last4?: Maybe<Scalars['String']['output']>;
  kind: Scalars['String']['output'];
};

/** What the buyer has to do next: `card_form` with `clientSecret`, or `redirect` with `redirectUrl`. */
export type PaymentNextAction = {
  __typename?: 'PaymentNextAction';
  kind: Scalars['String']['output'];
  /** Opens the provider's card form for this payment. Shown to the one who pays only. */
  clientSecret?: Maybe<Scalars['String']['output']>;
  redirectUrl?: Maybe<Scalars['URL']['output']>;
};

export type PaymentPayload = {
  __typename?: 'PaymentPayload';
  payment?: Maybe<Payment>;
  errors: Array<PaymentError>;
};

export type PaymentProvider =
  /** A provider of our own that moves no real money. */
  | 'SANDBOX';

export type PaymentStartError = ValidationError | NotFoundError | BookingNotPayableError | AmountChangedError | ProviderUnavailableError | IdempotencyConflictError | RateLimitedError;

export type PaymentStartInput = {
  bookingId: Scalars['ID']['input'];
  /** A repeat with the same key returns the first answer. */
  idempotencyKey: Scalars['UUID']['input'];
  /** Where the buyer comes back to after a page of the bank: https, or http on this machine or on our own address. */
  returnUrl: Scalars['URL']['input'];
};

export type PaymentStartPayload = {
  __typename?: 'PaymentStartPayload';
  payment?: Maybe<Payment>;
  errors: Array<PaymentStartError>;
};

/** Where a payment stands. Only SUCCEEDED moved money; CANCELLED may still turn into it when a capture wins the race. */
export type PaymentStatus =
  /** Opened; the card form is due. */
  | 'CREATED'
  /** The buyer has to confirm on a page of the bank. */
  | 'REQUIRES_ACTION'
  /** The provider works on it; do not pay again. */
  | 'PROCESSING'
  | 'SUCCEEDED'
  /** The last try failed; the same payment takes another card. */
  | 'FAILED'
  | 'CANCELLED';

export type PaymentSyncInput = {
  paymentId: Scalars['ID']['input'];
};

/** What a member may do. */
export type Permission =
  | 'EVENT_CREATE'
  | 'EVENT_EDIT'
  | 'CATALOGUE_EDIT'
  | 'BOOKING_READ'
  | 'BOOKING_MANAGE'
  | 'REFUND_CREATE'
  | 'CHECK_IN'
  | 'ATTENDEE_EXPORT'
  | 'PAYOUT_READ'
  | 'TEAM_MANAGE'
  | 'WEBHOOK_MANAGE';

/** Where a letter would go. */
export type PostalAddress = {
  __typename?: 'PostalAddress';
  /** Street and what else is needed to find it. */
  lines: Array<Scalars['String']['output']>;
  /** The town, as it is written there. */
  city: Scalars['String']['output'];
  /** Two letters, ISO 3166-1. */
  countryCode: Scalars['String']['output'];
};

/** What a product costs. */
export type Price = FixedPrice | FreePrice;

/** Anything sold for an event, as far as its inventory goes. */
export type Product = {
  /** Begins with the prefix of its kind. */
  id: Scalars['ID']['output'];
  /** What is left of it on a date; null when it is not for sale to the public there. */
  availability?: Maybe<Availability>;
  /** The quotas it draws on, of all dates. */
  quotas?: Maybe<Array<Quota>>;
  name: Scalars['String']['output'];
  price: Price;
  saleWindow: SaleWindow;
  position: Scalars['Int']['output'];
  /** Grows with every change; an update sends the one it read. */
  version: Scalars['Int']['output'];
};


/** Anything sold for an event, as far as its inventory goes. */
export type ProductAvailabilityArgs = {
  occurrenceId: Scalars['ID']['input'];
};

/** What is left of one product. */
export type ProductAvailability = {
  __typename?: 'ProductAvailability';
  /** The product. */
  productId: Scalars['ID']['output'];
  /** What is left of it. */
  availability: Availability;
};

/** Who sees a product on the event's page. */
export type ProductVisibility =
  /** Everyone. */
  | 'PUBLIC'
  /** Only the organiser's members. */
  | 'HIDDEN';

export type ProfileUpdateInput = {
  displayName?: InputMaybe<Scalars['String']['input']>;
  locale?: InputMaybe<Scalars['String']['input']>;
  timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
};

export type ProfileUpdatePayload = {
  __typename?: 'ProfileUpdatePayload';
  user?: Maybe<User>;
  errors: Array<SimpleError>;
};

/** The payment provider did not answer. Nothing is lost: try again with the same idempotency key. */
export type ProviderUnavailableError = UserError & {
  __typename?: 'ProviderUnavailableError';
  /** Always PROVIDER_UNAVAILABLE. */
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
  retryAfterSeconds: Scalars['Int']['output'];
};

/** More than one booking may have. */
export type PurchaseLimitError = UserError & {
  __typename?: 'PurchaseLimitError';
  /** Stable, for programs. */
  code: Scalars['String']['output'];
  /** For people. */
  message: Scalars['String']['output'];
  /** Where in the input. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** At most this many. */
  max: Scalars['Int']['output'];
  /** How many of them the signed-in buyer has in other bookings of this date. */
  already: Scalars['Int']['output'];
};

export type Query = {
  __typename?: 'Query';
  /** Null unless the viewer is its buyer, the guest whose token came as the Marquee-Guest header, or may read the organiser's bookings. */
  booking?: Maybe<Booking>;
  /** A list people are checked in on; for members who check in. */
  checkInList?: Maybe<CheckInList>;
  /**
   * The event with this id or this slug. Drafts and private events are for the organiser's members. No two events
   * of the platform share a slug, so `organizerSlug`, the first half of an event's address, does not narrow the search.
   */
  event?: Maybe<Event>;
  /** The date with this id. */
  occurrence?: Maybe<Occurrence>;
  /** Events that anyone may find, or for an organiser's members whatever `filter.status` asks for. */
  events: EventConnection;
  /** All categories, in their order. */
  categories: Array<Category>;
  /** The venue with this id. */
  venue?: Maybe<Venue>;
  /** The built-in texts, with their placeholders. For members of the organiser who edit events. */
  notificationTemplates?: Maybe<Array<NotificationTemplate>>;
  /** A payment of the viewer's, or of an organiser whose money they handle; null otherwise. */
  payment?: Maybe<Payment>;
  /** The one who asks; null when nobody is signed in. */
  me?: Maybe<User>;
  /** The object with this id; null when there is none. */
  node?: Maybe<Node>;
  /** The objects with these ids (at most 100), in their order; null where there is none. */
  nodes: Array<Maybe<Node>>;
  /** The organiser with this slug. */
  organizer?: Maybe<Organizer>;
};


export type QueryBookingArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCheckInListArgs = {
  id: Scalars['ID']['input'];
};


export type QueryEventArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  organizerSlug?: InputMaybe<Scalars['String']['input']>;
  slug?: InputMaybe<Scalars['String']['input']>;
};


export type QueryOccurrenceArgs = {
  id: Scalars['ID']['input'];
};


export type QueryEventsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<EventFilter>;
  orderBy?: InputMaybe<EventOrder>;
};


export type QueryVenueArgs = {
  id: Scalars['ID']['input'];
};


export type QueryNotificationTemplatesArgs = {
  organizerId: Scalars['ID']['input'];
};


export type QueryPaymentArgs = {
  id: Scalars['ID']['input'];
};


export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryNodesArgs = {
  ids: Array<Scalars['ID']['input']>;
};


export type QueryOrganizerArgs = {
  slug: Scalars['String']['input'];
};

/** A counted limit one or more products draw on. Bookings alone owns quotas and which products draw on them. */
export type Quota = {
  __typename?: 'Quota';
  /** Begins with quo_. */
  id: Scalars['ID']['output'];
  /** For the organiser. */
  name: Scalars['String']['output'];
  /** Places there are; null: unlimited. */
  capacity?: Maybe<Scalars['Int']['output']>;
  /** Places in live holds and unfinished payments. */
  held: Scalars['Int']['output'];
  /** Places sold. */
  sold: Scalars['Int']['output'];
  /** Places left; null: unlimited. */
  remaining?: Maybe<Scalars['Int']['output']>;
  /** What draws on it. */
  products?: Maybe<Array<Product>>;
  /** Grows with every edit; an edit sends the one it read. Sales do not change it. */
  version: Scalars['Int']['output'];
};

/** More is in use than the capacity would allow. */
export type QuotaBelowUsageError = UserError & {
  __typename?: 'QuotaBelowUsageError';
  /** Stable, for programs. */
  code: Scalars['String']['output'];
  /** For people. */
  message: Scalars['String']['output'];
  /** Where in the input. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** Places sold and held. */
  inUse: Scalars['Int']['output'];
};

/** Why a quota is not changed. */
export type QuotaError = ValidationError | NotFoundError | ConflictError | QuotaBelowUsageError;

/** A changed quota, or why it is not changed. */
export type QuotaPayload = {
  __typename?: 'QuotaPayload';
  /** The quota as it is now. */
  quota?: Maybe<Quota>;
  /** Why it is not changed. */
  errors: Array<QuotaError>;
};

/** A quota as it should be. */
export type QuotaSetInput = {
  /** The quota to change; null: make a new one. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** The date it counts for. */
  occurrenceId: Scalars['ID']['input'];
  /** For the organiser, at most 100 characters. */
  name: Scalars['String']['input'];
  /** Places there are; null: unlimited. */
  capacity?: InputMaybe<Scalars['Int']['input']>;
  /** What draws on it. The quota these products had by themselves stops counting for them. */
  productIds: Array<Scalars['ID']['input']>;
  /** Required when updating: the version that was read. */
  version?: InputMaybe<Scalars['Int']['input']>;
};

/** Too many tries. */
export type RateLimitedError = UserError & {
  __typename?: 'RateLimitedError';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
  retryAfterSeconds: Scalars['Int']['output'];
};

/** Money moved back to the buyer of a payment. Ids begin with rfd_. */
export type Refund = Node & {
  __typename?: 'Refund';
  id: Scalars['ID']['output'];
  payment: Payment;
  amount: Money;
  status: RefundStatus;
  origin: RefundOrigin;
  reason?: Maybe<Scalars['String']['output']>;
  createdAt: Scalars['DateTime']['output'];
  settledAt?: Maybe<Scalars['DateTime']['output']>;
  failureReason?: Maybe<Scalars['String']['output']>;
};

/** The frozen policy does not allow cancelling. */
export type RefundNotAllowedError = UserError & {
  __typename?: 'RefundNotAllowedError';
  /** Stable, for programs. */
  code: Scalars['String']['output'];
  /** For people. */
  message: Scalars['String']['output'];
  /** Where in the input. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** The policy. */
  policy: RefundPolicy;
};

export type RefundOrigin =
  | 'BUYER'
  | 'ORGANIZER'
  | 'EVENT_CANCELLED'
  /** Given back by itself: the booking could not take the payment. */
  | 'SAGA_COMPENSATION';

/** When a buyer may cancel, and what share of the money comes back. */
export type RefundPolicy = {
  __typename?: 'RefundPolicy';
  /** How it works. */
  kind: RefundPolicyKind;
  /** The longest time before the start first; used by TIERED. */
  tiers: Array<RefundTier>;
  /** Cancelling is refused later than this many hours before the start; null: until the start. */
  buyerMayCancelUntilHours?: Maybe<Scalars['Int']['output']>;
  /** The organiser's own words. */
  text?: Maybe<Scalars['Markdown']['output']>;
};

/** A refund policy, whole. */
export type RefundPolicyInput = {
  /** How it works. */
  kind: RefundPolicyKind;
  /** For TIERED only; whoever cancels earlier must not get less. */
  tiers?: InputMaybe<Array<RefundTierInput>>;
  /** Left out: until the start. */
  buyerMayCancelUntilHours?: InputMaybe<Scalars['Int']['input']>;
  /** Own words, at most 2000 characters. */
  text?: InputMaybe<Scalars['Markdown']['input']>;
};

/** How a refund policy works. */
export type RefundPolicyKind =
  /** Nothing comes back. */
  | 'NONE'
  /** The whole price comes back. */
  | 'FULL'
  /** A share comes back, by how long is left. */
  | 'TIERED'
  /** The organiser decides; buyers ask. */
  | 'CASE_BY_CASE';

/** What cancelling right now would give back. */
export type RefundQuote = {
  __typename?: 'RefundQuote';
  refundable: Money;
  /** What stays with the organiser. */
  feeRetained: Money;
  percent: Scalars['Int']['output'];
  /** Until when this percentage holds; null when nothing comes back anyway. */
  deadline?: Maybe<Scalars['DateTime']['output']>;
};

export type RefundStatus =
  | 'REQUESTED'
  | 'SUBMITTING'
  | 'PENDING'
  | 'SUCCEEDED'
  | 'FAILED'
  | 'CANCELLED';

/** `percent` comes back when at least `hoursBeforeStart` hours are left. */
export type RefundTier = {
  __typename?: 'RefundTier';
  /** The least time left, in hours. */
  hoursBeforeStart: Scalars['Int']['output'];
  /** The share that comes back, 0 to 100. */
  percent: Scalars['Int']['output'];
};

/** One step of a tiered refund policy. */
export type RefundTierInput = {
  /** The least time left, in hours. */
  hoursBeforeStart: Scalars['Int']['input'];
  /** The share that comes back, 0 to 100. */
  percent: Scalars['Int']['input'];
};

/** It is not on sale now. */
export type SalesClosedError = UserError & {
  __typename?: 'SalesClosedError';
  /** Stable, for programs. */
  code: Scalars['String']['output'];
  /** For people. */
  message: Scalars['String']['output'];
  /** Where in the input. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** When it will be; null when it will not, or nobody knows. */
  opensAt?: Maybe<Scalars['DateTime']['output']>;
};

/** Counts come from the quotas of all occurrences, money from confirmed bookings. */
export type SalesSummary = {
  __typename?: 'SalesSummary';
  /** Places sold. */
  sold: Scalars['Int']['output'];
  /** Places in live holds, approvals and unfinished payments. */
  held: Scalars['Int']['output'];
  /** Places there are; null when a quota is unlimited. */
  capacity?: Maybe<Scalars['Int']['output']>;
  /** Totals of confirmed bookings, one amount per currency. */
  revenue?: Maybe<Array<Money>>;
};

/** Whether a product may be bought now. */
export type SaleState =
  /** Not yet. */
  | 'UPCOMING'
  /** Now. */
  | 'OPEN'
  /** No more. */
  | 'CLOSED';

/** When a product is sold; without a bound it is open on that side. */
export type SaleWindow = {
  __typename?: 'SaleWindow';
  /** Sold from this instant on. */
  opensAt?: Maybe<Scalars['DateTime']['output']>;
  /** Not sold from this instant on. */
  closesAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether it may be bought now. */
  state: SaleState;
};

/** What can be wrong with signing in or refreshing. */
export type SignInError = ValidationError | BadCredentialsError | RateLimitedError;

export type SignInInput = {
  email: Scalars['String']['input'];
  password: Scalars['String']['input'];
  /** True: the refresh token is set as an httpOnly cookie. False: it is in the payload. */
  useCookie?: InputMaybe<Scalars['Boolean']['input']>;
};

export type SignInPayload = {
  __typename?: 'SignInPayload';
  accessToken?: Maybe<Scalars['String']['output']>;
  accessTokenExpiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Only when useCookie was false. */
  refreshToken?: Maybe<Scalars['String']['output']>;
  user?: Maybe<User>;
  errors: Array<SignInError>;
};

export type SignOutInput = {
  /** True: every session of the account ends. */
  everywhere?: InputMaybe<Scalars['Boolean']['input']>;
};

export type SignOutPayload = {
  __typename?: 'SignOutPayload';
  ok: Scalars['Boolean']['output'];
  /** What kept the session from being ended. */
  errors: Array<SimpleError>;
};

/** What can be wrong with signing up. */
export type SignUpError = ValidationError | WeakPasswordError | RateLimitedError;

export type SignUpInput = {
  email: Scalars['String']['input'];
  /** At least 10 characters. */
  password: Scalars['String']['input'];
  displayName: Scalars['String']['input'];
  /** A language tag such as en or de-AT. */
  locale: Scalars['String']['input'];
};

export type SignUpPayload = {
  __typename?: 'SignUpPayload';
  /** True for a known address too: only the mail tells its owner. */
  accepted: Scalars['Boolean']['output'];
  errors: Array<SignUpError>;
};

/** What can be wrong with the other mutations here. */
export type SimpleError = ValidationError | NotFoundError | ConflictError | RateLimitedError;

export type Subscription = {
  __typename?: 'Subscription';
  /** The booking at once, then whenever it changes; ends after a final state. One null for those it does not exist for. */
  bookingChanged?: Maybe<Booking>;
  /** Absolute values: apply a message if its revision is greater than the one you have; a gap loses nothing. */
  availabilityChanged: AvailabilityDelta;
  /** The scans of a list, as they happen. */
  checkInActivity?: Maybe<CheckInActivity>;
  /** What the viewer is told from now on. After a pause, read `notifications` again. */
  notificationReceived?: Maybe<Notification>;
  /** The booking's payments as they change, beginning with the newest there is. */
  paymentChanged?: Maybe<Payment>;
};


export type SubscriptionBookingChangedArgs = {
  bookingId: Scalars['ID']['input'];
};


export type SubscriptionAvailabilityChangedArgs = {
  occurrenceId: Scalars['ID']['input'];
  sinceRevision?: InputMaybe<Scalars['Long']['input']>;
};


export type SubscriptionCheckInActivityArgs = {
  checkInListId: Scalars['ID']['input'];
};


export type SubscriptionPaymentChangedArgs = {
  bookingId: Scalars['ID']['input'];
};

/** What a member is in a team. */
export type TeamRole =
  | 'OWNER'
  | 'ADMIN'
  | 'EVENT_MANAGER'
  | 'FINANCE'
  | 'SUPPORT'
  | 'DOOR_STAFF';

/** One admission within a booking. Ids begin with tkt_. */
export type Ticket = Node & {
  __typename?: 'Ticket';
  /** Begins with tkt_. */
  id: Scalars['ID']['output'];
  /** What people read out and type at the door: booking code and ordinal, such as K7M2Q-1. */
  code: Scalars['String']['output'];
  /** What it belongs to. */
  booking: Booking;
  /** What was bought. Typed Product, not TicketType: a subgraph that holds Product as @interfaceObject may not name its kinds. */
  product?: Maybe<Product>;
  /** What it lets in to. */
  occurrence?: Maybe<Occurrence>;
  /** Where it stands. */
  status: TicketStatus;
  /** Who comes. */
  holderName?: Maybe<Scalars['String']['output']>;
  /** Signed; only for the holder, the buyer and door staff. */
  qrPayload?: Maybe<Scalars['String']['output']>;
  /** Its scans, oldest first. */
  checkIns: Array<CheckInRecord>;
  /** Grows with every change. */
  version: Scalars['Int']['output'];
};

/** A page of a list. */
export type TicketConnection = {
  __typename?: 'TicketConnection';
  edges: Array<TicketEdge>;
  nodes: Array<Ticket>;
  pageInfo: PageInfo;
  /** How many there are in all. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** One row of a page. */
export type TicketEdge = {
  __typename?: 'TicketEdge';
  cursor: Scalars['String']['output'];
  node: Ticket;
};

/** Where a ticket stands. */
export type TicketStatus =
  /** It lets its holder in. */
  | 'ISSUED'
  /** It is being passed on. */
  | 'TRANSFER_PENDING'
  /** Its holder is in. */
  | 'CHECKED_IN'
  /** It lets nobody in any more. */
  | 'VOIDED'
  /** It lets nobody in for now. */
  | 'BLOCKED';

/** A product that admits to an occurrence. Ids begin with tty_. */
export type TicketType = Product & Node & {
  __typename?: 'TicketType';
  /** Begins with tty_. */
  id: Scalars['ID']['output'];
  /** What it is called. */
  name: Scalars['String']['output'];
  /** What one costs, all in. */
  price: Price;
  /** When it is sold. CLOSED while the event is paused, and once it is cancelled or over. */
  saleWindow: SaleWindow;
  /** Its place among the event's products; lower comes first. */
  position: Scalars['Int']['output'];
  /** Grows with every change; an update sends the one it read. */
  version: Scalars['Int']['output'];
  /** The event it is sold for. */
  event: Event;
  /** A booking has at least this many. */
  minPerBooking: Scalars['Int']['output'];
  /** A booking has at most this many. */
  maxPerBooking: Scalars['Int']['output'];
  /** Who sees it on the event's page. */
  visibility: ProductVisibility;
  /** What is left of it on a date; null when it is not for sale to the public there. */
  availability?: Maybe<Availability>;
  /** The quotas it draws on, of all dates. */
  quotas?: Maybe<Array<Quota>>;
};


/** A product that admits to an occurrence. Ids begin with tty_. */
export type TicketTypeAvailabilityArgs = {
  occurrenceId: Scalars['ID']['input'];
};

/** The ticket type after the change, or why nothing changed. */
export type TicketTypePayload = {
  __typename?: 'TicketTypePayload';
  /** Null when it was refused. */
  ticketType?: Maybe<TicketType>;
  /** Why nothing changed; empty when it was done. */
  errors: Array<EventError>;
};

/** A ticket type, new without `id`. What is left out stays, or has its default: free, one to ten a booking, unlimited. */
export type TicketTypeUpsertInput = {
  /** Left out: a new one. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** The event it is sold for. */
  eventId: Scalars['ID']['input'];
  /** Required when updating. */
  version?: InputMaybe<Scalars['Int']['input']>;
  /** At most 80 characters. */
  name: Scalars['String']['input'];
  /** In the smallest unit of the event's currency; 0 is free. */
  priceMinor?: InputMaybe<Scalars['Long']['input']>;
  /** 1 to 20. */
  minPerBooking?: InputMaybe<Scalars['Int']['input']>;
  /** At least `minPerBooking`, at most 20. */
  maxPerBooking?: InputMaybe<Scalars['Int']['input']>;
  /** Null: at once. */
  opensAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Null: until the date is over. */
  closesAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Who sees it. */
  visibility?: InputMaybe<ProductVisibility>;
  /** Keeps one default quota per product and occurrence until quotaSet replaces it. Null: unlimited. */
  capacity?: InputMaybe<Scalars['Int']['input']>;
};

/** Which of two instants is meant where clocks are set back and show a time twice. */
export type TimeOverlap =
  /** Before the clocks are set back. */
  | 'EARLIER'
  /** After the clocks are set back. */
  | 'LATER';

export type TokenRefreshInput = {
  /** Omitted when the refresh token is in the httpOnly cookie. */
  refreshToken?: InputMaybe<Scalars['String']['input']>;
  /** True: the next refresh token is set as an httpOnly cookie. False: it is in the payload. */
  useCookie?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A user, as far as their bookings go. */
export type User = Node & {
  __typename?: 'User';
  /** Begins with usr_. */
  id: Scalars['ID']['output'];
  /** Their bookings, newest first; for themselves. */
  bookings?: Maybe<BookingConnection>;
  /** Their tickets: with `upcomingOnly` the valid ones of dates that are not over, soonest first; else all, latest date first. */
  tickets?: Maybe<TicketConnection>;
  /** Newest first. Null for everyone but the user. */
  notifications?: Maybe<NotificationConnection>;
  /** Null for everyone but the user. */
  unreadNotificationCount?: Maybe<Scalars['Int']['output']>;
  /** What others see. */
  displayName: Scalars['String']['output'];
  /** Own and staff only: the user themselves and the platform's staff. Organisers see the contact of a booking instead. */
  email?: Maybe<Scalars['String']['output']>;
  /** When the address was proven; null before that, and to anyone but the user and staff. */
  emailVerifiedAt?: Maybe<Scalars['DateTime']['output']>;
  /** A language tag such as en or de-AT. */
  locale: Scalars['String']['output'];
  /** Where the user lives, if they said. */
  timeZone?: Maybe<Scalars['TimeZone']['output']>;
  /** The teams the user is in; null to anyone but the user and staff. */
  memberships?: Maybe<Array<Membership>>;
  /** Where the user is signed in, last seen first; null to anyone else. */
  loginSessions?: Maybe<Array<LoginSession>>;
  /** When the account was made. */
  createdAt: Scalars['DateTime']['output'];
};


/** A user, as far as their bookings go. */
export type UserBookingsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<BookingFilter>;
};


/** A user, as far as their bookings go. */
export type UserTicketsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  upcomingOnly?: InputMaybe<Scalars['Boolean']['input']>;
};


/** A user, as far as their bookings go. */
export type UserNotificationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  unreadOnly?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Every expected failure of a mutation. `code` is stable; `message` is localised for humans; `path` points into the input. */
export type UserError = {
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** The input breaks a rule. */
export type ValidationError = UserError & {
  __typename?: 'ValidationError';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** A place where occurrences are held. Ids begin with ven_. */
export type Venue = Node & {
  __typename?: 'Venue';
  /** Begins with ven_. */
  id: Scalars['ID']['output'];
  /** What it is called. */
  name: Scalars['String']['output'];
  /** Where it is. */
  address: PostalAddress;
  /** The zone of its clocks. */
  timeZone: Scalars['TimeZone']['output'];
  /** How many people it holds. */
  capacity?: Maybe<Scalars['Int']['output']>;
  /** Grows with every change; an update sends the one it read. */
  version: Scalars['Int']['output'];
};

/** The venue after the change, or why nothing changed. */
export type VenuePayload = {
  __typename?: 'VenuePayload';
  /** Null when it was refused. */
  venue?: Maybe<Venue>;
  /** Why nothing changed; empty when it was done. */
  errors: Array<EventError>;
};

/** A venue, new without `id`. */
export type VenueUpsertInput = {
  /** Left out: a new one. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** Whose venue it is. */
  organizerId: Scalars['ID']['input'];
  /** Required when updating. */
  version?: InputMaybe<Scalars['Int']['input']>;
  /** At most 120 characters. */
  name: Scalars['String']['input'];
  /** One to six lines. */
  lines: Array<Scalars['String']['input']>;
  /** The town, as it is written there. */
  city: Scalars['String']['input'];
  /** Two letters, ISO 3166-1. */
  countryCode: Scalars['String']['input'];
  /** The zone of its clocks. */
  timeZone: Scalars['TimeZone']['input'];
  /** How many people it holds; left out: unknown. */
  capacity?: InputMaybe<Scalars['Int']['input']>;
};

/** The password would be guessed. */
export type WeakPasswordError = UserError & {
  __typename?: 'WeakPasswordError';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** 0 (guessed at once) to 4. */
  score: Scalars['Int']['output'];
};

export type TokenRefreshMutationVariables = Exact<{ [key: string]: never; }>;


export type TokenRefreshMutation = { __typename?: 'Mutation', tokenRefresh: { __typename?: 'SignInPayload', accessToken?: string | null, accessTokenExpiresAt?: string | null, errors: Array<
      | { __typename: 'ValidationError' }
      | { __typename: 'BadCredentialsError' }
      | { __typename: 'RateLimitedError' }
    > } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { __typename?: 'Mutation', signOut: { __typename?: 'SignOutPayload', ok: boolean } };

export type VerifyReminderQueryVariables = Exact<{ [key: string]: never; }>;


export type VerifyReminderQuery = { __typename?: 'Query', me?: { __typename?: 'User', id: string, email?: string | null, emailVerifiedAt?: string | null } | null };

export type AvailabilityValueFragment = { __typename?: 'Availability', state: AvailabilityState, remaining?: number | null, revision: number } & { ' $fragmentName'?: 'AvailabilityValueFragment' };

export type RefundPolicyText_PolicyFragment = { __typename?: 'RefundPolicy', kind: RefundPolicyKind, buyerMayCancelUntilHours?: number | null, text?: string | null, tiers: Array<{ __typename?: 'RefundTier', hoursBeforeStart: number, percent: number }> } & { ' $fragmentName'?: 'RefundPolicyText_PolicyFragment' };

export type ProfileFieldsFragment = { __typename?: 'User', id: string, displayName: string, email?: string | null, emailVerifiedAt?: string | null, locale: string, timeZone?: string | null } & { ' $fragmentName'?: 'ProfileFieldsFragment' };

export type AccountQueryVariables = Exact<{ [key: string]: never; }>;


export type AccountQuery = { __typename?: 'Query', me?: (
    { __typename?: 'User', id: string, loginSessions?: Array<{ __typename?: 'LoginSession', id: string, userAgent?: string | null, lastSeenAt: string, current: boolean }> | null }
    & { ' $fragmentRefs'?: { 'ProfileFieldsFragment': ProfileFieldsFragment } }
  ) | null };

export type ProfileUpdateMutationVariables = Exact<{
  input: ProfileUpdateInput;
}>;


export type ProfileUpdateMutation = { __typename?: 'Mutation', profileUpdate: { __typename?: 'ProfileUpdatePayload', user?: (
      { __typename?: 'User' }
      & { ' $fragmentRefs'?: { 'ProfileFieldsFragment': ProfileFieldsFragment } }
    ) | null, errors: Array<
      | (
        { __typename?: 'ValidationError' }
        & { ' $fragmentRefs'?: { 'AccountSimpleError_ValidationError_Fragment': AccountSimpleError_ValidationError_Fragment } }
      )
      | (
        { __typename?: 'NotFoundError' }
        & { ' $fragmentRefs'?: { 'AccountSimpleError_NotFoundError_Fragment': AccountSimpleError_NotFoundError_Fragment } }
      )
      | (
        { __typename?: 'ConflictError' }
        & { ' $fragmentRefs'?: { 'AccountSimpleError_ConflictError_Fragment': AccountSimpleError_ConflictError_Fragment } }
      )
      | (
        { __typename?: 'RateLimitedError' }
        & { ' $fragmentRefs'?: { 'AccountSimpleError_RateLimitedError_Fragment': AccountSimpleError_RateLimitedError_Fragment } }
      )
    > } };

export type SignOutEverywhereMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutEverywhereMutation = { __typename?: 'Mutation', signOut: { __typename?: 'SignOutPayload', ok: boolean, errors: Array<
      | (
        { __typename?: 'ValidationError' }
        & { ' $fragmentRefs'?: { 'AccountSimpleError_ValidationError_Fragment': AccountSimpleError_ValidationError_Fragment } }
      )
      | (
        { __typename?: 'NotFoundError' }
        & { ' $fragmentRefs'?: { 'AccountSimpleError_NotFoundError_Fragment': AccountSimpleError_NotFoundError_Fragment } }
      )
      | (
        { __typename?: 'ConflictError' }
        & { ' $fragmentRefs'?: { 'AccountSimpleError_ConflictError_Fragment': AccountSimpleError_ConflictError_Fragment } }
      )
      | (
        { __typename?: 'RateLimitedError' }
        & { ' $fragmentRefs'?: { 'AccountSimpleError_RateLimitedError_Fragment': AccountSimpleError_RateLimitedError_Fragment } }
      )
    > } };

export type PasswordResetRequestMutationVariables = Exact<{
  input: PasswordResetRequestInput;
}>;


export type PasswordResetRequestMutation = { __typename?: 'Mutation', passwordResetRequest: { __typename?: 'PasswordResetRequestPayload', accepted: boolean, errors: Array<
      | (
        { __typename?: 'ValidationError' }
        & { ' $fragmentRefs'?: { 'AccountSimpleError_ValidationError_Fragment': AccountSimpleError_ValidationError_Fragment } }
      )
      | (
        { __typename?: 'NotFoundError' }
        & { ' $fragmentRefs'?: { 'AccountSimpleError_NotFoundError_Fragment': AccountSimpleError_NotFoundError_Fragment } }
      )
      | (
        { __typename?: 'ConflictError' }
        & { ' $fragmentRefs'?: { 'AccountSimpleError_ConflictError_Fragment': AccountSimpleError_ConflictError_Fragment } }
      )
      | (
        { __typename?: 'RateLimitedError' }
        & { ' $fragmentRefs'?: { 'AccountSimpleError_RateLimitedError_Fragment': AccountSimpleError_RateLimitedError_Fragment } }
      )
    > } };

export type PasswordResetMutationVariables = Exact<{
  input: PasswordResetInput;
}>;


export type PasswordResetMutation = { __typename?: 'Mutation', passwordReset: { __typename?: 'PasswordResetPayload', ok: boolean, errors: Array<
      | (
        { __typename?: 'ValidationError' }
        & { ' $fragmentRefs'?: { 'AccountSimpleError_ValidationError_Fragment': AccountSimpleError_ValidationError_Fragment } }
      )
      | (
        { __typename?: 'NotFoundError' }
        & { ' $fragmentRefs'?: { 'AccountSimpleError_NotFoundError_Fragment': AccountSimpleError_NotFoundError_Fragment } }
      )
      | (
        { __typename?: 'ConflictError' }
        & { ' $fragmentRefs'?: { 'AccountSimpleError_ConflictError_Fragment': AccountSimpleError_ConflictError_Fragment } }
      )
      | (
        { __typename?: 'RateLimitedError' }
        & { ' $fragmentRefs'?: { 'AccountSimpleError_RateLimitedError_Fragment': AccountSimpleError_RateLimitedError_Fragment } }
      )
    > } };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { __typename?: 'Mutation', signIn: { __typename?: 'SignInPayload', accessToken?: string | null, accessTokenExpiresAt?: string | null, errors: Array<
      | (
        { __typename?: 'ValidationError' }
        & { ' $fragmentRefs'?: { 'AccountSignInError_ValidationError_Fragment': AccountSignInError_ValidationError_Fragment } }
      )
      | (
        { __typename?: 'BadCredentialsError' }
        & { ' $fragmentRefs'?: { 'AccountSignInError_BadCredentialsError_Fragment': AccountSignInError_BadCredentialsError_Fragment } }
      )
      | (
        { __typename?: 'RateLimitedError' }
        & { ' $fragmentRefs'?: { 'AccountSignInError_RateLimitedError_Fragment': AccountSignInError_RateLimitedError_Fragment } }
      )
    > } };

export type SignedInQueryVariables = Exact<{ [key: string]: never; }>;


export type SignedInQuery = { __typename?: 'Query', me?: { __typename?: 'User', id: string, emailVerifiedAt?: string | null } | null };

export type SignUpMutationVariables = Exact<{
  input: SignUpInput;
}>;


export type SignUpMutation = { __typename?: 'Mutation', signUp: { __typename?: 'SignUpPayload', accepted: boolean, errors: Array<
      | (
        { __typename?: 'ValidationError' }
        & { ' $fragmentRefs'?: { 'AccountSignUpError_ValidationError_Fragment': AccountSignUpError_ValidationError_Fragment } }
      )
      | (
        { __typename?: 'WeakPasswordError' }
        & { ' $fragmentRefs'?: { 'AccountSignUpError_WeakPasswordError_Fragment': AccountSignUpError_WeakPasswordError_Fragment } }
      )
      | (
        { __typename?: 'RateLimitedError' }
        & { ' $fragmentRefs'?: { 'AccountSignUpError_RateLimitedError_Fragment': AccountSignUpError_RateLimitedError_Fragment } }
      )
    > } };

export type EmailVerifyMutationVariables = Exact<{
  input: EmailVerifyInput;
}>;


export type EmailVerifyMutation = { __typename?: 'Mutation', emailVerify: { __typename?: 'EmailVerifyPayload', user?: { __typename?: 'User', id: string, emailVerifiedAt?: string | null } | null, errors: Array<
      | (
        { __typename?: 'ValidationError' }
        & { ' $fragmentRefs'?: { 'AccountSimpleError_ValidationError_Fragment': AccountSimpleError_ValidationError_Fragment } }
      )
      | (
        { __typename?: 'NotFoundError' }
        & { ' $fragmentRefs'?: { 'AccountSimpleError_NotFoundError_Fragment': AccountSimpleError_NotFoundError_Fragment } }
      )
      | (
        { __typename?: 'ConflictError' }
        & { ' $fragmentRefs'?: { 'AccountSimpleError_ConflictError_Fragment': AccountSimpleError_ConflictError_Fragment } }
      )
      | (
        { __typename?: 'RateLimitedError' }
        & { ' $fragmentRefs'?: { 'AccountSimpleError_RateLimitedError_Fragment': AccountSimpleError_RateLimitedError_Fragment } }
      )
    > } };

export type EmailVerificationResendMutationVariables = Exact<{
  input: EmailVerificationResendInput;
}>;


export type EmailVerificationResendMutation = { __typename?: 'Mutation', emailVerificationResend: { __typename?: 'EmailVerificationResendPayload', accepted: boolean, errors: Array<
      | (
        { __typename?: 'ValidationError' }
        & { ' $fragmentRefs'?: { 'AccountSimpleError_ValidationError_Fragment': AccountSimpleError_ValidationError_Fragment } }
      )
      | (
        { __typename?: 'NotFoundError' }
        & { ' $fragmentRefs'?: { 'AccountSimpleError_NotFoundError_Fragment': AccountSimpleError_NotFoundError_Fragment } }
      )
      | (
        { __typename?: 'ConflictError' }
        & { ' $fragmentRefs'?: { 'AccountSimpleError_ConflictError_Fragment': AccountSimpleError_ConflictError_Fragment } }
      )
      | (
        { __typename?: 'RateLimitedError' }
        & { ' $fragmentRefs'?: { 'AccountSimpleError_RateLimitedError_Fragment': AccountSimpleError_RateLimitedError_Fragment } }
      )
    > } };

type AccountSignInError_ValidationError_Fragment = { __typename: 'ValidationError', code: string, message: string, path?: Array<string> | null } & { ' $fragmentName'?: 'AccountSignInError_ValidationError_Fragment' };

type AccountSignInError_BadCredentialsError_Fragment = { __typename: 'BadCredentialsError', code: string, message: string, path?: Array<string> | null } & { ' $fragmentName'?: 'AccountSignInError_BadCredentialsError_Fragment' };

type AccountSignInError_RateLimitedError_Fragment = { __typename: 'RateLimitedError', code: string, message: string, path?: Array<string> | null, retryAfterSeconds: number } & { ' $fragmentName'?: 'AccountSignInError_RateLimitedError_Fragment' };

export type AccountSignInErrorFragment =
  | AccountSignInError_ValidationError_Fragment
  | AccountSignInError_BadCredentialsError_Fragment
  | AccountSignInError_RateLimitedError_Fragment
;

type AccountSignUpError_ValidationError_Fragment = { __typename: 'ValidationError', code: string, message: string, path?: Array<string> | null } & { ' $fragmentName'?: 'AccountSignUpError_ValidationError_Fragment' };

type AccountSignUpError_WeakPasswordError_Fragment = { __typename: 'WeakPasswordError', code: string, message: string, path?: Array<string> | null } & { ' $fragmentName'?: 'AccountSignUpError_WeakPasswordError_Fragment' };

type AccountSignUpError_RateLimitedError_Fragment = { __typename: 'RateLimitedError', code: string, message: string, path?: Array<string> | null, retryAfterSeconds: number } & { ' $fragmentName'?: 'AccountSignUpError_RateLimitedError_Fragment' };

export type AccountSignUpErrorFragment =
  | AccountSignUpError_ValidationError_Fragment
  | AccountSignUpError_WeakPasswordError_Fragment
  | AccountSignUpError_RateLimitedError_Fragment
;

type AccountSimpleError_ValidationError_Fragment = { __typename: 'ValidationError', code: string, message: string, path?: Array<string> | null } & { ' $fragmentName'?: 'AccountSimpleError_ValidationError_Fragment' };

type AccountSimpleError_NotFoundError_Fragment = { __typename: 'NotFoundError', code: string, message: string, path?: Array<string> | null } & { ' $fragmentName'?: 'AccountSimpleError_NotFoundError_Fragment' };

type AccountSimpleError_ConflictError_Fragment = { __typename: 'ConflictError', code: string, message: string, path?: Array<string> | null } & { ' $fragmentName'?: 'AccountSimpleError_ConflictError_Fragment' };

type AccountSimpleError_RateLimitedError_Fragment = { __typename: 'RateLimitedError', code: string, message: string, path?: Array<string> | null, retryAfterSeconds: number } & { ' $fragmentName'?: 'AccountSimpleError_RateLimitedError_Fragment' };

export type AccountSimpleErrorFragment =
  | AccountSimpleError_ValidationError_Fragment
  | AccountSimpleError_NotFoundError_Fragment
  | AccountSimpleError_ConflictError_Fragment
  | AccountSimpleError_RateLimitedError_Fragment
;

export type NewCheckoutQueryVariables = Exact<{
  occurrenceId: Scalars['ID']['input'];
}>;


export type NewCheckoutQuery = { __typename?: 'Query', occurrence?: { __typename?: 'Occurrence', id: string, startsAt: string, timeZone: string, venue?: { __typename?: 'Venue', id: string, name: string, address: { __typename?: 'PostalAddress', city: string } } | null, event: { __typename?: 'Event', id: string, slug: string, title: string, currency: string, organizer?: { __typename?: 'Organizer', id: string, slug: string } | null, ticketTypes: Array<{ __typename?: 'TicketType', id: string, name: string, price:
          | { __typename: 'FixedPrice', amount: (
              { __typename?: 'Money' }
              & { ' $fragmentRefs'?: { 'MoneyValueFragment': MoneyValueFragment } }
            ) }
          | { __typename: 'FreePrice', free: boolean }
         }> } } | null };

export type Summary_BookingFragment = { __typename?: 'Booking', id: string, occurrence?: { __typename?: 'Occurrence', id: string, name?: string | null, startsAt: string, timeZone: string, venue?: { __typename?: 'Venue', id: string, name: string, address: { __typename?: 'PostalAddress', city: string } } | null } | null, lines: Array<{ __typename?: 'BookingLine', id: string, quantity: number, total: (
      { __typename?: 'Money' }
      & { ' $fragmentRefs'?: { 'MoneyValueFragment': MoneyValueFragment } }
    ), product?: { __typename?: 'TicketType', id: string, name: string } | null }>, total: (
    { __typename?: 'Money' }
    & { ' $fragmentRefs'?: { 'MoneyValueFragment': MoneyValueFragment } }
  ) } & { ' $fragmentName'?: 'Summary_BookingFragment' };

export type CheckoutQueryVariables = Exact<{
  bookingId: Scalars['ID']['input'];
}>;


export type CheckoutQuery = { __typename?: 'Query', booking?: (
    { __typename?: 'Booking', id: string, code: string, version: number, status: BookingStatus, paymentState: BookingPaymentState, expiresAt?: string | null, serverNow: string, viewerActions: Array<BookingAction>, contact?: { __typename?: 'Contact', name: string, email: string } | null, total: (
      { __typename?: 'Money' }
      & { ' $fragmentRefs'?: { 'MoneyValueFragment': MoneyValueFragment } }
    ), occurrence?: { __typename?: 'Occurrence', id: string, icsUrl: string, event: { __typename?: 'Event', id: string, slug: string, organizer?: { __typename?: 'Organizer', id: string, slug: string } | null } } | null, tickets: Array<{ __typename?: 'Ticket', id: string }>, payments?: Array<{ __typename?: 'Payment', id: string, status: PaymentStatus, createdAt: string, failureCode?: string | null, failureMessage?: string | null, nextAction?: { __typename?: 'PaymentNextAction', kind: string, clientSecret?: string | null, redirectUrl?: string | null } | null }> | null }
    & { ' $fragmentRefs'?: { 'Summary_BookingFragment': Summary_BookingFragment } }
  ) | null };

export type CheckoutBookingChangedSubscriptionVariables = Exact<{
  bookingId: Scalars['ID']['input'];
}>;


export type CheckoutBookingChangedSubscription = { __typename?: 'Subscription', bookingChanged?: { __typename?: 'Booking', id: string, version: number, status: BookingStatus, paymentState: BookingPaymentState, expiresAt?: string | null, serverNow: string, viewerActions: Array<BookingAction> } | null };

export type CheckoutBookingVersionFragment = { __typename?: 'Booking', id: string, version: number, status: BookingStatus, paymentState: BookingPaymentState, expiresAt?: string | null, serverNow: string, viewerActions: Array<BookingAction> } & { ' $fragmentName'?: 'CheckoutBookingVersionFragment' };

export type CheckoutPaymentChangedSubscriptionVariables = Exact<{
  bookingId: Scalars['ID']['input'];
}>;


export type CheckoutPaymentChangedSubscription = { __typename?: 'Subscription', paymentChanged?: { __typename?: 'Payment', id: string, status: PaymentStatus } | null };

export type HoldExtendMutationVariables = Exact<{
  input: HoldExtendInput;
}>;


export type HoldExtendMutation = { __typename?: 'Mutation', holdExtend: { __typename?: 'BookingPayload', booking?: (
      { __typename?: 'Booking' }
      & { ' $fragmentRefs'?: { 'CheckoutBookingVersionFragment': CheckoutBookingVersionFragment } }
    ) | null, errors: Array<
      | (
        { __typename?: 'ValidationError' }
        & { ' $fragmentRefs'?: { 'CheckoutBookingError_ValidationError_Fragment': CheckoutBookingError_ValidationError_Fragment } }
      )
      | (
        { __typename?: 'NotFoundError' }
        & { ' $fragmentRefs'?: { 'CheckoutBookingError_NotFoundError_Fragment': CheckoutBookingError_NotFoundError_Fragment } }
      )
      | (
        { __typename?: 'ConflictError' }
        & { ' $fragmentRefs'?: { 'CheckoutBookingError_ConflictError_Fragment': CheckoutBookingError_ConflictError_Fragment } }
      )
      | (
        { __typename?: 'HoldExpiredError' }
        & { ' $fragmentRefs'?: { 'CheckoutBookingError_HoldExpiredError_Fragment': CheckoutBookingError_HoldExpiredError_Fragment } }
      )
      | (
        { __typename?: 'RefundNotAllowedError' }
        & { ' $fragmentRefs'?: { 'CheckoutBookingError_RefundNotAllowedError_Fragment': CheckoutBookingError_RefundNotAllowedError_Fragment } }
      )
      | (
        { __typename?: 'IdempotencyConflictError' }
        & { ' $fragmentRefs'?: { 'CheckoutBookingError_IdempotencyConflictError_Fragment': CheckoutBookingError_IdempotencyConflictError_Fragment } }
      )
      | (
        { __typename?: 'RateLimitedError' }
        & { ' $fragmentRefs'?: { 'CheckoutBookingError_RateLimitedError_Fragment': CheckoutBookingError_RateLimitedError_Fragment } }
      )
    > } };

export type HoldReleaseMutationVariables = Exact<{
  input: HoldReleaseInput;
}>;


export type HoldReleaseMutation = { __typename?: 'Mutation', holdRelease: { __typename?: 'BookingPayload', booking?: (
      { __typename?: 'Booking' }
      & { ' $fragmentRefs'?: { 'CheckoutBookingVersionFragment': CheckoutBookingVersionFragment } }
    ) | null, errors: Array<
      | (
        { __typename?: 'ValidationError' }
        & { ' $fragmentRefs'?: { 'CheckoutBookingError_ValidationError_Fragment': CheckoutBookingError_ValidationError_Fragment } }
      )
      | (
        { __typename?: 'NotFoundError' }
        & { ' $fragmentRefs'?: { 'CheckoutBookingError_NotFoundError_Fragment': CheckoutBookingError_NotFoundError_Fragment } }
      )
      | (
        { __typename?: 'ConflictError' }
        & { ' $fragmentRefs'?: { 'CheckoutBookingError_ConflictError_Fragment': CheckoutBookingError_ConflictError_Fragment } }
      )
      | (
        { __typename?: 'HoldExpiredError' }
        & { ' $fragmentRefs'?: { 'CheckoutBookingError_HoldExpiredError_Fragment': CheckoutBookingError_HoldExpiredError_Fragment } }
      )
      | (
        { __typename?: 'RefundNotAllowedError' }
        & { ' $fragmentRefs'?: { 'CheckoutBookingError_RefundNotAllowedError_Fragment': CheckoutBookingError_RefundNotAllowedError_Fragment } }
      )
      | (
        { __typename?: 'IdempotencyConflictError' }
        & { ' $fragmentRefs'?: { 'CheckoutBookingError_IdempotencyConflictError_Fragment': CheckoutBookingError_IdempotencyConflictError_Fragment } }
      )
      | (
        { __typename?: 'RateLimitedError' }
        & { ' $fragmentRefs'?: { 'CheckoutBookingError_RateLimitedError_Fragment': CheckoutBookingError_RateLimitedError_Fragment } }
      )
    > } };

export type BookingConfirmFreeMutationVariables = Exact<{
  input: BookingConfirmFreeInput;
}>;


export type BookingConfirmFreeMutation = { __typename?: 'Mutation', bookingConfirmFree: { __typename?: 'BookingPayload', booking?: (
      { __typename?: 'Booking' }
      & { ' $fragmentRefs'?: { 'CheckoutBookingVersionFragment': CheckoutBookingVersionFragment } }
    ) | null, errors: Array<
      | (
        { __typename?: 'ValidationError' }
        & { ' $fragmentRefs'?: { 'CheckoutBookingError_ValidationError_Fragment': CheckoutBookingError_ValidationError_Fragment } }
      )
      | (
        { __typename?: 'NotFoundError' }
        & { ' $fragmentRefs'?: { 'CheckoutBookingError_NotFoundError_Fragment': CheckoutBookingError_NotFoundError_Fragment } }
      )
      | (
        { __typename?: 'ConflictError' }
        & { ' $fragmentRefs'?: { 'CheckoutBookingError_ConflictError_Fragment': CheckoutBookingError_ConflictError_Fragment } }
      )
      | (
        { __typename?: 'HoldExpiredError' }
        & { ' $fragmentRefs'?: { 'CheckoutBookingError_HoldExpiredError_Fragment': CheckoutBookingError_HoldExpiredError_Fragment } }
      )
      | (
        { __typename?: 'RefundNotAllowedError' }
        & { ' $fragmentRefs'?: { 'CheckoutBookingError_RefundNotAllowedError_Fragment': CheckoutBookingError_RefundNotAllowedError_Fragment } }
      )
      | (
        { __typename?: 'IdempotencyConflictError' }
        & { ' $fragmentRefs'?: { 'CheckoutBookingError_IdempotencyConflictError_Fragment': CheckoutBookingError_IdempotencyConflictError_Fragment } }
      )
      | (
        { __typename?: 'RateLimitedError' }
        & { ' $fragmentRefs'?: { 'CheckoutBookingError_RateLimitedError_Fragment': CheckoutBookingError_RateLimitedError_Fragment } }
      )
    > } };

type CheckoutBookingError_ValidationError_Fragment = { __typename: 'ValidationError', code: string, message: string, path?: Array<string> | null } & { ' $fragmentName'?: 'CheckoutBookingError_ValidationError_Fragment' };

type CheckoutBookingError_NotFoundError_Fragment = { __typename: 'NotFoundError', code: string, message: string, path?: Array<string> | null } & { ' $fragmentName'?: 'CheckoutBookingError_NotFoundError_Fragment' };

type CheckoutBookingError_ConflictError_Fragment = { __typename: 'ConflictError', code: string, message: string, path?: Array<string> | null } & { ' $fragmentName'?: 'CheckoutBookingError_ConflictError_Fragment' };

type CheckoutBookingError_HoldExpiredError_Fragment = { __typename: 'HoldExpiredError', code: string, message: string, path?: Array<string> | null } & { ' $fragmentName'?: 'CheckoutBookingError_HoldExpiredError_Fragment' };

type CheckoutBookingError_RefundNotAllowedError_Fragment = { __typename: 'RefundNotAllowedError', code: string, message: string, path?: Array<string> | null } & { ' $fragmentName'?: 'CheckoutBookingError_RefundNotAllowedError_Fragment' };

type CheckoutBookingError_IdempotencyConflictError_Fragment = { __typename: 'IdempotencyConflictError', code: string, message: string, path?: Array<string> | null } & { ' $fragmentName'?: 'CheckoutBookingError_IdempotencyConflictError_Fragment' };

type CheckoutBookingError_RateLimitedError_Fragment = { __typename: 'RateLimitedError', code: string, message: string, path?: Array<string> | null, retryAfterSeconds: number } & { ' $fragmentName'?: 'CheckoutBookingError_RateLimitedError_Fragment' };

export type CheckoutBookingErrorFragment =
  | CheckoutBookingError_ValidationError_Fragment
  | CheckoutBookingError_NotFoundError_Fragment
  | CheckoutBookingError_ConflictError_Fragment
  | CheckoutBookingError_HoldExpiredError_Fragment
  | CheckoutBookingError_RefundNotAllowedError_Fragment
  | CheckoutBookingError_IdempotencyConflictError_Fragment
  | CheckoutBookingError_RateLimitedError_Fragment
;

export type PaymentStartMutationVariables = Exact<{
  input: PaymentStartInput;
}>;


export type PaymentStartMutation = { __typename?: 'Mutation', paymentStart: { __typename?: 'PaymentStartPayload', payment?: { __typename?: 'Payment', id: string, status: PaymentStatus, createdAt: string, failureCode?: string | null, failureMessage?: string | null, nextAction?: { __typename?: 'PaymentNextAction', kind: string, clientSecret?: string | null, redirectUrl?: string | null } | null } | null, errors: Array<
      | { __typename: 'ValidationError', code: string, message: string, path?: Array<string> | null }
      | { __typename: 'NotFoundError', code: string, message: string, path?: Array<string> | null }
      | { __typename: 'BookingNotPayableError', code: string, message: string, path?: Array<string> | null }
      | { __typename: 'AmountChangedError', code: string, message: string, path?: Array<string> | null, newTotal: (
          { __typename?: 'Money' }
          & { ' $fragmentRefs'?: { 'MoneyValueFragment': MoneyValueFragment } }
        ) }
      | { __typename: 'ProviderUnavailableError', code: string, message: string, path?: Array<string> | null }
      | { __typename: 'IdempotencyConflictError', code: string, message: string, path?: Array<string> | null }
      | { __typename: 'RateLimitedError', code: string, message: string, path?: Array<string> | null, retryAfterSeconds: number }
    > } };

export type PaymentSyncMutationVariables = Exact<{
  input: PaymentSyncInput;
}>;


export type PaymentSyncMutation = { __typename?: 'Mutation', paymentSync: { __typename?: 'PaymentPayload', payment?: { __typename?: 'Payment', id: string, status: PaymentStatus, failureCode?: string | null, failureMessage?: string | null, nextAction?: { __typename?: 'PaymentNextAction', kind: string, clientSecret?: string | null, redirectUrl?: string | null } | null } | null, errors: Array<
      | { __typename: 'ValidationError', code: string, message: string, path?: Array<string> | null }
      | { __typename: 'NotFoundError', code: string, message: string, path?: Array<string> | null }
      | { __typename: 'ConflictError', code: string, message: string, path?: Array<string> | null }
      | { __typename: 'ProviderUnavailableError', code: string, message: string, path?: Array<string> | null }
      | { __typename: 'RateLimitedError', code: string, message: string, path?: Array<string> | null }
    > } };

export type DiscoverQueryVariables = Exact<{
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<EventFilter>;
}>;


export type DiscoverQuery = { __typename?: 'Query', categories: Array<{ __typename?: 'Category', id: string, slug: string, name: string }>, events: { __typename?: 'EventConnection', totalCount?: number | null, edges: Array<{ __typename?: 'EventEdge', cursor: string, node: (
        { __typename?: 'Event', id: string }
        & { ' $fragmentRefs'?: { 'EventCard_EventFragment': EventCard_EventFragment } }
      ) }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, endCursor?: string | null }, facets: Array<{ __typename?: 'EventFacet', field: string, value: string, count: number }> } };

export type EventCard_EventFragment = { __typename?: 'Event', id: string, slug: string, title: string, organizer?: { __typename?: 'Organizer', id: string, slug: string, name: string } | null, categories: Array<{ __typename?: 'Category', id: string, slug: string, name: string }>, priceFrom?: (
    { __typename?: 'Money' }
    & { ' $fragmentRefs'?: { 'MoneyValueFragment': MoneyValueFragment } }
  ) | null, nextOccurrence?: { __typename?: 'Occurrence', id: string, startsAt: string, timeZone: string, venue?: { __typename?: 'Venue', id: string, name: string, address: { __typename?: 'PostalAddress', city: string } } | null, availability?: (
      { __typename?: 'Availability' }
      & { ' $fragmentRefs'?: { 'AvailabilityValueFragment': AvailabilityValueFragment } }
    ) | null } | null } & { ' $fragmentName'?: 'EventCard_EventFragment' };

export type EventPageQueryVariables = Exact<{
  organizerSlug: Scalars['String']['input'];
  slug: Scalars['String']['input'];
  from?: InputMaybe<Scalars['DateTime']['input']>;
}>;


export type EventPageQuery = { __typename?: 'Query', event?: (
    { __typename?: 'Event', id: string, title: string, summary?: string | null, description?: string | null, status: EventStatus, format: EventFormat, organizer?: { __typename?: 'Organizer', id: string, slug: string, name: string } | null, categories: Array<{ __typename?: 'Category', id: string, slug: string, name: string }>, refundPolicy: (
      { __typename?: 'RefundPolicy' }
      & { ' $fragmentRefs'?: { 'RefundPolicyText_PolicyFragment': RefundPolicyText_PolicyFragment } }
    ), occurrences: { __typename?: 'OccurrenceConnection', edges: Array<{ __typename?: 'OccurrenceEdge', node: (
          { __typename?: 'Occurrence', id: string, startsAt: string, endsAt?: string | null, timeZone: string, status: OccurrenceStatus, icsUrl: string, venue?: (
            { __typename?: 'Venue', id: string }
            & { ' $fragmentRefs'?: { 'VenueFacts_VenueFragment': VenueFacts_VenueFragment } }
          ) | null }
          & { ' $fragmentRefs'?: { 'DateStrip_OccurrenceFragment': DateStrip_OccurrenceFragment;'BuyPanel_OccurrenceFragment': BuyPanel_OccurrenceFragment } }
        ) }> } }
    & { ' $fragmentRefs'?: { 'BuyPanel_EventFragment': BuyPanel_EventFragment;'BuySheet_EventFragment': BuySheet_EventFragment } }
  ) | null };

export type BuyPanel_EventFragment = { __typename?: 'Event', id: string, currency: string, priceFrom?: (
    { __typename?: 'Money' }
    & { ' $fragmentRefs'?: { 'MoneyValueFragment': MoneyValueFragment } }
  ) | null, ticketTypes: Array<{ __typename?: 'TicketType', id: string, name: string, position: number, visibility: ProductVisibility, minPerBooking: number, maxPerBooking: number, price:
      | { __typename: 'FixedPrice', amount: (
          { __typename?: 'Money' }
          & { ' $fragmentRefs'?: { 'MoneyValueFragment': MoneyValueFragment } }
        ) }
      | { __typename: 'FreePrice', free: boolean }
    , saleWindow: { __typename?: 'SaleWindow', opensAt?: string | null, closesAt?: string | null, state: SaleState } }> } & { ' $fragmentName'?: 'BuyPanel_EventFragment' };

export type BuyPanel_OccurrenceFragment = { __typename?: 'Occurrence', id: string, startsAt: string, timeZone: string, status: OccurrenceStatus } & { ' $fragmentName'?: 'BuyPanel_OccurrenceFragment' };

export type BuySheet_EventFragment = { __typename?: 'Event', id: string, priceFrom?: (
    { __typename?: 'Money' }
    & { ' $fragmentRefs'?: { 'MoneyValueFragment': MoneyValueFragment } }
  ) | null } & { ' $fragmentName'?: 'BuySheet_EventFragment' };

export type DateStrip_OccurrenceFragment = { __typename?: 'Occurrence', id: string, startsAt: string, timeZone: string, status: OccurrenceStatus, availability?: (
    { __typename?: 'Availability' }
    & { ' $fragmentRefs'?: { 'AvailabilityValueFragment': AvailabilityValueFragment } }
  ) | null } & { ' $fragmentName'?: 'DateStrip_OccurrenceFragment' };

export type VenueFacts_VenueFragment = { __typename?: 'Venue', id: string, name: string, capacity?: number | null, address: { __typename?: 'PostalAddress', lines: Array<string>, city: string, countryCode: string } } & { ' $fragmentName'?: 'VenueFacts_VenueFragment' };

export type DateAvailabilityQueryVariables = Exact<{
  occurrenceId: Scalars['ID']['input'];
}>;


export type DateAvailabilityQuery = { __typename?: 'Query', occurrence?: { __typename?: 'Occurrence', id: string, availability?: (
      { __typename?: 'Availability' }
      & { ' $fragmentRefs'?: { 'AvailabilityValueFragment': AvailabilityValueFragment } }
    ) | null, event: { __typename?: 'Event', id: string, ticketTypes: Array<{ __typename?: 'TicketType', id: string, availability?: (
          { __typename?: 'Availability' }
          & { ' $fragmentRefs'?: { 'AvailabilityValueFragment': AvailabilityValueFragment } }
        ) | null }> } } | null };

export type AvailabilityChangedSubscriptionVariables = Exact<{
  occurrenceId: Scalars['ID']['input'];
}>;


export type AvailabilityChangedSubscription = { __typename?: 'Subscription', availabilityChanged: { __typename?: 'AvailabilityDelta', revision: number, products: Array<{ __typename?: 'ProductAvailability', productId: string, availability: { __typename?: 'Availability', state: AvailabilityState, remaining?: number | null, revision: number } }> } };

export type CachedAvailabilityFragment = { __typename?: 'TicketType', id: string, availability?: { __typename?: 'Availability', state: AvailabilityState, remaining?: number | null, revision: number } | null } & { ' $fragmentName'?: 'CachedAvailabilityFragment' };

export type NotificationItem_NotificationFragment = { __typename?: 'Notification', id: string, kind: NotificationKind, title: string, body: string, createdAt: string, readAt?: string | null, deepLink: string } & { ' $fragmentName'?: 'NotificationItem_NotificationFragment' };

export type NotificationListQueryVariables = Exact<{
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type NotificationListQuery = { __typename?: 'Query', me?: { __typename?: 'User', id: string, unreadNotificationCount?: number | null, notifications?: { __typename?: 'NotificationConnection', edges: Array<{ __typename?: 'NotificationEdge', cursor: string, node: (
          { __typename?: 'Notification', id: string, readAt?: string | null }
          & { ' $fragmentRefs'?: { 'NotificationItem_NotificationFragment': NotificationItem_NotificationFragment } }
        ) }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, endCursor?: string | null } } | null } | null };

export type UnreadCountQueryVariables = Exact<{ [key: string]: never; }>;


export type UnreadCountQuery = { __typename?: 'Query', me?: { __typename?: 'User', id: string, unreadNotificationCount?: number | null } | null };

export type NotificationReceivedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type NotificationReceivedSubscription = { __typename?: 'Subscription', notificationReceived?: { __typename?: 'Notification', id: string, title: string } | null };

export type NotificationsMarkReadMutationVariables = Exact<{
  input: NotificationsMarkReadInput;
}>;


export type NotificationsMarkReadMutation = { __typename?: 'Mutation', notificationsMarkRead: { __typename?: 'NotificationsMarkReadPayload', user?: { __typename?: 'User', id: string, unreadNotificationCount?: number | null } | null, errors: Array<
      | { __typename: 'ValidationError', code: string, message: string, path?: Array<string> | null }
      | { __typename: 'NotFoundError', code: string, message: string, path?: Array<string> | null }
    > } };

export type NotificationReadAtFragment = { __typename?: 'Notification', id: string, readAt?: string | null } & { ' $fragmentName'?: 'NotificationReadAtFragment' };

export type CheckInListsQueryVariables = Exact<{
  eventId: Scalars['ID']['input'];
}>;


export type CheckInListsQuery = { __typename?: 'Query', event?: { __typename?: 'Event', id: string, title: string, checkInLists?: Array<{ __typename?: 'CheckInList', id: string, name: string, expected: number, checkedIn: number, occurrence?: { __typename?: 'Occurrence', id: string, name?: string | null, startsAt: string, timeZone: string } | null }> | null } | null };

export type CheckInMutationVariables = Exact<{
  input: CheckInInput;
}>;


export type CheckInMutation = { __typename?: 'Mutation', checkIn: { __typename?: 'CheckInPayload', result: CheckInResult, record?: { __typename?: 'CheckInRecord', id: string, at: string, result: CheckInResult, list: { __typename?: 'CheckInList', id: string, expected: number, checkedIn: number } } | null, ticket?: { __typename?: 'Ticket', id: string, code: string, status: TicketStatus, holderName?: string | null, product?: { __typename?: 'TicketType', id: string, name: string } | null } | null, previous?: { __typename?: 'CheckInRecord', id: string, at: string } | null, errors: Array<
      | (
        { __typename?: 'ValidationError' }
        & { ' $fragmentRefs'?: { 'OrganiseCheckInError_ValidationError_Fragment': OrganiseCheckInError_ValidationError_Fragment } }
      )
      | (
        { __typename?: 'NotFoundError' }
        & { ' $fragmentRefs'?: { 'OrganiseCheckInError_NotFoundError_Fragment': OrganiseCheckInError_NotFoundError_Fragment } }
      )
      | (
        { __typename?: 'RateLimitedError' }
        & { ' $fragmentRefs'?: { 'OrganiseCheckInError_RateLimitedError_Fragment': OrganiseCheckInError_RateLimitedError_Fragment } }
      )
    > } };

export type CheckInActivitySubscriptionVariables = Exact<{
  listId: Scalars['ID']['input'];
}>;


export type CheckInActivitySubscription = { __typename?: 'Subscription', checkInActivity?: { __typename?: 'CheckInActivity', sequence: number, list: { __typename?: 'CheckInList', id: string, expected: number, checkedIn: number }, record: { __typename?: 'CheckInRecord', id: string, at: string, result: CheckInResult }, ticket?: { __typename?: 'Ticket', id: string, code: string, holderName?: string | null } | null } | null };

export type CheckInListCountsFragment = { __typename?: 'CheckInList', id: string, expected: number, checkedIn: number } & { ' $fragmentName'?: 'CheckInListCountsFragment' };

export type EditOrganizerQueryVariables = Exact<{
  slug: Scalars['String']['input'];
}>;


export type EditOrganizerQuery = { __typename?: 'Query', organizer?: { __typename?: 'Organizer', id: string, slug: string, name: string, defaultCurrency: string, defaultTimeZone: string, viewerPermissions?: Array<Permission> | null, events?: { __typename?: 'EventConnection', edges: Array<{ __typename?: 'EventEdge', node: { __typename?: 'Event', id: string, nextOccurrence?: { __typename?: 'Occurrence', id: string, venue?: (
              { __typename?: 'Venue', id: string }
              & { ' $fragmentRefs'?: { 'VenueStep_VenueFragment': VenueStep_VenueFragment } }
            ) | null } | null } }> } | null } | null };

export type EditEventQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type EditEventQuery = { __typename?: 'Query', event?: (
    { __typename?: 'Event', id: string, title: string, summary?: string | null, description?: string | null, format: EventFormat, visibility: EventVisibility, currency: string, version: number, status: EventStatus, categories: Array<{ __typename?: 'Category', id: string, slug: string }>, refundPolicy: { __typename?: 'RefundPolicy', kind: RefundPolicyKind, buyerMayCancelUntilHours?: number | null, tiers: Array<{ __typename?: 'RefundTier', hoursBeforeStart: number, percent: number }> }, occurrences: { __typename?: 'OccurrenceConnection', edges: Array<{ __typename?: 'OccurrenceEdge', node: { __typename?: 'Occurrence', id: string, startsAt: string, endsAt?: string | null, startsAtLocal: string, endsAtLocal?: string | null, timeZone: string, venue?: (
            { __typename?: 'Venue', id: string }
            & { ' $fragmentRefs'?: { 'VenueStep_VenueFragment': VenueStep_VenueFragment } }
          ) | null } }> }, ticketTypes: Array<(
      { __typename?: 'TicketType' }
      & { ' $fragmentRefs'?: { 'TicketsStep_TicketTypeFragment': TicketsStep_TicketTypeFragment } }
    )> }
    & { ' $fragmentRefs'?: { 'PublishStep_EventFragment': PublishStep_EventFragment } }
  ) | null };

export type EventCreateMutationVariables = Exact<{
  input: EventCreateInput;
}>;


export type EventCreateMutation = { __typename?: 'Mutation', eventCreate: { __typename?: 'EventPayload', event?: { __typename?: 'Event', id: string, version: number } | null, errors: Array<
      | (
        { __typename?: 'ValidationError' }
        & { ' $fragmentRefs'?: { 'OrganiseEventError_ValidationError_Fragment': OrganiseEventError_ValidationError_Fragment } }
      )
      | (
        { __typename?: 'NotFoundError' }
        & { ' $fragmentRefs'?: { 'OrganiseEventError_NotFoundError_Fragment': OrganiseEventError_NotFoundError_Fragment } }
      )
      | (
        { __typename?: 'ConflictError' }
        & { ' $fragmentRefs'?: { 'OrganiseEventError_ConflictError_Fragment': OrganiseEventError_ConflictError_Fragment } }
      )
      | (
        { __typename?: 'IdempotencyConflictError' }
        & { ' $fragmentRefs'?: { 'OrganiseEventError_IdempotencyConflictError_Fragment': OrganiseEventError_IdempotencyConflictError_Fragment } }
      )
    > } };

export type EventUpdateMutationVariables = Exact<{
  input: EventUpdateInput;
}>;


export type EventUpdateMutation = { __typename?: 'Mutation', eventUpdate: { __typename?: 'EventPayload', event?: { __typename?: 'Event', id: string, version: number, title: string, summary?: string | null, description?: string | null, visibility: EventVisibility, categories: Array<{ __typename?: 'Category', id: string, slug: string, name: string }>, refundPolicy: (
        { __typename?: 'RefundPolicy' }
        & { ' $fragmentRefs'?: { 'RefundPolicyText_PolicyFragment': RefundPolicyText_PolicyFragment } }
      ) } | null, errors: Array<
      | (
        { __typename?: 'ValidationError' }
        & { ' $fragmentRefs'?: { 'OrganiseEventError_ValidationError_Fragment': OrganiseEventError_ValidationError_Fragment } }
      )
      | (
        { __typename?: 'NotFoundError' }
        & { ' $fragmentRefs'?: { 'OrganiseEventError_NotFoundError_Fragment': OrganiseEventError_NotFoundError_Fragment } }
      )
      | (
        { __typename?: 'ConflictError' }
        & { ' $fragmentRefs'?: { 'OrganiseEventError_ConflictError_Fragment': OrganiseEventError_ConflictError_Fragment } }
      )
      | (
        { __typename?: 'IdempotencyConflictError' }
        & { ' $fragmentRefs'?: { 'OrganiseEventError_IdempotencyConflictError_Fragment': OrganiseEventError_IdempotencyConflictError_Fragment } }
      )
    > } };

export type TeamsQueryVariables = Exact<{ [key: string]: never; }>;


export type TeamsQuery = { __typename?: 'Query', me?: { __typename?: 'User', id: string, emailVerifiedAt?: string | null, memberships?: Array<{ __typename?: 'Membership', id: string, role: TeamRole, organizer: { __typename?: 'Organizer', id: string, slug: string, name: string } }> | null } | null };

export type TeamEventsQueryVariables = Exact<{
  slug: Scalars['String']['input'];
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type TeamEventsQuery = { __typename?: 'Query', organizer?: { __typename?: 'Organizer', id: string, slug: string, name: string, viewerPermissions?: Array<Permission> | null, events?: { __typename?: 'EventConnection', edges: Array<{ __typename?: 'EventEdge', cursor: string, node: { __typename?: 'Event', id: string, slug: string, title: string, status: EventStatus, nextOccurrence?: { __typename?: 'Occurrence', id: string, startsAt: string, timeZone: string, venue?: { __typename?: 'Venue', id: string, name: string } | null } | null } }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, endCursor?: string | null } } | null } | null };

export type OrganizerCreateMutationVariables = Exact<{
  input: OrganizerCreateInput;
}>;


export type OrganizerCreateMutation = { __typename?: 'Mutation', organizerCreate: { __typename?: 'OrganizerCreatePayload', organizer?: { __typename?: 'Organizer', id: string, slug: string, name: string } | null, errors: Array<
      | (
        { __typename?: 'ValidationError' }
        & { ' $fragmentRefs'?: { 'OrganiseSimpleError_ValidationError_Fragment': OrganiseSimpleError_ValidationError_Fragment } }
      )
      | (
        { __typename?: 'NotFoundError' }
        & { ' $fragmentRefs'?: { 'OrganiseSimpleError_NotFoundError_Fragment': OrganiseSimpleError_NotFoundError_Fragment } }
      )
      | (
        { __typename?: 'ConflictError' }
        & { ' $fragmentRefs'?: { 'OrganiseSimpleError_ConflictError_Fragment': OrganiseSimpleError_ConflictError_Fragment } }
      )
      | (
        { __typename?: 'RateLimitedError' }
        & { ' $fragmentRefs'?: { 'OrganiseSimpleError_RateLimitedError_Fragment': OrganiseSimpleError_RateLimitedError_Fragment } }
      )
    > } };

export type SalesQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type SalesQuery = { __typename?: 'Query', event?: { __typename?: 'Event', id: string, slug: string, title: string, organizer?: { __typename?: 'Organizer', id: string, slug: string } | null, salesSummary?: { __typename?: 'SalesSummary', sold: number, held: number, capacity?: number | null, revenue?: Array<(
        { __typename?: 'Money' }
        & { ' $fragmentRefs'?: { 'MoneyValueFragment': MoneyValueFragment } }
      )> | null } | null, quotas?: Array<(
      { __typename?: 'Quota', id: string }
      & { ' $fragmentRefs'?: { 'QuotaTable_QuotaFragment': QuotaTable_QuotaFragment } }
    )> | null, occurrences: { __typename?: 'OccurrenceConnection', edges: Array<{ __typename?: 'OccurrenceEdge', node: { __typename?: 'Occurrence', id: string, startsAt: string, status: OccurrenceStatus } }> } } | null };

export type SalesBookingsQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<BookingFilter>;
}>;


export type SalesBookingsQuery = { __typename?: 'Query', event?: { __typename?: 'Event', id: string, bookings?: { __typename?: 'BookingConnection', totalCount?: number | null, edges: Array<{ __typename?: 'BookingEdge', cursor: string, node: { __typename?: 'Booking', id: string, code: string, status: BookingStatus, createdAt: string, contact?: { __typename?: 'Contact', name: string, email: string } | null, lines: Array<{ __typename?: 'BookingLine', id: string, quantity: number, product?: { __typename?: 'TicketType', id: string, name: string } | null }>, total: (
            { __typename?: 'Money' }
            & { ' $fragmentRefs'?: { 'MoneyValueFragment': MoneyValueFragment } }
          ) } }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, endCursor?: string | null } } | null } | null };

export type SalesNewsSubscriptionVariables = Exact<{
  occurrenceId: Scalars['ID']['input'];
}>;


export type SalesNewsSubscription = { __typename?: 'Subscription', availabilityChanged: { __typename?: 'AvailabilityDelta', revision: number } };

export type CategoryListQueryVariables = Exact<{ [key: string]: never; }>;


export type CategoryListQuery = { __typename?: 'Query', categories: Array<{ __typename?: 'Category', id: string, slug: string, name: string }> };

export type OccurrencesGenerateMutationVariables = Exact<{
  input: OccurrencesGenerateInput;
}>;


export type OccurrencesGenerateMutation = { __typename?: 'Mutation', occurrencesGenerate: { __typename?: 'OccurrencesPayload', occurrences: Array<{ __typename?: 'Occurrence', id: string, startsAt: string, endsAt?: string | null, timeZone: string }>, errors: Array<
      | (
        { __typename?: 'ValidationError' }
        & { ' $fragmentRefs'?: { 'OrganiseEventError_ValidationError_Fragment': OrganiseEventError_ValidationError_Fragment } }
      )
      | (
        { __typename?: 'NotFoundError' }
        & { ' $fragmentRefs'?: { 'OrganiseEventError_NotFoundError_Fragment': OrganiseEventError_NotFoundError_Fragment } }
      )
      | (
        { __typename?: 'ConflictError' }
        & { ' $fragmentRefs'?: { 'OrganiseEventError_ConflictError_Fragment': OrganiseEventError_ConflictError_Fragment } }
      )
      | (
        { __typename?: 'IdempotencyConflictError' }
        & { ' $fragmentRefs'?: { 'OrganiseEventError_IdempotencyConflictError_Fragment': OrganiseEventError_IdempotencyConflictError_Fragment } }
      )
    > } };

export type PublishStep_EventFragment = { __typename?: 'Event', id: string, slug: string, title: string, version: number, status: EventStatus, format: EventFormat, summary?: string | null, description?: string | null, organizer?: { __typename?: 'Organizer', id: string, slug: string } | null, ticketTypes: Array<{ __typename?: 'TicketType', id: string }>, salesSummary?: { __typename?: 'SalesSummary', sold: number } | null, occurrences: { __typename?: 'OccurrenceConnection', edges: Array<{ __typename?: 'OccurrenceEdge', node: { __typename?: 'Occurrence', id: string, startsAt: string, venue?: { __typename?: 'Venue', id: string } | null } }> } } & { ' $fragmentName'?: 'PublishStep_EventFragment' };

export type EventPublishMutationVariables = Exact<{
  input: EventTransitionInput;
}>;


export type EventPublishMutation = { __typename?: 'Mutation', eventPublish: { __typename?: 'EventPayload', event?: { __typename?: 'Event', id: string, version: number, status: EventStatus, publishedAt?: string | null } | null, errors: Array<
      | (
        { __typename?: 'ValidationError' }
        & { ' $fragmentRefs'?: { 'OrganiseEventError_ValidationError_Fragment': OrganiseEventError_ValidationError_Fragment } }
      )
      | (
        { __typename?: 'NotFoundError' }
        & { ' $fragmentRefs'?: { 'OrganiseEventError_NotFoundError_Fragment': OrganiseEventError_NotFoundError_Fragment } }
      )
      | (
        { __typename?: 'ConflictError' }
        & { ' $fragmentRefs'?: { 'OrganiseEventError_ConflictError_Fragment': OrganiseEventError_ConflictError_Fragment } }
      )
      | (
        { __typename?: 'IdempotencyConflictError' }
        & { ' $fragmentRefs'?: { 'OrganiseEventError_IdempotencyConflictError_Fragment': OrganiseEventError_IdempotencyConflictError_Fragment } }
      )
    > } };

export type EventPauseMutationVariables = Exact<{
  input: EventTransitionInput;
}>;


export type EventPauseMutation = { __typename?: 'Mutation', eventPause: { __typename?: 'EventPayload', event?: { __typename?: 'Event', id: string, version: number, status: EventStatus } | null, errors: Array<
      | (
        { __typename?: 'ValidationError' }
        & { ' $fragmentRefs'?: { 'OrganiseEventError_ValidationError_Fragment': OrganiseEventError_ValidationError_Fragment } }
      )
      | (
        { __typename?: 'NotFoundError' }
        & { ' $fragmentRefs'?: { 'OrganiseEventError_NotFoundError_Fragment': OrganiseEventError_NotFoundError_Fragment } }
      )
      | (
        { __typename?: 'ConflictError' }
        & { ' $fragmentRefs'?: { 'OrganiseEventError_ConflictError_Fragment': OrganiseEventError_ConflictError_Fragment } }
      )
      | (
        { __typename?: 'IdempotencyConflictError' }
        & { ' $fragmentRefs'?: { 'OrganiseEventError_IdempotencyConflictError_Fragment': OrganiseEventError_IdempotencyConflictError_Fragment } }
      )
    > } };

export type EventCancelMutationVariables = Exact<{
  input: EventCancelInput;
}>;


export type EventCancelMutation = { __typename?: 'Mutation', eventCancel: { __typename?: 'EventPayload', event?: { __typename?: 'Event', id: string, version: number, status: EventStatus } | null, errors: Array<
      | (
        { __typename?: 'ValidationError' }
        & { ' $fragmentRefs'?: { 'OrganiseEventError_ValidationError_Fragment': OrganiseEventError_ValidationError_Fragment } }
      )
      | (
        { __typename?: 'NotFoundError' }
        & { ' $fragmentRefs'?: { 'OrganiseEventError_NotFoundError_Fragment': OrganiseEventError_NotFoundError_Fragment } }
      )
      | (
        { __typename?: 'ConflictError' }
        & { ' $fragmentRefs'?: { 'OrganiseEventError_ConflictError_Fragment': OrganiseEventError_ConflictError_Fragment } }
      )
      | (
        { __typename?: 'IdempotencyConflictError' }
        & { ' $fragmentRefs'?: { 'OrganiseEventError_IdempotencyConflictError_Fragment': OrganiseEventError_IdempotencyConflictError_Fragment } }
      )
    > } };

export type QuotaTable_QuotaFragment = { __typename?: 'Quota', id: string, name: string, capacity?: number | null, sold: number, held: number, remaining?: number | null, version: number, products?: Array<{ __typename?: 'TicketType', id: string, name: string }> | null } & { ' $fragmentName'?: 'QuotaTable_QuotaFragment' };

export type TicketsStep_TicketTypeFragment = { __typename?: 'TicketType', id: string, name: string, version: number, position: number, minPerBooking: number, maxPerBooking: number, visibility: ProductVisibility, price:
    | { __typename: 'FixedPrice', amount: (
        { __typename?: 'Money' }
        & { ' $fragmentRefs'?: { 'MoneyValueFragment': MoneyValueFragment } }
      ) }
    | { __typename: 'FreePrice', free: boolean }
  , quotas?: Array<{ __typename?: 'Quota', id: string, capacity?: number | null }> | null } & { ' $fragmentName'?: 'TicketsStep_TicketTypeFragment' };

export type TicketTypeUpsertMutationVariables = Exact<{
  input: TicketTypeUpsertInput;
}>;


export type TicketTypeUpsertMutation = { __typename?: 'Mutation', ticketTypeUpsert: { __typename?: 'TicketTypePayload', ticketType?: { __typename?: 'TicketType', id: string, name: string, version: number, position: number, minPerBooking: number, maxPerBooking: number, visibility: ProductVisibility, price:
        | { __typename: 'FixedPrice', amount: (
            { __typename?: 'Money' }
            & { ' $fragmentRefs'?: { 'MoneyValueFragment': MoneyValueFragment } }
          ) }
        | { __typename: 'FreePrice', free: boolean }
       } | null, errors: Array<
      | (
        { __typename?: 'ValidationError' }
        & { ' $fragmentRefs'?: { 'OrganiseEventError_ValidationError_Fragment': OrganiseEventError_ValidationError_Fragment } }
      )
      | (
        { __typename?: 'NotFoundError' }
        & { ' $fragmentRefs'?: { 'OrganiseEventError_NotFoundError_Fragment': OrganiseEventError_NotFoundError_Fragment } }
      )
      | (
        { __typename?: 'ConflictError' }
        & { ' $fragmentRefs'?: { 'OrganiseEventError_ConflictError_Fragment': OrganiseEventError_ConflictError_Fragment } }
      )
      | (
        { __typename?: 'IdempotencyConflictError' }
        & { ' $fragmentRefs'?: { 'OrganiseEventError_IdempotencyConflictError_Fragment': OrganiseEventError_IdempotencyConflictError_Fragment } }
      )
    > } };

export type VenueStep_VenueFragment = { __typename?: 'Venue', id: string, name: string, timeZone: string, capacity?: number | null, version: number, address: { __typename?: 'PostalAddress', lines: Array<string>, city: string, countryCode: string } } & { ' $fragmentName'?: 'VenueStep_VenueFragment' };

export type VenueUpsertMutationVariables = Exact<{
  input: VenueUpsertInput;
}>;


export type VenueUpsertMutation = { __typename?: 'Mutation', venueUpsert: { __typename?: 'VenuePayload', venue?: (
      { __typename?: 'Venue' }
      & { ' $fragmentRefs'?: { 'VenueStep_VenueFragment': VenueStep_VenueFragment } }
    ) | null, errors: Array<
      | (
        { __typename?: 'ValidationError' }
        & { ' $fragmentRefs'?: { 'OrganiseEventError_ValidationError_Fragment': OrganiseEventError_ValidationError_Fragment } }
      )
      | (
        { __typename?: 'NotFoundError' }
        & { ' $fragmentRefs'?: { 'OrganiseEventError_NotFoundError_Fragment': OrganiseEventError_NotFoundError_Fragment } }
      )
      | (
        { __typename?: 'ConflictError' }
        & { ' $fragmentRefs'?: { 'OrganiseEventError_ConflictError_Fragment': OrganiseEventError_ConflictError_Fragment } }
      )
      | (
        { __typename?: 'IdempotencyConflictError' }
        & { ' $fragmentRefs'?: { 'OrganiseEventError_IdempotencyConflictError_Fragment': OrganiseEventError_IdempotencyConflictError_Fragment } }
      )
    > } };

type OrganiseEventError_ValidationError_Fragment = { __typename: 'ValidationError', code: string, message: string, path?: Array<string> | null } & { ' $fragmentName'?: 'OrganiseEventError_ValidationError_Fragment' };

type OrganiseEventError_NotFoundError_Fragment = { __typename: 'NotFoundError', code: string, message: string, path?: Array<string> | null } & { ' $fragmentName'?: 'OrganiseEventError_NotFoundError_Fragment' };

type OrganiseEventError_ConflictError_Fragment = { __typename: 'ConflictError', code: string, message: string, path?: Array<string> | null } & { ' $fragmentName'?: 'OrganiseEventError_ConflictError_Fragment' };

type OrganiseEventError_IdempotencyConflictError_Fragment = { __typename: 'IdempotencyConflictError', code: string, message: string, path?: Array<string> | null } & { ' $fragmentName'?: 'OrganiseEventError_IdempotencyConflictError_Fragment' };

export type OrganiseEventErrorFragment =
  | OrganiseEventError_ValidationError_Fragment
  | OrganiseEventError_NotFoundError_Fragment
  | OrganiseEventError_ConflictError_Fragment
  | OrganiseEventError_IdempotencyConflictError_Fragment
;

type OrganiseSimpleError_ValidationError_Fragment = { __typename: 'ValidationError', code: string, message: string, path?: Array<string> | null } & { ' $fragmentName'?: 'OrganiseSimpleError_ValidationError_Fragment' };

type OrganiseSimpleError_NotFoundError_Fragment = { __typename: 'NotFoundError', code: string, message: string, path?: Array<string> | null } & { ' $fragmentName'?: 'OrganiseSimpleError_NotFoundError_Fragment' };

type OrganiseSimpleError_ConflictError_Fragment = { __typename: 'ConflictError', code: string, message: string, path?: Array<string> | null } & { ' $fragmentName'?: 'OrganiseSimpleError_ConflictError_Fragment' };

type OrganiseSimpleError_RateLimitedError_Fragment = { __typename: 'RateLimitedError', code: string, message: string, path?: Array<string> | null, retryAfterSeconds: number } & { ' $fragmentName'?: 'OrganiseSimpleError_RateLimitedError_Fragment' };

export type OrganiseSimpleErrorFragment =
  | OrganiseSimpleError_ValidationError_Fragment
  | OrganiseSimpleError_NotFoundError_Fragment
  | OrganiseSimpleError_ConflictError_Fragment
  | OrganiseSimpleError_RateLimitedError_Fragment
;

type OrganiseCheckInError_ValidationError_Fragment = { __typename: 'ValidationError', code: string, message: string, path?: Array<string> | null } & { ' $fragmentName'?: 'OrganiseCheckInError_ValidationError_Fragment' };

type OrganiseCheckInError_NotFoundError_Fragment = { __typename: 'NotFoundError', code: string, message: string, path?: Array<string> | null } & { ' $fragmentName'?: 'OrganiseCheckInError_NotFoundError_Fragment' };

type OrganiseCheckInError_RateLimitedError_Fragment = { __typename: 'RateLimitedError', code: string, message: string, path?: Array<string> | null, retryAfterSeconds: number } & { ' $fragmentName'?: 'OrganiseCheckInError_RateLimitedError_Fragment' };

export type OrganiseCheckInErrorFragment =
  | OrganiseCheckInError_ValidationError_Fragment
  | OrganiseCheckInError_NotFoundError_Fragment
  | OrganiseCheckInError_RateLimitedError_Fragment
;

type OrganiseQuotaError_ValidationError_Fragment = { __typename: 'ValidationError', code: string, message: string, path?: Array<string> | null } & { ' $fragmentName'?: 'OrganiseQuotaError_ValidationError_Fragment' };

type OrganiseQuotaError_NotFoundError_Fragment = { __typename: 'NotFoundError', code: string, message: string, path?: Array<string> | null } & { ' $fragmentName'?: 'OrganiseQuotaError_NotFoundError_Fragment' };

type OrganiseQuotaError_ConflictError_Fragment = { __typename: 'ConflictError', code: string, message: string, path?: Array<string> | null } & { ' $fragmentName'?: 'OrganiseQuotaError_ConflictError_Fragment' };

type OrganiseQuotaError_QuotaBelowUsageError_Fragment = { __typename: 'QuotaBelowUsageError', code: string, message: string, path?: Array<string> | null, inUse: number } & { ' $fragmentName'?: 'OrganiseQuotaError_QuotaBelowUsageError_Fragment' };

export type OrganiseQuotaErrorFragment =
  | OrganiseQuotaError_ValidationError_Fragment
  | OrganiseQuotaError_NotFoundError_Fragment
  | OrganiseQuotaError_ConflictError_Fragment
  | OrganiseQuotaError_QuotaBelowUsageError_Fragment
;

export type BookingQueryVariables = Exact<{
  bookingId: Scalars['ID']['input'];
}>;


export type BookingQuery = { __typename?: 'Query', booking?: { __typename?: 'Booking', id: string, code: string, version: number, status: BookingStatus, paymentState: BookingPaymentState, viewerActions: Array<BookingAction>, contact?: { __typename?: 'Contact', name: string, email: string } | null, occurrence?: { __typename?: 'Occurrence', id: string, icsUrl: string } | null, lines: Array<{ __typename?: 'BookingLine', id: string, quantity: number, product?: { __typename?: 'TicketType', id: string, name: string } | null, total: (
        { __typename?: 'Money' }
        & { ' $fragmentRefs'?: { 'MoneyValueFragment': MoneyValueFragment } }
      ) }>, total: (
      { __typename?: 'Money' }
      & { ' $fragmentRefs'?: { 'MoneyValueFragment': MoneyValueFragment } }
    ), refundPolicy: (
      { __typename?: 'RefundPolicy' }
      & { ' $fragmentRefs'?: { 'RefundPolicyText_PolicyFragment': RefundPolicyText_PolicyFragment } }
    ), tickets: Array<(
      { __typename?: 'Ticket', id: string, status: TicketStatus }
      & { ' $fragmentRefs'?: { 'TicketCard_TicketFragment': TicketCard_TicketFragment } }
    )>, payments?: Array<{ __typename?: 'Payment', id: string, status: PaymentStatus, amount: (
        { __typename?: 'Money' }
        & { ' $fragmentRefs'?: { 'MoneyValueFragment': MoneyValueFragment } }
      ), method?: { __typename?: 'PaymentMethod', brand?: string | null, last4?: string | null, kind: string } | null, refunds: Array<{ __typename?: 'Refund', id: string, status: RefundStatus, amount: (
          { __typename?: 'Money' }
          & { ' $fragmentRefs'?: { 'MoneyValueFragment': MoneyValueFragment } }
        ) }> }> | null } | null };

export type BookingNewsSubscriptionVariables = Exact<{
  bookingId: Scalars['ID']['input'];
}>;


export type BookingNewsSubscription = { __typename?: 'Subscription', bookingChanged?: { __typename?: 'Booking', id: string, version: number } | null };

export type RefundNewsSubscriptionVariables = Exact<{
  bookingId: Scalars['ID']['input'];
}>;


export type RefundNewsSubscription = { __typename?: 'Subscription', paymentChanged?: { __typename?: 'Payment', id: string, status: PaymentStatus } | null };

export type TicketsQueryVariables = Exact<{
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
  upcomingOnly: Scalars['Boolean']['input'];
}>;


export type TicketsQuery = { __typename?: 'Query', me?: { __typename?: 'User', id: string, tickets?: { __typename?: 'TicketConnection', edges: Array<{ __typename?: 'TicketEdge', cursor: string, node: (
          { __typename?: 'Ticket', id: string, status: TicketStatus, booking: { __typename?: 'Booking', id: string }, occurrence?: { __typename?: 'Occurrence', id: string, startsAt: string, icsUrl: string } | null }
          & { ' $fragmentRefs'?: { 'TicketCard_TicketFragment': TicketCard_TicketFragment } }
        ) }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, endCursor?: string | null } } | null } | null };

export type CancelQuoteQueryVariables = Exact<{
  bookingId: Scalars['ID']['input'];
}>;


export type CancelQuoteQuery = { __typename?: 'Query', booking?: { __typename?: 'Booking', id: string, total: (
      { __typename?: 'Money' }
      & { ' $fragmentRefs'?: { 'MoneyValueFragment': MoneyValueFragment } }
    ), refundQuote?: { __typename?: 'RefundQuote', percent: number, deadline?: string | null, refundable: (
        { __typename?: 'Money' }
        & { ' $fragmentRefs'?: { 'MoneyValueFragment': MoneyValueFragment } }
      ), feeRetained: (
        { __typename?: 'Money' }
        & { ' $fragmentRefs'?: { 'MoneyValueFragment': MoneyValueFragment } }
      ) } | null } | null };

export type BookingCancelMutationVariables = Exact<{
  input: BookingCancelInput;
}>;


export type BookingCancelMutation = { __typename?: 'Mutation', bookingCancel: { __typename?: 'BookingPayload', booking?: { __typename?: 'Booking', id: string, version: number, status: BookingStatus, paymentState: BookingPaymentState, viewerActions: Array<BookingAction>, cancelledAt?: string | null, tickets: Array<{ __typename?: 'Ticket', id: string, status: TicketStatus }> } | null, errors: Array<
      | { __typename: 'ValidationError', code: string, message: string, path?: Array<string> | null }
      | { __typename: 'NotFoundError', code: string, message: string, path?: Array<string> | null }
      | { __typename: 'ConflictError', code: string, message: string, path?: Array<string> | null }
      | { __typename: 'HoldExpiredError', code: string, message: string, path?: Array<string> | null }
      | { __typename: 'RefundNotAllowedError', code: string, message: string, path?: Array<string> | null }
      | { __typename: 'IdempotencyConflictError', code: string, message: string, path?: Array<string> | null }
      | { __typename: 'RateLimitedError', code: string, message: string, path?: Array<string> | null, retryAfterSeconds: number }
    > } };

export type TicketCard_TicketFragment = { __typename?: 'Ticket', id: string, code: string, status: TicketStatus, holderName?: string | null, qrPayload?: string | null, product?: { __typename?: 'TicketType', id: string, name: string } | null, occurrence?: { __typename?: 'Occurrence', id: string, name?: string | null, startsAt: string, timeZone: string, venue?: { __typename?: 'Venue', id: string, name: string, address: { __typename?: 'PostalAddress', lines: Array<string>, city: string } } | null } | null } & { ' $fragmentName'?: 'TicketCard_TicketFragment' };

export type HoldPlaceMutationVariables = Exact<{
  input: HoldPlaceInput;
}>;


export type HoldPlaceMutation = { __typename?: 'Mutation', holdPlace: { __typename?: 'HoldPlacePayload', guestToken?: string | null, booking?: { __typename?: 'Booking', id: string, status: BookingStatus, serverNow: string, expiresAt?: string | null } | null, errors: Array<
      | { __typename: 'ValidationError', code: string, message: string, path?: Array<string> | null }
      | { __typename: 'NotFoundError', code: string, message: string, path?: Array<string> | null }
      | { __typename: 'InsufficientAvailabilityError', code: string, message: string, path?: Array<string> | null, productId: string, remaining: number }
      | { __typename: 'SalesClosedError', code: string, message: string, path?: Array<string> | null, opensAt?: string | null }
      | { __typename: 'PurchaseLimitError', code: string, message: string, path?: Array<string> | null, max: number, already: number }
      | { __typename: 'IdempotencyConflictError', code: string, message: string, path?: Array<string> | null }
      | { __typename: 'RateLimitedError', code: string, message: string, path?: Array<string> | null, retryAfterSeconds: number }
    > } };

export type MoneyValueFragment = { __typename?: 'Money', amountMinor: number, currency: string, exponent: number } & { ' $fragmentName'?: 'MoneyValueFragment' };

export const RefundPolicyText_PolicyFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RefundPolicyText_policy"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RefundPolicy"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"tiers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hoursBeforeStart"}},{"kind":"Field","name":{"kind":"Name","value":"percent"}}]}},{"kind":"Field","name":{"kind":"Name","value":"buyerMayCancelUntilHours"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]} as unknown as DocumentNode<RefundPolicyText_PolicyFragment, unknown>;
export const ProfileFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ProfileFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"emailVerifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}}]}}]} as unknown as DocumentNode<ProfileFieldsFragment, unknown>;
export const AccountSignInErrorFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountSignInError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignInError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}}]}}]} as unknown as DocumentNode<AccountSignInErrorFragment, unknown>;
export const AccountSignUpErrorFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountSignUpError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignUpError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}}]}}]} as unknown as DocumentNode<AccountSignUpErrorFragment, unknown>;
export const AccountSimpleErrorFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountSimpleError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SimpleError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}}]}}]} as unknown as DocumentNode<AccountSimpleErrorFragment, unknown>;
export const MoneyValueFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyValue"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amountMinor"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"exponent"}}]}}]} as unknown as DocumentNode<MoneyValueFragment, unknown>;
export const Summary_BookingFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Summary_booking"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Booking"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"occurrence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"venue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"address"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"city"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyValue"}}]}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyValue"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyValue"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amountMinor"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"exponent"}}]}}]} as unknown as DocumentNode<Summary_BookingFragment, unknown>;
export const CheckoutBookingVersionFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CheckoutBookingVersion"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Booking"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"paymentState"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"serverNow"}},{"kind":"Field","name":{"kind":"Name","value":"viewerActions"}}]}}]} as unknown as DocumentNode<CheckoutBookingVersionFragment, unknown>;
export const CheckoutBookingErrorFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CheckoutBookingError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BookingError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}}]}}]} as unknown as DocumentNode<CheckoutBookingErrorFragment, unknown>;
export const AvailabilityValueFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AvailabilityValue"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Availability"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}}]}}]} as unknown as DocumentNode<AvailabilityValueFragment, unknown>;
export const EventCard_EventFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EventCard_event"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Event"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"organizer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"categories"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"priceFrom"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyValue"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nextOccurrence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"venue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"address"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"city"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"availability"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AvailabilityValue"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyValue"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amountMinor"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"exponent"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AvailabilityValue"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Availability"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}}]}}]} as unknown as DocumentNode<EventCard_EventFragment, unknown>;
export const BuyPanel_EventFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BuyPanel_event"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Event"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"priceFrom"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyValue"}}]}},{"kind":"Field","name":{"kind":"Name","value":"ticketTypes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"visibility"}},{"kind":"Field","name":{"kind":"Name","value":"minPerBooking"}},{"kind":"Field","name":{"kind":"Name","value":"maxPerBooking"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FixedPrice"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyValue"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FreePrice"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"free"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"saleWindow"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"opensAt"}},{"kind":"Field","name":{"kind":"Name","value":"closesAt"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyValue"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amountMinor"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"exponent"}}]}}]} as unknown as DocumentNode<BuyPanel_EventFragment, unknown>;
export const BuyPanel_OccurrenceFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BuyPanel_occurrence"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Occurrence"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]} as unknown as DocumentNode<BuyPanel_OccurrenceFragment, unknown>;
export const BuySheet_EventFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BuySheet_event"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Event"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"priceFrom"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyValue"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyValue"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amountMinor"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"exponent"}}]}}]} as unknown as DocumentNode<BuySheet_EventFragment, unknown>;
export const DateStrip_OccurrenceFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DateStrip_occurrence"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Occurrence"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"availability"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AvailabilityValue"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AvailabilityValue"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Availability"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}}]}}]} as unknown as DocumentNode<DateStrip_OccurrenceFragment, unknown>;
export const VenueFacts_VenueFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"VenueFacts_venue"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Venue"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"capacity"}},{"kind":"Field","name":{"kind":"Name","value":"address"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lines"}},{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"countryCode"}}]}}]}}]} as unknown as DocumentNode<VenueFacts_VenueFragment, unknown>;
export const CachedAvailabilityFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CachedAvailability"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TicketType"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"availability"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"occurrenceId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"occurrenceId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}}]}}]}}]} as unknown as DocumentNode<CachedAvailabilityFragment, unknown>;
export const NotificationItem_NotificationFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NotificationItem_notification"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Notification"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"readAt"}},{"kind":"Field","name":{"kind":"Name","value":"deepLink"}}]}}]} as unknown as DocumentNode<NotificationItem_NotificationFragment, unknown>;
export const NotificationReadAtFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NotificationReadAt"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Notification"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"readAt"}}]}}]} as unknown as DocumentNode<NotificationReadAtFragment, unknown>;
export const CheckInListCountsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CheckInListCounts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CheckInList"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"checkedIn"}}]}}]} as unknown as DocumentNode<CheckInListCountsFragment, unknown>;
export const PublishStep_EventFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PublishStep_event"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Event"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"format"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"organizer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"ticketTypes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"salesSummary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sold"}}]}},{"kind":"Field","name":{"kind":"Name","value":"occurrences"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"60"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"venue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<PublishStep_EventFragment, unknown>;
export const QuotaTable_QuotaFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"QuotaTable_quota"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Quota"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"capacity"}},{"kind":"Field","name":{"kind":"Name","value":"sold"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"products"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<QuotaTable_QuotaFragment, unknown>;
export const TicketsStep_TicketTypeFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TicketsStep_ticketType"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TicketType"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"minPerBooking"}},{"kind":"Field","name":{"kind":"Name","value":"maxPerBooking"}},{"kind":"Field","name":{"kind":"Name","value":"visibility"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FixedPrice"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyValue"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FreePrice"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"free"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"quotas"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"capacity"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyValue"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amountMinor"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"exponent"}}]}}]} as unknown as DocumentNode<TicketsStep_TicketTypeFragment, unknown>;
export const VenueStep_VenueFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"VenueStep_venue"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Venue"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"capacity"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"address"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lines"}},{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"countryCode"}}]}}]}}]} as unknown as DocumentNode<VenueStep_VenueFragment, unknown>;
export const OrganiseEventErrorFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganiseEventError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EventError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]} as unknown as DocumentNode<OrganiseEventErrorFragment, unknown>;
export const OrganiseSimpleErrorFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganiseSimpleError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SimpleError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}}]}}]} as unknown as DocumentNode<OrganiseSimpleErrorFragment, unknown>;
export const OrganiseCheckInErrorFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganiseCheckInError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CheckInError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}}]}}]} as unknown as DocumentNode<OrganiseCheckInErrorFragment, unknown>;
export const OrganiseQuotaErrorFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganiseQuotaError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"QuotaError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"QuotaBelowUsageError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"inUse"}}]}}]}}]} as unknown as DocumentNode<OrganiseQuotaErrorFragment, unknown>;
export const TicketCard_TicketFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TicketCard_ticket"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Ticket"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"holderName"}},{"kind":"Field","name":{"kind":"Name","value":"qrPayload"}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"occurrence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"venue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"address"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lines"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}}]}}]}}]}}]} as unknown as DocumentNode<TicketCard_TicketFragment, unknown>;
export const TokenRefreshDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TokenRefresh"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tokenRefresh"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"useCookie"},"value":{"kind":"BooleanValue","value":true}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"accessTokenExpiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]}}]} as unknown as DocumentNode<TokenRefreshMutation, TokenRefreshMutationVariables>;
export const SignOutDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signOut"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"everywhere"},"value":{"kind":"BooleanValue","value":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ok"}}]}}]}}]} as unknown as DocumentNode<SignOutMutation, SignOutMutationVariables>;
export const VerifyReminderDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"VerifyReminder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"emailVerifiedAt"}}]}}]}}]} as unknown as DocumentNode<VerifyReminderQuery, VerifyReminderQueryVariables>;
export const AccountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ProfileFields"}},{"kind":"Field","name":{"kind":"Name","value":"loginSessions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"userAgent"}},{"kind":"Field","name":{"kind":"Name","value":"lastSeenAt"}},{"kind":"Field","name":{"kind":"Name","value":"current"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ProfileFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"emailVerifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}}]}}]} as unknown as DocumentNode<AccountQuery, AccountQueryVariables>;
export const ProfileUpdateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ProfileUpdate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ProfileUpdateInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"profileUpdate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ProfileFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccountSimpleError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ProfileFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"emailVerifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountSimpleError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SimpleError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}}]}}]} as unknown as DocumentNode<ProfileUpdateMutation, ProfileUpdateMutationVariables>;
export const SignOutEverywhereDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignOutEverywhere"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signOut"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"everywhere"},"value":{"kind":"BooleanValue","value":true}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ok"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccountSimpleError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountSimpleError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SimpleError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}}]}}]} as unknown as DocumentNode<SignOutEverywhereMutation, SignOutEverywhereMutationVariables>;
export const PasswordResetRequestDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PasswordResetRequest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PasswordResetRequestInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"passwordResetRequest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccountSimpleError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountSimpleError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SimpleError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}}]}}]} as unknown as DocumentNode<PasswordResetRequestMutation, PasswordResetRequestMutationVariables>;
export const PasswordResetDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PasswordReset"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PasswordResetInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"passwordReset"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ok"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccountSimpleError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountSimpleError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SimpleError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}}]}}]} as unknown as DocumentNode<PasswordResetMutation, PasswordResetMutationVariables>;
export const SignInDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignInInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signIn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"accessTokenExpiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccountSignInError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountSignInError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignInError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}}]}}]} as unknown as DocumentNode<SignInMutation, SignInMutationVariables>;
export const SignedInDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SignedIn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"emailVerifiedAt"}}]}}]}}]} as unknown as DocumentNode<SignedInQuery, SignedInQueryVariables>;
export const SignUpDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignUp"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignUpInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signUp"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccountSignUpError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountSignUpError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignUpError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}}]}}]} as unknown as DocumentNode<SignUpMutation, SignUpMutationVariables>;
export const EmailVerifyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EmailVerify"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EmailVerifyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"emailVerify"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"emailVerifiedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccountSimpleError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountSimpleError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SimpleError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}}]}}]} as unknown as DocumentNode<EmailVerifyMutation, EmailVerifyMutationVariables>;
export const EmailVerificationResendDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EmailVerificationResend"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EmailVerificationResendInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"emailVerificationResend"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccountSimpleError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountSimpleError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SimpleError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}}]}}]} as unknown as DocumentNode<EmailVerificationResendMutation, EmailVerificationResendMutationVariables>;
export const NewCheckoutDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"NewCheckout"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"occurrenceId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"occurrence"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"occurrenceId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"venue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"address"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"city"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"event"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"organizer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"ticketTypes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FixedPrice"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyValue"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FreePrice"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"free"}}]}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyValue"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amountMinor"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"exponent"}}]}}]} as unknown as DocumentNode<NewCheckoutQuery, NewCheckoutQueryVariables>;
export const CheckoutDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Checkout"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"bookingId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"booking"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"bookingId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"paymentState"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"serverNow"}},{"kind":"Field","name":{"kind":"Name","value":"viewerActions"}},{"kind":"Field","name":{"kind":"Name","value":"contact"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyValue"}}]}},{"kind":"Field","name":{"kind":"Name","value":"occurrence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"icsUrl"}},{"kind":"Field","name":{"kind":"Name","value":"event"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"organizer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"tickets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"payments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"failureCode"}},{"kind":"Field","name":{"kind":"Name","value":"failureMessage"}},{"kind":"Field","name":{"kind":"Name","value":"nextAction"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"clientSecret"}},{"kind":"Field","name":{"kind":"Name","value":"redirectUrl"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Summary_booking"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyValue"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amountMinor"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"exponent"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Summary_booking"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Booking"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"occurrence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"venue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"address"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"city"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyValue"}}]}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyValue"}}]}}]}}]} as unknown as DocumentNode<CheckoutQuery, CheckoutQueryVariables>;
export const CheckoutBookingChangedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"CheckoutBookingChanged"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"bookingId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bookingChanged"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"bookingId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"bookingId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"paymentState"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"serverNow"}},{"kind":"Field","name":{"kind":"Name","value":"viewerActions"}}]}}]}}]} as unknown as DocumentNode<CheckoutBookingChangedSubscription, CheckoutBookingChangedSubscriptionVariables>;
export const CheckoutPaymentChangedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"CheckoutPaymentChanged"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"bookingId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"paymentChanged"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"bookingId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"bookingId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]} as unknown as DocumentNode<CheckoutPaymentChangedSubscription, CheckoutPaymentChangedSubscriptionVariables>;
export const HoldExtendDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"HoldExtend"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"HoldExtendInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"holdExtend"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"booking"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CheckoutBookingVersion"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CheckoutBookingError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CheckoutBookingVersion"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Booking"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"paymentState"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"serverNow"}},{"kind":"Field","name":{"kind":"Name","value":"viewerActions"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CheckoutBookingError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BookingError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}}]}}]} as unknown as DocumentNode<HoldExtendMutation, HoldExtendMutationVariables>;
export const HoldReleaseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"HoldRelease"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"HoldReleaseInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"holdRelease"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"booking"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CheckoutBookingVersion"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CheckoutBookingError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CheckoutBookingVersion"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Booking"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"paymentState"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"serverNow"}},{"kind":"Field","name":{"kind":"Name","value":"viewerActions"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CheckoutBookingError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BookingError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}}]}}]} as unknown as DocumentNode<HoldReleaseMutation, HoldReleaseMutationVariables>;
export const BookingConfirmFreeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"BookingConfirmFree"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"BookingConfirmFreeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bookingConfirmFree"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"booking"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CheckoutBookingVersion"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CheckoutBookingError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CheckoutBookingVersion"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Booking"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"paymentState"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"serverNow"}},{"kind":"Field","name":{"kind":"Name","value":"viewerActions"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CheckoutBookingError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BookingError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}}]}}]} as unknown as DocumentNode<BookingConfirmFreeMutation, BookingConfirmFreeMutationVariables>;
export const PaymentStartDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PaymentStart"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentStartInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"paymentStart"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"payment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"failureCode"}},{"kind":"Field","name":{"kind":"Name","value":"failureMessage"}},{"kind":"Field","name":{"kind":"Name","value":"nextAction"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"clientSecret"}},{"kind":"Field","name":{"kind":"Name","value":"redirectUrl"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AmountChangedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"newTotal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyValue"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyValue"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amountMinor"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"exponent"}}]}}]} as unknown as DocumentNode<PaymentStartMutation, PaymentStartMutationVariables>;
export const PaymentSyncDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PaymentSync"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentSyncInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"paymentSync"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"payment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"failureCode"}},{"kind":"Field","name":{"kind":"Name","value":"failureMessage"}},{"kind":"Field","name":{"kind":"Name","value":"nextAction"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"clientSecret"}},{"kind":"Field","name":{"kind":"Name","value":"redirectUrl"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]}}]} as unknown as DocumentNode<PaymentSyncMutation, PaymentSyncMutationVariables>;
export const DiscoverDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Discover"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"EventFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"categories"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"EventCard_event"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"facets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyValue"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amountMinor"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"exponent"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AvailabilityValue"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Availability"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EventCard_event"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Event"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"organizer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"categories"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"priceFrom"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyValue"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nextOccurrence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"venue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"address"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"city"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"availability"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AvailabilityValue"}}]}}]}}]}}]} as unknown as DocumentNode<DiscoverQuery, DiscoverQueryVariables>;
export const EventPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"EventPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"organizerSlug"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"slug"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"event"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"organizerSlug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"organizerSlug"}}},{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"slug"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"format"}},{"kind":"Field","name":{"kind":"Name","value":"organizer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"categories"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"refundPolicy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RefundPolicyText_policy"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"BuyPanel_event"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"BuySheet_event"}},{"kind":"Field","name":{"kind":"Name","value":"occurrences"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"60"}},{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"endsAt"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"icsUrl"}},{"kind":"Field","name":{"kind":"Name","value":"venue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"VenueFacts_venue"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"DateStrip_occurrence"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"BuyPanel_occurrence"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyValue"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amountMinor"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"exponent"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AvailabilityValue"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Availability"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RefundPolicyText_policy"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RefundPolicy"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"tiers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hoursBeforeStart"}},{"kind":"Field","name":{"kind":"Name","value":"percent"}}]}},{"kind":"Field","name":{"kind":"Name","value":"buyerMayCancelUntilHours"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BuyPanel_event"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Event"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"priceFrom"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyValue"}}]}},{"kind":"Field","name":{"kind":"Name","value":"ticketTypes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"visibility"}},{"kind":"Field","name":{"kind":"Name","value":"minPerBooking"}},{"kind":"Field","name":{"kind":"Name","value":"maxPerBooking"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FixedPrice"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyValue"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FreePrice"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"free"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"saleWindow"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"opensAt"}},{"kind":"Field","name":{"kind":"Name","value":"closesAt"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BuySheet_event"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Event"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"priceFrom"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyValue"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"VenueFacts_venue"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Venue"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"capacity"}},{"kind":"Field","name":{"kind":"Name","value":"address"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lines"}},{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"countryCode"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DateStrip_occurrence"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Occurrence"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"availability"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AvailabilityValue"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BuyPanel_occurrence"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Occurrence"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]} as unknown as DocumentNode<EventPageQuery, EventPageQueryVariables>;
export const DateAvailabilityDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DateAvailability"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"occurrenceId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"occurrence"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"occurrenceId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"availability"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AvailabilityValue"}}]}},{"kind":"Field","name":{"kind":"Name","value":"event"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"ticketTypes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"availability"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"occurrenceId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"occurrenceId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AvailabilityValue"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AvailabilityValue"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Availability"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}}]}}]} as unknown as DocumentNode<DateAvailabilityQuery, DateAvailabilityQueryVariables>;
export const AvailabilityChangedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"AvailabilityChanged"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"occurrenceId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"availabilityChanged"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"occurrenceId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"occurrenceId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"products"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"productId"}},{"kind":"Field","name":{"kind":"Name","value":"availability"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}}]}}]}}]}}]}}]} as unknown as DocumentNode<AvailabilityChangedSubscription, AvailabilityChangedSubscriptionVariables>;
export const NotificationListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"NotificationList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"unreadNotificationCount"}},{"kind":"Field","name":{"kind":"Name","value":"notifications"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"readAt"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"NotificationItem_notification"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NotificationItem_notification"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Notification"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"readAt"}},{"kind":"Field","name":{"kind":"Name","value":"deepLink"}}]}}]} as unknown as DocumentNode<NotificationListQuery, NotificationListQueryVariables>;
export const UnreadCountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"UnreadCount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"unreadNotificationCount"}}]}}]}}]} as unknown as DocumentNode<UnreadCountQuery, UnreadCountQueryVariables>;
export const NotificationReceivedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"NotificationReceived"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"notificationReceived"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]} as unknown as DocumentNode<NotificationReceivedSubscription, NotificationReceivedSubscriptionVariables>;
export const NotificationsMarkReadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"NotificationsMarkRead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"NotificationsMarkReadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"notificationsMarkRead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"unreadNotificationCount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]}}]} as unknown as DocumentNode<NotificationsMarkReadMutation, NotificationsMarkReadMutationVariables>;
export const CheckInListsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CheckInLists"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"eventId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"event"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"eventId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"checkInLists"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"checkedIn"}},{"kind":"Field","name":{"kind":"Name","value":"occurrence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}}]}}]}}]}}]}}]} as unknown as DocumentNode<CheckInListsQuery, CheckInListsQueryVariables>;
export const CheckInDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CheckIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CheckInInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"checkIn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"result"}},{"kind":"Field","name":{"kind":"Name","value":"record"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"result"}},{"kind":"Field","name":{"kind":"Name","value":"list"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"checkedIn"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"ticket"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"holderName"}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"previous"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"at"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganiseCheckInError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganiseCheckInError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CheckInError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}}]}}]} as unknown as DocumentNode<CheckInMutation, CheckInMutationVariables>;
export const CheckInActivityDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"CheckInActivity"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"listId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"checkInActivity"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"checkInListId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"listId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"list"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"checkedIn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"record"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"result"}}]}},{"kind":"Field","name":{"kind":"Name","value":"ticket"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"holderName"}}]}}]}}]}}]} as unknown as DocumentNode<CheckInActivitySubscription, CheckInActivitySubscriptionVariables>;
export const EditOrganizerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"EditOrganizer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"slug"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organizer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"slug"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"defaultCurrency"}},{"kind":"Field","name":{"kind":"Name","value":"defaultTimeZone"}},{"kind":"Field","name":{"kind":"Name","value":"viewerPermissions"}},{"kind":"Field","name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"status"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"DRAFT"},{"kind":"EnumValue","value":"IN_REVIEW"},{"kind":"EnumValue","value":"PUBLISHED"},{"kind":"EnumValue","value":"PAUSED"},{"kind":"EnumValue","value":"COMPLETED"}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"nextOccurrence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"venue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"VenueStep_venue"}}]}}]}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"VenueStep_venue"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Venue"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"capacity"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"address"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lines"}},{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"countryCode"}}]}}]}}]} as unknown as DocumentNode<EditOrganizerQuery, EditOrganizerQueryVariables>;
export const EditEventDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"EditEvent"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"event"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"format"}},{"kind":"Field","name":{"kind":"Name","value":"visibility"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"categories"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"refundPolicy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"buyerMayCancelUntilHours"}},{"kind":"Field","name":{"kind":"Name","value":"tiers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hoursBeforeStart"}},{"kind":"Field","name":{"kind":"Name","value":"percent"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"occurrences"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"60"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"endsAt"}},{"kind":"Field","name":{"kind":"Name","value":"startsAtLocal"}},{"kind":"Field","name":{"kind":"Name","value":"endsAtLocal"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"venue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"VenueStep_venue"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"ticketTypes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TicketsStep_ticketType"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PublishStep_event"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyValue"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amountMinor"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"exponent"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"VenueStep_venue"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Venue"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"capacity"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"address"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lines"}},{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"countryCode"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TicketsStep_ticketType"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TicketType"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"minPerBooking"}},{"kind":"Field","name":{"kind":"Name","value":"maxPerBooking"}},{"kind":"Field","name":{"kind":"Name","value":"visibility"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FixedPrice"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyValue"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FreePrice"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"free"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"quotas"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"capacity"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PublishStep_event"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Event"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"format"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"organizer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"ticketTypes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"salesSummary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sold"}}]}},{"kind":"Field","name":{"kind":"Name","value":"occurrences"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"60"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"venue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<EditEventQuery, EditEventQueryVariables>;
export const EventCreateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EventCreate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EventCreateInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eventCreate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"event"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganiseEventError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganiseEventError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EventError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]} as unknown as DocumentNode<EventCreateMutation, EventCreateMutationVariables>;
export const EventUpdateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EventUpdate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EventUpdateInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eventUpdate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"event"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"visibility"}},{"kind":"Field","name":{"kind":"Name","value":"categories"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"refundPolicy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RefundPolicyText_policy"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganiseEventError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RefundPolicyText_policy"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RefundPolicy"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"tiers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hoursBeforeStart"}},{"kind":"Field","name":{"kind":"Name","value":"percent"}}]}},{"kind":"Field","name":{"kind":"Name","value":"buyerMayCancelUntilHours"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganiseEventError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EventError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]} as unknown as DocumentNode<EventUpdateMutation, EventUpdateMutationVariables>;
export const TeamsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Teams"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"emailVerifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"memberships"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"organizer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<TeamsQuery, TeamsQueryVariables>;
export const TeamEventsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TeamEvents"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"slug"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organizer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"slug"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"viewerPermissions"}},{"kind":"Field","name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"status"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"DRAFT"},{"kind":"EnumValue","value":"IN_REVIEW"},{"kind":"EnumValue","value":"PUBLISHED"},{"kind":"EnumValue","value":"PAUSED"},{"kind":"EnumValue","value":"CANCELLED"},{"kind":"EnumValue","value":"COMPLETED"},{"kind":"EnumValue","value":"ARCHIVED"}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"nextOccurrence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"venue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<TeamEventsQuery, TeamEventsQueryVariables>;
export const OrganizerCreateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"OrganizerCreate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OrganizerCreateInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organizerCreate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organizer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganiseSimpleError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganiseSimpleError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SimpleError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}}]}}]} as unknown as DocumentNode<OrganizerCreateMutation, OrganizerCreateMutationVariables>;
export const SalesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Sales"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"event"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"organizer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"salesSummary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sold"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"capacity"}},{"kind":"Field","name":{"kind":"Name","value":"revenue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyValue"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"quotas"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"QuotaTable_quota"}}]}},{"kind":"Field","name":{"kind":"Name","value":"occurrences"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyValue"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amountMinor"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"exponent"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"QuotaTable_quota"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Quota"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"capacity"}},{"kind":"Field","name":{"kind":"Name","value":"sold"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"products"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<SalesQuery, SalesQueryVariables>;
export const SalesBookingsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SalesBookings"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"BookingFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"event"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"bookings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"contact"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyValue"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyValue"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amountMinor"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"exponent"}}]}}]} as unknown as DocumentNode<SalesBookingsQuery, SalesBookingsQueryVariables>;
export const SalesNewsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"SalesNews"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"occurrenceId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"availabilityChanged"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"occurrenceId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"occurrenceId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revision"}}]}}]}}]} as unknown as DocumentNode<SalesNewsSubscription, SalesNewsSubscriptionVariables>;
export const CategoryListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CategoryList"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"categories"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<CategoryListQuery, CategoryListQueryVariables>;
export const OccurrencesGenerateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"OccurrencesGenerate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OccurrencesGenerateInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"occurrencesGenerate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"occurrences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"endsAt"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganiseEventError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganiseEventError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EventError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]} as unknown as DocumentNode<OccurrencesGenerateMutation, OccurrencesGenerateMutationVariables>;
export const EventPublishDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EventPublish"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EventTransitionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eventPublish"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"event"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"publishedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganiseEventError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganiseEventError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EventError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]} as unknown as DocumentNode<EventPublishMutation, EventPublishMutationVariables>;
export const EventPauseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EventPause"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EventTransitionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eventPause"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"event"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganiseEventError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganiseEventError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EventError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]} as unknown as DocumentNode<EventPauseMutation, EventPauseMutationVariables>;
export const EventCancelDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EventCancel"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EventCancelInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eventCancel"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"event"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganiseEventError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganiseEventError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EventError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]} as unknown as DocumentNode<EventCancelMutation, EventCancelMutationVariables>;
export const TicketTypeUpsertDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TicketTypeUpsert"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TicketTypeUpsertInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ticketTypeUpsert"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ticketType"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"minPerBooking"}},{"kind":"Field","name":{"kind":"Name","value":"maxPerBooking"}},{"kind":"Field","name":{"kind":"Name","value":"visibility"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FixedPrice"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyValue"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FreePrice"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"free"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganiseEventError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyValue"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amountMinor"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"exponent"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganiseEventError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EventError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]} as unknown as DocumentNode<TicketTypeUpsertMutation, TicketTypeUpsertMutationVariables>;
export const VenueUpsertDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"VenueUpsert"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"VenueUpsertInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"venueUpsert"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"venue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"VenueStep_venue"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganiseEventError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"VenueStep_venue"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Venue"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"capacity"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"address"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lines"}},{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"countryCode"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganiseEventError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EventError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]} as unknown as DocumentNode<VenueUpsertMutation, VenueUpsertMutationVariables>;
export const BookingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Booking"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"bookingId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"booking"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"bookingId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"paymentState"}},{"kind":"Field","name":{"kind":"Name","value":"viewerActions"}},{"kind":"Field","name":{"kind":"Name","value":"contact"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"occurrence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"icsUrl"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyValue"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyValue"}}]}},{"kind":"Field","name":{"kind":"Name","value":"refundPolicy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RefundPolicyText_policy"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tickets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"TicketCard_ticket"}}]}},{"kind":"Field","name":{"kind":"Name","value":"payments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyValue"}}]}},{"kind":"Field","name":{"kind":"Name","value":"method"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"brand"}},{"kind":"Field","name":{"kind":"Name","value":"last4"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}},{"kind":"Field","name":{"kind":"Name","value":"refunds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyValue"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyValue"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amountMinor"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"exponent"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RefundPolicyText_policy"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RefundPolicy"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"tiers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hoursBeforeStart"}},{"kind":"Field","name":{"kind":"Name","value":"percent"}}]}},{"kind":"Field","name":{"kind":"Name","value":"buyerMayCancelUntilHours"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TicketCard_ticket"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Ticket"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"holderName"}},{"kind":"Field","name":{"kind":"Name","value":"qrPayload"}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"occurrence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"venue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"address"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lines"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}}]}}]}}]}}]} as unknown as DocumentNode<BookingQuery, BookingQueryVariables>;
export const BookingNewsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"BookingNews"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"bookingId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bookingChanged"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"bookingId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"bookingId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<BookingNewsSubscription, BookingNewsSubscriptionVariables>;
export const RefundNewsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"RefundNews"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"bookingId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"paymentChanged"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"bookingId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"bookingId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]} as unknown as DocumentNode<RefundNewsSubscription, RefundNewsSubscriptionVariables>;
export const TicketsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Tickets"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"upcomingOnly"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"tickets"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"upcomingOnly"},"value":{"kind":"Variable","name":{"kind":"Name","value":"upcomingOnly"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"booking"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"occurrence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"icsUrl"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"TicketCard_ticket"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TicketCard_ticket"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Ticket"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"holderName"}},{"kind":"Field","name":{"kind":"Name","value":"qrPayload"}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"occurrence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"venue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"address"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lines"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}}]}}]}}]}}]} as unknown as DocumentNode<TicketsQuery, TicketsQueryVariables>;
export const CancelQuoteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CancelQuote"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"bookingId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"booking"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"bookingId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyValue"}}]}},{"kind":"Field","name":{"kind":"Name","value":"refundQuote"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"percent"}},{"kind":"Field","name":{"kind":"Name","value":"deadline"}},{"kind":"Field","name":{"kind":"Name","value":"refundable"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyValue"}}]}},{"kind":"Field","name":{"kind":"Name","value":"feeRetained"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyValue"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyValue"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amountMinor"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"exponent"}}]}}]} as unknown as DocumentNode<CancelQuoteQuery, CancelQuoteQueryVariables>;
export const BookingCancelDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"BookingCancel"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"BookingCancelInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bookingCancel"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"booking"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"paymentState"}},{"kind":"Field","name":{"kind":"Name","value":"viewerActions"}},{"kind":"Field","name":{"kind":"Name","value":"cancelledAt"}},{"kind":"Field","name":{"kind":"Name","value":"tickets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}}]}}]}}]}}]} as unknown as DocumentNode<BookingCancelMutation, BookingCancelMutationVariables>;
export const HoldPlaceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"HoldPlace"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"HoldPlaceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"holdPlace"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"booking"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"serverNow"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"guestToken"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientAvailabilityError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"productId"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SalesClosedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"opensAt"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PurchaseLimitError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"max"}},{"kind":"Field","name":{"kind":"Name","value":"already"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}}]}}]}}]}}]} as unknown as DocumentNode<HoldPlaceMutation, HoldPlaceMutationVariables>;