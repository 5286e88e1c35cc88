/** Texts of the design system's own components. */
export const ui = {
  cancel: "Cancel",
  close: "Close",
  retry: "Try again",
  palette: "Find anything",
  chooseFile: "Choose a file",
  noFile: "None chosen",
  date: {
    none: "No date",
    time: "Time",
    timeExample: "5pm, 17:30",
    unread: "This could not be read as a time",
    clear: "Clear",
    done: "Done",
    month: "Month",
    year: "Year",
    next: "Next month",
    previous: "Previous month",
    nav: "Months",
  },
  keys: {
    title: "Keyboard",
    everywhere: "On every page",
    help: "These keys",
    close: "Close what is open",
  },
};
