package fr.convergence.socle.contenu;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import fr.convergence.socle.lecture.AmorcesPdf;
import fr.convergence.socle.lecture.DicoPdf;
import fr.convergence.socle.lecture.MotDePassePdf;
import fr.convergence.socle.lecture.Octets;
import fr.convergence.socle.lecture.ParcoursPdf;
import fr.convergence.socle.lecture.RechercheDOctets;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Un PDF que les lecteurs ouvrent, sans mot de passe ni second contenu.
 *
 * <p>Le fichier n'est pas ouvert par une bibliothèque : un flux de références piégé y coûte toute la mémoire. Il n'est chiffré
 * que si l'amorce, ou un flux de références, le dit (ISO 32000-1 §7.6.1).
 */
final class ControlePdf {

    private static final String SIGNATURE = "%PDF-";

    /** Un lecteur cherche l'en-tête dans le premier kilooctet ; d'autres formats s'y cachent volontiers. */
    private static final int ENTETE = 1024;

    private static final List<String> ARCHIVE = List.of("pk\3\4");

    private ControlePdf() {}

    static void controler(Octets octets, Trouvailles trouvailles) throws IOException {
        var entete = entete(octets);
        var archive = RepertoireZip.cacheDans(octets);
        var amorces = AmorcesPdf.suivre(octets, entete);
        var guet = new GuetPdf(trouvailles);
        var parcours = new ParcoursPdf(octets, guet, chiffrement(amorces).isPresent(), archive);
        parcours.parcourir(entete);
        if (archive.isPresent() && !parcours.archiveDansUnFlux()) {
            throw new ContenuRefuse(Raison.AMBIGU);
        }
        refuserUneSuite(octets, parcours);
        var finie = parcours.fin().isPresent() || !amorces.isEmpty();
        if (!(finie
                ? guet.catalogue() || !amorces.isEmpty() || !parcours.amorces().isEmpty()
                : guet.seMontre() && !parcours.coupe())) {
            throw new ContenuRefuse(Raison.ILLISIBLE);
        }
        refuserLeChiffrement(amorces, parcours);
        guet.conclure();
    }

    /** Un PDF rangé dans un autre fichier : ce qu'il a d'actif, et s'il est chiffré. */
    static void imbrique(Octets octets, Trouvailles trouvailles) throws IOException {
        var amorces = AmorcesPdf.suivre(octets, 0);
        var guet = new GuetPdf(trouvailles);
        var parcours = new ParcoursPdf(octets, guet, chiffrement(amorces).isPresent(), OptionalLong.empty());
        parcours.parcourir(0);
        refuserLeChiffrement(amorces, parcours);
        guet.conclure();
    }

    static boolean commence(byte[] debut) {
        return new String(debut, ISO_8859_1).startsWith(SIGNATURE);
    }

    /** Où commence l'en-tête, des blancs, une marque d'encodage ou un ordre d'imprimante pouvant le précéder. */
    private static int entete(Octets octets) throws IOException {
        var debut = octets.debut(ENTETE + SIGNATURE.length());
        var texte = new String(debut, ISO_8859_1);
        var entete = texte.indexOf(SIGNATURE);
        if (entete < 0) {
            throw Controles.different(octets);
        }
        var premierObjet = texte.indexOf(" obj", entete);
        var tete =
                Arrays.copyOfRange(debut, entete + SIGNATURE.length(), premierObjet < 0 ? debut.length : premierObjet);
        var avant = Arrays.copyOf(debut, entete);
        if (RechercheDOctets.trouve(tete, RechercheDOctets.INTRUS)
                || RechercheDOctets.trouve(tete, ARCHIVE)
                || RechercheDOctets.trouve(avant, RechercheDOctets.INTRUS)
                || autreFormat(avant)) {
            throw new ContenuRefuse(Raison.AMBIGU);
        }
        return entete;
    }

    private static boolean autreFormat(byte[] avant) {
        return RechercheDOctets.trouve(avant, ARCHIVE)
                || ControleCfb.commence(avant)
                || Programmes.contenu(avant)
                || avant.length > 3
                        && switch (TypeReel.de(avant)) {
                            case TEXTE, AUTRE, NUAGE, XML -> false;
                            case HTML, SVG, PDF, ZIP, OFFICE, RTF, IMAGE, HEIC, ARCHIVE, ANNEXE, PROGRAMME -> true;
                        };
    }

    /** Ce qui suit la dernière marque de fin ne doit pas être un second contenu. */
    private static void refuserUneSuite(Octets octets, ParcoursPdf parcours) throws IOException {
        var fin = parcours.fin();
        if (fin.isPresent()
                && RechercheDOctets.trouve(octets.flux(fin.getAsLong(), octets.taille()), RechercheDOctets.INTRUS)) {
            throw new ContenuRefuse(Raison.AMBIGU);
        }
    }

    private static Optional<DicoPdf> chiffrement(List<DicoPdf> amorces) {
        return amorces.stream()
                .filter(amorce ->
                        amorce.a("Encrypt") && !amorce.texte("Encrypt").equals("null"))
                .findFirst();
    }

    /** Un dictionnaire absent, ou qu'un mot de passe vide ouvre, n'interdit que d'imprimer ou de copier. */
    private static void refuserLeChiffrement(List<DicoPdf> amorces, ParcoursPdf parcours) throws ContenuRefuse {
        var chiffrement = chiffrement(amorces.isEmpty() ? parcours.amorces() : amorces);
        if (chiffrement.isEmpty()) {
            return;
        }
        var renvoi = chiffrement.get().texte("Encrypt");
        var dictionnaire = parcours.chiffrement(renvoi);
        var protege = renvoi.isEmpty()
                || dictionnaire.isPresent()
                        && !new MotDePassePdf(dictionnaire.get(), identifiant(amorces, parcours)).vide();
        throw new ContenuRefuse(protege ? Raison.PROTEGE : Raison.RESTREINT);
    }

    private static byte[] identifiant(List<DicoPdf> amorces, ParcoursPdf parcours) {
        return (amorces.isEmpty() ? parcours.amorces() : amorces)
                .stream()
                        .filter(amorce -> amorce.a("ID"))
                        .findFirst()
                        .map(amorce -> amorce.texte("ID"))
                        .orElse("")
                        .getBytes(ISO_8859_1);
    }
}
