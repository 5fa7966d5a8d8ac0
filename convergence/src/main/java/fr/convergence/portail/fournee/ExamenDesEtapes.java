package fr.convergence.portail.fournee;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.avis.CartesDAvis;
import fr.convergence.portail.concertation.ListesDeControle;
import fr.convergence.portail.concertation.SituationDesControles;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.dossier.EtatEtape.EnVerification;
import fr.convergence.portail.dossier.Statut;
import fr.convergence.portail.paiement.MontantsARetenir;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Textes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Dit de chaque étape choisie si elle s'accepterait, et sinon ce qui l'empêche ; quelques lectures pour toutes. */
@Component
final class ExamenDesEtapes {

    /**
     * @param candidat vide d'un dossier qui n'est pas à lire par cette personne
     * @param version celle qui vient d'être lue
     * @param obstacle ce qui empêche de l'accepter ; vide si rien
     * @param reserve ce qui n'empêche rien
     */
    record Examinee(
            Designation designee, String candidat, int version, Optional<Message> obstacle, Optional<Message> reserve) {

        boolean acceptable() {
            return obstacle.isEmpty();
        }

        Designation lue() {
            return new Designation(designee.reference(), designee.etape(), version);
        }
    }

    private final Dossiers dossiers;
    private final ListesDeControle controles;
    private final CartesDAvis avis;
    private final MontantsARetenir montants;
    private final Textes textes;

    ExamenDesEtapes(
            Dossiers dossiers, ListesDeControle controles, CartesDAvis avis, MontantsARetenir montants, Textes textes) {
        this.dossiers = dossiers;
        this.controles = controles;
        this.avis = avis;
        this.montants = montants;
        this.textes = textes;
    }

    List<Examinee> de(Connecte qui, Collection<Designation> designees) {
        var lus = dossiers
                .desVerificateurs(
                        qui, designees.stream().map(Designation::reference).toList())
                .stream()
                .collect(Collectors.toMap(Dossier::reference, Function.identity()));
        var situations = controles.situations(lus.values());
        var attendus = avis.attendus(lus.keySet());
        return designees.stream()
                .map(designee -> Optional.ofNullable(lus.get(designee.reference()))
                        .flatMap(dossier -> dossier.etape(designee.etape())
                                .filter(etape -> etape.etat().transmise())
                                .map(etape -> examinee(qui, designee, dossier, etape, situations, attendus)))
                        .orElseGet(() -> new Examinee(
                                designee,
                                "",
                                designee.version(),
                                Optional.of(new Message("fournee.refus.introuvable")),
                                Optional.empty())))
                .toList();
    }

    private Examinee examinee(
            Connecte qui,
            Designation designee,
            Dossier dossier,
            Etape etape,
            Map<UUID, SituationDesControles> situations,
            Set<String> attendus) {
        var situation = Optional.ofNullable(situations.get(etape.id()));
        return new Examinee(
                designee,
                dossier.candidat().nom(),
                etape.version(),
                obstacle(qui, dossier, etape, situation, attendus),
                situation
                        .filter(lue -> lue.aVerifier() + lue.nonConformes() > 0)
                        .map(lue -> new Message("fournee.reserve", lue.aVerifier(), lue.nonConformes())));
    }

    private Optional<Message> obstacle(
            Connecte qui,
            Dossier dossier,
            Etape etape,
            Optional<SituationDesControles> situation,
            Set<String> attendus) {
        var tenue = etape.etat() instanceof EnVerification verification
                && qui.role().niveau().filter(verification.niveau()::equals).isPresent();
        if (!tenue) {
            return Optional.of(new Message(
                    "fournee.refus.mains", textes.de(Statut.de(etape).cle())));
        }
        if (montants.aRetenir(dossier, etape)) {
            return Optional.of(new Message("fournee.refus.montant"));
        }
        if (situation.filter(SituationDesControles::bloque).isPresent()) {
            return Optional.of(
                    new Message("fournee.refus.controles", situation.get().aVerifier()));
        }
        return attendus.contains(dossier.reference() + "/" + etape.code())
                ? Optional.of(new Message("fournee.refus.avis"))
                : Optional.empty();
    }
}
