import { describe, expect, it } from "vitest";
import { attemptKey, endAttempt } from "./attempt.ts";
import { startOfDay, visitorTime, wallClockTrouble } from "./dates.ts";
import { adoptGuestToken, guestToken } from "./guestTokens.ts";
import { amountText, currencyExponent, formatMoney, parseAmount } from "./money.ts";

describe("money", () => {
  it("shows as many decimals as the currency has", () => {
    expect(formatMoney({ amountMinor: 2400, currency: "EUR", exponent: 2 })).toContain("24.00");
    expect(formatMoney({ amountMinor: 4800, currency: "JPY", exponent: 0 })).toMatch(/4,800$/);
    expect(formatMoney({ amountMinor: 1500, currency: "KWD", exponent: 3 })).toContain("1.500");
  });

  it.each([
    ["12.50", 2, 1250],
    ["12,5", 2, 1250],
    ["7", 0, 7],
    ["7.5", 0, null],
    ["1.2345", 3, null],
    ["-3", 2, null],
    ["abc", 2, null],
  ])("reads %s with exponent %i as %s", (text, exponent, expected) => {
    expect(parseAmount(text, exponent)).toBe(expected);
  });

  it("gives back what it read", () => {
    expect(amountText(1250, currencyExponent("EUR"))).toBe("12.50");
    expect(amountText(1250, currencyExponent("JPY"))).toBe("1250");
  });
});

describe("dates", () => {
  it("adds the visitor's clock only when it differs at that instant", () => {
    expect(visitorTime("2026-12-12T18:30:00Z", "Europe/Berlin", "Europe/Paris")).toBeNull();
    expect(visitorTime("2026-12-12T18:30:00Z", "Europe/Berlin", "America/New_York")).toContain("13:30");
    expect(visitorTime("2026-12-12T18:30:00Z", "Europe/Berlin", "Asia/Tokyo")).toContain("13 Dec");
  });

  it("begins a day by the rules of that day", () => {
    expect(startOfDay("2026-07-01", "Europe/Berlin")).toBe("2026-06-30T22:00:00.000Z");
    expect(startOfDay("2026-12-31", "Europe/Berlin", 1)).toBe("2026-12-31T23:00:00.000Z");
    expect(startOfDay("nonsense", "Europe/Berlin")).toBeNull();
  });

  it("finds times that clock changes skip or repeat", () => {
    expect(wallClockTrouble("2027-03-28T02:30", "Europe/Berlin")).toBe("skipped");
    expect(wallClockTrouble("2026-10-25T02:30", "Europe/Berlin")).toBe("repeated");
    expect(wallClockTrouble("2026-12-12T19:30", "Europe/Berlin")).toBeNull();
  });
});

describe("idempotency keys", () => {
  it("stay while the same attempt is retried and change with the input or after an answer", () => {
    const first = attemptKey("holdPlace", { quantity: 2 });
    expect(attemptKey("holdPlace", { quantity: 2 })).toBe(first);
    const other = attemptKey("holdPlace", { quantity: 3 });
    expect(other).not.toBe(first);
    endAttempt("holdPlace");
    expect(attemptKey("holdPlace", { quantity: 3 })).not.toBe(other);
  });
});

describe("guest tokens", () => {
  it("are taken from a link's fragment and kept by booking", () => {
    expect(adoptGuestToken("bkg_1", "#guest=abc.def")).toBe(true);
    expect(adoptGuestToken("bkg_2", "#other")).toBe(false);
    expect(guestToken("bkg_1")).toBe("abc.def");
    expect(guestToken("bkg_2")).toBeUndefined();
  });
});
