// Suit, sur l'ordinateur, ce que fait le téléphone : en direct par des événements du serveur, sinon en demandant.
//
//   <div data-suivi-identite="/…/suivi" data-suivi-etat="/…/etat" data-suivi-connu="FILMEE 2/6 1764583200000" data-suivi-fin="/…/fin">
//     [data-suivi-bientot] se montre avant la redirection
//   <div data-suivi-relire="/…/etat"> sur le téléphone : la page se relit dès que les vidéos sont contrôlées
//
// Sans script, un lien actualise la page.
const DEMANDE = 3_000;
const BIENTOT = 1_500;
const FINIES = new Set(["SOUMISE", "EN_EXAMEN", "ACCEPTEE", "REFUSEE", "EXPIREE"]);

/** Le champ où l'on écrit ne doit pas disparaître sous les doigts. */
const occupe = () => document.activeElement?.matches("input") && document.activeElement.value !== document.activeElement.defaultValue;

function suivre(bloc) {
  let fini = false;
  const entendre = (dit) => {
    const [etat, , depuis] = dit.split(" ");
    if (fini || dit === bloc.dataset.suiviConnu) {
      return;
    }
    if (FINIES.has(etat)) {
      fini = true;
      const bientot = bloc.querySelector("[data-suivi-bientot]");
      bientot.hidden = false;
      setTimeout(() => location.assign(bloc.dataset.suiviFin), BIENTOT);
    } else if (!occupe() && !(bloc.dataset.suiviAutre && depuis === bloc.dataset.suiviConnu.split(" ")[2])) {
      // Qui cherche à ouvrir un autre téléphone garde son code tant que le premier, seul, avance.
      fini = true;
      location.replace(location.pathname);
    }
  };
  let demande = 0;
  const demander = () => {
    demande ||= setInterval(async () => {
      const reponse = await fetch(bloc.dataset.suiviEtat).catch(() => null);
      if (reponse?.ok) {
        entendre((await reponse.json()).dit);
      }
    }, DEMANDE);
  };
  if (!window.EventSource) {
    demander();
    return;
  }
  const source = new EventSource(bloc.dataset.suiviIdentite);
  source.addEventListener("message", ({ data }) => entendre(data));
  source.addEventListener("error", () => {
    // Fermé par le serveur, il ne se rouvre pas : on demande. Coupé, il se rouvre de lui-même, et l'on demande en attendant.
    demander();
  });
  source.addEventListener("open", () => {
    clearInterval(demande);
    demande = 0;
  });
  addEventListener("pagehide", () => source.close());
}

function relire(bloc) {
  setInterval(async () => {
    const reponse = await fetch(bloc.dataset.suiviRelire).catch(() => null);
    if (reponse?.ok && (await reponse.json()).dit !== "SOUMISE") {
      location.replace("/mobile");
    }
  }, DEMANDE / 2);
}

document.querySelectorAll("[data-suivi-identite]").forEach(suivre);
document.querySelectorAll("[data-suivi-relire]").forEach(relire);
