package fr.convergence.isc.kbis;

import fr.convergence.socle.lecture.TexteDePdf;

/** Ce que la lecture d’un document qu’on dit être un Kbis en a tiré. */
public sealed interface LectureDeKbis {

    /** Un extrait d’une société de cent dirigeants tient dans ce nombre. */
    int PAGES = 20;

    /** Moins de lettres : le nom d’un logiciel ou d’un numériseur sur une image. */
    int LETTRES = 80;

    /** @param texte pour chercher un nom que ses parties n’ont pas rendu ; à ne pas garder */
    record Lu(Kbis kbis, String texte) implements LectureDeKbis {}

    /** Des images, sans texte : une personne le lira. */
    record Numerise() implements LectureDeKbis {}

    record PasUnKbis() implements LectureDeKbis {}

    record Chiffre() implements LectureDeKbis {}

    record TropDePages() implements LectureDeKbis {}

    record Illisible() implements LectureDeKbis {}

    /** @param pdf à ne plus employer ensuite */
    static LectureDeKbis lire(byte[] pdf) {
        return switch (TexteDePdf.entier(pdf, PAGES)) {
            case TexteDePdf.Resultat.Lu(var texte) when lettres(texte) >= LETTRES -> LireKbis.dans(texte);
            case TexteDePdf.Resultat.Lu _, TexteDePdf.Resultat.SansTexte _ -> new Numerise();
            case TexteDePdf.Resultat.Chiffre _ -> new Chiffre();
            case TexteDePdf.Resultat.TropDePages _ -> new TropDePages();
            case TexteDePdf.Resultat.Illisible _ -> new Illisible();
        };
    }

    private static long lettres(String texte) {
        return texte.codePoints().filter(Character::isLetter).count();
    }
}
