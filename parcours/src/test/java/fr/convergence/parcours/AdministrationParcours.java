package fr.convergence.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ce que l'opérateur fait de sa console ; il remet à la fin le référentiel et les textes que d'autres parcours lisent. */
final class AdministrationParcours {

    private static final String MOT_DE_PASSE = "Quatre-tasses-de-the-2026";
    private static final String SECRET = "4MTAORYCJDP74TFFXBE4NRADYFPFNRHK";

    private static final Path REGISTRE = Path.of("../demonstration/src/main/resources/registre");
    private static final List<String> FICHIERS =
            List.of("entites_juridiques.csv", "entites_geographiques.csv", "ght.csv", "ght_membres.csv");

    private static Navigateur operateur;

    /** Une seule fois : un code d'application ne sert pas deux fois. */
    @BeforeAll
    static void se_connecter() {
        operateur = Navigateur.ouvrir();
        Usagers.connecterEquipe(operateur, "nadia.leroy", MOT_DE_PASSE, SECRET);
    }

    @AfterAll
    static void partir() {
        operateur.close();
    }

    @BeforeEach
    void a_la_console() {
        operateur.aller("/administration");
        operateur.lire("Journal");
    }

    @Test
    @Tag("ADM-1")
    @Tag("AUD-1")
    void le_referentiel() throws IOException {
        operateur.suivreLien("Référentiel des établissements");
        operateur.lire("Établissements inventés pour la démonstration");
        surLesDeuxEcrans("administration-referentiel");

        envoyer(new FilePayload("finess.zip", "application/zip", "PK\3\4".getBytes(StandardCharsets.UTF_8)));
        operateur.lire("est une archive ZIP ou un classeur");
        surLesDeuxEcrans("administration-import-refuse");

        operateur.suivreLien("Référentiel des établissements");
        envoyer(registre(texte -> texte.replace("CH DE SAINT-AUBRAC", "CH DU NOUVEL AUBRAC")
                + "123456789;CLE FAUSSE;INVENTE;;13;public;GHT;;;;12910;X;12;76;Occitanie;0;0;0\n"));
        operateur.lire("Rien n’a encore changé");
        operateur.lire("1 ligne écartée.");
        surLesDeuxEcrans("administration-import-verifie");
        operateur.cliquer("Importer");
        operateur.lire("Ce que l’import a changé");

        operateur.suivreLien("Référentiel des établissements");
        envoyer(registre(UnaryOperator.identity()));
        operateur.voir("Rien n’a encore changé");
        operateur.cliquer("Importer");
        operateur.voir("Ce que l’import a changé");
        operateur.suivreLien("Référentiel des établissements");
        envoyer(registre(UnaryOperator.identity()));
        operateur.lire("Ce fichier n’a rien changé : il était déjà importé.");

        operateur.aller("/administration/journal?acte=referentiel-confirme");
        operateur.lire("Nadia Leroy");
    }

    @Test
    @Tag("FRM-1")
    @Tag("AUD-1")
    void un_formulaire_et_son_guichet() {
        operateur.suivreLien("Guichets et formulaires");
        operateur.lire("CARE-D1@");
        surLesDeuxEcrans("administration-guichets");
        operateur.suivreLien("Publier une définition");
        verifier(formulaire("type: texte_cour"));
        operateur.lire("vouliez-vous écrire « texte_court » ?");
        surLesDeuxEcrans("administration-definition-fautive");
        assertThat(operateur.page().locator("#texte").inputValue()).contains("type: texte_cour");

        verifier(formulaire("type: texte_court"));
        operateur.lire("Votre fonction");
        surLesDeuxEcrans("administration-definition-vue");
        operateur.cliquer("Publier essai-parcours@1");
        operateur.lire("essai-parcours@1 est publiée.");
        surLesDeuxEcrans("administration-formulaire");

        operateur.aller("/administration/definitions/nouvelle");
        verifier(formulaire("type: texte_long"));
        operateur.lire("donnez à la vôtre le numéro suivant");
        verifier("""
                guichet: ESSAI-PARCOURS
                titre: Guichet d'un parcours
                programme: Essai
                public: entreprises
                eligibles: [PRODUIT]
                etapes:
                  - code: candidature
                    titre: Candidature
                    formulaire: essai-parcours@1
                    fenetre: {candidature: 2036-01-01T09:00/2036-02-01T23:59:59, premier_depot_avant: 2036-02-01T23:59:59}
                    circuit: [ANS]
                """);
        operateur.lire("Étapes et calendrier");
        operateur.cliquer("Publier ESSAI-PARCOURS@1");
        operateur.lire("ESSAI-PARCOURS@1 est publiée.");
        surLesDeuxEcrans("administration-guichet");
        operateur.aller("/administration/journal?acte=guichet-publie");
        operateur.lire("Guichet – ESSAI-PARCOURS");
    }

    @Test
    @Tag("ACC-1")
    @Tag("NOT-2")
    void les_textes_de_l_accueil_et_des_courriels() {
        operateur.suivreLien("Textes de l’accueil");
        surLesDeuxEcrans("administration-accueil");
        operateur.aller("/administration/accueil/entreprise");
        operateur.saisir("texte", "Entreprises, **bienvenue au parcours**.");
        operateur.cliquer("Voir sans enregistrer");
        operateur.lire("bienvenue au parcours");
        surLesDeuxEcrans("administration-accueil-texte");
        operateur.cliquer("Enregistrer");
        operateur.lire("Le texte est enregistré");
        operateur.aller("/");
        operateur.lire("bienvenue au parcours");
        operateur.aller("/administration/accueil/entreprise");
        operateur.cliquer("Revenir au texte livré");
        operateur.lire("Le texte livré est de nouveau en vigueur.");

        operateur.aller("/administration");
        operateur.suivreLien("Modèles d’e-mails");
        surLesDeuxEcrans("administration-modeles");
        operateur.aller("/administration/modeles/compte/desactive");
        operateur.saisir("corps", "Bonjour {{prenon}}");
        operateur.cliquer("Enregistrer");
        assertThat(operateur.erreur("corps")).contains("{{prenon}}");
        operateur.saisir("corps", "Bonjour {{prenom}}, voici un parcours.");
        operateur.cliquer("Voir sans enregistrer");
        operateur.lire("Bonjour Claire, voici un parcours.");
        surLesDeuxEcrans("administration-modele");
        operateur.cliquer("Enregistrer");
        operateur.lire("Le modèle est enregistré");
        operateur.cliquer("Revenir au modèle livré");
        operateur.lire("Le modèle livré est de nouveau en vigueur.");
    }

    @Test
    @Tag("ADM-1")
    @Tag("NOT-3")
    void une_invitation_renvoyee() {
        var nom = "alix.parcours";
        operateur.aller("/administration/invitations/nouvelle");
        operateur.choisir("role", "Vérificateur ANS");
        operateur.cocher("civilite", "MADAME");
        operateur.saisir("nom", "Parcours");
        operateur.saisir("prenom", "Alix");
        operateur.saisir("courriel", Usagers.courriel(nom));
        operateur.saisir("nomUtilisateur", nom);
        operateur.cliquer("Envoyer l’invitation");
        operateur.lire("Renvoyer l’invitation");
        var premier = Usagers.lienRecu(operateur, Usagers.courriel(nom), "invitation", 0);
        var avant = operateur.site().boite().dernier(Usagers.courriel(nom));
        surLesDeuxEcrans("administration-compte");
        operateur.suivreLien("Renvoyer l’invitation");
        operateur.lire("ne vaudra plus");
        operateur.cliquer("Renvoyer l’invitation");
        operateur.lire("Un nouveau lien est envoyé");
        var second = Usagers.lienRecu(operateur, Usagers.courriel(nom), "invitation", avant);
        try (var invitee = Navigateur.ouvrir()) {
            invitee.aller(premier);
            invitee.lire("Cette invitation n’est plus valable");
            invitee.aller(second);
            invitee.lire("Choisissez votre mot de passe");
        }
    }

    private static void envoyer(FilePayload... fichiers) {
        operateur.page().locator("#fichiers").setInputFiles(fichiers);
        operateur.cliquer("Vérifier le fichier");
        operateur.page().waitForURL("**/administration/referentiel/imports/*");
    }

    private static void verifier(String definition) {
        operateur.saisir("texte", definition);
        operateur.cliquer("Vérifier et voir");
        operateur.page().waitForURL("**/administration/definitions/examens");
    }

    /** Le référentiel de la démonstration, ses entités juridiques changées ainsi. */
    private static FilePayload[] registre(UnaryOperator<String> changement) throws IOException {
        var fichiers = new FilePayload[FICHIERS.size()];
        for (var rang = 0; rang < fichiers.length; rang++) {
            var texte = Files.readString(REGISTRE.resolve(FICHIERS.get(rang)));
            fichiers[rang] = new FilePayload(
                    FICHIERS.get(rang),
                    "text/csv",
                    (rang == 0 ? changement.apply(texte) : texte).getBytes(StandardCharsets.UTF_8));
        }
        return fichiers;
    }

    private static String formulaire(String type) {
        return """
                formulaire: essai-parcours@1
                titre: Formulaire d'un parcours
                sections:
                  - titre: Vous
                    questions:
                      - {id: fonction, libelle: Votre fonction, %s, obligatoire: true}
                      - {id: preuve, libelle: Une preuve, type: piece, formats: [pdf], si: "fonction != ''"}
                """.formatted(type);
    }

    private static void surLesDeuxEcrans(String nom) {
        operateur.controler();
        operateur.capturer(nom);
        operateur.page().setViewportSize(375, 740);
        operateur.controler();
        operateur.capturer(nom + "-telephone");
        operateur.page().setViewportSize(1280, 900);
    }
}
