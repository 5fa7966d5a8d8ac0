package fr.convergence.portail.acte;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Chaque mot par lequel un acte précise ce qu'il dit : le nom d'une composante, tel que le journal l'écrit. */
public enum Precision {
    ANCIEN,
    APPAREIL,
    AU,
    AVANCE,
    CANDIDAT,
    CONSULTE,
    CONTACT,
    CORPS,
    CORRECTION,
    CORRECTIONS,
    DE,
    DE_NIVEAU,
    DEMANDE,
    DEMANDEUR,
    DOCUMENT,
    DU,
    EDITION,
    EMPREINTE,
    ETAPE,
    FICHIER,
    FILTRES,
    GUICHET,
    JOUR,
    LIGNES,
    LIMITEE,
    MONTANT,
    MOTIF,
    MOYEN,
    NIVEAU,
    NOM,
    NOUVEAU,
    NUMERO,
    OBJET,
    ORIGINE,
    POINTS,
    QUESTION,
    REPONSES,
    RESTANTS,
    RETENU,
    RETOUR_AVANT,
    REVISION,
    ROLE,
    SELON,
    SENS,
    SHA256,
    TEXTE,
    VERS,
    VERS_NIVEAU,
    VERSEMENT,
    VERSION;

    private static final Map<String, Precision> PAR_CLE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Precision::cle, Function.identity()));

    private final String cle;

    Precision() {
        var mots = name().toLowerCase(Locale.ROOT).split("_");
        for (int i = 1; i < mots.length; i++) {
            mots[i] = mots[i].substring(0, 1).toUpperCase(Locale.ROOT) + mots[i].substring(1);
        }
        cle = String.join("", mots);
    }

    public String cle() {
        return cle;
    }

    /** Vide pour un mot qu'aucun acte n'emploie plus. */
    public static Optional<Precision> lire(String cle) {
        return Optional.ofNullable(PAR_CLE.get(cle));
    }
}
