import type { Wording } from "../text/wording";
import type { Intent } from "./commands";

type Commands = readonly (readonly [Wording, Intent])[];

/** Words that close a command. Urdu puts its verb here; English says "… is done", "… as done". */
export const closings: Commands = [
  [
    {
      en: "as not done|as undone|as incomplete|as open|as pending|as not complete|as not completed|as unfinished|as not finished|not done|not done yet|isnt done|isnt done yet|is not done|is not done yet|is not finished|isnt finished|is not complete|isnt complete|wasnt done|was not done|is still open|is still pending|as to do|incomplete|undone|back to open|back to undone|back to not done|back to incomplete|back to unfinished|back to pending|back to to do|as still open|as active|open again|arent done|are not done",
      ur: "reopen {kar}|open {kar}|uncheck {kar}|{again} {opened}|{opened}|نامکمل {kar}|ری اوپن {kar}|{yet} {finished} {notdone}|{finished} {notdone}|{yet} {notdone}|{notdone}|نہیں ہوا ابھی|نہیں کیا ابھی|مکمل نہیں|مکمل نہیں ہے|نامکمل ہے|باقی ہے ابھی|ابھی باقی ہے",
      roman:
        "unmark {kar}|uncheck {kar}|untick {kar}|{again} {opened}|{opened}|namukammal {kar}|reopen {kar}|incomplete {kar}|undone {kar}|{yet} {finished} {notdone}|{finished} {notdone}|{yet} {notdone}|{notdone}|nahi hua abhi|nahi kiya abhi|mukammal nahi|mukammal nahi hai|abhi baqi hai|reopen",
    },
    "reopen",
  ],
  [
    {
      ur: "بحال {kar}|ریسٹور {kar}|واپس لاؤ|واپس لائیں|واپس لا {give}|واپس لے آؤ|واپس لے آئیں",
      roman:
        "bahal {kar}|restore {kar}|recover {kar}|undelete {kar}|wapas lao|wapis lao|wapas la {give}|wapas le ao",
    },
    "restore",
  ],
  [
    {
      en: "can be ticked off|can be crossed off|can be checked off|can be marked done|can be marked as done|can be marked complete|can be marked as complete|can be closed|is ticked off|got done|as done|as complete|as completed|as finished|as ticked|is done|is complete|is completed|is finished|done|complete|completed|finished|are done|are complete|are finished|has been done|was done|all done|off|off my list|off the list|off as done|to done|to complete|to completed|is all done|is sorted|as closed",
      ur: "{act} {past}|{act} {past} {been}|{past} {been}|سے فارغ {kiya}|finish {kar}|گیا|گئی|گئے|complete {kar}|done {kar}|complete {kiya}|done {kiya}|مکمل {kar}|مکمل {kiya}|پورا {kar}|پورا {kiya}|پوری {kar}|پوری {kiya}|پورے {kar}|پورے {kiya}|ختم {kar}|ختم {kiya}|ڈن {kar}|کمپلیٹ {kar}|ڈن|نمٹا {give}|نمٹا لیا|نمٹ گیا|ختم|پورا|نمٹ گئی|مکمل سمجھو|مکمل سمجھیں|مکمل سمجھ لیں|مکمل مان لیں|مکمل ہو گیا سمجھیں|مکمل|نشان زد {kar}|لے لیے|دے دیے|خرید لیے|خرید لیا|بھیج دیے|دیا|لیا|دی|لی|آیا|آئی|چکا|دیے|مکمل شدہ {kar}|مکمل کے طور پر نشان زد {kar}|ٹک {kar}",
      roman:
        "{act} {past}|{act} {past} {been}|{past} {been}|se farigh {kiya}|gaya|gayi|gai|gaye|mukammal {kar}|mukmal {kar}|mukammal {kiya}|mukmal {kiya}|complete {kar}|complete {kiya}|completed {kar}|done {kar}|done {kiya}|poora {kar}|poora {kiya}|poori {kar}|poori {kiya}|poore {kar}|poore {kiya}|khatam {kar}|khatam {kiya}|khatm {kar}|khatm {kiya}|finish {kar}|finish {kiya}|hogya|hogya hai|nimta {give}|nimta liya|nimat gaya|khatam|khatm|khtm|poora|nimat gayi|mukammal samjho|mukammal samjhein|complete samjho|done samjho|tick {kar}|mark {kar}|done|mukammal|complete|done mark {kar}|mark done {kar}|mark as done|complete mark {kar}|done hai|diya|di|li|liya|le aya|le aya hun|aaya hun|chuka|le li|de di|le liye|le lye|de diye|bhej diye|khareed liye|khareed liya|kha liye|de diya",
    },
    "complete",
  ],
  [
    {
      en: "off my list please|should be deleted|should be removed|can be deleted|can be removed|can go|can come off|needs deleting|needs removing|needs to go|needs to be deleted|is cancelled|is canceled|was cancelled|was canceled|got cancelled|got canceled|has been cancelled|has been canceled|been cancelled|been canceled|is called off|was called off|got called off|has been called off|is no longer happening|isnt happening|isnt happening anymore|is not happening",
      ur: "cancel {kiya}|کینسل {kiya}|منسوخ {kiya}|delete {kar}|remove {kar}|cancel {kar}|ختم {kar} لسٹ سے|ختم {kar} فہرست سے|لسٹ سے ختم {kar}|فہرست سے ختم {kar}|نکال پھینکو|صاف {kar}|حذف {kar}|حزف {kar}|ڈیلیٹ {kar}|ڈلیٹ {kar}|ہٹا {give}|ہٹاؤ|ہٹائیں|ہٹا دیجیے|مٹا {give}|مٹاؤ|مٹائیں|نکال {give}|نکالو|نکالیں|خارج {kar}|کینسل {kar}|منسوخ {kar}|ریموو {kar}|ختم کر دینا|حذف|ڈیلیٹ|نکال باہر {kar}|ہٹا|مٹا|نکال|اڑا {give}|نہیں چاہیے اب|کی اب ضرورت نہیں|کی اب ضرورت نہیں ہے|کی اب کوئی ضرورت نہیں|کی ضرورت نہیں رہی|کی ضرورت نہیں|کی ضرورت نہیں ہے|اب نہیں چاہیے|نہیں چاہیے",
      roman:
        "cancel {kiya}|cancelled {kiya}|mansookh {kiya}|delete {kar}|dilete {kar}|delet {kar}|khatam {kar} list se|list se khatam {kar}|hata {give} list se|nikal {give} list se|delete {kar} list se|saaf {kar}|hata dein|remove {kar}|cancel {kar}|hata {give}|hatao|hataen|hatayen|mita {give}|mitao|mitaen|nikal {give}|nikalo|hazaf {kar}|hazf {kar}|mansookh {kar}|delete|remove|cancel|uda {give}|urao|ura {give}|delete karwana|hata|mita|nikal|nahi chahiye ab|ki ab zaroorat nahi|ki zaroorat nahi ab|ki ab zaroorat nahi hai|ki ab koi zaroorat nahi|ki zaroorat nahi rahi|ki zaroorat nahi|ki zaroorat nahi hai|nahi chahiye|ab nahi chahiye",
    },
    "delete",
  ],
  [
    {
      en: "to my list|to my tasks|to the list|to my todo list|to my todos|to the todo list|on my list|on the list|on my todo list|to list|to my task list|as a task|as a todo|as a reminder|as a new task|as task|to my plate|to tasks|in my list|in my tasks|to todo",
      ur: "{inlist} شامل {kar}|{inlist} ڈال {give}|{inlist} لکھ {give}|{inlist} رکھ {give}|note {kar}|save {kar}|schedule {kar}|create {kar}|add {kar}|شامل {kar}|ایڈ {kar}|ایڈ کر دو لسٹ میں|درج {kar}|لکھ {give}|لکھو|لکھیں|نوٹ {kar}|محفوظ {kar}|ڈال {give}|ڈالو|ڈالیں|بنا {give}|بناؤ|بنائیں|رکھ {give}|لگا {give}|لگاؤ|{remind}|شامل کر لیجیے|شیڈول {kar}|سیٹ {kar}|اضافہ {kar}|کا اضافہ {kar}|کریٹ {kar}|نوٹ کر لیں",
      roman:
        "{inlist} add {kar}|{inlist} daal {give}|{inlist} likh {give}|{inlist} rakh {give}|add {kar}|shamil {kar}|darj {kar}|note {kar}|save {kar}|create {kar}|likho|likh {give}|likhen|daal {give}|dalo|bana {give}|banao|rakh {give}|rakho|laga {give}|lagao|{remind}|{remind} hai|remind me|schedule {kar}|set {kar}|izafa {kar}|ka izafa {kar}|add|save|list mein add {kar}|list me add {kar}|list mein daal {give}|list mein shamil {kar}|list me likh {give}|enter {kar}",
    },
    "add",
  ],
  [
    {
      ur: "postpone {kar}|reschedule {kar}|shift {kar}|move {kar}|rename {kar}|extend {kar}|delay {kar}|push {kar}|set {kar}|ٹال {give}|دہرا {give}|دہراؤ|دہرائیں|دہرایا {kar}|update {kar}|change {kar}|edit {kar}|تبدیل {kar}|منتقل {kar}|ری شیڈول {kar}|کی طرف {kar}|بدل {give}|بدلو|بدلیں|اپڈیٹ {kar}|ایڈٹ {kar}|ملتوی {kar}|آگے {kar}|آگے بڑھا {give}|گھٹا {give}|موخر {kar}|چینج {kar}|شفٹ {kar}|لے جا {give}|بڑھا {give}|سیٹ {kar}",
      roman:
        "taal {give}|tal {give}|dohra {give}|dohrao|repeat {kar}|extend {kar}|prepone {kar}|transfer {kar}|push {kar}|tabdeel {kar}|muntaqil {kar}|re schedule {kar}|badal {give}|badlo|badlen|update {kar}|edit {kar}|change {kar}|multavi {kar}|aage {kar}|aage barha {give}|badha {give}|ghata {give}|postpone {kar}|shift {kar}|move {kar}|rename {kar}|barha {give}|le jao|le ja {give}|delay {kar}",
    },
    "update",
  ],
  [
    {
      ur: "list {kar}|search {kar}|find {kar}|show {kar}|دکھا|بتا|سنا {give}|دکھاؤ|دکھائیں|دکھا {give}|دکھائیے|دکھائیے گا|بتاؤ|بتائیں|بتائیے|بتا {give}|تلاش {kar}|ڈھونڈو|ڈھونڈیں|ڈھونڈ {give}|کی فہرست|کی لسٹ|کی فہرست دکھاؤ|کی فہرست دکھائیں|کی لسٹ دکھاؤ|کی فہرست {give}|دیکھنے ہیں|دیکھنا ہے|دیکھنا چاہتا ہوں|دیکھنے ہیں مجھے|لسٹ {kar}|شو {kar}|پڑھ کر سناؤ|سناؤ|گنواؤ",
      roman:
        "dhoond|dhoondh|dhoondho|dhoondh {give}|khojo|khoj {give}|dikha|bata|suna {give}|dikhao|dikhaen|dikhayen|dikha {give}|dekhao|dikhaiye|dikhaiyega|dikhana|batao|bataen|batayen|bataiye|bataiyega|batana|bata {give}|show {kar}|list {kar}|list dikhao|ki list|ki list dikhao|ki fehrist|ki fehrist dikhao|ki list {give}|search {kar}|talash {kar}|dhoondo|dhoond {give}|find {kar}|dekhne hain|dekhna hai|dekhna chahta hun|sunao|dikhlao|show karwao",
    },
    "list",
  ],
  [
    {
      en: "when is it due",
      ur: "کا کیا وقت ہے|کس وقت ہے|کتنے بجے ہے|کب ہے|کب تک ہے|کب کرنا ہے|کا کیا ہوا|کب ہو گا|کب کا ہے|کب تک کرنا ہے|ہوا یا نہیں|کی آخری تاریخ کیا ہے|کی تاریخ کیا ہے|کا وقت کیا ہے|کی ترجیح کیا ہے|کا زمرہ کیا ہے|کس دن ہے|کس دن کا ہے|کس تاریخ کا ہے|کب تک کا ہے|کی ڈیڈ لائن کیا ہے|کی تاریخ کب ہے|کی آخری تاریخ کب ہے|کی تفصیل|کی تفصیل بتاؤ|کی تفصیل بتائیں|کی تفصیل دکھاؤ|کی تفصیلات|کی تفصیلات دکھاؤ|کی تفصیلات بتائیں|کے بارے میں بتاؤ|کے بارے میں بتائیں",
      roman:
        "kya time hai|ka kya time hai|ka kya waqt hai|kis waqt hai|kitne baje hai|kab hai|kab tak hai|kab karna hai|ka kya hua|kab hoga|kab ka hai|kab tak karna hai|hua ya nahi|ki tareekh kya hai|ki date kya hai|ki deadline kya hai|ka time kya hai|ka waqt kya hai|ki priority kya hai|ki category kya hai|ka status kya hai|kis din hai|kis din ka hai|kis tareekh ka hai|kis date ka hai|kab tak ka hai|kab ka tha|ka time kab hai|ki date kab hai|ki deadline kab hai|ki tafseel|ki tafseel batao|ki tafseel dikhao|ki details|ki details dikhao|ki details batao|ke bare mein batao|k bare mein batao|ki detail dikhao|ki detail batao",
    },
    "show",
  ],
];

/** After an infinitive these say that it has to be done: دودھ لینا ہے, bill bharna hoga. */
export const obligations: readonly (readonly [Wording, true])[] = [
  [
    {
      ur: "ہے|ہیں|ہوتا ہے|ہوتی ہے|ہوتے ہیں|ہو گا|ہوگی|پڑے گا|پڑے گی|چاہیے|ضروری ہے|لازمی ہے|ہے مجھے|تھا",
      roman:
        "hai|hain|h|ha|hy|hota hai|hoti hai|hote hain|hoga|hogi|parega|padega|paregi|padegi|chahiye|chahye|zaroori hai|lazmi hai|hai mujhe|hai mjhe",
    },
    true,
  ],
];
