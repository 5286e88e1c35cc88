import { wordSet } from "../text/normalise";

/** Words that say that a task shall ring. */
export const remindingWords: ReadonlySet<string> = wordSet(
  "remind reminds reminded reminder reminders ring rings alert alerts alerted ping nudge notify notified notification buzz beep warn warning alarm know heads miss " +
    "yaad yad remind bata batana batao khabar ittila ghanti bajana chime " +
    "یاد ریمائنڈ ریمائنڈر الرٹ بتا بتانا بتاؤ خبر اطلاع گھنٹی الارم پنگ نوٹیفائی دہانی",
);

/** Words behind an amount that say how long before something. */
export const aheadWords: ReadonlySet<string> = wordSet(
  "before earlier sooner ahead prior beforehand pehle pahle pehlay pahlay qabl پہلے قبل",
);
