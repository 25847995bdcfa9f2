/** Keeps the buy panel in reach: beside the story on a wide screen, behind a button at the thumb on a phone. */
import { lazy, Suspense, useState, type ReactNode } from "react";
import { Button } from "../../../components/Button.tsx";
import { graphql, readFragment, type FragmentType } from "../../../gql/index.ts";
import { formatMoney, MoneyValue } from "../../../lib/money.ts";
import { useMediaQuery } from "../../../lib/useMediaQuery.ts";
import { eventMessages as texts } from "../messages.ts";
import styles from "./BuySheet.module.css";

const Drawer = lazy(() => import("../../../components/overlays/Drawer.tsx"));

export const BuySheet_event = graphql(`
  fragment BuySheet_event on Event {
    id
    priceFrom {
      ...MoneyValue
    }
  }
`);

export function BuySheet({ event: reference, children }: { event: FragmentType<typeof BuySheet_event>; children: ReactNode }) {
  const event = readFragment(BuySheet_event, reference);
  const narrow = useMediaQuery("(max-width: 52rem)");
  const [open, setOpen] = useState(false);
  if (!narrow) return children;
  const price = readFragment(MoneyValue, event.priceFrom);
  return (
    <>
      <div className={styles.dock}>
        <span className="figures">{price && (price.amountMinor === 0 ? texts.free : texts.from(formatMoney(price)))}</span>
        <Button
          aria-haspopup="dialog"
          onClick={() => {
            setOpen(true);
          }}
        >
          {texts.chooseTickets}
        </Button>
      </div>
      <Suspense>
        {open && (
          <Drawer
            from="bottom"
            label={texts.tickets}
            className={styles.sheet}
            onClose={() => {
              setOpen(false);
            }}
          >
            <div className={styles.grip} aria-hidden="true" />
            {children}
          </Drawer>
        )}
      </Suspense>
    </>
  );
}
