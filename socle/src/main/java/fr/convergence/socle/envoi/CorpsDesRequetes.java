package fr.convergence.socle.envoi;

import fr.convergence.socle.chiffrement.Coffre;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Les deux filtres qui lisent les corps de requête, à placer de part et d'autre de celui du jeton. */
@Component
public final class CorpsDesRequetes {

    /** La part de la mémoire du service que tous les corps en cours de lecture peuvent tenir ensemble. */
    static final int PART_DE_LA_MEMOIRE = 16;

    /** Posé sur une requête refusée pour ses champs, non pour ses fichiers : la page d'erreur le dit. */
    public static final String FORMULAIRE_TROP_LONG = CorpsDesRequetes.class.getName() + ".formulaire";

    private final LectureDesCorps lecture;

    CorpsDesRequetes(
            RoutesAFichiers routes,
            Coffre coffre,
            @Value("${convergence.envois.dossier:${java.io.tmpdir}}") Path dossier,
            @Value("${convergence.envois.par-fichier:105MB}") DataSize parFichier,
            @Value("${convergence.envois.en-tout:110MB}") DataSize enTout,
            @Value("${convergence.envois.lectures:100}") int lectures) {
        lecture = new LectureDesCorps(
                routes,
                LimitesDesCorps.desFichiers(parFichier.toBytes(), enTout.toBytes()),
                new Reserve(Runtime.getRuntime().maxMemory() / PART_DE_LA_MEMOIRE, lectures),
                coffre,
                dossier);
    }

    public Filter avantLeJeton() {
        return lecture;
    }

    public Filter apresLeJeton() {
        return lecture.new Suite();
    }

    /**
     * Ce que portait une demande que l'on refuse. La suite d'un envoi de fichiers se lit alors, sans en garder aucun ; seulement
     * s'il part d'une de nos pages, ou si son jeton est bon : c'est à qui le demande de le savoir.
     */
    public EnvoiArrete arrete(HttpServletRequest requete) throws IOException {
        return lecture.arrete(requete);
    }

    /** Le même, quand la base manque pour savoir qui le demande, et s'il en a le droit. */
    public EnvoiArrete enPanne(HttpServletRequest requete) throws IOException {
        return lecture.enPanne(requete);
    }
}
