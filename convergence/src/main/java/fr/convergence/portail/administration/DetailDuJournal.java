package fr.convergence.portail.administration;

import static fr.convergence.portail.acte.Precision.DE;
import static fr.convergence.portail.acte.Precision.DE_NIVEAU;
import static fr.convergence.portail.acte.Precision.FICHIER;
import static fr.convergence.portail.acte.Precision.VERS;
import static fr.convergence.portail.acte.Precision.VERSION;
import static fr.convergence.portail.acte.Precision.VERS_NIVEAU;

import fr.convergence.portail.acces.Role;
import fr.convergence.portail.acte.ActeDuDossier.ReponsesEnregistrees;
import fr.convergence.portail.acte.Precision;
import fr.convergence.portail.dossier.Statut;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.portail.guichet.Intitules;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Textes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Le détail d'une ligne du journal en mots : des intitulés, des statuts et des dates au lieu des codes qu'elle garde. */
@Component
final class DetailDuJournal {

    /** Ce qu'un passage d'étape dit par ses deux statuts. */
    private static final Set<Precision> DU_PASSAGE = EnumSet.of(DE, DE_NIVEAU, VERS, VERS_NIVEAU, VERSION);

    private final Textes textes;
    private final Intitules intitules;

    DetailDuJournal(Textes textes, Intitules intitules) {
        this.textes = textes;
        this.intitules = intitules;
    }

    /** Une précision par ligne : ce que l'étape est devenue, laquelle, puis le reste, les empreintes à la fin. */
    List<String> enMots(Map<String, String> detail) {
        var passage = passage(detail);
        var autres = detail.entrySet().stream()
                .filter(entree -> passage.isEmpty() || !duPassage(entree.getKey()))
                .sorted(Comparator.comparingInt((Map.Entry<String, String> entree) -> rang(entree.getKey()))
                        .thenComparing(Map.Entry::getKey))
                .map(entree -> libelle(entree.getKey(), entree.getValue()) + " : "
                        + valeur(entree.getKey(), entree.getValue()));
        return Stream.concat(passage.stream(), autres).toList();
    }

    private static boolean duPassage(String cle) {
        return Precision.lire(cle).filter(DU_PASSAGE::contains).isPresent();
    }

    private static int rang(String cle) {
        return Precision.lire(cle)
                .map(precision -> switch (precision) {
                    case ETAPE -> 0;
                    case DOCUMENT, EMPREINTE, SHA256 -> 2;
                    default -> 1;
                })
                .orElse(1);
    }

    /** « de Transmis à l'ARS à Accepté ». */
    private Optional<String> passage(Map<String, String> detail) {
        var de = detail.get(DE.cle());
        var vers = detail.get(VERS.cle());
        return de != null && vers != null
                ? Optional.of(textes.de(
                        "administration.detail.passage",
                        statut(de, detail.get(DE_NIVEAU.cle())),
                        statut(vers, detail.get(VERS_NIVEAU.cle()))))
                : Optional.empty();
    }

    private String statut(String etat, @Nullable String niveau) {
        try {
            return textes.de(Statut.lire(etat, niveau).cle());
        } catch (IllegalArgumentException _) {
            return etat;
        }
    }

    private String libelle(String cle, String valeur) {
        var dit = "administration.detail." + cle;
        return cle.equals(FICHIER.cle()) && Uuid.lire(valeur).isPresent()
                ? textes.de("administration.detail.identifiant-de-fichier")
                : textes.connait(dit) ? textes.de(dit) : cle;
    }

    private String valeur(String cle, String valeur) {
        return Precision.lire(cle).map(precision -> valeur(precision, valeur)).orElse(valeur);
    }

    private String valeur(Precision precision, String valeur) {
        return switch (precision) {
            case ETAPE -> intitules.etape(valeur).orElse(valeur);
            case QUESTION -> intitules.question(valeur).orElse(valeur);
            case REPONSES -> reponses(valeur);
            case GUICHET -> intitules.guichet(valeur).orElse(valeur);
            case CANDIDAT ->
                CleCandidat.lire(valeur)
                        .map(lue -> lue.type().libelle() + " " + lue.identifiant())
                        .orElse(valeur);
            case RETOUR_AVANT -> derniereSeconde(valeur);
            case AVANCE, DEMANDE, MONTANT, RETENU -> Formats.montant(Long.parseLong(valeur));
            case DU, AU, JOUR -> Formats.date(LocalDate.parse(valeur));
            case MOYEN, LIMITEE, SELON, VERSEMENT -> dit("administration." + precision.cle() + "." + valeur, valeur);
            case ROLE ->
                Arrays.stream(Role.values())
                        .filter(role -> role.name().equals(valeur))
                        .findFirst()
                        .map(role -> textes.de(role.cle()))
                        .orElse(valeur);
            case ANCIEN,
                    APPAREIL,
                    CONSULTE,
                    CONTACT,
                    CORPS,
                    CORRECTION,
                    CORRECTIONS,
                    DE,
                    DE_NIVEAU,
                    DEMANDEUR,
                    DOCUMENT,
                    EDITION,
                    EMPREINTE,
                    FICHIER,
                    FILTRES,
                    LIGNES,
                    MOTIF,
                    NIVEAU,
                    NOM,
                    NOUVEAU,
                    NUMERO,
                    OBJET,
                    ORIGINE,
                    POINTS,
                    RESTANTS,
                    REVISION,
                    SENS,
                    SHA256,
                    TEXTE,
                    VERS,
                    VERS_NIVEAU,
                    VERSION -> valeur;
        };
    }

    /** « Entités couvertes (800), Votre rôle (1) » : une page envoyée en enregistre des centaines. */
    private String reponses(String valeur) {
        var colonnes = new HashMap<String, String>();
        var nombres = ReponsesEnregistrees.revisions(valeur).keySet().stream()
                .collect(Collectors.groupingBy(
                        place -> colonnes.computeIfAbsent(
                                place.substring(place.indexOf('/') + 1),
                                colonne -> intitules.porteuse(place).orElse(colonne)),
                        LinkedHashMap::new,
                        Collectors.counting()));
        return nombres.entrySet().stream()
                .map(question -> question.getKey() + " (" + question.getValue() + ")")
                .collect(Collectors.joining(", "));
    }

    /** Le journal garde le premier instant où il est trop tard. */
    private static String derniereSeconde(String instant) {
        try {
            return Formats.dateHeure(Instant.parse(instant).minusSeconds(1));
        } catch (DateTimeParseException _) {
            return instant;
        }
    }

    private String dit(String cle, String sinon) {
        return textes.connait(cle) ? textes.de(cle) : sinon;
    }
}
