import type { WordClasses } from "../text/wording";

/** The pieces that English puts its openings together from. An empty alternative may be left out. */
export const englishClasses: WordClasses = {
  self: {
    en: "i|we|ill|id|ive|weve|i still|i also|i really|i probably|i just|i definitely|i think i|i guess i|i kinda|we also|we really|we still|you know i",
  },
  modal: {
    en: "need to|really need to|probably need to|also need to|have to|really have to|probably have to|also have to|got to|gotta|should|should really|should probably|should also|must|must really|ought to|want to|wanna|would like to|want you to remind me to|better|had better|am supposed to|am meant to|am going to have to|will need to|will have to",
  },
  mind: { en: "would you mind|do you mind|mind" },
  didnt: {
    en: "i didnt|i didnt actually|i didnt really|i actually didnt|i did not|i never|i couldnt|we didnt",
  },
  havent: {
    en: "i havent|i havent actually|i havent really|i actually havent|i have not|i still havent|we havent",
  },
  // what a task may lack
  without: {
    en: "without|without a|without any|with no|have no|has no|that have no|dont have a|dont have any|that dont have a|do not have a|doesnt have a|lacking a|missing a",
  },
  wish: {
    en: "i want|i need|id like|i would like|i could use|give me|get me|can i get|can i have|could i have|could i get|may i have",
  },
  asktime: {
    en: "what time is|what day is|which day is|what date is|on what day is|on which day is|at what time is|what time does|how urgent is|how important is|what priority is|what category is|how soon is|how late is|what time are|what day are",
  },
  remindus: {
    en: "remind me 2|remind me|remind us|remind myself|remind me please|please remind me|please remind me 2",
  },
  undoing: { en: "undo|revert|reverse|take back|roll back|rollback|cancel|unwind" },
  undone: {
    en: "the last change|my last change|last change|the last action|my last action|last action|the last thing|the last one|the previous change|the previous action|the last step|last step|the last edit|what you just did|what i just did|what you did|everything you just did|all of that|that last one|that change|that last change|the last command|that please",
  },
  start: {
    en: "start|begin|do|work on|focus on|tackle|start with|begin with|pick|handle|take on|get done|attack|be doing|be working on",
  },
  praise: {
    en: "awesome|great|amazing|the best|brilliant|a star|a lifesaver|wonderful|helpful|so helpful|very helpful|perfect|excellent|fantastic|cool|nice|lovely|good|superb|well done|a legend|great job|good job|nice work|great work|nice one|good work|a great help",
  },
  top: {
    en: "most important|most urgent|top|number one|biggest|highest priority|most pressing|single most important|main|first",
  },
  matter: { en: "thing|task|thing to do|task to do|priority|item|one|job" },
  machine: {
    en: "a bot|a robot|a human|human|a person|a real person|real|an ai|ai|a machine|a program|a computer|a chatbot|an llm|a language model",
  },
  order: { en: "next|1 st|first|now|today|right now|then" },
  asked: {
    en: "should i|do i|shall i|can i|must i|could i|would i|am i supposed to|do you think i should|do you suggest i|do you recommend i|do you want me to",
  },
};
