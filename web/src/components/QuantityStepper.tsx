/** A number with a button on either side, reachable by thumb, keyboard and screen reader. */
import { Icon } from "./Icon.tsx";
import { componentMessages as texts } from "./messages.ts";
import styles from "./QuantityStepper.module.css";

export function QuantityStepper({ name, value, max, onChange, disabled }: { name: string; value: number; max: number; onChange: (value: number) => void; disabled?: boolean }) {
  return (
    <div className={styles.stepper} role="group" aria-label={texts.quantity(name)}>
      <button
        type="button"
        aria-label={texts.fewer(name)}
        disabled={disabled || value <= 0}
        onClick={() => {
          onChange(value - 1);
        }}
      >
        <Icon name="minus" size={18} />
      </button>
      <output className="figures" aria-live="polite">
        {value}
      </output>
      <button
        type="button"
        aria-label={texts.more(name)}
        disabled={disabled || value >= max}
        onClick={() => {
          onChange(value + 1);
        }}
      >
        <Icon name="plus" size={18} />
      </button>
    </div>
  );
}
