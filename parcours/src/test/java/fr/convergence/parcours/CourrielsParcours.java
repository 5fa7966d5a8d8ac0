package fr.convergence.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Les courriels du point de vue de qui les reçoit : lisibles partout, un par acte. */
final class CourrielsParcours {

    private static final Pattern LIEN = Pattern.compile("https?://[^\\s\"<>)]+");

    @Test
    @Tag("NOT-1")
    @Tag("NOT-2")
    @Tag("NOT-3")
    void chaque_acte_envoie_un_seul_courriel_lisible_avec_et_sans_mise_en_forme() {
        var nom = Usagers.nouveauNom("diane");
        try (var chez = Navigateur.ouvrir()) {
            Usagers.informations(chez, nom);
            Usagers.choisirEtablissement(
                    chez, "Entité Juridique Privée", "Martinique", "ASSOCIATION DIALYSE DES MORNES");
            chez.suivreLien("Suivant");
            chez.page().getByText("Créer le compte").last().dblclick();
            chez.attendreAdresse("/inscription/fin");
            Usagers.activer(chez, nom);
            Usagers.connecter(chez, nom);
            chez.cliquer("Se déconnecter");
            chez.aller("/mot-de-passe-oublie");
            chez.saisir("identifiant", nom);
            chez.cliquer("Envoyer le lien");
            Usagers.lienRecu(chez, Usagers.courriel(nom), "mot-de-passe-oublie", 0);
        }
        var recus = LeSite.ouvert().boite().recus(Usagers.courriel(nom));
        assertThat(recus)
                .extracting(Boite.Recu::objet)
                .containsExactly(
                        "(Convergence) Activez votre compte",
                        "(Convergence) Votre code de connexion",
                        "(Convergence) Choisissez un nouveau mot de passe");
        try (var telephone = Navigateur.surTelephone()) {
            recus.forEach(courriel -> lire(telephone, courriel));
            telephone.capturer("courriel");
        }
    }

    private static void lire(Navigateur telephone, Boite.Recu courriel) {
        assertThat(courriel.de()).contains("@");
        assertThat(courriel.texte()).contains("Bonjour Jeanne").doesNotContain("{{", "**", "<p");
        assertThat(courriel.html()).contains("Bonjour Jeanne").doesNotContain("{{", "<script", "<link");
        assertThat(liens(courriel.html()))
                .containsAll(liens(courriel.texte()))
                .allSatisfy(lien -> assertThat(lien).startsWith(LeSite.ouvert().adresse()));
        // Sans image : rien n'est demandé à un serveur quand le courriel s'ouvre.
        assertThat(courriel.html()).doesNotContainPattern("(?i)src\\s*=|url\\(");
        telephone.page().setContent(courriel.html());
        telephone.controlerCourriel();
    }

    private static List<String> liens(String texte) {
        return LIEN.matcher(texte)
                .results()
                .map(resultat -> resultat.group().replaceAll("[.,]$", ""))
                .filter(lien -> !lien.contains("w3.org"))
                .distinct()
                .toList();
    }
}
