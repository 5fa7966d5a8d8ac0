package fr.convergence.parcours;

import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Guide d’Industriels Santé Connect, pages 3 à 7 et 17 à 20 : s’inscrire, du rôle à la vérification d’identité ou à la demande. */
final class InscriptionDIndustrielParcours {

    private static final String SIREN = "732 829 320";

    @Test
    @Tag("ISC-2")
    @Tag("ISC-3")
    @Tag("ISC-4")
    @Tag("ISC-5")
    void un_mandataire_depose_son_kbis_et_reprend_plus_tard() {
        var nom = "m" + UUID.randomUUID().toString().substring(0, 10);
        try (var chez = Navigateur.ouvrir()) {
            chez.aller(chez.site().adresseDIsc() + "/inscription");
            chez.controler();
            chez.capturer("isc-role");
            chez.cocher("role", "MANDATAIRE");
            chez.cliquer("Suivant");
            informations(chez, nom, "Pierre-François", "Durand");
            chez.controler();
            chez.capturer("isc-informations");
            chez.cliquer("Suivant");

            chez.lire("Vérification de votre entreprise");
            chez.capturer("isc-kbis");
            var hier = LocalDate.now().minusDays(1);
            deposer(chez, KbisDuParcours.du(hier.minusMonths(4), SIREN, "DURAND Pierre-François, Marie"));
            chez.lire("Cet extrait a plus de 3 mois");
            chez.controler();
            chez.capturer("isc-kbis-refuse");
            lacher(chez, KbisDuParcours.du(hier, SIREN, "DURAND Pierre-François, Marie"));
            chez.lire("Votre Kbis est vérifié");
            chez.voir(SIREN);
            chez.voir("LOGIPRO SANTÉ");
            chez.voir("12 rue de la Paix 75002 Paris");
            chez.controler();
            chez.capturer("isc-kbis-lu");
            chez.suivreLien("Suivant");

            chez.lire("Données collectées");
            chez.controler();
            chez.capturer("isc-identite");
            chez.cliquer("Reprendre plus tard");
            chez.lire("Un lien vous a été envoyé par e-mail");
            chez.capturer("isc-reprise-partie");
            reprendre(chez, nom);
            chez.lire("Données collectées");
        }
    }

    @Test
    @Tag("ISC-4")
    @Tag("ISC-7")
    @Tag("I18N-1")
    void sur_un_telephone_un_kbis_numerise_continue_et_une_entreprise_inconnue_dit_quoi_faire() {
        try (var chez = Navigateur.surTelephone()) {
            chez.aller(chez.site().adresseDIsc() + "/inscription/mandataire/informations");
            informations(chez, "t" + UUID.randomUUID().toString().substring(0, 10), "Claire", "Le Goff");
            chez.capturer("isc-informations-375");
            chez.cliquer("Suivant");
            chez.lire("Vérification de votre entreprise");
            deposer(chez, KbisDuParcours.numerise());
            chez.lire("Votre Kbis est reçu");
            chez.controler();
            chez.capturer("isc-kbis-numerise-375");
            chez.suivreLien("Déposez un autre document officiel");
            chez.lire("Déposez un document officiel récent");
            chez.controler();
            chez.capturer("isc-autre-document-375");

            chez.aller(chez.site().adresseDIsc() + "/inscription");
            chez.cocher("role", "REPRESENTANT");
            chez.cliquer("Suivant");
            chez.lire("Inscrivez-vous en tant que représentant");
            chez.taper("identifiant", "552 081 317");
            chez.cliquer("Chercher");
            chez.lire("Entreprise non reconnue");
            chez.controler();
            chez.capturer("isc-entreprise-inconnue-375");
            chez.aller(chez.page().url() + "&langue=en");
            chez.lire("Company not recognised");
            chez.controler();
            chez.capturer("isc-entreprise-inconnue-en-375");
        }
    }

    static void informations(Navigateur chez, String nomUtilisateur, String prenom, String nom) {
        chez.lire("Nom d’utilisateur");
        chez.taper("nomUtilisateur", nomUtilisateur);
        chez.cocher("civilite", "MONSIEUR");
        chez.taper("prenom", prenom);
        chez.taper("nom", nom);
        chez.taper("courriel", nomUtilisateur + "@logipro.example");
        chez.taper("telephone", "04 67 33 67 33");
        chez.taper("mobile", "06 12 34 56 78");
        var defi = chez.page().locator("input[name=captcha]").inputValue();
        chez.saisir("controle", chez.site().baseDIsc().captcha(defi));
        chez.cocher("cgu", "oui");
    }

    static void deposer(Navigateur chez, FilePayload fichier) {
        chez.page().locator("input[name=kbis]").setInputFiles(fichier);
        chez.cliquer("Vérifier le document");
    }

    /** Glissé depuis le bureau, et lâché dans la zone à côté du champ. */
    private static void lacher(Navigateur chez, FilePayload fichier) {
        chez.page()
                .locator("[data-zone-de-fichier] label")
                .evaluate("""
                        (zone, octets) => {
                          const donnees = new DataTransfer();
                          const corps = Uint8Array.from(atob(octets), (c) => c.charCodeAt(0));
                          donnees.items.add(new File([corps], "kbis.pdf", { type: "application/pdf" }));
                          for (const genre of ["dragover", "drop"]) {
                            zone.dispatchEvent(new DragEvent(genre, { bubbles: true, cancelable: true, dataTransfer: donnees }));
                          }
                        }""", Base64.getEncoder().encodeToString(fichier.buffer));
        chez.cliquer("Vérifier le document");
    }

    private static void reprendre(Navigateur chez, String nom) {
        chez.aller(chez.site()
                .boite()
                .attendre(nom + "@logipro.example", "(http://localhost:\\d+/inscription/reprise/[A-Za-z0-9_-]{43})"));
        chez.cliquer("Reprendre mon inscription");
    }
}
