package fr.convergence.socle.fichier;

import fr.convergence.socle.chiffrement.CleDeFlux;
import fr.convergence.socle.fichier.Reception.Avance;
import fr.convergence.socle.fichier.Reception.Coupe;
import fr.convergence.socle.fichier.Reception.Occupe;
import fr.convergence.socle.fichier.Reception.Trop;
import fr.convergence.socle.fichier.Televersements.Pris;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Un morceau de fichier qui arrive : il est coupé en segments, chacun acquis dès qu'il est scellé.
 *
 * <p>Une connexion coupée scelle ce qui est arrivé ; un nœud tué ne perd que le segment en cours.
 */
final class Transfert {

    /** Ce qu'un nœud tué peut perdre, et ce qu'un dépôt distant doit savoir envoyer d'un bloc. */
    static final int SEGMENT_MAX = 16 * 1024 * 1024;

    /** Bien plus court que l'âge auquel le balayage efface ce que rien ne désigne. */
    private static final Duration DUREE_MAX = Duration.ofMinutes(5);

    private static final Duration PROLONGATION = Duration.ofSeconds(1);

    /** Des morceaux d'un octet feraient un objet chacun. */
    private static final int SEGMENTS_MAX = 10_000;

    private static final int TAMPON = 64 * 1024;

    private final Magasin magasin;
    private final CalculsCommences calculs;
    private final Pris pris;
    private final CleDeFlux cle;
    private final byte[] tampon = new byte[TAMPON];

    private @Nullable MessageDigest empreinte;
    private long position;
    private int numero;
    private long prolongeA = System.nanoTime();
    private boolean coupe;
    private boolean bailPerdu;

    Transfert(Magasin magasin, CalculsCommences calculs, Pris pris) {
        this.magasin = magasin;
        this.calculs = calculs;
        this.pris = pris;
        this.cle = magasin.cle(pris.fichier(), pris.cle());
        this.position = pris.position();
        this.numero = pris.segments();
        this.empreinte = calculs.reprendre(pris.fichier(), position).orElse(null);
    }

    Reception derouler(InputStream source) throws IOException {
        for (var lus = lire(source); lus > 0; lus = lire(source)) {
            if (position == pris.taille() || numero >= SEGMENTS_MAX) {
                return new Trop();
            }
            var refus = segment(source, lus);
            if (refus != null) {
                return refus;
            }
        }
        var entier = position == pris.taille();
        return coupe && !entier ? new Coupe(position) : new Avance(position, entier, entier ? null : pris.expireLe());
    }

    /** Écrit un segment à partir des octets déjà lus ; rend ce qui empêche de continuer. */
    private @Nullable Reception segment(InputStream source, int dejaLus) throws IOException {
        try (var segment = magasin.segments.commencer(pris.fichier(), numero, cle)) {
            if (dejaLus > pris.taille() - position || !remplir(segment, source, dejaLus)) {
                return new Trop();
            }
            if (bailPerdu || !ranger(segment)) {
                return new Occupe();
            }
        }
        return null;
    }

    /** Faux si la source a plus d'octets que le fichier n'en annonçait. */
    private boolean remplir(SegmentEnCours segment, InputStream source, int dejaLus) throws IOException {
        var debut = System.nanoTime();
        for (var lus = dejaLus; lus > 0; lus = lire(source)) {
            if (position + segment.taille() + lus > pris.taille()) {
                return false;
            }
            segment.ecrire(tampon, 0, lus);
            if (empreinte != null) {
                empreinte.update(tampon, 0, lus);
            }
            var plein = segment.taille() > SEGMENT_MAX - TAMPON;
            if (plein || !prolonger() || System.nanoTime() - debut > DUREE_MAX.toNanos()) {
                return true;
            }
        }
        return true;
    }

    private boolean ranger(SegmentEnCours segment) throws IOException {
        var apres = position + segment.taille();
        var scelle = segment.sceller();
        var range = apres == pris.taille()
                ? magasin.achever(pris, scelle, position, empreinteFinale(scelle))
                : magasin.ranger(pris, scelle, position);
        if (!range) {
            return false;
        }
        position = apres;
        numero++;
        if (position == pris.taille()) {
            calculs.oublier(pris.fichier());
        } else if (empreinte != null) {
            calculs.garder(pris.fichier(), position, empreinte);
        }
        return true;
    }

    /** L'empreinte calculée au passage ; relue si le début du fichier est arrivé par un autre nœud. */
    private byte[] empreinteFinale(Segment dernier) throws IOException {
        if (empreinte != null) {
            return empreinte.digest();
        }
        var tous = new ArrayList<>(magasin.segments.de(pris.fichier()));
        tous.add(dernier);
        return magasin.empreinte(pris.fichier(), tous, cle);
    }

    private boolean prolonger() {
        if (System.nanoTime() - prolongeA > PROLONGATION.toNanos()) {
            bailPerdu |= !magasin.televersements.prolonger(pris.fichier(), pris.bail());
            prolongeA = System.nanoTime();
        }
        return !bailPerdu;
    }

    /** Une lecture qui échoue, c'est l'expéditeur qui s'est tu : ce qui précède se garde. */
    private int lire(InputStream source) {
        if (coupe) {
            return -1;
        }
        try {
            return source.read(tampon);
        } catch (IOException e) {
            coupe = true;
            return -1;
        }
    }
}
