package fr.convergence.isc.acte;

import fr.convergence.socle.journal.FormeDesActes;
import java.util.Map;

/** Le code de chaque acte de ce site, dit ici et nulle part ailleurs. */
final class CodesDesActesDIsc {

    static final FormeDesActes<ActeDIsc> FORME = new FormeDesActes<>(Map.ofEntries(
            Map.entry("service-raccorde", ActeDIsc.ServiceRaccorde.class),
            Map.entry("service-change", ActeDIsc.ServiceChange.class),
            Map.entry("secret-de-service-change", ActeDIsc.SecretDeServiceChange.class),
            Map.entry("cle-remplacee", ActeDIsc.CleRemplacee.class),
            Map.entry("cle-retiree", ActeDIsc.CleRetiree.class),
            Map.entry("demande-deposee", ActeDIsc.DemandeDeposee.class),
            Map.entry("demande-validee", ActeDIsc.DemandeValidee.class),
            Map.entry("demande-refusee", ActeDIsc.DemandeRefusee.class),
            Map.entry("collaborateur-invite", ActeDIsc.CollaborateurInvite.class),
            Map.entry("collaborateur-corrige", ActeDIsc.CollaborateurCorrige.class),
            Map.entry("collaborateur-supprime", ActeDIsc.CollaborateurSupprime.class),
            Map.entry("fonction-changee", ActeDIsc.FonctionChangee.class),
            Map.entry("inscription-transmise", ActeDIsc.InscriptionTransmise.class),
            Map.entry("inscription-acceptee", ActeDIsc.InscriptionAcceptee.class),
            Map.entry("inscription-refusee", ActeDIsc.InscriptionRefusee.class),
            Map.entry("inscription-redemandee", ActeDIsc.InscriptionRedemandee.class),
            Map.entry("entreprise-corrigee", ActeDIsc.EntrepriseCorrigee.class),
            Map.entry("verification-commencee", ActeDIsc.VerificationCommencee.class),
            Map.entry("verification-soumise", ActeDIsc.VerificationSoumise.class),
            Map.entry("verification-acceptee", ActeDIsc.VerificationAcceptee.class),
            Map.entry("verification-refusee", ActeDIsc.VerificationRefusee.class),
            Map.entry("verification-a-refaire", ActeDIsc.VerificationARefaire.class),
            Map.entry("verification-expiree", ActeDIsc.VerificationExpiree.class),
            Map.entry("videos-effacees", ActeDIsc.VideosEffacees.class),
            Map.entry("video-vue", ActeDIsc.VideoVue.class),
            Map.entry("lecteur-nomme", ActeDIsc.LecteurNomme.class),
            Map.entry("lecteur-retire", ActeDIsc.LecteurRetire.class)));

    private CodesDesActesDIsc() {}
}
