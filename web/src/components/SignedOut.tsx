/** The signed-out state of a screen that needs someone. */
import { Link, useLocation } from "react-router";
import { Button } from "./Button.tsx";
import { EmptyState } from "./EmptyState.tsx";
import { componentMessages as texts } from "./messages.ts";

export function SignedOut({ children }: { children: string }) {
  const location = useLocation();
  const next = encodeURIComponent(location.pathname + location.search);
  return (
    <EmptyState
      title={texts.signedOutTitle}
      action={
        <>
          <Button component={Link} to={`/sign-in?next=${next}`}>
            {texts.signIn}
          </Button>
          <Button variant="outlined" component={Link} to={`/sign-up?next=${next}`}>
            {texts.signUp}
          </Button>
        </>
      }
    >
      {children}
    </EmptyState>
  );
}
