package fr.convergence.portail.dossier;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Perimetre;
import fr.convergence.portail.acte.ActeDuDossier.DePassage;
import fr.convergence.portail.acte.ActeDuDossier.DossierCree;
import fr.convergence.portail.acte.CodeDEtat;
import fr.convergence.portail.dossier.EtatEtape.AModifier;
import fr.convergence.portail.dossier.EtatEtape.EnVerification;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.portail.etablissement.Mots;
import fr.convergence.portail.guichet.Niveau;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.journal.Journal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Les dossiers en base. Rien ne se lit sans dire pour qui : ce qui n'est pas à soi n'existe pas.
 *
 * <p>Tout passage d'état s'écrit ici, avec sa ligne de journal et ses compteurs, dans la transaction de l'acte.
 */
@Component
public class Dossiers {

    private static final String SELECTION = """
            select d.id as dossier, d.reference, d.guichet, d.guichet_version, d.candidat_type, d.candidat,
                   d.candidat_nom, d.region, d.referent, d.cree_le, e.id as etape, e.code, e.rang, e.circuit, e.etat,
                   e.niveau, e.depuis, e.motif, e.corrections, e.limitee, e.retour_avant, e.version
            from dossier d join dossier_etape e on e.dossier = d.id
            where\s""";
    private static final String CELUI_CI = "d.reference = :reference and ";
    /** Une version précédente ne l'écrivait que dans l'état. */
    private static final String DEMANDE = """
            case when etat = %s then jsonb_build_object(
                'le', depuis, 'niveau', niveau, 'motif', coalesce(motif, ''), 'corrections', corrections) else demande end
            """.formatted(CodeDEtat.A_MODIFIER.sql());

    private static final String ORDRE = " order by e.rang";
    private static final String TENUES = " for no key update of e";
    private static final LectureDesDossiers LECTURE = new LectureDesDossiers();

    private final JdbcClient base;
    private final Journal journal;
    private final Compteurs compteurs;
    private final Clock horloge;

    Dossiers(JdbcClient base, Journal journal, Compteurs compteurs, Clock horloge) {
        this.base = base;
        this.journal = journal;
        this.compteurs = compteurs;
        this.horloge = horloge;
    }

    /** Le dossier d'un référent, et de lui seul (DOS-2). */
    public Optional<Dossier> duReferent(Connecte qui, ReferenceDeDossier reference) {
        return duReferent(qui, reference, "");
    }

    /** Le même, ses étapes tenues jusqu'à la fin de la transaction : elle seule peut encore en changer l'état. */
    public Optional<Dossier> prendre(Connecte qui, ReferenceDeDossier reference) {
        return duReferent(qui, reference, TENUES);
    }

    private Optional<Dossier> duReferent(Connecte qui, ReferenceDeDossier reference, String verrou) {
        return base.sql(SELECTION + CELUI_CI + "d.referent = :referent" + ORDRE + verrou)
                .param("reference", reference.valeur())
                .param("referent", qui.compte())
                .query(LECTURE);
    }

    /** Un dossier déjà transmis, dans le périmètre de qui le lit. Un brouillon ne se voit pas. */
    public Optional<Dossier> duVerificateur(Connecte qui, ReferenceDeDossier reference) {
        return enVerificateur(qui, List.of(reference), ORDRE).query(LECTURE);
    }

    /** Le même, ses étapes tenues jusqu'à la fin de la transaction. */
    public Optional<Dossier> prendreEnVerificateur(Connecte qui, ReferenceDeDossier reference) {
        return enVerificateur(qui, List.of(reference), ORDRE + TENUES).query(LECTURE);
    }

    /** Ceux-là, d'une lecture ; ce qui n'est pas à lire par lui n'y est pas. */
    public List<Dossier> desVerificateurs(Connecte qui, Collection<ReferenceDeDossier> references) {
        return enVerificateur(qui, references, " order by d.reference, e.rang").query(LectureDesDossiers::tous);
    }

    private StatementSpec enVerificateur(Connecte qui, Collection<ReferenceDeDossier> references, String suite) {
        return base.sql(SELECTION + """
                        d.reference = any (:references) and (:national or d.region = :region)
                        and exists (select from dossier_etape t where t.dossier = d.id and t.transmise_le is not null)
                        """ + suite)
                .param(
                        "references",
                        references.stream().map(ReferenceDeDossier::valeur).toArray(String[]::new))
                .param("national", qui.perimetre() instanceof Perimetre.National)
                .param("region", qui.perimetre() instanceof Perimetre.Regional(var region) ? region.code() : "");
    }

    /** La dernière demande de modification de cette étape, même après la réponse du référent. */
    public Optional<DemandePassee> derniereDemande(Etape etape) {
        return base.sql("select demande from (select " + DEMANDE + " as demande from dossier_etape where id = ?) e"
                        + " where demande is not null")
                .param(etape.id())
                .query(String.class)
                .optional()
                .map(json -> LectureDesDossiers.JSON.readValue(json, DemandePassee.class));
    }

    /** Pour un acte du système : personne ne le lit. */
    public Optional<Dossier> celui(ReferenceDeDossier reference) {
        return celui(reference, "");
    }

    /** Le même, ses étapes tenues jusqu'à la fin de la transaction. */
    public Optional<Dossier> prendreCelui(ReferenceDeDossier reference) {
        return celui(reference, TENUES);
    }

    private Optional<Dossier> celui(ReferenceDeDossier reference, String verrou) {
        return base.sql(SELECTION + "d.reference = ?" + ORDRE + verrou)
                .params(reference.valeur())
                .query(LECTURE);
    }

    /** Celui qui tient la place d'un candidat à un guichet, quel qu'en soit le référent, ses étapes tenues. */
    Optional<Dossier> prendreVivant(String guichet, CleCandidat candidat) {
        return base.sql(SELECTION + "d.guichet = ? and d.candidat_type = ? and d.candidat = ? and d.vivant" + ORDRE
                        + TENUES)
                .params(guichet, candidat.type().name(), candidat.identifiant())
                .query(LECTURE);
    }

    /**
     * Enregistre un dossier neuf.
     *
     * @return faux si ce candidat a déjà un dossier vivant sur ce guichet
     */
    @Transactional
    public boolean creer(Dossier dossier) {
        if (!inserer(dossier)) {
            return false;
        }
        dossier.etapes().forEach(etape -> inserer(dossier, etape));
        journal.ecrire(
                dossier.reference().valeur(),
                dossier.referent().toString(),
                new DossierCree(
                        dossier.guichet().code(), dossier.candidat().cle().toString()));
        return true;
    }

    /**
     * Enregistre le passage d'une étape à un nouvel état, s'il n'a pas été devancé.
     *
     * @param acteur identifiant du compte, ou {@link Journal#SYSTEME}
     * @param acte il dit le mouvement de {@code avant} vers {@code apres}
     * @return faux si quelqu'un a décidé entre-temps : rien n'est alors écrit
     * @throws PlacePrise si l'étape finissait le dossier et qu'un autre, même créé à l'instant, tient sa place
     */
    @Transactional
    public boolean passer(Dossier dossier, Etape avant, Etape apres, String acteur, DePassage acte) {
        if (!mettreAJour(apres)) {
            return false;
        }
        compteurs.compter(dossier, avant, -1);
        compteurs.compter(dossier, apres, 1);
        if (avant.etat().finit() != apres.etat().finit()) {
            vivre(dossier, !apres.etat().finit());
        }
        journal.ecrire(dossier.reference().valeur(), acteur, acte);
        return true;
    }

    private boolean inserer(Dossier dossier) {
        return base.sql("""
                insert into dossier (id, reference, guichet, guichet_version, candidat_type, candidat, candidat_nom,
                                     region, referent, cree_le)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (guichet, candidat_type, candidat) where vivant do nothing
                """)
                        .params(
                                dossier.id(),
                                dossier.reference().valeur(),
                                dossier.guichet().code(),
                                dossier.guichet().version(),
                                dossier.candidat().cle().type().name(),
                                dossier.candidat().cle().identifiant(),
                                dossier.candidat().nom(),
                                dossier.region().code(),
                                dossier.referent(),
                                Timestamp.from(dossier.creeLe()))
                        .update()
                == 1;
    }

    private boolean mettreAJour(Etape apres) {
        var etat = apres.etat();
        return base.sql("""
                update dossier_etape
                set etat = :etat, niveau = :niveau, depuis = :depuis, motif = :motif, corrections = :corrections::jsonb,
                    limitee = :limitee, retour_avant = :retour, demande = coalesce(:demande::jsonb, """ + DEMANDE + """
                    ),
                    transmise_le = case when :transmise then coalesce(transmise_le, :depuis) else transmise_le end,
                    version = version + 1
                where id = :id and version = :version
                """)
                        .param("etat", etat.code().name())
                        .param("transmise", etat instanceof EnVerification)
                        .param("niveau", apres.niveau().map(Niveau::name).orElse(null))
                        .param("depuis", Timestamp.from(etat.depuis().orElseGet(horloge::instant)))
                        .param("motif", etat.raison().orElse(null))
                        .param("corrections", corrections(etat))
                        .param("limitee", etat instanceof AModifier retour && retour.limitee())
                        .param("retour", etat instanceof AModifier retour ? Timestamp.from(retour.retourAvant()) : null)
                        .param("demande", demande(etat))
                        .param("id", apres.id())
                        .param("version", apres.version())
                        .update()
                == 1;
    }

    private void inserer(Dossier dossier, Etape etape) {
        base.sql("""
                insert into dossier_etape (id, dossier, code, rang, circuit, etat, niveau, depuis, guichet, region,
                                           candidat_type, tri)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(Arrays.asList(
                        etape.id(),
                        dossier.id(),
                        etape.code(),
                        etape.rang(),
                        etape.circuit().stream().map(Niveau::name).toArray(String[]::new),
                        etape.etat().code().name(),
                        etape.niveau().map(Niveau::name).orElse(null),
                        Timestamp.from(dossier.creeLe()),
                        dossier.guichet().code(),
                        dossier.region().code(),
                        dossier.candidat().cle().type().name(),
                        Mots.normaliser(dossier.candidat().nom())))
                .update();
        compteurs.compter(dossier, etape, 1);
    }

    /** Un dossier fini laisse sa place ; l'index unique refuse qu'il la reprenne à un autre (TDB-2). */
    private void vivre(Dossier dossier, boolean vivant) {
        try {
            base.sql("update dossier set vivant = ? where id = ?")
                    .params(vivant, dossier.id())
                    .update();
        } catch (DuplicateKeyException prise) {
            throw new PlacePrise(dossier, prise);
        }
    }

    private static @Nullable String demande(EtatEtape etat) {
        return etat instanceof AModifier retour
                ? LectureDesDossiers.JSON.writeValueAsString(
                        new DemandePassee(retour.le(), retour.niveau(), retour.motif(), retour.corrections()))
                : null;
    }

    private static String corrections(EtatEtape etat) {
        return etat instanceof AModifier retour
                ? LectureDesDossiers.JSON.writeValueAsString(retour.corrections())
                : "[]";
    }
}
