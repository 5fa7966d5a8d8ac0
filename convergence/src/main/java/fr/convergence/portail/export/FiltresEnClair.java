package fr.convergence.portail.export;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.candidat.TypeCandidat;
import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.concertation.Collegues;
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
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Dit en mots ce que les filtres d'une liste retiennent, et ce qui en est emporté. */
@Component
final class FiltresEnClair {

    /** Ce qui range la liste sans rien y choisir. */
    private static final Set<String> RANGEMENT = Set.of("tri", "taille");

    private static final Set<String> PERSONNELS = Set.of("q", "assigne");

    private final Textes textes;
    private final Intitules intitules;
    private final Collegues collegues;

    FiltresEnClair(Textes textes, Intitules intitules, Collegues collegues) {
        this.textes = textes;
        this.intitules = intitules;
        this.collegues = collegues;
    }

    /** « Statut : Transmis à l'ARS », « Région : Bretagne »… */
    List<String> de(Connecte qui, Map<String, String> filtres) {
        return de(
                filtres, (filtre, valeur) -> filtre.equals("assigne") ? assigne(qui, valeur) : valeur(filtre, valeur));
    }

    /** Les filtres, puis les colonnes. */
    List<String> tout(Connecte qui, DemandeDExport demande) {
        return avecLesColonnes(de(qui, demande.filtres()), demande);
    }

    /** Les mêmes, sans ce qui désigne quelqu'un : ce qui entre au journal ne s'en efface pas. */
    List<String> auJournal(DemandeDExport demande) {
        var filtres = de(
                demande.filtres(),
                (filtre, valeur) ->
                        PERSONNELS.contains(filtre) ? textes.de("export.filtre.tu") : valeur(filtre, valeur));
        return avecLesColonnes(filtres, demande);
    }

    private List<String> de(Map<String, String> filtres, BinaryOperator<String> enMots) {
        return filtres.entrySet().stream()
                .filter(filtre -> !RANGEMENT.contains(filtre.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(filtre -> nom(filtre.getKey()) + " : " + enMots.apply(filtre.getKey(), filtre.getValue()))
                .toList();
    }

    private List<String> avecLesColonnes(List<String> filtres, DemandeDExport demande) {
        var tout = new ArrayList<>(filtres);
        if (demande.dePieces()) {
            tout.add(textes.de("export.pieces.emportees"));
        }
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
            case "avis", "paiement" -> textes.de("instruction.liste." + filtre + "." + valeur);
            case "du", "au" -> ChampSaisi.jour(valeur).map(Formats::date).orElse(valeur);
            default -> valeur;
        };
    }

    /** Un compte que cette personne ne peut pas choisir n'a pas de nom pour elle. */
    private String assigne(Connecte qui, String valeur) {
        var cle = "instruction.liste.assigne." + valeur;
        return textes.connait(cle)
                ? textes.de(cle)
                : collegues.de(qui).stream()
                        .filter(collegue -> collegue.id().toString().equals(valeur))
                        .findFirst()
                        .map(Compte::nomComplet)
                        .orElseGet(() -> textes.de("export.filtre.autre"));
    }

    private String statut(String code) {
        var cle = "dossier.statut." + code;
        return textes.connait(cle) ? textes.de(cle) : textes.de("export.filtre.tous");
    }
}
