package fr.convergence.portail.reconduction;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acte.ActeDuDossier.DeReponses;
import fr.convergence.portail.acte.DossierReconduit;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.piece.Cible;
import fr.convergence.portail.piece.PiecesReprises;
import fr.convergence.portail.saisie.Ecriture;
import fr.convergence.portail.saisie.EditionOuverte;
import fr.convergence.portail.saisie.ReponsesSaisies;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.page.Textes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reprend d'un ancien dossier ce qui peut l'être, d'un seul geste ; le contenu des preuves choisies se copie ensuite, en fond. */
@Component
class ReconduireReponses {

    /**
     * Ce qu'il en est advenu.
     *
     * @param reponses combien sont reprises
     * @param copies combien de preuves se copient
     * @param refus les preuves qui n'ont pas de place, et pourquoi
     */
    record Faite(String etape, int reponses, int copies, List<String> refus) {}

    private final Chantiers chantiers;
    private final Bilans bilans;
    private final Ecriture ecriture;
    private final ReponsesSaisies reponses;
    private final PiecesReprises pieces;
    private final Journal journal;
    private final Textes textes;

    ReconduireReponses(
            Chantiers chantiers,
            Bilans bilans,
            Ecriture ecriture,
            ReponsesSaisies reponses,
            PiecesReprises pieces,
            Journal journal,
            Textes textes) {
        this.chantiers = chantiers;
        this.bilans = bilans;
        this.ecriture = ecriture;
        this.reponses = reponses;
        this.pieces = pieces;
        this.journal = journal;
        this.textes = textes;
    }

    /** Vide si l'étape ne s'écrit plus, ou si l'un des deux dossiers n'est pas à lui. */
    @Transactional
    public Optional<Faite> executer(Connecte qui, ReferenceDeDossier reference, String ancienne, Set<UUID> choisies) {
        return chantiers
                .pris(qui, reference)
                .flatMap(chantier -> chantiers
                        .ancien(qui, chantier.dossier(), ancienne)
                        .map(ancien -> reprendre(qui, chantier, ancien, choisies)));
    }

    private Faite reprendre(Connecte qui, Chantiers.Chantier chantier, Dossier ancien, Set<UUID> choisies) {
        var dossier = chantier.dossier();
        var etape = chantier.etape();
        var bilan = bilans.de(dossier, etape, ancien);
        journal.ecrire(
                dossier.reference().valeur(),
                qui.getName(),
                new DossierReconduit(etape.code(), ancien.reference().valeur()));
        var ecrites = ecriture.reconduire(edition(dossier, etape), bilan.reprises(), chantier.lue(), qui.compte());
        var copies = 0;
        var refus = new ArrayList<String>();
        for (var preuve : bilan.preuves()) {
            var piece = preuve.piece();
            if (choisies.contains(piece.fichier())) {
                var cible = new Cible(
                        dossier.reference().valeur(),
                        etape.code(),
                        preuve.vers().id());
                var pourquoi = pieces.reprendre(qui, cible, piece);
                pourquoi.ifPresent(dit -> refus.add(textes.de("piece.refus.un", piece.nom(), textes.de(dit))));
                copies += pourquoi.isEmpty() ? 1 : 0;
            }
        }
        return new Faite(etape.code(), ecrites, copies, List.copyOf(refus));
    }

    private EditionOuverte edition(Dossier dossier, Etape etape) {
        return new EditionOuverte(
                etape.id(),
                dossier.reference().valeur(),
                DeReponses.enregistrees(etape.code())::apply,
                reponses.lire(etape.id()));
    }
}
