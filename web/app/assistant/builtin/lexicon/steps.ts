/* How people break a task down into steps: each pattern has `of`, the task, and `steps`, its steps. */

const PLEASE = String.raw`^(?:(?:please|pls|can you|could you|help me|let's|let us|i want to|i need to)\s+)*`;
const END = String.raw`[\s.!؟?۔]*$`;

/** Of these each has to tell several. */
export const breaking = [
  String.raw`${PLEASE}(?:break|split|divide)\s+(?:up\s+|down\s+)?(?<of>.{1,200}?)(?:\s+(?:up|down))?\s+in\s?to(?:\s+(?:these\s+)?(?:\w+\s+)?(?:sub-?tasks?|steps?|parts?|pieces?))?\s*:?\s+(?<steps>.+?)${END}`,
  String.raw`^(?<of>.{1,200}?)\s+کو\s+(?:ان\s+)?(?:(?:قدموں|حصوں)\s+میں\s*:?\s*)?(?<steps>.+?)\s+میں\s+(?:توڑ|بانٹ|تقسیم)\s*(?:دو|دیں|دیجیے|کرو|کریں|کر دیں|کر دو|کیجیے|لو|لیں)?${END}`,
  String.raw`^(?<of>.{1,200}?)\s+ko\s+(?<steps>.+?)\s+(?:mein|main|me|mai)\s+(?:tor|torh|baant|bant|taqseem|divide|break)\s*(?:do|dein|den|karo|karein|kar do|kar dein|lo)?${END}`,
].map((pattern) => new RegExp(pattern, "isu"));

/** One step or more is added. */
export const addingSteps = [
  String.raw`${PLEASE}(?:add|put|create|make)\s+(?:(?:an?|the|these|another)\s+(?:new\s+)?(?:sub-?task|step)s?|sub-?tasks?|steps)\s*:?\s+(?:to\s+)?(?<steps>.+?)\s+(?:to|under|in|for)\s+(?<of>.{1,200}?)${END}`,
  String.raw`${PLEASE}(?:add|put)\s+(?:these\s+|the\s+)?(?:sub-?tasks|steps)\s+(?:to|under|in)\s+(?<of>[^:\n]{1,200}?)\s*[:\n]\s*(?<steps>.+?)${END}`,
  String.raw`${PLEASE}(?:add|put)\s+(?<steps>.+?)\s+as\s+(?:an?\s+)?(?:sub-?tasks?|steps?)\s+(?:of|to|for|under|in)\s+(?<of>.{1,200}?)${END}`,
  String.raw`^(?<of>.{1,200}?)\s+میں\s+(?:ایک\s+|نیا\s+|یہ\s+)?قدم\s*:?\s+(?<steps>.+?)\s+(?:شامل|ڈال|لکھ)\s*(?:کرو|کریں|کر دیں|کر دو|کیجیے|دو|دیں|دیجیے)?${END}`,
  String.raw`^(?<of>.{1,200}?)\s+(?:mein|main|me|mai)\s+(?:ek\s+|naya\s+)?(?:step|steps|qadam)\s*:?\s+(?<steps>.+?)\s+(?:shamil|add|daal|dal|likh)\s*(?:karo|karein|kar do|kar dein|kijiye|do|dein)?${END}`,
].map((pattern) => new RegExp(pattern, "isu"));
