// <form data-choix-requis> : ses boutons d'envoi attendent qu'une case soit cochée. Le serveur reste le juge.
const boutons = (formulaire) => document.querySelectorAll(`button[type=submit][form="${formulaire.id}"]`);

function accorder(formulaire) {
  const choisi = formulaire.querySelector("input[type=checkbox]:checked, input[type=radio]:checked") !== null;
  boutons(formulaire).forEach((bouton) => (bouton.disabled = !choisi));
}

document.addEventListener("change", (changement) => {
  const formulaire = changement.target.closest?.("form[data-choix-requis]");
  if (formulaire) {
    accorder(formulaire);
  }
});

// Aussi au retour par « Précédent » : le navigateur rend les cases telles qu'elles étaient.
window.addEventListener("pageshow", () => document.querySelectorAll("form[data-choix-requis]").forEach(accorder));
