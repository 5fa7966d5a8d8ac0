// Quitter une page qui s'enregistre seule (saisie.js) sans rien y laisser.
//
// - Le formulaire envoyé pendant un enregistrement ou un envoi de fichier l'attend. Une coupure, un conflit, un fichier
//   refusé, une question que la réponse fait paraître l'annulent : l'usager voit pourquoi, et le renvoie.
// - Un fichier refusé, une valeur collée sans case, que rien d'autre ne redirait, le retiennent une fois ; un fichier que la fin
//   de la session a arrêté, tant qu'il n'est ni parti ni retiré.
// - Réseau coupé, session finie, étape qui ne s'enregistre plus, il ne part pas : la page en garderait moins que le bandeau ne le dit.
// - Il porte un rang comme tout envoi de la page : il l'emporte sur les enregistrements encore en route.
// - Un lien suivi, un autre formulaire de la page (déconnexion) : les réponses s'enregistrent d'abord, puis l'on part.
// - Le navigateur ne demande s'il faut quitter la page que si une réponse ne peut pas partir ou si un fichier est en
//   cours d'envoi ; ce qui est écrit part quand même (en-partant.js).
// - Ce que le navigateur remet dans un champ (retour, rechargement) et que le serveur n'a pas se propose à lui, sans
//   révision connue : il le garde si personne n'a répondu, sinon les deux valeurs se montrent.
import { change } from "./champ.js";
import { envoyerEnPartant, reprendreCeQuiEstParti } from "./en-partant.js";
import { jeton } from "./jeton.js";
import {
  commencerAPartir,
  enRoute,
  envoyeur,
  ignoreesDeLaSuivante,
  nombreEnAttente,
  nonEnregistrees,
  oublierLAttente,
  questionDe,
  rangSuivant,
  refusee,
} from "./questions.js";
import { coupure, dire, montrer, reprendre } from "./saisie.js";
import { textes } from "./textes.js";

const DEPART_AU_PLUS_TARD = 10_000;

let quitte = false;
// { aFaire, formulaire } : ce que la personne a demandé et qui attend ; formulaire, s'il porte lui-même les réponses.
let depart = null;
let sansRetenir = false;
let refusDits = false;
let sansReponse = false;

const ENVOIS = "[data-saisie] [data-televersement-envois] >";
const envoisEnCours = () => document.querySelectorAll(`${ENVOIS} [data-en-cours]`).length;
const envoisRetenus = () => document.querySelectorAll(`${ENVOIS} [data-retenu]`).length;
const refuses = () => [...document.querySelectorAll(`${ENVOIS} [data-etat=refuse]:is([data-retenu], :not([data-signale]))`)];
const collages = () => [...document.querySelectorAll("[data-saisie] [data-collage]:not([data-signale])")];

document.addEventListener(
  "submit",
  (evenement) => {
    if (!evenement.target.matches("[data-saisie]")) {
      const { target: autre, submitter } = evenement;
      if (quitteLaPage(autre)) {
        enregistrerPuis(evenement, () => autre.requestSubmit(submitter));
      }
      return;
    }
    if (!navigator.onLine || ["coupure", "session", "ailleurs"].includes(coupure())) {
      retenir(evenement);
      montrer(coupure() ?? "coupure");
      reprendre();
    } else if ((nombreEnAttente() > 0 && !coupure()) || envoisEnCours() > 0) {
      retenir(evenement);
      const { target: formulaire, submitter } = evenement;
      attendre({ formulaire, aFaire: () => formulaire.requestSubmit(submitter) });
    } else {
      signalerCeQuiManque(evenement);
    }
  },
  true,
);

document.addEventListener("formdata", ({ target, formData }) => {
  if (target.matches("[data-saisie]")) {
    formData.set("rang", rangSuivant());
  }
});

document.addEventListener(
  "click",
  (evenement) => {
    const lien = evenement.target.closest?.("a[href]");
    const ailleurs = evenement.button !== 0 || evenement.ctrlKey || evenement.metaKey || evenement.shiftKey || evenement.altKey;
    if (lien && !ailleurs && meneHorsDeLaPage(lien)) {
      enregistrerPuis(evenement, () => location.assign(lien.href));
    }
  },
  true,
);

/** Un fichier à télécharger, une fenêtre de la page, un endroit de la page, un nouvel onglet : elle reste ouverte. */
function meneHorsDeLaPage(lien) {
  const adresse = lien.href.split("#");
  return (
    /^https?:/.test(lien.protocol) &&
    ["", "_self"].includes(lien.target) &&
    !lien.matches("[download], [data-fr-opened], [hx-get], [hx-post]") &&
    !(adresse.length > 1 && adresse[0] === location.href.split("#")[0])
  );
}

const quitteLaPage = (formulaire) =>
  formulaire.method !== "dialog" && ["", "_self"].includes(formulaire.target) && !formulaire.matches("[hx-get], [hx-post]");

/** Ce qui peut partir part, puis l'on fait ce qui était demandé ; ce qui ne le peut pas, le navigateur le demande. */
function enregistrerPuis(evenement, aFaire) {
  const questions = nonEnregistrees();
  const bloquee = coupure() || !navigator.onLine || envoisEnCours() > 0;
  if (sansRetenir || bloquee || questions.length === 0 || questions.some((q) => q.querySelector("[data-conflit]"))) {
    return;
  }
  retenir(evenement);
  attendre({ aFaire });
  dire(textes.saisie.avantDePartir, "attente");
  for (const question of questions.filter((q) => !enRoute(q))) {
    question.querySelector("[hx-trigger=change]")?.dispatchEvent(new Event("change", { bubbles: true }));
  }
  setTimeout(partir);
}

/** Un fichier refusé, une valeur collée sans case ne sont nulle part ailleurs : la page s'en va une fois que cela s'est dit. */
function signalerCeQuiManque(evenement) {
  const lignes = refuses();
  const manques = [...lignes, ...collages()];
  if (manques.length === 0) {
    return;
  }
  retenir(evenement);
  manques.forEach(signaler);
  dire(lignes.length > 0 ? textes.saisie.fichiersRefuses(lignes.map(({ ligne }) => ligne.nom)) : textes.saisie.collageIncomplet);
  refusDits = lignes.length > 0;
  manques[0].tabIndex = -1;
  manques[0].focus({ preventScroll: true });
  manques[0].scrollIntoView({ block: "center" });
}

const signaler = (ligne) => (ligne.dataset.signale = "");

function retenir(evenement) {
  evenement.preventDefault();
  evenement.stopImmediatePropagation();
}

function attendre(celui) {
  depart = celui;
  direCeQuiEstAttendu();
  setTimeout(() => depart === celui && partirQuandMeme(), DEPART_AU_PLUS_TARD);
}

function direCeQuiEstAttendu() {
  if (depart && envoisEnCours() > 0) {
    dire(textes.saisie.envoisAFinir(envoisEnCours()), "attente");
  }
}

function partir() {
  if (depart && nombreEnAttente() === 0) {
    faire();
  }
}

/** Une réponse ne revient pas : le formulaire la porte, un lien non, et le navigateur demande s'il faut partir sans elle. */
function partirQuandMeme() {
  if (depart.formulaire) {
    oublierLAttente();
  } else {
    sansReponse = true;
  }
  faire();
}

function faire() {
  if (envoisEnCours() === 0) {
    const { aFaire } = depart;
    depart = null;
    sansRetenir = true;
    aFaire();
    sansRetenir = false;
  }
}

function renoncer(pourquoi) {
  if (depart) {
    depart = null;
    refuses().forEach(signaler);
    // Après la réponse qui l'a causé, qui se dit enregistrée.
    setTimeout(() => dire(pourquoi));
  }
}

// Après la fin de cette réponse, htmx envoie celle qui attendait : on ne regarde qu'ensuite s'il en reste.
document.addEventListener("htmx:afterRequest", (evenement) => {
  if (coupure() || evenement.detail.xhr?.status === 409) {
    depart = null;
  }
  direCeQuiEstAttendu();
  setTimeout(partir);
});
// Qui suit un lien ne finissait pas la page : ce qui y paraît l'attendra.
document.addEventListener("saisie:question-parue", () => depart?.formulaire && renoncer(textes.saisie.questionParue));
document.addEventListener("televersement:termine", ({ detail }) => {
  if (refusDits && detail.recu && document.querySelector(`${ENVOIS} [data-etat=refuse]`) === null) {
    refusDits = false;
    dire("", "attente");
  }
  if (!detail.recu) {
    renoncer(detail.annule ? textes.saisie.envoiAnnule : textes.saisie.fichierNonRecu);
  }
  direCeQuiEstAttendu();
  setTimeout(partir);
});

document.addEventListener("submit", (e) => (quitte ||= e.target.matches("[data-saisie]") && !e.defaultPrevented));
window.addEventListener("pageshow", () => {
  quitte = false;
  sansReponse = false;
  reprendreCeQuiEstParti();
  proposerCeQueLeNavigateurRemet();
});
window.addEventListener("beforeunload", (evenement) => {
  commencerAPartir();
  if (!quitte && (envoisEnCours() > 0 || envoisRetenus() > 0 || nonEnregistrees().some(nePartPas))) {
    evenement.preventDefault();
  }
});
window.addEventListener("pagehide", () => !quitte && envoyerEnPartant(ignoreesDeLaSuivante(), jeton()));

/** Le réseau, le serveur ou le choix qu'elle attend ne la porteront pas. */
function nePartPas(question) {
  const arretee = !navigator.onLine || coupure() !== null || sansReponse;
  return arretee || refusee(question) || question.querySelector("[data-conflit]") !== null;
}

function proposerCeQueLeNavigateurRemet() {
  const remis = [...document.querySelectorAll("[data-saisie] [data-question] :is(input, textarea, select)")].filter(
    (champ) => envoyeur(champ) && !enRoute(questionDe(champ)) && change(champ),
  );
  for (const question of new Set(remis.map(questionDe))) {
    question.querySelector("input[type=hidden][name^='r.']").value = "0";
    remis.find((champ) => questionDe(champ) === question).dispatchEvent(new Event("change", { bubbles: true }));
  }
}
