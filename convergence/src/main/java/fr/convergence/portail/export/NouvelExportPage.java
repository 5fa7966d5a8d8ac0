package fr.convergence.portail.export;

import fr.convergence.portail.tableur.FormeDeTableau;
import fr.convergence.socle.page.Cadre;
import fr.convergence.socle.page.Choix;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.PageDeSaisie;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Ce que l'on emporte de la liste, et sous quelle forme.
 *
 * @param liste l'adresse d'où l'on vient, ses filtres compris
 * @param filtres les paramètres de l'adresse de la liste
 * @param enClair les mêmes, en mots
 * @param nombre d'étapes, vide quand nul ne le sait avant d'avoir tout lu
 * @param colonnes les codes de celles qui sont cochées
 * @param forme celle qui est cochée
 * @param pieces l'autre chose à emporter
 */
public record NouvelExportPage(
        String liste,
        Map<String, String> filtres,
        List<String> enClair,
        Optional<Long> nombre,
        List<String> colonnes,
        String forme,
        Pieces pieces,
        Erreurs erreurs)
        implements PageDeSaisie {

    /**
     * Les pièces que l'on peut emporter.
     *
     * @param poids vide quand la liste est trop longue pour le dire tout de suite, ou ses pièces trop lourdes pour être comptées
     * @param max ce qu'une archive porte, en octets
     * @param possible faux quand il n'y en a pas, ou trop
     */
    public record Pieces(Optional<Poids> poids, long max, boolean possible, boolean trop) {

        public String nombreMax() {
            return Formats.entier(PlanDesPieces.NOMBRE_MAX);
        }
    }

    public record Poids(long nombre, long octets) {}

    public List<Choix> choixDesColonnes(Cadre cadre) {
        return Choix.de(List.of(ColonneDExport.values()), Enum::name, colonne -> cadre.t(colonne.cle()));
    }

    public List<Choix> choixDesFormes(Cadre cadre) {
        return Choix.de(FormeDeTableau.values(), forme -> cadre.t(cle(forme)));
    }

    static String cle(FormeDeTableau forme) {
        return "export.forme." + forme.name().toLowerCase(Locale.ROOT);
    }

    public String adresse() {
        return ExportsController.ADRESSE;
    }
}
