// Filmer une séquence de quelques secondes avec la caméra de l'appareil, et l'envoyer par morceaux.
//
// Chargé par la seule page qui filme : <script type="module" src="${cadre.statique("camera.js")}">. Contrat (sequence.jte) :
//   <div hidden data-camera data-camera-face="environment|user" data-camera-secondes="3" data-camera-nom="recto"
//        data-camera-adresse="/…/envois" data-camera-contexte="…" data-camera-suite="/mobile" data-camera-textes-…="…">
//     [data-camera-autorisation] avec [data-camera-autoriser], [data-camera-vue] avec [data-camera-image],
//     [data-camera-dit], [data-camera-progres], [data-camera-filmer]
//   <details open data-camera-secours> avec un formulaire [data-camera-formulaire] qui porte un champ de fichier
//
// Sans script, ou sans caméra que la page puisse employer, le formulaire suffit ; avec script, son fichier part par le même
// envoi reprenable. Les textes viennent de la page : elle a sa langue.
import { envoyer } from "./envoi.js";

const TYPES = ["video/webm;codecs=vp9", "video/webm;codecs=vp8", "video/webm", "video/mp4"];
const DEBIT = 2_500_000; // bits par seconde : un document y reste lisible en 720p
const PAS = 100;
const AUTORISEE = "camera-autorisee";

class Camera {
  #bloc;
  #textes = {};
  #reglages;
  #flux = null;
  #enregistreur = null;

  constructor(bloc) {
    this.#bloc = bloc;
    const d = bloc.dataset;
    for (const [nom, valeur] of Object.entries(d)) {
      if (nom.startsWith("cameraTextes")) {
        this.#textes[nom.slice("cameraTextes".length).toLowerCase()] = valeur;
      }
    }
    this.#reglages = {
      face: d.cameraFace,
      duree: Number(d.cameraSecondes) * 1000,
      nom: d.cameraNom,
      adresse: d.cameraAdresse,
      contexte: d.cameraContexte,
      suite: d.cameraSuite,
      tailleMax: Number(d.cameraTailleMax),
    };
    bloc.hidden = false;
    this.#brancherLeSecours();
    if (!navigator.mediaDevices?.getUserMedia || !window.MediaRecorder) {
      this.#partie("autorisation").hidden = true;
      this.#dire("impossible");
      return;
    }
    this.#secours().open = false;
    this.#partie("autoriser").addEventListener("click", () => this.#autoriser());
    this.#partie("filmer").addEventListener("click", () => this.#filmer());
    document.addEventListener("visibilitychange", () => this.#quitter());
    if (sessionStorage.getItem(AUTORISEE)) {
      this.#autoriser();
    }
  }

  #partie(nom) {
    return this.#bloc.querySelector(`[data-camera-${nom}]`);
  }

  #secours() {
    return document.querySelector("[data-camera-secours]");
  }

  #dire(cle) {
    this.#partie("dit").textContent = this.#textes[cle] ?? "";
  }

  async #autoriser() {
    const bouton = this.#partie("autoriser");
    bouton.disabled = true;
    try {
      this.#flux = await navigator.mediaDevices.getUserMedia({
        audio: false,
        video: { facingMode: { ideal: this.#reglages.face }, width: { ideal: 1280 }, height: { ideal: 720 } },
      });
    } catch (refus) {
      bouton.disabled = false;
      sessionStorage.removeItem(AUTORISEE);
      this.#renoncer(refus.name);
      return;
    }
    sessionStorage.setItem(AUTORISEE, "oui");
    this.#partie("autorisation").hidden = true;
    const image = this.#partie("image");
    image.srcObject = this.#flux;
    this.#partie("vue").hidden = false;
    await image.play().catch(() => {});
    this.#proposer("prete");
  }

  /** Refusée, absente ou prise : on dit quoi faire, et l'autre chemin s'ouvre. */
  #renoncer(nom) {
    const cle = { NotAllowedError: "refusee", SecurityError: "refusee", NotFoundError: "absente", OverconstrainedError: "absente" }[nom];
    this.#dire(cle ?? "occupee");
    this.#secours().open = true;
  }

  #proposer(cle) {
    this.#dire(cle);
    this.#partie("progres").hidden = true;
    this.#partie("filmer").hidden = false;
    this.#partie("filmer").focus();
  }

  #filmer() {
    const type = TYPES.find((possible) => MediaRecorder.isTypeSupported(possible));
    if (!type) {
      this.#dire("impossible");
      this.#secours().open = true;
      return;
    }
    this.#partie("filmer").hidden = true;
    this.#dire("filme");
    const morceaux = [];
    const enregistreur = new MediaRecorder(this.#flux, { mimeType: type, videoBitsPerSecond: DEBIT });
    this.#enregistreur = enregistreur;
    enregistreur.addEventListener("dataavailable", ({ data }) => morceaux.push(data));
    enregistreur.addEventListener("error", () => this.#proposer("echec"));
    enregistreur.addEventListener("stop", () => {
      this.#enregistreur = null;
      if (enregistreur.abandonne) {
        this.#proposer("interrompue");
        return;
      }
      const video = type.startsWith("video/webm") ? ["webm", "video/webm"] : ["mp4", "video/mp4"];
      this.#envoyer(new File(morceaux, `${this.#reglages.nom}.${video[0]}`, { type: video[1], lastModified: Date.now() }));
    });
    enregistreur.start();
    this.#compter(enregistreur);
  }

  #compter(enregistreur) {
    const progres = this.#partie("progres");
    const debut = performance.now();
    progres.hidden = false;
    progres.value = 0;
    const tic = setInterval(() => {
      const passe = performance.now() - debut;
      progres.value = Math.min(100, (100 * passe) / this.#reglages.duree);
      if (enregistreur.state !== "recording") {
        clearInterval(tic);
      } else if (passe >= this.#reglages.duree) {
        clearInterval(tic);
        enregistreur.stop();
      }
    }, PAS);
  }

  /** La page quittée, la caméra s'arrête : ce qui est filmé alors ne montre rien. */
  #quitter() {
    if (document.hidden && this.#enregistreur?.state === "recording") {
      this.#enregistreur.abandonne = true;
      this.#enregistreur.stop();
    }
  }

  #envoyer(fichier) {
    if (fichier.size === 0) {
      this.#proposer("vide");
      return;
    }
    if (fichier.size > this.#reglages.tailleMax) {
      this.#reprendre(this.#textes.lourde);
      return;
    }
    const progres = this.#partie("progres");
    progres.hidden = false;
    progres.value = 0;
    this.#partie("filmer").hidden = true;
    this.#dire("envoi");
    const envoi = envoyer(fichier, { adresse: this.#reglages.adresse, contexte: this.#reglages.contexte }, {
      progres: ({ envoye, total }) => {
        this.#dire("envoi");
        progres.value = (100 * envoye) / total;
      },
      interrompu: () => this.#dire("coupee"),
      fini: () => {
        envoi.oublierLeReseau();
        this.#dire("recue");
        this.#flux?.getTracks().forEach((piste) => piste.stop());
        location.assign(this.#reglages.suite);
      },
      echec: (message) => {
        envoi.oublierLeReseau();
        this.#reprendre(message ?? this.#textes.echec);
      },
    });
  }

  #reprendre(pourquoi) {
    this.#partie("progres").hidden = true;
    this.#partie("dit").textContent = pourquoi;
    if (this.#flux) {
      this.#partie("filmer").hidden = false;
    }
    this.#secours().open = true;
  }

  #brancherLeSecours() {
    const formulaire = document.querySelector("[data-camera-formulaire]");
    formulaire.addEventListener("submit", (envoi) => {
      const [video] = formulaire.querySelector("input[type=file]").files;
      if (video) {
        envoi.preventDefault();
        envoi.stopPropagation();
        this.#partie("autorisation").hidden = true;
        this.#envoyer(video);
      }
    });
  }
}

document.querySelectorAll("[data-camera]").forEach((bloc) => new Camera(bloc));
