/** Copies a text and says so. */
import { useState } from "react";
import { Button } from "./Button.tsx";
import { Icon } from "./Icon.tsx";
import { componentMessages as texts } from "./messages.ts";

export function CopyButton({ text, label = texts.copy }: { text: string; label?: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <Button
      size="small"
      variant="outlined"
      className="screen-only"
      startIcon={<Icon name={copied ? "check" : "copy"} size={16} />}
      onClick={() => {
        void navigator.clipboard.writeText(text).then(() => {
          setCopied(true);
          setTimeout(() => {
            setCopied(false);
          }, 2_000);
        });
      }}
    >
      <span aria-live="polite">{copied ? texts.copied : label}</span>
    </Button>
  );
}
