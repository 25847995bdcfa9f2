/** A failed request in words, with what helps. */
import { Link, useLocation } from "react-router";
import { Button } from "./Button.tsx";
import { describeFailure } from "../apollo/errors.ts";
import { componentMessages as texts } from "./messages.ts";
import { Notice } from "./Notice.tsx";

export function FailureNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const location = useLocation();
  const failure = describeFailure(error);
  return (
    <Notice
      tone="danger"
      live="assertive"
      action={
        failure.remedy === "signIn" ? (
          <Button size="small" component={Link} to={`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`}>
            {texts.signIn}
          </Button>
        ) : (
          onRetry && (
            <Button size="small" variant="outlined" onClick={onRetry}>
              {texts.retry}
            </Button>
          )
        )
      }
    >
      {failure.sentence}
    </Notice>
  );
}
