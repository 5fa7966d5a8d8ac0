package fr.convergence.portail.dossier;

import fr.convergence.portail.acces.Role;
import fr.convergence.portail.dossier.Passage.Acteur;
import fr.convergence.portail.dossier.Passage.Detail;
import fr.convergence.portail.dossier.Passage.Mouvement;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.journal.Ligne;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Textes;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

    /** Chaque réponse s'enregistre seule : une saisie ferait cent lignes, elle n'en fait qu'une. */
    private static final String REPONSE = "reponse-enregistree";

    private final JdbcClient base;
    private final Journal journal;
    private final Textes textes;

    HistoriqueDuDossier(JdbcClient base, Journal journal, Textes textes) {
        this.base = base;
        this.journal = journal;
        this.textes = textes;
    }

    /** Du plus récent au plus ancien. */
    public List<Passage> de(Dossier dossier) {
        var lignes = journal.chaine(dossier.reference().valeur());
        var acteurs = acteurs(lignes);
        var passages = new ArrayList<Passage>();
        var reversees = lignes.reversed();
        for (int debut = 0, fin; debut < reversees.size(); debut = fin) {
            fin = finDeLaSaisie(reversees, debut);
            var derniere = reversees.get(debut);
            passages.add(
                    derniere.acte().equals(REPONSE)
                            ? saisie(derniere, fin - debut, acteurs)
                            : passage(derniere, acteurs));
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

    /** Où finit, en remontant le temps, la suite des réponses qu'une même personne a enregistrées à une étape. */
    private static int finDeLaSaisie(List<Ligne> lignes, int debut) {
        var premiere = lignes.get(debut);
        var fin = debut + 1;
        while (premiere.acte().equals(REPONSE) && fin < lignes.size() && memeSaisie(premiere, lignes.get(fin))) {
            fin++;
        }
        return fin;
    }

    private static boolean memeSaisie(Ligne une, Ligne autre) {
        return autre.acte().equals(REPONSE)
                && autre.acteur().equals(une.acteur())
                && Objects.equals(autre.detail().get("etape"), une.detail().get("etape"));
    }

    private static Passage saisie(Ligne ligne, int nombre, Map<String, Acteur> acteurs) {
        var libelle = nombre == 1
                ? new Message("dossier.acte.reponse-enregistree")
                : new Message("dossier.acte.reponses-enregistrees", nombre);
        return new Passage(ligne.le(), acteur(ligne, acteurs), ligne.acte(), libelle, Optional.empty(), List.of());
    }

    private static Acteur acteur(Ligne ligne, Map<String, Acteur> acteurs) {
        return acteurs.getOrDefault(ligne.acteur(), new Acteur(ligne.acteur(), new Message("dossier.acteur.systeme")));
    }

    private Passage passage(Ligne ligne, Map<String, Acteur> acteurs) {
        return new Passage(
                ligne.le(),
                acteur(ligne, acteurs),
                ligne.acte(),
                libelle(ligne.acte()),
                mouvement(ligne.detail()),
                ligne.detail().entrySet().stream()
                        .filter(entree -> textes.connait("dossier.detail." + entree.getKey()))
                        .map(HistoriqueDuDossier::detail)
                        .toList());
    }

    /** Un acte que le recueil ne connaît pas encore se lit tel que le journal le nomme. */
    private Message libelle(String acte) {
        var cle = "dossier.acte." + acte;
        return textes.connait(cle) ? new Message(cle) : Message.brut(acte.replace('-', ' '));
    }

    private static Optional<Mouvement> mouvement(Map<String, String> detail) {
        return detail.containsKey("vers") && detail.containsKey("version")
                ? Optional.of(new Mouvement(
                        detail.get("etape"),
                        Integer.parseInt(detail.get("version")),
                        Statut.lire(detail.get("de"), detail.get("deNiveau")),
                        Statut.lire(detail.get("vers"), detail.get("versNiveau"))))
                : Optional.empty();
    }

    private static Detail detail(Map.Entry<String, String> entree) {
        var texte = DATES.contains(entree.getKey())
                ? Formats.dateHeure(Instant.parse(entree.getValue()).minusSeconds(1))
                : entree.getValue();
        return new Detail(new Message("dossier.detail." + entree.getKey()), texte);
    }

    private Map<String, Acteur> acteurs(List<Ligne> lignes) {
        var comptes = lignes.stream()
                .map(Ligne::acteur)
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
