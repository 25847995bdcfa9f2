/**
 * How long a hold lasts, in figures and words, counted on the server's clock. Speaks up at two minutes and at thirty seconds.
 */
import { useEffect, useEffectEvent, useState } from "react";
import { Icon } from "../../../components/Icon.tsx";
import { serverTime } from "../../../lib/serverClock.ts";
import { checkoutMessages as texts } from "../messages.ts";
import styles from "./Countdown.module.css";

const TWO_MINUTES = 120;
const THIRTY_SECONDS = 30;

function secondsUntil(deadline: string): number {
  return Math.max(0, Math.ceil((Date.parse(deadline) - serverTime()) / 1000));
}

export function Countdown({ expiresAt, onExpire }: { expiresAt: string; onExpire: () => void }) {
  const [seconds, setSeconds] = useState(() => secondsUntil(expiresAt));
  const expire = useEffectEvent(onExpire);
  useEffect(() => {
    let expired = false;
    const tick = () => {
      const left = secondsUntil(expiresAt);
      setSeconds(left);
      if (left === 0 && !expired) {
        expired = true;
        expire();
      }
    };
    tick();
    const timer = setInterval(tick, 1_000);
    return () => {
      clearInterval(timer);
    };
  }, [expiresAt]);

  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  const warning = seconds > 0 && seconds <= THIRTY_SECONDS ? texts.thirtySeconds : seconds > 0 && seconds <= TWO_MINUTES ? texts.twoMinutes : "";
  return (
    <div className={styles.countdown} data-urgent={seconds <= TWO_MINUTES || undefined}>
      <Icon name="clock" size={22} />
      <div>
        <p>
          {texts.heldFor}{" "}
          <strong className="figures" role="timer" aria-label={texts.timeLeft(minutes, rest)}>
            {minutes}:{String(rest).padStart(2, "0")}
          </strong>
        </p>
        <p className="small">{texts.afterwards}</p>
      </div>
      <div role="alert" className="visually-hidden">
        {warning}
      </div>
    </div>
  );
}
