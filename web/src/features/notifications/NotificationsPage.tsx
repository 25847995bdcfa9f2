/** All notifications on a page of their own. */
import { useSessionStatus } from "../../apollo/SessionContext.ts";
import { Page } from "../../components/Page.tsx";
import { SignedOut } from "../../components/SignedOut.tsx";
import { SkeletonLines } from "../../components/Skeleton.tsx";
import { notificationMessages as texts } from "./messages.ts";
import { NotificationList } from "./NotificationList.tsx";

export default function NotificationsPage() {
  const status = useSessionStatus();
  return (
    <Page title={texts.title} width="narrow">
      {status === "starting" && <SkeletonLines count={4} />}
      {status === "anonymous" && <SignedOut>{texts.signedOut}</SignedOut>}
      {status === "signedIn" && <NotificationList />}
    </Page>
  );
}
