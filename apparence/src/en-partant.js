// Ce qui part d'une page que l'on quitte, et que la page suivante du même onglet sait parti (décision 0071).
//
// - Une requête qui survit à la page porte chaque question pas encore enregistrée. Elle arrive parfois après que la page
//   suivante est rendue, qui montre alors l'ancienne réponse ; celle qui s'enregistre pendant que la suivante se demande aussi.
// - L'onglet la retient (sessionStorage) pour la page suivante, et pour elle seule : rien d'écrit ne reste dans le
//   navigateur. Si elle montre la même question, elle y remet ce qui était tapé et renvoie la même requête : même clé de
//   formulaire, même rang, même révision. Déjà servie, elle ne change rien ; en retard, elle s'écrit, et l'autre ne
//   changera rien ; dépassée par un autre onglet, les deux réponses se montrent.
// - hx-sync fait attendre ce qui se tape entre-temps : il part de la révision que cette réponse rapporte.
import { envoyeur, libre, questionDe } from "./questions.js";

const CLE = "en-partant";
const ENVOYEUR_AU_CHANGEMENT = "[data-question] [hx-trigger=change]";

const aRenvoyer = new Map();

/** @param questions celles que la page suivante peut ignorer : pas encore gardées, ou gardées depuis qu'elle se demande */
export function envoyerEnPartant(questions, entetes) {
  const envois = questions.map(envoiDe).filter(Boolean);
  for (const { adresse, champs } of envois) {
    fetch(adresse, {
      method: "POST",
      keepalive: true,
      headers: { ...entetes, "HX-Request": "true" },
      body: new URLSearchParams(champs),
    }).catch(() => {});
  }
  if (envois.length > 0) {
    sessionStorage.setItem(CLE, JSON.stringify(envois));
  }
}

function envoiDe(question) {
  const element = question.querySelector("[hx-trigger=change]");
  const formulaire = element?.closest("form");
  if (!formulaire) {
    return null;
  }
  const autres = new Set([...formulaire.querySelectorAll("[data-question] [name], [data-csrf]")].map((champ) => champ.name));
  question.querySelectorAll("[name]").forEach((champ) => autres.delete(champ.name));
  return {
    adresse: element.getAttribute("hx-post"),
    champs: [...new FormData(formulaire)].filter(([nom, valeur]) => !autres.has(nom) && typeof valeur === "string"),
  };
}

/** Les questions que cette page montre et que la précédente a envoyées en partant ; htmx doit les avoir animées. */
export function reprendreCeQuiEstParti() {
  const envois = JSON.parse(sessionStorage.getItem(CLE) ?? "[]");
  sessionStorage.removeItem(CLE);
  const elements = [...document.querySelectorAll(ENVOYEUR_AU_CHANGEMENT)].filter(envoyeur);
  for (const { adresse, champs } of envois) {
    const element = elements.find((candidat) => candidat.getAttribute("hx-post") === adresse);
    if (element) {
      remettre(questionDe(element), champs);
      aRenvoyer.set(questionDe(element).id, champs);
      element.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }
}

function remettre(question, champs) {
  for (const champ of question.querySelectorAll("input:not([type=hidden], [type=file]), textarea, select")) {
    const valeurs = champs.filter(([nom]) => nom === champ.name).map(([, valeur]) => valeur);
    if (champ.matches("[type=checkbox], [type=radio]")) {
      champ.checked = valeurs.includes(champ.value);
    } else if (champ.matches("select")) {
      [...champ.options].forEach((option) => (option.selected = valeurs.includes(option.value)));
    } else if (libre(champ)) {
      champ.value = valeurs[0] ?? "";
    }
  }
}

document.addEventListener("htmx:configRequest", ({ detail }) => {
  const id = envoyeur(detail.elt) && questionDe(detail.elt).id;
  if (aRenvoyer.has(id)) {
    detail.parameters = new FormData();
    aRenvoyer.get(id).forEach(([nom, valeur]) => detail.parameters.append(nom, valeur));
    aRenvoyer.delete(id);
  }
});
