// La robustesse dite pendant la frappe : une estimation, le serveur juge.
//
// Contrat (posé par mot-de-passe.jte) :
//   <div class="fr-password" data-force data-contexte="nom prenom adresseElectronique">
//     <input type="password" …>
//     <p data-regle="longueur">…  <p data-regle="classes">…  <p data-regle="contexte">…   (fr-message--info au départ)
//     <meter data-force-jauge min="0" max="4">   <p data-force-mot>   <p data-force-dite role="status">
// data-contexte : id des champs dont la valeur ne doit pas se retrouver dans le mot de passe.
import { textes } from "./textes.js";

const LONGUEUR = 12;
const CLASSES = [
  [/[a-z]/, 26],
  [/[A-Z]/, 26],
  [/\d/, 10],
  [/[^a-zA-Z\d]/, 37],
];
// Le seuil de la CNIL sans mesure complémentaire : il dispense des quatre classes, comme le serveur.
const BITS_DISPENSES = 80;
// Bits à partir desquels on passe au degré suivant.
const DEGRES = [40, 60, 80, 100];
// Au-delà, mesurer n'apprend plus rien et coûte.
const MESURES = 128;

for (const bloc of document.querySelectorAll("[data-force]")) {
  const champ = bloc.querySelector("input[type=password]");
  const contexte = (bloc.dataset.contexte ?? "").split(" ").filter(Boolean);
  let annonce = 0;
  const mesurer = () => {
    const jugement = juger(champ.value.slice(0, MESURES), contexte.flatMap(valeurs));
    for (const [regle, tenue] of Object.entries(jugement.regles)) {
      marquer(bloc.querySelector(`[data-regle="${regle}"]`), champ.value === "" ? null : tenue);
    }
    const mot = champ.value === "" ? textes.motDePasse.vide : textes.motDePasse.force(textes.motDePasse.forces[jugement.degre]);
    bloc.querySelector("[data-force-jauge]").value = champ.value === "" ? 0 : jugement.degre + 1;
    bloc.querySelector("[data-force-mot]").textContent = mot;
    clearTimeout(annonce);
    annonce = setTimeout(() => (bloc.querySelector("[data-force-dite]").textContent = mot), 800);
  };
  champ.addEventListener("input", mesurer);
  for (const id of contexte) {
    document.getElementById(id)?.addEventListener("change", mesurer);
  }
  bloc.querySelector("[data-force-mesure]").hidden = false;
}

function valeurs(id) {
  const valeur = document.getElementById(id)?.value.trim().toLowerCase() ?? "";
  return [valeur, ...valeur.split(/[@\s.'-]+/)].filter((v) => v.length >= 3);
}

function juger(secret, interdits) {
  const presentes = CLASSES.filter(([classe]) => classe.test(secret));
  const minuscules = secret.toLowerCase();
  const bitsParSigne = Math.log2(presentes.reduce((somme, [, taille]) => somme + taille, 0) || 1);
  const regles = {
    longueur: secret.length >= LONGUEUR,
    classes: presentes.length === CLASSES.length || secret.length * bitsParSigne >= BITS_DISPENSES,
    contexte: !interdits.some((mot) => minuscules.includes(mot)),
  };
  const bits = utiles(minuscules) * bitsParSigne;
  const degre = DEGRES.filter((seuil) => bits >= seuil).length;
  return { regles, degre: Object.values(regles).every(Boolean) ? degre : Math.min(degre, 1) };
}

/** Longueur qui compte : un caractère répété ou la suite du précédent (abc, 321) n'apporte presque rien. */
function utiles(secret) {
  let compte = 0;
  for (let i = 0; i < secret.length; i += 1) {
    const ecart = i === 0 ? 9 : Math.abs(secret.charCodeAt(i) - secret.charCodeAt(i - 1));
    compte += ecart <= 1 ? 0.25 : 1;
  }
  return compte;
}

function marquer(message, tenue) {
  if (!message) {
    return;
  }
  message.classList.toggle("fr-message--info", tenue === null);
  message.classList.toggle("fr-message--valid", tenue === true);
  message.classList.toggle("fr-message--error", tenue === false);
}
