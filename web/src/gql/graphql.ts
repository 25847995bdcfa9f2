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
  DateTime: { input: string; output: string; }
  LocalDateTime: { input: string; output: string; }
  TimeZone: { input: string; output: string; }
  CurrencyCode: { input: string; output: string; }
  /** 64-bit integer serialised as a JSON number; |n| <= 2^53-1. */
  Long: { input: number; output: number; }
  UUID: { input: string; output: string; }
  URL: { input: string; output: string; }
  Markdown: { input: string; output: string; }
};

export type Node = {
  id: Scalars['ID']['output'];
};

export type PageInfo = {
  __typename?: 'PageInfo';
  hasNextPage: Scalars['Boolean']['output'];
  hasPreviousPage: Scalars['Boolean']['output'];
  startCursor?: Maybe<Scalars['String']['output']>;
  endCursor?: Maybe<Scalars['String']['output']>;
};

export type Money = {
  __typename?: 'Money';
  amountMinor: Scalars['Long']['output'];
  currency: Scalars['CurrencyCode']['output'];
  exponent: Scalars['Int']['output'];
};

export type UserError = {
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
};

export type ValidationError = UserError & {
  __typename?: 'ValidationError';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
};

export type NotFoundError = UserError & {
  __typename?: 'NotFoundError';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
};

export type ConflictError = UserError & {
  __typename?: 'ConflictError';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
  currentVersion?: Maybe<Scalars['Int']['output']>;
  currentState?: Maybe<Scalars['String']['output']>;
};

export type IdempotencyConflictError = UserError & {
  __typename?: 'IdempotencyConflictError';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
};

export type RateLimitedError = UserError & {
  __typename?: 'RateLimitedError';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
  retryAfterSeconds: Scalars['Int']['output'];
};

export type Query = {
  __typename?: 'Query';
  me?: Maybe<User>;
  node?: Maybe<Node>;
  nodes: Array<Maybe<Node>>;
  organizer?: Maybe<Organizer>;
  event?: Maybe<Event>;
  occurrence?: Maybe<Occurrence>;
  events: EventConnection;
  categories: Array<Category>;
  venue?: Maybe<Venue>;
  booking?: Maybe<Booking>;
  checkInList?: Maybe<CheckInList>;
  payment?: Maybe<Payment>;
  notificationTemplates?: Maybe<Array<NotificationTemplate>>;
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


export type QueryBookingArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCheckInListArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPaymentArgs = {
  id: Scalars['ID']['input'];
};


export type QueryNotificationTemplatesArgs = {
  organizerId: Scalars['ID']['input'];
};

export type Mutation = {
  __typename?: 'Mutation';
  signUp: SignUpPayload;
  signIn: SignInPayload;
  tokenRefresh: SignInPayload;
  signOut: SignOutPayload;
  emailVerify: EmailVerifyPayload;
  emailVerificationResend: EmailVerificationResendPayload;
  passwordResetRequest: PasswordResetRequestPayload;
  passwordReset: PasswordResetPayload;
  profileUpdate: ProfileUpdatePayload;
  organizerCreate: OrganizerCreatePayload;
  eventCreate: EventPayload;
  eventUpdate: EventPayload;
  eventPublish: EventPayload;
  eventPause: EventPayload;
  eventCancel: EventPayload;
  occurrencesGenerate: OccurrencesPayload;
  ticketTypeUpsert: TicketTypePayload;
  venueUpsert: VenuePayload;
  holdPlace: HoldPlacePayload;
  holdExtend: BookingPayload;
  holdRelease: BookingPayload;
  bookingConfirmFree: BookingPayload;
  bookingCancel: BookingPayload;
  quotaSet: QuotaPayload;
  checkIn: CheckInPayload;
  paymentStart: PaymentStartPayload;
  paymentCancel: PaymentPayload;
  paymentSync: PaymentPayload;
  notificationsMarkRead: NotificationsMarkReadPayload;
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


export type MutationPaymentStartArgs = {
  input: PaymentStartInput;
};


export type MutationPaymentCancelArgs = {
  input: PaymentCancelInput;
};


export type MutationPaymentSyncArgs = {
  input: PaymentSyncInput;
};


export type MutationNotificationsMarkReadArgs = {
  input: NotificationsMarkReadInput;
};

export type Subscription = {
  __typename?: 'Subscription';
  bookingChanged?: Maybe<Booking>;
  availabilityChanged: AvailabilityDelta;
  checkInActivity?: Maybe<CheckInActivity>;
  paymentChanged?: Maybe<Payment>;
  notificationReceived?: Maybe<Notification>;
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

export type User = Node & {
  __typename?: 'User';
  id: Scalars['ID']['output'];
  displayName: Scalars['String']['output'];
  email?: Maybe<Scalars['String']['output']>;
  emailVerifiedAt?: Maybe<Scalars['DateTime']['output']>;
  locale: Scalars['String']['output'];
  timeZone?: Maybe<Scalars['TimeZone']['output']>;
  memberships?: Maybe<Array<Membership>>;
  loginSessions?: Maybe<Array<LoginSession>>;
  createdAt: Scalars['DateTime']['output'];
  bookings?: Maybe<BookingConnection>;
  tickets?: Maybe<TicketConnection>;
  notifications?: Maybe<NotificationConnection>;
  unreadNotificationCount?: Maybe<Scalars['Int']['output']>;
};


export type UserBookingsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<BookingFilter>;
};


export type UserTicketsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  upcomingOnly?: InputMaybe<Scalars['Boolean']['input']>;
};


export type UserNotificationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  unreadOnly?: InputMaybe<Scalars['Boolean']['input']>;
};

export type LoginSession = {
  __typename?: 'LoginSession';
  id: Scalars['ID']['output'];
  userAgent?: Maybe<Scalars['String']['output']>;
  lastSeenAt: Scalars['DateTime']['output'];
  current: Scalars['Boolean']['output'];
};

export type Organizer = Node & {
  __typename?: 'Organizer';
  id: Scalars['ID']['output'];
  slug: Scalars['String']['output'];
  name: Scalars['String']['output'];
  defaultCurrency: Scalars['CurrencyCode']['output'];
  defaultTimeZone: Scalars['TimeZone']['output'];
  members?: Maybe<Array<Membership>>;
  viewerPermissions?: Maybe<Array<Permission>>;
  events?: Maybe<EventConnection>;
};


export type OrganizerEventsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<EventFilter>;
  orderBy?: InputMaybe<EventOrder>;
};

export type Membership = {
  __typename?: 'Membership';
  id: Scalars['ID']['output'];
  user: User;
  organizer: Organizer;
  role: TeamRole;
  since: Scalars['DateTime']['output'];
};

export type TeamRole =
  | 'OWNER'
  | 'ADMIN'
  | 'EVENT_MANAGER'
  | 'FINANCE'
  | 'SUPPORT'
  | 'DOOR_STAFF';

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

export type SignUpInput = {
  email: Scalars['String']['input'];
  password: Scalars['String']['input'];
  displayName: Scalars['String']['input'];
  locale?: InputMaybe<Scalars['String']['input']>;
};

export type SignUpPayload = {
  __typename?: 'SignUpPayload';
  accepted: Scalars['Boolean']['output'];
  errors: Array<SignUpError>;
};

export type WeakPasswordError = UserError & {
  __typename?: 'WeakPasswordError';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
  score: Scalars['Int']['output'];
};

export type SignUpError = ValidationError | WeakPasswordError | RateLimitedError;

export type SignInInput = {
  email: Scalars['String']['input'];
  password: Scalars['String']['input'];
  useCookie?: InputMaybe<Scalars['Boolean']['input']>;
};

export type TokenRefreshInput = {
  refreshToken?: InputMaybe<Scalars['String']['input']>;
  useCookie?: InputMaybe<Scalars['Boolean']['input']>;
};

export type SignInPayload = {
  __typename?: 'SignInPayload';
  accessToken?: Maybe<Scalars['String']['output']>;
  accessTokenExpiresAt?: Maybe<Scalars['DateTime']['output']>;
  refreshToken?: Maybe<Scalars['String']['output']>;
  user?: Maybe<User>;
  errors: Array<SignInError>;
};

export type BadCredentialsError = UserError & {
  __typename?: 'BadCredentialsError';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
};

export type SignInError = ValidationError | BadCredentialsError | RateLimitedError;

export type SignOutInput = {
  everywhere?: InputMaybe<Scalars['Boolean']['input']>;
};

export type SignOutPayload = {
  __typename?: 'SignOutPayload';
  ok: Scalars['Boolean']['output'];
  errors: Array<SimpleError>;
};

export type EmailVerifyInput = {
  email: Scalars['String']['input'];
  code: Scalars['String']['input'];
};

export type EmailVerifyPayload = {
  __typename?: 'EmailVerifyPayload';
  user?: Maybe<User>;
  errors: Array<SimpleError>;
};

export type EmailVerificationResendInput = {
  email: Scalars['String']['input'];
};

export type EmailVerificationResendPayload = {
  __typename?: 'EmailVerificationResendPayload';
  accepted: Scalars['Boolean']['output'];
  errors: Array<SimpleError>;
};

export type PasswordResetRequestInput = {
  email: Scalars['String']['input'];
};

export type PasswordResetRequestPayload = {
  __typename?: 'PasswordResetRequestPayload';
  accepted: Scalars['Boolean']['output'];
  errors: Array<SimpleError>;
};

export type PasswordResetInput = {
  token: Scalars['String']['input'];
  newPassword: Scalars['String']['input'];
};

export type PasswordResetPayload = {
  __typename?: 'PasswordResetPayload';
  ok: Scalars['Boolean']['output'];
  errors: Array<SimpleError>;
};

export type SimpleError = ValidationError | NotFoundError | ConflictError | RateLimitedError;

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

export type OrganizerCreateInput = {
  name: Scalars['String']['input'];
  slug: Scalars['String']['input'];
  defaultCurrency: Scalars['CurrencyCode']['input'];
  defaultTimeZone: Scalars['TimeZone']['input'];
};

export type OrganizerCreatePayload = {
  __typename?: 'OrganizerCreatePayload';
  organizer?: Maybe<Organizer>;
  errors: Array<SimpleError>;
};

export type Event = Node & {
  __typename?: 'Event';
  id: Scalars['ID']['output'];
  organizer?: Maybe<Organizer>;
  slug: Scalars['String']['output'];
  title: Scalars['String']['output'];
  summary?: Maybe<Scalars['String']['output']>;
  description?: Maybe<Scalars['Markdown']['output']>;
  status: EventStatus;
  visibility: EventVisibility;
  format: EventFormat;
  categories: Array<Category>;
  currency: Scalars['CurrencyCode']['output'];
  priceFrom?: Maybe<Money>;
  occurrences: OccurrenceConnection;
  nextOccurrence?: Maybe<Occurrence>;
  products: Array<Product>;
  ticketTypes: Array<TicketType>;
  refundPolicy: RefundPolicy;
  version: Scalars['Int']['output'];
  publishedAt?: Maybe<Scalars['DateTime']['output']>;
  bookings?: Maybe<BookingConnection>;
  salesSummary?: Maybe<SalesSummary>;
  quotas?: Maybe<Array<Quota>>;
  checkInLists?: Maybe<Array<CheckInList>>;
};


export type EventOccurrencesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  from?: InputMaybe<Scalars['DateTime']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
};


export type EventBookingsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<BookingFilter>;
};

export type EventStatus =
  | 'DRAFT'
  | 'IN_REVIEW'
  | 'PUBLISHED'
  | 'PAUSED'
  | 'CANCELLED'
  | 'COMPLETED'
  | 'ARCHIVED';

export type EventVisibility =
  | 'PUBLIC'
  | 'UNLISTED'
  | 'PRIVATE';

export type EventFormat =
  | 'IN_PERSON'
  | 'ONLINE'
  | 'HYBRID';

export type Occurrence = Node & {
  __typename?: 'Occurrence';
  id: Scalars['ID']['output'];
  event: Event;
  name?: Maybe<Scalars['String']['output']>;
  startsAt: Scalars['DateTime']['output'];
  endsAt?: Maybe<Scalars['DateTime']['output']>;
  startsAtLocal: Scalars['LocalDateTime']['output'];
  endsAtLocal?: Maybe<Scalars['LocalDateTime']['output']>;
  timeZone: Scalars['TimeZone']['output'];
  status: OccurrenceStatus;
  venue?: Maybe<Venue>;
  icsUrl: Scalars['URL']['output'];
  availability?: Maybe<Availability>;
  tickets?: Maybe<TicketConnection>;
};


export type OccurrenceTicketsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  query?: InputMaybe<Scalars['String']['input']>;
};

export type OccurrenceStatus =
  | 'SCHEDULED'
  | 'RESCHEDULED'
  | 'POSTPONED'
  | 'CANCELLED'
  | 'ENDED';

export type Venue = Node & {
  __typename?: 'Venue';
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  address: PostalAddress;
  timeZone: Scalars['TimeZone']['output'];
  capacity?: Maybe<Scalars['Int']['output']>;
  version: Scalars['Int']['output'];
};

export type PostalAddress = {
  __typename?: 'PostalAddress';
  lines: Array<Scalars['String']['output']>;
  city: Scalars['String']['output'];
  countryCode: Scalars['String']['output'];
};

export type Product = {
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  price: Price;
  saleWindow: SaleWindow;
  position: Scalars['Int']['output'];
  version: Scalars['Int']['output'];
  availability?: Maybe<Availability>;
  quotas?: Maybe<Array<Quota>>;
};


export type ProductAvailabilityArgs = {
  occurrenceId: Scalars['ID']['input'];
};

export type TicketType = Node & Product & {
  __typename?: 'TicketType';
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  price: Price;
  saleWindow: SaleWindow;
  position: Scalars['Int']['output'];
  version: Scalars['Int']['output'];
  event: Event;
  minPerBooking: Scalars['Int']['output'];
  maxPerBooking: Scalars['Int']['output'];
  visibility: ProductVisibility;
  availability?: Maybe<Availability>;
  quotas?: Maybe<Array<Quota>>;
};


export type TicketTypeAvailabilityArgs = {
  occurrenceId: Scalars['ID']['input'];
};

export type ProductVisibility =
  | 'PUBLIC'
  | 'HIDDEN';

export type Price = FixedPrice | FreePrice;

export type FixedPrice = {
  __typename?: 'FixedPrice';
  amount: Money;
};

export type FreePrice = {
  __typename?: 'FreePrice';
  free: Scalars['Boolean']['output'];
};

export type SaleWindow = {
  __typename?: 'SaleWindow';
  opensAt?: Maybe<Scalars['DateTime']['output']>;
  closesAt?: Maybe<Scalars['DateTime']['output']>;
  state: SaleState;
};

export type SaleState =
  | 'UPCOMING'
  | 'OPEN'
  | 'CLOSED';

export type RefundPolicy = {
  __typename?: 'RefundPolicy';
  kind: RefundPolicyKind;
  tiers: Array<RefundTier>;
  buyerMayCancelUntilHours?: Maybe<Scalars['Int']['output']>;
  text?: Maybe<Scalars['Markdown']['output']>;
};

export type RefundTier = {
  __typename?: 'RefundTier';
  hoursBeforeStart: Scalars['Int']['output'];
  percent: Scalars['Int']['output'];
};

export type RefundPolicyKind =
  | 'NONE'
  | 'FULL'
  | 'TIERED'
  | 'CASE_BY_CASE';

export type Category = {
  __typename?: 'Category';
  id: Scalars['ID']['output'];
  slug: Scalars['String']['output'];
  name: Scalars['String']['output'];
};

export type EventFilter = {
  text?: InputMaybe<Scalars['String']['input']>;
  categorySlugs?: InputMaybe<Array<Scalars['String']['input']>>;
  organizerId?: InputMaybe<Scalars['ID']['input']>;
  city?: InputMaybe<Scalars['String']['input']>;
  countryCode?: InputMaybe<Scalars['String']['input']>;
  from?: InputMaybe<Scalars['DateTime']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
  format?: InputMaybe<EventFormat>;
  freeOnly?: InputMaybe<Scalars['Boolean']['input']>;
  status?: InputMaybe<Array<EventStatus>>;
};

export type EventOrder = {
  field: EventOrderField;
  direction: OrderDirection;
};

export type EventOrderField =
  | 'STARTS_AT'
  | 'CREATED_AT'
  | 'RELEVANCE'
  | 'TITLE';

export type OrderDirection =
  | 'ASC'
  | 'DESC';

export type EventEdge = {
  __typename?: 'EventEdge';
  cursor: Scalars['String']['output'];
  node: Event;
};

export type EventConnection = {
  __typename?: 'EventConnection';
  edges: Array<EventEdge>;
  nodes: Array<Event>;
  pageInfo: PageInfo;
  totalCount?: Maybe<Scalars['Int']['output']>;
  facets: Array<EventFacet>;
};

export type EventFacet = {
  __typename?: 'EventFacet';
  field: Scalars['String']['output'];
  value: Scalars['String']['output'];
  count: Scalars['Int']['output'];
};

export type OccurrenceEdge = {
  __typename?: 'OccurrenceEdge';
  cursor: Scalars['String']['output'];
  node: Occurrence;
};

export type OccurrenceConnection = {
  __typename?: 'OccurrenceConnection';
  edges: Array<OccurrenceEdge>;
  nodes: Array<Occurrence>;
  pageInfo: PageInfo;
  totalCount?: Maybe<Scalars['Int']['output']>;
};

export type EventError = ValidationError | NotFoundError | ConflictError | EventHasBookingsError | IdempotencyConflictError;

export type EventHasBookingsError = UserError & {
  __typename?: 'EventHasBookingsError';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
  bookingCount: Scalars['Int']['output'];
};

export type EventCreateInput = {
  organizerId: Scalars['ID']['input'];
  title: Scalars['String']['input'];
  slug?: InputMaybe<Scalars['String']['input']>;
  format: EventFormat;
  currency: Scalars['CurrencyCode']['input'];
  timeZone: Scalars['TimeZone']['input'];
  startsAtLocal: Scalars['LocalDateTime']['input'];
  endsAtLocal?: InputMaybe<Scalars['LocalDateTime']['input']>;
  venueId?: InputMaybe<Scalars['ID']['input']>;
};

export type EventUpdateInput = {
  id: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
  title?: InputMaybe<Scalars['String']['input']>;
  summary?: InputMaybe<Scalars['String']['input']>;
  description?: InputMaybe<Scalars['Markdown']['input']>;
  visibility?: InputMaybe<EventVisibility>;
  categorySlugs?: InputMaybe<Array<Scalars['String']['input']>>;
  refundPolicy?: InputMaybe<RefundPolicyInput>;
};

export type RefundPolicyInput = {
  kind: RefundPolicyKind;
  tiers?: InputMaybe<Array<RefundTierInput>>;
  buyerMayCancelUntilHours?: InputMaybe<Scalars['Int']['input']>;
  text?: InputMaybe<Scalars['Markdown']['input']>;
};

export type RefundTierInput = {
  hoursBeforeStart: Scalars['Int']['input'];
  percent: Scalars['Int']['input'];
};

export type EventTransitionInput = {
  id: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};

export type EventCancelInput = {
  id: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
  idempotencyKey: Scalars['UUID']['input'];
  occurrenceIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  reason: Scalars['String']['input'];
  refundEveryone: Scalars['Boolean']['input'];
};

export type EventPayload = {
  __typename?: 'EventPayload';
  event?: Maybe<Event>;
  errors: Array<EventError>;
};

export type OccurrencesGenerateInput = {
  eventId: Scalars['ID']['input'];
  rrule: Scalars['String']['input'];
  startsAtLocal: Scalars['LocalDateTime']['input'];
  durationMinutes: Scalars['Int']['input'];
  timeZone: Scalars['TimeZone']['input'];
  exceptDates?: InputMaybe<Array<Scalars['LocalDateTime']['input']>>;
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
};

export type OccurrencesPayload = {
  __typename?: 'OccurrencesPayload';
  occurrences: Array<Occurrence>;
  errors: Array<EventError>;
};

export type TicketTypeUpsertInput = {
  id?: InputMaybe<Scalars['ID']['input']>;
  eventId: Scalars['ID']['input'];
  version?: InputMaybe<Scalars['Int']['input']>;
  name: Scalars['String']['input'];
  priceMinor?: InputMaybe<Scalars['Long']['input']>;
  minPerBooking?: InputMaybe<Scalars['Int']['input']>;
  maxPerBooking?: InputMaybe<Scalars['Int']['input']>;
  opensAt?: InputMaybe<Scalars['DateTime']['input']>;
  closesAt?: InputMaybe<Scalars['DateTime']['input']>;
  visibility?: InputMaybe<ProductVisibility>;
  capacity?: InputMaybe<Scalars['Int']['input']>;
};

export type TicketTypePayload = {
  __typename?: 'TicketTypePayload';
  ticketType?: Maybe<TicketType>;
  errors: Array<EventError>;
};

export type VenueUpsertInput = {
  id?: InputMaybe<Scalars['ID']['input']>;
  organizerId: Scalars['ID']['input'];
  version?: InputMaybe<Scalars['Int']['input']>;
  name: Scalars['String']['input'];
  lines: Array<Scalars['String']['input']>;
  city: Scalars['String']['input'];
  countryCode: Scalars['String']['input'];
  timeZone: Scalars['TimeZone']['input'];
  capacity?: InputMaybe<Scalars['Int']['input']>;
};

export type VenuePayload = {
  __typename?: 'VenuePayload';
  venue?: Maybe<Venue>;
  errors: Array<EventError>;
};

export type Booking = Node & {
  __typename?: 'Booking';
  id: Scalars['ID']['output'];
  code: Scalars['String']['output'];
  status: BookingStatus;
  paymentState: BookingPaymentState;
  buyer?: Maybe<User>;
  contact?: Maybe<Contact>;
  occurrence?: Maybe<Occurrence>;
  lines: Array<BookingLine>;
  tickets: Array<Ticket>;
  total: Money;
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  serverNow: Scalars['DateTime']['output'];
  refundPolicy: RefundPolicy;
  viewerActions: Array<BookingAction>;
  version: Scalars['Int']['output'];
  createdAt: Scalars['DateTime']['output'];
  confirmedAt?: Maybe<Scalars['DateTime']['output']>;
  cancelledAt?: Maybe<Scalars['DateTime']['output']>;
  payments?: Maybe<Array<Payment>>;
  amountPaid?: Maybe<Money>;
  amountDue?: Maybe<Money>;
  refundQuote?: Maybe<RefundQuote>;
  deliveries?: Maybe<Array<Delivery>>;
};

export type BookingStatus =
  | 'HELD'
  | 'AWAITING_PAYMENT'
  | 'AWAITING_APPROVAL'
  | 'CONFIRMED'
  | 'EXPIRED'
  | 'CANCELLED'
  | 'REJECTED';

export type BookingPaymentState =
  | 'NOT_REQUIRED'
  | 'UNPAID'
  | 'PENDING'
  | 'PAID'
  | 'PARTIALLY_REFUNDED'
  | 'REFUNDED'
  | 'DISPUTED'
  | 'OVERPAID';

export type BookingAction =
  | 'PAY'
  | 'EXTEND_HOLD'
  | 'RELEASE'
  | 'EDIT_ATTENDEES'
  | 'CANCEL'
  | 'REQUEST_REFUND'
  | 'TRANSFER'
  | 'DOWNLOAD_TICKETS'
  | 'RESEND'
  | 'CONTACT_SUPPORT';

export type Contact = {
  __typename?: 'Contact';
  name: Scalars['String']['output'];
  email: Scalars['String']['output'];
  phone?: Maybe<Scalars['String']['output']>;
  locale: Scalars['String']['output'];
};

export type BookingLine = {
  __typename?: 'BookingLine';
  id: Scalars['ID']['output'];
  product?: Maybe<Product>;
  quantity: Scalars['Int']['output'];
  unitPrice: Money;
  total: Money;
};

export type BookingEdge = {
  __typename?: 'BookingEdge';
  cursor: Scalars['String']['output'];
  node: Booking;
};

export type BookingConnection = {
  __typename?: 'BookingConnection';
  edges: Array<BookingEdge>;
  nodes: Array<Booking>;
  pageInfo: PageInfo;
  totalCount?: Maybe<Scalars['Int']['output']>;
};

export type Ticket = Node & {
  __typename?: 'Ticket';
  id: Scalars['ID']['output'];
  code: Scalars['String']['output'];
  booking: Booking;
  product?: Maybe<Product>;
  occurrence?: Maybe<Occurrence>;
  status: TicketStatus;
  holderName?: Maybe<Scalars['String']['output']>;
  qrPayload?: Maybe<Scalars['String']['output']>;
  checkIns: Array<CheckInRecord>;
  version: Scalars['Int']['output'];
};

export type TicketStatus =
  | 'ISSUED'
  | 'TRANSFER_PENDING'
  | 'CHECKED_IN'
  | 'VOIDED'
  | 'BLOCKED';

export type SalesSummary = {
  __typename?: 'SalesSummary';
  sold: Scalars['Int']['output'];
  held: Scalars['Int']['output'];
  capacity?: Maybe<Scalars['Int']['output']>;
  revenue?: Maybe<Array<Money>>;
};

export type TicketEdge = {
  __typename?: 'TicketEdge';
  cursor: Scalars['String']['output'];
  node: Ticket;
};

export type TicketConnection = {
  __typename?: 'TicketConnection';
  edges: Array<TicketEdge>;
  nodes: Array<Ticket>;
  pageInfo: PageInfo;
  totalCount?: Maybe<Scalars['Int']['output']>;
};

export type Availability = {
  __typename?: 'Availability';
  state: AvailabilityState;
  remaining?: Maybe<Scalars['Int']['output']>;
  revision: Scalars['Long']['output'];
};

export type AvailabilityState =
  | 'AVAILABLE'
  | 'FEW_LEFT'
  | 'HELD_BY_OTHERS'
  | 'SOLD_OUT'
  | 'CLOSED';

export type AvailabilityDelta = {
  __typename?: 'AvailabilityDelta';
  revision: Scalars['Long']['output'];
  products: Array<ProductAvailability>;
};

export type ProductAvailability = {
  __typename?: 'ProductAvailability';
  productId: Scalars['ID']['output'];
  availability: Availability;
};

export type Quota = {
  __typename?: 'Quota';
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  capacity?: Maybe<Scalars['Int']['output']>;
  held: Scalars['Int']['output'];
  sold: Scalars['Int']['output'];
  remaining?: Maybe<Scalars['Int']['output']>;
  products?: Maybe<Array<Product>>;
  version: Scalars['Int']['output'];
};

export type CheckInList = {
  __typename?: 'CheckInList';
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  occurrence?: Maybe<Occurrence>;
  expected: Scalars['Int']['output'];
  checkedIn: Scalars['Int']['output'];
};

export type CheckInRecord = {
  __typename?: 'CheckInRecord';
  id: Scalars['ID']['output'];
  at: Scalars['DateTime']['output'];
  result: CheckInResult;
  list: CheckInList;
};

export type CheckInResult =
  | 'ADMITTED'
  | 'ALREADY_ADMITTED'
  | 'UNKNOWN_TICKET'
  | 'WRONG_EVENT'
  | 'WRONG_DATE'
  | 'VOIDED';

export type CheckInActivity = {
  __typename?: 'CheckInActivity';
  list: CheckInList;
  record: CheckInRecord;
  ticket?: Maybe<Ticket>;
  sequence: Scalars['Long']['output'];
};

export type BookingFilter = {
  status?: InputMaybe<Array<BookingStatus>>;
  query?: InputMaybe<Scalars['String']['input']>;
  from?: InputMaybe<Scalars['DateTime']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
};

export type HoldPlaceInput = {
  occurrenceId: Scalars['ID']['input'];
  idempotencyKey: Scalars['UUID']['input'];
  lines: Array<HoldLineInput>;
  contact?: InputMaybe<ContactInput>;
};

export type HoldLineInput = {
  productId: Scalars['ID']['input'];
  quantity: Scalars['Int']['input'];
};

export type ContactInput = {
  name: Scalars['String']['input'];
  email: Scalars['String']['input'];
  phone?: InputMaybe<Scalars['String']['input']>;
  locale?: InputMaybe<Scalars['String']['input']>;
};

export type HoldExtendInput = {
  bookingId: Scalars['ID']['input'];
  idempotencyKey: Scalars['UUID']['input'];
};

export type HoldReleaseInput = {
  bookingId: Scalars['ID']['input'];
};

export type HoldPlacePayload = {
  __typename?: 'HoldPlacePayload';
  booking?: Maybe<Booking>;
  guestToken?: Maybe<Scalars['String']['output']>;
  errors: Array<HoldPlaceError>;
};

export type HoldPlaceError = ValidationError | NotFoundError | InsufficientAvailabilityError | SalesClosedError | PurchaseLimitError | IdempotencyConflictError | RateLimitedError;

export type InsufficientAvailabilityError = UserError & {
  __typename?: 'InsufficientAvailabilityError';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
  productId: Scalars['ID']['output'];
  remaining: Scalars['Int']['output'];
};

export type SalesClosedError = UserError & {
  __typename?: 'SalesClosedError';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
  opensAt?: Maybe<Scalars['DateTime']['output']>;
};

export type PurchaseLimitError = UserError & {
  __typename?: 'PurchaseLimitError';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
  max: Scalars['Int']['output'];
  already: Scalars['Int']['output'];
};

export type HoldExpiredError = UserError & {
  __typename?: 'HoldExpiredError';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
  expiredAt: Scalars['DateTime']['output'];
};

export type RefundNotAllowedError = UserError & {
  __typename?: 'RefundNotAllowedError';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
  policy: RefundPolicy;
};

export type BookingError = ValidationError | NotFoundError | ConflictError | HoldExpiredError | RefundNotAllowedError | IdempotencyConflictError | RateLimitedError;

export type BookingPayload = {
  __typename?: 'BookingPayload';
  booking?: Maybe<Booking>;
  errors: Array<BookingError>;
};

export type BookingConfirmFreeInput = {
  bookingId: Scalars['ID']['input'];
  idempotencyKey: Scalars['UUID']['input'];
};

export type BookingCancelInput = {
  bookingId: Scalars['ID']['input'];
  idempotencyKey: Scalars['UUID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
};

export type QuotaSetInput = {
  id?: InputMaybe<Scalars['ID']['input']>;
  occurrenceId: Scalars['ID']['input'];
  name: Scalars['String']['input'];
  capacity?: InputMaybe<Scalars['Int']['input']>;
  productIds: Array<Scalars['ID']['input']>;
  version?: InputMaybe<Scalars['Int']['input']>;
};

export type QuotaBelowUsageError = UserError & {
  __typename?: 'QuotaBelowUsageError';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
  inUse: Scalars['Int']['output'];
};

export type QuotaError = ValidationError | NotFoundError | ConflictError | QuotaBelowUsageError;

export type QuotaPayload = {
  __typename?: 'QuotaPayload';
  quota?: Maybe<Quota>;
  errors: Array<QuotaError>;
};

export type CheckInInput = {
  listId?: InputMaybe<Scalars['ID']['input']>;
  code?: InputMaybe<Scalars['String']['input']>;
  qrPayload?: InputMaybe<Scalars['String']['input']>;
  nonce: Scalars['UUID']['input'];
  scannedAt: Scalars['DateTime']['input'];
};

export type CheckInPayload = {
  __typename?: 'CheckInPayload';
  result: CheckInResult;
  record?: Maybe<CheckInRecord>;
  ticket?: Maybe<Ticket>;
  previous?: Maybe<CheckInRecord>;
  errors: Array<CheckInError>;
};

export type CheckInError = ValidationError | NotFoundError | RateLimitedError;

export type Payment = Node & {
  __typename?: 'Payment';
  id: Scalars['ID']['output'];
  booking?: Maybe<Booking>;
  provider: PaymentProvider;
  method?: Maybe<PaymentMethod>;
  status: PaymentStatus;
  amount: Money;
  amountRefunded: Money;
  failureCode?: Maybe<Scalars['String']['output']>;
  failureMessage?: Maybe<Scalars['String']['output']>;
  nextAction?: Maybe<PaymentNextAction>;
  refunds: Array<Refund>;
  createdAt: Scalars['DateTime']['output'];
  succeededAt?: Maybe<Scalars['DateTime']['output']>;
  providerReference?: Maybe<Scalars['String']['output']>;
};

export type PaymentProvider =
  | 'SANDBOX';

export type PaymentStatus =
  | 'CREATED'
  | 'REQUIRES_ACTION'
  | 'PROCESSING'
  | 'SUCCEEDED'
  | 'FAILED'
  | 'CANCELLED';

export type PaymentMethod = {
  __typename?: 'PaymentMethod';
  brand?: Maybe<Scalars['String']['output']>;
  last4?: Maybe<Scalars['String']['output']>;
  kind: Scalars['String']['output'];
};

export type PaymentNextAction = {
  __typename?: 'PaymentNextAction';
  kind: Scalars['String']['output'];
  clientSecret?: Maybe<Scalars['String']['output']>;
  redirectUrl?: Maybe<Scalars['URL']['output']>;
};

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

export type RefundStatus =
  | 'REQUESTED'
  | 'SUBMITTING'
  | 'PENDING'
  | 'SUCCEEDED'
  | 'FAILED'
  | 'CANCELLED';

export type RefundOrigin =
  | 'BUYER'
  | 'ORGANIZER'
  | 'EVENT_CANCELLED'
  | 'SAGA_COMPENSATION';

export type RefundQuote = {
  __typename?: 'RefundQuote';
  refundable: Money;
  feeRetained: Money;
  percent: Scalars['Int']['output'];
  deadline?: Maybe<Scalars['DateTime']['output']>;
};

export type PaymentStartInput = {
  bookingId: Scalars['ID']['input'];
  idempotencyKey: Scalars['UUID']['input'];
  returnUrl: Scalars['URL']['input'];
};

export type PaymentStartPayload = {
  __typename?: 'PaymentStartPayload';
  payment?: Maybe<Payment>;
  errors: Array<PaymentStartError>;
};

export type BookingNotPayableError = UserError & {
  __typename?: 'BookingNotPayableError';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
  state: Scalars['String']['output'];
};

export type AmountChangedError = UserError & {
  __typename?: 'AmountChangedError';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
  newTotal: Money;
};

export type ProviderUnavailableError = UserError & {
  __typename?: 'ProviderUnavailableError';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path?: Maybe<Array<Scalars['String']['output']>>;
  retryAfterSeconds: Scalars['Int']['output'];
};

export type PaymentStartError = ValidationError | NotFoundError | BookingNotPayableError | AmountChangedError | ProviderUnavailableError | IdempotencyConflictError | RateLimitedError;

export type PaymentCancelInput = {
  paymentId: Scalars['ID']['input'];
};

export type PaymentSyncInput = {
  paymentId: Scalars['ID']['input'];
};

export type PaymentError = ValidationError | NotFoundError | ConflictError | ProviderUnavailableError | RateLimitedError;

export type PaymentPayload = {
  __typename?: 'PaymentPayload';
  payment?: Maybe<Payment>;
  errors: Array<PaymentError>;
};

export type Notification = {
  __typename?: 'Notification';
  id: Scalars['ID']['output'];
  kind: NotificationKind;
  title: Scalars['String']['output'];
  body: Scalars['String']['output'];
  createdAt: Scalars['DateTime']['output'];
  readAt?: Maybe<Scalars['DateTime']['output']>;
  deepLink: Scalars['String']['output'];
  booking?: Maybe<Booking>;
  event?: Maybe<Event>;
};

export type NotificationKind =
  | 'BOOKING_CONFIRMED'
  | 'BOOKING_EXPIRED'
  | 'PAYMENT_FAILED'
  | 'REFUND_ISSUED'
  | 'EVENT_CANCELLED'
  | 'ORGANIZER_SALE';

export type NotificationEdge = {
  __typename?: 'NotificationEdge';
  cursor: Scalars['String']['output'];
  node: Notification;
};

export type NotificationConnection = {
  __typename?: 'NotificationConnection';
  edges: Array<NotificationEdge>;
  nodes: Array<Notification>;
  pageInfo: PageInfo;
};

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

export type Channel =
  | 'IN_APP'
  | 'EMAIL';

export type DeliveryStatus =
  | 'QUEUED'
  | 'SENT'
  | 'FAILED';

export type NotificationTemplate = {
  __typename?: 'NotificationTemplate';
  id: Scalars['ID']['output'];
  kind: NotificationKind;
  channel: Channel;
  locale: Scalars['String']['output'];
  subject?: Maybe<Scalars['String']['output']>;
  body: Scalars['String']['output'];
};

export type NotificationError = ValidationError | NotFoundError | ConflictError | RateLimitedError;

export type NotificationsMarkReadInput = {
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  all?: InputMaybe<Scalars['Boolean']['input']>;
};

export type NotificationsMarkReadPayload = {
  __typename?: 'NotificationsMarkReadPayload';
  user?: Maybe<User>;
  errors: Array<NotificationError>;
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


export type SignInMutation = { __typename?: 'Mutation', signIn: { __typename?: 'SignInPayload', accessToken?: string | null, accessTokenExpiresAt?: string | null, user?: { __typename?: 'User', id: string, email?: string | null, emailVerifiedAt?: string | null } | null, errors: Array<
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
      | { __typename: 'ConflictError', code: string, message: string, path?: Array<string> | null }
      | { __typename: 'RateLimitedError', code: string, message: string, path?: Array<string> | null }
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
        { __typename?: 'EventHasBookingsError' }
        & { ' $fragmentRefs'?: { 'OrganiseEventError_EventHasBookingsError_Fragment': OrganiseEventError_EventHasBookingsError_Fragment } }
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
        { __typename?: 'EventHasBookingsError' }
        & { ' $fragmentRefs'?: { 'OrganiseEventError_EventHasBookingsError_Fragment': OrganiseEventError_EventHasBookingsError_Fragment } }
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
        { __typename?: 'EventHasBookingsError' }
        & { ' $fragmentRefs'?: { 'OrganiseEventError_EventHasBookingsError_Fragment': OrganiseEventError_EventHasBookingsError_Fragment } }
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
        { __typename?: 'EventHasBookingsError' }
        & { ' $fragmentRefs'?: { 'OrganiseEventError_EventHasBookingsError_Fragment': OrganiseEventError_EventHasBookingsError_Fragment } }
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
        { __typename?: 'EventHasBookingsError' }
        & { ' $fragmentRefs'?: { 'OrganiseEventError_EventHasBookingsError_Fragment': OrganiseEventError_EventHasBookingsError_Fragment } }
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
        { __typename?: 'EventHasBookingsError' }
        & { ' $fragmentRefs'?: { 'OrganiseEventError_EventHasBookingsError_Fragment': OrganiseEventError_EventHasBookingsError_Fragment } }
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
        { __typename?: 'EventHasBookingsError' }
        & { ' $fragmentRefs'?: { 'OrganiseEventError_EventHasBookingsError_Fragment': OrganiseEventError_EventHasBookingsError_Fragment } }
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
        { __typename?: 'EventHasBookingsError' }
        & { ' $fragmentRefs'?: { 'OrganiseEventError_EventHasBookingsError_Fragment': OrganiseEventError_EventHasBookingsError_Fragment } }
      )
      | (
        { __typename?: 'IdempotencyConflictError' }
        & { ' $fragmentRefs'?: { 'OrganiseEventError_IdempotencyConflictError_Fragment': OrganiseEventError_IdempotencyConflictError_Fragment } }
      )
    > } };

type OrganiseEventError_ValidationError_Fragment = { __typename: 'ValidationError', code: string, message: string, path?: Array<string> | null } & { ' $fragmentName'?: 'OrganiseEventError_ValidationError_Fragment' };

type OrganiseEventError_NotFoundError_Fragment = { __typename: 'NotFoundError', code: string, message: string, path?: Array<string> | null } & { ' $fragmentName'?: 'OrganiseEventError_NotFoundError_Fragment' };

type OrganiseEventError_ConflictError_Fragment = { __typename: 'ConflictError', code: string, message: string, path?: Array<string> | null } & { ' $fragmentName'?: 'OrganiseEventError_ConflictError_Fragment' };

type OrganiseEventError_EventHasBookingsError_Fragment = { __typename: 'EventHasBookingsError', code: string, message: string, path?: Array<string> | null, bookingCount: number } & { ' $fragmentName'?: 'OrganiseEventError_EventHasBookingsError_Fragment' };

type OrganiseEventError_IdempotencyConflictError_Fragment = { __typename: 'IdempotencyConflictError', code: string, message: string, path?: Array<string> | null } & { ' $fragmentName'?: 'OrganiseEventError_IdempotencyConflictError_Fragment' };

export type OrganiseEventErrorFragment =
  | OrganiseEventError_ValidationError_Fragment
  | OrganiseEventError_NotFoundError_Fragment
  | OrganiseEventError_ConflictError_Fragment
  | OrganiseEventError_EventHasBookingsError_Fragment
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
export const OrganiseEventErrorFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganiseEventError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EventError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EventHasBookingsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bookingCount"}}]}}]}}]} as unknown as DocumentNode<OrganiseEventErrorFragment, unknown>;
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
export const SignInDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignInInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signIn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"accessTokenExpiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"emailVerifiedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccountSignInError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountSignInError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignInError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}}]}}]} as unknown as DocumentNode<SignInMutation, SignInMutationVariables>;
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
export const EventCreateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EventCreate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EventCreateInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eventCreate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"event"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganiseEventError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganiseEventError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EventError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EventHasBookingsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bookingCount"}}]}}]}}]} as unknown as DocumentNode<EventCreateMutation, EventCreateMutationVariables>;
export const EventUpdateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EventUpdate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EventUpdateInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eventUpdate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"event"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"visibility"}},{"kind":"Field","name":{"kind":"Name","value":"categories"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"refundPolicy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RefundPolicyText_policy"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganiseEventError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RefundPolicyText_policy"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RefundPolicy"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"tiers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hoursBeforeStart"}},{"kind":"Field","name":{"kind":"Name","value":"percent"}}]}},{"kind":"Field","name":{"kind":"Name","value":"buyerMayCancelUntilHours"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganiseEventError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EventError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EventHasBookingsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bookingCount"}}]}}]}}]} as unknown as DocumentNode<EventUpdateMutation, EventUpdateMutationVariables>;
export const TeamsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Teams"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"emailVerifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"memberships"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"organizer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<TeamsQuery, TeamsQueryVariables>;
export const TeamEventsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TeamEvents"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"slug"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organizer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"slug"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"viewerPermissions"}},{"kind":"Field","name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"status"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"DRAFT"},{"kind":"EnumValue","value":"IN_REVIEW"},{"kind":"EnumValue","value":"PUBLISHED"},{"kind":"EnumValue","value":"PAUSED"},{"kind":"EnumValue","value":"CANCELLED"},{"kind":"EnumValue","value":"COMPLETED"},{"kind":"EnumValue","value":"ARCHIVED"}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"nextOccurrence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"venue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<TeamEventsQuery, TeamEventsQueryVariables>;
export const OrganizerCreateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"OrganizerCreate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OrganizerCreateInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organizerCreate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organizer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganiseSimpleError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganiseSimpleError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SimpleError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}}]}}]} as unknown as DocumentNode<OrganizerCreateMutation, OrganizerCreateMutationVariables>;
export const SalesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Sales"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"event"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"organizer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"salesSummary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sold"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"capacity"}},{"kind":"Field","name":{"kind":"Name","value":"revenue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyValue"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"quotas"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"QuotaTable_quota"}}]}},{"kind":"Field","name":{"kind":"Name","value":"occurrences"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyValue"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amountMinor"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"exponent"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"QuotaTable_quota"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Quota"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"capacity"}},{"kind":"Field","name":{"kind":"Name","value":"sold"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"products"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<SalesQuery, SalesQueryVariables>;
export const SalesBookingsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SalesBookings"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"BookingFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"event"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"bookings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"contact"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyValue"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyValue"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amountMinor"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"exponent"}}]}}]} as unknown as DocumentNode<SalesBookingsQuery, SalesBookingsQueryVariables>;
export const SalesNewsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"SalesNews"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"occurrenceId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"availabilityChanged"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"occurrenceId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"occurrenceId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revision"}}]}}]}}]} as unknown as DocumentNode<SalesNewsSubscription, SalesNewsSubscriptionVariables>;
export const CategoryListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CategoryList"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"categories"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<CategoryListQuery, CategoryListQueryVariables>;
export const OccurrencesGenerateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"OccurrencesGenerate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OccurrencesGenerateInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"occurrencesGenerate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"occurrences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"endsAt"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganiseEventError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganiseEventError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EventError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EventHasBookingsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bookingCount"}}]}}]}}]} as unknown as DocumentNode<OccurrencesGenerateMutation, OccurrencesGenerateMutationVariables>;
export const EventPublishDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EventPublish"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EventTransitionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eventPublish"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"event"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"publishedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganiseEventError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganiseEventError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EventError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EventHasBookingsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bookingCount"}}]}}]}}]} as unknown as DocumentNode<EventPublishMutation, EventPublishMutationVariables>;
export const EventPauseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EventPause"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EventTransitionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eventPause"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"event"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganiseEventError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganiseEventError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EventError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EventHasBookingsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bookingCount"}}]}}]}}]} as unknown as DocumentNode<EventPauseMutation, EventPauseMutationVariables>;
export const EventCancelDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EventCancel"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EventCancelInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eventCancel"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"event"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganiseEventError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganiseEventError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EventError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EventHasBookingsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bookingCount"}}]}}]}}]} as unknown as DocumentNode<EventCancelMutation, EventCancelMutationVariables>;
export const TicketTypeUpsertDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TicketTypeUpsert"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TicketTypeUpsertInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ticketTypeUpsert"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ticketType"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"minPerBooking"}},{"kind":"Field","name":{"kind":"Name","value":"maxPerBooking"}},{"kind":"Field","name":{"kind":"Name","value":"visibility"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FixedPrice"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyValue"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FreePrice"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"free"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganiseEventError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyValue"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amountMinor"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"exponent"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganiseEventError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EventError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EventHasBookingsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bookingCount"}}]}}]}}]} as unknown as DocumentNode<TicketTypeUpsertMutation, TicketTypeUpsertMutationVariables>;
export const VenueUpsertDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"VenueUpsert"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"VenueUpsertInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"venueUpsert"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"venue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"VenueStep_venue"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrganiseEventError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"VenueStep_venue"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Venue"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"capacity"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"address"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lines"}},{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"countryCode"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrganiseEventError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EventError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EventHasBookingsError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bookingCount"}}]}}]}}]} as unknown as DocumentNode<VenueUpsertMutation, VenueUpsertMutationVariables>;
export const BookingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Booking"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"bookingId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"booking"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"bookingId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"paymentState"}},{"kind":"Field","name":{"kind":"Name","value":"viewerActions"}},{"kind":"Field","name":{"kind":"Name","value":"contact"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"occurrence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"icsUrl"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyValue"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyValue"}}]}},{"kind":"Field","name":{"kind":"Name","value":"refundPolicy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RefundPolicyText_policy"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tickets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"TicketCard_ticket"}}]}},{"kind":"Field","name":{"kind":"Name","value":"payments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyValue"}}]}},{"kind":"Field","name":{"kind":"Name","value":"method"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"brand"}},{"kind":"Field","name":{"kind":"Name","value":"last4"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}},{"kind":"Field","name":{"kind":"Name","value":"refunds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyValue"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyValue"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amountMinor"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"exponent"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RefundPolicyText_policy"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RefundPolicy"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"tiers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hoursBeforeStart"}},{"kind":"Field","name":{"kind":"Name","value":"percent"}}]}},{"kind":"Field","name":{"kind":"Name","value":"buyerMayCancelUntilHours"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TicketCard_ticket"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Ticket"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"holderName"}},{"kind":"Field","name":{"kind":"Name","value":"qrPayload"}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"occurrence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"venue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"address"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lines"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}}]}}]}}]}}]} as unknown as DocumentNode<BookingQuery, BookingQueryVariables>;
export const BookingNewsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"BookingNews"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"bookingId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bookingChanged"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"bookingId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"bookingId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<BookingNewsSubscription, BookingNewsSubscriptionVariables>;
export const TicketsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Tickets"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"upcomingOnly"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"tickets"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"upcomingOnly"},"value":{"kind":"Variable","name":{"kind":"Name","value":"upcomingOnly"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"booking"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"occurrence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"icsUrl"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"TicketCard_ticket"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TicketCard_ticket"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Ticket"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"holderName"}},{"kind":"Field","name":{"kind":"Name","value":"qrPayload"}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"occurrence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"venue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"address"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lines"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}}]}}]}}]}}]} as unknown as DocumentNode<TicketsQuery, TicketsQueryVariables>;
export const CancelQuoteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CancelQuote"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"bookingId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"booking"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"bookingId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyValue"}}]}},{"kind":"Field","name":{"kind":"Name","value":"refundQuote"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"percent"}},{"kind":"Field","name":{"kind":"Name","value":"deadline"}},{"kind":"Field","name":{"kind":"Name","value":"refundable"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyValue"}}]}},{"kind":"Field","name":{"kind":"Name","value":"feeRetained"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyValue"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyValue"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amountMinor"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"exponent"}}]}}]} as unknown as DocumentNode<CancelQuoteQuery, CancelQuoteQueryVariables>;
export const BookingCancelDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"BookingCancel"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"BookingCancelInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bookingCancel"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"booking"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"paymentState"}},{"kind":"Field","name":{"kind":"Name","value":"viewerActions"}},{"kind":"Field","name":{"kind":"Name","value":"cancelledAt"}},{"kind":"Field","name":{"kind":"Name","value":"tickets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}}]}}]}}]}}]} as unknown as DocumentNode<BookingCancelMutation, BookingCancelMutationVariables>;
export const HoldPlaceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"HoldPlace"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"HoldPlaceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"holdPlace"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"booking"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"serverNow"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"guestToken"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientAvailabilityError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"productId"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SalesClosedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"opensAt"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PurchaseLimitError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"max"}},{"kind":"Field","name":{"kind":"Name","value":"already"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RateLimitedError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}}]}}]}}]}}]} as unknown as DocumentNode<HoldPlaceMutation, HoldPlaceMutationVariables>;