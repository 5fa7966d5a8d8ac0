package fr.convergence.mesures.charge;

import static java.util.Objects.requireNonNull;

import fr.convergence.mesures.charge.Candidats.Candidat;
import fr.convergence.portail.Portail;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.ComptePret;
import fr.convergence.portail.compte.OuvrirComptePret;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.portail.guichet.DefinitionLivree;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.registre.ImporterRegistre;
import fr.convergence.portail.registre.ResultatImport;
import fr.convergence.portail.tableaudebord.CreerDossier;
import fr.convergence.portail.tableaudebord.CreerDossier.Creation;
import fr.convergence.socle.identifiant.AdresseElectronique;
import fr.convergence.socle.identifiant.Civilite;
import fr.convergence.socle.identifiant.Region;
import fr.convergence.socle.personne.NomUtilisateur;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.session.SessionRepository;

/**
 * Remplit une base vide, avec le portail lui-même : schéma, formulaires, guichets ouverts, registre, comptes. Quatre dossiers
 * modèles se remplissent par ses pages ; les autres en sont des copies, en SQL.
 */
public final class Peuplement {

    /** Combien de personnes de chaque sorte ont une session ouverte. */
    static final int PERSONNES = 50;

    /** Combien d'établissements chaque référent connecté représente ; deux dossiers pour chacun. */
    static final int PAR_REFERENT = 20;

    static final String MOT_DE_PASSE = "Quatre-tasses-de-the-2026";

    private final ConfigurableApplicationContext portail;
    private final Base base;
    private final int personnes;
    private final int port;

    private Peuplement(ConfigurableApplicationContext portail, Base base, int personnes) {
        this.portail = portail;
        this.base = base;
        this.personnes = personnes;
        this.port = requireNonNull(((WebServerApplicationContext) portail).getWebServer())
                .getPort();
    }

    /** @param dossiers combien en tout, dont ceux des cinquante référents connectés */
    public static Population executer(Base base, Path dossier, int dossiers) throws IOException, InterruptedException {
        return executer(base, dossier, dossiers, PERSONNES);
    }

    /** @param personnes combien de chaque sorte */
    public static Population executer(Base base, Path dossier, int dossiers, int personnes)
            throws IOException, InterruptedException {
        try (var portail = ouvrir(base, dossier)) {
            return new Peuplement(portail, base, personnes).peupler(dossier, dossiers);
        }
    }

    /** Seulement les quatre dossiers modèles, que rien ne recopie : leur journal et leurs pièces sont vrais. */
    static void executerSansCopies(Base base, Path dossier, String referent) throws IOException, InterruptedException {
        try (var portail = ouvrir(base, dossier)) {
            var peuplement = new Peuplement(portail, base, PERSONNES);
            var comptes = base.sql()
                    .sql("select count(*) from compte")
                    .query(Integer.class)
                    .single();
            var registre = comptes == 0 ? peuplement.registre(dossier, 0) : peuplement.candidats(0);
            var siens = registre.tous().subList(2 * comptes, 2 * comptes + 2);
            peuplement.modeles(peuplement.compte(referent, Role.REFERENT, null, siens), siens);
        }
    }

    /** Autant de référents, chacun son établissement et un brouillon neuf à un guichet d'une seule étape, « candidature ». */
    static Population brouillons(Base base, Path dossier, String guichet, List<String> definitions, int nombre)
            throws IOException {
        try (var portail = ouvrir(base, dossier)) {
            var peuplement = new Peuplement(portail, base, nombre);
            var guichets = portail.getBean(GuichetsPublies.class);
            guichets.publierFormulaire(guichet + "-formulaire.yaml", definitions.getFirst());
            guichets.publierGuichet(guichet + ".yaml", definitions.getLast());
            var candidats = peuplement.registre(dossier, 0).tous();
            var referents = new ArrayList<Compte>();
            var dossiers = new ArrayList<String>();
            for (var candidat : candidats.subList(candidats.size() - nombre, candidats.size())) {
                var referent = peuplement.compte("deposant" + referents.size(), Role.REFERENT, null, List.of(candidat));
                referents.add(referent);
                dossiers.add(peuplement.ouvrir(referent, guichet, candidat.cle()));
            }
            return new Population(peuplement.seances(referents, "/tableau-de-bord"), List.of(), List.of(), dossiers);
        }
    }

    static ConfigurableApplicationContext ouvrir(Base base, Path dossier) {
        return ouvrir(base, dossier, Map.of());
    }

    /** @param autres d'autres réglages, par leur nom de propriété */
    static ConfigurableApplicationContext ouvrir(Base base, Path dossier, Map<String, String> autres) {
        var reglages = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.datasource.url=" + base.adresse(),
                "--spring.datasource.username=" + Base.APPLICATION,
                "--spring.flyway.user=" + Base.PROPRIETAIRE,
                "--convergence.cles.fichier=" + dossier.resolve("cles.json"),
                "--convergence.cles.creer=true",
                "--convergence.fichiers.depot=" + dossier.resolve("fichiers"),
                "--logging.level.root=warn"));
        autres.forEach((nom, valeur) -> reglages.add("--" + nom + "=" + valeur));
        return new SpringApplicationBuilder(Portail.class).run(reglages.toArray(String[]::new));
    }

    private Population peupler(Path dossier, int dossiers) throws IOException, InterruptedException {
        var registre = registre(dossier, dossiers);
        var candidats = registre.tous();
        var modeleur = compte("modele", Role.REFERENT, null, candidats.subList(candidats.size() - 2, candidats.size()));
        var modeles = modeles(modeleur, candidats.subList(candidats.size() - 2, candidats.size()));
        var referents = comptes("referent", Role.REFERENT);
        var siens = new Copies(base, modeles)
                .executer(
                        candidats.subList(0, candidats.size() - 2),
                        referents.stream().map(Compte::id).toList());
        return new Population(
                seances(referents, "/tableau-de-bord"),
                seances(comptes("verificateur", Role.ARS), "/instruction"),
                seances(comptes("ans", Role.ANS), "/instruction"),
                siens);
    }

    private Candidats registre(Path dossier, int dossiers) throws IOException {
        DefinitionLivree.guichetsDeDemonstration()
                .forEach(guichet ->
                        portail.getBean(GuichetsPublies.class).publierGuichet(guichet.fichier(), guichet.texte()));
        var registre = candidats(dossiers);
        registre.ecrire(dossier.resolve("registre"));
        if (!(portail.getBean(ImporterRegistre.class).executer(dossier.resolve("registre"))
                instanceof ResultatImport.Importe)) {
            throw new IllegalStateException("Registre inventé refusé");
        }
        return registre;
    }

    private Candidats candidats(int dossiers) {
        return new Candidats(Math.max(dossiers / Remplissage.GUICHETS.size(), personnes * PAR_REFERENT) + 2);
    }

    private List<Compte> comptes(String nom, Role role) {
        var regions = Candidats.regions();
        return IntStream.range(0, personnes)
                .mapToObj(i -> compte(
                        nom + i,
                        role,
                        role == Role.ARS
                                ? Region.lire(regions.get(i % regions.size()))
                                        .siLue()
                                        .orElseThrow()
                                : null,
                        List.of()))
                .toList();
    }

    private Compte compte(String nom, Role role, @Nullable Region region, List<Candidat> candidats) {
        return portail.getBean(OuvrirComptePret.class)
                .executer(new ComptePret(
                        role,
                        region,
                        new NomUtilisateur(nom),
                        new AdresseElectronique(nom + "@mesure.example"),
                        Civilite.MADAME,
                        "Mesure",
                        "Camille",
                        null,
                        MOT_DE_PASSE,
                        null,
                        candidats.stream().map(Candidat::cle).toList()));
    }

    /** Deux dossiers complets par guichet : un brouillon, et un transmis. */
    private List<DossierModele> modeles(Compte referent, List<Candidat> candidats)
            throws IOException, InterruptedException {
        var seance = seances(List.of(referent), "/tableau-de-bord").getFirst();
        var modeles = new ArrayList<DossierModele>();
        try (var connexion = new Connexion(port)) {
            for (var guichet : Remplissage.GUICHETS) {
                for (var rang = 0; rang < candidats.size(); rang++) {
                    var reference =
                            ouvrir(referent, guichet, candidats.get(rang).cle());
                    var adresse = "/dossiers/" + reference + "/candidature";
                    Remplissage.donner(connexion, seance, adresse, guichet);
                    attendreLesVerdicts();
                    if (rang == 1) {
                        connexion
                                .poster(adresse + "/transmissions", seance, "_cle=" + UUID.randomUUID())
                                .attendue(303, "transmission du modèle");
                    }
                    modeles.add(new DossierModele(guichet, rang == 1, reference));
                }
            }
        }
        return modeles;
    }

    private String ouvrir(Compte referent, String guichet, CleCandidat cle) {
        var qui = referent.connecte(Instant.now());
        return portail.getBean(CreerDossier.class).executer(qui, guichet, cle)
                        instanceof Creation.Cree(var reference, var _)
                ? reference.valeur()
                : refuser(guichet);
    }

    private static String refuser(String guichet) {
        throw new IllegalStateException("Le dossier modèle de " + guichet + " ne s'ouvre pas");
    }

    private void attendreLesVerdicts() throws InterruptedException {
        while (base.enAnalyse() > 0) {
            Thread.sleep(50);
        }
    }

    @SuppressWarnings("unchecked")
    private List<Seance> seances(List<Compte> comptes, String page) throws IOException {
        var seances = new ArrayList<Seance>();
        for (var compte : comptes) {
            var temoin = Seances.ouvrir(portail.getBean(SessionRepository.class), compte);
            seances.add(Seances.completer(temoin, port, page));
        }
        return seances;
    }
}
