// La saisie qui s'enregistre seule, question par question.
//
// Contrat :
//   <form data-saisie method="post" action="…">            la zone ; sans script, elle s'envoie d'un bouton
//     <div data-question id="q-12">                          une question, son champ et son message
//       <input id="q-12-champ" name="q12" hx-post="/…/reponses/q12" hx-trigger="change"
//              hx-target="closest [data-question]" hx-swap="outerHTML" hx-sync="this:queue last">
//   @template.socle.page.saisie(cadre)                       posé une fois : dit « Enregistré à 14:03 » et la coupure
//
// - L'élément qui porte hx-post porte un id ; pour un groupe (radios, tableau), c'est le conteneur, avec
//   hx-include="this". htmx joint aussi le reste du formulaire : le serveur ne lit que la question de l'adresse.
// - Réponse 2xx : enregistré. X-Revision dit la révision écrite, posée dans le champ caché « r.… ». L'en-tête X-Enregistre-A: 14:03 donne l'heure du serveur ; posé sur un 422, il dit que
//   la réponse est gardée malgré son erreur. 422 et 409 remplacent aussi la question (message, choix).
// - Réponse 401 : la session est finie ; ce qui est écrit reste dans la page et repart au retour.
// - Réseau coupé, 502, 503, 504 : bandeau, nouvel essai de plus en plus espacé, aussitôt que la connexion revient.
// - 429, 500 : le même, sous le bandeau « incident » ; Retry-After est respecté.
// - Un autre refus (403, 404, 413…) est dit ; la réponse reste dans la page et repart quand on la retouche.
// - Quitter la page n'est retenu que si une réponse n'est pas enregistrée.
// - Le formulaire envoyé pendant un enregistrement attend sa réponse : il porterait une révision dépassée, et le serveur
//   y verrait un autre onglet. Une coupure ou un conflit l'annulent ; l'usager voit pourquoi, et le renvoie.
// - L'événement « saisie:enregistree » est émis sur la zone après chaque enregistrement (pour la complétude :
//   hx-trigger="saisie:enregistree from:closest [data-saisie]").
import { renouvelerJeton } from "./jeton.js";
import { heureDite, textes } from "./textes.js";

const ENVOYEUR = "[hx-post], [hx-put], [hx-patch]";
const COUPURES = new Set([0, 502, 503, 504]);
const INCIDENTS = new Set([408, 429, 500]);
const ATTENTE_LA_PLUS_LONGUE = 30_000;
const DEPART_AU_PLUS_TARD = 10_000;

const modifiees = new Set();
const enAttente = new Set();
let attente = 1_000;
let rappel = 0;
let quitte = false;
let sessionFinie = false;
let depart = null;

const envoyeur = (element) => element?.closest?.("[data-saisie]") && element.closest(ENVOYEUR);
const cle = (element) => element.id || element.name;

document.addEventListener("input", (evenement) => {
  const element = envoyeur(evenement.target);
  if (element) {
    modifiees.add(cle(element));
  }
});

document.addEventListener("htmx:beforeSend", (evenement) => {
  if (envoyeur(evenement.detail.elt)) {
    // Ce qui est tapé pendant l'envoi redevient « modifié » et n'est pas dit enregistré par erreur.
    modifiees.delete(cle(evenement.detail.elt));
    enAttente.add(cle(evenement.detail.elt));
    etat()?.classList.add("cv-saisie__etat--en-cours");
  }
});

/** Vrai si un champ de la même question a été retapé depuis l'envoi : la remplacer le perdrait. */
const retapee = (element) => {
  const question = element.closest("[data-question]");
  return [...(question ?? element).querySelectorAll(ENVOYEUR), element].some((champ) => modifiees.has(cle(champ)));
};

/** Une réponse peut remplacer toute sa section : les questions en cours de saisie, d'envoi ou de dépôt y restent en place. */
function garderLesAutres({ target, serverResponse }, question) {
  return [...target.querySelectorAll("[data-question]")]
    .filter((autre) => autre !== question && occupee(autre))
    .reduce((html, autre) => html.replace(`id="${autre.id}"`, `id="${autre.id}" hx-preserve`), serverResponse);
}

const occupee = (question) =>
  [...question.querySelectorAll(ENVOYEUR)].some((champ) => modifiees.has(cle(champ)) || enAttente.has(cle(champ))) ||
  question.querySelector("[data-televersement-envois] > *") !== null;

/** La question qui n'est pas remplacée garde ses champs, mais repart de la révision que le serveur vient d'écrire. */
document.addEventListener("htmx:afterRequest", (evenement) => {
  const revision = evenement.detail.xhr?.getResponseHeader("X-Revision");
  const element = envoyeur(evenement.detail.elt);
  const garde = element?.closest("[data-question]")?.querySelector("input[type=hidden][name^='r.']");
  if (revision && garde) {
    garde.value = revision;
  }
});

document.addEventListener("htmx:beforeSwap", (evenement) => {
  const { requestConfig, xhr } = evenement.detail;
  const element = requestConfig && envoyeur(requestConfig.elt);
  if (element && (retapee(element) || finDeSession(xhr, requestConfig))) {
    // Retapé depuis l'envoi, ou page de connexion à la place de la question : ce qui est écrit reste.
    evenement.detail.shouldSwap = false;
  } else if (element) {
    evenement.detail.serverResponse = garderLesAutres(evenement.detail, element.closest("[data-question]"));
  }
});

/** Une réponse apporte aussi les questions dont elle a changé les erreurs : celle que l'on remplit attend la sienne. */
document.addEventListener("htmx:oobBeforeSwap", (evenement) => {
  const { target } = evenement.detail;
  if (target.matches("[data-saisie] [data-question]") && (occupee(target) || target.querySelector("[data-conflit]"))) {
    evenement.detail.shouldSwap = false;
  }
});

document.addEventListener("htmx:afterRequest", (evenement) => {
  const { xhr, requestConfig } = evenement.detail;
  // La question remplacée, l'événement vient de son parent : seule la requête sait de qui elle part.
  const elt = requestConfig?.elt;
  const nom = elt && cle(elt);
  if (!nom || !enAttente.has(nom)) {
    return;
  }
  etat()?.classList.remove("cv-saisie__etat--en-cours");
  const heure = xhr.getResponseHeader("X-Enregistre-A");
  if (COUPURES.has(xhr.status)) {
    couper("coupure", xhr);
  } else if (INCIDENTS.has(xhr.status)) {
    couper("incident", xhr);
  } else if (finDeSession(xhr, requestConfig)) {
    sessionFinie = true;
    couper("session", xhr);
  } else {
    enAttente.delete(nom);
    if (xhr.status < 400 || heure) {
      reussir(elt, heure);
    } else {
      modifiees.add(nom);
      dire(xhr.status === 409 ? textes.saisie.conflit : xhr.status === 422 ? textes.saisie.aCorriger : textes.saisie.echec);
    }
  }
});

document.addEventListener(
  "submit",
  (evenement) => {
    if (evenement.target.matches("[data-saisie]") && enAttente.size > 0 && !coupee()) {
      evenement.preventDefault();
      evenement.stopImmediatePropagation();
      depart = { formulaire: evenement.target, bouton: evenement.submitter };
      setTimeout(() => depart && (enAttente.clear(), partir()), DEPART_AU_PLUS_TARD);
    }
  },
  true,
);

// Après la fin de cette réponse, htmx envoie celle qui attendait : on ne regarde qu'ensuite s'il en reste.
document.addEventListener("htmx:afterRequest", (evenement) => {
  if (depart && (coupee() || evenement.detail.xhr?.status === 409)) {
    depart = null;
  }
  setTimeout(partir);
});

window.addEventListener("offline", () => document.querySelector("[data-saisie]") && montrer("coupure"));
window.addEventListener("online", reprendre);
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && reprendre());
window.addEventListener("focus", reprendre);
document.addEventListener("session:revenue", reprendre);
document.addEventListener("click", (e) => e.target.closest("[data-saisie-reprendre]") && reprendre());
document.addEventListener("submit", (e) => (quitte ||= e.target.matches("[data-saisie]") && !e.defaultPrevented));
window.addEventListener("pageshow", () => (quitte = false));
window.addEventListener("beforeunload", (evenement) => {
  if (!quitte && (modifiees.size > 0 || enAttente.size > 0)) {
    evenement.preventDefault();
  }
});

/** Session finie, ou réponse venue d'une autre adresse que celle demandée (renvoi vers la page de connexion). */
function finDeSession(xhr, requete) {
  const detournee = xhr.responseURL && new URL(xhr.responseURL).pathname !== new URL(requete.path, location.href).pathname;
  return xhr.status === 401 || detournee;
}

function reussir(element, heure) {
  attente = 1_000;
  const etaitCoupee = cacher();
  const conflit = document.querySelector("[data-saisie] [data-conflit]") !== null;
  dire(
    [etaitCoupee && textes.saisie.retablie, textes.saisie.enregistre(heure ?? heureDite()), conflit && textes.saisie.conflit]
      .filter(Boolean)
      .join(" "),
    !conflit,
  );
  const zone = element.isConnected ? element.closest("[data-saisie]") : document.querySelector("[data-saisie]");
  zone?.dispatchEvent(new CustomEvent("saisie:enregistree", { bubbles: true }));
}

function couper(genre, xhr) {
  montrer(genre);
  dire(textes.saisie.enAttente(enAttente.size));
  clearTimeout(rappel);
  if (genre !== "session") {
    const demande = Number(xhr.getResponseHeader("Retry-After")) * 1_000;
    rappel = setTimeout(reprendre, Math.max(attente, demande || 0));
    attente = Math.min(attente * 2, ATTENTE_LA_PLUS_LONGUE);
  }
}

/** Renvoie chaque réponse en attente : la valeur envoyée est celle que la page montre à cet instant. */
async function reprendre() {
  clearTimeout(rappel);
  if (sessionFinie) {
    // Reconnecté dans un autre onglet ? Le jeton de cette page est mort avec l'ancienne session.
    if (!(await renouvelerJeton())) {
      return;
    }
    sessionFinie = false;
  }
  if (enAttente.size === 0 && document.querySelector("[data-saisie]")) {
    cacher();
  }
  for (const nom of enAttente) {
    const element = document.getElementById(nom) ?? document.getElementsByName(nom)[0];
    if (!element) {
      enAttente.delete(nom);
    } else if (!element.classList.contains("htmx-request")) {
      element.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }
}

function partir() {
  if (depart && enAttente.size === 0) {
    const { formulaire, bouton } = depart;
    depart = null;
    formulaire.requestSubmit(bouton);
  }
}

function coupee() {
  return document.querySelector("[data-saisie-bandeau]:not([hidden])") !== null;
}

function etat() {
  return document.querySelector("[data-saisie-etat]");
}

/** @param bien faux quand une réponse au moins n'est pas enregistrée : le point vert serait un mensonge */
function dire(texte, bien = false) {
  const lieu = etat();
  lieu?.classList.toggle("cv-saisie__etat--alerte", !bien);
  if (lieu && lieu.textContent !== texte) {
    lieu.textContent = texte;
  }
}

function montrer(genre) {
  for (const bandeau of document.querySelectorAll("[data-saisie-bandeau]")) {
    bandeau.hidden = bandeau.dataset.saisieBandeau !== genre;
  }
}

function cacher() {
  const visibles = document.querySelectorAll("[data-saisie-bandeau]:not([hidden])");
  visibles.forEach((bandeau) => (bandeau.hidden = true));
  return visibles.length > 0;
}
