package fr.convergence.socle.identifiant;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * Les signes qui ne se voient pas : césures, marques de sens d'écriture, indicateurs d'ordre des octets, lettres de
 * remplissage… On les ôte, sauf ceux qui changent ce qu'on voit de leurs voisins : les liants des émojis et des écritures
 * où les lettres s'attachent, les sélecteurs de variante, les drapeaux de région (Unicode, annexes 29 et 31).
 */
final class Invisibles {

    private static final int ANTILIANT = 0x200C;
    private static final int LIANT = 0x200D;
    private static final int BRAILLE_VIDE = 0x2800;

    /** « � » : ce qu'un navigateur ou le décodage met à la place d'un signe coupé en deux, qu'on ne saura plus lire. */
    private static final int ILLISIBLE = 0xFFFD;

    private static final int DRAPEAU = 0x1F3F4;

    /** Les écritures où un liant choisit la forme de la lettre. */
    private static final Set<UnicodeScript> LIEES = EnumSet.of(
            UnicodeScript.ARABIC,
            UnicodeScript.SYRIAC,
            UnicodeScript.NKO,
            UnicodeScript.MONGOLIAN,
            UnicodeScript.DEVANAGARI,
            UnicodeScript.BENGALI,
            UnicodeScript.GURMUKHI,
            UnicodeScript.GUJARATI,
            UnicodeScript.ORIYA,
            UnicodeScript.TAMIL,
            UnicodeScript.TELUGU,
            UnicodeScript.KANNADA,
            UnicodeScript.MALAYALAM,
            UnicodeScript.SINHALA,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR,
            UnicodeScript.TIBETAN);

    private Invisibles() {}

    /** Le texte sans eux, ses espaces de toute sorte en espaces simples ; les retours à la ligne et les tabulations restent. */
    static String otes(String texte) {
        var reste = new StringBuilder(texte.length());
        int lettre = ' '; // la dernière : les marques qui la suivent sont à elle
        int precedent = ' ';
        for (var i = 0; i < texte.length(); ) {
            var lu = texte.codePointAt(i);
            i += Character.charCount(lu);
            var c = lu != '\n' && lu != '\t' && espace(lu) ? ' ' : lu;
            var suivant = i < texte.length() ? texte.codePointAt(i) : ' ';
            if (!blanc(c) && !visible(c) && !agit(c, lettre, precedent, suivant)) {
                continue;
            }
            reste.appendCodePoint(c);
            precedent = c;
            if (blanc(c) || (visible(c) && !marque(c))) {
                lettre = c;
            }
        }
        return reste.toString();
    }

    static boolean visible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.FORMAT -> signeDeNombre(c);
            default -> c != BRAILLE_VIDE && c != ILLISIBLE && !ignorable(c);
        };
    }

    private static boolean blanc(int c) {
        return c == ' ' || c == '\n' || c == '\t';
    }

    private static boolean espace(int c) {
        return Character.isSpaceChar(c) || c == BRAILLE_VIDE;
    }

    /** Les signes de mise en forme qui se dessinent : signe arabe de l'année, de la note… */
    private static boolean signeDeNombre(int c) {
        return (c >= 0x600 && c <= 0x605)
                || c == 0x6DD
                || c == 0x70F
                || c == 0x890
                || c == 0x891
                || c == 0x8E2
                || c == 0x110BD
                || c == 0x110CD;
    }

    /** Default_Ignorable_Code_Point hors de la catégorie Cf, et ce qui n'est pas un caractère. */
    private static boolean ignorable(int c) {
        return c == 0x34F
                || c == 0x115F
                || c == 0x1160
                || c == 0x17B4
                || c == 0x17B5
                || c == 0x2065
                || c == 0x3164
                || c == 0xFFA0
                || selecteur(c)
                || (c >= 0xFFF0 && c <= 0xFFF8)
                || (c >= 0xE0000 && c <= 0xE0FFF)
                || (c >= 0xFDD0 && c <= 0xFDEF)
                || (c & 0xFFFE) == 0xFFFE;
    }

    private static boolean selecteur(int c) {
        return (c >= 0xFE00 && c <= 0xFE0F)
                || (c >= 0x180B && c <= 0x180D)
                || c == 0x180F
                || (c >= 0xE0100 && c <= 0xE01EF);
    }

    private static boolean deRegion(int c) {
        return c >= 0xE0020 && c <= 0xE007F;
    }

    private static boolean marque(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    /** Vrai d'un signe invisible qui, à cette place, change ce qu'on voit. */
    private static boolean agit(int c, int lettre, int precedent, int suivant) {
        if (c == LIANT || c == ANTILIANT) {
            return precedent != LIANT
                    && precedent != ANTILIANT
                    && (LIEES.contains(UnicodeScript.of(lettre))
                            || (c == LIANT && emoji(lettre) && Character.isExtendedPictographic(suivant)));
        }
        if (selecteur(c)) {
            return !blanc(precedent) && visible(precedent);
        }
        return deRegion(c) && (precedent == DRAPEAU || deRegion(precedent));
    }

    private static boolean emoji(int c) {
        return Character.isExtendedPictographic(c) || Character.isEmojiModifier(c);
    }
}
