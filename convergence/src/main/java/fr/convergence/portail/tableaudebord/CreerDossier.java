package fr.convergence.portail.tableaudebord;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.candidat.TypeCandidat;
import fr.convergence.portail.compte.EtablissementsDuCompte;
import fr.convergence.portail.definition.Reference;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Dossier.CandidatDuDossier;
import fr.convergence.portail.dossier.DossiersDuReferent;
import fr.convergence.portail.dossier.DossiersDuReferent.Vivant;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.dossier.EtatEtape;
import fr.convergence.portail.dossier.PrendrePlace;
import fr.convergence.portail.etablissement.Candidat;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.portail.etablissement.Etablissements;
import fr.convergence.portail.guichet.Audience;
import fr.convergence.portail.guichet.DefinitionGuichet;
import fr.convergence.portail.guichet.Guichet;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.identifiant.Region;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ouvre le dossier d'un établissement sur un guichet (TDB-2). */
@Component
public class CreerDossier {

    /** Ce que répond une demande d'ouverture. */
    public sealed interface Creation {
        /**
         * Le dossier est là ; un second envoi du même formulaire mène au même.
         *
         * @param etape celle à remplir d'abord
         */
        record Cree(ReferenceDeDossier reference, String etape) implements Creation {}

        record GuichetInconnu() implements Creation {}

        record PasEncoreOuvert(Instant le) implements Creation {}

        /** @param depuis premier instant où l'on ne crée plus */
        record CandidaturesCloses(Instant depuis) implements Creation {}

        record NonEligible(TypeCandidat type) implements Creation {}

        record PasVotreEtablissement() implements Creation {}

        /** L'ancienne candidature dont repartir n'est pas à lui, ou pas de cet établissement. */
        record AutreEtablissement() implements Creation {}

        /** Il a quitté le registre, ou aucune agence régionale ne l'instruit. */
        record HorsRegistre() implements Creation {}

        /** @param leSien vide quand un autre référent tient ce dossier */
        record DejaUnDossier(Optional<ReferenceDeDossier> leSien) implements Creation {}
    }

    /** Le temps d'un double clic, d'un renvoi après une coupure. */
    private static final Duration DOUBLE_ENVOI = Duration.ofMinutes(1);

    private final GuichetsPublies guichets;
    private final EtablissementsDuCompte siens;
    private final Etablissements registre;
    private final PrendrePlace place;
    private final DossiersDuReferent enCours;
    private final Clock horloge;

    CreerDossier(
            GuichetsPublies guichets,
            EtablissementsDuCompte siens,
            Etablissements registre,
            PrendrePlace place,
            DossiersDuReferent enCours,
            Clock horloge) {
        this.guichets = guichets;
        this.siens = siens;
        this.registre = registre;
        this.place = place;
        this.enCours = enCours;
        this.horloge = horloge;
    }

    /** @param code celui du guichet, « CARE-D2 » */
    @Transactional
    public Creation executer(Connecte qui, String code, CleCandidat cle) {
        return guichets.enVigueur(code)
                .map(Guichet::definition)
                .filter(CreerDossier::remplissable)
                .map(guichet -> refusDeCalendrier(guichet).orElseGet(() -> pour(qui, guichet, cle)))
                .orElseGet(Creation.GuichetInconnu::new);
    }

    /** Vrai quand ce guichet prend aujourd'hui de nouvelles candidatures d'établissements. */
    boolean ouvert(DefinitionGuichet guichet) {
        return remplissable(guichet) && refusDeCalendrier(guichet).isEmpty();
    }

    private static boolean remplissable(DefinitionGuichet guichet) {
        return guichet.audience() == Audience.ETABLISSEMENTS
                && guichet.etapes().getFirst().formulaire().isPresent();
    }

    private Optional<Creation> refusDeCalendrier(DefinitionGuichet guichet) {
        var maintenant = horloge.instant();
        var fenetre = guichet.etapes().getFirst().fenetre();
        return switch (fenetre.etatDesCreations(maintenant)) {
            case OUVERTE -> Optional.empty();
            case A_VENIR ->
                Optional.of(new Creation.PasEncoreOuvert(fenetre.du().ouverture()));
            case CLOSE ->
                Optional.of(new Creation.CandidaturesCloses(
                        fenetre.finDesCreations().orElseThrow().echeance()));
        };
    }

    private Creation pour(Connecte qui, DefinitionGuichet guichet, CleCandidat cle) {
        if (!siens.represente(qui.compte(), cle)) {
            return new Creation.PasVotreEtablissement();
        }
        if (!guichet.eligibles().contains(cle.type())) {
            return new Creation.NonEligible(cle.type());
        }
        return registre.candidat(cle)
                .filter(Candidat::ouvert)
                .flatMap(candidat -> candidat.region().map(region -> ouvrir(qui, guichet, candidat, region)))
                .orElseGet(Creation.HorsRegistre::new);
    }

    private Creation ouvrir(Connecte qui, DefinitionGuichet guichet, Candidat candidat, Region region) {
        var dossier = new Dossier(
                Uuid.v7(),
                ReferenceDeDossier.nouvelle(),
                new Reference(guichet.code(), guichet.reference().version()),
                new CandidatDuDossier(candidat.cle(), candidat.denomination()),
                region,
                qui.compte(),
                horloge.instant(),
                etapes(guichet));
        var premiere = guichet.etapes().getFirst().code();
        return place.executer(dossier)
                ? new Creation.Cree(dossier.reference(), premiere)
                : deja(qui, enCours.vivant(guichet.code(), candidat.cle()), premiere);
    }

    private Creation deja(Connecte qui, Optional<Vivant> vivant, String premiere) {
        var leSien = vivant.filter(dossier -> dossier.referent().equals(qui.compte()));
        return leSien.filter(dossier -> dossier.creeLe().plus(DOUBLE_ENVOI).isAfter(horloge.instant()))
                .<Creation>map(dossier -> new Creation.Cree(dossier.reference(), premiere))
                .orElseGet(() -> new Creation.DejaUnDossier(leSien.map(Vivant::reference)));
    }

    private static List<Etape> etapes(DefinitionGuichet guichet) {
        var etapes = guichet.etapes();
        return IntStream.range(0, etapes.size())
                .mapToObj(i -> new Etape(
                        Uuid.v7(),
                        etapes.get(i).code(),
                        i + 1,
                        etapes.get(i).circuit(),
                        i == 0 ? new EtatEtape.Brouillon() : new EtatEtape.Fermee(),
                        0))
                .toList();
    }
}
