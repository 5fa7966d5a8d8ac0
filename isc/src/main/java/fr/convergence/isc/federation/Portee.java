package fr.convergence.isc.federation;

import static java.util.Map.entry;

import fr.convergence.socle.identifiant.TypeIdentifiant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Ce qu'un service peut demander de savoir, et ce qu'il en lit : les portées d'OpenID Connect, les nôtres, celles de ProConnect. */
enum Portee {
    OPENID("openid", Map.ofEntries(entry("sub", personne -> personne.compte().toString()))),
    PROFILE(
            "profile",
            Map.of(
                    "name", personne -> personne.prenom() + " " + personne.nom(),
                    "given_name", Titulaire::prenom,
                    "family_name", Titulaire::nom,
                    "preferred_username", Titulaire::nomUtilisateur)),
    EMAIL("email", Map.of("email", Titulaire::courriel, "email_verified", _ -> true)),
    PHONE("phone", Map.of("phone_number", Titulaire::telephone, "phone_number_verified", Portee::telephoneNonVerifie)),
    ORGANISATION(
            "organisation",
            Map.of(
                    "organisation_identifiant_type",
                            personne -> identifiant(personne, id -> id.type().name()),
                    "organisation_identifiant", personne -> identifiant(personne, id -> id.valeur()),
                    "organisation_raison_sociale",
                            personne -> entreprise(personne, Titulaire.Entreprise::raisonSociale),
                    "organisation_pays", personne -> entreprise(personne, Titulaire.Entreprise::pays))),
    ROLE("role", Map.of("role", personne -> personne.fonction().name().toLowerCase(Locale.ROOT))),
    GIVEN_NAME("given_name", Map.of("given_name", Titulaire::prenom)),
    USUAL_NAME("usual_name", Map.of("usual_name", Titulaire::nom)),
    UID("uid", Map.of("uid", personne -> personne.compte().toString())),
    SIREN("siren", Map.of("siren", Portee::siren)),
    /** Le numéro du siège n'est demandé à personne : l'entreprise n'est connue que par son SIREN, que rien ne complète. */
    SIRET("siret", Map.of());

    private final String nom;
    private final Map<String, Function<Titulaire, @Nullable Object>> dits;

    Portee(String nom, Map<String, Function<Titulaire, @Nullable Object>> dits) {
        this.nom = nom;
        this.dits = dits;
    }

    String nom() {
        return nom;
    }

    static List<String> noms() {
        return Arrays.stream(values()).map(Portee::nom).toList();
    }

    static List<String> nomsDits() {
        return Arrays.stream(values())
                .flatMap(portee -> portee.dits.keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    static Optional<Portee> de(String nom) {
        return Stream.of(values()).filter(portee -> portee.nom.equals(nom)).findAny();
    }

    /** Ce que ces portées disent d'elle ; ce qu'on ne sait pas n'y est pas. */
    static Map<String, Object> dits(Titulaire personne, Set<String> portees) {
        var dits = new LinkedHashMap<String, Object>();
        for (var portee : values()) {
            if (portees.contains(portee.nom)) {
                portee.dits.forEach((nom, valeur) -> {
                    var dite = valeur.apply(personne);
                    if (dite != null) {
                        dits.put(nom, dite);
                    }
                });
            }
        }
        return dits;
    }

    private static @Nullable Object telephoneNonVerifie(Titulaire personne) {
        return personne.telephone() == null ? null : false;
    }

    private static @Nullable Object siren(Titulaire personne) {
        return identifiant(personne, id -> id.type() == TypeIdentifiant.SIREN ? id.valeur() : null);
    }

    private static @Nullable Object identifiant(
            Titulaire personne,
            Function<fr.convergence.socle.identifiant.IdentifiantNational, @Nullable Object> lecture) {
        return entreprise(personne, entreprise -> lecture.apply(entreprise.identifiant()));
    }

    private static @Nullable Object entreprise(
            Titulaire personne, Function<Titulaire.Entreprise, @Nullable Object> lecture) {
        var entreprise = personne.entreprise();
        return entreprise == null ? null : lecture.apply(entreprise);
    }
}
