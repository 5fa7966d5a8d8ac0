package fr.convergence.socle.site;

import java.util.List;

/**
 * Le site que sert ce contexte. Chacun ne lit que ses textes et ceux du socle, et ses témoins ne se confondent pas avec ceux
 * d'un autre site du même hôte.
 *
 * @param paquet le sien sous {@code fr.convergence}
 * @param temoins ce qui commence le nom de chacun de ses témoins
 * @param langues celles de ses pages, la première étant celle de qui n'en dit aucune
 */
public record Site(String paquet, String temoins, List<Langue> langues) {

    public Site {
        langues = List.copyOf(langues);
    }

    /** Un site en français seulement. */
    public Site(String paquet, String temoins) {
        this(paquet, temoins, List.of(Langue.FRANCAIS));
    }

    /** @param fichiers ce qui se cherche dans ses paquets et dans ceux du socle, par exemple « textes.properties » */
    public List<String> motifs(String fichiers) {
        return List.of(
                "classpath*:fr/convergence/socle/**/" + fichiers,
                "classpath*:fr/convergence/" + paquet + "/**/" + fichiers);
    }

    /** Celle de la requête en cours, si ce site la parle. */
    public Langue langue() {
        var presente = Langue.presente();
        return langues.contains(presente) ? presente : langues.getFirst();
    }

    public boolean enPlusieursLangues() {
        return langues.size() > 1;
    }
}
