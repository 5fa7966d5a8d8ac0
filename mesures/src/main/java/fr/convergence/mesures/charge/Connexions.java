package fr.convergence.mesures.charge;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** Se connecter comme un référent le fait : mot de passe, code reçu par courriel. Chaque compte n'entre qu'une fois. */
final class Connexions {

    private static final Pattern JETON = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final long ATTENTE_DU_CODE_S = 60;

    private final Courrier courrier;

    Connexions(Courrier courrier) {
        this.courrier = courrier;
    }

    /** Un compte de référent du banc, recopié : hacher des milliers de mots de passe n'apprendrait rien. */
    static void inscrire(Base base, int comptes) {
        base.sql()
                .sql("delete from compte where nom_utilisateur like 'pointe%'")
                .update();
        base.sql().sql("""
                insert into compte (id, role, nom_utilisateur, nom_utilisateur_cle, courriel, courriel_cle, civilite,
                    nom, prenom, etat, etat_depuis, cree_le, mot_de_passe)
                select gen_random_uuid(), role, 'pointe' || rang, 'pointe' || rang, 'pointe' || rang || '@mesure.example',
                    'pointe' || rang || '@mesure.example', civilite, nom, prenom, etat, etat_depuis, cree_le, mot_de_passe
                from compte, generate_series(0, :comptes - 1) rang
                where nom_utilisateur = 'referent0'
                """).param("comptes", comptes).update();
    }

    Operation operation(int comptes) {
        return new Operation("connexion d'un référent", comptes, true, this::entrer);
    }

    private void entrer(Connexion connexion, int rang) throws IOException {
        var adresse = "pointe" + rang + "@mesure.example";
        var code = courrier.attendre(adresse);
        try {
            var entree = connexion.lire("/connexion", new Seance("", "")).attendue(200, "page de connexion");
            var demande = seance(entree, "");
            var tentative = connexion
                    .poster(
                            "/connexion",
                            demande,
                            "identifiant=pointe" + rang + "&motDePasse="
                                    + URLEncoder.encode(Peuplement.MOT_DE_PASSE, StandardCharsets.UTF_8))
                    .attendue(303, "mot de passe");
            var temoin = temoin(tentative, demande.temoin());
            var page = connexion.lire("/connexion/code", new Seance(temoin, "")).attendue(200, "page du code");
            connexion
                    .poster("/connexion/code", seance(page, temoin), "code=" + recu(code))
                    .attendue(303, "code");
        } finally {
            courrier.oublier(adresse);
        }
    }

    private static String recu(CompletableFuture<String> code) throws IOException {
        try {
            return code.get(ATTENTE_DU_CODE_S, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("Code de connexion non reçu", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static Seance seance(ReponseDuServeur page, String temoin) {
        var jeton = JETON.matcher(page.texte());
        if (!jeton.find()) {
            throw page.inattendue("jeton anti-rejeu");
        }
        return new Seance(temoin(page, temoin), Objects.requireNonNull(jeton.group(1)));
    }

    private static String temoin(ReponseDuServeur reponse, String sinon) {
        var pose = reponse.entete("set-cookie");
        return pose.startsWith("__Host-session=") ? pose.substring(pose.indexOf('=') + 1, pose.indexOf(';')) : sinon;
    }
}
