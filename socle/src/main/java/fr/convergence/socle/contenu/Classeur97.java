package fr.convergence.socle.contenu;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Ce que disent de ce qu'ils portent un classeur ([MS-XLS]) et un document ([MS-DOC]) d'Office 97 et d'avant. */
final class Classeur97 {

    /** [MS-DOC] §2.5.2 : le bit fEncrypted de la FIB. */
    static final int FIB = 12;

    private static final int FIB_DRAPEAUX = 10;
    private static final int FIB_CHIFFRE = 0x0100;

    /** L'enregistrement FilePass (§2.4.117) suit de près le début du classeur. */
    static final int DEBUT = 4096;

    private static final int FILEPASS = 0x2F;
    private static final int FIN = 0x0A;
    private static final int FEUILLE = 0x85;
    private static final int LIEN = 0x1AE;
    private static final int LIEN_INTERNE = 0x0401;
    private static final int LIEN_COMPLEMENT = 0x3A01;
    private static final int FEUILLE_DE_MACROS = 1;
    private static final int MODULE_VB = 6;

    /** Ce qui sépare le nom du serveur de son sujet dans un lien DDE. */
    private static final int SEPARATEUR_DDE = 3;

    private Classeur97() {}

    static boolean documentChiffre(byte[] debut) {
        return debut.length >= FIB
                && (ByteBuffer.wrap(debut).order(ByteOrder.LITTLE_ENDIAN).getShort(FIB_DRAPEAUX) & FIB_CHIFFRE) != 0;
    }

    static boolean chiffre(byte[] debut) throws IOException {
        var flux = new ByteArrayInputStream(debut);
        for (var entete = flux.readNBytes(4); entete.length == 4; entete = flux.readNBytes(4)) {
            if (deux(entete, 0) == FILEPASS) {
                return true;
            }
            if (flux.readNBytes(deux(entete, 2)).length < deux(entete, 2)) {
                return false;
            }
        }
        return false;
    }

    /** Lit les enregistrements qui valent pour tout le classeur. */
    static void controler(InputStream classeur, Trouvailles trouvailles) throws IOException {
        for (var entete = classeur.readNBytes(4); entete.length == 4; entete = classeur.readNBytes(4)) {
            var sorte = deux(entete, 0);
            var donnees = classeur.readNBytes(deux(entete, 2));
            switch (sorte) {
                case FILEPASS -> throw new ContenuRefuse(Raison.PROTEGE);
                case FEUILLE -> feuille(donnees);
                case LIEN -> lien(donnees, trouvailles);
                case FIN -> {
                    return;
                }
                default -> {
                    // ni protection, ni macro, ni lien
                }
            }
        }
    }

    private static void feuille(byte[] donnees) throws ContenuRefuse {
        if (donnees.length > 6 && (donnees[5] == FEUILLE_DE_MACROS || donnees[5] == MODULE_VB)) {
            throw new ContenuRefuse(Raison.MACROS);
        }
    }

    private static void lien(byte[] donnees, Trouvailles trouvailles) throws ContenuRefuse {
        if (donnees.length < 4 || deux(donnees, 2) == LIEN_INTERNE || deux(donnees, 2) == LIEN_COMPLEMENT) {
            return;
        }
        var dde = false;
        for (var i = 5; i < Math.min(donnees.length, 5 + 2 * deux(donnees, 2)); i++) {
            dde |= donnees[i] == SEPARATEUR_DDE && deux(donnees, 0) == 0;
        }
        trouvailles.voir(dde ? ContenuActif.DDE : ContenuActif.LIEN_EXTERNE);
    }

    private static int deux(byte[] octets, int ou) {
        return octets[ou] & 0xFF | (octets[ou + 1] & 0xFF) << 8;
    }
}
