// Une saisie refusée : le résumé des erreurs reçoit le focus, et chacun de ses liens mène au champ lui-même.

const FOCALISABLE = "input:not([type=hidden]), select, textarea, button";

function viser(evenement) {
  const lien = evenement.target.closest("[data-erreurs] a[href^='#']");
  const cible = lien && document.getElementById(decodeURIComponent(lien.hash.slice(1)));
  if (!cible) {
    return;
  }
  evenement.preventDefault();
  const champ = cible.matches(FOCALISABLE) ? cible : (cible.querySelector(FOCALISABLE) ?? cible);
  champ.focus({ preventScroll: true });
  (champ.closest(".fr-input-group, .fr-select-group, .fr-fieldset, .fr-upload-group") ?? champ).scrollIntoView({
    block: "center",
  });
}

document.addEventListener("click", viser);
document.querySelector("[data-erreurs]")?.focus();
