package fr.convergence.demonstration;

import fr.convergence.doublures.Authentificateur;
import fr.convergence.isc.acces.Fonction;
import fr.convergence.isc.acces.Membre;
import fr.convergence.isc.compte.Comptes;
import fr.convergence.isc.compte.CreerCompte;
import fr.convergence.isc.compte.NouveauCompte;
import fr.convergence.isc.entreprise.Entreprises;
import fr.convergence.isc.identite.LecteursDeVideos;
import fr.convergence.socle.authentification.CodesTotp;
import fr.convergence.socle.identifiant.AdresseElectronique;
import fr.convergence.socle.identifiant.Civilite;
import fr.convergence.socle.identifiant.IdentifiantNational;
import fr.convergence.socle.identifiant.Siren;
import fr.convergence.socle.identifiant.Telephone;
import fr.convergence.socle.personne.NomUtilisateur;
import fr.convergence.socle.personne.Secrets;
import fr.convergence.socle.site.Langue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** L'entreprise et les personnes d'Industriels Santé Connect. Toutes sont inventées. */
final class DonneesDIsc {

    /** @param secret celui de son application d'authentification, vide si elle n'en a pas */
    record Personne(
            String nomUtilisateur,
            String qui,
            Fonction fonction,
            Civilite civilite,
            String prenom,
            String nom,
            Optional<String> secret) {}

    static final List<Personne> PERSONNES = List.of(
            new Personne(
                    "marc.delmas",
                    "mandataire de LOGIPRO",
                    Fonction.MANDATAIRE,
                    Civilite.MONSIEUR,
                    "Marc",
                    "Delmas",
                    Optional.of("R5KQ2XNLWT7ZJ4HMVB3YPCGDE6UAOFSI")),
            new Personne(
                    "linda.moroux",
                    "représentante de LOGIPRO",
                    Fonction.REPRESENTANT,
                    Civilite.MADAME,
                    "Linda",
                    "Moroux",
                    Optional.empty()),
            new Personne(
                    "alan.bruger",
                    "salarié de LOGIPRO",
                    Fonction.SALARIE,
                    Civilite.MONSIEUR,
                    "Alan",
                    "Bruger",
                    Optional.empty()),
            new Personne(
                    "sophie.caron",
                    "opératrice",
                    Fonction.OPERATEUR,
                    Civilite.MADAME,
                    "Sophie",
                    "Caron",
                    Optional.of("M3TPX7QLZ5RWN2KJ6HVYBDCGE4UAOFSI")),
            new Personne(
                    "hugo.lemaire",
                    "opérateur, voit les vidéos d’identité",
                    Fonction.OPERATEUR,
                    Civilite.MONSIEUR,
                    "Hugo",
                    "Lemaire",
                    Optional.of("K7VNB4TQXH2LWM5ZJ3RYPDCGE6UAOFSI")));

    private DonneesDIsc() {}

    static List<Authentificateur> authentificateurs() {
        return PERSONNES.stream()
                .flatMap(personne -> personne.secret().stream()
                        .map(secret -> new Authentificateur(
                                personne.prenom() + " " + personne.nom(), personne.nomUtilisateur(), secret)))
                .toList();
    }

    /** Recommencer ne change rien. */
    static void charger(ApplicationContext isc) {
        var entreprise = isc.getBean(Entreprises.class)
                .trouverOuCreer(
                        IdentifiantNational.de(new Siren("123456782")),
                        "LOGIPRO",
                        "20 avenue Charles-de-Gaulle, 75017 Paris",
                        "FR")
                .id();
        PERSONNES.forEach(personne -> ouvrir(isc, entreprise, personne));
        var comptes = isc.getBean(Comptes.class);
        var sophie = comptes.designe("sophie.caron").orElseThrow();
        var hugo = comptes.designe("hugo.lemaire").orElseThrow();
        isc.getBean(LecteursDeVideos.class)
                .nommer(
                        hugo.id(),
                        new Membre(
                                sophie.id(),
                                Fonction.OPERATEUR,
                                Optional.empty(),
                                sophie.personne().nomComplet(),
                                Instant.now()));
    }

    private static void ouvrir(ApplicationContext isc, UUID entreprise, Personne personne) {
        var compte = isc.getBean(CreerCompte.class)
                .pret(
                        nouveau(personne, personne.fonction() == Fonction.OPERATEUR ? null : entreprise),
                        DonneesDeDemonstration.MOT_DE_PASSE);
        var secrets = isc.getBean(Secrets.class);
        personne.secret()
                .filter(_ -> secrets.application(compte).isEmpty())
                .ifPresent(secret -> secrets.lier(compte, secret, CodesTotp.AUCUN_PAS));
    }

    private static NouveauCompte nouveau(Personne personne, @Nullable UUID entreprise) {
        return new NouveauCompte(
                personne.fonction(),
                entreprise,
                new NomUtilisateur(personne.nomUtilisateur()),
                new AdresseElectronique(personne.nomUtilisateur() + "@demonstration.example"),
                personne.civilite(),
                personne.nom(),
                personne.prenom(),
                new Telephone("+33142681000"),
                null,
                Langue.FRANCAIS);
    }
}
