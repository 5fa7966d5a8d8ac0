package fr.convergence.portail.avis;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acte.ActeDeConcertation.AvisRendu;
import fr.convergence.portail.avis.Avis.Consultation;
import fr.convergence.portail.avis.Avis.Etat;
import fr.convergence.portail.compte.Comptes;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.socle.base.Sha256;
import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.courriel.Lettre;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.journal.Journal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rend l'avis que l'on vous a demandé, tant qu'il est attendu. */
@Component
class RendreAvis {

    private final Dossiers dossiers;
    private final Avis avis;
    private final Comptes comptes;
    private final Journal journal;
    private final Courriels courriels;

    RendreAvis(Dossiers dossiers, Avis avis, Comptes comptes, Journal journal, Courriels courriels) {
        this.dossiers = dossiers;
        this.avis = avis;
        this.comptes = comptes;
        this.journal = journal;
        this.courriels = courriels;
    }

    /** @return pourquoi il n'est pas rendu, s'il ne l'est pas : la clé d'un texte ; vide d'un avis qui n'est pas à lire par lui */
    @Transactional
    public Optional<Rendu> executer(
            Connecte qui, ReferenceDeDossier reference, int numero, SensDAvis sens, String texte) {
        return dossiers.prendreEnVerificateur(qui, reference)
                .flatMap(_ -> avis.celui(reference, numero))
                .map(consultation -> rendre(qui, reference, consultation, sens, texte));
    }

    /** Ce qu'il en est. */
    sealed interface Rendu {
        record Fait() implements Rendu {}

        /** Il est demandé à quelqu'un d'autre. */
        record PasAVous() implements Rendu {}

        /** Il n'est plus attendu, et pourquoi. */
        record PlusAttendu(Etat etat) implements Rendu {}
    }

    private Rendu rendre(
            Connecte qui, ReferenceDeDossier reference, Consultation consultation, SensDAvis sens, String texte) {
        if (!consultation.consulte().equals(qui.compte())) {
            return new Rendu.PasAVous();
        }
        if (!avis.rendre(reference, consultation.numero(), sens, texte)) {
            return new Rendu.PlusAttendu(consultation.etat());
        }
        journal.ecrire(
                reference.valeur(),
                qui.getName(),
                new AvisRendu(consultation.etape(), consultation.numero(), sens.name(), Sha256.hexa(texte)));
        comptes.titulaire(consultation.demandeur())
                .filter(demandeur -> demandeur.actif())
                .ifPresent(demandeur -> courriels.ecrire(List.of(new Lettre(
                                "avis/rendu",
                                List.of(demandeur.courriel().valeur()),
                                reference.valeur(),
                                Map.of(
                                        "prenom", demandeur.prenom(),
                                        "consulte", qui.nom(),
                                        "reference", reference.valeur()))
                        .reunissable(demandeur.titre()))));
        return new Rendu.Fait();
    }
}
