package fr.convergence.socle.depot;

import java.io.IOException;
import java.util.stream.Stream;

/** Le dépôt que l'exploitant a choisi : il porte la marque du site, et sait dire ce qu'il contient. */
public sealed interface DepotDuSite extends DepotObjets permits DepotDossier, DepotS3 {

    /** Un objet rangé, et sa taille en octets, telle que rangée. */
    record Range(String objet, long taille) {}

    /** L'identifiant que dit ce marqueur ; vide s'il n'est pas là. */
    String lu(Marqueur marqueur) throws IOException;

    /** Pose un marqueur s'il n'y est pas ; rend l'identifiant qu'il dit désormais. */
    String ecrit(Marqueur marqueur, String identifiant) throws IOException;

    void ote(Marqueur marqueur) throws IOException;

    /** L'identifiant que porte ce dépôt ; vide s'il n'en porte pas. */
    default String marque() throws IOException {
        return lu(Marqueur.SITE);
    }

    /** Donne un identifiant à ce dépôt, ou rend celui qu'un autre nœud vient de lui donner. */
    default String marquer(String identifiant) throws IOException {
        return ecrit(Marqueur.SITE, identifiant);
    }

    /** Ce dépôt n'est plus celui d'un site : aucun n'y démarrera, aucun n'y écrira plus. */
    default void demarquer() throws IOException {
        ote(Marqueur.SITE);
    }

    /** L'identifiant du dépôt dont celui-ci est la copie ; vide s'il ne l'est d'aucun. */
    default String copieDe() throws IOException {
        return lu(Marqueur.COPIE);
    }

    /** Dit de quel dépôt celui-ci est la copie, avant d'en recevoir un objet. */
    default void direCopieDe(String identifiant) throws IOException {
        ecrit(Marqueur.COPIE, identifiant);
    }

    /** Ce dépôt n'est plus dit la copie d'un autre. */
    default void taireLaCopie() throws IOException {
        ote(Marqueur.COPIE);
    }

    /** L'identifiant du site qui est en train de quitter ce dépôt ; vide si aucun ne le quitte. */
    default String quittePar() throws IOException {
        return lu(Marqueur.DEPART);
    }

    /**
     * Ferme ce dépôt : ce qui y est acquitté y est déjà, rien ne l'y sera plus.
     *
     * @throws DepotIndisponible s'il ne garde pas le nom de qui le quitte : sans lui, rien ne finirait la bascule ni ne la déferait
     */
    default void fermer(String identifiant) throws IOException {
        if (!ecrit(Marqueur.DEPART, identifiant).equals(identifiant)
                || !quittePar().equals(identifiant)) {
            throw new DepotIndisponible(
                    "%s : le dépôt ne garde pas le nom du site qui le quitte, il reste ouvert".formatted(reglage()));
        }
        demarquer();
    }

    /** Le rouvre : le site n'en part plus. */
    default void rouvrir(String identifiant) throws IOException {
        marquer(identifiant);
        ote(Marqueur.DEPART);
    }

    /** Le site en est parti : c'est désormais la copie de celui où il est. */
    default void laisser(String identifiant) throws IOException {
        demarquer();
        direCopieDe(identifiant);
        ote(Marqueur.DEPART);
    }

    /** Désormais, ce dépôt doit porter cet identifiant pour recevoir. */
    void exiger(String identifiant);

    /** Tout ce qui est rangé, dans l'ordre des noms, au fil de l'eau ; à fermer. */
    Stream<Range> ranges() throws IOException;

    /** Le réglage qui le désigne, pour qui lit un refus. */
    String reglage();

    /** Ce que l'exploitant doit d'abord se demander quand ce dépôt n'est pas le bon. */
    String doute();
}
