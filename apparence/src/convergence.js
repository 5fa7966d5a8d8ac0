// Ce que toute page charge : le système de design, htmx et nos modules. Chaque page se lit et s'envoie sans lui.
import "@gouvfr/dsfr/dist/core/core.module.min.js";
import "@gouvfr/dsfr/dist/component/accordion/accordion.module.min.js";
import "@gouvfr/dsfr/dist/component/button/button.module.min.js";
import "@gouvfr/dsfr/dist/component/breadcrumb/breadcrumb.module.min.js";
import "@gouvfr/dsfr/dist/component/tooltip/tooltip.module.min.js";
import "@gouvfr/dsfr/dist/component/sidemenu/sidemenu.module.min.js";
import "@gouvfr/dsfr/dist/component/tab/tab.module.min.js";
import "@gouvfr/dsfr/dist/component/tag/tag.module.min.js";
import "@gouvfr/dsfr/dist/component/card/card.module.min.js";
import "@gouvfr/dsfr/dist/component/checkbox/checkbox.module.min.js";
import "@gouvfr/dsfr/dist/component/segmented/segmented.module.min.js";
import "@gouvfr/dsfr/dist/component/toggle/toggle.module.min.js";
import "@gouvfr/dsfr/dist/component/modal/modal.module.min.js";
import "@gouvfr/dsfr/dist/component/navigation/navigation.module.min.js";
import "@gouvfr/dsfr/dist/component/tile/tile.module.min.js";
import "@gouvfr/dsfr/dist/component/password/password.module.min.js";
import "@gouvfr/dsfr/dist/component/table/table.module.min.js";
import "@gouvfr/dsfr/dist/component/header/header.module.min.js";
import htmx from "htmx.org";
import { jeton } from "./jeton.js";
import "./erreurs.js";
import "./fenetre.js";
import "./soumission.js";
import "./saisie.js";
import "./collage.js";
import "./depart.js";
import "./non-envoye.js";
import "./session.js";
import "./mot-de-passe.js";
import "./corrections.js";
import "./zone-de-fichier.js";
import "./captcha.js";
import "./cle-d-acces.js";
import "./choix-requis.js";
import "./apercu.js";
import "./aussitot.js";

// Les autres fichiers (televersement.js) traitent avec lui les fragments qu'ils posent.
window.htmx = htmx;

document.addEventListener("htmx:configRequest", (evenement) => {
  if (evenement.detail.verb !== "get") {
    Object.assign(evenement.detail.headers, jeton());
  }
});
