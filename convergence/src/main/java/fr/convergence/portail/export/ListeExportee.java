package fr.convergence.portail.export;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.export.ComplementsDesLignes.Cle;
import fr.convergence.portail.export.ComplementsDesLignes.Complement;
import fr.convergence.portail.export.ComplementsDesLignes.Referent;
import fr.convergence.portail.instruction.LigneDeListe;
import fr.convergence.portail.instruction.ListeDeTravail;
import fr.convergence.portail.tableur.Cellule;
import fr.convergence.portail.tableur.FormeDeTableau;
import fr.convergence.portail.tableur.TableauEcrit;
import fr.convergence.socle.page.Textes;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** La liste de travail en tableau, écrite page après page : la mémoire n'en tient qu'une. */
@Component
final class ListeExportee {

    private final ListeDeTravail liste;
    private final ComplementsDesLignes complements;
    private final Textes textes;
    /** D'un même instant : une étape qui change de statut pendant la lecture n'y est ni deux fois, ni aucune. */
    private final TransactionTemplate lecture;

    ListeExportee(
            ListeDeTravail liste,
            ComplementsDesLignes complements,
            Textes textes,
            PlatformTransactionManager transactions) {
        this.liste = liste;
        this.complements = complements;
        this.textes = textes;
        this.lecture = new TransactionTemplate(transactions);
        this.lecture.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.lecture.setReadOnly(true);
    }

    /**
     * Écrit tout ce que le demandeur a le droit de lire à cet instant.
     *
     * @param avancement à prévenir de ce qui est fait
     * @return combien d'étapes
     */
    long ecrire(Connecte qui, DemandeDExport demande, OutputStream vers, LongConsumer avancement) throws IOException {
        var tableau = FormeDeTableau.de(demande.forme()).ouvrir(vers, textes.de("export.feuille"));
        tableau.ligne(demande.colonnes().stream()
                .map(colonne -> Cellule.de(textes.de(colonne.cle())))
                .toList());
        var faits = new AtomicLong();
        lecture.executeWithoutResult(_ -> liste.parcourir(qui, demande.filtres(), lignes -> {
            ecrire(tableau, demande.colonnes(), lignes, complements.de(qui, lignes));
            avancement.accept(faits.addAndGet(lignes.size()));
        }));
        tableau.finir();
        return faits.get();
    }

    private void ecrire(
            TableauEcrit tableau,
            List<ColonneDExport> colonnes,
            List<LigneDeListe> lignes,
            Map<Cle, Complement> complements) {
        try {
            for (var ligne : lignes) {
                var complement = complements.get(Cle.de(ligne));
                if (complement == null) {
                    throw new IllegalStateException(
                            "Une étape de la liste n’est plus dans le dossier " + ligne.reference());
                }
                tableau.ligne(colonnes.stream()
                        .map(colonne -> cellule(colonne, ligne, complement))
                        .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Cellule cellule(ColonneDExport colonne, LigneDeListe ligne, Complement complement) {
        return switch (colonne) {
            case REFERENCE -> Cellule.de(ligne.reference());
            case CANDIDAT -> Cellule.de(ligne.candidat().nom());
            case TYPE -> Cellule.de(ligne.candidat().type());
            case IDENTIFIANT -> Cellule.de(complement.identifiant());
            case REGION -> Cellule.de(ligne.region());
            case GUICHET -> Cellule.de(ligne.intitule().guichet());
            case ETAPE -> Cellule.de(ligne.intitule().etape());
            case STATUT -> Cellule.de(textes.de(ligne.statut().cle()));
            case DEPUIS -> new Cellule.Moment(ligne.depuis());
            case RETOUR -> ligne.retourAvant().<Cellule>map(Cellule.Moment::new).orElseGet(Cellule.Vide::new);
            case TRANSMISE -> new Cellule.Moment(complement.transmise());
            case REFERENT -> referent(complement, Referent::nom);
            case COURRIEL -> referent(complement, Referent::courriel);
            case TELEPHONE -> referent(complement, Referent::telephone);
        };
    }

    private static Cellule referent(Complement complement, Function<Referent, String> donnee) {
        return Cellule.de(complement.referent().map(donnee).orElse(""));
    }
}
