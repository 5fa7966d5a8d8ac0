package fr.convergence.portail.export;

import fr.convergence.portail.candidat.TypeCandidat;
import fr.convergence.portail.guichet.Intitules;
import fr.convergence.socle.identifiant.Region;
import fr.convergence.socle.page.ChampSaisi;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Textes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Dit en mots ce que les filtres d'une liste retiennent, et ce qui en est emporté. */
@Component
final class FiltresEnClair {

    /** Ce qui range la liste sans rien y choisir. */
    private static final Set<String> RANGEMENT = Set.of("tri", "taille");

    private final Textes textes;
    private final Intitules intitules;

    FiltresEnClair(Textes textes, Intitules intitules) {
        this.textes = textes;
        this.intitules = intitules;
    }

    /** « Statut : Transmis à l'ARS », « Région : Bretagne »… */
    List<String> de(Map<String, String> filtres) {
        return filtres.entrySet().stream()
                .filter(filtre -> !RANGEMENT.contains(filtre.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(filtre -> nom(filtre.getKey()) + " : " + valeur(filtre.getKey(), filtre.getValue()))
                .toList();
    }

    /** Les filtres, puis les colonnes. */
    List<String> tout(DemandeDExport demande) {
        var tout = new ArrayList<>(de(demande.filtres()));
        if (!demande.colonnes().isEmpty()) {
            tout.add(textes.de("export.colonnes") + " : "
                    + demande.colonnes().stream()
                            .map(colonne -> textes.de(colonne.cle()))
                            .collect(Collectors.joining(", ")));
        }
        return tout;
    }

    private String nom(String filtre) {
        var cle = "export.filtre." + filtre;
        return textes.connait(cle) ? textes.de(cle) : filtre;
    }

    private String valeur(String filtre, String valeur) {
        return switch (filtre) {
            case "etat" -> statut(valeur);
            case "guichet" -> intitules.guichet(valeur).orElse(valeur);
            case "etape" -> intitules.etape(valeur).orElse(valeur);
            case "region" -> Region.lire(valeur).siLue().map(Region::nom).orElse(valeur);
            case "type" ->
                Arrays.stream(TypeCandidat.values())
                        .filter(type -> type.name().equals(valeur))
                        .findFirst()
                        .map(TypeCandidat::libelle)
                        .orElse(valeur);
            case "du", "au" -> ChampSaisi.jour(valeur).map(Formats::date).orElse(valeur);
            default -> valeur;
        };
    }

    private String statut(String code) {
        var cle = "dossier.statut." + code;
        return textes.connait(cle) ? textes.de(cle) : textes.de("export.filtre.tous");
    }
}
