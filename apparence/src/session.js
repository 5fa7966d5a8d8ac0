// La fin de session annoncée à temps, avec « Rester connecté ».
//
// Contrat (posé par gabarit.jte pour une personne connectée) :
//   <dialog data-session data-secondes="1800" data-avertir="120" data-prolonger="/session">
//     <div data-session-avertissement> … <strong data-session-reste></strong> … <button data-session-rester> </div>
//     <div data-session-finie hidden> … lien de reconnexion … <button data-session-fermer> </div>
//
// POST data-prolonger répond 2xx quand la session est prolongée, autre chose quand elle est finie.
// Un 401 dit aussitôt la session finie ; « session:revenue » dit qu'un autre onglet en a une.
// Toute requête réussie compte comme une activité, dans tous les onglets du site.
import { jeton } from "./jeton.js";
import { textes } from "./textes.js";

const dialogue = document.querySelector("dialog[data-session]");
if (dialogue && Number(dialogue.dataset.secondes) > 0) {
  surveiller(Number(dialogue.dataset.secondes) * 1000, Number(dialogue.dataset.avertir ?? 120) * 1000);
}

function surveiller(duree, preavis) {
  const onglets = "BroadcastChannel" in window ? new BroadcastChannel("session") : null;
  let fin = Date.now() + duree;
  let finie = false;

  const activite = (annoncer = true) => {
    fin = Date.now() + duree;
    finie = false;
    if (dialogue.open) {
      dialogue.close();
    }
    if (annoncer) {
      onglets?.postMessage("activite");
    }
  };

  const regarder = () => {
    const reste = fin - Date.now();
    if (reste <= 0 && !finie) {
      finie = true;
      afficher(false);
    } else if (reste > 0 && reste <= preavis) {
      const minutes = Math.ceil(reste / 60_000);
      const lieu = dialogue.querySelector("[data-session-reste]");
      if (lieu.textContent !== textes.session.reste(minutes)) {
        lieu.textContent = textes.session.reste(minutes);
      }
      if (!dialogue.open) {
        afficher(true);
      }
    }
  };

  const afficher = (avertissement) => {
    dialogue.querySelector("[data-session-avertissement]").hidden = !avertissement;
    dialogue.querySelector("[data-session-finie]").hidden = avertissement;
    if (!dialogue.open) {
      dialogue.showModal();
    }
  };

  const prolonger = async () => {
    try {
      const reponse = await fetch(dialogue.dataset.prolonger, { method: "POST", headers: jeton(), redirect: "manual" });
      if (reponse.ok) {
        activite();
        return;
      }
      fin = 0;
    } catch {
      // Réseau coupé : l'avertissement reste, la personne peut réessayer.
      return;
    }
    regarder();
  };

  dialogue.querySelector("[data-session-rester]").addEventListener("click", prolonger);
  dialogue.querySelector("[data-session-fermer]").addEventListener("click", () => dialogue.close());
  onglets?.addEventListener("message", () => {
    activite(false);
    document.dispatchEvent(new Event("session:revenue"));
  });
  // Une page servie à une personne connectée : la session vit, les autres onglets peuvent l'apprendre.
  onglets?.postMessage("activite");
  document.addEventListener("htmx:responseError", (e) => {
    if (e.detail.xhr.status === 401) {
      fin = 0;
      regarder();
    }
  });
  document.addEventListener("htmx:afterRequest", (e) => e.detail.successful && activite());
  document.addEventListener("session:activite", () => activite());
  document.addEventListener("visibilitychange", regarder);
  setInterval(regarder, 5_000);
}
