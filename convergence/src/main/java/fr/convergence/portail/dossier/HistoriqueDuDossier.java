package fr.convergence.portail.dossier;

import fr.convergence.portail.acces.Role;
import fr.convergence.portail.acte.ActeDeReprise;
import fr.convergence.portail.acte.ActeDuDossier;
import fr.convergence.portail.acte.ActeDuDossier.ContactModifie;
import fr.convergence.portail.acte.ActeDuDossier.DeConteneur;
import fr.convergence.portail.acte.ActeDuDossier.DeConvention;
import fr.convergence.portail.acte.ActeDuDossier.DePaiement;
import fr.convergence.portail.acte.ActeDuDossier.DePassage;
import fr.convergence.portail.acte.ActeDuDossier.DeReponses;
import fr.convergence.portail.acte.ActeDuDossier.DeSaisie;
import fr.convergence.portail.acte.ActeDuDossier.DossierCree;
import fr.convergence.portail.acte.ActeDuDossier.DossierTransfere;
import fr.convergence.portail.acte.ActeDuDossier.Interne;
import fr.convergence.portail.acte.ActeDuDossier.MessageEnvoye;
import fr.convergence.portail.acte.ActeDuDossier.PieceDeposee;
import fr.convergence.portail.acte.ActeDuDossier.PieceRefusee;
import fr.convergence.portail.acte.ActeDuDossier.PieceRetiree;
import fr.convergence.portail.acte.DossierReconduit;
import fr.convergence.portail.acte.Precision;
import fr.convergence.portail.dossier.Passage.Acteur;
import fr.convergence.portail.dossier.Passage.Changement;
import fr.convergence.portail.dossier.Passage.Detail;
import fr.convergence.portail.dossier.Passage.Mouvement;
import fr.convergence.portail.dossier.ValeursDeLHistoire.Lecteur;
import fr.convergence.portail.guichet.Niveau;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Textes;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

    /** Ce qui s'enregistre seul et se suit ferait cent lignes : il n'en fait qu'une, qui compte les actes dans cet ordre. */
    private static final List<Class<? extends DeSaisie>> DE_SAISIE =
            List.of(DeReponses.class, PieceDeposee.class, PieceRetiree.class);

    private final JdbcClient base;
    private final Journal journal;
    private final Textes textes;
    private final HistoireTransmise transmise;
    private final List<ValeursDeLHistoire> valeurs;

    HistoriqueDuDossier(
            JdbcClient base,
            Journal journal,
            Textes textes,
            HistoireTransmise transmise,
            List<ValeursDeLHistoire> valeurs) {
        this.valeurs = List.copyOf(valeurs);
        this.base = base;
        this.journal = journal;
        this.textes = textes;
        this.transmise = transmise;
    }

    /** Les actes, du plus récent au plus ancien, sans les valeurs qu'ils ont changées. */
    public List<Passage> de(Dossier dossier) {
        return passages(lignes(dossier), List.of());
    }

    /** Tout ce que l'établissement peut en lire : ce que chaque acte a changé, de quoi à quoi. */
    public List<Passage> pourLeReferent(Dossier dossier) {
        return passages(lignes(dossier).stream().filter(lue -> !lue.interne()).toList(), lecteurs(dossier));
    }

    /** Ce qui s'est fait depuis la transmission de chaque étape, sans les valeurs d'une saisie ni les fichiers qu'elle refusa. */
    public List<Passage> pourUnVerificateur(Dossier dossier) {
        return passages(
                transmise.de(dossier, lignes(dossier)),
                lecteurs(dossier).stream()
                        .<Lecteur>map(lecteur -> actes -> switch (actes.getFirst()) {
                            case DeSaisie _, PieceRefusee _ -> List.of();
                            case DossierCree _,
                                    ContactModifie _,
                                    DossierTransfere _,
                                    ActeDeReprise _,
                                    DossierReconduit _,
                                    MessageEnvoye _,
                                    Interne _,
                                    DePassage _,
                                    DeConteneur _,
                                    DeConvention _,
                                    DePaiement _ -> lecteur.changements(actes);
                        })
                        .toList());
    }

    /** À quel niveau cette édition est allée ; vide si aucun acte ne le dit. */
    public Optional<Niveau> destinataire(Dossier dossier, String etape, int edition) {
        return HistoireTransmise.destinataire(lignes(dossier), etape, edition);
    }

    private List<Lecteur> lecteurs(Dossier dossier) {
        return valeurs.stream().map(source -> source.de(dossier)).toList();
    }

    private List<Lue> lignes(Dossier dossier) {
        return journal.chaine(dossier.reference().valeur()).stream()
                .map(Lue::de)
                .toList();
    }

    private List<Passage> passages(List<Lue> lignes, List<Lecteur> lecteurs) {
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
    private static int finDeLaSaisie(List<Lue> lignes, int debut) {
        var premiere = lignes.get(debut);
        var fin = debut + 1;
        while (premiere.saisie()
                && fin < lignes.size()
                && lignes.get(fin).saisie()
                && lignes.get(fin).acteur().equals(premiere.acteur())) {
            fin++;
        }
        return fin;
    }

    /** Par genre d'acte et par étape : qui sait les lire les lit ensemble. */
    private static List<Changement> changements(List<Lue> suite, List<Lecteur> lecteurs) {
        record Genre(Class<?> acte, Optional<String> etape) {}
        var genres = suite.stream()
                .flatMap(lue -> lue.acte().stream())
                .collect(Collectors.groupingBy(
                        acte -> new Genre(
                                acte instanceof DeReponses ? DeReponses.class : acte.getClass(), acte.etapeNommee()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return genres.values().stream()
                .flatMap(actes -> lecteurs.stream().flatMap(lecteur -> lecteur.changements(actes).stream()))
                .toList();
    }

    /** @param suite un acte, ou plusieurs réponses enregistrées à la suite, la plus récente d'abord */
    private Passage passage(List<Lue> suite, Map<String, Acteur> acteurs, List<Changement> changements) {
        var derniere = suite.getFirst();
        return new Passage(
                derniere.ligne().le(),
                acteurs.getOrDefault(derniere.acteur(), Acteur.sansCompte(derniere.acteur())),
                derniere.ligne().acte(),
                suite.stream().mapToInt(Lue::nombre).sum() == 1
                        ? libelle(derniere.ligne().acte())
                        : saisie(suite),
                derniere.acte().flatMap(HistoriqueDuDossier::mouvement),
                details(derniere),
                changements);
    }

    /** « 74 réponses enregistrées, 3 fichiers déposés ». */
    private Message saisie(List<Lue> suite) {
        return Message.brut(DE_SAISIE.stream()
                .map(genre -> suite.stream()
                        .filter(lue -> lue.acte().filter(genre::isInstance).isPresent())
                        .toList())
                .filter(memes -> !memes.isEmpty())
                .map(memes -> textes.nombre(
                        "dossier.actes." + memes.getFirst().ligne().acte(), compte(memes)))
                .collect(Collectors.joining(", ")));
    }

    /** Une réponse enregistrée plusieurs fois n'en est qu'une ; chaque fichier est le sien. */
    private static int compte(List<Lue> memes) {
        return (int) memes.stream()
                .flatMap(lue -> lue.acte().stream())
                .<Object>flatMap(acte -> acte instanceof DeReponses reponses
                        ? reponses.revisions().keySet().stream().map(cle -> reponses.etape() + " " + cle)
                        : Stream.of(acte))
                .distinct()
                .count();
    }

    /** Un acte que le recueil ne connaît pas encore se lit tel que le journal le nomme. */
    private Message libelle(String acte) {
        var cle = "dossier.acte." + acte;
        return textes.connait(cle) ? new Message(cle) : Message.brut(acte.replace('-', ' '));
    }

    private static Optional<Mouvement> mouvement(ActeDuDossier acte) {
        return acte instanceof DePassage passage
                ? Optional.of(new Mouvement(
                        passage.mouvement().etape(),
                        passage.mouvement().version(),
                        Statut.de(passage.mouvement().de(), passage.mouvement().deNiveau()),
                        Statut.de(
                                passage.mouvement().vers(), passage.mouvement().versNiveau())))
                : Optional.empty();
    }

    /** L'empreinte d'une réponse enregistrée sert à la vérifier ; seule celle d'une transmission se lit. */
    private List<Detail> details(Lue lue) {
        return lue.acte().orElse(null) instanceof DeReponses
                ? List.of()
                : lue.ligne().detail().entrySet().stream()
                        .filter(entree -> textes.connait("dossier.detail." + entree.getKey()))
                        .map(this::detail)
                        .toList();
    }

    private Detail detail(Map.Entry<String, String> entree) {
        var texte = entree.getValue();
        return new Detail(
                new Message("dossier.detail." + entree.getKey()),
                Precision.lire(entree.getKey())
                        .map(precision -> switch (precision) {
                            // D'une échéance, on dit la dernière seconde qui compte.
                            case RETOUR_AVANT ->
                                Formats.dateHeure(Instant.parse(texte).minusSeconds(1));
                            case AVANCE, DEMANDE, MONTANT, RETENU -> Formats.montant(Long.parseLong(texte));
                            case JOUR -> Formats.date(LocalDate.parse(texte));
                            case VERSEMENT -> textes.de("dossier.versement." + texte.toLowerCase(Locale.ROOT));
                            default -> texte;
                        })
                        .orElse(texte));
    }

    private Map<String, Acteur> acteurs(List<Lue> lignes) {
        var comptes = lignes.stream()
                .map(Lue::acteur)
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
