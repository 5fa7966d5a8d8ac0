package fr.convergence.portail.paiement;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acte.ActeDuDossier.DePaiement;
import fr.convergence.portail.acte.ActeDuDossier.VersementAnnule;
import fr.convergence.portail.acte.ActeDuDossier.VersementNote;
import fr.convergence.portail.acte.CodeDeVersement;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.journal.Journal;
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

        /** Il n'est pas, ou n'est plus, le prochain à noter, ou le dernier à défaire. */
        record PasLui() implements Issue {}

        record Introuvable() implements Issue {}
    }

    /** Ce que l'on en fait. */
    sealed interface Geste {
        record Noter(LocalDate jour) implements Geste {}

        record Annuler(String motif) implements Geste {}
    }

    private record Tenu(Dossier dossier, Paiement paiement) {}

    private final Dossiers dossiers;
    private final Paiements paiements;
    private final LettresDePaiement lettres;
    private final Journal journal;

    NoterVersement(Dossiers dossiers, Paiements paiements, LettresDePaiement lettres, Journal journal) {
        this.dossiers = dossiers;
        this.paiements = paiements;
        this.lettres = lettres;
        this.journal = journal;
    }

    @Transactional
    public Issue executer(
            Connecte qui, ReferenceDeDossier reference, String etape, CodeDeVersement versement, Geste geste) {
        return prendre(qui, reference, etape)
                .map(tenu -> switch (geste) {
                    case Geste.Noter(var jour) -> noter(qui, tenu, versement, jour);
                    case Geste.Annuler(var motif) -> annuler(qui, tenu, versement, motif);
                })
                .orElseGet(Issue.Introuvable::new);
    }

    /** Les étapes du dossier d'abord, comme tout acte du dossier : deux ordres contraires s'interbloqueraient. */
    private Optional<Tenu> prendre(Connecte qui, ReferenceDeDossier reference, String etape) {
        return dossiers.prendreEnVerificateur(qui, reference)
                .flatMap(
                        dossier -> paiements.prendre(dossier.id(), etape).map(paiement -> new Tenu(dossier, paiement)));
    }

    private Issue noter(Connecte qui, Tenu tenu, CodeDeVersement versement, LocalDate jour) {
        var paiement = tenu.paiement();
        var note = paiement.jour(versement);
        if (note.isPresent()) {
            return new Issue.DejaNote(note.get());
        }
        if (paiement.prochain().filter(versement::equals).isEmpty()) {
            return new Issue.PasLui();
        }
        var montant = paiement.montant(versement);
        ecrire(qui, tenu, paiement.verser(jour), new VersementNote(paiement.etape(), versement, montant, jour));
        lettres.verse(tenu.dossier(), versement, montant, jour);
        return new Issue.Faite();
    }

    private Issue annuler(Connecte qui, Tenu tenu, CodeDeVersement versement, String motif) {
        var paiement = tenu.paiement();
        if (paiement.dernier().filter(versement::equals).isEmpty()) {
            return new Issue.PasLui();
        }
        var montant = paiement.montant(versement);
        ecrire(
                qui,
                tenu,
                paiement.annulerLeDernier(),
                new VersementAnnule(paiement.etape(), versement, montant, motif));
        lettres.annule(tenu.dossier(), versement, montant, motif);
        return new Issue.Faite();
    }

    private void ecrire(Connecte qui, Tenu tenu, Paiement apres, DePaiement acte) {
        paiements.ecrire(apres);
        journal.ecrire(tenu.dossier().reference().valeur(), qui.getName(), acte);
    }
}
