// Une erreur disparaît dès que son champ est juste : sous le champ, et dans le résumé en haut de la page.
//
// La page ne sait juger que ce que le champ dit de lui-même (obligatoire, adresse, longueur), les règles du mot de passe
// qu'elle montre, et qu'une valeur n'est plus celle qui a été refusée ; le serveur juge le reste à l'envoi. Une réponse
// qui s'enregistre seule (data-saisie) reçoit du serveur ses messages : seul le résumé la suit.
import { textes } from "./textes.js";

const CHAMPS = "input:not([type=hidden]), select, textarea";
const GROUPES = ".fr-input-group, .fr-select-group, .fr-fieldset, .fr-checkbox-group, .fr-upload-group, .fr-password";
const CHIFFRES_D_UN_TELEPHONE = 10;

const refusees = new Map();
// Ce que le résumé dit et que la page ne montre pas sous un champ n'est pas à elle de le lever.
const suivies = new Set(liensDuResume().filter(enDefaut));

for (const groupe of enErreur()) {
  for (const champ of groupe.querySelectorAll(CHAMPS)) {
    refusees.set(champ, etat(champ));
  }
}

document.addEventListener("input", corriger);
document.addEventListener("change", corriger);
document.addEventListener("htmx:afterSettle", resumer);

function enErreur() {
  return [...document.querySelectorAll(".fr-messages-group:not([id$=-regles]) .fr-message--error")]
    .map((message) => message.closest(GROUPES))
    .filter((groupe) => groupe && !groupe.closest("[data-saisie]"));
}

function corriger({ target }) {
  if (!target.matches?.(CHAMPS) || target.closest("[data-saisie]")) {
    return;
  }
  // La confirmation se juge avec le mot de passe, quel que soit celui des deux que l'on tape.
  const champs = target.type === "password" ? [...target.form.querySelectorAll("input[type=password]")] : [target];
  champs.filter((champ) => refusees.has(champ) && juste(champ)).forEach(lever);
  resumer();
}

function juste(champ) {
  if (etat(champ) === refusees.get(champ) || !champ.validity.valid) {
    return false;
  }
  if (champ.type === "tel") {
    return champ.value.replace(/\D/g, "").length >= CHIFFRES_D_UN_TELEPHONE;
  }
  if (champ.type === "password") {
    const nouveau = champ.form.querySelector("[data-force] input");
    const regles = [...champ.form.querySelectorAll("[data-regle]")];
    return champ.closest("[data-force]")
      ? regles.every((regle) => regle.classList.contains("fr-message--valid"))
      : !nouveau || nouveau.value === champ.value;
  }
  return !champ.closest("[data-captcha]") || champ.value.length === champ.maxLength;
}

function etat(champ) {
  return champ.type === "checkbox" || champ.type === "radio" ? String(champ.checked) : champ.value;
}

function lever(champ) {
  const groupe = champ.closest(GROUPES);
  for (const message of groupe.querySelectorAll(".fr-messages-group:not([id$=-regles]) .fr-message--error")) {
    message.remove();
  }
  for (const classe of [...groupe.classList].filter((nom) => nom.endsWith("--error"))) {
    groupe.classList.remove(classe);
  }
  for (const membre of groupe.querySelectorAll(CHAMPS)) {
    membre.removeAttribute("aria-invalid");
    refusees.delete(membre);
  }
}

/** Le résumé ne garde que les champs encore en erreur. */
function resumer() {
  const liens = liensDuResume();
  const levees = liens.filter((lien) => suivies.has(lien) && !enDefaut(lien));
  if (levees.length === 0) {
    return;
  }
  const resume = levees[0].closest("[data-erreurs]");
  levees.forEach((lien) => lien.parentElement.remove());
  const restent = new Set(liensDuResume().map((lien) => lien.hash)).size;
  if (restent > 0) {
    resume.querySelector(".fr-alert__title").textContent = textes.erreurs.resume(restent);
    return;
  }
  resume.remove();
  document.title = document.title.replace(textes.erreurs.titre, "");
}

function liensDuResume() {
  return [...document.querySelectorAll("[data-erreurs] li > a[href^='#']")];
}

/** Ce que vise le lien se dit encore en défaut : sous lui, ou, d'une question de plusieurs champs, n'importe où en elle. */
function enDefaut(lien) {
  const vise = decodeURIComponent(lien.hash.slice(1));
  const lieu = document.getElementById(`${vise}-messages`) ?? document.getElementById(vise)?.closest("[data-question]");
  return lieu?.querySelector(".fr-message--error, [data-conflit]") != null;
}
