package fr.convergence.isc.inscription;

import fr.convergence.isc.kbis.ControleDuKbis.Doute;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.identifiant.IdentifiantNational;
import fr.convergence.socle.identifiant.TypeIdentifiant;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Message;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Ce que dit de son entreprise qui n’a pas de Kbis. */
public record SaisieDAutreDocument(
        @Nullable String type,
        @Nullable String identifiant,
        @Nullable String raisonSociale,
        @Nullable String adresse,
        @Nullable String pays) {

    static final SaisieDAutreDocument VIERGE = new SaisieDAutreDocument("", "", "", "", "");

    private static final int RAISON_MAX = 200;
    private static final int ADRESSE_MAX = 300;
    private static final Set<String> PAYS = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    /** Rend de quoi faire le document, une fois son fichier connu. */
    Optional<Function<UUID, DocumentDEntreprise>> lire(String nomDuFichier, Erreurs erreurs) {
        var leType = Arrays.stream(TypeIdentifiant.values())
                .filter(possible -> possible.name().equals(type))
                .findFirst();
        if (leType.isEmpty()) {
            erreurs.ajouter("type", "inscription.autre.type.manque");
        }
        var lIdentifiant = leType.flatMap(choisi -> identifiant(choisi, erreurs));
        var raison = texte("raisonSociale", raisonSociale, RAISON_MAX, erreurs);
        var siege = texte("adresse", adresse, ADRESSE_MAX, erreurs);
        var lePays = leType.map(TypeIdentifiant::pays)
                .filter(deduit -> !deduit.isEmpty())
                .orElse(Objects.requireNonNullElse(pays, ""));
        if (!PAYS.contains(lePays)) {
            erreurs.ajouter("pays", "inscription.autre.pays.manque");
        }
        return erreurs.vides()
                ? Optional.of(fichier -> new DocumentDEntreprise(
                        fichier,
                        nomDuFichier,
                        false,
                        lIdentifiant.orElseThrow(),
                        raison,
                        siege,
                        lePays,
                        null,
                        "",
                        Set.<Doute>of()))
                : Optional.empty();
    }

    private Optional<IdentifiantNational> identifiant(TypeIdentifiant choisi, Erreurs erreurs) {
        var lecture = IdentifiantNational.lire(choisi, identifiant);
        lecture.siRefusee()
                .ifPresent(refus -> erreurs.ajouter("identifiant", new Message(refus.cle(), refus.arguments())));
        return lecture.siLue();
    }

    private static String texte(String champ, @Nullable String saisi, int max, Erreurs erreurs) {
        var ligne = FormeNormale.nom(saisi);
        if (FormeNormale.vide(ligne)) {
            erreurs.ajouter(champ, "inscription.autre." + champ + ".manque");
        } else if (ligne.length() > max) {
            erreurs.ajouter(champ, new Message("inscription.autre.long", max));
        }
        return ligne;
    }

    static List<String> tousLesPays() {
        return PAYS.stream().sorted().toList();
    }
}
