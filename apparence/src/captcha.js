// Le contrôle de sécurité renouvelé et écouté sans recharger la page.
//
// Contrat (posé par captcha.jte) :
//   <div data-captcha="/captcha">
//     <img data-captcha-image src="/captcha/image">   <audio data-captcha-son src="/captcha/son" controls preload="none">
//     <button name="renouveler" data-captcha-renouveler formnovalidate>   <input … autocomplete="off">
//     <p data-captcha-dit role="status">
// POST /captcha tire un nouveau code pour cette session et répond 2xx (204 convient), ou 429 et le texte à dire quand il
// faut attendre.
// Sans script, le bouton envoie le formulaire avec « renouveler » : la page revient avec ce qui était saisi.
import { jeton } from "./jeton.js";
import { textes } from "./textes.js";

for (const bloc of document.querySelectorAll("[data-captcha]")) {
  const image = bloc.querySelector("[data-captcha-image]");
  const son = bloc.querySelector("[data-captcha-son]");
  const dit = bloc.querySelector("[data-captcha-dit]");
  const dire = (texte) => {
    dit.className = "fr-sr-only";
    dit.textContent = texte;
  };
  const refuser = (texte) => {
    dit.className = "fr-error-text";
    dit.textContent = texte;
  };
  bloc.querySelector("[data-captcha-renouveler]").addEventListener("click", async (evenement) => {
    evenement.preventDefault();
    dire("");
    try {
      const reponse = await fetch(bloc.dataset.captcha, { method: "POST", headers: jeton() });
      if (reponse.status === 429) {
        refuser(await reponse.text());
        return;
      }
      if (!reponse.ok) {
        throw new Error(String(reponse.status));
      }
    } catch {
      refuser(textes.captcha.echec);
      return;
    }
    image.src = renouvele(image.src);
    if (son) {
      son.pause();
      son.src = renouvele(son.src);
    }
    const champ = bloc.querySelector("input:not([type=hidden])");
    champ.value = "";
    champ.focus();
    dire(textes.captcha.nouveau);
  });
}

/** La même adresse, que le navigateur ne croit pas avoir déjà. */
function renouvele(adresse) {
  const url = new URL(adresse, location.href);
  url.searchParams.set("n", Date.now());
  return url.href;
}
