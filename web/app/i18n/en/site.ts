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
  trash: "Trash",
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
  taskGone: "That task is no longer in your list",
  loggedOut: "Logged out",
  passwordChanged: "Password changed successfully",
  profileSaved: "Profile saved",
  confirmationSent: "We sent a link to the address",
  emailConfirmed: "Address confirmed",
  sessionEnded: "Signed out there",
  imported: "Everything was imported",
  accountDeleted: "Your account is deleted",
  tasksCompleted: "Tasks completed",
  tasksUpdated: "Tasks updated",
  tasksDeleted: "Tasks deleted",
  undone: "Taken back",
  nothingToUndo: "It has changed since: nothing was taken back",
  nothingChanged: "Nothing to change",
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
