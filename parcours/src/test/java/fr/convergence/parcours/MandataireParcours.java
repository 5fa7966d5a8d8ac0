package fr.convergence.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Guide d'Industriels Santé Connect, « Création de compte en tant que mandataire », étapes 1 à 10. */
final class MandataireParcours {

    private static final String NUMERO = "+33698765432";
    private static final List<String> SEQUENCES =
            List.of("recto", "recto-incline", "verso", "verso-incline", "visage", "profil");

    @Test
    @Tag("ISC-2")
    @Tag("ISC-3")
    @Tag("ISC-4")
    @Tag("ISC-5")
    void un_mandataire_s_inscrit_puis_filme_son_identite_avec_son_telephone() {
        try (var ordinateur = Navigateur.ouvrir();
                var telephone = Navigateur.surTelephone()) {
            inscrire(ordinateur, "pierre.durand");
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
        chez.aller(chez.site().adresseDIsc() + "/inscription");
        chez.cocher("role", "MANDATAIRE");
        chez.cliquer("Suivant");
        chez.lire("tels qu’ils figurent sur votre pièce d’identité");
        chez.taper("nomUtilisateur", nom);
        chez.cocher("civilite", "MONSIEUR");
        chez.taper("prenom", "Pierre-François");
        chez.taper("nom", "Durand");
        chez.taper("courriel", nom + "@logipro-sante.example");
        chez.taper("telephone", "01 42 68 10 00");
        chez.cocher("cgu", "oui");
        var defi = chez.page().locator("input[name=captcha]").inputValue();
        chez.taper("controle", chez.site().baseDIsc().captcha(defi));
        chez.cliquer("Suivant");
        chez.lire("Vérification de votre entreprise");
        chez.page().locator("#kbis").setInputFiles(new FilePayload("kbis.pdf", "application/pdf", kbis()));
        chez.cliquer("Vérifier le document");
        chez.lire("Votre Kbis est vérifié");
        chez.suivreLien("Suivant");
        chez.lire("Données collectées");
        chez.cocher("consentement", "oui");
        chez.cliquer("Procéder à la vérification de mon identité");
    }

    private static byte[] kbis() {
        var lignes = """
                Greffe du Tribunal de Commerce de Paris
                Extrait Kbis
                EXTRAIT D'IMMATRICULATION PRINCIPALE AU REGISTRE DU COMMERCE ET DES SOCIETES
                à jour au %s
                IDENTIFICATION DE LA PERSONNE MORALE
                Immatriculation au RCS, numéro|732 829 320 R.C.S. Paris
                Dénomination ou raison sociale|LOGIPRO SANTÉ
                Forme juridique|Société par actions simplifiée
                Adresse du siège|12 rue de la Paix
                |75002 Paris
                GESTION, DIRECTION, ADMINISTRATION, CONTROLE, ASSOCIES OU MEMBRES
                Président
                Nom, prénoms|DURAND Pierre-François, Marie
                Date et lieu de naissance|Le 04/05/1971 à Nîmes
                Le Greffier
                FIN DE L'EXTRAIT
                """.formatted(DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRENCH)
                .format(LocalDate.now()));
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            try (var texte = new PDPageContentStream(document, page)) {
                texte.setFont(new PDType1Font(FontName.HELVETICA), 9);
                var hauteur = 750f;
                for (var ligne : lignes.lines().toList()) {
                    var colonnes = ligne.split("\\|");
                    for (var rang = 0; rang < colonnes.length; rang++) {
                        texte.beginText();
                        texte.newLineAtOffset(40 + 220f * rang, hauteur);
                        texte.showText(colonnes[rang]);
                        texte.endText();
                    }
                    hauteur -= 14;
                }
            }
            var octets = new ByteArrayOutputStream();
            document.save(octets);
            return octets.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
