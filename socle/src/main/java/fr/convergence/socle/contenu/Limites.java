package fr.convergence.socle.contenu;

import fr.convergence.socle.page.Formats;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Ce qu'une question admet d'un fichier (PCE-2) ; nombre de fichiers et total par dossier se comptent chez qui les range.
 *
 * @param formats au moins un
 * @param tailleMax en octets, comprise
 */
public record Limites(Set<Format> formats, long tailleMax, Regle regle) {

    public Limites {
        if (formats.isEmpty() || tailleMax < 1) {
            throw new IllegalArgumentException("Des limites veulent un format et une taille");
        }
        formats = Set.copyOf(formats);
    }

    /**
     * Les limites d'une définition de formulaire.
     *
     * @throws IllegalArgumentException si une extension n'est pas de celles que nous savons vérifier
     */
    public static Limites de(Collection<String> extensions, long tailleMax) {
        var formats = extensions.stream()
                .map(extension -> Format.deExtension(extension)
                        .orElseThrow(() -> new IllegalArgumentException("Extension inconnue : " + extension)))
                .collect(Collectors.toSet());
        return new Limites(formats, tailleMax, Regle.sansMention());
    }

    public Limites avecArchives(ArchiveChiffree archives) {
        return new Limites(formats, tailleMax, new Regle(archives, regle.refuses()));
    }

    /** @param refuses les contenus actifs que le guichet refuse */
    public Limites refusant(Set<ContenuActif> refuses) {
        return new Limites(formats, tailleMax, new Regle(regle.archives(), refuses));
    }

    /** Les extensions admises, dans un ordre stable : « pdf, docx, zip ». */
    public String extensionsEnClair() {
        return EnumSet.copyOf(formats).stream().map(Format::extension).collect(Collectors.joining(", "));
    }

    /** Toutes les extensions admises, pour le navigateur : « jpg », « jpeg »… */
    public List<String> extensions() {
        return EnumSet.copyOf(formats).stream()
                .flatMap(format -> format.extensions().stream())
                .toList();
    }

    public String tailleEnClair() {
        return Formats.taille(tailleMax);
    }
}
