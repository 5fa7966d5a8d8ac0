package fr.convergence.portail.convention;

import fr.convergence.portail.acte.ActeDuDossier.ConventionRefusee;
import fr.convergence.portail.acte.ActeDuDossier.ConventionSignee;
import fr.convergence.portail.acte.ActeDuDossier.DeConvention;
import fr.convergence.portail.convention.EtatDeConvention.Envoyee;
import fr.convergence.portail.convention.PreuveImprimee.Fait;
import fr.convergence.socle.authentification.VerdictDuFrein;
import fr.convergence.socle.jeton.VerdictDeCode;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ce que le signataire fait par son lien : demander un code, signer, refuser. Le code ne va qu'à son adresse. */
@Component
class SignerConvention {

    sealed interface Issue {
        record Faite() implements Issue {}

        /** @param mort expiré, déjà employé ou épuisé : il en faut un autre */
        record MauvaisCode(boolean mort) implements Issue {}

        record Frein(Instant jusqu) implements Issue {}

        /** Signée, refusée, expirée ou remplacée entre-temps. */
        record PlusASigner() implements Issue {}
    }

    private final PassagesDeConvention passages;
    private final LettresDeConvention lettres;
    private final DocumentsDeConvention documents;
    private final ControleDuSignataire controle;
    private final Clock horloge;

    SignerConvention(
            PassagesDeConvention passages,
            LettresDeConvention lettres,
            DocumentsDeConvention documents,
            ControleDuSignataire controle,
            Clock horloge) {
        this.passages = passages;
        this.lettres = lettres;
        this.documents = documents;
        this.controle = controle;
        this.horloge = horloge;
    }

    /** Un code neuf, qui remplace le précédent. */
    @Transactional
    public Issue envoyerUnCode(Convention lue, String adresse) {
        var convention = tenir(lue);
        if (convention.isEmpty()) {
            return new Issue.PlusASigner();
        }
        if (controle.envoi(lue.id(), adresse) instanceof VerdictDuFrein.Verrouille(var jusqu)) {
            return new Issue.Frein(jusqu);
        }
        lettres.code(convention.get());
        controle.traces().noter(lue.id(), Fait.CODE_ENVOYE, adresse);
        return new Issue.Faite();
    }

    @Transactional
    public Issue signer(Convention lue, String code, String adresse) {
        return avecLeCode(lue, code, adresse).orElseGet(() -> {
            var convention = tenir(lue).orElseThrow();
            var le = horloge.instant();
            controle.traces().noter(lue.id(), Fait.SIGNATURE, adresse);
            var soumis = ((Envoyee) convention.etat()).document();
            var signes = documents.sceller(convention, soumis, controle.traces().de(lue.id()), le);
            var signee = convention.signer(
                    le, signes.document().fichier(), signes.preuve().fichier());
            lettres.signee(signee);
            passages.passer(
                    signee,
                    DeConvention.SIGNATAIRE,
                    new ConventionSignee(signee.numero(), signes.document().sha256()));
            return new Issue.Faite();
        });
    }

    @Transactional
    public Issue refuser(Convention lue, String code, String motif, String adresse) {
        return avecLeCode(lue, code, adresse).orElseGet(() -> {
            var refusee = tenir(lue).orElseThrow().refuser(horloge.instant(), motif);
            lettres.refusee(refusee, motif);
            passages.passer(refusee, DeConvention.SIGNATAIRE, new ConventionRefusee(refusee.numero(), motif));
            return new Issue.Faite();
        });
    }

    /** Vide quand le code est juste et que la convention se signe encore. */
    private Optional<Issue> avecLeCode(Convention lue, String code, String adresse) {
        if (tenir(lue).isEmpty()) {
            return Optional.of(new Issue.PlusASigner());
        }
        if (controle.essai(lue.id(), adresse) instanceof VerdictDuFrein.Verrouille(var jusqu)) {
            return Optional.of(new Issue.Frein(jusqu));
        }
        var verdict = controle.verifier(lue.id(), code);
        if (verdict != VerdictDeCode.JUSTE) {
            controle.traces().noter(lue.id(), Fait.CODE_FAUX, adresse);
        }
        return switch (verdict) {
            case JUSTE -> Optional.empty();
            case FAUX -> Optional.of(new Issue.MauvaisCode(false));
            case MORT -> Optional.of(new Issue.MauvaisCode(true));
        };
    }

    private Optional<Convention> tenir(Convention lue) {
        return passages.tenir(lue).filter(convention -> convention.signable(horloge.instant()));
    }
}
