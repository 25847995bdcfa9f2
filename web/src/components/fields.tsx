/** Form fields: a label above, a hint or an error below, and both tied to the control. */
import { useId, type ChangeEvent, type ComponentProps, type ReactNode, type Ref } from "react";
import styles from "./fields.module.css";

interface Common {
  label: string;
  name: string;
  hint?: ReactNode | undefined;
  error?: string | undefined;
  required?: boolean;
}

type InputAttributes = Pick<
  ComponentProps<"input">,
  "autoComplete" | "inputMode" | "pattern" | "maxLength" | "minLength" | "min" | "max" | "step" | "spellCheck" | "autoCapitalize" | "list"
>;

export interface TextFieldProps extends Common, InputAttributes {
  value: string;
  onChange: (value: string) => void;
  type?: "text" | "email" | "password" | "search" | "date" | "datetime-local" | "number" | "tel" | "time";
  rows?: number;
  placeholder?: string;
  disabled?: boolean;
  autoFocus?: boolean;
  inputRef?: Ref<HTMLInputElement>;
}

function useDescription(hint: ReactNode, error: string | undefined) {
  const id = useId();
  const described = [error ? `${id}-error` : "", hint ? `${id}-hint` : ""].filter(Boolean).join(" ");
  return { id, described: described || undefined };
}

function Frame({ id, label, hint, error, children }: { id: string; label: string; hint?: ReactNode; error?: string | undefined; children: ReactNode }) {
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {children}
      {error && (
        <span id={`${id}-error`} className={styles.error}>
          {error}
        </span>
      )}
      {hint && (
        <span id={`${id}-hint`} className={styles.hint}>
          {hint}
        </span>
      )}
    </div>
  );
}

export function TextField({ label, name, hint, error, required, value, onChange, type = "text", rows, placeholder, disabled, autoFocus, inputRef, ...attributes }: TextFieldProps) {
  const { id, described } = useDescription(hint, error);
  const common = {
    id,
    name,
    className: styles.input,
    value,
    placeholder,
    disabled,
    autoFocus,
    required,
    "aria-describedby": described,
    "aria-invalid": error ? true : undefined,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      onChange(event.target.value);
    },
  };
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      {rows === undefined ? (
        <input {...common} {...attributes} type={type} ref={inputRef} />
      ) : (
        <textarea {...common} maxLength={attributes.maxLength} spellCheck={attributes.spellCheck} rows={rows} />
      )}
    </Frame>
  );
}

export function SelectField({ label, name, hint, error, required, value, onChange, options, disabled }: Common & { value: string; onChange: (value: string) => void; options: readonly { value: string; label: string }[]; disabled?: boolean }) {
  const { id, described } = useDescription(hint, error);
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <select
        id={id}
        name={name}
        className={styles.select}
        value={value}
        required={required}
        disabled={disabled}
        aria-describedby={described}
        aria-invalid={error ? true : undefined}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

export function CheckField({ label, name, checked, onChange, hint }: { label: string; name: string; checked: boolean; onChange: (checked: boolean) => void; hint?: string }) {
  const { id, described } = useDescription(hint, undefined);
  return (
    <div className={styles.check}>
      <input
        id={id}
        type="checkbox"
        name={name}
        checked={checked}
        aria-describedby={described}
        onChange={(event) => {
          onChange(event.target.checked);
        }}
      />
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span id={`${id}-hint`} className={styles.hint}>
          {hint}
        </span>
      )}
    </div>
  );
}
