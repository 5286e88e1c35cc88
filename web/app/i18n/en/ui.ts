/** Words of the design system itself. */
export const ui = {
  cancel: "Cancel",
  close: "Close",
  retry: "Try again",
  keys: {
    title: "Keyboard",
    everywhere: "On every page",
    help: "These keys",
    close: "Close what is open",
  },
};
