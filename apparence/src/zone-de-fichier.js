// Un fichier lâché n'importe où dans la zone prend la place de celui du champ ; sans script, le champ seul les reçoit.
const SURVOL = "cv-depot--survol";

const zone = (evenement) =>
  evenement.target instanceof Element ? evenement.target.closest("[data-zone-de-fichier]") : null;

document.addEventListener("dragover", (evenement) => {
  const ici = zone(evenement);
  if (ici) {
    evenement.preventDefault();
    ici.classList.add(SURVOL);
  }
});

document.addEventListener("dragleave", (evenement) => {
  const ici = zone(evenement);
  if (ici && !ici.contains(evenement.relatedTarget)) {
    ici.classList.remove(SURVOL);
  }
});

document.addEventListener("drop", (evenement) => {
  const ici = zone(evenement);
  const champ = ici?.querySelector("input[type=file]");
  if (!champ) {
    return;
  }
  evenement.preventDefault();
  ici.classList.remove(SURVOL);
  if (evenement.dataTransfer.files.length > 0) {
    champ.files = evenement.dataTransfer.files;
    champ.dispatchEvent(new Event("change", { bubbles: true }));
  }
});
