package fr.convergence.portail.administration;

import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.journal.LigneDuJournal;
import fr.convergence.socle.page.AdresseDeListe;
import fr.convergence.socle.page.Choix;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.PageDeSaisie;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Les lignes du journal qui répondent aux filtres, et ce que les filtres proposent. */
public record JournalPage(
        Filtres filtres,
        Erreurs erreurs,
        List<Choix> sortes,
        List<Choix> actes,
        List<Ligne> lignes,
        @Nullable String debut,
        @Nullable String suivante)
        implements PageDeSaisie {

    /** Ce que porte l'adresse. */
    public record Filtres(String sorte, String objet, String acteur, String acte, String du, String au) {

        /** Un filtre absent de l'adresse est un filtre vide. */
        public Filtres {
            sorte = net(sorte);
            objet = net(objet);
            acteur = net(acteur);
            acte = net(acte);
            du = net(du);
            au = net(au);
        }

        private static String net(@Nullable String saisi) {
            return saisi == null ? "" : AdresseDeListe.net(saisi);
        }

        String adresse(String apres) {
            return AdresseDeListe.de(
                    JournalController.CHEMIN,
                    Map.of(
                            "sorte", sorte, "objet", objet, "acteur", acteur, "acte", acte, "du", du, "au", au, "apres",
                            apres));
        }
    }

    /** Une ligne, en mots. */
    public record Ligne(Instant le, String objet, String acteur, String acte, List<String> detail) {}

    /** De quoi dire les lignes en mots : {@code annuaire} nomme les comptes. */
    record Lecture(MotsDuJournal mots, Function<Collection<UUID>, Map<UUID, String>> annuaire) {

        private List<Ligne> lire(List<LigneDuJournal> lignes) {
            var noms = annuaire.apply(lignes.stream()
                    .flatMap(ligne -> Stream.of(ligne.acteur(), apresLaBarre(ligne.chaine())))
                    .flatMap(id -> Uuid.lire(id).stream())
                    .distinct()
                    .toList());
            return lignes.stream()
                    .map(ligne -> new Ligne(
                            ligne.le(),
                            mots.objet(ligne.chaine(), noms),
                            mots.acteur(ligne.acteur(), noms),
                            mots.acte(ligne.acte()),
                            mots.detail(ligne.detail())))
                    .toList();
        }

        private static String apresLaBarre(String chaine) {
            return chaine.substring(chaine.indexOf('/') + 1);
        }
    }

    /** @param trouvees une de plus que {@code parPage} quand une page suit */
    static JournalPage de(
            Filtres filtres,
            Erreurs erreurs,
            List<LigneDuJournal> trouvees,
            int parPage,
            boolean plusLoin,
            Lecture lecture) {
        var montrees = trouvees.stream().limit(parPage).toList();
        return new JournalPage(
                filtres,
                erreurs,
                lecture.mots.sortes(),
                lecture.mots.actes(),
                lecture.lire(montrees),
                plusLoin ? filtres.adresse("") : null,
                trouvees.size() > parPage
                        ? filtres.adresse(montrees.getLast().id().toString())
                        : null);
    }
}
