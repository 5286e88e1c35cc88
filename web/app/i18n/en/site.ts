export const brand = {
  name: "Karlo",
  urdu: "کر لو",
  meaning: "get it done",
  home: "Karlo, home",
};

export const nav = {
  main: "Main",
  skip: "Skip to content",
  tasks: "Tasks",
  chat: "Chat",
  signIn: "Sign in",
  profile: "Profile",
  lists: "Lists",
  trash: "Trash",
  bell: "Reminders",
  bellUnread: "Reminders, {{count}} new",
  files: "Import and export",
  signOut: "Sign out",
  menu: "Menu",
};

export const settings = {
  theme: "Theme",
  light: "Light",
  dark: "Dark",
  system: "System",
  digits: "Digits",
  western: "Western digits",
  urdu: "Urdu digits",
};

export const landing = {
  sentence: "A task list you talk to, in English and Urdu.",
  start: "Start your list",
  continueSignIn: "I have an account",
  specimen: "An example conversation",
  you: "You",
  ask1: "add buy milk tomorrow at 5pm",
  title1: "buy milk",
  due1: "tomorrow 17:00",
  answer1: "It is on your list for tomorrow at 17:00.",
  ask2: "پلمبر والا کام مکمل کرو",
  title2: "پلمبر کو فون کرنا",
  answer2: "ہو گیا۔ ”پلمبر کو فون کرنا“ مکمل ہے۔",
};

export const greeting = {
  morning: "Good morning, {{name}}.",
  afternoon: "Good afternoon, {{name}}.",
  evening: "Good evening, {{name}}.",
};

export const dates = {
  today: "today",
  tomorrow: "tomorrow",
  yesterday: "yesterday",
};

export const notices = {
  label: "Notice",
  region: "Notices ({hotkey})",
  undo: "Undo",
  close: "Close",
  welcomeBack: "Welcome back!",
  welcome: "Your list is ready.",
  taskCreated: "Task created",
  taskUpdated: "Task updated",
  taskDeleted: "Task deleted",
  taskRestored: "Task restored",
  taskRemoved: "Deleted for good",
  trashEmptied: "The trash is empty",
  taskCompleted: "Task completed",
  taskReopened: "Task reopened",
  taskSkipped: "Skipped this time",
  stepsOpen: "Completed. Some of its steps are still open",
  lastStepDone: "That was its last open step",
  completeSteps: "Complete the steps too",
  completeParent: "Complete the task",
  noStep: "It cannot be a step of that task",
  lastOccurrence: "That was the last time it is due: complete or delete it",
  taskGone: "That task is no longer in your list",
  loggedOut: "Logged out",
  passwordChanged: "Password changed successfully",
  profileSaved: "Profile saved",
  confirmationSent: "We sent a link to the address",
  emailConfirmed: "Address confirmed",
  sessionEnded: "Signed out there",
  secondFactorOff: "Two-step sign-in is off",
  passkeyRemoved: "Passkey removed",
  imported: "Everything was imported",
  accountDeleted: "Your account is deleted",
  tasksCreated: "Tasks created",
  ringsHere: "Added. Your reminders ring only inside Karlo so far.",
  turnOnReminders: "How you are reminded",
  tasksCompleted: "Tasks completed",
  tasksUpdated: "Tasks updated",
  tasksDeleted: "Tasks deleted",
  undone: "Taken back",
  nothingToUndo: "It has changed since: nothing was taken back",
  nothingChanged: "Nothing to change",
  waits: "Kept here until there is a connection",
  notTaken: "Not accepted: it is kept, see above",
  notSaved: "Not saved: Karlo could not be reached. It is as it was.",
};

export const errors = {
  notFoundTitle: "There is nothing at this address.",
  notFoundSafe: "Your list is where you left it.",
  brokenTitle: "This page could not be shown.",
  brokenSafe: "What you had saved is safe.",
  toTasks: "Go to your tasks",
  toHome: "Go to the home page",
  again: "Try again",
  offline: "Karlo could not be reached. Your message is kept.",
};
