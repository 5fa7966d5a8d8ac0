package fr.convergence.portail.reprise;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.dossier.ReferentDuDossier;
import fr.convergence.portail.piece.SansScript;
import fr.convergence.socle.contenu.Limites;
import fr.convergence.socle.envoi.EnvoisUniques;
import fr.convergence.socle.fichier.AnnonceDeFichier;
import fr.convergence.socle.fichier.EtatFichier;
import fr.convergence.socle.fichier.FichierOuvert;
import fr.convergence.socle.fichier.Fichiers;
import fr.convergence.socle.fichier.OuvertureDEnvoi;
import fr.convergence.socle.fichier.Reception;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Textes;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.multipart.MultipartFile;

/** Ce que l'opérateur joint à une reprise avant de la trancher : une délégation de signature, une attestation de départ. */
@Component
final class PreuvesDeReprise {

    private static final long TAILLE_MAX = 10_000_000;
    private static final List<String> FORMATS = List.of("pdf", "doc", "docx", "odt", "jpg", "png");
    static final Limites LIMITES = Limites.de(FORMATS, TAILLE_MAX);

    /** La place d'un fichier, ou, en toutes lettres, pourquoi il n'en a pas. */
    private record Place(@Nullable UUID fichier, @Nullable String refus) {}

    private final Reprises reprises;
    private final ReferentDuDossier referents;
    private final Fichiers fichiers;
    private final EnvoisUniques envois;
    private final TransactionTemplate transaction;
    private final Textes textes;

    PreuvesDeReprise(
            Reprises reprises,
            ReferentDuDossier referents,
            Fichiers fichiers,
            EnvoisUniques envois,
            TransactionTemplate transaction,
            Textes textes) {
        this.reprises = reprises;
        this.referents = referents;
        this.fichiers = fichiers;
        this.envois = envois;
        this.transaction = transaction;
        this.textes = textes;
    }

    /** Celles que le navigateur propose. */
    static String extensions() {
        return FORMATS.stream().map(format -> "." + format).collect(Collectors.joining(","));
    }

    /** @return pourquoi le fichier n'est pas joint */
    Optional<Message> joindre(
            Connecte operateur, ReferenceDeDossier reference, MultipartFile envoye, HttpServletRequest requete)
            throws Exception {
        var place = envois.partie(requete, "preuve", Place.class, () -> ouvrir(operateur, reference, envoye));
        var fichier = place.fichier();
        if (fichier == null) {
            return Optional.of(Message.brut(String.valueOf(place.refus())));
        }
        try (var octets = envoye.getInputStream()) {
            var reception = fichiers.recevoir(fichier, operateur.getName(), octets);
            if (!(reception instanceof Reception.Avance avance) || !avance.entier()) {
                return Optional.of(new Message("piece.refus.coupe"));
            }
        }
        var jointe = transaction.execute(_ -> ranger(reference, fichier));
        return jointe ? Optional.empty() : Optional.of(new Message("reprise.pas-a-trancher"));
    }

    /**
     * Arrivée, elle remplace la précédente : une seule se juge.
     *
     * @return faux si plus rien n’est à trancher ; elle est alors effacée
     */
    private boolean ranger(ReferenceDeDossier reference, UUID fichier) {
        var ouverte = ouverte(reference);
        if (reprises.jointe(reference, fichier)) { // le même envoi, revenu
            return true;
        }
        if (ouverte.isEmpty()) {
            fichiers.supprimer(fichier);
            return false;
        }
        ouverte.get().preuve().ifPresent(fichiers::supprimer);
        reprises.joindre(ouverte.get(), fichier);
        return true;
    }

    private Optional<DemandeDeReprise> ouverte(ReferenceDeDossier reference) {
        return referents.prendreCelui(reference).flatMap(dossier -> reprises.ouverte(dossier.id()));
    }

    private Place ouvrir(Connecte operateur, ReferenceDeDossier reference, MultipartFile envoye) {
        if (ouverte(reference).isEmpty()) {
            return new Place(null, textes.de("reprise.pas-a-trancher"));
        }
        var annonce = new AnnonceDeFichier(
                operateur.getName(), SansScript.nom(envoye), envoye.getSize(), LIMITES, TAILLE_MAX);
        return switch (fichiers.ouvrir(annonce)) {
            case OuvertureDEnvoi.Ouvert(var fichier, var _) -> new Place(fichier, null);
            case OuvertureDEnvoi.NonOuvert(var refus) -> new Place(null, textes.de(refus.message()));
        };
    }

    /** Entière, et que l'analyse n'a pas refusée. */
    boolean recue(UUID preuve) {
        return fichiers.fiche(preuve)
                .filter(fiche -> switch (fiche.etat()) {
                    case EtatFichier.Recu _, EtatFichier.Sain _, EtatFichier.NonAnalyse _ -> true;
                    case EtatFichier.EnCours _, EtatFichier.Refuse _, EtatFichier.Supprime _ -> false;
                })
                .isPresent();
    }

    /** Que l’analyse a rendue : d’autres que qui l’a jointe peuvent la lire. */
    boolean lisible(UUID preuve) {
        return fichiers.fiche(preuve).filter(fiche -> fiche.etat().lisible()).isPresent();
    }

    Optional<ArbitragePage.Preuve> montrer(DemandeDeReprise reprise) {
        return reprise.preuve()
                .flatMap(fichiers::fiche)
                .map(fiche -> new ArbitragePage.Preuve(
                        fiche.nom(),
                        fiche.taille(),
                        fiche.etat().lisible(),
                        fiche.etat() instanceof EtatFichier.Refuse refuse
                                ? Optional.of(refuse.refus().message())
                                : Optional.empty()));
    }

    Optional<FichierOuvert> lire(DemandeDeReprise reprise) {
        return reprise.preuve().flatMap(fichiers::lire);
    }
}
