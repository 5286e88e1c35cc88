/** Verbs that begin an errand: "buy milk" is a task although nobody said "add". */
const ERRANDS =
  "accept answer apply arrange ask assemble attend backup bake bathe bill blog book borrow brainstorm bring browse brush build buy call cancel charge chase check clean clear climb code collect compare compile confirm congratulate contact cook copy create cut cycle debug decide declutter decorate defrost deliver deploy deposit design discuss dispose do download draft draw drive drop drink dust eat edit email empty enroll enter exchange exercise explore fax feed fetch file fill find finalise finalize finish fix fold follow format forward fuel gather get give go google greet grill groom grab hand hang help hire hoover host install interview investigate invite invoice iron jog join journal kick knit launch learn leave lend list look mail make measure meditate meet memorise mend merge message mop mow move negotiate notify obtain order organise organize pack paint park patch pay phone pick ping plan plant play polish post practice practise pray prepare present print process proofread publish purchase push put quit read rebook recharge recite record recycle refactor refill refund register rehearse renew rent repair repay repeat replace reply report request research reserve respond restart restock return review revise revisit ring rinse run save scan schedule schedule sell send service set sew share shave ship shop shovel sign sketch skype sleep solve sort speak spray start stop store study submit subscribe sweep swim switch take talk taste teach tell test text throw tidy top track train transfer translate treat trim try turn type unpack unsubscribe update upgrade upload vaccinate vacuum visit volunteer wait wake walk wash watch water wax wear weed whatsapp win wipe withdraw work wrap write yoga zip donate dispatch drain drill escort evaluate finalize flush glue harvest inspect inflate invest label laminate lubricate maintain nail nap oil outline peel photocopy photograph pray prune quote recharge reconcile redeem refresh remove remind rewrite sand sanitize sharpen shred sing soak stretch summarise summarize supervise tailor thank tune unclog unload upgrade verify winterize weigh";

export const errandVerbs: ReadonlySet<string> = new Set(ERRANDS.split(" "));

/** Verbs that ask something of the assistant itself, and are no errand unless one is asked for. */
export const spokenVerbs: ReadonlySet<string> = new Set(
  "play translate tell write do google sing explain define calculate convert recommend suggest".split(
    " ",
  ),
);

/** Endings of the Urdu infinitive, the shape of an errand: دودھ لانا, bill bharna. */
export const infinitive = {
  ur: /(?:نا|نی|نے)$/,
  roman: /(?:na|ni|ne)$/,
  /** Words with that ending that are no verbs. */
  except: new Set(
    "دہانی dehani dahani na ne ni apna apni apne mahina kana khana kitna kitni kitne itna itni itne jitna jitni purana purani purane puraane rana maine mene mane hamne aisa china medina madina karachina lahna sona rozana mahana salana khana chana dana gana apani نا نی نے اپنا اپنی اپنے مہینا مہینے کتنا کتنی کتنے اتنا اتنی پرانا پرانی پرانے مینے رانا چنا دانا پانی pani نانی nani zamana zamane جرمانہ نمونہ جانی مکینے پودینے podina ghane پاکستانی pakistani deadline phone online medicine machine magazine routine airline wine line june tune mine fine one done alone drone vaccine engine discipline pipeline guideline headline gasoline examine combine define outline timeline baseline stone zone fone bone gone none everyone someone anyone milestone throne hairline skyline trampoline limousine cuisine marine urine fani ghani rabbani usmani irani afghani jani rani kahani kahaniyan jawani pareshani mehrbani meherbani biryani chutni chatni کہانی جوانی پریشانی مہربانی بریانی چٹنی رانی گانے گانا".split(
      " ",
    ),
  ),
};
