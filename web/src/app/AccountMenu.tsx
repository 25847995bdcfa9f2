/** The button at the end of the header; its menu is loaded when it is first opened. */
import { lazy, Suspense, useState } from "react";
import { IconButton } from "../components/Button.tsx";
import { Icon } from "../components/Icon.tsx";
import { shellMessages as texts } from "./messages.ts";

const AccountMenuItems = lazy(() => import("./AccountMenuItems.tsx"));

export function AccountMenu() {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <IconButton
        aria-label={texts.accountMenu}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => {
          setAnchor(event.currentTarget);
        }}
      >
        <Icon name="person" size={22} />
      </IconButton>
      <Suspense>
        {anchor && (
          <AccountMenuItems
            anchor={anchor}
            onClose={() => {
              setAnchor(null);
            }}
          />
        )}
      </Suspense>
    </>
  );
}
