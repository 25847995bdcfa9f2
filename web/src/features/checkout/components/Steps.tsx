/** The three steps of the checkout and where one stands. */
import { Icon } from "../../../components/Icon.tsx";
import { checkoutMessages as texts } from "../messages.ts";
import styles from "./Steps.module.css";

export type Step = "details" | "pay" | "done";

const order: readonly Step[] = ["details", "pay", "done"];

export function Steps({ at, free = false }: { at: Step; free?: boolean }) {
  const labels: Record<Step, string> = { details: texts.details, pay: free ? texts.confirm : texts.pay, done: texts.done };
  const position = order.indexOf(at);
  return (
    <ol className={styles.steps} aria-label={texts.steps}>
      {order.map((step, index) => {
        const past = index < position || at === "done";
        return (
          <li key={step} aria-current={step === at ? "step" : undefined} className={past ? styles.past : undefined}>
            <span className={styles.bulb}>{past ? <Icon name="check" size={14} /> : index + 1}</span>
            {labels[step]}
          </li>
        );
      })}
    </ol>
  );
}
