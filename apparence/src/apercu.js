// <a data-apercu aria-controls="ID"> : le fichier se voit dans la page, sous son nom. Rien ne se charge avant ; sans script, ou
// avec une touche qui le demande, le lien ouvre un onglet.
const fenetre = (lien) => document.getElementById(lien.getAttribute("aria-controls"));
const lienDe = (panneau) => document.querySelector(`a[data-apercu][aria-controls="${panneau.id}"]`);

function ouvrir(lien, panneau) {
  const cadre = panneau.querySelector("iframe");
  cadre.src = lien.href;
  panneau.hidden = false;
  lien.setAttribute("aria-expanded", "true");
  panneau.focus({ preventScroll: true });
  panneau.scrollIntoView({ block: "nearest" });
}

/** Le cadre est vidé : un fichier fermé ne reste pas derrière la page. */
function fermer(panneau) {
  const lien = lienDe(panneau);
  panneau.hidden = true;
  panneau.querySelector("iframe").removeAttribute("src");
  lien.setAttribute("aria-expanded", "false");
  lien.focus();
}

document.addEventListener("click", (clic) => {
  const lien = clic.target.closest?.("a[data-apercu]");
  if (lien && !clic.ctrlKey && !clic.metaKey && !clic.shiftKey && !clic.altKey) {
    const panneau = fenetre(lien);
    clic.preventDefault();
    if (panneau.hidden) {
      ouvrir(lien, panneau);
    } else {
      fermer(panneau);
    }
    return;
  }
  const bouton = clic.target.closest?.("[data-apercu-fermer]");
  if (bouton) {
    fermer(bouton.closest("[data-apercu-panneau]"));
  }
});

document.addEventListener("keydown", (touche) => {
  const panneau = touche.key === "Escape" && touche.target.closest?.("[data-apercu-panneau]");
  if (panneau) {
    fermer(panneau);
  }
});

// Sans script, le lien ne commande rien dans la page : c'est ici qu'il le dit, là où on lira « Voir … ».
const annoncer = (racine) =>
  racine.querySelectorAll("a[data-apercu]").forEach((lien) => {
    lien.setAttribute("aria-controls", lien.dataset.apercu);
    lien.setAttribute("aria-expanded", "false");
    lien.textContent = lien.dataset.apercuIci;
    lien.title = lien.dataset.apercuIci;
  });
annoncer(document);
