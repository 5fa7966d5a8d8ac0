package fr.convergence.portail.dossier;

import static java.util.Objects.requireNonNull;

import fr.convergence.portail.acces.Role;
import fr.convergence.portail.dossier.Passage.Acteur;
import fr.convergence.portail.dossier.Passage.Changement;
import fr.convergence.portail.dossier.Passage.Detail;
import fr.convergence.portail.dossier.Passage.Mouvement;
import fr.convergence.portail.dossier.ValeursDeLHistoire.Lecteur;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.journal.LigneDuJournal;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Textes;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * L'historique d'un dossier (DOS-9), lu du journal scellé. Il se demande avec le dossier lui-même : qui n'a pas pu le
 * lire ne peut pas lire son histoire.
 */
@Component
public class HistoriqueDuDossier {

    /** Des échéances : on en dit la dernière seconde qui compte. */
    private static final Set<String> DATES = Set.of("retourAvant");

    private static final String REPONSE = "reponse-enregistree";

    /**
     * Les actes d'une saisie. Chaque réponse, chaque fichier s'enregistre seul : ce qui se suit ferait cent lignes, il n'en
     * fait qu'une. Un vérificateur lit ce qui est transmis, jamais ce qui se saisit (DOS-6).
     */
    private static final List<String> DU_BROUILLON = List.of(REPONSE, "piece-deposee", "piece-retiree");

    private static final String TRANSMISSION = "etape-transmise";

    /** Ceux dont un vérificateur ne lit pas les valeurs : un fichier refusé en cours de saisie n'a jamais été transmis. */
    private static final Set<String> TUS =
            Stream.concat(DU_BROUILLON.stream(), Stream.of("piece-refusee")).collect(Collectors.toUnmodifiableSet());

    private final JdbcClient base;
    private final Journal journal;
    private final Textes textes;
    private final List<ValeursDeLHistoire> valeurs;

    HistoriqueDuDossier(JdbcClient base, Journal journal, Textes textes, List<ValeursDeLHistoire> valeurs) {
        this.valeurs = List.copyOf(valeurs);
        this.base = base;
        this.journal = journal;
        this.textes = textes;
    }

    /** Les actes, du plus récent au plus ancien, sans les valeurs qu'ils ont changées. */
    public List<Passage> de(Dossier dossier) {
        return passages(lignes(dossier), List.of());
    }

    /** Tout : ce que chaque acte a changé, de quoi à quoi. */
    public List<Passage> pourLeReferent(Dossier dossier) {
        return passages(lignes(dossier), lecteurs(dossier));
    }

    /** Ce qui s'est fait depuis la première transmission, sans les valeurs d'un brouillon. */
    public List<Passage> pourUnVerificateur(Dossier dossier) {
        return passages(
                depuisLaTransmission(lignes(dossier)),
                lecteurs(dossier).stream()
                        .<Lecteur>map(lecteur ->
                                (acte, details) -> TUS.contains(acte) ? List.of() : lecteur.changements(acte, details))
                        .toList());
    }

    private List<Lecteur> lecteurs(Dossier dossier) {
        return valeurs.stream().map(source -> source.de(dossier)).toList();
    }

    /** Toutes quand aucune ne la dit : un dossier repris d'ailleurs a été transmis sans elle. */
    private static List<LigneDuJournal> depuisLaTransmission(List<LigneDuJournal> lignes) {
        var depuis = lignes.stream()
                .dropWhile(ligne -> !ligne.acte().equals(TRANSMISSION))
                .toList();
        return depuis.isEmpty() ? lignes : depuis;
    }

    private List<LigneDuJournal> lignes(Dossier dossier) {
        return journal.chaine(dossier.reference().valeur());
    }

    private List<Passage> passages(List<LigneDuJournal> lignes, List<Lecteur> lecteurs) {
        var acteurs = acteurs(lignes);
        var passages = new ArrayList<Passage>();
        var reversees = lignes.reversed();
        for (int debut = 0, fin; debut < reversees.size(); debut = fin) {
            fin = finDeLaSaisie(reversees, debut);
            var suite = reversees.subList(debut, fin);
            passages.add(passage(suite, acteurs, changements(suite.reversed(), lecteurs)));
        }
        return passages;
    }

    /** Le dernier mouvement d'une étape : la décision qui a devancé la vôtre. */
    public Optional<Passage> dernier(Dossier dossier, String etape) {
        return de(dossier).stream()
                .filter(passage ->
                        passage.mouvement().filter(m -> m.etape().equals(etape)).isPresent())
                .findFirst();
    }

    /** Où finit, en remontant le temps, la suite de ce qu'une même personne a saisi. */
    private static int finDeLaSaisie(List<LigneDuJournal> lignes, int debut) {
        var premiere = lignes.get(debut);
        var fin = debut + 1;
        while (DU_BROUILLON.contains(premiere.acte())
                && fin < lignes.size()
                && DU_BROUILLON.contains(lignes.get(fin).acte())
                && lignes.get(fin).acteur().equals(premiere.acteur())) {
            fin++;
        }
        return fin;
    }

    /** Par acte et par étape : qui sait les lire les lit ensemble. */
    private static List<Changement> changements(List<LigneDuJournal> suite, List<Lecteur> lecteurs) {
        record Sorte(String acte, String etape) {}
        Map<Sorte, List<Map<String, String>>> sortes = suite.stream()
                .collect(Collectors.groupingBy(
                        ligne -> new Sorte(ligne.acte(), ligne.detail().getOrDefault("etape", "")),
                        LinkedHashMap::new,
                        Collectors.mapping(ligne -> ligne.detail(), Collectors.toList())));
        return sortes.entrySet().stream()
                .flatMap(sorte -> lecteurs.stream()
                        .flatMap(lecteur -> lecteur.changements(sorte.getKey().acte(), sorte.getValue()).stream()))
                .toList();
    }

    private static Acteur acteur(LigneDuJournal ligne, Map<String, Acteur> acteurs) {
        return acteurs.getOrDefault(ligne.acteur(), new Acteur(ligne.acteur(), new Message("dossier.acteur.systeme")));
    }

    /** @param suite un acte, ou plusieurs réponses enregistrées à la suite, la plus récente d'abord */
    private Passage passage(List<LigneDuJournal> suite, Map<String, Acteur> acteurs, List<Changement> changements) {
        var ligne = suite.getFirst();
        return new Passage(
                ligne.le(),
                acteur(ligne, acteurs),
                ligne.acte(),
                suite.size() == 1 ? libelle(ligne.acte()) : saisie(suite),
                mouvement(ligne.detail()),
                details(ligne),
                changements);
    }

    /** « 74 réponses enregistrées, 3 fichiers déposés ». */
    private Message saisie(List<LigneDuJournal> suite) {
        var nombres = suite.stream().collect(Collectors.groupingBy(LigneDuJournal::acte, Collectors.counting()));
        return Message.brut(DU_BROUILLON.stream()
                .filter(nombres::containsKey)
                .map(acte -> textes.nombre("dossier.actes." + acte, requireNonNull(nombres.get(acte))))
                .collect(Collectors.joining(", ")));
    }

    /** Un acte que le recueil ne connaît pas encore se lit tel que le journal le nomme. */
    private Message libelle(String acte) {
        var cle = "dossier.acte." + acte;
        return textes.connait(cle) ? new Message(cle) : Message.brut(acte.replace('-', ' '));
    }

    private static Optional<Mouvement> mouvement(Map<String, String> detail) {
        return detail.containsKey("vers") && detail.containsKey("version")
                ? Optional.of(new Mouvement(
                        requireNonNull(detail.get("etape")),
                        Integer.parseInt(requireNonNull(detail.get("version"))),
                        Statut.lire(requireNonNull(detail.get("de")), detail.get("deNiveau")),
                        Statut.lire(requireNonNull(detail.get("vers")), detail.get("versNiveau"))))
                : Optional.empty();
    }

    /** L'empreinte d'une réponse enregistrée sert à la vérifier ; seule celle d'une transmission se lit. */
    private List<Detail> details(LigneDuJournal ligne) {
        return ligne.acte().equals(REPONSE)
                ? List.of()
                : ligne.detail().entrySet().stream()
                        .filter(entree -> textes.connait("dossier.detail." + entree.getKey()))
                        .map(HistoriqueDuDossier::detail)
                        .toList();
    }

    private static Detail detail(Map.Entry<String, String> entree) {
        var texte = DATES.contains(entree.getKey())
                ? Formats.dateHeure(Instant.parse(entree.getValue()).minusSeconds(1))
                : entree.getValue();
        return new Detail(new Message("dossier.detail." + entree.getKey()), texte);
    }

    private Map<String, Acteur> acteurs(List<LigneDuJournal> lignes) {
        var comptes = lignes.stream()
                .map(LigneDuJournal::acteur)
                .distinct()
                .filter(acteur -> acteur.length() == 36)
                .map(UUID::fromString)
                .toArray(UUID[]::new);
        var acteurs = new HashMap<String, Acteur>();
        base.sql("select id, nom, role from vue_dossier_acteur where id = any (?)")
                .param(comptes)
                .query((ResultSet ligne) -> {
                    var role = Role.valueOf(ligne.getString("role"));
                    acteurs.put(
                            ligne.getString("id"),
                            new Acteur(
                                    ligne.getString("id"),
                                    new Message(
                                            "dossier.acteur." + role.name().toLowerCase(Locale.ROOT),
                                            ligne.getString("nom"))));
                });
        return acteurs;
    }
}
