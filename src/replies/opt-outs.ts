// Sentences that ask for our contacting to end, Spanish and English, by grammar. What stands behind the phrase is looked at, too: a
// wish about another thing (a gym, a bond, parcels), about some hours only, or of somebody else is none that a rule may decide: doubts.ts.

import { isCertain, isRefusedBefore } from "./doubts.js";
import { Phrases } from "./patterns.js";
import type { Message } from "./tokens.js";

/** `ask`: for it. `doubt`: it may be one, and a person must look. */
export type Finding = { asks: boolean; doubts: boolean };

/** They refuse. */
const REFUSALS = new Phrases(
  // ya no me manden mensajes · no llamen · no molesten · no escribirme · favor no enviar
  "no ~ reach|bother.subjunctive",
  "no ~ reach|bother.infinitive",
  "no ~ again.subjunctive+infinitive ~ reach|bother|weak.infinitive",
  "no ~ keep.subjunctive+infinitive ~ reach|bother|receive|weak.gerund+infinitive",
  "no ~ =esten|=este|=estes|=anden|=ande|=andes ~ reach|bother|weak.gerund",
  "no ~ reach|bother.wish",
  "no ~ again.wish ~ reach|bother.infinitive",
  // que se abstengan de llamarme comes below; no quiero que me escriban · no deseo recibir · no necesito que me estén llamando
  "no ~ want ~ reach|bother.subjunctive+wish",
  "no ~ want ~ reach|bother.infinitive&me",
  "no ~ want ~ receive.infinitive+subjunctive",
  "no ~ want ~ keep.infinitive+subjunctive ~ reach|bother|receive|weak.gerund",
  "no ~ want ~ again.infinitive+subjunctive ~ reach|bother|receive.infinitive",
  "no ~ want ~ =esten|=este|=estar|=anden|=andar|=be|=ser|=estarme ~ reach|bother|receive|weak.gerund+participle",
  "no ~ want ~ =estar|=permanecer ~ list",
  "no ~ want ~ receive ~ de ~ yours",
  "no ~ want ~ none",
  "no ~ want ~ msg|list",
  "no ~ =longer ~ want ~~ receive|msg|reach",
  "no ~ interest ~ receive|reach|msg",
  "no ~ be ~ interest ~ receive|reach|msg",
  // prefiero no recibir · le agradecería no enviarme · cómo hago para que no me lleguen
  "want|ask|favor|can ~ no ~ receive|reach|bother.infinitive+subjunctive+wish",
  "how ~~ no ~ receive|reach.infinitive+subjunctive",
  "que ~ no ~ receive.subjunctive",
  "want ~ no ~ again|keep ~ receive|reach|bother.infinitive+gerund",
  // no más mensajes · nada de promociones · ni un mensaje más · mensajes no
  "no ~ more ~ msg",
  "no ~ msg more",
  "no ~ more ~ =this|=these|=those END",
  "no want ~ =this|=these|=those END",
  "want ~ no ~ =get ~ msg",
  "no ~ ask.first ~ msg",
  "no ~ =busquen|=busque|=busques|=hablen|=hable|=hables|=marquen|=marque",
  "msg ~ no END",
  "no ~ msg ~ END",
  "none ~ msg",
  "=sin ~ msg ~ END",
  "msg no END",
  // no me agreguen a su lista · no me pongan en sus envíos
  "no ~ weak.subjunctive ~~ list|msg|=envios|=envio",
  "no ~ again.subjunctive ~ weak.infinitive ~~ list|msg|=envios|=envio",
  // no autorizo · no les doy permiso · nadie les dio permiso
  "no ~ =autorizo|=consiento|=permito|=acepto|=autorizamos|=accedo",
  "no ~ permit.conditional+infinitive",
  "no ~ be ~ permit.gerund",
  "no ~ want ~ permit|give ~ permission?",
  "no ~ give|have ~ permission",
  "no ~ have ~ have ~ permission",
  "no ~ have ~ permit.participle",
  "list ~ no ~ reach|bother.infinitive",
  "=do =not =call =list",
);

/** They tell to stop, or to take out; a refusal before them turns them round. */
const ORDERS = new Phrases(
  // dejen de llamarme · paren de mandar · pueden dejar de escribirme · quisiera que dejaran de molestar
  "stop.order+subjunctive+infinitive+wish+conditional ~ de ~ reach|bother|receive.infinitive",
  "stop.order+subjunctive+infinitive+wish+conditional ~ de ~ weak.infinitive&me",
  "stop.order+subjunctive+infinitive+wish+conditional ~ de ~ be|keep ~ reach|bother|weak|receive.gerund",
  "=para =ya? ~ de ~ reach|bother.infinitive",
  "=para =ya END",
  "me ~ stop.indicative ~ de ~ reach|bother.infinitive",
  "how ~ stop.first ~ de ~ receive.infinitive",
  "halt.order+subjunctive+infinitive+wish ~ reach|bother.infinitive",
  "stop.order+infinitive+subjunctive ~ reach|bother|receive.gerund",
  "halt.order+subjunctive+infinitive+wish+first ~ msg|reach",
  "halt.order+subjunctive+infinitive ~ msg|number",
  "enough ~ msg",
  "stop.order+subjunctive ~ =spam",
  "stop.order+subjunctive+infinitive ~ peace",
  "leave.order ~ me peace",
  "ya ~ halt.order+subjunctive END",
  "halt.order+subjunctive ya END",
  "halt.order+subjunctive ~ =this|=these|=it|=that|=esto|=eso|=ya END",
  "ask ~ halt.order+subjunctive+infinitive END",
  "=make|=i|=said ~ halt.order END",
  "ya =estuvo ~~ msg",
  // quítenme · que me saquen · me pueden eliminar · quiero ser eliminado · bajenme de su lista
  "remove.order+subjunctive+infinitive+wish&me",
  "me ~ remove.subjunctive+indicative+wish+conditional",
  "me can ~ remove.infinitive",
  "cl ~ remove.subjunctive ~ de ~ list",
  "remove.order+subjunctive+infinitive&them ~ de ~ list",
  "remove.order+infinitive me",
  "=take|=get me|number =off|=out END",
  "=take|=get ~ me|number =off|=out|=from ~ list|yours|=this|=these",
  "remove.order+subjunctive+infinitive+wish ~ number",
  "remove.order+subjunctive+infinitive+wish ~ me ~ list",
  "remove ~ de ~ number",
  "remove.order+subjunctive+infinitive ~ msg|=envio|=envios",
  "want|ask|can ~ be ~ remove.participle",
  "number ~ be ~ remove.participle",
  "lower.order+subjunctive+infinitive&me ~ de ~ list|msg|=ahi|=aqui",
  "me ~ lower.subjunctive+indicative ~ de ~ list|msg",
  "unlist",
  "=opt|=opting|=opted|=opts me? ~ =out",
  // cancelen mi suscripción · cancelar los mensajes · cancele mi número de sus promociones
  "revoke.order+subjunctive+infinitive+wish+first ~ msg|=envio|=envios",
  "revoke.order+subjunctive+infinitive ~ number ~ de ~ msg|list",
  // denme de baja · quiero la baja · baja por favor · me salgo
  "give ~ de ~ low",
  "give ~ low",
  "want|ask ~ low",
  "low ~ number|list|msg|=definitiva|=inmediata|=servicio",
  "low favor END",
  "me leave.first",
  "me want ~ leave.infinitive",
  "want|can|how ~ leave.infinitive+first ~ de ~ list|msg|=esto|=aqui|=ahi|=servicio|=eso",
  "want ~ leave.infinitive&me ~ de",
  "want|how ~ leave.infinitive&me END",
  "want =off|=out",
  // retiro mi consentimiento · me opongo a que me escriban · prohíbo que me llamen · rechazo su publicidad
  "revoke|remove|leave|stop ~ permission",
  "forbid ~~ reach|receive|bother.subjunctive+infinitive+gerund",
  "forbid ~~ msg|permission|=envio|=uso ~ number?",
  // estoy harto de sus mensajes
  "tired ~~ msg",
  "=never|=didnt|no ~ =signed|=sign|=subscribed|=subscribe|=agreed|=agree|=asked|=ask|=requested ~ =up|=for|=to",
  "weak.order|=put ~ me ~ list ~ no ~ reach|bother",
);

/** They ask what happens, or what a word means. */
const ASKS_ABOUT = new Phrases(
  "how|what ~ =se",
  "what ~ =significa|=es|=pasa|=means|=happens",
  "=cuanto|=cuantos|=why|=antes",
  "how|=why ~~ stop.past",
);

/** Phrases that ask not to be left alone, but to be reached in another way, or to reach us. */
const ASKS_OTHERWISE = new Phrases(
  "reach.order&me",
  "reach.order&them",
  "=yo ~ reach.first",
  "=yo =paso",
  "=mejor ~ msg|reach.order",
);

export function findOptOut(message: Message): Finding {
  const { tokens } = message;
  const finding = { asks: false, doubts: false };
  const note = (isSure: boolean) => {
    if (isSure) finding.asks = true;
    else finding.doubts = true;
  };
  REFUSALS.each(message, (start, end) => note(isCertain(tokens, start, end)));
  ORDERS.each(message, (start, end) => note(!isRefusedBefore(tokens, start) && isCertain(tokens, start, end)));
  if (finding.asks && ASKS_ABOUT.areIn(message)) finding.doubts = true;
  if (finding.asks && ASKS_OTHERWISE.each(message, (start) => !isRefusedBefore(tokens, start))) finding.doubts = true;
  return finding;
}
