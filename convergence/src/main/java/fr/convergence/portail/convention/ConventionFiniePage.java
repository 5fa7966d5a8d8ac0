package fr.convergence.portail.convention;

import fr.convergence.portail.acte.CodeDeConvention;
import fr.convergence.socle.page.Annonce.Genre;
import fr.convergence.socle.page.Page;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/**
 * Ce que dit le lien d'une convention que l'on ne signe plus, ou qui n'en désigne aucune.
 *
 * @param cle préfixe des textes : {@code .titre}, {@code .quoi}
 * @param documents l'adresse d'où se prennent le document signé et sa preuve
 */
public record ConventionFiniePage(String cle, Genre genre, HttpStatus statut, Optional<String> documents)
        implements Page {

    static ConventionFiniePage de(String jeton, CodeDeConvention etat) {
        var signee = etat == CodeDeConvention.SIGNEE;
        return new ConventionFiniePage(
                "convention.finie." + etat.name().toLowerCase(Locale.ROOT),
                signee ? Genre.SUCCES : Genre.AVERTISSEMENT,
                signee ? HttpStatus.OK : HttpStatus.GONE,
                signee ? Optional.of("/convention/" + jeton) : Optional.empty());
    }

    static ConventionFiniePage perime() {
        return new ConventionFiniePage(
                "convention.finie.perime", Genre.AVERTISSEMENT, HttpStatus.GONE, Optional.empty());
    }
}
