// Un double envoi sans effet : le formulaire parti ne repart pas.
//
// S'applique à tout formulaire en POST ; data-envois="libres" sur un formulaire l'en dispense (téléchargements).
// Le serveur reste le garant : clé d'idempotence ou acte sans second effet.

// Une réponse qui ne remplace pas la page (fichier) ne doit pas figer le formulaire.
const DELAI_DE_REPRISE = 8_000;

document.addEventListener("submit", (evenement) => {
  const formulaire = evenement.target;
  if (evenement.defaultPrevented || formulaire.method !== "post" || formulaire.dataset.envois === "libres") {
    return;
  }
  if (formulaire.dataset.parti) {
    evenement.preventDefault();
    return;
  }
  formulaire.dataset.parti = "oui";
  const bouton = evenement.submitter;
  bouton?.setAttribute("aria-disabled", "true");
  setTimeout(() => rendre(formulaire), DELAI_DE_REPRISE);
});

// Retour par le bouton « précédent » : la page revient de la mémoire du navigateur telle qu'elle était partie.
window.addEventListener("pageshow", () => document.querySelectorAll("form[data-parti]").forEach(rendre));

// <select data-envoi-au-changement> : un filtre qui s'applique dès qu'il est choisi.
document.addEventListener("change", (evenement) => {
  if (evenement.target.matches("[data-envoi-au-changement]")) {
    evenement.target.form.requestSubmit();
  }
});

function rendre(formulaire) {
  delete formulaire.dataset.parti;
  for (const bouton of formulaire.querySelectorAll("[aria-disabled=true]")) {
    bouton.removeAttribute("aria-disabled");
  }
}
