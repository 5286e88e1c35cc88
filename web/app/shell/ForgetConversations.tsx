import { useEffect } from "react";
import { forgetConversations } from "#app/conversations/chat/device-storage";

/** Clears drafts and the open conversation from this device once nobody is signed in. */
export function ForgetConversations() {
  useEffect(forgetConversations, []);
  return null;
}
