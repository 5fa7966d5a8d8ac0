package fr.convergence.mesures.enumeration;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.convergence.mesures.enumeration.Inconnu.Vu;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.chiffrement.Coffre;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Les comptes qui existent, et l'inscription qui se heurte à eux. */
record Inscrits(JdbcClient base, Coffre coffre) {

    static final String FINESS = "110780152";

    private static final AtomicInteger SUIVANT = new AtomicInteger();
    private static final String MOT_DE_PASSE = "Tulipe-Granit-Ocarina-42";

    static Inscrits dans(ApplicationContext portail) {
        return new Inscrits(portail.getBean(JdbcClient.class), portail.getBean(Coffre.class));
    }

    /** Tous de même longueur : la réponse ne doit pas différer par elle. */
    static String nom(int rang) {
        return rang > 0 ? "connu.%08d".formatted(rang) : "ombre.%08d".formatted(-rang);
    }

    static String courriel(int rang) {
        return nom(rang) + "@chu.example.fr";
    }

    /** Une inscription dont l'adresse est celle-ci, sous un nom libre. */
    Vu adresse(Inconnu visiteur, String courriel) {
        return inscrire(visiteur, "libre.%08d".formatted(SUIVANT.incrementAndGet()), courriel);
    }

    /** Une inscription sous ce nom, à une adresse libre. */
    Vu nomPris(Inconnu visiteur, String nom) {
        return inscrire(visiteur, nom, "libre.%08d@chu.example.fr".formatted(SUIVANT.incrementAndGet()));
    }

    private Vu inscrire(Inconnu visiteur, String nom, String courriel) {
        visiteur.lire("/inscription/informations");
        var captcha = visiteur.trouver("name=\"captcha\" value=\"([^\"]+)\"");
        var champs = new HashMap<>(Map.of(
                "nomUtilisateur",
                nom,
                "civilite",
                "MADAME",
                "nom",
                "Durand",
                "prenom",
                "Claire",
                "courriel",
                courriel,
                "motDePasse",
                MOT_DE_PASSE,
                "confirmation",
                MOT_DE_PASSE,
                "telephone",
                "04 67 33 67 33",
                "captcha",
                captcha,
                "controle",
                controle(UUID.fromString(captcha))));
        visiteur.envoyer("/inscription/informations", champs);
        visiteur.lire("/inscription/etablissement");
        visiteur.envoyer("/inscription/etablissement", Map.of("type", "EJ_PRIVEE", "region", "76"));
        visiteur.envoyer("/inscription/etablissement/choix", Map.of("etablissement", "EJ_PRIVEE:" + FINESS));
        visiteur.lire("/inscription/recapitulatif");
        var version = visiteur.trouver("name=\"version\" value=\"([^\"]+)\"");
        return visiteur.envoyer("/inscription/recapitulatif", Map.of("version", version));
    }

    private String controle(UUID captcha) {
        var scelle = base.sql("select texte_scelle from captcha where id = ?")
                .param(captcha)
                .query(byte[].class)
                .single();
        return new String(coffre.ouvrir(scelle, "captcha/" + captcha), UTF_8);
    }

    static void poserUnEtablissement(JdbcClient base) {
        var importation = Uuid.v7();
        base.sql("""
                insert into etablissement_import (id, fichier, commence_le, issue) values (?, 'mesure', now(), 'IMPORTE')
                """).param(importation).update();
        base.sql("""
                insert into etablissement_ej (finess, raison_sociale, type, commune, region, tri, mots, import_id)
                values (?, 'CLINIQUE', 'EJ_PRIVEE', 'BADENS', '76', 'clinique', ' clinique', ?)
                """).params(FINESS, importation).update();
    }
}
