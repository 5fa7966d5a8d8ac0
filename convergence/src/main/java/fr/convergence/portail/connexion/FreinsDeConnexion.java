package fr.convergence.portail.connexion;

import fr.convergence.socle.authentification.Appareils;
import fr.convergence.socle.authentification.Freins;
import fr.convergence.socle.authentification.Regle;
import fr.convergence.socle.authentification.VerdictDuFrein;
import fr.convergence.socle.authentification.VerdictDuFrein.Admis;
import fr.convergence.socle.authentification.VerdictDuFrein.Verrouille;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Les freins de la connexion (CNX-3). Un essai se compte par compte et lieu, par adresse, et par compte pour tous les
 * lieux inconnus ensemble. L'appareil d'où le titulaire s'est déjà connecté n'a que son propre compteur : un inconnu, même
 * de la même adresse, ne peut pas l'enfermer dehors.
 *
 * <p>Les comptes inconnus ont les mêmes compteurs : un verrou ne dit pas qu'un compte existe.
 */
@Component
final class FreinsDeConnexion {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration QUART_D_HEURE = Duration.ofMinutes(15);
    private static final Duration JOUR = Duration.ofDays(1);

    private static final Regle LIEU = new Regle("connexion-lieu", 5, MINUTE, QUART_D_HEURE, JOUR);
    private static final Regle COMPTE = new Regle("connexion-compte", 50, MINUTE.multipliedBy(5), QUART_D_HEURE, JOUR);

    /** Un hôpital entier peut sortir par une adresse : elle n'est retenue qu'au-delà de ce que des distraits y feraient. */
    private static final Regle ADRESSE = new Regle(
            "connexion-adresse", 100, MINUTE.multipliedBy(5), QUART_D_HEURE.multipliedBy(2), Duration.ofHours(1));

    private static final Regle CODE_LIEU = new Regle("connexion-code-lieu", 10, MINUTE, QUART_D_HEURE, JOUR);
    private static final Regle CODE_COMPTE = new Regle("connexion-code-compte", 50, QUART_D_HEURE, QUART_D_HEURE, JOUR);
    private static final Regle ENVOI =
            new Regle("connexion-envoi", 6, QUART_D_HEURE, QUART_D_HEURE, MINUTE.multipliedBy(30));

    private record Compteur(Regle regle, String cle) {}

    private final Freins freins;
    private final Appareils appareils;

    FreinsDeConnexion(Freins freins, Appareils appareils) {
        this.freins = freins;
        this.appareils = appareils;
    }

    /** @param cle ce que la personne a saisi pour se désigner, sous sa forme de recherche */
    VerdictDuFrein motDePasse(String cle, Optional<UUID> compte, Origine origine) {
        return essayer(compteurs(cle, connu(compte, origine), origine, LIEU, COMPTE));
    }

    void motDePasseJuste(String cle, UUID compte, Origine origine) {
        rendre(compteurs(cle, connu(Optional.of(compte), origine), origine, LIEU, COMPTE));
    }

    VerdictDuFrein code(UUID compte, Origine origine) {
        return essayer(
                compteurs(compte.toString(), connu(Optional.of(compte), origine), origine, CODE_LIEU, CODE_COMPTE));
    }

    void codeJuste(UUID compte, Origine origine) {
        rendre(compteurs(compte.toString(), connu(Optional.of(compte), origine), origine, CODE_LIEU, CODE_COMPTE));
        freins.oublier(ENVOI, compte + " " + origine.adresse());
    }

    /** Un code part par courriel : six par quart d'heure, pour que personne n'inonde la boîte du titulaire. */
    VerdictDuFrein envoi(UUID compte, Origine origine) {
        return freins.essayer(ENVOI, compte + " " + origine.adresse());
    }

    private static List<Compteur> compteurs(
            String cle, boolean appareilConnu, Origine origine, Regle parLieu, Regle parCompte) {
        return appareilConnu
                ? List.of(new Compteur(parLieu, cle + " appareil " + origine.appareil()))
                : List.of(
                        new Compteur(parLieu, cle + " adresse " + origine.adresse()),
                        new Compteur(ADRESSE, origine.adresse()),
                        new Compteur(parCompte, cle));
    }

    private VerdictDuFrein essayer(List<Compteur> compteurs) {
        var dernier = false;
        for (var compteur : compteurs) {
            switch (freins.essayer(compteur.regle(), compteur.cle())) {
                case Verrouille verrou -> {
                    return verrou;
                }
                case Admis admis ->
                    dernier |= admis.dernier() && !compteur.regle().equals(ADRESSE);
            }
        }
        return new Admis(dernier);
    }

    /** Le compteur du lieu repart de zéro ; les autres ne rendent que cet essai. */
    private void rendre(List<Compteur> compteurs) {
        freins.oublier(compteurs.getFirst().regle(), compteurs.getFirst().cle());
        compteurs.stream().skip(1).forEach(compteur -> freins.rendre(compteur.regle(), compteur.cle()));
    }

    private boolean connu(Optional<UUID> compte, Origine origine) {
        // La même lecture pour un compte inconnu.
        return appareils.connait(compte.orElseGet(UUID::randomUUID), origine.appareil());
    }
}
