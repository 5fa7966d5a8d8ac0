package fr.convergence.portail.referentiel;

import static java.util.Objects.requireNonNull;

import fr.convergence.portail.registre.HistoriqueDesImports.ImportPasse;
import fr.convergence.portail.registre.RapportImport.Compte;
import fr.convergence.portail.registre.RapportImport.Objet;
import fr.convergence.portail.registre.RapportImport.Rejet;
import fr.convergence.socle.page.Page;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Ce qu'un import a fait du référentiel, ou ce qu'il en ferait, ou ce qu'on en attend encore.
 *
 * @param attente ce qui se fait en ce moment ; nul quand rien ne se fait
 * @param motif pourquoi rien n'a changé, ou ce qu'il faut regarder avant de confirmer
 * @param nombreDeRejets tous ; {@code rejets} n'en montre que les premiers
 * @param aConfirmer vrai quand l'opérateur peut importer ce qui est vérifié, ou y renoncer
 */
public record ImportPage(
        String fichier,
        Instant le,
        String vers,
        EtatDImport etat,
        @Nullable Attente attente,
        @Nullable String motif,
        List<Ligne> lignes,
        long nombreDeRejets,
        List<Rejet> rejets,
        boolean aConfirmer)
        implements Page {

    private static final int REJETS_MONTRES = 100;

    /**
     * @param quoi clé du texte de ce qui se passe
     * @param lus enregistrements lus jusqu'ici
     */
    public record Attente(String quoi, long taille, long lus) {}

    /** @param cle nom de ce qui est compté */
    public record Ligne(String cle, Compte compte) {}

    public boolean importe() {
        return etat == EtatDImport.IMPORTE;
    }

    /** Le même fichier, une seconde fois. */
    public boolean inchange() {
        return importe() && lignes.stream().allMatch(ligne -> ligne.compte().rien());
    }

    /** @param derriere vrai quand un autre import se fait d'abord */
    static ImportPage enAttente(EnvoiDuRegistre envoi, boolean derriere) {
        return new ImportPage(
                envoi.nom(),
                envoi.envoyeLe(),
                adresse(envoi.id()),
                EtatDImport.de(envoi),
                new Attente(quoi(envoi, derriere), envoi.taille(), envoi.lus()),
                null,
                List.of(),
                0,
                List.of(),
                false);
    }

    static ImportPage de(ImportPasse passe, boolean aConfirmer, Map<Objet, Compte> comptes, List<Rejet> rejets) {
        return new ImportPage(
                passe.fichier(),
                passe.commenceLe(),
                adresse(passe.id()),
                EtatDImport.de(passe.issue()),
                null,
                passe.motif(),
                lignes(comptes),
                passe.rejets(),
                rejets.stream().limit(REJETS_MONTRES).toList(),
                aConfirmer);
    }

    static String adresse(UUID id) {
        return ReferentielController.IMPORTS + "/" + id;
    }

    private static String quoi(EnvoiDuRegistre envoi, boolean derriere) {
        if (envoi.enMain()) {
            return "referentiel.attente.en-main";
        }
        return derriere ? "referentiel.attente.autre" : "referentiel.attente.file";
    }

    private static List<Ligne> lignes(Map<Objet, Compte> comptes) {
        return Arrays.stream(Objet.values())
                .filter(comptes::containsKey)
                .map(objet -> new Ligne(cle(objet), requireNonNull(comptes.get(objet))))
                .toList();
    }

    private static String cle(Objet objet) {
        return switch (objet) {
            case EJ -> "referentiel.ej";
            case EG -> "referentiel.eg";
            case GHT -> "referentiel.ght";
            case MEMBRE -> "referentiel.membre";
        };
    }
}
