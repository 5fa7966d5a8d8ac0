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
// - Un fichier qui n'est pas encore arrivé porte data-en-cours : depart.js l'attend.
// - Un fichier que la fin de la session a arrêté porte data-retenu : il repart quand elle revient, et la page l'attend.
// - L'événement « televersement:fini » est émis sur le bloc après chaque fichier reçu ; « televersement:termine », avec
//   detail.recu et detail.annule, dès que le sort d'un fichier est connu.
import { envoyer, interrompus, oublier } from "./envoi.js";
import { renouvelerJeton } from "./jeton.js";
import { element, Ligne } from "./ligne-d-envoi.js";
import { tailleDite, textes } from "./textes.js";

const ENSEMBLE = 2;
const RAPPEL_DE_LA_LISTE = 3_000;
const UN_JOUR = 24 * 3600 * 1000;

class Televersement {
  #bloc;
  #reglages;
  #file = [];
  #actifs = 0;
  #retenus = []; // arrêtés par la fin de la session
  #recues = new Set(); // arrivées, que la liste ne montre pas encore
  #rappel = 0;
  #lecture = 0;

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
    this.#prendreCeQuiEstChoisi();
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
      if (this.#places() > 0) {
        // Une place s'est rendue : ce qui n'en avait pas trouvé ne le dit plus.
        this.#effacerLesRefus((ligne) => ligne.deTrop);
      }
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
    champ.after(invite(champ));
    champ.addEventListener("change", () => this.#prendreCeQuiEstChoisi());
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

  /** Un fichier choisi part aussitôt, fût-ce avant que l'espace de dépôt ne s'anime. */
  #prendreCeQuiEstChoisi() {
    const champ = this.#partie("zone").querySelector("input[type=file]");
    this.ajouter([...champ.files]);
    champ.value = "";
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
    if (this.#reglages.nombreMax === 1 && fichiers.length > 0) {
      // Celui-ci vient à la place de ce qui avait été refusé.
      this.#effacerLesRefus(() => true);
    }
    let places = this.#places();
    let pris = 0;
    const refuses = [];
    const aRevoir = [];
    for (const fichier of fichiers) {
      this.#ligneDe(fichier.name)?.retirer();
      const ligne = new Ligne(fichier.name, fichier.size, this.#partie("envois"));
      const refus = this.#refus(fichier);
      if (refus) {
        refuses.push(this.#refuser(ligne, fichier, refus));
      } else if (places > 0) {
        places -= 1;
        pris += 1;
        this.#file.push(this.#faireAttendre(fichier, ligne));
      } else if (this.#enAnalyse()) {
        aRevoir.push(this.#faireAttendre(fichier, ligne));
      } else {
        refuses.push(this.#refuserDeTrop(ligne, fichier));
      }
    }
    if (aRevoir.length > 0) {
      this.#revoir(aRevoir);
    }
    if (pris > 0 || refuses.length > 0) {
      this.#dire([...refuses, ...(pris > 0 ? [textes.fichier.commence(pris)] : [])].join(" "));
    }
    this.#avancer();
  }

  #places() {
    const recus = this.#partie("liste")?.querySelectorAll("[data-fichier]").length ?? 0;
    return this.#reglages.nombreMax - recus - this.#file.length - this.#actifs;
  }

  /** La liste montre un fichier dont le sort n'est pas connu : elle se redemande. */
  #enAnalyse() {
    return this.#partie("liste")?.querySelector("[hx-get]") != null;
  }

  #faireAttendre(fichier, ligne) {
    ligne.poser("attente", textes.fichier.attente);
    ligne.li.dataset.enCours = "";
    const envoi = { fichier, ligne };
    ligne.annulable(() => {
      this.#file = this.#file.filter((autre) => autre !== envoi);
      this.#terminer(false, true);
    });
    return envoi;
  }

  /** Un fichier en analyse tient peut-être une place qu'un refus vient de rendre : le serveur le sait avant la liste. */
  async #revoir(envois) {
    await this.#rafraichir();
    for (const envoi of envois.filter(({ ligne }) => ligne.li.isConnected)) {
      if (this.#places() > 0) {
        this.#file.push(envoi);
      } else {
        this.#refuserDeTrop(envoi.ligne, envoi.fichier);
        this.#terminer(false);
      }
    }
    this.#avancer();
  }

  #refuserDeTrop(ligne, fichier) {
    const refus = this.#refuser(ligne, fichier, textes.fichier.nombre(this.#reglages.nombreMax));
    ligne.deTrop = true;
    return refus;
  }

  #effacerLesRefus(lesquels) {
    [...this.#partie("envois").children]
      .map((li) => li.ligne)
      .filter((ligne) => ligne?.li.dataset.etat === "refuse" && lesquels(ligne))
      .forEach((ligne) => ligne.retirer());
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
    delete ligne.li.dataset.enCours;
    ligne.retirable();
    const refus = textes.fichier.refuse(fichier.name, pourquoi);
    this.#dire(refus);
    return refus;
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
        delete ligne.li.dataset.enCours;
        this.#recues.add(ligne);
        await this.#rafraichir();
        rendre();
        this.#bloc.dispatchEvent(new CustomEvent("televersement:fini", { bubbles: true }));
        this.#terminer(true);
      },
      echec: (message, session) => {
        envoi.oublierLeReseau();
        this.#refuser(ligne, fichier, message ?? textes.fichier.echec);
        if (session) {
          this.#retenus.push({ fichier, ligne });
          ligne.li.dataset.retenu = "";
          ligne.reprenable(() => renouvelerJeton().then(() => this.ajouter([fichier])));
        } else if (message === null) {
          ligne.reprenable(() => this.ajouter([fichier]));
        }
        rendre();
        this.#terminer(false);
      },
    });
    ligne.annulable(async () => {
      await envoi.annuler();
      this.#dire(textes.fichier.annule(fichier.name));
      rendre();
      this.#terminer(false, true);
    });
  }

  /** La session finie les a arrêtés ; revenue, dans un autre onglet parfois, ils repartent seuls. */
  async reprendre() {
    if (this.#retenus.length > 0 && (await renouvelerJeton())) {
      const retenus = this.#retenus.splice(0).filter(({ ligne }) => ligne.li.isConnected);
      this.ajouter(retenus.map(({ fichier }) => fichier));
    }
  }

  #terminer(recu, annule = false) {
    this.#bloc.dispatchEvent(new CustomEvent("televersement:termine", { bubbles: true, detail: { recu, annule } }));
  }

  async #rafraichir() {
    const liste = this.#partie("liste");
    if (!this.#reglages.fragment || !liste) {
      this.#retirerLesRecues([...this.#recues]);
      return;
    }
    clearTimeout(this.#rappel);
    const lecture = ++this.#lecture;
    const recues = [...this.#recues];
    const reponse = await fetch(this.#reglages.fragment, { headers: { "HX-Request": "true" } }).catch(() => null);
    const lue = reponse?.ok && (await reponse.text());
    if (lecture !== this.#lecture) {
      // Demandée depuis, la liste en sait davantage.
      return;
    }
    if (reponse?.ok) {
      liste.innerHTML = lue;
      window.htmx?.process(liste);
      this.#retirerLesRecues(recues);
    } else if (!reponse || reponse.status >= 500) {
      // Le réseau est tombé sur les derniers octets : le fichier reste montré là où il est arrivé, jusqu'à la liste.
      this.#rappel = setTimeout(() => this.#rafraichir(), RAPPEL_DE_LA_LISTE);
    }
  }

  #retirerLesRecues(lignes) {
    for (const ligne of lignes) {
      ligne.retirer();
      this.#recues.delete(ligne);
    }
  }

  #dire(texte) {
    this.#partie("dit").textContent = texte;
  }
}

/** « Glissez-déposez votre fichier ici ou Parcourir » : le champ reste celui qu'on atteint au clavier, son bouton se voit. */
function invite(champ) {
  const texte = element("p", "cv-depot__invite", `${textes.fichier.deposer(champ.multiple)} `);
  const parcourir = element("label", "fr-btn fr-btn--secondary", textes.fichier.parcourir);
  parcourir.htmlFor = champ.id;
  texte.append(parcourir);
  return texte;
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

const televersements = new WeakMap(); // par bloc : celui que htmx remplace part avec le sien

function animer(bloc) {
  televersements.set(bloc, new Televersement(bloc));
}

function reprendre() {
  for (const bloc of document.querySelectorAll("[data-televersement]")) {
    televersements.get(bloc)?.reprendre();
  }
}

for (const bloc of document.querySelectorAll("[data-televersement]")) {
  animer(bloc);
}
document.addEventListener("session:revenue", reprendre);
window.addEventListener("focus", reprendre);
// Une question échangée par htmx peut apporter un nouveau dépôt.
document.addEventListener("htmx:load", (evenement) => {
  for (const bloc of evenement.detail.elt.querySelectorAll?.("[data-televersement]") ?? []) {
    if (!televersements.has(bloc)) {
      animer(bloc);
    }
  }
});
