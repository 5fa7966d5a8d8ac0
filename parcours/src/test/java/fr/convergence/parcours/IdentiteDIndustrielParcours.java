package fr.convergence.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Guide d'Industriels Santé Connect, « Création de compte en tant que mandataire », étapes 4 à 10. */
final class IdentiteDIndustrielParcours {

    private static final String NUMERO = "+33698765432";
    private static final String SIREN = "732 829 320";
    private static final String MOT_DE_PASSE = "Quatre-tasses-de-the-2026";
    private static final String SECRET = "K7VNB4TQXH2LWM5ZJ3RYPDCGE6UAOFSI";
    private static final List<String> SEQUENCES =
            List.of("recto", "recto-incline", "verso", "verso-incline", "visage", "profil");

    @Test
    @Tag("ISC-5")
    @Tag("ISC-6")
    void un_mandataire_s_inscrit_puis_filme_son_identite_avec_son_telephone() {
        try (var ordinateur = Navigateur.ouvrir();
                var telephone = Navigateur.surTelephone();
                var operateur = Navigateur.ouvrir()) {
            inscrire(ordinateur, "v" + UUID.randomUUID().toString().substring(0, 10));
            ordinateur.lire("Scannez ce code QR");
            ordinateur.taper("mobile", "06 98 76 54 32");
            ordinateur.cliquer("Recevoir le lien par SMS");
            ordinateur.lire("Le SMS est parti");

            telephone.aller(ordinateur.site().boite().attendre(NUMERO, "(http\\S+/mobile/\\S+)"));
            telephone.lire("vous filmez votre document d’identité");
            telephone.cliquer("Démarrer ma vérification");
            ordinateur.lire("Ne fermez pas et ne rechargez pas cette page");
            assertThat(ordinateur.titre()).isEqualTo("Suivez les instructions sur votre mobile");

            telephone.lire("nous avons besoin de filmer");
            telephone.cliquer("Continuer");
            assertThat(telephone.erreur("accord")).contains("Acceptez d’être filmé");
            telephone.cocher("accord", "oui");
            telephone.cliquer("Continuer");
            telephone.lire("Pays émetteur");
            telephone.cocher("document", "CARTE_IDENTITE");
            telephone.cliquer("Continuer ma vérification");
            telephone.lire("Sortez-le de son étui");
            telephone.suivreLien("J’ai mon document en main");
            telephone.lire("Placez le recto dans le cadre");
            telephone.cliquer("Autoriser l’appareil photo");
            filmer(telephone, ordinateur);

            telephone.lire("consulter votre ordinateur");
            ordinateur.lire("Une vérification est en cours de finalisation");
            assertThat(ordinateur.titre()).isEqualTo("Vérification de votre identité terminée");
            examiner(operateur);
        }
    }

    private static void filmer(Navigateur telephone, Navigateur ordinateur) {
        for (var rang = 0; rang < SEQUENCES.size(); rang++) {
            if (SEQUENCES.get(rang).equals("visage")) {
                telephone.lire("Votre document est filmé");
                telephone.suivreLien("Je filme mon visage");
            }
            telephone.attendreAdresse("/mobile/sequences/" + SEQUENCES.get(rang));
            telephone.voir("La caméra est prête");
            if (rang == 0) {
                telephone.controler();
            }
            telephone.cliquer("Filmer");
            if (rang == 2) {
                ordinateur.voir("Vidéos reçues : 2 sur 6");
            }
        }
    }

    static void inscrire(Navigateur chez, String nom) {
        chez.aller(chez.site().adresseDIsc() + "/inscription/mandataire/informations");
        InscriptionDIndustrielParcours.informations(chez, nom, "Pierre-François", "Durand");
        chez.cliquer("Suivant");
        chez.voir("Vérification de votre entreprise");
        InscriptionDIndustrielParcours.deposer(
                chez, KbisDuParcours.du(LocalDate.now().minusDays(1), SIREN, "DURAND Pierre-François, Marie"));
        chez.voir("Votre Kbis est vérifié");
        chez.suivreLien("Suivant");
        chez.voir("Données collectées");
        chez.cocher("consentement", "oui");
        chez.cliquer("Procéder à la vérification de mon identité");
    }

    /** La mire de la caméra se joue chez l'opérateur nommé, et l'inscription s'accepte. */
    private static void examiner(Navigateur chez) {
        Usagers.connecterEquipe(
                chez, chez.site().adresseDIsc() + "/connexion/equipe", "hugo.lemaire", MOT_DE_PASSE, SECRET);
        chez.aller(chez.site().adresseDIsc() + "/administration/inscriptions");
        chez.suivreLien("Pierre-François Durand");
        chez.lire("Carte nationale d’identité");
        var video = chez.page().locator("video").first();
        video.evaluate("(video) => video.play()");
        chez.page().waitForCondition(() -> (Boolean) video.evaluate("(video) => video.videoWidth > 0"));
        chez.capturer("isc-examen");
    }
}
