package fr.convergence.isc.capture;

import fr.convergence.isc.identite.Sequence;
import fr.convergence.socle.contenu.Limites;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.PageDeSaisie;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Filmer une séquence.
 *
 * @param rang la sienne, de 1 à {@code toutes}
 * @param refus pourquoi la précédente n'a pas convenu
 */
public record SequencePage(
        UUID verification,
        Sequence sequence,
        int rang,
        int toutes,
        Limites limites,
        @Nullable Message refus,
        Erreurs erreurs)
        implements PageDeSaisie {

    /** Le temps d'une vidéo : incliner le document, ou tourner la tête, en prend un peu plus. */
    public int secondes() {
        return switch (sequence) {
            case RECTO, VERSO, VISAGE -> 3;
            case RECTO_INCLINE, VERSO_INCLINE, PROFIL -> 5;
        };
    }

    public String adresse() {
        return TelephoneController.sequence(sequence);
    }

    public String cle() {
        return "capture.sequence." + sequence.code();
    }

    /** La caméra à employer : celle du dos pour un document, celle de l'écran pour un visage. */
    public String camera() {
        return sequence.duDocument() ? "environment" : "user";
    }

    /** Ce que le champ de fichier propose : les vidéos, et leurs extensions pour qui ne connaît pas leur type. */
    public String accepte() {
        return "video/*,"
                + limites.extensions().stream()
                        .map(extension -> "." + extension)
                        .collect(Collectors.joining(","));
    }
}
