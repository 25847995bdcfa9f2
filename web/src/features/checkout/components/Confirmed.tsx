/** The last step: it worked. */
import { Link } from "react-router";
import { Button } from "../../../components/Button.tsx";
import type { CheckoutBooking } from "../hooks/useCheckout.ts";
import { checkoutMessages as texts } from "../messages.ts";
import styles from "./Confirmed.module.css";

export function Confirmed({ booking }: { booking: CheckoutBooking }) {
  return (
    <div className={styles.confirmed} role="status">
      <h2>{texts.confirmedTitle}</h2>
      <p>{booking.contact ? texts.confirmed(booking.contact.email) : texts.confirmedPlain}</p>
      <p>
        {texts.code}: <strong className="figures">{booking.code}</strong>
      </p>
      <div className={styles.actions}>
        <Button component={Link} to={`/bookings/${booking.id}`} size="large">
          {texts.showTickets}
        </Button>
        {booking.occurrence && (
          <Button variant="text" component="a" href={booking.occurrence.icsUrl} download>
            {texts.calendar}
          </Button>
        )}
      </div>
    </div>
  );
}
