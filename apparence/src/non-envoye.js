// Ce qui est tapé ou choisi dans un formulaire ordinaire, et que rien n'a encore envoyé : recharger la page, suivre un
// lien, fermer l'onglet le perdrait sans un mot. Le navigateur demande d'abord.
//
// - Tout formulaire en POST, sauf celui qui s'enregistre seul (depart.js), et un envoi sans effet sur la page
//   (data-envois="libres"). Un mot de passe, un identifiant que l'on a, un code, une recherche se retapent : ils ne comptent pas.
// - Ce qu'une page rend à corriger, ou montre avant de l'enregistrer, n'est pas plus gardé que si l'on venait de le taper.
// - « Annuler » (data-renoncer) renonce : rien à demander. Le formulaire envoyé emporte ce qu'il porte ; un autre de la
//   page, non.
import { change } from "./champ.js";

const RETAPES = "[type=password], [type=search], [type=hidden], [autocomplete=one-time-code]";

const TAPES = new Set(["text", "email", "tel", "url", "textarea"]);

let enPartance = null;
let renonce = false;

document.addEventListener("submit", ({ defaultPrevented, target, submitter }) => {
  if (!defaultPrevented && ["", "_self"].includes(submitter?.formTarget || target.target)) {
    enPartance = target;
  }
});
document.addEventListener("input", ({ target }) => target.form === enPartance && (enPartance = null));
document.addEventListener("click", (clic) => {
  const nouvelOnglet = clic.ctrlKey || clic.metaKey || clic.shiftKey;
  renonce = !nouvelOnglet && clic.target.closest?.("[data-renoncer]") != null;
});
window.addEventListener("pageshow", () => {
  enPartance = null;
  renonce = false;
});
window.addEventListener("beforeunload", (evenement) => {
  if (!renonce && formulaires().some(enSuspens)) {
    evenement.preventDefault();
  }
  renonce = false;
});

const formulaires = () => [...document.forms].filter((f) => f.method === "post" && !f.matches("[data-saisie], [data-envois=libres]"));

// La page qui rend une saisie (erreur, aperçu) y a remis ce qui fut tapé : rien n'en est gardé encore.
const rendue = document.body.hasAttribute("data-rendue");

const enSuspens = (formulaire) => formulaire !== enPartance && visible(formulaire) && (formulaire.matches("[data-rendu]") || [...formulaire.elements].some(rempli));

// Une fenêtre refermée a été quittée de plein gré.
const visible = (formulaire) => formulaire.closest("dialog:not([open])") === null;

function rempli(champ) {
  if (!champ.matches("input, textarea, select") || champ.disabled || champ.matches(RETAPES) || dejaConnu(champ)) {
    return false;
  }
  if (champ.type === "file") {
    return champ.files.length > 0;
  }
  return change(champ) || (rendue && !champ.readOnly && TAPES.has(champ.type) && champ.value !== "");
}

/** L'identifiant que l'on a déjà ; celui que l'on choisit en même temps que son mot de passe, lui, se perdrait. */
function dejaConnu(champ) {
  return champ.matches("[autocomplete=username]") && !champ.form.querySelector("[autocomplete=new-password]");
}
