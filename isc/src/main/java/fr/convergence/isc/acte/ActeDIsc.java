package fr.convergence.isc.acte;

import fr.convergence.isc.acces.Fonction;
import fr.convergence.socle.journal.Inscrit;
import fr.convergence.socle.personne.ActeDePersonne;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Un fait que le journal garde. Ses composantes sont ce que le journal en dit, sous leur nom : une de plus, ou une autre, est une
 * autre forme.
 */
public sealed interface ActeDIsc extends Inscrit {

    /** @param nature celle de la demande, telle que sa table l'écrit */
    record DemandeDeposee(String nature) implements ActeDIsc {}

    record DemandeValidee(String nature) implements ActeDIsc {}

    record DemandeRefusee(String nature, String motif) implements ActeDIsc {}

    /** @param compte celui qui vient d'être ouvert */
    record CollaborateurInvite(UUID compte, Fonction fonction) implements ActeDIsc {}

    record CollaborateurCorrige(UUID compte) implements ActeDIsc {}

    record CollaborateurSupprime(UUID compte) implements ActeDIsc {}

    record FonctionChangee(Fonction avant, Fonction apres) implements ActeDIsc {}

    record EntrepriseCorrigee() implements ActeDIsc {}

    record InscriptionTransmise() implements ActeDIsc {}

    /** @param compte celui qui vient d’être ouvert */
    record InscriptionAcceptee(UUID compte) implements ActeDIsc {}

    record InscriptionRefusee(String motif) implements ActeDIsc {}

    record InscriptionRedemandee(String motif) implements ActeDIsc {}

    /** @param partenaire qui la mène */
    record VerificationCommencee(String partenaire) implements ActeDIsc {}

    record VerificationSoumise() implements ActeDIsc {}

    record VerificationAcceptee() implements ActeDIsc {}

    record VerificationRefusee(String motif) implements ActeDIsc {}

    record VerificationARefaire(String motif) implements ActeDIsc {}

    record VerificationExpiree() implements ActeDIsc {}

    record VideosEffacees() implements ActeDIsc {}

    /** Un opérateur a vu cette vidéo. */
    record VideoVue(String sequence) implements ActeDIsc {}

    /** Ce compte peut voir les vidéos. */
    record LecteurNomme(UUID compte) implements ActeDIsc {}

    record LecteurRetire(UUID compte) implements ActeDIsc {}

    record ServiceRaccorde(String service) implements ActeDIsc {}

    record ServiceChange(String service) implements ActeDIsc {}

    record SecretDeServiceChange(String service) implements ActeDIsc {}

    record CleRemplacee(String algorithme) implements ActeDIsc {}

    record CleRetiree(String cle) implements ActeDIsc {}

    /** La chaîne du journal qui dit l'histoire de cette vérification d'identité. */
    static String chaineDIdentite(UUID verification) {
        return "identite/" + verification;
    }

    /** La chaîne du journal qui dit l'histoire des clés de signature. */
    String CHAINE_DES_CLES = "cles";

    /** Celle d'un service raccordé. */
    static String chaineDeService(UUID service) {
        return "service/" + service;
    }

    /** La chaîne du journal qui dit l'histoire de cette entreprise et de ses comptes. */
    static String chaine(UUID entreprise) {
        return "entreprise/" + entreprise;
    }

    /** Celle de l’inscription d’un mandataire, avant qu’il n’ait de compte. */
    static String chaineDInscription(UUID inscription) {
        return "inscription/" + inscription;
    }

    /** Ceux de tous les actes que le site écrit : les siens, et ceux de toute personne. */
    static Set<String> codes() {
        return Stream.concat(CodesDesActesDIsc.FORME.codes().stream(), ActeDePersonne.codes().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    default String code() {
        return CodesDesActesDIsc.FORME.code(this);
    }

    @Override
    default SortedMap<String, String> detail() {
        return CodesDesActesDIsc.FORME.detail(this);
    }
}
