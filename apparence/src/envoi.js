// Un envoi de fichier par le protocole tus : découpé, repris où il s'était arrêté, mesuré.
import * as tus from "tus-js-client";
import { jeton, renouvelerJeton } from "./jeton.js";
import { textes } from "./textes.js";

// Un morceau perdu est renvoyé : assez gros pour le débit, assez petit pour une connexion fragile.
const MORCEAU = 8 * 1024 * 1024;
const ESSAIS = [0, 1_000, 3_000, 5_000, 10_000, 20_000, 30_000, 30_000];
const FENETRE_DU_DEBIT = 5_000;
const PREFIXE = "televersement";

/**
 * @param fichier le File choisi
 * @param ou { adresse, contexte }
 * @param suivi { progres({ envoye, total, debit, reste }), interrompu(), fini(), echec(message, session) } ; session : elle est
 *     finie, et le fichier pourra repartir
 */
export function envoyer(fichier, ou, suivi) {
  const debit = mesurerLeDebit();
  const envoi = new tus.Upload(fichier, {
    endpoint: ou.adresse,
    chunkSize: MORCEAU,
    retryDelays: ESSAIS,
    metadata: {
      filename: fichier.name,
      filetype: fichier.type || "application/octet-stream",
      contexte: ou.contexte,
      // Deux onglets qui commencent au même instant n'ont rien à reprendre l'un de l'autre : le serveur les reconnaît à cela.
      modifie: String(fichier.lastModified),
    },
    removeFingerprintOnSuccess: true,
    fingerprint: async (f) => empreinte(ou.contexte, f),
    onBeforeRequest: (requete) => {
      for (const [nom, valeur] of Object.entries(jeton())) {
        requete.setHeader(nom, valeur);
      }
    },
    onShouldRetry: (erreur) => {
      const statut = erreur.originalResponse?.getStatus() ?? 0;
      const passager = statut === 0 || statut >= 500 || statut === 408 || statut === 409 || statut === 423 || statut === 429;
      if (passager) {
        suivi.interrompu();
      }
      return passager;
    },
    onProgress: (envoye, total) => {
      document.dispatchEvent(new Event("session:activite"));
      suivi.progres({ envoye, total, ...debit(envoye, total) });
    },
    onSuccess: () => suivi.fini(),
    onError: (erreur) => suivi.echec(message(erreur), sansSession(erreur)),
  });
  envoi.findPreviousUploads().then((anciens) => {
    if (anciens.length > 0) {
      envoi.resumeFromPreviousUpload(anciens[0]);
    }
    envoi.start();
  });
  // Le navigateur réessaie de lui-même ; dès que le réseau revient, on n'attend pas le prochain essai.
  const revenir = () => envoi.abort().then(() => envoi.start());
  window.addEventListener("online", revenir);
  return {
    annuler() {
      window.removeEventListener("online", revenir);
      return envoi.abort(true).catch(() => {});
    },
    // Reconnecté dans un autre onglet ? Le jeton de cette page est mort avec l'ancienne session.
    reprendre: () => renouvelerJeton().then(() => envoi.start()),
    oublierLeReseau: () => window.removeEventListener("online", revenir),
  };
}

/** Les envois de ce contexte commencés dans ce navigateur et jamais finis (page rechargée, onglet fermé). */
export function interrompus(contexte) {
  return Object.keys(localStorage)
    .filter((cle) => cle.startsWith(`tus::${PREFIXE}:${contexte}:`))
    .map((cle) => {
      const { metadata, size, creationTime } = JSON.parse(localStorage.getItem(cle));
      return { nom: metadata.filename, taille: size, depuis: Date.parse(creationTime), cle };
    });
}

export function oublier(cle) {
  localStorage.removeItem(cle);
}

function empreinte(contexte, fichier) {
  return `${PREFIXE}:${contexte}:${fichier.name}:${fichier.size}:${fichier.lastModified}`;
}

function mesurerLeDebit() {
  const points = [];
  return (envoye, total) => {
    const maintenant = performance.now();
    points.push([maintenant, envoye]);
    while (points.length > 2 && maintenant - points[0][0] > FENETRE_DU_DEBIT) {
      points.shift();
    }
    const [depuis, alors] = points[0];
    const parSeconde = maintenant > depuis ? ((envoye - alors) * 1000) / (maintenant - depuis) : 0;
    return { debit: parSeconde, reste: parSeconde > 0 ? (total - envoye) / parSeconde : Infinity };
  };
}

const sansSession = (erreur) => erreur.originalResponse?.getStatus() === 401;

/** Ce que le serveur dit d'un refus : une phrase en texte brut, montrée telle quelle. */
function message(erreur) {
  if (sansSession(erreur)) {
    return textes.fichier.session;
  }
  const reponse = erreur.originalResponse;
  const type = reponse?.getHeader("Content-Type") ?? "";
  return type.startsWith("text/plain") ? reponse.getBody() : null;
}
