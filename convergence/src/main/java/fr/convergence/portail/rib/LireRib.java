package fr.convergence.portail.rib;

import fr.convergence.portail.etablissement.Candidat;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.portail.etablissement.Etablissements;
import fr.convergence.portail.rib.LecturesDeRib.ALire;
import fr.convergence.portail.rib.LecturesDeRib.Etat;
import fr.convergence.portail.rib.LecturesDeRib.Lecture;
import fr.convergence.socle.chiffrement.Empreintes;
import fr.convergence.socle.contenu.Format;
import fr.convergence.socle.depot.DepotIndisponible;
import fr.convergence.socle.fichier.Fichier;
import fr.convergence.socle.fichier.FichierEfface;
import fr.convergence.socle.fichier.FichierJuge;
import fr.convergence.socle.fichier.FichierOuvert;
import fr.convergence.socle.fichier.Fichiers;
import fr.convergence.socle.identifiant.Iban;
import fr.convergence.socle.lecture.TexteDePdf;
import fr.convergence.socle.tache.Reveils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lit en fond chaque RIB que l'analyse a admis. Ce qui y est lu ne dure que le temps de le comparer. */
@Component
class LireRib {

    static final String TRAVAIL = "rib-lecture";

    private static final Logger JOURNAL = LoggerFactory.getLogger(LireRib.class);

    /** Au-delà, ce n'est plus un RIB. */
    private static final long TAILLE_MAX = 10_000_000;

    /** Un RIB tient sur une page ; un relevé le porte dans les premières. */
    private static final int PAGES = 5;

    private final LecturesDeRib lectures;
    private final Fichiers fichiers;
    private final Etablissements etablissements;
    private final Empreintes empreintes;
    private final Reveils reveils;

    LireRib(
            LecturesDeRib lectures,
            Fichiers fichiers,
            Etablissements etablissements,
            @Qualifier("empreintesDesIban") Empreintes empreintes,
            Reveils reveils) {
        this.lectures = lectures;
        this.fichiers = fichiers;
        this.etablissements = etablissements;
        this.empreintes = empreintes;
        this.reveils = reveils;
    }

    @EventListener
    void juge(FichierJuge fait) {
        if (fait.etat().lisible()) {
            attendre(List.of(fait.fichier()));
        }
    }

    /** Vrai si l'un d'eux, admis par l'analyse, n'attendait pas encore. */
    boolean demander(Collection<UUID> ribs) {
        return attendre(fichiers.fiches(ribs).stream()
                .filter(fiche -> fiche.etat().lisible())
                .map(Fichier::id)
                .toList());
    }

    private boolean attendre(Collection<UUID> admis) {
        var attendent = admis.stream().filter(lectures::demander).count() > 0;
        if (attendent) {
            reveils.apresTransaction(TRAVAIL);
        }
        return attendent;
    }

    /** Ce qui en a été lu ne lui survit pas. */
    @EventListener
    void efface(FichierEfface fait) {
        lectures.oublier(fait.fichier());
    }

    /** @return vrai s'il en reste peut-être */
    boolean lireUn() {
        return lectures.prendre().filter(this::lire).isPresent();
    }

    /** @return faux s'il ne servirait à rien d'en lire un autre */
    private boolean lire(ALire aLire) {
        try {
            conclure(aLire, aLire.dernier() ? Optional.empty() : texte(aLire));
        } catch (DepotIndisponible panne) {
            return attendreLeDepot(aLire, panne);
        } catch (IOException | UncheckedIOException panne) {
            if (!fichiers.depotRepond()) {
                return attendreLeDepot(aLire, panne);
            }
            ajourner(aLire, panne);
        }
        return true;
    }

    /** Son absence ne dit rien du document, et n'use aucun de ses essais : il attend autant qu'elle dure, et les autres avec lui. */
    private boolean attendreLeDepot(ALire aLire, Exception panne) {
        JOURNAL.warn("RIB {} : le dépôt ne répond pas, il attendra : {}", aLire.fichier(), panne.getMessage());
        lectures.rendre(aLire.fichier());
        return false;
    }

    /** Le dépôt répond, et n'a pas ces octets ou pas en entier : on les redemande, mais pas toujours. */
    private void ajourner(ALire aLire, Exception perte) {
        if (aLire.perdu()) {
            JOURNAL.warn("RIB {} : ses octets ne se lisent toujours pas, on y renonce", aLire.fichier(), perte);
            conclure(aLire, Optional.empty());
            return;
        }
        JOURNAL.warn("RIB {} : ses octets ne se lisent pas, il attendra", aLire.fichier(), perte);
        lectures.reporter(aLire.fichier());
    }

    private void conclure(ALire aLire, Optional<String> texte) {
        var ibans = texte.map(lu -> List.copyOf(IbansDuTexte.de(lu))).orElse(List.of());
        lectures.conclure(new Lecture(
                aLire.fichier(),
                ibans.isEmpty() ? Etat.ILLISIBLE : Etat.LU,
                ibans.stream().map(iban -> empreintes.de(iban.valeur())).toList(),
                ibans.stream().map(Iban::masque).toList(),
                texte.map(lu -> List.copyOf(BicsDuTexte.de(lu, ibans))).orElse(List.of()),
                texte.filter(lu -> reconnu(aLire.candidat(), lu)).isPresent()));
    }

    /** Vide d'une image : elle ne porte pas de texte. */
    private Optional<String> texte(ALire aLire) throws IOException {
        var lecture = fichiers.lire(aLire.fichier());
        if (lecture.isEmpty()) {
            return Optional.empty();
        }
        try (FichierOuvert ouvert = lecture.get()) {
            return ouvert.fichier().format() == Format.PDF && ouvert.fichier().taille() <= TAILLE_MAX
                    ? TexteDePdf.desPremieresPages(ouvert.flux().readAllBytes(), PAGES)
                    : Optional.empty();
        }
    }

    /** Le nom du registre, ou celui de l'entité juridique qui l'engage. */
    private boolean reconnu(CleCandidat cle, String texte) {
        return etablissements
                .candidat(cle)
                .filter(candidat -> noms(candidat).anyMatch(nom -> NomSurLeRib.reconnu(nom, texte)))
                .isPresent();
    }

    private static Stream<String> noms(Candidat candidat) {
        return Stream.of(candidat.raisonSociale(), candidat.nom()).distinct();
    }
}
