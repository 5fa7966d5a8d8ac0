// Les textes que seuls les scripts disent ; ceux des gabarits sont dans socle/page/textes.properties.

const heure = new Intl.DateTimeFormat("fr-FR", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Paris" });
const decimal = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 1 });
const UNITES = ["octets", "ko", "Mo", "Go"];

export const textes = {
  saisie: {
    enregistre: (a) => `Enregistré à ${a}`,
    aCorriger: "Une réponse est à corriger\u00a0: elle n’est pas enregistrée.",
    conflit: "Une réponse a été changée ailleurs\u00a0: choisissez celle à garder.",
    enAttente: (n) => (n > 1 ? `${n} réponses attendent d’être enregistrées.` : "Une réponse attend d’être enregistrée."),
    retablie: { coupure: "Connexion rétablie.", incident: "L’enregistrement a repris.", session: "Session reprise." },
    echec: "Une réponse n’a pas pu être enregistrée.",
    envoisAFinir: (n) =>
      n > 1
        ? "Des fichiers sont encore en cours d’envoi\u00a0: la page suivante s’ouvrira à leur arrivée."
        : "Un fichier est encore en cours d’envoi\u00a0: la page suivante s’ouvrira à son arrivée.",
    avantDePartir: "Vos réponses s’enregistrent\u00a0: la page suivante s’ouvrira ensuite.",
    fichierNonRecu: "La page est restée ouverte\u00a0: un fichier n’est pas arrivé, voyez pourquoi sous son nom.",
    fichiersRefuses: (noms) =>
      noms.length > 1
        ? `La page est restée ouverte\u00a0: ces fichiers ne sont pas déposés, voyez pourquoi sous leur nom\u00a0: ${noms.join(", ")}. Pour continuer sans eux, cliquez de nouveau.`
        : `La page est restée ouverte\u00a0: ${noms[0]} n’est pas déposé, voyez pourquoi sous son nom. Pour continuer sans lui, cliquez de nouveau.`,
    collageIncomplet:
      "La page est restée ouverte\u00a0: des valeurs collées n’ont pas été reprises, voyez lesquelles dans le tableau. Pour continuer sans elles, cliquez de nouveau.",
    envoiAnnule: "La page est restée ouverte\u00a0: un envoi a été annulé.",
    questionParue: "La page est restée ouverte\u00a0: votre réponse a fait paraître une question, répondez-y d’abord.",
  },
  collage: {
    bilan: (posees, laissees) =>
      [
        posees > 1 ? `${posees} cases remplies.` : posees === 1 ? "Une case remplie." : "Aucune case remplie.",
        laissees > 1 && `${laissees} valeurs collées n’ont pas été reprises.`,
        laissees === 1 && "Une valeur collée n’a pas été reprise.",
      ]
        .filter(Boolean)
        .join(" "),
    sansCase: (valeur) => `«\u00a0${valeur}\u00a0»\u00a0: au-delà de la dernière ligne ou de la dernière colonne.`,
    refusee: (valeur) => `«\u00a0${valeur}\u00a0»\u00a0: sa case ne le propose pas, ou ne se remplit pas par collage ; elle garde sa réponse.`,
    autres: (n) => (n > 1 ? `… et ${n} autres.` : "… et une autre."),
  },
  erreurs: {
    titre: "Erreur – ",
    resume: (n) => (n > 1 ? `${n} réponses sont à corriger` : "Une réponse est à corriger"),
  },
  session: {
    reste: (minutes) => (minutes > 1 ? `${minutes} minutes` : "1 minute"),
  },
  motDePasse: {
    vide: "",
    forces: ["très faible", "faible", "moyenne", "bonne", "excellente"],
    force: (mot) => `Robustesse ${mot}`,
  },
  cleDAcces: {
    NotAllowedError: "La demande a été annulée ou a trop tardé. Recommencez quand vous êtes prêt.",
    InvalidStateError: "Cet appareil a déjà une clé d’accès pour ce compte.",
    SecurityError: "Les clés d’accès ne fonctionnent qu’à l’adresse publique du site, en https.",
    impossible: "Votre navigateur ou votre appareil ne permet pas d’utiliser une clé d’accès ici.",
  },
  captcha: {
    nouveau: "Nouveau code affiché.",
    echec: "Le nouveau code n’a pas pu être chargé. Réessayez dans un instant.",
  },
  fichier: {
    deposer: (plusieurs) => `Glissez-déposez ${plusieurs ? "vos fichiers" : "votre fichier"} ici ou`,
    parcourir: "Parcourir",
    attente: "En attente",
    progression: (pourcent, vitesse, reste) =>
      [`${pourcent}\u00a0%`, vitesse && `${vitesse}/s`, reste].filter(Boolean).join(" · "),
    analyse: "Envoyé, en cours d’analyse",
    interrompu: "Connexion perdue\u00a0: l’envoi reprendra où il s’est arrêté.",
    aReprendre: "Envoi interrompu\u00a0: choisissez de nouveau ce fichier, il reprendra où il s’est arrêté.",
    extension: (admises) => `Ce format n’est pas admis. Formats autorisés\u00a0: ${admises}.`,
    vide: "Ce fichier est vide.",
    taille: (max) => `Ce fichier est trop lourd\u00a0: la limite est de ${max}.`,
    nombre: (max) => (max > 1 ? `${max} fichiers au plus sont acceptés ici.` : "Un seul fichier est accepté ici\u00a0: retirez d’abord celui qui s’y trouve."),
    refus: "Ce fichier a été refusé.",
    echec: "L’envoi n’a pas abouti.",
    session: "Votre session est terminée\u00a0: reconnectez-vous dans un nouvel onglet, l’envoi reprendra.",
    annuler: "Annuler l’envoi",
    reprendre: "Réessayer",
    retirer: "Retirer de la liste",
    envoiDe: (nom) => `Envoi de ${nom}`,
    commence: (n) => (n > 1 ? `Envoi de ${n} fichiers commencé.` : "Envoi du fichier commencé."),
    termine: (nom) => `${nom} est envoyé.`,
    refuse: (nom, pourquoi) => `${nom}\u00a0: ${pourquoi}`,
    verdict: (nom, etat) => `${nom}\u00a0: ${etat.replace(/\.$/, "")}.`,
    annule: (nom) => `Envoi de ${nom} annulé.`,
  },
};

export function heureDite(instant = new Date()) {
  return heure.format(instant);
}

/** « 3,4 Mo », en unités décimales comme les limites affichées. */
export function tailleDite(octets) {
  let valeur = octets;
  let unite = 0;
  while (valeur >= 1000 && unite < UNITES.length - 1) {
    valeur /= 1000;
    unite += 1;
  }
  return octets === 1 ? "1 octet" : `${unite === 0 ? valeur : decimal.format(valeur)}\u00a0${UNITES[unite]}`;
}

/** « environ 12 secondes » : un ordre de grandeur, pas un compte à rebours. */
export function dureeDite(secondes) {
  if (!Number.isFinite(secondes)) {
    return "";
  }
  if (secondes < 90) {
    const s = Math.max(1, Math.round(secondes));
    return s > 1 ? `environ ${s} secondes` : "environ 1 seconde";
  }
  return `environ ${Math.round(secondes / 60)} minutes`;
}
