import type { Wording } from "../text/wording";

/** What people ask of an assistant that a task list has no answer to. */
export const beyond: readonly (readonly [Wording, true])[] = [
  [
    {
      en: "weather|temperature|forecast|joke|jokes|riddle|poem|story|song|songs|music|news|headlines|score|cricket|football|match|capital|president|prime minister|population|recipe|translate|translation|meaning of|dollar|exchange rate|stock|stocks|bitcoin|movie|movies|film|horoscope|prayer times|distance|traffic|wikipedia|google|essay|code for me|directions|restaurant|restaurants|lottery|fact|facts|spell|square root|multiplied|divided by|what time is it|what is the time|time now|todays date|what day is it|what date is it|my age|my name|love me|marry me|meaning of life",
      ur: "موسم|درجہ حرارت|بارش|لطیفہ|لطیفے|پہیلی|شعر|غزل|نظم|کہانی|گانا|گانے|خبر|خبریں|سکور|اسکور|کرکٹ|میچ|دارالحکومت|وزیراعظم|صدر|آبادی|ترکیب|ترجمہ|مطلب کیا|ڈالر|سونے کا ریٹ|فلم|نماز کا وقت|نماز کے اوقات|کیا وقت ہوا|وقت کیا ہوا|ٹائم کیا ہوا|آج کیا تاریخ|آج کون سا دن|مضمون|شادی کرو گی|پیار",
      roman:
        "mausam|mosam|barish|latifa|latife|paheli|shair|ghazal|nazm|kahani|gana|ganay|khabar|khabrein|score|cricket|match|capital|darulhukumat|wazir e azam|sadar|abadi|recipe|tarjuma|matlab kya|dollar|sonay ka rate|film|movie|namaz ka waqt|namaz ka time|kya waqt hua|time kya hua|kya time hua|aaj kya tareekh|aaj konsa din|joke|jokes|song|news|weather|shadi karo gi|pyar",
    },
    true,
  ],
];

/** What is asked of the calendar beside "today". */
export const calendarQuestion =
  /^(?:konsa|kaunsa|kaun sa|kon sa|kya|کون سا|کونسا|کیا) (?:din|tareekh|date|دن|تاریخ)(?: (?:hai|he|h|ہے))?$/;

/** Requests that begin like an errand and are asked of us all the same. */
export const beyondRequests: readonly RegExp[] = [
  /^translate .*\b(?:to|into|in) (?:english|urdu|french|spanish|german|arabic|hindi|chinese|turkish|persian|punjabi|pashto|sindhi|italian|japanese|korean|russian|latin)(?: :.*)?$/,
  /^(?:write|compose|make up|draft|generate|create|make) (?:me )?(?:a|an|some|the) (?:short |funny |nice |little |sad |love )*(?:poem|poetry|story|song|essay|joke|limerick|haiku|rap|code|program|script|image|picture|logo|meme)\b/,
  /^(?:mere liye|meray liye|میرے لیے) (?!.*\b(?:task|kaam|kam|reminder)\b)(?!.*(?:کام|ٹاسک)).*(?:bana|la|mangwa|order kar|bhej|likh|بنا|لا|منگوا|بہیج|لکہ) (?:do|dou|dein|den|دو|دین|دیجیے)$/,
  /^(?:calculate|compute|solve|convert|define|spell|pronounce|google|sing|roast)\b/,
  /^(?:recommend|suggest) (?:me )?(?:a|an|some|any) (?!task|job|thing)/,
  /^(?:explain|teach me|tell me|tell us|sing me|play|play me) (?:a|an|the|some|how|why|what|who|when|where|something)\b/,
  /^(?:what|whats|how much) (?:is|are)? ?\d+/,
  /^[\d\s.]+(?:[+*x/×÷^-] ?\d+ ?)+=?$/,
];
