package fr.convergence.portail.convention;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acte.ActeDuDossier.ConventionRelancee;
import fr.convergence.portail.convention.EtatDeConvention.AEnvoyer;
import fr.convergence.portail.convention.EtatDeConvention.Envoyee;
import fr.convergence.portail.convention.EtatDeConvention.Expiree;
import fr.convergence.portail.convention.EtatDeConvention.Refusee;
import fr.convergence.portail.convention.EtatDeConvention.Remplacee;
import fr.convergence.portail.convention.EtatDeConvention.Signee;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.dossier.EtatEtape;
import fr.convergence.socle.authentification.Freins;
import fr.convergence.socle.authentification.RegleDeFrein;
import fr.convergence.socle.authentification.VerdictDuFrein.Verrouille;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Relance le signataire, ou établit une convention neuve quand celle d'avant a été refusée ou n'a pas été signée à temps. */
@Component
class RenouvelerConvention {

    sealed interface Issue {
        record Relancee() implements Issue {}

        record Refaite() implements Issue {}

        record Frein(Instant jusqu) implements Issue {}

        /** Le prestataire de signature écrit lui-même au signataire. */
        record AuPrestataire() implements Issue {}

        /**
         * Une autre demande l'a déjà fait refaire.
         *
         * @param partie vrai si le signataire l'a reçue, faux si elle part dans un instant
         */
        record DejaRefaite(boolean partie) implements Issue {}

        /** Signée ou annulée : il n'y a rien à refaire. */
        record Inutile() implements Issue {}

        record Introuvable() implements Issue {}
    }

    private static final Duration HEURE = Duration.ofHours(1);
    private static final RegleDeFrein RELANCES = new RegleDeFrein("convention-relance", 4, HEURE, HEURE, HEURE);

    private final Dossiers dossiers;
    private final Conventions conventions;
    private final EtablirConvention etablir;
    private final PassagesDeConvention passages;
    private final LettresDeConvention lettres;
    private final Confiees confiees;
    private final Freins freins;

    RenouvelerConvention(
            Dossiers dossiers,
            Conventions conventions,
            EtablirConvention etablir,
            PassagesDeConvention passages,
            LettresDeConvention lettres,
            Confiees confiees,
            Freins freins) {
        this.dossiers = dossiers;
        this.conventions = conventions;
        this.etablir = etablir;
        this.passages = passages;
        this.lettres = lettres;
        this.confiees = confiees;
        this.freins = freins;
    }

    /** @param vue le numéro de celle qu'il a sous les yeux */
    @Transactional
    public Issue parLeReferent(Connecte qui, ReferenceDeDossier reference, Optional<Integer> vue) {
        return renouveler(qui, dossiers.prendre(qui, reference), vue);
    }

    @Transactional
    public Issue parUnVerificateur(Connecte qui, ReferenceDeDossier reference, Optional<Integer> vue) {
        return renouveler(qui, dossiers.prendreEnVerificateur(qui, reference), vue);
    }

    private Issue renouveler(Connecte qui, Optional<Dossier> tenu, Optional<Integer> vue) {
        if (tenu.isEmpty()) {
            return new Issue.Introuvable();
        }
        var dossier = tenu.get();
        return conventions
                .courante(dossier.id())
                .flatMap(courante -> conventions.prendre(courante.id()))
                .map(convention -> renouveler(qui, dossier, convention, vue))
                .orElseGet(Issue.Inutile::new);
    }

    private Issue renouveler(Connecte qui, Dossier dossier, Convention convention, Optional<Integer> vue) {
        return switch (convention.etat()) {
            case AEnvoyer _ -> new Issue.DejaRefaite(false);
            case Envoyee _
            when vue.filter(numero -> numero < convention.numero()).isPresent() -> new Issue.DejaRefaite(true);
            case Envoyee _ -> relancer(qui, convention);
            case Refusee _, Expiree _ ->
                refaire(dossier, dossier.etape(convention.etape()).orElseThrow());
            case Signee _, Remplacee _ -> new Issue.Inutile();
        };
    }

    /** La décision qui l'a fait établir a pu être reprise depuis. */
    private Issue refaire(Dossier dossier, Etape etape) {
        if (!(etape.etat() instanceof EtatEtape.Acceptee)) {
            return new Issue.Inutile();
        }
        etablir.etablir(dossier, etape);
        return new Issue.Refaite();
    }

    private Issue relancer(Connecte qui, Convention convention) {
        if (confiees.est(convention.id())) {
            return new Issue.AuPrestataire();
        }
        if (freins.essayer(RELANCES, convention.id().toString()) instanceof Verrouille(var jusqu)) {
            return new Issue.Frein(jusqu);
        }
        lettres.rappel(convention);
        passages.relater(convention, qui.getName(), new ConventionRelancee(convention.numero()));
        return new Issue.Relancee();
    }
}
