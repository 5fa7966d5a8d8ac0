package fr.convergence.portail.plafond;

import fr.convergence.portail.acte.ActeDuSupport.PlafondsImportes;
import fr.convergence.portail.acte.Sorte;
import fr.convergence.portail.candidat.TypeCandidat;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.portail.etablissement.Etablissements;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.plafond.RapportDePlafonds.Ligne;
import fr.convergence.portail.plafond.RapportDePlafonds.Sort;
import fr.convergence.portail.question.Montant;
import fr.convergence.portail.tableur.TableauEnvoye;
import fr.convergence.socle.base.Sha256;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.contenu.NomDeFichier;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Textes;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Importe les plafonds d'un fichier : ses lignes justes s'appliquent ensemble, chaque ligne refusée dit pourquoi. */
@Component
public class ImporterPlafonds {

    private static final List<String> COLONNES = List.of("guichet", "candidat", "plafond");
    private static final Montant MONTANT = new Montant(Optional.of(BigDecimal.ZERO), Optional.empty());

    /** Ce qu'il advient du fichier. */
    public sealed interface Importation {
        record Faite(UUID rapport) implements Importation {}

        record Refusee(Message pourquoi) implements Importation {}
    }

    private final Plafonds plafonds;
    private final GuichetsPublies guichets;
    private final Etablissements etablissements;
    private final Journal journal;
    private final Textes textes;
    private final Clock horloge;

    ImporterPlafonds(
            Plafonds plafonds,
            GuichetsPublies guichets,
            Etablissements etablissements,
            Journal journal,
            Textes textes,
            Clock horloge) {
        this.plafonds = plafonds;
        this.guichets = guichets;
        this.etablissements = etablissements;
        this.journal = journal;
        this.textes = textes;
        this.horloge = horloge;
    }

    /** @param par qui l'importe, pour le journal */
    @Transactional
    public Importation executer(String par, String nom, byte[] octets) {
        return switch (TableauEnvoye.lire(octets, COLONNES)) {
            case TableauEnvoye.Lecture.Refusee(var pourquoi) -> new Importation.Refusee(pourquoi);
            case TableauEnvoye.Lecture.Lue(var tableau) -> {
                var id = Uuid.v7();
                var fichier = NomDeFichier.lire(nom).valeur();
                plafonds.ouvrir(id, fichier, par, horloge.instant());
                plafonds.conclure(id, appliquer(id, lire(id, tableau)));
                journal.ecrire(
                        Sorte.PLAFOND.chaine(id),
                        par,
                        new PlafondsImportes(fichier, HexFormat.of().formatHex(Sha256.de(octets))));
                yield new Importation.Faite(id);
            }
        };
    }

    /** Les lignes justes ; les autres sont notées avec leur raison. */
    private List<PlafondEnvoye> lire(UUID id, TableauEnvoye tableau) {
        var connus = etablissements.noms(tableau.lignes().stream()
                .flatMap(ligne -> cle(ligne.de("candidat")).stream())
                .distinct()
                .toList());
        var vus = new HashSet<String>();
        var justes = new ArrayList<PlafondEnvoye>();
        for (var ligne : tableau.lignes()) {
            var raison = ligne.defaut()
                    .or(() -> refus(ligne))
                    .or(() -> cle(ligne.de("candidat"))
                                    .filter(connus::containsKey)
                                    .isPresent()
                            ? Optional.empty()
                            : Optional.of(new Message("plafond.refus.candidat")))
                    .or(() -> vus.add(ligne.de("guichet") + "/"
                                    + cle(ligne.de("candidat")).orElseThrow().identifiant())
                            ? Optional.empty()
                            : Optional.of(new Message("plafond.refus.double")));
            if (raison.isPresent()) {
                plafonds.noter(id, refusee(ligne, textes.de(raison.get())));
            } else {
                justes.add(new PlafondEnvoye(
                        ligne.numero(),
                        ligne.de("guichet"),
                        cle(ligne.de("candidat")).orElseThrow().identifiant(),
                        (Long) MONTANT.objet(MONTANT.lire(List.of(ligne.de("plafond"))))));
            }
        }
        return justes;
    }

    private Optional<Message> refus(TableauEnvoye.Ligne ligne) {
        if (guichets.enVigueur(ligne.de("guichet")).isEmpty()) {
            return Optional.of(new Message("plafond.refus.guichet"));
        }
        var montant = MONTANT.lire(List.of(ligne.de("plafond")));
        return montant.estVide() ? Optional.of(new Message("plafond.refus.montant")) : MONTANT.refus(montant);
    }

    /** Toujours dans le même ordre : deux imports à la fois s'attendent, sans s'interbloquer. */
    private int appliquer(UUID id, List<PlafondEnvoye> justes) {
        var inchanges = 0;
        var ordonnes = justes.stream()
                .sorted(Comparator.comparing(PlafondEnvoye::guichet).thenComparing(PlafondEnvoye::candidat))
                .toList();
        for (var plafond : ordonnes) {
            var avant = plafonds.ecrire(id, plafond);
            if (avant.filter(centimes -> centimes == plafond.centimes()).isPresent()) {
                inchanges++;
            } else {
                plafonds.noter(
                        id,
                        new Ligne(
                                plafond.numero(),
                                avant.isEmpty() ? Sort.AJOUTEE : Sort.CHANGEE,
                                plafond.guichet(),
                                plafond.candidat(),
                                avant.orElse(null),
                                plafond.centimes(),
                                ""));
            }
        }
        return inchanges;
    }

    private static Ligne refusee(TableauEnvoye.Ligne ligne, String raison) {
        return new Ligne(ligne.numero(), Sort.ECARTEE, ligne.de("guichet"), ligne.de("candidat"), null, null, raison);
    }

    /** Une entité juridique se retrouve par son FINESS, quel que soit le titre auquel elle candidate. */
    private static Optional<CleCandidat> cle(String identifiant) {
        return Stream.of(TypeCandidat.GHT, TypeCandidat.EJ_PRIVEE)
                .flatMap(type -> CleCandidat.lire(type.name(), identifiant).stream())
                .findFirst();
    }
}
