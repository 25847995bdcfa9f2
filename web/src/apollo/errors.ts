/** Turns what went wrong on the wire into a sentence and what the visitor can do. The only place that reads `extensions.code`. */
import { CombinedGraphQLErrors, ServerError, ServerParseError } from "@apollo/client/errors";
import { defineMessages } from "../lib/messages.ts";

/** What would help: trying again, signing in, or nothing here. */
export type Remedy = "retry" | "signIn" | "none";

/** One failure in words. */
export interface Failure {
  sentence: string;
  remedy: Remedy;
}

const messages = defineMessages({
  en: {
    unauthenticated: "Your session has ended. Sign in to go on.",
    forbidden: "You are not allowed to see or do this. Someone who runs the team can give you access.",
    badInput: "Something in this request was not understood. Check what you entered.",
    notFound: "We could not find that. It may have been removed.",
    rateLimited: "That was a bit too often. Wait a moment, then try again.",
    unavailable: "A part of Marquee is not answering. Nothing was lost; try again in a moment.",
    offline: "There is no connection to Marquee. Check your network and try again.",
    internal: (incident: string | undefined) =>
      incident ? `Something broke on our side. If it stays, tell us this number: ${incident}.` : "Something broke on our side. Try again in a moment.",
  },
});

function byCode(code: string, extensions: Record<string, unknown>): Failure {
  if (code.startsWith("SUBGRAPH_") || code === "SERVICE_UNAVAILABLE" || code === "TIMEOUT") return { sentence: messages.unavailable, remedy: "retry" };
  switch (code) {
    case "UNAUTHENTICATED":
      return { sentence: messages.unauthenticated, remedy: "signIn" };
    case "FORBIDDEN":
    case "UNAUTHORIZED_FIELD_OR_TYPE":
      return { sentence: messages.forbidden, remedy: "none" };
    case "BAD_USER_INPUT":
    case "GRAPHQL_PARSE_FAILED":
    case "GRAPHQL_VALIDATION_FAILED":
      return { sentence: messages.badInput, remedy: "none" };
    case "NOT_FOUND":
      return { sentence: messages.notFound, remedy: "none" };
    case "RATE_LIMITED":
      return { sentence: messages.rateLimited, remedy: "retry" };
    default: {
      const incident = extensions["incidentId"];
      return { sentence: messages.internal(typeof incident === "string" ? incident : undefined), remedy: "retry" };
    }
  }
}

/** The failure of a request, in words. */
export function describeFailure(error: unknown): Failure {
  if (CombinedGraphQLErrors.is(error)) {
    const first = error.errors[0];
    const extensions = (first?.extensions ?? {}) as Record<string, unknown>;
    const code = extensions["code"];
    return byCode(typeof code === "string" ? code : "INTERNAL", extensions);
  }
  if (ServerError.is(error) || ServerParseError.is(error)) {
    if (error.statusCode === 401) return byCode("UNAUTHENTICATED", {});
    if (error.statusCode === 429) return byCode("RATE_LIMITED", {});
    return { sentence: messages.unavailable, remedy: "retry" };
  }
  return { sentence: messages.offline, remedy: "retry" };
}
