package fr.convergence.isc.identite;

import fr.convergence.isc.identite.EtatDeVerification.ARefaire;
import fr.convergence.isc.identite.EtatDeVerification.Acceptee;
import fr.convergence.isc.identite.EtatDeVerification.Creee;
import fr.convergence.isc.identite.EtatDeVerification.EnExamen;
import fr.convergence.isc.identite.EtatDeVerification.Expiree;
import fr.convergence.isc.identite.EtatDeVerification.Filmee;
import fr.convergence.isc.identite.EtatDeVerification.Ouverte;
import fr.convergence.isc.identite.EtatDeVerification.Refusee;
import fr.convergence.isc.identite.EtatDeVerification.Soumise;
import fr.convergence.socle.site.Langue;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Une vérification d'identité : un verbe par passage.
 *
 * @param inscription celle qui l'a demandée
 * @param prise ce que la personne a dit avant de filmer, une fois dit ; il reste à qui l'examine
 * @param partenaire qui la mène
 * @param reference son identifiant chez le partenaire qui la mène, s'il y en a un
 * @param avis ce que ce partenaire en conclut, pour l'opérateur
 * @param expireLe au-delà, si la personne n'a pas fini, elle ne le peut plus
 */
public record Verification(
        UUID id,
        UUID inscription,
        Personne personne,
        EtatDeVerification etat,
        Optional<Prise> prise,
        String partenaire,
        @Nullable String reference,
        @Nullable String avis,
        Instant expireLe) {

    /**
     * Qui est vérifié, tel que son inscription le dit.
     *
     * @param mobile où un SMS peut l'atteindre, au format E.164 ; nul si elle n'en a pas donné
     * @param langue celle de ses pages et de ses courriels
     */
    public record Personne(
            String prenom,
            String nom,
            String courriel,
            @Nullable String mobile,
            Langue langue) {}

    /** Sur ce téléphone, et sur lui seul : celui qui l'avait ouverte avant ne continue plus. */
    public Verification ouvrir(UUID telephone, Instant le) {
        return switch (etat) {
            case Creee _, ARefaire _ ->
                new Verification(
                        id,
                        inscription,
                        personne,
                        new Ouverte(le, telephone, Optional.empty()),
                        Optional.empty(),
                        partenaire,
                        reference,
                        avis,
                        expireLe);
            case Ouverte ouverte -> avec(new Ouverte(le, telephone, ouverte.consentement()));
            case Filmee filmee -> avec(new Filmee(le, telephone, filmee.prise(), filmee.recus()));
            case Soumise _, EnExamen _, Acceptee _, Refusee _, Expiree _ -> throw interdite("ouvrir");
        };
    }

    public Verification consentir(Instant le) {
        return switch (etat) {
            case Ouverte ouverte -> avec(new Ouverte(ouverte.depuis(), ouverte.telephone(), Optional.of(le)));
            case Creee _, Filmee _, Soumise _, EnExamen _, Acceptee _, Refusee _, ARefaire _, Expiree _ ->
                throw interdite("consentir");
        };
    }

    /** Choisit le document ; en changer fait tout refilmer. */
    public Verification choisir(TypeDeDocument document, String pays, Instant le) {
        return switch (etat) {
            case Ouverte ouverte ->
                filmer(
                        ouverte.telephone(),
                        new Prise(ouverte.consentement().orElseThrow(() -> interdite("choisir")), document, pays),
                        le);
            case Filmee filmee ->
                filmer(filmee.telephone(), new Prise(filmee.prise().consentement(), document, pays), le);
            case Creee _, Soumise _, EnExamen _, Acceptee _, Refusee _, ARefaire _, Expiree _ ->
                throw interdite("choisir");
        };
    }

    private Verification filmer(UUID telephone, Prise dite, Instant le) {
        return new Verification(
                id,
                inscription,
                personne,
                new Filmee(le, telephone, dite, Set.of()),
                Optional.of(dite),
                partenaire,
                reference,
                avis,
                expireLe);
    }

    /** Une séquence est arrivée ; la dernière la soumet. */
    public Verification recevoir(Sequence sequence, Instant le) {
        return switch (etat) {
            case Filmee filmee -> {
                if (!filmee.prise().sequences().contains(sequence)) {
                    throw interdite("recevoir " + sequence);
                }
                var recus = new HashSet<>(filmee.recus());
                recus.add(sequence);
                var suite = new Filmee(filmee.depuis(), filmee.telephone(), filmee.prise(), recus);
                yield avec(suite.prochain().isEmpty() ? new Soumise(le, filmee.telephone(), filmee.prise()) : suite);
            }
            case Creee _, Ouverte _, Soumise _, EnExamen _, Acceptee _, Refusee _, ARefaire _, Expiree _ ->
                throw interdite("recevoir");
        };
    }

    /** Cette séquence ne vaut rien : elle est à refilmer, fût-ce après la fin. */
    public Verification ecarter(Sequence sequence, Instant le) {
        return switch (etat) {
            case Filmee filmee ->
                avec(new Filmee(filmee.depuis(), filmee.telephone(), filmee.prise(), sans(filmee.recus(), sequence)));
            case Soumise soumise ->
                avec(new Filmee(
                        le,
                        soumise.telephone(),
                        soumise.prise(),
                        sans(Set.copyOf(soumise.prise().sequences()), sequence)));
            case Creee _, Ouverte _, EnExamen _, Acceptee _, Refusee _, ARefaire _, Expiree _ ->
                throw interdite("ecarter");
        };
    }

    /** Tous les fichiers sont sains, ou le partenaire a conclu. */
    public Verification examiner(Instant le) {
        return switch (etat) {
            case Soumise _ -> avec(new EnExamen(le));
            case Creee _, ARefaire _ -> avec(chezLePartenaire("examiner", new EnExamen(le)));
            case Ouverte _, Filmee _, EnExamen _, Acceptee _, Refusee _, Expiree _ -> throw interdite("examiner");
        };
    }

    /** Le partenaire n'a pas pu conclure : la personne recommence chez lui. */
    public Verification echouer(String motif, Instant le) {
        return switch (etat) {
            case Creee _, ARefaire _ -> avec(chezLePartenaire("echouer", new ARefaire(le, motif)));
            case Ouverte _, Filmee _, Soumise _, EnExamen _, Acceptee _, Refusee _, Expiree _ ->
                throw interdite("echouer");
        };
    }

    private EtatDeVerification chezLePartenaire(String verbe, EtatDeVerification suite) {
        if (reference == null) {
            throw interdite(verbe);
        }
        return suite;
    }

    public Verification accepter(Instant le) {
        return avec(decidee("accepter", new Acceptee(le)));
    }

    public Verification refuser(String motif, Instant le) {
        return avec(decidee("refuser", new Refusee(le, motif)));
    }

    /** @param jusqua elle a de nouveau du temps */
    public Verification redemander(String motif, Instant le, Instant jusqua) {
        var redemandee = decidee("redemander", new ARefaire(le, motif));
        return new Verification(id, inscription, personne, redemandee, prise, partenaire, null, null, jusqua);
    }

    public Verification expirer(Instant le) {
        return switch (etat) {
            case Creee _, Ouverte _, Filmee _, ARefaire _ -> avec(new Expiree(le));
            case Soumise _, EnExamen _, Acceptee _, Refusee _, Expiree _ -> throw interdite("expirer");
        };
    }

    private EtatDeVerification decidee(String verbe, EtatDeVerification suite) {
        return switch (etat) {
            case EnExamen _ -> suite;
            case Creee _, Ouverte _, Filmee _, Soumise _, Acceptee _, Refusee _, ARefaire _, Expiree _ ->
                throw interdite(verbe);
        };
    }

    private Verification avec(EtatDeVerification autre) {
        return new Verification(id, inscription, personne, autre, prise, partenaire, reference, avis, expireLe);
    }

    private static Set<Sequence> sans(Set<Sequence> recus, Sequence sequence) {
        var restent = new HashSet<>(recus);
        restent.remove(sequence);
        return restent;
    }

    private IllegalStateException interdite(String verbe) {
        return new IllegalStateException("Vérification " + etat.code() + " : on ne peut pas " + verbe);
    }
}
