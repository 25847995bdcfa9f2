import { describe, expect, it, vi } from "vitest";
import { Session } from "./session.ts";

function token(seconds: number): string {
  return `h.${btoa(JSON.stringify({ iat: 1000, exp: 1000 + seconds }))}.s`;
}

function answering(...answers: (object | Error)[]) {
  return vi.fn<typeof fetch>(() => {
    const answer = answers.shift();
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(new Response(JSON.stringify({ data: { tokenRefresh: answer } })));
  });
}

describe("the session", () => {
  it("asks no server for a stranger", async () => {
    const fetcher = answering();
    const session = new Session(fetcher);
    expect(await session.token()).toBeNull();
    expect(session.status()).toBe("anonymous");
    expect(fetcher).not.toHaveBeenCalled();
  });

  it("comes back from the cookie on a later visit", async () => {
    localStorage.setItem("marquee.session", "1");
    const fresh = token(600);
    const session = new Session(answering({ accessToken: fresh, accessTokenExpiresAt: null }));
    expect(await session.token()).toBe(fresh);
    expect(session.status()).toBe("signedIn");
  });

  it("renews a token that is about to end, once for all who wait", async () => {
    const fresh = token(600);
    const fetcher = answering({ accessToken: fresh, accessTokenExpiresAt: null });
    const session = new Session(fetcher);
    session.adopt(token(5), null);
    expect(await Promise.all([session.token(), session.token()])).toEqual([fresh, fresh]);
    expect(fetcher).toHaveBeenCalledTimes(1);
  });

  it("ends when the cookie no longer counts, but not when the network is away", async () => {
    const session = new Session(answering(new Error("offline"), { accessToken: null, accessTokenExpiresAt: null }));
    session.adopt(token(600), null);
    expect(await session.refresh()).toBe(true);
    expect(session.status()).toBe("signedIn");
    expect(await session.refresh()).toBe(false);
    expect(session.status()).toBe("anonymous");
    expect(localStorage.getItem("marquee.session")).toBeNull();
  });
});
