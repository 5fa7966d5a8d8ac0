// La saisie qui s'enregistre seule, question par question.
//
// Contrat :
//   <form data-saisie hx-ext="saisie" method="post" action="…">   la zone ; sans script, elle s'envoie d'un bouton
//     <div data-question id="q-12">                          une question, son champ et son message
//       <input id="q-12-champ" name="q12" hx-post="/…/reponses/q12" hx-trigger="change"
//              hx-target="closest [data-question]" hx-swap="saisie" hx-sync="closest [data-question]:queue last">
//   @template.socle.page.saisie(cadre)                       posé une fois : dit « Enregistré à 14:03 » et la coupure
//
// - L'élément qui porte hx-post porte un id ; pour un groupe (radios, tableau), c'est le conteneur, avec
//   hx-include="this". htmx joint aussi le reste du formulaire : le serveur ne lit que la question de l'adresse.
// - Chaque envoi porte « rang », qui croît : servi après un plus récent de la même page, il n'écrit rien (200, état présent).
// - Réponse 2xx : enregistré. L'en-tête X-Enregistre-A: 14:03 donne l'heure du serveur ; posé sur un 422, il dit que la
//   réponse est gardée malgré son erreur. X-Version croît à chaque réponse gardée : d'une partie de la page (complétude, états,
//   synthèse d'un tableau, section entière), ce que dit une réponse arrivée après une plus récente qui l'a posée ne s'y pose
//   pas. 422 et 409 se posent aussi (message, choix) ; remplacement.js dit comment.
// - Réponse 401 : la session est finie ; ce qui est écrit reste dans la page et repart au retour.
// - Réseau coupé, 502, 503, 504 : bandeau, nouvel essai de plus en plus espacé, aussitôt que la connexion revient.
// - 429, 500 : le même, sous le bandeau « incident » ; Retry-After est respecté.
// - HX-Redirect : le serveur n'enregistre plus ici (étape transmise ailleurs, conditions à accepter). La page reste, avec
//   ce qui y est écrit ; le bandeau « ailleurs » le dit et mène où le serveur renvoie.
// - Un autre refus (403, 404, 413…) est dit ; la réponse reste dans la page et repart quand on la retouche.
// - Quitter la page : depart.js.
// - L'état et le bandeau restent en haut de l'écran : le navigateur n'amène aucun champ sous eux.
// - L'événement « saisie:enregistree » est émis sur la zone après chaque enregistrement (pour la complétude :
//   hx-trigger="saisie:enregistree from:closest [data-saisie]").
import { renouvelerJeton } from "./jeton.js";
import {
  enAttente,
  envoyeur,
  garder,
  nombreEnAttente,
  origine,
  partir,
  questionDe,
  rangSuivant,
  revenir,
} from "./questions.js";
import { poserPour } from "./remplacement.js";
import { heureDite, textes } from "./textes.js";

const COUPURES = new Set([0, 502, 503, 504]);
const INCIDENTS = new Set([408, 429, 500]);
const ATTENTE_LA_PLUS_LONGUE = 30_000;
// Le libellé d'un champ se voit avec lui.
const MARGE = 40;

let attente = 1_000;
let rappel = 0;
let sessionFinie = false;
// Par identifiant de chaque partie de la page, la version qu'elle montre.
const montrees = new Map();
let version = NaN;

document.addEventListener("htmx:configRequest", ({ detail }) => {
  if (envoyeur(detail.elt)) {
    detail.parameters.rang = rangSuivant();
    oterLesAutresQuestions(detail);
  }
});

/** htmx joint tout le formulaire : d'une page qui porte un tableau de deux cents lignes, seule la question part. */
function oterLesAutresQuestions({ elt, parameters }) {
  const envoyee = questionDe(elt);
  for (const champ of elt.form?.querySelectorAll("[data-question] [name]") ?? []) {
    if (!envoyee.contains(champ)) {
      delete parameters[champ.name];
    }
  }
}

document.addEventListener("htmx:beforeSend", ({ detail }) => {
  if (envoyeur(detail.elt)) {
    partir(detail.elt);
    etat()?.classList.add("cv-saisie__etat--en-cours");
  }
});

document.addEventListener("htmx:beforeOnLoad", (evenement) => {
  const { requestConfig, xhr } = evenement.detail;
  if (renvoi(xhr) && requestConfig && origine(requestConfig.elt)) {
    // htmx changerait de page, et perdrait ce qui est écrit dans celle-ci.
    evenement.preventDefault();
  }
});

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const { requestConfig, xhr } = detail;
  const id = requestConfig && origine(requestConfig.elt);
  version = Number(xhr.getResponseHeader("X-Version") ?? NaN);
  const section = xhr.getResponseHeader("HX-Retarget")?.slice(1);
  const depassee = section && !seMontre(section);
  if (id && finDeSession(xhr, requestConfig)) {
    // Page de connexion à la place de la question : ce qui est écrit reste.
    detail.shouldSwap = false;
  } else if (id) {
    // Ses questions ont changé depuis ce que dit cette réponse, et la page les montre.
    detail.shouldSwap &&= !depassee;
    poserPour(id);
    if (gardee(xhr)) {
      garder(id);
    }
  }
});

document.addEventListener("htmx:oobBeforeSwap", ({ detail }) => {
  detail.shouldSwap &&= seMontre(detail.target.id);
});

document.addEventListener("htmx:afterRequest", ({ detail }) => {
  const { xhr, requestConfig } = detail;
  // Si la réponse a retiré l'élément, l'événement vient de son parent : seule la requête sait de qui elle part.
  const element = requestConfig?.elt;
  const id = element && origine(element);
  if (!id) {
    return;
  }
  etat()?.classList.remove("cv-saisie__etat--en-cours");
  if (COUPURES.has(xhr.status)) {
    couper("coupure", xhr);
  } else if (INCIDENTS.has(xhr.status)) {
    couper("incident", xhr);
  } else if (finDeSession(xhr, requestConfig)) {
    sessionFinie = true;
    couper("session", xhr);
  } else if (renvoi(xhr)) {
    revenir(id, false);
    document.querySelectorAll("[data-saisie-ailleurs]").forEach((lien) => (lien.href = renvoi(xhr)));
    montrer("ailleurs");
    dire(textes.saisie.echec);
  } else {
    revenir(id, gardee(xhr));
    if (gardee(xhr)) {
      reussir(element, xhr.getResponseHeader("X-Enregistre-A"));
      // Le bouton actionné est parti avec le choix qu'il offrait : le clavier continue du champ.
      if (element.matches("button") && document.activeElement === document.body) {
        document.querySelector(`#${CSS.escape(id)} :is(input:not([type=hidden]), textarea, select)`)?.focus();
      }
    } else {
      dire(xhr.status === 409 ? textes.saisie.conflit : xhr.status === 422 ? textes.saisie.aCorriger : textes.saisie.echec);
    }
  }
});

window.addEventListener("offline", () => document.querySelector("[data-saisie]") && montrer("coupure"));
window.addEventListener("online", reprendre);
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && reprendre());
window.addEventListener("focus", reprendre);
document.addEventListener("session:revenue", reprendre);
document.addEventListener("click", (e) => e.target.closest("[data-saisie-reprendre]") && reprendre());

const enHaut = document.querySelector(".cv-saisie");
if (enHaut) {
  const reserver = () => (document.documentElement.style.scrollPaddingTop = `${enHaut.offsetHeight + MARGE}px`);
  new ResizeObserver(reserver).observe(enHaut);
}

/** Faux si cette partie de la page vient d'une réponse plus récente que celle qui se pose. */
function seMontre(partie) {
  if (version < (montrees.get(partie) ?? 0)) {
    return false;
  }
  if (version) {
    montrees.set(partie, version);
  }
  return true;
}

/** La réponse est enregistrée, fût-ce avec une erreur à corriger. */
const gardee = (xhr) => !renvoi(xhr) && (xhr.status < 400 || xhr.getResponseHeader("X-Enregistre-A") !== null);

/** L'adresse où le serveur renvoie au lieu d'enregistrer ; null sinon. */
const renvoi = (xhr) => xhr.getResponseHeader("HX-Redirect");

/** Session finie, ou réponse venue d'une autre adresse que celle demandée (renvoi vers la page de connexion). */
function finDeSession(xhr, requete) {
  const detournee = xhr.responseURL && new URL(xhr.responseURL).pathname !== new URL(requete.path, location.href).pathname;
  return xhr.status === 401 || detournee;
}

function reussir(element, heure) {
  attente = 1_000;
  const coupee = coupure();
  cacher();
  const conflit = document.querySelector("[data-saisie] [data-conflit]") !== null;
  dire(
    [coupee && textes.saisie.retablie[coupee], textes.saisie.enregistre(heure ?? heureDite()), conflit && textes.saisie.conflit]
      .filter(Boolean)
      .join(" "),
    conflit ? "alerte" : "enregistre",
  );
  const zone = element.isConnected ? element.closest("[data-saisie]") : document.querySelector("[data-saisie]");
  zone?.dispatchEvent(new CustomEvent("saisie:enregistree", { bubbles: true }));
}

function couper(genre, xhr) {
  montrer(genre);
  dire(textes.saisie.enAttente(nombreEnAttente()));
  clearTimeout(rappel);
  if (genre !== "session") {
    const demande = Number(xhr.getResponseHeader("Retry-After")) * 1_000;
    rappel = setTimeout(reprendre, Math.max(attente, demande || 0));
    attente = Math.min(attente * 2, ATTENTE_LA_PLUS_LONGUE);
  }
}

/** Renvoie chaque réponse en attente : la valeur envoyée est celle que la page montre à cet instant. */
export async function reprendre() {
  clearTimeout(rappel);
  if (sessionFinie) {
    // Reconnecté dans un autre onglet ? Le jeton de cette page est mort avec l'ancienne session.
    if (!(await renouvelerJeton())) {
      return;
    }
    sessionFinie = false;
  }
  if (nombreEnAttente() === 0 && navigator.onLine && document.querySelector("[data-saisie]") && coupure() !== "ailleurs") {
    cacher();
  }
  for (const { id, element } of enAttente()) {
    if (!element.isConnected) {
      revenir(id, true);
    } else if (!element.classList.contains("htmx-request")) {
      element.dispatchEvent(new Event(element.matches("button") ? "click" : "change", { bubbles: true, cancelable: true }));
    }
  }
}

/** Le genre de la coupure que la page dit en ce moment ; null quand tout va. */
export function coupure() {
  return document.querySelector("[data-saisie-bandeau]:not([hidden])")?.dataset.saisieBandeau ?? null;
}

function etat() {
  return document.querySelector("[data-saisie-etat]");
}

/**
 * @param genre « enregistre », point vert, si tout l'est ; « attente », d'un envoi qui suit son cours ; « alerte » quand une
 *     réponse au moins n'est pas enregistrée, ou qu'il reste à faire
 */
export function dire(texte, genre = "alerte") {
  const lieu = etat();
  lieu?.classList.toggle("cv-saisie__etat--alerte", genre === "alerte");
  lieu?.classList.toggle("cv-saisie__etat--attente", genre === "attente");
  if (lieu && lieu.textContent !== texte) {
    lieu.textContent = texte;
  }
}

export function montrer(genre) {
  for (const bandeau of document.querySelectorAll("[data-saisie-bandeau]")) {
    bandeau.hidden = bandeau.dataset.saisieBandeau !== genre;
  }
}

function cacher() {
  document.querySelectorAll("[data-saisie-bandeau]").forEach((bandeau) => (bandeau.hidden = true));
}
