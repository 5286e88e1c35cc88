/** The page at which the app starts, and to which signing in leads. */
export const START_PAGE = "/today";
