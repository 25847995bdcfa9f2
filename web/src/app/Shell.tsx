/** Header, main and footer; moves the focus when the address changes. */
import { lazy, Suspense, useEffect, useRef, type ReactNode } from "react";
import { Link, NavLink, useLocation } from "react-router";
import { useSessionStatus } from "../apollo/SessionContext.ts";
import { Icon } from "../components/Icon.tsx";
import { AccountMenu } from "./AccountMenu.tsx";
import { shellMessages as texts } from "./messages.ts";
import styles from "./Shell.module.css";

const NotificationBell = lazy(() => import("../features/notifications/NotificationBell.tsx"));
const VerifyReminder = lazy(() => import("./VerifyReminder.tsx"));

/** Development servers show their mails; a loopback address means development. */
const development = ["localhost", "127.0.0.1", "[::1]"].includes(location.hostname);

function useFocusOnNavigation() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const previous = useRef(pathname);
  useEffect(() => {
    if (previous.current === pathname) return;
    previous.current = pathname;
    scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}

export function Shell({ children }: { children: ReactNode }) {
  const main = useFocusOnNavigation();
  const status = useSessionStatus();
  const signedIn = status === "signedIn";
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        {texts.skip}
      </a>
      <header className={styles.header}>
        <div className={styles.bar}>
          <Link to="/" className={styles.mark} aria-label={texts.home}>
            Marquee
          </Link>
          <nav aria-label={texts.main} className={styles.nav}>
            <NavLink to="/" end>
              <Icon name="search" />
              <span>{texts.discover}</span>
            </NavLink>
            <NavLink to="/tickets">
              <Icon name="ticket" />
              <span>{texts.tickets}</span>
            </NavLink>
            <NavLink to="/organise">
              <Icon name="chart" />
              <span>{texts.organise}</span>
            </NavLink>
          </nav>
          <div className={styles.tools}>
            <Suspense fallback={<span style={{ width: 44, height: 44 }} />}>{signedIn && <NotificationBell />}</Suspense>
            {status === "anonymous" && (
              <NavLink to="/sign-in" className={styles.signIn}>
                {texts.signIn}
              </NavLink>
            )}
            <AccountMenu />
          </div>
        </div>
        <div className={styles.bulbs} aria-hidden="true" />
      </header>
      <main id="main" ref={main} tabIndex={-1} className={styles.main}>
        {signedIn && (
          <Suspense>
            <VerifyReminder />
          </Suspense>
        )}
        {children}
      </main>
      <footer className={styles.footer}>
        <span>{texts.footer}</span>
        {development && (
          <span className={styles.development}>
            <a href="/dev/outbox">{texts.outbox}</a>
            <a href="/graphql">{texts.graph}</a>
          </span>
        )}
      </footer>
    </div>
  );
}
