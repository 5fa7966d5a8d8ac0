import { dureeDite, tailleDite, textes } from "./textes.js";

/** Une ligne de la liste des envois : nom, taille, état, progression, actions. */
export class Ligne {
  constructor(nom, taille, liste) {
    this.nom = nom;
    this.finie = false;
    this.li = element("li", "cv-fichier");
    this.li.ligne = this;
    this.jauge = element("progress", "cv-fichier__jauge");
    this.jauge.max = 100;
    this.jauge.setAttribute("aria-label", textes.fichier.envoiDe(nom));
    this.detail = element("p", "cv-fichier__detail");
    this.actions = element("div", "cv-fichier__actions");
    this.li.append(
      element("p", "cv-fichier__nom", nom),
      element("span", "cv-fichier__taille", tailleDite(taille)),
      this.jauge,
      this.detail,
      this.actions,
    );
    liste.append(this.li);
  }

  poser(etat, detail) {
    this.li.dataset.etat = etat;
    this.finie = etat === "refuse" || etat === "interrompu";
    this.jauge.hidden = etat !== "envoi" && etat !== "interrompu";
    if (etat === "interrompu" && !this.jauge.hasAttribute("value")) {
      this.jauge.hidden = true;
    }
    this.detail.textContent = detail;
  }

  avancer({ envoye, total, debit, reste }) {
    const pourcent = Math.floor((envoye / total) * 100);
    this.poser("envoi", textes.fichier.progression(pourcent, debit > 0 && tailleDite(debit), dureeDite(reste)));
    this.jauge.value = pourcent;
  }

  annulable(suite) {
    this.#action(textes.fichier.annuler, "fr-icon-close-line", suite);
  }

  retirable(suite) {
    this.#action(textes.fichier.retirer, "fr-icon-close-line", suite);
  }

  reprenable(suite) {
    this.#action(textes.fichier.reprendre, "fr-icon-refresh-line", suite, false);
  }

  sansAction() {
    this.actions.replaceChildren();
  }

  retirer() {
    this.li.remove();
  }

  #action(texte, icone, suite, seule = true) {
    if (seule) {
      this.actions.replaceChildren();
    }
    const bouton = element("button", `fr-btn fr-btn--tertiary-no-outline fr-btn--sm ${icone}`, texte);
    bouton.type = "button";
    bouton.title = texte;
    bouton.setAttribute("aria-label", `${texte} : ${this.nom}`);
    bouton.addEventListener("click", () => {
      const bloc = this.li.closest("[data-televersement]");
      this.retirer();
      bloc.querySelector("input[type=file]").focus();
      suite?.();
    });
    this.actions.append(bouton);
  }
}

export function element(nom, classes, texte = "") {
  const noeud = document.createElement(nom);
  noeud.className = classes;
  noeud.textContent = texte;
  return noeud;
}
