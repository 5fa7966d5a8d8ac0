// Les clés d'accès (WebAuthn) : le navigateur interroge l'appareil, le formulaire porte sa réponse.
//
// Contrat :
//   <form data-cle-d-acces="creer|lire" data-options="{…}">   le défi du serveur, en JSON
//     <input type="hidden" name="reponse">                      la réponse de la clé, en JSON
//     <p data-cle-refus role="alert" hidden>                    ce que le navigateur n'a pas pu faire
import { textes } from "./textes.js";

for (const formulaire of document.querySelectorAll("form[data-cle-d-acces]")) {
  formulaire.addEventListener("submit", (evenement) => {
    if (formulaire.elements.reponse.value === "") {
      evenement.preventDefault();
      interroger(formulaire);
    }
  });
}

async function interroger(formulaire) {
  const refus = formulaire.querySelector("[data-cle-refus]");
  const bouton = formulaire.querySelector("button[type=submit]");
  refus.hidden = true;
  bouton.setAttribute("aria-disabled", "true");
  try {
    const options = JSON.parse(formulaire.dataset.options);
    const reponse = formulaire.dataset.cleDAcces === "creer" ? await creer(options) : await lire(options);
    formulaire.elements.reponse.value = JSON.stringify(reponse);
    formulaire.requestSubmit();
  } catch (erreur) {
    refus.textContent = textes.cleDAcces[erreur.name] ?? textes.cleDAcces.impossible;
    refus.hidden = false;
  } finally {
    bouton.removeAttribute("aria-disabled");
  }
}

async function creer(options) {
  const cle = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: octets(options.challenge),
      user: { ...options.user, id: octets(options.user.id) },
      excludeCredentials: (options.excludeCredentials ?? []).map(designee),
    },
  });
  return {
    ...commun(cle),
    response: {
      attestationObject: texte(cle.response.attestationObject),
      clientDataJSON: texte(cle.response.clientDataJSON),
      transports: cle.response.getTransports?.() ?? [],
    },
  };
}

async function lire(options) {
  const cle = await navigator.credentials.get({
    publicKey: {
      ...options,
      challenge: octets(options.challenge),
      allowCredentials: (options.allowCredentials ?? []).map(designee),
    },
  });
  return {
    ...commun(cle),
    response: {
      authenticatorData: texte(cle.response.authenticatorData),
      clientDataJSON: texte(cle.response.clientDataJSON),
      signature: texte(cle.response.signature),
      userHandle: cle.response.userHandle ? texte(cle.response.userHandle) : null,
    },
  };
}

const commun = (cle) => ({
  id: cle.id,
  rawId: texte(cle.rawId),
  type: cle.type,
  authenticatorAttachment: cle.authenticatorAttachment ?? null,
  clientExtensionResults: cle.getClientExtensionResults(),
});

const designee = (cle) => ({ ...cle, id: octets(cle.id) });

/** Du base64 des adresses (RFC 4648 §5) aux octets, et retour. */
function octets(base64) {
  const texteBrut = atob(base64.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(texteBrut, (lettre) => lettre.charCodeAt(0));
}

function texte(tampon) {
  return btoa(String.fromCharCode(...new Uint8Array(tampon)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
