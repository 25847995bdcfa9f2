/**
 * People who use the API without a browser: they put on sale what a test needs, and are the others who hold and buy
 * meanwhile. Knows nothing of browsers.
 */
import { randomUUID } from "node:crypto";

export const ORIGIN = process.env.MARQUEE_BROWSER_URL ?? "http://127.0.0.1:4000";
/** The password of every sign-in the demo catalogue prints. */
export const DEMO_PASSWORD = "lit sign above the door";

const PATIENCE_MILLISECONDS = 30_000;
const LOOK_EVERY_MILLISECONDS = 50;
const ERRORS = "errors { __typename ... on UserError { code message } }";
const INPUTS = { eventPublish: "EventTransitionInput", eventPause: "EventTransitionInput" };

/** Asks again until there is an answer (neither null, undefined nor false); for what tells nobody when it changes. */
export async function eventually(what, look) {
  const began = Date.now();
  for (;;) {
    const answer = await look();
    if (answer !== null && answer !== undefined && answer !== false) return answer;
    if (Date.now() - began > PATIENCE_MILLISECONDS) throw new Error(`waited in vain for ${what}`);
    await new Promise((done) => setTimeout(done, LOOK_EVERY_MILLISECONDS));
  }
}

/** One person's headers. */
export class Client {
  #headers = { "content-type": "application/json" };

  set(name, value) {
    this.#headers[name] = value;
    return this;
  }

  async query(query, variables = {}) {
    const response = await fetch(`${ORIGIN}/graphql`, { method: "POST", headers: this.#headers, body: JSON.stringify({ query, variables }) });
    const { data, errors } = await response.json();
    if (errors) throw new Error(`${query.trim().split("\n")[0]}: ${JSON.stringify(errors)}`);
    return data;
  }

  /** The payload of a mutation of one field, which must not have errors. */
  async mutate(field, input, selection) {
    const type = INPUTS[field] ?? `${field[0].toUpperCase()}${field.slice(1)}Input`;
    const data = await this.query(`mutation($input: ${type}!) { ${field}(input: $input) { ${selection} ${ERRORS} } }`, { input });
    const payload = data[field];
    if (payload.errors.length > 0) throw new Error(`${field}: ${JSON.stringify(payload.errors)}`);
    return payload;
  }

  async signIn(email, password) {
    const { accessToken } = await this.mutate("signIn", { email, password, useCookie: false }, "accessToken");
    return this.set("authorization", `Bearer ${accessToken}`);
  }
}

/** The newest mail to an address that satisfies `matches`; waits for it. */
export function mailTo(address, matches = () => true) {
  return eventually(`a mail to ${address}`, async () => {
    const mails = await (await fetch(`${ORIGIN}/dev/outbox.json`)).json();
    return mails.filter((mail) => mail.to === address && matches(mail)).sort((a, b) => b.at.localeCompare(a.at))[0];
  });
}

/** The six digits in the newest mail that has any. */
export async function codeMailedTo(address) {
  const mail = await mailTo(address, (one) => /^\d{6}$/m.test(one.text));
  return /^(\d{6})$/m.exec(mail.text)[1];
}

/** A registered person with a confirmed address. */
export async function register(name) {
  const person = { name, email: `${name.toLowerCase().replaceAll(" ", ".")}.${randomUUID().slice(0, 8)}@people.example`, password: "a marquee of warm bulbs" };
  const client = new Client();
  await client.mutate("signUp", { email: person.email, password: person.password, displayName: name, locale: "en" }, "accepted");
  await client.mutate("emailVerify", { email: person.email, code: await codeMailedTo(person.email) }, "user { id }");
  await client.signIn(person.email, person.password);
  return { ...person, client };
}

/** A demo organiser, signed in. */
export async function demoOrganiser(slug = "lantern-row") {
  const email = `${slug}@demo.example`;
  const client = await new Client().signIn(email, DEMO_PASSWORD);
  const { organizer } = await client.query("query($slug: String!) { organizer(slug: $slug) { id name } }", { slug });
  return { client, id: organizer.id, slug, name: organizer.name, email, password: DEMO_PASSWORD };
}

/** Local time `days` from now, at half past seven in the evening. */
export function evening(days) {
  return `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T19:30:00`;
}

/** Creates and publishes an event with one date, and waits until its places can be had. */
export async function putOnSale(organiser, { title, tickets, currency = "EUR", days = 30, refundPolicy = { kind: "FULL", buyerMayCancelUntilHours: 24 } }) {
  const { client } = organiser;
  const venue = await client.mutate(
    "venueUpsert",
    { organizerId: organiser.id, name: "The Test Stage", lines: ["1 Footlight Row"], city: "London", countryCode: "GB", timeZone: "Europe/London", capacity: 500 },
    "venue { id }",
  );
  const day = evening(days);
  const created = await client.mutate(
    "eventCreate",
    { organizerId: organiser.id, title, format: "IN_PERSON", currency, timeZone: "Europe/London", startsAtLocal: day, endsAtLocal: day.replace("T19", "T22"), venueId: venue.venue.id },
    "event { id slug version occurrences { nodes { id } } }",
  );
  const { id, slug, version, occurrences } = created.event;
  const summary = "One evening, made for a test: a stage, a light, and someone who tells what is left.";
  await client.mutate("eventUpdate", { id, version, summary, description: "Doors open at **seven**.", categorySlugs: ["theatre"], refundPolicy }, "event { id }");
  const products = {};
  for (const ticket of tickets) {
    const { ticketType } = await client.mutate("ticketTypeUpsert", { eventId: id, minPerBooking: 1, maxPerBooking: 10, ...ticket }, "ticketType { id }");
    products[ticket.name] = ticketType.id;
  }
  const read = await client.query("query($id: ID!) { event(id: $id) { version } }", { id });
  await client.mutate("eventPublish", { id, version: read.event.version }, "event { status }");
  const offer = { id, slug, title, occurrenceId: occurrences.nodes[0].id, products, path: `/events/${organiser.slug}/${slug}` };
  await eventually(`${title} to be on sale`, async () => {
    const left = await remaining(offer);
    return left !== null && left > 0;
  });
  return offer;
}

/** What is left of the whole date. */
export async function remaining(offer) {
  const data = await new Client().query("query($id: ID!) { occurrence(id: $id) { availability { state remaining } } }", { id: offer.occurrenceId });
  const availability = data.occurrence?.availability;
  return availability && availability.state !== "CLOSED" ? availability.remaining : null;
}

/** Someone without an account holds tickets: `{ "Standing": 2 }`. */
export async function holdAsGuest(offer, quantities, contact = { name: "Otto Other", email: `otto.${randomUUID().slice(0, 8)}@people.example` }) {
  const client = new Client();
  const lines = Object.entries(quantities).map(([name, quantity]) => ({ productId: offer.products[name], quantity }));
  const held = await client.mutate("holdPlace", { occurrenceId: offer.occurrenceId, idempotencyKey: randomUUID(), lines, contact }, "booking { id code } guestToken");
  client.set("marquee-guest", held.guestToken);
  return { client, bookingId: held.booking.id, code: held.booking.code, guestToken: held.guestToken };
}

/** A signed-in person holds tickets. */
export async function holdAs(client, offer, quantities) {
  const lines = Object.entries(quantities).map(([name, quantity]) => ({ productId: offer.products[name], quantity }));
  const held = await client.mutate("holdPlace", { occurrenceId: offer.occurrenceId, idempotencyKey: randomUUID(), lines }, "booking { id code }");
  return { client, bookingId: held.booking.id, code: held.booking.code };
}

/** Pays a hold with a card of the sandbox and waits for the tickets; answers their codes. */
export async function payAndWait({ client, bookingId }, cardNumber = "4242424242424242") {
  const { payment } = await client.mutate("paymentStart", { bookingId, idempotencyKey: randomUUID(), returnUrl: `${ORIGIN}/` }, "payment { nextAction { clientSecret } }");
  const { clientSecret } = payment.nextAction;
  const card = { clientSecret, cardNumber, expiryMonth: 12, expiryYear: new Date().getFullYear() + 2, cvc: "123" };
  await fetch(`${ORIGIN}/sandbox/intents/${clientSecret.split("_secret_")[0]}/confirm`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(card),
  });
  return eventually(`booking ${bookingId} to be confirmed`, async () => {
    const { booking } = await client.query("query($id: ID!) { booking(id: $id) { status tickets { code } } }", { id: bookingId });
    return booking.status === "CONFIRMED" && booking.tickets.length > 0 && booking.tickets.map((ticket) => ticket.code);
  });
}
