// Ce que la page sait de chaque question : ce que la main y a changé, ce qui est parti, ce que le serveur a gardé.
//
// Un envoi porte la question entière : c'est d'elle que l'on retient l'état, et de chaque champ le dernier geste. Les
// instants sont les rangs d'un compteur ; seul leur ordre compte.
const ENVOYEUR = "[hx-post], [hx-put], [hx-patch]";

let instant = 0;
// Le navigateur peut remettre dans une page les champs cachés d'une autre, sa clé comprise : elle compte plus loin qu'elle.
let rang = Date.now();
const gestes = new Map();
const modifiees = new Set();
const parties = new Map();
const gardees = new Map();
const refusees = new Set();
const origines = new WeakMap();
// À partir du moment où la page suivante se demande ; nul avant.
let gardeesEnPartant = null;

/** Le rang d'un envoi de cette page : servi après un plus récent, il n'écrit plus. */
export const rangSuivant = () => String(++rang);

/** L'élément dont part l'enregistrement que ce geste demande. */
export const envoyeur = (element) => element?.closest?.("[data-saisie]") && element.closest(ENVOYEUR);

/** La question d'un champ, ou à défaut l'élément qui l'envoie seul. */
export const questionDe = (element) => element.closest("[data-question]") ?? element.closest(ENVOYEUR);

/** Un geste de la personne : frappe, choix, collage, remplissage par le navigateur. */
function toucher({ target }) {
  const question = envoyeur(target) && questionDe(target);
  if (question) {
    gestes.set(target.name, ++instant);
    modifiees.add(question.id);
  }
}
document.addEventListener("input", toucher, true);
document.addEventListener("change", toucher, true);

/** Tout ce que la question montre part ; ce qui est tapé ensuite la dira de nouveau modifiée. */
export function partir(element) {
  const { id } = questionDe(element);
  // La réponse peut retirer l'élément de la page : la question dont il est parti, elle, ne change pas.
  origines.set(element, id);
  modifiees.delete(id);
  refusees.delete(id);
  parties.set(id, { instant: ++instant, element });
}

/** Le serveur a gardé ce qui était parti. */
export function garder(id) {
  gardees.set(id, parties.get(id)?.instant ?? 0);
  gardeesEnPartant?.add(id);
}

/** La page suivante se demande : ce que le serveur garde désormais, elle peut l'ignorer. */
export const commencerAPartir = () => (gardeesEnPartant = new Set());

/** La réponse est arrivée ; refusée, la question reste à enregistrer. */
export function revenir(id, gardee) {
  parties.delete(id);
  if (!gardee) {
    modifiees.add(id);
    refusees.add(id);
  }
}

/** La dernière fois qu'elle est partie, le serveur ne l'a pas gardée. */
export const refusee = (question) => refusees.has(question.id);

/** La question dont cet élément a envoyé la réponse, si elle attend encore. */
export const origine = (element) => (parties.has(origines.get(element)) ? origines.get(element) : null);

/** L'élément d'où est partie chaque réponse qui attend. */
export const enAttente = () => [...parties].map(([id, { element }]) => ({ id, element }));

export const nombreEnAttente = () => parties.size;

/** Sa réponse est partie, et n'est pas revenue. */
export const enRoute = (question) => parties.has(question.id);

export const oublierLAttente = () => parties.clear();

/** Les questions dont le serveur n'a pas dit avoir gardé ce que la page montre. */
export const nonEnregistrees = () => presentes([...modifiees, ...parties.keys()]);

/** Celles que la page suivante, demandée avant, montrerait peut-être telles qu'elles étaient. */
export const ignoreesDeLaSuivante = () => presentes([...modifiees, ...parties.keys(), ...(gardeesEnPartant ?? [])]);

const presentes = (ids) => [...new Set(ids)].map((id) => document.getElementById(id)).filter(Boolean);

/** Rien de cette question n'attend, ni geste ni réponse. */
export const auRepos = (question) => !modifiees.has(question.id) && !parties.has(question.id);

/** Faux tant que la main est sur ce champ, ou l'a touché depuis ce que le serveur a gardé : le récrire le perdrait. */
export function libre(champ) {
  const main = document.activeElement;
  const sousLaMain = main && main.name === champ.name && main.form === champ.form && champ.type !== "hidden";
  return !sousLaMain && (gestes.get(champ.name) ?? 0) <= (gardees.get(questionDe(champ)?.id) ?? 0);
}
