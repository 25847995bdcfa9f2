/** Reminds someone whose address is not confirmed yet, on every screen but the one that confirms it. */
import { useQuery } from "@apollo/client/react";
import { Link, useLocation } from "react-router";
import { Button } from "../components/Button.tsx";
import { Notice } from "../components/Notice.tsx";
import { graphql } from "../gql/index.ts";
import { shellMessages as texts } from "./messages.ts";

const Reminder = graphql(`
  query VerifyReminder {
    me {
      id
      email
      emailVerifiedAt
    }
  }
`);

export default function VerifyReminder() {
  const { data } = useQuery(Reminder);
  const { pathname } = useLocation();
  const me = data?.me;
  if (!me?.email || me.emailVerifiedAt !== null || pathname === "/verify-email") return null;
  return (
    <div className="screen-only" style={{ maxWidth: "78rem", margin: "1rem auto 0", padding: "0 clamp(1rem, 4vw, 3rem)" }}>
      <Notice
        tone="warn"
        title={texts.verifyTitle}
        action={
          <Button size="small" component={Link} to={`/verify-email?email=${encodeURIComponent(me.email)}`}>
            {texts.verifyAction}
          </Button>
        }
      >
        {texts.verify}
      </Notice>
    </div>
  );
}
