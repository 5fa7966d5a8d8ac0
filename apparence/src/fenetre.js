// Un lien qui ouvre une fenêtre modale mène, sans script, à la page du même acte ; avec, il ne quitte pas la sienne.
document.addEventListener("click", (clic) => {
  const lien = clic.target.closest?.("a[data-fr-opened][aria-controls]");
  if (lien && !clic.ctrlKey && !clic.metaKey && !clic.shiftKey) {
    clic.preventDefault();
  }
});

// Échap ferme la fenêtre où que soit le focus : le système de design, lui, ne l'écoute pas dans un champ.
document.addEventListener("keydown", (touche) => {
  const champ = touche.key === "Escape" && !touche.defaultPrevented && touche.target.closest?.("input, select, textarea");
  const fenetre = champ && champ.closest("dialog.fr-modal[open]");
  if (fenetre && !aFermerDAbord(champ)) {
    window.dsfr(fenetre).modal.conceal(false, false);
  }
});

/** Échap referme d'abord une liste déroulée, et vide une recherche. */
function aFermerDAbord(champ) {
  return (champ.type === "search" && champ.value !== "") || (CSS.supports("selector(:open)") && champ.matches("select:open"));
}
