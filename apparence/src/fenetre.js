// Un lien qui ouvre une fenêtre modale mène, sans script, à la page du même acte ; avec, il ne quitte pas la sienne.
document.addEventListener("click", (clic) => {
  const lien = clic.target.closest?.("a[data-fr-opened][aria-controls]");
  if (lien && !clic.ctrlKey && !clic.metaKey && !clic.shiftKey) {
    clic.preventDefault();
  }
});
