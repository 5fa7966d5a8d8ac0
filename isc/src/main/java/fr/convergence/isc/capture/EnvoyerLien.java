package fr.convergence.isc.capture;

import fr.convergence.isc.identite.CommencerVerification;
import fr.convergence.isc.identite.Verification;
import fr.convergence.socle.authentification.Freins;
import fr.convergence.socle.authentification.RegleDeFrein;
import fr.convergence.socle.authentification.VerdictDuFrein;
import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.courriel.PasserelleDeSms;
import fr.convergence.socle.identifiant.Lecture;
import fr.convergence.socle.identifiant.Telephone;
import fr.convergence.socle.page.Message;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Envoie à la personne de quoi continuer : sur son téléphone par SMS, plus tard par courriel. */
@Component
class EnvoyerLien {

    private static final Duration HEURE = Duration.ofHours(1);

    /** Un SMS coûte, et arrive chez quelqu'un : ni une vérification ni un numéro n'en reçoit beaucoup. */
    private static final RegleDeFrein PAR_VERIFICATION = new RegleDeFrein("sms-verification", 5, HEURE, HEURE, HEURE);

    private static final RegleDeFrein PAR_NUMERO = new RegleDeFrein("sms-numero", 5, HEURE, HEURE, HEURE);
    private static final RegleDeFrein COURRIELS = new RegleDeFrein("identite-reprise", 5, HEURE, HEURE, HEURE);

    private final PasserelleDeSms passerelle;
    private final Courriels courriels;
    private final OuvrirSurTelephone telephone;
    private final CommencerVerification commencer;
    private final Freins freins;

    EnvoyerLien(
            PasserelleDeSms passerelle,
            Courriels courriels,
            OuvrirSurTelephone telephone,
            CommencerVerification commencer,
            Freins freins) {
        this.passerelle = passerelle;
        this.courriels = courriels;
        this.telephone = telephone;
        this.commencer = commencer;
        this.freins = freins;
    }

    boolean smsPossible() {
        return passerelle.reglee();
    }

    /** Vide quand le SMS part ; sinon ce qui l'empêche. */
    @Transactional
    public Optional<Message> parSms(Verification verification, String saisi) {
        return switch (Telephone.lire(saisi)) {
            case Lecture.Refusee<Telephone>(var refus) ->
                Optional.of(new Message(refus.cle(), refus.arguments().toArray()));
            case Lecture.Lue<Telephone>(var numero) -> {
                if (!numero.mobile()) {
                    yield Optional.of(new Message("capture.sms.pas-mobile"));
                }
                if (!admis(PAR_VERIFICATION, verification.id().toString()) || !admis(PAR_NUMERO, numero.valeur())) {
                    yield Optional.of(new Message("capture.sms.trop"));
                }
                courriels.ecrire(
                        verification.personne().langue(),
                        "capture/lien",
                        numero.valeur(),
                        Map.of("adresse", telephone.adresse(verification)));
                yield Optional.empty();
            }
        };
    }

    /** Faux quand il en est déjà parti beaucoup. */
    @Transactional
    public boolean plusTard(Verification verification) {
        if (!admis(COURRIELS, verification.id().toString())) {
            return false;
        }
        var personne = verification.personne();
        courriels.ecrire(
                personne.langue(),
                "capture/plus-tard",
                personne.courriel(),
                Map.of("prenom", personne.prenom(), "lien", commencer.adresse(verification)));
        return true;
    }

    private boolean admis(RegleDeFrein regle, String cle) {
        return freins.essayer(regle, cle) instanceof VerdictDuFrein.Admis;
    }
}
