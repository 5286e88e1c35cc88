import type { Wording } from "../text/wording";
import type { Intent } from "./commands";

type Commands = readonly (readonly [Wording, Intent])[];

/** Words that close a command. Urdu puts its verb here; English says "… is done", "… as done". */
export const closings: Commands = [
  [
    {
      en: "as not done|as undone|as incomplete|as open|as pending|as not complete|as not completed|as unfinished|as not finished|not done|not done yet|isnt done|isnt done yet|is not done|is not done yet|is not finished|isnt finished|is not complete|isnt complete|wasnt done|was not done|is still open|is still pending|as to do|incomplete|undone|back to open|as still open|as active|open again|arent done|are not done",
      ur: "دوبارہ کھولو|دوبارہ کھول {do}|دوبارہ کھولیں|واپس کھولو|واپس کھول {do}|پھر سے کھولو|پھر کھولو|پھر سے کھول {do}|پھر کھول {do}|نامکمل {kar}|کھول {do}|کھولو|ری اوپن {kar}|مکمل نہیں ہوا|مکمل نہیں|نہیں ہوا|نہیں ہوا ابھی|ابھی نہیں ہوا|مکمل نہیں ہے|نہیں کیا|دوبارہ شروع {kar}|نامکمل ہے|واپس لاؤ|نہیں ہوئی",
      roman:
        "dobara kholo|dobara khol {do}|dubara kholo|dubara khol {do}|dobara kholein|wapas kholo|wapis kholo|wapas khol {do}|wapis khol {do}|phir se kholo|phir kholo|phir se khol {do}|phir khol {do}|namukammal {kar}|na mukammal {kar}|reopen {kar}|re open {kar}|incomplete {kar}|khol {do}|kholo|mukammal nahi hua|mukammal nahi|complete nahi hua|nahi hua|nhi hua|nai hua|abhi nahi hua|mukammal nahi hai|nahi kiya|dobara open {kar}|open {kar}|dobara shuru {kar}|reopen|wapas lao|nahi hui",
    },
    "reopen",
  ],
  [
    {
      en: "as done|as complete|as completed|as finished|as ticked|is done|is complete|is completed|is finished|done|complete|completed|finished|are done|are complete|are finished|has been done|was done|all done|off|off my list|off the list|off as done|to done|to complete|to completed|is all done|is sorted|as closed",
      ur: "complete {kar}|done {kar}|complete {kiya}|done {kiya}|مکمل {kar}|مکمل {kiya}|پورا {kar}|پورا {kiya}|پوری {kar}|پوری {kiya}|پورے {kar}|پورے {kiya}|ختم {kar}|ختم {kiya}|ہو گیا|ہوگیا|ہو گئی|ہوگئی|ہو گئے|ہو گیا ہے|ہوگیا ہے|ہو گئی ہے|ہوگئی ہے|ہو چکا ہے|ہو چکا|ہو چکی ہے|ہو چکی|کر لیا|کرلیا|کر لی|کر لیا ہے|کرلیا ہے|کر لی ہے|کر چکا ہوں|کر چکی ہوں|ڈن {kar}|کمپلیٹ {kar}|ڈن|نمٹا {do}|نمٹا لیا|مکمل|نشان زد {kar}|کر دیا|کردیا|کر دیا ہے|کروا دیا|کروا لیا|کروا دی|کروا لی|کرا دیا|کروا دیا ہے|دیا|لیا|دی|لی|دیا ہے|لیا ہے|دی ہے|لی ہے|آیا|آئی|آیا ہوں|آئی ہوں|گیا تھا|چکا ہوں|چکی ہوں|چکا|دیے|لیے ہیں|دیے ہیں|مکمل شدہ {kar}|مکمل کے طور پر نشان زد {kar}|ٹک {kar}",
      roman:
        "mukammal {kar}|mukamal {kar}|muqammal {kar}|mukmal {kar}|mukammal {kiya}|mukamal {kiya}|mukmal {kiya}|complete {kar}|complete {kiya}|completed {kar}|done {kar}|done {kiya}|poora {kar}|poora {kiya}|poori {kar}|poori {kiya}|pura {kar}|pura {kiya}|puri {kar}|puri {kiya}|poore {kar}|poore {kiya}|khatam {kar}|khatam {kiya}|khatm {kar}|khatm {kiya}|finish {kar}|finish {kiya}|ho gaya|hogaya|hogya|ho gya|ho gai|ho gayi|hogai|hogayi|ho gaye|ho gaya hai|hogaya hai|hogya hai|ho gai hai|ho gayi hai|hogayi hai|ho chuka hai|ho chuka|ho chuki hai|kar liya|karliya|krliya|kr liya|kar li|kar lia|kar liya hai|karliya hai|kar lia hai|kar li hai|kar chuka hun|kar chuki hun|kar diya hai|nimta {do}|nimta liya|tick {kar}|mark {kar}|done|mukammal|complete|done mark {kar}|mark done {kar}|mark as done|complete mark {kar}|done hai|kar diya|kardiya|krdiya|karwa diya|karwa dia|karwa li|karwa liya|karwa di|diya|dia|liya|lia|di hai|li hai|diya hai|dia hai|liya hai|lia hai|le aya|le aaya|le aya hun|aaya hun|chuka hun|chuki hun|chuka|diye hain|liye hain|le li|de di|de diya",
    },
    "complete",
  ],
  [
    {
      en: "off my list please|should be deleted|should be removed",
      ur: "delete {kar}|remove {kar}|cancel {kar}|حذف {kar}|حزف {kar}|ڈیلیٹ {kar}|ڈلیٹ {kar}|ہٹا {do}|ہٹاؤ|ہٹائیں|ہٹا دیجیے|مٹا {do}|مٹاؤ|مٹائیں|نکال {do}|نکالو|نکالیں|خارج {kar}|کینسل {kar}|منسوخ {kar}|ریموو {kar}|ختم کر دینا|حذف|ڈیلیٹ|نکال باہر {kar}|کی ضرورت نہیں|کی ضرورت نہیں ہے|اب نہیں چاہیے|نہیں چاہیے",
      roman:
        "delete {kar}|dilete {kar}|delet {kar}|remove {kar}|cancel {kar}|hata {do}|hatao|hataen|hatayen|mita {do}|mitao|mitaen|nikal {do}|nikalo|nikaal {do}|hazaf {kar}|hazf {kar}|mansookh {kar}|mansukh {kar}|delete|remove|cancel|uda {do}|urao|ura {do}|delete karwana|ki zaroorat nahi|ki zaroorat nahi hai|ki zarurat nahi|nahi chahiye|ab nahi chahiye",
    },
    "delete",
  ],
  [
    {
      en: "to my list|to my tasks|to the list|to my todo list|to my todos|to the todo list|on my list|on the list|on my todo list|to list|to my task list|as a task|as a todo|as a reminder|as a new task|as task|to my plate|to tasks|in my list|in my tasks|to todo",
      ur: "add {kar}|شامل {kar}|ایڈ {kar}|ایڈ کر دو لسٹ میں|درج {kar}|لکھ {do}|لکھو|لکھیں|نوٹ {kar}|محفوظ {kar}|ڈال {do}|ڈالو|ڈالیں|بنا {do}|بناؤ|بنائیں|رکھ {do}|لگا {do}|لگاؤ|{remind}|شامل کر لیجیے|شیڈول {kar}|سیٹ {kar}|اضافہ {kar}|کا اضافہ {kar}|کریٹ {kar}|نوٹ کر لیں",
      roman:
        "add {kar}|ad {kar}|shamil {kar}|shaamil {kar}|darj {kar}|note {kar}|save {kar}|create {kar}|likho|likh {do}|likhen|likhlo|likhdo|daal {do}|dal {do}|daldo|dalo|daalo|bana {do}|banado|bnado|bna {do}|banao|bnao|rakh {do}|rakhlo|rakho|laga {do}|lagao|lgado|lga {do}|{remind}|{remind} hai|remind me|schedule {kar}|set {kar}|izafa {kar}|ka izafa {kar}|add|save|list mein add {kar}|list me add {kar}|list mein daal {do}|list mein shamil {kar}|list me likh {do}|enter {kar}",
    },
    "add",
  ],
  [
    {
      ur: "update {kar}|change {kar}|edit {kar}|تبدیل {kar}|بدل {do}|بدلو|بدلیں|اپڈیٹ {kar}|اپ ڈیٹ {kar}|ایڈٹ {kar}|ملتوی {kar}|آگے {kar}|آگے بڑھا {do}|موخر {kar}|مؤخر {kar}|چینج {kar}|شفٹ {kar}|لے جاؤ|لے جائیں|بڑھا {do}|سیٹ {kar}",
      roman:
        "tabdeel {kar}|tabdil {kar}|badal {do}|badlo|badlen|badaldo|update {kar}|edit {kar}|change {kar}|multavi {kar}|multawi {kar}|aage {kar}|aage barha {do}|agay {kar}|postpone {kar}|reschedule {kar}|shift {kar}|move {kar}|rename {kar}|barha {do}|le jao|ley jao|delay {kar}",
    },
    "update",
  ],
  [
    {
      ur: "show {kar}|دکھاؤ|دکھائیں|دکھا {do}|دکھائیے|دکھائیے گا|بتاؤ|بتائیں|بتائیے|بتا {do}|تلاش {kar}|ڈھونڈو|ڈھونڈیں|ڈھونڈ {do}|کی فہرست|کی لسٹ|کی فہرست دکھاؤ|کی فہرست دکھائیں|کی لسٹ دکھاؤ|کی فہرست {do}|دیکھنے ہیں|دیکھنا ہے|دیکھنا چاہتا ہوں|دیکھنے ہیں مجھے|لسٹ {kar}|شو {kar}|پڑھ کر سناؤ|سناؤ|گنواؤ",
      roman:
        "dikhao|dikhaen|dikhayen|dikha {do}|dikhado|dekhao|dikhaiye|dikhaiyega|dikhana|batao|btao|bataen|batayen|bataiye|bataiyega|batana|bata {do}|btado|bta {do}|show {kar}|list {kar}|list dikhao|ki list|ki list dikhao|ki fehrist|ki fehrist dikhao|ki list {do}|search {kar}|talash {kar}|dhoondo|dhundo|dhoond {do}|find {kar}|dekhne hain|dekhna hai|dekhna chahta hun|sunao|dikhlao|show karwao",
    },
    "list",
  ],
  [
    {
      en: "when is it due",
      ur: "کب ہے|کب تک ہے|کب کرنا ہے|کا کیا ہوا|کب ہو گا|کب ہوگا|کب کا ہے|کب تک کرنا ہے|ہوا یا نہیں|کی آخری تاریخ کیا ہے|کی تاریخ کیا ہے|کی تفصیل|کی تفصیل بتاؤ|کی تفصیل بتائیں|کی تفصیل دکھاؤ|کی تفصیلات|کی تفصیلات دکھاؤ|کی تفصیلات بتائیں|کے بارے میں بتاؤ|کے بارے میں بتائیں",
      roman:
        "kab hai|kab tak hai|kab karna hai|ka kya hua|kab hoga|kab ka hai|kab tak karna hai|hua ya nahi|ki tareekh kya hai|ki date kya hai|ki deadline kya hai|ki tafseel|ki tafseel batao|ki tafseel dikhao|ki details|ki details dikhao|ki details batao|ke bare mein batao|ke baare mein batao|k bare mein batao|ki detail dikhao|ki detail batao",
    },
    "show",
  ],
];

/** After an infinitive these say that it has to be done: دودھ لینا ہے, bill bharna hoga. */
export const obligations: readonly (readonly [Wording, true])[] = [
  [
    {
      ur: "ہے|ہیں|ہو گا|ہوگا|ہوگی|ہو گی|پڑے گا|پڑے گی|چاہیے|چاہئے|ضروری ہے|لازمی ہے|ہے مجھے|تھا",
      roman:
        "hai|hain|he|h|ha|hy|hoga|hogi|ho ga|ho gi|parega|parega|padega|pare ga|pade ga|paregi|padegi|chahiye|chahye|zaroori hai|zaruri hai|lazmi hai|hai mujhe|hai mjhe|hai mujhay",
    },
    true,
  ],
];
