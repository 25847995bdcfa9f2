/**
 * A small Marquee in memory: the real schema with resolvers over plain objects, for tests and for `npm run dev:mock`.
 * It keeps the rules the client relies on (holds, revisions, once-only check-in), not those of the real thing.
 */
import { makeExecutableSchema } from "@graphql-tools/schema";
import type { GraphQLSchema } from "graphql";
import typeDefs from "../../../schema/api.graphql?raw";

type Row = Record<string, unknown> & { id: string };
interface MoneyRow {
  amountMinor: number;
  currency: string;
  exponent: number;
}
interface VenueRow extends Row {
  name: string;
  address: { lines: string[]; city: string; countryCode: string };
  timeZone: string;
  capacity: number | null;
  version: number;
}
interface OccurrenceRow extends Row {
  eventId: string;
  startsAt: string;
  endsAt: string | null;
  startsAtLocal: string;
  endsAtLocal: string | null;
  timeZone: string;
  status: string;
  venue: VenueRow | null;
  revision: number;
}
interface TicketTypeRow extends Row {
  name: string;
  amountMinor: number;
  capacity: number;
  minPerBooking: number;
  maxPerBooking: number;
  position: number;
  version: number;
  visibility: string;
}
interface EventRow extends Row {
  organizerId: string;
  slug: string;
  title: string;
  summary: string | null;
  description: string | null;
  status: string;
  visibility: string;
  format: string;
  categories: string[];
  currency: string;
  refundPolicy: Row | Record<string, unknown>;
  version: number;
  types: TicketTypeRow[];
}
interface BookingRow extends Row {
  code: string;
  status: string;
  buyer: string | null;
  contact: { name: string; email: string; phone: null; locale: string } | null;
  occurrenceId: string;
  lines: { id: string; productId: string; quantity: number }[];
  expiresAt: number | null;
  version: number;
  createdAt: string;
  extended: boolean;
  tickets: Row[];
  payments: Row[];
}

/** Who asks, as the transport found out. */
export interface MockViewer {
  user: string | null;
  guest: string | null;
  /** Set or cleared by signing in and out; the transport turns it into a cookie. */
  signedIn?: (user: string | null) => void;
}

type Listener = (value: unknown) => void;

class Topics {
  #listeners = new Map<string, Set<Listener>>();

  publish(topic: string, value: unknown): void {
    for (const listener of this.#listeners.get(topic) ?? []) listener(value);
  }

  iterate(topic: string): AsyncIterableIterator<unknown> {
    const queue: unknown[] = [];
    let wake: (() => void) | undefined;
    let over = false;
    const listener: Listener = (value) => {
      queue.push(value);
      wake?.();
    };
    const set = this.#listeners.get(topic) ?? new Set();
    set.add(listener);
    this.#listeners.set(topic, set);
    const iterator: AsyncIterableIterator<unknown> = {
      [Symbol.asyncIterator]: () => iterator,
      async next() {
        while (queue.length === 0 && !over) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
        return over && queue.length === 0 ? { done: true, value: undefined } : { done: false, value: queue.shift() };
      },
      return() {
        over = true;
        set.delete(listener);
        wake?.();
        return Promise.resolve({ done: true, value: undefined });
      },
    };
    return iterator;
  }
}

const categories = [
  { id: "cat_1", slug: "music", name: "Music" },
  { id: "cat_2", slug: "theatre", name: "Theatre" },
  { id: "cat_3", slug: "comedy", name: "Comedy" },
  { id: "cat_4", slug: "film", name: "Film" },
  { id: "cat_5", slug: "talks", name: "Talks" },
  { id: "cat_6", slug: "food", name: "Food" },
  { id: "cat_7", slug: "sport", name: "Sport" },
  { id: "cat_8", slug: "dance", name: "Dance" },
];

const catalogue: readonly [title: string, category: string, city: string, zone: string, country: string, currency: string, price: number, capacity: number][] = [
  ["Night Bus Orchestra", "music", "Berlin", "Europe/Berlin", "DE", "EUR", 2400, 120],
  ["The Lighthouse Keeper’s Last Letter", "theatre", "London", "Europe/London", "GB", "EUR", 3150, 80],
  ["Stand-up at the Laundrette", "comedy", "Berlin", "Europe/Berlin", "DE", "EUR", 1200, 12],
  ["Silent Film, Loud Piano", "film", "Paris", "Europe/Paris", "FR", "EUR", 1500, 60],
  ["What Whales Say", "talks", "New York", "America/New_York", "US", "USD", 0, 200],
  ["Dumplings from Scratch", "food", "Tokyo", "Asia/Tokyo", "JP", "JPY", 4800, 16],
  ["Five a Side, Floodlit", "sport", "Berlin", "Europe/Berlin", "DE", "EUR", 800, 40],
  ["Body of Water", "dance", "New York", "America/New_York", "US", "USD", 4500, 0],
  ["Kites over Tempelhof", "sport", "Berlin", "Europe/Berlin", "DE", "EUR", 0, 500],
  ["An Evening with Nobody in Particular", "comedy", "London", "Europe/London", "GB", "EUR", 1800, 70],
  ["String Theory for Strings", "music", "Paris", "Europe/Paris", "FR", "EUR", 2800, 90],
  ["Ramen Night Market", "food", "Tokyo", "Asia/Tokyo", "JP", "JPY", 1200, 300],
];

function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

const local = (instant: number, zone: string) => new Date(instant).toLocaleString("sv-SE", { timeZone: zone }).replace(" ", "T");

/** One Marquee; every test makes its own. */
export class MockMarquee {
  readonly topics = new Topics();
  readonly events: EventRow[] = [];
  readonly occurrences: OccurrenceRow[] = [];
  readonly bookings: BookingRow[] = [];
  readonly users = new Map<string, Row & { displayName: string; email: string; emailVerifiedAt: string | null; password: string }>();
  readonly notifications: (Row & { user: string; readAt: string | null })[] = [];
  readonly organizers: (Row & { slug: string; name: string; owner: string; defaultCurrency: string; defaultTimeZone: string })[] = [];
  readonly scanned = new Map<string, Row>();
  readonly keys = new Map<string, unknown>();
  /** What is added to the clock, in milliseconds: tests let time pass with it. */
  skew = 0;
  readonly schema: GraphQLSchema;
  #next = 1;

  constructor(start = Date.now()) {
    this.users.set("usr_ada", { id: "usr_ada", displayName: "Ada Bell", email: "ada@example.org", emailVerifiedAt: new Date(start).toISOString(), password: "correct horse battery" });
    this.organizers.push({ id: "org_1", slug: "lantern", name: "Lantern House", owner: "usr_ada", defaultCurrency: "EUR", defaultTimeZone: "Europe/Berlin" });
    const day = 86_400_000;
    for (const [index, [title, category, city, zone, country, currency, price, capacity]] of catalogue.entries()) {
      const id = `evt_${String(index + 1)}`;
      const venue: VenueRow = {
        id: `ven_${slugOf(city)}`,
        name: city === "Berlin" ? "Kulturhaus am Kanal" : city === "Tokyo" ? "Shimokita Hall" : `The ${city} Rooms`,
        address: { lines: ["12 Lantern Street"], city, countryCode: country },
        timeZone: zone,
        capacity: 200,
        version: 1,
      };
      const types: TicketTypeRow[] = [
        { id: `tty_${String(index + 1)}a`, name: "Standard", amountMinor: price, capacity, minPerBooking: 1, maxPerBooking: 8, position: 1, version: 1, visibility: "PUBLIC" },
      ];
      if (price > 0) types.push({ id: `tty_${String(index + 1)}b`, name: "Reduced", amountMinor: Math.round(price * 0.6), capacity: Math.ceil(capacity / 4), minPerBooking: 1, maxPerBooking: 4, position: 2, version: 1, visibility: "PUBLIC" });
      this.events.push({
        id,
        organizerId: "org_1",
        slug: slugOf(title),
        title,
        summary: "One evening, one room, and more people on stage than seems wise.",
        description: "Doors open an hour before. **Bring a coat**: the second half is outside.\n\n- Two sets\n- A bar run by volunteers\n- No phones during the quiet pieces",
        status: "PUBLISHED",
        visibility: "PUBLIC",
        format: "IN_PERSON",
        categories: [category],
        currency,
        refundPolicy: { kind: "TIERED", tiers: [{ hoursBeforeStart: 168, percent: 100 }, { hoursBeforeStart: 24, percent: 50 }], buyerMayCancelUntilHours: 24, text: null },
        version: 3,
        types,
      });
      for (let date = 0; date < (index % 3 === 0 ? 5 : 2); date += 1) {
        const startsAt = Math.floor(start / day) * day + day * (5 + index * 2 + date * 7) + 18.5 * 3_600_000;
        this.occurrences.push({
          id: `occ_${String(index + 1)}${"abcdefg"[date] ?? ""}`,
          eventId: id,
          startsAt: new Date(startsAt).toISOString(),
          endsAt: new Date(startsAt + 9_000_000).toISOString(),
          startsAtLocal: local(startsAt, zone),
          endsAtLocal: local(startsAt + 9_000_000, zone),
          timeZone: zone,
          status: "SCHEDULED",
          venue,
          revision: 1,
        });
      }
    }
    this.schema = makeExecutableSchema({ typeDefs, resolvers: this.#resolvers() as never });
  }

  now(): number {
    return Date.now() + this.skew;
  }

  id(prefix: string): string {
    return `${prefix}_new${String(this.#next++)}`;
  }

  money(currency: string, amountMinor: number): MoneyRow {
    return { amountMinor, currency, exponent: currency === "JPY" ? 0 : 2 };
  }

  event(id: string): EventRow {
    return this.events.find((event) => event.id === id) as EventRow;
  }

  occurrence(id: string): OccurrenceRow {
    return this.occurrences.find((one) => one.id === id) as OccurrenceRow;
  }

  used(occurrenceId: string, productId: string, statuses: readonly string[]): number {
    return this.bookings
      .filter((booking) => booking.occurrenceId === occurrenceId && statuses.includes(booking.status))
      .flatMap((booking) => booking.lines)
      .filter((line) => line.productId === productId)
      .reduce((sum, line) => sum + line.quantity, 0);
  }

  availability(occurrenceId: string, type: TicketTypeRow) {
    const held = this.used(occurrenceId, type.id, ["HELD", "AWAITING_PAYMENT"]);
    const remaining = type.capacity - held - this.used(occurrenceId, type.id, ["CONFIRMED"]);
    const state = remaining <= 0 ? (held > 0 ? "HELD_BY_OTHERS" : "SOLD_OUT") : remaining <= Math.max(5, type.capacity * 0.1) ? "FEW_LEFT" : "AVAILABLE";
    return { state, remaining, revision: this.occurrence(occurrenceId).revision };
  }

  wholeAvailability(occurrence: OccurrenceRow) {
    const all = this.event(occurrence.eventId).types.map((type) => this.availability(occurrence.id, type));
    const remaining = all.reduce((sum, one) => sum + one.remaining, 0);
    const best = ["AVAILABLE", "FEW_LEFT", "HELD_BY_OTHERS", "SOLD_OUT"].find((state) => all.some((one) => one.state === state));
    return { state: best ?? "CLOSED", remaining, revision: occurrence.revision };
  }

  total(booking: BookingRow): MoneyRow {
    const event = this.event(this.occurrence(booking.occurrenceId).eventId);
    const amount = booking.lines.reduce((sum, line) => sum + line.quantity * (event.types.find((type) => type.id === line.productId)?.amountMinor ?? 0), 0);
    return this.money(event.currency, amount);
  }

  /** Tells everyone who looks at a booking or its date. */
  announce(booking: BookingRow): void {
    booking.version += 1;
    const occurrence = this.occurrence(booking.occurrenceId);
    occurrence.revision += 1;
    this.topics.publish(`booking:${booking.id}`, booking);
    this.topics.publish(`availability:${occurrence.id}`, {
      revision: occurrence.revision,
      products: this.event(occurrence.eventId).types.map((type) => ({ productId: type.id, availability: this.availability(occurrence.id, type) })),
    });
  }

  notify(user: string, kind: string, title: string, body: string, deepLink: string): void {
    const notification = { id: this.id("ntf"), user, kind, title, body, deepLink, createdAt: new Date(this.now()).toISOString(), readAt: null };
    this.notifications.unshift(notification);
    this.topics.publish(`notifications:${user}`, notification);
  }

  confirm(booking: BookingRow): void {
    if (booking.status === "CONFIRMED") return;
    booking.status = "CONFIRMED";
    booking.expiresAt = null;
    let ordinal = 0;
    for (const line of booking.lines) {
      for (let index = 0; index < line.quantity; index += 1) {
        ordinal += 1;
        booking.tickets.push({ id: this.id("tkt"), code: `${booking.code}-${String(ordinal)}`, productId: line.productId, bookingId: booking.id, status: "ISSUED", holderName: booking.contact?.name ?? null, version: 1 });
      }
    }
    this.announce(booking);
    if (booking.buyer) this.notify(booking.buyer, "BOOKING_CONFIRMED", "Your tickets are here", `${this.event(this.occurrence(booking.occurrenceId).eventId).title}: ${String(ordinal)} tickets.`, `/bookings/${booking.id}`);
  }

  expire(booking: BookingRow): void {
    booking.status = "EXPIRED";
    this.announce(booking);
  }

  payment(id: string) {
    return this.bookings.flatMap((booking) => booking.payments.map((payment) => ({ booking, payment }))).find((found) => found.payment.id === id);
  }

  settle(paymentId: string, status: "SUCCEEDED" | "FAILED", failureCode: string | null = null): void {
    const found = this.payment(paymentId);
    if (!found) return;
    Object.assign(found.payment, { status, failureCode, succeededAt: status === "SUCCEEDED" ? new Date(this.now()).toISOString() : null });
    if (status === "SUCCEEDED") this.confirm(found.booking);
    else {
      found.booking.status = "HELD";
      this.announce(found.booking);
    }
    this.topics.publish(`payment:${found.booking.id}`, found.payment);
  }

  /** The sandbox's card form: what the provider answers to `POST /sandbox/intents/{id}/confirm`. */
  confirmIntent(paymentId: string, cardNumber: string): { status: string; nextAction?: { redirectUrl: string }; failureCode?: string; failureMessage?: string } {
    const declines: Record<string, string> = {
      "4000000000000002": "card_declined",
      "4000000000009995": "insufficient_funds",
      "4000000000000069": "expired_card",
      "4000000000000127": "incorrect_cvc",
    };
    const found = this.payment(paymentId);
    if (!found) return { status: "requires_payment_method", failureCode: "resource_missing", failureMessage: "There is no such payment." };
    const decline = declines[cardNumber];
    if (decline) {
      this.settle(paymentId, "FAILED", decline);
      return { status: "requires_payment_method", failureCode: decline, failureMessage: "The card was declined." };
    }
    if (cardNumber === "4000002500003155") {
      Object.assign(found.payment, { status: "REQUIRES_ACTION" });
      return { status: "requires_action", nextAction: { redirectUrl: `/sandbox/3ds/${paymentId}` } };
    }
    if (cardNumber === "4000000000000077") {
      Object.assign(found.payment, { status: "PROCESSING" });
      this.topics.publish(`payment:${found.booking.id}`, found.payment);
      return { status: "processing" };
    }
    this.settle(paymentId, "SUCCEEDED");
    return { status: "succeeded" };
  }

  connection<Node extends { id: string }>(all: readonly Node[], { first, after }: { first?: number | null; after?: string | null }) {
    const start = after ? all.findIndex((node) => node.id === after) + 1 : 0;
    const nodes = all.slice(start, start + (first ?? 20));
    return {
      edges: nodes.map((node) => ({ cursor: node.id, node })),
      nodes,
      totalCount: all.length,
      pageInfo: { hasNextPage: start + nodes.length < all.length, hasPreviousPage: start > 0, startCursor: nodes[0]?.id ?? null, endCursor: nodes.at(-1)?.id ?? null },
    };
  }

  sees(booking: BookingRow, viewer: MockViewer): boolean {
    return (booking.buyer !== null && (booking.buyer === viewer.user || viewer.user === "usr_ada")) || viewer.guest === `guest-${booking.id}` || viewer.user === "usr_ada";
  }

  #resolvers() {
    const once = <Payload>(key: string, act: () => Payload): Payload => {
      if (!this.keys.has(key)) this.keys.set(key, act());
      return this.keys.get(key) as Payload;
    };
    const find = (id: string, viewer: MockViewer) => {
      const booking = this.bookings.find((one) => one.id === id);
      return booking && this.sees(booking, viewer) ? booking : undefined;
    };
    const notFound = { __typename: "NotFoundError", code: "NOT_FOUND", message: "There is no such thing.", path: ["id"] };
    const user = (viewer: MockViewer) => (viewer.user ? (this.users.get(viewer.user) ?? null) : null);
    const session = (viewer: MockViewer) => ({
      accessToken: viewer.user ? `token-${viewer.user}` : null,
      accessTokenExpiresAt: viewer.user ? new Date(Date.now() + 600_000).toISOString() : null,
      user: user(viewer),
      errors: [],
    });
    const edit = (id: string, version: number, change: (event: EventRow) => void) => {
      const event = this.events.find((one) => one.id === id);
      if (!event) return { event: null, errors: [notFound] };
      if (event.version !== version) return { event: null, errors: [{ __typename: "ConflictError", code: "CONFLICT", message: "Changed meanwhile.", path: [], currentVersion: event.version }] };
      change(event);
      event.version += 1;
      return { event, errors: [] };
    };
    type Input<Fields> = { input: Fields & { idempotencyKey: string } };
    return {
      Query: {
        me: (_: unknown, __: unknown, viewer: MockViewer) => user(viewer),
        organizer: (_: unknown, { slug }: { slug: string }) => this.organizers.find((one) => one.slug === slug),
        event: (_: unknown, { id, slug }: { id?: string; slug?: string }) => this.events.find((event) => event.id === id || event.slug === slug),
        occurrence: (_: unknown, { id }: { id: string }) => this.occurrences.find((one) => one.id === id),
        categories: () => categories,
        booking: (_: unknown, { id }: { id: string }, viewer: MockViewer) => find(id, viewer),
        events: (_: unknown, args: { first?: number; after?: string; filter?: Record<string, unknown> }) => {
          const filter = args.filter ?? {};
          const text = (filter["text"] as string | undefined)?.toLowerCase();
          const slugs = filter["categorySlugs"] as string[] | undefined;
          const dates = (event: EventRow) => this.occurrences.filter((one) => one.eventId === event.id);
          const found = this.events.filter(
            (event) =>
              event.status === "PUBLISHED" &&
              (!text || event.title.toLowerCase().includes(text)) &&
              (!slugs || event.categories.some((slug) => slugs.includes(slug))) &&
              (!filter["city"] || dates(event).some((one) => one.venue?.address.city === filter["city"])) &&
              (!filter["freeOnly"] || event.types.some((type) => type.amountMinor === 0)) &&
              dates(event).some((one) => (!filter["from"] || one.startsAt >= (filter["from"] as string)) && (!filter["to"] || one.startsAt < (filter["to"] as string))),
          );
          const cities = new Map<string, number>();
          for (const event of this.events) {
            const city = dates(event)[0]?.venue?.address.city;
            if (city) cities.set(city, (cities.get(city) ?? 0) + 1);
          }
          return { ...this.connection(found, args), facets: [...cities].map(([value, count]) => ({ field: "city", value, count })) };
        },
      },
      Mutation: {
        signUp: (_: unknown, { input }: Input<{ email: string; password: string; displayName: string }>) => {
          if (input.password === "password123") return { accepted: false, errors: [{ __typename: "WeakPasswordError", code: "WEAK_PASSWORD", message: "Too easy.", path: ["input", "password"], score: 1 }] };
          const id = `usr_${slugOf(input.displayName)}`;
          this.users.set(id, { id, displayName: input.displayName, email: input.email, emailVerifiedAt: null, password: input.password });
          return { accepted: true, errors: [] };
        },
        signIn: (_: unknown, { input }: Input<{ email: string; password: string }>, viewer: MockViewer) => {
          const found = [...this.users.values()].find((one) => one.email === input.email && one.password === input.password);
          if (!found) return { accessToken: null, user: null, errors: [{ __typename: "BadCredentialsError", code: "BAD_CREDENTIALS", message: "No.", path: ["input"] }] };
          viewer.user = found.id;
          viewer.signedIn?.(found.id);
          return session(viewer);
        },
        tokenRefresh: (_: unknown, __: unknown, viewer: MockViewer) => session(viewer),
        signOut: (_: unknown, __: unknown, viewer: MockViewer) => {
          viewer.signedIn?.(null);
          return { ok: true, errors: [] };
        },
        emailVerify: (_: unknown, { input }: Input<{ email: string; code: string }>) => {
          const found = [...this.users.values()].find((one) => one.email === input.email);
          if (!found || input.code !== "123456") return { user: null, errors: [{ __typename: "ValidationError", code: "WRONG_CODE", message: "This code is wrong or too old.", path: ["input", "code"] }] };
          found.emailVerifiedAt = new Date(this.now()).toISOString();
          return { user: found, errors: [] };
        },
        emailVerificationResend: () => ({ accepted: true, errors: [] }),
        passwordResetRequest: () => ({ accepted: true, errors: [] }),
        passwordReset: () => ({ ok: true, errors: [] }),
        profileUpdate: (_: unknown, { input }: Input<object>, viewer: MockViewer) => ({ user: Object.assign(user(viewer) ?? {}, input), errors: [] }),
        organizerCreate: (_: unknown, { input }: Input<{ name: string; slug: string; defaultCurrency: string; defaultTimeZone: string }>, viewer: MockViewer) => {
          if (this.organizers.some((one) => one.slug === input.slug)) return { organizer: null, errors: [{ __typename: "ValidationError", code: "SLUG_TAKEN", message: "This address is taken.", path: ["input", "slug"] }] };
          const organizer = { ...input, id: this.id("org"), owner: viewer.user ?? "" };
          this.organizers.push(organizer);
          return { organizer, errors: [] };
        },
        venueUpsert: (_: unknown, { input }: Input<{ id?: string; name: string; lines: string[]; city: string; countryCode: string; timeZone: string; capacity?: number }>) => {
          const venue: VenueRow = { id: input.id ?? this.id("ven"), name: input.name, address: { lines: input.lines, city: input.city, countryCode: input.countryCode }, timeZone: input.timeZone, capacity: input.capacity ?? null, version: 1 };
          this.keys.set(`venue:${venue.id}`, venue);
          return { venue, errors: [] };
        },
        eventCreate: (_: unknown, { input }: Input<{ organizerId: string; title: string; format: string; currency: string; timeZone: string; startsAtLocal: string; venueId?: string }>) => {
          const event: EventRow = { id: this.id("evt"), organizerId: input.organizerId, slug: slugOf(input.title), title: input.title, summary: null, description: null, status: "DRAFT", visibility: "PUBLIC", format: input.format, categories: [], currency: input.currency, refundPolicy: { kind: "NONE", tiers: [] }, version: 1, types: [] };
          const known = this.occurrences.find((one) => one.venue?.id === input.venueId)?.venue;
          this.events.push(event);
          this.occurrences.push({ id: this.id("occ"), eventId: event.id, startsAt: new Date(`${input.startsAtLocal}Z`).toISOString(), endsAt: null, startsAtLocal: input.startsAtLocal, endsAtLocal: null, timeZone: input.timeZone, status: "SCHEDULED", venue: known ?? (this.keys.get(`venue:${input.venueId ?? ""}`) as VenueRow | undefined) ?? null, revision: 1 });
          return { event, errors: [] };
        },
        eventUpdate: (_: unknown, { input }: Input<{ id: string; version: number; categorySlugs?: string[] }>) =>
          edit(input.id, input.version, (event) => {
            const { categorySlugs, ...rest } = input;
            Object.assign(event, rest, categorySlugs && { categories: categorySlugs });
          }),
        eventPublish: (_: unknown, { input }: Input<{ id: string; version: number }>) => edit(input.id, input.version, (event) => (event.status = "PUBLISHED")),
        eventPause: (_: unknown, { input }: Input<{ id: string; version: number }>) => edit(input.id, input.version, (event) => (event.status = "PAUSED")),
        eventCancel: (_: unknown, { input }: Input<{ id: string; version: number }>) => edit(input.id, input.version, (event) => (event.status = "CANCELLED")),
        occurrencesGenerate: () => ({ occurrences: [], errors: [] }),
        ticketTypeUpsert: (_: unknown, { input }: Input<{ id?: string; eventId: string; name: string; priceMinor?: number; capacity?: number; minPerBooking?: number; maxPerBooking?: number; visibility?: string }>) => {
          const event = this.event(input.eventId);
          const known = event.types.find((type) => type.id === input.id);
          const type: TicketTypeRow = {
            id: known?.id ?? this.id("tty"),
            name: input.name,
            amountMinor: input.priceMinor ?? 0,
            capacity: input.capacity ?? known?.capacity ?? 0,
            minPerBooking: input.minPerBooking ?? 1,
            maxPerBooking: input.maxPerBooking ?? 10,
            position: known?.position ?? event.types.length + 1,
            version: (known?.version ?? 0) + 1,
            visibility: input.visibility ?? "PUBLIC",
          };
          if (known) Object.assign(known, type);
          else event.types.push(type);
          return { ticketType: { ...type, event }, errors: [] };
        },
        holdPlace: (_: unknown, { input }: Input<{ occurrenceId: string; lines: { productId: string; quantity: number }[]; contact?: { name: string; email: string; locale: string } }>, viewer: MockViewer) =>
          once(`hold:${input.idempotencyKey}`, () => {
            const occurrence = this.occurrence(input.occurrenceId);
            const event = this.event(occurrence.eventId);
            for (const line of input.lines) {
              const type = event.types.find((one) => one.id === line.productId);
              const remaining = type ? this.availability(occurrence.id, type).remaining : 0;
              if (line.quantity > remaining) return { booking: null, guestToken: null, errors: [{ __typename: "InsufficientAvailabilityError", code: "INSUFFICIENT_AVAILABILITY", message: "Not enough left.", path: ["input", "lines"], productId: line.productId, remaining: Math.max(remaining, 0) }] };
            }
            const me = user(viewer);
            const id = this.id("bkg");
            const booking: BookingRow = {
              id,
              code: `K7M${String(this.#next).padStart(2, "2")}Q`,
              status: "HELD",
              buyer: viewer.user,
              contact: input.contact ? { ...input.contact, phone: null } : me ? { name: me.displayName, email: me.email, phone: null, locale: "en-GB" } : null,
              occurrenceId: occurrence.id,
              lines: input.lines.map((line, index) => ({ id: `${id}-${String(index)}`, ...line })),
              expiresAt: this.now() + 600_000,
              version: 1,
              createdAt: new Date(this.now()).toISOString(),
              extended: false,
              tickets: [],
              payments: [],
            };
            this.bookings.push(booking);
            this.announce(booking);
            return { booking, guestToken: viewer.user ? null : `guest-${id}`, errors: [] };
          }),
        holdExtend: (_: unknown, { input }: Input<{ bookingId: string }>, viewer: MockViewer) => {
          const booking = find(input.bookingId, viewer);
          if (!booking?.expiresAt) return { booking: null, errors: [notFound] };
          booking.expiresAt += 300_000;
          booking.extended = true;
          this.announce(booking);
          return { booking, errors: [] };
        },
        holdRelease: (_: unknown, { input }: Input<{ bookingId: string }>, viewer: MockViewer) => {
          const booking = find(input.bookingId, viewer);
          if (!booking) return { booking: null, errors: [notFound] };
          booking.status = "CANCELLED";
          this.announce(booking);
          return { booking, errors: [] };
        },
        bookingConfirmFree: (_: unknown, { input }: Input<{ bookingId: string }>, viewer: MockViewer) => {
          const booking = find(input.bookingId, viewer);
          if (!booking) return { booking: null, errors: [notFound] };
          this.confirm(booking);
          return { booking, errors: [] };
        },
        bookingCancel: (_: unknown, { input }: Input<{ bookingId: string }>, viewer: MockViewer) => {
          const booking = find(input.bookingId, viewer);
          if (!booking) return { booking: null, errors: [notFound] };
          booking.status = "CANCELLED";
          for (const ticket of booking.tickets) ticket["status"] = "VOIDED";
          const total = this.total(booking);
          for (const payment of booking.payments) payment["refunds"] = [{ id: this.id("rfd"), amount: total, status: "PENDING", origin: "BUYER", createdAt: new Date(this.now()).toISOString(), payment }];
          this.announce(booking);
          return { booking, errors: [] };
        },
        paymentStart: (_: unknown, { input }: Input<{ bookingId: string }>, viewer: MockViewer) => {
          const booking = find(input.bookingId, viewer);
          if (!booking || !["HELD", "AWAITING_PAYMENT"].includes(booking.status)) return { payment: null, errors: [{ __typename: "BookingNotPayableError", code: "NOT_PAYABLE", message: "Not payable.", path: [], state: booking?.status ?? "" }] };
          const id = this.id("pay");
          const payment = { id, provider: "SANDBOX", method: { kind: "card", brand: "Visa", last4: "4242" }, status: "CREATED", amount: this.total(booking), amountRefunded: { ...this.total(booking), amountMinor: 0 }, nextAction: { kind: "card_form", clientSecret: `${id}_secret_x` }, refunds: [], createdAt: new Date(this.now() + booking.payments.length).toISOString(), booking };
          booking.payments.push(payment);
          booking.status = "AWAITING_PAYMENT";
          this.announce(booking);
          return { payment, errors: [] };
        },
        paymentSync: (_: unknown, { input }: Input<{ paymentId: string }>) => ({ payment: this.payment(input.paymentId)?.payment, errors: [] }),
        notificationsMarkRead: (_: unknown, { input }: Input<{ ids?: string[]; all?: boolean }>, viewer: MockViewer) => {
          for (const one of this.notifications) if (one.user === viewer.user && (input.all || input.ids?.includes(one.id))) one.readAt = new Date(this.now()).toISOString();
          return { user: user(viewer), errors: [] };
        },
        checkIn: (_: unknown, { input }: { input: { listId: string; code?: string; qrPayload?: string; nonce: string } }) =>
          once(`scan:${input.nonce}`, () => {
            const ticket = this.bookings.flatMap((booking) => booking.tickets).find((one) => one["code"] === input.code || `MQ1.${one.id}` === input.qrPayload);
            const previous = ticket && this.scanned.get(ticket.id);
            const booking = this.bookings.find((one) => one.id === ticket?.["bookingId"]);
            const result = !ticket ? "UNKNOWN_TICKET" : ticket["status"] === "VOIDED" ? "VOIDED" : `list_${booking?.occurrenceId ?? ""}` !== input.listId ? "WRONG_DATE" : previous ? "ALREADY_ADMITTED" : "ADMITTED";
            const list = { id: input.listId };
            const record = { id: this.id("cir"), at: new Date(this.now()).toISOString(), result, list };
            if (result === "ADMITTED" && ticket) {
              ticket["status"] = "CHECKED_IN";
              this.scanned.set(ticket.id, record);
            }
            this.topics.publish(`checkin:${input.listId}`, { list, record, ticket: ticket ?? null, sequence: this.#next++ });
            return { result, record, ticket: ticket ?? null, previous: previous ?? null, errors: [] };
          }),
      },
      Subscription: {
        bookingChanged: { subscribe: (_: unknown, { bookingId }: { bookingId: string }) => this.topics.iterate(`booking:${bookingId}`), resolve: (value: unknown) => value },
        availabilityChanged: { subscribe: (_: unknown, { occurrenceId }: { occurrenceId: string }) => this.topics.iterate(`availability:${occurrenceId}`), resolve: (value: unknown) => value },
        paymentChanged: { subscribe: (_: unknown, { bookingId }: { bookingId: string }) => this.topics.iterate(`payment:${bookingId}`), resolve: (value: unknown) => value },
        checkInActivity: { subscribe: (_: unknown, { checkInListId }: { checkInListId: string }) => this.topics.iterate(`checkin:${checkInListId}`), resolve: (value: unknown) => value },
        notificationReceived: { subscribe: (_: unknown, __: unknown, viewer: MockViewer) => this.topics.iterate(`notifications:${viewer.user ?? ""}`), resolve: (value: unknown) => value },
      },
      User: {
        locale: (row: Row) => row["locale"] ?? "en-GB",
        timeZone: (row: Row) => row["timeZone"] ?? "Europe/Berlin",
        createdAt: () => new Date(0).toISOString(),
        memberships: (row: Row) => this.organizers.filter((one) => one.owner === row.id).map((organizer) => ({ id: `mem_${organizer.id}`, organizer, user: row, role: "OWNER", since: new Date(0).toISOString() })),
        loginSessions: () => [
          { id: "ses_1", userAgent: "Firefox on Linux", lastSeenAt: new Date(this.now() - 60_000).toISOString(), current: true },
          { id: "ses_2", userAgent: "Safari on iPhone", lastSeenAt: new Date(this.now() - 90_000_000).toISOString(), current: false },
        ],
        tickets: (row: Row, args: { first?: number; after?: string }) => this.connection(this.bookings.filter((booking) => booking.buyer === row.id).flatMap((booking) => booking.tickets), args),
        notifications: (row: Row, args: { first?: number; after?: string }) => this.connection(this.notifications.filter((one) => one.user === row.id), args),
        unreadNotificationCount: (row: Row) => this.notifications.filter((one) => one.user === row.id && one.readAt === null).length,
      },
      Organizer: {
        viewerPermissions: (row: { owner: string }, _: unknown, viewer: MockViewer) => (viewer.user === row.owner ? ["EVENT_CREATE", "EVENT_EDIT", "BOOKING_READ", "CHECK_IN"] : []),
        events: (row: Row, args: { first?: number; after?: string }) => ({ ...this.connection(this.events.filter((event) => event.organizerId === row.id), args), facets: [] }),
      },
      Event: {
        organizer: (row: EventRow) => this.organizers.find((one) => one.id === row.organizerId),
        categories: (row: EventRow) => categories.filter((category) => row.categories.includes(category.slug)),
        priceFrom: (row: EventRow) => (row.types.length > 0 ? this.money(row.currency, Math.min(...row.types.map((type) => type.amountMinor))) : null),
        occurrences: (row: EventRow, args: { first?: number }) => this.connection(this.occurrences.filter((one) => one.eventId === row.id), args),
        nextOccurrence: (row: EventRow) => this.occurrences.find((one) => one.eventId === row.id),
        ticketTypes: (row: EventRow) => row.types.map((type) => ({ ...type, event: row })),
        products: (row: EventRow) => row.types.map((type) => ({ ...type, event: row })),
        bookings: (row: EventRow, args: { first?: number; after?: string; filter?: { query?: string; status?: string[] } }) =>
          this.connection(
            this.bookings.filter((booking) => this.occurrence(booking.occurrenceId).eventId === row.id && (!args.filter?.status || args.filter.status.includes(booking.status)) && (!args.filter?.query || booking.code.includes(args.filter.query) || booking.contact?.name.toLowerCase().includes(args.filter.query.toLowerCase()))).toReversed(),
            args,
          ),
        salesSummary: (row: EventRow) => {
          const own = this.bookings.filter((booking) => this.occurrence(booking.occurrenceId).eventId === row.id);
          const count = (status: string[]) => own.filter((booking) => status.includes(booking.status)).flatMap((booking) => booking.lines).reduce((sum, line) => sum + line.quantity, 0);
          const dates = this.occurrences.filter((one) => one.eventId === row.id).length;
          const revenue = own.filter((booking) => booking.status === "CONFIRMED").reduce((sum, booking) => sum + this.total(booking).amountMinor, 0);
          return { sold: count(["CONFIRMED"]), held: count(["HELD", "AWAITING_PAYMENT"]), capacity: dates * row.types.reduce((sum, type) => sum + type.capacity, 0), revenue: revenue > 0 ? [this.money(row.currency, revenue)] : [] };
        },
        quotas: (row: EventRow) =>
          this.occurrences
            .filter((one) => one.eventId === row.id)
            .flatMap((occurrence) => row.types.map((type) => ({ id: `quo_${occurrence.id}_${type.id}`, name: type.name, capacity: type.capacity, held: this.used(occurrence.id, type.id, ["HELD", "AWAITING_PAYMENT"]), sold: this.used(occurrence.id, type.id, ["CONFIRMED"]), remaining: this.availability(occurrence.id, type).remaining, products: [{ ...type, event: row }], version: 1 }))),
        checkInLists: (row: EventRow) => this.occurrences.filter((one) => one.eventId === row.id).map((occurrence) => ({ id: `list_${occurrence.id}` })),
      },
      CheckInList: {
        name: () => "All tickets",
        occurrence: (row: Row) => this.occurrence(row.id.replace("list_", "")),
        expected: (row: Row) => this.bookings.filter((booking) => `list_${booking.occurrenceId}` === row.id && booking.status === "CONFIRMED").flatMap((booking) => booking.tickets).length,
        checkedIn: (row: Row) => this.bookings.filter((booking) => `list_${booking.occurrenceId}` === row.id).flatMap((booking) => booking.tickets).filter((ticket) => ticket["status"] === "CHECKED_IN").length,
      },
      Occurrence: {
        name: (row: OccurrenceRow) => this.event(row.eventId).title,
        event: (row: OccurrenceRow) => this.event(row.eventId),
        icsUrl: (row: Row) => `/ics/${row.id}.ics`,
        availability: (row: OccurrenceRow) => this.wholeAvailability(row),
      },
      Product: { __resolveType: () => "TicketType" },
      Node: { __resolveType: () => "TicketType" },
      Price: { __resolveType: (price: { free?: boolean }) => (price.free ? "FreePrice" : "FixedPrice") },
      TicketType: {
        price: (row: TicketTypeRow & { event: EventRow }) => (row.amountMinor === 0 ? { free: true } : { amount: this.money(row.event.currency, row.amountMinor) }),
        saleWindow: () => ({ opensAt: null, closesAt: null, state: "OPEN" }),
        availability: (row: TicketTypeRow, { occurrenceId }: { occurrenceId: string }) => this.availability(occurrenceId, row),
        quotas: (row: TicketTypeRow) => [{ id: `quo_${row.id}`, name: row.name, capacity: row.capacity, held: 0, sold: 0, remaining: row.capacity, products: [], version: 1 }],
      },
      Booking: {
        paymentState: (row: BookingRow) => (this.total(row).amountMinor === 0 ? "NOT_REQUIRED" : row.status === "CONFIRMED" ? "PAID" : "UNPAID"),
        buyer: (row: BookingRow) => (row.buyer ? this.users.get(row.buyer) : null),
        occurrence: (row: BookingRow) => this.occurrence(row.occurrenceId),
        total: (row: BookingRow) => this.total(row),
        lines: (row: BookingRow) => {
          const event = this.event(this.occurrence(row.occurrenceId).eventId);
          return row.lines.map((line) => {
            const type = event.types.find((one) => one.id === line.productId);
            return { id: line.id, quantity: line.quantity, product: type && { ...type, event }, unitPrice: this.money(event.currency, type?.amountMinor ?? 0), total: this.money(event.currency, (type?.amountMinor ?? 0) * line.quantity) };
          });
        },
        expiresAt: (row: BookingRow) => (row.expiresAt ? new Date(row.expiresAt).toISOString() : null),
        serverNow: () => new Date(this.now()).toISOString(),
        refundPolicy: (row: BookingRow) => this.event(this.occurrence(row.occurrenceId).eventId).refundPolicy,
        viewerActions: (row: BookingRow) => (row.status === "HELD" ? ["PAY", "RELEASE", ...(row.extended ? [] : ["EXTEND_HOLD"])] : row.status === "CONFIRMED" ? ["CANCEL"] : []),
        refundQuote: (row: BookingRow) => ({ refundable: this.total(row), feeRetained: { ...this.total(row), amountMinor: 0 }, percent: 100, deadline: null }),
      },
      Ticket: {
        booking: (row: Row) => this.bookings.find((booking) => booking.id === row["bookingId"]),
        occurrence: (row: Row) => this.occurrence((this.bookings.find((booking) => booking.id === row["bookingId"]) as BookingRow).occurrenceId),
        product: (row: Row) => {
          const event = this.events.find((one) => one.types.some((type) => type.id === row["productId"])) as EventRow;
          return { ...event.types.find((type) => type.id === row["productId"]), event };
        },
        qrPayload: (row: Row) => `MQ1.${row.id}`,
        checkIns: () => [],
      },
    };
  }
}
