/** Texts of the page for visitors, loaded with it. */
export const welcome = {
  title: "Say what is to be done. The rest is arranged.",
  write: {
    title: "Write it as you say it",
    text: "“Pay rent on the 1st of every month” becomes a task with its date and its repetition, and you see how it was read while you write.",
  },
  talk: {
    title: "Or say it in the chat",
    text: "In English, in Urdu or in Roman Urdu. What would delete or change much is asked first, and whatever it did can be taken back.",
  },
  days: {
    title: "The day at a glance",
    text: "Today by the hour, the next days side by side, a calendar to move things in, and reminders that ring on time.",
  },
  anywhere: {
    title: "With or without a network",
    text: "On the phone, on the desk, as an installed app. What you write without a connection waits and is sent.",
  },
  yours: {
    title: "It is yours",
    text: "Bring your list along from a file, take all of it with you at any time, and delete the account whenever you like.",
  },
  open: {
    title: "Open to your programs",
    text: "A documented API, calendars, and a door for other assistants, each of them with the rights that you give.",
  },
  foot: "More",
  install: "Install the app",
  programs: "For programmers",
  status: "Is it working?",
};
