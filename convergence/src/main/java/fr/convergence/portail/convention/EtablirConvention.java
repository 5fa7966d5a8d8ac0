package fr.convergence.portail.convention;

import fr.convergence.portail.acte.ActeDuDossier.ConventionEtablie;
import fr.convergence.portail.acte.ActeDuDossier.ConventionRemplacee;
import fr.convergence.portail.acte.ActeDuDossier.DecisionReprise;
import fr.convergence.portail.acte.ActeDuDossier.EtapeValidee;
import fr.convergence.portail.acte.CodeDEtat;
import fr.convergence.portail.contact.ContactCorrige;
import fr.convergence.portail.convention.EtatDeConvention.AEnvoyer;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.dossier.EtapePassee;
import fr.convergence.portail.dossier.EtatEtape;
import fr.convergence.socle.base.Sha256;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.page.Textes;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Établit la convention dans la transaction de l'acceptation qui la prévoit (CONV-1), l'annule avec elle, et la refait quand le
 * signataire n'est plus le même.
 */
@Component
class EtablirConvention {

    private static final Logger TRACES = LoggerFactory.getLogger(EtablirConvention.class);

    private final Dossiers dossiers;
    private final Conventions conventions;
    private final ComposerConvention composer;
    private final PassagesDeConvention passages;
    private final LettresDeConvention lettres;
    private final Textes textes;
    private final Clock horloge;

    EtablirConvention(
            Dossiers dossiers,
            Conventions conventions,
            ComposerConvention composer,
            PassagesDeConvention passages,
            LettresDeConvention lettres,
            Textes textes,
            Clock horloge) {
        this.dossiers = dossiers;
        this.conventions = conventions;
        this.composer = composer;
        this.passages = passages;
        this.lettres = lettres;
        this.textes = textes;
        this.horloge = horloge;
    }

    /** Après les lettres de l'acte, avant les étapes qu'il ouvre : l'histoire se lit dans l'ordre des faits. */
    @EventListener
    @Order(1)
    void apres(EtapePassee fait) {
        switch (fait.acte()) {
            case EtapeValidee(var mouvement)
            when mouvement.vers() == CodeDEtat.ACCEPTEE ->
                dossiers.celui(fait.reference())
                        .ifPresent(dossier -> dossier.etape(mouvement.etape())
                                .filter(etape -> composer.prevue(dossier, etape))
                                .ifPresent(etape -> etablir(dossier, etape)));
            case DecisionReprise(var mouvement, var _)
            when mouvement.de() == CodeDEtat.ACCEPTEE ->
                dossiers.celui(fait.reference()).ifPresent(dossier -> annuler(dossier, "convention.motif.reprise"));
            default -> {}
        }
    }

    /** Le lien de qui ne signe plus ne vaut plus rien ; celle qu'il a refusée, ou laissée expirer, va à qui le remplace. */
    @EventListener
    void apres(ContactCorrige fait) {
        conventions
                .courante(fait.dossier())
                .filter(Convention::adressable)
                .map(Convention::reference)
                .flatMap(dossiers::prendreCelui)
                .ifPresent(this::adresser);
    }

    /** Les étapes du dossier sont tenues : la courante ne change plus. */
    private void adresser(Dossier dossier) {
        conventions
                .courante(dossier.id())
                .filter(Convention::adressable)
                .ifPresent(convention -> dossier.etape(convention.etape())
                        .filter(etape -> etape.etat() instanceof EtatEtape.Acceptee)
                        .filter(etape -> composer.signataire(dossier, etape)
                                .filter(actuel ->
                                        !actuel.equals(convention.contenu().signataire()))
                                .isPresent())
                        .ifPresent(etape -> {
                            annuler(dossier, "convention.motif.signataire");
                            etablir(dossier, etape);
                        }));
    }

    /** D'après ce que le dossier dit aujourd'hui ; l'appelant en tient les étapes. */
    void etablir(Dossier dossier, Etape etape) {
        var contenu = composer.de(dossier, etape);
        if (contenu.isEmpty()) {
            TRACES.error(
                    "Dossier {} : aucune convention, son formulaire ne nomme pas de signataire", dossier.reference());
            return;
        }
        var numero = conventions.toutes(dossier.id()).size() + 1;
        var id = Uuid.v7();
        passages.naitre(
                new Convention(
                        id,
                        dossier.id(),
                        dossier.reference(),
                        numero,
                        etape.code(),
                        contenu.get(),
                        Sha256.hexa(id + "/" + UUID.randomUUID()),
                        new AEnvoyer(horloge.instant())),
                new ConventionEtablie(numero));
    }

    private void annuler(Dossier dossier, String motif) {
        conventions
                .courante(dossier.id())
                .filter(Convention::attendue)
                .flatMap(convention -> conventions.prendre(convention.id()))
                .filter(Convention::attendue)
                .ifPresent(convention -> {
                    var dit = textes.de(motif);
                    lettres.remplacee(convention);
                    passages.passer(
                            convention.remplacer(horloge.instant(), dit),
                            Journal.SYSTEME,
                            new ConventionRemplacee(convention.numero(), dit));
                });
    }
}
