package fr.convergence.socle.connexion;

import fr.convergence.socle.authentification.Appareils;
import fr.convergence.socle.authentification.Freins;
import fr.convergence.socle.authentification.RegleDeFrein;
import fr.convergence.socle.authentification.VerdictDuFrein;
import fr.convergence.socle.authentification.VerdictDuFrein.Admis;
import fr.convergence.socle.authentification.VerdictDuFrein.Verrouille;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Les freins de la connexion (CNX-3). L'appareil d'où le titulaire s'est déjà connecté n'a que son propre compteur. Ailleurs,
 * un essai se compte par compte et lieu, par lieu, et par compte pour tous les lieux inconnus ensemble : passé ces seuils, il
 * n'est pas refusé, il demande le contrôle de sécurité. Qui a le bon mot de passe entre donc, quoi qu'en aient fait d'autres.
 *
 * <p>Les personnes inconnus ont les mêmes compteurs : un seuil ne dit pas qu'un compte existe.
 */
@Component
final class FreinsDeConnexion {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration QUART_D_HEURE = Duration.ofMinutes(15);
    private static final Duration HEURE = Duration.ofHours(1);
    private static final Duration JOUR = Duration.ofDays(1);

    private static final RegleDeFrein APPAREIL = new RegleDeFrein("connexion-appareil", 5, MINUTE, QUART_D_HEURE, JOUR);

    private static final RegleDeFrein LIEU = seuil("connexion-lieu", 5, JOUR);
    private static final RegleDeFrein COMPTE = seuil("connexion-compte", 50, JOUR);

    /** Un hôpital entier peut sortir par une adresse : au-delà de ce que des distraits y feraient. */
    private static final RegleDeFrein ADRESSE = seuil("connexion-adresse", 100, HEURE);

    /** Contrôles réussis, mot de passe faux : là, un lieu attend. */
    private static final RegleDeFrein LIEU_CONTROLE =
            new RegleDeFrein("connexion-lieu-controle", 20, MINUTE, QUART_D_HEURE, HEURE);

    /** Le plafond de ce qu'un compte laisse essayer, de partout : 300 par heure au prix d'autant de contrôles. */
    private static final RegleDeFrein COMPTE_CONTROLE =
            new RegleDeFrein("connexion-compte-controle", 300, QUART_D_HEURE, QUART_D_HEURE, HEURE);

    private static final RegleDeFrein CODE_LIEU =
            new RegleDeFrein("connexion-code-lieu", 10, MINUTE, QUART_D_HEURE, JOUR);
    private static final RegleDeFrein CODE_COMPTE =
            new RegleDeFrein("connexion-code-compte", 50, QUART_D_HEURE, QUART_D_HEURE, JOUR);
    private static final RegleDeFrein ENVOI =
            new RegleDeFrein("connexion-envoi", 6, QUART_D_HEURE, QUART_D_HEURE, MINUTE.multipliedBy(30));

    private record Compteur(RegleDeFrein regle, String cle) {}

    private final Freins freins;
    private final Appareils appareils;

    FreinsDeConnexion(Freins freins, Appareils appareils) {
        this.freins = freins;
        this.appareils = appareils;
    }

    /**
     * @param saisi ce que la personne a saisi pour se désigner, sous sa forme de recherche
     * @param controle vrai si elle vient de réussir le contrôle de sécurité
     */
    VerdictDuMotDePasse motDePasse(String saisi, Optional<UUID> compte, Origine origine, boolean controle) {
        if (connu(compte, origine)) {
            return juger(List.of(appareil(compte, origine)), true);
        }
        var seuils = seuils(saisi, compte, origine);
        var suspect = false;
        for (var seuil : seuils) {
            suspect |= !(freins.essayer(seuil.regle(), seuil.cle()) instanceof Admis(var franchi) && !franchi);
        }
        if (!suspect) {
            return new VerdictDuMotDePasse.Admis(false);
        }
        var verdict = controle ? juger(controles(saisi, compte, origine), false) : new VerdictDuMotDePasse.AControler();
        if (!(verdict instanceof VerdictDuMotDePasse.Admis)) {
            // Rien ne sera jugé : l'essai n'en est pas un.
            rendre(seuils);
        }
        return verdict;
    }

    void motDePasseJuste(String saisi, UUID compte, Origine origine) {
        var titulaire = Optional.of(compte);
        if (connu(titulaire, origine)) {
            reprendre(List.of(appareil(titulaire, origine)));
        } else {
            reprendre(seuils(saisi, titulaire, origine));
            reprendre(controles(saisi, titulaire, origine));
        }
    }

    VerdictDuFrein code(UUID compte, Origine origine) {
        return essayer(codes(compte, origine));
    }

    void codeJuste(UUID compte, Origine origine) {
        reprendre(codes(compte, origine));
        freins.oublier(ENVOI, compte + " " + origine.reseau());
    }

    /** Un code part par courriel : six par quart d'heure, pour que personne n'inonde la boîte du titulaire. */
    VerdictDuFrein envoi(UUID compte, Origine origine) {
        return freins.essayer(ENVOI, compte + " " + origine.reseau());
    }

    /** Un seuil compte sans verrouiller. */
    private static RegleDeFrein seuil(String nom, int essais, Duration oubli) {
        return new RegleDeFrein(nom, essais + 1, Duration.ZERO, Duration.ZERO, oubli);
    }

    private static Compteur appareil(Optional<UUID> compte, Origine origine) {
        return new Compteur(APPAREIL, compte.orElseThrow() + " appareil " + origine.appareil());
    }

    private static List<Compteur> seuils(String saisi, Optional<UUID> compte, Origine origine) {
        return List.of(
                new Compteur(LIEU, saisi + " adresse " + origine.reseau()),
                new Compteur(COMPTE, cle(saisi, compte)),
                new Compteur(ADRESSE, origine.reseau().valeur()));
    }

    private static List<Compteur> controles(String saisi, Optional<UUID> compte, Origine origine) {
        return List.of(
                new Compteur(LIEU_CONTROLE, saisi + " adresse " + origine.reseau()),
                new Compteur(COMPTE_CONTROLE, cle(saisi, compte)));
    }

    /** Nom d'utilisateur et adresse e-mail d'un compte n'ont qu'un compteur. */
    private static String cle(String saisi, Optional<UUID> compte) {
        return compte.map(UUID::toString).orElse(saisi);
    }

    private List<Compteur> codes(UUID compte, Origine origine) {
        return connu(Optional.of(compte), origine)
                ? List.of(new Compteur(CODE_LIEU, compte + " appareil " + origine.appareil()))
                : List.of(
                        new Compteur(CODE_LIEU, compte + " adresse " + origine.reseau()),
                        new Compteur(CODE_COMPTE, compte.toString()));
    }

    private VerdictDuMotDePasse juger(List<Compteur> compteurs, boolean appareilConnu) {
        return switch (essayer(compteurs)) {
            case Verrouille(var jusqu) -> new VerdictDuMotDePasse.Verrou(jusqu);
            case Admis(var dernier) -> new VerdictDuMotDePasse.Admis(dernier || !appareilConnu);
        };
    }

    /** Un verrou arrête l'essai : il ne sera pas jugé, et les compteurs déjà pris n'en gardent rien. */
    private VerdictDuFrein essayer(List<Compteur> compteurs) {
        var dernier = false;
        for (var rang = 0; rang < compteurs.size(); rang++) {
            var compteur = compteurs.get(rang);
            switch (freins.essayer(compteur.regle(), compteur.cle())) {
                case Verrouille verrou -> {
                    rendre(compteurs.subList(0, rang));
                    return verrou;
                }
                case Admis admis -> dernier |= admis.dernier();
            }
        }
        return new Admis(dernier);
    }

    /** Le compteur du lieu repart de zéro ; les autres ne rendent que cet essai. */
    private void reprendre(List<Compteur> compteurs) {
        freins.oublier(compteurs.getFirst().regle(), compteurs.getFirst().cle());
        rendre(compteurs.subList(1, compteurs.size()));
    }

    private void rendre(List<Compteur> compteurs) {
        compteurs.forEach(compteur -> freins.rendre(compteur.regle(), compteur.cle()));
    }

    private boolean connu(Optional<UUID> compte, Origine origine) {
        // La même lecture pour un compte inconnu.
        return appareils.connait(compte.orElseGet(UUID::randomUUID), origine.appareil());
    }
}
