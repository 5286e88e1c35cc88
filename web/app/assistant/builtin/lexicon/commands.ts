import type { Wording } from "../text/wording";

/** What a person may want of a task list. */
export type Intent =
  | "add"
  | "list"
  | "next"
  | "stats"
  | "show"
  | "complete"
  | "reopen"
  | "restore"
  | "delete"
  | "update"
  | "undo";

type Commands = readonly (readonly [Wording, Intent])[];

/** Words that open a command. English puts its verb here; Urdu may. */
export const openings: Commands = [
  [
    {
      en: "could do with|jot this down|jot this|note this down|note this|write this down|take this down|put this down|remember that {self} {modal}|remember {self} {modal}|remind me that {self} {modal}|note that {self} {modal}|{mind} adding|{mind} creating|{mind} putting|{mind} noting|{mind} noting down|{mind} writing down|{mind} reminding me to|{mind} reminding me about|{mind} scheduling|{wish} to be reminded|{wish} to be reminded to|{wish} to be reminded about|{wish} to be reminded of|{wish} to be reminded that|{wish} to get reminded|{wish} to get reminded to|{wish} to get reminded about|{wish} a reminder set|{wish} a reminder set for|{wish} a reminder set to|remind to|please note|note|{wish} a reminder|{wish} a reminder for|{wish} a reminder to|{wish} a reminder about|{wish} a task for|{wish} a task to|put in a reminder for|pop a reminder in for|pop a reminder in to|put a reminder in for|put a reminder in to|stick a reminder in for|stick a reminder in to|set a reminder up for|put in a reminder to|pop in a reminder for|put in a task for|put in a task to|{self} {modal}|note to self|note to self :|memo to self|i need|we need|i also need|i really need|{remindus} to|{remindus} that|{remindus} about|{remindus} of|{remindus}|remind me to|remind me that|remind me about|remind me of|remind me|make a task for|make a new task for|make me a task for|make a reminder for|make a todo for|make a note of|make a note to|make a note that|create a task for|create a reminder for|add a task for|add a reminder for|set a reminder to|set a reminder for|set a reminder|set reminder to|set reminder|set up|add a reminder to|create a reminder to|i want to add|i would like to add|id like to add|i need to add|want to add|i want to create|i want you to add|i want you to remind me to|i should really|i really need to|i really should|i also need to|i probably should|i also have to|i need to|i have to|i must|i should|i gotta|i got to|i want to|i wanna|ive got to|ive to|id like to|need to|still need to|still have to|still gotta|have to|gotta|must|remember to|remember that|remember|help me remember to|dont let me forget to|dont let me forget|dont forget to|dont forget|make sure i|add|add in|create|note|note down|note that|jot down|write down|put down|put|log|enter|insert|save|record|schedule|new|make a task|make a new task|make a task to|make me a task|make a todo|make a note|make a reminder|make new task|plan to|todo :|task :|new task|new todo|track|need|we need|capture|append|include|we need to|we have to|i am supposed to|i have a|i have an|ive got a|ive got an|i got a|i got an|there is a|theres a|im supposed to|slot in|pencil in|i dont want to forget to|i dont want to forget",
      ur: "{inlist} شامل {kar}|{inlist} ایڈ {kar}|{inlist} ڈال {give}|{inlist} ڈالو|{inlist} ڈالیں|{inlist} لکھ {give}|{inlist} لکھو|{inlist} لکھیں|{inlist} رکھ {give}|{remind}|{remind} کہ|{me} {remind}|{me} {remind} کہ|بھولنا مت|بھول نہ جانا|ایک کام ہے|ایک چھوٹا سا کام ہے|ایک چھوٹا کام ہے|ایک اور کام ہے|ایک نیا کام ہے|نیا کام ہے|نیا کام یہ ہے|میرا نیا کام ہے|نیا ٹاسک ہے|نیا کام|نیا ٹاسک|ایک نیا کام|شامل {kar}|ایڈ {kar}|درج {kar}|لکھ {give}|لکھو|لکھیں|نوٹ {kar}|{thing} شامل {kar}|{thing} ایڈ {kar}|{thing} لکھو|{thing} لکھیں|{thing} لکھ {give}|{thing} نوٹ {kar}|{thing} بنا {give}|{thing} بناؤ|بنا {give}|بناؤ",
      roman:
        "{inlist} add {kar}|{inlist} shamil {kar}|{inlist} daal {give}|{inlist} dalo|{inlist} likh {give}|{inlist} likho|{inlist} rakh {give}|{remind}|{remind} ke|{me} {remind}|{me} {remind} ke|bhoolna mat|bhool na jana|add {kar}|shamil {kar}|darj {kar}|note {kar}|save {kar}|create {kar}|likho|likhen|likh {give}|{thing} add {kar}|{thing} shamil {kar}|{thing} likho|{thing} likh {give}|{thing} note {kar}|{thing} create {kar}|{thing} bana {give}|{thing} banao|{thing} daal {give}|naya kaam|naya task|ek naya kaam|ek kaam hai|ek chota sa kaam hai|ek chota kaam hai|ek aur kaam hai|ek naya kaam hai|mera naya task hai|mera naya kaam hai|naya task hai|naya kaam hai|naya kaam ye hai|new task|new kaam|bana {give}|banao|remind me|set {kar}|add",
    },
    "add",
  ],
  [
    {
      en: "{mind} deleting|{mind} removing|{mind} cancelling|{mind} canceling|{mind} clearing|call off|delete|remove|erase|cancel|drop|get rid of|trash|scrap|discard|throw away|throw out|wipe|bin|kill|clear|forget about|never mind|nevermind|nvm|never mind about|nevermind about|nvm about|take off|dump|i want to delete|i want to remove|i need to delete|eliminate|del|rm|toss|chuck|ditch|nuke|axe|purge|scratch|dont bother with|dont bother about|no need for|no need to|theres no need to|dont need|i dont need|i dont want|i do not want|i no longer want|dont want|i no longer need|no longer need",
      ur: "حذف {kar}|ڈیلیٹ {kar}|ہٹا {give}|ہٹاؤ|مٹا {give}|مٹاؤ|نکال {give}|نکالو|خارج {kar}|کینسل {kar}|منسوخ {kar}|ریموو {kar}",
      roman:
        "delete {kar}|remove {kar}|cancel {kar}|hata {give}|hatao|mita {give}|mitao|nikal {give}|nikalo|hazaf {kar}|hazf {kar}|khatam kar dena|mansookh {kar}|delete|remove",
    },
    "delete",
  ],
  [
    {
      en: "{didnt} finish|{didnt} do|{didnt} complete|{didnt} get to|{didnt} get around to|{havent} finished|{havent} done|{havent} completed|{havent} got to|{mind} reopening|reopen|undo completion of|undo the completion of|undo complete|undo completing|uncomplete|uncheck|untick|unmark|reactivate|open again|un do|unfinish|set back to open|put back",
      ur: "{again} {opened}|نامکمل {kar}|ری اوپن {kar}",
      roman: "{again} {opened}|namukammal {kar}|reopen {kar}|incomplete {kar}|reopen",
    },
    "reopen",
  ],
  [
    {
      en: "restore|undelete|recover|bring back|get back|unarchive|untrash|i want back|retrieve|resurrect",
      ur: "بحال {kar}|ریسٹور {kar}",
      roman: "bahal {kar}|restore {kar}|recover {kar}|undelete {kar}",
    },
    "restore",
  ],
  [
    {
      en: "{mind} completing|{mind} ticking off|{mind} checking off|all done with|all finished with|strike off|complete|finish|tick|tick off|check off|check|cross off|cross out|close|done|done with|done w /|done w|im done w|i finished|i completed|i did|i have done|ive done|ive finished|i have finished|i have completed|ive completed|im done with|i am done with|im finished with|finished|completed|finished with|close out|wrap up|i already did|i just finished|i just did|i just completed|just finished|just did|ive already done|i have already done|tick off|resolve|mark complete|mark as complete|mark as done|mark done|mark completed|mark off|mark finished|mark as finished|mark as completed",
      ur: "مکمل {kar}|پورا {kar}|پورے {kar}|ختم {kar}|ڈن {kar}|کمپلیٹ {kar}|نمٹا {give}|میں نے مکمل {kiya}",
      roman:
        "mukammal {kar}|mukmal {kar}|complete {kar}|done {kar}|poora {kar}|poore {kar}|khatam {kar}|khatm {kar}|finish {kar}|nimta {give}|tick {kar}|mark {kar}|complete|done",
    },
    "complete",
  ],
  [
    {
      en: "{mind} moving|{mind} changing|{mind} renaming|{mind} pushing|{mind} postponing|{mind} rescheduling|{mind} setting|{mind} making|{mind} updating|mark|change|update|edit|modify|reword|rephrase|make it so|make it so that|make sure|make sure that|ensure|ensure that|see to it that|reschedule|postpone|nudge|slide|hold off on|push|push back|delay|move|shift|defer|rename|retitle|call it|name it|bring forward|set|make|adjust|prioritise|prioritize|deprioritise|deprioritize|extend|put off|repeat|raise|lower|increase|decrease|snooze|bump|give|correct|fix the title of|replace|switch|swap|swap out|exchange|substitute|assign|tag|categorise|categorize|label",
      ur: "تبدیل {kar}|بدل {give}|بدلو|اپڈیٹ {kar}|ملتوی {kar}|ایڈٹ {kar}",
      roman:
        "badal {give}|badlo|tabdeel {kar}|update {kar}|change {kar}|edit {kar}|multavi {kar}|shift {kar}|move {kar}|postpone {kar}|reschedule {kar}|rename {kar}",
    },
    "update",
  ],
  [
    {
      en: "{asktime}|tell me about|tell me more about|details of|details for|details about|details on|show details of|show me details of|show me the details of|describe|what about|how about|whats up with|what is up with|whats going on with|whats happening with|what happened to|whats the story with|hows|how is|where are we with|where are we on|tell me more on|what do you know about|when is|when are|when was|whens|status of|the status of|what is the status of|whats the status of|whats the due date of|what is the due date of|whats the due date for|what is the deadline for|whats the deadline for|when do i need to|when should i|when do i have to|when do i|more about|info on|information about|show me more about|explain",
    },
    "show",
  ],
  [
    {
      en: "{mind} showing me|{mind} listing|{mind} telling me|wheres|where is|where are|got any|got anything|have you got any|show|show me|list|list out|list all|see|view|display|get|get me|give me|tell me|let me see|can i see|i want to see|id like to see|pull up|print|read|read out|read me|open|find|search|search for|look for|look up|find me|fetch|bring up|go through|review|check my|check on|filter|pull up",
      ur: "دکھاؤ|دکھائیں|دکھا {give}|دکھائیے|بتاؤ|بتائیں|بتائیے|بتا {give}|مجھے دکھاؤ|مجھے دکھائیں|مجھے بتاؤ|مجھے بتائیں|تلاش {kar}|ڈھونڈو|ڈھونڈیں|ڈھونڈ {give}|لسٹ",
      roman:
        "dhoond|dhoondh|dhoondho|dhoondh {give}|khojo|khoj {give}|dikhao|dikhaen|dikhayen|dikha {give}|dekhao|dikhaiye|batao|bataen|batayen|bataiye|bata {give}|mujhe dikhao|mujhe batao|mjhe dikhao|mjhe batao|mujhe dikha {give}|mujhe bata {give}|show {kar}|list {kar}|search {kar}|talash {kar}|dhoondo|dhoond {give}|find {kar}|show|list",
    },
    "list",
  ],
];
