// Le jeton anti-rejeu de la page, pour les requêtes qui ne viennent pas d'un formulaire.
//
// Porté par <meta name="csrf" data-csrf="NOM-D-EN-TÊTE" content="…"> ou par le champ caché que pose csrf.jte.

export function jeton() {
  const porteur = document.querySelector("[data-csrf]");
  return porteur ? { [porteur.dataset.csrf]: porteur.value ?? porteur.content } : {};
}

/** Relit le jeton sur le serveur après une reconnexion dans un autre onglet ; faux tant que la session est finie. */
export async function renouvelerJeton() {
  try {
    const reponse = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (!reponse.ok || (reponse.redirected && new URL(reponse.url).pathname !== location.pathname)) {
      return false;
    }
    const page = new DOMParser().parseFromString(await reponse.text(), "text/html");
    const neuf = page.querySelector("[data-csrf]");
    for (const porteur of neuf ? document.querySelectorAll("[data-csrf]") : []) {
      if (porteur.matches("input")) {
        porteur.value = neuf.value ?? neuf.content;
      } else {
        porteur.content = neuf.value ?? neuf.content;
      }
    }
    return neuf !== null;
  } catch {
    return false;
  }
}
