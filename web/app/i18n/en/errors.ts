import { BOUNDS, has, number, type Text } from "../error-text";

/** The text of each error in English; its codes are those of the API. */
export const errorTexts = {
  invalid_input: (v) =>
    typeof v.expected === "string"
      ? `${typeof v.field === "string" ? v.field : "That value"} could not be used. It takes ${v.expected}${typeof v.received === "string" ? `; what came is ${v.received}` : ""}.`
      : "Something in there could not be used. Check it and send it again.",
  invalid_json: "The request body is not valid JSON.",
  unauthorized: "Sign in to continue.",
  notification_gone: "This notification is too old. Open Karlo and do it there.",
  not_found: "There is nothing at this address.",
  task_not_found: (v) =>
    has(v, "id")
      ? `There is no task #${Number(v.id)} in your list.`
      : "That task is not in your list.",
  list_not_found: "That list is not among yours.",
  label_not_found: "That label is not among yours.",
  filter_not_found: "That filter is not among yours.",
  filters_full: (v) =>
    has(v, "max")
      ? `There is room for ${number(v.max, "en")} of them. Delete some first.`
      : "There is no room for more of them. Delete some first.",
  name_taken: "There is one of that name already. Merge the two, or choose another name.",
  groups_full: (v) =>
    has(v, "max")
      ? `There is room for ${number(v.max, "en")} of them. Delete or merge some first.`
      : "There is no room for more of them. Delete or merge some first.",
  not_recurring: (v) =>
    has(v, "id")
      ? `Task #${Number(v.id)} does not repeat, so there is nothing to skip.`
      : "That task does not repeat, so there is nothing to skip.",
  last_occurrence: "That was the last time it is due. Complete or delete it instead.",
  no_occurrence_then: "It is not due on those days, so there is nothing to skip.",
  conversation_not_found: "That conversation is not among yours.",
  message_not_found: "That message is no longer part of the conversation.",
  conversation_busy: "An answer is still being written. Stop it first, then change what you said.",
  run_not_found: "That answer is no longer here.",
  version_conflict: "This task was changed elsewhere in the meantime. Look at it again, then save.",
  precondition_failed:
    "This task is not as you have read it: it was changed in the meantime. Read it again, then change it.",
  sync_expired: "Too much has happened since then. Read the whole list again.",
  feed_not_found: "There is no calendar at this address. It may have been switched off.",
  feeds_full: (v) =>
    has(v, "max")
      ? `There are ${number(v.max, "en")} calendar addresses already. Switch one off first.`
      : "There are too many calendar addresses. Switch one off first.",
  message_empty: "Write a message first.",
  message_too_long: (v) =>
    has(v, "max")
      ? `The message is too long. ${number(v.max, "en")} characters fit.`
      : "The message is too long. Send it in parts.",
  email_taken: "There is already an account with this e-mail address. Sign in instead.",
  wrong_credentials: "The e-mail address and password do not match.",
  too_many_attempts: (v) =>
    has(v, "retryAfter")
      ? `Too many attempts. Wait ${number(v.retryAfter, "en")} seconds, then try again.`
      : "Too many attempts. Wait a little, then try again.",
  rate_limited: (v) =>
    has(v, "retryAfter")
      ? `That was a lot at once. Go on in ${number(v.retryAfter, "en")} seconds.`
      : "That was a lot at once. Go on in a moment.",
  too_many_runs:
    "The assistant is still at work on your other messages. Wait for one of them, then send this again.",
  daily_limit: (v) =>
    has(v, "retryAfter")
      ? `You have used all that the assistant can do for you in a day. It goes on in ${number(Math.ceil(Number(v.retryAfter) / 3_600), "en")} hours at the latest.`
      : "You have used all that the assistant can do for you in a day. It goes on tomorrow.",
  busy: (v) =>
    has(v, "retryAfter")
      ? `Karlo is very busy. Try again in ${number(v.retryAfter, "en")} seconds.`
      : "Karlo is very busy. Try again in a moment.",
  transfer_running: (v) =>
    has(v, "retryAfter")
      ? `Another file of yours is still being read. Try again in ${number(v.retryAfter, "en")} seconds.`
      : "Another file of yours is still being read. Try again when it is done.",
  body_slow: "The file took too long to arrive. Send it again over a better connection.",
  tasks_full: (v) =>
    has(v, "max")
      ? `Your list is full: it holds ${number(v.max, "en")} tasks, those in the trash included. Delete some for ever, then add this.`
      : "Your list is full. Delete some tasks for ever, then add this.",
  database_unavailable: (v) =>
    has(v, "retryAfter")
      ? `Karlo cannot reach what it has saved just now. Nothing of it is lost. Try again in ${number(v.retryAfter, "en")} seconds.`
      : "Karlo cannot reach what it has saved just now. Nothing of it is lost. Try again in a moment.",
  model_failed: "The assistant could not answer just now. Your message is kept.",
  model_key_refused:
    "The assistant has no access to its model at present. Tell whoever runs this Karlo that its key was refused. Your message is kept.",
  model_quota_used:
    "The assistant has used up what its model allows. Tell whoever runs this Karlo. Your message is kept.",
  model_not_found:
    "The model that the assistant is set to was not found. Tell whoever runs this Karlo. Your message is kept.",
  model_without_tools:
    "The model that the assistant is set to cannot work with tasks. Tell whoever runs this Karlo to choose another. Your message is kept.",
  answer_cut:
    "This answer was cut off, because it became longer than the model may answer. Ask for less at once.",
  model_busy: (v) =>
    has(v, "retryAfter")
      ? `The assistant is very busy. Try again in ${number(v.retryAfter, "en")} seconds. Your message is kept.`
      : "The assistant is very busy. Try again in a moment. Your message is kept.",
  model_slow: "The assistant took too long to answer. Try again. Your message is kept.",
  model_refused: "The assistant would not answer this. Put it in other words and send it again.",
  message_too_complex: (v) =>
    v.begun === true
      ? "This was too much to take in at once: look at what was done so far, then send the rest in shorter parts."
      : "This was too much to take in at once, so nothing was changed: send it in shorter parts.",
  too_many_steps: "This took more steps than one answer may have. Ask for less at once.",
  conversation_too_long: "This conversation has become too long. Begin a new one and ask again.",
  run_interrupted:
    "The server stopped twice while it answered this, so it was not tried again. Your message is kept.",
  nothing_to_undo: "There is nothing to undo.",
  undo_conflict: (v) =>
    `${typeof v.ids === "string" ? v.ids : "A task"} was changed since. Undoing would lose that change.`,
  changed_since: (v) =>
    `${typeof v.ids === "string" ? v.ids : "A task"} was changed in the meantime, so nothing was done.`,
  too_many_tasks: (v) =>
    has(v, "max")
      ? `That is more than ${number(v.max, "en")} tasks at once. Narrow it down.`
      : "That is too many tasks at once. Narrow it down.",
  not_offered: "Karlo does not offer that.",
  run_not_waiting: "This question has already been answered.",
  approval_declined: "The person has declined. Do not try again unless they ask for it.",
  approval_expired:
    "The approval is not for this call, or the tasks have changed since. Call without approval_token to begin anew.",
  approval_not_found: "That question is not part of this answer.",
  rejected: "You did not allow this, so nothing was done.",
  idempotency_conflict:
    "This Idempotency-Key was sent before with a different request. Use a new key for this one.",
  csrf: "This request came from another site and was refused. Open Karlo and try there.",
  sign_in_again: "Sign out and in again first.",
  app_request_expired: "This request is no longer valid. Begin again in the app.",
  too_many_apps: (v) => `You have connected ${v.max} apps, which is the most. End one first.`,
  too_many_tokens: (v) => `You have ${v.max} access tokens, which is the most. End one first.`,
  insufficient_scope: (v) =>
    v.scope ? `This takes a token that allows ${v.scope}.` : "The token does not allow this.",
  method_not_allowed: "This address does not take that kind of request.",
  payload_too_large: "That is more than can be sent at once.",
  unsupported_media_type: (v) =>
    typeof v.expected === "string" && v.expected !== "application/json"
      ? `Send this as ${v.expected}.`
      : "Send this as JSON.",
  attachment_type: (v) =>
    typeof v.received === "string"
      ? `Files of this kind (${v.received}) cannot be attached. PNG, JPEG, GIF and WebP images can, and plain text in UTF-8.`
      : "Files of this kind cannot be attached. PNG, JPEG, GIF and WebP images can, and plain text in UTF-8.",
  attachment_too_large: "This file is too large. An image may have 5 MB, a text 256 KB.",
  attachments_full: (v) =>
    has(v, "max")
      ? `Your files have filled their ${number(v.max, "en")} MB. Delete a conversation that has some, then attach this.`
      : "There is no more room for your files. Delete a conversation that has some, then attach this.",
  attachment_not_found: "That file is not among yours, or it is gone. Attach it again.",
  attachment_sent: "That file belongs to a message or a task already.",
  task_files_full: (v) =>
    has(v, "max")
      ? `A task has at most ${number(v.max, "en")} files. Take one off first.`
      : "This task has no room for more files. Take one off first.",
  images_not_taken:
    "The assistant’s model does not take images. Say it in words, or attach a text.",
  email_not_verified:
    "Confirm your e-mail address first. We sent you a mail with a link when you signed up.",
  link_expired: "This link has been used or is too old. Ask for a new one.",
  wrong_password: "That is not your current password.",
  password_known:
    "Many people use this password, so it is among the first that are tried. Choose another.",
  second_factor_required:
    "This account has two-step sign-in. Send the code from the app, or a recovery code, too.",
  wrong_code: "This code is not right, or it was used before. Wait for the next one in your app.",
  second_step_expired: "That took too long, or there were too many wrong codes. Sign in again.",
  google_failed:
    "Google sign-in did not work. If you have a password here, sign in with it and confirm your address first.",
  archive_invalid: (v) =>
    typeof v.reason === "string"
      ? `Nothing was imported. The file does not fit at ${String(v.at)}: ${v.reason}.`
      : "Nothing was imported. This is not an export of Karlo.",
  import_unreadable: (v) =>
    `This file could not be read as ${typeof v.expected === "string" ? v.expected : "tasks"}. Nothing was added.`,
  import_invalid: (v) =>
    has(v, "row")
      ? `Row ${number(v.row, "en")} could not be used: ${String(v.field)} takes ${String(v.expected)}. Nothing was added.`
      : "A row of this file could not be used. Nothing was added.",
  file_bound: (v) => {
    const bound = has(v, "max") ? BOUNDS[v.bound as keyof typeof BOUNDS] : undefined;
    if (!bound) return "This file holds more than can be read. Nothing was added.";
    const came = has(v, "length") ? ` What came has ${number(v.length, "en")}.` : "";
    const row = has(v, "row") ? ` (line ${number(v.row, "en")})` : "";
    return `${bound.en.replace("#", number(v.max, "en"))}${row}.${came} Nothing was added.`;
  },
  import_too_many: (v) =>
    has(v, "max")
      ? `At most ${number(v.max, "en")} tasks fit in one file. Bring them in parts.`
      : "That is too many tasks for one file. Bring them in parts.",
  internal: "Something went wrong on our side. What was saved is safe. Try again.",
} satisfies Record<string, Text>;
