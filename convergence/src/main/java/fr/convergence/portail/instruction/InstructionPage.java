package fr.convergence.portail.instruction;

import fr.convergence.portail.dossier.Statut;
import fr.convergence.socle.page.Choix;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Lien;
import fr.convergence.socle.page.PageDeSaisie;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * La liste de travail d'un vérificateur.
 *
 * @param national vrai pour l'ANS, qui voit et choisit les régions
 * @param charges qui se charge de chacun au niveau de ce vérificateur, par référence de dossier
 * @param nonLus combien de messages ce vérificateur n'a pas lus, par référence de dossier
 * @param avisDemandes combien sont attendus de ce vérificateur
 * @param positions la liste et où chaque ligne y est, par rang
 * @param filtres ce que l'adresse demande, champ par champ
 */
public record InstructionPage(
        boolean national,
        Map<String, String> filtres,
        List<Onglet> onglets,
        Listes listes,
        List<LigneDeListe> lignes,
        Map<String, String> positions,
        Map<String, Integer> nonLus,
        Map<String, String> charges,
        int avisDemandes,
        Resultat resultat,
        Pages pages,
        Vues vues)
        implements PageDeSaisie {

    /**
     * Un statut. {@code statut} est vide pour « Tous ».
     *
     * @param nombre d'étapes, vide quand aucun compteur ne suit les filtres posés
     */
    public record Onglet(
            Optional<Statut> statut, Optional<Long> nombre, String adresse, boolean courant, boolean attendu) {}

    /**
     * Combien d'étapes répondent.
     *
     * @param davantage vrai quand il y en a plus que ce nombre : les compter toutes les lirait toutes
     * @param approche vrai quand rien ne répond à la saisie telle quelle
     */
    public record Resultat(long nombre, boolean davantage, boolean approche) {}

    /** Ce que proposent les listes déroulantes. */
    public record Listes(
            List<Choix> guichets,
            List<Choix> etapes,
            List<Choix> regions,
            List<Choix> types,
            List<Choix> assignes,
            List<Choix> avis,
            List<Choix> paiements) {}

    /** Les adresses des pages voisines, vides quand il n'y en a pas de ce côté. */
    public record Pages(Optional<String> debut, Optional<String> precedente, Optional<String> suivante) {}

    /**
     * Les vues enregistrées, chacune son nom et son adresse.
     *
     * @param nom celui qui vient d'être tapé et refusé, ou rien
     */
    public record Vues(List<Lien> liste, String nom, Erreurs erreurs) {}

    @Override
    public Erreurs erreurs() {
        return vues.erreurs();
    }

    /** Le dossier d'une ligne, qui saura lequel le suit dans cette liste. */
    public String adresse(LigneDeListe ligne) {
        return EnTete.adresse(ligne.reference(), ligne.intitule().code(), positions.getOrDefault(ligne.rang(), ""));
    }

    public String filtre(String nom) {
        return filtres.getOrDefault(nom, "");
    }

    /** Les ordres que « Trier par » propose. */
    public List<String> tris() {
        return FiltreDeListe.TRIS;
    }

    public int taille() {
        return Integer.parseInt(filtres.getOrDefault("taille", "25"));
    }

    /** Vrai quand un des filtres repliés est posé. */
    public boolean affinee() {
        return filtres.keySet().stream().anyMatch(List.of("type", "du", "au", "assigne", "avis", "paiement")::contains);
    }

    /** Vrai d'une étape que ce vérificateur peut décider : il peut en choisir plusieurs. */
    public boolean choisie(LigneDeListe ligne) {
        return onglets.stream()
                .anyMatch(onglet -> onglet.attendu() && onglet.statut().equals(Optional.of(ligne.statut())));
    }

    public boolean choix() {
        return lignes.stream().anyMatch(this::choisie);
    }

    /** Où chercher la même chose sans s'en tenir à un statut ; vide quand on y est, ou qu'un paiement est demandé. */
    public Optional<String> partout() {
        return onglets.stream()
                .filter(onglet -> onglet.statut().isEmpty()
                        && !onglet.courant()
                        && filtre("paiement").isEmpty())
                .map(Onglet::adresse)
                .findFirst();
    }

    /** Vrai quand un filtre, et non l'absence de dossier, explique une liste vide. */
    public boolean filtree() {
        return affinee() || filtres.keySet().stream().anyMatch(List.of("q", "guichet", "etape", "region")::contains);
    }
}
