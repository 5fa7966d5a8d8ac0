// Ce qui se colle d'un tableur : plusieurs cases à la fois.
//
// Un champ d'une ligne mettrait bout à bout les cases collées, et trois nombres en feraient un. Dans un tableau à remplir,
// elles se répandent à partir de la case où l'on colle, vers la droite et vers le bas ; ailleurs, un champ de nombre les
// garde séparées, et le serveur les refuse. Ce qui n'a pas trouvé de case se nomme sous sa ligne, jusqu'au collage suivant,
// et retient une fois la page (depart.js).
import { dire } from "./saisie.js";
import { element } from "./ligne-d-envoi.js";
import { textes } from "./textes.js";

const ECRIVABLES = "input:not([type=hidden], [type=file], [type=checkbox]), select:not([multiple])";
// Une case qui contient des retours à la ligne vient entre guillemets, ses guillemets doublés.
const CASE = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*)/y;
const NOMMEES = 20;

document.addEventListener("paste", (evenement) => {
  const champ = evenement.target;
  const colle = evenement.clipboardData?.getData("text/plain").replace(/[\r\n]+$/, "") ?? "";
  const depart = champ.closest?.(".cv-tableau--entites td");
  const deListe = depart && champ.matches("select");
  if (colle === "" || !(deListe || (champ.matches?.("input") && /[\r\n\t]/.test(colle)))) {
    return;
  }
  if (depart) {
    evenement.preventDefault();
    repandre(depart, cases(colle));
  } else if (champ.inputMode === "decimal") {
    evenement.preventDefault();
    // La seule insertion que le navigateur sache annuler.
    document.execCommand("insertText", false, cases(colle).flat().join(" ; "));
  }
});

/** Les lignes de cases que disait le tableur. */
function cases(colle) {
  const lignes = [[]];
  for (let i = 0; i <= colle.length; i += 1) {
    CASE.lastIndex = i;
    const [lue, citee, nue] = CASE.exec(colle);
    const valeur = citee === undefined ? nue : citee.replaceAll('""', '"');
    lignes.at(-1).push(valeur.replace(/\s*[\r\n]+\s*/g, " ").trim());
    i += lue.length;
    if (colle.startsWith("\r\n", i)) {
      i += 1;
    }
    if (/[\r\n]/.test(colle[i] ?? "")) {
      lignes.push([]);
    }
  }
  return lignes;
}

function repandre(depart, lignes) {
  depart.closest("table").querySelectorAll("[data-collage]").forEach((ancien) => ancien.remove());
  const laissees = [];
  let posees = 0;
  let ligne = depart.parentElement;
  for (const valeurs of lignes) {
    let cellule = ligne?.cells[depart.cellIndex];
    for (const valeur of valeurs) {
      const champ = cellule?.querySelector(ECRIVABLES);
      if (champ && poser(champ, valeur)) {
        posees += 1;
      } else if (valeur !== "") {
        laissees.push(cellule ? textes.collage.refusee(valeur) : textes.collage.sansCase(valeur));
      }
      cellule = cellule?.nextElementSibling;
    }
    ligne = ligne?.nextElementSibling;
  }
  dire(textes.collage.bilan(posees, laissees.length), laissees.length > 0 ? "alerte" : "attente");
  nommer(depart.parentElement, posees, laissees);
}

/** Ce que l'état de la page dira d'un instant à l'autre ne doit pas le faire oublier. */
function nommer(ligne, posees, laissees) {
  if (laissees.length === 0) {
    return;
  }
  const liste = element("ul", "");
  liste.append(...laissees.slice(0, NOMMEES).map((dite) => element("li", "", dite)));
  if (laissees.length > NOMMEES) {
    liste.append(element("li", "", textes.collage.autres(laissees.length - NOMMEES)));
  }
  const avis = element("div", "fr-alert fr-alert--warning fr-alert--sm");
  avis.append(element("p", "", textes.collage.bilan(posees, laissees.length)), liste);
  const large = element("td", "");
  large.colSpan = ligne.cells.length;
  large.append(avis);
  const rangee = element("tr", "");
  rangee.dataset.collage = "";
  rangee.append(large);
  ligne.after(rangee);
}

/** Faux quand la case ne s'écrit pas ou ne propose pas cette valeur : elle reste telle qu'elle était. */
function poser(champ, valeur) {
  if (champ.readOnly || champ.disabled) {
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
