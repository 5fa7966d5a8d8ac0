package fr.convergence.portail.convention;

import fr.convergence.portail.acte.ActeDuDossier.ConventionExpiree;
import fr.convergence.portail.acte.ActeDuDossier.ConventionRefusee;
import fr.convergence.portail.acte.ActeDuDossier.ConventionSignee;
import fr.convergence.portail.acte.ActeDuDossier.DeConvention;
import fr.convergence.portail.convention.Confiees.Confiee;
import fr.convergence.portail.convention.EtatDeConvention.Envoyee;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.signature.PartenaireDefaillant;
import fr.convergence.socle.signature.Yousign;
import fr.convergence.socle.signature.Yousign.Avancement;
import fr.convergence.socle.tache.Tranche;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Demande au prestataire les signatures qu'on lui confie, puis relève chez lui ce qu'elles deviennent : ce qu'il envoie de
 * lui-même ne fait que hâter le passage. Aucune réponse de lui ne s'attend dans une transaction.
 */
@Component
final class SuivreLePrestataire {

    private static final Logger TRACES = LoggerFactory.getLogger(SuivreLePrestataire.class);
    private static final int LOT = 50;

    private final Yousign prestataire;
    private final Confiees confiees;
    private final Conventions conventions;
    private final DocumentsDeConvention documents;
    private final Suites suites;
    private final TransactionTemplate transactions;
    private final Clock horloge;

    /** Ce qu'une convention relevée fait écrire. */
    @Component
    record Suites(Dossiers dossiers, PassagesDeConvention passages, LettresDeConvention lettres) {}

    SuivreLePrestataire(
            Yousign prestataire,
            Confiees confiees,
            Conventions conventions,
            DocumentsDeConvention documents,
            Suites suites,
            TransactionTemplate transactions,
            Clock horloge) {
        this.prestataire = prestataire;
        this.confiees = confiees;
        this.conventions = conventions;
        this.documents = documents;
        this.suites = suites;
        this.transactions = transactions;
        this.horloge = horloge;
    }

    /** @return faux : ce qui n'a pas abouti se refait au passage suivant */
    boolean passer(Tranche tranche) {
        if (prestataire.regle()) {
            confiees.oublierLesEvenements();
            confiees.aSuivre(LOT).forEach(confiee -> essayer(tranche, confiee));
        }
        return false;
    }

    private void essayer(Tranche tranche, Confiee confiee) {
        if (tranche.finie()) {
            return;
        }
        confiees.essayee(confiee.convention());
        try {
            if (confiee.demande() == null) {
                demander(confiee.convention());
            } else if (confiee.aSigner()) {
                relever(confiee.convention(), confiee.demande());
            } else {
                annuler(confiee.convention(), confiee.demande());
            }
        } catch (PartenaireDefaillant echec) {
            TRACES.warn(
                    "Convention {} : le prestataire de signature n’a pas répondu, repris plus tard",
                    confiee.convention(),
                    echec);
        }
    }

    private void demander(UUID id) {
        var convention = conventions.celle(id).orElseThrow();
        if (convention.etat() instanceof Envoyee envoyee) {
            if (!convention.signable(horloge.instant())) {
                expirer(id);
                return;
            }
            var contenu = convention.contenu();
            var signataire = contenu.signataire();
            var demande = prestataire.demander(new Yousign.Demande(
                    id.toString(),
                    contenu.guichet() + " – " + convention.reference(),
                    documents.octets(envoyee.document()),
                    new Yousign.Signataire(signataire.prenom(), signataire.nom(), signataire.courriel()),
                    LocalDate.ofInstant(envoyee.expireLe().minusSeconds(1), Formats.PARIS)));
            confiees.demandee(id, demande);
        }
    }

    private void expirer(UUID id) {
        conclure(id, convention -> {
            var expiree = convention.expirer(horloge.instant());
            suites.lettres().expiree(expiree);
            suites.passages().passer(expiree, Journal.SYSTEME, new ConventionExpiree(expiree.numero()));
        });
    }

    private void relever(UUID id, String demande) {
        switch (prestataire.avancement(demande)) {
            case Avancement.EnCours() -> {}
            case Avancement.Signee() -> {
                var signe = prestataire.document(demande);
                var preuve = prestataire.preuve(demande);
                conclure(id, convention -> signee(convention, signe, preuve));
            }
            case Avancement.Refusee(var motif) ->
                conclure(id, convention -> {
                    var refusee = convention.refuser(horloge.instant(), motif);
                    suites.lettres().refusee(refusee, motif);
                    suites.passages()
                            .passer(refusee, DeConvention.SIGNATAIRE, new ConventionRefusee(refusee.numero(), motif));
                });
            case Avancement.Expiree(), Avancement.Annulee() -> expirer(id);
        }
    }

    private void signee(Convention convention, byte[] signe, byte[] preuve) {
        var signes = documents.recus(convention, signe, preuve);
        var signee = convention.signer(
                horloge.instant(), signes.document().fichier(), signes.preuve().fichier());
        suites.lettres().signee(signee);
        suites.passages()
                .passer(
                        signee,
                        DeConvention.SIGNATAIRE,
                        new ConventionSignee(signee.numero(), signes.document().sha256()));
    }

    /** Remplacée entre-temps, elle n'est plus à conclure : elle est à annuler chez lui. */
    private void conclure(UUID id, Consumer<Convention> acte) {
        transactions.executeWithoutResult(_ -> {
            var lue = conventions.celle(id).orElseThrow();
            suites.dossiers().prendreCelui(lue.reference());
            conventions
                    .prendre(lue.id())
                    .filter(convention -> convention.etat() instanceof Envoyee)
                    .ifPresent(convention -> {
                        acte.accept(convention);
                        confiees.finie(convention.id());
                    });
        });
    }

    private void annuler(UUID id, String demande) {
        if (prestataire.avancement(demande) instanceof Avancement.EnCours) {
            prestataire.annuler(demande, "Convention remplacée");
        }
        confiees.finie(id);
    }
}
