import { useEffect } from "react";
import { forgetConversations } from "./device-memory";

/** On a page that nobody is signed in to: what was written and not sent is nobody else's. */
export function ForgetConversations() {
  useEffect(forgetConversations, []);
  return null;
}
