/** The drawer beside the screen one is on. */
import { useId } from "react";
import { Link } from "react-router";
import { Button, IconButton } from "../../components/Button.tsx";
import { Icon } from "../../components/Icon.tsx";
import Drawer from "../../components/overlays/Drawer.tsx";
import { notificationMessages as texts } from "./messages.ts";
import { NotificationList } from "./NotificationList.tsx";

export default function NotificationDrawer({ onClose }: { onClose: () => void }) {
  const title = useId();
  return (
    <Drawer from="right" labelledBy={title} onClose={onClose}>
      <div style={{ padding: "1rem 1.25rem 2rem", display: "grid", gap: "1rem" }}>
        <div style={{ display: "flex", justifyContent: "space-between", alignItems: "center" }}>
          <h2 id={title}>{texts.title}</h2>
          <IconButton aria-label={texts.close} onClick={onClose}>
            <Icon name="cross" />
          </IconButton>
        </div>
        <NotificationList onOpen={onClose} />
        <div>
          <Button component={Link} to="/notifications" variant="text" onClick={onClose}>
            {texts.all}
          </Button>
        </div>
      </div>
    </Drawer>
  );
}
