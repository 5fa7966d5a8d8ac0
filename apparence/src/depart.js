// Quitter une page qui s'enregistre seule (saisie.js) sans rien y laisser.
//
// - Le formulaire envoyé pendant un enregistrement ou un envoi de fichier l'attend. Une coupure, un conflit, un fichier
//   refusé, une question que la réponse fait paraître l'annulent : l'usager voit pourquoi, et le renvoie.
// - Réseau coupé, session finie, étape qui ne s'enregistre plus, il ne part pas : la page en garderait moins que le bandeau ne le dit.
// - Il porte un rang comme tout envoi de la page : il l'emporte sur les enregistrements encore en route.
// - Quitter autrement n'est retenu que si une réponse ou un fichier n'est pas arrivé ; ce qui est écrit part quand même.
// - Ce que le navigateur remet dans un champ (retour, rechargement) et que le serveur n'a pas se propose à lui, sans
//   révision connue : il le garde si personne n'a répondu, sinon les deux valeurs se montrent.
import { jeton } from "./jeton.js";
import { envoyeur, nombreEnAttente, nonEnregistrees, oublierLAttente, questionDe, rangSuivant } from "./questions.js";
import { coupure, dire, montrer, reprendre } from "./saisie.js";
import { textes } from "./textes.js";

const DEPART_AU_PLUS_TARD = 10_000;

let quitte = false;
let depart = null;

const envoisEnCours = () => document.querySelectorAll("[data-saisie] [data-televersement-envois] > [data-en-cours]").length;

document.addEventListener(
  "submit",
  (evenement) => {
    if (!evenement.target.matches("[data-saisie]")) {
      return;
    }
    if (!navigator.onLine || ["coupure", "session", "ailleurs"].includes(coupure())) {
      retenir(evenement);
      montrer(coupure() ?? "coupure");
      reprendre();
    } else if ((nombreEnAttente() > 0 && !coupure()) || envoisEnCours() > 0) {
      retenir(evenement);
      depart = { formulaire: evenement.target, bouton: evenement.submitter };
      if (envoisEnCours() > 0) {
        dire(textes.saisie.envoisAFinir(envoisEnCours()));
      }
      const celui = depart;
      setTimeout(() => depart === celui && (oublierLAttente(), partir()), DEPART_AU_PLUS_TARD);
    }
  },
  true,
);

document.addEventListener("formdata", ({ target, formData }) => {
  if (target.matches("[data-saisie]")) {
    formData.set("rang", rangSuivant());
  }
});

function retenir(evenement) {
  evenement.preventDefault();
  evenement.stopImmediatePropagation();
}

function partir() {
  if (depart && nombreEnAttente() === 0 && envoisEnCours() === 0) {
    const { formulaire, bouton } = depart;
    depart = null;
    formulaire.requestSubmit(bouton);
  }
}

function renoncer(pourquoi) {
  if (depart) {
    depart = null;
    dire(pourquoi);
  }
}

// Après la fin de cette réponse, htmx envoie celle qui attendait : on ne regarde qu'ensuite s'il en reste.
document.addEventListener("htmx:afterRequest", (evenement) => {
  if (coupure() || evenement.detail.xhr?.status === 409) {
    depart = null;
  }
  setTimeout(partir);
});
document.addEventListener("saisie:question-parue", () => renoncer(textes.saisie.questionParue));
document.addEventListener("televersement:termine", ({ detail }) => {
  if (!detail.recu) {
    renoncer(textes.saisie.fichierNonRecu);
  }
  setTimeout(partir);
});

document.addEventListener("submit", (e) => (quitte ||= e.target.matches("[data-saisie]") && !e.defaultPrevented));
window.addEventListener("pageshow", () => {
  quitte = false;
  proposerCeQueLeNavigateurRemet();
});
window.addEventListener("beforeunload", (evenement) => {
  if (!quitte && (nonEnregistrees().length > 0 || envoisEnCours() > 0)) {
    evenement.preventDefault();
  }
});
window.addEventListener("pagehide", () => !quitte && nonEnregistrees().forEach(envoyerEnPartant));

/** Une requête qui survit à la page ; à la clé du formulaire, le serveur reconnaît la page et n'y voit pas un autre onglet. */
function envoyerEnPartant(question) {
  const element = question.querySelector("[hx-trigger=change]");
  const formulaire = element?.closest("form");
  if (formulaire) {
    const autres = new Set([...formulaire.querySelectorAll("[data-question] [name]")].map((champ) => champ.name));
    question.querySelectorAll("[name]").forEach((champ) => autres.delete(champ.name));
    const envoi = [...new FormData(formulaire)].filter(([nom]) => !autres.has(nom));
    fetch(element.getAttribute("hx-post"), {
      method: "POST",
      keepalive: true,
      headers: { ...jeton(), "HX-Request": "true" },
      body: new URLSearchParams(envoi),
    }).catch(() => {});
  }
}

function proposerCeQueLeNavigateurRemet() {
  const remis = [...document.querySelectorAll("[data-saisie] [data-question] :is(input, textarea, select)")].filter(
    (champ) => envoyeur(champ) && change(champ),
  );
  for (const question of new Set(remis.map(questionDe))) {
    question.querySelector("input[type=hidden][name^='r.']").value = "0";
    remis.find((champ) => questionDe(champ) === question).dispatchEvent(new Event("change", { bubbles: true }));
  }
}

function change(champ) {
  if (champ.matches("select")) {
    const initiale = [...champ.options].find((option) => option.defaultSelected) ?? champ.options[0];
    return champ.selectedOptions[0] !== initiale;
  }
  if (champ.matches("[type=checkbox], [type=radio]")) {
    return champ.checked !== champ.defaultChecked;
  }
  return !champ.matches("[type=hidden], [type=file]") && champ.value !== champ.defaultValue;
}
