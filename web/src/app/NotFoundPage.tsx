/** An address that leads nowhere. */
import { Link } from "react-router";
import { Button } from "../components/Button.tsx";
import { Page } from "../components/Page.tsx";
import { shellMessages as texts } from "./messages.ts";

export function NotFoundPage() {
  return (
    <Page title={texts.lostTitle} lead={texts.lost} width="narrow">
      <div>
        <Button component={Link} to="/">
          {texts.toDiscover}
        </Button>
      </div>
    </Page>
  );
}
