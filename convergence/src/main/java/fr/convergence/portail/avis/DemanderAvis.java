package fr.convergence.portail.avis;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acte.ActeDeConcertation.AvisDemande;
import fr.convergence.portail.acte.ActeDeConcertation.AvisRetire;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.portail.dossier.EtatEtape.EnVerification;
import fr.convergence.socle.base.Sha256;
import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.courriel.Lettre;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.journal.Journal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Demande un avis sur une étape en vérification, et retire une demande de son niveau. */
@Component
class DemanderAvis {

    /** Ce qu'il en est. */
    sealed interface Resultat {
        record Demande(String a) implements Resultat {}

        /** Cette personne en doit déjà un. */
        record Deja(String a) implements Resultat {}

        /** Ce n'est pas quelqu'un à qui en demander. */
        record PasConsultable() implements Resultat {}

        /** L'étape n'est pas, ou plus, en vérification. */
        record RienADecider() implements Resultat {}

        record Inconnue() implements Resultat {}
    }

    private final Dossiers dossiers;
    private final Avis avis;
    private final Consultables consultables;
    private final Journal journal;
    private final Courriels courriels;

    DemanderAvis(Dossiers dossiers, Avis avis, Consultables consultables, Journal journal, Courriels courriels) {
        this.dossiers = dossiers;
        this.avis = avis;
        this.consultables = consultables;
        this.journal = journal;
        this.courriels = courriels;
    }

    @Transactional
    public Resultat executer(
            Connecte qui, ReferenceDeDossier reference, String etape, Optional<UUID> a, String question) {
        return dossiers.prendreEnVerificateur(qui, reference)
                .filter(dossier -> dossier.etape(etape).isPresent())
                .map(dossier -> demander(qui, dossier, etape, a, question))
                .orElseGet(Resultat.Inconnue::new);
    }

    private Resultat demander(Connecte qui, Dossier dossier, String etape, Optional<UUID> a, String question) {
        if (!(dossier.etape(etape).orElseThrow().etat() instanceof EnVerification)) {
            return new Resultat.RienADecider();
        }
        var consulte = consultables.celui(qui, a);
        if (consulte.isEmpty()) {
            return new Resultat.PasConsultable();
        }
        var personne = consulte.get();
        var numero = avis.demander(dossier.id(), dossier.reference(), etape, qui.compte(), personne.id(), question);
        if (numero.isEmpty()) {
            return new Resultat.Deja(personne.nomComplet());
        }
        var reference = dossier.reference().valeur();
        journal.ecrire(
                reference, qui.getName(), new AvisDemande(etape, numero.get(), personne.id(), Sha256.hexa(question)));
        courriels.ecrire(List.of(new Lettre(
                        "avis/demande",
                        List.of(personne.courriel().valeur()),
                        reference,
                        Map.of("prenom", personne.prenom(), "demandeur", qui.nom(), "reference", reference))
                .reunissable(personne.titre())));
        return new Resultat.Demande(personne.nomComplet());
    }

    /** @return faux si la demande n'est pas de son niveau, ou n'attend plus rien ; vide si le dossier n'est pas à lire par lui */
    @Transactional
    public Optional<Boolean> retirer(Connecte qui, ReferenceDeDossier reference, int numero) {
        return dossiers.prendreEnVerificateur(qui, reference)
                .map(_ -> avis.celui(reference, numero)
                        .filter(consultation -> consultables.duNiveau(qui, consultation.demandeur()))
                        .filter(_ -> avis.retirer(reference, numero))
                        .map(consultation -> {
                            journal.ecrire(
                                    reference.valeur(), qui.getName(), new AvisRetire(consultation.etape(), numero));
                            return true;
                        })
                        .orElse(false));
    }
}
