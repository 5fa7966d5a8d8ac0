package fr.convergence.socle.fichier;

import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.contenu.Controles;
import fr.convergence.socle.contenu.Format;
import fr.convergence.socle.contenu.NomDeFichier;
import fr.convergence.socle.contenu.Raison;
import fr.convergence.socle.contenu.Refus;
import fr.convergence.socle.depot.DepotIndisponible;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.tache.Tranche;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Les fichiers déposés : ouvrir, recevoir, lire, effacer.
 *
 * <p>Rien ici ne sait qui peut voir un fichier : l'appelant le tient de son propre rangement, et n'appelle qu'après.
 */
public final class Fichiers {

    /** Plus long que l'écriture d'un segment, assez court pour effacer les orphelins dans l'heure (qualité 8). */
    private static final Duration AGE_DES_ORPHELINS = Duration.ofMinutes(30);

    private static final int PAR_LOT = 100;
    private static final UUID AVANT_TOUS = new UUID(0, 0);

    private final Magasin magasin;
    private final Receveur receveur;
    private final TransactionTemplate transaction;
    private final ReglagesFichiers reglages;
    private final Clock horloge;

    Fichiers(
            Magasin magasin,
            Receveur receveur,
            TransactionTemplate transaction,
            ReglagesFichiers reglages,
            Clock horloge) {
        this.magasin = magasin;
        this.receveur = receveur;
        this.transaction = transaction;
        this.reglages = reglages;
        this.horloge = horloge;
    }

    /** Ouvre un envoi, dans la transaction de l'appelant s'il en a une : le fichier et son rangement naissent ensemble. */
    public OuvertureDEnvoi ouvrir(AnnonceDeFichier annonce) {
        var nom = NomDeFichier.lire(annonce.nom());
        var refus = Controles.annonce(nom, annonce.taille(), annonce.limites());
        if (refus.isPresent()) {
            return new OuvertureDEnvoi.NonOuvert(refus.get());
        }
        if (annonce.taille() > annonce.place()) {
            var place = Formats.taille(Math.max(0, annonce.place()));
            return new OuvertureDEnvoi.NonOuvert(new Refus(Raison.QUOTA, place));
        }
        return transaction.execute(_ -> ouvrir(annonce, nom));
    }

    /**
     * Reçoit un fichier entier d'un coup (formulaire sans JavaScript), hors de toute transaction ; un envoi qui n'aboutit
     * pas est effacé. Ce qu'une panne a interrompu reprend, et ce qui était arrivé l'est toujours.
     */
    public Reception recevoir(UUID fichier, String proprietaire, InputStream source) throws IOException {
        var reception = receveur.recevoir(fichier, proprietaire, 0, source);
        if (reception instanceof Reception.Decale(var position)) {
            source.skipNBytes(position);
            reception = receveur.recevoir(fichier, proprietaire, position, source);
        }
        switch (reception) {
            case Reception.Coupe _, Reception.Trop _ -> supprimer(fichier);
            case Reception.Avance avance when !avance.entier() -> supprimer(fichier);
            case Reception.Avance _,
                    Reception.Inconnu _,
                    Reception.Expire _,
                    Reception.Occupe _,
                    Reception.Decale _ -> {}
        }
        return reception;
    }

    /**
     * Copie un fichier dans un envoi ouvert, hors de toute transaction, d'où il en est : ce qui est arrivé le reste, et la même
     * copie, refaite, finit.
     *
     * @return vide si le premier ne se lit pas, ou plus
     * @throws IOException si l'un se lit mal, ou si l'autre ne s'écrit pas
     */
    public Optional<Reception> copier(UUID source, UUID fichier, String proprietaire) throws IOException {
        var lecture = lire(source);
        if (lecture.isEmpty()) {
            return Optional.empty();
        }
        try (var ouvert = lecture.get();
                var flux = new SourceDeCopie(ouvert.flux())) {
            var reception = receveur.recevoir(fichier, proprietaire, 0, flux);
            if (reception instanceof Reception.Decale(var position)) {
                flux.skipNBytes(position);
                reception = receveur.recevoir(fichier, proprietaire, position, flux);
            }
            flux.verifier();
            return Optional.of(reception);
        }
    }

    /**
     * Range un document que la plateforme a fait, dans la transaction de l'appelant : défaite, elle n'en laisse rien.
     *
     * @param proprietaire qui l'a fait faire
     */
    public UUID ranger(String proprietaire, NomDeFichier nom, Format format, byte[] octets) {
        return magasin.ranger(proprietaire, nom.valeur(), format, octets);
    }

    /** Commence un document trop long pour tenir en mémoire ; rien n'en reste tant qu'il n'est pas rangé. */
    public DocumentEnCours commencer() {
        return magasin.commencer();
    }

    public Optional<Fichier> fiche(UUID fichier) {
        return fiches(List.of(fichier)).stream().findFirst();
    }

    /** Les fiches connues, en une requête, dans l'ordre d'arrivée. */
    public List<Fichier> fiches(Collection<UUID> fichiers) {
        return magasin.registre.fiches(fichiers);
    }

    /** Le contenu d'un fichier, vide si son état ne le permet pas ({@link EtatFichier#lisible()}). */
    public Optional<FichierOuvert> lire(UUID fichier) {
        return fiche(fichier)
                .filter(fiche -> fiche.etat().lisible())
                .flatMap(fiche -> magasin.registre
                        .contenu(fichier)
                        .map(contenu -> new FichierOuvert(
                                fiche,
                                Channels.newInputStream(
                                        magasin.segments.canal(fichier, magasin.cle(fichier, contenu.cle()))))));
    }

    /**
     * Relit un fichier et compare son empreinte à celle de sa réception (contrôle d'une restauration).
     *
     * @throws DepotIndisponible s'il ne peut pas être relu maintenant : cela ne dit rien de lui
     */
    public boolean integre(UUID fichier) throws DepotIndisponible {
        var contenu = magasin.registre.contenu(fichier);
        if (contenu.isEmpty() || contenu.get().sha256() == null) {
            return false;
        }
        try {
            var cle = magasin.cle(fichier, contenu.get().cle());
            return MessageDigest.isEqual(
                    contenu.get().sha256(), magasin.empreinte(fichier, magasin.segments.de(fichier), cle));
        } catch (DepotIndisponible panne) {
            throw panne;
        } catch (IOException e) {
            magasin.segments.essayerLeDepot();
            return false;
        }
    }

    /** À demander de ce qui ne s'est pas lu : il n'est perdu que si le dépôt, lui, répond. */
    public boolean depotRepond() {
        try {
            magasin.segments.essayerLeDepot();
            return true;
        } catch (DepotIndisponible _) {
            return false;
        }
    }

    /**
     * Relit tous les fichiers et compare leurs empreintes à celles de leur réception.
     *
     * @param altere à prévenir de chacun qui n'est plus le même
     */
    public Relus relire(Consumer<UUID> altere) throws DepotIndisponible {
        var tous = 0L;
        var pareils = 0L;
        for (var lot = magasin.registre.entiers(AVANT_TOUS, PAR_LOT);
                !lot.isEmpty();
                lot = magasin.registre.entiers(lot.getLast(), PAR_LOT)) {
            for (var fichier : lot) {
                if (integre(fichier)) {
                    tous++;
                    pareils++;
                } else if (magasin.registre.contenu(fichier).isPresent()) { // sinon effacé entre-temps
                    tous++;
                    altere.accept(fichier);
                }
            }
        }
        return new Relus(tous, pareils);
    }

    /** Combien de fichiers ont été relus, et combien sont tels que reçus. */
    public record Relus(long tous, long pareils) {}

    /** Efface les octets et la clé d'un fichier, dans la transaction de l'appelant s'il en a une. */
    public void supprimer(UUID fichier) {
        magasin.supprimer(fichier);
    }

    /**
     * Efface les envois expirés et les objets que rien ne désigne, tant que dure la tranche ; à appeler plusieurs fois par
     * heure, sur un nœud ou sur tous.
     *
     * @return le nombre d'envois et d'objets effacés
     */
    public int balayer(Tranche tranche) {
        var expires = magasin.televersements.expires(PAR_LOT);
        expires.forEach(magasin::supprimer);
        return expires.size() + magasin.segments.vider(horloge.instant().minus(AGE_DES_ORPHELINS), tranche);
    }

    /** Ce que l'on copie : qui le reçoit tient un échec de lecture pour un silence, et garde ce qui précède ; elle le retient. */
    private static final class SourceDeCopie extends FilterInputStream {

        private @Nullable IOException echec;

        private SourceDeCopie(InputStream flux) {
            super(flux);
        }

        @Override
        public int read(byte[] octets, int ou, int combien) throws IOException {
            try {
                return super.read(octets, ou, combien);
            } catch (IOException lu) {
                echec = lu;
                throw lu;
            }
        }

        private void verifier() throws IOException {
            if (echec != null) {
                throw echec;
            }
        }
    }

    private OuvertureDEnvoi ouvrir(AnnonceDeFichier annonce, NomDeFichier nom) {
        var enCours = magasin.televersements.enCours(annonce.proprietaire());
        if (enCours.nombre() >= reglages.enCoursMax()
                || enCours.octets() + annonce.taille() > reglages.quotaEnCours().toBytes()) {
            return new OuvertureDEnvoi.NonOuvert(new Refus(Raison.TRANSFERTS));
        }
        var id = Uuid.v7();
        var format = Format.deExtension(nom.extension()).orElseThrow();
        magasin.registre.creer(id, annonce, nom.valeur(), format, magasin.nouvelleCle(id));
        magasin.televersements.ouvrir(id, annonce.proprietaire(), annonce.taille());
        return new OuvertureDEnvoi.Ouvert(id, nom.valeur());
    }
}
