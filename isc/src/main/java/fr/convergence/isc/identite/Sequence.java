package fr.convergence.isc.identite;

import java.util.Locale;

/** Une vidéo de la vérification, dans l'ordre où l'on film (guide d'Industriels Santé Connect, étapes 8.1 et 7). */
public enum Sequence {
    RECTO,
    /** Le document s'incline de gauche à droite : une copie n'a pas ses reflets. */
    RECTO_INCLINE,
    VERSO,
    VERSO_INCLINE,
    VISAGE,
    PROFIL;

    public boolean duDocument() {
        return this != VISAGE && this != PROFIL;
    }

    /** Dans une adresse, une clé de texte ou un nom de fichier. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
