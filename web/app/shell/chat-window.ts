import { createStore } from "#app/offline/store";

/** Whether the small chat window is open on this page. */
export const chatWindow = createStore({ open: false });

/** Loads what the window shows, before it is opened. */
export const loadChatPanel = () => import("#app/conversations/chat/ChatPanel");
