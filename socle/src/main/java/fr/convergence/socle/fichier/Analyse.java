package fr.convergence.socle.fichier;

import fr.convergence.socle.antivirus.Clamd;
import fr.convergence.socle.antivirus.VerdictDAntivirus;
import fr.convergence.socle.contenu.Constat;
import fr.convergence.socle.contenu.ContenuActif;
import fr.convergence.socle.contenu.Controles;
import fr.convergence.socle.contenu.Raison;
import fr.convergence.socle.contenu.Refus;
import fr.convergence.socle.fichier.EtatFichier.NonAnalyse;
import fr.convergence.socle.fichier.EtatFichier.Refuse;
import fr.convergence.socle.fichier.EtatFichier.Sain;
import fr.convergence.socle.fichier.Quarantaine.Tour;
import fr.convergence.socle.fichier.Registre.Contenu;
import fr.convergence.socle.tache.Bail;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rend le verdict de chaque fichier reçu : son contenu, puis l'antivirus (PCE-3).
 *
 * <p>Tant que l'antivirus ne répond pas, le fichier reste en quarantaine et repasse quelques secondes plus tard ; il n'est
 * jamais servi sans verdict.
 */
public final class Analyse {

    private static final Logger JOURNAL = LoggerFactory.getLogger(Analyse.class);
    private static final int PAR_LOT = 50;

    /** Deux prolongations manquées, et le bail tient encore. */
    static final Duration PROLONGATION = Quarantaine.BAIL.dividedBy(4);

    /** Quand prévenir le support qu'un fichier attend (qualité 10). */
    private static final Duration RETARD = Duration.ofMinutes(5);

    /** Les alertes de clamd qui ne nomment pas un virus. */
    private static final String LIMITES_DEPASSEES = "Heuristics.Limits.Exceeded";

    private static final String MACROS = "Heuristics.OLE2.ContainsMacros";
    private static final String CHIFFRE = "Heuristics.Encrypted";

    private final Magasin magasin;
    private final @Nullable Clamd clamd;
    private final Clock horloge;
    private final Duration prolongation;
    private final List<ExamenPropre> propres;

    /** Pourquoi l'antivirus n'a pas rendu le dernier verdict qu'on lui a demandé. */
    private volatile @Nullable String muet;

    /** @param prolongation après combien de temps un fichier que l'on analyse encore se garde de nouveau */
    Analyse(Magasin magasin, @Nullable Clamd clamd, Clock horloge, Duration prolongation) {
        this(magasin, clamd, horloge, prolongation, List.of());
    }

    /** @param propres ce qu'exigent ceux qui rangent les fichiers */
    Analyse(Magasin magasin, @Nullable Clamd clamd, Clock horloge, Duration prolongation, List<ExamenPropre> propres) {
        this.propres = List.copyOf(propres);
        this.magasin = magasin;
        this.clamd = clamd;
        this.horloge = horloge;
        this.prolongation = prolongation;
    }

    /** Vrai si un antivirus est configuré ; sinon les fichiers bien formés sont marqués « non analysé ». */
    public boolean avecAntivirus() {
        return clamd != null;
    }

    /** Échoue, en disant pourquoi, si l'antivirus ne répond pas, ou répond mais ne juge pas ce qui attend. */
    void essayer() throws IOException {
        if (clamd == null) {
            return;
        }
        clamd.essayer();
        var cause = muet;
        if (cause != null && magasin.quarantaine.enAttenteDepuisPlusDe(Duration.ZERO) > 0) {
            throw new IOException("clamd répond, mais ne juge pas les fichiers : " + cause);
        }
    }

    /**
     * Analyse les fichiers qui attendent, jusqu'à en manquer ou à trouver l'antivirus muet. Plusieurs nœuds peuvent
     * l'appeler en même temps.
     *
     * @return le nombre de verdicts rendus
     */
    public int analyserLot() {
        var juges = 0;
        for (var rang = 0; rang < PAR_LOT; rang++) {
            var tour = magasin.quarantaine.prochain();
            if (tour.isEmpty()) {
                return juges;
            }
            switch (analyser(tour.get())) {
                case Issue.Juge _ -> juges++;
                case Issue.AntivirusMuet _ -> {
                    return juges;
                }
                case Issue.Echec _ -> JOURNAL.debug("Au suivant");
            }
        }
        return juges;
    }

    /**
     * Reprend les fichiers « non analysés » quand un antivirus est réglé, par petits lots ; ils se lisent comme avant
     * jusqu'à leur verdict.
     *
     * @return le nombre de fichiers remis en file
     */
    public int reprendre() {
        return clamd == null ? 0 : magasin.quarantaine.reprendre(PAR_LOT);
    }

    /** Vrai si des fichiers se lisent sans avoir été analysés. */
    public boolean nonAnalyses() {
        return magasin.registre.nonAnalyses();
    }

    /** Analyse ce fichier sans attendre son tour ; vide s'il n'attend pas, ou si le verdict doit attendre. */
    public Optional<EtatFichier> analyser(UUID fichier) {
        return magasin.quarantaine
                .tourDe(fichier)
                .flatMap(tour -> analyser(tour) instanceof Issue.Juge(var etat) ? Optional.of(etat) : Optional.empty());
    }

    /** Combien de fichiers attendent un verdict depuis plus de cinq minutes : le support doit le savoir. */
    public long enRetard() {
        return magasin.quarantaine.enAttenteDepuisPlusDe(RETARD);
    }

    private sealed interface Issue {

        record Juge(EtatFichier etat) implements Issue {}

        /** Insister auprès de l'antivirus ne servirait à rien : les autres fichiers attendent aussi. */
        record AntivirusMuet() implements Issue {}

        /** Ce fichier-là ne se lit pas, les autres si. */
        record Echec() implements Issue {}
    }

    private Issue analyser(Tour tour) {
        try {
            var contenu = magasin.registre.contenu(tour.fichier());
            if (contenu.isEmpty()) {
                magasin.quarantaine.retirer(tour.fichier());
                return new Issue.Echec();
            }
            var etat = etat(tour, contenu.get());
            if (etat.isEmpty()) {
                magasin.quarantaine.reporter(tour);
                return new Issue.AntivirusMuet();
            }
            magasin.juger(tour.fichier(), etat.get());
            return new Issue.Juge(etat.get());
        } catch (IOException | RuntimeException e) {
            // Dépôt absent, trousseau qui n'est pas le bon… : rien qui condamne le fichier. Il attend, et le support le
            // sait.
            JOURNAL.error("Analyse du fichier {} en échec ({} essais)", tour.fichier(), tour.essais(), e);
            magasin.quarantaine.reporter(tour);
            return new Issue.Echec();
        }
    }

    /** Le verdict, ou rien si l'antivirus est muet ; aucun autre nœud n'analyse ce fichier pendant qu'il se cherche. */
    private Optional<EtatFichier> etat(Tour tour, Contenu contenu) throws IOException {
        try (var _ = new Bail(prolongation, () -> magasin.quarantaine.prolonger(tour));
                var canal = magasin.segments.canal(contenu.fichier(), magasin.cle(contenu.fichier(), contenu.cle()))) {
            return switch (Controles.examiner(canal, contenu.format(), contenu.regle())) {
                case Constat.Refuse(var refus) -> Optional.of(new Refuse(horloge.instant(), refus));
                case Constat.Admis(var marques) -> {
                    var refus = refusPropre(contenu.fichier(), canal);
                    yield refus.isPresent()
                            ? Optional.of(new Refuse(horloge.instant(), refus.get()))
                            : etat(contenu, canal, marques);
                }
            };
        }
    }

    private Optional<Refus> refusPropre(UUID fichier, SeekableByteChannel canal) throws IOException {
        for (var examen : propres) {
            var refus = examen.examiner(fichier, canal.position(0));
            if (refus.isPresent()) {
                return refus;
            }
        }
        return Optional.empty();
    }

    private Optional<EtatFichier> etat(Contenu contenu, SeekableByteChannel canal, Set<ContenuActif> marques)
            throws IOException {
        if (clamd == null) {
            return Optional.of(new NonAnalyse(horloge.instant(), marques));
        }
        var verdict = clamd.analyser(Channels.newInputStream(canal.position(0)));
        muet = verdict instanceof VerdictDAntivirus.Indisponible(var cause) ? cause : null;
        return switch (verdict) {
            case VerdictDAntivirus.Sain _ -> Optional.of(new Sain(horloge.instant(), marques));
            case VerdictDAntivirus.Infecte(var nom) -> Optional.of(new Refuse(horloge.instant(), refus(nom)));
            case VerdictDAntivirus.Indisponible(var cause) -> {
                JOURNAL.warn("Antivirus indisponible, le fichier {} attend : {}", contenu.fichier(), cause);
                yield Optional.empty();
            }
        };
    }

    private static Refus refus(String alerte) {
        if (alerte.startsWith(LIMITES_DEPASSEES)) {
            return new Refus(Raison.ANALYSE_IMPOSSIBLE);
        }
        if (alerte.startsWith(MACROS)) {
            return new Refus(Raison.MACROS);
        }
        return alerte.startsWith(CHIFFRE) ? new Refus(Raison.PROTEGE) : new Refus(Raison.INFECTE, alerte);
    }
}
