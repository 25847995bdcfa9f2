/** A ticket that looks like one: the show on the left, a perforation, and the stub with the code on white. */
import { QrCode } from "../../../components/QrCode.tsx";
import { StatusPill } from "../../../components/StatusPill.tsx";
import { When } from "../../../components/When.tsx";
import { graphql, readFragment, type FragmentType } from "../../../gql/index.ts";
import type { TicketStatus } from "../../../gql/graphql.ts";
import { unexpected } from "../../../lib/never.ts";
import { ticketMessages as texts } from "../messages.ts";
import styles from "./TicketCard.module.css";

export const TicketCard_ticket = graphql(`
  fragment TicketCard_ticket on Ticket {
    id
    code
    status
    holderName
    qrPayload
    product {
      id
      name
    }
    occurrence {
      id
      name
      startsAt
      timeZone
      venue {
        id
        name
        address {
          lines
          city
        }
      }
    }
  }
`);

function stateOf(status: TicketStatus): { word: string; tone: "good" | "waiting" | "bad" } | null {
  switch (status) {
    case "ISSUED":
      return null;
    case "CHECKED_IN":
      return { word: texts.used, tone: "good" };
    case "TRANSFER_PENDING":
      return { word: texts.transferring, tone: "waiting" };
    case "VOIDED":
      return { word: texts.voided, tone: "bad" };
    case "BLOCKED":
      return { word: texts.blocked, tone: "bad" };
    default:
      return unexpected(status, null);
  }
}

export function TicketCard({ ticket: reference }: { ticket: FragmentType<typeof TicketCard_ticket> }) {
  const ticket = readFragment(TicketCard_ticket, reference);
  const occurrence = ticket.occurrence;
  const state = stateOf(ticket.status);
  const dead = ticket.status === "VOIDED" || ticket.status === "BLOCKED";
  return (
    <article className={styles.ticket} aria-label={texts.ticket(ticket.code)} data-ticket={ticket.code} data-dead={dead || undefined} data-used={ticket.status === "CHECKED_IN" || undefined}>
      <div className={styles.body}>
        <p className={styles.admit}>{texts.admitOne}</p>
        <h3 className={styles.title}>{occurrence?.name ?? texts.someEvent}</h3>
        <dl className={styles.facts}>
          {occurrence && (
            <div>
              <dt>{texts.when}</dt>
              <dd>
                <When startsAt={occurrence.startsAt} timeZone={occurrence.timeZone} short />
              </dd>
            </div>
          )}
          <div>
            <dt>{texts.where}</dt>
            <dd>{occurrence?.venue ? [occurrence.venue.name, ...occurrence.venue.address.lines, occurrence.venue.address.city].join(", ") : texts.online}</dd>
          </div>
          <div>
            <dt>{texts.type}</dt>
            <dd>{ticket.product?.name ?? texts.someProduct}</dd>
          </div>
          {ticket.holderName && (
            <div>
              <dt>{texts.holder}</dt>
              <dd>{ticket.holderName}</dd>
            </div>
          )}
        </dl>
        {state && <StatusPill tone={state.tone}>{state.word}</StatusPill>}
      </div>
      <div className={styles.stub}>
        {ticket.qrPayload && !dead ? <QrCode payload={ticket.qrPayload} code={ticket.code} /> : <p className="small">{dead ? texts.voided : texts.noQr}</p>}
        <p className={`${styles.code} figures`}>
          <span className="visually-hidden">{texts.code}: </span>
          {ticket.code}
        </p>
      </div>
    </article>
  );
}
