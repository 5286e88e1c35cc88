/** The parameters of a path to a list, a label or a filter. */
export const NAMED = {
  id: {
    schema: { type: "string", minLength: 1, maxLength: 100, pattern: "^[^/]+$" },
    description: "Its id, or its name.",
  },
};
