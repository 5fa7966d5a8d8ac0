package fr.convergence.isc.inscription;

import fr.convergence.isc.acces.Fonction;
import fr.convergence.isc.acces.Membre;
import fr.convergence.isc.acte.ActeDIsc;
import fr.convergence.isc.compte.Comptes;
import fr.convergence.isc.compte.CreerCompte;
import fr.convergence.isc.compte.NouveauCompte;
import fr.convergence.isc.declarant.Declarant;
import fr.convergence.isc.entreprise.Entreprises;
import fr.convergence.isc.inscription.Demarches.Etat;
import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.fichier.Fichiers;
import fr.convergence.socle.identifiant.IdentifiantNational;
import fr.convergence.socle.jeton.Liens;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.site.Langue;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** La décision d’un opérateur sur l’inscription d’un mandataire (ISC-6) : l’effet, la trace et le courriel d’une même transaction. */
@Component
public class ExaminerInscription {

    /** Une entreprise, telle que l’opérateur l’a relue sur le document. */
    public record EntrepriseRelue(IdentifiantNational identifiant, String raisonSociale, String adresse, String pays) {}

    public sealed interface Decision {

        /** @param compte celui qui vient d’être ouvert, si elle est acceptée */
        record Prise(Optional<UUID> compte) implements Decision {}

        /** Un autre opérateur l’a décidée, ou elle n’est pas transmise. */
        record PlusAExaminer() implements Decision {}

        /** Le nom d’utilisateur ou l’adresse a déjà un compte : elle ne peut qu’être refusée, ou redemandée. */
        record DejaPris() implements Decision {}
    }

    private final Demarches demarches;
    private final Entreprises entreprises;
    private final Comptes comptes;
    private final CreerCompte creer;
    private final Suites suites;

    ExaminerInscription(
            Demarches demarches, Entreprises entreprises, Comptes comptes, CreerCompte creer, Suites suites) {
        this.demarches = demarches;
        this.entreprises = entreprises;
        this.comptes = comptes;
        this.creer = creer;
        this.suites = suites;
    }

    /** Crée le compte, et l’entreprise si c’est la première fois qu’on la voit ; la personne reçoit de quoi choisir son mot de passe. */
    @Transactional
    public Decision accepter(UUID inscription, EntrepriseRelue entreprise, Membre operateur) {
        var tenue = demarches.prendre(inscription, Etat.A_EXAMINER);
        if (tenue.isEmpty()) {
            return new Decision.PlusAExaminer();
        }
        var declarant = InscriptionsAExaminer.dossier(tenue.get()).declarant();
        if (comptes.designe(declarant.nomUtilisateur().valeur()).isPresent()
                || comptes.designe(declarant.courriel().valeur()).isPresent()) {
            return new Decision.DejaPris();
        }
        var sienne = entreprises.trouverOuCreer(
                entreprise.identifiant(), entreprise.raisonSociale(), entreprise.adresse(), entreprise.pays());
        if (!(creer.executer(
                        compte(declarant, sienne.id(), tenue.get().demarche().langue()), operateur.getName())
                instanceof CreerCompte.Resultat.Cree(var compte))) {
            // Pris entre-temps : tout se défait, l’opérateur recommence et le lit.
            throw new IllegalStateException("Compte pris pendant la décision");
        }
        demarches.decider(inscription, Etat.ACCEPTEE);
        suites.acceptee(inscription, compte, operateur);
        return new Decision.Prise(Optional.of(compte));
    }

    /** @param motif ce que lira la personne */
    @Transactional
    public Decision refuser(UUID inscription, String motif, Membre operateur) {
        var tenue = demarches.prendre(inscription, Etat.A_EXAMINER);
        if (tenue.isEmpty()) {
            return new Decision.PlusAExaminer();
        }
        demarches.decider(inscription, Etat.REFUSEE);
        suites.refusee(InscriptionsAExaminer.dossier(tenue.get()), motif, operateur);
        return new Decision.Prise(Optional.empty());
    }

    /**
     * Demande de recommencer une partie ; la personne reçoit un lien pour reprendre.
     *
     * @param motif ce qu’elle lira
     * @param autreDocument vrai si le document est à déposer de nouveau
     * @param autreVerification vrai si son identité est à vérifier de nouveau
     */
    @Transactional
    public Decision redemander(
            UUID inscription, String motif, boolean autreDocument, boolean autreVerification, Membre operateur) {
        if (!autreDocument && !autreVerification) {
            throw new IllegalArgumentException("Rien n’est redemandé");
        }
        var tenue = demarches.prendre(inscription, Etat.A_EXAMINER);
        if (tenue.isEmpty()) {
            return new Decision.PlusAExaminer();
        }
        var dossier = InscriptionsAExaminer.dossier(tenue.get());
        demarches.rendre(inscription, tenue.get().demarche().redemander(motif, autreDocument, autreVerification));
        suites.redemandee(dossier, motif, autreDocument, autreVerification, operateur);
        return new Decision.Prise(Optional.empty());
    }

    private static NouveauCompte compte(Declarant declarant, UUID entreprise, Langue langue) {
        return new NouveauCompte(
                Fonction.MANDATAIRE,
                entreprise,
                declarant.nomUtilisateur(),
                declarant.courriel(),
                declarant.civilite(),
                declarant.nom(),
                declarant.prenom(),
                declarant.telephone(),
                declarant.mobile(),
                langue);
    }

    /** Ce qu’une décision entraîne : la trace, les courriels, la vérification et le document. */
    @Component
    static class Suites {

        private final VerificationDIdentite verification;
        private final Fichiers fichiers;
        private final Liens liens;
        private final Courriels courriels;
        private final Journal journal;

        Suites(
                VerificationDIdentite verification,
                Fichiers fichiers,
                Liens liens,
                Courriels courriels,
                Journal journal) {
            this.verification = verification;
            this.fichiers = fichiers;
            this.liens = liens;
            this.courriels = courriels;
            this.journal = journal;
        }

        void acceptee(UUID inscription, UUID compte, Membre operateur) {
            verification.accepter(inscription, operateur);
            tracer(inscription, operateur, new ActeDIsc.InscriptionAcceptee(compte));
        }

        void refusee(DossierDInscription dossier, String motif, Membre operateur) {
            verification.refuser(dossier.id(), operateur, motif);
            tracer(dossier.id(), operateur, new ActeDIsc.InscriptionRefusee(motif));
            courriels.ecrire(
                    dossier.langue(),
                    "inscription/refusee",
                    dossier.declarant().courriel().valeur(),
                    Map.of("prenom", dossier.declarant().prenom(), "motif", motif));
        }

        void redemandee(
                DossierDInscription dossier,
                String motif,
                boolean autreDocument,
                boolean autreVerification,
                Membre operateur) {
            tracer(dossier.id(), operateur, new ActeDIsc.InscriptionRedemandee(motif));
            if (autreVerification) {
                verification.redemander(dossier.id(), operateur, motif);
            }
            if (autreDocument) {
                fichiers.supprimer(dossier.document().fichier());
            }
            courriels.ecrire(
                    dossier.langue(),
                    "inscription/a-reprendre",
                    dossier.declarant().courriel().valeur(),
                    Map.of(
                            "prenom",
                            dossier.declarant().prenom(),
                            "motif",
                            motif,
                            "jeton",
                            liens.emettre(RepriseController.USAGE, dossier.id().toString(), Demarches.REPRISE)));
        }

        private void tracer(UUID inscription, Membre operateur, ActeDIsc acte) {
            journal.ecrire(ActeDIsc.chaineDInscription(inscription), operateur.getName(), acte);
        }
    }
}
