package fr.convergence.portail.paiement;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acte.ActeDuDossier.DePaiement;
import fr.convergence.portail.acte.ActeDuDossier.VersementAnnule;
import fr.convergence.portail.acte.ActeDuDossier.VersementNote;
import fr.convergence.portail.acte.CodeDeVersement;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.portail.dossier.EtatEtape;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.page.Formats;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Note qu'un versement est payé, une fois et une seule ; défait celui qui l'a été par erreur, par un acte motivé (INSTR-6). */
@Component
class NoterVersement {

    sealed interface Issue {
        record Faite() implements Issue {}

        /** Quelqu'un l'a noté entre-temps. */
        record DejaNote(LocalDate jour) implements Issue {}

        /** Le paiement n'est plus tel que la page le montrait. */
        record Change() implements Issue {}

        record JourAVenir() implements Issue {}

        /** Avant ce jour, il ne pouvait pas être payé. */
        record JourTropTot(LocalDate premier) implements Issue {}

        /** Il n'est pas, ou n'est plus, le prochain à noter, ou le dernier à défaire. */
        record PasLui() implements Issue {}

        record Introuvable() implements Issue {}
    }

    /** Ce que l'on en fait, devant une page qui montrait ce paiement-là. */
    sealed interface Geste {
        String marque();

        record Noter(String marque, LocalDate jour) implements Geste {}

        record Annuler(String marque, String motif) implements Geste {}
    }

    private record Tenu(Dossier dossier, Paiement paiement) {}

    private final Dossiers dossiers;
    private final Paiements paiements;
    private final LettresDePaiement lettres;
    private final Journal journal;
    private final Clock horloge;

    NoterVersement(Dossiers dossiers, Paiements paiements, LettresDePaiement lettres, Journal journal, Clock horloge) {
        this.horloge = horloge;
        this.dossiers = dossiers;
        this.paiements = paiements;
        this.lettres = lettres;
        this.journal = journal;
    }

    @Transactional
    public Issue executer(
            Connecte qui, ReferenceDeDossier reference, String etape, CodeDeVersement versement, Geste geste) {
        return dossiers.prendreEnVerificateur(qui, reference)
                .map(dossier -> prendre(dossier, etape)
                        .map(tenu -> switch (geste) {
                            case Geste.Noter noter -> noter(qui, tenu, versement, noter);
                            case Geste.Annuler annuler -> annuler(qui, tenu, versement, annuler);
                        })
                        .orElseGet(Issue.PasLui::new))
                .orElseGet(Issue.Introuvable::new);
    }

    /** Les étapes du dossier d'abord, comme tout acte du dossier : deux ordres contraires s'interbloqueraient. */
    private Optional<Tenu> prendre(Dossier dossier, String code) {
        return dossier.etape(code)
                .filter(etape -> etape.etat() instanceof EtatEtape.Acceptee)
                .flatMap(_ -> paiements.prendre(dossier.id(), code))
                .map(paiement -> new Tenu(dossier, paiement));
    }

    private Issue noter(Connecte qui, Tenu tenu, CodeDeVersement versement, Geste.Noter geste) {
        var paiement = tenu.paiement();
        var note = paiement.jour(versement);
        if (note.isPresent()) {
            return new Issue.DejaNote(note.get());
        }
        if (paiement.prochain().filter(versement::equals).isEmpty()) {
            return new Issue.PasLui();
        }
        if (!paiement.marque().equals(geste.marque())) {
            return new Issue.Change();
        }
        var jour = geste.jour();
        if (jour.isAfter(horloge.instant().atZone(Formats.PARIS).toLocalDate())) {
            return new Issue.JourAVenir();
        }
        if (jour.isBefore(paiement.premierJour(versement))) {
            return new Issue.JourTropTot(paiement.premierJour(versement));
        }
        var montant = paiement.montant(versement);
        ecrire(qui, tenu, paiement.verser(jour), new VersementNote(paiement.etape(), versement, montant, jour));
        lettres.verse(tenu.dossier(), paiement, versement, jour);
        return new Issue.Faite();
    }

    private Issue annuler(Connecte qui, Tenu tenu, CodeDeVersement versement, Geste.Annuler geste) {
        var paiement = tenu.paiement();
        if (paiement.dernier().filter(versement::equals).isEmpty()) {
            return new Issue.PasLui();
        }
        if (!paiement.marque().equals(geste.marque())) {
            return new Issue.Change();
        }
        var montant = paiement.montant(versement);
        ecrire(
                qui,
                tenu,
                paiement.annulerLeDernier(),
                new VersementAnnule(paiement.etape(), versement, montant, geste.motif()));
        lettres.annule(tenu.dossier(), versement, montant, geste.motif());
        return new Issue.Faite();
    }

    private void ecrire(Connecte qui, Tenu tenu, Paiement apres, DePaiement acte) {
        paiements.ecrire(apres);
        journal.ecrire(tenu.dossier().reference().valeur(), qui.getName(), acte);
    }
}
