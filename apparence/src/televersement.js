// Le dépôt de fichiers : zone de dépôt, plusieurs à la fois, reprise, annulation, progression dite et montrée.
//
// Chargé par les seules pages qui déposent : <script type="module" src="${cadre.statique("televersement.js")}">
// après convergence.js. Contrat (posé par televersement.jte) :
//   <div data-televersement data-adresse="/televersements" data-contexte="ce que le serveur sait relire"
//        data-taille-max="10000000" data-nombre-max="10" data-extensions="doc docx" data-fragment="/…/pieces">
//     <div data-televersement-zone> <input type="file" multiple …> </div>
//     <button data-televersement-envoyer>Envoyer</button>         sans script : le formulaire multipart ; masqué sinon
//     <ul data-televersement-envois></ul>   <p data-televersement-dit role="status"></p>
//     <div data-televersement-liste> les fichiers reçus, un [data-fichier] chacun </div>
//
// - Serveur tus 1.0 à data-adresse (extensions creation, termination) ; les métadonnées d'un envoi sont filename,
//   filetype et contexte. Un refus répond 4xx avec une phrase en text/plain, montrée sous le fichier.
// - Un envoi fini, GET data-fragment rend le nouveau contenu de la liste (états analyse, reçu, refusé) ; tant qu'un
//   fichier est en analyse le fragment se redemande seul (hx-get, hx-trigger="every 3s").
// - Après un rechargement, le navigateur ne rend pas le fichier : on le choisit de nouveau, l'envoi reprend.
// - L'événement « televersement:fini » est émis sur le bloc après chaque fichier.
import { envoyer, interrompus, oublier } from "./envoi.js";
import { dureeDite, tailleDite, textes } from "./textes.js";

const ENSEMBLE = 2;
const UN_JOUR = 24 * 3600 * 1000;

class Televersement {
  #bloc;
  #reglages;
  #file = [];
  #actifs = 0;

  constructor(bloc) {
    this.#bloc = bloc;
    const d = bloc.dataset;
    this.#reglages = {
      adresse: d.adresse,
      contexte: d.contexte,
      fragment: d.fragment,
      tailleMax: Number(d.tailleMax) || Infinity,
      nombreMax: Number(d.nombreMax) || Infinity,
      extensions: (d.extensions ?? "").toLowerCase().split(" ").filter(Boolean),
    };
    this.#brancher();
    this.#rappelerLesInterrompus();
    this.#direLesVerdicts();
  }

  /** Un verdict arrive seul, quelques secondes après l'envoi : il se dit aussi à qui n'a pas la liste sous les yeux. */
  #direLesVerdicts() {
    const liste = this.#partie("liste");
    if (!liste) {
      return;
    }
    let connus = etats(liste);
    new MutationObserver(() => {
      const actuels = etats(liste);
      const changes = [...actuels].filter(([nom, etat]) => connus.get(nom) !== etat);
      connus = actuels;
      if (changes.length > 0) {
        this.#dire(changes.map(([nom, etat]) => textes.fichier.verdict(nom, etat)).join(" "));
      }
    }).observe(liste, { childList: true });
  }

  #partie(nom) {
    return this.#bloc.querySelector(`[data-televersement-${nom}]`);
  }

  #brancher() {
    const zone = this.#partie("zone");
    const champ = zone.querySelector("input[type=file]");
    this.#partie("envoyer")?.setAttribute("hidden", "");
    // Les fichiers partent dès qu'ils sont choisis : le champ vide ne doit pas bloquer le formulaire qui l'entoure.
    champ.required = false;
    champ.before(element("p", "cv-depot__invite", textes.fichier.deposer));
    champ.addEventListener("change", () => {
      this.ajouter([...champ.files]);
      champ.value = "";
    });
    // Le bouton « Retirer » part avec son fichier : le clavier continue de l'espace de dépôt.
    this.#bloc.addEventListener("htmx:afterSwap", ({ detail }) => {
      if (detail.requestConfig?.elt?.name === "retirer" && document.activeElement === document.body) {
        champ.focus();
      }
    });
    zone.classList.add("cv-depot--actif");
    for (const nom of ["dragenter", "dragover"]) {
      zone.addEventListener(nom, (e) => {
        e.preventDefault();
        zone.classList.add("cv-depot--survol");
      });
    }
    for (const nom of ["dragleave", "drop"]) {
      zone.addEventListener(nom, () => zone.classList.remove("cv-depot--survol"));
    }
    zone.addEventListener("drop", (e) => {
      e.preventDefault();
      this.ajouter([...e.dataTransfer.files]);
    });
  }

  #rappelerLesInterrompus() {
    for (const ancien of interrompus(this.#reglages.contexte)) {
      if (Date.now() - ancien.depuis > UN_JOUR) {
        oublier(ancien.cle);
        continue;
      }
      const ligne = new Ligne(ancien.nom, ancien.taille, this.#partie("envois"));
      ligne.poser("interrompu", textes.fichier.aReprendre);
      ligne.retirable(() => oublier(ancien.cle));
    }
  }

  ajouter(fichiers) {
    let places = this.#reglages.nombreMax - this.#dejaLa();
    let pris = 0;
    for (const fichier of fichiers) {
      this.#ligneDe(fichier.name)?.retirer();
      const ligne = new Ligne(fichier.name, fichier.size, this.#partie("envois"));
      const refus = this.#refus(fichier) ?? (places > 0 ? null : textes.fichier.nombre(this.#reglages.nombreMax));
      if (refus) {
        this.#refuser(ligne, fichier, refus);
      } else {
        places -= 1;
        pris += 1;
        ligne.poser("attente", textes.fichier.attente);
        const envoi = { fichier, ligne };
        ligne.annulable(() => (this.#file = this.#file.filter((autre) => autre !== envoi)));
        this.#file.push(envoi);
      }
    }
    if (pris > 0) {
      this.#dire(textes.fichier.commence(pris));
    }
    this.#avancer();
  }

  #dejaLa() {
    const recus = this.#partie("liste")?.querySelectorAll("[data-fichier]").length ?? 0;
    return recus + this.#file.length + this.#actifs;
  }

  #ligneDe(nom) {
    return [...this.#partie("envois").children].map((li) => li.ligne).find((l) => l?.nom === nom && l.finie);
  }

  #refus(fichier) {
    const { extensions, tailleMax } = this.#reglages;
    const extension = fichier.name.toLowerCase().split(".").pop();
    if (extensions.length > 0 && !extensions.includes(extension)) {
      return textes.fichier.extension(extensions.join(", "));
    }
    if (fichier.size === 0) {
      return textes.fichier.vide;
    }
    return fichier.size > tailleMax ? textes.fichier.taille(tailleDite(tailleMax)) : null;
  }

  #refuser(ligne, fichier, pourquoi) {
    ligne.poser("refuse", pourquoi);
    ligne.retirable();
    this.#dire(textes.fichier.refuse(fichier.name, pourquoi));
  }

  #avancer() {
    while (this.#actifs < ENSEMBLE && this.#file.length > 0) {
      this.#envoyer(this.#file.shift());
    }
  }

  #envoyer({ fichier, ligne }) {
    this.#actifs += 1;
    ligne.poser("envoi", "");
    const rendre = () => {
      this.#actifs -= 1;
      this.#avancer();
    };
    const envoi = envoyer(fichier, this.#reglages, {
      progres: (p) => ligne.avancer(p),
      interrompu: () => ligne.poser("interrompu", textes.fichier.interrompu),
      fini: async () => {
        envoi.oublierLeReseau();
        ligne.poser("analyse", textes.fichier.analyse);
        ligne.sansAction();
        this.#dire(textes.fichier.termine(fichier.name));
        await this.#rafraichir();
        ligne.retirer();
        rendre();
        this.#bloc.dispatchEvent(new CustomEvent("televersement:fini", { bubbles: true }));
      },
      echec: (message) => {
        envoi.oublierLeReseau();
        this.#refuser(ligne, fichier, message ?? textes.fichier.echec);
        if (message === null) {
          ligne.reprenable(() => this.ajouter([fichier]));
        }
        rendre();
      },
    });
    ligne.annulable(async () => {
      await envoi.annuler();
      this.#dire(textes.fichier.annule(fichier.name));
      rendre();
    });
  }

  async #rafraichir() {
    const liste = this.#partie("liste");
    if (!this.#reglages.fragment || !liste) {
      return;
    }
    const reponse = await fetch(this.#reglages.fragment, { headers: { "HX-Request": "true" } }).catch(() => null);
    if (reponse?.ok) {
      liste.innerHTML = await reponse.text();
      window.htmx?.process(liste);
    }
  }

  #dire(texte) {
    this.#partie("dit").textContent = texte;
  }
}

/** Une ligne de la liste des envois : nom, taille, état, progression, actions. */
class Ligne {
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

/** L'état de chaque fichier de la liste, tel qu'il se lit. */
function etats(liste) {
  return new Map(
    [...liste.querySelectorAll(".cv-fichier")].map((li) => [
      li.querySelector(".cv-fichier__nom").textContent.trim(),
      li.querySelector(".cv-fichier__detail").textContent.trim(),
    ]),
  );
}

function element(nom, classes, texte = "") {
  const noeud = document.createElement(nom);
  noeud.className = classes;
  noeud.textContent = texte;
  return noeud;
}

for (const bloc of document.querySelectorAll("[data-televersement]")) {
  new Televersement(bloc);
}
// Une question échangée par htmx peut apporter un nouveau dépôt.
document.addEventListener("htmx:load", (evenement) => {
  for (const bloc of evenement.detail.elt.querySelectorAll?.("[data-televersement]") ?? []) {
    if (!bloc.querySelector(".cv-depot--actif")) {
      new Televersement(bloc);
    }
  }
});
