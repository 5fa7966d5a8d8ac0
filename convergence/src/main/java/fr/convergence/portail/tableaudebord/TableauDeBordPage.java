package fr.convergence.portail.tableaudebord;

import fr.convergence.portail.dossier.Statut;
import fr.convergence.portail.reprise.ReprisesRecues.Recue;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Le tableau de bord d'un référent (TDB-1).
 *
 * @param fermes ses établissements que le registre national dit fermés
 * @param reprises ce qu'un autre référent lui demande (TRF-3)
 * @param attentes ce qui l'attend, le plus pressé d'abord (TDB-3)
 * @param vide vrai s'il n'a aucune candidature, à ne pas confondre avec une recherche sans résultat
 */
public record TableauDeBordPage(
        List<String> fermes,
        List<Recue> reprises,
        List<Attente> attentes,
        DemandePage demande,
        Liste liste,
        boolean vide)
        implements Page {

    public TableauDeBordPage {
        fermes = List.copyOf(fermes);
        reprises = List.copyOf(reprises);
        attentes = List.copyOf(attentes);
    }

    /** Une étape que le référent doit remplir ou corriger. */
    public record Attente(
            String reference,
            String domaine,
            String etablissement,
            String etape,
            Statut statut,
            Optional<Echeance> echeance,
            String vers) {}

    /**
     * Une échéance.
     *
     * @param le dernier instant où il est temps
     * @param jours jours pleins qui restent
     * @param mot ce qu'est cette date
     */
    public record Echeance(Instant le, long jours, boolean proche, Message mot) {}

    /**
     * Une ligne de « Vos candidatures ».
     *
     * @param nonLus messages qu'il n'a pas lus
     * @param accuse l'adresse du dernier accusé de dépôt de cette étape
     */
    public record Ligne(
            String reference,
            String domaine,
            String etablissement,
            String etape,
            Statut statut,
            int nonLus,
            Optional<String> accuse) {

        public String vers() {
            return "/dossiers/" + reference;
        }
    }

    /** Les lignes à montrer, et ce qu'il faut pour en demander d'autres. */
    public record Liste(
            List<Ligne> lignes, int total, int page, int pages, int taille, String q, String tri, String adresse) {

        public Liste {
            lignes = List.copyOf(lignes);
        }

        /** Les ordres que « Trier par » propose. */
        public List<String> tris() {
            return Colonne.tris();
        }
    }
}
