import { wordSet } from "../text/normalise";

/** Words by which people have something taken away beside the verbs that delete. */
export const removalWords: ReadonlySet<string> = wordSet(
  "off stop lose empty clean clear wipe longer anymore needed neednt unneeded cross forget out unadd dump ditch axe nix cancelled canceled skip away rid " +
    "band bandh khatam khatm khali hatana hatani off kaat kat rok roko nikalna nikalni saaf saf mitana cancel " +
    "بند ختم خالی کاٹ ہٹانا ہٹانی ہٹانے کینسل آف اف روک روکو روکیں وائپ باہر اتار نکالنا نکالنی صاف مٹانا چھوڑ حذف",
);
