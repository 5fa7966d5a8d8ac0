package fr.convergence.socle.depot;

import java.io.IOException;
import java.util.stream.Stream;

/** Le dépôt que l'exploitant a choisi : il porte la marque du site, et sait dire ce qu'il contient. */
public sealed interface DepotDuSite extends DepotObjets permits DepotDossier, DepotS3 {

    /** Un objet rangé, et sa taille en octets, telle que rangée. */
    record Range(String objet, long taille) {}

    /** L'identifiant que porte ce dépôt ; vide s'il n'en porte pas. */
    String marque() throws IOException;

    /** Donne un identifiant à ce dépôt, ou rend celui qu'un autre nœud vient de lui donner. */
    String marquer(String identifiant) throws IOException;

    /** Ce dépôt n'est plus celui d'un site : aucun n'y démarrera, aucun n'y écrira plus. */
    void demarquer() throws IOException;

    /** L'identifiant du dépôt dont celui-ci est la copie ; vide s'il ne l'est d'aucun. */
    String copieDe() throws IOException;

    /** Dit de quel dépôt celui-ci est la copie, avant d'en recevoir un objet. */
    void direCopieDe(String identifiant) throws IOException;

    /** Ce dépôt n'est plus dit la copie d'un autre. */
    void taireLaCopie() throws IOException;

    /** Désormais, ce dépôt doit porter cet identifiant pour recevoir. */
    void exiger(String identifiant);

    /** Tout ce qui est rangé, dans l'ordre des noms, au fil de l'eau ; à fermer. */
    Stream<Range> ranges() throws IOException;

    /** Le réglage qui le désigne, pour qui lit un refus. */
    String reglage();

    /** Ce que l'exploitant doit d'abord se demander quand ce dépôt n'est pas le bon. */
    String doute();
}
