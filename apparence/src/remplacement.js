// hx-swap="saisie" : la réponse d'un enregistrement change autour des champs ce qui a changé, et laisse les champs en place.
//
// - Messages, classes, révision, choix entre deux onglets : toujours repris de la réponse.
// - La valeur d'un champ : seulement s'il est libre (questions.js), pour y lire sa forme normale. L'élément, lui, reste :
//   curseur, sélection, liste ouverte, défilement et annulation du navigateur aussi.
// - Une question qui n'est pas celle de la requête, et que l'on remplit, que l'on envoie ou qui est plus à jour que la
//   réponse, n'en prend rien ; elle ne disparaît pas non plus sous la main.
import htmx from "htmx.org";
import { Idiomorph } from "idiomorph";
import { auRepos, libre } from "./questions.js";

const VALEURS = new Set(["value", "checked", "selected"]);

let propre = null;

/** La question dont vient la réponse que l'on pose. */
export const poserPour = (id) => (propre = id);

htmx.defineExtension("saisie", {
  isInlineSwap: (maniere) => maniere === "saisie",
  handleSwap(maniere, cible, fragment) {
    return maniere === "saisie" && poser(cible, fragment.children);
  },
});

function poser(cible, contenu) {
  const neufs = [];
  Idiomorph.morph(cible, contenu, {
    callbacks: {
      beforeNodeMorphed: (ancien, neuf) => !estGarde(ancien, neuf),
      beforeNodeRemoved: (ancien) => !(estQuestion(ancien) && occupee(ancien)),
      beforeAttributeUpdated: aReprendre,
      afterNodeAdded: (neuf) => neuf.nodeType === Node.ELEMENT_NODE && neufs.push(neuf),
    },
  });
  if (neufs.some(estQuestion)) {
    document.dispatchEvent(new Event("saisie:question-parue"));
  }
  return neufs;
}

const estQuestion = (noeud) => noeud.matches?.("[data-question]") ?? false;

function estGarde(ancien, neuf) {
  // Un espace de dépôt vit : ses envois, sa liste et ses boutons sont plus à jour que la réponse.
  const depot = ancien.matches?.("[data-televersement]") && ancien.querySelector(".cv-depot--actif");
  return depot || (estQuestion(ancien) && ancien.id !== propre && (!auRepos(ancien) || revision(neuf) < revision(ancien)));
}

const occupee = (question) =>
  !auRepos(question) ||
  question.contains(document.activeElement) ||
  question.querySelector("[data-televersement-envois] > *") !== null;

const revision = (question) => Number(question.querySelector("input[type=hidden][name^='r.']")?.value ?? 0);

function aReprendre(nom, element) {
  if (nom.startsWith("data-fr-")) {
    // Posé par les scripts du système de design, que le serveur ignore.
    return false;
  }
  return !VALEURS.has(nom) || libre(element.closest("select") ?? element);
}
