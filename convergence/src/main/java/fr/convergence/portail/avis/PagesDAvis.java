package fr.convergence.portail.avis;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.avis.Avis.Consultation;
import fr.convergence.portail.avis.Avis.Etat;
import fr.convergence.portail.avis.ConsultationsPage.Fiche;
import fr.convergence.portail.avis.ConsultationsPage.Tape;
import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.Comptes;
import fr.convergence.portail.concertation.RetourALaListe;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.EtatEtape.EnVerification;
import fr.convergence.socle.page.Choix;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Textes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Compose la page des avis d'un dossier. */
@Component
final class PagesDAvis {

    private final Avis avis;
    private final Consultables consultables;
    private final Comptes comptes;
    private final Textes textes;

    PagesDAvis(Avis avis, Consultables consultables, Comptes comptes, Textes textes) {
        this.avis = avis;
        this.consultables = consultables;
        this.comptes = comptes;
        this.textes = textes;
    }

    ConsultationsPage de(Connecte qui, Dossier dossier, RetourALaListe retour, Tape tape, Erreurs erreurs) {
        var consultations = avis.du(dossier.reference());
        var noms = comptes.noms(consultations.stream()
                .flatMap(demande -> Stream.of(demande.demandeur(), demande.consulte()))
                .distinct()
                .toList());
        var ouverte = dossier.etape(retour.etape())
                .filter(trouvee -> trouvee.etat() instanceof EnVerification)
                .isPresent();
        return new ConsultationsPage(
                dossier.reference().valeur(),
                dossier.candidat().nom(),
                retour,
                consultations.stream().map(demande -> fiche(qui, demande, noms)).toList(),
                ouverte ? choix(qui) : List.of(),
                tape,
                erreurs);
    }

    private List<Choix> choix(Connecte qui) {
        return Choix.de(consultables.par(qui), compte -> compte.id().toString(), compte -> libelle(qui, compte));
    }

    private String libelle(Connecte qui, Compte compte) {
        return compte.role() == qui.role()
                ? compte.nomComplet()
                : textes.de("avis.consultable.ans", compte.nomComplet());
    }

    private Fiche fiche(Connecte qui, Consultation demande, Map<UUID, String> noms) {
        var consulte = noms.getOrDefault(demande.consulte(), "");
        return new Fiche(
                demande.numero(),
                new Message("avis.qui", noms.getOrDefault(demande.demandeur(), ""), consulte),
                demande.demandeLe(),
                demande.question(),
                issue(demande.etat()),
                demande.etat() instanceof Etat.Rendu rendu ? Optional.of(rendu.texte()) : Optional.empty(),
                demande.attendue() && demande.consulte().equals(qui.compte()),
                demande.attendue() && consultables.duNiveau(qui, demande.demandeur()));
    }

    Message issue(Etat etat) {
        return switch (etat) {
            case Etat.Demande() -> new Message("avis.etat.attendu");
            case Etat.Rendu(var sens, var _, var le) ->
                new Message("avis.etat.rendu", textes.de(sens.cle()), Formats.dateHeure(le));
            case Etat.Retire(var le) -> new Message("avis.etat.retire", Formats.dateHeure(le));
            case Etat.SansObjet(var le) -> new Message("avis.etat.sans-objet", Formats.dateHeure(le));
        };
    }
}
