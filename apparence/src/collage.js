// Ce qui se colle d'un tableur : plusieurs cases à la fois.
//
// Un champ d'une ligne mettrait bout à bout les cases collées, et trois nombres en feraient un. Dans un tableau à remplir,
// elles se répandent à partir de la case où l'on colle, vers la droite et vers le bas ; ailleurs, un champ de nombre les
// garde séparées, et le serveur les refuse.
import { dire } from "./saisie.js";
import { textes } from "./textes.js";

const ECRIVABLES = "input:not([type=hidden], [type=file], [type=checkbox]), select:not([multiple])";

document.addEventListener("paste", (evenement) => {
  const champ = evenement.target;
  const colle = evenement.clipboardData?.getData("text/plain").replace(/[\r\n]+$/, "") ?? "";
  if (!champ.matches?.("input") || !/[\r\n\t]/.test(colle)) {
    return;
  }
  const lignes = colle.split(/\r\n|\r|\n/).map((ligne) => ligne.split("\t"));
  const depart = champ.closest(".cv-tableau--entites td");
  if (depart) {
    evenement.preventDefault();
    repandre(depart, lignes);
  } else if (champ.inputMode === "decimal") {
    evenement.preventDefault();
    // La seule insertion que le navigateur sache annuler.
    document.execCommand("insertText", false, lignes.flat().join(" ; "));
  }
});

function repandre(depart, lignes) {
  let posees = 0;
  let ligne = depart.parentElement;
  for (const valeurs of lignes) {
    let cellule = ligne?.cells[depart.cellIndex];
    for (const valeur of valeurs) {
      posees += cellule && poser(cellule.querySelector(ECRIVABLES), valeur.trim()) ? 1 : 0;
      cellule = cellule?.nextElementSibling;
    }
    ligne = ligne?.nextElementSibling;
  }
  const laissees = lignes.flat().length - posees;
  dire(textes.collage(posees, laissees), laissees > 0 ? "alerte" : "attente");
}

/** Faux quand la case n'existe pas, ne s'écrit pas ou ne propose pas cette valeur : elle reste telle qu'elle était. */
function poser(champ, valeur) {
  if (!champ || champ.readOnly || champ.disabled) {
    return false;
  }
  if (champ.matches("select")) {
    const choix = [...champ.options].find((option) => pareils(option.text, valeur));
    if (!choix) {
      return false;
    }
    champ.value = choix.value;
  } else {
    champ.value = valeur;
  }
  champ.dispatchEvent(new Event("input", { bubbles: true }));
  champ.dispatchEvent(new Event("change", { bubbles: true }));
  return true;
}

const pareils = (un, autre) => un.trim().localeCompare(autre, "fr", { sensitivity: "base" }) === 0;
