import { Outlet } from "@remix-run/react";
import { ConnectionBar } from "#app/offline/connection/ConnectionBar";
import { AmendedTasks } from "#app/offline/outbox/AmendedTasks";
import { KeptMessages } from "#app/offline/outbox/KeptMessages";
import { Outbox } from "#app/offline/outbox/Outbox";
import { ForgetDevice } from "#app/offline/pages/ForgetDevice";
import { KeepPages } from "#app/offline/pages/KeepPages";
import { ChatWidget } from "./ChatWidget";
import { Commands } from "./Commands";
import { ForgetConversations } from "./ForgetConversations";
import { KeepTimeZone } from "./KeepTimeZone";
import { useRootData } from "./use-root-data";

/** What a page says when somebody has signed out of this device. */
const LEAVING = new Set<string>(["loggedOut", "accountDeleted"]);

/** The current page, with what every page has: for a signed-in user commands and the chat widget. */
export function AppFrame() {
  const root = useRootData();
  const hasLeft = LEAVING.has(root?.notice?.kind ?? "");
  return (
    <KeptMessages>
      <ConnectionBar timeZone={root?.user?.timeZone} />
      {root?.user && <Outbox {...root.user} />}
      {root?.user && !root.keepsNothing && <KeepPages />}
      <AmendedTasks>
        <Outlet />
        {root?.user && <ChatWidget timeZone={root.user.timeZone} />}
      </AmendedTasks>
      {root && !root.user && <ForgetConversations />}
      {hasLeft && <ForgetDevice />}
      {root?.user && !root.user.timeZoneChosen && <KeepTimeZone known={root.user.timeZone} />}
      {root?.user && <Commands />}
    </KeptMessages>
  );
}
