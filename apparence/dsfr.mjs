// Ce qui est pris du système de design de l'État (@gouvfr/dsfr), et comment.
//
// Code sous licence Etalab 2.0 ; la marque de l'État, sa police et son bloc-marque sont réservés à
// l'administration : ils ne sont que dans marque-etat.css, que seul un exploitant habilité allume.
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const DIST = join(dirname(fileURLToPath(import.meta.url)), "node_modules/@gouvfr/dsfr/dist");

/** Remplacé par le nom haché du dossier des icônes et polices. */
export const LOT = "__lot__";

// Dans l'ordre de la feuille complète du système de design : certains composants corrigent les précédents.
const COMPOSANTS = [
  "upload", "accordion", "badge", "button", "breadcrumb", "form", "stepper", "tooltip", "link", "sidemenu",
  "callout", "highlight", "tab", "pagination", "summary", "tag", "download", "alert", "notice", "radio", "card",
  "checkbox", "input", "content", "segmented", "toggle", "skiplink", "select", "modal", "navigation", "footer",
  "tile", "search", "password", "table", "header",
];
const ICONES = ["system", "user", "document", "communication", "business", "buildings", "finance", "design", "editor", "arrows"];
// Ce qu'une page montre quand le réseau est perdu ne peut plus se télécharger : ces icônes sont dans la feuille.
const SANS_RESEAU = new Set(
  ["fr--warning-fill", "error-warning-fill", "fr--error-fill", "close-line", "refresh-line"].map((i) => `system/${i}.svg`),
);
const ADRESSE = /url\(\s*["']?([^"')]+)["']?\s*\)/g;

/** La feuille commune : le système de design sans marque, puis la nôtre. */
export async function feuille(notre, ressources) {
  const fichiers = [
    "core/core.main.min.css",
    ...COMPOSANTS.map((c) => `component/${c}/${c}.main.min.css`),
    ...ICONES.map((i) => `utility/icons/icons-${i}/icons-${i}.main.min.css`),
  ]
    .map((f) => join(DIST, f))
    .filter((f) => existsSync(f));
  return fichiers.map((f) => adapter(lire(f, ressources, sansMarque))).join("\n") + assembler(notre, ressources);
}

/** La marque de l'État : bloc-marque et police, telles que publiées. */
export async function feuilleDeLEtat(notre, ressources) {
  const logo = lire(join(DIST, "component/logo/logo.main.min.css"), ressources, (css) => css);
  return logo + "\n" + assembler(notre, ressources);
}

function lire(fichier, ressources, preparer) {
  return preparer(readFileSync(fichier, "utf8")).replace(ADRESSE, (tout, adresse) => {
    if (adresse.startsWith("data:")) {
      return tout;
    }
    const cible = adresse.startsWith("dsfr:") ? join(DIST, adresse.slice(5)) : resolve(dirname(fichier), adresse);
    const nom = basename(dirname(cible)) + "/" + basename(cible);
    if (SANS_RESEAU.has(nom)) {
      return `url("data:image/svg+xml,${encodeURIComponent(readFileSync(cible, "utf8"))}")`;
    }
    if (!ressources.has(nom)) {
      ressources.set(nom, readFileSync(cible));
    }
    return `url(${LOT}/${nom})`;
  });
}

/** Suit nos @import, qui ne citent que des fichiers voisins. */
function assembler(fichier, ressources) {
  return lire(fichier, ressources, (css) => css).replace(
    /@import "\.\/([^"]+)";/g,
    (_, nom) => assembler(join(dirname(fichier), nom), ressources),
  );
}

function sansMarque(css) {
  return css
    .replace(/@font-face\{[^}]*\}/g, "")
    // Doublon : les navigateurs visés connaissent tous mask-image.
    .replace(/-webkit-mask-image:url\([^)]*\);/g, "");
}

function adapter(css) {
  return css
    .replace(/Marianne,arial,sans-serif/g, "var(--police)")
    // Un seul thème, clair : le thème sombre doublerait ce qu'il faut vérifier sans être demandé.
    .replace(/:root\[data-fr-theme=dark\]\{[^}]*\}/g, "");
}
