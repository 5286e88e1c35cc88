import { wordSet } from "../text/normalise";

/** Words that say nothing about which task is meant. */
export const silentWords: ReadonlySet<string> = wordSet(
  "the a an my to of for task item one reminder still " +
    "abhi tak wala wali wale ka ki ke ko k se mera meri mere paas pas " +
    "ریمائنڈر ابھی تک والا والی والے کا کی کے کو سے میرا میری میرے کام ٹاسک پاس",
);
