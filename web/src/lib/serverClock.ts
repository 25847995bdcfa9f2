/** The server's clock as far as the client knows it: deadlines are counted on it, never on the visitor's own. */

let offsetMilliseconds = 0;

/** Learns the difference from an instant the server has just told. */
export function observeServerNow(serverNow: string): void {
  const told = Date.parse(serverNow);
  if (!Number.isNaN(told)) offsetMilliseconds = told - Date.now();
}

/** Now on the server's clock, in epoch milliseconds. */
export function serverTime(): number {
  return Date.now() + offsetMilliseconds;
}
