package fr.convergence.mesures.enumeration;

import fr.convergence.mesures.enumeration.Inconnu.Vu;
import fr.convergence.portail.Portail;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.compte.ComptePret;
import fr.convergence.portail.compte.OuvrirComptePret;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.socle.identifiant.AdresseElectronique;
import fr.convergence.socle.identifiant.Civilite;
import fr.convergence.socle.personne.NomUtilisateur;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Chronomètre chaque porte avec des comptes qui existent et d'autres qui n'existent pas, un de chaque à tour de rôle, et dit
 * l'aire sous la courbe : entre 0,45 et 0,55, le temps ne dit rien.
 */
public final class MesureDeLEnumeration {

    /** Ce que {@code Mesurer} doit faire dans ce processus. */
    public static final String ORDRE = "enumeration";

    private static final int CHAUFFE = 40;
    private static final String MOT_DE_PASSE = "Girafe-violette-42-tulipes";

    private final String site;
    private final int essais;
    private final Pattern portes;

    private MesureDeLEnumeration(String site, int essais, String portes) {
        this.site = site;
        this.essais = essais;
        this.portes = Pattern.compile(portes);
    }

    /** @param arguments le nombre d'essais de chaque sorte, et un motif des portes à mesurer, toutes sans lui */
    public static void mesurer(List<String> arguments) throws IOException {
        var essais = Integer.parseInt(arguments.getFirst());
        var donnees = Files.createTempDirectory("enumeration");
        try (var base = EmbeddedPostgres.start();
                var portail = demarrer(base, donnees)) {
            var site = "http://localhost:" + portail.getEnvironment().getProperty("local.server.port");
            peupler(portail, essais + CHAUFFE);
            new MesureDeLEnumeration(site, essais, arguments.size() < 2 ? "" : arguments.get(1))
                    .mesurer(Inscrits.dans(portail));
        }
    }

    private void mesurer(Inscrits inscrits) {
        System.out.printf(
                "%d + %d essais par porte ; bruit de l'aire %.3f%n", essais, essais, Aire.bruit(essais, essais));
        var connexion = Porte.formulaire(
                "/connexion", "/connexion", "identifiant", Map.of("motDePasse", "Un-mauvais-mot-de-passe"));
        chronometrer("connexion, nom d'utilisateur", connexion, Inscrits::nom);
        chronometrer("connexion, adresse e-mail", connexion, Inscrits::courriel);
        chronometrer(
                "mot de passe oublié",
                Porte.formulaire("/mot-de-passe-oublie", "/mot-de-passe-oublie", "identifiant", Map.of()),
                Inscrits::courriel);
        chronometrer(
                "renvoi de l'activation",
                Porte.formulaire("/activation/renvoi", "/activation/renvois", "identifiant", Map.of()),
                Inscrits::courriel);
        chronometrer("inscription, adresse déjà inscrite", inscrits::adresse, Inscrits::courriel);
        chronometrer("inscription, nom déjà pris", inscrits::nomPris, Inscrits::nom);
    }

    /** @param nommer comment se nomme le compte de ce rang ; un rang négatif n'a pas de compte */
    private void chronometrer(String quoi, Porte porte, Function<Integer, String> nommer) {
        if (!portes.matcher(quoi).find()) {
            return;
        }
        var connus = new long[essais];
        var inconnus = new long[essais];
        var reponses = new HashSet<String>();
        for (var rang = -CHAUFFE; rang < essais; rang++) {
            var connu = essayer(porte, nommer.apply(rang + CHAUFFE + 1), reponses);
            var inconnu = essayer(porte, nommer.apply(-rang - CHAUFFE - 1 - quoi.length() * 100_000), reponses);
            if (rang >= 0) {
                connus[rang] = connu.nanosecondes();
                inconnus[rang] = inconnu.nanosecondes();
            }
        }
        System.out.printf(
                "%-36s aire %.3f   médianes %.1f et %.1f ms   réponses distinctes %d%n",
                quoi,
                Aire.entre(inconnus, connus),
                Aire.mediane(inconnus) / 1e6,
                Aire.mediane(connus) / 1e6,
                reponses.size());
        if (reponses.size() > 1) {
            reponses.forEach(System.out::println);
        }
    }

    private Vu essayer(Porte porte, String identifiant, HashSet<String> reponses) {
        var vu = porte.essayer(new Inconnu(site), identifiant);
        reponses.add(vu.comparable(identifiant));
        return vu;
    }

    private static ConfigurableApplicationContext demarrer(EmbeddedPostgres base, Path donnees) {
        JdbcClient.create(base.getPostgresDatabase())
                .sql("create role application login")
                .update();
        var reglages = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.datasource.url=jdbc:postgresql://localhost:" + base.getPort() + "/postgres",
                "--spring.datasource.username=application",
                "--spring.flyway.user=postgres",
                // Les courriels ne partent pas : leur envoi ne se mêle pas à la mesure.
                "--convergence.taches.actives=false",
                // Chaque essai dit son adresse, comme le ferait un relais.
                "--convergence.relais=127.0.0.1",
                "--convergence.cles.fichier=" + donnees.resolve("cles.json"),
                "--convergence.cles.creer=true",
                "--convergence.fichiers.depot=" + donnees.resolve("fichiers"),
                "--logging.level.root=warn"));
        return new SpringApplicationBuilder(Portail.class).run(reglages.toArray(String[]::new));
    }

    /** Un compte ouvert comme les autres, puis recopié : hacher cinq cents mots de passe n'apprendrait rien. */
    private static void peupler(ConfigurableApplicationContext portail, int comptes) {
        var base = portail.getBean(JdbcClient.class);
        Inscrits.poserUnEtablissement(base);
        portail.getBean(OuvrirComptePret.class)
                .executer(new ComptePret(
                        Role.REFERENT,
                        null,
                        new NomUtilisateur(Inscrits.nom(1)),
                        new AdresseElectronique(Inscrits.courriel(1)),
                        Civilite.MADAME,
                        "Durand",
                        "Claire",
                        null,
                        MOT_DE_PASSE,
                        null,
                        List.of(CleCandidat.lire("EJ_PRIVEE", Inscrits.FINESS).orElseThrow())));
        for (var rang = 2; rang <= comptes; rang++) {
            base.sql("""
                    insert into compte (id, role, nom_utilisateur, nom_utilisateur_cle, courriel, courriel_cle, civilite,
                        nom, prenom, etat, etat_depuis, cree_le, mot_de_passe)
                    select gen_random_uuid(), role, :nom, :nom, :courriel, :courriel, civilite, nom, prenom, etat,
                        etat_depuis, cree_le, mot_de_passe
                    from compte where nom_utilisateur = :modele
                    """)
                    .param("nom", Inscrits.nom(rang))
                    .param("courriel", Inscrits.courriel(rang))
                    .param("modele", Inscrits.nom(1))
                    .update();
        }
    }
}
